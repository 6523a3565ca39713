//! A plan under a scenario, taken apart.

mod around;

pub(super) use around::economy;

use super::fate::Fate;
use super::given::{Keeping, Levers, place_of};
use super::lane::Lane;
use super::portfolio::{Held, HeldOnce, Portfolio, Program, Service};
use super::works::{CurveLine, Works};
use super::{Model, works};
use crate::engine::spending::Spending;
use crate::engine::{multiplier, operation, prices, spending};
use crate::plan::Plan;
use crate::plan::assumptions::{Curve, Pace, ProjectAssumptions};
use crate::plan::lever::{Kind, Lever};
use crate::plan::project::{Profile, Project, Status};
use crate::plan::resolve::{Resolver, additionality_kind};
use crate::plan::scenario::Scenario;
use crate::study::unknown::{Unknown, Unknowns};
use crate::units::{Grid, Rate, Share};

/// The model of a plan under a scenario.
pub(super) fn model<L: Lane>(plan: &Plan, scenario: &Scenario, unknowns: &Unknowns) -> Model<L> {
    let resolver = Resolver::new(plan, scenario);
    let set = |unknown: &Unknown| scenario.value(unknown.lever, plan);
    let fate = fate(plan, scenario);
    let frame = frame(&resolver, scenario, unknowns, plan.grid);
    Model {
        portfolio: portfolio(frame, &resolver, earliest(unknowns, fate), fate, plan.grid, None),
        economy: economy(&resolver, scenario, unknowns, plan.grid),
        set: unknowns.once.iter().map(set).collect(),
        fate,
    }
}

/// What the levers of slip and overrun are set to, for all projects.
pub(super) fn fate(plan: &Plan, scenario: &Scenario) -> Fate<f64> {
    let of_plan = |kind| scenario.value(Lever::of_plan(kind, plan), plan);
    Fate {
        slip: of_plan(Kind::Slip),
        longer: of_plan(Kind::DurationOverrun),
        dearer: of_plan(Kind::CostOverrun),
    }
}

/// A portfolio without projects.
pub(super) fn frame<L: Lane>(
    resolver: &Resolver,
    scenario: &Scenario,
    unknowns: &Unknowns,
    grid: Grid,
) -> Portfolio<L> {
    let plan = resolver.plan();
    Portfolio {
        quarters: grid.quarters().max(4),
        industries: plan.industries.len(),
        levers: Levers::new(plan, scenario, unknowns),
        cheapness: cheapness::<L>(&resolver.investment_prices(), grid),
        effects: effects::<L>(plan, scenario.induced),
        construction: plan.construction,
        programs: Vec::new(),
        services: Vec::new(),
        works: Vec::new(),
        held: Vec::new(),
        held_by: Vec::new(),
    }
}

/// The frame with some projects of the plan in it, or with all.
///
/// `earliest` is the least that any future has, `fate` what the levers are set to.
pub(super) fn portfolio<L: Lane>(
    frame: Portfolio<L>,
    resolver: &Resolver,
    earliest: Fate<f64>,
    fate: Fate<f64>,
    grid: Grid,
    some: Option<&[usize]>,
) -> Portfolio<L> {
    let price = frame.levers.overrun_price;
    let mut parts = Parts {
        resolver,
        reference_pace: resolver.reference_pace(),
        grid,
        fate,
        earliest,
        costs: price.is_drawn() || price.set != 1.0,
        reference: Spending::with_room(grid),
        portfolio: frame,
    };
    match some {
        Some(some) => some.iter().for_each(|&index| parts.add(index)),
        None => (0..resolver.plan().projects.len()).for_each(|index| parts.add(index)),
    }
    parts.portfolio
}

/// The earliest start and the shortest works of all futures.
pub(super) fn earliest(unknowns: &Unknowns, set: Fate<f64>) -> Fate<f64> {
    let least = |unknown: &Option<Unknown>, set: f64| {
        unknown.as_ref().map_or(set, |unknown| unknown.spread.least().min(set))
    };
    Fate {
        slip: least(&unknowns.slip, set.slip),
        longer: least(&unknowns.duration, set.longer),
        dearer: set.dearer,
    }
}

fn cheapness<L: Lane>(rises: &[Rate], grid: Grid) -> Vec<L::One> {
    let levels = prices::of_investment(rises, grid);
    levels.iter().map(|level| L::one(f64::inverse(level.0))).collect()
}

/// Effects by category and industry, before scale and capture.
fn effects<L: Lane>(plan: &Plan, induced: bool) -> Vec<Vec<L::One>> {
    let effects = multiplier::before_scale(&plan.multipliers, induced);
    let categories = effects.iter().map(Vec::len).max().unwrap_or(0);
    let of = |row: &Vec<f64>, category: usize| L::one(row.get(category).copied().unwrap_or(0.0));
    (0..categories).map(|category| effects.iter().map(|row| of(row, category)).collect()).collect()
}

/// The projects while they are taken apart.
struct Parts<'a, L: Lane> {
    resolver: &'a Resolver<'a>,
    reference_pace: Pace,
    grid: Grid,
    fate: Fate<f64>,
    earliest: Fate<f64>,
    /// Whether an overrun of its cost changes what a project builds.
    costs: bool,
    reference: Spending,
    portfolio: Portfolio<L>,
}

impl<L: Lane> Parts<'_, L> {
    fn add(&mut self, index: usize) {
        let (project, own) = (&self.resolver.plan().projects[index], self.resolver.project(index));
        let own = &own;
        if own.status == Status::On {
            self.add_works(index, project, own);
        }
        let held = match own.status {
            Status::Off => Vec::new(),
            Status::On | Status::Cancelled => self.held(project, own),
        };
        for one in &held {
            self.add_held(one);
        }
        self.portfolio.held_by.push(held);
    }

    fn add_works(&mut self, index: usize, project: &Project, own: &ProjectAssumptions) {
        let schedule = &own.schedule;
        let slips = project.stage.awaits_start();
        let stretches = !matches!(project.profile, Profile::Annual { .. });
        let stretch = if stretches { 1.0 + self.fate.longer } else { 1.0 };
        let Some((curve, duration)) = line::<L>(&schedule.curve, stretch) else { return };
        let start = schedule.start.0 - if slips { self.fate.slip } else { 0.0 };
        let kept = project.construction_displacement.map_or(1.0, |share| share.complement().0);
        let program = self.program(project, own);
        let shortest = if stretches { duration * (1.0 + self.earliest.longer) } else { duration };
        let earliest = start + if slips { self.earliest.slip } else { 0.0 } + shortest;
        let service = self.service(project, own, earliest);
        let mut works = Works {
            project: index,
            start,
            slips,
            curve,
            duration,
            stretches,
            volume: schedule.total.0 * kept,
            costs: self.costs,
            fixed: false,
            program,
            service,
        };
        works.fixed = service.is_none() && !slips && !stretches && !works.costs;
        if works.fixed {
            self.fix(&works);
        }
        self.portfolio.works.push(works);
    }

    /// What is spent alike in every future is planned once.
    fn fix(&mut self, works: &Works<L>) {
        let mut planned = vec![L::default(); self.portfolio.quarters];
        let nothing = Fate { slip: L::default(), longer: L::default(), dearer: L::default() };
        let sums = works::Sums {
            planned: &mut planned,
            commissioned: &mut [],
            overrun_price: L::splat(1.0),
        };
        works.carry_out(nothing, L::default(), sums);
        let fixed = &mut self.portfolio.programs[works.program].fixed;
        for (sum, planned) in fixed.iter_mut().zip(planned) {
            *sum = L::one((L::all(*sum) + planned).of(0));
        }
    }

    fn program(&mut self, project: &Project, own: &ProjectAssumptions) -> usize {
        let (quarters, categories) = (self.portfolio.quarters, self.portfolio.effects.len());
        let applied = project.applied.map(|share| share.0);
        let keeping = Keeping {
            construction: project.construction_displacement.is_none(),
            ..Keeping::default()
        };
        let alike = |program: &Program<L>| {
            program.applied == applied
                && program.keeping == keeping
                && same_shares::<L>(&program.mix, &own.mix)
        };
        place_or_push(&mut self.portfolio.programs, alike, || Program {
            applied,
            mix: shares::<L>(&own.mix, categories),
            keeping,
            fixed: vec![L::One::default(); quarters],
        })
    }

    /// The service a project goes into, with its capacity; none where it adds nothing or cannot be
    /// done in time in any future.
    fn service(
        &mut self,
        project: &Project,
        own: &ProjectAssumptions,
        earliest_end: f64,
    ) -> Option<(usize, f64)> {
        let own_icor = project.icor.map_or(1.0, f64::inverse);
        let kept = project.operation_displacement.map_or(1.0, |share| share.complement().0);
        let capacity = own.schedule.total.0 * own.productive.0 * own_icor * kept / 4.0;
        let quarters = self.portfolio.quarters;
        let complete = match &own.schedule.curve {
            Curve::Dhss { .. } => true,
            Curve::Steps { cumulative, .. } => {
                let most = cumulative.iter().copied().fold(0.0, f64::max);
                most >= operation::PAID_FOR.0 - 1e-6
            }
        };
        if capacity == 0.0 || !complete || earliest_end > quarters as f64 + 1e-6 {
            return None;
        }
        let keeping = Keeping {
            operation: project.operation_displacement.is_none(),
            icor: project.icor.is_none(),
            ..Keeping::default()
        };
        let alike = |service: &Service<L>| {
            service.rises_over == own.ramp.0
                && service.keeping == keeping
                && same_shares::<L>(&service.hosts, &own.hosts)
        };
        let industries = self.portfolio.industries;
        let risen = |t| L::one(operation::ramp_up(t, Some(0), own.ramp).0);
        let place = place_or_push(&mut self.portfolio.services, alike, || Service {
            rises_over: own.ramp.0,
            ramp: (0..quarters).map(risen).collect(),
            hosts: shares::<L>(&own.hosts, industries),
            keeping,
        });
        Some((place, capacity))
    }

    /// Adds to what is held under the same levers.
    fn add_held(&mut self, one: &HeldOnce) {
        let Portfolio { held, quarters, industries, effects, .. } = &mut self.portfolio;
        let alike = |own: &Held<L>| own.building == one.building && own.keeping == one.keeping;
        let lines = if one.building { effects.len() } else { *industries };
        let place = place_or_push(held, alike, || Held {
            building: one.building,
            keeping: one.keeping,
            amounts: vec![L::One::default(); lines * *quarters],
        });
        let sums = held[place].amounts.chunks_mut(*quarters);
        for (sums, part) in sums.zip(&one.parts).filter(|(_, part)| **part != 0.0) {
            for (sum, whole) in sums.iter_mut().zip(&one.whole) {
                *sum = L::one((L::all(*sum) + L::splat(whole * part)).of(0));
            }
        }
    }

    /// What the baseline holds of a project, building and in service.
    fn held(&mut self, project: &Project, own: &ProjectAssumptions) -> Vec<HeldOnce> {
        let grid = self.grid;
        self.reference.carry_out(&own.reference, self.reference_pace, grid);
        let executed = &self.reference.executed;
        let contained = project.additionality.map_or(1.0, |share| share.complement().0);
        let lever = match project.additionality {
            Some(_) => None,
            None => place_of(additionality_kind(project.stage)),
        };
        let displaced = project.construction_displacement;
        let kept = contained * displaced.map_or(1.0, |share| share.complement().0);
        let work = spending::work_per_yuan(&own.reference) * kept;
        let building = HeldOnce {
            building: true,
            keeping: Keeping {
                construction: displaced.is_none(),
                contained: lever,
                ..Keeping::default()
            },
            parts: own.mix.iter().map(|part| part.0).collect(),
            whole: executed.iter().map(|money| money.0 * work).collect(),
        };
        let Some(from) = operation::commissioned(&own.reference, executed) else {
            return vec![building];
        };
        let own_icor = project.icor.map_or(1.0, f64::inverse);
        let displaced = project.operation_displacement;
        let kept = contained * displaced.map_or(1.0, |share| share.complement().0);
        let full = own.reference.total.0 * own.productive.0 * own_icor * kept / 4.0;
        let output = |t| full * operation::ramp_up(t, Some(from), own.ramp).0;
        let serving = HeldOnce {
            building: false,
            keeping: Keeping {
                operation: displaced.is_none(),
                icor: project.icor.is_none(),
                contained: lever,
                ..Keeping::default()
            },
            parts: own.hosts.iter().map(|part| part.0).collect(),
            whole: (0..grid.quarters()).map(output).collect(),
        };
        vec![building, serving]
    }
}

/// The index of an item that is alike, or of a new one.
fn place_or_push<T>(
    all: &mut Vec<T>,
    alike: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> usize {
    match all.iter().position(alike) {
        Some(place) => place,
        None => {
            all.push(new());
            all.len() - 1
        }
    }
}

/// Whether shares are those that were put down; what a list does not reach is none.
fn same_shares<L: Lane>(known: &[L::One], shares: &[Share]) -> bool {
    let part = |index: usize| L::one(shares.get(index).map_or(0.0, |share| share.0));
    known.iter().enumerate().all(|(index, known)| *known == part(index))
}

fn shares<L: Lane>(shares: &[Share], length: usize) -> Vec<L::One> {
    (0..length).map(|index| L::one(shares.get(index).map_or(0.0, |share| share.0))).collect()
}

/// A spending curve and its duration without longer works; none where nothing is ever spent.
fn line<L: Lane>(curve: &Curve, stretch: f64) -> Option<(CurveLine<L>, f64)> {
    let unstretched = |length: f64| if stretch > 0.0 { length / stretch } else { 0.0 };
    match curve {
        Curve::Dhss { duration, c, k } => {
            let bend = if *k > 0.0 { 1.0 / k } else { 0.0 };
            let powers = [1.0 - c - 3.0 * bend, c + 9.0 * bend, -6.0 * bend];
            Some((CurveLine::Cubic(powers.map(L::one)), unstretched(duration.0.max(0.0))))
        }
        Curve::Steps { cumulative, step } => {
            if cumulative.is_empty() {
                return None;
            }
            let length = unstretched(step.0.max(0.0)) * cumulative.len() as f64;
            Some((CurveLine::Pieces(pieces::<L>(cumulative)), length))
        }
    }
}

/// The straight pieces between nothing and these shares, with the end as the last.
fn pieces<L: Lane>(cumulative: &[f64]) -> Vec<[L::One; 2]> {
    let corners = || std::iter::once(0.0).chain(cumulative.iter().copied());
    let corner = |value: f64| L::all(L::one(value));
    let rises = corners().zip(cumulative).map(|(from, &to)| (corner(to) - corner(from)).of(0));
    corners().zip(rises.chain([0.0])).map(|(from, rise)| [from, rise].map(L::one)).collect()
}
