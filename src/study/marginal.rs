//! What each project adds to GDP and to the odds, and how often it decides.

use crate::units::{NominalMoney, Points, Share};
use serde::{Deserialize, Serialize};

/// One project against the same scenario without it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marginal {
    /// Index of the project.
    pub project: usize,
    /// GDP of the tiers' year at current prices that it adds; negative where it takes away.
    pub nominal: NominalMoney,
    /// Growth of the tiers' year that it adds.
    pub growth: Points,
    /// Odds of each tier that it adds; a difference of shares, negative where it takes away.
    pub odds: Vec<Share>,
    /// Part of the futures in which it decides about each tier: reached with it and missed without,
    /// or the other way round.
    pub decides: Vec<Share>,
}
