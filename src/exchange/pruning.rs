//! Which saves of a scenario need no longer be kept.
//!
//! Everything of the last ten minutes stays, at most thirty saves; of earlier ones the last of every
//! quarter of an hour of the day, and the last of every day for thirty days. Saves of a kind of their
//! own (a beginning, a return, a conflict) stay as long, named ones for ever. The newest three always stay,
//! and all together take at most twenty megabytes.

use std::collections::BTreeSet;

const MINUTE: f64 = 60_000.0;
const RECENT: f64 = 10.0 * MINUTE;
const MOST_RECENT: usize = 30;
const SLOT: f64 = 15.0 * MINUTE;
const DAY: f64 = 24.0 * 60.0 * MINUTE;
const LONGEST: f64 = 30.0 * DAY;
const ALWAYS: usize = 3;
const MOST_BYTES: usize = 20_000_000;

/// What the policy looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saved {
    /// Its place among the saves.
    pub seq: u64,
    /// What the clock said, in milliseconds.
    pub at: f64,
    /// Its size in bytes.
    pub bytes: usize,
    /// Whether somebody gave it a name.
    pub named: bool,
}

/// The saves that may go, in order. A clock that was put back makes saves younger, never older.
#[must_use]
pub fn removable(saves: &[Saved], now: f64) -> Vec<u64> {
    let mut newest_first = saves.to_vec();
    newest_first.sort_by_key(|saved| std::cmp::Reverse(saved.seq));
    let (mut slots, mut recent, mut bytes) = (BTreeSet::new(), 0, 0);
    let mut removed = Vec::new();
    for (place, saved) in newest_first.iter().enumerate() {
        let age = (now - saved.at).max(0.0);
        let keeps = if age < RECENT {
            recent += 1;
            recent <= MOST_RECENT
        } else if age < DAY {
            slots.insert((false, libm::floor(saved.at / SLOT) as i64))
        } else {
            age < LONGEST && slots.insert((true, libm::floor(saved.at / DAY) as i64))
        };
        let fits = bytes + saved.bytes <= MOST_BYTES;
        if place < ALWAYS || saved.named || (keeps && fits) {
            bytes += saved.bytes;
        } else {
            removed.push(saved.seq);
        }
    }
    removed.reverse();
    removed
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1_700_000_000_000.0;

    fn saved(seq: u64, ago: f64) -> Saved {
        Saved { seq, at: NOW - ago, bytes: 1_000, named: false }
    }

    #[test]
    fn the_newest_three_always_stay() {
        let old: Vec<Saved> = (1..=3).map(|seq| saved(seq, 400.0 * DAY)).collect();
        assert!(removable(&old, NOW).is_empty());
        let four: Vec<Saved> = (1..=4).map(|seq| saved(seq, 400.0 * DAY)).collect();
        assert_eq!(removable(&four, NOW), [1]);
    }

    #[test]
    fn of_an_hour_long_ago_one_save_in_every_quarter_stays() {
        let saves: Vec<Saved> = (0..120)
            .map(|index| saved(index + 1, 5.0 * DAY / 24.0 - index as f64 * MINUTE / 2.0))
            .collect();
        let gone = removable(&saves, NOW).len();
        assert!((112..=116).contains(&gone), "{gone}");
    }

    #[test]
    fn of_the_last_minutes_thirty_stay_and_of_every_earlier_day_one() {
        let mut saves: Vec<Saved> = (1..=50).map(|seq| saved(seq, 1_000.0)).collect();
        assert_eq!(removable(&saves, NOW), (1..=20).collect::<Vec<_>>());
        saves = (1..=60).map(|seq| saved(seq, (61.0 - seq as f64) * DAY + 2.0 * DAY)).collect();
        assert_eq!(removable(&saves, NOW).len(), 60 - 27);
    }

    #[test]
    fn named_saves_stay_for_ever_and_the_rest_gives_way_to_room() {
        let mut saves: Vec<Saved> = (1..=5).map(|seq| saved(seq, 900.0 * DAY)).collect();
        saves[0].named = true;
        assert_eq!(removable(&saves, NOW), [2]);
        let mut large: Vec<Saved> = (1..=10).map(|seq| saved(seq, 0.0)).collect();
        large.iter_mut().for_each(|saved| saved.bytes = 4_000_000);
        assert_eq!(removable(&large, NOW), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_clock_put_back_or_forward_leaves_the_newest_by_their_number() {
        let back: Vec<Saved> = (1..=4).map(|seq| saved(seq, -3_650.0 * DAY)).collect();
        assert!(removable(&back, NOW).is_empty());
        let mut mixed: Vec<Saved> = (1..=6).map(|seq| saved(seq, 0.0)).collect();
        mixed[3].at = 0.0;
        mixed[4].at = 0.0;
        mixed[5].at = 0.0;
        assert!(removable(&mixed, NOW).is_empty());
    }
}
