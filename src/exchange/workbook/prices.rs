//! Price levels by industry and of investment.

use super::book::{At, Block, Kind, Role};
use super::desk::{Desk, sheet};
use super::industries::Industries;
use super::levers::Levers;
use super::term::{Term, above, choose};
use crate::plan::lever::{Kind as Lever, Lever as One};

/// Where the price levels stand.
pub(super) struct Prices {
    /// By industry and quarter.
    pub level: Block,
    /// Of investment, by quarter; one row.
    pub investment: Block,
}

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers, industries: &Industries) -> Prices {
    let (plan, text) = (desk.plan, desk.text);
    let (names, quarters, years) = (desk.industries(), desk.quarters(), desk.years());
    let mut page = desk.page(sheet::PRICES);
    page.title(text.book_sheet_prices(), text.book_prices_note());
    page.heading(text.book_price_rise(), text.book_price_rise_rule());
    let rise = page.block(&names, "%", &years, &[]);
    page.heading(text.book_investment_price_rise(), "");
    let investment_rise = page.block(&[text.book_investment().to_owned()], "%", &years, &[]);
    page.heading(text.book_price_level(), text.book_price_level_rule());
    let level = page.block(&names, "", &quarters, &[]);
    page.heading(text.book_investment_price_level(), text.book_price_level_rule());
    let investment = page.block(&[text.book_investment().to_owned()], "", &quarters, &[]);

    for year in plan.grid.each_year().skip(1) {
        let index = plan.grid.year_index(year).unwrap_or(0);
        for item in 0..names.len() {
            let own = levers.set(desk, One::of_industry(Lever::Price, item, year));
            let common = levers.set(desk, One::of_year(Lever::CommonPrice, year));
            desk.book.put(rise.at(item, index), own + common, Role::Derived, Kind::Percent);
        }
        let term = levers.set(desk, One::of_year(Lever::InvestmentPrice, year));
        desk.book.put(investment_rise.at(0, index), term, Role::Derived, Kind::Percent);
    }
    for t in 0..quarters.len() {
        for (item, &base) in industries.base_price.iter().enumerate() {
            let term = chained(level, rise, item, t, base.into());
            desk.book.put(level.at(item, t), term, Role::Derived, Kind::Factor);
        }
        let term = chained(investment, investment_rise, 0, t, Term::Number(1.0));
        desk.book.put(investment.at(0, t), term, Role::Derived, Kind::Factor);
    }
    Prices { level, investment }
}

fn chained(level: Block, rise: Block, item: usize, t: usize, base: Term) -> Term {
    if t < 4 { base } else { level.at(item, t - 4) * (1.0 + Term::from(rise.at(item, t / 4))) }
}

/// Money at base-year prices; nothing where a price has fallen to nothing.
pub(super) fn deflated(money: impl Into<Term>, price: At) -> Term {
    choose(above(price, 0.0), money.into() / price, 0.0)
}
