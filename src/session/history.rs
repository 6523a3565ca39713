//! Undo and redo as a tree: nothing that stood is lost by going back and doing something else.
//!
//! Every step is a node with the scenario that it led to. A step made after others were taken back
//! begins a branch beside them. Redo follows the branch last walked.

mod kept;
mod rows;

pub use rows::Row;

use crate::plan::change::Change;
use crate::plan::scenario::Scenario;
use crate::text::moment::Moment;
use std::rc::Rc;

/// Most steps kept. Beyond it the oldest end of a branch that is neither named nor decided goes, and where there is none the
/// first step: the tree then begins one step later.
const MOST_STEPS: usize = 500;

/// Names a step for as long as the tree is open.
pub type StepId = usize;

/// All that stood in one sitting, and where it stands now.
#[derive(Clone, Debug)]
pub struct History {
    steps: Vec<Step>,
    now: StepId,
}

/// One step: what it changed, and what stood after it.
#[derive(Clone, Debug)]
pub struct Step {
    /// The step before it; the beginning has none.
    pub parent: Option<StepId>,
    /// What stood after it.
    pub scenario: Rc<Scenario>,
    /// What it changed.
    pub changes: Vec<Change>,
    /// When it was made, where the clock was told.
    pub at: Option<Moment>,
    /// Its name; empty unless somebody gave one.
    pub name: String,
    /// Whether it was marked as decided.
    pub decided: bool,
    /// The step that redo takes from here.
    next: Option<StepId>,
}

impl Default for History {
    fn default() -> Self {
        Self::from(Rc::default())
    }
}

impl History {
    /// A tree that begins with a scenario.
    #[must_use]
    pub fn from(scenario: Rc<Scenario>) -> Self {
        Self { steps: vec![Step::new(None, scenario, Vec::new(), None)], now: 0 }
    }

    /// Records a step from where the tree stands to `after`.
    pub fn record(&mut self, after: Rc<Scenario>, changes: Vec<Change>, at: Option<Moment>) {
        self.steps.push(Step::new(Some(self.now), after, changes, at));
        let made = self.steps.len() - 1;
        self.steps[self.now].next = Some(made);
        self.now = made;
        while self.steps.len() > MOST_STEPS && self.forget_one() {}
    }

    /// Takes the last step back: gives the scenario before it.
    pub fn undo(&mut self) -> Option<Rc<Scenario>> {
        let parent = self.steps[self.now].parent?;
        self.steps[parent].next = Some(self.now);
        self.now = parent;
        Some(self.scenario())
    }

    /// Takes the step last taken back again: gives the scenario after it.
    pub fn redo(&mut self) -> Option<Rc<Scenario>> {
        self.now = self.steps[self.now].next?;
        Some(self.scenario())
    }

    /// Goes to any step: gives its scenario. Redo leads back along the way.
    pub fn go_to(&mut self, step: StepId) -> Option<Rc<Scenario>> {
        if step >= self.steps.len() || step == self.now {
            return None;
        }
        self.now = step;
        for pair in self.path(step).windows(2) {
            self.steps[pair[0]].next = Some(pair[1]);
        }
        Some(self.scenario())
    }

    /// Names a step; an empty name takes it away.
    pub fn name(&mut self, step: StepId, name: String) {
        if let Some(step) = self.steps.get_mut(step) {
            step.name = name;
        }
    }

    /// Marks a step as decided, or takes the mark away. The beginning is nothing that was decided.
    pub fn decide(&mut self, step: StepId, decided: bool) {
        if let Some(step) = self.steps.get_mut(step).filter(|step| step.parent.is_some()) {
            step.decided = decided;
        }
    }

    /// Where the tree stands.
    #[must_use]
    pub fn now(&self) -> StepId {
        self.now
    }

    /// The scenario where the tree stands.
    #[must_use]
    pub fn scenario(&self) -> Rc<Scenario> {
        self.steps[self.now].scenario.clone()
    }

    /// Every step, parents before their children.
    #[must_use]
    pub fn all(&self) -> &[Step] {
        &self.steps
    }

    /// The steps that follow a step, in the order they were made.
    pub fn children(&self, step: StepId) -> impl Iterator<Item = StepId> + '_ {
        let follows = move |(_, made): &(usize, &Step)| made.parent == Some(step);
        self.steps.iter().enumerate().filter(follows).map(|(id, _)| id)
    }

    /// The way from the beginning to a step, both included.
    #[must_use]
    pub fn path(&self, step: StepId) -> Vec<StepId> {
        let mut path = vec![step];
        let mut at = step;
        while let Some(parent) = self.steps.get(at).and_then(|step| step.parent) {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    /// Earlier scenarios on the way here, the latest first, each with the changes that left it.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = (&Scenario, &[Change])> {
        let path = self.path(self.now);
        let pairs: Vec<_> = path.windows(2).map(|pair| (pair[0], pair[1])).rev().collect();
        pairs.into_iter().map(|(before, after)| {
            (&*self.steps[before].scenario, self.steps[after].changes.as_slice())
        })
    }

    /// What the next undo takes back.
    #[must_use]
    pub fn undoable(&self) -> Option<&[Change]> {
        let now = &self.steps[self.now];
        now.parent.map(|_| now.changes.as_slice())
    }

    /// What the next redo brings again.
    #[must_use]
    pub fn redoable(&self) -> Option<&[Change]> {
        self.steps[self.now].next.map(|next| self.steps[next].changes.as_slice())
    }

    /// Forgets one step, the one least missed; nothing where every branch has a name.
    fn forget_one(&mut self) -> bool {
        let path = self.path(self.now);
        let end = |id: &StepId| {
            !path.contains(id)
                && self.steps[*id].name.is_empty()
                && !self.steps[*id].decided
                && self.children(*id).next().is_none()
        };
        if let Some(end) = (0..self.steps.len()).find(end) {
            self.remove(end);
            return true;
        }
        let follow: Vec<StepId> = self.children(0).collect();
        let [second] = follow[..] else { return false };
        if self.now == 0 || !self.steps[0].name.is_empty() {
            return false;
        }
        self.steps[second].parent = None;
        self.steps[second].changes.clear();
        self.steps[second].decided = false;
        self.remove(0);
        true
    }

    fn remove(&mut self, gone: StepId) {
        self.steps.remove(gone);
        let moved = |id: StepId| if id > gone { id - 1 } else { id };
        for step in &mut self.steps {
            step.parent = step.parent.map(moved);
            step.next = step.next.filter(|&next| next != gone).map(moved);
        }
        self.now = moved(self.now);
    }
}

impl Step {
    fn new(
        parent: Option<StepId>,
        scenario: Rc<Scenario>,
        changes: Vec<Change>,
        at: Option<Moment>,
    ) -> Self {
        Self { parent, scenario, changes, at, name: String::new(), decided: false, next: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan::change::changes;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;
    use proptest::prelude::*;

    fn step(history: &mut History, plan: &Plan, value: f64) {
        let before = history.scenario();
        let mut after = (*before).clone();
        after.set(Lever::of_plan(Kind::Execution, plan), value, plan);
        let made = changes(plan, &before, &after);
        history.record(Rc::new(after), made, None);
    }

    #[test]
    fn a_step_after_undo_begins_a_branch_and_loses_nothing() {
        let plan = seeds::linhe().unwrap();
        let mut history = History::default();
        step(&mut history, &plan, 0.7);
        step(&mut history, &plan, 0.8);
        let left = history.now();
        let there = history.scenario();
        history.undo();
        step(&mut history, &plan, 0.9);
        assert_eq!(history.children(1).count(), 2);
        assert_eq!(history.go_to(left), Some(there));
        history.undo();
        history.redo();
        assert_eq!(history.now(), left, "redo follows the branch last walked");
    }

    #[test]
    fn a_full_tree_forgets_unnamed_ends_first_and_named_ones_never() {
        let plan = seeds::linhe().unwrap();
        let mut history = History::default();
        step(&mut history, &plan, 0.5);
        history.name(1, "备选".to_owned());
        history.undo();
        step(&mut history, &plan, 0.6);
        history.undo();
        for index in 0..2 * MOST_STEPS {
            step(&mut history, &plan, 0.7 + index as f64 * 1e-4);
        }
        assert!(history.all().iter().any(|step| step.name == "备选"));
        assert!(
            history.all().iter().enumerate().all(|(id, step)| step.parent.is_none_or(|p| p < id))
        );
        let mut plain = History::default();
        for index in 0..2 * MOST_STEPS {
            step(&mut plain, &plan, 0.7 + index as f64 * 1e-4);
        }
        assert_eq!(plain.all().len(), MOST_STEPS);
    }

    #[derive(Clone, Debug)]
    enum Command {
        Set(Kind, f64),
        Undo,
        Redo,
        GoTo(usize),
    }

    fn commands() -> impl Strategy<Value = Vec<Command>> {
        let kinds = prop_oneof![Just(Kind::Execution), Just(Kind::Award)];
        let one = prop_oneof![
            6 => (kinds, 0.3..1.2).prop_map(|(kind, value)| Command::Set(kind, value)),
            2 => Just(Command::Undo),
            1 => Just(Command::Redo),
            1 => (0_usize..500).prop_map(Command::GoTo),
        ];
        proptest::collection::vec(one, 490)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn all_steps_back_give_the_first_bytes_and_all_again_the_last(commands in commands()) {
            let plan = seeds::linhe().unwrap();
            let bytes = |scenario: &Scenario| crate::exchange::document::to_json(&plan, scenario, "");
            let mut history = History::default();
            let first = bytes(&history.scenario());
            for command in commands {
                match command {
                    Command::Set(kind, value) => {
                        let before = history.scenario();
                        let mut after = (*before).clone();
                        after.set(Lever::of_plan(kind, &plan), value, &plan);
                        let made = changes(&plan, &before, &after);
                        history.record(Rc::new(after), made, None);
                    }
                    Command::Undo => { history.undo(); }
                    Command::Redo => { history.redo(); }
                    Command::GoTo(step) => { let most = history.all().len(); history.go_to(step % most); }
                }
            }
            let (last, at) = (bytes(&history.scenario()), history.now());
            // A tree that was kept and opened again is the same tree.
            let mut history = History::read(&history.written(&plan), &plan).unwrap();
            prop_assert_eq!(bytes(&history.scenario()), last.clone());
            while history.undo().is_some() {}
            prop_assert_eq!(bytes(&history.scenario()), first);
            while history.now() != at && history.redo().is_some() {}
            prop_assert_eq!(bytes(&history.scenario()), last);
        }
    }
}
