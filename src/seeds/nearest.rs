//! The name that was probably meant.

/// Most characters of a name that is compared.
const MOST: usize = 64;

/// The candidate that the fewest typing slips separate from `name`; `None` when none is near.
pub(super) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let typed: Vec<char> = name.chars().take(MOST).collect();
    let near = (typed.len() / 3).max(2);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MOST)
        .map(|candidate| (slips(&typed, candidate), candidate))
        .filter(|&(slips, candidate)| slips <= near && slips < candidate.chars().count())
        .min_by_key(|&(slips, _)| slips)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Fewest insertions, deletions and replacements between two names (Levenshtein).
fn slips(typed: &[char], candidate: &str) -> usize {
    let mut above: Vec<usize> = (0..=typed.len()).collect();
    for (row, wanted) in candidate.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, have) in typed.iter().enumerate() {
            let replaced = above[column] + usize::from(*have != wanted);
            current.push(replaced.min(above[column + 1] + 1).min(current[column] + 1));
        }
        above = current;
    }
    above[typed.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typing_slip_finds_the_name_that_was_meant() {
        let columns = ["total_yi", "stage", "status"];
        assert_eq!(nearest("totl_yi", columns).as_deref(), Some("total_yi"));
        assert_eq!(nearest("stauts", columns).as_deref(), Some("status"));
    }

    #[test]
    fn a_name_far_from_all_is_not_guessed() {
        assert_eq!(nearest("remarks", ["total_yi", "icor"]), None);
        assert_eq!(nearest("x", ["id"]), None);
    }
}
