//! Workbooks as other programs see them.
//!
//! The values that a workbook carries are tested beside the engine in the project's own harness. Here
//! they count for nothing: inputs are changed, and two programs that share no code with this one
//! recalculate every formula.

#[path = "../../it/workbook/agreement.rs"]
mod agreement;
#[path = "../../it/workbook/scenarios.rs"]
mod scenarios;

pub mod office;
pub mod sheets;

use anyhow::{Result, ensure};
use mogao::engine;
use mogao::exchange::workbook::{At, Places, Value};
use mogao::plan::Plan;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::text::Text;

/// A scenario with a name for messages.
pub type Named = (String, Scenario);

/// Each lever at each end of its range, and every kind of choice.
#[must_use]
pub fn every_scenario(plan: &Plan) -> Vec<Named> {
    scenarios::lever_ends(plan).into_iter().chain(scenarios::choices(plan)).collect()
}

/// Some of them, every so many, and the last, which holds everything at once.
#[must_use]
pub fn some_scenarios(plan: &Plan, every: usize) -> Vec<Named> {
    let all = every_scenario(plan);
    let last = all.len().saturating_sub(1);
    let chosen = all.into_iter().enumerate();
    chosen.filter(|(index, _)| index % every == 0 || *index == last).map(|(_, own)| own).collect()
}

/// How many figures were compared, if all agree with the engine.
///
/// # Errors
///
/// When one differs, with the first of them in words.
pub fn check(
    plan: &Plan,
    (name, scenario): &Named,
    places: &Places,
    text: Text,
    read: &dyn Fn(At) -> Value,
) -> Result<usize> {
    let outcome = engine::run(&resolve(plan, scenario));
    let found = agreement::Agreement::of(plan, &outcome, places, text, read);
    let first: Vec<&String> = found.faults.iter().take(12).collect();
    ensure!(
        found.faults.is_empty(),
        "{}, {name}: {} of {} figures differ\n{first:#?}",
        plan.id,
        found.faults.len(),
        found.compared
    );
    Ok(found.compared)
}
