//! The problem without its meaning: one item of each group, least cost, within rows.
//!
//! ```text
//! least  Σ cost(i)      over one item i of each group
//! with   Σ uses(i, k) ≤ limit(k)      for every row k
//! ```
//!
//! Where that cannot be, some rows are made soft: the cost then is how far the worst of them is
//! passed, and the others still hold.

use std::ops::Range;

/// Amounts closer than this part of a limit are the limit.
const TOLERANCE: f64 = 1e-10;

/// One thing that may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What it costs; less is better.
    pub(super) cost: f64,
    /// What decides between items of the same cost; less is better.
    pub(super) tie: f64,
    /// What it uses of each row, by row; negative where it gives.
    pub(super) uses: Vec<(usize, f64)>,
}

/// A sum that must not pass a limit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The limit.
    pub(super) limit: f64,
    /// What passing it by one is worth where it may be passed at a price; it holds where absent.
    pub(super) weight: Option<f64>,
}

/// The whole problem.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Knapsack {
    /// All items, group by group.
    pub(super) items: Vec<Item>,
    /// The items of each group; none is empty.
    pub(super) groups: Vec<Range<usize>>,
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// Whether the cost is how far soft rows are passed, instead of the sum over items.
    pub(super) soft: bool,
}

impl Knapsack {
    /// Puts it together. Rows that no choice can pass are left out, and the others are scaled so that
    /// a usual item uses about one of each.
    pub(super) fn new(groups: Vec<Vec<Item>>, rows: Vec<Row>) -> Self {
        let mut items = Vec::new();
        let mut ranges = Vec::with_capacity(groups.len());
        for group in groups {
            let start = items.len();
            items.extend(group);
            ranges.push(start..items.len());
        }
        let mut knapsack = Self { items, groups: ranges, rows, soft: false };
        knapsack.drop_idle_rows();
        knapsack.scale_rows();
        knapsack
    }

    /// Leaves out rows that hold whatever is chosen.
    fn drop_idle_rows(&mut self) {
        let mut most = vec![0.0; self.rows.len()];
        for group in &self.groups {
            let mut of_group: Vec<(usize, f64, usize)> = Vec::new();
            for item in &self.items[group.clone()] {
                for &(row, uses) in &item.uses {
                    match of_group.iter_mut().find(|(known, _, _)| *known == row) {
                        Some((_, most, count)) => {
                            *most = f64::max(*most, uses);
                            *count += 1;
                        }
                        None => of_group.push((row, uses, 1)),
                    }
                }
            }
            for (row, own, count) in of_group {
                // An item that is silent about a row uses nothing of it.
                most[row] += if count < group.len() { own.max(0.0) } else { own };
            }
        }
        let mut place = vec![None; self.rows.len()];
        let mut kept = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            if most[index] > row.limit {
                place[index] = Some(kept.len());
                kept.push(row.clone());
            }
        }
        self.rows = kept;
        for item in &mut self.items {
            item.uses = item.uses.iter().filter_map(|&(row, u)| Some((place[row]?, u))).collect();
        }
    }

    /// Scales each row by the root of the mean square of what items use of it.
    fn scale_rows(&mut self) {
        let mut squares = vec![(0.0, 0_usize); self.rows.len()];
        for item in &self.items {
            for &(row, uses) in item.uses.iter().filter(|(_, uses)| *uses != 0.0) {
                squares[row].0 += uses * uses;
                squares[row].1 += 1;
            }
        }
        let scales: Vec<f64> = squares
            .into_iter()
            .map(|(sum, count)| if count > 0 { libm::sqrt(sum / count as f64) } else { 1.0 })
            .collect();
        for (row, scale) in self.rows.iter_mut().zip(&scales) {
            row.limit /= scale;
            row.weight = row.weight.map(|weight| weight * scale);
        }
        for item in &mut self.items {
            for (row, uses) in &mut item.uses {
                *uses /= scales[*row];
            }
        }
    }

    /// The same with soft rows in force, those that have a weight or all: what an item costs then only
    /// decides between choices that pass them equally, and its tie after that.
    pub(super) fn softened(&self, all: bool) -> Self {
        let mut soft = self.clone();
        soft.soft = true;
        for item in &mut soft.items {
            item.tie = item.cost + 1e-6 * item.tie;
            item.cost = 0.0;
        }
        for row in soft.rows.iter_mut().filter(|_| all) {
            row.weight = Some(1.0 / row.limit.abs().max(1.0));
        }
        soft
    }

    /// Whether a row may be passed at a price.
    pub(super) fn is_soft(&self, row: usize) -> bool {
        self.soft && self.rows[row].weight.is_some()
    }

    /// How far an amount passes the limit of a row that must hold.
    pub(super) fn passed(&self, row: usize, used: f64) -> f64 {
        if self.is_soft(row) {
            return 0.0;
        }
        let limit = self.rows[row].limit;
        (used - limit - TOLERANCE * limit.abs().max(1.0)).max(0.0)
    }

    /// How far the worst soft row is passed, in its own weight.
    pub(super) fn worst(&self, used: &[f64]) -> f64 {
        let rows = self.rows.iter().zip(used);
        let passed = rows.filter_map(|(row, used)| Some((used - row.limit) * row.weight?));
        passed.fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(cost: f64, uses: &[(usize, f64)]) -> Item {
        Item { cost, tie: 0.0, uses: uses.to_vec() }
    }

    #[test]
    fn a_row_that_nothing_can_pass_is_left_out() {
        let group = || vec![item(0.0, &[]), item(1.0, &[(0, 2.0), (1, 3.0)])];
        let row = |limit| Row { limit, weight: None };
        let knapsack = Knapsack::new(vec![group(), group()], vec![row(4.0), row(5.0)]);
        assert_eq!(knapsack.rows.len(), 1);
        assert_eq!(knapsack.items[1].uses, [(0, 1.0)]);
        assert!((knapsack.rows[0].limit - 5.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn a_group_that_must_use_a_row_counts_with_what_it_must() {
        let row = Row { limit: -1.0, weight: None };
        let must = vec![item(0.0, &[(0, -3.0)]), item(0.0, &[(0, -2.0)])];
        assert!(Knapsack::new(vec![must], vec![row]).rows.is_empty());
    }

    #[test]
    fn a_soft_row_is_a_cost_and_no_limit() {
        let row = Row { limit: 1.0, weight: Some(2.0) };
        let knapsack = Knapsack::new(vec![vec![item(5.0, &[(0, 4.0)])]], vec![row]);
        assert!(knapsack.passed(0, 1.0) > 0.0);
        let soft = knapsack.softened(false);
        assert_eq!(soft.passed(0, 1.0), 0.0);
        assert!((soft.worst(&[1.0]) - 6.0).abs() < 1e-12);
    }
}
