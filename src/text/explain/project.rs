//! Projects: from spending to value added, being built and in service apart.

use super::derivation::{Derivation, Row, evidence};
use super::step::{Evidence, Quantity, Step, Term};
use super::{Course, Op, Subject};
use crate::engine::outcome::ProjectOutcome;
use crate::engine::spending;
use crate::plan::assumptions::ProjectAssumptions;
use crate::plan::lever::Kind;
use crate::plan::project::{Project, Status};
use crate::plan::provenance::Provenance;
use crate::units::{NominalMoney, RealMoney, Year};

impl Derivation<'_> {
    /// Value added through all projects being built.
    pub(super) fn building(&self, year: Year) -> Vec<Step> {
        let amount = |index| self.outcome.project_effect(index, year).construction;
        let subject = Subject::Building(year);
        self.of_projects(subject, amount, |index| Subject::Project(index, year))
    }

    /// Value added through all projects in service.
    pub(super) fn operating(&self, year: Year) -> Vec<Step> {
        let amount = |index| self.outcome.project_effect(index, year).operation;
        let subject = Subject::Operating(year);
        self.of_projects(subject, amount, |index| Subject::ProjectOperation(index, year))
    }

    fn of_projects(
        &self,
        subject: Subject,
        amount: impl Fn(usize) -> RealMoney,
        next: impl Fn(usize) -> Subject,
    ) -> Vec<Step> {
        let rows: Vec<Row> = (0..self.plan.projects.len())
            .map(|index| Row {
                name: self.project_name(index).to_owned(),
                amount: amount(index).0,
                next: next(index),
            })
            .collect();
        let total = rows.iter().map(|row| row.amount).sum();
        vec![self.sum(self.name(subject), Quantity::Money, total, rows)]
    }

    /// Both effects, then how building turns spending into value added.
    pub(super) fn project(&self, index: usize, year: Year) -> Vec<Step> {
        let (Some(project), _, Some(result)) = self.known(index) else { return Vec::new() };
        let name = self.name(Subject::Project(index, year));
        let effect = self.outcome.project_effect(index, year);
        if result.status == Status::Off || self.is_base(year) {
            return self.nothing(name, index, project, result.status, year);
        }
        let building = Subject::ProjectBuilding(index, year);
        let operating = Subject::ProjectOperation(index, year);
        let term = |subject, name: &str, amount: RealMoney| {
            self.term(Op::Plus, name, Quantity::Money, amount.0).opens(subject)
        };
        let terms = vec![
            term(building, self.text.construction_effect(), effect.construction).below(),
            term(operating, self.text.operation_effect(), effect.operation),
        ];
        let mut steps = vec![self.step(name, Quantity::Money, effect.total().0, terms)];
        if result.status == Status::Cancelled {
            steps.push(self.status_step(index, project, result.status));
        }
        steps.extend(self.project_building(index, year));
        steps
    }

    /// How building turns spending into value added: new local volume times what a yuan leaves here.
    pub(super) fn project_building(&self, index: usize, year: Year) -> Vec<Step> {
        let (Some(project), Some(assumed), Some(result)) = self.known(index) else {
            return Vec::new();
        };
        let name = self.name(Subject::ProjectBuilding(index, year));
        if result.status == Status::Off || self.is_base(year) {
            return self.nothing(name, index, project, result.status, year);
        }
        let effect = self.outcome.project_effect(index, year).construction;
        let quarters = || self.plan.grid.quarters_of(year);
        let volume: RealMoney = quarters().map(|t| result.volume[t]).sum();
        let increment: NominalMoney = quarters().map(|t| result.increment[t]).sum();
        let unit: f64 = result.unit.iter().sum();
        let local = self.text.term_volume();
        let terms = vec![
            self.term(Op::Plus, local, Quantity::Money, volume.0).below(),
            self.term(Op::Times, self.text.term_unit(), Quantity::Factor, unit)
                .opens(Subject::UnitEffect(index)),
        ];
        let mut steps = vec![self.step(name, Quantity::Money, effect.0, terms)];
        steps.push(self.volume(project, year, volume, increment));
        steps.extend(self.increment(index, project, assumed, year, increment));
        steps.push(self.by_industry(index, effect, year));
        steps
    }

    /// Spending beyond the baseline, at base-year prices and without what only displaces.
    fn volume(
        &self,
        project: &Project,
        year: Year,
        volume: RealMoney,
        increment: NominalMoney,
    ) -> Step {
        let beyond = self.text.term_increment();
        let price = self.investment_level(year).0;
        let displaced = project.construction_displacement.map(|share| share.0);
        let terms = vec![
            self.term(Op::Plus, beyond, Quantity::Money, increment.0).below(),
            self.opening(Op::Over, Subject::InvestmentPrice(year), Quantity::Factor, price),
            self.own_or_lever(Op::TimesRest, Kind::ConstructionDisplacement, project, displaced),
            self.common(Course::Scenario, Op::TimesRest, Kind::CrowdingOut),
        ];
        self.step(self.text.term_volume(), Quantity::Money, volume.0, terms)
    }

    /// What is spent beyond what the baseline contains.
    fn increment(
        &self,
        index: usize,
        project: &Project,
        assumed: &ProjectAssumptions,
        year: Year,
        increment: NominalMoney,
    ) -> Vec<Step> {
        let (work, contained) = (self.text.term_work(), self.text.term_contained());
        let beyond = self.text.term_increment();
        let spent = self.spent(Course::Scenario, index, year);
        let counted = self.spent(Course::Plan, index, year);
        let done = spent.0 * spending::work_per_yuan(&assumed.schedule);
        let already = counted.0
            * spending::work_per_yuan(&assumed.reference)
            * assumed.additionality.complement().0;
        let additionality = self.own_or_lever(
            Op::TimesRest,
            additionality_kind(project),
            project,
            project.additionality.map(|share| share.0),
        );
        let executed = |course, amount: NominalMoney| {
            self.opening(
                Op::Plus,
                Subject::Executed(course, index, year),
                Quantity::Money,
                amount.0,
            )
        };
        let mut contained_terms = vec![executed(Course::Plan, counted)];
        contained_terms.push(self.price_part(Course::Plan, assumed));
        contained_terms.push(additionality);
        vec![
            self.step(
                beyond,
                Quantity::Money,
                increment.0,
                vec![
                    self.term(Op::Plus, work, Quantity::Money, done).below(),
                    self.term(Op::Minus, contained, Quantity::Money, already).below(),
                ],
            ),
            self.step(
                work,
                Quantity::Money,
                done,
                vec![executed(Course::Scenario, spent), self.price_part(Course::Scenario, assumed)],
            ),
            self.step(contained, Quantity::Money, already, contained_terms),
        ]
    }

    /// The part of an overrun that buys nothing, as a part of the planned cost.
    fn price_part(&self, course: Course, assumed: &ProjectAssumptions) -> Term {
        let schedule = self.schedule(course, assumed);
        let part = schedule.overrun * schedule.overrun_price.0;
        let subject = Subject::DearerWork(course);
        self.opening(Op::OverRise, subject, Quantity::Share, part)
    }

    /// An overrun's price part.
    pub(super) fn dearer_work(&self, course: Course) -> Vec<Step> {
        let terms = vec![
            self.common(course, Op::Plus, Kind::CostOverrun),
            self.common(course, Op::Times, Kind::OverrunPrice),
        ];
        let part = terms[0].amount * terms[1].amount;
        vec![self.step(self.name(Subject::DearerWork(course)), Quantity::Share, part, terms)]
    }

    /// Value added of building by industry.
    fn by_industry(&self, index: usize, total: RealMoney, year: Year) -> Step {
        let Some(result) = self.outcome.projects.get(index) else {
            return Step::listed("", Vec::new());
        };
        let rows = (0..self.plan.industries.len()).map(|industry| Row {
            name: self.industry_name(industry).to_owned(),
            amount: self
                .plan
                .grid
                .quarters_of(year)
                .map(|t| result.construction_in(industry, t).0)
                .sum(),
            next: Subject::UnitEffect(index),
        });
        self.sum(self.text.effect_by_industry(), Quantity::Money, total.0, rows.collect())
    }

    /// A project that adds nothing in a year, and why.
    pub(super) fn nothing(
        &self,
        name: String,
        index: usize,
        project: &Project,
        status: Status,
        year: Year,
    ) -> Vec<Step> {
        if self.is_base(year) {
            let label = self.text.construction_effect().to_owned();
            let term = self.base_year_term(Op::Plus, label, Quantity::Money);
            return vec![self.step(name, Quantity::Money, 0.0, vec![term])];
        }
        let evidence = self.status_evidence(index, project);
        let why = self.text.status_said(self.text.status(status));
        let term = self.term(Op::Plus, why, Quantity::Money, 0.0).evidenced(evidence);
        vec![self.step(name, Quantity::Money, 0.0, vec![term])]
    }

    fn status_step(&self, index: usize, project: &Project, status: Status) -> Step {
        let term =
            Term::said(self.text.status_header().to_owned(), self.text.status(status).to_owned());
        let term = term.evidenced(self.status_evidence(index, project));
        Step::listed(self.text.status_help(status), vec![term])
    }

    fn status_evidence(&self, index: usize, project: &Project) -> Evidence {
        let chosen = self.scenario.projects.get(&index).and_then(|choice| choice.status);
        match chosen {
            Some(_) => Evidence {
                provenance: Provenance::User,
                source: project.total.source.clone(),
                overridden: Some(super::Overridden {
                    value: self.text.status(project.status).to_owned(),
                    provenance: project.total.provenance,
                }),
            },
            None => evidence(&project.total),
        }
    }

    pub(super) fn known(
        &self,
        index: usize,
    ) -> (Option<&Project>, Option<&ProjectAssumptions>, Option<&ProjectOutcome>) {
        (
            self.plan.projects.get(index),
            self.assumptions.projects.get(index),
            self.outcome.projects.get(index),
        )
    }
}

pub(super) fn additionality_kind(project: &Project) -> Kind {
    crate::plan::resolve::additionality_kind(project.stage)
}
