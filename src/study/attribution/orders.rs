//! Some orders of many changes, drawn, each with its reverse.

use super::{Worth, done};
use crate::plan::scenario::Scenario;
use crate::study::random;
use crate::units::Share;

/// What each change added in the orders tried so far.
#[derive(Clone, Debug)]
pub(super) struct Orders {
    players: usize,
    seed: u64,
    /// How many orders are to be tried; even, because each comes with its reverse.
    all: usize,
    tried: usize,
    /// The order being tried and how many of its changes are made, with the scenario so far.
    order: Vec<usize>,
    made: usize,
    scenario: Scenario,
    before: Worth,
    sums: Vec<Worth>,
}

/// Runs that all orders together should not pass, where one order and its reverse stay below.
const RUNS: usize = 4096;

impl Orders {
    /// No order tried.
    pub(super) fn new(players: usize, seed: u64) -> Self {
        Self {
            players,
            seed,
            all: 2 * (RUNS / (2 * players.max(1))).max(1),
            tried: 0,
            order: Vec::new(),
            made: 0,
            scenario: Scenario::default(),
            before: Worth::default(),
            sums: vec![Worth::default(); players],
        }
    }

    /// Whether all orders are tried.
    pub(super) fn is_done(&self) -> bool {
        self.tried >= self.all
    }

    /// How much is done.
    pub(super) fn done(&self) -> Share {
        done(self.tried * self.players + self.made, self.all * self.players)
    }

    /// Makes one more change. `run` makes it in a scenario and says what that is worth; after the
    /// last change of an order this is known.
    pub(super) fn advance(
        &mut self,
        from: &Scenario,
        ends: [Worth; 2],
        run: impl FnOnce(usize, &mut Scenario) -> Worth,
    ) {
        if self.made == 0 {
            self.order = self.drawn();
            self.scenario = from.clone();
            self.before = ends[0];
        }
        let Some(&player) = self.order.get(self.made) else { return };
        self.made += 1;
        let after =
            if self.made == self.players { ends[1] } else { run(player, &mut self.scenario) };
        self.sums[player] += after - self.before;
        self.before = after;
        if self.made == self.players {
            self.made = 0;
            self.tried += 1;
        }
    }

    /// The order to be tried now: a drawn one, or the reverse of the one before.
    fn drawn(&self) -> Vec<usize> {
        if self.tried % 2 == 1 {
            return self.order.iter().rev().copied().collect();
        }
        let mut order: Vec<usize> = (0..self.players).collect();
        let first = (self.tried * self.players) as u64;
        for last in (1..self.players).rev() {
            let number = random::keyed(self.seed, first + last as u64);
            let part = random::between_zero_and_one(number);
            order.swap(last, ((last + 1) as f64 * part) as usize);
        }
        order
    }

    /// What each change is worth, the mean of the orders.
    pub(super) fn worth(&self) -> Vec<Worth> {
        let part = 1.0 / self.tried.max(1) as f64;
        self.sums.iter().map(|&sum| sum * part).collect()
    }
}
