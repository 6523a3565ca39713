//! What can be explained: every figure that a formula stands behind.

use crate::engine::heading::Heading;
use crate::engine::outcome::Origin;
use crate::plan::lever::Lever;
use crate::units::Year;

/// A figure whose derivation can be opened.
///
/// Industries, projects, initiatives, tiers, categories and sources are named by their index in the
/// plan, quarters by their index in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// GDP of a year at current prices.
    Gdp(Year),
    /// GDP of a year at constant prices.
    RealGdp(Year),
    /// Real growth of a year.
    Growth(Year),
    /// The implicit GDP deflator of a year.
    Deflator(Year),
    /// One industry's price level in a year.
    Price(usize, Year),
    /// The price level of investment in a year.
    InvestmentPrice(Year),
    /// Whether a tier is reached, and what it lacks.
    Tier(usize),
    /// The baseline of a year.
    Baseline(Course, Year),
    /// One industry's baseline of a year.
    IndustryBaseline(Course, usize, Year),
    /// One industry's real value added of a year.
    Industry(usize, Year),
    /// Value added of a year through projects being built.
    Building(Year),
    /// Value added of a year through projects in service.
    Operating(Year),
    /// Value added of a year through initiatives.
    Initiatives(Year),
    /// Actual figures of a year less the model.
    Actuals(Year),
    /// One row of the contribution table.
    Contribution(Origin, Year),
    /// Contributions gathered under a heading.
    Heading(Heading, Year),
    /// What a project adds to a year's GDP.
    Project(usize, Year),
    /// What a project adds to a year's GDP while it is built.
    ProjectBuilding(usize, Year),
    /// What a project in service adds to a year's GDP.
    ProjectOperation(usize, Year),
    /// A year's value added of a project at full output.
    FullOutput(Course, usize),
    /// When a project comes into service.
    Service(Course, usize),
    /// The part of a cost overrun that buys nothing.
    DearerWork(Course),
    /// What a project spends in a year.
    Executed(Course, usize, Year),
    /// What a project spends in a quarter.
    Quarter(Course, usize, usize),
    /// What a project costs in all.
    Cost(Course, usize),
    /// When a project's money is to be spent.
    Schedule(Course, usize),
    /// How much of the pooled reserve goes ahead.
    ReserveStarted,
    /// What a yuan of a project's spending leaves in the district.
    UnitEffect(usize),
    /// What a yuan of one kind of spending leaves in the district.
    Category(usize),
    /// The same in one industry: industry, category.
    Cell(usize, usize),
    /// What an initiative adds to a year's GDP.
    Initiative(usize, Year),
    /// A number that may be set.
    Lever(Lever),
    /// Money needed from a source in a year.
    Funding(usize, Year),
    /// Person-years above the baseline in a year.
    Jobs(Year),
}

/// Which of two courses of events: the scenario's, or the one that the baseline counts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// As the scenario has it.
    Scenario,
    /// As the plan has it, which the baseline already contains.
    Plan,
}
