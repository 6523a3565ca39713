//! What a scenario file says, once all of it has been read.

use super::seal::Seal;
use crate::plan::scenario::Scenario;

/// What a file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What differs from the plan.
    pub scenario: Scenario,
    /// The scenario's name; may be empty.
    pub name: String,
    /// What is noted about it; may be empty.
    pub note: String,
    /// Version of the program that wrote it, where it says so.
    pub app: Option<String>,
    /// Whether it is what was written.
    pub seal: Seal,
    /// Whether the plan says what it said when the file was written; true where the file is silent.
    pub same_plan: bool,
    /// How many signs that only machines read were taken out of name and note.
    pub removed: usize,
}
