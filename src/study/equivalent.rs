//! The gap exchange rate: what closes the gap to a tier, one thing at a time.

use super::Move;
use crate::units::{NominalMoney, Rate};
use serde::{Deserialize, Serialize};

/// One thing that is worth the gap, or as much of it as it can be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Equivalent {
    /// What it is.
    pub kind: EquivalentKind,
    /// Whether it closes the gap alone.
    pub enough: bool,
    /// GDP still missing when it is done; zero or less where it is enough.
    pub gap: NominalMoney,
    /// What to set so that it is done; empty where it cannot be done by levers.
    pub moves: Vec<Move>,
}

/// What is worth the gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EquivalentKind {
    /// Growth of every industry alike.
    Growth(Rate),
    /// More executed spending in the tiers' year.
    Spending(NominalMoney),
    /// One lever alone; its move is the only one.
    Lever,
    /// So many projects a quarter earlier, those that give most first.
    Earlier {
        /// Indices of the projects.
        projects: Vec<usize>,
    },
}
