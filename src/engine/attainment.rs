//! Tiers: whether a goal is reached, by how much it is missed, and when.

use super::accounting::{rate, total};
use super::outcome::{Attainment, Outcome, Test};
use super::pace;
use crate::plan::assumptions::{Assumptions, TierAssumptions};
use crate::plan::tier::TierMode;
use crate::units::{Deflator, NominalMoney, Points, Quarters, Rate, RealMoney};

/// A difference of this size, in 亿元 or as a fraction of growth, is none: "more than" and "at
/// least" mean the same.
pub const TOLERANCE: f64 = 1e-9;

/// Statistics publish growth to this fraction: 0.1 %.
const PUBLISHED_STEP: f64 = 0.001;

/// How each tier fares, in the plan's order.
#[must_use]
pub fn of_all(outcome: &Outcome, assumptions: &Assumptions) -> Vec<Attainment> {
    let each = assumptions.tiers.iter();
    each.map(|tier| of_tier(outcome, tier, assumptions.published_rounding)).collect()
}

/// The growth that must be computed for a tier's growth to count as reached.
///
/// Growth is published rounded to 0.1 %, half up. Judged as published, 6.95 % is enough for 7.0 %:
/// the least growth whose rounded figure is no lower than the one asked for. This rounding is a
/// rule of decision, not of display; the outcome itself stays unrounded.
///
/// ```
/// use mogao::engine::attainment::growth_needed;
/// use mogao::units::Rate;
/// assert!((growth_needed(Rate(0.07), true).0 - 0.0695).abs() < 1e-12);
/// assert_eq!(growth_needed(Rate(0.07), false), Rate(0.07));
/// ```
#[must_use]
pub fn growth_needed(asked: Rate, published_rounding: bool) -> Rate {
    if !published_rounding {
        return asked;
    }
    let steps = libm::ceil(asked.0 / PUBLISHED_STEP - TOLERANCE);
    Rate((steps - 0.5) * PUBLISHED_STEP)
}

/// Base-year GDP at which a tier's growth and level would say the same without a price change.
///
/// ```text
/// level / (1 + growth)
/// ```
#[must_use]
pub fn implied_base(growth: Rate, level: NominalMoney) -> Option<NominalMoney> {
    (growth.factor() > 0.0).then(|| level / growth.factor())
}

/// Rise of the GDP deflator, against the base year, at which a tier's growth and level would say
/// the same on the real GDP of the year before.
///
/// ```text
/// level / [GDP(year − 1) · (1 + growth)] − 1
/// ```
#[must_use]
pub fn implied_deflator(growth: Rate, level: NominalMoney, year_before: RealMoney) -> Option<Rate> {
    let real = year_before * growth.factor();
    (real.0 > 0.0).then(|| Deflator::growth_from(level / real, Deflator::BASE))
}

/// Whether the tiers' growth and level come from different base years: their implied bases differ
/// by more than 0.1 %.
#[must_use]
pub fn bases_disagree(tiers: &[Attainment]) -> bool {
    let bases = || tiers.iter().filter_map(|tier| tier.implied_base).map(|base| base.0);
    let lowest = bases().fold(f64::INFINITY, f64::min);
    let highest = bases().fold(0.0, f64::max);
    highest > lowest * 1.001
}

fn of_tier(outcome: &Outcome, tier: &TierAssumptions, published_rounding: bool) -> Attainment {
    let year = outcome.year;
    let annual = outcome.annual(year);
    let year_before = outcome.annual(year.previous()).real;
    let needed = tier.growth.map(|growth| growth_needed(growth, published_rounding));
    let reached = Reached {
        growth: outcome.growth(year),
        nominal: annual.nominal,
        deflator: annual.deflator,
        year_before,
    };
    let Shortfall { growth_gap, level_gap, level_of_growth, attained, binding, binding_gap } =
        shortfall(tier, reached, published_rounding);
    Attainment {
        mode: tier.mode,
        growth: tier.growth,
        level: tier.level,
        growth_met: growth_gap.map(|gap| gap.0 <= 0.0),
        level_met: level_gap.map(|gap| gap.0 <= 0.0),
        attained,
        growth_gap: growth_gap.map(|gap| Points(gap.0 * 100.0)),
        level_gap,
        level_of_growth,
        binding,
        binding_gap,
        implied_base: tier.growth.zip(tier.level).and_then(|(g, level)| implied_base(g, level)),
        implied_deflator: tier
            .growth
            .zip(tier.level)
            .and_then(|(growth, level)| implied_deflator(growth, level, year_before)),
        level_crossing: tier.level.and_then(|level| level_crossing(outcome, level)),
        growth_crossing: needed.and_then(|needed| growth_crossing(outcome, needed)),
        required: pace::required(outcome, tier, needed),
    }
}

/// What the tests of a tier look at, all of the tiers' year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Real growth.
    pub growth: Rate,
    /// GDP at current prices.
    pub nominal: NominalMoney,
    /// Its price level.
    pub deflator: Deflator,
    /// Real GDP of the year before.
    pub year_before: RealMoney,
}

/// What is missing for a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortfall {
    /// Growth missing (positive) or to spare, where growth is asked for.
    pub growth_gap: Option<Rate>,
    /// Level missing or to spare, where a level is asked for.
    pub level_gap: Option<NominalMoney>,
    /// The level that the growth asked for stands for.
    pub level_of_growth: Option<NominalMoney>,
    /// Whether the tier is reached.
    pub attained: bool,
    /// The test that decides.
    pub binding: Test,
    /// Current-price GDP missing or to spare by it.
    pub binding_gap: NominalMoney,
}

/// What is missing for a tier where this is reached.
#[must_use]
pub fn shortfall(tier: &TierAssumptions, reached: Reached, published_rounding: bool) -> Shortfall {
    let Reached { growth, nominal, deflator, year_before } = reached;
    let needed = tier.growth.map(|growth| growth_needed(growth, published_rounding));
    let growth_gap = needed.map(|needed| snapped((needed - growth).0));
    let level_gap = tier.level.map(|level| snapped((level - nominal).0));
    let level_of_growth = needed.map(|needed| year_before * needed.factor() * deflator);
    let short = Short {
        // Met by growth means met by the level it stands for, and missed means missed, whatever the
        // last digit says or a GDP that is not positive.
        by_growth: level_of_growth.zip(growth_gap).map(|(level, gap)| {
            let short = level - nominal;
            if gap <= 0.0 {
                short.min(NominalMoney::ZERO)
            } else {
                short.max(NominalMoney(TOLERANCE))
            }
        }),
        by_level: level_gap.map(NominalMoney),
    };
    let met = |gap: Option<f64>| gap.map(|gap| gap <= 0.0);
    let (binding, binding_gap) = short.binding(tier.mode);
    Shortfall {
        growth_gap: growth_gap.map(Rate),
        level_gap: level_gap.map(NominalMoney),
        level_of_growth,
        attained: attained(tier.mode, met(growth_gap), met(level_gap)),
        binding,
        binding_gap,
    }
}

/// A gap without what is too small to be one.
fn snapped(gap: f64) -> f64 {
    if gap.abs() <= TOLERANCE { 0.0 } else { gap }
}

/// Whether the tests that a mode names hold. A test that the tier does not have cannot fail; a mode
/// that names only such a test falls back on the other.
#[must_use]
pub fn attained(mode: TierMode, growth: Option<bool>, level: Option<bool>) -> bool {
    match (mode, growth, level) {
        (_, None, None) => true,
        (_, Some(only), None) | (_, None, Some(only)) => only,
        (TierMode::Both, Some(growth), Some(level)) => growth && level,
        (TierMode::Any, Some(growth), Some(level)) => growth || level,
        (TierMode::Growth, Some(growth), Some(_)) => growth,
        (TierMode::Level, Some(_), Some(level)) => level,
    }
}

/// Current-price GDP missing by each test, where the tier has it.
struct Short {
    by_growth: Option<NominalMoney>,
    by_level: Option<NominalMoney>,
}

impl Short {
    /// The test that decides and what is missing by it: the harder one where both must hold, the
    /// easier one where either will do.
    fn binding(&self, mode: TierMode) -> (Test, NominalMoney) {
        match (self.by_growth, self.by_level) {
            (None, None) => (Test::Growth, NominalMoney::ZERO),
            (Some(growth), None) => (Test::Growth, growth),
            (None, Some(level)) => (Test::Level, level),
            (Some(growth), Some(level)) => {
                let by_level = match mode {
                    TierMode::Both => level >= growth,
                    TierMode::Any => level < growth,
                    TierMode::Growth => false,
                    TierMode::Level => true,
                };
                if by_level { (Test::Level, level) } else { (Test::Growth, growth) }
            }
        }
    }
}

/// When the nominal GDP of the last four quarters first reaches a level, in quarters since the
/// start of the base year, even within a quarter.
///
/// ```text
/// V(t) = Σ N(t−3 … t) stands at the time t + 1;      t + (level − V(t−1)) / (V(t) − V(t−1))
/// ```
///
/// A base year that is there already counts as its end (4). `None` if not within the horizon.
#[must_use]
pub fn level_crossing(outcome: &Outcome, level: NominalMoney) -> Option<Quarters> {
    let quarterly: Vec<f64> =
        (0..outcome.grid.quarters()).map(|t| total(&outcome.nominal, t..t + 1).0).collect();
    let mut before = 0.0;
    for (start, window) in quarterly.windows(4).enumerate() {
        let trailing: f64 = window.iter().sum();
        let end = (start + 4) as f64;
        if snapped(level.0 - trailing) <= 0.0 {
            let within = if start == 0 { 1.0 } else { (level.0 - before) / (trailing - before) };
            return Some(Quarters(end - 1.0 + within.min(1.0)));
        }
        before = trailing;
    }
    None
}

/// The first quarter of the tiers' year from which year-to-date growth meets a rate and keeps it to
/// the end of the year.
#[must_use]
pub fn growth_crossing(outcome: &Outcome, needed: Rate) -> Option<usize> {
    let meets = |&t: &usize| snapped((needed - outcome.year_to_date_growth(t)).0) <= 0.0;
    outcome.grid.quarters_of(outcome.year).rev().take_while(meets).last()
}

/// Growth that a level needs over an amount of the year before; `None` over nothing.
pub(super) fn growth_to(wanted: f64, year_before: f64) -> Option<Rate> {
    (year_before > 0.0).then(|| rate(wanted, year_before))
}
