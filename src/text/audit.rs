//! What the consistency check found, in words.

use super::number::{DASH, with_unit};
use super::{Language, Text};
use crate::engine::audit::{Divided, Finding, ImpliedBase, Severity, count};
use crate::engine::outcome::Test;
use crate::plan::Plan;
use crate::plan::indicator::Indicator;
use crate::plan::lever;
use crate::plan::link::ProjectList;
use crate::plan::scenario::Actual;
use crate::units::{NominalMoney, Share};

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What, and how large, in one line.
    pub title: String,
    /// Why it matters, line by line.
    pub details: Vec<String>,
    /// Table and rows; empty where no table holds it.
    pub place: String,
}

impl Text {
    /// How much a finding matters.
    #[must_use]
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Contradiction => self.severity_contradiction(),
            Severity::Caution => self.severity_caution(),
            Severity::Note => self.severity_note(),
        }
    }

    /// How many findings there are of each severity: `1 处矛盾、3 处易误读`; what there is none of is
    /// left out.
    #[must_use]
    pub fn audit_summary(self, findings: &[Finding]) -> String {
        let parts: Vec<String> = Severity::ALL
            .into_iter()
            .map(|severity| (severity, count(findings, severity)))
            .filter(|&(_, count)| count > 0)
            .map(|(severity, count)| match severity {
                Severity::Contradiction => self.contradictions(count),
                Severity::Caution => self.cautions(count),
                Severity::Note => self.notes(count),
            })
            .collect();
        if parts.is_empty() { self.audit_clean().to_owned() } else { self.listed(&parts) }
    }

    /// A list of projects.
    #[must_use]
    pub fn project_list(self, list: ProjectList) -> &'static str {
        match list {
            ProjectList::All => self.list_all(),
            ProjectList::Annual => self.list_annual(),
            ProjectList::Reserve => self.list_reserve(),
        }
    }

    /// A finding in words: what, why, where.
    #[must_use]
    pub fn finding(self, plan: &Plan, finding: &Finding) -> FindingWords {
        let (title, details) = self.finding_says(plan, finding);
        FindingWords { title, details, place: self.finding_place(plan, finding) }
    }

    fn finding_place(self, plan: &Plan, finding: &Finding) -> String {
        let places: Vec<String> = finding
            .places(plan)
            .into_iter()
            .map(|place| match place.rows.as_slice() {
                [] => place.table.file().to_owned(),
                rows => self.finding_rows(place.table.file(), self.listed(rows)),
            })
            .collect();
        if places.is_empty() { String::new() } else { self.finding_places(self.listed(&places)) }
    }

    fn finding_says(self, plan: &Plan, finding: &Finding) -> (String, Vec<String>) {
        match finding {
            Finding::ImpliedBases { year, tiers, reconcilable } => {
                let mut details: Vec<String> =
                    tiers.iter().map(|base| self.implied_base(plan, base)).collect();
                details.push(
                    if *reconcilable {
                        self.found_bases_rounding()
                    } else {
                        self.found_bases_disjoint()
                    }
                    .to_owned(),
                );
                details.push(self.implied_base_kept().to_owned());
                (self.found_bases(self.year(*year)), details)
            }
            &Finding::TiersOutOfOrder { test, lower, higher } => {
                let (lower, higher) = (self.tier_name(plan, lower), self.tier_name(plan, higher));
                let title = match test {
                    Test::Growth => self.found_order_growth(higher, lower),
                    Test::Level => self.found_order_level(higher, lower),
                };
                (title, vec![self.found_order_detail().to_owned()])
            }
            &Finding::BaseOutsideTiers { base, lowest, highest } => (
                self.found_base_outside(self.money(base)),
                vec![
                    self.found_base_outside_detail(self.money_number(lowest), self.money(highest)),
                ],
            ),
            &Finding::StatedDiffers { goal, found } => self.stated_differs(plan, goal, found),
            &Finding::SumDiffers { parts, whole, sum } => self.sum_differs(plan, parts, whole, sum),
            &Finding::SharesDiffer { of, sum } => {
                let title = match self.divided(plan, of) {
                    Some(item) => self.found_shares_quarters(item, self.share_finely(sum)),
                    None => self.found_shares_gdp(self.share_finely(sum)),
                };
                (title, vec![self.found_shares_detail().to_owned()])
            }
            &Finding::ActualsDiffer { quarter, whole, implied } => {
                let quarter = self.quarter(plan.grid, quarter);
                let figure = |actual: Actual| self.actual_figure(Some(actual));
                let title = self.found_actuals(quarter, figure(whole), figure(implied));
                (title, vec![self.found_actuals_detail().to_owned()])
            }
            &Finding::PullDiffers { item, printed, implied } => {
                let number = self.count((item + 1) as f64);
                let title = self.found_pull(number, self.points(printed), self.points(implied));
                (title, vec![self.found_release_detail().to_owned()])
            }
            &Finding::GrowthDiffers { printed, implied } => {
                let title = self.found_growth(self.rate_fine(printed), self.rate_fine(implied));
                (title, vec![self.found_release_detail().to_owned()])
            }
            _ => self.reading_says(plan, finding),
        }
    }

    /// Findings about how a number may be read.
    fn reading_says(self, plan: &Plan, finding: &Finding) -> (String, Vec<String>) {
        let goal = |index: usize| plan.indicators.get(index);
        let stated = |index| goal(index).map_or(DASH.to_owned(), |own| self.indicator_stated(own));
        match finding {
            &Finding::AnnualShare { project, share } => {
                let name = plan.projects.get(project).map_or(DASH, |own| self.name(&own.name));
                let title = self.found_annual(name, self.share(share));
                (title, vec![self.found_annual_detail().to_owned()])
            }
            Finding::WholeLifeTotals { lists, planned, .. } => {
                let each = lists.iter().map(|own| {
                    let times = self.number(own.times_gdp, 2);
                    self.found_whole_life_each(
                        self.project_list(own.list),
                        self.money(own.total),
                        times,
                    )
                });
                let planned = self.found_whole_life_detail(self.money(*planned));
                (self.found_whole_life().to_owned(), each.chain([planned]).collect())
            }
            &Finding::MoneyAppliedFor { goal, spending } => (
                self.found_money(self.goal_number(plan, goal)),
                vec![self.found_money_detail(self.money(spending))],
            ),
            &Finding::Turnover { goal: index, value_added } => {
                let name = goal(index).map_or(DASH, |own| self.name(&own.name));
                let detail = self.found_turnover_detail(self.money(value_added));
                (self.found_turnover(name, stated(index)), vec![detail])
            }
            &Finding::Sales { goal: index, industry, value_added, gdp } => {
                let name = plan.industries.get(industry).map_or(DASH, |own| self.name(&own.name));
                let sales = NominalMoney(goal(index).map_or(0.0, |own| own.value));
                let rate = self.share(Share(value_added / sales));
                let detail = self.found_sales_detail(name, self.money(value_added), rate);
                (self.found_sales(self.goal_number(plan, index), self.money(gdp)), vec![detail])
            }
            &Finding::MeanSizes { all, annual, reserve } => {
                let times = self.number(reserve / annual, 1);
                let title =
                    self.found_sizes(self.money(all), self.money(annual), self.money(reserve));
                (title, vec![self.found_sizes_detail(times)])
            }
            &Finding::Jobs { goal, computed } => {
                let title =
                    self.found_jobs(self.goal_number(plan, goal), self.person_years(computed));
                (title, vec![self.found_jobs_detail().to_owned()])
            }
            &Finding::Overridden { lever, planned, set } => {
                let value = |value| match lever::spec(lever, plan) {
                    Some(spec) => self.lever_value(&spec, value),
                    None => DASH.to_owned(),
                };
                let name = self.lever_name(plan, lever);
                let title = self.found_overridden(name, value(planned), value(set));
                (title, vec![self.found_overridden_detail().to_owned()])
            }
            _ => (String::new(), Vec::new()),
        }
    }

    fn implied_base(self, plan: &Plan, base: &ImpliedBase) -> String {
        self.found_bases_each(
            self.tier_name(plan, base.tier),
            self.money(base.level),
            self.rate(base.growth),
            self.money_number(base.base),
            self.money_number(base.lowest),
            self.money_number(base.highest),
        )
    }

    fn stated_differs(self, plan: &Plan, goal: usize, found: f64) -> (String, Vec<String>) {
        let Some(own) = plan.indicators.get(goal) else { return (String::new(), Vec::new()) };
        let found = self.indicator_value(own, found);
        let title =
            self.found_stated(self.name(&own.name), self.indicator_value(own, own.value), found);
        (title, vec![self.found_stated_detail(&own.phrase)])
    }

    fn sum_differs(
        self,
        plan: &Plan,
        parts: [usize; 2],
        whole: usize,
        sum: f64,
    ) -> (String, Vec<String>) {
        let Some(own) = plan.indicators.get(whole) else { return (String::new(), Vec::new()) };
        let parts = parts.map(|part| self.goal_number(plan, part)).join(" + ");
        let value = |value| self.indicator_value(own, value);
        let title = self.found_sum(self.name(&own.name), parts, value(sum), value(own.value));
        (title, vec![self.found_sum_detail().to_owned()])
    }

    /// A goal's stated number with its unit and without its qualifier.
    fn goal_number(self, plan: &Plan, goal: usize) -> String {
        let value = |own: &Indicator| self.indicator_value(own, own.value);
        plan.indicators.get(goal).map_or_else(|| DASH.to_owned(), value)
    }

    fn tier_name(self, plan: &Plan, tier: usize) -> &str {
        plan.tiers.get(tier).map_or(DASH, |own| self.name(&own.name))
    }

    /// Things one after the other, parted as the language does.
    pub(super) fn listed(self, things: &[String]) -> String {
        match self.language {
            Language::Zh => things.join("、"),
            Language::En => things.join(", "),
        }
    }

    /// A share with two decimals, where one would hide what is wrong with it.
    fn share_finely(self, share: Share) -> String {
        with_unit(&self.number(share.0 * 100.0, 2), "%")
    }

    fn divided(self, plan: &Plan, of: Divided) -> Option<&str> {
        match of {
            Divided::Gdp => None,
            Divided::Industry(item) => plan.industries.get(item).map(|own| self.name(&own.name)),
            Divided::Initiative(item) => plan.initiatives.get(item).map(|own| self.name(&own.name)),
        }
    }
}
