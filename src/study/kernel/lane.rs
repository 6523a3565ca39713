//! One number of each of several futures, side by side.

use crate::study::distribution::Quantiles;
use std::fmt::Debug;
use std::ops::{Add, Mul, Sub};
use wide::{f32x4, f32x8};

/// Numbers of as many futures as the machine computes at once.
///
/// `f64` is one future in full precision; `f32x8` is eight, precise enough to count in how many a goal
/// is reached.
pub trait Lane:
    Copy + Default + Debug + PartialEq + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self>
{
    /// The number of a single future.
    type One: Copy + Default + PartialEq + Debug;

    /// How many futures.
    const COUNT: usize;

    /// Moments and parts closer than this are one.
    const TOLERANCE: f64;

    /// A number in the precision of the lanes.
    fn one(value: f64) -> Self::One;

    /// The same number in every future.
    fn all(value: Self::One) -> Self;

    /// The same number in every future.
    #[must_use]
    #[inline]
    fn splat(value: f64) -> Self {
        Self::all(Self::one(value))
    }

    /// One number for each future, by its place.
    fn each(number: impl FnMut(usize) -> f32) -> Self;

    /// The number of one future.
    fn of(self, place: usize) -> f64;

    /// `value` in the futures in which this is at least `threshold`, nothing in the others.
    #[must_use]
    fn where_at_least(self, threshold: Self, value: Self) -> Self;

    /// Whether this is at least `threshold` in every future.
    fn is_at_least(self, threshold: Self) -> bool;

    /// The larger of two, future by future.
    #[must_use]
    fn larger(self, other: Self) -> Self;

    /// The smaller of two, future by future.
    #[must_use]
    fn smaller(self, other: Self) -> Self;

    /// The inverse; nothing in the futures in which this is not positive.
    #[must_use]
    fn inverse(self) -> Self;

    /// The lowest of all futures.
    fn lowest(self) -> f64;

    /// The highest of all futures.
    fn highest(self) -> f64;

    /// The values of an unknown at these latents.
    fn values(quantiles: &Quantiles, latents: Self) -> Self;

    /// Points on a line of straight pieces at these positions, counted in pieces: each piece is where it
    /// begins and how far it rises, the last one is the end and rises no more.
    fn along(pieces: &[[Self::One; 2]], positions: Self) -> Self;

    /// Held between nothing and the whole.
    #[must_use]
    #[inline]
    fn within_unit(self) -> Self {
        self.larger(Self::default()).smaller(Self::splat(1.0))
    }
}

impl Lane for f64 {
    type One = f64;
    const COUNT: usize = 1;
    const TOLERANCE: f64 = 1e-9;

    #[inline]
    fn one(value: f64) -> f64 {
        value
    }

    #[inline]
    fn all(value: f64) -> Self {
        value
    }

    #[inline]
    fn each(mut number: impl FnMut(usize) -> f32) -> Self {
        f64::from(number(0))
    }

    #[inline]
    fn of(self, _: usize) -> f64 {
        self
    }

    #[inline]
    fn where_at_least(self, threshold: Self, value: Self) -> Self {
        if self >= threshold { value } else { 0.0 }
    }

    #[inline]
    fn is_at_least(self, threshold: Self) -> bool {
        self >= threshold
    }

    #[inline]
    fn larger(self, other: Self) -> Self {
        if self > other { self } else { other }
    }

    #[inline]
    fn smaller(self, other: Self) -> Self {
        if self < other { self } else { other }
    }

    #[inline]
    fn inverse(self) -> Self {
        if self > 0.0 { 1.0 / self } else { 0.0 }
    }

    #[inline]
    fn lowest(self) -> f64 {
        self
    }

    #[inline]
    fn highest(self) -> f64 {
        self
    }

    #[inline]
    fn values(quantiles: &Quantiles, latents: Self) -> Self {
        quantiles.at(latents)
    }

    #[inline]
    fn along(pieces: &[[f64; 2]], positions: Self) -> Self {
        let piece = (positions as usize).min(pieces.len().saturating_sub(1));
        let [from, rise] = pieces.get(piece).copied().unwrap_or_default();
        from + rise * (positions - piece as f64)
    }
}

/// Eight futures in short precision.
pub type Eight = f32x8;

impl Lane for Eight {
    type One = f32;
    const COUNT: usize = 8;
    const TOLERANCE: f64 = 2e-6;

    #[inline]
    fn one(value: f64) -> f32 {
        value as f32
    }

    #[inline]
    fn all(value: f32) -> Self {
        Self::splat(value)
    }

    #[inline]
    fn each(mut number: impl FnMut(usize) -> f32) -> Self {
        let mut numbers = [0.0; 8];
        for (place, own) in numbers.iter_mut().enumerate() {
            *own = number(place);
        }
        Self::new(numbers)
    }

    #[inline]
    fn of(self, place: usize) -> f64 {
        f64::from(self.to_array()[place % 8])
    }

    #[inline]
    fn where_at_least(self, threshold: Self, value: Self) -> Self {
        self.simd_ge(threshold) & value
    }

    #[inline]
    fn is_at_least(self, threshold: Self) -> bool {
        self.simd_ge(threshold).all()
    }

    #[inline]
    fn larger(self, other: Self) -> Self {
        self.fast_max(other)
    }

    #[inline]
    fn smaller(self, other: Self) -> Self {
        self.fast_min(other)
    }

    #[inline]
    fn inverse(self) -> Self {
        let smallest = Self::splat(f32::MIN_POSITIVE);
        self.where_at_least(smallest, Self::splat(1.0) / self.fast_max(smallest))
    }

    #[inline]
    fn lowest(self) -> f64 {
        let [near, far] = halves(self);
        let [a, b, c, d] = near.fast_min(far).to_array();
        let low = |one: f32, other: f32| if one < other { one } else { other };
        f64::from(low(low(a, b), low(c, d)))
    }

    #[inline]
    fn highest(self) -> f64 {
        let [near, far] = halves(self);
        let [a, b, c, d] = near.fast_max(far).to_array();
        let high = |one: f32, other: f32| if one > other { one } else { other };
        f64::from(high(high(a, b), high(c, d)))
    }

    #[inline]
    fn values(quantiles: &Quantiles, latents: Self) -> Self {
        let far = Self::splat(Quantiles::FARTHEST as f32);
        let positions = (latents + far) * Self::splat(Quantiles::SCALE as f32);
        let last = Self::splat(Quantiles::LAST as f32);
        let positions = positions.larger(Self::default()).smaller(last);
        Self::along(quantiles.short_pieces(), positions)
    }

    #[inline(always)]
    fn along(pieces: &[[f32; 2]], positions: Self) -> Self {
        let Some(last) = pieces.len().checked_sub(1) else { return Self::default() };
        let whole = positions.fast_trunc_int();
        let beyond = positions - Self::from_i32x8(whole);
        let whole = whole.to_array();
        let (mut from, mut rise) = ([0.0_f32; 8], [0.0_f32; 8]);
        for place in 0..8 {
            [from[place], rise[place]] = pieces[(whole[place] as usize).min(last)];
        }
        Self::new(from) + Self::new(rise) * beyond
    }
}

/// The first four futures and the last four.
#[inline(always)]
fn halves(eight: Eight) -> [f32x4; 2] {
    let [a, b, c, d, e, f, g, h] = eight.to_array();
    [f32x4::new([a, b, c, d]), f32x4::new([e, f, g, h])]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Span;
    use crate::plan::scenario::Shape;
    use crate::study::distribution::Spread;

    #[test]
    fn eight_futures_have_the_values_that_each_has_alone() {
        let plausible = Span { min: 0.0, max: 4.0 };
        let slip = Spread { shape: Shape::Pert, plausible, mode: 0.5, hard: plausible };
        let quantiles = slip.quantiles();
        let latents = [-9.0, -4.99, -1.5, -0.01, 0.0, 0.3, 2.2, 7.0_f32];
        let together = Eight::values(&quantiles, Eight::each(|place| latents[place]));
        for (place, &latent) in latents.iter().enumerate() {
            let alone = f64::values(&quantiles, f64::from(latent));
            assert!((together.of(place) - alone).abs() < 1e-5, "{latent}");
        }
        assert!(together.lowest() < 0.01 && together.highest() > 2.5);
    }

    #[test]
    fn an_inverse_of_nothing_is_nothing() {
        let numbers = Eight::each(|place| place as f32 - 2.0);
        let inverse = Eight::inverse(numbers);
        assert_eq!(
            [0, 1, 2, 3, 4, 6].map(|place| inverse.of(place)),
            [0.0, 0.0, 0.0, 1.0, 0.5, 0.25]
        );
        assert_eq!(f64::inverse(0.0), 0.0);
    }

    #[test]
    fn a_line_ends_with_its_last_corner() {
        let pieces = [[0.0, 0.2], [0.2, 0.4], [0.6, 0.0]];
        let short = pieces.map(|piece| piece.map(|end| end as f32));
        for (position, value) in [(0.0, 0.0), (0.5, 0.1), (1.5, 0.4), (2.0, 0.6), (9.0, 0.6)] {
            assert!((f64::along(&pieces, position) - value).abs() < 1e-12);
            assert!(
                (Eight::along(&short, <Eight as Lane>::splat(position)).of(3) - value).abs() < 1e-6
            );
        }
    }
}
