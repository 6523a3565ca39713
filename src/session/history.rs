//! Undo and redo: scenarios as they were, each with the change that left it.

use crate::plan::change::Change;
use crate::plan::scenario::Scenario;
use std::rc::Rc;

/// Most steps kept; a meeting makes a few hundred.
const MOST_STEPS: usize = 2_000;

/// Steps that can be taken back and taken again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

/// One step: the scenario on the far side of it and what it changed when it was made.
#[derive(Clone, Debug)]
struct Step {
    scenario: Rc<Scenario>,
    changes: Vec<Change>,
}

impl History {
    /// Records that `before` was left; whatever could be taken again no longer can.
    pub fn record(&mut self, before: Rc<Scenario>, changes: Vec<Change>) {
        self.future.clear();
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(Step { scenario: before, changes });
    }

    /// Takes the last step back: gives the scenario before it.
    pub fn undo(&mut self, now: Rc<Scenario>) -> Option<Rc<Scenario>> {
        let step = self.past.pop()?;
        self.future.push(Step { scenario: now, changes: step.changes });
        Some(step.scenario)
    }

    /// Takes the step last taken back again: gives the scenario after it.
    pub fn redo(&mut self, now: Rc<Scenario>) -> Option<Rc<Scenario>> {
        let step = self.future.pop()?;
        self.past.push(Step { scenario: now, changes: step.changes });
        Some(step.scenario)
    }

    /// Earlier scenarios, the latest first, each with the changes that left it.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = (&Scenario, &[Change])> {
        self.past.iter().rev().map(|step| (&*step.scenario, step.changes.as_slice()))
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
