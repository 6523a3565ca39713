//! What a change of the scenario touches: everything, some projects, or only what is around them.

use crate::plan::Plan;
use crate::plan::change::{Change, changes};
use crate::plan::scenario::Scenario;
use crate::study::kernel::reach;

/// More moved projects than this are run with all others.
const FEW: usize = 8;

/// What has to be run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touch {
    /// All projects.
    All,
    /// These projects alone, and the accounts.
    Projects(Vec<usize>),
    /// The accounts: growth, prices, initiatives, known figures, tiers.
    Accounts,
}

impl Touch {
    /// What lies between two scenarios of the same plan.
    pub(super) fn between(plan: &Plan, from: &Scenario, to: &Scenario) -> Self {
        if from.chance != to.chance {
            return Self::All;
        }
        let mut projects = Vec::new();
        for change in changes(plan, from, to) {
            match change {
                Change::Lever { lever, .. } if !reach(lever.kind).is_of_projects() => {}
                Change::Mode { .. }
                | Change::PublishedRounding(_)
                | Change::Actual { .. }
                | Change::Progress { .. } => {}
                Change::Status { project, .. }
                | Change::Delay { project, .. }
                | Change::Scale { project, .. } => projects.push(project),
                Change::Lever { .. } | Change::Induced(_) | Change::Chance { .. } => {
                    return Self::All;
                }
            }
        }
        projects.dedup();
        match projects.len() {
            0 => Self::Accounts,
            few if few <= FEW => Self::Projects(projects),
            _ => Self::All,
        }
    }
}
