//! The smallest mix of a few pieces of bad news that loses a tier.

use super::threat::{Threat, come_true};
use crate::study::root::{self, Point, Until};
use crate::study::trial::Trial;

/// A search for the smallest mix of some threats, a little at a time.
///
/// Along a direction the edge is found where the tier is lost; there the slopes say in which
/// direction it lies nearest, and so on until nothing is gained: the design point of reliability
/// analysis (Hasofer and Lind 1974; Rackwitz and Fiessler 1978), with parts held at 1.
#[derive(Clone, Debug)]
pub(super) struct Mixing {
    threats: Vec<Threat>,
    direction: Vec<f64>,
    best: Option<Mix>,
    rounds: usize,
}

/// A mix that loses the tier.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mix {
    /// What goes wrong.
    pub(super) threats: Vec<Threat>,
    /// How far each comes true, between 0 and 1.
    pub(super) parts: Vec<f64>,
}

impl Mix {
    /// Its length: 1 is one lever at the worse end of what is plausible.
    #[must_use]
    pub(super) fn size(&self) -> f64 {
        libm::sqrt(self.parts.iter().map(|part| part * part).sum())
    }
}

/// Directions tried before the search is content.
const ROUNDS: usize = 6;

/// A new direction must make the mix smaller by this part to be worth another.
const GAINED: f64 = 1e-7;

/// The slope at a mix is taken over this part of each threat.
const NEAR: f64 = 1.0 / 64.0;

/// Close enough to the edge that a millionth less brings the tier back.
const TO_THE_EDGE: Until = Until { apart: 1e-13, passed: f64::NEG_INFINITY, asked: 80 };

impl Mixing {
    /// A search that has not begun.
    #[must_use]
    pub(super) fn new(threats: Vec<Threat>) -> Self {
        let direction = threats.iter().map(|threat| threat.loss).collect();
        Self { threats, direction, best: None, rounds: 0 }
    }

    /// The smallest mix found so far.
    #[must_use]
    pub(super) fn best(&self) -> Option<&Mix> {
        self.best.as_ref()
    }

    /// Looks along one direction; whether there is another one to try.
    pub(super) fn advance(&mut self, trial: &Trial, tier: usize) -> bool {
        let Some(mix) = self.edge(trial, tier) else { return false };
        let before = self.best.as_ref().map_or(f64::INFINITY, Mix::size);
        if mix.size() >= before * (1.0 - GAINED) {
            return false;
        }
        self.direction = self.slopes(trial, tier, &mix);
        self.best = Some(mix);
        self.rounds += 1;
        self.rounds < ROUNDS
    }

    /// How far each threat has come true when the direction is followed so far.
    fn parts(&self, length: f64) -> Vec<f64> {
        self.direction.iter().map(|own| (own * length).min(1.0)).collect()
    }

    /// The mix in the direction that just loses the tier; `None` where none does.
    fn edge(&self, trial: &Trial, tier: usize) -> Option<Mix> {
        let slowest = self.direction.iter().copied().filter(|own| *own > 0.0);
        let slowest = slowest.fold(f64::INFINITY, f64::min);
        if !slowest.is_finite() {
            return None;
        }
        // In units of the length at which even the slowest has come true.
        let at = |part: f64| self.parts(part / slowest);
        let standing = |part: f64| standing(trial, tier, &come_true(&self.threats, &at(part)));
        let here = Point { at: 0.0, margin: standing(0.0) };
        let end = Point { at: 1.0, margin: standing(1.0) };
        if here.margin < 0.0 || end.margin >= 0.0 {
            return None;
        }
        let lost = root::edge(end, here, TO_THE_EDGE, standing).short.at;
        Some(Mix { threats: self.threats.clone(), parts: at(lost) })
    }

    /// How much margin a little more of each threat takes; none where it gives.
    fn slopes(&self, trial: &Trial, tier: usize, mix: &Mix) -> Vec<f64> {
        let margin = |parts: &[f64]| {
            let figures = trial.figures(&come_true(&self.threats, parts));
            figures.tiers.get(tier).map_or(0.0, |tier| tier.margin)
        };
        let here = margin(&mix.parts);
        let slope = |index: usize| {
            let mut parts = mix.parts.clone();
            // Backwards at the end, where there is no more of it.
            let near = if parts[index] + NEAR > 1.0 { -NEAR } else { NEAR };
            parts[index] += near;
            ((here - margin(&parts)) / near).max(0.0)
        };
        (0..self.threats.len()).map(slope).collect()
    }
}

/// The margin of a tier, not negative exactly where it is reached.
fn standing(trial: &Trial, tier: usize, moves: &[crate::study::Move]) -> f64 {
    let figures = trial.figures(moves);
    figures.tiers.get(tier).map_or(0.0, |tier| {
        if tier.attained { tier.margin.max(0.0) } else { tier.margin.min(-f64::MIN_POSITIVE) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, Lever};
    use crate::plan::scenario::Scenario;
    use crate::plan::tier::TierMode;
    use crate::seeds;
    use crate::study::breaking_point::threat;

    #[test]
    fn where_gdp_is_linear_the_mix_is_the_foot_of_the_perpendicular() {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_year(Kind::CommonGrowth, plan.year), 0.007, &plan);
        scenario.modes.insert(0, TierMode::Growth);
        let trial = Trial::new(&plan, &scenario);
        let growth = |item| Lever::of_industry(Kind::Growth, item, plan.year);
        let threats: Vec<Threat> =
            [3, 5, 6].map(|item| threat::threat(&trial, growth(item), 0).unwrap()).to_vec();
        let mut mixing = Mixing::new(threats.clone());
        while mixing.advance(&trial, 0) {}
        let mix = mixing.best().unwrap();
        // Growth is the weighted mean of industries' growth, so distance is margin over the norm.
        let norm = threats.iter().map(|own| own.loss * own.loss).sum::<f64>().sqrt();
        let margin = trial.here().tiers[0].margin;
        assert!((mix.size() - margin / norm).abs() < 1e-6, "{mix:?}");
        for (part, own) in mix.parts.iter().zip(&threats) {
            assert!((part - margin * own.loss / (norm * norm)).abs() < 1e-6);
        }
    }
}
