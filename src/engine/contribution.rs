//! What growth is made of: percentage points by row and industry, adding up exactly.

use super::accounting::{sum_of, to_date, total, year_before};
use super::outcome::{Contribution, Contributions, Origin, Outcome};
use crate::order;
use crate::plan::project::Status;
use crate::units::{Points, RealMoney, Share, Year};
use std::ops::Range;

/// Growth smaller than this shows as nothing, and shares of it would mislead.
const TELLING: Points = Points(0.05);

impl Outcome {
    /// Contributions (拉动) to the real growth of a year.
    ///
    /// ```text
    /// c(row, i) = 100 · [row(i, year) − row(i, year − 1)] / GDP(year − 1)
    /// ```
    ///
    /// Rows: the baseline as planned, changed growth, construction of each project, operation of
    /// each project, initiatives, actual figures less the model (if any are known). Projects that
    /// are ignored have no rows. All are zero for the base year and where there was no GDP to grow from.
    #[must_use]
    pub fn contributions(&self, year: Year) -> Contributions {
        self.contributions_over(self.grid.quarters_of(year))
    }

    /// Contributions to the growth of one quarter over the same quarter of the year before.
    #[must_use]
    pub fn quarter_contributions(&self, t: usize) -> Contributions {
        self.contributions_over(t..t + 1)
    }

    /// Contributions to growth from the start of the year to the end of quarter `t`.
    #[must_use]
    pub fn year_to_date_contributions(&self, t: usize) -> Contributions {
        self.contributions_over(to_date(t))
    }

    /// One row's contribution to the growth of a year, all industries together.
    #[must_use]
    pub fn contribution(&self, origin: Origin, year: Year) -> Points {
        let changes = Changes::new(self, self.grid.quarters_of(year));
        (0..self.real.len()).map(|industry| changes.of(origin, industry)).sum()
    }

    /// What one project contributes to a year's growth, building and in service.
    #[must_use]
    pub fn project_points(&self, project: usize, year: Year) -> Points {
        self.contribution(Origin::Construction(project), year)
            + self.contribution(Origin::Operation(project), year)
    }

    /// The indices of the projects that move a year's growth most, up or down, at most so many, in the
    /// plan's order.
    #[must_use]
    pub fn weightiest_projects(&self, most: usize, year: Year) -> Vec<usize> {
        let points = (0..self.projects.len()).map(|index| self.project_points(index, year).0.abs());
        let points: Vec<f64> = points.collect();
        let mut indices: Vec<usize> = (0..points.len()).collect();
        order::sort(&mut indices, |&one, &other| points[other].total_cmp(&points[one]));
        indices.truncate(most);
        order::sort(&mut indices, Ord::cmp);
        indices
    }

    /// What some projects together contribute to a year's growth, building and in service.
    ///
    /// Equal to the sum of [`Self::project_points`], without going through every industry: a list
    /// of thousands is added up each time a lever moves.
    #[must_use]
    pub fn points_of(
        &self,
        projects: impl IntoIterator<Item = usize> + Clone,
        year: Year,
    ) -> Points {
        let changes = Changes::new(self, self.grid.quarters_of(year));
        if changes.scale == 0.0 {
            return Points::ZERO;
        }
        let now = self.effect_of(projects.clone(), year).total();
        changes.points(now - self.effect_of(projects, year.previous()).total())
    }

    /// The rows that a contribution table of this outcome has, in order.
    #[must_use]
    pub fn origins(&self) -> Vec<Origin> {
        let projects = || {
            let all = self.projects.iter().enumerate();
            all.filter(|(_, project)| project.status != Status::Off).map(|(index, _)| index)
        };
        let known = self.known.iter().any(|&known| known);
        [Origin::Baseline, Origin::ChangedGrowth]
            .into_iter()
            .chain(projects().map(Origin::Construction))
            .chain(projects().map(Origin::Operation))
            .chain((0..self.initiatives.len()).map(Origin::Initiative))
            .chain(known.then_some(Origin::ActualLessModel))
            .collect()
    }

    fn contributions_over(&self, quarters: Range<usize>) -> Contributions {
        let changes = Changes::new(self, quarters);
        let industries = 0..self.real.len();
        let row = |origin| {
            let by_industry: Vec<Points> =
                industries.clone().map(|industry| changes.of(origin, industry)).collect();
            Contribution { origin, total: by_industry.iter().copied().sum(), by_industry }
        };
        let rows = self.origins().into_iter().map(row).collect();
        let by_industry: Vec<Points> =
            industries.clone().map(|industry| changes.in_series(&self.real, industry)).collect();
        Contributions { rows, total: by_industry.iter().copied().sum(), by_industry }
    }
}

impl Contributions {
    /// A contribution as a part of growth (贡献率).
    ///
    /// `None` where growth is nothing, negative or too small to be told: a share of it would be
    /// undefined or mislead.
    #[must_use]
    pub fn share(&self, contribution: Points) -> Option<Share> {
        (self.total > TELLING).then(|| Share(contribution / self.total))
    }
}

/// Changes over the year before, in percentage points of the year before's GDP.
struct Changes<'a> {
    outcome: &'a Outcome,
    now: Range<usize>,
    before: Range<usize>,
    /// Percentage points per 亿元; zero where there was no GDP.
    scale: f64,
}

impl<'a> Changes<'a> {
    fn new(outcome: &'a Outcome, now: Range<usize>) -> Self {
        let before = year_before(&now);
        let gdp = total(&outcome.real, before.clone());
        let comparable = gdp > RealMoney::ZERO && now.end <= outcome.grid.quarters();
        let scale = if comparable { 100.0 / gdp.0 } else { 0.0 };
        Self { outcome, now, before, scale }
    }

    fn of(&self, origin: Origin, industry: usize) -> Points {
        let outcome = self.outcome;
        let each = |value: &dyn Fn(usize) -> RealMoney| self.points(self.change(value));
        match origin {
            Origin::Baseline => self.in_series(&outcome.reference_baseline, industry),
            Origin::ChangedGrowth => {
                self.in_series(&outcome.baseline, industry)
                    - self.in_series(&outcome.reference_baseline, industry)
            }
            Origin::Construction(project) => outcome
                .projects
                .get(project)
                .map_or(Points::ZERO, |project| each(&|t| project.construction_in(industry, t))),
            Origin::Operation(project) => outcome
                .projects
                .get(project)
                .map_or(Points::ZERO, |project| each(&|t| project.operation_in(industry, t))),
            Origin::Initiative(initiative) => outcome
                .initiatives
                .get(initiative)
                .map_or(Points::ZERO, |initiative| self.in_series(&initiative.real, industry)),
            Origin::ActualLessModel => self.in_series(&outcome.actual_less_model, industry),
        }
    }

    fn in_series(&self, series: &[Vec<RealMoney>], industry: usize) -> Points {
        let now = sum_of(series, industry, self.now.clone());
        self.points(now - sum_of(series, industry, self.before.clone()))
    }

    fn change(&self, value: &dyn Fn(usize) -> RealMoney) -> RealMoney {
        if self.scale == 0.0 {
            return RealMoney::ZERO;
        }
        let now: RealMoney = self.now.clone().map(value).sum();
        now - self.before.clone().map(value).sum()
    }

    fn points(&self, change: RealMoney) -> Points {
        Points(change.0 * self.scale)
    }
}

#[cfg(test)]
mod tests {
    use crate::engine;
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::Scenario;
    use crate::units::Points;

    #[test]
    fn projects_together_contribute_the_sum_of_what_each_contributes() {
        let plan = crate::seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        for year in plan.grid.each_year() {
            let all = 0..plan.projects.len();
            let each: Points = all.clone().map(|item| outcome.project_points(item, year)).sum();
            let together = outcome.points_of(all, year);
            assert!((together - each).abs().0 < 1e-9, "{year}: {together:?} against {each:?}");
        }
        assert!(outcome.points_of(0..plan.projects.len(), plan.year).0 > 0.1);
    }

    #[test]
    fn the_weightiest_projects_are_those_whose_effect_is_largest() {
        let plan = crate::seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        // By far the largest total, and nothing of it in the plan's year.
        assert_eq!(outcome.project_points(3, plan.year), Points::ZERO);
        assert_eq!(outcome.weightiest_projects(3, plan.year), [0, 1, 2]);
        assert_eq!(outcome.weightiest_projects(9, plan.year), [0, 1, 2, 3]);
    }
}
