//! What a lever's number may be: default, range, step and evidence.

use super::Lever;
use crate::plan::provenance::Provenance;
use serde::{Deserialize, Serialize};

/// The numbers that a plan gives to a kind of lever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverNumbers {
    /// Value when nothing is set; absent where the plan holds it elsewhere.
    pub default: Option<f64>,
    /// Ends of the slider.
    pub range: Span,
    /// Values that evidence or experience makes plausible.
    pub plausible: Span,
    /// Values that may be typed at all.
    pub hard: Span,
    /// One step of the arrow keys.
    pub step: f64,
    /// Whether ranges are around the default rather than absolute.
    pub relative: bool,
    /// What kind of evidence stands behind default and range.
    pub provenance: Provenance,
    /// The evidence in words.
    pub source: String,
}

/// Numbers of a project's start: two years either way by hand, ten by typing.
pub(super) static DELAY: LeverNumbers = LeverNumbers {
    default: Some(0.0),
    range: Span { min: -8.0, max: 8.0 },
    plausible: Span { min: -2.0, max: 4.0 },
    hard: Span { min: -40.0, max: 40.0 },
    step: 0.5,
    relative: false,
    provenance: Provenance::Derived,
    source: String::new(),
};

/// Numbers of a project's size: up to twice as planned by hand, ten times by typing.
pub(super) static SIZE: LeverNumbers = LeverNumbers {
    default: Some(1.0),
    range: Span { min: 0.0, max: 2.0 },
    plausible: Span { min: 0.5, max: 1.5 },
    hard: Span { min: 0.0, max: 10.0 },
    step: 0.01,
    relative: false,
    provenance: Provenance::Derived,
    source: String::new(),
};

/// From one value to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
}

impl Span {
    /// Whether a value lies in it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }

    /// The nearest value that lies in it.
    #[must_use]
    pub fn clamp(self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }

    pub(super) fn shifted(self, by: f64) -> Self {
        Self { min: self.min + by, max: self.max + by }
    }

    pub(super) fn within(self, outer: Self) -> Self {
        Self { min: outer.clamp(self.min), max: outer.clamp(self.max) }
    }
}

/// A lever with all that the screen and the studies need to know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverSpec {
    /// Which lever.
    pub lever: Lever,
    /// Value when nothing is set.
    pub default: f64,
    /// Ends of the slider.
    pub range: Span,
    /// Values that evidence or experience makes plausible.
    pub plausible: Span,
    /// Values that may be typed at all.
    pub hard: Span,
    /// One step of the arrow keys.
    pub step: f64,
    /// What kind of evidence stands behind the default.
    pub provenance: Provenance,
    /// The evidence in words.
    pub source: String,
}
