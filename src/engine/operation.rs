//! Projects in service: when they are commissioned and what they then add.

use super::spending;
use crate::plan::assumptions::{ProjectAssumptions, Schedule};
use crate::units::{NominalMoney, Quarters, RealMoney, Share};

/// Part of the cost that must be spent before a project can be in service.
pub const PAID_FOR: Share = Share(0.95);

/// Moments and amounts closer than this part are one: 1.1 · 10 quarters end with quarter 11.
const TOLERANCE: f64 = 1e-9;

/// The quarter at whose end a project is commissioned; `None` if not within the horizon.
///
/// It is the first quarter that ends no earlier than the planned end of works and by whose end at
/// least [`PAID_FOR`] of the cost is spent. Money planned before the grid begins counts as spent.
#[must_use]
pub fn commissioned(schedule: &Schedule, executed: &[NominalMoney]) -> Option<usize> {
    let cost = spending::cost(schedule);
    let enough = cost * PAID_FOR - cost.abs() * TOLERANCE;
    let end = spending::planned_end(schedule).0 - TOLERANCE;
    let mut spent = cost * spending::planned_share(schedule, Quarters::ZERO);
    executed.iter().enumerate().find_map(|(t, &executed)| {
        spent += executed;
        ((t + 1) as f64 >= end && spent >= enough).then_some(t)
    })
}

/// Value added of one quarter at full output, base-year prices.
///
/// ```text
/// total · productive / ICOR / 4
/// ```
///
/// The planned total counts, not the overrun: paying more does not build more. Capital without a
/// positive ICOR yields nothing.
#[must_use]
pub fn capacity(schedule: &Schedule, productive: Share, icor: f64) -> RealMoney {
    let annual = if icor > 0.0 { schedule.total.0 * productive.0 / icor } else { 0.0 };
    RealMoney(annual / 4.0)
}

/// Value added of a year at full output, base-year prices.
#[must_use]
pub fn output_in_full(schedule: &Schedule, project: &ProjectAssumptions) -> RealMoney {
    capacity(schedule, project.productive, project.icor) * 4.0
}

/// Part of full output reached in quarter `t`: nothing up to and including the quarter of
/// commissioning, then rising evenly over the ramp-up time (at once without one).
#[must_use]
pub fn ramp_up(t: usize, commissioned: Option<usize>, ramp: Quarters) -> Share {
    match commissioned.and_then(|commissioned| t.checked_sub(commissioned)) {
        None | Some(0) => Share::ZERO,
        Some(_) if ramp.0 <= 0.0 => Share::WHOLE,
        Some(quarters) => Share((quarters as f64 / ramp.0).min(1.0)),
    }
}

/// Value added in operation beyond the baseline, by quarter, all industries together.
///
/// ```text
/// [output(t) − (1 − additionality) · output°(t)] · (1 − displacement)
/// ```
///
/// where ° is what the baseline counts on. It is value added already: no multiplier applies. The
/// base year's quarters are zero.
#[must_use]
pub fn beyond_baseline(
    project: &ProjectAssumptions,
    commissioned: Option<usize>,
    reference_commissioned: Option<usize>,
    quarters: usize,
) -> Vec<RealMoney> {
    let full = capacity(&project.schedule, project.productive, project.icor);
    let counted_on = capacity(&project.reference, project.productive, project.icor)
        * project.additionality.complement();
    let kept = project.operation_displacement.complement();
    let output = |t| {
        let scenario = full * ramp_up(t, commissioned, project.ramp);
        let reference = counted_on * ramp_up(t, reference_commissioned, project.ramp);
        (scenario - reference) * kept
    };
    (0..quarters).map(|t| if t < 4 { RealMoney::ZERO } else { output(t) }).collect()
}
