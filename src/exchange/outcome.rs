//! The outcome of one run as JSON, for other programs.
//!
//! The document is a [`Report`]; its fields are the schema. Money is in 亿元, rates, shares and
//! deflators are fractions (0.07 is 7 %), contributions and growth gaps are in percentage points.
//! Years are keyed `2023`, quarters `2023Q1`; industries, projects and the like by the plan's ids.
//! What is undefined (growth of the base year, a share of no growth) is `null`.
//!
//! Rows of contributions are named `baseline`, `changed-growth`, `construction.ID`, `operation.ID`,
//! `initiative.ID` and `actual-less-model`; they add up to the total, by industry too.

mod schema;

pub use schema::*;

use super::document::quarter_name;
use crate::engine::outcome::{Annual, Attainment, Contributions, Funding, Origin, Outcome, Test};
use crate::plan::Plan;
use crate::units::{Rate, RealMoney, Year};
use std::collections::BTreeMap;
use std::ops::Range;

/// What the document calls itself.
pub const FORMAT: &str = "mogao-outcome";

/// The version of the schema.
pub const VERSION: u64 = 1;

/// The outcome as JSON, indented.
#[must_use]
pub fn to_json(plan: &Plan, outcome: &Outcome, scenario: Option<&str>) -> String {
    // Text keys and numbers can always be written.
    serde_json::to_string_pretty(&report(plan, outcome, scenario)).unwrap_or_default() + "\n"
}

/// The outcome under the plan's names.
#[must_use]
pub fn report(plan: &Plan, outcome: &Outcome, scenario: Option<&str>) -> Report {
    let names = Names { plan, outcome };
    Report {
        format: FORMAT,
        version: VERSION,
        plan: plan.id.clone(),
        scenario: scenario.map(str::to_owned),
        year: outcome.year,
        annual: names.by_year(|year| names.annual(year)),
        quarterly: names.by_quarter(|t| names.quarterly(t)),
        contributions: names
            .years()
            .skip(1)
            .map(|year| (year.to_string(), names.contributions(&outcome.contributions(year))))
            .collect(),
        tiers: outcome
            .tiers
            .iter()
            .zip(&plan.tiers)
            .map(|(tier, named)| names.tier(&named.id, tier))
            .collect(),
        projects: (0..outcome.projects.len()).map(|project| names.project(project)).collect(),
        initiatives: (0..outcome.initiatives.len()).map(|item| names.initiative(item)).collect(),
        funding: names.funding(),
        jobs: names.by_year(|year| names.jobs(year)),
        value_added_per_public_yuan: names
            .by_year(|year| outcome.value_added_per_public_yuan(plan, year)),
    }
}

/// The plan's names for what an outcome numbers.
struct Names<'a> {
    plan: &'a Plan,
    outcome: &'a Outcome,
}

impl Names<'_> {
    fn years(&self) -> impl Iterator<Item = Year> + use<> {
        self.outcome.grid.each_year()
    }

    fn by_year<T>(&self, value: impl Fn(Year) -> T) -> BTreeMap<String, T> {
        self.years().map(|year| (year.to_string(), value(year))).collect()
    }

    fn by_quarter<T>(&self, value: impl Fn(usize) -> T) -> BTreeMap<String, T> {
        let grid = self.outcome.grid;
        (0..grid.quarters()).map(|t| (quarter_name(grid, t), value(t))).collect()
    }

    fn by_industry<T>(&self, value: impl Fn(usize) -> T) -> BTreeMap<String, T> {
        let industries = self.plan.industries.iter().enumerate();
        industries.map(|(index, industry)| (industry.id.clone(), value(index))).collect()
    }

    fn annual(&self, year: Year) -> Accounts {
        let outcome = self.outcome;
        let later = |growth: Rate| (year > outcome.grid.base_year).then_some(growth);
        let quarters = outcome.grid.quarters_of(year);
        let account = |annual: Annual, growth, industry| Account {
            growth: later(growth),
            year_to_date_growth: None,
            ..self.account(annual, industry, quarters.clone())
        };
        Accounts {
            total: account(outcome.annual(year), outcome.growth(year), None),
            industries: self.by_industry(|item| {
                account(outcome.annual_in(item, year), outcome.growth_in(item, year), Some(item))
            }),
        }
    }

    fn quarterly(&self, t: usize) -> Accounts {
        let outcome = self.outcome;
        let later = |growth: Rate| (t >= 4).then_some(growth);
        let account = |quarter: Annual, growth, to_date, industry| Account {
            growth: later(growth),
            year_to_date_growth: later(to_date),
            ..self.account(quarter, industry, t..t + 1)
        };
        Accounts {
            total: account(
                outcome.quarterly(t),
                outcome.quarter_growth(t),
                outcome.year_to_date_growth(t),
                None,
            ),
            industries: self.by_industry(|item| {
                account(
                    outcome.quarterly_in(item, t),
                    outcome.quarter_growth_in(item, t),
                    outcome.year_to_date_growth_in(item, t),
                    Some(item),
                )
            }),
        }
    }

    fn account(&self, annual: Annual, industry: Option<usize>, quarters: Range<usize>) -> Account {
        let sum = |series: &[Vec<RealMoney>]| -> RealMoney {
            let of = |item: usize| series[item][quarters.clone()].iter().copied().sum();
            industry.map_or_else(|| (0..series.len()).map(of).sum(), of)
        };
        Account {
            real: annual.real,
            nominal: annual.nominal,
            deflator: annual.deflator,
            growth: None,
            year_to_date_growth: None,
            baseline: sum(&self.outcome.baseline),
            actual_less_model: sum(&self.outcome.actual_less_model),
        }
    }

    fn contributions(&self, table: &Contributions) -> ContributionTable {
        ContributionTable {
            total: table.total,
            by_industry: self.by_industry(|item| table.by_industry[item]),
            share_by_industry: self.by_industry(|item| table.share(table.by_industry[item])),
            rows: table
                .rows
                .iter()
                .map(|row| ContributionRow {
                    id: self.origin(row.origin),
                    total: row.total,
                    by_industry: self.by_industry(|item| row.by_industry[item]),
                })
                .collect(),
        }
    }

    fn origin(&self, origin: Origin) -> String {
        let project = |index: usize| self.plan.projects.get(index).map_or("", |p| &p.id);
        match origin {
            Origin::Baseline => "baseline".to_owned(),
            Origin::ChangedGrowth => "changed-growth".to_owned(),
            Origin::Construction(index) => format!("construction.{}", project(index)),
            Origin::Operation(index) => format!("operation.{}", project(index)),
            Origin::Initiative(index) => {
                format!("initiative.{}", self.plan.initiatives.get(index).map_or("", |i| &i.id))
            }
            Origin::ActualLessModel => "actual-less-model".to_owned(),
        }
    }

    fn tier(&self, id: &str, tier: &Attainment) -> TierReport {
        TierReport {
            id: id.to_owned(),
            mode: tier.mode,
            growth: tier.growth,
            level: tier.level,
            growth_met: tier.growth_met,
            level_met: tier.level_met,
            attained: tier.attained,
            growth_gap: tier.growth_gap,
            level_gap: tier.level_gap,
            level_of_growth: tier.level_of_growth,
            binding: match tier.binding {
                Test::Growth => "growth",
                Test::Level => "level",
            },
            binding_gap: tier.binding_gap,
            implied_base: tier.implied_base,
            implied_deflator: tier.implied_deflator,
            level_crossing: tier.level_crossing,
            growth_crossing: tier.growth_crossing.map(|t| quarter_name(self.outcome.grid, t)),
            common_uplift: self.outcome.common_uplift(tier).map(|uplift| uplift.required),
            required: tier.required.map(RequiredReport::from),
        }
    }

    fn project(&self, index: usize) -> ProjectReport {
        let outcome = self.outcome;
        let project = &outcome.projects[index];
        ProjectReport {
            id: self.plan.projects.get(index).map_or(String::new(), |project| project.id.clone()),
            status: project.status,
            commissioned: project.commissioned.map(|t| quarter_name(outcome.grid, t)),
            unit: self.by_industry(|item| project.unit[item]),
            annual: self.by_year(|year| {
                let spending = outcome.spending_of([index], year);
                let effect = outcome.project_effect(index, year);
                ProjectYear {
                    planned: spending.planned,
                    executed: spending.executed,
                    completion: spending.completion(),
                    construction: effect.construction,
                    operation: effect.operation,
                }
            }),
            quarterly: self.by_quarter(|t| ProjectQuarter {
                planned: project.planned[t],
                executed: project.executed[t],
                backlog: project.backlog[t],
                increment: project.increment[t],
                volume: project.volume[t],
                operation: project.operation[t],
            }),
        }
    }

    fn initiative(&self, index: usize) -> InitiativeReport {
        let named = self.plan.initiatives.get(index);
        InitiativeReport {
            id: named.map_or(String::new(), |initiative| initiative.id.clone()),
            annual: self.by_year(|year| self.outcome.initiative_effect(index, year)),
        }
    }

    fn funding(&self) -> BTreeMap<String, BTreeMap<String, FundingReport>> {
        let sources = self.plan.sources.iter().zip(&self.outcome.funding);
        let of_source = |years: &Vec<Funding>| {
            self.years()
                .zip(years)
                .map(|(year, funding)| {
                    let report = FundingReport {
                        need: funding.need,
                        available: funding.available,
                        gap: funding.gap(),
                    };
                    (year.to_string(), report)
                })
                .collect()
        };
        sources.map(|(source, years)| (source.id.clone(), of_source(years))).collect()
    }

    fn jobs(&self, year: Year) -> BTreeMap<String, f64> {
        let index = self.outcome.grid.year_index(year).unwrap_or_default();
        self.by_industry(|item| self.outcome.jobs[item][index])
    }
}
