//! A trial: the scenario with some levers elsewhere, and the few figures that studies compare.
//!
//! Every deterministic study asks its plan and scenario through here and nowhere else.

use super::Move;
use super::kernel::{self, WhatIf};
use crate::engine::attainment::{self, Reached};
use crate::engine::{self, Outcome};
use crate::plan::Plan;
use crate::plan::assumptions::TierAssumptions;
use crate::plan::lever::{self, Lever, LeverSpec, Span};
use crate::plan::resolve::{Resolver, resolve};
use crate::plan::scenario::Scenario;
use crate::plan::tier::TierMode;
use crate::units::{Deflator, NominalMoney, Rate, RealMoney};

/// A plan and a scenario to try levers on.
///
/// Figures come from the kernel of the studies, which gives what a run of the engine gives to a
/// billionth: a search asks dozens of times.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    plan: &'a Plan,
    scenario: Scenario,
    what_if: WhatIf,
    here: Figures,
}

/// What a study compares of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Real growth of the tiers' year.
    pub growth: Rate,
    /// GDP of the tiers' year at current prices.
    pub nominal: NominalMoney,
    /// How each tier fares, in the plan's order.
    pub tiers: Vec<TierFigures>,
}

/// What a run of the engine comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// What studies compare.
    pub figures: Figures,
    /// Project spending carried out in the tiers' year, at the prices paid.
    pub executed: NominalMoney,
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
        let what_if = WhatIf::new(plan, scenario);
        let here = of_kernel(&what_if.figures(plan, scenario, &[]), plan, scenario);
        Self { plan, scenario: scenario.clone(), what_if, here }
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

    /// The scenario taken apart, for those who outlive the plan's loan.
    #[must_use]
    pub fn into_what_if(self) -> WhatIf {
        self.what_if
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
            return self.here.clone();
        }
        let moved = self.moved(moves);
        of_kernel(&self.what_if.figures(self.plan, &moved, moves), self.plan, &moved)
    }

    /// The same by a run of the engine: what the screen will show once the moves are made.
    #[must_use]
    pub fn settled(&self, moves: &[Move]) -> Settled {
        let moved = self.moved(moves);
        let outcome = engine::run(&resolve(self.plan, &moved));
        Settled {
            figures: of_outcome(&outcome, moved.published_rounding),
            executed: outcome.spending(outcome.year).executed,
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
    let base = outcome.annual(outcome.grid.base_year).nominal;
    let tiers = outcome.tiers.iter().map(|tier| TierFigures {
        attained: tier.attained,
        gap: tier.binding_gap,
        margin: margin(
            TierAssumptions { growth: tier.growth, level: tier.level, mode: tier.mode },
            (growth, nominal, base),
            published_rounding,
        ),
    });
    Figures { growth, nominal, tiers: tiers.collect() }
}

/// The figures of a run of the kernel.
fn of_kernel(found: &kernel::Figures<f64>, plan: &Plan, scenario: &Scenario) -> Figures {
    let (growth, nominal) = (Rate(found.growth), NominalMoney(found.nominal));
    let real = RealMoney(found.real);
    let reached = Reached {
        growth,
        nominal,
        deflator: if real == RealMoney::ZERO { Deflator::BASE } else { nominal / real },
        year_before: RealMoney(found.real_before),
    };
    let base = NominalMoney(found.trailing.get(3).copied().unwrap_or(0.0));
    let published_rounding = scenario.published_rounding;
    let of_tier = |tier: TierAssumptions| {
        let short = attainment::shortfall(&tier, reached, published_rounding);
        let margin = margin(tier, (growth, nominal, base), published_rounding);
        TierFigures { attained: short.attained, gap: short.binding_gap, margin }
    };
    let tiers = Resolver::new(plan, scenario).tiers();
    Figures { growth, nominal, tiers: tiers.into_iter().map(of_tier).collect() }
}

/// The margin that decides; a tier without tests is just reached, and a mode that names a test it
/// does not have falls back on the other.
///
/// `asked` is a tier, `found` growth and GDP of the tiers' year and GDP of the base year.
fn margin(
    asked: TierAssumptions,
    found: (Rate, NominalMoney, NominalMoney),
    published_rounding: bool,
) -> f64 {
    let base = found.2.max(NominalMoney(f64::MIN_POSITIVE));
    let by_growth =
        asked.growth.map(|rate| (found.0 - attainment::growth_needed(rate, published_rounding)).0);
    let by_level = asked.level.map(|level| (found.1 - level) / base);
    match (by_growth, by_level) {
        (None, None) => 0.0,
        (Some(only), None) | (None, Some(only)) => only,
        (Some(growth), Some(level)) => match asked.mode {
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
