//! A statistics release against itself: do printed contributions follow from levels and growth?

use super::Finding;
use crate::engine::closed_form::implied_growth;
use crate::units::{NominalMoney, Points, Rate};

/// Current-price weights stand in for constant-price ones: right to about this much.
pub(super) const TOLERANCE: Points = Points(0.2);

/// Figures as printed, by industry or sector; together they are the whole of GDP.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Release {
    /// Value added at current prices.
    pub levels: Vec<NominalMoney>,
    /// Real growth.
    pub growth: Vec<Rate>,
    /// Contributions to growth, where printed.
    pub pulls: Vec<Option<Points>>,
    /// Growth of GDP, where printed.
    pub total: Option<Rate>,
}

/// What in a release contradicts itself by more than weights can explain.
///
/// ```text
/// pull(i) = 100 · [N(i) − N(i)/(1 + g(i))] / Σ N(j)/(1 + g(j))
/// ```
///
/// Figures without a partner are passed over; nothing is found where something shrinks to nothing.
#[must_use]
pub fn release(release: &Release) -> Vec<Finding> {
    let Some(implied) = implied_growth(&release.levels, &release.growth) else { return Vec::new() };
    let pairs = || release.levels.iter().zip(&release.growth);
    let before: NominalMoney = pairs().map(|(&level, growth)| level / growth.factor()).sum();
    let pulls = pairs().map(|(&level, growth)| {
        let increment = level - level / growth.factor();
        Points(100.0 * (increment / before))
    });
    let printed = release.pulls.iter().zip(pulls).enumerate();
    let mut findings: Vec<Finding> = printed
        .filter_map(|(item, (&printed, implied))| Some((item, printed?, implied)))
        .filter(|&(_, printed, implied)| (printed - implied).abs() > TOLERANCE)
        .map(|(item, printed, implied)| Finding::PullDiffers { item, printed, implied })
        .collect();
    let total = release.total.filter(|&total| (total - implied).points().abs() > TOLERANCE);
    findings.extend(total.map(|printed| Finding::GrowthDiffers { printed, implied }));
    findings
}
