//! How far off the odds of a few futures are, and how much better even points are than chance.

use super::{DrawnFigures, Draws, Futures};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::study::draws::{Count, Points, Source};
use crate::study::rotation::Rotation;
use crate::units::Share;

/// Levels of growth and GDP between which the futures divide into tenths.
const TENTHS: usize = 9;

/// The odds of many questions about one scenario, from so many futures that they count as true.
///
/// The questions are the tiers, and whether growth, level and the last level of the horizon pass each
/// tenth of their futures: thirty for a plan with three tiers.
#[derive(Clone, Debug)]
pub struct Accuracy {
    futures: Futures,
    rotation: Rotation,
    straight: Rotation,
    levels: [Vec<f32>; 3],
    truth: Vec<f64>,
}

/// How the futures of a trial are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// By chance alone.
    Random,
    /// Even points as they come.
    Even,
    /// Even points turned to where GDP is decided: what the odds are made from.
    Turned,
}

impl Accuracy {
    /// Finds the truth from eight sets of so many points; 16,384 are 2¹⁷ futures.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, points: usize) -> Self {
        let mut accuracy = Self {
            futures: Futures::new(plan, scenario),
            rotation: Rotation::of(plan),
            straight: Rotation::none(plan),
            levels: [const { Vec::new() }; 3],
            truth: Vec::new(),
        };
        // No trial has this seed.
        let figures = accuracy.figures(Choice::Turned, Count { sets: 8, points }, u32::MAX);
        accuracy.levels = columns(&figures).map(|mut values| {
            values.sort_unstable_by(f32::total_cmp);
            (1..=TENTHS).map(|tenth| values[values.len() * tenth / (TENTHS + 1)]).collect()
        });
        accuracy.truth = accuracy.shares(&figures);
        accuracy
    }

    fn figures(&self, choice: Choice, count: Count, seed: u32) -> DrawnFigures {
        let (rotation, points) = match choice {
            Choice::Random => (&self.straight, Points::Random),
            Choice::Even => (&self.straight, Points::Even),
            Choice::Turned => (&self.rotation, Points::Even),
        };
        let source = Source::with(rotation, seed, points);
        let mut figures = DrawnFigures::default();
        for slice in count.slices(count.futures().div_ceil(1_024)) {
            figures.extend(&self.futures.figures(&source, &source.draw(count, slice)));
        }
        figures
    }

    /// The part of the futures in which each question is answered with yes.
    fn shares(&self, figures: &DrawnFigures) -> Vec<f64> {
        let count = figures.futures().max(1) as f64;
        let mut shares = Vec::new();
        for (values, levels) in columns(figures).iter().zip(&self.levels) {
            for level in levels {
                let passed = values.iter().filter(|value| *value >= level).count();
                shares.push(passed as f64 / count);
            }
        }
        let odds = super::Odds::of(
            std::slice::from_ref(figures),
            Count { sets: 1, points: figures.futures() },
            &self.futures.tiers,
            self.futures.published_rounding,
        );
        shares.extend(odds.tiers.iter().map(|tier| tier.attained.0));
        shares
    }

    /// The root of the mean squared error of all questions, over some repetitions of a trial with so
    /// many futures.
    #[must_use]
    pub fn error(&self, choice: Choice, futures: usize, repetitions: u32) -> Share {
        let count = Count { sets: 1, points: futures };
        let mut squares = 0.0;
        for seed in 0..repetitions {
            let shares = self.shares(&self.figures(choice, count, seed));
            let pairs = shares.iter().zip(&self.truth);
            squares += pairs.map(|(found, truth)| (found - truth) * (found - truth)).sum::<f64>();
        }
        let trials = f64::from(repetitions.max(1)) * self.truth.len().max(1) as f64;
        Share(libm::sqrt(squares / trials))
    }

    /// The error of a preview over that of 10,000 futures drawn by chance: one is as good.
    #[must_use]
    pub fn of_preview(&self, repetitions: u32) -> f64 {
        let preview = self.error(Choice::Turned, Draws::Preview.sets().futures(), repetitions);
        preview.0 / self.error(Choice::Random, 10_000, repetitions).0
    }
}

/// Growth, level and the last level of the horizon.
fn columns(figures: &DrawnFigures) -> [Vec<f32>; 3] {
    let quarters = figures.trailing.len().checked_div(figures.futures()).unwrap_or(1).max(1);
    let last = figures.trailing.chunks(quarters).filter_map(|own| own.last().copied());
    [figures.growth.clone(), figures.nominal.clone(), last.collect()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds;

    #[test]
    fn turned_even_points_are_far_better_than_chance_at_the_same_count() {
        let plan = seeds::linhe().unwrap();
        let accuracy = Accuracy::new(&plan, &Scenario::default(), 2_048);
        let [random, even, turned] = [Choice::Random, Choice::Even, Choice::Turned]
            .map(|choice| accuracy.error(choice, 256, 6).0);
        assert!(turned < 0.5 * random, "{turned} against {random}");
        assert!(turned < even, "{turned} against {even}");
        assert!(turned < 0.015);
    }
}
