//! A trial gives what the engine gives, whatever is moved.

use crate::kernel::many::many_projects;
use mogao::plan::Plan;
use mogao::plan::lever::{self, Kind, Lever};
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::seeds;
use mogao::study::Move;
use mogao::study::random::{between_zero_and_one, keyed};
use mogao::study::trial::{Figures, Trial};
use mogao::units::{NominalMoney, Quarters, Rate};
use proptest::prelude::*;

fn plans() -> Vec<Plan> {
    let template = seeds::read(&seeds::template_tables()).unwrap();
    vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template, many_projects(40)]
}

fn same(found: &Figures, wanted: &Figures, what: &str) {
    let near = |found: f64, wanted: f64, name: &str| {
        let difference = (found - wanted).abs();
        assert!(difference <= 1e-9 * wanted.abs().max(1.0), "{what}: {name} {found} for {wanted}");
    };
    near(found.growth.0, wanted.growth.0, "growth");
    near(found.nominal.0, wanted.nominal.0, "nominal");
    assert_eq!(found.tiers.len(), wanted.tiers.len());
    for (found, wanted) in found.tiers.iter().zip(&wanted.tiers) {
        near(found.gap.0, wanted.gap.0, "gap");
        near(found.margin, wanted.margin, "margin");
        assert!(found.attained == wanted.attained || wanted.margin.abs() < 1e-8, "{what}");
    }
}

#[test]
fn every_lever_moves_a_trial_as_it_moves_the_engine() {
    for plan in plans() {
        let mut actual = Scenario::default();
        actual
            .actuals
            .insert(ActualKey { quarter: 4, industry: Some(1) }, Actual::Growth(Rate(0.03)));
        actual.actuals.insert(ActualKey { quarter: 5, industry: None }, Actual::Growth(Rate(0.05)));
        for scenario in [Scenario::default(), actual] {
            let trial = Trial::new(&plan, &scenario);
            same(trial.here(), &trial.settled(&[]).figures, &plan.id);
            let projects = (0..plan.projects.len()).flat_map(|item| {
                [Kind::Delay, Kind::Size].map(|kind| Lever::of_item(kind, item, &plan))
            });
            let catalogue = lever::catalogue(&plan).into_iter().map(|spec| spec.lever);
            for lever in catalogue.chain(projects) {
                let range = trial.spec(lever).unwrap().range;
                for value in [range.min, range.max, f64::midpoint(range.min, range.max)] {
                    let moves = [trial.to(lever, value)];
                    let what = format!("{} {} {value}", plan.id, lever.key(&plan));
                    same(&trial.figures(&moves), &trial.settled(&moves).figures, &what);
                }
            }
        }
    }
}

#[test]
fn a_plan_whose_tiers_lie_beyond_its_grid_is_tried_as_it_is_run() {
    let mut plan = seeds::chengguan().unwrap();
    plan.year = mogao::units::Year(plan.grid.base_year.0 + 40);
    let trial = Trial::new(&plan, &Scenario::default());
    same(trial.here(), &trial.settled(&[]).figures, "beyond");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_mix_of_moves_from_any_scenario_is_tried_as_it_is_run(key in any::<u64>(), which in 0..4_usize) {
        let plan = plans().swap_remove(which);
        let number = |place: u64| between_zero_and_one(keyed(key, place));
        let levers: Vec<_> = lever::catalogue(&plan)
            .into_iter()
            .map(|spec| spec.lever)
            .chain((0..plan.projects.len()).map(|item| Lever::of_item(Kind::Delay, item, &plan)))
            .collect();
        let mut scenario = Scenario::default();
        let mut moves = Vec::new();
        for (place, &lever) in levers.iter().enumerate() {
            let number = |item: u64| number(place as u64 * 8 + item);
            let span = lever::spec(lever, &plan).unwrap().range;
            let value = |part: f64| span.min + (span.max - span.min) * part;
            if number(0) < 0.2 {
                scenario.set(lever, value(number(1)), &plan);
            }
            if number(2) < 0.1 {
                moves.push(Move { lever, from: 0.0, to: value(number(3)) });
            }
        }
        for project in 0..plan.projects.len() {
            let status = match (number(90_000 + project as u64) * 8.0) as u32 {
                0 => Some(Status::On),
                1 => Some(Status::Off),
                2 => Some(Status::Cancelled),
                _ => None,
            };
            scenario.choose(project, |choice| {
                choice.status = status;
                choice.delay = Quarters(0.0);
            });
        }
        if number(7) < 0.3 {
            let key = ActualKey { quarter: 4, industry: None };
            scenario.actuals.insert(key, Actual::Level(NominalMoney(250.0)));
        }
        let trial = Trial::new(&plan, &scenario);
        same(&trial.figures(&moves), &trial.settled(&moves).figures, &format!("{key} {which} {moves:?}"));
    }
}
