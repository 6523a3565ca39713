//! What each project adds to GDP and to the odds, and how often it decides.

use super::Progress;
use super::odds::{Draws, LiveOdds, TierTest};
use crate::engine::{self, Outcome};
use crate::plan::Plan;
use crate::plan::project::Status;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Points, Rate, RealMoney, Share};
use serde::{Deserialize, Serialize};

/// One project against the same scenario without it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marginal {
    /// Index of the project.
    pub project: usize,
    /// GDP of the tiers' year at current prices that it adds; negative where it takes away.
    pub nominal: NominalMoney,
    /// Growth of the tiers' year that it adds.
    pub growth: Points,
    /// Odds of each tier that it adds; a difference of shares, negative where it takes away.
    pub odds: Vec<Share>,
    /// Part of the futures in which it decides about each tier: reached with it and missed without,
    /// or the other way round.
    pub decides: Vec<Share>,
}

/// What each project adds, a few projects at a time.
///
/// GDP and growth are the run's, exact; odds are counted over drawn futures, in each of which the
/// project's own part is taken out. Projects that are off add nothing and have no row.
#[derive(Clone, Debug)]
pub struct MarginalStudy {
    plan: Plan,
    scenario: Scenario,
    live: LiveOdds,
    outcome: Outcome,
    /// Whether each tier is reached in each future, `[tier][future]`; empty until the futures are run.
    reached: Vec<Vec<bool>>,
    projects: Vec<usize>,
    marginals: Vec<Marginal>,
}

/// Groups of eight futures times projects in one step.
const STEP: usize = 1_024;

/// Runs in one step, where each project needs one.
const RUNS: usize = 16;

impl MarginalStudy {
    /// Begins; more draws tell smaller differences.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, draws: Draws) -> Self {
        let outcome = engine::run(&resolve(plan, scenario));
        let counts = |&project: &usize| outcome.projects[project].status != Status::Off;
        Self {
            plan: plan.clone(),
            scenario: scenario.clone(),
            live: LiveOdds::new(plan, scenario, draws),
            projects: (0..plan.projects.len()).filter(counts).collect(),
            outcome,
            reached: Vec::new(),
            marginals: Vec::new(),
        }
    }

    /// Does a little more.
    pub fn step(&mut self) -> Progress<Vec<Marginal>> {
        if self.reached.is_empty() {
            if let Progress::Going(_) = self.live.step() {
                return Progress::Going(Share::ZERO);
            }
            let figures = self.live.figures();
            let each = || figures.growth.iter().zip(&figures.nominal);
            let reached = |test: &TierTest| {
                each().map(|(&growth, &nominal)| test.attained(growth, nominal)).collect()
            };
            self.reached = self.tests().iter().map(reached).collect();
        }
        let groups = self.live.figures().futures() / 8;
        // Without futures each project is a run of its own.
        let some = STEP.checked_div(groups).map_or(RUNS, |some| some.max(1));
        for _ in 0..some {
            let Some(&project) = self.projects.get(self.marginals.len()) else { break };
            let marginal = self.marginal(project);
            self.marginals.push(marginal);
        }
        if self.marginals.len() < self.projects.len() {
            let done = self.marginals.len() as f64 / self.projects.len() as f64;
            return Progress::Going(Share(done));
        }
        Progress::Done(self.marginals.clone())
    }

    /// Does the rest.
    #[must_use]
    pub fn finish(mut self) -> Vec<Marginal> {
        loop {
            if let Progress::Done(marginals) = self.step() {
                return marginals;
            }
        }
    }

    fn tests(&self) -> Vec<TierTest> {
        let futures = self.live.futures();
        let test = |&tier| TierTest::new(tier, futures.published_rounding);
        futures.tiers.iter().map(test).collect()
    }

    fn marginal(&mut self, project: usize) -> Marginal {
        let (nominal, growth) = self.effect(project);
        let (odds, decides) = if self.live.figures().futures() == 0 {
            self.decided(project)
        } else {
            self.counted(project)
        };
        Marginal { project, nominal, growth, odds, decides }
    }

    /// GDP and growth that a project adds, exactly.
    fn effect(&self, project: usize) -> (NominalMoney, Points) {
        let (outcome, year) = (&self.outcome, self.plan.year);
        let annual = outcome.annual(year);
        if self.scenario.actuals.is_empty() {
            let own = |year| outcome.project_effect(project, year).total();
            let before = outcome.annual(year.previous()).real - own(year.previous());
            let growth = if before > RealMoney::ZERO {
                (annual.real - own(year)).growth_from(before)
            } else {
                Rate::ZERO
            };
            let growth = outcome.growth(year) - growth;
            return (outcome.project_nominal_effect(project, year), growth.points());
        }
        // A known figure stands whatever the project does: only another run can tell.
        let without = self.without(project);
        let growth = outcome.growth(year) - without.growth(year);
        (annual.nominal - without.annual(year).nominal, growth.points())
    }

    fn without(&self, project: usize) -> Outcome {
        let mut without = self.scenario.clone();
        without.choose(project, |choice| choice.status = Some(Status::Off));
        engine::run(&resolve(&self.plan, &without))
    }

    /// Where nothing is unknown there is one future only.
    fn decided(&self, project: usize) -> (Vec<Share>, Vec<Share>) {
        let without = self.without(project);
        let pairs = self.outcome.tiers.iter().zip(&without.tiers);
        pairs
            .map(|(with, without)| {
                let change =
                    f64::from(u8::from(with.attained)) - f64::from(u8::from(without.attained));
                (Share(change), Share(change.abs()))
            })
            .unzip()
    }

    /// Odds and decisions over the futures.
    fn counted(&mut self, project: usize) -> (Vec<Share>, Vec<Share>) {
        let tests = self.tests();
        let futures = self.live.figures().futures();
        let (mut more, mut changed) = (vec![0_i64; tests.len()], vec![0_i64; tests.len()]);
        for group in 0..futures / 8 {
            let [growth, nominal] = self.live.without(project, group);
            for (tier, test) in tests.iter().enumerate() {
                for lane in 0..8 {
                    let with = self.reached[tier][group * 8 + lane];
                    let without = test.attained(growth[lane], nominal[lane]);
                    more[tier] += i64::from(with) - i64::from(without);
                    changed[tier] += i64::from(with != without);
                }
            }
        }
        let share = |counts: Vec<i64>| -> Vec<Share> {
            counts.iter().map(|&count| Share(count as f64 / futures as f64)).collect()
        };
        (share(more), share(changed))
    }
}
