//! Which way the even points are turned, so that their evenness falls where GDP is decided.
//!
//! The first coordinates of Sobol points are the most even. The latents are therefore not these
//! coordinates themselves but a rotation of them, whose first directions are those in which growth
//! and level of the tiers' year change most. A rotation of independent normal numbers leaves them
//! independent and normal, so nothing about the futures changes but how well few of them stand for
//! all. It follows from the plan as written alone: no lever turns it.

use super::correlation::{self, Mixing};
use super::kernel::{Fate, Figures, Model, Room};
use super::unknown::Unknowns;
use crate::plan::Plan;
use crate::plan::scenario::Scenario;

/// How far a latent is moved to see which way GDP goes, in standard deviations.
const STEP: f64 = 0.5;

/// What turns even independent normal numbers into the latents of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Rotation {
    /// Row by row: a latent as a sum of the even numbers.
    pub latents: Vec<Vec<f64>>,
    /// Part of the correlations that could be kept.
    pub kept: f64,
}

impl Rotation {
    /// The rotation of a plan as written.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let unknowns = Unknowns::of(plan, &Scenario::default());
        let mixing = mixing(&unknowns);
        let directions = basis(&gradients(plan, &unknowns, &mixing), unknowns.latents());
        Self { latents: turned(&mixing.lower, &directions), kept: mixing.kept }
    }

    /// The latents as they are mixed, unturned: the first coordinate is the first unknown's.
    #[must_use]
    pub fn none(plan: &Plan) -> Self {
        let mixing = mixing(&Unknowns::of(plan, &Scenario::default()));
        Self { latents: mixing.lower, kept: mixing.kept }
    }
}

/// How the latents of the plan's unknowns go together; what slips have in common is the last.
fn mixing(unknowns: &Unknowns) -> Mixing {
    let kinds: Vec<_> = unknowns.once.iter().map(|unknown| unknown.lever.kind).collect();
    let mut matrix = correlation::matrix(&kinds);
    for row in &mut matrix {
        row.push(0.0);
    }
    matrix.push((0..=kinds.len()).map(|at| if at == kinds.len() { 1.0 } else { 0.0 }).collect());
    Mixing::of(&matrix)
}

/// How growth and level of the tiers' year, and the levels around it, change with each independent
/// normal number at the middle of the futures.
fn gradients(plan: &Plan, unknowns: &Unknowns, mixing: &Mixing) -> Vec<Vec<f64>> {
    let model = Model::<f64>::new(plan, &Scenario::default(), unknowns);
    let tables: Vec<_> = unknowns.once.iter().map(|own| own.spread.quantiles()).collect();
    let slip = unknowns.slip.map(|slip| slip.spread.quantiles());
    let share = libm::sqrt(correlation::of_latents(correlation::SLIP_SLIP));
    let mut room = Room::default();
    let mut run = |place: usize, step: f64| {
        let latent = |row: usize| mixing.lower[row][place] * step;
        let drawn: Vec<f64> =
            tables.iter().enumerate().map(|(row, table)| table.at(latent(row))).collect();
        let fate = Fate {
            slip: slip.as_ref().map_or(0.0, |table| table.at(share * latent(tables.len()))),
            ..model.set_fate()
        };
        model.run(&drawn, &fate, &mut room)
    };
    let each: Vec<_> =
        (0..unknowns.latents()).map(|place| (run(place, -STEP), run(place, STEP))).collect();
    let last = plan.grid.quarters().saturating_sub(1);
    let figures = |figures: &Figures<f64>| {
        let trailing = |t: usize| figures.trailing[t];
        [figures.growth, figures.nominal, trailing(last), trailing((last + 4) / 2)]
    };
    let changes: Vec<_> = each
        .iter()
        .map(|(low, high)| {
            let (low, high) = (figures(low), figures(high));
            std::array::from_fn::<f64, 4, _>(|item| high[item] - low[item])
        })
        .collect();
    (0..4).map(|item| changes.iter().map(|change| change[item]).collect()).collect()
}

/// Directions at right angles to each other: first along the gradients, then along the axes.
fn basis(gradients: &[Vec<f64>], length: usize) -> Vec<Vec<f64>> {
    let axis = |place: usize| (0..length).map(|at| f64::from(u8::from(at == place))).collect();
    let mut directions: Vec<Vec<f64>> = Vec::with_capacity(length);
    for candidate in gradients.iter().cloned().chain((0..length).map(axis)) {
        if directions.len() == length {
            break;
        }
        let size = norm(&candidate);
        let mut rest = candidate;
        // Twice, because once leaves what rounding leaves.
        for _ in 0..2 {
            for direction in &directions {
                let along: f64 = rest.iter().zip(direction).map(|(one, other)| one * other).sum();
                for (part, direction) in rest.iter_mut().zip(direction) {
                    *part -= along * direction;
                }
            }
        }
        let left = norm(&rest);
        // Nearly none of it is new: another candidate gives a better direction.
        if left > 1e-6 * size {
            directions.push(rest.iter().map(|part| part / left).collect());
        }
    }
    directions
}

fn norm(vector: &[f64]) -> f64 {
    libm::sqrt(vector.iter().map(|part| part * part).sum())
}

/// Latents of turned numbers: lower · directionsᵀ.
fn turned(lower: &[Vec<f64>], directions: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let cell = |row: &Vec<f64>, place: usize| -> f64 {
        row.iter().enumerate().map(|(at, part)| part * directions[place][at]).sum()
    };
    lower.iter().map(|row| (0..directions.len()).map(|place| cell(row, place)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds;

    #[test]
    fn a_turn_leaves_the_correlations_as_they_are() {
        let plan = seeds::chengguan().unwrap();
        let (turned, plain) = (Rotation::of(&plan), Rotation::none(&plan));
        let product = |rotation: &Rotation, one: usize, other: usize| -> f64 {
            let pairs = rotation.latents[one].iter().zip(&rotation.latents[other]);
            pairs.map(|(one, other)| one * other).sum()
        };
        for one in 0..turned.latents.len() {
            for other in 0..turned.latents.len() {
                let difference = product(&turned, one, other) - product(&plain, one, other);
                assert!(difference.abs() < 1e-12, "{one} {other}");
            }
        }
        assert_ne!(turned.latents, plain.latents);
    }

    #[test]
    fn the_first_number_moves_every_industry_s_growth_the_same_way() {
        let plan = seeds::chengguan().unwrap();
        let rotation = Rotation::of(&plan);
        let unknowns = Unknowns::of(&plan, &Scenario::default());
        for (unknown, row) in unknowns.once.iter().zip(&rotation.latents) {
            if unknown.lever.kind == crate::plan::lever::Kind::Growth {
                assert!(row[0] > 0.1, "{:?} {}", unknown.lever, row[0]);
            }
        }
    }
}
