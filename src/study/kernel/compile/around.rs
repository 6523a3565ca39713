//! What stands around the projects, taken apart.

use super::shares;
use crate::plan::assumptions::InitiativeAssumptions;
use crate::plan::lever::{Kind, Lever};
use crate::plan::resolve::Resolver;
use crate::plan::scenario::Scenario;
use crate::study::kernel::economy::{Economy, Sector, Turnover};
use crate::study::kernel::given::Given;
use crate::study::kernel::known::KnownQuarter;
use crate::study::kernel::lane::Lane;
use crate::study::unknown::Unknowns;
use crate::units::{Grid, Rate};

/// Everything but the projects.
pub(in crate::study::kernel) fn economy<L: Lane>(
    resolver: &Resolver,
    scenario: &Scenario,
    unknowns: &Unknowns,
    grid: Grid,
) -> Economy<L> {
    let plan = resolver.plan();
    let given = |lever| Given::new(lever, plan, scenario, unknowns);
    let sectors = resolver.industries().into_iter().enumerate().map(|(item, industry)| Sector {
        base: industry.quarter_shares.map(|share| L::one((industry.base * share).0)),
        base_price: L::one(industry.base_price.0),
        growth: rates(&industry.growth, grid),
        prices: rates(&industry.prices, grid),
        drawn: given(Lever::of_industry(Kind::Growth, item, plan.year)),
    });
    let initiatives = resolver.initiatives();
    let initiatives = initiatives.iter().enumerate().map(|(item, initiative)| {
        let value = |kind| scenario.value(Lever::of_item(kind, item, plan), plan);
        let rate = value(Kind::ValueAddedRate) * (1.0 - value(Kind::InitiativeDisplacement));
        Turnover {
            additionality: given(Lever::of_item(Kind::InitiativeAdditionality, item, plan)),
            nominal: turnover::<L>(initiative, rate, grid.quarters()),
            hosts: shares::<L>(&initiative.hosts, plan.industries.len()),
        }
    });
    Economy {
        quarters: grid.quarters().max(4),
        year: grid.year_index(plan.year),
        industries: sectors.collect(),
        moves_from: grid.year_index(plan.year).unwrap_or(grid.years),
        price: given(Lever::of_year(Kind::CommonPrice, plan.year)),
        initiatives: initiatives.collect(),
        known: KnownQuarter::all(&scenario.actuals, plan.industries.len(), grid.quarters()),
    }
}

/// Rates of the years of a grid.
fn rates(by_year: &[Rate], grid: Grid) -> Vec<f64> {
    by_year.iter().take(grid.years).map(|rate| rate.0).collect()
}

/// Value added at current prices by quarter, if all turnover were new.
fn turnover<L: Lane>(
    initiative: &InitiativeAssumptions,
    rate: f64,
    quarters: usize,
) -> Vec<L::One> {
    let in_quarter = |t: usize| {
        let turnover = initiative.turnover.get(t / 4).copied().unwrap_or_default();
        if t < 4 { 0.0 } else { turnover.0 * initiative.pattern[t % 4].0 * rate }
    };
    (0..quarters).map(|t| L::one(in_quarter(t))).collect()
}
