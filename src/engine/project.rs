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

/// What each project spends and adds, in the plan's order.
#[must_use]
pub fn of_all(
    assumptions: &Assumptions,
    effects: &[Vec<f64>],
    investment_price: &[Deflator],
) -> Vec<ProjectOutcome> {
    // One reference after another needs the same room.
    let mut reference = Spending::with_room(assumptions.grid);
    let each = assumptions.projects.iter();
    each.map(|project| match project.status {
        Status::Off => ignored(project, effects, assumptions.grid),
        Status::On | Status::Cancelled => {
            carried_out(project, assumptions, effects, investment_price, &mut reference)
        }
    })
    .collect()
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
