//! Shares that must add up, actual figures, and amounts that are no value added.

use super::{Divided, Finding, release};
use crate::engine::outcome::Outcome;
use crate::plan::Plan;
use crate::plan::link::Link;
use crate::plan::scenario::{Actual, ActualKey, Scenario};
use crate::units::Share;

/// Shares may miss the whole by what decimals of a table leave over.
const ROUNDING: f64 = 1e-6;

pub(super) fn check(plan: &Plan, scenario: &Scenario, outcome: &Outcome) -> Vec<Finding> {
    let mut findings = shares(plan);
    findings.extend(actuals(plan, scenario, outcome));
    findings.extend(flows(plan, outcome));
    findings
}

fn shares(plan: &Plan) -> Vec<Finding> {
    let gdp = plan.industries.iter().map(|industry| industry.share.value.0).sum();
    let industries = plan.industries.iter().enumerate();
    let industries = industries
        .map(|(item, own)| (Divided::Industry(item), own.quarter_shares.iter().map(|q| q.0).sum()));
    let initiatives = plan.initiatives.iter().enumerate();
    let initiatives = initiatives
        .map(|(item, own)| (Divided::Initiative(item), own.pattern.iter().map(|q| q.0).sum()));
    std::iter::once((Divided::Gdp, gdp))
        .chain(industries)
        .chain(initiatives)
        .filter(|&(_, sum): &(Divided, f64)| (sum - 1.0).abs() > ROUNDING)
        .map(|(of, sum)| Finding::SharesDiffer { of, sum: Share(sum) })
        .collect()
}

/// Quarters in which every industry and GDP are known: then the figure of GDP decides nothing, and
/// the engine passes it over.
fn actuals(plan: &Plan, scenario: &Scenario, outcome: &Outcome) -> Vec<Finding> {
    let wholes = scenario.actuals.iter().filter(|(key, _)| key.industry.is_none());
    wholes
        .filter(|(key, _)| {
            let known = |item| ActualKey { quarter: key.quarter, industry: Some(item) };
            (0..plan.industries.len()).all(|item| scenario.actuals.contains_key(&known(item)))
        })
        .filter_map(|(key, &whole)| {
            let quarter = key.quarter;
            let (implied, apart) = match whole {
                Actual::Growth(printed) => {
                    let implied = outcome.quarter_growth(quarter);
                    (Actual::Growth(implied), (printed - implied).points().0)
                }
                Actual::Level(printed) => {
                    let implied = outcome.quarterly(quarter).nominal;
                    (Actual::Level(implied), printed.growth_from(implied).points().0)
                }
            };
            let differs = apart.abs() > release::TOLERANCE.0;
            differs.then_some(Finding::ActualsDiffer { quarter, whole, implied })
        })
        .collect()
}

/// Turnover, sales and jobs that stand beside value added and are no part of it.
fn flows(plan: &Plan, outcome: &Outcome) -> Vec<Finding> {
    let annual = outcome.annual(outcome.year);
    let each = plan.indicators.iter().enumerate();
    each.filter_map(|(goal, own)| match own.link? {
        Link::Turnover(initiative) => {
            let value_added = outcome.initiative_nominal(initiative, outcome.year);
            Some(Finding::Turnover { goal, value_added })
        }
        Link::Sales(industry) => Some(Finding::Sales {
            goal,
            industry,
            value_added: outcome.annual_in(industry, outcome.year).nominal,
            gdp: annual.nominal,
        }),
        Link::Jobs => Some(Finding::Jobs { goal, computed: outcome.person_years(outcome.year) }),
        _ => None,
    })
    .collect()
}
