//! The kernel of the studies gives what the engine gives.

pub(crate) mod many;

use many::many_projects;
use mogao::engine;
use mogao::plan::Plan;
use mogao::plan::assumptions::Assumptions;
use mogao::plan::lever::{self, Lever};
use mogao::plan::project::Status;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::seeds;
use mogao::study::future;
use mogao::study::kernel::{Eight, Fate, Figures, Lane, Model, Room};
use mogao::study::random::{between_zero_and_one, keyed, normal};
use mogao::study::unknown::Unknowns;
use mogao::units::{NominalMoney, Quarters, Rate};
use proptest::prelude::*;

fn plans() -> Vec<Plan> {
    let template = seeds::read(&seeds::template_tables()).unwrap();
    vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template]
}

/// Fails unless the figures are those of a run, to this part.
fn same<L: Lane>(figures: &Figures<L>, place: usize, given: &Assumptions, part: f64, what: &str) {
    let outcome = engine::run(given);
    let annual = outcome.annual(given.year);
    let near = |found: f64, wanted: f64, name: &str| {
        let difference = (found - wanted).abs();
        assert!(difference <= part * wanted.abs().max(1.0), "{what}: {name} {found} for {wanted}");
    };
    near(figures.growth.of(place), outcome.growth(given.year).0, "growth");
    near(figures.nominal.of(place), annual.nominal.0, "nominal");
    near(figures.real.of(place), annual.real.0, "real");
    for t in 0..given.grid.quarters() {
        near(figures.trailing[t].of(place), outcome.trailing(t).nominal.0, "trailing");
    }
}

fn same_as_set(plan: &Plan, scenario: &Scenario, what: &str) {
    let unknowns = Unknowns::of(plan, scenario);
    let given = resolve(plan, scenario);
    let precise = Model::<f64>::new(plan, scenario, &unknowns).run_as_set();
    same(&precise, 0, &given, 1e-9, what);
    let short = Model::<Eight>::new(plan, scenario, &unknowns).run_as_set();
    same(&short, 5, &given, 1e-6, what);
}

#[test]
fn the_kernel_runs_every_lever_as_the_engine_does() {
    for plan in plans() {
        same_as_set(&plan, &Scenario::default(), &plan.id);
        for spec in lever::catalogue(&plan) {
            for value in [spec.range.min, spec.range.max] {
                let mut scenario = Scenario::default();
                scenario.set(spec.lever, value, &plan);
                same_as_set(&plan, &scenario, &format!("{} {}", plan.id, spec.lever.key(&plan)));
            }
        }
    }
}

#[test]
fn the_kernel_runs_projects_delayed_scaled_cancelled_and_off_as_the_engine_does() {
    for plan in plans().into_iter().chain([many_projects(40)]) {
        for project in 0..plan.projects.len() {
            for (status, delay, scale) in [
                (None, 1.5, None),
                (None, -2.0, Some(1.7)),
                (Some(Status::On), 0.0, None),
                (Some(Status::Cancelled), 0.0, Some(0.5)),
                (Some(Status::Off), 3.0, None),
                (Some(Status::On), 9.0, Some(0.0)),
            ] {
                let mut scenario = Scenario::default();
                scenario.choose(project, |choice| {
                    choice.status = status;
                    choice.delay = Quarters(delay);
                    choice.scale = scale;
                });
                same_as_set(&plan, &scenario, &format!("{} {project} {status:?} {delay}", plan.id));
            }
        }
    }
}

#[test]
fn the_kernel_puts_known_figures_in_as_the_engine_does() {
    let growth = |rate| Actual::Growth(Rate(rate));
    let level = |money| Actual::Level(NominalMoney(money));
    for plan in plans() {
        for figures in [
            vec![(4, Some(0), growth(0.09))],
            vec![(4, Some(0), level(30.0)), (5, None, growth(0.05))],
            vec![(4, None, level(250.0)), (5, None, level(280.0)), (8, None, growth(0.02))],
            vec![(6, Some(1), growth(-0.1)), (6, None, growth(0.1)), (10, Some(1), growth(0.3))],
            vec![(2, None, growth(0.5)), (99, None, growth(0.5)), (4, Some(99), growth(0.5))],
        ] {
            let mut scenario = Scenario::default();
            for (quarter, industry, actual) in figures {
                scenario.actuals.insert(ActualKey { quarter, industry }, actual);
            }
            same_as_set(&plan, &scenario, &format!("{} {:?}", plan.id, scenario.actuals));
        }
    }
}

/// Values and fates of one future, far out where they are rare.
fn some_future(plan: &Plan, unknowns: &Unknowns, key: u64) -> (Vec<f64>, Vec<Fate<f64>>) {
    let latent = |place: usize| normal(between_zero_and_one(keyed(key, place as u64)));
    let once = unknowns.once.iter().enumerate();
    let drawn: Vec<f64> =
        once.map(|(place, unknown)| unknown.spread.quantiles().at(latent(place))).collect();
    let table = |unknown: &Option<mogao::study::unknown::Unknown>| {
        unknown.map(|unknown| unknown.spread.quantiles())
    };
    let (slip, longer, dearer) =
        (table(&unknowns.slip), table(&unknowns.duration), table(&unknowns.cost));
    let fates = (0..plan.projects.len()).map(|project| {
        let value = |table: &Option<mogao::study::distribution::Quantiles>, place| {
            table.as_ref().map_or(0.0, |table| table.at(latent(1000 + project * 3 + place)))
        };
        Fate { slip: value(&slip, 0), longer: value(&longer, 1), dearer: value(&dearer, 2) }
    });
    (drawn, fates.collect())
}

#[test]
fn a_future_in_the_kernel_is_the_run_of_the_same_values() {
    let plan = many_projects(355);
    let mut scenario = Scenario::default();
    let industry = Lever::of_industry(lever::Kind::Growth, 3, plan.year.next());
    scenario.set(industry, 0.11, &plan);
    scenario.set(Lever::of_plan(lever::Kind::OverrunPrice, &plan), 0.7, &plan);
    scenario.choose(7, |choice| choice.status = Some(Status::Cancelled));
    scenario.choose(9, |choice| choice.status = Some(Status::Off));
    let unknowns = Unknowns::of(&plan, &scenario);
    let precise = Model::<f64>::new(&plan, &scenario, &unknowns);
    let short = Model::<Eight>::new(&plan, &scenario, &unknowns);
    let (mut room, mut short_room) = (Room::default(), Room::default());
    for group in 0..25 {
        let futures: Vec<_> =
            (0..8).map(|place| some_future(&plan, &unknowns, group * 8 + place)).collect();
        let drawn: Vec<Eight> = (0..unknowns.once.len())
            .map(|item| Eight::each(|place| futures[place].0[item] as f32))
            .collect();
        let fates: Vec<Fate<Eight>> = (0..plan.projects.len())
            .map(|project| {
                let each = |value: fn(&Fate<f64>) -> f64| {
                    Eight::each(|place| value(&futures[place].1[project]) as f32)
                };
                Fate {
                    slip: each(|fate| fate.slip),
                    longer: each(|fate| fate.longer),
                    dearer: each(|fate| fate.dearer),
                }
            })
            .collect();
        let together = short.run(&drawn, fates.as_slice(), &mut short_room);
        for (place, (drawn, fates)) in futures.iter().enumerate() {
            let given = future::assumptions(&plan, &scenario, &unknowns, drawn, fates);
            let alone = precise.run(drawn, fates.as_slice(), &mut room);
            same(&alone, 0, &given, 1e-9, &format!("future {group} {place}"));
            same(&together, place, &given, 1e-6, &format!("lane {place} of {group}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_mix_of_settings_runs_alike(key in any::<u64>(), which in 0..4_usize) {
        let plan = if which < 3 { plans().swap_remove(which) } else { many_projects(30) };
        let number = |place: u64| between_zero_and_one(keyed(key, place));
        let mut scenario = Scenario::default();
        for (place, spec) in lever::catalogue(&plan).iter().enumerate() {
            if number(place as u64 * 2) < 0.3 {
                let span = spec.range;
                let value = span.min + (span.max - span.min) * number(place as u64 * 2 + 1);
                scenario.set(spec.lever, value, &plan);
            }
        }
        for project in 0..plan.projects.len() {
            let number = |place: u64| number(10_000 + project as u64 * 8 + place);
            scenario.choose(project, |choice| {
                choice.delay = Quarters(if number(0) < 0.5 { 8.0 * number(1) - 3.0 } else { 0.0 });
                choice.scale = (number(2) < 0.3).then(|| 2.0 * number(3));
                choice.status = match (number(4) * 6.0) as u32 {
                    0 => Some(Status::On),
                    1 => Some(Status::Off),
                    2 => Some(Status::Cancelled),
                    _ => None,
                };
            });
        }
        same_as_set(&plan, &scenario, &format!("{key} {which}"));
    }
}
