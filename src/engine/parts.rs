//! What a year's GDP consists of, as the amounts that an explanation shows.
//!
//! All at base-year prices. Years outside the grid, and industries, projects and initiatives that do
//! not exist, count as nothing.

use super::accounting::{sum_of, total};
use super::operation::ramp_up;
use super::outcome::Outcome;
use crate::plan::assumptions::ProjectAssumptions;
use crate::units::{Deflator, RealMoney, Share, Year};

/// The parts that a year's real GDP, or one industry's value added, is the sum of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Industries growing by themselves.
    pub baseline: RealMoney,
    /// Projects being built, beyond what the baseline contains.
    pub construction: RealMoney,
    /// Projects in service, beyond what the baseline contains.
    pub operation: RealMoney,
    /// Initiatives.
    pub initiatives: RealMoney,
    /// Actual figures less the model.
    pub actual_less_model: RealMoney,
}

impl Parts {
    /// All parts together.
    #[must_use]
    pub fn total(self) -> RealMoney {
        self.baseline
            + self.construction
            + self.operation
            + self.initiatives
            + self.actual_less_model
    }
}

impl Outcome {
    /// What a year's real GDP consists of.
    #[must_use]
    pub fn parts(&self, year: Year) -> Parts {
        let effects = || (0..self.projects.len()).map(|p| self.project_effect(p, year));
        Parts {
            baseline: self.baseline_of(year),
            construction: effects().map(|effect| effect.construction).sum(),
            operation: effects().map(|effect| effect.operation).sum(),
            initiatives: (0..self.initiatives.len()).map(|j| self.initiative_effect(j, year)).sum(),
            actual_less_model: self.actual_less_model_of(year),
        }
    }

    /// What one industry's real value added of a year consists of.
    #[must_use]
    pub fn parts_in(&self, industry: usize, year: Year) -> Parts {
        let quarters = || self.grid.quarters_of(year);
        let within = industry < self.real.len();
        let projects = || self.projects.iter().filter(|_| within);
        let built = projects()
            .flat_map(|project| quarters().map(move |t| project.construction_in(industry, t)));
        let run = projects()
            .flat_map(|project| quarters().map(move |t| project.operation_in(industry, t)));
        let initiatives = self.initiatives.iter();
        Parts {
            baseline: self.baseline_in(industry, year),
            construction: built.sum(),
            operation: run.sum(),
            initiatives: initiatives.map(|own| sum_of(&own.real, industry, quarters())).sum(),
            actual_less_model: sum_of(&self.actual_less_model, industry, quarters()),
        }
    }

    /// One industry's baseline of a year with the scenario's growth.
    #[must_use]
    pub fn baseline_in(&self, industry: usize, year: Year) -> RealMoney {
        sum_of(&self.baseline, industry, self.grid.quarters_of(year))
    }

    /// The baseline of a year with the plan's growth.
    #[must_use]
    pub fn planned_baseline_of(&self, year: Year) -> RealMoney {
        total(&self.reference_baseline, self.grid.quarters_of(year))
    }

    /// One industry's baseline of a year with the plan's growth.
    #[must_use]
    pub fn planned_baseline_in(&self, industry: usize, year: Year) -> RealMoney {
        sum_of(&self.reference_baseline, industry, self.grid.quarters_of(year))
    }

    /// Actual figures of a year less what the model gives, all industries.
    #[must_use]
    pub fn actual_less_model_of(&self, year: Year) -> RealMoney {
        total(&self.actual_less_model, self.grid.quarters_of(year))
    }

    /// Actual figures of one quarter less what the model gives, all industries.
    #[must_use]
    pub fn actual_less_model_in(&self, quarter: usize) -> RealMoney {
        total(&self.actual_less_model, quarter..quarter + 1)
    }

    /// An industry's price level of a year against the price base.
    #[must_use]
    pub fn price_level(&self, industry: usize, year: Year) -> Deflator {
        let own = self.prices.get(industry);
        let first = self.grid.quarters_of(year).start;
        own.and_then(|prices| prices.get(first)).copied().unwrap_or_default()
    }
}

/// Part of full output that a project reaches in a year, the mean of its quarters; nothing in the
/// base year.
#[must_use]
pub fn output_reached(
    project: &ProjectAssumptions,
    commissioned: Option<usize>,
    quarters: std::ops::Range<usize>,
) -> Share {
    let after_base = quarters.filter(|&t| t >= 4);
    Share(after_base.map(|t| ramp_up(t, commissioned, project.ramp).0).sum::<f64>() / 4.0)
}
