//! Initiatives: the part of a turnover that is new value added here.

use super::outcome::InitiativeOutcome;
use super::prices;
use crate::plan::assumptions::{Assumptions, InitiativeAssumptions};
use crate::units::{Deflator, Grid, NominalMoney};

/// What each initiative adds, in the plan's order.
#[must_use]
pub fn of_all(assumptions: &Assumptions, prices: &[Vec<Deflator>]) -> Vec<InitiativeOutcome> {
    let each = assumptions.initiatives.iter();
    each.map(|initiative| of_one(initiative, prices, assumptions.grid)).collect()
}

/// What one initiative adds.
///
/// ```text
/// nominal(t) = turnover(year) · pattern(quarter) · yield
/// real(i, t) = nominal(t) · host(i) / price(i, t)
/// ```
///
/// `yield` is value-added rate · additionality · (1 − displacement): turnover is not value added.
/// The base year's quarters are zero.
#[must_use]
pub fn of_one(
    initiative: &InitiativeAssumptions,
    prices: &[Vec<Deflator>],
    grid: Grid,
) -> InitiativeOutcome {
    let in_quarter = |t: usize| {
        let turnover = initiative.turnover.get(t / 4).copied().unwrap_or_default();
        if t < 4 {
            NominalMoney::ZERO
        } else {
            turnover * initiative.pattern[t % 4] * initiative.yield_rate
        }
    };
    let nominal: Vec<NominalMoney> = (0..grid.quarters()).map(in_quarter).collect();
    let real = prices.iter().enumerate().map(|(industry, prices)| {
        let host = initiative.hosts.get(industry).copied().unwrap_or_default();
        let pairs = nominal.iter().zip(prices);
        pairs.map(|(&money, &price)| prices::deflated(money * host, price)).collect()
    });
    InitiativeOutcome { real: real.collect(), nominal }
}
