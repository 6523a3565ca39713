//! The result in someone's hand: GDP is pulled to a level and the levers glide there.

use super::hand::{self, Towards};
use super::least_change;
use crate::plan::Plan;
use crate::plan::lever::Lever;
use crate::plan::scenario::Scenario;
use crate::study::Move;
use crate::study::kernel::WhatIf;
use crate::study::path::Path;
use crate::study::root::{self, Point, Until};
use crate::study::trial::{self, Trial};
use crate::units::NominalMoney;
use std::collections::BTreeSet;

/// Most runs that one moment of a drag may take.
pub const MOST_RUNS: usize = 8;

/// A drag of the result, from the moment it is taken hold of.
///
/// The ways up and down are those of least change, laid out once; a moment of the drag only looks
/// for its place on them. So the levers go where they came from: the same level gives the same
/// moves, whichever way the hand came.
#[derive(Clone, Debug)]
pub struct Drag {
    scenario: Scenario,
    what_if: WhatIf,
    here: NominalMoney,
    up: Rope,
    down: Rope,
}

/// A path with what GDP is at its knots.
#[derive(Clone, Debug)]
struct Rope {
    path: Path,
    towards: Towards,
    knots: Vec<(f64, NominalMoney)>,
}

impl Drag {
    /// Takes hold of the result of a scenario; locked levers stay where they are.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, locked: &BTreeSet<Lever>) -> Self {
        let trial = Trial::new(plan, scenario);
        let [more, less] = hand::both_ways(&trial, &hand::levers(&trial, locked));
        let up = Rope::new(&trial, Towards::More, least_change(more));
        let down = Rope::new(&trial, Towards::Less, least_change(less));
        let here = trial.here().nominal;
        Self { scenario: scenario.clone(), what_if: trial.into_what_if(), here, up, down }
    }

    /// The lowest and the highest level that the levers in hand reach; both are where the scenario
    /// stands if none can be moved.
    #[must_use]
    pub fn reach(&self) -> (NominalMoney, NominalMoney) {
        (self.down.end(self.here), self.up.end(self.here))
    }

    /// The moves that bring GDP of the tiers' year at current prices to a level, or as near as it
    /// goes; none for the level where it stands. The plan is the one it was taken hold of in.
    #[must_use]
    pub fn to(&self, level: NominalMoney, plan: &Plan) -> Vec<Move> {
        if level == self.here {
            return Vec::new();
        }
        let rope = if level > self.here { &self.up } else { &self.down };
        let nominal = |part| {
            let moves = rope.path.at(part);
            let moved = trial::moved(plan, &self.scenario, &moves);
            NominalMoney(self.what_if.figures(plan, &moved, &moves).nominal)
        };
        rope.path.at(rope.part(level, nominal))
    }

    /// The scenario at the moment it was taken hold of, with GDP pulled to a level.
    #[must_use]
    pub fn pulled(&self, level: NominalMoney, plan: &Plan) -> Scenario {
        trial::moved(plan, &self.scenario, &self.to(level, plan))
    }
}

impl Rope {
    fn new(trial: &Trial, towards: Towards, path: Path) -> Self {
        let knots = path.knots();
        let knots = knots.into_iter().map(|part| (part, trial.figures(&path.at(part)).nominal));
        Self { knots: knots.collect(), path, towards }
    }

    /// GDP at the far end.
    fn end(&self, here: NominalMoney) -> NominalMoney {
        self.knots.last().map_or(here, |&(_, nominal)| nominal)
    }

    /// How far along a level lies: between the first two knots that hold it, or at the end.
    fn part(&self, level: NominalMoney, nominal: impl Fn(f64) -> NominalMoney) -> f64 {
        let margin = |nominal: NominalMoney| (nominal - level).0 * self.towards.sign();
        let Some(next) = self.knots.iter().position(|&(_, nominal)| margin(nominal) >= 0.0) else {
            return 1.0;
        };
        let point = |index: usize| {
            let (at, nominal) = self.knots[index];
            Point { at, margin: margin(nominal) }
        };
        let Some(before) = next.checked_sub(1) else { return 0.0 };
        let until = Until { apart: 1e-15, passed: 1e-7, asked: MOST_RUNS };
        let ask = |part: f64| margin(nominal(part));
        root::edge(point(before), point(next), until, ask).enough.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;

    fn moved(moves: &[Move], lever: Lever) -> f64 {
        moves.iter().find(|own| own.lever == lever).map_or(0.0, |own| (own.to - own.from).abs())
    }

    #[test]
    fn gdp_follows_the_hand() {
        let template = seeds::read(&seeds::template_tables()).unwrap();
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template] {
            let drag = Drag::new(&plan, &Scenario::default(), &BTreeSet::new());
            let (low, high) = drag.reach();
            let here = drag.here;
            assert!(low < here && here < high, "{} {low:?} {high:?}", plan.id);
            let mut missed = Vec::new();
            for step in 0..=200 {
                let level = low + (high - low) * (f64::from(step) / 200.0);
                let nominal = trial::of_scenario(&plan, &drag.pulled(level, &plan)).nominal;
                if (nominal - level).0.abs() > 1e-6 {
                    missed.push((level, nominal));
                }
            }
            assert!(missed.is_empty(), "{} {missed:?}", plan.id);
        }
    }

    #[test]
    fn levers_glide_away_from_the_start_and_back_to_it() {
        let plan = seeds::chengguan().unwrap();
        let locked = BTreeSet::from([Lever::of_plan(Kind::Award, &plan)]);
        let drag = Drag::new(&plan, &Scenario::default(), &locked);
        let here = drag.here;
        let ends = drag.reach();
        for end in [ends.0, ends.1] {
            let mut before: Vec<Move> = Vec::new();
            for step in 1..=60 {
                let moves = drag.to(here + (end - here) * (f64::from(step) / 60.0), &plan);
                assert!(moves.iter().all(|own| !locked.contains(&own.lever)));
                for own in &before {
                    let now = moved(&moves, own.lever);
                    assert!(now >= moved(&before, own.lever) - 1e-9, "{own:?} {now}");
                }
                before = moves;
            }
            assert!(before.len() > 5);
            assert_eq!(drag.to(here, &plan), []);
        }
    }

    #[test]
    fn a_level_out_of_reach_takes_the_levers_to_their_ends() {
        let plan = seeds::linhe().unwrap();
        let drag = Drag::new(&plan, &Scenario::default(), &BTreeSet::new());
        let (low, high) = drag.reach();
        assert_eq!(drag.to(high * 2.0, &plan), drag.up.path.at(1.0));
        assert_eq!(drag.to(NominalMoney::ZERO, &plan), drag.down.path.at(1.0));
        assert_eq!(trial::of_scenario(&plan, &drag.pulled(low * 0.5, &plan)).nominal, low);
    }

    #[test]
    fn with_everything_locked_nothing_moves() {
        let plan = seeds::linhe().unwrap();
        let trial = Trial::new(&plan, &Scenario::default());
        let every = hand::levers(&trial, &BTreeSet::new()).into_iter().collect();
        let drag = Drag::new(&plan, &Scenario::default(), &every);
        assert_eq!(drag.to(NominalMoney(400.0), &plan), []);
        assert_eq!(drag.reach(), (trial.here().nominal, trial.here().nominal));
    }
}
