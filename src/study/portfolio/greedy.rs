//! A good choice at once: effect per yuan first, then exchanges.

use super::knapsack::{Item, Knapsack};
use super::selection::{Score, Selection};

/// Less than this costs nothing, so that merit stays finite.
const NEARLY_NOTHING: f64 = 1e-9;

/// Where everything begins: the first item of each group.
pub(super) fn start(knapsack: &Knapsack) -> Selection {
    let first = knapsack.groups.iter().map(|group| group.start);
    Selection::of(knapsack, first.collect())
}

/// Makes the one change that is worth most for what it takes; `false` when none helps.
///
/// While rows are passed, that is the change which brings them back most per cost: the most GDP per
/// yuan of public money. After that, the change which saves most per part of the limits it uses up.
pub(super) fn advance(knapsack: &Knapsack, selection: &mut Selection) -> bool {
    let now = selection.score(knapsack);
    let mut best: Option<(f64, usize, usize, Score)> = None;
    for group in 0..knapsack.groups.len() {
        let own = strain(knapsack, &knapsack.items[selection.picks[group]]);
        selection.each_change(knapsack, group, |item, score| {
            if !score.beats(now) {
                return;
            }
            let merit = if now.holds() {
                let further = strain(knapsack, &knapsack.items[item]) - own;
                (now.cost - score.cost) / further.max(NEARLY_NOTHING)
            } else {
                (now.passed - score.passed) / (score.cost - now.cost).max(NEARLY_NOTHING)
            };
            if best.is_none_or(|(most, ..)| merit > most) {
                best = Some((merit, group, item, score));
            }
        });
    }
    let Some((_, group, item, _)) = best else { return false };
    selection.change(knapsack, group, item);
    true
}

/// How much of the limits an item uses up, as parts of them.
fn strain(knapsack: &Knapsack, item: &Item) -> f64 {
    let parts = item
        .uses
        .iter()
        .map(|&(row, uses)| uses.max(0.0) / knapsack.rows[row].limit.abs().max(NEARLY_NOTHING));
    parts.sum()
}

/// Changes one group at a time for the better until nothing helps any more, at most so many rounds.
pub(super) fn settle(knapsack: &Knapsack, selection: &mut Selection, rounds: usize) {
    for _ in 0..rounds {
        let mut changed = false;
        for group in 0..knapsack.groups.len() {
            let mut best = selection.score(knapsack);
            let mut found = None;
            selection.each_change(knapsack, group, |item, score| {
                if score.beats(best) {
                    best = score;
                    found = Some(item);
                }
            });
            if let Some(item) = found {
                selection.change(knapsack, group, item);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    // Sums that were added to and taken from are taken afresh.
    *selection = Selection::of(knapsack, std::mem::take(&mut selection.picks));
}

/// Exchanges: for every item of one group that would be cheaper but passes a limit, the best change of
/// another group that makes up for it. `true` when the choice became better.
pub(super) fn exchange(knapsack: &Knapsack, selection: &mut Selection, group: usize) -> bool {
    let before = selection.score(knapsack);
    let own = selection.picks[group];
    let mut cheaper = Vec::new();
    selection.each_change(knapsack, group, |item, score| {
        if score.cost < before.cost {
            cheaper.push(item);
        }
    });
    let mut best = before;
    let mut found = None;
    for item in cheaper {
        selection.change(knapsack, group, item);
        for other in (0..knapsack.groups.len()).filter(|&other| other != group) {
            selection.each_change(knapsack, other, |second, score| {
                if score.beats(best) {
                    best = score;
                    found = Some((item, other, second));
                }
            });
        }
    }
    selection.change(knapsack, group, own);
    let Some((item, other, second)) = found else { return false };
    selection.change(knapsack, group, item);
    selection.change(knapsack, other, second);
    true
}
