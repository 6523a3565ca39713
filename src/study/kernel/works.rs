//! One project in several futures: what it spends on time, and when it goes into service.

use super::fate::{Exposure, Fate};
use super::lane::Lane;
use crate::engine::operation::PAID_FOR;

/// A project that goes ahead.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Works<L: Lane> {
    /// Index of the project in the plan.
    pub(super) project: usize,
    /// First moment of spending without slip.
    pub(super) start: f64,
    /// Whether a slip can delay it.
    pub(super) slips: bool,
    /// How its total spreads over time.
    pub(super) curve: CurveLine<L>,
    /// Time from first to last spending unless works take longer.
    pub(super) duration: f64,
    /// Whether works can take longer.
    pub(super) stretches: bool,
    /// Volume of the whole of it, before an overrun.
    pub(super) volume: f64,
    /// Whether an overrun of its cost changes what is built.
    pub(super) costs: bool,
    /// Whether it spends alike in every future and is part of its programme's fixed plan.
    pub(super) fixed: bool,
    /// Which programme it belongs to.
    pub(super) program: usize,
    /// Which service it goes into, with its capacity; none if it cannot be done within the horizon.
    pub(super) service: Option<(usize, f64)>,
}

/// Cumulative part of a total spent, from start (0) to end (1).
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CurveLine<L: Lane> {
    /// x·(a + x·(b + x·c)).
    Cubic([L::One; 3]),
    /// Straight pieces of equal length: see [`Lane::along`].
    Pieces(Vec<[L::One; 2]>),
}

/// Where one project's money and service are written.
pub(super) struct Sums<'a, L> {
    /// Volume planned for each quarter.
    pub(super) planned: &'a mut [L],
    /// Capacity that goes into service at the end of each quarter.
    pub(super) commissioned: &'a mut [L],
    /// Part of a cost overrun that is dearer work.
    pub(super) overrun_price: L,
}

impl<L: Lane> Works<L> {
    /// What a fate can change about it.
    #[inline]
    pub(super) fn exposure(&self) -> Exposure {
        Exposure { slips: self.slips, stretches: self.stretches, costs: self.costs }
    }

    /// Adds what the project plans to spend in each quarter, and its capacity when it is
    /// commissioned. `part` is the part of the money due that is spent in a quarter.
    ///
    /// ```text
    /// planned(t)  = volume · [F(t + 1) − F(t)]
    /// spent(t)    = spent(t − 1) + part · [F(t + 1) − spent(t − 1)]
    /// ```
    ///
    /// with F and `spent` as parts of the total.
    #[inline]
    pub(super) fn carry_out(&self, fate: Fate<L>, part: L, sums: Sums<L>) {
        match &self.curve {
            // The curve is chosen here once, not in each quarter.
            CurveLine::Cubic(powers) => {
                let [a, b, c] = *powers;
                let (a, b, c) = (L::all(a), L::all(b), L::all(c));
                self.carry_out_along(|x| x * (a + x * (b + x * c)), fate, part, sums);
            }
            CurveLine::Pieces(pieces) => {
                let count = L::splat(pieces.len().saturating_sub(1) as f64);
                self.carry_out_along(|x| L::along(pieces, x * count), fate, part, sums);
            }
        }
    }

    #[inline(always)]
    fn carry_out_along(&self, curve: impl Fn(L) -> L, fate: Fate<L>, part: L, sums: Sums<L>) {
        let horizon = sums.planned.len();
        let one = L::splat(1.0);
        let mut start = L::splat(self.start);
        if self.slips {
            start = start + fate.slip;
        }
        let mut duration = L::splat(self.duration);
        if self.stretches {
            duration = duration * (one + fate.longer);
        }
        let end = start + duration;
        // Without a duration everything is spent at the start.
        let pace = duration.larger(L::splat(1e-30)).inverse();
        let volume = self.volume_of(fate, sums.overrun_price);

        let first = (start.lowest().max(0.0) as usize).min(horizon);
        // One more than the quarter of the last spending, also where that is a single moment.
        let last = (end.highest().max(-1.0) + 1.0) as usize;
        let last = last.min(horizon);
        let share = |x: L| curve(x.within_unit());
        // The part of its time that is over at the end of the quarter.
        let mut x = (L::splat(first as f64) - start) * pace;
        let mut before = if first == 0 { share(x) } else { L::default() };

        let Some((_, capacity)) = self.service else {
            for planned in &mut sums.planned[first..last.max(first)] {
                x = x + pace;
                let after = share(x);
                *planned = *planned + volume * (after - before);
                before = after;
            }
            return;
        };
        let rest = one - part;
        let mut spent = before;
        // No future is done before the earliest of them.
        let done_from = ceiling(end.lowest() - L::TOLERANCE).clamp(first + 1, horizon + 1) - 1;
        let done_from_or_last = last.min(done_from).max(first);
        for planned in &mut sums.planned[first..done_from_or_last] {
            x = x + pace;
            let after = share(x);
            *planned = *planned + volume * (after - before);
            spent = rest * spent + part * after;
            before = after;
        }
        let full = L::splat(capacity);
        let enough = L::splat(PAID_FOR.0 - L::TOLERANCE);
        let due = end - L::splat(L::TOLERANCE);
        let mut served = L::default();
        let mut now = L::splat(done_from as f64);
        let done_to = last.max(done_from);
        let quarters = sums.planned[done_from..done_to].iter_mut();
        for (planned, commissioned) in quarters.zip(&mut sums.commissioned[done_from..done_to]) {
            now = now + one;
            x = x + pace;
            let after = share(x);
            *planned = *planned + volume * (after - before);
            before = after;
            spent = rest * spent + part * after;
            let built = now.where_at_least(due, full);
            let in_service = spent.where_at_least(enough, built).larger(served);
            *commissioned = *commissioned + (in_service - served);
            served = in_service;
        }
        // Everything is built; what is still due is paid.
        for commissioned in &mut sums.commissioned[done_to..] {
            if served.is_at_least(full) {
                break;
            }
            spent = rest * spent + part * before;
            let in_service = spent.where_at_least(enough, full).larger(served);
            *commissioned = *commissioned + (in_service - served);
            served = in_service;
        }
    }

    /// Volume of the whole of it: the price part of an overrun buys nothing.
    #[inline]
    fn volume_of(&self, fate: Fate<L>, overrun_price: L) -> L {
        let volume = L::splat(self.volume);
        if !self.costs {
            return volume;
        }
        let one = L::splat(1.0);
        let price = (one + fate.dearer * overrun_price).inverse();
        volume * (one + fate.dearer) * price
    }
}

/// The first whole number that is no smaller, none below zero.
#[inline]
fn ceiling(value: f64) -> usize {
    let whole = value.max(0.0) as usize;
    if (whole as f64) < value { whole + 1 } else { whole }
}
