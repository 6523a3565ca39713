//! Money by source: what executed spending needs and what is at hand.

use super::outcome::{Funding, ProjectOutcome};
use crate::plan::assumptions::{Assumptions, ProjectAssumptions};
use crate::units::NominalMoney;

/// Need and availability, `[source][year index]`.
///
/// ```text
/// need(source, year) = Σ projects part(source) · executed(year)
/// ```
///
/// Money is not spending: what is at hand limits nothing here, it only leaves a gap to be seen.
#[must_use]
pub fn by_source(assumptions: &Assumptions, projects: &[ProjectOutcome]) -> Vec<Vec<Funding>> {
    let years = assumptions.grid.years;
    let mut need = vec![vec![NominalMoney::ZERO; years]; assumptions.sources.len()];
    for (project, outcome) in assumptions.projects.iter().zip(projects) {
        add_need(&mut need, project, outcome);
    }
    let with_available = |(needs, source): (Vec<NominalMoney>, &Vec<Option<NominalMoney>>)| {
        let available = |year: usize| source.get(year).copied().flatten();
        let pairs = needs.into_iter().enumerate();
        pairs.map(|(year, need)| Funding { need, available: available(year) }).collect()
    };
    let available = assumptions.sources.iter().map(|source| &source.available);
    need.into_iter().zip(available).map(with_available).collect()
}

fn add_need(
    need: &mut [Vec<NominalMoney>],
    project: &ProjectAssumptions,
    outcome: &ProjectOutcome,
) {
    for (year, quarters) in outcome.executed.chunks(4).enumerate() {
        let executed: NominalMoney = quarters.iter().copied().sum();
        for (source, &part) in need.iter_mut().zip(&project.sources) {
            source[year] += executed * part;
        }
    }
}
