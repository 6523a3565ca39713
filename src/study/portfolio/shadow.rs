//! Shadow prices (影子价格): what each limit is worth, and how good any choice can be at best.
//!
//! With a price y(k) ≥ 0 on each row the groups no longer depend on one another, and
//!
//! ```text
//! bound(y) = Σ groups min over items [cost(i) + Σ y(k)·uses(i, k)] − Σ y(k)·limit(k)
//! ```
//!
//! lies below the cost of every choice that holds the rows, whatever the prices are; the best prices
//! make it as high as the relaxed linear problem. They are approached by subgradients: a row that is
//! passed becomes dearer, one with room becomes cheaper. Source: Held, Wolfe and Crowder (1974),
//! Mathematical Programming 6; steps by Polyak (1969), direction by Camerini, Fratta and Maffioli
//! (1975).

use super::knapsack::{Item, Knapsack};
use super::selection::Selection;

/// Rounds without a better bound after which steps are halved.
const PATIENCE: usize = 12;

/// Prices, and the best that were found.
#[derive(Clone, Debug)]
pub(super) struct ShadowPrices {
    now: Vec<f64>,
    direction: Vec<f64>,
    /// The prices with the highest bound so far.
    best: Vec<f64>,
    /// That bound.
    pub(super) bound: f64,
    stride: f64,
    waited: usize,
}

impl ShadowPrices {
    /// From given prices on, as of a similar problem; all zero where there are none that fit.
    pub(super) fn from(knapsack: &Knapsack, prices: Option<&[f64]>) -> Self {
        let rows = knapsack.rows.len();
        let fitting = prices.filter(|prices| prices.len() == rows);
        let now = fitting.map_or(vec![0.0; rows], <[f64]>::to_vec);
        Self {
            best: now.clone(),
            now,
            direction: vec![0.0; rows],
            bound: f64::NEG_INFINITY,
            stride: 1.0,
            waited: 0,
        }
    }

    /// The best prices so far.
    pub(super) fn prices(&self) -> &[f64] {
        &self.best
    }

    /// One round: the choice that is best at these prices, which may pass rows, and better prices.
    /// `known` is the cost of a choice that holds all rows, if one is at hand.
    pub(super) fn round(&mut self, knapsack: &Knapsack, known: Option<f64>) -> Vec<usize> {
        let (picks, bound, mut excess) = self.respond(knapsack);
        if bound > self.bound {
            let far = bound - self.bound > 1e-4 * bound.abs();
            self.bound = bound;
            self.best.clone_from(&self.now);
            self.waited = if far { 0 } else { self.waited };
        } else {
            self.waited += 1;
        }
        if self.waited > PATIENCE {
            self.waited = 0;
            self.stride *= 0.6;
            self.now.clone_from(&self.best);
            self.direction.fill(0.0);
            (_, _, excess) = self.respond(knapsack);
        }
        self.follow(&excess, known.unwrap_or(bound + 0.05 * bound.abs() + 1e-3) - bound);
        self.keep_lawful(knapsack);
        picks
    }

    /// The best item of each group at the prices, the bound, and how far each row is passed.
    fn respond(&self, knapsack: &Knapsack) -> (Vec<usize>, f64, Vec<f64>) {
        let limits = knapsack.rows.iter().zip(&self.now);
        let mut bound = -limits.map(|(row, price)| row.limit * price).sum::<f64>();
        let mut excess: Vec<f64> = knapsack.rows.iter().map(|row| -row.limit).collect();
        let mut picks = Vec::with_capacity(knapsack.groups.len());
        for group in &knapsack.groups {
            let (mut pick, mut least) = (group.start, f64::INFINITY);
            for item in group.clone() {
                let cost = reduced(&knapsack.items[item], &self.now);
                if cost < least {
                    (pick, least) = (item, cost);
                }
            }
            bound += least;
            for &(row, uses) in &knapsack.items[pick].uses {
                excess[row] += uses;
            }
            picks.push(pick);
        }
        (picks, bound, excess)
    }

    fn follow(&mut self, excess: &[f64], missing: f64) {
        let free = |price: f64, excess: f64| if price <= 0.0 { excess.max(0.0) } else { excess };
        let pairs = || self.now.iter().zip(excess).map(|(&price, &excess)| free(price, excess));
        let against: f64 = pairs().zip(&self.direction).map(|(a, b)| a * b).sum();
        let last: f64 = self.direction.iter().map(|part| part * part).sum();
        let kept = if against < 0.0 && last > 0.0 { -1.5 * against / last } else { 0.0 };
        let direction: Vec<f64> =
            pairs().zip(&self.direction).map(|(own, last)| own + kept * last).collect();
        let square: f64 = direction.iter().map(|part| part * part).sum();
        if square > 0.0 && missing > 0.0 {
            let step = self.stride * missing / square;
            for (price, part) in self.now.iter_mut().zip(&direction) {
                *price = (*price + step * part).max(0.0);
            }
        }
        self.direction = direction;
    }

    /// Prices of soft rows together may not pass what passing them costs.
    fn keep_lawful(&mut self, knapsack: &Knapsack) {
        if !knapsack.soft {
            return;
        }
        let weights = || knapsack.rows.iter().map(|row| row.weight);
        let paid = self.now.iter().zip(weights());
        let paid: f64 = paid.filter_map(|(price, weight)| Some(price / weight?)).sum();
        if paid > 1.0 {
            let soft = self.now.iter_mut().zip(weights()).filter(|(_, weight)| weight.is_some());
            soft.for_each(|(price, _)| *price /= paid);
        }
    }

    /// The items of each group that a choice cheaper than `known` can still hold.
    pub(super) fn left_open(
        &self,
        knapsack: &Knapsack,
        known: &Selection,
        cost: f64,
    ) -> Vec<Vec<usize>> {
        let least = |group: &std::ops::Range<usize>| {
            let costs = group.clone().map(|item| reduced(&knapsack.items[item], &self.best));
            costs.fold(f64::INFINITY, f64::min)
        };
        let room = cost - self.bound + 1e-9 * cost.abs();
        let groups = knapsack.groups.iter().zip(&known.picks);
        groups
            .map(|(group, &pick)| {
                let least = least(group);
                let open = |&item: &usize| {
                    item == pick || reduced(&knapsack.items[item], &self.best) - least <= room
                };
                group.clone().filter(open).collect()
            })
            .collect()
    }
}

/// What an item costs when what it uses is paid for.
fn reduced(item: &Item, prices: &[f64]) -> f64 {
    item.cost + item.uses.iter().map(|&(row, uses)| prices[row] * uses).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::super::knapsack::Row;
    use super::*;

    /// Five groups of three items with two rows; nothing is round.
    fn knapsack() -> Knapsack {
        let item = |group: usize, size: usize| {
            let (a, b) = (group as f64, size as f64);
            let uses = vec![(0, b * (1.0 + 0.37 * a)), (1, b * (2.3 - 0.31 * a))];
            Item { cost: -b * (1.7 + 0.11 * a * a), tie: 0.0, uses }
        };
        let groups = (0..5).map(|group| (0..3).map(|size| item(group, size)).collect());
        let row = |limit| Row { limit, weight: Some(1.0) };
        Knapsack::new(groups.collect(), vec![row(7.9), row(8.3)])
    }

    fn all(knapsack: &Knapsack) -> impl Iterator<Item = Selection> + '_ {
        (0..243_usize).map(|code| {
            let pick = |group: usize| 3 * group + code / 3_usize.pow(group as u32) % 3;
            Selection::of(knapsack, (0..5).map(pick).collect())
        })
    }

    #[test]
    fn no_choice_is_cheaper_than_the_bound_and_no_better_one_is_closed() {
        let hard = knapsack();
        for knapsack in [hard.softened(false), hard] {
            let known = all(&knapsack).filter(|own| own.score(&knapsack).holds());
            let known: Vec<Selection> = known.collect();
            let cost = |own: &Selection| own.score(&knapsack).cost;
            let least = known.iter().map(cost).fold(f64::INFINITY, f64::min);
            let mut prices = ShadowPrices::from(&knapsack, None);
            for _ in 0..200 {
                prices.round(&knapsack, Some(least));
                assert!(prices.bound <= least + 1e-9, "{} {least}", prices.bound);
            }
            let any = &known[0];
            let open = prices.left_open(&knapsack, any, cost(any));
            for better in known.iter().filter(|own| cost(own) < cost(any)) {
                assert!(better.picks.iter().zip(&open).all(|(pick, open)| open.contains(pick)));
            }
        }
    }

    #[test]
    fn the_bound_comes_close_to_the_best_choice() {
        let knapsack = knapsack();
        let held = all(&knapsack).map(|own| own.score(&knapsack)).filter(|score| score.holds());
        let least = held.map(|score| score.cost).fold(f64::INFINITY, f64::min);
        let mut prices = ShadowPrices::from(&knapsack, None);
        for _ in 0..200 {
            prices.round(&knapsack, Some(least));
        }
        assert!(prices.bound > least * 1.15, "{} {least}", prices.bound);
    }
}
