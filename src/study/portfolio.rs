//! Portfolio: which projects start when, under money, capacity and order, to reach a tier cheaply or
//! to get the most for a budget.

use crate::units::{NominalMoney, RealMoney};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the choice is to achieve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// To reach a tier with the least public money to the end of the tiers' year.
    Cheapest {
        /// Index of the tier.
        tier: usize,
    },
    /// To add the most real GDP in the tiers' year with so much public money.
    Most {
        /// Public money to the end of the tiers' year.
        budget: NominalMoney,
    },
}

/// What the choice must keep to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Whether spending from a source may not exceed what is at hand of it in any year.
    pub funds: bool,
    /// Most bond money in the tiers' year.
    pub bonds: Option<NominalMoney>,
    /// Most executed spending of all projects together in any quarter: what builders can take on.
    pub capacity: Option<NominalMoney>,
    /// Most projects that may start in one quarter.
    pub starts: Option<usize>,
    /// Projects that must go ahead.
    pub must: BTreeSet<usize>,
    /// Projects that must not.
    pub never: BTreeSet<usize>,
    /// Pairs of projects: the second may start only a quarter or more after the first.
    pub order: Vec<(usize, usize)>,
}

/// The choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Portfolio {
    /// What it was to achieve.
    pub aim: Aim,
    /// Each project that could be chosen, with the delay against the plan at which it starts, in
    /// quarters, or nothing where it is left out.
    pub choices: Vec<(usize, Option<i32>)>,
    /// Public money to the end of the tiers' year.
    pub public: NominalMoney,
    /// GDP of the tiers' year at base-year prices that the chosen projects add.
    pub real: RealMoney,
    /// GDP of the tiers' year at current prices, with the choice carried out and run again.
    pub nominal: NominalMoney,
    /// GDP still missing for the tier aimed at, from the same run; zero or less where it is reached.
    pub gap: NominalMoney,
    /// How far the best choice can lie from this one at most, as a part of it; zero is proven best.
    pub proven: f64,
    /// Whether the aim can be met at all; where not, this is the choice with the smallest shortfall.
    pub feasible: bool,
    /// How many nodes of the search were opened.
    pub nodes: usize,
}

/// One point of the frontier of budget against what it buys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrontierPoint {
    /// The choice for this budget.
    pub portfolio: Portfolio,
    /// Odds of each tier with it.
    pub odds: Vec<crate::units::Share>,
}
