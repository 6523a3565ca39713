//! Projects in service: output beyond what the baseline counts on.

use super::derivation::{Derivation, evidence};
use super::project::additionality_kind;
use super::step::{Quantity, Step, Term};
use super::{Course, Op, Subject};
use crate::engine::operation::{self, output_in_full};
use crate::engine::parts::output_reached;
use crate::engine::spending::Spending;
use crate::plan::assumptions::ProjectAssumptions;
use crate::plan::lever::Kind;
use crate::plan::project::Status;
use crate::units::Year;

impl Derivation<'_> {
    /// What a finished project adds: its output less what the baseline counts on.
    pub(super) fn project_operation(&self, index: usize, year: Year) -> Vec<Step> {
        let (Some(project), Some(assumed), Some(result)) = self.known(index) else {
            return Vec::new();
        };
        let name = self.name(Subject::ProjectOperation(index, year));
        if result.status == Status::Off || self.is_base(year) {
            return self.nothing(name, index, project, result.status, year);
        }
        let total = self.outcome.project_effect(index, year).operation;
        let quarters = self.plan.grid.quarters_of(year);
        let own = output_in_full(&assumed.schedule, assumed)
            * output_reached(assumed, result.commissioned, quarters.clone());
        let reference = self.reference_commissioned(assumed);
        let counted = output_in_full(&assumed.reference, assumed)
            * output_reached(assumed, reference, quarters);
        let already = counted * assumed.additionality.complement();
        let (output, contained, net) = (
            self.text.term_output(),
            self.text.term_contained_output(),
            self.text.term_net_output(),
        );
        let mut steps = vec![
            self.step(
                name,
                Quantity::Money,
                total.0,
                vec![
                    self.term(Op::Plus, net, Quantity::Money, (own - already).0).below(),
                    self.own_or_lever(
                        Op::TimesRest,
                        Kind::OperationDisplacement,
                        project,
                        project.operation_displacement.map(|share| share.0),
                    ),
                ],
            ),
            self.step(
                net,
                Quantity::Money,
                (own - already).0,
                vec![
                    self.term(Op::Plus, output, Quantity::Money, own.0).below(),
                    self.term(Op::Minus, contained, Quantity::Money, already.0).below(),
                ],
            ),
        ];
        let additionality = self.own_or_lever(
            Op::TimesRest,
            additionality_kind(project),
            project,
            project.additionality.map(|share| share.0),
        );
        let courses = [
            (Course::Scenario, output, own, result.commissioned, None),
            (Course::Plan, contained, already, reference, Some(additionality)),
        ];
        for (course, label, amount, commissioned, rest) in courses {
            let full = output_in_full(&self.schedule(course, assumed), assumed);
            let reached = output_reached(assumed, commissioned, self.plan.grid.quarters_of(year));
            let mut terms = vec![
                self.opening(Op::Plus, Subject::FullOutput(course, index), Quantity::Money, full.0),
                self.term(Op::Times, self.text.term_reached(), Quantity::Share, reached.0)
                    .opens(Subject::Service(course, index)),
            ];
            terms.extend(rest);
            steps.push(self.step(label, Quantity::Money, amount.0, terms));
        }
        steps
    }

    /// A year's value added at full output: capital that produces, over the capital–output ratio.
    pub(super) fn full_output(&self, course: Course, index: usize) -> Vec<Step> {
        let (Some(project), Some(assumed), _) = self.known(index) else { return Vec::new() };
        let schedule = self.schedule(course, assumed);
        let full = output_in_full(&schedule, assumed);
        let productive = self
            .term(Op::Times, self.text.term_productive(), Quantity::Share, assumed.productive.0)
            .evidenced(evidence(&project.total));
        let total = self
            .term(Op::Plus, self.text.total_investment(), Quantity::Money, schedule.total.0)
            .opens(Subject::Cost(course, index));
        let terms =
            vec![total, productive, self.own_or_lever(Op::Over, Kind::Icor, project, project.icor)];
        vec![self.step(
            self.name(Subject::FullOutput(course, index)),
            Quantity::Money,
            full.0,
            terms,
        )]
    }

    /// When a project comes into service and how fast its output rises.
    pub(super) fn service(&self, course: Course, index: usize) -> Vec<Step> {
        let (Some(project), Some(assumed), Some(result)) = self.known(index) else {
            return Vec::new();
        };
        let commissioned = match course {
            Course::Scenario => result.commissioned,
            Course::Plan => self.reference_commissioned(assumed),
        };
        let said = match commissioned {
            Some(quarter) => self.text.quarter(self.plan.grid, quarter),
            None => self.text.commissioned_never().to_owned(),
        };
        let terms = vec![
            Term::said(self.text.commissioned().to_owned(), said)
                .opens(Subject::Schedule(course, index)),
            self.own_or_lever(Op::Plus, Kind::Ramp, project, project.ramp.map(|ramp| ramp.0)),
        ];
        vec![Step::listed(self.text.service_rule(), terms)]
    }

    fn reference_commissioned(&self, assumed: &ProjectAssumptions) -> Option<usize> {
        let grid = self.plan.grid;
        let mut spending = Spending::with_room(grid);
        spending.carry_out(&assumed.reference, self.assumptions.reference_pace, grid);
        operation::commissioned(&assumed.reference, &spending.executed)
    }
}
