//! The schema of an outcome document: what each field means.

use crate::engine::outcome::Required;
use crate::plan::project::Status;
use crate::plan::tier::TierMode;
use crate::units::{Deflator, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};
use serde::Serialize;
use std::collections::BTreeMap;

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Always `mogao-outcome`.
    pub format: &'static str,
    /// Version of the schema; rises when a field changes its meaning or goes.
    pub version: u64,
    /// Id of the plan.
    pub plan: String,
    /// Name of the scenario; `null` for the plan as written.
    pub scenario: Option<String>,
    /// The year that the tiers speak about.
    pub year: Year,
    /// GDP and its industries by year.
    pub annual: BTreeMap<String, Accounts>,
    /// GDP and its industries by quarter.
    pub quarterly: BTreeMap<String, Accounts>,
    /// What each year's growth is made of, from the first year after the base year.
    pub contributions: BTreeMap<String, ContributionTable>,
    /// How each tier fares, in the plan's order.
    pub tiers: Vec<TierReport>,
    /// Each project, in the plan's order.
    pub projects: Vec<ProjectReport>,
    /// Each initiative, in the plan's order.
    pub initiatives: Vec<InitiativeReport>,
    /// Money by source and year.
    pub funding: BTreeMap<String, BTreeMap<String, FundingReport>>,
    /// Person-years above the baseline by year and industry.
    pub jobs: BTreeMap<String, BTreeMap<String, f64>>,
    /// Value added of projects at current prices per yuan of public money spent, by year.
    pub value_added_per_public_yuan: BTreeMap<String, Option<f64>>,
}

/// GDP of a year or quarter and its industries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Accounts {
    /// All industries together.
    #[serde(flatten)]
    pub total: Account,
    /// Each industry.
    pub industries: BTreeMap<String, Account>,
}

/// Value added of a year or quarter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Account {
    /// At base-year prices.
    pub real: RealMoney,
    /// At current prices.
    pub nominal: NominalMoney,
    /// Price level against the base year.
    pub deflator: Deflator,
    /// Real growth over the same time of the year before.
    pub growth: Option<Rate>,
    /// For quarters: real growth since the start of the year over the same time of the year before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_to_date_growth: Option<Rate>,
    /// The baseline with the scenario's growth, base-year prices.
    pub baseline: RealMoney,
    /// Actual figures less what the model gives, base-year prices.
    pub actual_less_model: RealMoney,
}

/// Contributions to the growth of one year, percentage points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContributionTable {
    /// Growth.
    pub total: Points,
    /// Each industry's contribution.
    pub by_industry: BTreeMap<String, Points>,
    /// Each industry's part of growth; `null` where growth is nothing, negative or too small.
    pub share_by_industry: BTreeMap<String, Option<Share>>,
    /// The rows in order.
    pub rows: Vec<ContributionRow>,
}

/// One row of a contribution table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContributionRow {
    /// Its name.
    pub id: String,
    /// All industries together.
    pub total: Points,
    /// Through each industry.
    pub by_industry: BTreeMap<String, Points>,
}

/// How a tier fares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TierReport {
    /// Its id.
    pub id: String,
    /// Which tests must hold.
    pub mode: TierMode,
    /// Growth asked for.
    pub growth: Option<Rate>,
    /// Level asked for.
    pub level: Option<NominalMoney>,
    /// Whether the growth test holds.
    pub growth_met: Option<bool>,
    /// Whether the level test holds.
    pub level_met: Option<bool>,
    /// Whether the tier is reached.
    pub attained: bool,
    /// Growth missing (positive) or to spare, percentage points.
    pub growth_gap: Option<Points>,
    /// Level missing (positive) or to spare.
    pub level_gap: Option<NominalMoney>,
    /// Current-price level at which the growth test would just hold.
    pub level_of_growth: Option<NominalMoney>,
    /// The test that decides: `growth` or `level`.
    pub binding: &'static str,
    /// Current-price GDP missing (positive) or to spare by the deciding test.
    pub binding_gap: NominalMoney,
    /// Base-year GDP at which growth and level would agree without a price change.
    pub implied_base: Option<NominalMoney>,
    /// Rise of the deflator at which they would agree on the base in use.
    pub implied_deflator: Option<Rate>,
    /// When the last four quarters' sum reaches the level, in quarters since the start of the base
    /// year.
    pub level_crossing: Option<Quarters>,
    /// The quarter from which year-to-date growth meets the growth asked for.
    pub growth_crossing: Option<String>,
    /// Growth added to every industry alike that just reaches the tier.
    pub common_uplift: Option<Rate>,
    /// What the rest of the year must do, once part of it is known.
    pub required: Option<RequiredReport>,
}

/// What the rest of the year must do.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RequiredReport {
    /// Quarters of the year already known.
    pub known: usize,
    /// Growth of the known quarters.
    pub so_far: Rate,
    /// Growth that each open quarter needs for the growth test.
    pub by_growth: Option<Rate>,
    /// Growth that each open quarter needs for the level test.
    pub by_level: Option<Rate>,
    /// The growth that decides.
    pub growth: Rate,
    /// Part of the year's goal due by now.
    pub pace: Share,
    /// Part of the year's goal done.
    pub done: Share,
}

/// One project.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProjectReport {
    /// Its id.
    pub id: String,
    /// What becomes of it.
    pub status: Status,
    /// The quarter at whose end it is commissioned.
    pub commissioned: Option<String>,
    /// Value added per yuan of volume by industry.
    pub unit: BTreeMap<String, f64>,
    /// Year by year.
    pub annual: BTreeMap<String, ProjectYear>,
    /// Quarter by quarter.
    pub quarterly: BTreeMap<String, ProjectQuarter>,
}

/// One project in one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ProjectYear {
    /// Planned spending.
    pub planned: NominalMoney,
    /// Executed spending.
    pub executed: NominalMoney,
    /// Executed against planned.
    pub completion: Option<Share>,
    /// Value added through construction beyond the baseline, base-year prices.
    pub construction: RealMoney,
    /// Value added in operation beyond the baseline, base-year prices.
    pub operation: RealMoney,
}

/// One project in one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ProjectQuarter {
    /// Planned spending.
    pub planned: NominalMoney,
    /// Executed spending.
    pub executed: NominalMoney,
    /// Carried over at the end of the quarter.
    pub backlog: NominalMoney,
    /// Executed volume beyond what the baseline contains, prices of the quarter.
    pub increment: NominalMoney,
    /// Local volume beyond the baseline, base-year prices.
    pub volume: RealMoney,
    /// Value added in operation beyond the baseline, base-year prices.
    pub operation: RealMoney,
}

/// One initiative.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InitiativeReport {
    /// Its id.
    pub id: String,
    /// Value added by year, base-year prices.
    pub annual: BTreeMap<String, RealMoney>,
}

/// Money from one source in one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FundingReport {
    /// What executed spending needs.
    pub need: NominalMoney,
    /// What is at hand; `null` where unlimited.
    pub available: Option<NominalMoney>,
    /// Missing (positive) or left over; `null` where unlimited.
    pub gap: Option<NominalMoney>,
}

impl From<Required> for RequiredReport {
    fn from(required: Required) -> Self {
        let Required { known, so_far, by_growth, by_level, growth, pace, done } = required;
        Self { known, so_far, by_growth, by_level, growth, pace, done }
    }
}
