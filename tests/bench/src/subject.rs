//! One participant's plan, prepared, and what is asked of it.

use crate::plan::plan;
use mogao::engine;
use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::study::draws::{Count, Source};
use mogao::study::kernel::{Fate, Figures, Model, Room};
use mogao::study::odds::{DrawnFigures, Draws, Futures, Odds};
use mogao::study::unknown::Unknowns;

/// A plan taken apart, as the app has it while a lever is in someone's hand.
#[derive(Debug)]
pub struct Subject {
    /// The plan.
    pub plan: Plan,
    /// The plan as written.
    pub scenario: Scenario,
    /// Where its futures come from.
    pub source: Source,
    /// Its futures, ready to be run.
    pub futures: Futures,
    precise: Model<f64>,
    set: Vec<f64>,
    fate: Fate<f64>,
    room: Room<f64>,
    moved: u32,
}

impl Subject {
    /// Prepares a plan of this size; `None` as for [`plan`].
    #[must_use]
    pub fn new(projects: usize, years: usize) -> Option<Self> {
        let plan = plan(projects, years)?;
        let scenario = Scenario::default();
        let source = Source::new(&plan, scenario.chance.seed);
        let futures = Futures::new(&plan, &scenario);
        let precise = Model::new(&plan, &scenario, &Unknowns::of(&plan, &scenario));
        Some(Self {
            set: precise.set(),
            fate: precise.set_fate(),
            plan,
            scenario,
            source,
            futures,
            precise,
            room: Room::default(),
            moved: 0,
        })
    }

    /// GDP of everything as it is set: one evaluation.
    pub fn one(&mut self) -> Figures<f64> {
        self.precise.run(&self.set, &self.fate, &mut self.room)
    }

    /// The place of a lever of the whole plan among what is drawn once.
    #[must_use]
    pub fn place_of(&self, kind: Kind) -> Option<usize> {
        let lever = Lever::of_plan(kind, &self.plan);
        self.futures.unknowns.once.iter().position(|unknown| unknown.lever == lever)
    }

    /// GDP of one future in full precision: what is drawn once, and what befalls each project.
    pub fn precise(&mut self, drawn: &[f64], fates: &[Fate<f64>]) -> Figures<f64> {
        self.precise.run(drawn, fates, &mut self.room)
    }

    /// Evaluates so often, each time with another growth of the first industry; gives a sum that
    /// depends on all of them.
    pub fn evaluate(&mut self, times: usize) -> f64 {
        let growth = self.set[0];
        let mut sum = 0.0;
        for time in 0..times {
            self.set[0] = growth + (time % 7) as f64 * 1e-4;
            sum += self.one().nominal;
        }
        self.set[0] = growth;
        sum
    }

    /// The whole outcome, every project by itself, from the settings: what the screen shows to the
    /// last digit. Gives GDP of the tiers' year.
    #[must_use]
    pub fn outcome(&self) -> f64 {
        let outcome = engine::run(&resolve(&self.plan, &self.scenario));
        outcome.annual(outcome.year).nominal.0
    }

    /// Draws so many futures of one set of even points and runs them.
    #[must_use]
    pub fn draw(&self, futures: usize) -> DrawnFigures {
        let count = Count { sets: 1, points: futures };
        let mut figures = DrawnFigures::default();
        // In parts, as a worker does that listens in between.
        for from in (0..futures).step_by(256) {
            let sample = self.source.draw(count, from..(from + 256).min(futures));
            figures.extend(&self.futures.figures(&self.source, &sample));
        }
        figures
    }

    /// The odds from so many futures: drawn, run, counted.
    #[must_use]
    pub fn odds(&self, futures: usize) -> Odds {
        let count = Count { sets: 1, points: futures };
        let futures = [self.draw(futures)];
        Odds::of(&futures, count, &self.futures.tiers, self.futures.published_rounding)
    }

    /// The same after a lever has moved: with the scenario taken apart again.
    pub fn odds_of_moved(&mut self, futures: usize) -> Odds {
        self.moved += 1;
        let lever = Lever::of_industry(Kind::Growth, 3, self.plan.year);
        let here = Scenario::default().value(lever, &self.plan);
        self.scenario.set(lever, here + f64::from(self.moved % 7) * 1e-3, &self.plan);
        let unknowns = Unknowns::of(&self.plan, &self.scenario);
        self.futures =
            Futures::of_unknowns(&self.plan, &self.scenario, unknowns, Some(&self.futures));
        self.odds(futures)
    }
}

impl Subject {
    /// How often the odds of a tier fall while a lever that can only help is drawn from one end to
    /// the other in so many steps.
    #[must_use]
    pub fn wrong_way_steps(&self, lever: Lever, ends: (f64, f64), steps: u32) -> usize {
        let plan = &self.plan;
        let (mut futures, mut before) = (self.futures.clone(), vec![0.0; plan.tiers.len()]);
        let mut wrong = 0;
        for step in 0..=steps {
            let mut scenario = Scenario::default();
            let part = f64::from(step) / f64::from(steps.max(1));
            scenario.set(lever, ends.0 + (ends.1 - ends.0) * part, plan);
            let unknowns = Unknowns::of(plan, &scenario);
            futures = Futures::of_unknowns(plan, &scenario, unknowns, Some(&futures));
            let count = Draws::Preview.sets();
            let sample = self.source.draw(count, 0..count.futures());
            let figures = [futures.figures(&self.source, &sample)];
            let odds = Odds::of(&figures, count, &futures.tiers, futures.published_rounding);
            let now: Vec<f64> = odds.tiers.iter().map(|tier| tier.attained.0).collect();
            wrong += now.iter().zip(&before).filter(|(now, before)| now < before).count();
            before = now;
        }
        wrong
    }
}
