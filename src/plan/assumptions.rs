//! Plan and scenario resolved: the complete, typed input of one run.

use super::multiplier::Multipliers;
use super::project::Status;
use super::scenario::{Actual, ActualKey};
use super::tier::TierMode;
use crate::units::{Deflator, Grid, NominalMoney, Quarters, Rate, RealMoney, Share, Year};
use std::collections::BTreeMap;

/// Everything one run needs to know, with no default left open.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// The calendar.
    pub grid: Grid,
    /// The year that the tiers speak about.
    pub year: Year,
    /// The industries, in the plan's order.
    pub industries: Vec<IndustryAssumptions>,
    /// Rise of investment prices, by year index; the base year's entry is zero.
    pub investment_prices: Vec<Rate>,
    /// Where local value added per yuan of spending comes from.
    pub multipliers: Multipliers,
    /// Whether the spending of new income counts too (Type II); needs household figures.
    pub induced: bool,
    /// Scale of local value added per yuan of spending.
    pub multiplier_scale: f64,
    /// Index of the construction industry, if the plan has one.
    pub construction: Option<usize>,
    /// Part of the construction industry's effect that official statistics capture.
    pub capture: f64,
    /// Part of project spending that crowds out other spending.
    pub crowding_out: Share,
    /// How spending is carried out in the scenario.
    pub pace: Pace,
    /// How spending is carried out in what the baseline contains.
    pub reference_pace: Pace,
    /// The projects, in the plan's order.
    pub projects: Vec<ProjectAssumptions>,
    /// The initiatives, in the plan's order.
    pub initiatives: Vec<InitiativeAssumptions>,
    /// The tiers, in the plan's order.
    pub tiers: Vec<TierAssumptions>,
    /// Whether growth is judged as published, rounded to 0.1 %.
    pub published_rounding: bool,
    /// The funding sources, in the plan's order.
    pub sources: Vec<SourceAssumptions>,
    /// Figures that are already known.
    pub actuals: BTreeMap<ActualKey, Actual>,
}

/// One industry's baseline and prices.
#[derive(Clone, Debug, PartialEq)]
pub struct IndustryAssumptions {
    /// Value added of the base year, real.
    pub base: RealMoney,
    /// Price level of the base year.
    pub base_price: Deflator,
    /// How the base year divides over its quarters.
    pub quarter_shares: [Share; 4],
    /// Real growth in the scenario, by year index; the base year's entry is zero.
    pub growth: Vec<Rate>,
    /// Real growth in the plan, by year index.
    pub reference_growth: Vec<Rate>,
    /// Rise of the deflator, by year index.
    pub prices: Vec<Rate>,
    /// Persons employed for a year per 亿元 of value added.
    pub jobs: f64,
}

/// How planned spending turns into executed spending.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Part of the available money that is spent in a quarter.
    pub execution: Share,
    /// Part of the money applied for that is awarded.
    pub award: Share,
    /// Part of the money not awarded that is made up from elsewhere.
    pub backfill: Share,
}

/// One project, in the scenario and in what the baseline contains.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectAssumptions {
    /// What becomes of it.
    pub status: Status,
    /// When and how much is to be spent in the scenario.
    pub schedule: Schedule,
    /// When and how much the baseline counts on.
    pub reference: Schedule,
    /// Part of the effect that the baseline does not already contain.
    pub additionality: Share,
    /// Part of construction that displaces other construction.
    pub construction_displacement: Share,
    /// Part of operation that displaces other local business.
    pub operation_displacement: Share,
    /// How spending divides over categories.
    pub mix: Vec<Share>,
    /// How spending divides over funding sources.
    pub sources: Vec<Share>,
    /// Capital per yuan of annual value added.
    pub icor: f64,
    /// Part of the capital that produces value added of its own.
    pub productive: Share,
    /// Time from commissioning to full output.
    pub ramp: Quarters,
    /// How value added in operation divides over industries.
    pub hosts: Vec<Share>,
}

/// A spending plan with its slip and overruns.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// Whole-life total at planned prices, before overrun.
    pub total: NominalMoney,
    /// Cost overrun as a part of the total.
    pub overrun: f64,
    /// Part of the overrun that is dearer work, not more work.
    pub overrun_price: Share,
    /// First moment of spending, slip included.
    pub start: Quarters,
    /// How the total spreads over time.
    pub curve: Curve,
    /// Part of spending that waits for money applied for.
    pub applied: Share,
}

/// How a total spreads over time since the start.
#[derive(Clone, Debug, PartialEq)]
pub enum Curve {
    /// The DHSS curve over a duration, overrun included.
    Dhss {
        /// From first to last spending.
        duration: Quarters,
        /// Shape parameter C.
        c: f64,
        /// Shape parameter K.
        k: f64,
    },
    /// Cumulative share spent at the end of each step since the start; linear within a step.
    Steps {
        /// Cumulative shares, non-decreasing.
        cumulative: Vec<f64>,
        /// Length of one step.
        step: Quarters,
    },
}

/// One initiative, by year index; the base year's entries are zero.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeAssumptions {
    /// Turnover of each year.
    pub turnover: Vec<NominalMoney>,
    /// How a year divides over its quarters.
    pub pattern: [Share; 4],
    /// New local value added per yuan of turnover: rate, additionality and displacement together.
    pub yield_rate: f64,
    /// How value added divides over industries.
    pub hosts: Vec<Share>,
}

/// One tier's criteria.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierAssumptions {
    /// Real growth wanted.
    pub growth: Option<Rate>,
    /// Current-price level wanted.
    pub level: Option<NominalMoney>,
    /// Which tests must hold.
    pub mode: TierMode,
}

/// One funding source's money at hand, by year index; unlimited where absent.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceAssumptions {
    /// Amount at hand in each year.
    pub available: Vec<Option<NominalMoney>>,
}
