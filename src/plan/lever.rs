//! Levers: the numbers that a planner may set. They are declared here and nowhere else.
//!
//! A [`Kind`] is a declaration: its key, group, unit and direction. A [`Lever`] is one instance, such
//! as the growth of one industry in one year. A plan's `levers.csv` gives each kind its numbers
//! ([`LeverNumbers`]); defaults that the plan holds elsewhere (growth, tiers, initiatives) come from
//! there. The slider, field, help, file, link, comparison and every study read [`LeverSpec`].

use super::Plan;
use super::project::Stage;
use super::provenance::Provenance;
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
}

/// Declares the kinds once: variant, key, group, unit, scope, direction.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $group:ident, $unit:ident, $scope:ident, $direction:ident;)*) => {
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
        }
    };
}

kinds! {
    /// Growth added to every industry alike in one year.
    CommonGrowth = "common-growth", Growth, RateDifference, Year, Raises;
    /// Real growth of one industry's baseline in one year.
    Growth = "growth", Growth, Rate, IndustryYear, Raises;
    /// Growth of a basic indicator in the plan year.
    DriverGrowth = "driver", Growth, Rate, Driver, Raises;
    /// Rise added to every industry's deflator alike in one year.
    CommonPrice = "common-price", Prices, RateDifference, Year, Raises;
    /// Rise of one industry's deflator in one year.
    Price = "price", Prices, Rate, IndustryYear, Raises;
    /// Rise of investment prices in one year.
    InvestmentPrice = "investment-price", Prices, Rate, Year, Lowers;
    /// Part of the available money that is spent in a quarter.
    Execution = "execution", Investment, Share, Plan, Raises;
    /// This year's planned investment as a part of the whole-life total.
    AnnualShare = "annual-share", Investment, Share, Plan, Raises;
    /// Part of the reserve's value that starts this year.
    ReserveStart = "reserve-start", Investment, Share, Plan, Raises;
    /// Delay of projects that have still to start.
    Slip = "slip", Investment, Quarters, Plan, Lowers;
    /// Part of the money applied for that is awarded.
    Award = "award", Investment, Share, Plan, Raises;
    /// Part of spending that waits for money applied for.
    Applied = "applied", Investment, Share, Plan, Lowers;
    /// Part of the money not awarded that is made up from elsewhere.
    Backfill = "backfill", Investment, Share, Plan, Raises;
    /// Works taking longer than planned.
    DurationOverrun = "duration-overrun", Investment, Share, Plan, Lowers;
    /// Works costing more than planned.
    CostOverrun = "cost-overrun", Investment, Share, Plan, Unclear;
    /// Part of a cost overrun that is dearer work, not more work.
    OverrunPrice = "overrun-price", Effects, Share, Plan, Unclear;
    /// Part of continuing projects' effect that the baseline does not already contain.
    AdditionalityBuilding = "additionality-building", Effects, Share, Plan, Raises;
    /// The same for new starts of the annual list.
    AdditionalityStarting = "additionality-starting", Effects, Share, Plan, Raises;
    /// The same for reserve projects brought forward.
    AdditionalityReserve = "additionality-reserve", Effects, Share, Plan, Raises;
    /// Part of construction that displaces other construction.
    ConstructionDisplacement = "construction-displacement", Effects, Share, Plan, Lowers;
    /// Part of operation that displaces other local business.
    OperationDisplacement = "operation-displacement", Effects, Share, Plan, Lowers;
    /// Part of project spending that crowds out other spending.
    CrowdingOut = "crowding-out", Effects, Share, Plan, Lowers;
    /// Scale of local value added per yuan of spending.
    MultiplierScale = "multiplier-scale", Effects, Factor, Plan, Raises;
    /// Part of the construction effect that official statistics capture.
    Capture = "capture", Effects, Factor, Plan, Raises;
    /// Capital per yuan of annual value added in operation.
    Icor = "icor", Effects, Factor, Plan, Lowers;
    /// Time from commissioning to full output.
    Ramp = "ramp", Effects, Quarters, Plan, Lowers;
    /// Turnover of an initiative in the plan year.
    Turnover = "turnover", Initiatives, Money, Initiative, Raises;
    /// Value added per yuan of an initiative's turnover.
    ValueAddedRate = "value-added-rate", Initiatives, Share, Initiative, Raises;
    /// Part of an initiative's turnover that would not have happened anyway.
    InitiativeAdditionality = "initiative-additionality", Initiatives, Share, Initiative, Raises;
    /// Part of an initiative's turnover that displaces other local business.
    InitiativeDisplacement = "initiative-displacement", Initiatives, Share, Initiative, Lowers;
    /// GDP of the base year.
    BaseGdp = "base-gdp", Goals, Money, Plan, Raises;
    /// Growth that a tier asks for.
    TierGrowth = "tier-growth", Goals, Rate, Tier, Unclear;
    /// Level that a tier asks for.
    TierLevel = "tier-level", Goals, Money, Tier, Unclear;
}

/// One lever: a kind and, where it has more than one instance, which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lever {
    /// The declaration it follows.
    pub kind: Kind,
    /// Index of the industry, initiative or tier; zero where there is one instance only.
    pub item: usize,
    /// Index of the basic indicator within its industry; zero elsewhere.
    pub driver: usize,
    /// The year it sets; the base year where it is not set by year.
    pub year: Year,
}

/// The numbers that a plan gives to a kind of lever.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverNumbers {
    /// Value when nothing is set; absent where the plan holds it elsewhere.
    pub default: Option<f64>,
    /// Ends of the slider.
    pub range: Span,
    /// Values that evidence or experience makes plausible.
    pub plausible: Span,
    /// Values that may be typed at all.
    pub hard: Span,
    /// One step of the arrow keys.
    pub step: f64,
    /// Whether ranges are around the default rather than absolute.
    pub relative: bool,
    /// What kind of evidence stands behind default and range.
    pub provenance: Provenance,
    /// The evidence in words.
    pub source: String,
}

/// From one value to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
}

impl Span {
    /// Whether a value lies in it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }

    /// The nearest value that lies in it.
    #[must_use]
    pub fn clamp(self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }

    fn shifted(self, by: f64) -> Self {
        Self { min: self.min + by, max: self.max + by }
    }

    fn within(self, outer: Self) -> Self {
        Self { min: outer.clamp(self.min), max: outer.clamp(self.max) }
    }
}

/// A lever with all that the screen and the studies need to know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverSpec {
    /// Which lever.
    pub lever: Lever,
    /// Value when nothing is set.
    pub default: f64,
    /// Ends of the slider.
    pub range: Span,
    /// Values that evidence or experience makes plausible.
    pub plausible: Span,
    /// Values that may be typed at all.
    pub hard: Span,
    /// One step of the arrow keys.
    pub step: f64,
    /// What kind of evidence stands behind the default.
    pub provenance: Provenance,
    /// The evidence in words.
    pub source: String,
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

    /// A lever with one instance for each initiative or tier.
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
        }
    }
}

/// The lever with this name; `None` when the plan has none.
#[must_use]
pub fn find(key: &str, plan: &Plan) -> Option<Lever> {
    let stem = key.split('.').next()?;
    let kind = *Kind::ALL.iter().find(|kind| kind.key() == stem)?;
    instances(kind, plan).into_iter().find(|lever| lever.key(plan) == key)
}

/// Every lever the plan has, in the order of the screen.
#[must_use]
pub fn catalogue(plan: &Plan) -> Vec<LeverSpec> {
    Kind::ALL
        .iter()
        .flat_map(|&kind| instances(kind, plan))
        .filter_map(|lever| spec(lever, plan))
        .collect()
}

/// One lever's numbers; `None` when the plan has no such lever.
#[must_use]
pub fn spec(lever: Lever, plan: &Plan) -> Option<LeverSpec> {
    let numbers = plan.levers.get(&lever.kind)?;
    let (default, provenance, source) = held_by_plan(lever, plan)
        .or_else(|| Some((numbers.default?, numbers.provenance, numbers.source.as_str())))?;
    let around = |span: Span| if numbers.relative { span.shifted(default) } else { span };
    let hard = numbers.hard;
    Some(LeverSpec {
        lever,
        default,
        range: around(numbers.range).within(hard),
        plausible: around(numbers.plausible).within(hard),
        hard,
        step: numbers.step,
        provenance,
        source: source.to_owned(),
    })
}

/// A lever's value when nothing is set; the value without effect when the plan has no such lever.
#[must_use]
pub fn default(lever: Lever, plan: &Plan) -> f64 {
    held_by_plan(lever, plan)
        .map(|(value, _, _)| value)
        .or_else(|| plan.levers.get(&lever.kind)?.default)
        .unwrap_or_else(|| lever.kind.without_effect())
}

/// Every instance of a kind that the plan has numbers and a place for.
fn instances(kind: Kind, plan: &Plan) -> Vec<Lever> {
    if !plan.levers.contains_key(&kind) || !has_effect(kind, plan) {
        return Vec::new();
    }
    let years = plan.grid.each_year().skip(1);
    match kind.scope() {
        Scope::Plan => vec![Lever::of_plan(kind, plan)],
        Scope::Year => years.map(|year| Lever::of_year(kind, year)).collect(),
        Scope::IndustryYear => years
            .flat_map(|year| {
                (0..plan.industries.len()).map(move |item| Lever::of_industry(kind, item, year))
            })
            .collect(),
        Scope::Driver => plan
            .industries
            .iter()
            .enumerate()
            .flat_map(|(industry, item)| {
                (0..item.drivers.len()).map(move |driver| Lever::of_driver(industry, driver, plan))
            })
            .collect(),
        Scope::Initiative => {
            (0..plan.initiatives.len()).map(|item| Lever::of_item(kind, item, plan)).collect()
        }
        Scope::Tier => (0..plan.tiers.len())
            .filter(|&item| match kind {
                Kind::TierGrowth => plan.tiers[item].growth.is_some(),
                _ => plan.tiers[item].level.is_some(),
            })
            .map(|item| Lever::of_item(kind, item, plan))
            .collect(),
    }
}

/// Whether anything in the plan listens to the lever: a lever without effect is not shown.
fn has_effect(kind: Kind, plan: &Plan) -> bool {
    let any = |test: fn(&super::project::Project) -> bool| plan.projects.iter().any(test);
    match kind {
        Kind::ReserveStart => any(|project| project.pooled),
        Kind::AdditionalityBuilding => {
            any(|project| project.additionality.is_none() && !project.stage.awaits_start())
        }
        Kind::AdditionalityStarting => {
            any(|project| project.additionality.is_none() && project.stage == Stage::Starting)
        }
        Kind::AdditionalityReserve => {
            any(|project| project.additionality.is_none() && project.stage == Stage::Reserve)
        }
        Kind::Applied => any(|project| project.applied.is_none()),
        Kind::ConstructionDisplacement => {
            any(|project| project.construction_displacement.is_none())
        }
        Kind::OperationDisplacement => any(|project| project.operation_displacement.is_none()),
        Kind::Icor => any(|project| project.icor.is_none()),
        Kind::Ramp => any(|project| project.ramp.is_none()),
        Kind::Slip => any(|project| project.stage.awaits_start()),
        Kind::AnnualShare => any(
            |project| matches!(&project.profile, super::project::Profile::Annual { shares, .. } if shares.is_empty()),
        ),
        _ => true,
    }
}

/// The default that the plan itself holds, with its evidence.
fn held_by_plan(lever: Lever, plan: &Plan) -> Option<(f64, Provenance, &str)> {
    fn held<T>(
        sourced: &super::provenance::Sourced<T>,
        value: impl Fn(&T) -> f64,
    ) -> Option<(f64, Provenance, &str)> {
        Some((value(&sourced.value), sourced.provenance, sourced.source.as_str()))
    }
    let later_year = || plan.grid.year_index(lever.year)?.checked_sub(1);
    match lever.kind {
        Kind::Growth => held(plan.industries.get(lever.item)?.growth.get(later_year()?)?, |r| r.0),
        Kind::Price => held(plan.industries.get(lever.item)?.prices.get(later_year()?)?, |r| r.0),
        Kind::InvestmentPrice => held(plan.investment_prices.get(later_year()?)?, |r| r.0),
        Kind::DriverGrowth => {
            let driver = plan.industries.get(lever.item)?.drivers.get(lever.driver)?;
            held(&driver.growth, |r| r.0)
        }
        Kind::Turnover => {
            let year = plan.grid.year_index(plan.year)?.checked_sub(1)?;
            let turnover = &plan.initiatives.get(lever.item)?.turnover;
            held(turnover.get(year).or(turnover.last())?, |m| m.0)
        }
        Kind::ValueAddedRate => held(&plan.initiatives.get(lever.item)?.value_added_rate, |s| s.0),
        Kind::InitiativeAdditionality => {
            held(&plan.initiatives.get(lever.item)?.additionality, |s| s.0)
        }
        Kind::InitiativeDisplacement => {
            held(&plan.initiatives.get(lever.item)?.displacement, |s| s.0)
        }
        Kind::BaseGdp => held(&plan.base_gdp, |m| m.0),
        Kind::TierGrowth => held(plan.tiers.get(lever.item)?.growth.as_ref()?, |r| r.0),
        Kind::TierLevel => held(plan.tiers.get(lever.item)?.level.as_ref()?, |m| m.0),
        _ => None,
    }
}
