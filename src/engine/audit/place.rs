//! Where a finding is: the table and the rows.

use super::{Divided, Finding};
use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever, Scope};
use crate::plan::link::{Link, ProjectList};

/// A table of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// General figures.
    Plan,
    /// Industries.
    Industries,
    /// Growth of industries.
    Growth,
    /// Money at hand.
    Funds,
    /// Projects.
    Projects,
    /// Initiatives.
    Initiatives,
    /// Tiers.
    Tiers,
    /// Goals of the document.
    Indicators,
}

impl Table {
    /// Its file name.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Plan => "plan.csv",
            Self::Industries => "industries.csv",
            Self::Growth => "growth.csv",
            Self::Funds => "funds.csv",
            Self::Projects => "projects.csv",
            Self::Initiatives => "initiatives.csv",
            Self::Tiers => "tiers.csv",
            Self::Indicators => "indicators.csv",
        }
    }
}

/// Rows of one table, by id; none where the table as a whole is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: Table,
    /// The ids of its rows.
    pub rows: Vec<String>,
}

impl Finding {
    /// The tables and rows it is about; none for actual figures and releases, which no table holds.
    #[must_use]
    pub fn places(&self, plan: &Plan) -> Vec<Place> {
        let at = |table, rows: Vec<String>| Place { table, rows };
        let goal = |index: usize| at(Table::Indicators, goals(plan, &[index]));
        match self {
            Self::ImpliedBases { tiers: bases, .. } => {
                let rows: Vec<usize> = bases.iter().map(|base| base.tier).collect();
                vec![at(Table::Tiers, tiers(plan, &rows))]
            }
            &Self::TiersOutOfOrder { lower, higher, .. } => {
                vec![at(Table::Tiers, tiers(plan, &[lower, higher]))]
            }
            Self::BaseOutsideTiers { .. } => {
                vec![at(Table::Plan, vec![BASE_ROW.to_owned()]), at(Table::Tiers, Vec::new())]
            }
            &Self::StatedDiffers { goal: index, .. } => {
                let link = plan.indicators.get(index).and_then(|own| own.link);
                std::iter::once(goal(index)).chain(link.and_then(|l| linked(plan, l))).collect()
            }
            &Self::SumDiffers { parts: [one, other], whole, .. } => {
                vec![at(Table::Indicators, goals(plan, &[one, other, whole]))]
            }
            &Self::SharesDiffer { of, .. } => vec![divided(plan, of)],
            Self::ActualsDiffer { .. } | Self::PullDiffers { .. } | Self::GrowthDiffers { .. } => {
                Vec::new()
            }
            &Self::AnnualShare { project, .. } => {
                vec![at(Table::Projects, ids(plan.projects.get(project).map(|own| &own.id)))]
            }
            Self::WholeLifeTotals { .. } | Self::MeanSizes { .. } => {
                let link = |list| plan.goal_linked(Link::ProjectTotal(list)).map(|goal| goal.0);
                let stated: Vec<usize> = ProjectList::ALL.into_iter().filter_map(link).collect();
                vec![at(Table::Projects, Vec::new()), at(Table::Indicators, goals(plan, &stated))]
            }
            &Self::MoneyAppliedFor { goal: index, .. } => {
                vec![goal(index), at(Table::Funds, Vec::new())]
            }
            &Self::Turnover { goal: index, .. } | &Self::Sales { goal: index, .. } => {
                let link = plan.indicators.get(index).and_then(|own| own.link);
                std::iter::once(goal(index)).chain(link.and_then(|l| linked(plan, l))).collect()
            }
            &Self::Jobs { goal: index, .. } => vec![goal(index)],
            &Self::Overridden { lever, .. } => set_by(plan, lever).into_iter().collect(),
        }
    }
}

/// The row of `plan.csv` that holds the base year's GDP.
const BASE_ROW: &str = "base_gdp_yi";

fn ids<'a>(rows: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    rows.into_iter().cloned().collect()
}

fn goals(plan: &Plan, rows: &[usize]) -> Vec<String> {
    ids(rows.iter().filter_map(|&row| plan.indicators.get(row)).map(|goal| &goal.id))
}

fn tiers(plan: &Plan, rows: &[usize]) -> Vec<String> {
    ids(rows.iter().filter_map(|&row| plan.tiers.get(row)).map(|tier| &tier.id))
}

/// The table that holds what a goal is held against.
fn linked(plan: &Plan, link: Link) -> Option<Place> {
    let (table, rows) = match link {
        Link::TierGrowth(tier) | Link::TierLevel(tier) => (Table::Tiers, tiers(plan, &[tier])),
        Link::ProjectCount(list) | Link::ProjectTotal(list) => {
            (Table::Projects, ids(plan.listed(list).map(|(_, own)| &own.id)))
        }
        Link::Funds => (Table::Funds, Vec::new()),
        Link::Turnover(item) => {
            (Table::Initiatives, ids(plan.initiatives.get(item).map(|own| &own.id)))
        }
        Link::Sales(item) => (Table::Industries, ids(plan.industries.get(item).map(|own| &own.id))),
        Link::Jobs => return None,
    };
    Some(Place { table, rows })
}

fn divided(plan: &Plan, of: Divided) -> Place {
    let industry = |item: usize| ids(plan.industries.get(item).map(|own| &own.id));
    match of {
        Divided::Gdp => Place { table: Table::Industries, rows: Vec::new() },
        Divided::Industry(item) => Place { table: Table::Industries, rows: industry(item) },
        Divided::Initiative(item) => Place {
            table: Table::Initiatives,
            rows: ids(plan.initiatives.get(item).map(|own| &own.id)),
        },
    }
}

/// The table that holds what a lever sets.
fn set_by(plan: &Plan, lever: Lever) -> Option<Place> {
    let item = lever.item;
    let (table, row) = match lever.kind.scope() {
        Scope::Tier => (Table::Tiers, plan.tiers.get(item).map(|own| &own.id)),
        Scope::Initiative => (Table::Initiatives, plan.initiatives.get(item).map(|own| &own.id)),
        Scope::Project => (Table::Projects, plan.projects.get(item).map(|own| &own.id)),
        Scope::IndustryYear if lever.kind == Kind::Growth => {
            (Table::Growth, plan.industries.get(item).map(|own| &own.id))
        }
        _ if lever.kind == Kind::BaseGdp => {
            return Some(Place { table: Table::Plan, rows: vec![BASE_ROW.to_owned()] });
        }
        _ => return None,
    };
    Some(Place { table, rows: ids(row) })
}
