//! Questions that accounts answer: levels, growth and deflators by year, quarter and year to date.
//!
//! Levels are given at constant and at current prices; growth is always at constant prices unless
//! its name says nominal. Growth over nothing, or less than nothing, is undefined and
//! given as zero. Years and quarters
//! outside the grid, and industries that do not exist, count as nothing.

use super::outcome::{Annual, Outcome, ProjectOutcome, Spending};
use crate::plan::Plan;
use crate::units::{Deflator, NominalMoney, Rate, RealMoney, Share, Year};
use std::iter::Sum;
use std::ops::Range;

impl Outcome {
    /// GDP of a year.
    #[must_use]
    pub fn annual(&self, year: Year) -> Annual {
        self.levels(self.grid.quarters_of(year))
    }

    /// One industry's value added of a year.
    #[must_use]
    pub fn annual_in(&self, industry: usize, year: Year) -> Annual {
        self.levels_in(industry, self.grid.quarters_of(year))
    }

    /// GDP of a quarter; the deflator is against the base year.
    #[must_use]
    pub fn quarterly(&self, t: usize) -> Annual {
        self.levels(t..t + 1)
    }

    /// One industry's value added of a quarter.
    #[must_use]
    pub fn quarterly_in(&self, industry: usize, t: usize) -> Annual {
        self.levels_in(industry, t..t + 1)
    }

    /// Real growth of a year over the year before.
    #[must_use]
    pub fn growth(&self, year: Year) -> Rate {
        self.growth_over(self.grid.quarters_of(year))
    }

    /// One industry's real growth of a year over the year before.
    #[must_use]
    pub fn growth_in(&self, industry: usize, year: Year) -> Rate {
        self.growth_over_in(industry, self.grid.quarters_of(year))
    }

    /// Real growth of a quarter over the same quarter of the year before.
    #[must_use]
    pub fn quarter_growth(&self, t: usize) -> Rate {
        self.growth_over(t..t + 1)
    }

    /// One industry's real growth of a quarter over the same quarter of the year before.
    #[must_use]
    pub fn quarter_growth_in(&self, industry: usize, t: usize) -> Rate {
        self.growth_over_in(industry, t..t + 1)
    }

    /// Real growth from the start of the year to the end of quarter `t` over the same time of the
    /// year before (累计增速).
    #[must_use]
    pub fn year_to_date_growth(&self, t: usize) -> Rate {
        self.growth_over(to_date(t))
    }

    /// One industry's real growth from the start of the year to the end of quarter `t`.
    #[must_use]
    pub fn year_to_date_growth_in(&self, industry: usize, t: usize) -> Rate {
        self.growth_over_in(industry, to_date(t))
    }

    /// Growth of a year at current prices.
    #[must_use]
    pub fn nominal_growth(&self, year: Year) -> Rate {
        let now = self.annual(year).nominal;
        rate(now.0, self.annual(year.previous()).nominal.0)
    }

    /// Rise of the implicit GDP deflator over the year before.
    #[must_use]
    pub fn deflator_growth(&self, year: Year) -> Rate {
        self.annual(year).deflator.growth_from(self.annual(year.previous()).deflator)
    }

    /// An industry's part of the year before's real GDP: the weight of its growth in GDP growth.
    #[must_use]
    pub fn weight(&self, industry: usize, year: Year) -> Share {
        let before = self.grid.quarters_of(year.previous());
        share(sum_of(&self.real, industry, before.clone()).0, total(&self.real, before).0)
    }

    /// GDP of the baseline with the scenario's growth, base-year prices.
    #[must_use]
    pub fn baseline_of(&self, year: Year) -> RealMoney {
        total(&self.baseline, self.grid.quarters_of(year))
    }

    /// What one project adds to a year's GDP, building and in service, base-year prices.
    #[must_use]
    pub fn project_effect(&self, project: usize, year: Year) -> ProjectEffect {
        let quarters = self.grid.quarters_of(year);
        self.projects.get(project).map_or(ProjectEffect::default(), |project| {
            let volume: RealMoney = project.volume[quarters.clone()].iter().copied().sum();
            let operation: RealMoney = project.operation[quarters].iter().copied().sum();
            let hosts: f64 = project.hosts.iter().map(|host| host.0).sum();
            ProjectEffect {
                construction: volume * project.unit.iter().sum::<f64>(),
                operation: operation * hosts,
            }
        })
    }

    /// What some projects together add to a year's GDP, building and in service, base-year prices.
    #[must_use]
    pub fn effect_of(
        &self,
        projects: impl IntoIterator<Item = usize>,
        year: Year,
    ) -> ProjectEffect {
        let mut sum = ProjectEffect::default();
        for project in projects {
            let own = self.project_effect(project, year);
            sum.construction += own.construction;
            sum.operation += own.operation;
        }
        sum
    }

    /// Executed volume of some projects in a year beyond what the baseline contains, at prices of
    /// its quarter; negative where they fall behind it.
    #[must_use]
    pub fn increment_of(
        &self,
        projects: impl IntoIterator<Item = usize>,
        year: Year,
    ) -> NominalMoney {
        let projects = projects.into_iter().filter_map(|project| self.projects.get(project));
        let in_year = |increment: &[NominalMoney]| -> NominalMoney {
            self.grid.quarters_of(year).map(|t| increment[t]).sum()
        };
        projects.map(|project| in_year(&project.increment)).sum()
    }

    /// What one initiative adds to a year's GDP, base-year prices.
    #[must_use]
    pub fn initiative_effect(&self, initiative: usize, year: Year) -> RealMoney {
        let quarters = self.grid.quarters_of(year);
        self.initiatives
            .get(initiative)
            .map_or(RealMoney::ZERO, |initiative| total(&initiative.real, quarters))
    }

    /// What one initiative adds to a year's GDP at current prices.
    #[must_use]
    pub fn initiative_nominal(&self, initiative: usize, year: Year) -> NominalMoney {
        let quarters = self.grid.quarters_of(year);
        let own = self.initiatives.get(initiative).and_then(|own| own.nominal.get(quarters));
        own.unwrap_or_default().iter().copied().sum()
    }

    /// Planned and executed spending of some projects in a year, and what is carried over at its
    /// end, at the prices paid.
    #[must_use]
    pub fn spending_of(&self, projects: impl IntoIterator<Item = usize>, year: Year) -> Spending {
        let quarters = self.grid.quarters_of(year);
        let Some(last) = quarters.clone().next_back() else { return Spending::default() };
        let mut spending = Spending::default();
        for project in projects.into_iter().filter_map(|project| self.projects.get(project)) {
            spending.planned += project.planned[quarters.clone()].iter().copied().sum();
            spending.executed += project.executed[quarters.clone()].iter().copied().sum();
            spending.backlog += project.backlog[last];
        }
        spending
    }

    /// Spending of all projects in a year.
    #[must_use]
    pub fn spending(&self, year: Year) -> Spending {
        self.spending_of(0..self.projects.len(), year)
    }

    /// Spending in a year by pillar of the plan, in the plan's order; projects that belong to none
    /// come last.
    #[must_use]
    pub fn spending_by_pillar(&self, plan: &Plan, year: Year) -> Vec<Spending> {
        let pillars = (0..plan.pillars.len()).map(Some).chain([None]);
        let of_pillar = |pillar: Option<usize>| {
            let members = plan.projects.iter().enumerate();
            let members = members.filter(move |(_, project)| project.pillar == pillar);
            self.spending_of(members.map(|(index, _)| index), year)
        };
        pillars.map(of_pillar).collect()
    }

    /// Executed spending of a project as a part of what was planned for the year (投资完成率).
    ///
    /// It passes one where money carried over from earlier years is spent; `None` where nothing was
    /// planned.
    #[must_use]
    pub fn completion_rate(&self, project: usize, year: Year) -> Option<Share> {
        self.spending_of([project], year).completion()
    }

    /// Value added of a year by projects beyond the baseline, at current prices, per yuan of public
    /// money spent on them in that year; `None` where no public money is spent.
    #[must_use]
    pub fn value_added_per_public_yuan(&self, plan: &Plan, year: Year) -> Option<f64> {
        let index = self.grid.year_index(year)?;
        let public: NominalMoney = self
            .funding
            .iter()
            .zip(&plan.sources)
            .filter(|(_, source)| source.public)
            .filter_map(|(years, _)| years.get(index))
            .map(|funding| funding.need)
            .sum();
        let effect: NominalMoney = (0..self.projects.len())
            .map(|project| self.project_nominal_effect(project, year))
            .sum();
        (public.0 > 0.0).then(|| effect / public)
    }

    /// What one project adds to a year's GDP at current prices, building and in service.
    #[must_use]
    pub fn project_nominal_effect(&self, project: usize, year: Year) -> NominalMoney {
        let operation = self.priced(project, year, ProjectOutcome::operation_in);
        self.construction_nominal(project, year) + operation
    }

    /// What one project adds to a year's GDP at current prices while it is built.
    #[must_use]
    pub fn construction_nominal(&self, project: usize, year: Year) -> NominalMoney {
        self.priced(project, year, ProjectOutcome::construction_in)
    }

    fn priced(
        &self,
        project: usize,
        year: Year,
        effect: fn(&ProjectOutcome, usize, usize) -> RealMoney,
    ) -> NominalMoney {
        let Some(project) = self.projects.get(project) else { return NominalMoney::ZERO };
        let industries = self.prices.iter().enumerate();
        industries
            .flat_map(|(item, prices)| {
                let quarters = self.grid.quarters_of(year);
                quarters.map(move |t| effect(project, item, t) * prices[t])
            })
            .sum()
    }

    /// Real growth over some quarters against the same quarters of the year before.
    pub(super) fn growth_over(&self, quarters: Range<usize>) -> Rate {
        let before = year_before(&quarters);
        rate(total(&self.real, quarters).0, total(&self.real, before).0)
    }

    fn growth_over_in(&self, industry: usize, quarters: Range<usize>) -> Rate {
        let before = year_before(&quarters);
        rate(sum_of(&self.real, industry, quarters).0, sum_of(&self.real, industry, before).0)
    }

    pub(super) fn levels(&self, quarters: Range<usize>) -> Annual {
        levels(total(&self.real, quarters.clone()), total(&self.nominal, quarters))
    }

    fn levels_in(&self, industry: usize, quarters: Range<usize>) -> Annual {
        let nominal = sum_of(&self.nominal, industry, quarters.clone());
        levels(sum_of(&self.real, industry, quarters), nominal)
    }
}

/// What a project adds to a year's GDP beyond the baseline, base-year prices.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProjectEffect {
    /// Through spending while it is built.
    pub construction: RealMoney,
    /// Through its own output in service.
    pub operation: RealMoney,
}

impl ProjectEffect {
    /// Both together.
    #[must_use]
    pub fn total(self) -> RealMoney {
        self.construction + self.operation
    }
}

impl Spending {
    /// Executed as a part of planned; `None` where nothing was planned.
    #[must_use]
    pub fn completion(self) -> Option<Share> {
        (self.planned.0 > 0.0).then(|| Share(self.executed / self.planned))
    }
}

/// The quarters from the start of the year to the end of quarter `t`.
pub(super) fn to_date(t: usize) -> Range<usize> {
    t / 4 * 4..t + 1
}

/// The same quarters a year earlier; none before the grid.
pub(super) fn year_before(quarters: &Range<usize>) -> Range<usize> {
    match quarters.start.checked_sub(4) {
        Some(start) => start..quarters.end - 4,
        None => 0..0,
    }
}

/// All industries' sum over some quarters.
pub(super) fn total<T: Copy + Sum>(by_industry: &[Vec<T>], quarters: Range<usize>) -> T {
    (0..by_industry.len()).map(|item| sum_of(by_industry, item, quarters.clone())).sum()
}

/// One industry's sum over some quarters.
pub(super) fn sum_of<T: Copy + Sum>(
    by_industry: &[Vec<T>],
    industry: usize,
    quarters: Range<usize>,
) -> T {
    let own = by_industry.get(industry).and_then(|series| series.get(quarters));
    own.unwrap_or_default().iter().copied().sum()
}

/// Growth from one amount to another; zero over nothing or less.
pub(super) fn rate(now: f64, before: f64) -> Rate {
    if before > 0.0 { Rate(now / before - 1.0) } else { Rate::ZERO }
}

/// A part of a whole; none of nothing or less.
pub(super) fn share(part: f64, whole: f64) -> Share {
    if whole > 0.0 { Share(part / whole) } else { Share::ZERO }
}

fn levels(real: RealMoney, nominal: NominalMoney) -> Annual {
    let deflator = if real == RealMoney::ZERO { Deflator::BASE } else { nominal / real };
    Annual { real, nominal, deflator }
}
