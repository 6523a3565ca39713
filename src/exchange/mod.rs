//! The ways in and out: documents to keep and pass on.

pub mod document;
pub mod folder;
pub mod outcome;
pub mod pruning;
pub mod record;
