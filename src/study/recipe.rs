//! Recipes: the nearest ways to a level of GDP.

use super::Move;
use crate::units::{NominalMoney, Rate};
use serde::{Deserialize, Serialize};

/// What a way there keeps small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Recipe {
    /// Every lever moves a little, each in proportion to what it can plausibly do.
    LeastChange,
    /// Levers that cost no money first, then those that give most for it.
    LeastMoney,
    /// Time alone: projects start earlier, the reserve first where that gives most.
    EarliestStart,
}

impl Recipe {
    /// All of them in the order of the screen.
    pub const ALL: [Self; 3] = [Self::LeastChange, Self::LeastMoney, Self::EarliestStart];
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Goal {
    /// To reach a tier, by the tests its mode names.
    Tier(usize),
    /// To bring GDP of the tiers' year at current prices to a level, up or down.
    Level(NominalMoney),
}

/// One way there, or as far as it leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// What it keeps small.
    pub recipe: Recipe,
    /// Whether it gets there.
    pub reached: bool,
    /// The levers it moves; empty where nothing has to be or can be moved.
    pub moves: Vec<Move>,
    /// GDP of the tiers' year at current prices at its end.
    pub nominal: NominalMoney,
    /// Real growth of the tiers' year at its end.
    pub growth: Rate,
    /// GDP still missing at its end; zero or less where it gets there.
    pub gap: NominalMoney,
    /// Executed spending of the tiers' year beyond that of the scenario.
    pub spending: NominalMoney,
}
