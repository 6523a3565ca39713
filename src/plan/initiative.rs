//! Initiatives that act through turnover: exhibitions, the night economy.

use super::provenance::{Label, Sourced};
use crate::units::{NominalMoney, Share};
use serde::{Deserialize, Serialize};

/// An initiative and the part of its turnover that is new value added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Initiative {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Turnover of each year after the base year; years beyond the list repeat the last.
    pub turnover: Vec<Sourced<NominalMoney>>,
    /// How a year's turnover divides over its quarters; adds to one.
    pub pattern: [Share; 4],
    /// Value added per yuan of turnover.
    pub value_added_rate: Sourced<Share>,
    /// Part that would not have happened anyway.
    pub additionality: Sourced<Share>,
    /// Part that only displaces other local business.
    pub displacement: Sourced<Share>,
    /// How the value added divides over industries; adds to one.
    pub hosts: Vec<Share>,
}
