//! Which unknowns go together, and how latents are made that do.
//!
//! Rank correlations (Spearman's ρ) are what planners can judge; the latents of a Gaussian copula
//! then correlate by 2·sin(πρ/6).

use crate::plan::lever::Kind;

/// Rank correlation of the growth of two industries.
const GROWTH_GROWTH: f64 = 0.5;
/// Of an industry's growth and the rise of prices.
const GROWTH_PRICE: f64 = 0.2;
/// Of the part executed and the part awarded.
const EXECUTION_AWARD: f64 = 0.3;
/// Of the slips of two projects.
const SLIP_SLIP: f64 = 0.3;
/// Of the slip and the overruns of one project.
const SLIP_OVERRUN: f64 = 0.5;

/// The correlation of two latents whose values have a rank correlation.
///
/// ```
/// use mogao::study::correlation::of_latents;
/// assert!((of_latents(0.5) - 0.517_638).abs() < 1e-6);
/// ```
#[must_use]
pub fn of_latents(rank: f64) -> f64 {
    2.0 * libm::sin(std::f64::consts::PI * rank / 6.0)
}

/// The rank correlation of two different unknowns of the plan.
fn of_ranks(one: Kind, other: Kind) -> f64 {
    match (one, other) {
        (Kind::Growth, Kind::Growth) => GROWTH_GROWTH,
        (Kind::Growth, Kind::CommonPrice) | (Kind::CommonPrice, Kind::Growth) => GROWTH_PRICE,
        (Kind::Execution, Kind::Award) | (Kind::Award, Kind::Execution) => EXECUTION_AWARD,
        _ => 0.0,
    }
}

/// The correlations of the latents of some unknowns.
#[must_use]
pub fn matrix(kinds: &[Kind]) -> Vec<Vec<f64>> {
    let cell = |row: usize, column: usize| {
        if row == column { 1.0 } else { of_latents(of_ranks(kinds[row], kinds[column])) }
    };
    let each = 0..kinds.len();
    each.clone().map(|row| each.clone().map(|column| cell(row, column)).collect()).collect()
}

/// What turns independent latents into latents that go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixing {
    /// The lower triangle L with L·Lᵀ equal to the correlations, row by row.
    pub lower: Vec<Vec<f64>>,
    /// Part of the correlations that could be kept: one where they can all hold at once.
    pub kept: f64,
}

impl Mixing {
    /// The Cholesky factor of a matrix of correlations.
    ///
    /// Correlations that cannot all hold at once (what goes with two opposites) are made smaller
    /// alike, by a tenth and a tenth again until they can, and `kept` says how much is left of them.
    #[must_use]
    pub fn of(correlations: &[Vec<f64>]) -> Self {
        let mut kept = 1.0;
        loop {
            if let Some(lower) = cholesky(correlations, kept) {
                return Self { lower, kept };
            }
            kept = if kept > 0.05 { kept - 0.1 } else { 0.0 };
        }
    }
}

/// The lower triangle of correlations times `kept`; `None` where they cannot hold at once.
fn cholesky(correlations: &[Vec<f64>], kept: f64) -> Option<Vec<Vec<f64>>> {
    let mut lower: Vec<Vec<f64>> = Vec::with_capacity(correlations.len());
    for (row, own) in correlations.iter().enumerate() {
        let mut line: Vec<f64> = Vec::with_capacity(correlations.len());
        for column in 0..row {
            let known: f64 = line.iter().zip(&lower[column]).map(|(one, other)| one * other).sum();
            line.push((own[column] * kept - known) / lower[column][column]);
        }
        let rest = 1.0 - line.iter().map(|part| part * part).sum::<f64>();
        if kept > 0.0 && rest < 1e-9 {
            return None;
        }
        line.push(libm::sqrt(rest));
        line.resize(correlations.len(), 0.0);
        lower.push(line);
    }
    Some(lower)
}

/// How the latents of a project come from what slips have in common and two numbers of its own.
///
/// ```text
/// slip    = together · common + apart · first
/// overrun = with slip · first + alone · second
/// ```
///
/// An overrun goes with its own project's part of the slip: not with other projects'.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnNumbers {
    /// Weight of what slips have in common.
    pub together: f64,
    /// Weight of the first own number in the slip.
    pub apart: f64,
    /// Weight of the first own number in the overruns.
    pub with_slip: f64,
    /// Weight of the second own number in the overruns.
    pub alone: f64,
}

impl OwnNumbers {
    /// The weights that give the rank correlations of slips and overruns.
    #[must_use]
    pub fn new() -> Self {
        let common = of_latents(SLIP_SLIP);
        let apart = libm::sqrt(1.0 - common);
        let with_slip = of_latents(SLIP_OVERRUN) / apart;
        let alone = libm::sqrt(1.0 - with_slip * with_slip);
        Self { together: libm::sqrt(common), apart, with_slip, alone }
    }
}

impl Default for OwnNumbers {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(lower: &[Vec<f64>], row: usize, column: usize) -> f64 {
        lower[row].iter().zip(&lower[column]).map(|(one, other)| one * other).sum()
    }

    #[test]
    fn mixed_latents_have_the_correlations_asked_for() {
        let kinds = [
            Kind::Growth,
            Kind::Growth,
            Kind::CommonPrice,
            Kind::Execution,
            Kind::Award,
            Kind::Icor,
        ];
        let wanted = matrix(&kinds);
        let mixing = Mixing::of(&wanted);
        assert_eq!(mixing.kept, 1.0);
        for (row, line) in wanted.iter().enumerate() {
            for (column, &cell) in line.iter().enumerate() {
                assert!((product(&mixing.lower, row, column) - cell).abs() < 1e-12);
            }
        }
        assert!((wanted[0][2] - of_latents(0.2)).abs() < 1e-15);
        assert!((wanted[4][3] - of_latents(0.3)).abs() < 1e-15);
        assert_eq!(wanted[5][0], 0.0);
    }

    #[test]
    fn correlations_that_cannot_hold_at_once_are_made_smaller_and_it_is_said() {
        let impossible = vec![vec![1.0, 0.9, 0.9], vec![0.9, 1.0, -0.9], vec![0.9, -0.9, 1.0]];
        let mixing = Mixing::of(&impossible);
        assert!(mixing.kept > 0.4 && mixing.kept < 0.6, "{}", mixing.kept);
        assert!((product(&mixing.lower, 0, 1) - 0.9 * mixing.kept).abs() < 1e-12);
        assert!((product(&mixing.lower, 2, 1) + 0.9 * mixing.kept).abs() < 1e-12);
        assert!((product(&mixing.lower, 2, 2) - 1.0).abs() < 1e-12);
    }
}
