//! Portfolio: which projects start when, under money, capacity and order, to reach a tier cheaply or
//! to get the most for a budget.
//!
//! What may be chosen are the projects that still await their start; everything else stays as the
//! scenario has it. Because effects of projects superpose, each start of each project is worth fixed
//! amounts, and the choice is a linear problem in whole numbers: one start, or none, for each project.
//!
//! | file | part |
//! |---|---|
//! | `candidates` | which projects may be chosen, with which starts, and what each start is worth |
//! | `terms` | aim and limits as rows of sums that must not pass a limit |
//! | `knapsack` | the problem without its meaning: one item of each group, least cost, within rows |
//! | `selection` | one choice, and what changing one item of it would do |
//! | `greedy` | a good choice at once: effect per yuan, then exchanges |
//! | `shadow` | what each limit is worth, which bounds how good any choice can be |
//! | `search` | branch and bound over what the bound leaves open |
//! | `solver` | these in turn, a little at a time |
//! | `choose` | the study itself: solved, put into the scenario and run again |
//! | `frontier` | the same for a row of budgets |

mod candidates;
mod choose;
mod frontier;
mod greedy;
mod knapsack;
mod search;
mod selection;
mod shadow;
mod solver;
mod terms;

pub use candidates::EARLIER;
pub use choose::PortfolioStudy;
pub use frontier::FrontierStudy;

use crate::plan::Plan;
use crate::plan::scenario::{ProjectChoice, Scenario};
use crate::units::{NominalMoney, RealMoney};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the choice is to achieve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// To reach a tier, by the tests its mode names, with the least public money to the end of the
    /// tiers' year.
    Cheapest {
        /// Index of the tier.
        tier: usize,
    },
    /// To add the most real GDP in the tiers' year with so much public money.
    Most {
        /// Public money to the end of the tiers' year; what projects already under way need is not
        /// counted.
        budget: NominalMoney,
    },
}

/// What the choice must keep to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Whether spending from a source may not exceed what is at hand of it in any year. Where
    /// projects under way need more than that, nothing is left for others.
    pub funds: bool,
    /// Most bond money in the tiers' year, from all sources whose id speaks of bonds.
    pub bonds: Option<NominalMoney>,
    /// Most executed spending of all projects together in any quarter: what builders can take on.
    pub capacity: Option<NominalMoney>,
    /// Most projects that may start in one quarter.
    pub starts: Option<usize>,
    /// Most quarters by which a start may be brought forward against the plan; four where absent.
    pub earlier: Option<u32>,
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
    /// Public money to the end of the tiers' year for the projects that could be chosen.
    pub public: NominalMoney,
    /// GDP of the tiers' year at base-year prices that the projects that could be chosen add; a
    /// project of the annual plan that is left out takes away what the baseline counts on.
    pub real: RealMoney,
    /// GDP of the tiers' year at current prices, with the choice carried out and run again.
    pub nominal: NominalMoney,
    /// GDP still missing for the tier aimed at, from the same run; zero or less where it is reached.
    /// For a budget it speaks of the lowest tier that is missed, or of the highest.
    pub gap: NominalMoney,
    /// How far the best choice can lie from this one at most, as a part of it: in public money, real
    /// GDP, or what is missing, as the aim has it. Zero is proven best.
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

impl Portfolio {
    /// What to decide about each project so that a scenario carries the choice out.
    ///
    /// A project that is left out is ignored where it is in reserve or the scenario ignores it, and
    /// called off where the annual plan, and so the baseline, counts on it.
    #[must_use]
    pub fn choices_for(&self, plan: &Plan, scenario: &Scenario) -> Vec<(usize, ProjectChoice)> {
        let each = self.choices.iter();
        each.filter_map(|&(project, delay)| {
            let choice = candidates::choice(plan, scenario, project, delay)?;
            Some((project, choice))
        })
        .collect()
    }

    /// The projects that go ahead.
    #[must_use]
    pub fn chosen(&self) -> BTreeSet<usize> {
        let started = self.choices.iter().filter(|(_, delay)| delay.is_some());
        started.map(|&(project, _)| project).collect()
    }
}

/// Projects that go ahead in every one of some portfolios: none where there is no portfolio.
///
/// Asked about the good points of a frontier, such as all that reach a tier with good odds, these are
/// the projects nobody needs to argue about.
#[must_use]
pub fn in_every<'a>(portfolios: impl IntoIterator<Item = &'a Portfolio>) -> BTreeSet<usize> {
    let mut portfolios = portfolios.into_iter().map(Portfolio::chosen);
    let first = portfolios.next().unwrap_or_default();
    portfolios.fold(first, |kept, own| kept.intersection(&own).copied().collect())
}
