//! Dumbbells: one row for each goal, on it a dot for each scenario, and all rows on one scale.

use super::frame::Rect;
use super::labels::{Wish, place};
use super::scale::Linear;
use super::ticks::padded;

/// A dot and the label above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Where the dot is.
    pub x: f64,
    /// The middle of its label, moved aside where labels would touch.
    pub label: f64,
}

/// The bar between the outermost dots of a row, and the dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    /// From the lowest to the highest dot; none where there is no dot.
    pub bar: Option<(f64, f64)>,
    /// One for each scenario; none where its value is not a number.
    pub dots: Vec<Option<Dot>>,
}

/// The scale that all rows share: it covers every value and zero, where a goal is just reached.
#[must_use]
pub fn shared_scale(rows: &[Vec<f64>], left: f64, right: f64) -> Linear {
    let values = rows.iter().flatten().copied().filter(|value| value.is_finite());
    let (low, high) =
        values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    Linear::new(padded(low, high, 0.03), (left, right))
}

/// The dots of one row. `widths` are the widths of the labels, which stay inside `area`.
#[must_use]
pub fn dumbbell(values: &[f64], widths: &[f64], scale: Linear, area: Rect) -> Dumbbell {
    let told: Vec<usize> = (0..values.len()).filter(|&index| values[index].is_finite()).collect();
    let wish = |&index: &usize| Wish {
        centre: scale.at(values[index]),
        size: widths.get(index).copied().unwrap_or_default(),
    };
    let wishes: Vec<Wish> = told.iter().map(wish).collect();
    let labels = place(&wishes, area.x, area.right());
    let mut dots = vec![None; values.len()];
    for ((&index, wish), label) in told.iter().zip(&wishes).zip(labels) {
        dots[index] = Some(Dot { x: wish.centre, label });
    }
    let bar = wishes.iter().map(|wish| wish.centre).fold(None, |bar: Option<(f64, f64)>, x| {
        Some(bar.map_or((x, x), |(low, high)| (low.min(x), high.max(x))))
    });
    Dumbbell { bar, dots }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 40.0 };

    #[test]
    fn all_rows_share_a_scale_that_holds_zero_and_every_value() {
        let scale = shared_scale(&[vec![-70.0, -54.0], vec![f64::NAN, -3.4]], 0.0, 400.0);
        for value in [-70.0, -54.0, -3.4, 0.0] {
            assert!(scale.covers(value), "{value}");
        }
        assert!(scale.at(-54.0) - scale.at(-70.0) > 0.0);
    }

    #[test]
    fn a_bar_reaches_from_the_lowest_dot_to_the_highest() {
        let scale = Linear::new((-10.0, 10.0), (0.0, 400.0));
        let row = dumbbell(&[5.0, -5.0, f64::NAN, 0.0], &[30.0; 4], scale, AREA);
        assert_eq!(row.bar, Some((100.0, 300.0)));
        assert_eq!(row.dots[2], None);
        assert_eq!(row.dots[3].map(|dot| dot.x), Some(200.0));
        assert_eq!(dumbbell(&[f64::NAN], &[30.0], scale, AREA).bar, None);
    }

    #[test]
    fn labels_of_dots_that_almost_coincide_stand_side_by_side_inside_the_picture() {
        let scale = Linear::new((-10.0, 10.0), (0.0, 400.0));
        let row = dumbbell(&[9.9, 9.95, 10.0], &[60.0; 3], scale, AREA);
        let labels: Vec<f64> = row.dots.iter().flatten().map(|dot| dot.label).collect();
        assert!(labels.windows(2).all(|pair| pair[1] - pair[0] >= 60.0 - 1e-9), "{labels:?}");
        assert!(labels[2] + 30.0 <= 400.0 + 1e-9, "{labels:?}");
    }
}
