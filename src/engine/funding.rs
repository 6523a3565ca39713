//! Money by source: what executed spending needs and what is at hand.

use super::outcome::{Funding, Outcome};
use crate::plan::Plan;
use crate::plan::assumptions::SourceAssumptions;
use crate::units::{NominalMoney, Year};

impl Outcome {
    /// Money that a year's executed spending needs from sources that must be applied for.
    #[must_use]
    pub fn need_applied_for(&self, plan: &Plan, year: Year) -> NominalMoney {
        let index = self.grid.year_index(year);
        let sources = self.funding.iter().zip(&plan.sources);
        sources
            .filter(|(_, source)| source.applied_for)
            .filter_map(|(years, _)| index.and_then(|index| years.get(index)))
            .map(|funding| funding.need)
            .sum()
    }
}

/// Need and availability, `[source][year index]`.
///
/// ```text
/// need(source, year) = Σ projects part(source) · executed(year)
/// ```
///
/// Money is not spending: what is at hand limits nothing here, it only leaves a gap to be seen.
#[must_use]
pub fn by_source(need: Vec<Vec<NominalMoney>>, sources: &[SourceAssumptions]) -> Vec<Vec<Funding>> {
    let of_source = |(need, source): (Vec<NominalMoney>, &SourceAssumptions)| {
        let available = |year: usize| source.available.get(year).copied().flatten();
        let years = need.into_iter().enumerate();
        years.map(|(year, need)| Funding { need, available: available(year) }).collect()
    };
    need.into_iter().zip(sources).map(of_source).collect()
}
