//! Changes in words: for the undo list, announcements and lists of what differs.

use super::number::{DASH, with_unit};
use super::{Language, Text};
use crate::engine::heading::Heading;
use crate::plan::Plan;
use crate::plan::change::Change;
use crate::plan::indicator::{Indicator, Qualifier};
use crate::plan::lever;
use crate::plan::scenario::{Actual, ActualKey, Shape};
use crate::units::{NominalMoney, Quarters, Share};

impl Text {
    /// One step in words; several changes at once are counted.
    #[must_use]
    pub fn step(self, plan: &Plan, changes: &[Change]) -> String {
        match changes {
            [one] => self.change(plan, one),
            many => self.change_several(many.len()),
        }
    }

    /// One change in words, from what to what.
    #[must_use]
    pub fn change(self, plan: &Plan, change: &Change) -> String {
        let project = |index: usize| plan.projects.get(index).map_or(DASH, |p| self.name(&p.name));
        match *change {
            Change::Lever { lever, from, to } => match lever::spec(lever, plan) {
                Some(spec) => self.lever_moved(plan, &spec, from, to),
                None => self.lever_name(plan, lever),
            },
            Change::Status { project: index, from, to } => {
                self.change_status(project(index), self.status(from), self.status(to))
            }
            Change::Delay { project: index, from, to } => {
                self.change_start(project(index), self.delay(from), self.delay(to))
            }
            Change::Scale { project: index, from, to } => {
                self.change_size(project(index), self.share(Share(from)), self.share(Share(to)))
            }
            Change::Mode { tier, from, to } => {
                let name = plan.tiers.get(tier).map_or(DASH, |tier| self.name(&tier.name));
                self.change_mode(name, self.tier_mode(from), self.tier_mode(to))
            }
            Change::PublishedRounding(true) => self.change_published_on().to_owned(),
            Change::PublishedRounding(false) => self.change_published_off().to_owned(),
            Change::Induced(true) => self.change_induced_on().to_owned(),
            Change::Induced(false) => self.change_induced_off().to_owned(),
            Change::Chance { from, to } if from.shape != to.shape => {
                self.change_shape(self.shape(from.shape), self.shape(to.shape))
            }
            Change::Chance { from, to } => self.change_seed(from.seed, to.seed),
            Change::Actual { key, from, to } => self.change_actual(
                self.actual_place(plan, key),
                self.actual_figure(from),
                self.actual_figure(to),
            ),
            Change::Progress { indicator, from, to } => {
                let goal = plan.indicators.get(indicator);
                let figure = |value: Option<f64>| match (goal, value) {
                    (Some(goal), Some(value)) => self.indicator_value(goal, value),
                    _ => DASH.to_owned(),
                };
                let name = goal.map_or(DASH, |goal| self.name(&goal.name));
                self.change_progress(name, figure(from), figure(to))
            }
        }
    }

    /// A start against the plan: as planned, so much earlier, so much later.
    #[must_use]
    pub fn delay(self, delay: Quarters) -> String {
        if delay.0 > 0.0 {
            self.later(self.duration(delay))
        } else if delay.0 < 0.0 {
            self.earlier(self.duration(delay.abs()))
        } else {
            self.as_planned().to_owned()
        }
    }

    /// How unknowns spread, in a word.
    #[must_use]
    pub fn shape(self, shape: Shape) -> &'static str {
        match shape {
            Shape::Pert => self.shape_pert(),
            Shape::Triangular => self.shape_triangular(),
            Shape::Uniform => self.shape_uniform(),
            Shape::Normal => self.shape_normal(),
        }
    }

    /// The quarter and industry that an actual figure speaks about.
    #[must_use]
    pub fn actual_place(self, plan: &Plan, key: ActualKey) -> String {
        let quarter = self.quarter(plan.grid, key.quarter);
        match key.industry.and_then(|index| plan.industries.get(index)) {
            Some(industry) => self.in_quarter(quarter, self.name(&industry.name)),
            None => self.in_quarter(quarter, self.actual_whole_gdp()),
        }
    }

    /// An actual figure; a dash where there is none.
    #[must_use]
    pub fn actual_figure(self, actual: Option<Actual>) -> String {
        match actual {
            Some(Actual::Growth(rate)) => self.rate_fine(rate),
            Some(Actual::Level(money)) => self.money(money),
            None => DASH.to_owned(),
        }
    }

    /// An indicator's number with its unit, money as everywhere else.
    #[must_use]
    pub fn indicator_value(self, indicator: &Indicator, value: f64) -> String {
        let unit = self.name(&indicator.unit);
        match (indicator.unit.zh.as_str(), self.language) {
            ("亿元", _) => self.money_stated(NominalMoney(value)),
            ("%", _) | (_, Language::Zh) => with_unit(&self.plain(value), unit),
            (_, Language::En) => format!("{} {unit}", self.plain(value)),
        }
    }

    /// An indicator's number as the document binds it: `80 亿元以上`, `力争 140.04 亿元`.
    #[must_use]
    pub fn indicator_stated(self, indicator: &Indicator) -> String {
        let value = self.indicator_value(indicator, indicator.value);
        match indicator.qualifier {
            Qualifier::Exact => value,
            Qualifier::AtLeast => self.stated_at_least(value),
            Qualifier::MoreThan => self.stated_more_than(value),
            Qualifier::Strive => self.stated_strive(value),
        }
    }

    /// The name of a heading of the contribution chart.
    #[must_use]
    pub fn heading(self, heading: Heading) -> &'static str {
        match heading {
            Heading::Baseline => self.origin_baseline(),
            Heading::ChangedGrowth => self.origin_changed_growth(),
            Heading::Building => self.heading_building(),
            Heading::Starting => self.heading_starting(),
            Heading::Reserve => self.heading_reserve(),
            Heading::Operation => self.heading_operation(),
            Heading::Initiatives => self.heading_initiatives(),
            Heading::ActualLessModel => self.origin_actual_less_model(),
        }
    }
}
