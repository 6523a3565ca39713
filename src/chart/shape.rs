//! The three marks: circle, triangle, star. A shape says what colour alone may not.

use super::path::{polyline, px};

/// A mark of about equal visual weight at the same radius.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// ●
    Circle,
    /// ▲
    Triangle,
    /// ★
    Star,
}

impl Shape {
    /// Its outline around a centre, `radius` px for the circle; the others reach further out so that
    /// all three look the same size.
    #[must_use]
    pub fn outline(self, x: f64, y: f64, radius: f64) -> String {
        match self {
            Self::Circle => {
                let (left, right, r) = (px(x - radius), px(x + radius), px(radius));
                let y = px(y);
                format!("M{left} {y}A{r} {r} 0 1 1 {right} {y}A{r} {r} 0 1 1 {left} {y}Z")
            }
            Self::Triangle => corners(x, y + radius * 0.2, &[radius * 1.25; 3]),
            Self::Star => {
                let (out, inner) = (radius * 1.3, radius * 0.56);
                corners(
                    x,
                    y + radius * 0.08,
                    &std::array::from_fn::<f64, 10, _>(
                        |corner| {
                            if corner % 2 == 0 { out } else { inner }
                        },
                    ),
                )
            }
        }
    }
}

/// A closed figure with one corner per radius, evenly around the centre, the first one on top.
fn corners(x: f64, y: f64, radii: &[f64]) -> String {
    let turn = std::f64::consts::TAU / radii.len() as f64;
    let points = radii.iter().enumerate().map(|(corner, radius)| {
        let angle = turn * corner as f64;
        (x + radius * libm::sin(angle), y - radius * libm::cos(angle))
    });
    polyline(points) + "Z"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_two_arcs_around_its_centre() {
        assert_eq!(Shape::Circle.outline(10.0, 20.0, 5.0), "M5 20A5 5 0 1 1 15 20A5 5 0 1 1 5 20Z");
    }

    #[test]
    fn a_triangle_stands_on_its_base() {
        let d = Shape::Triangle.outline(0.0, -1.6, 8.0);
        assert!(d.starts_with("M0 -10L"), "{d}");
        assert_eq!(d.matches('L').count(), 2);
    }

    #[test]
    fn a_star_has_five_points() {
        assert_eq!(Shape::Star.outline(0.0, 0.0, 8.0).matches(['M', 'L']).count(), 10);
    }
}
