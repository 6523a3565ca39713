//! What the shipped plan can and cannot reach.

use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::lever::{Group, catalogue, find};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;

fn with(plan: &Plan, settings: &[(&str, f64)]) -> Outcome {
    let mut scenario = Scenario::default();
    for &(key, value) in settings {
        scenario.set(find(key, plan).expect("the plan has this lever"), value, plan);
    }
    engine::run(&resolve(plan, &scenario))
}

#[test]
fn as_planned_the_target_is_short_by_little() {
    let plan = seeds::chengguan().unwrap();
    let outcome = with(&plan, &[]);
    assert!((outcome.baseline_growth(plan.year).points().0 - 5.23).abs() < 1e-9);
    let growth = outcome.growth(plan.year).points().0;
    assert!((6.4..6.7).contains(&growth), "{growth} %");
    let gap = outcome.tiers[0].level_gap.unwrap().0;
    assert!(!outcome.tiers[0].attained && (0.0..7.0).contains(&gap), "short by {gap} 亿元");
}

#[test]
fn strive_is_within_reach_of_plausible_levers_together() {
    let plan = seeds::chengguan().unwrap();
    let settings = [
        ("execution", 0.92),
        ("award", 0.80),
        ("reserve-start", 0.10),
        ("additionality-starting", 0.65),
        ("common-growth.2023", 0.0065),
    ];
    for (key, value) in settings {
        let lever = find(key, &plan).unwrap();
        let spec = mogao::plan::lever::spec(lever, &plan).unwrap();
        assert!(spec.plausible.contains(value), "{key} at {value} is implausible");
    }
    let outcome = with(&plan, &settings);
    assert!(outcome.tiers[1].attained, "{:?}", outcome.tiers[1]);
}

#[test]
fn stretch_is_out_of_reach_of_any_single_plausible_lever() {
    let plan = seeds::chengguan().unwrap();
    // Lowering the goal, or another base year, is not reaching it.
    let levers = catalogue(&plan).into_iter();
    for spec in levers.filter(|spec| spec.lever.kind.group() != Group::Goals) {
        for value in [spec.plausible.min, spec.plausible.max] {
            let key = spec.lever.key(&plan);
            assert!(!with(&plan, &[(&key, value)]).tiers[2].attained, "{key} at {value}");
        }
    }
}
