//! Figures that are already known, in the place of modelled ones.

use super::prices;
use crate::plan::scenario::{Actual, ActualKey};
use crate::units::{Deflator, Grid, RealMoney};
use std::collections::BTreeMap;

/// What known figures changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Quarters in which at least one figure is known.
    pub quarters: Vec<bool>,
    /// Industries and quarters that no lever moves any more, `[industry][quarter]`.
    pub fixed: Vec<Vec<bool>>,
    /// Known value added less the modelled, `[industry][quarter]`.
    pub less_model: Vec<Vec<RealMoney>>,
}

/// Puts known figures in the place of modelled value added, quarter by quarter.
///
/// * An industry's own figure replaces its value added. Growth is over the same quarter of the year
///   before as it stands by then, known or modelled; a level is divided by the modelled price.
/// * The total's figure scales the industries without a figure of their own by one factor, so that
///   the total comes out. Where each industry has its own, or those without add up to nothing, the
///   total's figure has nothing to act on and is left aside.
/// * Quarters of the base year or beyond the grid, and industries that do not exist, are ignored.
///
/// The baseline is not touched: a known quarter does not move the same quarter of the next year.
#[must_use]
pub fn replace(
    real: &mut [Vec<RealMoney>],
    prices: &[Vec<Deflator>],
    actuals: &BTreeMap<ActualKey, Actual>,
    grid: Grid,
) -> Known {
    let quarters = grid.quarters();
    let mut known = Known {
        quarters: vec![false; quarters],
        fixed: vec![vec![false; quarters]; real.len()],
        less_model: vec![vec![RealMoney::ZERO; quarters]; real.len()],
    };
    // Keys are in order of quarter, so earlier quarters stand before later ones grow over them.
    let after_base = actuals.keys().map(|key| key.quarter).filter(|&t| t >= 4 && t < quarters);
    let mut last = None;
    for t in after_base {
        if last != Some(t) {
            replace_quarter(real, prices, actuals, t, &mut known);
            last = Some(t);
        }
    }
    known
}

fn replace_quarter(
    real: &mut [Vec<RealMoney>],
    prices: &[Vec<Deflator>],
    actuals: &BTreeMap<ActualKey, Actual>,
    t: usize,
    known: &mut Known,
) {
    let modelled: Vec<RealMoney> = real.iter().map(|industry| industry[t]).collect();
    for item in 0..real.len() {
        if let Some(&actual) = actuals.get(&ActualKey { quarter: t, industry: Some(item) }) {
            real[item][t] = own_figure(actual, real[item][t - 4], prices[item][t]);
            known.fixed[item][t] = true;
            known.quarters[t] = true;
        }
    }
    if let Some(&actual) = actuals.get(&ActualKey { quarter: t, industry: None })
        && let Some(factor) = common_factor(actual, real, prices, &known.fixed, t)
    {
        for (industry, fixed) in real.iter_mut().zip(&mut known.fixed) {
            if !fixed[t] {
                industry[t] = industry[t] * factor;
                fixed[t] = true;
            }
        }
        known.quarters[t] = true;
    }
    for (item, modelled) in modelled.into_iter().enumerate() {
        known.less_model[item][t] = real[item][t] - modelled;
    }
}

fn own_figure(actual: Actual, year_before: RealMoney, price: Deflator) -> RealMoney {
    match actual {
        Actual::Growth(rate) => year_before * rate.factor(),
        Actual::Level(level) => prices::deflated(level, price),
    }
}

/// The factor by which industries without a figure of their own meet the known total.
fn common_factor(
    actual: Actual,
    real: &[Vec<RealMoney>],
    prices: &[Vec<Deflator>],
    fixed: &[Vec<bool>],
    t: usize,
) -> Option<f64> {
    let value = |item: usize| match actual {
        Actual::Growth(_) => real[item][t].0,
        Actual::Level(_) => (real[item][t] * prices[item][t]).0,
    };
    let total = match actual {
        Actual::Growth(rate) => {
            let year_before: RealMoney = real.iter().map(|industry| industry[t - 4]).sum();
            (year_before * rate.factor()).0
        }
        Actual::Level(level) => level.0,
    };
    let items = || 0..real.len();
    let open: f64 = items().filter(|&item| !fixed[item][t]).map(value).sum();
    let own: f64 = items().filter(|&item| fixed[item][t]).map(value).sum();
    (open > 0.0).then(|| (total - own) / open)
}
