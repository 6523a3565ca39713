//! With figures for part of the year in hand: what the rest of the year must do.

use super::accounting::{share, total};
use super::attainment::growth_to;
use super::outcome::{Outcome, Required};
use crate::plan::assumptions::TierAssumptions;
use crate::plan::tier::TierMode;
use crate::units::{Rate, Share};

/// What the quarters still open must do for a tier.
///
/// ```text
/// by growth   [GDP(year − 1) · (1 + growth) − Σ known real(t)] / Σ open real(t − 4) − 1
/// by level    [level − Σ known nominal(t)] / Σ open real(t − 4) · price(t) − 1
/// ```
///
/// `price` is the scenario's implicit GDP deflator of the open quarter. Where both tests must hold
/// the larger decides, where either will do the smaller. `None` while nothing is known, once the
/// year is over, or where the open quarters had no GDP a year before.
#[must_use]
pub fn required(
    outcome: &Outcome,
    tier: &TierAssumptions,
    growth_needed: Option<Rate>,
) -> Option<Required> {
    let (known, open): (Vec<usize>, Vec<usize>) =
        outcome.grid.quarters_of(outcome.year).filter(|&t| t >= 4).partition(|&t| outcome.known[t]);
    if known.is_empty() || open.is_empty() {
        return None;
    }
    let real = |t: usize| total(&outcome.real, t..t + 1);
    let nominal = |t: usize| total(&outcome.nominal, t..t + 1);
    let sum = |quarters: &[usize], value: &dyn Fn(usize) -> f64| -> f64 {
        quarters.iter().map(|&t| value(t)).sum()
    };
    let known_real = sum(&known, &|t| real(t).0);
    let known_before = sum(&known, &|t| real(t - 4).0);
    let open_before = sum(&open, &|t| real(t - 4).0);
    let year_before = known_before + open_before;
    let priced = sum(&open, &|t| (real(t - 4) * outcome.quarterly(t).deflator).0);

    let goal = growth_needed.map(|needed| year_before * needed.factor());
    let by_growth = goal.and_then(|goal| growth_to(goal - known_real, open_before));
    let known_nominal = sum(&known, &|t| nominal(t).0);
    let by_level = tier.level.and_then(|level| growth_to(level.0 - known_nominal, priced));

    let nominal_before = |quarters: &[usize]| sum(quarters, &|t| nominal(t - 4).0);
    let level = tier.level.filter(|_| tier.mode != TierMode::Growth || goal.is_none());
    let (pace, done) = match (level, goal) {
        (Some(level), _) => {
            let before = nominal_before(&known);
            (share(before, before + nominal_before(&open)), share(known_nominal, level.0))
        }
        (None, Some(goal)) => (share(known_before, year_before), share(known_real, goal)),
        (None, None) => (Share::ZERO, Share::ZERO),
    };
    Some(Required {
        known: known.len(),
        so_far: growth_to(known_real, known_before).unwrap_or_default(),
        by_growth,
        by_level,
        growth: deciding(tier.mode, by_growth, by_level)?,
        pace,
        done,
    })
}

/// The growth that decides by the tier's mode.
fn deciding(mode: TierMode, by_growth: Option<Rate>, by_level: Option<Rate>) -> Option<Rate> {
    let (Some(growth), Some(level)) = (by_growth, by_level) else {
        return by_growth.or(by_level);
    };
    Some(match mode {
        TierMode::Both => growth.max(level),
        TierMode::Any => growth.min(level),
        TierMode::Growth => growth,
        TierMode::Level => level,
    })
}
