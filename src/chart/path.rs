//! The `d` attribute of SVG paths.

use std::fmt::Write;

/// A coordinate as text: hundredths of a pixel are finer than any screen.
#[must_use]
pub fn px(value: f64) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}

/// Straight lines through the points. A point that is not a number interrupts the line.
#[must_use]
pub fn polyline(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    let mut drawing = false;
    for (x, y) in points {
        if !(x.is_finite() && y.is_finite()) {
            drawing = false;
            continue;
        }
        command(&mut d, if drawing { 'L' } else { 'M' }, x, y);
        drawing = true;
    }
    d
}

/// The closed area between a lower and an upper line over the same x.
#[must_use]
pub fn area(xs: &[f64], lower: &[f64], upper: &[f64]) -> String {
    let along = |ys: &[f64]| -> Vec<(f64, f64)> {
        let points = xs.iter().copied().zip(ys.iter().copied());
        points.filter(|(x, y)| x.is_finite() && y.is_finite()).collect()
    };
    let mut outline = along(upper);
    outline.extend(along(lower).into_iter().rev());
    if outline.len() < 3 {
        return String::new();
    }
    polyline(outline) + "Z"
}

/// A staircase that keeps each value until the next point.
#[must_use]
pub fn step(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut corners = Vec::new();
    for (x, y) in points {
        if let Some(&(_, level)) = corners.last() {
            corners.push((x, level));
        }
        corners.push((x, y));
    }
    polyline(corners)
}

/// The least and greatest y of a polyline between two x, both ends interpolated; `None` where the
/// line is not.
#[must_use]
pub fn extremes(points: &[(f64, f64)], from: f64, to: f64) -> Option<(f64, f64)> {
    let inside = points.iter().filter(|(x, _)| from <= *x && *x <= to).map(|&(_, y)| y);
    let ends = [from, to].into_iter().filter_map(|x| height_at(points, x));
    inside.chain(ends).filter(|y| y.is_finite()).fold(None, |found, y| match found {
        None => Some((y, y)),
        Some((least, greatest)) => Some((f64::min(least, y), f64::max(greatest, y))),
    })
}

/// The y of a polyline at `x`.
fn height_at(points: &[(f64, f64)], x: f64) -> Option<f64> {
    points.windows(2).find_map(|pair| {
        let [(x0, y0), (x1, y1)] = *pair else { return None };
        (x0 <= x && x <= x1 && x1 > x0).then(|| y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    })
}

fn command(d: &mut String, letter: char, x: f64, y: f64) {
    d.push(letter);
    push(d, x);
    d.push(' ');
    push(d, y);
}

fn push(text: &mut String, value: f64) {
    // Whole hundredths: writing whole numbers costs a fraction of writing broken ones, and a frame writes
    // hundreds of them.
    let hundredths = if value.is_finite() { (value * 100.0).round() as i64 } else { 0 };
    if hundredths < 0 {
        text.push('-');
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    // Writing into a string cannot fail.
    let _ = match rest {
        0 => write!(text, "{whole}"),
        tenths if tenths % 10 == 0 => write!(text, "{whole}.{}", tenths / 10),
        rest => write!(text, "{whole}.{rest:02}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        assert_eq!(px(12.0), "12");
        assert_eq!(px(1.0 / 3.0), "0.33");
        assert_eq!(px(-0.001), "0");
        assert_eq!(px(-0.054), "-0.05");
        assert_eq!(px(-12.5), "-12.5");
        assert_eq!(px(1234.996), "1235");
        assert_eq!(px(f64::NAN), "0");
    }

    #[test]
    fn a_line_moves_once_and_then_draws() {
        assert_eq!(polyline([(0.0, 1.0), (2.5, 3.0), (4.0, 5.0)]), "M0 1L2.5 3L4 5");
        assert_eq!(polyline([]), "");
    }

    #[test]
    fn a_missing_value_is_a_gap_not_a_zero() {
        assert_eq!(polyline([(0.0, 1.0), (1.0, f64::NAN), (2.0, 1.0), (3.0, 2.0)]), "M0 1M2 1L3 2");
    }

    #[test]
    fn a_band_goes_along_the_top_and_back_along_the_bottom() {
        let d = area(&[0.0, 1.0], &[5.0, 6.0], &[1.0, 2.0]);
        assert_eq!(d, "M0 1L1 2L1 6L0 5Z");
        assert_eq!(area(&[], &[], &[]), "");
    }

    #[test]
    fn a_step_keeps_its_level() {
        assert_eq!(step([(0.0, 1.0), (2.0, 3.0)]), "M0 1L2 1L2 3");
    }

    #[test]
    fn extremes_see_between_the_points() {
        let line = [(0.0, 0.0), (10.0, 100.0), (20.0, 50.0)];
        assert_eq!(extremes(&line, 5.0, 15.0), Some((50.0, 100.0)));
        assert_eq!(extremes(&line, 12.0, 14.0), Some((80.0, 90.0)));
        assert_eq!(extremes(&line, 30.0, 40.0), None);
    }
}
