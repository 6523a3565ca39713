//! The tree as a list from top to bottom: branches that were left stand indented before what followed.

use super::{History, StepId};

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The step.
    pub step: StepId,
    /// How many branches it stands within.
    pub depth: usize,
}

impl History {
    /// Every step once, each after the one it follows.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut open = vec![(0, 0)];
        while let Some((step, depth)) = open.pop() {
            rows.push(Row { step, depth });
            let onward = self.onward(step);
            let follow: Vec<StepId> = self.children(step).collect();
            // What is put in last comes out first: the way onward waits for the branches.
            open.extend(onward.map(|onward| (onward, depth)));
            let left = follow.into_iter().rev().filter(|&child| Some(child) != onward);
            open.extend(left.map(|child| (child, depth + 1)));
        }
        rows
    }

    /// The step that goes on the way rather than beside it.
    fn onward(&self, step: StepId) -> Option<StepId> {
        self.steps[step].next.or_else(|| self.children(step).last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn a_branch_stands_indented_before_what_was_done_instead() {
        let mut history = History::default();
        let step = |history: &mut History| history.record(Rc::default(), Vec::new(), None);
        step(&mut history);
        step(&mut history);
        step(&mut history);
        history.go_to(1);
        step(&mut history);
        let rows: Vec<_> = history.rows().iter().map(|row| (row.step, row.depth)).collect();
        assert_eq!(rows, [(0, 0), (1, 0), (2, 1), (3, 1), (4, 0)]);
    }
}
