//! Project money over time: planned, executed, carried over, and new against the baseline.

use crate::plan::assumptions::{Curve, Pace, Schedule};
use crate::units::{Grid, NominalMoney, Quarters, Share};

/// Cumulative part of a total spent at `x`, a moment between start (0) and end (1), by the DHSS
/// polynomial.
///
/// ```text
/// F(x) = x + C·x² − C·x − (6x³ − 9x² + 3x)/K
/// ```
///
/// C leans the curve to the end (positive) or the beginning; K sets how slowly it begins and ends.
/// C = 0 and K = 3 give 3x² − 2x³; without a positive K there is no S-shape and the cubic term is
/// left out. Spending never falls back while K ≥ 3/(1 − |C|). Source: Hudson and Maunick (1974),
/// Department of Health and Social Security.
///
/// ```
/// use mogao::engine::spending::dhss;
/// assert_eq!(dhss(0.5, 0.0, 3.0), 0.5);
/// assert!((dhss(0.25, 0.134, 3.884) - 0.152463).abs() < 1e-6);
/// ```
#[must_use]
pub fn dhss(x: f64, c: f64, k: f64) -> f64 {
    if x <= 0.0 {
        0.0
    } else if x >= 1.0 {
        1.0
    } else {
        let bend = if k > 0.0 { 1.0 / k } else { 0.0 };
        x * (1.0 - c - 3.0 * bend + x * (c + 9.0 * bend - 6.0 * bend * x))
    }
}

/// Cumulative part of a schedule's total that is planned to be spent by a moment.
///
/// A curve without duration spends everything at its start.
#[must_use]
pub fn planned_share(schedule: &Schedule, moment: Quarters) -> f64 {
    let since = (moment - schedule.start).0;
    if since <= 0.0 {
        return 0.0;
    }
    match &schedule.curve {
        Curve::Dhss { duration, c, k } if duration.0 > 0.0 => dhss(since / duration.0, *c, *k),
        Curve::Dhss { .. } => 1.0,
        Curve::Steps { cumulative, step } => steps(cumulative, since, *step),
    }
}

/// Cumulative share by steps, linear within a step; the last share stands for ever.
fn steps(cumulative: &[f64], since: f64, step: Quarters) -> f64 {
    let last = cumulative.last().copied().unwrap_or(0.0);
    if step.0 <= 0.0 {
        return last;
    }
    let position = since / step.0;
    let index = position as usize;
    match cumulative.get(index) {
        None => last,
        Some(&end) => {
            let begin = index.checked_sub(1).map_or(0.0, |before| cumulative[before]);
            begin + (end - begin) * (position - index as f64)
        }
    }
}

/// The moment at which the last money is planned to be spent, slip and longer works included.
#[must_use]
pub fn planned_end(schedule: &Schedule) -> Quarters {
    let duration = match &schedule.curve {
        Curve::Dhss { duration, .. } => *duration,
        Curve::Steps { cumulative, step } => *step * cumulative.len() as f64,
    };
    schedule.start + duration.max(Quarters::ZERO)
}

/// Whole-life cost at the prices paid, overrun included.
#[must_use]
pub fn cost(schedule: &Schedule) -> NominalMoney {
    schedule.total * (1.0 + schedule.overrun)
}

/// Part of the money due that is there: what waits for an award that fails and is not made up from
/// elsewhere is missing.
///
/// ```text
/// f = 1 − applied · (1 − award) · (1 − backfill)
/// ```
#[must_use]
pub fn funded_share(applied: Share, pace: Pace) -> Share {
    (applied * pace.award.complement() * pace.backfill.complement()).complement()
}

/// Money over time, by quarter, at the prices paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spending {
    /// What the schedule puts into each quarter.
    pub planned: Vec<NominalMoney>,
    /// What is spent.
    pub executed: Vec<NominalMoney>,
    /// What was due and is carried over at the end of each quarter.
    pub backlog: Vec<NominalMoney>,
}

impl Spending {
    /// Carries out a schedule, in place of whatever was here.
    ///
    /// ```text
    /// plan(t)      = cost · [F(t + 1) − F(t)]
    /// available(t) = plan(t) + backlog(t − 1)
    /// executed(t)  = execution · funded · available(t)
    /// backlog(t)   = available(t) − executed(t)
    /// ```
    ///
    /// Nothing is lost: executed and last backlog add to what was planned. Money planned before the
    /// grid begins is taken as spent on time. The part executed is held between nothing and all.
    pub fn carry_out(&mut self, schedule: &Schedule, pace: Pace, grid: Grid) {
        let cost = cost(schedule);
        let funded = funded_share(schedule.applied, pace);
        let part = Share((pace.execution * funded).0.clamp(0.0, 1.0));
        self.clear();
        let mut due = NominalMoney::ZERO;
        let mut before = planned_share(schedule, Quarters::ZERO);
        for t in 0..grid.quarters() {
            let after = planned_share(schedule, Quarters((t + 1) as f64));
            let planned = cost * (after - before);
            before = after;
            let available = planned + due;
            let executed = available * part;
            due = available - executed;
            self.planned.push(planned);
            self.executed.push(executed);
            self.backlog.push(due);
        }
    }

    /// No spending at all, for as many quarters as the grid has.
    #[must_use]
    pub fn none(grid: Grid) -> Self {
        let nothing = vec![NominalMoney::ZERO; grid.quarters()];
        Self { planned: nothing.clone(), executed: nothing.clone(), backlog: nothing }
    }

    /// Room for a grid's quarters.
    #[must_use]
    pub fn with_room(grid: Grid) -> Self {
        let room = || Vec::with_capacity(grid.quarters());
        Self { planned: room(), executed: room(), backlog: room() }
    }

    fn clear(&mut self) {
        self.planned.clear();
        self.executed.clear();
        self.backlog.clear();
    }
}

/// Work per yuan spent: the price part of an overrun buys nothing.
///
/// ```text
/// 1 / (1 + price part · overrun)
/// ```
///
/// Zero where the overrun leaves no cost at all.
#[must_use]
pub fn work_per_yuan(schedule: &Schedule) -> f64 {
    let price = 1.0 + schedule.overrun * schedule.overrun_price.0;
    if price > 0.0 { 1.0 / price } else { 0.0 }
}

/// Executed volume beyond what the baseline contains, by quarter, at prices of its quarter.
///
/// ```text
/// increment(t) = executed(t) · work − (1 − additionality) · executed°(t) · work°
/// ```
///
/// where ° is what the baseline counts on. It may be negative: a project that falls behind the
/// baseline takes away from it. The base year's quarters are zero, because its figures are given.
#[must_use]
pub fn increment(
    (schedule, executed): (&Schedule, &[NominalMoney]),
    (reference, counted_on): (&Schedule, &[NominalMoney]),
    additionality: Share,
) -> Vec<NominalMoney> {
    let work = work_per_yuan(schedule);
    let contained = work_per_yuan(reference) * additionality.complement().0;
    let pairs = executed.iter().zip(counted_on).enumerate();
    pairs
        .map(
            |(t, (&executed, &counted_on))| {
                if t < 4 { NominalMoney::ZERO } else { executed * work - counted_on * contained }
            },
        )
        .collect()
}
