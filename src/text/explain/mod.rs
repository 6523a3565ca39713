//! Why a number is what it is: the formula, the values in it, and where each of them comes from.
//!
//! [`Text::explain`] takes one [`Subject`] apart into an [`Explanation`]: steps of one formula each,
//! whose words, values and terms are made from the same list and so cannot differ. A term is either
//! evidence (stated, derived, source, assumption, yours), or opens another subject, or is taken
//! apart by a later step. Following the terms always ends at evidence: a year leads to the year
//! before, a quarter to the quarter before, and the base year is given.
//!
//! [`reasons`] holds the short answers that stand on the screen itself.

mod baseline;
mod contribution;
mod derivation;
mod gdp;
mod initiative;
mod lever;
mod multiplier;
mod name;
mod operation;
mod project;
pub mod reasons;
mod spending;
mod step;
mod subject;
mod tier;

pub use reasons::{TestReason, TierReasons};
pub use step::{Evidence, Explanation, Op, Overridden, Step, Term, Then};
pub use subject::{Course, Subject};

use super::Text;
use crate::engine::Outcome;
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use derivation::Derivation;

impl Text {
    /// How a figure comes about.
    ///
    /// Subjects that the plan does not have explain nothing: they have a title and no steps.
    #[must_use]
    pub fn explain(
        self,
        subject: Subject,
        plan: &Plan,
        scenario: &Scenario,
        outcome: &Outcome,
    ) -> Explanation {
        let assumptions = resolve(plan, scenario);
        let derivation = Derivation { text: self, plan, scenario, outcome, assumptions };
        let steps = derivation.steps(subject);
        let figure = match subject {
            Subject::Tier(index) => outcome
                .tiers
                .get(index)
                .map(|tier| derivation.tier_figure(tier))
                .unwrap_or_default(),
            _ => derivation.figure(&steps),
        };
        Explanation {
            title: derivation.name(subject),
            figure,
            remark: derivation.remark(subject),
            steps,
        }
    }
}

impl Derivation<'_> {
    fn steps(&self, subject: Subject) -> Vec<Step> {
        match subject {
            Subject::Gdp(year) => self.gdp(year),
            Subject::RealGdp(year) => self.real_gdp(year),
            Subject::Growth(year) => self.growth(year),
            Subject::Deflator(year) => self.deflator(year),
            Subject::Price(industry, year) => self.price(industry, year),
            Subject::InvestmentPrice(year) => self.investment_price(year),
            Subject::Tier(index) => self.tier(index),
            Subject::Baseline(course, year) => self.baseline(course, year),
            Subject::IndustryBaseline(course, index, year) => {
                self.industry_baseline(course, index, year)
            }
            Subject::Industry(index, year) => self.industry(index, year),
            Subject::Building(year) => self.building(year),
            Subject::Operating(year) => self.operating(year),
            Subject::Initiatives(year) => self.initiatives(year),
            Subject::Actuals(year) => self.actuals(year),
            Subject::Contribution(origin, year) => self.contribution(origin, year),
            Subject::Heading(heading, year) => self.heading(heading, year),
            Subject::Project(index, year) => self.project(index, year),
            Subject::ProjectBuilding(index, year) => self.project_building(index, year),
            Subject::ProjectOperation(index, year) => self.project_operation(index, year),
            Subject::FullOutput(course, index) => self.full_output(course, index),
            Subject::Service(course, index) => self.service(course, index),
            Subject::DearerWork(course) => self.dearer_work(course),
            Subject::Executed(course, index, year) => self.executed(course, index, year),
            Subject::Quarter(course, index, quarter) => self.quarter(course, index, quarter),
            Subject::Cost(course, index) => self.cost(course, index),
            Subject::Schedule(course, index) => self.schedule_steps(course, index),
            Subject::ReserveStarted => self.reserve_started(),
            Subject::UnitEffect(index) => self.unit_effect(index),
            Subject::Category(category) => self.category(category),
            Subject::Cell(industry, category) => self.cell(industry, category),
            Subject::Initiative(index, year) => self.initiative(index, year),
            Subject::Lever(lever) => self.lever_steps(lever),
            Subject::Funding(source, year) => self.funding(source, year),
            Subject::Jobs(year) => self.jobs(year),
        }
    }

    /// The figure as the first step has it.
    fn figure(&self, steps: &[Step]) -> String {
        let first = steps.first().filter(|step| step.result.is_some());
        let left = first.and_then(|step| step.values.split_once(" = "));
        match (left, steps.first().and_then(|step| step.terms.first())) {
            (Some((figure, _)), _) => figure.to_owned(),
            (None, Some(term)) => term.value.clone(),
            (None, None) => String::new(),
        }
    }

    /// What is to be known before reading on.
    fn remark(&self, subject: Subject) -> String {
        match subject {
            Subject::Tier(index) => self.tier_remark(index),
            Subject::Contribution(origin, _) => self.text.origin_help(origin).to_owned(),
            Subject::Baseline(Course::Plan, _)
            | Subject::IndustryBaseline(Course::Plan, ..)
            | Subject::Executed(Course::Plan, ..)
            | Subject::Quarter(Course::Plan, ..) => self.text.as_the_plan_has_it().to_owned(),
            _ => String::new(),
        }
    }
}
