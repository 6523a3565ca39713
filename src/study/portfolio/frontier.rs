//! The frontier: what each budget buys, from nothing to all that can be bought.

use super::candidates::{Candidate, Candidates, Compiler};
use super::choose::{Question, public_money};
use super::solver::{Effort, Solved, Solver};
use super::terms::Tests;
use super::{Aim, FrontierPoint, Limits};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::units::{NominalMoney, Share};

/// Points of the curve.
const POINTS: usize = 24;

/// Candidates worked out in one step.
const CANDIDATES: usize = 64;

/// What one point of many is worth.
const EFFORT: Effort = Effort { rounds: 160, nodes: 240, enough: 1e-3, enough_nodes: 24 };

/// The study between two steps.
pub struct FrontierStudy {
    question: Question,
    state: State,
    /// The points so far, the smallest budget first.
    points: Vec<FrontierPoint>,
}

enum State {
    Compiling(Option<Box<Compiler>>),
    Solving(Box<Point>),
    Done,
}

/// A point being solved.
struct Point {
    candidates: Candidates,
    solver: Solver,
    budget: NominalMoney,
    /// What is bought, and for how much, where money is no limit; unknown at first.
    most: Option<(Solved, NominalMoney)>,
}

impl FrontierStudy {
    /// Asks what each budget buys within limits.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, limits: &Limits) -> Self {
        let question = Question::new(plan, scenario, limits);
        let state = State::Compiling(Some(Box::new(question.compiler())));
        Self { question, state, points: Vec::new() }
    }

    /// Does a few milliseconds of work. `odds` gives the odds of each tier in a scenario; it is asked
    /// once for each point.
    ///
    /// The answer has the smallest budget first. No point buys less than the one before it.
    pub fn step(
        &mut self,
        odds: &mut dyn FnMut(&Scenario) -> Vec<Share>,
    ) -> Progress<Vec<FrontierPoint>> {
        match &mut self.state {
            State::Compiling(compiler) => {
                if compiler.as_mut().is_none_or(|compiler| compiler.step(CANDIDATES))
                    && let Some(compiler) = compiler.take()
                {
                    self.begin(compiler.finish());
                }
            }
            State::Solving(point) => {
                if point.solver.step() {
                    self.next(odds);
                }
            }
            State::Done => return Progress::Done(self.points.clone()),
        }
        Progress::Going(Share((self.points.len() as f64 + 0.5) / (POINTS as f64 + 1.0)))
    }

    /// The points that are there already.
    #[must_use]
    pub fn points(&self) -> &[FrontierPoint] {
        &self.points
    }

    /// The curve ends where money is no limit any more: that is where to look first.
    fn begin(&mut self, candidates: Candidates) {
        let most = |own: &Candidate| {
            let public = own.starts.iter().map(|start| start.public);
            public.fold(NominalMoney::ZERO, NominalMoney::max)
        };
        let budget: NominalMoney = candidates.list.iter().map(most).sum();
        let solver = self.solver(&candidates, budget, None);
        self.state = State::Solving(Box::new(Point { candidates, solver, budget, most: None }));
    }

    fn solver(
        &self,
        candidates: &Candidates,
        budget: NominalMoney,
        near: Option<&Solved>,
    ) -> Solver {
        let knapsack = self.question.knapsack(candidates, Aim::Most { budget }, Tests::NONE);
        let solver = Solver::new(knapsack, EFFORT, true);
        match near {
            Some(near) => solver.near(&near.picks, Some(&near.prices)),
            None => solver,
        }
    }

    fn next(&mut self, odds: &mut dyn FnMut(&Scenario) -> Vec<Share>) {
        let State::Solving(mut point) = std::mem::replace(&mut self.state, State::Done) else {
            return;
        };
        let solved = point.solver.solved();
        let Some((richest, most)) = &point.most else {
            let public = public_money(&point.candidates, &solved.picks);
            point.most = Some((solved, public));
            self.solve(point, None);
            return;
        };
        let last = self.points.len() + 1 == POINTS;
        // Without a limit on money the first look may have found more.
        let solved = if last && richest.cost < solved.cost { richest.clone() } else { solved };
        let aim = Aim::Most { budget: point.budget };
        let portfolio = self.question.portfolio(&point.candidates, aim, &solved, solved.holds);
        let odds = odds(&self.question.with(&portfolio));
        self.points.push(FrontierPoint { portfolio, odds });
        if !last && most.0 > 0.0 {
            self.solve(point, Some(&solved));
        }
    }

    /// Takes up the next budget.
    fn solve(&mut self, mut point: Box<Point>, near: Option<&Solved>) {
        let most = point.most.as_ref().map_or(NominalMoney::ZERO, |(_, most)| *most);
        let done = self.points.len();
        point.budget =
            if done + 1 == POINTS { most } else { most * (done as f64 / (POINTS - 1) as f64) };
        point.solver = self.solver(&point.candidates, point.budget, near);
        self.state = State::Solving(point);
    }
}
