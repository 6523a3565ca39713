//! What is measured: a plan of 355 projects, and the questions asked of it.
//!
//! The same source is the native participant and, compiled for the browser, the two others, so that
//! a difference between them is the compiler's and the machine's.

#[cfg(target_family = "wasm")]
mod exports;
pub mod plan;
pub mod studies;
pub mod subject;
