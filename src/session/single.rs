//! Actions that are one step of their own: what each does to the scenario.

use super::action::Action;
use crate::plan::Plan;
use crate::plan::lever;
use crate::plan::project::Status;
use crate::plan::scenario::Scenario;
use std::collections::BTreeMap;

/// Applies an action that is one step of its own.
pub(super) fn apply(plan: &Plan, scenario: &mut Scenario, action: Action) {
    match action {
        Action::LeverTyped(lever, value) => scenario.set(lever, value, plan),
        Action::LeversSet(values) => {
            for (lever, value) in values {
                scenario.set(lever, value, plan);
            }
        }
        Action::LeverReset(lever) => scenario.set(lever, lever::default(lever, plan), plan),
        Action::GroupReset(group) => {
            scenario.settings.retain(|lever, _| lever.kind.group() != group);
        }
        Action::AllReset => *scenario = Scenario::default(),
        Action::StatusChosen(project, status) => choose(plan, scenario, project, status),
        Action::ProjectsChosen(choices) => {
            for (project, chosen) in choices {
                scenario.choose(project, |choice| *choice = chosen);
            }
        }
        Action::ModeChosen(tier, mode) => {
            if plan.tiers.get(tier).is_some_and(|tier| tier.mode == mode) {
                scenario.modes.remove(&tier);
            } else {
                scenario.modes.insert(tier, mode);
            }
        }
        Action::RoundingChosen(on) => scenario.published_rounding = on,
        Action::InducedChosen(on) => scenario.induced = on,
        Action::ChanceChosen(chance) => scenario.chance = chance,
        Action::ActualEntered(key, actual) => put(&mut scenario.actuals, key, actual),
        Action::ProgressEntered(indicator, value) => put(&mut scenario.progress, indicator, value),
        _ => {}
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

fn choose(plan: &Plan, scenario: &mut Scenario, project: usize, status: Status) {
    let planned = plan.projects.get(project).map(|project| project.status);
    let chosen = if planned == Some(status) { None } else { Some(status) };
    scenario.choose(project, |choice| choice.status = chosen);
}
