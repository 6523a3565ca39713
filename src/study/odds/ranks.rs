//! Which unknown moves the result: rank correlations over the futures, and the odds with one lever
//! known to stand at either end.

use super::{DrawnFigures, Draws, LiveOdds};
use crate::engine::attainment::growth_needed;
use crate::plan::Plan;
use crate::plan::assumptions::TierAssumptions;
use crate::plan::lever::Lever;
use crate::plan::scenario::Scenario;
use crate::plan::tier::TierMode;
use crate::study::Progress;
use crate::study::kernel::reach;
use crate::study::sensitivity::Swing;
use crate::study::unknown::Unknowns;
use crate::units::Share;

/// Fills the chances into the swings of a tornado: ranks at once, then the odds lever by lever.
///
/// The odds at an end are those of the futures in which the lever is known to stand there, all others
/// as unknown as they are.
#[derive(Clone, Debug)]
pub struct ChanceStudy {
    plan: Plan,
    scenario: Scenario,
    tier: usize,
    swings: Vec<Swing>,
    /// The scenario itself, then the same with growth, prices or initiatives moved.
    live: LiveOdds,
    ranked: bool,
    /// Swing and end that come next.
    next: usize,
    /// A lever that acts on projects, being run.
    apart: Option<LiveOdds>,
}

impl ChanceStudy {
    /// The study of some swings for a tier.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, tier: usize, swings: Vec<Swing>) -> Self {
        Self {
            plan: plan.clone(),
            scenario: scenario.clone(),
            tier,
            swings,
            live: LiveOdds::new(plan, scenario, Draws::Preview),
            ranked: false,
            next: 0,
            apart: None,
        }
    }

    /// Does a little more; the swings so far are in [`Self::swings`].
    pub fn step(&mut self) -> Progress<Vec<Swing>> {
        let ends = self.swings.len() * 2;
        if !self.ranked {
            if let Progress::Done(_) = self.live.step() {
                self.rank();
            }
            return Progress::Going(Share::ZERO);
        }
        if self.next >= ends {
            return Progress::Done(self.swings.clone());
        }
        self.run_end();
        if self.next < ends {
            return Progress::Going(Share(self.next as f64 / ends as f64));
        }
        Progress::Done(self.swings.clone())
    }

    /// Runs the rest.
    #[must_use]
    pub fn finish(mut self) -> Vec<Swing> {
        loop {
            if let Progress::Done(swings) = self.step() {
                return swings;
            }
        }
    }

    /// The swings as far as they are filled.
    #[must_use]
    pub fn swings(&self) -> &[Swing] {
        &self.swings
    }

    fn rank(&mut self) {
        self.ranked = true;
        if self.live.figures().futures() == 0 {
            return;
        }
        let ranks = Ranks::of(&self.live, self.tier);
        for swing in &mut self.swings {
            if let Some((with_growth, with_gap)) = ranks.of_lever(&self.live, swing.lever) {
                swing.rank_with_growth = Some(with_growth);
                swing.rank_with_gap = Some(with_gap);
            }
        }
    }

    /// Runs the end that comes next, or a part of it.
    fn run_end(&mut self) {
        let (place, end) = (self.next / 2, self.next % 2);
        let lever = self.swings[place].lever;
        let value = if end == 0 { self.swings[place].low } else { self.swings[place].high };
        let progress = match &mut self.apart {
            Some(apart) => apart.step(),
            None => {
                let mut scenario = self.scenario.clone();
                scenario.set(lever, value, &self.plan);
                let unknowns = Unknowns::of(&self.plan, &scenario).with_known(lever, value);
                if !reach(lever.kind).is_of_projects() {
                    self.live.ask_with(&self.plan, &scenario, unknowns);
                    Progress::Done(self.live.finish())
                } else {
                    let apart = self.live.beside(&self.plan, &scenario, unknowns);
                    self.apart.insert(apart).step()
                }
            }
        };
        if let Progress::Done(odds) = progress {
            self.apart = None;
            let attained = odds.tiers.get(self.tier).map(|tier| tier.attained);
            let ends = self.swings[place].odds.get_or_insert([Share::ZERO; 2]);
            ends[end] = attained.unwrap_or_default();
            self.next += 1;
        }
    }
}

/// The places of growth and gap in the order of all futures.
struct Ranks {
    growth: Vec<f64>,
    gap: Vec<f64>,
}

impl Ranks {
    fn of(live: &LiveOdds, tier: usize) -> Self {
        let futures = live.futures();
        let figures = live.figures();
        let published = futures.published_rounding;
        let gaps = match futures.tiers.get(tier) {
            Some(tier) => gaps(figures, tier, published),
            None => vec![0.0; figures.futures()],
        };
        Self { growth: ranks(&figures.growth), gap: ranks(&gaps) }
    }

    /// Spearman's correlations of a lever with growth and gap; of the slip, what all projects have in
    /// common counts. None for what has no latent.
    fn of_lever(&self, live: &LiveOdds, lever: Lever) -> Option<(f64, f64)> {
        let latent = live.futures().unknowns.latent_of(lever)?;
        let own = ranks(&live.sample.latent(latent));
        Some((correlation(&own, &self.growth), correlation(&own, &self.gap)))
    }
}

/// Current-price GDP missing for a tier in each future, by the test that decides.
fn gaps(figures: &DrawnFigures, tier: &TierAssumptions, published: bool) -> Vec<f32> {
    let pairs = figures.growth.iter().zip(&figures.nominal);
    let gap = |(&growth, &nominal): (&f32, &f32)| {
        let (growth, nominal) = (f64::from(growth), f64::from(nominal));
        // The level at which the growth test would just hold.
        let by_growth = tier.growth.map(|asked| {
            nominal * growth_needed(asked, published).factor() / (1.0 + growth) - nominal
        });
        let by_level = tier.level.map(|level| level.0 - nominal);
        let gap = match (by_growth, by_level, tier.mode) {
            (None, None, _) => 0.0,
            (Some(only), None, _) | (None, Some(only), _) => only,
            (Some(growth), Some(level), TierMode::Both) => growth.max(level),
            (Some(growth), Some(level), TierMode::Any) => growth.min(level),
            (Some(growth), Some(_), TierMode::Growth) => growth,
            (Some(_), Some(level), TierMode::Level) => level,
        };
        gap as f32
    };
    pairs.map(gap).collect()
}

/// Each value's place in the order of all, counted from their middle; equal values share theirs.
fn ranks(values: &[f32]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&one, &other| {
        values[one].total_cmp(&values[other]).then(one.cmp(&other))
    });
    let middle = (values.len() as f64 - 1.0) / 2.0;
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let equal = order[from..].iter().take_while(|&&at| values[at] == values[order[from]]);
        let to = from + equal.count().max(1);
        let shared = (from + to - 1) as f64 / 2.0 - middle;
        for &at in &order[from..to] {
            ranks[at] = shared;
        }
        from = to;
    }
    ranks
}

/// The correlation of two lists of ranks; none where one of them does not vary.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let sum = |left: &[f64], right: &[f64]| -> f64 {
        left.iter().zip(right).map(|(left, right)| left * right).sum()
    };
    let size = libm::sqrt(sum(one, one) * sum(other, other));
    if size > 0.0 { sum(one, other) / size } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0, 9.0]), [0.0, -1.5, 0.0, 1.5]);
        assert_eq!(ranks(&[]), Vec::<f64>::new());
    }

    #[test]
    fn ranks_that_run_together_correlate_fully_whatever_the_values() {
        let (one, other) = (ranks(&[1.0, 2.0, 3.0, 100.0]), ranks(&[0.1, 0.2, 50.0, 51.0]));
        assert!((correlation(&one, &other) - 1.0).abs() < 1e-12);
        let against = ranks(&[4.0, 3.0, 2.0, 1.0]);
        assert!((correlation(&one, &against) + 1.0).abs() < 1e-12);
        assert_eq!(correlation(&one, &ranks(&[7.0; 4])), 0.0);
    }
}
