//! What breaks first: the smallest mix of bad news that loses the tier that is reached, and the
//! cheapest repair.

use super::Move;
use super::recipe::Way;
use crate::units::NominalMoney;
use serde::{Deserialize, Serialize};

/// The weakest point of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakingPoint {
    /// The highest tier that is reached.
    pub tier: usize,
    /// The bad news, the part that does most first; empty where nothing plausible loses the tier.
    pub news: Vec<Move>,
    /// How far the news goes, as a part of what is plausible: 1 is one lever at the end of its
    /// plausible range.
    pub size: f64,
    /// GDP missing for the tier once the news has come.
    pub gap: NominalMoney,
    /// The cheapest way back with the news standing; absent where there is no news.
    pub repair: Option<Way>,
}
