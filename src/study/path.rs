//! A path: levers that move together or one after another, as one number goes from 0 to 1.

use super::Move;
use super::root::{self, Point, Until};
use super::trial::{Figures, Trial};
use crate::plan::lever::Lever;
use std::collections::BTreeMap;

/// A way for levers, from where they stand (0) to its end (1).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    legs: Vec<Leg>,
}

/// One lever's part of a path: it moves evenly while the path goes from `begin` to `end`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Leg {
    way: Move,
    begin: f64,
    end: f64,
}

impl Leg {
    fn value(&self, part: f64) -> f64 {
        if part >= self.end {
            self.way.to
        } else {
            let own = (part - self.begin) / (self.end - self.begin);
            self.way.from + (self.way.to - self.way.from) * own
        }
    }
}

/// Where a path was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The part of the path that was gone.
    pub part: f64,
    /// The levers there.
    pub moves: Vec<Move>,
    /// The figures there.
    pub figures: Figures,
    /// How far what was wanted is passed (positive) or missed (negative) there.
    pub margin: f64,
}

impl Path {
    /// Levers that set out together, each at its own speed in units of the lever, until each is where
    /// it can go no further. Levers without speed stay.
    #[must_use]
    pub fn together(levers: impl IntoIterator<Item = (Move, f64)>) -> Self {
        let time = |(way, speed): (Move, f64)| (way, (way.to - way.from).abs() / speed);
        let timed =
            levers.into_iter().map(time).filter(|(_, time)| time.is_finite() && *time > 0.0);
        let timed: Vec<(Move, f64)> = timed.collect();
        let longest = timed.iter().map(|(_, time)| *time).fold(0.0, f64::max);
        let leg = |(way, time)| Leg { way, begin: 0.0, end: time / longest };
        Self { legs: timed.into_iter().map(leg).collect() }
    }

    /// Moves one after another, each taking an equal part of the path. A lever may come more than
    /// once, each time from where it was left.
    #[must_use]
    pub fn in_turn(moves: &[Move]) -> Self {
        let part = |index: usize| index as f64 / moves.len() as f64;
        let leg = |(index, &way)| Leg { way, begin: part(index), end: part(index + 1) };
        Self { legs: moves.iter().enumerate().map(leg).collect() }
    }

    /// Where the levers are when a part of the path is gone, in the order of the catalogue; those
    /// that have not set out are left out.
    #[must_use]
    pub fn at(&self, part: f64) -> Vec<Move> {
        let mut moves: BTreeMap<Lever, Move> = BTreeMap::new();
        for leg in self.legs.iter().filter(|leg| leg.begin < part) {
            let to = leg.value(part);
            moves
                .entry(leg.way.lever)
                .and_modify(|own| own.to = to)
                .or_insert(Move { to, ..leg.way });
        }
        moves.into_values().collect()
    }

    /// The places where a lever sets out or stops, in order, the two ends included.
    #[must_use]
    pub fn knots(&self) -> Vec<f64> {
        let ends = self.legs.iter().flat_map(|leg| [leg.begin, leg.end]);
        let mut knots: Vec<f64> = ends.chain([0.0, 1.0]).collect();
        knots.sort_by(f64::total_cmp);
        knots.dedup();
        knots
    }

    /// The end of the leg on which a lever of some sort is under way at a place; `None` where no such
    /// lever is.
    #[must_use]
    pub fn end_of_leg(&self, part: f64, sort: impl Fn(Lever) -> bool) -> Option<f64> {
        let under_way = |leg: &&Leg| leg.begin < part && part < leg.end && sort(leg.way.lever);
        self.legs.iter().find(under_way).map(|leg| leg.end)
    }

    /// The path as far as needed: to where `margin` is no longer negative, or to its end.
    ///
    /// The margin should not fall along the path; where it does, one of the places where it turns
    /// from too little to enough is found.
    pub fn arrive(&self, trial: &Trial, until: Until, margin: impl Fn(&Figures) -> f64) -> Arrival {
        let ask = |part: f64| {
            let moves = self.at(part);
            let figures = trial.figures(&moves);
            Arrival { part, margin: margin(&figures), moves, figures }
        };
        let here = ask(0.0);
        if here.margin >= 0.0 || self.legs.is_empty() {
            return here;
        }
        let end = ask(1.0);
        if end.margin < 0.0 {
            return end;
        }
        let point = |arrival: &Arrival| Point { at: arrival.part, margin: arrival.margin };
        let (short, enough) =
            self.between_knots(point(&here), point(&end), |part| ask(part).margin);
        ask(root::edge(short, enough, until, |part| ask(part).margin).enough.at)
    }

    /// Two neighbouring knots between which too little becomes enough.
    fn between_knots(
        &self,
        mut short: Point,
        mut enough: Point,
        margin: impl Fn(f64) -> f64,
    ) -> (Point, Point) {
        let knots = self.knots();
        let (mut low, mut high) = (0, knots.len() - 1);
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            let point = Point { at: knots[middle], margin: margin(knots[middle]) };
            if point.margin >= 0.0 {
                (high, enough) = (middle, point);
            } else {
                (low, short) = (middle, point);
            }
        }
        (short, enough)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Kind;
    use crate::units::Year;

    fn way(item: usize, from: f64, to: f64) -> Move {
        Move { lever: Lever::of_industry(Kind::Growth, item, Year(2023)), from, to }
    }

    #[test]
    fn levers_that_go_together_stop_at_their_own_ends() {
        let path = Path::together([(way(0, 0.0, 1.0), 2.0), (way(1, 5.0, 3.0), 1.0)]);
        assert_eq!(path.knots(), [0.0, 0.25, 1.0]);
        assert_eq!(path.at(0.0), []);
        assert_eq!(path.at(0.25), [way(0, 0.0, 1.0), way(1, 5.0, 4.5)]);
        assert_eq!(path.at(1.0), [way(0, 0.0, 1.0), way(1, 5.0, 3.0)]);
    }

    #[test]
    fn levers_that_go_in_turn_wait_for_each_other() {
        let path = Path::in_turn(&[way(1, 0.0, -1.0), way(0, 2.0, 4.0), way(1, -1.0, -2.0)]);
        assert_eq!(path.at(1.0 / 3.0), [way(1, 0.0, -1.0)]);
        assert_eq!(path.at(0.5), [way(0, 2.0, 3.0), way(1, 0.0, -1.0)]);
        assert_eq!(path.at(1.0), [way(0, 2.0, 4.0), way(1, 0.0, -2.0)]);
        assert_eq!(path.end_of_leg(0.5, |lever| lever.item == 0), Some(2.0 / 3.0));
        assert_eq!(path.end_of_leg(0.5, |lever| lever.item == 1), None);
    }

    #[test]
    fn levers_that_cannot_move_are_no_part_of_the_path() {
        let path = Path::together([(way(0, 1.0, 1.0), 1.0), (way(1, 0.0, 1.0), 0.0)]);
        assert_eq!(path.at(1.0), []);
        assert_eq!(Path::in_turn(&[]).at(1.0), []);
    }
}
