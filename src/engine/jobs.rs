//! Jobs: person-years that value added above the baseline stands for.

use super::outcome::Outcome;
use crate::plan::assumptions::IndustryAssumptions;
use crate::units::{Grid, RealMoney, Year};

impl Outcome {
    /// Person-years of a year above the baseline, all industries together.
    #[must_use]
    pub fn person_years(&self, year: Year) -> f64 {
        let index = self.grid.year_index(year);
        let of_year = |own: &Vec<f64>| index.and_then(|index| own.get(index)).copied();
        self.jobs.iter().filter_map(of_year).sum()
    }
}

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
