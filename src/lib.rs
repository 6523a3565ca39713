//! Mogao 摸高: a live planning simulator.

#[cfg(feature = "ui")]
pub mod ui;
