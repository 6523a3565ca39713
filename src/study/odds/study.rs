//! The odds of a scenario, a few futures at a time.

use super::{DrawnFigures, Draws, Futures, Odds};
use crate::engine;
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::study::draws::{Count, Source};
use crate::units::Share;
use std::ops::Range;

/// Futures run in one step: a few milliseconds for a plan of hundreds of projects.
const STEP: usize = 256;

/// The odds of a scenario, or of a part of its futures, on the way.
#[derive(Clone, Debug)]
pub struct OddsStudy {
    futures: Futures,
    source: Source,
    count: Count,
    range: Range<usize>,
    figures: DrawnFigures,
    certain: Option<Odds>,
}

impl OddsStudy {
    /// The odds from all futures of a number of draws.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, draws: Draws) -> Self {
        let source = Source::new(plan, scenario.chance.seed);
        Self::with(plan, scenario, source, draws)
    }

    /// The same, with the source of the plan and the scenario's seed at hand.
    #[must_use]
    pub fn with(plan: &Plan, scenario: &Scenario, source: Source, draws: Draws) -> Self {
        let count = draws.sets();
        Self::of_range(plan, scenario, source, count, 0..count.futures())
    }

    /// Some futures only, in whole eights: a worker's slice.
    #[must_use]
    pub fn of_range(
        plan: &Plan,
        scenario: &Scenario,
        source: Source,
        count: Count,
        range: Range<usize>,
    ) -> Self {
        let futures = Futures::new(plan, scenario);
        let certain = futures
            .unknowns
            .is_certain()
            .then(|| Odds::certain(&engine::run(&resolve(plan, scenario)), count));
        Self { futures, source, count, range, figures: DrawnFigures::default(), certain }
    }

    /// Runs some more futures.
    pub fn step(&mut self) -> Progress<Odds> {
        if let Some(odds) = &self.certain {
            return Progress::Done(odds.clone());
        }
        self.run_some();
        if !self.is_done() {
            let done = self.figures.futures() as f64 / self.range.len() as f64;
            return Progress::Going(Share(done));
        }
        let figures = std::slice::from_ref(&self.figures);
        let futures = &self.futures;
        Progress::Done(Odds::of(figures, self.count, &futures.tiers, futures.published_rounding))
    }

    fn run_some(&mut self) {
        let from = self.range.start + self.figures.futures();
        let to = (from + STEP).min(self.range.end);
        if from < to {
            let sample = self.source.draw(self.count, from..to);
            self.figures.extend(&self.futures.figures(&self.source, &sample));
        }
    }

    fn is_done(&self) -> bool {
        self.figures.futures() >= self.range.len()
    }

    /// Runs the rest and gives the figures, to be put together with those of other slices.
    #[must_use]
    pub fn into_figures(mut self) -> DrawnFigures {
        while !self.is_done() {
            self.run_some();
        }
        self.figures
    }

    /// Runs the rest and gives the odds.
    #[must_use]
    pub fn finish(mut self) -> Odds {
        loop {
            if let Progress::Done(odds) = self.step() {
                return odds;
            }
        }
    }
}
