//! Known figures in the place of modelled ones, in several futures.

use super::lane::Lane;
use crate::plan::scenario::{Actual, ActualKey};
use std::collections::BTreeMap;

/// What is known about one quarter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KnownQuarter<L: Lane> {
    quarter: usize,
    /// Each industry's own figure.
    own: Vec<Option<Amount<L>>>,
    /// The figure for all of GDP.
    total: Option<Amount<L>>,
}

/// A known figure.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Amount<L: Lane> {
    /// Factor on the same quarter of the year before, real.
    Grown(L::One),
    /// Value added at current prices.
    Level(L::One),
}

impl<L: Lane> Amount<L> {
    fn new(actual: Actual) -> Self {
        match actual {
            Actual::Growth(rate) => Self::Grown(L::one(rate.factor())),
            Actual::Level(level) => Self::Level(L::one(level.0)),
        }
    }
}

impl<L: Lane> KnownQuarter<L> {
    /// The quarters after the base year about which something is known, in order.
    pub(super) fn all(
        actuals: &BTreeMap<ActualKey, Actual>,
        industries: usize,
        quarters: usize,
    ) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (key, &actual) in actuals {
            if key.quarter < 4 || key.quarter >= quarters {
                continue;
            }
            if all.last().is_none_or(|last| last.quarter != key.quarter) {
                all.push(Self { quarter: key.quarter, own: vec![None; industries], total: None });
            }
            let Some(known) = all.last_mut() else { continue };
            match key.industry {
                None => known.total = Some(Amount::new(actual)),
                Some(item) if item < industries => known.own[item] = Some(Amount::new(actual)),
                Some(_) => {}
            }
        }
        all
    }

    /// Puts the figures in; prices are by industry and year.
    pub(super) fn replace(&self, real: &mut [L], prices: &[L], cheapness: &[L], quarters: usize) {
        let (t, years) = (self.quarter, quarters / 4);
        let yearly = |item: usize| item * years + t / 4;
        for (item, known) in self.own.iter().enumerate() {
            let at = item * quarters + t;
            match known {
                None => {}
                Some(Amount::Grown(factor)) => real[at] = real[at - 4] * L::all(*factor),
                Some(Amount::Level(level)) => real[at] = L::all(*level) * cheapness[yearly(item)],
            }
        }
        let Some(total) = self.total else { return };
        let mut open = L::default();
        let mut own = L::default();
        let mut wanted = L::default();
        for (item, known) in self.own.iter().enumerate() {
            let at = item * quarters + t;
            let value = match total {
                Amount::Grown(factor) => {
                    wanted = wanted + real[at - 4] * L::all(factor);
                    real[at]
                }
                Amount::Level(_) => real[at] * prices[yearly(item)],
            };
            match known {
                Some(_) => own = own + value,
                None => open = open + value,
            }
        }
        if let Amount::Level(level) = total {
            wanted = L::all(level);
        }
        // Where the others add up to nothing, the total has nothing to act on.
        let change = (wanted - own - open) * open.inverse();
        for (item, known) in self.own.iter().enumerate() {
            if known.is_none() {
                let at = item * quarters + t;
                real[at] = real[at] + real[at] * change;
            }
        }
    }
}
