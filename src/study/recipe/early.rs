//! Time alone: which projects can start earlier or later, by how much, and what that gives.

use super::hand::Towards;
use crate::plan::lever::{Kind, Lever};
use crate::plan::project::Status;
use crate::study::Move;
use crate::study::trial::Trial;
use std::collections::BTreeSet;

/// A project that can start at another time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Its start as a lever.
    pub lever: Lever,
    /// Where the lever stands.
    pub from: f64,
    /// Whole quarters that it can move in the direction asked for; at least one.
    pub quarters: usize,
    /// GDP of the tiers' year that the first of them gives in that direction.
    pub gain: f64,
}

/// The first quarter in which a project may still start: in the tiers' year, after the last quarter
/// of which figures are known.
#[must_use]
pub fn first_open_quarter(trial: &Trial) -> usize {
    let first = trial.plan().grid.quarters_of(trial.plan().year).start;
    let known = trial.scenario().actuals.keys().map(|key| key.quarter + 1).max();
    first.max(known.unwrap_or(0))
}

/// Every project that can start a whole quarter earlier (towards more GDP) or later (towards less)
/// and thereby moves GDP that way, the one that moves it most first.
///
/// A project goes ahead, has still to start, and starts no earlier than the first open quarter,
/// slip included. How far it may move is what is plausible for its start.
#[must_use]
pub fn shifts(trial: &Trial, towards: Towards, locked: &BTreeSet<Lever>) -> Vec<Shift> {
    let projects = 0..trial.plan().projects.len();
    let mut shifts: Vec<Shift> =
        projects.filter_map(|project| shift(trial, project, towards, locked)).collect();
    shifts.sort_by(|a, b| b.gain.total_cmp(&a.gain).then(a.lever.cmp(&b.lever)));
    shifts
}

fn shift(trial: &Trial, index: usize, towards: Towards, locked: &BTreeSet<Lever>) -> Option<Shift> {
    /// GDP that is none, 亿元.
    const NOTHING: f64 = 1e-9;
    let plan = trial.plan();
    let project = plan.projects.get(index)?;
    let lever = Lever::of_item(Kind::Delay, index, plan);
    let choice = trial.scenario().projects.get(&index).copied().unwrap_or_default();
    let goes_ahead = choice.status.unwrap_or(project.status) == Status::On;
    if !goes_ahead || !project.stage.awaits_start() || locked.contains(&lever) {
        return None;
    }
    let from = choice.delay.0;
    let slip = trial.value(Lever::of_plan(Kind::Slip, plan));
    let start = project.profile.start().0 + slip + from;
    let span = trial.plausible(lever)?;
    let before_it_starts = start - first_open_quarter(trial) as f64;
    let room = match towards {
        Towards::More => before_it_starts.min(from - span.min),
        Towards::Less if before_it_starts < 0.0 => return None,
        Towards::Less => span.max - from,
    };
    // A start of 5.999 999 999 9 quarters is six.
    let quarters = libm::floor(room + 1e-9);
    if quarters < 1.0 {
        return None;
    }
    let moved = trial.figures(&[trial.to(lever, from - towards.sign())]);
    let gain = (moved.nominal - trial.here().nominal).0 * towards.sign();
    (gain > NOTHING).then_some(Shift { lever, from, quarters: quarters as usize, gain })
}

/// Moves a quarter at a time: the first quarter of each project, then the second of each, …
#[must_use]
pub fn quarter_by_quarter(shifts: &[Shift], towards: Towards) -> Vec<Move> {
    let most = shifts.iter().map(|shift| shift.quarters).max().unwrap_or(0);
    let rounds = (0..most).flat_map(|round| {
        let able = shifts.iter().filter(move |shift| round < shift.quarters);
        able.map(move |shift| {
            let at = |quarters: usize| shift.from - towards.sign() * quarters as f64;
            Move { lever: shift.lever, from: at(round), to: at(round + 1) }
        })
    });
    rounds.collect()
}
