//! Money by source: what executed spending needs and what is at hand.

use super::outcome::Funding;
use crate::plan::assumptions::SourceAssumptions;
use crate::units::NominalMoney;

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
