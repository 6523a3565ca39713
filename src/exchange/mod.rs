//! The ways in and out: documents to keep and pass on.

mod bytes;
pub mod code;
pub mod document;
pub mod errand;
pub mod escaped;
pub mod folder;
pub mod link;
pub mod mark;
pub mod minutes;
pub mod outcome;
pub mod pruning;
pub mod record;
pub mod results;
pub mod unanswered;
#[cfg(any(not(target_family = "wasm"), feature = "tables"))]
pub mod workbook;
