//! The run again, for many futures side by side.
//!
//! [`Model`] is a plan under a scenario, taken apart into what a future can change and what it
//! cannot. It gives the same GDP as [`engine::run`](crate::engine::run) of the assumptions with the
//! same values put in: to 1e-9 with `f64`, to 1e-6 with eight short numbers at a time. What is shown
//! to the last digit always comes from the engine; this counts.
//!
//! | what | why it is fast |
//! |---|---|
//! | [`works`](self) | a project is looked at only from its start to its end, in eight futures at once |
//! | programmes | backlog is proportional to money due, so projects that spend alike are carried out as one |
//! | services | output rises alike for projects of one kind: only its beginning is theirs |
//! | what the baseline holds | no future changes it: it is summed once |
//!
//! ```text
//! real(i, t) = baseline(i, t) + projects(i, t) + initiatives(i, t)      known figures in their place
//! ```

mod compile;
mod economy;
mod fate;
mod given;
mod known;
pub mod lane;
mod portfolio;
mod reach;
mod what_if;
mod works;

pub use economy::Figures;
pub use fate::{Exposure, Fate, FateTables, Fates};
pub use lane::{Eight, Lane};
pub use reach::{Reach, reach};
pub use what_if::WhatIf;

use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::study::unknown::Unknowns;
use economy::Economy;
use portfolio::Portfolio;

/// A plan under a scenario, ready to be run in many futures.
#[derive(Clone, Debug, PartialEq)]
pub struct Model<L: Lane> {
    portfolio: Portfolio<L>,
    economy: Economy<L>,
    set: Vec<f64>,
    fate: Fate<f64>,
}

/// Room for the sums of one run, so that the next needs none.
#[derive(Clone, Debug, Default)]
pub struct Room<L> {
    sums: portfolio::Sums<L>,
    layer: Vec<L>,
    accounts: economy::Accounts<L>,
}

impl<L: Lane> Model<L> {
    /// Takes a plan under a scenario apart. `unknowns` says what a future may change.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario, unknowns: &Unknowns) -> Self {
        compile::model(plan, scenario, unknowns)
    }

    /// What the levers that are drawn once are set to, in the order of the unknowns.
    #[must_use]
    pub fn set(&self) -> Vec<L> {
        self.set.iter().map(|&value| L::splat(value)).collect()
    }

    /// What the levers of slip and overrun are set to, for all projects.
    #[must_use]
    pub fn set_fate(&self) -> Fate<L> {
        let Fate { slip, longer, dearer } = self.fate;
        Fate { slip: L::splat(slip), longer: L::splat(longer), dearer: L::splat(dearer) }
    }

    /// The run with everything as it is set.
    #[must_use]
    pub fn run_as_set(&self) -> Figures<L> {
        self.run(&self.set(), &self.set_fate(), &mut Room::default())
    }

    /// The run of some futures.
    ///
    /// `drawn` has a value for each unknown that is drawn once, in their order.
    pub fn run<F: Fates<L> + ?Sized>(
        &self,
        drawn: &[L],
        fates: &F,
        room: &mut Room<L>,
    ) -> Figures<L> {
        let Room { sums, layer, accounts } = room;
        self.portfolio.add_up(drawn, fates, sums, layer);
        self.economy.account(drawn, layer, accounts)
    }

    /// Real value added by all projects in some futures, `[industry][quarter after the base year]`.
    pub fn layer<'a, F: Fates<L> + ?Sized>(
        &self,
        drawn: &[L],
        fates: &F,
        room: &'a mut Room<L>,
    ) -> &'a [L] {
        self.portfolio.add_up(drawn, fates, &mut room.sums, &mut room.layer);
        &room.layer
    }

    /// The same by one project alone, by its index in the plan.
    pub fn layer_of<'a, F: Fates<L> + ?Sized>(
        &self,
        project: usize,
        drawn: &[L],
        fates: &F,
        room: &'a mut Room<L>,
    ) -> &'a [L] {
        self.portfolio.add_up_one(project, drawn, fates, &mut room.sums, &mut room.layer);
        &room.layer
    }

    /// How long a layer is.
    #[must_use]
    pub fn layer_length(&self) -> usize {
        self.economy.layer_length()
    }

    /// The accounts of some futures in which all projects add what a layer says.
    pub fn account(&self, drawn: &[L], layer: &[L], room: &mut Room<L>) -> Figures<L> {
        self.economy.account(drawn, layer, &mut room.accounts)
    }
}
