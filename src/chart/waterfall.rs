//! A waterfall of contributions, with the axis broken where the first bar would dwarf the rest.

use super::ticks::padded;
use crate::order::sort;

/// One contribution: from where the last one ended to where this one ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The running total before it.
    pub start: f64,
    /// The running total after it.
    pub end: f64,
}

/// The bars of a waterfall and where its axis is broken.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// One bar per contribution, in the order given.
    pub bars: Vec<Bar>,
    /// The running total after the last bar.
    pub total: f64,
    /// The axis is cut between zero and this value; `None` when it runs through.
    pub broken_at: Option<f64>,
    /// The last value of the axis.
    pub end: f64,
    /// The first value of the axis, below zero when the running total is.
    pub start: f64,
}

impl Waterfall {
    /// Stacks contributions. The axis is broken when the first bar would take most of it. Marks (tier
    /// growth rates) widen the axis only as far as the bars stay readable; a mark beyond is off scale.
    #[must_use]
    pub fn new(contributions: &[f64], marks: &[f64]) -> Self {
        let mut total = 0.0;
        let bars: Vec<Bar> = contributions
            .iter()
            .map(|contribution| {
                let start = total;
                total += if contribution.is_finite() { *contribution } else { 0.0 };
                Bar { start, end: total }
            })
            .collect();

        let first = bars.first().map_or(0.0, |bar| bar.end);
        let (low, high) = span(bars.iter().map(|bar| bar.end));
        let (low, high) = near(marks, low, high, first);
        let breaks = low > 0.0 && first > 1.5 * (high - low);
        let (start, end) =
            if breaks { padded(low, high, 0.12) } else { padded(low.min(0.0), high.max(0.0), 0.0) };
        Self {
            total,
            broken_at: (breaks && start > 0.0).then_some(start),
            end,
            start: start.min(0.0),
            bars,
        }
    }

    /// Its axis over `width` px from `left`; a broken one keeps `stub` px for what is cut out.
    #[must_use]
    pub fn scale(&self, left: f64, width: f64, stub: f64) -> BrokenScale {
        BrokenScale {
            left,
            stub: if self.broken_at.is_some() { stub.min(width) } else { 0.0 },
            from: self.broken_at.unwrap_or(self.start),
            end: self.end,
            right: left + width,
            broken: self.broken_at.is_some(),
        }
    }
}

/// Contributions one after the other, as parts (0 to 1) of the stretch that all of them and zero take
/// up; for rows that draw their own bar each.
#[must_use]
pub fn stacked(contributions: &[f64]) -> Vec<Bar> {
    let fall = Waterfall::new(contributions, &[]);
    let ends = || fall.bars.iter().map(|bar| bar.end);
    let low = ends().fold(0.0, f64::min);
    let length = ends().fold(0.0, f64::max) - low;
    let part = |value: f64| if length > 0.0 { (value - low) / length } else { 0.0 };
    fall.bars.iter().map(|bar| Bar { start: part(bar.start), end: part(bar.end) }).collect()
}

fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low <= high { (low, high) } else { (0.0, 0.0) }
}

/// Widens a stretch to the marks that lie close to it, nearest first.
fn near(marks: &[f64], low: f64, high: f64, first: f64) -> (f64, f64) {
    let mut sorted: Vec<f64> = marks.iter().copied().filter(|mark| mark.is_finite()).collect();
    sort(&mut sorted, f64::total_cmp);
    let allowed = (2.5 * (high - low)).max(first.abs() / 2.5);
    sorted.into_iter().fold((low, high), |(low, high), mark| {
        let wider = (low.min(mark), high.max(mark));
        if wider.1 - wider.0 <= allowed { wider } else { (low, high) }
    })
}

/// An axis with a piece cut out near zero. Inside the stub nothing is to scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrokenScale {
    left: f64,
    stub: f64,
    from: f64,
    end: f64,
    right: f64,
    broken: bool,
}

impl BrokenScale {
    /// The pixel of a value. Below the cut everything is squeezed into the stub.
    #[must_use]
    pub fn at(self, value: f64) -> f64 {
        if self.broken && value < self.from {
            return self.left + self.stub * (value / self.from).max(0.0);
        }
        let span = self.end - self.from;
        let part = if span == 0.0 { 0.0 } else { (value - self.from) / span };
        self.left + self.stub + part * (self.right - self.left - self.stub)
    }

    /// Where the axis is cut: the middle of the stub; `None` when it is not.
    #[must_use]
    pub fn cut(self) -> Option<f64> {
        self.broken.then_some(self.left + self.stub * 0.62)
    }

    /// Whether the value lies on the axis.
    #[must_use]
    pub fn covers(self, value: f64) -> bool {
        value <= self.end && (self.broken || value >= self.from)
    }

    /// The first and last value that are to scale.
    #[must_use]
    pub fn true_to_scale(self) -> (f64, f64) {
        (self.from, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROWTH: [f64; 5] = [5.23, 0.22, 0.71, 0.44, -0.10];
    const TIERS: [f64; 3] = [7.0, 7.8, 12.5];

    #[test]
    fn bars_start_where_the_last_one_ended() {
        let fall = Waterfall::new(&GROWTH, &[]);
        assert_eq!(fall.bars[0], Bar { start: 0.0, end: 5.23 });
        assert_eq!(fall.bars[1].start, 5.23);
        assert!((fall.total - 6.50).abs() < 1e-12);
        assert!(fall.bars[4].end < fall.bars[4].start);
    }

    #[test]
    fn the_dominant_baseline_breaks_the_axis_below_every_running_total() {
        let fall = Waterfall::new(&GROWTH, &TIERS);
        let cut = fall.broken_at.unwrap();
        assert!(cut > 4.0 && cut < 5.23, "{cut}");
        // Target and strive lie close enough to be shown, the stretch value does not.
        assert!(fall.end >= 7.8 && fall.end < 12.5, "{}", fall.end);
    }

    #[test]
    fn past_the_cut_equal_contributions_are_equally_long() {
        let scale = Waterfall::new(&GROWTH, &TIERS).scale(100.0, 400.0, 60.0);
        let length = |from: f64, to: f64| scale.at(to) - scale.at(from);
        assert!((length(5.3, 5.5) - length(6.3, 6.5)).abs() < 1e-9);
        assert_eq!(scale.at(0.0), 100.0);
        assert!(scale.cut().is_some_and(|x| 100.0 < x && x < 160.0));
        assert!(scale.at(scale.true_to_scale().1) <= 500.0 + 1e-9);
    }

    #[test]
    fn comparable_bars_leave_the_axis_whole_and_starting_at_zero() {
        let fall = Waterfall::new(&[2.0, 1.5, 1.0], &[]);
        assert_eq!(fall.broken_at, None);
        assert_eq!(fall.start, 0.0);
        assert!(fall.end >= 4.5);
        assert_eq!(fall.scale(0.0, 100.0, 30.0).at(0.0), 0.0);
    }

    #[test]
    fn a_falling_total_reaches_below_zero() {
        let fall = Waterfall::new(&[1.0, -3.0], &[]);
        assert!(fall.start <= -2.0);
        assert_eq!(fall.scale(0.0, 100.0, 30.0).cut(), None);
    }

    #[test]
    fn stacked_bars_fill_the_stretch_from_their_lowest_to_their_highest_end() {
        let bars = stacked(&[2.0, -3.0, 5.0]);
        assert_eq!(bars[0], Bar { start: 0.2, end: 0.6 });
        assert_eq!(bars[1], Bar { start: 0.6, end: 0.0 });
        assert_eq!(bars[2], Bar { start: 0.0, end: 1.0 });
        assert_eq!(stacked(&[0.0]), [Bar { start: 0.0, end: 0.0 }]);
    }

    #[test]
    fn nothing_to_stack_is_an_empty_picture_not_a_fault() {
        let fall = Waterfall::new(&[], &[]);
        assert!(fall.bars.is_empty() && fall.total == 0.0 && fall.end.is_finite());
    }
}
