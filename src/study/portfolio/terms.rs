//! Aim and limits as rows: sums over the chosen starts that must not pass a limit.
//!
//! With r, n what a start adds to GDP, real and at current prices, e what it spends, and z = 1 where
//! it is chosen:
//!
//! ```text
//! growth     Σ ((1 + g)·r before − r)·z ≤ R − (1 + g)·R before
//! level      Σ −n·z ≤ N − L
//! money      Σ e(source, year)·z ≤ at hand − what everything else needs
//! capacity   Σ e(quarter)·z ≤ most − what everything else spends
//! starts     Σ z(quarter) ≤ most
//! order      Σ until s of z(second) ≤ Σ until s − 1 of z(first)       for every quarter s
//! ```

use super::candidates::{Candidate, Candidates, Start};
use super::knapsack::{Item, Knapsack, Row};
use super::{Aim, Limits};
use crate::engine::attainment::growth_needed;
use crate::plan::Plan;
use crate::plan::assumptions::Assumptions;
use crate::plan::project::Stage;
use crate::plan::tier::TierMode;
use crate::units::NominalMoney;

/// What is asked of GDP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tests {
    /// The tier's growth.
    pub(super) growth: bool,
    /// The tier's level.
    pub(super) level: bool,
}

impl Tests {
    /// Nothing.
    pub(super) const NONE: Self = Self { growth: false, level: false };

    /// The ways in which an aim can be met: one, or two where either of a tier's tests will do.
    pub(super) fn ways(aim: Aim, assumptions: &Assumptions) -> Vec<Self> {
        let Aim::Cheapest { tier } = aim else { return vec![Self::NONE] };
        let Some(tier) = assumptions.tiers.get(tier) else { return vec![Self::NONE] };
        let growth = Self { growth: tier.growth.is_some(), level: false };
        let level = Self { growth: false, level: tier.level.is_some() };
        match (tier.growth.is_some() && tier.level.is_some(), tier.mode) {
            (false, _) | (true, TierMode::Both) => {
                vec![Self { growth: growth.growth, level: level.level }]
            }
            (true, TierMode::Growth) => vec![growth],
            (true, TierMode::Level) => vec![level],
            (true, TierMode::Any) => vec![growth, level],
        }
    }
}

/// The rows under construction.
struct Terms<'a> {
    candidates: &'a Candidates,
    rows: Vec<Row>,
    /// What each start of each candidate uses.
    uses: Vec<Vec<Vec<(usize, f64)>>>,
}

/// The problem that an aim, its tests and limits pose.
pub(super) fn knapsack(
    plan: &Plan,
    assumptions: &Assumptions,
    candidates: &Candidates,
    aim: Aim,
    tests: Tests,
    limits: &Limits,
) -> Knapsack {
    let blank = |candidate: &Candidate| vec![Vec::new(); candidate.starts.len()];
    let uses = candidates.list.iter().map(blank).collect();
    let mut terms = Terms { candidates, rows: Vec::new(), uses };
    terms.tests(assumptions, aim, tests);
    if let Aim::Most { budget } = aim {
        terms.add(budget.0, Some(1.0), |_, start| start.public.0);
    }
    if limits.funds {
        terms.funds(assumptions);
    }
    if let Some(most) = limits.bonds {
        terms.bonds(plan, most);
    }
    if let Some(most) = limits.capacity {
        terms.capacity(assumptions, most);
    }
    if let Some(most) = limits.starts {
        terms.starts(assumptions, most);
    }
    for &pair in &limits.order {
        terms.order(assumptions, pair);
    }
    terms.finish(plan, aim)
}

impl Terms<'_> {
    /// A row with what each start uses of it.
    fn add(&mut self, limit: f64, weight: Option<f64>, uses: impl Fn(&Candidate, &Start) -> f64) {
        let row = self.rows.len();
        self.rows.push(Row { limit, weight });
        for (candidate, own) in self.candidates.list.iter().zip(&mut self.uses) {
            for (start, own) in candidate.starts.iter().zip(own) {
                let uses = uses(candidate, start);
                if uses != 0.0 {
                    own.push((row, uses));
                }
            }
        }
    }

    /// The tests of a tier. Missing growth is weighed as the current-price GDP that it stands for.
    fn tests(&mut self, assumptions: &Assumptions, aim: Aim, tests: Tests) {
        let Aim::Cheapest { tier } = aim else { return };
        let Some(tier) = assumptions.tiers.get(tier) else { return };
        let rest = &self.candidates.rest;
        let annual = rest.annual(rest.year);
        if let Some(growth) = tier.growth.filter(|_| tests.growth) {
            let factor = growth_needed(growth, assumptions.published_rounding).factor();
            let before = rest.annual(rest.year.previous()).real;
            self.add(annual.real.0 - factor * before.0, Some(annual.deflator.0), |_, start| {
                factor * start.real_before.0 - start.real.0
            });
        }
        if let Some(level) = tier.level.filter(|_| tests.level) {
            self.add(annual.nominal.0 - level.0, Some(1.0), |_, start| -start.nominal.0);
        }
    }

    fn funds(&mut self, assumptions: &Assumptions) {
        for source in 0..assumptions.sources.len() {
            for year in 0..assumptions.grid.years {
                let funding = self.candidates.rest.funding[source][year];
                if let Some(available) = funding.available {
                    let left = (available - funding.need).max(NominalMoney::ZERO);
                    self.money(source..source + 1, year, left);
                }
            }
        }
    }

    fn bonds(&mut self, plan: &Plan, most: NominalMoney) {
        let rest = &self.candidates.rest;
        let Some(year) = rest.grid.year_index(rest.year) else { return };
        let bonds: Vec<usize> =
            (0..plan.sources.len()).filter(|&s| plan.sources[s].id.contains("bond")).collect();
        let need = bonds.iter().map(|&source| rest.funding[source][year].need).sum();
        self.money(bonds, year, (most - need).max(NominalMoney::ZERO));
    }

    /// Money of some sources in a year.
    fn money(&mut self, sources: impl IntoIterator<Item = usize>, year: usize, left: NominalMoney) {
        let sources: Vec<usize> = sources.into_iter().collect();
        self.add(left.0, None, |candidate, start| {
            let part: f64 = sources.iter().map(|&source| candidate.sources[source].0).sum();
            let executed: NominalMoney =
                start.executed[year * 4..year * 4 + 4].iter().copied().sum();
            (executed * part).0
        });
    }

    fn capacity(&mut self, assumptions: &Assumptions, most: NominalMoney) {
        for t in 4..assumptions.grid.quarters() {
            let rest = self.candidates.rest.projects.iter();
            let others: NominalMoney = rest.map(|project| project.executed[t]).sum();
            let left = (most - others).max(NominalMoney::ZERO);
            self.add(left.0, None, |_, start| start.executed[t].0);
        }
    }

    fn starts(&mut self, assumptions: &Assumptions, most: usize) {
        for t in 4..assumptions.grid.quarters() {
            self.add(most as f64, None, |_, start| f64::from(start.quarter == Some(t)));
        }
    }

    /// The second of a pair starts a quarter or more after the first. One that is under way counts as
    /// started; a second that is under way cannot wait any more.
    fn order(&mut self, assumptions: &Assumptions, (first, second): (usize, usize)) {
        let place = |project| self.candidates.list.iter().position(|own| own.project == project);
        if place(second).is_none() || place(first).is_none() {
            return;
        }
        for t in 4..assumptions.grid.quarters() {
            self.add(0.0, None, |candidate, start| {
                let started = |by: usize| start.quarter.is_some_and(|quarter| quarter < by);
                let second_started = candidate.project == second && started(t + 1);
                let first_started = candidate.project == first && started(t);
                f64::from(second_started) - f64::from(first_started)
            });
        }
    }

    fn finish(self, plan: &Plan, aim: Aim) -> Knapsack {
        let most = |aim| matches!(aim, Aim::Most { .. });
        let end = self.candidates.rest.grid.quarters() as f64;
        let item = |candidate: &Candidate, (start, uses): (&Start, Vec<(usize, f64)>)| {
            let reserve = plan.projects[candidate.project].stage == Stage::Reserve;
            let waits = match start.quarter {
                Some(quarter) => quarter as f64,
                // What no plan counts on is rather left out than started for nothing.
                None if reserve => 0.0,
                None => end,
            };
            if most(aim) {
                Item { cost: -start.real.0, tie: start.public.0 + 1e-6 * waits, uses }
            } else {
                Item { cost: start.public.0, tie: waits, uses }
            }
        };
        let groups = self.candidates.list.iter().zip(self.uses).map(|(candidate, uses)| {
            candidate.starts.iter().zip(uses).map(|pair| item(candidate, pair)).collect()
        });
        let groups = groups.collect();
        Knapsack::new(groups, self.rows)
    }
}
