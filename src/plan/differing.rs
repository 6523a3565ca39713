//! Which inputs differ among several scenarios of one plan, and what each of them says.

use super::Plan;
use super::change::{Change, changes};
use super::lever::Lever;
use super::scenario::{ActualKey, Scenario};
use std::collections::BTreeMap;

/// What a change is about, whatever its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A lever's value.
    Lever(Lever),
    /// One thing that is decided about a project, by its index.
    Project(usize, Aspect),
    /// Which tests a tier uses, by its index.
    Mode(usize),
    /// Whether growth is judged as published.
    PublishedRounding,
    /// Whether the spending of new income counts.
    Induced,
    /// How futures are drawn.
    Chance,
    /// A figure that is already known.
    Actual(ActualKey),
    /// How far an indicator has come, by its index.
    Progress(usize),
}

/// What can be decided about a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// What becomes of it.
    Status,
    /// When it starts.
    Delay,
    /// How large it is.
    Scale,
}

impl Thing {
    /// What a change is about.
    #[must_use]
    pub fn of(change: &Change) -> Self {
        match *change {
            Change::Lever { lever, .. } => Self::Lever(lever),
            Change::Status { project, .. } => Self::Project(project, Aspect::Status),
            Change::Delay { project, .. } => Self::Project(project, Aspect::Delay),
            Change::Scale { project, .. } => Self::Project(project, Aspect::Scale),
            Change::Mode { tier, .. } => Self::Mode(tier),
            Change::PublishedRounding(_) => Self::PublishedRounding,
            Change::Induced(_) => Self::Induced,
            Change::Chance { .. } => Self::Chance,
            Change::Actual { key, .. } => Self::Actual(key),
            Change::Progress { indicator, .. } => Self::Progress(indicator),
        }
    }
}

/// One input that is not the same everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What it is.
    pub thing: Thing,
    /// The change that leads to it from the first scenario, one for each of the others; nothing where
    /// it is the same as in the first.
    pub changes: Vec<Option<Change>>,
}

impl Difference {
    /// Any of its changes: all of them begin with the first scenario's value.
    #[must_use]
    pub fn any(&self) -> Option<&Change> {
        self.changes.iter().flatten().next()
    }
}

/// The inputs in which any scenario differs from the first, in the order levers, projects, tiers,
/// switches, actuals, progress.
///
/// ```
/// use mogao::plan::differing::differing;
/// use mogao::plan::scenario::Scenario;
///
/// let plan = mogao::seeds::linhe().unwrap();
/// let first = Scenario::default();
/// let second = Scenario { induced: true, ..Scenario::default() };
/// let rows = differing(&plan, &first, &[&second, &first]);
/// assert_eq!(rows.len(), 1);
/// assert!(rows[0].changes[0].is_some() && rows[0].changes[1].is_none());
/// ```
#[must_use]
pub fn differing(plan: &Plan, first: &Scenario, others: &[&Scenario]) -> Vec<Difference> {
    let mut rows: BTreeMap<Thing, Vec<Option<Change>>> = BTreeMap::new();
    for (column, other) in others.iter().enumerate() {
        for change in changes(plan, first, other) {
            let row = rows.entry(Thing::of(&change)).or_insert_with(|| vec![None; others.len()]);
            row[column] = Some(change);
        }
    }
    rows.into_iter().map(|(thing, changes)| Difference { thing, changes }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Kind;
    use crate::plan::project::Status;
    use crate::seeds;
    use crate::units::Quarters;

    #[test]
    fn what_is_the_same_everywhere_is_no_row_and_what_equals_the_first_is_no_change() {
        let plan = seeds::linhe().unwrap();
        let lever = Lever::of_plan(Kind::Execution, &plan);
        let mut first = Scenario::default();
        first.set(lever, 0.7, &plan);
        first.choose(0, |choice| choice.delay = Quarters(1.0));
        let mut second = first.clone();
        second.set(lever, 0.9, &plan);
        let mut third = first.clone();
        third.choose(0, |choice| choice.status = Some(Status::Cancelled));
        let rows = differing(&plan, &first, &[&second, &third]);
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(rows[0].changes, [Some(Change::Lever { lever, from: 0.7, to: 0.9 }), None]);
        assert_eq!(rows[1].thing, Thing::Project(0, Aspect::Status));
        assert!(rows[1].changes[0].is_none() && rows[1].changes[1].is_some());
        assert_eq!(differing(&plan, &first, &[&first]), []);
    }

    #[test]
    fn two_columns_that_differ_in_the_same_thing_share_a_row() {
        let plan = seeds::linhe().unwrap();
        let lever = Lever::of_plan(Kind::Award, &plan);
        let first = Scenario::default();
        let with = |value: f64| {
            let mut scenario = Scenario::default();
            scenario.set(lever, value, &plan);
            scenario
        };
        let rows = differing(&plan, &first, &[&with(0.4), &with(0.5)]);
        let [row] = &rows[..] else { panic!("one row, not {rows:?}") };
        assert!(row.changes.iter().all(Option::is_some));
        assert_eq!(row.any(), row.changes[0].as_ref());
    }
}
