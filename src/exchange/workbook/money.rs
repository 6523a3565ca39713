//! Money by source and person-years by industry.

use super::book::{Block, Kind, Role};
use super::desk::{Desk, sheet};
use super::gdp::Gdp;
use super::industries::Industries;
use super::levers::Levers;
use super::projects::Projects;
use super::spending::Spending;
use super::term::{Term, Value, choose, is_number, sum_product_of};
use crate::plan::lever::Kind as Lever;

/// Where money and jobs stand.
pub(super) struct Money {
    /// What executed spending needs, by source and year.
    pub need: Block,
    /// Person-years above the baseline, by industry and year.
    pub jobs: Block,
}

/// Writes the sheet.
pub(super) fn write(
    desk: &mut Desk,
    levers: &mut Levers,
    projects: &Projects,
    spending: &Spending,
    industries: &Industries,
    gdp: &Gdp,
) -> Money {
    let (plan, text) = (desk.plan, desk.text);
    let (names, years) = (desk.industries(), desk.years());
    let sources: Vec<String> =
        plan.sources.iter().map(|item| text.name(&item.name).to_owned()).collect();
    let award = levers.of_plan(desk, Lever::Award);
    let unit = text.book_money_unit();
    let mut page = desk.page(sheet::MONEY);
    page.title(text.book_sheet_money(), text.book_money_note());
    page.heading(text.funding_need(), text.funding_rule());
    let need = page.block(&sources, unit, &years, &[]);
    page.heading(text.book_money_listed(), "");
    let listed = page.block(&sources, unit, &years, &[]);
    page.heading(text.funding_available(), text.book_available_rule());
    let available = page.block(&sources, unit, &years, &[]);
    page.heading(text.header_gap(), text.book_money_gap_rule());
    let gap = page.block(&sources, unit, &years, &[]);
    page.heading(text.header_jobs(), text.book_jobs_rule());
    let jobs = page.block(&names, text.persons(), &years, &[]);

    let book = &mut desk.book;
    for (item, source) in plan.sources.iter().enumerate() {
        for year in 0..years.len() {
            let term = if projects.rows == 0 {
                Term::Number(0.0)
            } else {
                sum_product_of(
                    projects.column(projects.sources[item]),
                    spending.executed.year_column(year),
                )
            };
            book.put(need.at(item, year), term, Role::Derived, Kind::Money);
            let amount = year.checked_sub(1).and_then(|later| source.available.get(later));
            let amount = amount.and_then(Option::as_ref).map(|amount| amount.value.0);
            let value = amount.map_or(Value::Blank, Value::Number);
            book.give(listed.at(item, year), value, Role::Given, Kind::Money);
            let own = listed.at(item, year);
            let awarded = if source.applied_for { own * award.clone() } else { own.into() };
            let term = choose(is_number(own), awarded, "—");
            book.put(available.at(item, year), term, Role::Derived, Kind::Money);
            let at_hand = available.at(item, year);
            let missing = choose(is_number(at_hand), need.at(item, year) - at_hand, "—");
            book.put(gap.at(item, year), missing, Role::Derived, Kind::Money);
        }
    }
    for item in 0..names.len() {
        for year in 0..years.len() {
            let beyond = gdp.real.year(item, year) - industries.baseline.year(item, year);
            let term = beyond * industries.jobs[item];
            book.put(jobs.at(item, year), term, Role::Derived, Kind::Count);
        }
    }
    Money { need, jobs }
}
