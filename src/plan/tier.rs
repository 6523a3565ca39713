//! The goals that a plan sets for GDP.

use super::provenance::{Label, Sourced};
use crate::units::{NominalMoney, Rate};
use serde::{Deserialize, Serialize};

/// One goal: a growth rate at constant prices, a level at current prices, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// Short name used in tables, links and files: `target`, `strive`, `stretch` or the plan's own.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Real growth over the year before, if the plan names one.
    pub growth: Option<Sourced<Rate>>,
    /// Current-price level, if the plan names one.
    pub level: Option<Sourced<NominalMoney>>,
    /// Which tests must hold.
    pub mode: TierMode,
}

/// Which of a tier's tests must hold for it to be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TierMode {
    /// Growth and level.
    #[default]
    Both,
    /// Growth alone.
    Growth,
    /// Level alone.
    Level,
    /// Either of them.
    Any,
}
