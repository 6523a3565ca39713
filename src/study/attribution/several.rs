//! Several scenarios counted from one: an attribution for each.

use super::{Attribution, AttributionStudy};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::units::Share;

/// What each difference is worth, from the first of several scenarios to each of the others.
#[derive(Clone, Debug)]
pub struct ComparisonStudy<'p> {
    plan: &'p Plan,
    first: Scenario,
    others: Vec<Scenario>,
    now: Option<AttributionStudy<'p>>,
    done: Vec<Attribution>,
}

impl<'p> ComparisonStudy<'p> {
    /// The scenarios, the one that all are counted from first; `stands` is taken where none is named.
    #[must_use]
    pub fn new(plan: &'p Plan, stands: &Scenario, scenarios: Vec<Option<Scenario>>) -> Self {
        let mut scenarios =
            scenarios.into_iter().map(|named| named.unwrap_or_else(|| stands.clone()));
        let first = scenarios.next().unwrap_or_else(|| stands.clone());
        Self { plan, first, others: scenarios.collect(), now: None, done: Vec::new() }
    }

    /// Does a little of the work.
    pub fn step(&mut self) -> Progress<Vec<Attribution>> {
        let Some(other) = self.others.get(self.done.len()) else {
            return Progress::Done(std::mem::take(&mut self.done));
        };
        let (plan, first) = (self.plan, &self.first);
        let study = self.now.get_or_insert_with(|| AttributionStudy::new(plan, first, other));
        let part = match study.step() {
            Progress::Going(part) => part.0,
            Progress::Done(attribution) => {
                self.done.push(attribution);
                self.now = None;
                0.0
            }
        };
        Progress::Going(Share((self.done.len() as f64 + part) / self.others.len() as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;
    use crate::study::attribution::attribution;

    #[test]
    fn each_scenario_is_counted_from_the_first_and_the_unnamed_one_is_the_one_that_stands() {
        let plan = seeds::linhe().unwrap();
        let with = |kind, value| {
            let mut scenario = Scenario::default();
            scenario.set(Lever::of_plan(kind, &plan), value, &plan);
            scenario
        };
        let (first, named) = (with(Kind::Execution, 0.7), with(Kind::Award, 0.9));
        let stands = with(Kind::Backfill, 0.5);
        let asked = vec![Some(first.clone()), Some(named.clone()), None];
        let mut study = ComparisonStudy::new(&plan, &stands, asked);
        let mut before = 0.0;
        let found = loop {
            match study.step() {
                Progress::Going(done) => {
                    assert!(before <= done.0 && done.0 <= 1.0, "{before} {done:?}");
                    before = done.0;
                }
                Progress::Done(found) => break found,
            }
        };
        let expected = [attribution(&plan, &first, &named), attribution(&plan, &first, &stands)];
        assert_eq!(found, expected);
    }
}
