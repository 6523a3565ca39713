//! Where a future's values of the plan's levers come from.

use super::lane::Lane;
use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever};
use crate::plan::scenario::Scenario;
use crate::study::unknown::Unknowns;

/// A lever's value in a future: as it is set, or as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Given {
    /// Its place among what is drawn.
    drawn: Option<usize>,
    /// The value set.
    pub(super) set: f64,
}

impl Given {
    pub(super) fn new(lever: Lever, plan: &Plan, scenario: &Scenario, unknowns: &Unknowns) -> Self {
        let drawn = unknowns.once.iter().position(|unknown| unknown.lever == lever);
        Self { drawn, set: scenario.value(lever, plan) }
    }

    #[inline]
    pub(super) fn value<L: Lane>(self, drawn: &[L]) -> L {
        self.drawn.and_then(|place| drawn.get(place).copied()).unwrap_or_else(|| L::splat(self.set))
    }

    /// Whether it can be anything but what is set.
    pub(super) fn is_drawn(self) -> bool {
        self.drawn.is_some()
    }

    /// What is drawn less what is set.
    #[inline]
    pub(super) fn difference<L: Lane>(self, drawn: &[L]) -> L {
        match self.drawn.and_then(|place| drawn.get(place).copied()) {
            Some(value) => value - L::splat(self.set),
            None => L::default(),
        }
    }
}

/// The levers that act on all projects alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Levers {
    pub(super) execution: Given,
    pub(super) award: Given,
    backfill: Given,
    applied: Given,
    /// Part of a cost overrun that is dearer work.
    pub(super) overrun_price: Given,
    /// What statistics capture of construction.
    pub(super) capture: Given,
    /// Rise of the price of investment, by year index; empty where no future has another.
    pub(super) investment: Vec<Given>,
    /// In the order of `ADDITIONALITY`.
    additionality: [Given; 3],
    construction_displacement: Given,
    operation_displacement: Given,
    crowding_out: Given,
    pub(super) multiplier_scale: Given,
    icor: Given,
}

impl Levers {
    pub(super) fn new(plan: &Plan, scenario: &Scenario, unknowns: &Unknowns) -> Self {
        let given = |lever| Given::new(lever, plan, scenario, unknowns);
        let of_plan = |kind| given(Lever::of_plan(kind, plan));
        let years = plan.grid.each_year();
        let of_year = |year| given(Lever::of_year(Kind::InvestmentPrice, year));
        let investment: Vec<Given> = years.map(of_year).collect();
        let drawn = investment.iter().any(|rise| rise.is_drawn());
        Self {
            execution: of_plan(Kind::Execution),
            award: of_plan(Kind::Award),
            backfill: of_plan(Kind::Backfill),
            applied: of_plan(Kind::Applied),
            overrun_price: of_plan(Kind::OverrunPrice),
            capture: of_plan(Kind::Capture),
            investment: if drawn { investment } else { Vec::new() },
            additionality: ADDITIONALITY.map(of_plan),
            construction_displacement: of_plan(Kind::ConstructionDisplacement),
            operation_displacement: of_plan(Kind::OperationDisplacement),
            crowding_out: of_plan(Kind::CrowdingOut),
            multiplier_scale: of_plan(Kind::MultiplierScale),
            icor: of_plan(Kind::Icor),
        }
    }

    /// Part of the money due that is spent in a quarter by projects of which this part waits for
    /// money applied for; without a part of their own, the part that the lever says.
    #[inline]
    pub(super) fn part<L: Lane>(&self, applied: Option<f64>, drawn: &[L]) -> L {
        let one = L::splat(1.0);
        let applied = applied.map_or_else(|| self.applied.value(drawn), L::splat);
        let missing =
            (one - self.award.value(drawn)) * applied * (one - self.backfill.value(drawn));
        (self.execution.value(drawn) * (one - missing)).within_unit()
    }

    /// What the levers leave of an effect that says so.
    #[inline]
    pub(super) fn kept<L: Lane>(&self, by: Keeping, drawn: &[L]) -> L {
        let rest = |given: Given| L::splat(1.0) - given.value(drawn);
        let mut kept = L::splat(1.0);
        if by.construction {
            kept = kept * rest(self.construction_displacement);
        }
        if by.operation {
            kept = kept * rest(self.operation_displacement);
        }
        if by.icor {
            kept = kept * self.icor.value(drawn).inverse();
        }
        if let Some(kind) = by.contained {
            kept = kept * rest(self.additionality[kind]);
        }
        if by.crowding_out { kept * rest(self.crowding_out) } else { kept }
    }
}

/// The levers of additionality.
const ADDITIONALITY: [Kind; 3] =
    [Kind::AdditionalityBuilding, Kind::AdditionalityStarting, Kind::AdditionalityReserve];

/// The place of a lever of additionality.
pub(super) fn place_of(kind: Kind) -> Option<usize> {
    ADDITIONALITY.iter().position(|own| *own == kind)
}

/// Which levers act on an effect; what a project says itself is in its amounts already.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Keeping {
    /// Displacement of construction.
    pub(super) construction: bool,
    /// Displacement of operation.
    pub(super) operation: bool,
    /// Capital per yuan of output.
    pub(super) icor: bool,
    /// Crowding-out.
    pub(super) crowding_out: bool,
    /// What the baseline contains, by the lever of additionality with this place.
    pub(super) contained: Option<usize>,
}
