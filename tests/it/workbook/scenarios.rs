//! Scenarios that touch every formula of a workbook.

use mogao::plan::Plan;
use mogao::plan::lever;
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::plan::tier::TierMode;
use mogao::units::{NominalMoney, Quarters, Rate};

/// Each lever at each end of its range, everything else as planned.
pub(crate) fn lever_ends(plan: &Plan) -> Vec<(String, Scenario)> {
    let mut found = Vec::new();
    for spec in lever::catalogue(plan) {
        for end in [spec.range.min, spec.range.max] {
            let mut scenario = Scenario::default();
            scenario.set(spec.lever, end, plan);
            found.push((format!("{} at {end}", spec.lever.key(plan)), scenario));
        }
    }
    found
}

/// Choices about projects, tiers and known figures, alone and together.
pub(crate) fn choices(plan: &Plan) -> Vec<(String, Scenario)> {
    let mut found = vec![("as planned".to_owned(), Scenario::default())];
    for item in 0..plan.projects.len() {
        for status in [Status::On, Status::Off, Status::Cancelled] {
            let mut scenario = Scenario::default();
            scenario.choose(item, |choice| choice.status = Some(status));
            found.push((format!("project {item} {status:?}"), scenario));
        }
        for (delay, scale) in [(-6.5, 1.0), (3.25, 1.7), (0.0, 0.0), (-40.0, 1.0)] {
            let mut scenario = Scenario::default();
            scenario.choose(item, |choice| {
                choice.status = Some(Status::On);
                choice.delay = Quarters(delay);
                choice.scale = Some(scale);
            });
            found.push((format!("project {item} {delay} {scale}"), scenario));
        }
    }
    for mode in [TierMode::Both, TierMode::Growth, TierMode::Level, TierMode::Any] {
        let mut scenario = Scenario { published_rounding: mode == TierMode::Any, ..known(plan) };
        for tier in 0..plan.tiers.len() {
            scenario.modes.insert(tier, mode);
        }
        found.push((format!("every tier by {mode:?}, half the year known"), scenario));
    }
    let induced = Scenario { induced: true, published_rounding: true, ..Scenario::default() };
    found.push(("induced and as published".to_owned(), induced));
    found.push(("everything at once".to_owned(), everything(plan)));
    found
}

/// Figures for all of GDP and for industries, as growth and as levels.
fn known(plan: &Plan) -> Scenario {
    let mut scenario = Scenario::default();
    let first = plan.grid.quarters_of(plan.year).start;
    let mut know = |quarter, industry, actual| {
        scenario.actuals.insert(ActualKey { quarter, industry }, actual);
    };
    know(first, None, Actual::Growth(Rate(0.061)));
    know(first, Some(0), Actual::Growth(Rate(-0.02)));
    know(first + 1, Some(1), Actual::Level(NominalMoney(31.0)));
    know(first + 1, None, Actual::Level(NominalMoney(plan.base_gdp.value.0 * 0.27)));
    know(first + 5, Some(2), Actual::Growth(Rate(0.09)));
    scenario
}

/// Every lever off its place and every choice taken.
fn everything(plan: &Plan) -> Scenario {
    let mut scenario = known(plan);
    scenario.induced = true;
    scenario.published_rounding = true;
    for (index, spec) in lever::catalogue(plan).into_iter().enumerate() {
        let part = 0.2 + 0.1 * (index % 7) as f64;
        let value = spec.range.min + (spec.range.max - spec.range.min) * part;
        scenario.set(spec.lever, value, plan);
    }
    for item in 0..plan.projects.len() {
        scenario.choose(item, |choice| {
            choice.status = Some([Status::On, Status::Cancelled, Status::On][item % 3]);
            choice.delay = Quarters(1.5 - item as f64 * 0.75);
            choice.scale = Some(0.6 + 0.3 * item as f64);
        });
    }
    scenario
}
