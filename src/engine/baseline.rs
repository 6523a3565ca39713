//! The baseline: what each industry adds when nothing is done beyond the plan.

use crate::plan::assumptions::IndustryAssumptions;
use crate::units::{Grid, Rate, RealMoney};

/// Baseline value added with the scenario's growth, constant prices, `[industry][quarter]`.
#[must_use]
pub fn of_scenario(industries: &[IndustryAssumptions], grid: Grid) -> Vec<Vec<RealMoney>> {
    industries.iter().map(|industry| of_industry(industry, &industry.growth, grid)).collect()
}

/// Baseline value added with the plan's growth, constant prices, `[industry][quarter]`.
#[must_use]
pub fn of_plan(industries: &[IndustryAssumptions], grid: Grid) -> Vec<Vec<RealMoney>> {
    let reference = |industry| of_industry(industry, &industry.reference_growth, grid);
    industries.iter().map(reference).collect()
}

/// One industry's value added quarter by quarter.
///
/// The base year divides by quarter shares; afterwards each quarter grows over the same quarter of
/// the year before:
///
/// ```text
/// B(t) = base · share(t)             t = 0…3
/// B(t) = B(t − 4) · (1 + g(year))    later
/// ```
///
/// A year without a growth rate does not grow.
#[must_use]
pub fn of_industry(industry: &IndustryAssumptions, growth: &[Rate], grid: Grid) -> Vec<RealMoney> {
    let mut quarters = Vec::with_capacity(grid.quarters());
    for t in 0..grid.quarters() {
        let value = match t.checked_sub(4) {
            None => industry.base * industry.quarter_shares[t],
            Some(before) => {
                quarters[before] * growth.get(t / 4).copied().unwrap_or_default().factor()
            }
        };
        quarters.push(value);
    }
    quarters
}
