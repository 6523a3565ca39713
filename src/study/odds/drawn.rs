//! What some drawn futures come to, and what all of them say.

use super::{Band, Odds, TierOdds};
use crate::engine::Outcome;
use crate::engine::attainment::{TOLERANCE, attained, growth_needed};
use crate::plan::assumptions::TierAssumptions;
use crate::study::draws::Count;
use crate::study::kernel::{Eight, Figures};
use crate::units::{NominalMoney, Rate, Share};
use serde::{Deserialize, Serialize};

/// What some futures come to, in their order.
///
/// Short numbers: enough to count and to draw bands, and little to carry from a worker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DrawnFigures {
    /// Real growth of the tiers' year.
    pub growth: Vec<f32>,
    /// GDP of the tiers' year at current prices.
    pub nominal: Vec<f32>,
    /// GDP of the four quarters that end with each quarter, at current prices, future by future.
    pub trailing: Vec<f32>,
}

impl DrawnFigures {
    pub(super) fn with_room(futures: usize) -> Self {
        Self {
            growth: Vec::with_capacity(futures),
            nominal: Vec::with_capacity(futures),
            trailing: Vec::new(),
        }
    }

    /// Takes eight futures in.
    pub(super) fn push(&mut self, figures: &Figures<Eight>) {
        self.growth.extend(figures.growth.to_array());
        self.nominal.extend(figures.nominal.to_array());
        let lanes: Vec<[f32; 8]> = figures.trailing.iter().map(|own| own.to_array()).collect();
        for place in 0..8 {
            self.trailing.extend(lanes.iter().map(|lanes| lanes[place]));
        }
    }

    /// How many futures.
    #[must_use]
    pub fn futures(&self) -> usize {
        self.growth.len()
    }

    /// How many quarters the grid has.
    fn quarters(&self) -> usize {
        self.trailing.len().checked_div(self.futures()).unwrap_or(0)
    }

    /// Takes the futures that follow in.
    pub fn extend(&mut self, other: &Self) {
        self.growth.extend(&other.growth);
        self.nominal.extend(&other.nominal);
        self.trailing.extend(&other.trailing);
    }
}

/// The tests of one tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::study) struct TierTest {
    tier: TierAssumptions,
    /// Growth that must be reached.
    needed: Option<f64>,
}

impl TierTest {
    pub(in crate::study) fn new(tier: TierAssumptions, published_rounding: bool) -> Self {
        let needed = tier.growth.map(|growth| growth_needed(growth, published_rounding).0);
        Self { tier, needed }
    }

    fn growth_met(&self, growth: f32) -> Option<bool> {
        self.needed.map(|needed| needed - f64::from(growth) <= TOLERANCE)
    }

    fn level_met(&self, nominal: f32) -> Option<bool> {
        self.tier.level.map(|level| level.0 - f64::from(nominal) <= TOLERANCE)
    }

    /// Whether the tier is reached in a future.
    pub(in crate::study) fn attained(&self, growth: f32, nominal: f32) -> bool {
        attained(self.tier.mode, self.growth_met(growth), self.level_met(nominal))
    }

    fn odds(&self, figures: &DrawnFigures, count: Count) -> TierOdds {
        let futures = figures.futures();
        let part = |hits: usize| Share(hits as f64 / futures.max(1) as f64);
        let pairs = || figures.growth.iter().zip(&figures.nominal);
        let hits: Vec<bool> =
            pairs().map(|(&growth, &nominal)| self.attained(growth, nominal)).collect();
        let counted = |met: &dyn Fn(f32, f32) -> Option<bool>| {
            part(pairs().filter(|(growth, nominal)| met(**growth, **nominal) == Some(true)).count())
        };
        TierOdds {
            attained: part(hits.iter().filter(|hit| **hit).count()),
            by_growth: self.needed.map(|_| counted(&|growth, _| self.growth_met(growth))),
            by_level: self.tier.level.map(|_| counted(&|_, nominal| self.level_met(nominal))),
            error: error(&hits, count),
        }
    }
}

/// The standard error of a share of hits.
///
/// With several sets of even points it is how far the sets differ, over the root of their number.
/// With one set it is what as many futures drawn by chance would have, √(p(1 − p)/n): even points
/// have less, so it is an upper bound.
fn error(hits: &[bool], count: Count) -> Share {
    let share =
        |hits: &[bool]| hits.iter().filter(|hit| **hit).count() as f64 / hits.len().max(1) as f64;
    let whole = share(hits);
    if count.sets < 2 {
        return Share(libm::sqrt(whole * (1.0 - whole) / hits.len().max(1) as f64));
    }
    let sets = hits.chunks(count.points.max(1)).map(share);
    let squares: f64 = sets.map(|set| (set - whole) * (set - whole)).sum();
    let sets = count.sets as f64;
    Share(libm::sqrt(squares / (sets - 1.0) / sets))
}

impl Odds {
    /// What the futures say. The figures are those of all futures of the count, in order, in as many
    /// parts as they were run in.
    #[must_use]
    pub fn of(
        parts: &[DrawnFigures],
        count: Count,
        tiers: &[TierAssumptions],
        published_rounding: bool,
    ) -> Self {
        let mut figures = DrawnFigures::default();
        for part in parts {
            figures.extend(part);
        }
        let tests = tiers.iter().map(|&tier| TierTest::new(tier, published_rounding));
        let quarters = figures.quarters();
        let trailing = (0..quarters).map(|t| {
            let mut values: Vec<f32> =
                figures.trailing.iter().skip(t).step_by(quarters).copied().collect();
            band(&mut values).map(NominalMoney)
        });
        Self {
            draws: figures.futures(),
            tiers: tests.map(|test| test.odds(&figures, count)).collect(),
            trailing: trailing.collect(),
            gdp: band(&mut figures.nominal).map(NominalMoney),
            growth: band(&mut figures.growth).map(Rate),
        }
    }

    /// The odds where nothing is unknown: one future, to the last bit.
    #[must_use]
    pub fn certain(outcome: &Outcome, count: Count) -> Self {
        let whole = |met: bool| if met { Share::WHOLE } else { Share::ZERO };
        let tiers = outcome.tiers.iter().map(|tier| TierOdds {
            attained: whole(tier.attained),
            by_growth: tier.growth_met.map(whole),
            by_level: tier.level_met.map(whole),
            error: Share::ZERO,
        });
        let quarters = 0..outcome.grid.quarters();
        Self {
            draws: count.futures(),
            tiers: tiers.collect(),
            gdp: Band::at(outcome.annual(outcome.year).nominal),
            growth: Band::at(outcome.growth(outcome.year)),
            trailing: quarters.map(|t| Band::at(outcome.trailing(t).nominal)).collect(),
        }
    }
}

impl<T: Copy> Band<T> {
    /// No width at all.
    #[must_use]
    pub fn at(value: T) -> Self {
        Self { low: value, middle: value, high: value }
    }

    fn map<U>(self, unit: fn(T) -> U) -> Band<U> {
        Band { low: unit(self.low), middle: unit(self.middle), high: unit(self.high) }
    }
}

/// The band of some values, whose order is lost.
fn band(values: &mut [f32]) -> Band<f64> {
    let count = values.len();
    if count == 0 {
        return Band::at(0.0);
    }
    let (low, middle) = (count / 10, count / 2);
    let high = count - 1 - low;
    let mut at = |from: usize, place: usize| {
        let (_, value, _) = values[from..].select_nth_unstable_by(place - from, f32::total_cmp);
        f64::from(*value)
    };
    // What lies below one is settled when the next is looked for above it.
    let low_value = at(0, low);
    let middle_value = at(low, middle);
    Band { low: low_value, middle: middle_value, high: at(middle, high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tier::TierMode;

    fn figures() -> DrawnFigures {
        // Growth 0.00, 0.01 … 0.99 and GDP 100, 99 … 1.
        DrawnFigures {
            growth: (0..100).map(|place| place as f32 / 100.0).collect(),
            nominal: (0..100).map(|place| 100.0 - place as f32).collect(),
            trailing: (0..100).map(|place| place as f32).collect(),
        }
    }

    fn odds(mode: TierMode, published: bool) -> TierOdds {
        let tier =
            TierAssumptions { growth: Some(Rate(0.6004)), level: Some(NominalMoney(11.0)), mode };
        let count = Count { sets: 1, points: 100 };
        Odds::of(&[figures()], count, &[tier], published).tiers[0]
    }

    #[test]
    fn a_tier_is_counted_by_the_tests_that_its_mode_names() {
        // Growth from future 61 on, level up to future 89.
        let both = odds(TierMode::Both, false);
        assert_eq!(both.by_growth, Some(Share(0.39)));
        assert_eq!(both.by_level, Some(Share(0.90)));
        assert_eq!(both.attained, Share(0.29));
        assert_eq!(odds(TierMode::Growth, false).attained, Share(0.39));
        assert_eq!(odds(TierMode::Level, false).attained, Share(0.90));
        assert_eq!(odds(TierMode::Any, false).attained, Share(1.0));
        // Published, 60.04 % asked for is 60.1 %, which 60.05 % would be enough for.
        assert_eq!(odds(TierMode::Growth, true).attained, Share(0.39));
    }

    #[test]
    fn a_band_leaves_a_tenth_on_either_side() {
        let count = Count { sets: 1, points: 100 };
        let odds = Odds::of(&[figures()], count, &[], false);
        assert_eq!(odds.gdp.low, NominalMoney(11.0));
        assert_eq!(odds.gdp.middle, NominalMoney(51.0));
        assert_eq!(odds.gdp.high, NominalMoney(90.0));
        assert_eq!(odds.trailing.len(), 1);
    }

    #[test]
    fn sets_that_differ_tell_the_error() {
        let hits: Vec<bool> = (0..80).map(|place| place % 10 < 3 + place / 40).collect();
        // Four sets at 0.3, four at 0.4: mean 0.35, deviation 0.05·√(8/7), over √8.
        let found = error(&hits, Count { sets: 8, points: 10 });
        assert!((found.0 - 0.05 * (8.0_f64 / 7.0).sqrt() / 8.0_f64.sqrt()).abs() < 1e-12);
        let alone = error(&hits[..10], Count { sets: 1, points: 10 });
        assert!((alone.0 - (0.3 * 0.7 / 10.0_f64).sqrt()).abs() < 1e-12);
    }
}
