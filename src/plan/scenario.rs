//! A scenario: only what differs from the plan as written.

use super::Plan;
use super::lever::{self, Kind, Lever, Span};
use super::project::Status;
use super::tier::TierMode;
use crate::units::{NominalMoney, Quarters, Rate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The settings and choices that differ from the plan; nothing derived is kept in it.
///
/// Industries, projects and tiers are named by their index in the plan; documents name them by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Values of the levers that were moved.
    pub settings: BTreeMap<Lever, f64>,
    /// Choices about single projects.
    pub projects: BTreeMap<usize, ProjectChoice>,
    /// Which tests a tier uses, where it differs from the plan.
    pub modes: BTreeMap<usize, TierMode>,
    /// Whether growth is judged as published, rounded to 0.1 %.
    pub published_rounding: bool,
    /// Whether the spending of new income counts too (Type II); needs household figures.
    pub induced: bool,
    /// Figures that are already known.
    pub actuals: BTreeMap<ActualKey, Actual>,
    /// How far the indicators of the scorecard have come, in their own units.
    pub progress: BTreeMap<usize, f64>,
    /// How futures are drawn.
    pub chance: Chance,
}

/// How futures are drawn: the same scenario has the same odds wherever it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chance {
    /// Where the draws begin; another seed gives other futures of the same kind.
    pub seed: u32,
    /// How what is unknown spreads around the value it is set to.
    pub shape: Shape,
}

impl Default for Chance {
    fn default() -> Self {
        Self { seed: 2023, shape: Shape::Pert }
    }
}

/// How an unknown spreads between the ends of what is plausible, the set value being the most likely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Beta-PERT: close to the set value, ends rare.
    #[default]
    Pert,
    /// Triangular: falling evenly to the ends.
    Triangular,
    /// Uniform: every plausible value as likely, whatever is set.
    Uniform,
    /// Normal: the plausible range holds nine futures in ten.
    Normal,
}

/// What a scenario decides about one project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProjectChoice {
    /// On, off or cancelled, where it differs from the plan.
    pub status: Option<Status>,
    /// Later (positive) or earlier (negative) than planned.
    pub delay: Quarters,
    /// Size against the plan; absent means as planned.
    pub scale: Option<f64>,
}

impl ProjectChoice {
    /// Whether it says nothing that the plan does not say.
    #[must_use]
    pub fn is_as_planned(&self) -> bool {
        *self == Self::default()
    }
}

/// The quarter and industry an actual figure speaks about; no industry means the whole of GDP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActualKey {
    /// Quarter of the grid, after the base year.
    pub quarter: usize,
    /// Index of the industry.
    pub industry: Option<usize>,
}

/// A figure that is already known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Actual {
    /// Real growth over the same quarter of the year before.
    Growth(Rate),
    /// Value added of the quarter at current prices.
    Level(NominalMoney),
}

impl Actual {
    /// Growth that a quarter can show: from nothing left to eleven times as much.
    pub const GROWTH: Span = Span { min: -1.0, max: 10.0 };
    /// Levels that a quarter can show, 亿元.
    pub const LEVEL: Span = Span { min: 0.0, max: 1e6 };
}

impl Scenario {
    /// Whether nothing differs from the plan.
    #[must_use]
    pub fn is_as_planned(&self) -> bool {
        *self == Self::default()
    }

    /// The value a lever stands at.
    #[must_use]
    pub fn value(&self, lever: Lever, plan: &Plan) -> f64 {
        let choice = || self.projects.get(&lever.item).copied().unwrap_or_default();
        match lever.kind {
            Kind::Delay => choice().delay.0,
            Kind::Size => choice().scale.unwrap_or(1.0),
            _ => {
                let set = self.settings.get(&lever).copied();
                set.unwrap_or_else(|| lever::default(lever, plan))
            }
        }
    }

    /// Sets a lever; a value equal to the plan's leaves no trace.
    pub fn set(&mut self, lever: Lever, value: f64, plan: &Plan) {
        let as_planned = value == lever::default(lever, plan);
        match lever.kind {
            Kind::Delay => self.choose(lever.item, |choice| choice.delay = Quarters(value)),
            Kind::Size => self.choose(lever.item, |choice| {
                choice.scale = (!as_planned).then_some(value);
            }),
            _ if as_planned => {
                self.settings.remove(&lever);
            }
            _ => {
                self.settings.insert(lever, value);
            }
        }
    }

    /// The growth levers of some industries in the plan year, each as far above where it stands as
    /// `by` says.
    #[must_use]
    pub fn with_growth_raised(
        &self,
        industries: &[usize],
        by: Rate,
        plan: &Plan,
    ) -> Vec<(Lever, f64)> {
        let levers =
            industries.iter().map(|&item| Lever::of_industry(Kind::Growth, item, plan.year));
        levers.map(|lever| (lever, self.value(lever, plan) + by.0)).collect()
    }

    /// Changes what is decided about a project; a choice that says nothing leaves no trace.
    pub fn choose(&mut self, project: usize, change: impl FnOnce(&mut ProjectChoice)) {
        let choice = self.projects.entry(project).or_default();
        change(choice);
        if choice.is_as_planned() {
            self.projects.remove(&project);
        }
    }
}
