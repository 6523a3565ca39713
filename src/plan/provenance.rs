//! Where a number comes from.

use serde::{Deserialize, Serialize};

/// The kind of evidence behind a number; every figure in the product carries one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// Said in the plan document itself.
    Stated,
    /// Follows from stated numbers by arithmetic.
    Derived,
    /// Found in a public source.
    Source,
    /// Assumed, to be replaced by whoever knows better.
    Assumption,
    /// Entered by the person at the screen.
    User,
}

/// A value with the evidence for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// What kind of evidence stands behind it.
    pub provenance: Provenance,
    /// The phrase, publication or reasoning, in words; may be empty for an assumption.
    pub source: String,
}

/// A name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}
