//! Lists of projects: totals that are no year's spending, annual shares, money that finances.

use super::Finding;
use crate::engine::outcome::Outcome;
use crate::engine::spending::planned_share;
use crate::plan::Plan;
use crate::plan::assumptions::Assumptions;
use crate::plan::link::{Link, ProjectList};
use crate::plan::project::Status;
use crate::units::{NominalMoney, Quarters, Share};

/// More than this part of a whole-life total in one year is rare for a programme of many projects;
/// published annual plans are at 13 % to 15 %.
const MOST_IN_A_YEAR: Share = Share(0.30);

/// A list with its whole-life total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListTotal {
    /// Which list.
    pub list: ProjectList,
    /// Its whole-life investment.
    pub total: NominalMoney,
    /// How many years' GDP that is.
    pub times_gdp: f64,
}

pub(super) fn check(plan: &Plan, assumptions: &Assumptions, outcome: &Outcome) -> Vec<Finding> {
    let mut findings = annual_shares(plan, assumptions);
    findings.extend(whole_life(plan, outcome));
    findings.extend(money(plan, outcome));
    findings.extend(sizes(plan));
    findings
}

/// Cohorts alone: a single project may well be built within a year.
fn annual_shares(plan: &Plan, assumptions: &Assumptions) -> Vec<Finding> {
    let quarters = assumptions.grid.quarters_of(assumptions.year);
    let by = |schedule, quarter: usize| planned_share(schedule, Quarters(quarter as f64));
    let pairs = plan.projects.iter().zip(&assumptions.projects).enumerate();
    pairs
        .filter(|(_, (own, assumed))| own.count > 1 && assumed.status == Status::On)
        .filter_map(|(project, (_, assumed))| {
            let schedule = &assumed.schedule;
            let share = Share(by(schedule, quarters.end) - by(schedule, quarters.start));
            (share > MOST_IN_A_YEAR).then_some(Finding::AnnualShare { project, share })
        })
        .collect()
}

fn whole_life(plan: &Plan, outcome: &Outcome) -> Option<Finding> {
    let gdp = outcome.annual(outcome.grid.base_year).nominal;
    let lists: Vec<ListTotal> = ProjectList::ALL
        .into_iter()
        .map(|list| (list, plan.list_total(list)))
        .filter(|&(_, total)| gdp.0 > 0.0 && total > gdp)
        .map(|(list, total)| ListTotal { list, total, times_gdp: total / gdp })
        .collect();
    let planned = outcome.spending(outcome.year).planned;
    (!lists.is_empty()).then_some(Finding::WholeLifeTotals { lists, planned, gdp })
}

fn money(plan: &Plan, outcome: &Outcome) -> Option<Finding> {
    let (goal, _) = plan.goal_linked(Link::Funds)?;
    let spending = outcome.spending(outcome.year).executed;
    Some(Finding::MoneyAppliedFor { goal, spending })
}

fn sizes(plan: &Plan) -> Option<Finding> {
    let mean = |list| {
        let count = plan.list_count(list);
        (count > 0).then(|| plan.list_total(list) / count as f64)
    };
    Some(Finding::MeanSizes {
        all: mean(ProjectList::All)?,
        annual: mean(ProjectList::Annual)?,
        reserve: mean(ProjectList::Reserve)?,
    })
}
