//! Undo and redo: scenarios as they were, each with the change that left it.

use super::action::Moment;
use crate::plan::change::Change;
use crate::plan::scenario::Scenario;
use std::rc::Rc;

/// Key presses on the same thing that follow each other this closely are one step.
const BURST: f64 = 600.0;

/// Most steps kept; a meeting makes a few hundred.
const MOST_STEPS: usize = 2_000;

/// Steps that can be taken back and taken again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    burst: Option<Burst>,
}

/// One step: the scenario on the far side of it and what changed.
#[derive(Clone, Debug)]
pub struct Step {
    /// The scenario to return to.
    pub scenario: Rc<Scenario>,
    /// What the step changed, as it was made.
    pub changes: Vec<Change>,
}

/// A run of changes to one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Burst {
    subject: Subject,
    last: Moment,
}

/// What a run of changes is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A lever.
    Lever(crate::plan::lever::Lever),
    /// A project's start.
    Delay(usize),
    /// A project's size.
    Scale(usize),
}

impl History {
    /// Records that `before` was left; whatever could be taken again no longer can.
    pub fn record(&mut self, before: Rc<Scenario>, changes: Vec<Change>) {
        self.burst = None;
        self.push(before, changes);
    }

    /// Records a change that joins the one before it if both belong to one run of key presses.
    ///
    /// `changes_since` says what changed between a given scenario and now.
    pub fn record_in_burst(
        &mut self,
        before: Rc<Scenario>,
        subject: Subject,
        at: Moment,
        changes_since: impl Fn(&Scenario) -> Vec<Change>,
    ) {
        let continues =
            self.burst.is_some_and(|burst| burst.subject == subject && at.0 - burst.last.0 < BURST);
        match self.past.last_mut() {
            Some(step) if continues => {
                step.changes = changes_since(&step.scenario);
                self.future.clear();
            }
            _ => {
                let changes = changes_since(&before);
                self.push(before, changes);
            }
        }
        self.burst = Some(Burst { subject, last: at });
    }

    fn push(&mut self, before: Rc<Scenario>, changes: Vec<Change>) {
        self.future.clear();
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(Step { scenario: before, changes });
    }

    /// Takes the last step back: gives the scenario before it.
    pub fn undo(&mut self, now: Rc<Scenario>) -> Option<Rc<Scenario>> {
        let step = self.past.pop()?;
        self.burst = None;
        self.future.push(Step { scenario: now, changes: step.changes });
        Some(step.scenario)
    }

    /// Takes the step last taken back again: gives the scenario after it.
    pub fn redo(&mut self, now: Rc<Scenario>) -> Option<Rc<Scenario>> {
        let step = self.future.pop()?;
        self.burst = None;
        self.past.push(Step { scenario: now, changes: step.changes });
        Some(step.scenario)
    }

    /// What the next undo takes back.
    #[must_use]
    pub fn undoable(&self) -> Option<&[Change]> {
        self.past.last().map(|step| step.changes.as_slice())
    }

    /// What the next redo brings again.
    #[must_use]
    pub fn redoable(&self) -> Option<&[Change]> {
        self.future.last().map(|step| step.changes.as_slice())
    }
}
