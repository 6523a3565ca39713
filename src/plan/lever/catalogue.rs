//! Every lever a plan has, with its numbers.

use super::numbers::{DELAY, LeverNumbers, LeverSpec, SIZE, Span};
use super::{Kind, Lever, Scope};
use crate::plan::Plan;
use crate::plan::project::{Profile, Project, Stage};
use crate::plan::provenance::{Provenance, Sourced};

/// The lever with this name; `None` when the plan has none.
#[must_use]
pub fn find(key: &str, plan: &Plan) -> Option<Lever> {
    let stem = key.split('.').next()?;
    let kind = *Kind::ALL.iter().find(|kind| kind.key() == stem)?;
    instances(kind, plan).into_iter().find(|lever| lever.key(plan) == key)
}

/// Every lever the plan has, in the order of the screen.
#[must_use]
pub fn catalogue(plan: &Plan) -> Vec<LeverSpec> {
    Kind::ALL
        .iter()
        .flat_map(|&kind| instances(kind, plan))
        .filter_map(|lever| spec(lever, plan))
        .collect()
}

/// One lever's numbers; `None` when the plan has no such lever.
#[must_use]
pub fn spec(lever: Lever, plan: &Plan) -> Option<LeverSpec> {
    let numbers = numbers(lever.kind, plan)?;
    let (default, provenance, source) = held_by_plan(lever, plan)
        .or_else(|| Some((numbers.default?, numbers.provenance, numbers.source.as_str())))?;
    let around = |span: Span| if numbers.relative { span.shifted(default) } else { span };
    let hard = numbers.hard;
    Some(LeverSpec {
        lever,
        default,
        range: around(numbers.range).within(hard),
        plausible: around(numbers.plausible).within(hard),
        hard,
        step: numbers.step,
        provenance,
        source: source.to_owned(),
    })
}

/// The numbers of a kind: the plan's, or those every project has.
fn numbers(kind: Kind, plan: &Plan) -> Option<&LeverNumbers> {
    match kind {
        Kind::Delay => Some(&DELAY),
        Kind::Size => Some(&SIZE),
        kind => plan.levers.get(&kind),
    }
}

/// A lever's value when nothing is set; the value without effect when the plan has no such lever.
#[must_use]
pub fn default(lever: Lever, plan: &Plan) -> f64 {
    held_by_plan(lever, plan)
        .map(|(value, _, _)| value)
        .or_else(|| numbers(lever.kind, plan)?.default)
        .unwrap_or_else(|| lever.kind.without_effect())
}

/// Every instance of a kind that the plan has numbers and a place for.
fn instances(kind: Kind, plan: &Plan) -> Vec<Lever> {
    let listed = plan.levers.contains_key(&kind) && kind.scope() != Scope::Project;
    if !listed || !has_effect(kind, plan) {
        return Vec::new();
    }
    let years = plan.grid.each_year().skip(1);
    match kind.scope() {
        Scope::Plan => vec![Lever::of_plan(kind, plan)],
        Scope::Year => years.map(|year| Lever::of_year(kind, year)).collect(),
        Scope::IndustryYear => years
            .flat_map(|year| {
                (0..plan.industries.len()).map(move |item| Lever::of_industry(kind, item, year))
            })
            .collect(),
        Scope::Driver => plan
            .industries
            .iter()
            .enumerate()
            .flat_map(|(industry, item)| {
                (0..item.drivers.len()).map(move |driver| Lever::of_driver(industry, driver, plan))
            })
            .collect(),
        Scope::Initiative => {
            (0..plan.initiatives.len()).map(|item| Lever::of_item(kind, item, plan)).collect()
        }
        Scope::Tier => (0..plan.tiers.len())
            .filter(|&item| match kind {
                Kind::TierGrowth => plan.tiers[item].growth.is_some(),
                _ => plan.tiers[item].level.is_some(),
            })
            .map(|item| Lever::of_item(kind, item, plan))
            .collect(),
        Scope::Project => Vec::new(),
    }
}

/// Whether anything in the plan listens to the lever: a lever without effect is not shown.
fn has_effect(kind: Kind, plan: &Plan) -> bool {
    let any = |test: fn(&Project) -> bool| plan.projects.iter().any(test);
    match kind {
        Kind::ReserveStart => any(|project| project.pooled),
        Kind::AdditionalityBuilding => {
            any(|project| project.additionality.is_none() && !project.stage.awaits_start())
        }
        Kind::AdditionalityStarting => {
            any(|project| project.additionality.is_none() && project.stage == Stage::Starting)
        }
        Kind::AdditionalityReserve => {
            any(|project| project.additionality.is_none() && project.stage == Stage::Reserve)
        }
        Kind::Applied => any(|project| project.applied.is_none()),
        Kind::ConstructionDisplacement => {
            any(|project| project.construction_displacement.is_none())
        }
        Kind::OperationDisplacement => any(|project| project.operation_displacement.is_none()),
        Kind::Icor => any(|project| project.icor.is_none()),
        Kind::Ramp => any(|project| project.ramp.is_none()),
        Kind::Slip => any(|project| project.stage.awaits_start()),
        Kind::AnnualShare => any(
            |project| matches!(&project.profile, Profile::Annual { shares, .. } if shares.is_empty()),
        ),
        _ => true,
    }
}

/// The default that the plan itself holds, with its evidence.
fn held_by_plan(lever: Lever, plan: &Plan) -> Option<(f64, Provenance, &str)> {
    fn held<T>(sourced: &Sourced<T>, value: impl Fn(&T) -> f64) -> Option<(f64, Provenance, &str)> {
        Some((value(&sourced.value), sourced.provenance, sourced.source.as_str()))
    }
    let later_year = || plan.grid.year_index(lever.year)?.checked_sub(1);
    match lever.kind {
        Kind::Growth => held(plan.industries.get(lever.item)?.growth.get(later_year()?)?, |r| r.0),
        Kind::Price => held(plan.industries.get(lever.item)?.prices.get(later_year()?)?, |r| r.0),
        Kind::InvestmentPrice => held(plan.investment_prices.get(later_year()?)?, |r| r.0),
        Kind::DriverGrowth => {
            let driver = plan.industries.get(lever.item)?.drivers.get(lever.driver)?;
            held(&driver.growth, |r| r.0)
        }
        Kind::Turnover => {
            let year = plan.grid.year_index(plan.year)?.checked_sub(1)?;
            let turnover = &plan.initiatives.get(lever.item)?.turnover;
            held(turnover.get(year).or(turnover.last())?, |m| m.0)
        }
        Kind::ValueAddedRate => held(&plan.initiatives.get(lever.item)?.value_added_rate, |s| s.0),
        Kind::InitiativeAdditionality => {
            held(&plan.initiatives.get(lever.item)?.additionality, |s| s.0)
        }
        Kind::InitiativeDisplacement => {
            held(&plan.initiatives.get(lever.item)?.displacement, |s| s.0)
        }
        Kind::BaseGdp => held(&plan.base_gdp, |m| m.0),
        Kind::TierGrowth => held(plan.tiers.get(lever.item)?.growth.as_ref()?, |r| r.0),
        Kind::TierLevel => held(plan.tiers.get(lever.item)?.level.as_ref()?, |m| m.0),
        _ => None,
    }
}
