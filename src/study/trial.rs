//! A trial: the scenario with some levers elsewhere, and the few figures that studies compare.
//!
//! Every deterministic study asks its plan and scenario through here and nowhere else.

use super::Move;
use crate::engine::{self, Outcome, attainment};
use crate::plan::Plan;
use crate::plan::lever::{self, Lever, LeverSpec, Span};
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::plan::tier::TierMode;
use crate::units::{NominalMoney, Rate};

/// A plan and a scenario to try levers on.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    plan: &'a Plan,
    scenario: Scenario,
    here: Figures,
}

/// What a study compares of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Real growth of the tiers' year.
    pub growth: Rate,
    /// GDP of the tiers' year at current prices.
    pub nominal: NominalMoney,
    /// Project spending carried out in the tiers' year, at the prices paid.
    pub executed: NominalMoney,
    /// How each tier fares, in the plan's order.
    pub tiers: Vec<TierFigures>,
}

/// How one tier fares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierFigures {
    /// Whether it is reached.
    pub attained: bool,
    /// Current-price GDP missing (positive) or to spare (negative) by the deciding test.
    pub gap: NominalMoney,
    /// How far the tests that must hold are passed (positive) or failed (negative).
    ///
    /// ```text
    /// growth  g − g*
    /// level   (GDP − level) / GDP of the base year
    /// both    the smaller of the two;      any    the larger
    /// ```
    ///
    /// Nothing is rounded away, so that an edge can be found: within a billionth of zero a tier
    /// counts as reached on either side.
    pub margin: f64,
}

impl<'a> Trial<'a> {
    /// A scenario of a plan, to be tried on.
    #[must_use]
    pub fn new(plan: &'a Plan, scenario: &Scenario) -> Self {
        let here = of_scenario(plan, scenario);
        Self { plan, scenario: scenario.clone(), here }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The scenario as it stands.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The figures of the scenario as it stands.
    #[must_use]
    pub fn here(&self) -> &Figures {
        &self.here
    }

    /// Where a lever stands.
    #[must_use]
    pub fn value(&self, lever: Lever) -> f64 {
        self.scenario.value(lever, self.plan)
    }

    /// A lever's numbers; `None` when the plan has no such lever.
    #[must_use]
    pub fn spec(&self, lever: Lever) -> Option<LeverSpec> {
        lever::spec(lever, self.plan)
    }

    /// The move of a lever from where it stands.
    #[must_use]
    pub fn to(&self, lever: Lever, value: f64) -> Move {
        Move { lever, from: self.value(lever), to: value }
    }

    /// The scenario with some levers moved.
    #[must_use]
    pub fn moved(&self, moves: &[Move]) -> Scenario {
        moved(self.plan, &self.scenario, moves)
    }

    /// The figures with some levers moved.
    #[must_use]
    pub fn figures(&self, moves: &[Move]) -> Figures {
        if moves.is_empty() {
            self.here.clone()
        } else {
            of_moves(self.plan, &self.scenario, moves)
        }
    }

    /// Where a lever may plausibly stand: the plausible span within the slider's, widened to hold
    /// where it stands now.
    #[must_use]
    pub fn plausible(&self, lever: Lever) -> Option<Span> {
        let spec = self.spec(lever)?;
        let (low, high) =
            (spec.range.clamp(spec.plausible.min), spec.range.clamp(spec.plausible.max));
        Some(widened(Span { min: low, max: high }, self.value(lever)))
    }
}

/// A scenario with some levers moved.
#[must_use]
pub fn moved(plan: &Plan, scenario: &Scenario, moves: &[Move]) -> Scenario {
    let mut scenario = scenario.clone();
    for own in moves {
        scenario.set(own.lever, own.to, plan);
    }
    scenario
}

/// The figures of a scenario with some levers moved.
#[must_use]
pub fn of_moves(plan: &Plan, scenario: &Scenario, moves: &[Move]) -> Figures {
    of_scenario(plan, &moved(plan, scenario, moves))
}

/// A span that holds a value.
#[must_use]
pub fn widened(span: Span, value: f64) -> Span {
    Span { min: span.min.min(value), max: span.max.max(value) }
}

/// The figures of a scenario.
#[must_use]
pub fn of_scenario(plan: &Plan, scenario: &Scenario) -> Figures {
    of_outcome(&engine::run(&resolve(plan, scenario)), scenario.published_rounding)
}

/// The figures of an outcome.
#[must_use]
pub fn of_outcome(outcome: &Outcome, published_rounding: bool) -> Figures {
    let year = outcome.year;
    let (growth, nominal) = (outcome.growth(year), outcome.annual(year).nominal);
    let base = outcome.annual(outcome.grid.base_year).nominal.max(NominalMoney(f64::MIN_POSITIVE));
    let tiers = outcome.tiers.iter().map(|tier| {
        let by_growth = tier
            .growth
            .map(|asked| (growth - attainment::growth_needed(asked, published_rounding)).0);
        let by_level = tier.level.map(|level| (nominal - level) / base);
        TierFigures {
            attained: tier.attained,
            gap: tier.binding_gap,
            margin: margin(tier.mode, by_growth, by_level),
        }
    });
    Figures { growth, nominal, executed: outcome.spending(year).executed, tiers: tiers.collect() }
}

/// The margin that decides; a tier without tests is just reached, and a mode that names a test it
/// does not have falls back on the other.
fn margin(mode: TierMode, growth: Option<f64>, level: Option<f64>) -> f64 {
    match (growth, level) {
        (None, None) => 0.0,
        (Some(only), None) | (None, Some(only)) => only,
        (Some(growth), Some(level)) => match mode {
            TierMode::Both => growth.min(level),
            TierMode::Any => growth.max(level),
            TierMode::Growth => growth,
            TierMode::Level => level,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, catalogue};
    use crate::seeds;

    #[test]
    fn a_margin_is_negative_exactly_where_a_tier_is_missed() {
        for mode in [TierMode::Both, TierMode::Any, TierMode::Growth, TierMode::Level] {
            for published_rounding in [false, true] {
                let plan = seeds::chengguan().unwrap();
                let mut scenario = Scenario { published_rounding, ..Scenario::default() };
                scenario.modes.extend((0..3).map(|tier| (tier, mode)));
                let common = Lever::of_year(Kind::CommonGrowth, plan.year);
                for step in 0..60 {
                    scenario.set(common, f64::from(step) * 0.0013 - 0.01, &plan);
                    for tier in of_scenario(&plan, &scenario).tiers {
                        assert_eq!(tier.margin >= 0.0, tier.attained, "{tier:?} {mode:?}");
                        assert_eq!(tier.gap.0 <= 0.0, tier.attained, "{tier:?} {mode:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_plausible_span_holds_the_value_set_and_stays_within_the_slider() {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        let execution = Lever::of_plan(Kind::Execution, &plan);
        scenario.set(execution, 0.2, &plan);
        let trial = Trial::new(&plan, &scenario);
        for spec in catalogue(&plan) {
            let span = trial.plausible(spec.lever).unwrap();
            assert!(span.contains(trial.value(spec.lever)));
            assert!(spec.lever == execution || spec.range.min <= span.min);
            assert!(span.max <= spec.range.max);
        }
        assert_eq!(trial.plausible(execution).unwrap().min, 0.2);
    }

    #[test]
    fn what_is_tried_is_not_done() {
        let plan = seeds::chengguan().unwrap();
        let trial = Trial::new(&plan, &Scenario::default());
        let award = trial.to(Lever::of_plan(Kind::Award, &plan), 0.9);
        assert!(trial.figures(&[award]).nominal > trial.here().nominal);
        assert!(trial.scenario().is_as_planned());
        assert_eq!(trial.figures(&[]), *trial.here());
    }
}
