//! Sensitivity: how far the answer swings when one lever goes from one end of what is plausible to
//! the other.

use super::Progress;
use super::trial::Trial;
use crate::plan::Plan;
use crate::plan::lever::{Group, Lever, catalogue};
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Rate, Share};
use serde::{Deserialize, Serialize};

/// Every lever that makes a difference, the widest swing of growth first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// One row of the tornado for each lever.
    pub swings: Vec<Swing>,
}

/// What one lever does between the ends of what is plausible, all others as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// Which lever.
    pub lever: Lever,
    /// Its value at the lower end.
    pub low: f64,
    /// Its value at the upper end.
    pub high: f64,
    /// Real growth of the tiers' year at either end, lower end first.
    pub growth: [Rate; 2],
    /// GDP missing for the tier asked about at either end; negative is to spare.
    pub gap: [NominalMoney; 2],
    /// Odds of the tier at either end; absent until the futures are drawn.
    pub odds: Option<[Share; 2]>,
    /// Spearman's rank correlation with growth over the drawn futures; absent for what is not drawn.
    pub rank_with_growth: Option<f64>,
    /// The same with the gap to the tier.
    pub rank_with_gap: Option<f64>,
}

impl Swing {
    /// How far growth goes from one end to the other.
    #[must_use]
    pub fn of_growth(&self) -> Rate {
        (self.growth[1] - self.growth[0]).abs()
    }

    /// How far the gap goes from one end to the other.
    #[must_use]
    pub fn of_gap(&self) -> NominalMoney {
        (self.gap[1] - self.gap[0]).abs()
    }
}

/// A swing that is none, in 亿元 or as a fraction of growth.
const NOTHING: f64 = 1e-12;

/// The tornado, a little at a time: the swing of every lever of the catalogue that moves growth of
/// the tiers' year or the gap to a tier between the ends of what is plausible.
///
/// The base year and the tiers themselves are definitions and left out; asking for less is not
/// reaching it. Without such a tier the gap is none.
#[derive(Clone, Debug)]
pub struct SensitivityStudy<'p> {
    trial: Trial<'p>,
    tier: usize,
    all: usize,
    left: Vec<Lever>,
    swings: Vec<Swing>,
}

/// Levers that one step looks at.
const LEVERS: usize = 4;

impl<'p> SensitivityStudy<'p> {
    /// All levers of the plan, none looked at.
    #[must_use]
    pub fn new(plan: &'p Plan, scenario: &Scenario, tier: usize) -> Self {
        let levers = catalogue(plan).into_iter().map(|spec| spec.lever);
        Self::of_levers(Trial::new(plan, scenario), tier, levers)
    }

    fn of_levers(trial: Trial<'p>, tier: usize, levers: impl Iterator<Item = Lever>) -> Self {
        let year = trial.plan().year;
        let acts = |lever: &Lever| lever.kind.group() != Group::Goals && lever.year <= year;
        let left: Vec<Lever> = levers.filter(acts).collect();
        Self { trial, tier, all: left.len(), left, swings: Vec::new() }
    }

    /// Looks at a few levers.
    pub fn step(&mut self) -> Progress<Sensitivity> {
        for _ in 0..LEVERS {
            let Some(lever) = self.left.pop() else { return Progress::Done(self.sensitivity()) };
            let swing = swing(&self.trial, self.tier, lever);
            let some = |swing: &Swing| swing.of_growth().0 > NOTHING || swing.of_gap().0 > NOTHING;
            self.swings.extend(swing.filter(some));
        }
        Progress::Going(Share(1.0 - self.left.len() as f64 / self.all.max(1) as f64))
    }

    /// What is found, the widest swing of growth first.
    fn sensitivity(&self) -> Sensitivity {
        let mut swings = self.swings.clone();
        swings.sort_by(|a, b| {
            let by_growth = b.of_growth().0.total_cmp(&a.of_growth().0);
            by_growth.then(b.of_gap().0.total_cmp(&a.of_gap().0)).then(a.lever.cmp(&b.lever))
        });
        Sensitivity { swings }
    }
}

/// The tornado of a scenario for a tier.
#[must_use]
pub fn sensitivity(plan: &Plan, scenario: &Scenario, tier: usize) -> Sensitivity {
    to_the_end(SensitivityStudy::new(plan, scenario, tier))
}

fn to_the_end(mut study: SensitivityStudy) -> Sensitivity {
    loop {
        if let Progress::Done(answer) = study.step() {
            return answer;
        }
    }
}

fn swing(trial: &Trial, tier: usize, lever: Lever) -> Option<Swing> {
    let span = trial.plausible(lever)?;
    let ends = [span.min, span.max].map(|end| trial.figures(&[trial.to(lever, end)]));
    let gap = |end: usize| ends[end].tiers.get(tier).map_or(NominalMoney::ZERO, |tier| tier.gap);
    Some(Swing {
        lever,
        low: span.min,
        high: span.max,
        growth: [ends[0].growth, ends[1].growth],
        gap: [gap(0), gap(1)],
        odds: None,
        rank_with_growth: None,
        rank_with_gap: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{self, Outcome};
    use crate::plan::lever::Kind;
    use crate::plan::project::Status;
    use crate::plan::resolve::resolve;
    use crate::plan::tier::TierMode;
    use crate::seeds;

    fn of(plan: &Plan, scenario: &Scenario) -> (Vec<Swing>, Outcome) {
        let swings = sensitivity(plan, scenario, 0).swings;
        (swings, engine::run(&resolve(plan, scenario)))
    }

    fn find(swings: &[Swing], lever: Lever) -> Option<&Swing> {
        swings.iter().find(|swing| swing.lever == lever)
    }

    #[test]
    fn a_point_of_an_industrys_growth_is_worth_its_weight() {
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()] {
            let (swings, outcome) = of(&plan, &Scenario::default());
            for item in 0..plan.industries.len() {
                let lever = Lever::of_industry(Kind::Growth, item, plan.year);
                let swing = find(&swings, lever).unwrap();
                let slope = swing.of_growth().0 / (swing.high - swing.low);
                assert!((slope - outcome.weight(item, plan.year).0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_point_of_prices_is_worth_the_level_over_the_deflator() {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        scenario.modes.insert(0, TierMode::Level);
        // An initiative's new value added is given at current prices, so it is switched off here.
        for item in 0..plan.initiatives.len() {
            scenario.set(Lever::of_item(Kind::Turnover, item, &plan), 0.0, &plan);
        }
        let (swings, outcome) = of(&plan, &scenario);
        for item in 0..plan.industries.len() {
            let lever = Lever::of_industry(Kind::Price, item, plan.year);
            let swing = find(&swings, lever).unwrap();
            let slope = swing.of_gap().0 / (swing.high - swing.low);
            let level = outcome.annual_in(item, plan.year);
            let expected = level.nominal / level.deflator.0;
            assert!((slope - expected.0).abs() < 1e-6, "{slope} {expected:?}");
            assert!(swing.of_growth().0 < 1e-12, "growth knows no prices: {swing:?}");
        }
    }

    #[test]
    fn prices_move_growth_through_initiatives_and_investment_alone() {
        let plan = seeds::chengguan().unwrap();
        let common = Lever::of_year(Kind::CommonPrice, plan.year);
        let investment = Lever::of_year(Kind::InvestmentPrice, plan.year);
        let mut scenario = Scenario::default();
        let (swings, _) = of(&plan, &scenario);
        assert!(find(&swings, common).unwrap().of_growth().0 > 1e-6);
        assert!(find(&swings, investment).unwrap().of_growth().0 > 1e-6);
        for item in 0..plan.initiatives.len() {
            scenario.set(Lever::of_item(Kind::Turnover, item, &plan), 0.0, &plan);
        }
        for project in 0..plan.projects.len() {
            scenario.choose(project, |choice| choice.status = Some(Status::Off));
        }
        let (swings, _) = of(&plan, &scenario);
        assert!(find(&swings, common).unwrap().of_growth().0 < 1e-12);
        assert!(find(&swings, investment).is_none());
    }

    #[test]
    fn the_order_of_the_levers_does_not_matter() {
        let plan = seeds::chengguan().unwrap();
        let of = |levers: Vec<Lever>| {
            let trial = Trial::new(&plan, &Scenario::default());
            to_the_end(SensitivityStudy::of_levers(trial, 1, levers.into_iter()))
        };
        let mut levers: Vec<Lever> = catalogue(&plan).into_iter().map(|spec| spec.lever).collect();
        let forwards = of(levers.clone());
        levers.reverse();
        assert_eq!(of(levers), forwards);
        assert!(forwards.swings.is_sorted_by(|a, b| a.of_growth() >= b.of_growth()));
    }

    #[test]
    fn what_makes_no_difference_and_what_is_a_definition_is_left_out() {
        let plan = seeds::chengguan().unwrap();
        let (swings, _) = of(&plan, &Scenario::default());
        assert!(swings.len() > 30, "{}", swings.len());
        for swing in &swings {
            assert!(swing.lever.kind.group() != Group::Goals && swing.lever.year <= plan.year);
            assert!(swing.of_growth().0 > 0.0 || swing.of_gap().0 > 0.0);
        }
    }
}
