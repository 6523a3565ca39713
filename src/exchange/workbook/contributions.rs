//! Contributions to growth: by row and industry in the tiers' year, and for every year.

use super::book::{Area, Block, Kind, Role};
use super::construction::Construction;
use super::desk::{Desk, sheet};
use super::gdp::{Gdp, Parts};
use super::operation::Operation;
use super::projects::Projects;
use super::term::{Term, above, choose, sum};
use crate::engine::outcome::Origin;

/// Where contributions stand.
pub(super) struct Contributions {
    /// What each row comes from, in the order of the tables.
    pub origins: Vec<Origin>,
    /// Of the tiers' year, by row and industry, and behind them all together.
    pub in_plan_year: Block,
    /// All industries together, by row and year.
    pub by_year: Block,
    /// By industry and year.
    pub by_industry: Block,
}

/// What rows are made of.
struct Source<'a> {
    parts: &'a Parts<'a>,
    projects: &'a Projects,
    gdp: &'a Gdp,
}

/// Writes the sheet.
pub(super) fn write(
    desk: &mut Desk,
    projects: &Projects,
    parts: &Parts<'_>,
    gdp: &Gdp,
) -> Contributions {
    let (plan, text) = (desk.plan, desk.text);
    let (industries, years) = (desk.industries(), desk.years());
    let origins = origins(projects.rows, plan.initiatives.len());
    let names: Vec<String> = origins.iter().map(|&origin| text.origin(plan, origin)).collect();
    let year = desk.plan_year();
    let unit = text.unit_label(crate::plan::lever::Unit::RateDifference);
    let mut page = desk.page(sheet::CONTRIBUTIONS);
    page.title(text.book_sheet_contributions(), text.book_contributions_note());
    page.heading(text.book_scale(), text.book_scale_rule());
    let scale = page.block(&[text.book_scale().to_owned()], "", &years, &[]);
    page.heading(&text.book_contributions_of(text.year(plan.year)), text.book_contribution_rule());
    let heads: Vec<String> =
        industries.iter().cloned().chain([text.book_together().to_owned()]).collect();
    let in_plan_year = page.block(&names, unit, &heads, &[]);
    page.row -= 1;
    let checks = [text.book_sum_of_rows().to_owned(), text.book_growth_itself().to_owned()];
    let check = page.block(&checks, unit, &heads, &[]);
    page.heading(text.book_contributions_by_year(), text.book_contribution_rule());
    let by_year = page.block(&names, unit, &years, &[]);
    page.heading(text.book_contributions_by_industry(), text.book_contribution_rule());
    let by_industry = page.block(&industries, unit, &years, &[]);

    let book = &mut desk.book;
    let source = Source { parts, projects, gdp };
    for y in 0..years.len() {
        let term = match y.checked_sub(1) {
            Some(before) => {
                let gdp = gdp.total_real.year(0, before);
                choose(above(gdp, 0.0), 100.0 / Term::from(gdp), 0.0)
            }
            None => Term::Number(0.0),
        };
        book.put(scale.at(0, y), term, Role::Derived, Kind::Factor);
        for (row, &origin) in origins.iter().enumerate() {
            let term = match y {
                0 => Term::Number(0.0),
                y => source.together(origin, y) * scale.at(0, y),
            };
            book.put(by_year.at(row, y), term, Role::Derived, Kind::Points);
        }
        for item in 0..industries.len() {
            let term = match y {
                0 => Term::Number(0.0),
                y => change(gdp.real, item, y) * scale.at(0, y),
            };
            book.put(by_industry.at(item, y), term, Role::Derived, Kind::Points);
        }
    }
    for (row, &origin) in origins.iter().enumerate() {
        for item in 0..industries.len() {
            let term = match year {
                0 => Term::Number(0.0),
                year => source.within(origin, item, year) * scale.at(0, year),
            };
            book.put(in_plan_year.at(row, item), term, Role::Derived, Kind::Points);
        }
        let all = sum(in_plan_year.row(row, 0..industries.len()));
        book.put(in_plan_year.at(row, industries.len()), all, Role::Result, Kind::Points);
    }
    for column in 0..heads.len() {
        book.put(check.at(0, column), sum(in_plan_year.column(column)), Role::Result, Kind::Points);
        let itself = if column < industries.len() {
            by_industry.at(column, year).into()
        } else {
            gdp.growth.year(0, year) * 100.0
        };
        book.put(check.at(1, column), itself, Role::Result, Kind::Points);
    }
    Contributions { origins, in_plan_year, by_year, by_industry }
}

fn origins(projects: usize, initiatives: usize) -> Vec<Origin> {
    [Origin::Baseline, Origin::ChangedGrowth]
        .into_iter()
        .chain((0..projects).map(Origin::Construction))
        .chain((0..projects).map(Origin::Operation))
        .chain((0..initiatives).map(Origin::Initiative))
        .chain([Origin::ActualLessModel])
        .collect()
}

/// A year's sum less the sum of the year before.
fn change(block: Block, item: usize, year: usize) -> Term {
    block.year(item, year) - block.year(item, year - 1)
}

fn change_of_all(block: Block, year: usize) -> Term {
    sum(block.year_column(year)) - sum(block.year_column(year - 1))
}

impl Source<'_> {
    fn within(&self, origin: Origin, item: usize, year: usize) -> Term {
        let (industries, gdp) = (self.parts.industries, self.gdp);
        let Construction { volume, unit, .. } = self.parts.construction;
        let Operation { output, .. } = self.parts.operation;
        match origin {
            Origin::Baseline => change(industries.planned, item, year),
            Origin::ChangedGrowth => {
                change(industries.baseline, item, year) - change(industries.planned, item, year)
            }
            Origin::Construction(project) => {
                unit.at(project, item) * change(*volume, project, year)
            }
            Origin::Operation(project) => {
                let host = self.projects.at(project, self.projects.hosts[item]);
                host * change(*output, project, year)
            }
            Origin::Initiative(initiative) => {
                change(self.parts.initiatives[initiative], item, year)
            }
            Origin::ActualLessModel => change(gdp.less_model, item, year),
        }
    }

    fn together(&self, origin: Origin, year: usize) -> Term {
        let (industries, gdp) = (self.parts.industries, self.gdp);
        let Construction { volume, unit, .. } = self.parts.construction;
        let Operation { output, .. } = self.parts.operation;
        match origin {
            Origin::Baseline => change_of_all(industries.planned, year),
            Origin::ChangedGrowth => {
                change_of_all(industries.baseline, year) - change_of_all(industries.planned, year)
            }
            Origin::Construction(project) => {
                unit.at(project, unit.columns - 1) * change(*volume, project, year)
            }
            Origin::Operation(project) => {
                let hosts = &self.projects.hosts;
                let ends = (hosts.first(), hosts.last());
                let all = match ends {
                    (Some(&first), Some(&last)) => sum(Area {
                        first: self.projects.at(project, first),
                        last: self.projects.at(project, last),
                    }),
                    _ => Term::Number(0.0),
                };
                all * change(*output, project, year)
            }
            Origin::Initiative(initiative) => {
                change_of_all(self.parts.initiatives[initiative], year)
            }
            Origin::ActualLessModel => change_of_all(gdp.less_model, year),
        }
    }
}
