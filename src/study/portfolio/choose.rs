//! The study: which projects start when, solved, put into the scenario and run again.

use super::candidates::{self, Candidates, Compiler};
use super::knapsack::Knapsack;
use super::solver::{Effort, Solved, Solver};
use super::terms::{self, Tests};
use super::{Aim, Limits, Portfolio};
use crate::engine::{self, Outcome};
use crate::plan::Plan;
use crate::plan::assumptions::Assumptions;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::units::{NominalMoney, RealMoney, Share};

/// Candidates worked out in one step.
const CANDIDATES: usize = 64;

/// What a single answer is worth.
const EFFORT: Effort = Effort { rounds: 240, nodes: 1_200, enough: 1e-4, enough_nodes: 120 };

/// What it is worth to come as near as can be to what cannot be reached.
const EFFORT_NEAR: Effort = Effort { nodes: 960, ..EFFORT };

/// The study between two steps.
pub struct PortfolioStudy {
    question: Question,
    aim: Aim,
    state: State,
    /// The best answer of the ways tried so far.
    found: Option<Found>,
    /// The ways still to be tried, the last first.
    ways: Vec<Tests>,
    /// Nodes of what is solved already.
    nodes: usize,
    /// The most that was said to be done.
    done: f64,
}

/// What is asked about, whatever the aim.
pub(super) struct Question {
    pub(super) plan: Plan,
    pub(super) scenario: Scenario,
    pub(super) limits: Limits,
    pub(super) assumptions: Assumptions,
}

enum State {
    Compiling(Option<Box<Compiler>>),
    Solving(Box<Way>),
    Done(Box<Portfolio>),
}

/// One way of meeting the aim, being solved.
struct Way {
    candidates: Candidates,
    hard: Knapsack,
    solver: Solver,
    phase: Phase,
}

/// What is being solved: the problem; how near it can be come to; how few limits need to be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Optimum,
    Shortfall,
    Limits,
}

/// What one way came to.
#[derive(Clone, Debug)]
struct Found {
    solved: Solved,
    phase: Phase,
}

impl Found {
    /// Whether it is better than another: nearer to what was asked, then cheaper.
    fn beats(&self, other: &Self) -> bool {
        let rank = |found: &Self| found.phase as u8;
        (rank(self), self.solved.cost) < (rank(other), other.solved.cost)
    }
}

impl Question {
    pub(super) fn new(plan: &Plan, scenario: &Scenario, limits: &Limits) -> Self {
        Self {
            plan: plan.clone(),
            scenario: scenario.clone(),
            limits: limits.clone(),
            assumptions: resolve(plan, scenario),
        }
    }

    pub(super) fn compiler(&self) -> Compiler {
        Compiler::new(&self.plan, &self.scenario, &self.limits)
    }

    pub(super) fn knapsack(&self, candidates: &Candidates, aim: Aim, tests: Tests) -> Knapsack {
        terms::knapsack(&self.plan, &self.assumptions, candidates, aim, tests, &self.limits)
    }

    /// A solved problem as an answer: put into the scenario and run again.
    ///
    /// Sums of what each start is worth are exact unless a known total scales what projects add;
    /// what the run says counts.
    pub(super) fn portfolio(
        &self,
        candidates: &Candidates,
        aim: Aim,
        solved: &Solved,
        met: bool,
    ) -> Portfolio {
        let chosen = || picked(candidates, &solved.picks);
        let summed: RealMoney = chosen().map(|(_, start)| start.real).sum();
        let mut portfolio = Portfolio {
            aim,
            choices: chosen().map(|(own, start)| (own.project, start.delay)).collect(),
            public: public_money(candidates, &solved.picks),
            real: summed,
            nominal: NominalMoney::ZERO,
            gap: NominalMoney::ZERO,
            proven: solved.gap(),
            feasible: met && candidates.musts_possible,
            nodes: solved.nodes,
        };
        let outcome = engine::run(&resolve(&self.plan, &self.with(&portfolio)));
        let annual = outcome.annual(outcome.year);
        let by_run = annual.real - candidates.rest.annual(outcome.year).real;
        if (summed - by_run).abs().0 > 1e-9 * annual.real.0.abs() {
            portfolio.real = by_run;
        }
        let (gap, attained) = judged(&outcome, aim);
        portfolio.nominal = annual.nominal;
        portfolio.gap = gap;
        portfolio.feasible &= attained;
        portfolio
    }

    /// The scenario with a choice carried out.
    pub(super) fn with(&self, portfolio: &Portfolio) -> Scenario {
        let mut scenario = self.scenario.clone();
        for (project, choice) in portfolio.choices_for(&self.plan, &self.scenario) {
            scenario.choose(project, |own| *own = choice);
        }
        scenario
    }
}

/// Public money of a choice to the end of the tiers' year.
pub(super) fn public_money(candidates: &Candidates, picks: &[usize]) -> NominalMoney {
    picked(candidates, picks).map(|(_, start)| start.public).sum()
}

/// The chosen start of each candidate.
fn picked<'a>(
    candidates: &'a Candidates,
    picks: &'a [usize],
) -> impl Iterator<Item = (&'a candidates::Candidate, &'a candidates::Start)> {
    let mut before = 0;
    candidates.list.iter().zip(picks).filter_map(move |(candidate, &pick)| {
        let start = candidate.starts.get(pick - before);
        before += candidate.starts.len();
        Some((candidate, start?))
    })
}

/// What is missing for the tier aimed at, and whether that is nothing; for a budget, what is missing
/// for the lowest tier that is missed.
fn judged(outcome: &Outcome, aim: Aim) -> (NominalMoney, bool) {
    let tiers = &outcome.tiers;
    match aim {
        Aim::Cheapest { tier } => tiers
            .get(tier)
            .map_or((NominalMoney::ZERO, true), |tier| (tier.binding_gap, tier.attained)),
        Aim::Most { .. } => {
            let next = tiers.iter().find(|tier| !tier.attained).or(tiers.last());
            (next.map_or(NominalMoney::ZERO, |tier| tier.binding_gap), true)
        }
    }
}

impl PortfolioStudy {
    /// Asks which projects should start when. A tier that does not exist asks for nothing.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, aim: Aim, limits: &Limits) -> Self {
        let question = Question::new(plan, scenario, limits);
        let mut ways = Tests::ways(aim, &question.assumptions);
        ways.reverse();
        let compiler = question.compiler();
        let state = State::Compiling(Some(Box::new(compiler)));
        Self { question, aim, state, found: None, ways, nodes: 0, done: 0.0 }
    }

    /// Does a few milliseconds of work.
    pub fn step(&mut self) -> Progress<Portfolio> {
        match &mut self.state {
            State::Compiling(compiler) => {
                if compiler.as_mut().is_none_or(|compiler| compiler.step(CANDIDATES))
                    && let Some(compiler) = compiler.take()
                {
                    self.begin(compiler.finish());
                }
            }
            State::Solving(way) => {
                if way.solver.step() {
                    self.next();
                }
            }
            State::Done(portfolio) => return Progress::Done((**portfolio).clone()),
        }
        // A way that was thought closed may open again, and then has more work than it seemed.
        self.done = self.done.max(self.part());
        Progress::Going(Share(self.done))
    }

    /// The best choice so far, as soon as there is one that keeps to the limits; it only becomes
    /// better.
    #[must_use]
    pub fn best(&self) -> Option<Portfolio> {
        match &self.state {
            State::Compiling(_) => None,
            State::Solving(way) => {
                let now = way.solver.holds().then(|| way.solved());
                let found = self.found.iter().cloned().chain(now);
                let best = found.reduce(|a, b| if b.beats(&a) { b } else { a })?;
                Some(self.answer(&way.candidates, &best))
            }
            State::Done(portfolio) => Some((**portfolio).clone()),
        }
    }

    fn part(&self) -> f64 {
        match &self.state {
            State::Compiling(compiler) => {
                0.05 * compiler.as_ref().map_or(1.0, |compiler| compiler.part())
            }
            State::Solving(way) => {
                let within = match way.phase {
                    Phase::Optimum => way.solver.part(),
                    Phase::Shortfall | Phase::Limits => 0.5 + 0.5 * way.solver.part(),
                };
                let done = usize::from(self.found.is_some()) as f64;
                0.05 + 0.95 * (done + within) / (done + 1.0 + self.ways.len() as f64)
            }
            State::Done(_) => 1.0,
        }
    }

    fn answer(&self, candidates: &Candidates, found: &Found) -> Portfolio {
        let met = found.phase == Phase::Optimum;
        let portfolio = self.question.portfolio(candidates, self.aim, &found.solved, met);
        Portfolio { nodes: self.nodes + found.solved.nodes, ..portfolio }
    }

    /// Takes up the next way, or answers when there is none.
    fn begin(&mut self, candidates: Candidates) {
        let Some(tests) = self.ways.pop() else {
            if let Some(found) = self.found.take() {
                let portfolio = self.answer(&candidates, &found);
                self.state = State::Done(Box::new(portfolio));
            }
            return;
        };
        let hard = self.question.knapsack(&candidates, self.aim, tests);
        let solver = Solver::new(hard.clone(), EFFORT, false);
        let phase = Phase::Optimum;
        self.state = State::Solving(Box::new(Way { candidates, hard, solver, phase }));
    }

    /// What follows when a solver has nothing left to do.
    fn next(&mut self) {
        let State::Solving(way) = &mut self.state else { return };
        let solved = way.solver.solved();
        let further = match (way.phase, solved.holds) {
            (Phase::Optimum, true) | (Phase::Limits, _) => None,
            (Phase::Optimum, false) => Some((Phase::Shortfall, false)),
            (Phase::Shortfall, true) if solved.cost > 0.0 => None,
            // Nothing is missing after all: from here on the problem itself can be solved.
            (Phase::Shortfall, true) => Some((Phase::Optimum, true)),
            (Phase::Shortfall, false) => Some((Phase::Limits, false)),
        };
        let Some((phase, near)) = further else {
            let found = Found { solved, phase: way.phase };
            self.settle(found);
            return;
        };
        let (problem, effort) = match phase {
            Phase::Optimum => (way.hard.clone(), EFFORT),
            Phase::Shortfall => (way.hard.softened(false), EFFORT_NEAR),
            Phase::Limits => (way.hard.softened(true), EFFORT_NEAR),
        };
        let solver = Solver::new(problem, effort, true);
        self.nodes += solved.nodes;
        way.phase = phase;
        way.solver = if near { solver.near(&solved.picks, None) } else { solver };
    }

    fn settle(&mut self, found: Found) {
        if self.found.as_ref().is_none_or(|known| found.beats(known)) {
            if let Some(known) = self.found.replace(found) {
                self.nodes += known.solved.nodes;
            }
        } else {
            self.nodes += found.solved.nodes;
        }
        let done = State::Compiling(None);
        if let State::Solving(way) = std::mem::replace(&mut self.state, done) {
            self.begin(way.candidates);
        }
    }
}

impl Way {
    fn solved(&self) -> Found {
        Found { solved: self.solver.solved(), phase: self.phase }
    }
}
