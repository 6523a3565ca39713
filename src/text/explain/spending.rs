//! Project money: cost, plan, execution, quarter by quarter.

use super::derivation::{Derivation, Row, evidence};
use super::step::{Evidence, Quantity, Step, Term};
use super::{Course, Op, Subject, Then};
use crate::engine::spending::{self, Spending};
use crate::plan::assumptions::{Curve, Pace};
use crate::plan::lever::{Kind, Lever};
use crate::plan::project::{Profile, Project, Stage, Status};
use crate::plan::provenance::Provenance;
use crate::units::{NominalMoney, Quarters, Year};

/// The spending curve as it is written in its source.
const CURVE: &str = "F(x) = x + C·x² − C·x − (6x³ − 9x² + 3x) ÷ K";

impl Derivation<'_> {
    /// A project's money in one of the two courses.
    fn money(&self, course: Course, index: usize) -> Spending {
        let grid = self.plan.grid;
        let Some(project) = self.assumptions.projects.get(index) else {
            return Spending::none(grid);
        };
        if project.status == Status::Off
            || (course == Course::Scenario && project.status == Status::Cancelled)
        {
            return Spending::none(grid);
        }
        let mut money = Spending::with_room(grid);
        money.carry_out(&self.schedule(course, project), self.pace(course), grid);
        money
    }

    fn pace(&self, course: Course) -> Pace {
        match course {
            Course::Scenario => self.assumptions.pace,
            Course::Plan => self.assumptions.reference_pace,
        }
    }

    /// What a project spends in a year.
    pub(super) fn spent(&self, course: Course, index: usize, year: Year) -> NominalMoney {
        let money = self.money(course, index);
        self.plan.grid.quarters_of(year).map(|t| money.executed[t]).sum()
    }

    /// The four quarters, and what was planned against what was carried over.
    pub(super) fn executed(&self, course: Course, index: usize, year: Year) -> Vec<Step> {
        let money = self.money(course, index);
        let quarters = self.plan.grid.quarters_of(year);
        let total: NominalMoney = quarters.clone().map(|t| money.executed[t]).sum();
        let rows = quarters.map(|t| Row {
            name: self.text.quarter_of_year(t).to_owned(),
            amount: money.executed[t].0,
            next: Subject::Quarter(course, index, t),
        });
        let name = self.name(Subject::Executed(course, index, year));
        let mut steps = vec![self.sum(name, Quantity::Money, total.0, rows.collect())];
        if let Some(project) = self.plan.projects.get(index) {
            let term = Term::said(
                self.text.total_investment().to_owned(),
                self.text.money(project.total.value),
            );
            let term = term.evidenced(evidence(&project.total)).opens(Subject::Cost(course, index));
            steps.push(Step::listed(self.text.not_gdp_warning(), vec![term]));
        }
        steps
    }

    /// What is there to be spent, and how much of it is.
    pub(super) fn quarter(&self, course: Course, index: usize, t: usize) -> Vec<Step> {
        let (money, pace) = (self.money(course, index), self.pace(course));
        let (Some(project), Some(assumed)) =
            (self.plan.projects.get(index), self.assumptions.projects.get(index))
        else {
            return Vec::new();
        };
        let name = self.name(Subject::Quarter(course, index, t));
        let at = |series: &[NominalMoney], t: usize| series.get(t).copied().unwrap_or_default();
        let carried = t.checked_sub(1).map_or(NominalMoney::ZERO, |t| at(&money.backlog, t));
        let (planned, executed) = (at(&money.planned, t), at(&money.executed, t));
        let schedule = self.schedule(course, assumed);
        let funded = spending::funded_share(schedule.applied, pace);
        let (available, granted) = (self.text.term_available(), self.text.term_funded());
        let mut there =
            vec![self.term(Op::Plus, self.text.term_planned(), Quantity::Money, planned.0).below()];
        if carried != NominalMoney::ZERO {
            there.push(
                self.term(Op::Plus, self.text.term_carried(), Quantity::Money, carried.0)
                    .opens(Subject::Quarter(course, index, t - 1)),
            );
        }
        let part = spending::planned_share(&schedule, Quarters((t + 1) as f64))
            - spending::planned_share(&schedule, Quarters(t as f64));
        vec![
            self.step(
                name,
                Quantity::Money,
                executed.0,
                vec![
                    self.term(Op::Plus, available, Quantity::Money, (planned + carried).0).below(),
                    self.common(course, Op::Times, Kind::Execution),
                    self.term(Op::Times, granted, Quantity::Share, funded.0).below(),
                ],
            ),
            self.step(available, Quantity::Money, (planned + carried).0, there),
            self.step(
                self.text.term_planned(),
                Quantity::Money,
                planned.0,
                vec![
                    self.opening(
                        Op::Plus,
                        Subject::Cost(course, index),
                        Quantity::Money,
                        spending::cost(&schedule).0,
                    ),
                    self.term(Op::Times, self.text.term_part_planned(), Quantity::Share, part)
                        .opens(Subject::Schedule(course, index)),
                ],
            ),
            Step::computed(
                self.text,
                (granted.to_owned(), Quantity::Share, funded.0),
                Then::RestOfOne,
                vec![
                    self.applied(course, project),
                    self.common(course, Op::TimesRest, Kind::Award),
                    self.common(course, Op::TimesRest, Kind::Backfill),
                ],
            ),
        ]
    }

    fn applied(&self, course: Course, project: &Project) -> Term {
        match project.applied {
            Some(_) => {
                let own = project.applied.map(|share| share.0);
                self.own_or_lever(Op::Plus, Kind::Applied, project, own)
            }
            None => self.common(course, Op::Plus, Kind::Applied),
        }
    }

    /// The planned total, the size and part that go ahead, and the overrun.
    pub(super) fn cost(&self, course: Course, index: usize) -> Vec<Step> {
        let (Some(project), Some(assumed)) =
            (self.plan.projects.get(index), self.assumptions.projects.get(index))
        else {
            return Vec::new();
        };
        let schedule = self.schedule(course, assumed);
        let mut terms = vec![
            self.term(Op::Plus, self.text.planned_total(), Quantity::Money, project.total.value.0)
                .evidenced(evidence(&project.total)),
        ];
        let own_schedule = project.stage == Stage::Reserve;
        if course == Course::Scenario || own_schedule {
            let size = Lever::of_item(Kind::Size, index, self.plan);
            terms.push(self.lever(Op::Times, size));
        }
        if project.pooled {
            let factor = self.reserve_factor();
            let subject = Subject::ReserveStarted;
            terms.push(self.opening(Op::Times, subject, Quantity::Share, factor));
        }
        let going_ahead = self.text.total_going_ahead();
        let total = schedule.total.0;
        vec![
            self.step(
                self.name(Subject::Cost(course, index)),
                Quantity::Money,
                spending::cost(&schedule).0,
                vec![
                    self.term(Op::Plus, going_ahead, Quantity::Money, total).below(),
                    self.common(course, Op::TimesRise, Kind::CostOverrun),
                ],
            ),
            self.step(going_ahead, Quantity::Money, total, terms),
        ]
    }

    /// The part of pooled records that goes ahead, so that the lever's part of the reserve starts.
    fn reserve_factor(&self) -> f64 {
        let (reserve, pooled) = self.reserve_totals();
        let started = self.scenario.value(self.reserve_start(), self.plan);
        if pooled.0 == 0.0 { 0.0 } else { reserve * started / pooled }
    }

    fn reserve_start(&self) -> Lever {
        Lever::of_plan(Kind::ReserveStart, self.plan)
    }

    fn reserve_totals(&self) -> (NominalMoney, NominalMoney) {
        let total = |counts: fn(&&Project) -> bool| -> NominalMoney {
            self.plan.projects.iter().filter(counts).map(|project| project.total.value).sum()
        };
        (total(|project| project.stage == Stage::Reserve), total(|project| project.pooled))
    }

    /// How much of the pooled reserve goes ahead.
    pub(super) fn reserve_started(&self) -> Vec<Step> {
        let (reserve, pooled) = self.reserve_totals();
        let listed = |op, name: &str, amount: NominalMoney| {
            let evidence = Evidence::new(Provenance::Derived, self.text.added_from_projects());
            self.term(op, name, Quantity::Money, amount.0).evidenced(evidence)
        };
        let terms = vec![
            listed(Op::Plus, self.text.reserve_total(), reserve),
            self.lever(Op::Times, self.reserve_start()),
            listed(Op::Over, self.text.reserve_pooled(), pooled),
        ];
        let name = self.name(Subject::ReserveStarted);
        vec![self.step(name, Quantity::Share, self.reserve_factor(), terms)]
    }

    /// When the money is to be spent: start, duration and curve.
    pub(super) fn schedule_steps(&self, course: Course, index: usize) -> Vec<Step> {
        let (Some(project), Some(assumed)) =
            (self.plan.projects.get(index), self.assumptions.projects.get(index))
        else {
            return Vec::new();
        };
        let schedule = self.schedule(course, assumed);
        let text = self.text;
        let since_base = text.start_since_base();
        let planned = self
            .term(Op::Plus, text.planned_start(), Quantity::Duration, project.profile.start().0)
            .evidenced(evidence(&project.total));
        let mut start = vec![planned];
        if project.stage.awaits_start() {
            start.push(self.common(course, Op::Plus, Kind::Slip));
        }
        if course == Course::Scenario || project.stage == Stage::Reserve {
            start.push(self.lever(Op::Plus, Lever::of_item(Kind::Delay, index, self.plan)));
        }
        vec![
            self.step(since_base, Quantity::Duration, schedule.start.0, start),
            self.curve(course, project, &schedule.curve),
        ]
    }

    /// The numbers behind the spending curve.
    fn curve(&self, course: Course, project: &Project, curve: &Curve) -> Step {
        let text = self.text;
        let own = |name: &str, quantity, amount| {
            self.term(Op::Plus, name, quantity, amount).evidenced(evidence(&project.total))
        };
        let stretched = || self.common(course, Op::Plus, Kind::DurationOverrun);
        let terms = match &project.profile {
            Profile::SCurve { duration, c, k, .. } => vec![
                own(text.duration_header(), Quantity::Duration, duration.0),
                stretched(),
                own("C", Quantity::Factor, *c),
                own("K", Quantity::Factor, *k),
            ],
            Profile::Annual { shares, pattern, .. } => {
                let yearly = if shares.is_empty() {
                    vec![self.common(course, Op::Plus, Kind::AnnualShare)]
                } else {
                    let years = shares.iter().enumerate();
                    let start = project.profile.start().0 as usize / 4;
                    years
                        .map(|(index, share)| {
                            let year = self.plan.grid.year(start + index);
                            own(&text.planned_in(text.year(year)), Quantity::Share, share.0)
                        })
                        .collect()
                };
                let quarters = pattern.iter().enumerate();
                let quarters =
                    quarters.map(|(t, part)| own(text.quarter_of_year(t), Quantity::Share, part.0));
                yearly.into_iter().chain(quarters).collect()
            }
            Profile::Explicit { amounts, start } => {
                let quarters = amounts.iter().enumerate().filter(|(_, money)| money.0 != 0.0);
                let first = start.0.max(0.0) as usize;
                let listed = quarters.map(|(t, money)| {
                    own(&text.quarter(self.plan.grid, first + t), Quantity::Money, money.0)
                });
                listed.chain([stretched()]).collect()
            }
        };
        let formula = match curve {
            Curve::Dhss { .. } => text.curve_rule(CURVE),
            Curve::Steps { .. } => text.steps_rule().to_owned(),
        };
        Step::listed(formula, terms)
    }
}
