//! Which rows of a long list are in sight, so that only those need to be drawn.

use std::ops::Range;

/// A list of rows of one height, of which one may have more below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    /// How many rows.
    pub count: usize,
    /// Height of each, px.
    pub height: f64,
    /// A row with something open below it, and how high that is, px.
    pub open: Option<(usize, f64)>,
}

/// The rows to draw and the room that the others take.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The rows to draw.
    pub rows: Range<usize>,
    /// Room above them, px.
    pub above: f64,
    /// Room below them, px.
    pub below: f64,
}

impl Rows {
    /// The upper edge of a row; of the row after the last one, the end of the list.
    #[must_use]
    pub fn top(&self, row: usize) -> f64 {
        let opened = self.open.filter(|&(open, _)| open < row && open < self.count);
        row as f64 * self.height + opened.map_or(0.0, |(_, extra)| extra)
    }

    /// The row at a distance from the start; what is open below a row belongs to it.
    fn at(&self, distance: f64) -> usize {
        let row = |distance: f64| {
            if self.height > 0.0 { (distance / self.height).max(0.0) as usize } else { 0 }
        };
        match self.open {
            Some((open, extra)) if row(distance) > open => row(distance - extra).max(open),
            _ => row(distance),
        }
    }

    /// The rows between two distances from the start and so many more on either side, which are
    /// then there already when they are scrolled to.
    #[must_use]
    pub fn drawn(&self, from: f64, to: f64, more: usize) -> Drawn {
        let first = self.at(from).saturating_sub(more).min(self.count);
        let last = (self.at(to) + 1 + more).clamp(first, self.count);
        let above = self.top(first);
        Drawn { rows: first..last, above, below: (self.top(self.count) - self.top(last)).max(0.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Rows = Rows { count: 5000, height: 48.0, open: None };

    #[test]
    fn only_what_is_in_sight_and_a_little_more_is_drawn() {
        let drawn = LONG.drawn(48_000.0, 48_480.0, 4);
        assert_eq!(drawn.rows, 996..1015);
        assert_eq!(drawn.above, 996.0 * 48.0);
        assert_eq!(drawn.above + 19.0 * 48.0 + drawn.below, 5000.0 * 48.0);
    }

    #[test]
    fn both_ends_of_the_list_hold() {
        assert_eq!(LONG.drawn(-200.0, 300.0, 4).rows, 0..11);
        let end = LONG.drawn(1e9, 2e9, 4);
        assert!(end.rows.end == 5000 && end.below == 0.0);
        let none = Rows { count: 0, ..LONG }.drawn(0.0, 400.0, 4);
        assert_eq!(none, Drawn { rows: 0..0, above: 0.0, below: 0.0 });
    }

    #[test]
    fn what_is_open_below_a_row_pushes_the_later_rows_down() {
        let open = Rows { open: Some((10, 300.0)), ..LONG };
        assert_eq!(open.top(10), 480.0);
        assert_eq!(open.top(11), 828.0);
        assert_eq!(open.drawn(600.0, 700.0, 0).rows, 10..11);
        assert_eq!(open.drawn(828.0, 876.0, 0).rows, 11..13);
        let far = open.drawn(9000.0, 9100.0, 2);
        let drawn = far.rows.len() as f64 * 48.0;
        assert_eq!(far.above + drawn + far.below, 5000.0 * 48.0 + 300.0);
    }

    #[test]
    fn rows_not_measured_yet_do_not_loop_for_ever() {
        let unknown = Rows { height: 0.0, ..LONG };
        assert_eq!(unknown.drawn(0.0, 500.0, 6).rows, 0..7);
    }
}
