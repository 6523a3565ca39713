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
mod tests {
    use super::*;
    use crate::plan::lever::Lever;
    use crate::plan::project::Status;
    use crate::plan::tier::TierMode;
    use crate::seeds;
    use crate::units::Quarters;
    use std::path::Path;

    fn worked_example() -> Plan {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example");
        seeds::read_dir(Path::new(folder)).unwrap()
    }

    /// A scenario of 临河区 with so many changes that help and hinder each other.
    fn changed(plan: &Plan, count: usize) -> Scenario {
        let mut scenario = Scenario::default();
        let of_plan = |kind| Lever::of_plan(kind, plan);
        let levers = [
            (of_plan(Kind::Execution), 0.95),
            (of_plan(Kind::Award), 0.8),
            (of_plan(Kind::Slip), 0.0),
            (of_plan(Kind::MultiplierScale), 1.3),
            (of_plan(Kind::ReserveStart), 0.2),
            (Lever::of_industry(Kind::Growth, 1, plan.year), 0.08),
            (Lever::of_year(Kind::CommonPrice, plan.year), 0.01),
            (of_plan(Kind::Backfill), 0.5),
            (of_plan(Kind::CrowdingOut), 0.1),
            (Lever::of_year(Kind::InvestmentPrice, plan.year), 0.03),
        ];
        for (lever, value) in levers.into_iter().take(count) {
            scenario.set(lever, value, plan);
        }
        for project in 0..count.saturating_sub(levers.len()) {
            scenario.choose(project, |choice| choice.scale = Some(1.5));
        }
        assert_eq!(changes(plan, &Scenario::default(), &scenario).len(), count);
        scenario
    }

    fn close(one: f64, other: f64, tolerance: f64) -> bool {
        (one - other).abs() <= tolerance
    }

    fn adds_up(found: &Attribution, plan: &Plan, from: &Scenario, to: &Scenario) {
        let [before, after] = [from, to].map(|scenario| of_scenario(plan, scenario));
        assert_eq!(found.nominal, after.nominal - before.nominal);
        let nominal: NominalMoney = found.parts.iter().map(|part| part.nominal).sum();
        let growth: Points = found.parts.iter().map(|part| part.growth).sum();
        assert!(close(nominal.0, found.nominal.0, 1e-9), "{nominal:?} {found:?}");
        assert!(close(growth.0, found.growth.0, 1e-9), "{growth:?} {found:?}");
    }

    #[test]
    fn the_parts_add_up_to_the_whole() {
        let plan = seeds::linhe().unwrap();
        for count in [0, 1, 2, 7, 12, 13, 16] {
            let (from, to) = (Scenario::default(), changed(&plan, count));
            for (from, to) in [(&from, &to), (&to, &from)] {
                let found = attribution(&plan, from, to);
                adds_up(&found, &plan, from, to);
                assert_eq!((found.parts.len(), found.exact), (count, count <= 12));
            }
        }
    }

    #[test]
    fn two_changes_are_divided_as_by_hand() {
        // Services alone: 700 at base prices; growth 6 % to 8 %, deflator 0.5 % to 1.5 %. What both
        // do together, 700 · 0.02 · 0.01, is halved:
        // growth 700 · 0.02 · 1.010 = 14.14, prices 700 · 0.01 · 1.07 = 7.49.
        let plan = worked_example();
        let mut from = Scenario::default();
        for project in 0..plan.projects.len() {
            from.choose(project, |choice| choice.status = Some(Status::Off));
        }
        from.set(Lever::of_item(Kind::Turnover, 0, &plan), 0.0, &plan);
        let mut to = from.clone();
        to.set(Lever::of_industry(Kind::Growth, 2, plan.year), 0.08, &plan);
        to.set(Lever::of_industry(Kind::Price, 2, plan.year), 0.015, &plan);
        let found = attribution(&plan, &from, &to);
        let [growth, prices] = [&found.parts[0], &found.parts[1]];
        assert!(close(growth.nominal.0, 14.14, 1e-9) && close(growth.growth.0, 1.4, 1e-9));
        assert!(close(prices.nominal.0, 7.49, 1e-9) && close(prices.growth.0, 0.0, 1e-12));
        assert!(close(found.nominal.0, 21.63, 1e-9) && found.exact);
    }

    #[test]
    fn the_order_in_which_changes_are_listed_does_not_matter() {
        let plan = seeds::linhe().unwrap();
        let (from, to) = (Scenario::default(), changed(&plan, 8));
        let listed = changes(&plan, &from, &to);
        let mut reversed = listed.clone();
        reversed.reverse();
        let of = |changes| {
            to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 1, MOST_EXACT))
        };
        let (one, other) = (of(listed), of(reversed));
        for part in &one.parts {
            let same = other.parts.iter().find(|own| own.change == part.change).unwrap();
            assert!(close(part.nominal.0, same.nominal.0, 1e-10));
            assert!(close(part.growth.0, same.growth.0, 1e-10));
        }
    }

    #[test]
    fn what_changes_nothing_has_no_part() {
        let plan = seeds::linhe().unwrap();
        let from = Scenario::default();
        let mut to = changed(&plan, 3);
        // A later year, a goal, a mode, and the size of a project that is off.
        let later = Lever::of_industry(Kind::Growth, 0, plan.year.next());
        to.set(later, 0.2, &plan);
        to.set(Lever::of_item(Kind::TierLevel, 0, &plan), 300.0, &plan);
        to.modes.insert(1, TierMode::Any);
        to.choose(6, |choice| choice.scale = Some(2.0));
        let found = attribution(&plan, &from, &to);
        adds_up(&found, &plan, &from, &to);
        let none = found.parts.iter().filter(|part| part.nominal == NominalMoney::ZERO);
        assert_eq!((found.parts.len(), none.count()), (7, 4), "{found:?}");
    }

    #[test]
    fn twins_have_equal_parts() {
        let mut plan = seeds::linhe().unwrap();
        let twin = plan.projects[0].clone();
        plan.projects.push(twin);
        let from = Scenario::default();
        let mut to = changed(&plan, 4);
        for project in [0, plan.projects.len() - 1] {
            to.choose(project, |choice| {
                choice.scale = Some(2.0);
                choice.delay = Quarters(1.0);
            });
        }
        let found = attribution(&plan, &from, &to);
        let of = |project: usize| {
            let own = |change: &Change| match *change {
                Change::Scale { project, .. } | Change::Delay { project, .. } => Some(project),
                _ => None,
            };
            let parts = found.parts.iter().filter(move |part| own(&part.change) == Some(project));
            parts.map(|part| part.nominal.0).collect::<Vec<f64>>()
        };
        let (one, other) = (of(0), of(plan.projects.len() - 1));
        assert_eq!((one.len(), other.len()), (2, 2));
        for (one, other) in one.into_iter().zip(other) {
            assert!(close(one, other, 1e-9) && one.abs() > 1e-3, "{one} {other}");
        }
    }

    #[test]
    fn drawn_orders_come_close_to_all_orders() {
        let plan = seeds::linhe().unwrap();
        let (from, to) = (Scenario::default(), changed(&plan, 10));
        let of = |most_exact| {
            let changes = changes(&plan, &from, &to);
            to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 7, most_exact))
        };
        let (all, drawn) = (of(MOST_EXACT), of(0));
        assert!(all.exact && !drawn.exact);
        for part in &all.parts {
            let near = drawn.parts.iter().find(|own| own.change == part.change).unwrap();
            assert!(close(part.nominal.0, near.nominal.0, 1e-3), "{part:?} {near:?}");
        }
        assert_eq!(of(0), drawn, "the same seed draws the same orders");
    }

    #[test]
    fn one_order_and_its_reverse_divide_what_pairs_do_together_exactly() {
        // Prices times growth: nothing that three changes do together.
        let plan = worked_example();
        let mut from = Scenario::default();
        for project in 0..plan.projects.len() {
            from.choose(project, |choice| choice.status = Some(Status::Off));
        }
        let mut to = from.clone();
        for item in 0..3 {
            to.set(Lever::of_industry(Kind::Growth, item, plan.year), 0.09, &plan);
            to.set(Lever::of_industry(Kind::Price, item, plan.year), 0.03, &plan);
        }
        let of = |most_exact| {
            let changes = changes(&plan, &from, &to);
            to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 3, most_exact))
        };
        for (one, other) in of(MOST_EXACT).parts.iter().zip(of(0).parts) {
            assert!(one.change == other.change && close(one.nominal.0, other.nominal.0, 1e-9));
        }
    }
}
