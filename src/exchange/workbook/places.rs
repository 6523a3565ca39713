//! Where inputs and results stand, for whoever checks a workbook against the model.

use super::book::{At, Block};
use super::construction::Construction;
use super::contributions::Contributions;
use super::gdp::{Entered, Gdp};
use super::levers::{Levers, in_cell};
use super::money::Money;
use super::operation::Operation;
use super::projects::Projects;
use super::spending::Spending;
use super::term::Value;
use super::tiers::{Line, Tiers};
use crate::engine::outcome::Origin;
use crate::plan::Plan;
use crate::plan::lever::Lever;
use crate::plan::scenario::{Actual, ActualKey, Scenario};
use crate::text::Text;
use std::collections::BTreeMap;

/// Where the inputs and results of a workbook stand.
#[derive(Debug)]
pub struct Places {
    levers: BTreeMap<Lever, At>,
    published: At,
    induced: At,
    status: Vec<At>,
    size: Vec<At>,
    delay: Vec<At>,
    known_growth: Block,
    known_level: Block,
    modes: Vec<At>,
    tiers: Tiers,
    /// Value added by industry and quarter, and behind them by year, constant prices.
    pub real: Block,
    /// The same at current prices.
    pub nominal: Block,
    /// Growth of GDP by quarter and year.
    pub growth: Block,
    /// Growth to date by quarter.
    pub to_date: Block,
    /// Deflator by quarter and year.
    pub deflator: Block,
    /// Growth by industry, quarter and year.
    pub growth_by_industry: Block,
    /// What each row of the contribution tables comes from.
    pub origins: Vec<Origin>,
    /// Contributions in the tiers' year, by row and industry and together.
    pub in_plan_year: Block,
    /// Contributions by row and year.
    pub by_year: Block,
    /// Contributions by industry and year.
    pub by_industry: Block,
    /// Planned spending by project, quarter and year.
    pub planned: Block,
    /// Executed spending.
    pub executed: Block,
    /// What is carried over, by project and quarter.
    pub backlog: Block,
    /// Local volume beyond the baseline, by project, quarter and year.
    pub volume: Block,
    /// Value added in operation beyond the baseline.
    pub operation: Block,
    /// Money needed by source and year.
    pub need: Block,
    /// Person-years by industry and year.
    pub jobs: Block,
}

/// An input and what a scenario puts into it.
pub type Input = (At, Value);

impl Places {
    #[allow(clippy::too_many_arguments, reason = "one for each sheet")]
    pub(super) fn new(
        levers: &Levers,
        projects: &Projects,
        entered: &Entered,
        gdp: &Gdp,
        contributions: Contributions,
        tiers: Tiers,
        money: &Money,
        (spending, construction, operation): (&Spending, &Construction, &Operation),
    ) -> Self {
        let column = |column| (0..projects.rows).map(|item| projects.at(item, column)).collect();
        Self {
            levers: levers.set.clone(),
            published: levers.published,
            induced: levers.induced,
            status: column(projects.status),
            size: column(projects.size),
            delay: column(projects.delay),
            known_growth: entered.growth,
            known_level: entered.level,
            modes: (0..tiers.table.columns).map(|tier| tiers.at(Line::Mode, tier)).collect(),
            tiers,
            real: gdp.real,
            nominal: gdp.nominal,
            growth: gdp.growth,
            to_date: gdp.to_date,
            deflator: gdp.deflator,
            growth_by_industry: gdp.growth_by_industry,
            origins: contributions.origins,
            in_plan_year: contributions.in_plan_year,
            by_year: contributions.by_year,
            by_industry: contributions.by_industry,
            planned: spending.planned,
            executed: spending.executed,
            backlog: spending.backlog,
            volume: construction.volume,
            operation: operation.output,
            need: money.need,
            jobs: money.jobs,
        }
    }

    /// A line of a tier.
    #[must_use]
    pub fn tier(&self, line: Line, tier: usize) -> At {
        self.tiers.at(line, tier)
    }

    /// Every input with what a scenario puts into it, in words of this language.
    #[must_use]
    pub fn inputs(&self, plan: &Plan, scenario: &Scenario, text: Text) -> Vec<Input> {
        let switch = |on: bool| Value::Number(f64::from(u8::from(on)));
        let levers = self
            .levers
            .iter()
            .map(|(&lever, &at)| (at, in_cell(lever.kind, scenario.value(lever, plan))));
        let switches = [
            (self.published, switch(scenario.published_rounding)),
            (self.induced, switch(scenario.induced)),
        ];
        let projects = plan.projects.iter().enumerate().flat_map(|(item, project)| {
            let choice = scenario.projects.get(&item).copied().unwrap_or_default();
            let status = text.status(choice.status.unwrap_or(project.status));
            [
                (self.status[item], Value::Words(status.to_owned())),
                (self.size[item], Value::Number(choice.scale.unwrap_or(1.0))),
                (self.delay[item], Value::Number(choice.delay.0)),
            ]
        });
        let modes = plan.tiers.iter().enumerate().map(|(item, tier)| {
            let mode = scenario.modes.get(&item).copied().unwrap_or(tier.mode);
            (self.modes[item], Value::Words(text.tier_mode(mode).to_owned()))
        });
        levers
            .chain(switches)
            .chain(projects)
            .chain(modes)
            .chain(self.known(plan, scenario))
            .collect()
    }

    fn known(&self, plan: &Plan, scenario: &Scenario) -> Vec<Input> {
        let mut found = Vec::new();
        for row in 0..=plan.industries.len() {
            for quarter in 4..plan.grid.quarters() {
                let industry = (row < plan.industries.len()).then_some(row);
                let (rate, level) = match scenario.actuals.get(&ActualKey { quarter, industry }) {
                    Some(Actual::Growth(rate)) => (Value::Number(rate.0), Value::Blank),
                    Some(Actual::Level(level)) => (Value::Blank, Value::Number(level.0)),
                    None => (Value::Blank, Value::Blank),
                };
                found.push((self.known_growth.at(row, quarter), rate));
                found.push((self.known_level.at(row, quarter), level));
            }
        }
        found
    }
}
