//! Solves a problem a little at a time: a good choice first, then the bound, then the search.
//!
//! What is found never gets worse from one step to the next. Everything counts work, not time.

use super::greedy;
use super::knapsack::Knapsack;
use super::search::{Search, Standing};
use super::selection::Selection;
use super::shadow::ShadowPrices;

/// Changes of the first choice in one step.
const CHANGES: usize = 8;
/// Rounds of prices in one step, after which the choice they suggest is mended and looked at.
const ROUNDS: usize = 16;
/// Groups looked at for exchanges in one step.
const EXCHANGES: usize = 4;
/// Nodes in one step.
const NODES: u64 = 12;
/// The search values what it finds only up to this part.
const ROUNDING: f64 = 1e-6;
/// Rounds without a change after which one group at a time is enough.
const SETTLING: usize = 3;

/// How much work is worth it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Effort {
    /// Rounds of prices.
    pub(super) rounds: usize,
    /// Nodes of the search at most.
    pub(super) nodes: usize,
    /// A gap that is small enough once `enough_nodes` were opened.
    pub(super) enough: f64,
    /// Nodes that are opened even so.
    pub(super) enough_nodes: usize,
}

/// A problem between two steps.
pub(super) struct Solver {
    knapsack: Knapsack,
    effort: Effort,
    /// Whether to search for a choice that holds all rows where the first steps find none.
    insist: bool,
    /// The best choice that holds all rows.
    best: Option<Selection>,
    /// The choice in work; where none holds all rows, the one that comes nearest.
    nearest: Selection,
    prices: ShadowPrices,
    round: usize,
    stage: Stage,
    /// Nodes opened.
    nodes: usize,
    /// No choice costs less.
    bound: f64,
}

enum Stage {
    First,
    Prices,
    Exchange(usize),
    /// The search, and what no choice that it leaves out can undercut.
    Search(Box<Search>, f64),
    Done,
}

/// Where a solver arrived.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Solved {
    /// The chosen item of each group.
    pub(super) picks: Vec<usize>,
    /// Whether it holds every row.
    pub(super) holds: bool,
    /// What it costs.
    pub(super) cost: f64,
    /// No choice costs less.
    pub(super) bound: f64,
    /// Nodes opened.
    pub(super) nodes: usize,
    /// What the rows are worth, for a similar problem.
    pub(super) prices: Vec<f64>,
}

impl Solved {
    /// How far the best choice can lie below this one, as a part of it.
    pub(super) fn gap(&self) -> f64 {
        gap(self.cost, self.bound)
    }
}

fn gap(cost: f64, bound: f64) -> f64 {
    if cost - bound <= 1e-9 * cost.abs().max(1e-3) {
        0.0
    } else {
        ((cost - bound) / cost.abs().max(1e-9)).min(1.0)
    }
}

impl Solver {
    pub(super) fn new(knapsack: Knapsack, effort: Effort, insist: bool) -> Self {
        let nearest = greedy::start(&knapsack);
        let prices = ShadowPrices::from(&knapsack, None);
        let bound = if knapsack.soft { 0.0 } else { f64::NEG_INFINITY };
        Self {
            knapsack,
            effort,
            insist,
            best: None,
            nearest,
            prices,
            round: 0,
            stage: Stage::First,
            nodes: 0,
            bound,
        }
    }

    /// Begins with the answer to a similar problem with the same groups.
    pub(super) fn near(mut self, picks: &[usize], prices: Option<&[f64]>) -> Self {
        let near = Selection::of(&self.knapsack, picks.to_vec());
        if near.score(&self.knapsack).beats(self.nearest.score(&self.knapsack)) {
            self.nearest = near;
        }
        self.prices = ShadowPrices::from(&self.knapsack, prices);
        self
    }

    /// One step; `true` when there is nothing left to do.
    pub(super) fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::First => self.first(),
            Stage::Prices => self.improve_prices(),
            Stage::Exchange(group) => {
                let group = *group;
                self.exchange(group);
            }
            Stage::Search(..) => self.search(),
            Stage::Done => {}
        }
        if self.best.is_some() && self.gap() == 0.0 {
            self.stage = Stage::Done;
        }
        matches!(self.stage, Stage::Done)
    }

    /// The part of the work that is done, at least.
    pub(super) fn part(&self) -> f64 {
        let part = |done: usize, all: usize| done as f64 / all.max(1) as f64;
        match &self.stage {
            Stage::First => 0.02,
            Stage::Prices => 0.05 + 0.25 * part(self.round, self.effort.rounds),
            Stage::Exchange(group) => 0.3 + 0.1 * part(*group, self.knapsack.groups.len()),
            Stage::Search(..) => 0.4 + 0.6 * part(self.nodes, self.effort.nodes).min(1.0),
            Stage::Done => 1.0,
        }
    }

    /// Whether a choice that holds every row is at hand.
    pub(super) fn holds(&self) -> bool {
        self.best.is_some()
    }

    /// Where it stands.
    pub(super) fn solved(&self) -> Solved {
        let best = self.best.as_ref().unwrap_or(&self.nearest);
        let score = best.score(&self.knapsack);
        Solved {
            picks: best.picks.clone(),
            holds: self.best.is_some(),
            cost: score.cost,
            bound: self.bound.min(score.cost),
            nodes: self.nodes,
            prices: self.prices.prices().to_vec(),
        }
    }

    fn cost(&self) -> Option<f64> {
        self.best.as_ref().map(|best| best.score(&self.knapsack).cost)
    }

    fn gap(&self) -> f64 {
        self.cost().map_or(1.0, |cost| gap(cost, self.bound))
    }

    fn first(&mut self) {
        for _ in 0..CHANGES {
            if !greedy::advance(&self.knapsack, &mut self.nearest) {
                greedy::settle(&self.knapsack, &mut self.nearest, SETTLING);
                self.look_at(self.nearest.picks.clone());
                self.stage = Stage::Prices;
                return;
            }
        }
    }

    /// Keeps a choice if it is the best so far. Its sums are taken afresh.
    fn look_at(&mut self, picks: Vec<usize>) {
        let new = Selection::of(&self.knapsack, picks);
        let score = new.score(&self.knapsack);
        if score.passed == 0.0 {
            let known = self.best.as_ref().map(|best| best.score(&self.knapsack));
            if known.is_none_or(|known| score.beats(known)) {
                self.best = Some(new);
            }
        } else if score.beats(self.nearest.score(&self.knapsack)) {
            self.nearest = new;
        }
    }

    fn is_best(&self, picks: &[usize]) -> bool {
        self.best.as_ref().is_some_and(|best| best.picks == picks)
    }

    fn improve_prices(&mut self) {
        let known = self.cost();
        let mut suggested = Vec::new();
        for _ in 0..ROUNDS {
            suggested = self.prices.round(&self.knapsack, known);
        }
        self.round += ROUNDS;
        self.bound = self.bound.max(self.prices.bound);
        self.mend(suggested);
        if self.round >= self.effort.rounds {
            self.after_prices();
        }
    }

    /// Makes a choice hold the rows and as good as single changes make it.
    fn mend(&mut self, picks: Vec<usize>) {
        let mut selection = Selection::of(&self.knapsack, picks);
        for _ in 0..CHANGES {
            let holds = selection.score(&self.knapsack).holds();
            if holds || !greedy::advance(&self.knapsack, &mut selection) {
                break;
            }
        }
        greedy::settle(&self.knapsack, &mut selection, SETTLING);
        self.look_at(selection.picks);
    }

    fn after_prices(&mut self) {
        self.stage = match &self.best {
            None if !self.insist => Stage::Done,
            None => Self::search_all(&self.knapsack),
            Some(_) => Stage::Exchange(0),
        };
    }

    fn exchange(&mut self, from: usize) {
        let groups = self.knapsack.groups.len();
        let Some(mut best) = self.best.clone() else { return };
        for group in from..(from + EXCHANGES).min(groups) {
            greedy::exchange(&self.knapsack, &mut best, group);
        }
        self.look_at(best.picks);
        self.stage = if from + EXCHANGES < groups {
            Stage::Exchange(from + EXCHANGES)
        } else {
            self.search_rest()
        };
    }

    fn search_all(knapsack: &Knapsack) -> Stage {
        let all: Vec<Vec<usize>> = knapsack.groups.iter().map(|g| g.clone().collect()).collect();
        Stage::Search(Box::new(Search::new(knapsack, &all, None)), f64::INFINITY)
    }

    /// A search of what a better choice can still hold.
    fn search_rest(&self) -> Stage {
        let Some(best) = &self.best else { return Self::search_all(&self.knapsack) };
        let cost = best.score(&self.knapsack).cost;
        let open = self.prices.left_open(&self.knapsack, best, cost);
        Stage::Search(Box::new(Search::new(&self.knapsack, &open, Some(best))), cost)
    }

    fn search(&mut self) {
        let Stage::Search(search, left_out) = &mut self.stage else { return };
        let before = search.nodes;
        let standing = search.step(NODES);
        self.nodes += search.nodes - before;
        let (bound, left_out, found) = (search.bound, *left_out, search.found());
        if let Some(found) = found.filter(|found| !self.is_best(found)) {
            self.look_at(found.clone());
            self.mend(found);
        }
        // What the search leaves out costs at least as much as what was known when it began.
        let closed = match (standing, self.cost()) {
            (Standing::Impossible, _) => left_out,
            // What it found last is no worse than anything open, but for the rounding of its arithmetic.
            (Standing::Exhausted, Some(cost)) if cost <= bound + ROUNDING * (1.0 + cost.abs()) => {
                cost.min(left_out)
            }
            _ => bound.min(left_out),
        };
        self.bound = self.bound.max(closed);
        let enough = self.nodes >= self.effort.enough_nodes && self.gap() <= self.effort.enough;
        if standing != Standing::Going || self.nodes >= self.effort.nodes || enough {
            self.stage = Stage::Done;
        }
    }
}

#[cfg(test)]
mod tests;
