//! Odds: in how many of the possible futures each tier is reached.
//!
//! ```text
//! plan ─► Source (which futures)     scenario ─► Futures (what happens in them)
//!                     └──► Sample ──► Drawn figures ──► Odds
//! ```
//!
//! A [`Source`](super::draws::Source) follows from the plan and the seed, [`Futures`] from plan and
//! scenario. Any range of the draws may be run anywhere; [`Odds::of`] puts the figures together, and
//! the result has the same bits however they were divided.

mod accuracy;
mod drawn;
mod futures;
mod live;
mod ranks;
mod study;
mod touch;

pub use accuracy::{Accuracy, Choice};
pub use drawn::DrawnFigures;
pub use futures::Futures;
pub use live::LiveOdds;
pub use ranks::ChanceStudy;
pub use study::OddsStudy;

pub(in crate::study) use drawn::TierTest;

use crate::units::{NominalMoney, Rate, Share};
use serde::{Deserialize, Serialize};

/// How many futures to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Draws {
    /// While a lever is in someone's hand: 512.
    Preview,
    /// After it is let go: 4,096.
    Settled,
    /// When nothing else is to be done: 16,384.
    Fine,
}

impl Draws {
    /// How many that are.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::Preview => 512,
            Self::Settled => 4_096,
            Self::Fine => 16_384,
        }
    }
}

/// What the drawn futures say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odds {
    /// How many futures were drawn.
    pub draws: usize,
    /// Each tier, in the plan's order.
    pub tiers: Vec<TierOdds>,
    /// GDP of the tiers' year at current prices.
    pub gdp: Band<NominalMoney>,
    /// Real growth of the tiers' year.
    pub growth: Band<Rate>,
    /// GDP of the four quarters that end with each quarter of the grid, at current prices.
    pub trailing: Vec<Band<NominalMoney>>,
}

/// How often one tier is reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TierOdds {
    /// By the tests that its mode names.
    pub attained: Share,
    /// By growth alone, where it tests growth.
    pub by_growth: Option<Share>,
    /// By level alone, where it tests a level.
    pub by_level: Option<Share>,
    /// Standard error of `attained` that comes from drawing only so many futures.
    pub error: Share,
}

/// Where the middle of the futures lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band<T> {
    /// One future in ten lies below.
    pub low: T,
    /// Half of the futures lie below.
    pub middle: T,
    /// One future in ten lies above.
    pub high: T,
}
