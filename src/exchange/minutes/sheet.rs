//! Minutes in words, before they are written down in one form or another.

/// Minutes in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The language, as documents name it.
    pub lang: &'static str,
    /// Title.
    pub title: String,
    /// What the sitting was about, name and value.
    pub facts: Vec<(&'static str, String)>,
    /// What stands at the end, in one sentence.
    pub verdict: String,
    /// What is noted about the scenario; empty for nothing.
    pub note: String,
    /// The heads of all tables: number, time, what changed, effects, and one for each tier.
    pub headers: Vec<String>,
    /// What was decided, what was walked, what was tried.
    pub tables: Vec<Table>,
    /// How to read the figures.
    pub closing: Vec<String>,
}

/// Some of the steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What they have in common.
    pub heading: &'static str,
    /// What is said where there are none.
    pub none: &'static str,
    /// The steps.
    pub lines: Vec<Line>,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which step it is.
    pub step: usize,
    /// Whether it was decided.
    pub decided: bool,
    /// Its name; empty for none.
    pub name: String,
    /// What it changed, one change a line.
    pub changes: Vec<String>,
    /// Number, time, effect on GDP, effect on growth, and how each tier fares.
    pub cells: Vec<String>,
}

/// How many cells stand before what changed.
pub(super) const BEFORE_CHANGES: usize = 2;

/// How many figures follow it; what is said of the tiers comes last.
pub(super) const FIGURES: usize = 2;
