//! Quantiles of beta-PERT: a beta distribution on 0…1 whose parameters add to six.

use super::below;

/// Nodes solved exactly for each standard deviation; those between follow from slopes.
const EXACT: usize = 8;

/// Values over the latents from −`farthest` to `farthest`, for the first parameter `alpha` (1…5).
pub(super) fn quantiles(alpha: f64, farthest: f64, nodes_per_deviation: usize) -> Vec<f64> {
    let alpha = alpha.clamp(1.0, 5.0);
    let steps = farthest as usize * EXACT;
    // Each half is solved from its own end, where its digits are.
    let mut nodes: Vec<Node> = lower_half(alpha, steps).into_iter().rev().collect();
    let upper = lower_half(6.0 - alpha, steps);
    nodes.extend(upper.into_iter().skip(1).map(|node| Node { value: 1.0 - node.value, ..node }));
    refine(&nodes, nodes_per_deviation / EXACT)
}

/// One exact node: the value and its slope over the latent.
#[derive(Clone, Copy)]
struct Node {
    value: f64,
    slope: f64,
}

/// From the median down to the low end.
fn lower_half(alpha: f64, steps: usize) -> Vec<Node> {
    let beta = Beta::new(alpha, 6.0 - alpha);
    let mut guess = alpha / 6.0;
    let mut half = Vec::with_capacity(steps + 1);
    for step in 0..=steps {
        let z = -(step as f64) / EXACT as f64;
        let value = beta.value_below_which(below(z), guess);
        let normal_density = 0.398_942_280_401_432_7 * libm::exp(-0.5 * z * z);
        let slope = normal_density / beta.density(value);
        half.push(Node { value, slope });
        // The slope in proportion to the value changes least.
        guess = value * libm::exp(-slope / value / EXACT as f64);
    }
    half
}

/// Cubic pieces through the exact nodes with their slopes (Hermite).
fn refine(nodes: &[Node], pieces: usize) -> Vec<f64> {
    let width = 1.0 / EXACT as f64;
    let mut values = Vec::with_capacity((nodes.len() - 1) * pieces + 1);
    for pair in nodes.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        for piece in 0..pieces {
            let x = piece as f64 / pieces as f64;
            let rest = 1.0 - x;
            values.push(
                from.value * rest * rest * (1.0 + 2.0 * x)
                    + to.value * x * x * (3.0 - 2.0 * x)
                    + width * x * rest * (from.slope * rest - to.slope * x),
            );
        }
    }
    values.extend(nodes.last().map(|node| node.value));
    values
}

/// A beta distribution.
struct Beta {
    alpha: f64,
    beta: f64,
    /// Logarithm of the complete beta function.
    log_complete: f64,
}

impl Beta {
    fn new(alpha: f64, beta: f64) -> Self {
        let log_complete = libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta);
        Self { alpha, beta, log_complete }
    }

    fn density(&self, x: f64) -> f64 {
        self.power(x) / (x * (1.0 - x))
    }

    /// x^α (1 − x)^β over the complete beta function.
    fn power(&self, x: f64) -> f64 {
        libm::exp(self.alpha * libm::log(x) + self.beta * libm::log1p(-x) - self.log_complete)
    }

    /// The part of all values below x.
    fn part_below(&self, x: f64) -> f64 {
        let power = self.power(x);
        if x < (self.alpha + 1.0) / (self.alpha + self.beta + 2.0) {
            power * continued_fraction(self.alpha, self.beta, x) / self.alpha
        } else {
            1.0 - power * continued_fraction(self.beta, self.alpha, 1.0 - x) / self.beta
        }
    }

    /// Newton's method on logarithms, in which a tail is a straight line.
    fn value_below_which(&self, part: f64, guess: f64) -> f64 {
        let mut x = guess;
        for _ in 0..50 {
            let (under, density) = (self.part_below(x), self.density(x));
            let step = libm::log(under / part) * under / (x * density);
            let next = (x * libm::exp(-step)).min(0.5 + 0.5 * x);
            let moved = (next - x).abs();
            x = next;
            if moved <= 1e-14 * x {
                break;
            }
        }
        x
    }
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
///
/// Source: Abramowitz and Stegun (1964), 26.5.8; Thompson and Barnett (1986).
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..200 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            change *= c * d;
            fraction *= c * d;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_below_is_the_polynomial_that_whole_parameters_give() {
        // α = 2, β = 4: 10x² − 20x³ + 15x⁴ − 4x⁵.
        let beta = Beta::new(2.0, 4.0);
        for x in [0.01, 0.2, 0.5, 0.9] {
            let exact = x * x * (10.0 + x * (-20.0 + x * (15.0 - 4.0 * x)));
            assert!((beta.part_below(x) - exact).abs() < 1e-14, "{x}");
        }
    }

    #[test]
    fn values_and_parts_are_inverse_to_each_other_far_into_the_tails() {
        for alpha in [1.0, 1.001, 2.3, 3.0, 4.9, 5.0] {
            let nodes = quantiles(alpha, 5.0, 64);
            let beta = Beta::new(alpha, 6.0 - alpha);
            for (node, &value) in nodes.iter().enumerate() {
                let z = node as f64 / 64.0 - 5.0;
                let part = beta.part_below(value);
                let tail = below(-z.abs());
                assert!((part - below(z)).abs() < 1e-3 * tail, "α {alpha}, z {z}: {part}");
            }
        }
    }
}
