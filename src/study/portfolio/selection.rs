//! One choice: an item of each group, what it uses and costs, and what changing one item would do.

use super::knapsack::Knapsack;
use std::cmp::Ordering;

/// Sums that were added to and taken from may be off by this much.
const ROUNDING: f64 = 1e-9;

/// How good a choice is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Score {
    /// How far rows that must hold are passed, all together.
    pub(super) passed: f64,
    /// What it costs.
    pub(super) cost: f64,
    /// What decides between equal costs.
    pub(super) tie: f64,
}

impl Score {
    /// Whether every row that must hold does.
    pub(super) fn holds(self) -> bool {
        self.passed <= ROUNDING
    }

    /// Whether it is better than another, by more than rounding: rows first, then cost, then ties.
    pub(super) fn beats(self, other: Self) -> bool {
        let order = compare(self.passed, other.passed, ROUNDING)
            .then(compare(self.cost, other.cost, 1e-12 * (1.0 + other.cost.abs())))
            .then(compare(self.tie, other.tie, 1e-12 * (1.0 + other.tie.abs())));
        order == Ordering::Less
    }
}

fn compare(own: f64, other: f64, rounding: f64) -> Ordering {
    if (own - other).abs() <= rounding { Ordering::Equal } else { own.total_cmp(&other) }
}

/// A choice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Selection {
    /// The chosen item of each group.
    pub(super) picks: Vec<usize>,
    /// What is used of each row.
    used: Vec<f64>,
    passed: f64,
    cost: f64,
    tie: f64,
}

impl Selection {
    /// A choice with its sums taken afresh.
    pub(super) fn of(knapsack: &Knapsack, picks: Vec<usize>) -> Self {
        let used = vec![0.0; knapsack.rows.len()];
        let mut selection = Self { picks: Vec::new(), used, passed: 0.0, cost: 0.0, tie: 0.0 };
        for &item in &picks {
            let item = &knapsack.items[item];
            selection.cost += item.cost;
            selection.tie += item.tie;
            for &(row, uses) in &item.uses {
                selection.used[row] += uses;
            }
        }
        let rows = selection.used.iter().enumerate();
        selection.passed = rows.map(|(row, &used)| knapsack.passed(row, used)).sum();
        selection.picks = picks;
        selection
    }

    /// How good it is.
    pub(super) fn score(&self, knapsack: &Knapsack) -> Score {
        let cost = if knapsack.soft { knapsack.worst(&self.used) } else { self.cost };
        Score { passed: self.passed, cost, tie: self.tie }
    }

    /// Changes the item of one group.
    pub(super) fn change(&mut self, knapsack: &Knapsack, group: usize, item: usize) {
        self.take(knapsack, self.picks[group], -1.0);
        self.take(knapsack, item, 1.0);
        self.picks[group] = item;
    }

    /// Looks at each other item of a group: how good the choice would be with it.
    pub(super) fn each_change(
        &mut self,
        knapsack: &Knapsack,
        group: usize,
        mut look: impl FnMut(usize, Score),
    ) {
        let own = self.picks[group];
        self.take(knapsack, own, -1.0);
        for item in knapsack.groups[group].clone().filter(|&item| item != own) {
            look(item, self.score_with(knapsack, item));
        }
        self.take(knapsack, own, 1.0);
    }

    /// The score with one item more, while its group has none.
    fn score_with(&self, knapsack: &Knapsack, item: usize) -> Score {
        let item = &knapsack.items[item];
        let further = item.uses.iter().map(|&(row, uses)| {
            let used = self.used[row];
            knapsack.passed(row, used + uses) - knapsack.passed(row, used)
        });
        let cost = if knapsack.soft {
            let rows = knapsack.rows.iter().enumerate();
            let passed = rows.filter_map(|(row, own)| {
                let weight = own.weight?;
                let uses = item.uses.iter().find(|(used, _)| *used == row);
                let used = self.used[row] + uses.map_or(0.0, |(_, uses)| *uses);
                Some((used - own.limit) * weight)
            });
            passed.fold(0.0, f64::max)
        } else {
            self.cost + item.cost
        };
        Score { passed: self.passed + further.sum::<f64>(), cost, tie: self.tie + item.tie }
    }

    fn take(&mut self, knapsack: &Knapsack, item: usize, sign: f64) {
        let item = &knapsack.items[item];
        for &(row, uses) in &item.uses {
            let before = self.used[row];
            let after = before + sign * uses;
            self.passed += knapsack.passed(row, after) - knapsack.passed(row, before);
            self.used[row] = after;
        }
        self.cost += sign * item.cost;
        self.tie += sign * item.tie;
    }
}
