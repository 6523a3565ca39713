//! A funnel: stages side by side, each as thick as its amount, joined by necks.

/// How much of a stage's width is flat before its neck begins.
const FLAT: f64 = 0.62;

/// The outline of some stages of a funnel as points of a polygon, for a drawing one wide per stage
/// and one high.
///
/// `first` is how many stages stand before them, `widest` the amount that is as thick as the drawing
/// is high. All stages share one scale from zero, so that what is small looks small. Negative amounts
/// have no thickness.
#[must_use]
pub fn outline(amounts: &[f64], first: usize, widest: f64) -> Vec<(f64, f64)> {
    let half = |amount: f64| if widest > 0.0 { amount.max(0.0) / widest / 2.0 } else { 0.0 };
    let last = amounts.len().saturating_sub(1);
    let edge = |index: usize, amount: f64| {
        let from = (first + index) as f64;
        let to = if index == last { from + 1.0 } else { from + FLAT };
        [(from, half(amount)), (to, half(amount))]
    };
    let along: Vec<(f64, f64)> =
        amounts.iter().enumerate().flat_map(|(index, &amount)| edge(index, amount)).collect();
    let upper = along.iter().map(|&(x, half)| (x, 0.5 - half));
    let lower = along.iter().rev().map(|&(x, half)| (x, 0.5 + half));
    upper.chain(lower).collect()
}

/// The largest of some amounts; nothing where none is positive.
#[must_use]
pub fn widest(amounts: &[f64]) -> f64 {
    amounts.iter().copied().fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thickness_is_in_proportion_and_never_negative() {
        let points = outline(&[100.0, 25.0, -3.0], 0, 100.0);
        let thickness = |index: usize| points[points.len() - 1 - index].1 - points[index].1;
        assert_eq!(thickness(0), 1.0);
        assert_eq!(thickness(2), 0.25);
        assert_eq!(thickness(4), 0.0);
    }

    #[test]
    fn a_funnel_runs_from_edge_to_edge() {
        let points = outline(&[3.0, 2.0], 4, widest(&[3.0, 2.0]));
        assert_eq!((points[0].0, points[3].0), (4.0, 6.0));
        assert!(outline(&[], 0, 1.0).is_empty());
        assert!(outline(&[0.0, 0.0], 0, widest(&[0.0])).iter().all(|&(_, y)| y == 0.5));
    }
}
