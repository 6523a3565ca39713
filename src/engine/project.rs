//! A project put together: money in, value added out.
//!
//! A project touches GDP twice. While it is being built, part of its spending is value added in
//! construction and its suppliers; once in service it adds output of its own. The two never share a
//! formula. Both are differences from what the baseline already contains.

use super::outcome::ProjectOutcome;
use super::spending::Spending;
use super::{multiplier, operation, prices, spending};
use crate::plan::assumptions::{Assumptions, ProjectAssumptions, Schedule};
use crate::plan::project::Status;
use crate::units::{Deflator, Grid, NominalMoney, Quarters, RealMoney, Share};

/// What each project spends and adds, in the plan's order, and what all of them come to.
///
/// The sums are taken while a project's figures are at hand: with thousands of projects, coming back
/// to them costs more than computing them.
#[must_use]
pub fn of_all(
    assumptions: &Assumptions,
    effects: &[Vec<f64>],
    investment_price: &[Deflator],
) -> (Vec<ProjectOutcome>, Totals) {
    let mut totals = Totals::new(assumptions, effects);
    // One reference after another needs the same room.
    let mut reference = Spending::with_room(assumptions.grid);
    let each = assumptions.projects.iter();
    let projects = each.map(|project| match project.status {
        Status::Off => ignored(project, effects, assumptions.grid),
        Status::On | Status::Cancelled => {
            let outcome =
                carried_out(project, assumptions, effects, investment_price, &mut reference);
            totals.add(project, &outcome);
            outcome
        }
    });
    (projects.collect(), totals)
}

/// What all projects come to.
///
/// Spending is kept by category and not by industry: industries come in once per category and
/// quarter, however many projects there are.
pub struct Totals {
    /// Local volume beyond the baseline at base-year prices, `[category][quarter]`.
    pub volume: Vec<Vec<RealMoney>>,
    /// Value added in operation beyond the baseline, `[industry][quarter]`.
    pub operation: Vec<Vec<RealMoney>>,
    /// Executed spending by funding source, `[source][year index]`.
    pub need: Vec<Vec<NominalMoney>>,
}

impl Totals {
    fn new(assumptions: &Assumptions, effects: &[Vec<f64>]) -> Self {
        let quarters = assumptions.grid.quarters();
        let categories = effects.iter().map(Vec::len).max().unwrap_or(0);
        Self {
            volume: vec![vec![RealMoney::ZERO; quarters]; categories],
            operation: vec![vec![RealMoney::ZERO; quarters]; assumptions.industries.len()],
            need: vec![vec![NominalMoney::ZERO; assumptions.grid.years]; assumptions.sources.len()],
        }
    }

    fn add(&mut self, project: &ProjectAssumptions, outcome: &ProjectOutcome) {
        add_shares(&mut self.volume, &project.mix, &outcome.volume);
        if outcome.operates {
            add_shares(&mut self.operation, &project.hosts, &outcome.operation);
        }
        for (year, quarters) in outcome.executed.chunks(4).enumerate() {
            let executed: NominalMoney = quarters.iter().copied().sum();
            for (source, &part) in self.need.iter_mut().zip(&project.sources) {
                source[year] += executed * part;
            }
        }
    }

    /// Adds what projects give each industry, building and in service, `[industry][quarter]`.
    pub fn add_to(&self, real: &mut [Vec<RealMoney>], effects: &[Vec<f64>]) {
        for (industry, effects) in real.iter_mut().zip(effects) {
            for (volume, &effect) in self.volume.iter().zip(effects) {
                add_scaled(industry, volume, effect);
            }
        }
        for (industry, operation) in real.iter_mut().zip(&self.operation) {
            add_scaled(industry, operation, 1.0);
        }
    }
}

fn add_shares(sums: &mut [Vec<RealMoney>], shares: &[Share], own: &[RealMoney]) {
    for (sum, share) in sums.iter_mut().zip(shares).filter(|(_, share)| share.0 != 0.0) {
        add_scaled(sum, own, share.0);
    }
}

fn add_scaled(sums: &mut [RealMoney], own: &[RealMoney], scale: f64) {
    for (sum, &own) in sums.iter_mut().zip(own) {
        *sum += own * scale;
    }
}

/// From the first planned spending to the last.
fn span(schedule: &Schedule) -> (Quarters, Quarters) {
    (schedule.start, spending::planned_end(schedule))
}

/// A project that neither the plan nor the baseline knows.
fn ignored(project: &ProjectAssumptions, effects: &[Vec<f64>], grid: Grid) -> ProjectOutcome {
    let Spending { planned, executed, backlog } = Spending::none(grid);
    ProjectOutcome {
        status: project.status,
        span: span(&project.schedule),
        increment: planned.clone(),
        planned,
        executed,
        backlog,
        volume: vec![RealMoney::ZERO; grid.quarters()],
        unit: multiplier::of_mix(effects, &project.mix),
        commissioned: None,
        operation: vec![RealMoney::ZERO; grid.quarters()],
        operates: false,
        hosts: project.hosts.clone(),
    }
}

/// A project that goes ahead, or one called off that the baseline counted on.
fn carried_out(
    project: &ProjectAssumptions,
    assumptions: &Assumptions,
    effects: &[Vec<f64>],
    investment_price: &[Deflator],
    reference: &mut Spending,
) -> ProjectOutcome {
    let grid = assumptions.grid;
    reference.carry_out(&project.reference, assumptions.reference_pace, grid);
    let reference_commissioned = operation::commissioned(&project.reference, &reference.executed);
    let (spending, commissioned) = if project.status == Status::Cancelled {
        (Spending::none(grid), None)
    } else {
        let mut spending = Spending::with_room(grid);
        spending.carry_out(&project.schedule, assumptions.pace, grid);
        let commissioned = operation::commissioned(&project.schedule, &spending.executed);
        (spending, commissioned)
    };
    let increment = spending::increment(
        (&project.schedule, &spending.executed),
        (&project.reference, &reference.executed),
        project.additionality,
    );
    ProjectOutcome {
        status: project.status,
        span: span(&project.schedule),
        volume: local_volume(
            &increment,
            investment_price,
            project.construction_displacement,
            assumptions.crowding_out,
        ),
        increment,
        planned: spending.planned,
        executed: spending.executed,
        backlog: spending.backlog,
        unit: multiplier::of_mix(effects, &project.mix),
        commissioned,
        operation: operation::beyond_baseline(
            project,
            commissioned,
            reference_commissioned,
            grid.quarters(),
        ),
        operates: commissioned.is_some() || reference_commissioned.is_some(),
        hosts: project.hosts.clone(),
    }
}

/// Volume that is new to the district, by quarter, at base-year prices.
///
/// ```text
/// increment(t) / investment price(t) · (1 − displacement) · (1 − crowding-out)
/// ```
#[must_use]
pub fn local_volume(
    increment: &[NominalMoney],
    investment_price: &[Deflator],
    displacement: Share,
    crowding_out: Share,
) -> Vec<RealMoney> {
    let kept = displacement.complement() * crowding_out.complement();
    let pairs = increment.iter().zip(investment_price);
    pairs.map(|(&money, &price)| prices::deflated(money, price) * kept).collect()
}
