//! What nobody knows exactly about a plan, and how far it spreads.

use super::distribution::Spread;
use crate::plan::Plan;
use crate::plan::lever::{self, Drawn, Kind, Lever};
use crate::plan::scenario::Scenario;

/// The unknowns of a plan under a scenario.
///
/// Which there are, and in which order, depends on the plan alone: a latent has the same meaning
/// wherever the levers stand, and a lever that is known keeps its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknowns {
    /// What each future draws once, in the order of the catalogue: the index is that of the latent.
    pub once: Vec<Unknown>,
    /// How late each project that waits for its start begins.
    pub slip: Option<Unknown>,
    /// How much longer the works of each project take.
    pub duration: Option<Unknown>,
    /// How much more each project costs.
    pub cost: Option<Unknown>,
}

/// A lever whose value is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unknown {
    /// Which lever.
    pub lever: Lever,
    /// What it can be.
    pub spread: Spread,
}

impl Unknowns {
    /// The levers that are drawn, with what is plausible for each; the value set is the mode.
    ///
    /// Of levers by year, only the plan year's is drawn: later years move with it.
    #[must_use]
    pub fn of(plan: &Plan, scenario: &Scenario) -> Self {
        let mut unknowns = Self { once: Vec::new(), slip: None, duration: None, cost: None };
        for spec in lever::catalogue(plan) {
            let lever = spec.lever;
            let by_year = lever.year != plan.grid.base_year;
            if lever.kind.drawn() == Drawn::Never || by_year && lever.year != plan.year {
                continue;
            }
            let spread = Spread {
                shape: scenario.chance.shape,
                plausible: spec.plausible,
                mode: scenario.value(lever, plan),
                hard: spec.hard,
            };
            let unknown = Unknown { lever, spread };
            match lever.kind {
                Kind::Slip => unknowns.slip = Some(unknown),
                Kind::DurationOverrun => unknowns.duration = Some(unknown),
                Kind::CostOverrun => unknowns.cost = Some(unknown),
                _ => unknowns.once.push(unknown),
            }
        }
        unknowns
    }

    /// The same, with one lever known to stand at a value in every future.
    #[must_use]
    pub fn with_known(mut self, lever: Lever, value: f64) -> Self {
        let each = [&mut self.slip, &mut self.duration, &mut self.cost];
        let all = self.once.iter_mut().chain(each.into_iter().flatten());
        for unknown in all.filter(|unknown| unknown.lever == lever) {
            unknown.spread = Spread::known(value);
        }
        self
    }

    /// Every unknown, those of single projects last.
    pub fn all(&self) -> impl Iterator<Item = &Unknown> {
        self.once.iter().chain([&self.slip, &self.duration, &self.cost].into_iter().flatten())
    }

    /// Whether nothing is unknown: there is one future only.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.all().all(|unknown| unknown.spread.is_known())
    }

    /// How many latents are drawn for the plan as a whole: one for each unknown drawn once, what the
    /// slips of all projects have in common, and where the projects' own luck leads together.
    #[must_use]
    pub fn latents(&self) -> usize {
        self.once.len() + 2
    }

    /// The latent of a lever, if it has one of its own; of the slip, what all projects have in common.
    #[must_use]
    pub fn latent_of(&self, lever: Lever) -> Option<usize> {
        if self.slip.is_some_and(|slip| slip.lever == lever) {
            return Some(self.once.len());
        }
        self.once.iter().position(|unknown| unknown.lever == lever)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Span;
    use crate::seeds;

    #[test]
    fn each_industry_has_its_growth_drawn_once_and_prices_are_drawn_together() {
        let plan = seeds::chengguan().unwrap();
        let unknowns = Unknowns::of(&plan, &Scenario::default());
        let count = |kind| unknowns.once.iter().filter(|own| own.lever.kind == kind).count();
        assert_eq!(count(Kind::Growth), plan.industries.len());
        assert_eq!(count(Kind::CommonPrice), 1);
        assert_eq!(count(Kind::InitiativeAdditionality), plan.initiatives.len());
        assert_eq!(count(Kind::Turnover), 0);
        assert!(unknowns.slip.is_some() && unknowns.duration.is_some() && unknowns.cost.is_some());
        assert!(!unknowns.is_certain());
    }

    #[test]
    fn a_lever_set_beyond_what_is_plausible_moves_the_end() {
        let plan = seeds::chengguan().unwrap();
        let lever = Lever::of_plan(Kind::AdditionalityStarting, &plan);
        let mut scenario = Scenario::default();
        scenario.set(lever, 0.95, &plan);
        let unknowns = Unknowns::of(&plan, &scenario);
        let latent = unknowns.latent_of(lever).unwrap();
        assert_eq!(unknowns.once[latent].spread.ends(), Span { min: 0.2, max: 0.95 });
        let known = unknowns.with_known(lever, 0.7);
        assert!(known.once[latent].spread.is_known());
    }
}
