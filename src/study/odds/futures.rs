//! What happens in the drawn futures of one scenario.

use super::DrawnFigures;
use crate::plan::Plan;
use crate::plan::assumptions::TierAssumptions;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::distribution::{Quantiles, Spread};
use crate::study::draws::{Sample, Source};
use crate::study::kernel::{Eight, FateTables, Lane, Model, Room};
use crate::study::unknown::{Unknown, Unknowns};

/// A scenario, ready to be run in any future.
#[derive(Clone, Debug, PartialEq)]
pub struct Futures {
    /// What is unknown.
    pub unknowns: Unknowns,
    /// The tiers as the scenario has them.
    pub tiers: Vec<TierAssumptions>,
    /// Whether growth is judged as published.
    pub published_rounding: bool,
    pub(super) model: Model<Eight>,
    once: Vec<Table>,
    slip: Table,
    longer: Table,
    dearer: Table,
    pub(super) fates: FateTables,
}

/// A spread with its values, kept because they take long to find.
#[derive(Clone, Debug, PartialEq)]
struct Table {
    spread: Spread,
    values: Quantiles,
}

impl Table {
    fn new(spread: Spread) -> Self {
        Self { spread, values: spread.quantiles() }
    }

    /// The earlier table if the spread is the same.
    fn after(earlier: Option<&Self>, spread: Spread) -> Self {
        match earlier {
            Some(table) if table.spread == spread => table.clone(),
            _ => Self::new(spread),
        }
    }
}

impl Futures {
    /// Takes a scenario apart.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario) -> Self {
        Self::of_unknowns(plan, scenario, Unknowns::of(plan, scenario), None)
    }

    /// The same, with another view of what is unknown: something that is known after all.
    ///
    /// `earlier` may be the futures of another scenario of the same plan, whose tables are used
    /// again where nothing has changed about them.
    #[must_use]
    pub fn of_unknowns(
        plan: &Plan,
        scenario: &Scenario,
        unknowns: Unknowns,
        earlier: Option<&Self>,
    ) -> Self {
        let assumptions = resolve(plan, scenario);
        let known =
            |unknown: Option<Unknown>| unknown.map_or(Spread::known(0.0), |unknown| unknown.spread);
        let once = unknowns.once.iter().enumerate().map(|(place, unknown)| {
            Table::after(earlier.and_then(|own| own.once.get(place)), unknown.spread)
        });
        let once = once.collect();
        let slip = Table::after(earlier.map(|own| &own.slip), known(unknowns.slip));
        let longer = Table::after(earlier.map(|own| &own.longer), known(unknowns.duration));
        let dearer = Table::after(earlier.map(|own| &own.dearer), known(unknowns.cost));
        Self {
            model: Model::new(plan, scenario, &unknowns),
            tiers: assumptions.tiers,
            published_rounding: assumptions.published_rounding,
            fates: FateTables {
                slip: slip.values.clone(),
                longer: longer.values.clone(),
                dearer: dearer.values.clone(),
            },
            unknowns,
            once,
            slip,
            longer,
            dearer,
        }
    }

    /// The values of what is drawn once, in one group of eight futures.
    pub(super) fn values(&self, sample: &Sample, group: usize, values: &mut Vec<Eight>) {
        values.clear();
        let latents = self.once.iter().zip(sample.latents(group));
        values.extend(latents.map(|(table, &latent)| Eight::values(&table.values, latent)));
    }

    /// What the futures of a sample come to.
    #[must_use]
    pub fn figures(&self, source: &Source, sample: &Sample) -> DrawnFigures {
        let mut figures = DrawnFigures::with_room(sample.futures());
        let (mut room, mut values) = (Room::default(), Vec::new());
        for group in 0..sample.groups() {
            self.values(sample, group, &mut values);
            let fates = source.fates(sample, group, &self.fates);
            figures.push(&self.model.run(&values, &fates, &mut room));
        }
        figures
    }
}
