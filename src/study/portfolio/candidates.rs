//! Which projects may be chosen, with which starts, and what each start is worth.
//!
//! Because effects superpose, each start is carried out once, by itself, by the same functions that
//! a run uses. Figures that are already known stand whatever is chosen: nothing counts there.

use super::Limits;
use crate::engine::outcome::{Outcome, ProjectOutcome};
use crate::engine::{self, multiplier, prices, project};
use crate::plan::Plan;
use crate::plan::assumptions::{Assumptions, ProjectAssumptions};
use crate::plan::project::{Project, Stage, Status};
use crate::plan::resolve::resolve;
use crate::plan::scenario::{ProjectChoice, Scenario};
use crate::units::{Deflator, NominalMoney, Quarters, RealMoney, Share};
use std::ops::Range;

/// Most quarters by which a start may be brought forward where nothing is said.
pub const EARLIER: u32 = 4;
/// Most quarters by which a start may be put off.
const LATER: i32 = 7;
/// With more items than this, starts after the tiers' year are thinned out: they differ only in what
/// they use later.
const MOST_ITEMS: usize = 3_000;

/// A project that may be chosen.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Index in the plan.
    pub(super) project: usize,
    /// How its money divides over sources.
    pub(super) sources: Vec<Share>,
    /// What may be decided about it; to leave it out comes first, unless it must go ahead.
    pub(super) starts: Vec<Start>,
}

/// One decision about a project and what it is worth.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// Delay against the plan in quarters; nothing where it is left out.
    pub(super) delay: Option<i32>,
    /// The quarter it is to start in, before slip.
    pub(super) quarter: Option<usize>,
    /// What it adds to real GDP of the tiers' year.
    pub(super) real: RealMoney,
    /// What it adds to real GDP of the year before.
    pub(super) real_before: RealMoney,
    /// What it adds to current-price GDP of the tiers' year.
    pub(super) nominal: NominalMoney,
    /// Public money to the end of the tiers' year.
    pub(super) public: NominalMoney,
    /// Executed spending by quarter.
    pub(super) executed: Vec<NominalMoney>,
}

/// Everything that may be chosen and everything else.
#[derive(Clone, Debug)]
pub(super) struct Candidates {
    /// The projects that may be chosen.
    pub(super) list: Vec<Candidate>,
    /// The run in which none of them exists.
    pub(super) rest: Outcome,
    /// Whether every project that must go ahead can.
    pub(super) musts_possible: bool,
}

/// Works the candidates out, some at a time.
pub(super) struct Compiler {
    assumptions: Assumptions,
    effects: Vec<Vec<f64>>,
    investment_price: Vec<Deflator>,
    public: Vec<bool>,
    /// What is still to be worked out, the last first.
    open: Vec<Open>,
    done: Candidates,
    count: usize,
}

/// A candidate whose starts are known and not yet worked out.
struct Open {
    project: usize,
    planned: ProjectAssumptions,
    /// What becomes of it when it is left out; nothing where it must go ahead.
    left_out: Option<Status>,
    starts: Vec<(i32, usize)>,
    /// What the scenario delays it by now.
    delay: Quarters,
    reserve: bool,
}

impl Compiler {
    pub(super) fn new(plan: &Plan, scenario: &Scenario, limits: &Limits) -> Self {
        let mut assumptions = resolve(plan, scenario);
        let timing = Timing::new(plan, scenario, limits);
        let mut open = Vec::new();
        for (index, project) in plan.projects.iter().enumerate() {
            if !timing.may_be_chosen(project, &assumptions.projects[index], scenario, index) {
                continue;
            }
            open.push(timing.open(plan, scenario, limits, index, &assumptions.projects[index]));
        }
        timing.thin_out(&mut open);
        for candidate in &open {
            assumptions.projects[candidate.project].status = Status::Off;
        }
        let musts_possible =
            open.iter().all(|open| open.left_out.is_some() || !open.starts.is_empty());
        let rest = engine::run(&assumptions);
        assumptions.projects.clear();
        let count = open.len();
        open.reverse();
        Self {
            effects: multiplier::effects(&assumptions),
            investment_price: prices::of_investment(&assumptions.investment_prices, plan.grid),
            public: plan.sources.iter().map(|source| source.public).collect(),
            done: Candidates { list: Vec::with_capacity(count), rest, musts_possible },
            assumptions,
            open,
            count,
        }
    }

    /// Works out so many candidates; `true` when all are.
    pub(super) fn step(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(open) = self.open.pop() else { break };
            let candidate = self.worked_out(&open);
            self.done.list.push(candidate);
        }
        self.open.is_empty()
    }

    /// The part that is worked out.
    pub(super) fn part(&self) -> f64 {
        if self.count == 0 { 1.0 } else { self.done.list.len() as f64 / self.count as f64 }
    }

    /// What was worked out.
    pub(super) fn finish(self) -> Candidates {
        self.done
    }

    /// Carries out each start of a project as if each were a project of its own.
    fn worked_out(&mut self, open: &Open) -> Candidate {
        let left_out = open.left_out.map(|status| {
            let out = ProjectAssumptions { status, ..open.planned.clone() };
            (None, None, out)
        });
        let started = open.starts.iter().map(|&(delay, quarter)| {
            (Some(delay), Some(quarter), open.started(Quarters(f64::from(delay))))
        });
        let mut decisions: Vec<_> = left_out.into_iter().chain(started).collect();
        if decisions.is_empty() {
            let out = ProjectAssumptions { status: Status::Off, ..open.planned.clone() };
            decisions.push((None, None, out));
        }
        self.assumptions.projects =
            decisions.iter().map(|(_, _, project)| project.clone()).collect();
        let (outcomes, _) =
            project::of_all(&self.assumptions, &self.effects, &self.investment_price);
        let worth = decisions.iter().zip(outcomes);
        let starts = worth
            .map(|((delay, quarter, project), outcome)| {
                self.start(*delay, *quarter, project, outcome)
            })
            .collect();
        Candidate { project: open.project, sources: open.planned.sources.clone(), starts }
    }

    fn start(
        &self,
        delay: Option<i32>,
        quarter: Option<usize>,
        project: &ProjectAssumptions,
        outcome: ProjectOutcome,
    ) -> Start {
        let (grid, year) = (self.assumptions.grid, self.assumptions.year);
        let in_year = grid.quarters_of(year);
        let parts = project.sources.iter().zip(&self.public).filter(|(_, public)| **public);
        let public: f64 = parts.map(|(part, _)| part.0).sum();
        let executed: NominalMoney = outcome.executed[..in_year.end].iter().copied().sum();
        let (real, nominal) = self.effect(&outcome, in_year);
        let (real_before, _) = self.effect(&outcome, grid.quarters_of(year.previous()));
        let public = executed * public;
        Start { delay, quarter, real, real_before, nominal, public, executed: outcome.executed }
    }

    /// What a project adds to GDP of some quarters, real and at current prices, where nothing is
    /// known yet.
    fn effect(
        &self,
        project: &ProjectOutcome,
        quarters: Range<usize>,
    ) -> (RealMoney, NominalMoney) {
        let rest = &self.done.rest;
        let mut sum = (RealMoney::ZERO, NominalMoney::ZERO);
        for t in quarters {
            for (industry, prices) in rest.prices.iter().enumerate() {
                if !rest.fixed[industry][t] {
                    let own =
                        project.construction_in(industry, t) + project.operation_in(industry, t);
                    sum.0 += own;
                    sum.1 += own * prices[t];
                }
            }
        }
        sum
    }
}

impl Open {
    /// The project as it would be with another delay.
    fn started(&self, delay: Quarters) -> ProjectAssumptions {
        let mut project = self.planned.clone();
        project.status = Status::On;
        project.schedule.start += delay - self.delay;
        if self.reserve {
            // No plan counts on it: what the baseline contains of it moves along.
            project.reference.start += delay - self.delay;
        }
        project
    }
}

/// When projects may start.
struct Timing {
    /// The first quarter that lies neither before the tiers' year nor in what is known.
    first: usize,
    /// The first quarter after the tiers' year.
    end: usize,
    quarters: usize,
    earlier: i32,
}

impl Timing {
    fn new(plan: &Plan, scenario: &Scenario, limits: &Limits) -> Self {
        let quarters = plan.grid.quarters();
        let known = scenario.actuals.keys().map(|key| key.quarter + 1);
        let known = known.filter(|&next| next > 4 && next <= quarters).max().unwrap_or(0);
        let in_year = plan.grid.quarters_of(plan.year);
        let earlier = limits.earlier.unwrap_or(EARLIER).min(1_000);
        Self {
            first: in_year.start.max(known).max(4),
            end: in_year.end,
            quarters,
            earlier: earlier as i32,
        }
    }

    /// Whether a project still awaits its start. One that the scenario starts in what is over has
    /// started.
    fn may_be_chosen(
        &self,
        project: &Project,
        resolved: &ProjectAssumptions,
        scenario: &Scenario,
        index: usize,
    ) -> bool {
        let delay = scenario.projects.get(&index).map_or(Quarters::ZERO, |choice| choice.delay);
        let start = (project.profile.start() + delay).0;
        let started = resolved.status == Status::On && start < self.first as f64;
        project.stage.awaits_start() && !started && self.end > 0
    }

    fn open(
        &self,
        plan: &Plan,
        scenario: &Scenario,
        limits: &Limits,
        index: usize,
        resolved: &ProjectAssumptions,
    ) -> Open {
        let project = &plan.projects[index];
        let never = limits.never.contains(&index);
        let must = limits.must.contains(&index) && !never;
        let left_out = left_out(plan, scenario, index);
        // What no plan counts on is put off by leaving it out; a start that must be may be later.
        let later = must || left_out == Status::Cancelled;
        let start = project.profile.start().0;
        let starts = (-self.earlier..=LATER).filter_map(|delay| {
            let start = start + f64::from(delay);
            let within = start >= self.first as f64 && start < self.quarters as f64;
            let quarter = start as usize;
            (within && !never && (quarter < self.end || later)).then_some((delay, quarter))
        });
        let choice = scenario.projects.get(&index);
        Open {
            project: index,
            planned: resolved.clone(),
            left_out: (!must).then_some(left_out),
            starts: starts.collect(),
            delay: choice.map_or(Quarters::ZERO, |choice| choice.delay),
            reserve: project.stage == Stage::Reserve,
        }
    }

    /// Keeps, of the starts after the tiers' year, as many of each project as leave the problem small.
    fn thin_out(&self, open: &mut [Open]) {
        let later = |open: &Open| open.starts.iter().filter(|start| start.1 >= self.end).count();
        let all: usize = open.iter().map(|open| open.starts.len() + 1).sum();
        let put_off: usize = open.iter().map(later).sum();
        let most = open.iter().map(later).max().unwrap_or(0);
        let room = MOST_ITEMS.saturating_sub(all - put_off) / open.len().max(1);
        if all > MOST_ITEMS && room < most {
            for open in open {
                let excess = later(open).saturating_sub(room.max(1));
                open.starts.truncate(open.starts.len() - excess);
            }
        }
    }
}

/// What becomes of a project that is left out: ignored where no plan counts on it or the scenario
/// ignores it already, called off where the baseline counts on it.
fn left_out(plan: &Plan, scenario: &Scenario, index: usize) -> Status {
    let project = &plan.projects[index];
    let chosen = scenario.projects.get(&index).and_then(|choice| choice.status);
    let ignored = chosen.unwrap_or(project.status) == Status::Off;
    if project.stage == Stage::Reserve || ignored { Status::Off } else { Status::Cancelled }
}

/// What a scenario must say about a project so that it starts with a delay or is left out.
pub(super) fn choice(
    plan: &Plan,
    scenario: &Scenario,
    index: usize,
    delay: Option<i32>,
) -> Option<ProjectChoice> {
    let project = plan.projects.get(index)?;
    let before = scenario.projects.get(&index).copied().unwrap_or_default();
    let status = if delay.is_some() { Status::On } else { left_out(plan, scenario, index) };
    Some(ProjectChoice {
        status: (status != project.status).then_some(status),
        delay: delay.map_or(before.delay, |delay| Quarters(f64::from(delay))),
        scale: before.scale,
    })
}
