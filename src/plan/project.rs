//! Projects and cohorts of projects: how money is spent and what it leaves behind.

use super::provenance::{Label, Sourced};
use crate::units::{NominalMoney, Quarters, Share};
use serde::{Deserialize, Serialize};

/// A project, or a cohort of `count` projects that share one profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Index into the plan's pillars, if it belongs to one.
    pub pillar: Option<usize>,
    /// How many projects the record stands for.
    pub count: u32,
    /// How far it has come when the plan is made.
    pub stage: Stage,
    /// Whether the plan counts on it, leaves it out, or has cancelled it.
    pub status: Status,
    /// Whole-life investment, all projects of the record together, at planned prices.
    pub total: Sourced<NominalMoney>,
    /// When the money is to be spent.
    pub profile: Profile,
    /// How spending divides over the plan's spend categories; adds to one.
    pub mix: Vec<Share>,
    /// How spending divides over the plan's funding sources; adds to one.
    pub sources: Vec<Share>,
    /// Part of spending that waits for money that has been applied for; the lever's value if absent.
    pub applied: Option<Share>,
    /// Part of the effect that the baseline does not already contain; the lever's value for its
    /// stage if absent.
    pub additionality: Option<Share>,
    /// Part of construction that only displaces other construction; the lever's value if absent.
    pub construction_displacement: Option<Share>,
    /// Part of operation that only displaces other local business; the lever's value if absent.
    pub operation_displacement: Option<Share>,
    /// Capital per yuan of annual value added once in full operation; the lever's value if absent.
    pub icor: Option<f64>,
    /// Part of the capital that produces value added of its own.
    pub productive: Share,
    /// Time from commissioning to full output; the lever's value if absent.
    pub ramp: Option<Quarters>,
    /// How value added in operation divides over industries; adds to one.
    pub hosts: Vec<Share>,
    /// Whether the lever "reserve started this year" sets how much of it goes ahead.
    pub pooled: bool,
}

/// How far a project has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// In the reserve list: not part of this year's plan.
    Reserve,
    /// In this year's plan and still to break ground.
    Starting,
    /// Under construction since an earlier year.
    Building,
    /// Commissioned, output still rising.
    Operating,
    /// At full output.
    Full,
}

impl Stage {
    /// Whether a late start can still delay it.
    #[must_use]
    pub fn awaits_start(self) -> bool {
        matches!(self, Self::Reserve | Self::Starting)
    }
}

/// What becomes of a project in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Goes ahead.
    On,
    /// Ignored, as if neither the plan nor the baseline had known it.
    Off,
    /// Called off although the baseline counted on it: what the baseline contains is lost.
    Cancelled,
}

/// When the money is to be spent, before slip and overrun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Profile {
    /// The DHSS curve: slow, fast, slow. `c` = 0 and `k` = 3 give 3x² − 2x³.
    SCurve {
        /// First quarter of spending, counted from the start of the base year.
        start: Quarters,
        /// From first to last spending.
        duration: Quarters,
        /// Shape parameter C.
        c: f64,
        /// Shape parameter K.
        k: f64,
    },
    /// A share of the whole-life total in each year, as annual investment plans are written.
    Annual {
        /// First quarter of spending.
        start: Quarters,
        /// Share of the total in each year from the start; the lever's value each year, until all
        /// is spent, if empty.
        shares: Vec<Share>,
        /// How a year's share divides over its quarters; adds to one.
        pattern: [Share; 4],
    },
    /// Amounts quarter by quarter; they add to the total.
    Explicit {
        /// First quarter of spending.
        start: Quarters,
        /// Amount in each quarter from the start.
        amounts: Vec<NominalMoney>,
    },
}

impl Profile {
    /// When spending is planned to begin.
    #[must_use]
    pub fn start(&self) -> Quarters {
        match self {
            Self::SCurve { start, .. }
            | Self::Annual { start, .. }
            | Self::Explicit { start, .. } => *start,
        }
    }
}
