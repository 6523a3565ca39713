//! Odds that follow a hand: only what a move touches is run again.
//!
//! What all projects add to each industry and quarter of each future (its *layer*) is kept. A move of
//! growth, prices or an initiative leaves the layers and runs the accounts; a moved project takes its
//! own part out of each layer and puts the new one in. Either way the odds are those of a full run.

use super::touch::Touch;
use super::{DrawnFigures, Draws, Futures, Odds};
use crate::engine;
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::study::draws::{Count, Sample, Source};
use crate::study::kernel::{Eight, Lane, Room};
use crate::study::unknown::Unknowns;
use crate::units::Share;

/// Layers that need more room than this are not kept; every move then runs everything.
const MOST_BYTES: usize = 12 << 20;

/// Projects that are exchanged one by one before everything is run again, so that what rounding
/// leaves cannot add up.
const MOST_EXCHANGES: usize = 64;

/// Groups of eight futures run in one step, by how much there is to do.
const STEP_ALL: usize = 32;
const STEP_PROJECTS: usize = 64;
const STEP_ACCOUNTS: usize = 256;

/// The odds of one scenario after another of the same plan.
#[derive(Clone, Debug)]
pub struct LiveOdds {
    source: Source,
    seed: u32,
    count: Count,
    pub(in crate::study) sample: Sample,
    /// Real value added by projects, `[group][industry and quarter]`.
    layers: Vec<Eight>,
    /// The scenario whose layers are kept, with what happens in it.
    kept: Option<(Scenario, Futures)>,
    exchanged: usize,
    work: Work,
    room: Room<Eight>,
    earlier_room: Room<Eight>,
}

/// What is under way.
#[derive(Clone, Debug)]
struct Work {
    scenario: Scenario,
    pub(in crate::study) futures: Futures,
    touch: Touch,
    /// The groups that are done.
    next: usize,
    figures: DrawnFigures,
    done: Option<Odds>,
}

impl LiveOdds {
    /// Begins with a scenario.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, draws: Draws) -> Self {
        Self::with_unknowns(plan, scenario, Unknowns::of(plan, scenario), draws)
    }

    fn with_unknowns(plan: &Plan, scenario: &Scenario, unknowns: Unknowns, draws: Draws) -> Self {
        let futures = Futures::of_unknowns(plan, scenario, unknowns, None);
        let source = Source::new(plan, scenario.chance.seed);
        let mut live = Self::begun(source, Sample::default(), draws.sets(), scenario, futures);
        live.settle_if_certain(plan);
        live
    }

    /// Another scenario with the same seed in the same futures, under a view of what is unknown.
    pub(super) fn beside(&self, plan: &Plan, scenario: &Scenario, unknowns: Unknowns) -> Self {
        let futures = Futures::of_unknowns(plan, scenario, unknowns, Some(&self.work.futures));
        let (source, sample) = (self.source.clone(), self.sample.clone());
        let mut live = Self::begun(source, sample, self.count, scenario, futures);
        live.settle_if_certain(plan);
        live
    }

    fn begun(
        source: Source,
        sample: Sample,
        count: Count,
        scenario: &Scenario,
        futures: Futures,
    ) -> Self {
        Self {
            source,
            seed: scenario.chance.seed,
            count,
            sample,
            layers: Vec::new(),
            kept: None,
            exchanged: 0,
            work: Work::new(scenario, futures, Touch::All),
            room: Room::default(),
            earlier_room: Room::default(),
        }
    }

    /// Turns to another scenario of the same plan; what is under way is given up.
    pub fn ask(&mut self, plan: &Plan, scenario: &Scenario) {
        self.ask_with(plan, scenario, Unknowns::of(plan, scenario));
    }

    /// The same, under another view of what is unknown; levers that act on projects must be as
    /// unknown as before.
    pub(super) fn ask_with(&mut self, plan: &Plan, scenario: &Scenario, unknowns: Unknowns) {
        if scenario.chance.seed != self.seed {
            self.seed = scenario.chance.seed;
            self.source = Source::new(plan, self.seed);
            self.sample = Sample::default();
            self.kept = None;
        }
        let touch = match &self.kept {
            Some((kept, _)) => Touch::between(plan, kept, scenario),
            None => Touch::All,
        };
        let touch = match touch {
            Touch::Projects(projects) if self.exchanged + projects.len() <= MOST_EXCHANGES => {
                self.exchanged += projects.len();
                Touch::Projects(projects)
            }
            Touch::Accounts => Touch::Accounts,
            Touch::All | Touch::Projects(_) => {
                self.exchanged = 0;
                Touch::All
            }
        };
        let earlier = Some(&self.work.futures);
        let futures = Futures::of_unknowns(plan, scenario, unknowns, earlier);
        self.work = Work::new(scenario, futures, touch);
        self.settle_if_certain(plan);
    }

    /// The scenario that was asked about last.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.work.scenario
    }

    fn settle_if_certain(&mut self, plan: &Plan) {
        if self.work.futures.unknowns.is_certain() {
            let outcome = engine::run(&resolve(plan, &self.work.scenario));
            self.work.done = Some(Odds::certain(&outcome, self.count));
        }
    }

    /// Runs some more futures.
    pub fn step(&mut self) -> Progress<Odds> {
        if let Some(odds) = &self.work.done {
            return Progress::Done(odds.clone());
        }
        if self.work.next == 0 && self.work.touch != Touch::Accounts {
            self.begin();
        }
        let groups = self.count.futures() / Eight::COUNT;
        let (from, length) = (self.work.next, self.work.step());
        let to = (from + length).min(groups);
        for group in from..to {
            self.run_group(group);
        }
        self.work.next = to;
        if to < groups {
            return Progress::Going(Share(to as f64 / groups as f64));
        }
        Progress::Done(self.finish_work())
    }

    /// Runs the rest and gives the odds.
    pub fn finish(&mut self) -> Odds {
        loop {
            if let Progress::Done(odds) = self.step() {
                return odds;
            }
        }
    }

    /// What the futures came to; empty where nothing is unknown.
    #[must_use]
    pub fn figures(&self) -> &DrawnFigures {
        &self.work.figures
    }

    /// What happens in the futures.
    pub(in crate::study) fn futures(&self) -> &Futures {
        &self.work.futures
    }

    /// The accounts of a group without one of its projects: growth and current-price GDP.
    pub(in crate::study) fn without(&mut self, project: usize, group: usize) -> [[f32; 8]; 2] {
        let Self { source, sample, layers, work, room, .. } = self;
        let futures = &work.futures;
        let mut values = Vec::new();
        futures.values(sample, group, &mut values);
        let fates = source.fates(sample, group, &futures.fates);
        let own = futures.model.layer_of(project, &values, &fates, room);
        let length = own.len();
        let rest: Vec<Eight> = if layers.is_empty() {
            let own = own.to_vec();
            let all = futures.model.layer(&values, &fates, room);
            all.iter().zip(&own).map(|(&all, &own)| all - own).collect()
        } else {
            let all = &layers[group * length..(group + 1) * length];
            all.iter().zip(own).map(|(&all, &own)| all - own).collect()
        };
        let figures = futures.model.account(&values, &rest, room);
        [figures.growth.to_array(), figures.nominal.to_array()]
    }

    fn begin(&mut self) {
        if self.work.touch != Touch::All {
            return;
        }
        self.kept = None;
        let futures = self.count.futures();
        let length = self.work.futures.model.layer_length();
        self.layers.clear();
        if futures * length * size_of::<f32>() <= MOST_BYTES {
            self.layers.resize(futures / Eight::COUNT * length, Eight::default());
        }
    }

    fn run_group(&mut self, group: usize) {
        let first = group * Eight::COUNT;
        if self.sample.groups() <= group {
            self.sample.extend(self.source.draw(self.count, first..first + Eight::COUNT));
        }
        let Self { source, sample, layers, kept, work, room, earlier_room, .. } = self;
        let futures = &work.futures;
        let mut values = Vec::with_capacity(sample.latents(group).len());
        futures.values(sample, group, &mut values);
        let length = futures.model.layer_length();
        if layers.is_empty() {
            let fates = source.fates(sample, group, &futures.fates);
            work.figures.push(&futures.model.run(&values, &fates, room));
            return;
        }
        let layer = &mut layers[group * length..(group + 1) * length];
        match (&work.touch, kept) {
            (Touch::Accounts, _) => {}
            (Touch::Projects(projects), Some((_, earlier))) => {
                let mut before = Vec::with_capacity(values.len());
                earlier.values(sample, group, &mut before);
                let fates = source.fates(sample, group, &futures.fates);
                let earlier_fates = source.fates(sample, group, &earlier.fates);
                for &project in projects {
                    let new = futures.model.layer_of(project, &values, &fates, room);
                    let model = &earlier.model;
                    let old = model.layer_of(project, &before, &earlier_fates, earlier_room);
                    for (sum, (&new, &old)) in layer.iter_mut().zip(new.iter().zip(old)) {
                        *sum += new - old;
                    }
                }
            }
            _ => {
                let fates = source.fates(sample, group, &futures.fates);
                layer.copy_from_slice(futures.model.layer(&values, &fates, room));
            }
        }
        work.figures.push(&futures.model.account(&values, layer, room));
    }

    fn finish_work(&mut self) -> Odds {
        let work = &mut self.work;
        let futures = &work.futures;
        let figures = std::slice::from_ref(&work.figures);
        let odds = Odds::of(figures, self.count, &futures.tiers, futures.published_rounding);
        work.done = Some(odds.clone());
        if !self.layers.is_empty() {
            self.kept = Some((work.scenario.clone(), futures.clone()));
        }
        odds
    }
}

impl Work {
    fn new(scenario: &Scenario, futures: Futures, touch: Touch) -> Self {
        let figures = DrawnFigures::default();
        Self { scenario: scenario.clone(), futures, touch, next: 0, figures, done: None }
    }

    fn step(&self) -> usize {
        match self.touch {
            Touch::All => STEP_ALL,
            Touch::Projects(_) => STEP_PROJECTS,
            Touch::Accounts => STEP_ACCOUNTS,
        }
    }
}
