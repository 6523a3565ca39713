//! Levers: the numbers that a planner may set. They are declared here and nowhere else.
//!
//! A [`Kind`] is a declaration: its key, group, unit and direction. A [`Lever`] is one instance, such
//! as the growth of one industry in one year. A plan's `levers.csv` gives each kind its numbers
//! ([`LeverNumbers`]); defaults that the plan holds elsewhere (growth, tiers, initiatives) come from
//! there. The slider, field, help, file, link, comparison and every study read [`LeverSpec`].

mod catalogue;
mod numbers;

pub use catalogue::{catalogue, default, find, spec};
pub use numbers::{LeverNumbers, LeverSpec, Span};

use super::Plan;
use crate::units::Year;
use serde::{Deserialize, Serialize};

/// Where a lever stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Growth of industries.
    Growth,
    /// Deflators and investment prices.
    Prices,
    /// How project money is planned and carried out.
    Investment,
    /// What project money leaves in the district.
    Effects,
    /// Exhibitions, night economy and the like.
    Initiatives,
    /// Base year and tiers.
    Goals,
}

impl Group {
    /// All groups in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Growth,
        Self::Investment,
        Self::Initiatives,
        Self::Prices,
        Self::Effects,
        Self::Goals,
    ];
}

/// What a lever's number means and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A rate of change; a fraction inside, written in %.
    Rate,
    /// A difference of rates; a fraction inside, written in percentage points.
    RateDifference,
    /// A part of a whole; a fraction inside, written in %.
    Share,
    /// 亿元.
    Money,
    /// Quarters of a year.
    Quarters,
    /// A plain factor.
    Factor,
}

/// Which way GDP of the plan year goes when the lever goes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// GDP rises or stays.
    Raises,
    /// GDP falls or stays.
    Lowers,
    /// It depends, or GDP is not touched.
    Unclear,
}

/// How a lever's value is drawn when futures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// It is decided or defined, and stands as it is set.
    Never,
    /// Nobody knows it exactly: each future draws one value for all that it touches.
    Once,
    /// The same, and each project draws its own.
    Each,
}

/// Whether people can do something about a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InHand {
    /// A bureau can work on it: a recipe may move it.
    Moves,
    /// It is a property of the place, a definition or a matter of chance: a recipe leaves it.
    Stays,
}

impl Kind {
    /// The value at which it changes nothing, for plans that do not use it.
    fn without_effect(self) -> f64 {
        match self {
            Self::Execution | Self::Award | Self::MultiplierScale | Self::Capture => 1.0,
            // No amount of capital yields value added.
            Self::Icor => f64::INFINITY,
            _ => 0.0,
        }
    }
}

/// What a kind of lever has one instance for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The plan as a whole.
    Plan,
    /// Each year after the base year.
    Year,
    /// Each industry in each year after the base year.
    IndustryYear,
    /// Each basic indicator of an industry.
    Driver,
    /// Each initiative.
    Initiative,
    /// Each tier.
    Tier,
    /// Each project: reached through the project, not listed in the catalogue.
    Project,
}

/// Declares the kinds once: variant, key, group, unit, scope, direction, how it is drawn, and whether
/// a recipe may move it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $group:ident, $unit:ident, $scope:ident, $direction:ident,
        $drawn:ident, $hand:ident;)*) => {
        /// A kind of lever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Kind {
            $($(#[$doc])* #[serde(rename = $key)] $name,)*
        }

        impl Kind {
            /// All kinds in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in tables, links and files.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// Where it stands on the screen.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// What its number means.
            #[must_use]
            pub fn unit(self) -> Unit {
                match self { $(Self::$name => Unit::$unit,)* }
            }

            /// What it has one instance for.
            #[must_use]
            pub fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)* }
            }

            /// Which way GDP goes when it goes up.
            #[must_use]
            pub fn direction(self) -> Direction {
                match self { $(Self::$name => Direction::$direction,)* }
            }

            /// How it is drawn when futures are.
            #[must_use]
            pub fn drawn(self) -> Drawn {
                match self { $(Self::$name => Drawn::$drawn,)* }
            }

            /// Whether a recipe may move it.
            #[must_use]
            pub fn in_hand(self) -> InHand {
                match self { $(Self::$name => InHand::$hand,)* }
            }
        }
    };
}

kinds! {
    /// Growth added to every industry alike in one year.
    CommonGrowth = "common-growth", Growth, RateDifference, Year, Raises, Never, Stays;
    /// Real growth of one industry's baseline in one year.
    Growth = "growth", Growth, Rate, IndustryYear, Raises, Once, Moves;
    /// Growth of a basic indicator in the plan year.
    DriverGrowth = "driver", Growth, Rate, Driver, Raises, Never, Stays;
    /// Rise added to every industry's deflator alike in one year.
    CommonPrice = "common-price", Prices, RateDifference, Year, Raises, Once, Stays;
    /// Rise of one industry's deflator in one year.
    Price = "price", Prices, Rate, IndustryYear, Raises, Never, Stays;
    /// Rise of investment prices in one year.
    InvestmentPrice = "investment-price", Prices, Rate, Year, Lowers, Never, Stays;
    /// Part of the available money that is spent in a quarter.
    Execution = "execution", Investment, Share, Plan, Raises, Once, Moves;
    /// This year's planned investment as a part of the whole-life total.
    AnnualShare = "annual-share", Investment, Share, Plan, Raises, Never, Moves;
    /// Part of the reserve's value that starts this year.
    ReserveStart = "reserve-start", Investment, Share, Plan, Raises, Never, Moves;
    /// Delay of projects that have still to start.
    Slip = "slip", Investment, Quarters, Plan, Lowers, Each, Moves;
    /// Part of the money applied for that is awarded.
    Award = "award", Investment, Share, Plan, Raises, Once, Moves;
    /// Part of spending that waits for money applied for.
    Applied = "applied", Investment, Share, Plan, Lowers, Never, Stays;
    /// Part of the money not awarded that is made up from elsewhere.
    Backfill = "backfill", Investment, Share, Plan, Raises, Never, Moves;
    /// Works taking longer than planned.
    DurationOverrun = "duration-overrun", Investment, Share, Plan, Lowers, Each, Stays;
    /// Works costing more than planned.
    CostOverrun = "cost-overrun", Investment, Share, Plan, Unclear, Each, Stays;
    /// Part of a cost overrun that is dearer work, not more work.
    OverrunPrice = "overrun-price", Effects, Share, Plan, Unclear, Never, Stays;
    /// Part of continuing projects' effect that the baseline does not already contain.
    AdditionalityBuilding = "additionality-building", Effects, Share, Plan, Raises, Once, Stays;
    /// The same for new starts of the annual list.
    AdditionalityStarting = "additionality-starting", Effects, Share, Plan, Raises, Once, Stays;
    /// The same for reserve projects brought forward.
    AdditionalityReserve = "additionality-reserve", Effects, Share, Plan, Raises, Once, Stays;
    /// Part of construction that displaces other construction.
    ConstructionDisplacement = "construction-displacement", Effects, Share, Plan, Lowers, Once, Stays;
    /// Part of operation that displaces other local business.
    OperationDisplacement = "operation-displacement", Effects, Share, Plan, Lowers, Once, Stays;
    /// Part of project spending that crowds out other spending.
    CrowdingOut = "crowding-out", Effects, Share, Plan, Lowers, Once, Stays;
    /// Scale of local value added per yuan of spending.
    MultiplierScale = "multiplier-scale", Effects, Factor, Plan, Raises, Once, Stays;
    /// Part of the construction effect that official statistics capture.
    Capture = "capture", Effects, Factor, Plan, Raises, Never, Stays;
    /// Capital per yuan of annual value added in operation.
    Icor = "icor", Effects, Factor, Plan, Lowers, Once, Stays;
    /// Time from commissioning to full output.
    Ramp = "ramp", Effects, Quarters, Plan, Lowers, Never, Stays;
    /// Start of a project against the plan; negative is earlier.
    Delay = "delay", Investment, Quarters, Project, Lowers, Never, Moves;
    /// Size of a project against the plan.
    Size = "size", Investment, Share, Project, Raises, Never, Stays;
    /// Turnover of an initiative in the plan year.
    Turnover = "turnover", Initiatives, Money, Initiative, Raises, Never, Moves;
    /// Value added per yuan of an initiative's turnover.
    ValueAddedRate = "value-added-rate", Initiatives, Share, Initiative, Raises, Never, Stays;
    /// Part of an initiative's turnover that would not have happened anyway.
    InitiativeAdditionality = "initiative-additionality", Initiatives, Share, Initiative, Raises, Once, Stays;
    /// Part of an initiative's turnover that displaces other local business.
    InitiativeDisplacement = "initiative-displacement", Initiatives, Share, Initiative, Lowers, Never, Stays;
    /// GDP of the base year.
    BaseGdp = "base-gdp", Goals, Money, Plan, Raises, Never, Stays;
    /// Growth that a tier asks for.
    TierGrowth = "tier-growth", Goals, Rate, Tier, Unclear, Never, Stays;
    /// Level that a tier asks for.
    TierLevel = "tier-level", Goals, Money, Tier, Unclear, Never, Stays;
}

/// One lever: a kind and, where it has more than one instance, which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lever {
    /// The declaration it follows.
    pub kind: Kind,
    /// Index of the industry, initiative, tier or project; zero where there is one instance only.
    pub item: usize,
    /// Index of the basic indicator within its industry; zero elsewhere.
    pub driver: usize,
    /// The year it sets; the base year where it is not set by year.
    pub year: Year,
}

impl Lever {
    /// A lever with one instance for the whole plan.
    #[must_use]
    pub fn of_plan(kind: Kind, plan: &Plan) -> Self {
        Self { kind, item: 0, driver: 0, year: plan.grid.base_year }
    }

    /// A lever with one instance for each year.
    #[must_use]
    pub fn of_year(kind: Kind, year: Year) -> Self {
        Self { kind, item: 0, driver: 0, year }
    }

    /// A lever with one instance for each industry and year.
    #[must_use]
    pub fn of_industry(kind: Kind, industry: usize, year: Year) -> Self {
        Self { kind, item: industry, driver: 0, year }
    }

    /// A lever with one instance for each initiative, tier or project.
    #[must_use]
    pub fn of_item(kind: Kind, item: usize, plan: &Plan) -> Self {
        Self { kind, item, driver: 0, year: plan.grid.base_year }
    }

    /// The lever of a basic indicator.
    #[must_use]
    pub fn of_driver(industry: usize, driver: usize, plan: &Plan) -> Self {
        Self { kind: Kind::DriverGrowth, item: industry, driver, year: plan.grid.base_year }
    }

    /// Its name in links and files: the kind's key, then ids and year as needed, joined by dots.
    #[must_use]
    pub fn key(self, plan: &Plan) -> String {
        let stem = self.kind.key();
        match self.kind.scope() {
            Scope::Plan => stem.to_owned(),
            Scope::Year => format!("{stem}.{}", self.year),
            Scope::IndustryYear => {
                let id = plan.industries.get(self.item).map_or("", |industry| &industry.id);
                format!("{stem}.{id}.{}", self.year)
            }
            Scope::Driver => {
                let industry = plan.industries.get(self.item);
                let id = industry.map_or("", |industry| &industry.id);
                let driver = industry.and_then(|industry| industry.drivers.get(self.driver));
                format!("{stem}.{id}.{}", driver.map_or("", |driver| &driver.id))
            }
            Scope::Initiative => {
                let id = plan.initiatives.get(self.item).map_or("", |initiative| &initiative.id);
                format!("{stem}.{id}")
            }
            Scope::Tier => {
                let id = plan.tiers.get(self.item).map_or("", |tier| &tier.id);
                format!("{stem}.{id}")
            }
            Scope::Project => {
                let id = plan.projects.get(self.item).map_or("", |project| &project.id);
                format!("{stem}.{id}")
            }
        }
    }
}
