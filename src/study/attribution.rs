//! Fair attribution: the difference of two scenarios divided over what was changed.

mod orders;
mod several;
mod subsets;

pub use several::ComparisonStudy;

use super::Progress;
use super::trial::{Figures, of_scenario};
use crate::plan::Plan;
use crate::plan::change::{Change, changes};
use crate::plan::lever::Kind;
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Points, Share};
use orders::Orders;
use serde::{Deserialize, Serialize};
use std::ops::{AddAssign, Mul, Sub};
use subsets::Subsets;

/// The difference and its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Each change with what it is worth, the largest first; they add up to the whole exactly.
    pub parts: Vec<Part>,
    /// GDP of the tiers' year at current prices, later scenario less earlier.
    pub nominal: NominalMoney,
    /// Real growth of the tiers' year, later less earlier.
    pub growth: Points,
    /// Whether every order of the changes was tried, not only some drawn orders.
    pub exact: bool,
}

/// One change and its part of the difference, averaged over the orders in which changes could be
/// made (Shapley's value).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What was changed.
    pub change: Change,
    /// Its part of the difference in current-price GDP.
    pub nominal: NominalMoney,
    /// Its part of the difference in growth.
    pub growth: Points,
}

/// Most changes of which every subset is run: 4,096 runs.
const MOST_EXACT: usize = 12;

/// Runs that one step takes.
const RUNS: usize = 8;

/// An attribution, a little at a time.
///
/// Up to twelve changes that can move GDP are taken in every order, by way of their subsets. More are
/// taken in drawn orders, each with its reverse: what two changes do only together is then divided
/// exactly, and only what three or more do together is left to chance. Either way the parts add up.
/// Changes that cannot move GDP, such as the tiers themselves, have no part.
#[derive(Clone, Debug)]
pub struct AttributionStudy<'p> {
    plan: &'p Plan,
    from: Scenario,
    changes: Vec<Change>,
    /// Which of the changes can move GDP.
    acting: Vec<usize>,
    ends: [Worth; 2],
    work: Work,
}

#[derive(Clone, Debug)]
enum Work {
    Subsets(Subsets),
    Orders(Orders),
}

/// What is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Worth {
    nominal: f64,
    growth: f64,
}

impl From<Figures> for Worth {
    fn from(figures: Figures) -> Self {
        Self { nominal: figures.nominal.0, growth: figures.growth.points().0 }
    }
}

impl Sub for Worth {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { nominal: self.nominal - other.nominal, growth: self.growth - other.growth }
    }
}

impl Mul<f64> for Worth {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self { nominal: self.nominal * factor, growth: self.growth * factor }
    }
}

impl AddAssign for Worth {
    fn add_assign(&mut self, other: Self) {
        self.nominal += other.nominal;
        self.growth += other.growth;
    }
}

impl<'p> AttributionStudy<'p> {
    /// The changes from one scenario of a plan to another, before any work. Orders are drawn from the
    /// later scenario's seed.
    #[must_use]
    pub fn new(plan: &'p Plan, from: &Scenario, to: &Scenario) -> Self {
        Self::of_changes(plan, from, changes(plan, from, to), to.chance.seed, MOST_EXACT)
    }

    fn of_changes(
        plan: &'p Plan,
        from: &Scenario,
        changes: Vec<Change>,
        seed: u32,
        most_exact: usize,
    ) -> Self {
        let acts = |index: &usize| can_move_gdp(&changes[*index]);
        let acting: Vec<usize> = (0..changes.len()).filter(acts).collect();
        let mut to = from.clone();
        for change in &changes {
            change.make(&mut to, plan);
        }
        let ends = [from, &to].map(|scenario| Worth::from(of_scenario(plan, scenario)));
        let work = if acting.len() <= most_exact {
            Work::Subsets(Subsets::new(acting.len(), ends))
        } else {
            Work::Orders(Orders::new(acting.len(), u64::from(seed)))
        };
        Self { plan, from: from.clone(), changes, acting, ends, work }
    }

    /// Does a little of the work.
    pub fn step(&mut self) -> Progress<Attribution> {
        for _ in 0..RUNS {
            if self.is_done() {
                return Progress::Done(self.attribution());
            }
            self.run_one();
        }
        Progress::Going(match &self.work {
            Work::Subsets(subsets) => subsets.done(),
            Work::Orders(orders) => orders.done(),
        })
    }

    fn is_done(&self) -> bool {
        match &self.work {
            Work::Subsets(subsets) => subsets.next().is_none(),
            Work::Orders(orders) => orders.is_done(),
        }
    }

    fn run_one(&mut self) {
        match &mut self.work {
            Work::Subsets(subsets) => {
                let Some(subset) = subsets.next() else { return };
                let mut scenario = self.from.clone();
                for (player, &change) in self.acting.iter().enumerate() {
                    if subset & (1 << player) != 0 {
                        self.changes[change].make(&mut scenario, self.plan);
                    }
                }
                subsets.take(of_scenario(self.plan, &scenario).into());
            }
            Work::Orders(orders) => {
                let (plan, acting, changes) = (self.plan, &self.acting, &self.changes);
                orders.advance(&self.from, self.ends, |player, scenario| {
                    changes[acting[player]].make(scenario, plan);
                    of_scenario(plan, scenario).into()
                });
            }
        }
    }

    fn attribution(&self) -> Attribution {
        let (worth, exact) = match &self.work {
            Work::Subsets(subsets) => (subsets.worth(), true),
            Work::Orders(orders) => (orders.worth(), false),
        };
        let mut each = vec![Worth::default(); self.changes.len()];
        for (&change, worth) in self.acting.iter().zip(worth) {
            each[change] = worth;
        }
        let part = |(&change, worth): (&Change, Worth)| Part {
            change,
            nominal: NominalMoney(worth.nominal),
            growth: Points(worth.growth),
        };
        let mut parts: Vec<Part> = self.changes.iter().zip(each).map(part).collect();
        parts.sort_by(|a, b| b.nominal.0.abs().total_cmp(&a.nominal.0.abs()));
        let whole = self.ends[1] - self.ends[0];
        Attribution {
            parts,
            nominal: NominalMoney(whole.nominal),
            growth: Points(whole.growth),
            exact,
        }
    }
}

/// Whether a change can move GDP at all.
fn can_move_gdp(change: &Change) -> bool {
    match change {
        Change::Lever { lever, .. } => !matches!(lever.kind, Kind::TierGrowth | Kind::TierLevel),
        Change::Mode { .. }
        | Change::PublishedRounding(_)
        | Change::Progress { .. }
        | Change::Chance { .. } => false,
        _ => true,
    }
}

/// What each change from one scenario to another is worth.
#[must_use]
pub fn attribution(plan: &Plan, from: &Scenario, to: &Scenario) -> Attribution {
    to_the_end(AttributionStudy::new(plan, from, to))
}

fn to_the_end(mut study: AttributionStudy) -> Attribution {
    loop {
        if let Progress::Done(answer) = study.step() {
            return answer;
        }
    }
}

/// A part done of a whole that may be nothing.
fn done(runs: usize, all: usize) -> Share {
    Share(runs as f64 / all.max(1) as f64)
}

#[cfg(test)]
mod tests;
