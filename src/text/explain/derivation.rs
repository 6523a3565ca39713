//! What every explanation draws on: plan, scenario, outcome, and terms made of them.

use super::step::{Evidence, Overridden, Quantity, Step, Term};
use super::{Course, Op, Subject, Then};
use crate::engine::Outcome;
use crate::order;
use crate::plan::Plan;
use crate::plan::assumptions::{Assumptions, ProjectAssumptions, Schedule};
use crate::plan::lever::{self, Kind, Lever, Unit};
use crate::plan::project::Project;
use crate::plan::provenance::{Provenance, Sourced};
use crate::plan::scenario::Scenario;
use crate::text::Text;
use crate::text::number::DASH;
use crate::units::Year;

/// Most rows of a sum that are listed one by one; the rest stand together.
const MOST_ROWS: usize = 20;

/// One plan under one scenario, ready to be asked.
pub(super) struct Derivation<'a> {
    pub(super) text: Text,
    pub(super) plan: &'a Plan,
    pub(super) scenario: &'a Scenario,
    pub(super) outcome: &'a Outcome,
    pub(super) assumptions: Assumptions,
}

/// A row of a long sum: its name, amount and what opens.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) amount: f64,
    pub(super) next: Subject,
}

impl Derivation<'_> {
    /// A term of a formula.
    pub(super) fn term(
        &self,
        op: Op,
        name: impl Into<String>,
        quantity: Quantity,
        amount: f64,
    ) -> Term {
        Term::new(self.text, op, name.into(), quantity, amount)
    }

    /// A term named after what explains it.
    pub(super) fn opening(
        &self,
        op: Op,
        subject: Subject,
        quantity: Quantity,
        amount: f64,
    ) -> Term {
        self.term(op, self.name(subject), quantity, amount).opens(subject)
    }

    /// A figure computed from its terms.
    pub(super) fn step(
        &self,
        name: impl Into<String>,
        quantity: Quantity,
        result: f64,
        terms: Vec<Term>,
    ) -> Step {
        Step::computed(self.text, (name.into(), quantity, result), Then::Nothing, terms)
    }

    /// A sum of many rows: those that come to something, the largest first where there are too many.
    pub(super) fn sum(
        &self,
        name: impl Into<String>,
        quantity: Quantity,
        result: f64,
        rows: Vec<Row>,
    ) -> Step {
        let mut told: Vec<Row> = rows.into_iter().filter(|row| row.amount != 0.0).collect();
        if told.len() > MOST_ROWS {
            order::sort(&mut told, |a, b| b.amount.abs().total_cmp(&a.amount.abs()));
        }
        let rest: f64 = told.iter().skip(MOST_ROWS).map(|row| row.amount).sum();
        let others = told.len() > MOST_ROWS;
        let mut terms: Vec<Term> = told
            .into_iter()
            .take(MOST_ROWS)
            .map(|row| self.term(Op::Plus, row.name, quantity, row.amount).opens(row.next))
            .collect();
        if others || terms.is_empty() {
            let name = if others { self.text.all_others() } else { self.text.nothing_counts() };
            let evidence = Evidence::new(Provenance::Derived, self.text.rows_left_out());
            terms.push(self.term(Op::Plus, name, quantity, rest).evidenced(evidence));
        }
        self.step(name, quantity, result, terms)
    }

    /// A lever's value as a term, with what the plan says where another value stands in its place.
    pub(super) fn lever(&self, op: Op, lever: Lever) -> Term {
        self.lever_in(Course::Scenario, op, lever)
    }

    /// A lever's value in one of the two courses.
    pub(super) fn lever_in(&self, course: Course, op: Op, lever: Lever) -> Term {
        let (text, plan) = (self.text, self.plan);
        let planned = lever::default(lever, plan);
        let value = match course {
            Course::Scenario => self.scenario.value(lever, plan),
            Course::Plan => planned,
        };
        let unit = lever.kind.unit();
        let name = text.lever_name(plan, lever);
        let term = self.term(op, name, Quantity::of(unit), value).opens(Subject::Lever(lever));
        let Some(spec) = lever::spec(lever, plan) else {
            let evidence = Evidence::new(Provenance::Assumption, text.lever_not_in_plan());
            return term.evidenced(evidence);
        };
        let written = text.lever_value(&spec, value);
        let short = match unit {
            Unit::Money | Unit::Quarters => text.lever_number_said(&spec, value),
            Unit::RateDifference => format!("{}%", text.lever_number_said(&spec, value)),
            _ => written.clone(),
        };
        let mut evidence = Evidence::new(spec.provenance, &spec.source);
        if value != planned {
            evidence.provenance = Provenance::User;
            evidence.overridden = Some(Overridden {
                value: text.lever_value(&spec, planned),
                provenance: spec.provenance,
            });
        }
        term.exactly(written, short).evidenced(evidence)
    }

    /// A lever with one instance for the whole plan.
    pub(super) fn common(&self, course: Course, op: Op, kind: Kind) -> Term {
        self.lever_in(course, op, Lever::of_plan(kind, self.plan))
    }

    /// What a project says about itself, or the lever that speaks for it where it says nothing.
    pub(super) fn own_or_lever(
        &self,
        op: Op,
        kind: Kind,
        project: &Project,
        own: Option<f64>,
    ) -> Term {
        match own {
            Some(value) => {
                let term =
                    self.term(op, self.text.lever_kind(kind), Quantity::of(kind.unit()), value);
                term.evidenced(evidence(&project.total))
            }
            None => self.common(Course::Scenario, op, kind),
        }
    }

    /// A figure of the base year, in which everything is contained already.
    pub(super) fn base_year_term(&self, op: Op, name: String, quantity: Quantity) -> Term {
        let evidence = Evidence::new(Provenance::Derived, self.text.base_year_is_given());
        self.term(op, name, quantity, 0.0).evidenced(evidence)
    }

    pub(super) fn is_base(&self, year: Year) -> bool {
        year <= self.plan.grid.base_year
    }

    pub(super) fn industry_name(&self, index: usize) -> &str {
        self.plan.industries.get(index).map_or(DASH, |item| self.text.name(&item.name))
    }

    pub(super) fn project_name(&self, index: usize) -> &str {
        self.plan.projects.get(index).map_or(DASH, |item| self.text.name(&item.name))
    }

    pub(super) fn schedule(&self, course: Course, project: &ProjectAssumptions) -> Schedule {
        match course {
            Course::Scenario => project.schedule.clone(),
            Course::Plan => project.reference.clone(),
        }
    }
}

/// The evidence of a number of the plan.
pub(super) fn evidence<T>(sourced: &Sourced<T>) -> Evidence {
    Evidence::new(sourced.provenance, &sourced.source)
}
