//! Sums over the last four quarters: the level of a year, read at the end of any quarter.

use super::outcome::{Annual, Outcome};
use crate::units::{NominalMoney, Rate, RealMoney, Year};

impl Outcome {
    /// GDP of the four quarters that end with quarter `t`; fewer at the very start of the grid.
    #[must_use]
    pub fn trailing(&self, t: usize) -> Annual {
        self.levels(t.saturating_sub(3)..t + 1)
    }

    /// The baseline's GDP of a year, with the plan's growth, at current prices.
    #[must_use]
    pub fn baseline_gdp(&self, year: Year) -> NominalMoney {
        match self.grid.quarters_of(year).last() {
            Some(t) => self.trailing_baseline(t),
            None => NominalMoney::ZERO,
        }
    }

    /// Growth of the baseline with the scenario's growth of industries, projects and initiatives
    /// left out; zero outside the grid.
    #[must_use]
    pub fn baseline_growth(&self, year: Year) -> Rate {
        let (now, before) = (self.baseline_of(year), self.baseline_of(year.previous()));
        if before == RealMoney::ZERO { Rate::ZERO } else { now.growth_from(before) }
    }

    /// The baseline's GDP of the four quarters that end with quarter `t`, with the plan's growth, at
    /// current prices.
    #[must_use]
    pub fn trailing_baseline(&self, t: usize) -> NominalMoney {
        let quarters = t.saturating_sub(3)..t + 1;
        let industries = self.reference_baseline.iter().zip(&self.prices);
        industries
            .flat_map(|(real, prices)| quarters.clone().map(move |t| real[t] * prices[t]))
            .sum()
    }
}
