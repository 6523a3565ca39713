//! Questions and answers as they go to a worker and back.

use super::attribution::Attribution;
use super::breaking_point::BreakingPoint;
use super::equivalent::Equivalent;
use super::marginal::Marginal;
use super::odds::{Draws, Odds};
use super::portfolio::{Aim, FrontierPoint, Limits, Portfolio};
use super::recipe::{Goal, Way};
use super::sensitivity::Sensitivity;
use crate::plan::lever::Lever;
use crate::plan::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A question about a scenario of the plan in use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// How likely is each tier?
    Odds(Draws),
    /// Which lever matters most for a tier?
    Sensitivity {
        /// Index of the tier.
        tier: usize,
    },
    /// What would it take?
    Recipes {
        /// Where to go.
        goal: Goal,
        /// Levers that may not be moved.
        locked: BTreeSet<Lever>,
    },
    /// What is the gap to a tier worth?
    Equivalents {
        /// Index of the tier.
        tier: usize,
    },
    /// What does each project add?
    Marginals,
    /// What breaks first?
    BreakingPoint,
    /// Which projects start when?
    Portfolio {
        /// What is to be achieved.
        aim: Aim,
        /// What is to be kept to.
        limits: Limits,
    },
    /// What does each budget buy?
    Frontier {
        /// What is to be kept to.
        limits: Limits,
    },
    /// What is each change worth, counted from another scenario to this one?
    Attribution {
        /// The earlier scenario.
        from: Box<Scenario>,
    },
    /// What is each difference worth, counted from the first of several scenarios to the others?
    Comparison {
        /// The scenarios; nothing stands for the one that the question is about.
        scenarios: Vec<Option<Scenario>>,
    },
}

/// The answer to a question of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// See [`Question::Odds`].
    Odds(Odds),
    /// See [`Question::Sensitivity`].
    Sensitivity(Sensitivity),
    /// See [`Question::Recipes`].
    Recipes(Vec<Way>),
    /// See [`Question::Equivalents`].
    Equivalents(Vec<Equivalent>),
    /// See [`Question::Marginals`].
    Marginals(Vec<Marginal>),
    /// See [`Question::BreakingPoint`]; nothing where no tier is reached.
    BreakingPoint(Option<BreakingPoint>),
    /// See [`Question::Portfolio`].
    Portfolio(Portfolio),
    /// See [`Question::Frontier`].
    Frontier(Vec<FrontierPoint>),
    /// See [`Question::Attribution`].
    Attribution(Attribution),
    /// See [`Question::Comparison`]: one for each scenario after the first.
    Comparison(Vec<Attribution>),
}

/// Why a question was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// The program that works on questions could not be loaded or started.
    NotThere,
    /// It stopped in the middle of the work.
    Stopped,
    /// The question is about something that the plan does not have.
    Declined,
}
