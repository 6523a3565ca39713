//! Sensitivity: how far the answer swings when one lever goes from one end of what is plausible to
//! the other.

use crate::plan::lever::Lever;
use crate::units::{NominalMoney, Rate, Share};
use serde::{Deserialize, Serialize};

/// Every lever that makes a difference, the widest swing of growth first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// One row of the tornado for each lever.
    pub swings: Vec<Swing>,
}

/// What one lever does between the ends of what is plausible, all others as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// Which lever.
    pub lever: Lever,
    /// Its value at the lower end.
    pub low: f64,
    /// Its value at the upper end.
    pub high: f64,
    /// Real growth of the tiers' year at either end, lower end first.
    pub growth: [Rate; 2],
    /// GDP missing for the tier asked about at either end; negative is to spare.
    pub gap: [NominalMoney; 2],
    /// Odds of the tier at either end; absent until the futures are drawn.
    pub odds: Option<[Share; 2]>,
    /// Spearman's rank correlation with growth over the drawn futures; absent for what is not drawn.
    pub rank_with_growth: Option<f64>,
    /// The same with the gap to the tier.
    pub rank_with_gap: Option<f64>,
}
