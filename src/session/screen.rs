//! What the screen shows, apart from the scenario: none of it is a step to be undone.

use crate::text::Language;
use crate::units::Year;
use serde::{Deserialize, Serialize};

/// What the screen shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// The language to read.
    pub language: Language,
    /// Light, dark or as the system has it.
    pub theme: Theme,
    /// Which page is open.
    pub place: Place,
    /// The year whose levers and contributions are shown.
    pub year: Year,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// A page of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Levers, result, gauge.
    #[default]
    Workbench,
    /// What matters, what it takes, what breaks, which projects.
    Answers,
    /// Several scenarios side by side.
    Compare,
    /// All projects along the quarters.
    Projects,
    /// The numeric goals of the document.
    Scorecard,
    /// Base year, actual figures, checks, and opening another plan.
    Data,
}
