//! In how many of the possible futures: the laws that odds keep.

use crate::kernel::many::many_projects;
use mogao::engine;
use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever, Span};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Scenario, Shape};
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::study::distribution::Spread;
use mogao::study::draws::Source;
use mogao::study::odds::{DrawnFigures, Draws, Odds, OddsStudy};
use mogao::units::{NominalMoney, Rate, Share};

fn odds(plan: &Plan, scenario: &Scenario, draws: Draws) -> Odds {
    OddsStudy::new(plan, scenario, draws).finish()
}

/// The plan with nothing plausible but what is set.
fn certain(mut plan: Plan) -> Plan {
    let scenario = Scenario::default();
    for spec in mogao::plan::lever::catalogue(&plan) {
        let value = scenario.value(spec.lever, &plan);
        if let Some(numbers) = plan.levers.get_mut(&spec.lever.kind) {
            let only = if numbers.relative { 0.0 } else { value };
            numbers.plausible = Span { min: only, max: only };
        }
    }
    plan
}

/// Growth of the plan's three industries alone, by the spreads of the worked example.
fn growth_alone(shape: Shape) -> (Plan, Scenario) {
    let mut plan = certain(seeds::linhe().unwrap());
    plan.projects.clear();
    plan.initiatives.clear();
    let mut scenario = Scenario::default();
    scenario.chance.shape = shape;
    (plan, scenario)
}

#[test]
fn where_nothing_is_unknown_the_odds_are_the_run_to_the_last_bit() {
    for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()].map(certain) {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
            let mut scenario = Scenario::default();
            scenario.chance.shape = shape;
            let outcome = engine::run(&resolve(&plan, &scenario));
            let odds = odds(&plan, &scenario, Draws::Preview);
            assert_eq!(odds.gdp.low, outcome.annual(plan.year).nominal);
            assert_eq!(odds.gdp.high, outcome.annual(plan.year).nominal);
            assert_eq!(odds.growth.middle, outcome.growth(plan.year));
            assert_eq!(odds.trailing[9].low, outcome.trailing(9).nominal);
            for (tier, own) in outcome.tiers.iter().zip(&odds.tiers) {
                assert_eq!(own.attained, if tier.attained { Share::WHOLE } else { Share::ZERO });
                assert_eq!(own.error, Share::ZERO);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_digits_and_another_seed_nearly_the_same_odds() {
    let plan = seeds::chengguan().unwrap();
    let mut scenario = Scenario::default();
    let first = odds(&plan, &scenario, Draws::Settled);
    assert_eq!(first, odds(&plan, &scenario, Draws::Settled));
    scenario.chance.seed = 77;
    let other = odds(&plan, &scenario, Draws::Settled);
    assert_ne!(first, other);
    for (one, other) in first.tiers.iter().zip(&other.tiers) {
        let error = (one.error.0 + other.error.0).max(0.001);
        assert!((one.attained.0 - other.attained.0).abs() < 4.0 * error, "{one:?} {other:?}");
    }
}

#[test]
fn the_odds_have_the_same_bits_however_many_workers_run_them() {
    let plan = many_projects(60);
    let scenario = Scenario::default();
    let whole = odds(&plan, &scenario, Draws::Settled);
    let assumptions = resolve(&plan, &scenario);
    for workers in 1..=4 {
        let count = Draws::Settled.sets();
        let slice = |range| {
            let source = Source::new(&plan, scenario.chance.seed);
            OddsStudy::of_range(&plan, &scenario, source, count, range).into_figures()
        };
        let parts: Vec<DrawnFigures> = count.slices(workers).into_iter().map(slice).collect();
        assert_eq!(Odds::of(&parts, count, &assumptions.tiers, false), whole, "{workers}");
    }
}

/// Mean and standard deviation.
fn moments(values: &[f32]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().map(|&value| f64::from(value)).sum::<f64>() / count;
    let squares = values.iter().map(|&value| (f64::from(value) - mean).powi(2));
    (mean, (squares.sum::<f64>() / count).sqrt())
}

#[test]
fn growth_of_independent_industries_has_the_moments_of_the_closed_form() {
    for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform] {
        let (mut plan, scenario) = growth_alone(shape);
        let numbers = plan.levers.get_mut(&Kind::Growth).unwrap();
        numbers.plausible = Span { min: -0.02, max: 0.01 };
        let outcome = engine::run(&resolve(&plan, &scenario));
        let unknowns = mogao::study::unknown::Unknowns::of(&plan, &scenario);
        let weights: Vec<f64> =
            (0..plan.industries.len()).map(|item| outcome.weight(item, plan.year).0).collect();
        let spreads: Vec<_> = unknowns
            .once
            .iter()
            .filter(|unknown| unknown.lever.kind == Kind::Growth)
            .map(|unknown| unknown.spread)
            .collect();
        let mean: f64 = weights.iter().zip(&spreads).map(|(w, own)| w * own.mean()).sum();
        // Values of spreads that go together by 0.5 in ranks do so by nearly 0.5 in amounts.
        let deviations: Vec<f64> = spreads.iter().map(|own| own.variance().sqrt()).collect();
        let mut variance = 0.0;
        for (one, w) in weights.iter().enumerate() {
            for (other, v) in weights.iter().enumerate() {
                let together = if one == other { 1.0 } else { 0.5 };
                variance += w * v * deviations[one] * deviations[other] * together;
            }
        }
        let study = OddsStudy::new(&plan, &scenario, Draws::Settled);
        let (found, deviation) = moments(&study.into_figures().growth);
        let error = variance.sqrt() / 64.0;
        assert!((found - mean).abs() < 4.0 * error, "{shape:?} {found} {mean}");
        assert!((deviation / variance.sqrt() - 1.0).abs() < 0.04, "{shape:?} {deviation}");
    }
}

#[test]
fn the_worked_example_s_growth_rates_have_its_moments() {
    let plan = seeds::linhe().unwrap();
    let count = Draws::Settled.sets();
    let sample = Source::new(&plan, 2023).draw(count, 0..count.futures());
    let given = [(3.0, 5.0, 6.0, 0.2), (0.0, 4.0, 10.0, 0.1), (4.0, 6.0, 7.0, 0.7)];
    for (shape, mean, deviation) in
        [(Shape::Triangular, 5.366_667, 0.646_609), (Shape::Pert, 5.483_333, 0.577_044)]
    {
        let mut growth = vec![0.0_f32; count.futures()];
        for (item, (min, mode, max, weight)) in given.into_iter().enumerate() {
            let plausible = Span { min, max };
            let table = Spread { shape, plausible, mode, hard: plausible }.quantiles();
            for (sum, latent) in growth.iter_mut().zip(sample.latent(item)) {
                *sum += (weight * table.at(f64::from(latent))) as f32;
            }
        }
        let (found, spread) = moments(&growth);
        assert!((found - mean).abs() < 4.0 * deviation / 64.0, "{shape:?} {found}");
        assert!((spread / deviation - 1.0).abs() < 0.03, "{shape:?} {spread}");
    }
}

#[test]
fn a_normal_growth_exceeds_each_tier_as_often_as_the_closed_form_says() {
    // GDP grows by a normal number of mean 6.0 and deviation 0.8: all industries as one.
    let (mut plan, mut scenario) = growth_alone(Shape::Normal);
    for industry in &mut plan.industries[1..] {
        industry.share.value = Share::ZERO;
    }
    plan.industries[0].share.value = Share::WHOLE;
    let lever = Lever::of_industry(Kind::Growth, 0, plan.year);
    scenario.set(lever, 0.06, &plan);
    let default = mogao::plan::lever::default(lever, &plan);
    let reach = 0.008 * 1.644_853_626_951_472_2;
    let numbers = plan.levers.get_mut(&Kind::Growth).unwrap();
    assert!(numbers.relative);
    numbers.plausible = Span { min: 0.06 - reach - default, max: 0.06 + reach - default };
    for (asked, wanted) in [(0.05, 0.894_350), (0.06, 0.5), (0.07, 0.105_650), (0.078, 0.012_224)] {
        let tier = &mut plan.tiers[0];
        tier.mode = TierMode::Growth;
        tier.growth.as_mut().unwrap().value = Rate(asked);
        let odds = odds(&plan, &scenario, Draws::Settled);
        let found = odds.tiers[0].attained.0;
        assert!(
            (found - wanted).abs() < (4.0 * odds.tiers[0].error.0).max(0.001),
            "{asked} {found}"
        );
        assert!(odds.tiers[0].error.0 < 0.005);
    }
}

/// Fails if the odds of any tier take a step the wrong way while a lever is dragged up.
fn drag(plan: &Plan, lever: Lever, span: Span, rising: bool) {
    let source = Source::new(plan, Scenario::default().chance.seed);
    let mut before: Option<Odds> = None;
    for step in 0..41 {
        let mut scenario = Scenario::default();
        let value = span.min + (span.max - span.min) * f64::from(step) / 40.0;
        scenario.set(lever, value, plan);
        let now = OddsStudy::with(plan, &scenario, source.clone(), Draws::Preview).finish();
        if let Some(before) = &before {
            for (tier, (now, before)) in now.tiers.iter().zip(&before.tiers).enumerate() {
                let step = now.attained.0 - before.attained.0;
                let right = if rising { step >= 0.0 } else { step <= 0.0 };
                assert!(right, "{lever:?} {value} tier {tier}: {before:?} {now:?}");
            }
        }
        before = Some(now);
    }
}

#[test]
fn a_drag_never_moves_the_odds_the_wrong_way() {
    for mut plan in [seeds::chengguan().unwrap(), many_projects(120)] {
        // Tiers within reach, so that there is something to move.
        plan.tiers[2].growth.as_mut().unwrap().value = Rate(0.06);
        plan.tiers[2].level.as_mut().unwrap().value = NominalMoney(1220.0);
        let growth = Lever::of_industry(Kind::Growth, 3, plan.year);
        drag(&plan, growth, Span { min: -0.02, max: 0.10 }, true);
        drag(
            &plan,
            Lever::of_year(Kind::CommonGrowth, plan.year),
            Span { min: -0.01, max: 0.03 },
            true,
        );
        drag(&plan, Lever::of_plan(Kind::Execution, &plan), Span { min: 0.4, max: 1.0 }, true);
        drag(&plan, Lever::of_plan(Kind::Slip, &plan), Span { min: 0.0, max: 4.0 }, false);
    }
}

#[test]
fn a_study_interrupted_is_the_study_in_one_go_and_says_how_far_it_is() {
    let plan = seeds::chengguan().unwrap();
    let mut study = OddsStudy::new(&plan, &Scenario::default(), Draws::Settled);
    let mut last = 0.0;
    let odds = loop {
        match study.step() {
            mogao::study::Progress::Going(done) => {
                assert!(done.0 > last && done.0 < 1.0);
                last = done.0;
            }
            mogao::study::Progress::Done(odds) => break odds,
        }
    };
    assert!(last > 0.8);
    assert_eq!(odds, self::odds(&plan, &Scenario::default(), Draws::Settled));
    assert_eq!(odds.draws, 4_096);
}
