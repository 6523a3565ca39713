//! The futures that are drawn: which numbers stand for chance.
//!
//! Future k of a plan depends on the seed and k alone: on no lever, no earlier question, no number of
//! workers. Moving a lever therefore moves each future, and never exchanges it for another.

use super::correlation::OwnNumbers;
use super::kernel::{Eight, Exposure, Fate, FateTables, Fates, Lane};
use super::odds::Draws;
use super::random::{between_zero_and_one, keyed, mixed, normal};
use super::rotation::Rotation;
use crate::plan::Plan;
use std::ops::Range;

/// How many points of how many independent sets of even points.
///
/// Each set stands for all futures by itself, so that the difference of the sets tells the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many sets.
    pub sets: usize,
    /// How many points of each; a multiple of eight.
    pub points: usize,
}

impl Count {
    /// How many futures.
    #[must_use]
    pub fn futures(self) -> usize {
        self.sets * self.points
    }

    /// The futures divided over some workers, in whole eights; some may have none.
    #[must_use]
    pub fn slices(self, workers: usize) -> Vec<Range<usize>> {
        let groups = self.futures() / Eight::COUNT;
        let workers = workers.max(1);
        let cut = |worker: usize| groups * worker / workers * Eight::COUNT;
        (0..workers).map(|worker| cut(worker)..cut(worker + 1)).collect()
    }
}

impl Draws {
    /// How many points of how many sets. A preview is the beginning of the first set.
    #[must_use]
    pub fn sets(self) -> Count {
        match self {
            Self::Preview => Count { sets: 1, points: 512 },
            Self::Settled => Count { sets: 8, points: 512 },
            Self::Fine => Count { sets: 8, points: 2_048 },
        }
    }
}

/// How points are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Points {
    /// Evenly (scrambled Sobol points).
    Even,
    /// By chance alone, to see what evenness is worth.
    Random,
}

/// How many numbers stand for what happens to single projects.
const OWN_NUMBERS: usize = 1_024;

/// All that is needed to draw the futures of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    seed: u32,
    points: Points,
    /// Latents as sums of independent normal numbers, row by row.
    turn: Vec<Vec<f32>>,
    /// Normal numbers of single projects, all equally likely.
    own: Vec<f32>,
    /// The direction in which the projects' own numbers are even.
    even: Vec<[f32; 2]>,
}

impl Source {
    /// The futures of a plan with a seed.
    #[must_use]
    pub fn new(plan: &Plan, seed: u32) -> Self {
        Self::with(&Rotation::of(plan), seed, Points::Even)
    }

    /// The futures under a rotation, with points chosen in one way or the other.
    #[must_use]
    pub fn with(rotation: &Rotation, seed: u32, points: Points) -> Self {
        let short = |row: &Vec<f64>| row.iter().map(|&cell| cell as f32).collect();
        Self {
            seed,
            points,
            turn: rotation.latents.iter().map(short).collect(),
            own: own_numbers(),
            even: rotation.own.iter().map(|own| own.map(|part| part as f32)).collect(),
        }
    }

    /// Draws the futures of a range, which must consist of whole eights.
    #[must_use]
    pub fn draw(&self, count: Count, range: Range<usize>) -> Sample {
        let groups = range.len() / Eight::COUNT;
        let mut sample = Sample {
            latents: Vec::with_capacity(groups * self.turn.len()),
            keys: Vec::with_capacity(range.len()),
            length: self.turn.len(),
        };
        let mut straight = vec![Eight::default(); self.turn.len()];
        for first in range.clone().step_by(Eight::COUNT).take(groups) {
            let place = |lane: usize| {
                let future = first + lane;
                (future / count.points.max(1), future % count.points.max(1))
            };
            self.straight(place, &mut straight);
            for row in &self.turn {
                let sum = |sum: Eight, (&part, &number): (&f32, &Eight)| {
                    sum + number * <Eight as Lane>::all(part)
                };
                sample.latents.push(row.iter().zip(&straight).fold(Eight::default(), sum));
            }
            sample.keys.extend((0..Eight::COUNT).map(|lane| self.key(place(lane))));
            self.even_out(&mut sample);
        }
        sample
    }

    /// Turns the last latent of the last group into the shift that brings the projects' own numbers
    /// to it, along the direction in which they are to be even.
    fn even_out(&self, sample: &mut Sample) {
        let keys = &sample.keys[sample.keys.len() - Eight::COUNT..];
        let mut led = Eight::default();
        for (project, &[first, second]) in self.even.iter().enumerate() {
            if first != 0.0 || second != 0.0 {
                let own = own_of(keys, project, &self.own);
                led += own.0 * <Eight as Lane>::all(first) + own.1 * <Eight as Lane>::all(second);
            }
        }
        if let Some(last) = sample.latents.last_mut() {
            *last -= led;
        }
    }

    /// The coordinates of eight points as normal numbers.
    fn straight(&self, place: impl Fn(usize) -> (usize, usize), numbers: &mut [Eight]) {
        for (block, numbers) in numbers.chunks_mut(4).enumerate() {
            let mut lanes = [[0.0_f32; 8]; 4];
            for lane in 0..Eight::COUNT {
                let parts = self.four_parts(place(lane), block as u32);
                for (numbers, part) in lanes.iter_mut().zip(parts) {
                    numbers[lane] = normal(part) as f32;
                }
            }
            for (number, lanes) in numbers.iter_mut().zip(lanes) {
                *number = Eight::new(lanes);
            }
        }
    }

    /// Four coordinates of one point of a set, between 0 and 1.
    fn four_parts(&self, (set, point): (usize, usize), block: u32) -> [f64; 4] {
        let blocks = sobol_burley::NUM_DIMENSION_SETS_4D;
        let key = keyed(u64::from(self.seed), (set as u64) << 32 | u64::from(block / blocks));
        match self.points {
            Points::Even => {
                let even = sobol_burley::sample_4d(point as u32, block % blocks, key as u32);
                // The middle of the smallest step that short numbers between 0 and 1 can tell.
                even.map(|part| f64::from(part) + 0.5 / f64::from(1_u32 << 24))
            }
            Points::Random => {
                let place = (point as u64) << 32 | u64::from(block) << 2;
                std::array::from_fn(|own| between_zero_and_one(keyed(key, place + own as u64)))
            }
        }
    }

    /// What tells the projects' own numbers of one future from another's.
    fn key(&self, (set, point): (usize, usize)) -> u64 {
        keyed(!u64::from(self.seed), (set as u64) << 32 | point as u64)
    }

    /// What befalls the projects in one group of eight futures.
    #[must_use]
    pub fn fates<'a>(
        &'a self,
        sample: &'a Sample,
        group: usize,
        tables: &'a FateTables,
    ) -> DrawnFates<'a> {
        let numbers = OwnNumbers::new();
        let end = (group + 1) * sample.length;
        DrawnFates {
            keys: &sample.keys[group * Eight::COUNT..(group + 1) * Eight::COUNT],
            common: sample.latents[end - 2] * <Eight as Lane>::splat(numbers.together),
            shift: sample.latents[end - 1],
            apart: <Eight as Lane>::splat(numbers.apart),
            with_slip: <Eight as Lane>::splat(numbers.with_slip),
            alone: <Eight as Lane>::splat(numbers.alone),
            own: &self.own,
            even: &self.even,
            tables,
        }
    }
}

/// Normal numbers at the middles of equal parts, spread to a variance of one.
fn own_numbers() -> Vec<f32> {
    let middle = |place: usize| normal((place as f64 + 0.5) / OWN_NUMBERS as f64);
    let numbers: Vec<f64> = (0..OWN_NUMBERS).map(middle).collect();
    let variance = numbers.iter().map(|own| own * own).sum::<f64>() / OWN_NUMBERS as f64;
    numbers.iter().map(|own| (own / libm::sqrt(variance)) as f32).collect()
}

/// The latents of some futures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// `[group of eight][latent]`; the last are what slips have in common and the shift of the
    /// projects' own numbers.
    latents: Vec<Eight>,
    /// One for each future.
    keys: Vec<u64>,
    /// How many latents a future has.
    length: usize,
}

impl Sample {
    /// How many futures.
    #[must_use]
    pub fn futures(&self) -> usize {
        self.keys.len()
    }

    /// How many groups of eight.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.futures() / Eight::COUNT
    }

    /// The latents of one group.
    #[must_use]
    pub fn latents(&self, group: usize) -> &[Eight] {
        &self.latents[group * self.length..(group + 1) * self.length]
    }

    /// One latent over all futures.
    #[must_use]
    pub fn latent(&self, index: usize) -> Vec<f32> {
        let of_group = |group: usize| self.latents(group)[index].to_array();
        (0..self.groups()).flat_map(of_group).collect()
    }

    /// Takes another sample's futures in behind its own.
    pub fn extend(&mut self, other: Self) {
        self.length = other.length;
        self.latents.extend(other.latents);
        self.keys.extend(other.keys);
    }
}

/// What befalls the projects in eight futures.
#[derive(Clone, Copy, Debug)]
pub struct DrawnFates<'a> {
    keys: &'a [u64],
    common: Eight,
    shift: Eight,
    apart: Eight,
    with_slip: Eight,
    alone: Eight,
    own: &'a [f32],
    even: &'a [[f32; 2]],
    tables: &'a FateTables,
}

impl Fates<Eight> for DrawnFates<'_> {
    #[inline]
    fn of(&self, project: usize, exposure: Exposure) -> Fate<Eight> {
        let nothing = Eight::default();
        let mut fate = Fate { slip: nothing, longer: nothing, dearer: nothing };
        let overruns = exposure.stretches || exposure.costs;
        if !exposure.slips && !overruns {
            return fate;
        }
        let (first, second) = self.own_numbers(project);
        if exposure.slips {
            fate.slip = Eight::values(&self.tables.slip, self.common + first * self.apart);
        }
        if overruns {
            let latent = first * self.with_slip + second * self.alone;
            if exposure.stretches {
                fate.longer = Eight::values(&self.tables.longer, latent);
            }
            if exposure.costs {
                fate.dearer = Eight::values(&self.tables.dearer, latent);
            }
        }
        fate
    }
}

impl DrawnFates<'_> {
    /// Two independent normal numbers of a project's own in each future.
    #[inline]
    fn own_numbers(&self, project: usize) -> (Eight, Eight) {
        let (first, second) = own_of(self.keys, project, self.own);
        let Some(&[one, other]) = self.even.get(project) else { return (first, second) };
        (
            first + self.shift * <Eight as Lane>::all(one),
            second + self.shift * <Eight as Lane>::all(other),
        )
    }
}

/// A project's own numbers in each future, by chance alone.
#[inline]
fn own_of(keys: &[u64], project: usize, numbers: &[f32]) -> (Eight, Eight) {
    const BITS: u32 = OWN_NUMBERS.trailing_zeros();
    let key = (project as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (mut first, mut second) = ([0.0; 8], [0.0; 8]);
    for (lane, &own) in keys.iter().enumerate().take(Eight::COUNT) {
        let number = mixed(own.wrapping_add(key));
        first[lane] = numbers[(number >> (64 - BITS)) as usize];
        second[lane] = numbers[(number >> (64 - 2 * BITS)) as usize % OWN_NUMBERS];
    }
    (Eight::new(first), Eight::new(second))
}

#[cfg(test)]
mod tests;
