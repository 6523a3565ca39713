//! Which way the even points are turned, so that their evenness falls where GDP is decided.
//!
//! The first coordinates of Sobol points are the most even. The latents are therefore not these
//! coordinates themselves but a rotation of them, whose first directions are those in which growth
//! and level of the tiers' year change most. A rotation of independent normal numbers leaves them
//! independent and normal, so nothing about the futures changes but how well few of them stand for
//! all. It follows from the plan as written alone: no lever turns it.
//!
//! What befalls single projects has too many numbers to be even in all of them. One is taken out: the
//! direction in which all of them together move growth most. The projects' own numbers are shifted
//! along it, so that their sum is as even as the rest and each is as normal as before.

use super::correlation;
use super::correlation::{Mixing, OwnNumbers};
use super::distribution::Quantiles;
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
    /// Direction in which the projects' own numbers are even, of length one: for each project, its
    /// own number of the slip and of the overruns. Empty where there is none.
    pub own: Vec<[f64; 2]>,
    /// Part of the correlations that could be kept.
    pub kept: f64,
}

impl Rotation {
    /// The rotation of a plan as written.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let unknowns = Unknowns::of(plan, &Scenario::default());
        let mixing = mixing(&unknowns);
        let middle = Middle::new(plan, &unknowns);
        let (own, length) = direction(middle.own_gradient());
        let mut gradients = middle.gradients(&mixing);
        // Along its direction, the projects' own luck moves growth by the gradient's length.
        gradients[0][unknowns.latents() - 1] = length;
        let directions = basis(&gradients, unknowns.latents());
        Self { latents: turned(&mixing.lower, &directions), own, kept: mixing.kept }
    }

    /// The latents as they are mixed, unturned: the first coordinate is the first unknown's.
    #[must_use]
    pub fn none(plan: &Plan) -> Self {
        let mixing = mixing(&Unknowns::of(plan, &Scenario::default()));
        Self { latents: mixing.lower, own: Vec::new(), kept: mixing.kept }
    }
}

/// How the latents of the plan's unknowns go together; those of projects are independent of all.
fn mixing(unknowns: &Unknowns) -> Mixing {
    let kinds: Vec<_> = unknowns.once.iter().map(|unknown| unknown.lever.kind).collect();
    let drawn_once = correlation::matrix(&kinds);
    let cell = |row: usize, column: usize| match drawn_once.get(row) {
        Some(cells) => cells.get(column).copied().unwrap_or(0.0),
        None => f64::from(u8::from(row == column)),
    };
    let all = 0..unknowns.latents();
    let line = |row| all.clone().map(|column| cell(row, column)).collect();
    Mixing::of(&all.clone().map(line).collect::<Vec<Vec<f64>>>())
}

/// The middle of the futures of a plan as written, to look from in every direction.
struct Middle<'a> {
    plan: &'a Plan,
    model: Model<f64>,
    once: Vec<Quantiles>,
    /// Of slip, longer and dearer works.
    each: [Option<Quantiles>; 3],
}

impl<'a> Middle<'a> {
    fn new(plan: &'a Plan, unknowns: &Unknowns) -> Self {
        let each = [unknowns.slip, unknowns.duration, unknowns.cost];
        Self {
            plan,
            model: Model::new(plan, &Scenario::default(), unknowns),
            once: unknowns.once.iter().map(|own| own.spread.quantiles()).collect(),
            each: each.map(|unknown| unknown.map(|unknown| unknown.spread.quantiles())),
        }
    }

    fn values(&self, latent: impl Fn(usize) -> f64) -> Vec<f64> {
        self.once.iter().enumerate().map(|(row, table)| table.at(latent(row))).collect()
    }

    fn fate(&self, slip: f64, overrun: f64) -> Fate<f64> {
        let value = |place: usize, z| self.each[place].as_ref().map_or(0.0, |table| table.at(z));
        Fate { slip: value(0, slip), longer: value(1, overrun), dearer: value(2, overrun) }
    }

    /// How growth and level of the tiers' year, and the levels around it, change with each
    /// independent normal number of the plan as a whole.
    fn gradients(&self, mixing: &Mixing) -> Vec<Vec<f64>> {
        let numbers = OwnNumbers::new();
        let mut room = Room::default();
        let mut run = |place: usize, step: f64| {
            let latent = |row: usize| mixing.lower[row][place] * step;
            let slip = numbers.together * latent(self.once.len());
            self.model.run(&self.values(latent), &self.fate(slip, 0.0), &mut room)
        };
        let all = 0..mixing.lower.len();
        let each: Vec<_> = all.map(|place| (run(place, -STEP), run(place, STEP))).collect();
        let last = self.plan.grid.quarters().saturating_sub(1);
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

    /// How growth changes with the two own numbers of each project.
    fn own_gradient(&self) -> Vec<[f64; 2]> {
        let numbers = OwnNumbers::new();
        let drawn = self.values(|_| 0.0);
        let (mut room, mut accounts) = (Room::default(), Room::default());
        let all = self.model.layer(&drawn, &self.fate(0.0, 0.0), &mut room).to_vec();
        let mut growth = |project: usize, first: f64, second: f64| {
            let fate = self
                .fate(numbers.apart * first, numbers.with_slip * first + numbers.alone * second);
            let own = self.model.layer_of(project, &drawn, &fate, &mut room);
            // The rest stands as it is: the difference of two projects is the difference of all.
            let layer: Vec<f64> = all.iter().zip(own).map(|(all, own)| all + own).collect();
            self.model.account(&drawn, &layer, &mut accounts).growth
        };
        let each = 0..self.plan.projects.len();
        each.map(|project| {
            let first = growth(project, STEP, 0.0) - growth(project, -STEP, 0.0);
            [first, growth(project, 0.0, STEP) - growth(project, 0.0, -STEP)]
        })
        .collect()
    }
}

/// The direction of a gradient, and its length; no direction where it is nothing.
fn direction(gradient: Vec<[f64; 2]>) -> (Vec<[f64; 2]>, f64) {
    let length = norm(gradient.as_flattened());
    if length == 0.0 {
        return (Vec::new(), 0.0);
    }
    (gradient.iter().map(|own| own.map(|part| part / length)).collect(), length)
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
