//! Branch and bound over what the bound leaves open.
//!
//! Groups with one item left are settled. For the others one item is the reference and each further
//! item a variable that is zero or one, so that the linear problem is as small as it can be.

use super::knapsack::Knapsack;
use super::selection::Selection;
use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, ResumeOptions, SolveOptions, SolveOutcome,
    TerminationReason, Variable,
};

/// The search between two steps.
pub(super) struct Search {
    problem: Problem,
    /// The item of each group that stands where no variable says otherwise.
    reference: Vec<usize>,
    /// Group, item and its variable.
    variables: Vec<(usize, usize, Variable)>,
    hint: Vec<(Variable, f64)>,
    /// Cost of the reference, which the problem leaves out.
    constant: f64,
    outcome: Option<SolveOutcome>,
    /// No open choice costs less than this.
    pub(super) bound: f64,
    /// Nodes opened.
    pub(super) nodes: usize,
    /// Whether what is settled already passes a row that nothing open can bring back.
    lost: bool,
}

/// How a search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// There is more to look at.
    Going,
    /// Nothing left open is better than what was found.
    Exhausted,
    /// No open choice holds the rows.
    Impossible,
    /// The arithmetic gave up; what was found and the bound stand.
    GaveUp,
}

impl Search {
    /// Over the items of each group that are left open; `known` is a choice among them that holds all
    /// rows.
    pub(super) fn new(knapsack: &Knapsack, open: &[Vec<usize>], known: Option<&Selection>) -> Self {
        let reference: Vec<usize> = open.iter().map(|items| items[0]).collect();
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut rows: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); knapsack.rows.len()];
        let mut used = vec![0.0; knapsack.rows.len()];
        let mut constant = 0.0;
        let mut variables = Vec::new();
        for (group, items) in open.iter().enumerate() {
            let basis = &knapsack.items[items[0]];
            constant += basis.cost;
            for &(row, uses) in &basis.uses {
                used[row] += uses;
            }
            let own = variables.len();
            for &item in &items[1..] {
                let other = &knapsack.items[item];
                let variable = problem.add_binary_var(other.cost - basis.cost);
                for (row, uses) in difference(&other.uses, &basis.uses) {
                    rows[row].push((variable, uses));
                }
                variables.push((group, item, variable));
            }
            if items.len() > 2 {
                let one = variables[own..].iter().map(|&(_, _, variable)| (variable, 1.0));
                problem.add_constraint(one, ComparisonOp::Le, 1.0);
            }
        }
        let most = knapsack.soft.then(|| problem.add_var(1.0, (0.0, f64::INFINITY)));
        let mut lost = false;
        for (row, mut terms) in rows.into_iter().enumerate() {
            if let (Some(most), true) = (most, knapsack.is_soft(row)) {
                terms.push((most, -1.0 / knapsack.rows[row].weight.unwrap_or(1.0)));
            }
            let left = knapsack.rows[row].limit - used[row];
            if terms.is_empty() {
                lost |= knapsack.passed(row, used[row]) > 0.0;
            } else {
                problem.add_constraint(terms, ComparisonOp::Le, left);
            }
        }
        let hint = known.map(|known| {
            let value = |&(group, item, variable): &(usize, usize, Variable)| {
                (variable, f64::from(known.picks[group] == item))
            };
            variables.iter().map(value).collect()
        });
        Self {
            problem,
            reference,
            variables,
            hint: hint.unwrap_or_default(),
            constant,
            outcome: None,
            bound: f64::NEG_INFINITY,
            nodes: 0,
            lost,
        }
    }

    /// Opens so many nodes.
    pub(super) fn step(&mut self, nodes: u64) -> Standing {
        if self.lost {
            return Standing::Impossible;
        }
        let further = match self.outcome.take() {
            Some(outcome) => {
                let mut options = ResumeOptions::default();
                options.node_limit = Some(nodes);
                outcome.resume_with(options)
            }
            None => {
                let mut options = SolveOptions::default();
                options.node_limit = Some(nodes);
                options.warm_start = (!self.hint.is_empty()).then(|| self.hint.clone());
                self.problem.solve_with(options)
            }
        };
        let outcome = match further {
            Ok(outcome) => outcome,
            Err(Error::Infeasible) => return Standing::Impossible,
            Err(_) => return Standing::GaveUp,
        };
        let stats = outcome.stats();
        self.nodes = usize::try_from(stats.nodes_solved).unwrap_or(usize::MAX);
        if let Some(bound) = stats.best_bound {
            self.bound = self.bound.max(self.constant + bound);
        }
        let proven = outcome.termination_reason() == TerminationReason::ProvenOptimal;
        if proven && let Some(solution) = outcome.solution() {
            self.bound = self.bound.max(self.constant + solution.objective());
        }
        self.outcome = Some(outcome);
        if proven { Standing::Exhausted } else { Standing::Going }
    }

    /// The best choice found, which whoever asks must check against the rows.
    pub(super) fn found(&self) -> Option<Vec<usize>> {
        let solution = self.outcome.as_ref()?.solution()?;
        let mut picks = self.reference.clone();
        for &(group, item, variable) in &self.variables {
            if solution.var_value(variable) > 0.5 {
                picks[group] = item;
            }
        }
        Some(picks)
    }
}

/// What one item uses beyond another, by row.
fn difference(own: &[(usize, f64)], other: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut rows: Vec<(usize, f64)> = own.to_vec();
    for &(row, uses) in other {
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, sum)) => *sum -= uses,
            None => rows.push((row, -uses)),
        }
    }
    rows.retain(|(_, uses)| *uses != 0.0);
    rows
}
