//! The base year by industry, growth, and the baseline quarter by quarter.

use super::book::{At, Block, FIRST, Kind, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::term::{Term, Value, total};
use crate::plan::lever::{Kind as Lever, Lever as One};

/// Where the baseline stands.
pub(super) struct Industries {
    /// Baseline with the scenario's growth.
    pub baseline: Block,
    /// Baseline with the plan's growth.
    pub planned: Block,
    /// Price level of the base year, by industry.
    pub base_price: Vec<At>,
    /// Persons employed for a year per 亿元, by industry.
    pub jobs: Vec<At>,
}

const SHARE: u16 = 1;
const BASE_PRICE: u16 = 2;
const QUARTERS: u16 = 3;
const JOBS: u16 = 7;
const NOMINAL: u16 = 8;
const REAL: u16 = 9;

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers) -> Industries {
    let text = desk.text;
    let (names, quarters, years) = (desk.industries(), desk.quarters(), desk.years());
    let base_gdp = levers.of_plan(desk, Lever::BaseGdp);
    let mut page = desk.page(sheet::INDUSTRIES);
    page.title(text.book_sheet_industries(), text.book_industries_note());
    page.heading(text.book_base_year(), text.book_base_year_note());
    page.heads([
        text.header_industry().to_owned(),
        text.industry_share().to_owned(),
        text.price_base().to_owned(),
        text.quarter_of_year(0).to_owned(),
        text.quarter_of_year(1).to_owned(),
        text.quarter_of_year(2).to_owned(),
        text.quarter_of_year(3).to_owned(),
        text.book_jobs_per_money().to_owned(),
        text.book_base_nominal().to_owned(),
        text.book_base_real().to_owned(),
    ]);
    let top = page.row;
    page.row += names.len() as u32 + 1;
    let mut row = page.row;
    let place = |item: usize, column| At::new(sheet::INDUSTRIES, top + item as u32, column);
    for (item, industry) in desk.plan.industries.iter().enumerate() {
        let book = &mut desk.book;
        let mut give = |column, value: f64, kind| {
            book.give(place(item, column), Value::Number(value), Role::Given, kind);
        };
        give(SHARE, industry.share.value.0, Kind::Percent);
        give(BASE_PRICE, industry.base_price.0, Kind::Factor);
        for (quarter, share) in industry.quarter_shares.iter().enumerate() {
            give(QUARTERS + quarter as u16, share.0, Kind::Percent);
        }
        give(JOBS, industry.jobs.value, Kind::Factor);
        book.say(place(item, 0), names[item].clone(), Role::Label);
        let nominal = base_gdp.clone() * place(item, SHARE);
        book.put(place(item, NOMINAL), nominal, Role::Derived, Kind::Money);
        let real = place(item, NOMINAL) / place(item, BASE_PRICE);
        book.put(place(item, REAL), real, Role::Derived, Kind::Money);
    }
    let drivers = write_drivers(desk, levers, &mut row);
    let growth = write_growth(desk, levers, &drivers, &mut row);
    let planned_growth = write_planned_growth(desk, levers, &mut row);

    let mut write_baseline = |desk: &mut Desk, heading: &str, growth: Block| {
        let mut page = desk.page(sheet::INDUSTRIES);
        page.row = row;
        page.heading(heading, text.book_baseline_rule());
        let block = page.by_quarter(&names, &quarters, &years);
        for item in 0..names.len() {
            for t in 0..quarters.len() {
                let term = if t < 4 {
                    place(item, REAL) * place(item, QUARTERS + t as u16)
                } else {
                    block.at(item, t - 4) * (1.0 + Term::from(growth.at(item, t / 4)))
                };
                page.book.put(block.at(item, t), term, Role::Derived, Kind::Money);
            }
        }
        page.sum_years(block, Kind::Money);
        row = page.row;
        block
    };
    let baseline = write_baseline(desk, text.book_baseline(), growth);
    let planned = write_baseline(desk, text.book_planned_baseline(), planned_growth);
    Industries {
        baseline,
        planned,
        base_price: (0..names.len()).map(|item| place(item, BASE_PRICE)).collect(),
        jobs: (0..names.len()).map(|item| place(item, JOBS)).collect(),
    }
}

/// What the basic indicators add to each industry's growth in the plan year.
fn write_drivers(desk: &mut Desk, levers: &mut Levers, row: &mut u32) -> Vec<Vec<At>> {
    let text = desk.text;
    let mut found = vec![Vec::new(); desk.plan.industries.len()];
    if desk.plan.industries.iter().all(|industry| industry.drivers.is_empty()) {
        return found;
    }
    let mut page = desk.page(sheet::INDUSTRIES);
    page.row = *row;
    page.heading(text.basic_indicators(), text.book_drivers_rule());
    page.heads([
        text.indicator(),
        text.header_industry(),
        text.book_elasticity(),
        text.book_planned_value(),
        text.book_set_value(),
        text.book_driver_adds(),
    ]);
    *row = page.row;
    for (industry, item) in desk.plan.industries.iter().enumerate() {
        for (index, driver) in item.drivers.iter().enumerate() {
            let set = levers.set(desk, One::of_driver(industry, index, desk.plan));
            let place = |column| At::new(sheet::INDUSTRIES, *row, column);
            let book = &mut desk.book;
            book.say(place(0), text.name(&driver.name), Role::Label);
            book.say(place(1), text.name(&item.name), Role::Label);
            book.give(place(2), Value::Number(driver.elasticity), Role::Given, Kind::Factor);
            book.give(place(3), Value::Number(driver.growth.value.0), Role::Given, Kind::Percent);
            book.put(place(4), set, Role::Derived, Kind::Percent);
            let adds = (place(4) - place(3)) * place(2);
            book.put(place(5), adds, Role::Derived, Kind::Percent);
            found[industry].push(place(5));
            *row += 1;
        }
    }
    *row += 1;
    found
}

fn write_growth(desk: &mut Desk, levers: &mut Levers, drivers: &[Vec<At>], row: &mut u32) -> Block {
    let (plan, text) = (desk.plan, desk.text);
    let block = years_block(desk, text.book_growth(), text.book_growth_rule(), row);
    for (item, drivers) in drivers.iter().enumerate() {
        for year in plan.grid.each_year().skip(1) {
            let index = plan.grid.year_index(year).unwrap_or(0);
            let own = levers.set(desk, One::of_industry(Lever::Growth, item, year));
            let common = levers.set(desk, One::of_year(Lever::CommonGrowth, year));
            let mut term = own + common;
            if year == plan.year {
                for &driver in drivers {
                    term = term + driver;
                }
            }
            desk.book.put(block.at(item, index), term, Role::Derived, Kind::Percent);
        }
    }
    block
}

fn write_planned_growth(desk: &mut Desk, levers: &mut Levers, row: &mut u32) -> Block {
    let (plan, text) = (desk.plan, desk.text);
    let block = years_block(desk, text.book_planned_growth(), "", row);
    for item in 0..block.rows {
        for year in plan.grid.each_year().skip(1) {
            let index = plan.grid.year_index(year).unwrap_or(0);
            let term = levers.planned(desk, One::of_industry(Lever::Growth, item, year));
            desk.book.put(block.at(item, index), term, Role::Derived, Kind::Percent);
        }
    }
    block
}

/// A table by industry and year.
fn years_block(desk: &mut Desk, heading: &str, note: &str, row: &mut u32) -> Block {
    let (names, years) = (desk.industries(), desk.years());
    let mut page = desk.page(sheet::INDUSTRIES);
    page.row = *row;
    page.heading(heading, note);
    let block = page.block(&names, "%", &years, &[]);
    *row = page.row;
    block
}

/// All industries' sum of one column of a table.
pub(super) fn over_industries(block: Block, column: usize) -> Term {
    debug_assert!(block.first.column == FIRST);
    if block.rows == 0 { total([]) } else { super::term::sum(block.column(column)) }
}
