//! Rectangles and the margins around them.

/// Space kept free on each side, px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: f64,
    /// On the right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
    /// On the left.
    pub left: f64,
}

/// A rectangle, px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// From left to right, never negative.
    pub width: f64,
    /// From top to bottom, never negative.
    pub height: f64,
}

impl Rect {
    /// What is left of a picture of this size inside its margins; empty when the margins eat it.
    #[must_use]
    pub fn within(width: f64, height: f64, margins: Margins) -> Self {
        Self {
            x: margins.left,
            y: margins.top,
            width: (width - margins.left - margins.right).max(0.0),
            height: (height - margins.top - margins.bottom).max(0.0),
        }
    }

    /// Right edge.
    #[must_use]
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Middle, from top to bottom.
    #[must_use]
    pub fn middle(self) -> f64 {
        self.y + self.height / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plot_is_what_the_margins_leave() {
        let margins = Margins { top: 20.0, right: 120.0, bottom: 30.0, left: 10.0 };
        let plot = Rect::within(900.0, 346.0, margins);
        assert_eq!(plot, Rect { x: 10.0, y: 20.0, width: 770.0, height: 296.0 });
        assert_eq!((plot.right(), plot.bottom(), plot.middle()), (780.0, 316.0, 168.0));
    }

    #[test]
    fn a_picture_smaller_than_its_margins_has_an_empty_plot() {
        let margins = Margins { top: 20.0, right: 120.0, bottom: 30.0, left: 10.0 };
        let plot = Rect::within(100.0, 40.0, margins);
        assert_eq!((plot.width, plot.height), (0.0, 0.0));
    }
}
