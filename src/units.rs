//! Quantities and the operations that are lawful between them.
//!
//! Money is in 亿元 (100 million yuan), time in quarters since the start of the base year, rates and
//! shares are fractions. Real and nominal money are different types: only a [`Deflator`] turns one
//! into the other, so growth can never be computed from current-price levels by accident.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// Declares a quantity that adds, subtracts and scales.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// The larger of two.
            #[must_use]
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }

            /// The smaller of two.
            #[must_use]
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// Its size without its sign.
            #[must_use]
            pub fn abs(self) -> Self {
                Self(self.0.abs())
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Mul<Share> for $name {
            type Output = Self;
            fn mul(self, share: Share) -> Self {
                Self(self.0 * share.0)
            }
        }

        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }

        impl Div for $name {
            /// How many times one goes into the other.
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }

        impl Sum for $name {
            /// Starts from zero, never from minus zero.
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, Add::add)
            }
        }
    };
}

quantity! {
    /// Money at constant prices of the base year (可比价), 亿元.
    RealMoney
}

quantity! {
    /// Money at the prices of its own quarter (现价), 亿元.
    NominalMoney
}

quantity! {
    /// A rate of change as a fraction of the earlier value: 0.07 is 7 % growth.
    Rate
}

quantity! {
    /// A difference of rates in percentage points (个百分点): 0.3 pp is 0.003 as a fraction.
    Points
}

quantity! {
    /// A length of time, or a moment counted from the start of the base year, in quarters; may be
    /// fractional.
    Quarters
}

/// A part of a whole, as a fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(pub f64);

impl Share {
    /// None of it.
    pub const ZERO: Self = Self(0.0);
    /// All of it.
    pub const WHOLE: Self = Self(1.0);

    /// The rest of the whole.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl Mul for Share {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

/// A price level relative to the base year: 1.02 means 2 % dearer.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Deflator(pub f64);

impl Deflator {
    /// Prices of the base year.
    pub const BASE: Self = Self(1.0);

    /// The price level after prices rise by `rate`.
    #[must_use]
    pub fn raised_by(self, rate: Rate) -> Self {
        Self(self.0 * rate.factor())
    }

    /// How much dearer than `earlier`.
    #[must_use]
    pub fn growth_from(self, earlier: Self) -> Rate {
        Rate(self.0 / earlier.0 - 1.0)
    }
}

impl Default for Deflator {
    fn default() -> Self {
        Self::BASE
    }
}

impl Rate {
    /// The factor that a level is multiplied by: 1.07 for 7 %.
    #[must_use]
    pub fn factor(self) -> f64 {
        1.0 + self.0
    }

    /// The same change in percentage points: 7 for 7 %.
    #[must_use]
    pub fn points(self) -> Points {
        Points(self.0 * 100.0)
    }
}

impl Points {
    /// The same change as a fraction.
    #[must_use]
    pub fn rate(self) -> Rate {
        Rate(self.0 / 100.0)
    }
}

impl RealMoney {
    /// Growth over an earlier amount at the same prices; not a number when there was none.
    #[must_use]
    pub fn growth_from(self, earlier: Self) -> Rate {
        Rate(self.0 / earlier.0 - 1.0)
    }
}

impl NominalMoney {
    /// Growth over an earlier amount, prices included; not a number when there was none.
    #[must_use]
    pub fn growth_from(self, earlier: Self) -> Rate {
        Rate(self.0 / earlier.0 - 1.0)
    }
}

impl Mul<Deflator> for RealMoney {
    type Output = NominalMoney;
    fn mul(self, prices: Deflator) -> NominalMoney {
        NominalMoney(self.0 * prices.0)
    }
}

impl Div<Deflator> for NominalMoney {
    type Output = RealMoney;
    fn div(self, prices: Deflator) -> RealMoney {
        RealMoney(self.0 / prices.0)
    }
}

impl Div<RealMoney> for NominalMoney {
    /// The implicit deflator.
    type Output = Deflator;
    fn div(self, real: RealMoney) -> Deflator {
        Deflator(self.0 / real.0)
    }
}

/// A calendar year.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Year(pub i32);

impl Year {
    /// The year after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The run's calendar: whole years of four quarters, the base year first.
///
/// Quarter `t` covers the time from `t` to `t + 1`; quarters 0–3 are the base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The first year; its figures are given, not computed.
    pub base_year: Year,
    /// How many years, the base year included.
    pub years: usize,
}

impl Grid {
    /// How many quarters.
    #[must_use]
    pub fn quarters(self) -> usize {
        self.years * 4
    }

    /// The years in order, the base year first.
    pub fn each_year(self) -> impl Iterator<Item = Year> + Clone {
        (0..self.years).map(move |index| self.year(index))
    }

    /// The year with this index (0 is the base year).
    #[must_use]
    pub fn year(self, index: usize) -> Year {
        Year(self.base_year.0 + index as i32)
    }

    /// The index of a year; `None` outside the grid.
    #[must_use]
    pub fn year_index(self, year: Year) -> Option<usize> {
        usize::try_from(year.0 - self.base_year.0).ok().filter(|&index| index < self.years)
    }

    /// The year that quarter `t` lies in.
    #[must_use]
    pub fn year_of(self, quarter: usize) -> Year {
        self.year(quarter / 4)
    }

    /// The four quarters of a year; empty outside the grid.
    #[must_use]
    pub fn quarters_of(self, year: Year) -> std::ops::Range<usize> {
        self.year_index(year).map_or(0..0, |index| index * 4..index * 4 + 4)
    }

    /// The last year.
    #[must_use]
    pub fn last_year(self) -> Year {
        self.year(self.years.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_deflator_turns_real_into_nominal_money() {
        let nominal = RealMoney(100.0) * Deflator(1.02);
        assert_eq!(nominal, NominalMoney(102.0));
        assert_eq!(nominal / RealMoney(100.0), Deflator(1.02));
        assert_eq!(nominal / Deflator(1.02), RealMoney(100.0));
    }

    #[test]
    fn growth_of_seven_percent_is_seven_points() {
        let growth = RealMoney(107.0).growth_from(RealMoney(100.0));
        assert!((growth.points().0 - 7.0).abs() < 1e-12);
        assert!((growth.points().rate().0 - growth.0).abs() < 1e-15);
    }

    #[test]
    fn the_grid_knows_its_years_and_nothing_outside() {
        let grid = Grid { base_year: Year(2022), years: 6 };
        assert_eq!(grid.quarters(), 24);
        assert_eq!(grid.quarters_of(Year(2023)), 4..8);
        assert_eq!(grid.year_of(23), Year(2027));
        assert_eq!(grid.year_index(Year(2021)), None);
        assert_eq!(grid.year_index(Year(2028)), None);
        assert!(grid.quarters_of(Year(2030)).is_empty());
    }

    #[test]
    fn a_sum_of_nothing_is_plain_zero() {
        let none: RealMoney = std::iter::empty().sum();
        assert!(none.0.is_sign_positive());
    }
}
