//! One future, put into the complete input of a run.
//!
//! The [kernel](super::kernel) runs thousands of futures; this is how to look at one of them with
//! [`engine::run`](crate::engine::run), down to each project.

use super::kernel::Fate;
use super::unknown::Unknowns;
use crate::plan::Plan;
use crate::plan::assumptions::{Assumptions, Curve, Schedule};
use crate::plan::lever::{Kind, Lever};
use crate::plan::project::{Profile, Project};
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::units::{Quarters, Year};

/// The input of the run of one future.
///
/// `drawn` has the value of each unknown that is drawn once, in their order; `fates` says what befalls
/// each project of the plan. What is drawn for the growth of an industry or for prices in the plan
/// year moves later years by the same difference. What the baseline holds is not touched.
#[must_use]
pub fn assumptions(
    plan: &Plan,
    scenario: &Scenario,
    unknowns: &Unknowns,
    drawn: &[f64],
    fates: &[Fate<f64>],
) -> Assumptions {
    let mut future = scenario.clone();
    for (unknown, &value) in unknowns.once.iter().zip(drawn) {
        let lever = unknown.lever;
        let difference = value - scenario.value(lever, plan);
        for lever in moved_with(lever, plan) {
            future.set(lever, scenario.value(lever, plan) + difference, plan);
        }
    }
    let mut assumptions = resolve(plan, &future);
    let of_plan = |kind| scenario.value(Lever::of_plan(kind, plan), plan);
    let set = Fate {
        slip: of_plan(Kind::Slip),
        longer: of_plan(Kind::DurationOverrun),
        dearer: of_plan(Kind::CostOverrun),
    };
    let projects = plan.projects.iter().zip(&mut assumptions.projects);
    for ((project, own), fate) in projects.zip(fates) {
        befall(project, &mut own.schedule, *fate, set);
    }
    assumptions
}

/// The lever and its like in later years.
fn moved_with(lever: Lever, plan: &Plan) -> Vec<Lever> {
    if !matches!(lever.kind, Kind::Growth | Kind::CommonPrice) {
        return vec![lever];
    }
    let years = plan.grid.each_year().filter(|&Year(year)| year >= lever.year.0);
    years.map(|year| Lever { year, ..lever }).collect()
}

/// Puts a project's fate in the place of what the levers are set to.
fn befall(project: &Project, schedule: &mut Schedule, fate: Fate<f64>, set: Fate<f64>) {
    if project.stage.awaits_start() {
        schedule.start += Quarters(fate.slip - set.slip);
    }
    schedule.overrun = fate.dearer;
    if matches!(project.profile, Profile::Annual { .. }) || set.longer == fate.longer {
        return;
    }
    let stretch = (1.0 + fate.longer) / (1.0 + set.longer);
    match &mut schedule.curve {
        Curve::Dhss { duration, .. } => *duration = *duration * stretch,
        Curve::Steps { step, .. } => *step = *step * stretch,
    }
}
