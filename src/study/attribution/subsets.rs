//! Every order of a few changes, by way of their subsets.

use super::{Worth, done};
use crate::units::Share;

/// What every subset of the changes is worth.
///
/// ```text
/// part(i) = Σ S without i  |S|! (n − |S| − 1)! / n! · [worth(S and i) − worth(S)]
/// ```
///
/// Source: Shapley (1953), A value for n-person games.
#[derive(Clone, Debug)]
pub(super) struct Subsets {
    players: usize,
    /// By subset, one bit for each change; the whole set is known from the beginning.
    known: Vec<Worth>,
    whole: Worth,
}

impl Subsets {
    /// No subset known but none of the changes and all of them.
    pub(super) fn new(players: usize, ends: [Worth; 2]) -> Self {
        Self { players, known: vec![ends[0]], whole: ends[1] }
    }

    /// The subset to be run next; `None` when all are known.
    pub(super) fn next(&self) -> Option<usize> {
        (self.known.len() < self.whole_set()).then_some(self.known.len())
    }

    /// Takes what that subset is worth.
    pub(super) fn take(&mut self, worth: Worth) {
        self.known.push(worth);
    }

    /// How much is done.
    pub(super) fn done(&self) -> Share {
        done(self.known.len(), self.whole_set())
    }

    fn whole_set(&self) -> usize {
        (1 << self.players) - 1
    }

    fn worth_of(&self, subset: usize) -> Worth {
        self.known.get(subset).copied().filter(|_| subset < self.whole_set()).unwrap_or(self.whole)
    }

    /// What each change is worth.
    pub(super) fn worth(&self) -> Vec<Worth> {
        let weights = weights(self.players);
        let of = |player: usize| {
            let own = 1 << player;
            let mut sum = Worth::default();
            for subset in (0..=self.whole_set()).filter(|subset| subset & own == 0) {
                let weight = weights[subset.count_ones() as usize];
                sum += (self.worth_of(subset | own) - self.worth_of(subset)) * weight;
            }
            sum
        };
        (0..self.players).map(of).collect()
    }
}

/// The part of all orders in which so many given changes come before one, and the rest after it.
fn weights(players: usize) -> Vec<f64> {
    // s! (n − s − 1)! / n! = 1 / (n · C(n − 1, s))
    let mut binomial = 1.0;
    let mut weights = Vec::with_capacity(players);
    for size in 0..players {
        weights.push(1.0 / (players as f64 * binomial));
        binomial *= (players - 1 - size) as f64 / (size + 1) as f64;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glove_game_is_divided_as_in_the_textbook() {
        // One left glove, two right ones; a pair is worth 1: 2/3, 1/6, 1/6.
        let pairs = |subset: usize| f64::from(subset & 1 != 0 && subset & 6 != 0);
        let worth = |subset| Worth { nominal: pairs(subset), growth: 0.0 };
        let mut subsets = Subsets::new(3, [worth(0), worth(7)]);
        while let Some(subset) = subsets.next() {
            subsets.take(worth(subset));
        }
        let parts = subsets.worth();
        for (part, expected) in parts.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((part.nominal - expected).abs() < 1e-15, "{parts:?}");
        }
    }

    #[test]
    fn the_orders_add_up_to_all_orders() {
        for players in 1..=12 {
            let choose = |size: usize| {
                (0..size).fold(1.0, |c, k| c * (players - 1 - k) as f64 / (k + 1) as f64)
            };
            let all: f64 = weights(players)
                .iter()
                .enumerate()
                .map(|(size, weight)| weight * choose(size))
                .sum();
            assert!((all - 1.0).abs() < 1e-12);
        }
    }
}
