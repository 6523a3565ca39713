//! Parts that make up a whole.

use super::problem::ProblemKind;
use super::table::Table;
use crate::units::Share;

/// Percentages rounded to two decimals may miss 100 % by this much, as a fraction.
const ROUNDING: f64 = 0.0005;
/// What the addition of exact parts may leave.
const EXACT: f64 = 1e-12;

/// Makes the parts add to one where only rounding keeps them from it; otherwise gives their sum in %.
///
/// Three thirds written as 33.33 % are meant to be a whole, and every identity of the accounts
/// depends on it.
pub(super) fn whole(parts: &mut [Share]) -> Result<(), f64> {
    let sum: f64 = parts.iter().map(|part| part.0).sum();
    if (sum - 1.0).abs() > ROUNDING {
        return Err(sum * 100.0);
    }
    if (sum - 1.0).abs() > EXACT {
        for part in parts {
            part.0 /= sum;
        }
    }
    Ok(())
}

/// The rows of a table divide a whole by their `share_pct`, unless a faulty row or header has kept a
/// part from being read.
pub(super) fn whole_of_rows<'p>(
    table: &Table,
    parts: impl Iterator<Item = &'p mut Share>,
    faulty: bool,
) {
    const COLUMN: &str = "share_pct";
    if faulty || !table.columns.contains_key(COLUMN) {
        return;
    }
    let mut places: Vec<&mut Share> = parts.collect();
    let mut shares: Vec<Share> = places.iter().map(|place| **place).collect();
    if let Err(sum) = whole(&mut shares) {
        let kind = ProblemKind::SharesDoNotAddUp { sum };
        table.ledger.note(table.declaration.name, None, Some(COLUMN), "", kind);
    }
    for (place, share) in places.iter_mut().zip(shares) {
        **place = share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_rounded_thirds_make_a_whole() {
        let mut parts = [Share(0.3333); 3];
        assert_eq!(whole(&mut parts), Ok(()));
        assert!((parts.iter().map(|part| part.0).sum::<f64>() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn exact_parts_stay_as_they_are() {
        let mut parts = [Share(0.7), Share(0.2), Share(0.1)];
        assert_eq!(whole(&mut parts), Ok(()));
        assert_eq!(parts, [Share(0.7), Share(0.2), Share(0.1)]);
    }

    #[test]
    fn parts_that_miss_the_whole_by_more_than_rounding_give_their_sum() {
        let sum = whole(&mut [Share(0.5), Share(0.4)]).unwrap_err();
        assert!((sum - 90.0).abs() < 1e-9);
    }
}
