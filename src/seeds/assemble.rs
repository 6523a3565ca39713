//! The plan put together, table by table; those that give ids come before those that use them.

use super::folder::Folder;
use super::general::{self, General};
use super::names::{Ids, Names};
use super::nearest::nearest;
use super::problem::{ProblemKind, Thing};
use super::projects::Usual;
use super::table::Table;
use super::{
    categories, drivers, funds, growth, indicators, industries, initiatives, input_output, levers,
    multipliers, named_projects, pillars, prices, quantities, shipped, sources, spending, tiers,
};
use crate::plan::Plan;
use crate::plan::industry::Industry;
use crate::plan::initiative::Initiative;
use crate::plan::lever::{Kind, LeverNumbers};
use crate::plan::multiplier::{FundingSource, Multipliers};
use crate::plan::project::Project;
use crate::plan::provenance::{Label, Provenance, Sourced};
use crate::plan::tables::Tables;
use crate::units::{Grid, NominalMoney, Rate, Share, Year};
use std::collections::BTreeMap;

/// What is used for a calendar while `plan.csv` does not give one; such a plan is never handed out.
const NO_GRID: Grid = Grid { base_year: Year(2000), years: 1 };

/// The plan, sound only if the folder has noted no problem.
pub(super) fn plan(folder: &Folder) -> Plan {
    let mut names = Names::default();
    let general = general(folder, &names);
    names.grid = general.grid;
    let mut industries =
        folder.open(&industries::TABLE, &names).map(|table| industries::read(&table));
    names.industries = ids(industries.as_deref(), |industry| &industry.id);
    let categories = folder.open(&categories::TABLE, &names).map(|table| categories::read(&table));
    names.categories = ids(categories.as_deref(), |category| &category.id);
    let mut sources = folder.open(&sources::TABLE, &names).map(|table| sources::read(&table));
    names.sources = ids(sources.as_deref(), |source| &source.id);
    let pillars = folder.open(&pillars::TABLE, &names).map(|table| pillars::read(&table));
    names.pillars = ids(pillars.as_deref(), |pillar| &pillar.id);
    let quantities = folder.open(&quantities::TABLE, &names).map(|table| quantities::read(&table));
    names.quantities = ids(quantities.as_deref(), |quantity| &quantity.id);

    let industries = industries.get_or_insert_default();
    let sources = sources.get_or_insert_default();
    let investment_prices = over_time(folder, &names, industries, sources);
    let initiatives = initiatives(folder, &mut names);
    let tiers = folder.open(&tiers::TABLE, &names).map(|table| tiers::read(&table));
    names.tiers = ids(tiers.as_deref(), |tier| &tier.id);
    let mut plan = Plan {
        id: general.id,
        name: general.name,
        grid: general.grid.unwrap_or(NO_GRID),
        year: general.year,
        base_gdp: general.base_gdp,
        industries: std::mem::take(industries),
        construction: general
            .construction
            .and_then(|(id, row)| construction(folder, &names, &id, row)),
        investment_prices,
        categories: categories.unwrap_or_default(),
        multipliers: multipliers(folder, &names),
        sources: std::mem::take(sources),
        pillars: pillars.unwrap_or_default(),
        quantities: quantities.unwrap_or_default(),
        projects: Vec::new(),
        initiatives,
        tiers: tiers.unwrap_or_default(),
        indicators: folder
            .open(&indicators::TABLE, &names)
            .map(|table| indicators::read(&table))
            .unwrap_or_default(),
        levers: levers(folder, &names),
        named_projects: folder
            .open(&named_projects::TABLE, &names)
            .map(|table| named_projects::read(&table))
            .unwrap_or_default(),
        tables: Tables::default(),
    };
    plan.projects = projects(folder, names, &usual(&plan));
    plan.tables = folder.tables();
    plan
}

/// The projects of `projects.csv`.
pub(super) fn projects(folder: &Folder, mut names: Names, usual: &Usual) -> Vec<Project> {
    let known = names.clone();
    let table = folder.open(&super::projects::TABLE, &known);
    names.projects = table.iter().flat_map(Table::rows).filter_map(|row| row.field("id")).collect();
    let spending = folder
        .open(&spending::TABLE, &names)
        .map(|table| spending::read(&table))
        .unwrap_or_default();
    table.map(|table| super::projects::read(&table, usual, &spending)).unwrap_or_default()
}

/// What projects of a plan take over from it where they say nothing themselves.
pub(super) fn usual(plan: &Plan) -> Usual {
    Usual {
        mix: plan.categories.iter().map(|category| category.share.value).collect(),
        sources: plan.sources.iter().map(|source| source.share.value).collect(),
        hosts: plan.industries.iter().map(|industry| industry.share.value).collect::<Vec<Share>>(),
    }
}

fn ids<T>(items: Option<&[T]>, id: impl Fn(&T) -> &str) -> Ids {
    items.unwrap_or_default().iter().map(id).collect()
}

fn general(folder: &Folder, names: &Names) -> General {
    folder.open(&general::TABLE, names).map_or_else(
        || General {
            id: String::new(),
            name: Label::default(),
            grid: None,
            year: Year::default(),
            base_gdp: Sourced {
                value: NominalMoney::ZERO,
                provenance: Provenance::Assumption,
                source: String::new(),
            },
            construction: None,
        },
        |table| general::read(&table),
    )
}

/// What differs from year to year: growth, prices, basic indicators, money at hand.
fn over_time(
    folder: &Folder,
    names: &Names,
    industries: &mut [Industry],
    sources: &mut [FundingSource],
) -> Vec<Sourced<Rate>> {
    let grid = names.grid.unwrap_or(NO_GRID);
    if let Some(table) = folder.open(&growth::TABLE, names) {
        growth::read(&table, industries, grid);
    }
    if let Some(table) = folder.open(&drivers::TABLE, names) {
        drivers::read(&table, industries);
    }
    match folder.open(&funds::TABLE, names) {
        Some(table) => funds::read(&table, sources, grid),
        None => funds::without_limit(sources, grid),
    }
    match folder.open(&prices::TABLE, names) {
        Some(table) => prices::read(&table, industries, grid),
        None => prices::steady(industries, grid),
    }
}

fn initiatives(folder: &Folder, names: &mut Names) -> Vec<Initiative> {
    let mut initiatives = folder
        .open(&initiatives::TABLE, names)
        .map(|table| initiatives::read(&table))
        .unwrap_or_default();
    names.initiatives = initiatives.iter().map(|initiative| initiative.id.as_str()).collect();
    if let Some(table) = folder.open(&initiatives::TURNOVER, names) {
        initiatives::read_turnover(&table, &mut initiatives);
    }
    initiatives
}

/// The construction industry that `plan.csv` names.
fn construction(folder: &Folder, names: &Names, id: &str, row: usize) -> Option<usize> {
    let position = names.industries.position(id);
    if position.is_none() {
        let nearest = nearest(id, names.industries.list().iter().map(String::as_str));
        let kind = ProblemKind::UnknownId { of: Thing::Industry, nearest };
        folder.note(&general::TABLE, Some(row), Some("value"), id, kind);
    }
    position
}

/// Multipliers given directly, or the three tables they are computed from; never both.
fn multipliers(folder: &Folder, names: &Names) -> Multipliers {
    let tables =
        [&input_output::COEFFICIENTS, &input_output::VALUE_ADDED, &input_output::RETENTION];
    let computed = tables.iter().any(|table| folder.has(table));
    let given = folder.open(&multipliers::TABLE, names).map(|table| multipliers::read(&table));
    if !computed {
        return given.unwrap_or_else(|| {
            folder.note_missing(&multipliers::TABLE);
            Multipliers::Given(Vec::new())
        });
    }
    if given.is_some() {
        let other = input_output::COEFFICIENTS.name;
        let kind = ProblemKind::ConflictingTable { other: other.into() };
        folder.note(&multipliers::TABLE, None, None, "", kind);
    }
    for table in tables.iter().filter(|table| !folder.has(table)) {
        folder.note_missing(table);
    }
    let before = folder.count();
    let [coefficients, value_added, retention] =
        tables.map(|table| folder.has(table).then(|| folder.open(table, names)).flatten());
    match (coefficients, value_added, retention) {
        (Some(coefficients), Some(value_added), Some(retention)) => Multipliers::InputOutput(
            input_output::read(&coefficients, &value_added, &retention, before),
        ),
        _ => Multipliers::Given(Vec::new()),
    }
}

/// The plan's own levers, or the usual ones.
fn levers(folder: &Folder, names: &Names) -> BTreeMap<Kind, LeverNumbers> {
    let table = folder
        .open(&levers::TABLE, names)
        .unwrap_or_else(|| folder.open_text(&levers::TABLE, shipped::usual_levers(), names));
    levers::read(&table)
}
