//! What one run gives: everything by quarter and industry, and the questions one may ask of it.

use crate::plan::project::Status;
use crate::plan::tier::TierMode;
use crate::units::{Deflator, Grid, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};

/// The outcome of one run.
///
/// Series are indexed by quarter `t` of the grid; by industry first where they are by industry.
/// Annual figures, growth and contributions are computed from them by the functions of
/// `engine::accounting`.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The calendar.
    pub grid: Grid,
    /// The year that the tiers speak about.
    pub year: Year,
    /// Baseline value added, `[industry][quarter]`, with the scenario's growth.
    pub baseline: Vec<Vec<RealMoney>>,
    /// Baseline value added with the plan's growth.
    pub reference_baseline: Vec<Vec<RealMoney>>,
    /// Price level of each industry, `[industry][quarter]`; the base year's is given.
    pub prices: Vec<Vec<Deflator>>,
    /// Value added in the scenario at constant prices, `[industry][quarter]`.
    pub real: Vec<Vec<RealMoney>>,
    /// Value added in the scenario at current prices, `[industry][quarter]`.
    pub nominal: Vec<Vec<NominalMoney>>,
    /// What each project spends and adds.
    pub projects: Vec<ProjectOutcome>,
    /// What each initiative adds, `[initiative]`.
    pub initiatives: Vec<InitiativeOutcome>,
    /// Actual figures less what the model gives, `[industry][quarter]`; zero where nothing is known.
    pub actual_less_model: Vec<Vec<RealMoney>>,
    /// Quarters in which actual figures stand for at least one industry.
    pub known: Vec<bool>,
    /// Industries and quarters that stand as known whatever the levers say, `[industry][quarter]`.
    pub fixed: Vec<Vec<bool>>,
    /// How each tier fares.
    pub tiers: Vec<Attainment>,
    /// Money needed and at hand, `[source][year index]`.
    pub funding: Vec<Vec<Funding>>,
    /// Person-years above the baseline, `[industry][year index]`.
    pub jobs: Vec<Vec<f64>>,
}

/// What one project spends and adds.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectOutcome {
    /// What becomes of it in the scenario.
    pub status: Status,
    /// From the first planned spending to the last, slip and overrun included, in quarters since the
    /// start of the base year; both may be fractional and lie outside the grid.
    pub span: (Quarters, Quarters),
    /// Planned spending by quarter, overrun and slip included.
    pub planned: Vec<NominalMoney>,
    /// Executed spending by quarter.
    pub executed: Vec<NominalMoney>,
    /// Money planned and not yet spent at the end of each quarter.
    pub backlog: Vec<NominalMoney>,
    /// Executed volume beyond what the baseline contains, at prices of its quarter; zero in the base
    /// year, whose figures are given.
    pub increment: Vec<NominalMoney>,
    /// Local volume beyond the baseline at base-year prices, displacement and crowding-out taken off.
    pub volume: Vec<RealMoney>,
    /// Value added by industry per yuan of volume.
    pub unit: Vec<f64>,
    /// First quarter at whose end it is built and paid for; `None` if not within the horizon.
    pub commissioned: Option<usize>,
    /// Value added in operation beyond the baseline, all industries together.
    pub operation: Vec<RealMoney>,
    /// Whether it is in service within the horizon, in the scenario or in what the baseline counts
    /// on; without, its operation is zero throughout.
    pub operates: bool,
    /// How that value added divides over industries.
    pub hosts: Vec<Share>,
}

impl ProjectOutcome {
    /// Value added of one industry through its construction in quarter `t`.
    #[must_use]
    pub fn construction_in(&self, industry: usize, t: usize) -> RealMoney {
        self.volume[t] * self.unit[industry]
    }

    /// Value added of one industry through its operation in quarter `t`.
    #[must_use]
    pub fn operation_in(&self, industry: usize, t: usize) -> RealMoney {
        self.operation[t] * self.hosts[industry]
    }
}

/// What one initiative adds.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeOutcome {
    /// New value added by quarter at current prices, before it divides over industries.
    pub nominal: Vec<NominalMoney>,
    /// New value added at base-year prices, `[industry][quarter]`.
    pub real: Vec<Vec<RealMoney>>,
}

/// How a tier fares in its year.
#[derive(Clone, Debug, PartialEq)]
pub struct Attainment {
    /// Which tests must hold.
    pub mode: TierMode,
    /// Growth asked for.
    pub growth: Option<Rate>,
    /// Level asked for.
    pub level: Option<NominalMoney>,
    /// Whether the growth test holds; `None` without one.
    pub growth_met: Option<bool>,
    /// Whether the level test holds; `None` without one.
    pub level_met: Option<bool>,
    /// Whether the tests that must hold do.
    pub attained: bool,
    /// Growth still missing (positive) or to spare (negative); exactly zero within the tolerance.
    pub growth_gap: Option<Points>,
    /// Level still missing (positive) or to spare (negative); exactly zero within the tolerance.
    pub level_gap: Option<NominalMoney>,
    /// Current-price level at which the growth test would just hold.
    pub level_of_growth: Option<NominalMoney>,
    /// Which test decides.
    pub binding: Test,
    /// Current-price GDP missing (positive) or to spare (negative) by the deciding test.
    pub binding_gap: NominalMoney,
    /// Base-year GDP at which growth and level would say the same without a price change.
    pub implied_base: Option<NominalMoney>,
    /// Rise of the deflator at which growth and level would say the same on the base in use.
    pub implied_deflator: Option<Rate>,
    /// When the sum of the last four quarters first reaches the level, in quarters since the start
    /// of the base year (4 is the end of the base year); `None` if not within the horizon.
    pub level_crossing: Option<Quarters>,
    /// First quarter whose year-to-date growth meets the growth asked for and keeps it to the end of
    /// the year.
    pub growth_crossing: Option<usize>,
    /// What the rest of the year must do; `None` once the year is over or nothing is known yet.
    pub required: Option<Required>,
}

impl Attainment {
    /// How far GDP is beyond what the tier comes down to, at current prices: negative where it falls
    /// short.
    #[must_use]
    pub fn beyond(&self) -> NominalMoney {
        NominalMoney::ZERO - self.binding_gap
    }

    /// The current-price level that the tier comes down to, by the tests that must hold: GDP that
    /// stands there just reaches it. `None` for a tier without criteria.
    pub fn asks_for(&self) -> Option<NominalMoney> {
        match (self.level, self.level_of_growth, self.mode) {
            (Some(level), Some(growth), TierMode::Both) => Some(level.max(growth)),
            (Some(level), Some(growth), TierMode::Any) => Some(level.min(growth)),
            (Some(level), _, TierMode::Level) | (Some(level), None, _) => Some(level),
            (_, growth, _) => growth,
        }
    }
}

/// Which of a tier's tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Growth at constant prices.
    Growth,
    /// Level at current prices.
    Level,
}

/// What the quarters still open must do for a tier to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Required {
    /// How many quarters of the year are already known.
    pub known: usize,
    /// Growth of the known quarters together over the same quarters of the year before.
    pub so_far: Rate,
    /// Real growth over the year before that each open quarter needs for the growth test.
    pub by_growth: Option<Rate>,
    /// Real growth that each open quarter needs for the level test, at the scenario's prices.
    pub by_level: Option<Rate>,
    /// The growth that decides, by the tier's mode.
    pub growth: Rate,
    /// Part of the year's goal that should be done by now, by last year's quarters (序时进度).
    pub pace: Share,
    /// Part of the year's goal that is done: of its level where the tier tests one, of the real GDP
    /// that its growth asks for otherwise.
    pub done: Share,
}

/// Money from one source in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funding {
    /// What the executed spending needs.
    pub need: NominalMoney,
    /// What is at hand; unlimited if absent.
    pub available: Option<NominalMoney>,
}

impl Funding {
    /// What is missing (positive) or left over (negative); `None` where nothing limits it.
    #[must_use]
    pub fn gap(self) -> Option<NominalMoney> {
        self.available.map(|available| self.need - available)
    }
}

/// A quantity of the whole economy for one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annual {
    /// GDP at constant prices.
    pub real: RealMoney,
    /// GDP at current prices.
    pub nominal: NominalMoney,
    /// Implicit GDP deflator.
    pub deflator: Deflator,
}

/// A table of contributions to growth that adds up exactly, by row and by industry.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The rows in order: baseline, changed growth, projects, initiatives, actuals.
    pub rows: Vec<Contribution>,
    /// Each industry's total.
    pub by_industry: Vec<Points>,
    /// Growth in percentage points.
    pub total: Points,
}

/// One row of the contribution table.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// What contributes.
    pub origin: Origin,
    /// Its contribution through each industry.
    pub by_industry: Vec<Points>,
    /// All industries together.
    pub total: Points,
}

/// What a contribution comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The baseline as the plan has it.
    Baseline,
    /// What the scenario changes in the growth of industries.
    ChangedGrowth,
    /// Construction of a project.
    Construction(usize),
    /// Operation of a project.
    Operation(usize),
    /// An initiative.
    Initiative(usize),
    /// Actual figures less what the model gives.
    ActualLessModel,
}

/// Project money of one year, at the prices paid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spending {
    /// What was planned for the year.
    pub planned: NominalMoney,
    /// What is spent in the year, money carried over from earlier years included.
    pub executed: NominalMoney,
    /// What is carried over at the end of the year.
    pub backlog: NominalMoney,
}
