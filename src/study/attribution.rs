//! Fair attribution: the difference of two scenarios divided over what was changed.

use crate::plan::change::Change;
use crate::units::{NominalMoney, Points};
use serde::{Deserialize, Serialize};

/// The difference and its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Each change with what it is worth, the largest first; they add up to the whole exactly.
    pub parts: Vec<Part>,
    /// GDP of the tiers' year at current prices, later scenario less earlier.
    pub nominal: NominalMoney,
    /// Real growth of the tiers' year, later less earlier.
    pub growth: Points,
    /// Whether every order of the changes was tried, not only some drawn orders.
    pub exact: bool,
}

/// One change and its part of the difference, averaged over the orders in which changes could be
/// made (Shapley's value).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What was changed.
    pub change: Change,
    /// Its part of the difference in current-price GDP.
    pub nominal: NominalMoney,
    /// Its part of the difference in growth.
    pub growth: Points,
}
