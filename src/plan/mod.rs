//! The nouns: what a plan says, which levers it has, and what a scenario changes.
//!
//! [`Plan`] is everything the tables say. [`lever::Lever`] names a number that may be set.
//! [`scenario::Scenario`] holds what was set. [`resolve::resolve`] puts plan and scenario together
//! into [`assumptions::Assumptions`], the typed input of one run.

pub mod assumptions;
pub mod change;
pub mod differing;
pub mod indicator;
pub mod industry;
pub mod initiative;
pub mod lever;
pub mod link;
pub mod multiplier;
pub mod progress;
pub mod project;
pub mod provenance;
pub mod resolve;
pub mod scenario;
pub mod tables;
pub mod tier;

use crate::units::{Grid, NominalMoney, Rate, Year};
use indicator::{Indicator, Pillar, Quantity};
use industry::Industry;
use initiative::Initiative;
use lever::{Kind, LeverNumbers};
use multiplier::{Category, FundingSource, Multipliers};
use project::Project;
use provenance::{Label, Sourced};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tables::Tables;
use tier::Tier;

/// Everything a plan says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Short name used in links and files; also the folder's name.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// The calendar of the run.
    pub grid: Grid,
    /// The year that the tiers speak about.
    pub year: Year,
    /// GDP of the base year at current prices.
    pub base_gdp: Sourced<NominalMoney>,
    /// The industries; their shares add to one.
    pub industries: Vec<Industry>,
    /// Index of the construction industry, whose effect statistics may capture only in part.
    pub construction: Option<usize>,
    /// Rise of investment prices, for each year after the base year.
    pub investment_prices: Vec<Sourced<Rate>>,
    /// The kinds of project spending.
    pub categories: Vec<Category>,
    /// Value added per yuan of spending.
    pub multipliers: Multipliers,
    /// Where project money comes from.
    pub sources: Vec<FundingSource>,
    /// The headings of the document.
    pub pillars: Vec<Pillar>,
    /// The quantities (五量) by which the document sorts some goals.
    pub quantities: Vec<Quantity>,
    /// Projects and cohorts.
    pub projects: Vec<Project>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// The goals for GDP, lowest first.
    pub tiers: Vec<Tier>,
    /// Every numeric goal of the document.
    pub indicators: Vec<Indicator>,
    /// Range, step and default of every kind of lever the plan uses.
    pub levers: BTreeMap<Kind, LeverNumbers>,
    /// Projects the document names without amounts: labels for entering one's own.
    pub named_projects: Vec<NamedProject>,
    /// The tables it was read from; they stay behind when a plan is sent to a worker.
    #[serde(skip)]
    pub tables: Tables,
}

impl Plan {
    /// How many projects the records stand for.
    #[must_use]
    pub fn project_count(&self) -> usize {
        self.projects.iter().map(|project| project.count as usize).sum()
    }

    /// Whole-life investment of all projects together.
    #[must_use]
    pub fn projects_total(&self) -> NominalMoney {
        self.projects.iter().map(|project| project.total.value).sum()
    }

    /// The sources of the industries' shares in order of first mention, each with the industries that
    /// rest on it.
    #[must_use]
    pub fn share_sources(&self) -> Vec<(&str, Vec<usize>)> {
        let mut sources: Vec<(&str, Vec<usize>)> = Vec::new();
        for (item, industry) in self.industries.iter().enumerate() {
            let source = industry.share.source.as_str();
            match sources.iter_mut().find(|(known, _)| *known == source) {
                Some((_, items)) => items.push(item),
                None => sources.push((source, vec![item])),
            }
        }
        sources
    }
}

/// A project that the document names without an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedProject {
    /// Its name as written.
    pub name: Label,
    /// Index into the plan's pillars.
    pub pillar: Option<usize>,
}
