//! How an unknown spreads over what is plausible, and the value it takes in a future.
//!
//! A future gives each unknown a standard normal number z, its *latent*. [`Quantiles`] turns it into a
//! value: the z that nine in ten latents lie below gives the value that nine in ten futures lie below.
//! Values of several unknowns that go together have latents that go together
//! ([`correlation`](super::correlation)).
//!
//! Ends stay where they are while the set value moves between them, so that raising it raises the
//! unknown in every future or leaves it: common futures, no flicker.

mod beta;

use crate::plan::lever::Span;
use crate::plan::scenario::Shape;
use std::array;

/// Latents beyond this many standard deviations count as this many; one in two million is.
const FARTHEST: f64 = 5.0;

/// Nodes of the table for each standard deviation.
const NODES_PER_DEVIATION: usize = 64;

/// Straight lines of the table.
const PIECES: usize = (2.0 * FARTHEST) as usize * NODES_PER_DEVIATION;

/// Standard deviations between which nine futures in ten lie, either way.
const NINE_IN_TEN: f64 = 1.644_853_626_951_472_2;

/// What an unknown can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How it spreads.
    pub shape: Shape,
    /// The ends of what is plausible.
    pub plausible: Span,
    /// The value that is set: the most likely one.
    pub mode: f64,
    /// What it can be at all; only a normal spread reaches beyond what is plausible.
    pub hard: Span,
}

impl Spread {
    /// Something that is known: no future has another value.
    #[must_use]
    pub fn known(value: f64) -> Self {
        let only = Span { min: value, max: value };
        Self { shape: Shape::default(), plausible: only, mode: value, hard: only }
    }

    /// Whether every future has the same value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let span = self.plausible;
        span.min >= span.max && (self.shape == Shape::Normal || span.contains(self.mode))
    }

    /// The ends, moved outwards where the set value lies beyond them.
    #[must_use]
    pub fn ends(&self) -> Span {
        let Span { min, max } = self.plausible;
        Span { min: min.min(self.mode), max: max.max(self.mode) }
    }

    /// A value that no future falls below.
    #[must_use]
    pub fn least(&self) -> f64 {
        match self.shape {
            Shape::Normal => self.hard.min.min(self.mode),
            Shape::Pert | Shape::Triangular | Shape::Uniform => self.ends().min,
        }
    }

    /// The mean.
    ///
    /// ```text
    /// PERT (a + 4m + b)/6      triangular (a + m + b)/3      uniform (a + b)/2      normal m
    /// ```
    ///
    /// A normal spread is taken as if nothing limited it.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let Span { min, max } = self.ends();
        match self.shape {
            Shape::Pert => (min + 4.0 * self.mode + max) / 6.0,
            Shape::Triangular => (min + self.mode + max) / 3.0,
            Shape::Uniform => (min + max) / 2.0,
            Shape::Normal => self.mode,
        }
    }

    /// The variance.
    ///
    /// ```text
    /// PERT (mean − a)(b − mean)/7      triangular (a² + b² + m² − ab − am − bm)/18      uniform (b − a)²/12
    /// ```
    ///
    /// ```
    /// use mogao::plan::{lever::Span, scenario::Shape};
    /// use mogao::study::distribution::Spread;
    /// let plausible = Span { min: 2.0, max: 9.0 };
    /// let pert = Spread { shape: Shape::Pert, plausible, mode: 4.0, hard: plausible };
    /// assert!((pert.mean() - 4.5).abs() < 1e-12 && (pert.variance() - 1.607_143).abs() < 1e-6);
    /// ```
    #[must_use]
    pub fn variance(&self) -> f64 {
        let Span { min, max } = self.ends();
        let (mean, mode) = (self.mean(), self.mode);
        match self.shape {
            Shape::Pert => (mean - min) * (max - mean) / 7.0,
            Shape::Triangular => {
                (min * min + max * max + mode * mode - min * max - min * mode - max * mode) / 18.0
            }
            Shape::Uniform => (max - min) * (max - min) / 12.0,
            Shape::Normal => self.deviation() * self.deviation(),
        }
    }

    /// The standard deviation of a normal spread, whatever is set.
    fn deviation(&self) -> f64 {
        (self.plausible.max - self.plausible.min).max(0.0) / (2.0 * NINE_IN_TEN)
    }

    /// Its values over the latents.
    #[must_use]
    pub fn quantiles(&self) -> Quantiles {
        if self.is_known() {
            return Quantiles::known(self.mode);
        }
        let Span { min, max } = self.ends();
        let nodes = match self.shape {
            Shape::Pert => {
                let part = (self.mode - min) / (max - min);
                let parts = beta::quantiles(1.0 + 4.0 * part, FARTHEST, NODES_PER_DEVIATION);
                parts.into_iter().map(|part| min + (max - min) * part).collect()
            }
            Shape::Triangular => at_nodes(|z| triangular(min, self.mode, max, z)),
            Shape::Uniform => at_nodes(|z| min + (max - min) * below(z)),
            Shape::Normal => at_nodes(|z| self.hard.clamp(self.mode + self.deviation() * z)),
        };
        Quantiles::new(nodes)
    }
}

/// The part of all latents that lie below z.
#[must_use]
pub fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

fn at_nodes(value: impl Fn(f64) -> f64) -> Vec<f64> {
    (0..=PIECES).map(|node| value(node as f64 / NODES_PER_DEVIATION as f64 - FARTHEST)).collect()
}

fn triangular(min: f64, mode: f64, max: f64, z: f64) -> f64 {
    let under = (mode - min) / (max - min);
    if below(z) <= under {
        min + libm::sqrt(below(z) * (max - min) * (mode - min))
    } else {
        max - libm::sqrt(below(-z) * (max - min) * (max - mode))
    }
}

/// The values of an unknown over its latent, as a table with straight lines between its nodes.
///
/// It is built with plain arithmetic and `libm`, so that its bits are the same in every browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantiles {
    nodes: Vec<f64>,
    short: Box<[[f32; 2]; PIECES]>,
}

impl Quantiles {
    fn new(nodes: Vec<f64>) -> Self {
        let short = |node: usize| nodes[node] as f32;
        let short =
            Box::new(array::from_fn(|piece| [short(piece), short(piece + 1) - short(piece)]));
        Self { nodes, short }
    }

    /// One value for all latents.
    #[must_use]
    pub fn known(value: f64) -> Self {
        Self::new(at_nodes(|_| value))
    }

    /// The value at a latent.
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        let position = Self::position(z);
        let (node, beyond) = (position as usize, position - position.trunc());
        self.nodes[node] + (self.nodes[node + 1] - self.nodes[node]) * beyond
    }

    /// Where a latent lies among the nodes: their number, and how far towards the next.
    #[must_use]
    pub fn position(z: f64) -> f64 {
        ((z + FARTHEST) * Self::SCALE).clamp(0.0, Self::LAST)
    }

    /// Nodes for each standard deviation.
    pub const SCALE: f64 = NODES_PER_DEVIATION as f64;

    /// Where the table ends, in standard deviations.
    pub const FARTHEST: f64 = FARTHEST;

    /// The last position; a little before the last node, which always has a next.
    pub const LAST: f64 = 2.0 * FARTHEST * Self::SCALE - 0.001;

    /// The nodes.
    #[must_use]
    pub fn nodes(&self) -> &[f64] {
        &self.nodes
    }

    /// The lines in short numbers, for lanes of futures: where each begins and how far it rises.
    #[must_use]
    pub fn short_pieces(&self) -> &[[f32; 2]; PIECES] {
        &self.short
    }

    /// The lowest and the highest value of all futures.
    #[must_use]
    pub fn ends(&self) -> Span {
        let end = |node: Option<&f64>| node.copied().unwrap_or_default();
        Span { min: end(self.nodes.first()), max: end(self.nodes.last()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(shape: Shape, min: f64, mode: f64, max: f64) -> Spread {
        let plausible = Span { min, max };
        Spread { shape, plausible, mode, hard: Span { min: -100.0, max: 100.0 } }
    }

    /// Mean and variance of the table's values, weighed with the density of their latents.
    fn moments(quantiles: &Quantiles) -> (f64, f64) {
        let steps = 200_000;
        let value = |step: i32| {
            let u = (f64::from(step) + 0.5) / f64::from(steps);
            quantiles.at(crate::study::random::normal(u))
        };
        let mean = (0..steps).map(value).sum::<f64>() / f64::from(steps);
        let squares = (0..steps).map(|step| (value(step) - mean) * (value(step) - mean));
        (mean, squares.sum::<f64>() / f64::from(steps))
    }

    #[test]
    fn published_moments_of_pert_and_triangular_are_met() {
        let pert = spread(Shape::Pert, 2.0, 4.0, 9.0);
        let triangular = spread(Shape::Triangular, 2.0, 4.0, 9.0);
        assert!((pert.mean() - 4.5).abs() < 1e-12);
        assert!((pert.variance() - 1.607_143).abs() < 1e-6);
        assert!((triangular.mean() - 5.0).abs() < 1e-12);
        assert!((triangular.variance() - 2.166_667).abs() < 1e-6);
        assert!((triangular.quantiles().at(0.0) - 4.816_700).abs() < 1e-6);
        let path = [(1.0, 2.0, 3.0), (2.0, 4.0, 6.0), (3.0, 5.0, 13.0)];
        let path = path.map(|(min, mode, max)| spread(Shape::Pert, min, mode, max));
        assert!((path.map(|step| step.mean()).iter().sum::<f64>() - 12.0).abs() < 1e-12);
    }

    #[test]
    fn tables_have_the_moments_of_the_closed_forms() {
        for (min, mode, max) in
            [(3.0, 5.0, 6.0), (0.0, 4.0, 10.0), (4.0, 6.0, 7.0), (0.0, 0.0, 4.0)]
        {
            for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
                let spread = spread(shape, min, mode, max);
                let (mean, variance) = moments(&spread.quantiles());
                assert!((mean - spread.mean()).abs() < 1e-4, "{spread:?} {mean}");
                assert!((variance / spread.variance() - 1.0).abs() < 1e-3, "{spread:?} {variance}");
            }
        }
    }

    #[test]
    fn the_worked_example_has_these_moments() {
        let given = [(3.0, 5.0, 6.0), (0.0, 4.0, 10.0), (4.0, 6.0, 7.0)];
        let of = |shape| given.map(|(min, mode, max)| spread(shape, min, mode, max));
        let close = |spreads: [Spread; 3], means: [f64; 3], variances: [f64; 3]| {
            for ((spread, mean), variance) in spreads.iter().zip(means).zip(variances) {
                assert!((spread.mean() - mean).abs() < 1e-6, "{spread:?}");
                assert!((spread.variance() - variance).abs() < 1e-6, "{spread:?}");
            }
        };
        let triangular = [0.388_889, 4.222_222, 0.388_889];
        close(of(Shape::Triangular), [4.666_667, 4.666_667, 5.666_667], triangular);
        let pert = [0.305_556, 3.507_937, 0.305_556];
        close(of(Shape::Pert), [4.833_333, 4.333_333, 5.833_333], pert);
    }

    #[test]
    fn a_known_value_is_the_same_in_every_future_to_the_last_bit() {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
            let known = spread(shape, 0.1, 0.1, 0.1);
            assert!(known.is_known());
            for z in [-9.0, -1.3, 0.0, 0.777, 9.0] {
                assert_eq!(known.quantiles().at(z), 0.1);
            }
        }
    }

    #[test]
    fn raising_the_set_value_lowers_no_future() {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
            let mut before = spread(shape, -3.0, -5.0, 3.0).quantiles();
            for step in 1..=100 {
                let mode = -5.0 + 0.1 * f64::from(step);
                let now = spread(shape, -3.0, mode, 3.0).quantiles();
                let pairs = now.nodes().iter().zip(before.nodes());
                for (node, (now, before)) in pairs.enumerate() {
                    assert!(now - before > -1e-9, "{shape:?} {mode} {node}: {before} to {now}");
                }
                before = now;
            }
        }
    }

    #[test]
    fn a_higher_latent_never_gives_a_lower_value() {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
            for mode in [-3.0, -2.999, 0.0, 1.0, 3.0, 4.0] {
                let quantiles = spread(shape, -3.0, mode, 3.0).quantiles();
                assert!(quantiles.nodes().windows(2).all(|pair| pair[0] <= pair[1]), "{mode}");
            }
        }
    }

    #[test]
    fn a_normal_spread_keeps_to_what_is_possible() {
        let mut share = spread(Shape::Normal, 0.4, 0.8, 1.0);
        share.hard = Span { min: 0.0, max: 1.0 };
        assert_eq!(share.quantiles().ends().max, 1.0);
        assert!((share.quantiles().at(NINE_IN_TEN / 2.0) - 0.95).abs() < 1e-3);
    }
}
