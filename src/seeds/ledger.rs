//! The problems found so far. Readers note a problem, put something harmless in its place and read
//! on, so that all problems of all tables are known at once.

use super::problem::{Problem, ProblemKind};
use std::cell::RefCell;

/// Most characters of a faulty field that a problem repeats.
const MOST_FOUND: usize = 60;

/// All problems found so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    problems: RefCell<Vec<Problem>>,
}

impl Ledger {
    /// Notes a problem, once.
    pub(super) fn note(
        &self,
        table: &str,
        row: Option<usize>,
        column: Option<&str>,
        found: &str,
        kind: ProblemKind,
    ) {
        let problem = Problem {
            table: table.to_owned(),
            row,
            column: column.map(str::to_owned),
            found: shortened(found),
            kind,
        };
        let mut problems = self.problems.borrow_mut();
        // A field that is asked for twice is asked for within the same row.
        if !problems.iter().rev().take(64).any(|known| *known == problem) {
            problems.push(problem);
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.problems.borrow().len()
    }

    /// All of them, in the order of reading.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

fn shortened(found: &str) -> String {
    if found.chars().count() <= MOST_FOUND {
        return found.to_owned();
    }
    found.chars().take(MOST_FOUND).chain(std::iter::once('…')).collect()
}
