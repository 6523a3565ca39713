//! Jobs: person-years that value added above the baseline stands for.

use crate::plan::assumptions::IndustryAssumptions;
use crate::units::{Grid, RealMoney};

/// Person-years above the baseline, `[industry][year index]`.
///
/// ```text
/// jobs(i, year) = persons per 亿元(i) · Σ quarters [real(i, t) − baseline(i, t)]
/// ```
///
/// Negative where the scenario falls behind its baseline.
#[must_use]
pub fn above_baseline(
    industries: &[IndustryAssumptions],
    real: &[Vec<RealMoney>],
    baseline: &[Vec<RealMoney>],
    grid: Grid,
) -> Vec<Vec<f64>> {
    let of_year = |item: usize, year: usize| {
        let quarters = year * 4..year * 4 + 4;
        let beyond: RealMoney = quarters.map(|t| real[item][t] - baseline[item][t]).sum();
        beyond.0 * industries[item].jobs
    };
    let of_industry = |item| (0..grid.years).map(|year| of_year(item, year)).collect();
    (0..industries.len()).map(of_industry).collect()
}
