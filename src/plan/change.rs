//! What differs between two scenarios of one plan, one entry for each thing a planner would name.

use super::Plan;
use super::lever::{self, Lever};
use super::project::Status;
use super::scenario::{Actual, ActualKey, Chance, ProjectChoice, Scenario};
use super::tier::TierMode;
use crate::order;
use crate::units::Quarters;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One difference, from the earlier scenario to the later.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A lever's value.
    Lever {
        /// Which lever.
        lever: Lever,
        /// Its value before.
        from: f64,
        /// Its value after.
        to: f64,
    },
    /// What becomes of a project.
    Status {
        /// Index of the project.
        project: usize,
        /// Before.
        from: Status,
        /// After.
        to: Status,
    },
    /// When a project starts, against the plan.
    Delay {
        /// Index of the project.
        project: usize,
        /// Before.
        from: Quarters,
        /// After.
        to: Quarters,
    },
    /// How large a project is, against the plan.
    Scale {
        /// Index of the project.
        project: usize,
        /// Before; 1 is as planned.
        from: f64,
        /// After.
        to: f64,
    },
    /// Which tests a tier uses.
    Mode {
        /// Index of the tier.
        tier: usize,
        /// Before.
        from: TierMode,
        /// After.
        to: TierMode,
    },
    /// Whether growth is judged as published.
    PublishedRounding(bool),
    /// Whether the spending of new income counts.
    Induced(bool),
    /// How futures are drawn.
    Chance {
        /// Before.
        from: Chance,
        /// After.
        to: Chance,
    },
    /// A figure that is already known.
    Actual {
        /// Quarter and industry.
        key: ActualKey,
        /// Before.
        from: Option<Actual>,
        /// After.
        to: Option<Actual>,
    },
    /// How far an indicator has come.
    Progress {
        /// Index of the indicator.
        indicator: usize,
        /// Before.
        from: Option<f64>,
        /// After.
        to: Option<f64>,
    },
}

impl Change {
    /// Makes the change in a scenario of the plan: whatever else the scenario says stays.
    pub fn make(self, scenario: &mut Scenario, plan: &Plan) {
        match self {
            Self::Lever { lever, to, .. } => scenario.set(lever, to, plan),
            Self::Status { project, to, .. } => {
                let planned = plan.projects.get(project).map(|project| project.status);
                scenario.choose(project, |choice| {
                    choice.status = (planned != Some(to)).then_some(to);
                });
            }
            Self::Delay { project, to, .. } => {
                scenario.choose(project, |choice| choice.delay = to);
            }
            Self::Scale { project, to, .. } => {
                scenario.choose(project, |choice| choice.scale = (to != 1.0).then_some(to));
            }
            Self::Mode { tier, to, .. } => {
                let planned = plan.tiers.get(tier).map(|tier| tier.mode);
                put(&mut scenario.modes, tier, (planned != Some(to)).then_some(to));
            }
            Self::PublishedRounding(to) => scenario.published_rounding = to,
            Self::Induced(to) => scenario.induced = to,
            Self::Actual { key, to, .. } => put(&mut scenario.actuals, key, to),
            Self::Progress { indicator, to, .. } => put(&mut scenario.progress, indicator, to),
            Self::Chance { to, .. } => scenario.chance = to,
        }
    }
}

fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key, value);
        }
        None => {
            map.remove(&key);
        }
    }
}

/// Every difference, in the order levers, projects, tiers, switches, actuals, progress.
#[must_use]
pub fn changes(plan: &Plan, from: &Scenario, to: &Scenario) -> Vec<Change> {
    let mut found = Vec::new();
    for lever in keys(&from.settings, &to.settings) {
        let value = |scenario: &Scenario| {
            scenario.settings.get(&lever).copied().unwrap_or_else(|| lever::default(lever, plan))
        };
        let (before, after) = (value(from), value(to));
        if before != after {
            found.push(Change::Lever { lever, from: before, to: after });
        }
    }
    for project in keys(&from.projects, &to.projects) {
        let choice =
            |scenario: &Scenario| scenario.projects.get(&project).copied().unwrap_or_default();
        project_changes(plan, project, choice(from), choice(to), &mut found);
    }
    for tier in keys(&from.modes, &to.modes) {
        let planned = plan.tiers.get(tier).map(|tier| tier.mode).unwrap_or_default();
        let mode = |scenario: &Scenario| scenario.modes.get(&tier).copied().unwrap_or(planned);
        if mode(from) != mode(to) {
            found.push(Change::Mode { tier, from: mode(from), to: mode(to) });
        }
    }
    if from.published_rounding != to.published_rounding {
        found.push(Change::PublishedRounding(to.published_rounding));
    }
    if from.induced != to.induced {
        found.push(Change::Induced(to.induced));
    }
    if from.chance != to.chance {
        found.push(Change::Chance { from: from.chance, to: to.chance });
    }
    for key in keys(&from.actuals, &to.actuals) {
        let (from, to) = (from.actuals.get(&key).copied(), to.actuals.get(&key).copied());
        if from != to {
            found.push(Change::Actual { key, from, to });
        }
    }
    for indicator in keys(&from.progress, &to.progress) {
        let (from, to) =
            (from.progress.get(&indicator).copied(), to.progress.get(&indicator).copied());
        if from != to {
            found.push(Change::Progress { indicator, from, to });
        }
    }
    found
}

fn keys<K: Ord + Copy, V>(one: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> BTreeSet<K> {
    order::set(one.keys().chain(other.keys()).copied())
}

fn project_changes(
    plan: &Plan,
    project: usize,
    from: ProjectChoice,
    to: ProjectChoice,
    found: &mut Vec<Change>,
) {
    let planned = plan.projects.get(project).map_or(Status::Off, |project| project.status);
    let status = |choice: ProjectChoice| choice.status.unwrap_or(planned);
    if status(from) != status(to) {
        found.push(Change::Status { project, from: status(from), to: status(to) });
    }
    if from.delay != to.delay {
        found.push(Change::Delay { project, from: from.delay, to: to.delay });
    }
    let scale = |choice: ProjectChoice| choice.scale.unwrap_or(1.0);
    if scale(from) != scale(to) {
        found.push(Change::Scale { project, from: scale(from), to: scale(to) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Kind;
    use crate::seeds;
    use crate::units::Rate;

    #[test]
    fn all_changes_made_lead_from_one_scenario_to_the_other_and_back() {
        let plan = seeds::linhe().unwrap();
        let mut from = Scenario::default();
        from.set(Lever::of_plan(Kind::Award, &plan), 0.7, &plan);
        from.choose(0, |choice| choice.delay = Quarters(1.0));
        from.choose(3, |choice| choice.status = Some(Status::Cancelled));
        from.modes.insert(0, TierMode::Any);
        let mut to = Scenario { published_rounding: true, induced: true, ..Scenario::default() };
        to.set(Lever::of_plan(Kind::Execution, &plan), 0.9, &plan);
        to.choose(0, |choice| choice.scale = Some(1.2));
        to.choose(6, |choice| choice.status = Some(Status::On));
        to.actuals.insert(ActualKey { quarter: 4, industry: None }, Actual::Growth(Rate(0.06)));
        to.progress.insert(0, 3.0);
        to.chance.seed = 7;
        for (from, to) in [(&from, &to), (&to, &from)] {
            let mut made = from.clone();
            for change in changes(&plan, from, to) {
                change.make(&mut made, &plan);
            }
            assert_eq!(&made, to);
        }
    }
}
