//! Industries: how the base year's GDP is made up and how it would grow.

use super::provenance::{Label, Sourced};
use crate::units::{Deflator, Rate, Share};
use serde::{Deserialize, Serialize};

/// One industry of the accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Industry {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Its part of base-year GDP at current prices; the parts add to one.
    pub share: Sourced<Share>,
    /// Price level of the base year against the price base of the real series; 1 unless the
    /// accounts are kept at the prices of an earlier year.
    pub base_price: Deflator,
    /// How the base year divides over its quarters; adds to one.
    pub quarter_shares: [Share; 4],
    /// Real growth of the baseline, for each year after the base year.
    pub growth: Vec<Sourced<Rate>>,
    /// Rise of the industry's deflator, for each year after the base year.
    pub prices: Vec<Sourced<Rate>>,
    /// Persons employed for a year per 亿元 of value added.
    pub jobs: Sourced<f64>,
    /// The basic indicators that planners watch for it.
    pub drivers: Vec<Driver>,
}

/// A basic indicator (基础指标) that an industry's growth is estimated from.
///
/// The industry's growth in the plan year moves by `elasticity · (change of the indicator's growth)`
/// when the indicator departs from its planned growth, so that the plan itself stays as given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Points of industry growth per point of indicator growth.
    pub elasticity: f64,
    /// Planned growth of the indicator in the plan year, at current prices where it is an amount.
    pub growth: Sourced<Rate>,
    /// Price change to be taken off before the indicator speaks about volume.
    pub price: Sourced<Rate>,
}
