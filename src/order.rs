//! Sorting for lists that a person reads: a few hundred things at most, in code that is there once.
//!
//! The sort of the standard library is quick for millions and is compiled anew, some seven kilobytes,
//! for every sort of thing and every way to compare. The screen is loaded over slow lines and sorts
//! little. What studies sort by the million is not sorted here.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Puts things in order; those that are equal stay as they were.
///
/// ```
/// let mut words = ["fig", "kiwi", "pea"];
/// mogao::order::sort(&mut words, |a, b| b.len().cmp(&a.len()));
/// assert_eq!(words, ["kiwi", "fig", "pea"]);
/// ```
pub fn sort<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = ranking(things.len(), &|one, other| compare(&things[one], &things[other]));
    // Each place takes its thing from where the swaps before it have left it.
    for place in 0..from.len() {
        let mut source = from[place];
        while source < place {
            source = from[source];
        }
        things.swap(place, source);
        from[place] = source;
    }
}

/// A map of entries as they come; of two with one key the later counts. Collecting them would sort them
/// first, each time with a sort of its own.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// A set of things as they come, for the same reason.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(things);
    set
}

/// The places of so many things in the order of `compare`, which is asked by place.
fn ranking(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut ranking: Vec<usize> = (0..length).collect();
    ranking.sort_by(|&one, &other| compare(one, other));
    ranking
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_as_the_sort_of_the_standard_library_would_put_them() {
        let mut state = 7_u32;
        for length in 0..60_usize {
            let mut things: Vec<(u32, usize)> = Vec::new();
            for place in 0..length {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // Few different keys, so that many are equal and have to keep their order.
                things.push((state >> 29, place));
            }
            let mut expected = things.clone();
            expected.sort_by_key(|thing| thing.0);
            sort(&mut things, |one, other| one.0.cmp(&other.0));
            assert_eq!(things, expected);
        }
    }
}
