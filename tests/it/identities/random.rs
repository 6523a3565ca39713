//! Plans that nobody would think of: assumptions drawn from a tape of numbers between 0 and 1, so that
//! a failing case shrinks towards the plainest one.

use crate::tape::Tape;
use mogao::plan::assumptions::{
    Assumptions, Curve, IndustryAssumptions, InitiativeAssumptions, Pace, ProjectAssumptions,
    Schedule, SourceAssumptions, TierAssumptions,
};
use mogao::plan::multiplier::{Households, InputOutput, Multipliers};
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey};
use mogao::plan::tier::TierMode;
use mogao::units::{Deflator, Grid, NominalMoney, Quarters, Rate, RealMoney, Share, Year};
use proptest::prelude::*;

/// Any plan and scenario without known figures.
pub(super) fn any_assumptions() -> impl Strategy<Value = Assumptions> {
    tape().prop_map(|tape| Tape::new(tape).assumptions())
}

/// Any plan and scenario with some known figures.
pub(super) fn any_with_actuals() -> impl Strategy<Value = Assumptions> {
    tape().prop_map(|tape| {
        let mut tape = Tape::new(tape);
        let mut assumptions = tape.assumptions();
        for _ in 0..tape.count(1, 6) {
            let industries = assumptions.industries.len();
            let quarter = 4 + tape.count(0, assumptions.grid.quarters() - 5);
            let industry = (tape.next() < 0.6).then(|| tape.count(0, industries - 1));
            let actual = if tape.next() < 0.5 {
                Actual::Growth(Rate(tape.between(-0.1, 0.2)))
            } else {
                Actual::Level(NominalMoney(tape.between(0.0, 300.0)))
            };
            assumptions.actuals.insert(ActualKey { quarter, industry }, actual);
        }
        assumptions
    })
}

fn tape() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.0..1.0_f64, 60..600)
}

impl Tape {
    fn count(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() * (high - low + 1) as f64) as usize
    }

    fn share(&mut self) -> Share {
        Share(self.next())
    }

    fn shares(&mut self, count: usize) -> Vec<Share> {
        let parts: Vec<f64> = (0..count).map(|_| self.between(0.01, 1.0)).collect();
        let whole: f64 = parts.iter().sum();
        parts.into_iter().map(|part| Share(part / whole)).collect()
    }

    fn quarter_shares(&mut self) -> [Share; 4] {
        let shares = self.shares(4);
        [shares[0], shares[1], shares[2], shares[3]]
    }

    fn by_year<T: Default>(&mut self, years: usize, value: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..years).map(|year| if year == 0 { T::default() } else { value(self) }).collect()
    }

    fn assumptions(&mut self) -> Assumptions {
        let years = self.count(2, 6);
        let industries = self.count(1, 6);
        let categories = self.count(1, 4);
        let sources = self.count(1, 4);
        let table = self.input_output(industries, categories);
        Assumptions {
            grid: Grid { base_year: Year(2022), years },
            year: Year(2023 + self.count(0, years - 2) as i32),
            industries: (0..industries).map(|_| self.industry(years)).collect(),
            investment_prices: self.by_year(years, |tape| Rate(tape.between(-0.03, 0.04))),
            multipliers: Multipliers::InputOutput(table),
            induced: self.next() < 0.3,
            multiplier_scale: self.between(0.5, 1.5),
            construction: Some(0),
            capture: self.between(0.5, 1.2),
            crowding_out: Share(self.between(0.0, 0.3)),
            pace: self.pace(),
            reference_pace: self.pace(),
            projects: (0..self.count(0, 6))
                .map(|_| self.project(industries, categories, sources))
                .collect(),
            initiatives: (0..self.count(0, 3))
                .map(|_| self.initiative(industries, years))
                .collect(),
            tiers: (0..self.count(0, 4)).map(|_| self.tier()).collect(),
            published_rounding: self.next() < 0.3,
            sources: (0..sources)
                .map(|_| SourceAssumptions {
                    available: (0..years).map(|_| Some(NominalMoney(20.0))).collect(),
                })
                .collect(),
            actuals: Default::default(),
        }
    }

    fn industry(&mut self, years: usize) -> IndustryAssumptions {
        IndustryAssumptions {
            base: RealMoney(self.between(1.0, 500.0)),
            base_price: Deflator(self.between(0.8, 1.2)),
            quarter_shares: self.quarter_shares(),
            growth: self.by_year(years, |tape| Rate(tape.between(-0.05, 0.15))),
            reference_growth: self.by_year(years, |tape| Rate(tape.between(-0.05, 0.15))),
            prices: self.by_year(years, |tape| Rate(tape.between(-0.02, 0.03))),
            jobs: self.between(0.0, 800.0),
        }
    }

    fn input_output(&mut self, industries: usize, categories: usize) -> InputOutput {
        let mut coefficients = vec![vec![0.0; industries]; industries];
        let mut value_added = vec![0.0; industries];
        let mut income = vec![0.0; industries];
        for column in 0..industries {
            let inputs = self.between(0.0, 0.6);
            for (row, share) in self.shares(industries).into_iter().enumerate() {
                coefficients[row][column] = inputs * share.0;
            }
            value_added[column] = (1.0 - inputs) * self.between(0.3, 1.0);
            income[column] = value_added[column] * self.between(0.0, 0.8);
        }
        let mut retention = vec![vec![Share::ZERO; categories]; industries];
        for category in 0..categories {
            let kept = self.next();
            let parts = self.shares(industries);
            for (row, part) in retention.iter_mut().zip(parts) {
                row[category] = Share(kept * part.0);
            }
        }
        let spent = self.between(0.0, 0.7);
        let purchases = self.shares(industries).into_iter().map(|share| share.0 * spent).collect();
        let households = Some(Households { income, purchases });
        InputOutput { coefficients, value_added, retention, households }
    }

    fn pace(&mut self) -> Pace {
        Pace {
            execution: Share(self.between(0.4, 1.0)),
            award: self.share(),
            backfill: self.share(),
        }
    }

    fn schedule(&mut self) -> Schedule {
        let curve = if self.next() < 0.6 {
            // Spending never falls back while K ≥ 3/(1 − |C|).
            let c = self.between(-0.4, 0.4);
            let k = 3.0 / (1.0 - c.abs()) * self.between(1.0, 3.0);
            Curve::Dhss { duration: Quarters(self.between(0.0, 12.0)), c, k }
        } else {
            let mut sum = 0.0;
            let steps = self.count(1, 12);
            let cumulative: Vec<f64> = (0..steps)
                .map(|_| {
                    sum += self.next() / steps as f64;
                    sum
                })
                .collect();
            Curve::Steps { cumulative, step: Quarters(self.between(0.5, 1.5)) }
        };
        Schedule {
            total: NominalMoney(self.between(0.0, 100.0)),
            overrun: self.between(0.0, 0.6),
            overrun_price: self.share(),
            start: Quarters(self.between(2.0, 14.0)),
            curve,
            applied: self.share(),
        }
    }

    fn project(
        &mut self,
        industries: usize,
        categories: usize,
        sources: usize,
    ) -> ProjectAssumptions {
        let schedule = self.schedule();
        let reference = if self.next() < 0.5 { schedule.clone() } else { self.schedule() };
        ProjectAssumptions {
            status: match self.next() {
                kind if kind < 0.7 => Status::On,
                kind if kind < 0.85 => Status::Off,
                _ => Status::Cancelled,
            },
            schedule,
            reference,
            additionality: self.share(),
            construction_displacement: Share(self.between(0.0, 0.4)),
            operation_displacement: Share(self.between(0.0, 0.9)),
            mix: self.shares(categories),
            sources: self.shares(sources),
            icor: self.between(2.0, 12.0),
            productive: self.share(),
            ramp: Quarters(self.between(0.0, 12.0)),
            hosts: self.shares(industries),
        }
    }

    fn initiative(&mut self, industries: usize, years: usize) -> InitiativeAssumptions {
        InitiativeAssumptions {
            turnover: self.by_year(years, |tape| NominalMoney(tape.between(0.0, 100.0))),
            pattern: self.quarter_shares(),
            yield_rate: self.between(0.0, 0.3),
            hosts: self.shares(industries),
        }
    }

    fn tier(&mut self) -> TierAssumptions {
        let mode = match self.count(0, 3) {
            0 => TierMode::Both,
            1 => TierMode::Growth,
            2 => TierMode::Level,
            _ => TierMode::Any,
        };
        TierAssumptions {
            growth: (self.next() < 0.85).then(|| Rate(self.between(-0.05, 0.2))),
            level: (self.next() < 0.85).then(|| NominalMoney(self.between(1.0, 2500.0))),
            mode,
        }
    }
}
