//! GDP by industry, quarter and year: the model, what is known, and what stands.

use super::book::{Block, FIRST, Kind, Page, Role};
use super::construction::Construction;
use super::desk::{Desk, sheet};
use super::industries::{Industries, over_industries};
use super::operation::Operation;
use super::prices::{Prices, deflated};
use super::term::{
    Term, Value, above, choose, either, equal, is_number, sum, sum_product_of, total,
};
use crate::plan::scenario::{Actual, ActualKey};

/// Where GDP stands.
pub(super) struct Gdp {
    /// Value added by industry, constant prices.
    pub real: Block,
    /// The same, current prices.
    pub nominal: Block,
    /// Known less modelled, by industry.
    pub less_model: Block,
    /// GDP, constant prices; one row.
    pub total_real: Block,
    /// GDP, current prices; one row.
    pub total_nominal: Block,
    /// Implicit deflator by quarter; behind it by year. One row.
    pub deflator: Block,
    /// Growth by quarter; behind it by year. One row.
    pub growth: Block,
    /// Growth from the start of the year; one row.
    pub to_date: Block,
    /// Growth by industry and quarter; behind it by year.
    pub growth_by_industry: Block,
    /// Current-price GDP of the last four quarters; one row.
    pub trailing: Block,
    /// Whether figures are known for a quarter: 1 or 0; one row.
    pub known: Block,
}

/// Where known figures are entered.
pub(super) struct Entered {
    /// As growth, by industry and last for all of GDP.
    pub growth: Block,
    /// As a level.
    pub level: Block,
}

/// What enters into the model of a quarter.
pub(super) struct Parts<'a> {
    pub industries: &'a Industries,
    pub prices: &'a Prices,
    pub construction: &'a Construction,
    pub operation: &'a Operation,
    pub initiatives: &'a [Block],
}

/// The tables on the sheet of known figures.
struct Known {
    own: Block,
    open: Block,
    wanted: Block,
    own_sum: Block,
    open_sum: Block,
    factor: Block,
    any: Block,
}

/// Writes the sheets of known figures and of GDP.
pub(super) fn write(desk: &mut Desk, parts: &Parts<'_>) -> (Gdp, Entered) {
    let entered = write_entered(desk);
    let known = open_known(desk);
    let text = desk.text;
    let (names, quarters, years) = (desk.industries(), desk.quarters(), desk.years());
    let all = [text.book_gdp().to_owned()];
    let mut page = desk.page(sheet::GDP);
    page.title(text.book_sheet_gdp(), text.book_gdp_note());
    page.freeze(1);
    page.heading(text.book_real(), text.book_real_rule());
    let real = page.by_quarter(&names, &quarters, &years);
    page.row -= 1;
    let total_real = summed(&mut page, &all, &quarters, &years);
    page.heading(text.book_nominal(), text.book_nominal_rule());
    let nominal = page.by_quarter(&names, &quarters, &years);
    page.row -= 1;
    let total_nominal = summed(&mut page, &all, &quarters, &years);
    page.heading(text.book_gdp_growth(), text.book_gdp_growth_rule());
    let growth = page.block(&all, "%", &quarters, &years);
    page.heading(text.header_growth_to_date(), text.book_to_date_rule());
    let to_date = page.block(&all, "%", &quarters, &[]);
    page.heading(text.book_growth_by_industry(), text.book_gdp_growth_rule());
    let growth_by_industry = page.block(&names, "%", &quarters, &years);
    page.heading(text.book_deflator(), text.book_deflator_rule());
    let deflator = page.block(&all, "", &quarters, &years);
    page.heading(text.header_trailing_gdp(), text.book_trailing_rule());
    let trailing = page.block(&all, text.book_money_unit(), &quarters, &[]);
    page.heading(text.book_modelled(), text.book_modelled_rule());
    let modelled = page.by_quarter(&names, &quarters, &years);
    page.heading(text.part_actuals(), text.book_less_model_rule());
    let less_model = page.by_quarter(&names, &quarters, &years);

    let gdp = Gdp {
        real,
        nominal,
        less_model,
        total_real,
        total_nominal,
        deflator,
        growth,
        to_date,
        growth_by_industry,
        trailing,
        known: known.any,
    };
    for t in 0..quarters.len() {
        write_modelled(desk, parts, modelled, t);
        if t >= 4 {
            write_known(desk, &entered, &known, (real, modelled), parts.prices.level, t);
        } else {
            desk.book.put(known.any.at(0, t), 0.0, Role::Derived, Kind::Count);
        }
        let book = &mut desk.book;
        for item in 0..names.len() {
            let model = modelled.at(item, t);
            let stands = if t < 4 {
                model.into()
            } else {
                let scaled = model * known.factor.at(0, t);
                choose(equal(known.open.at(item, t), 1.0), scaled, known.own.at(item, t))
            };
            book.put(real.at(item, t), stands, Role::Derived, Kind::Money);
            let priced = real.at(item, t) * parts.prices.level.at(item, t);
            book.put(nominal.at(item, t), priced, Role::Derived, Kind::Money);
            let difference = real.at(item, t) - model;
            book.put(less_model.at(item, t), difference, Role::Derived, Kind::Money);
        }
        book.put(total_real.at(0, t), over_industries(real, t), Role::Result, Kind::Money);
        book.put(total_nominal.at(0, t), over_industries(nominal, t), Role::Result, Kind::Money);
    }
    let mut page = desk.page(sheet::GDP);
    for block in [real, nominal, modelled, less_model, total_real, total_nominal] {
        page.sum_years(block, Kind::Money);
    }
    write_rates(desk, &gdp);
    (gdp, entered)
}

/// A row below a table that adds it up.
fn summed(page: &mut Page<'_>, all: &[String], quarters: &[String], years: &[String]) -> Block {
    let block =
        Block { first: page.here(FIRST), rows: 1, columns: quarters.len(), years: years.len() };
    page.book.say(page.here(0), all[0].clone(), Role::Head);
    page.row += 2;
    block
}

/// Where a person enters what is known; blank is unknown.
fn write_entered(desk: &mut Desk) -> Entered {
    let (plan, text) = (desk.plan, desk.text);
    let mut names = desk.industries();
    names.push(text.book_gdp().to_owned());
    let quarters = desk.quarters();
    let mut page = desk.page(sheet::KNOWN);
    page.title(text.book_sheet_known(), text.book_known_note());
    page.freeze(1);
    page.heading(text.book_known_growth(), text.book_known_growth_rule());
    let growth = page.block(&names, "%", &quarters, &[]);
    page.heading(text.book_known_level(), text.book_known_level_rule());
    let level = page.block(&names, text.book_money_unit(), &quarters, &[]);
    let scenario = desk.scenario;
    for row in 0..names.len() {
        for quarter in 4..quarters.len() {
            let industry = (row < plan.industries.len()).then_some(row);
            let (rate, money) = match scenario.actuals.get(&ActualKey { quarter, industry }) {
                Some(Actual::Growth(rate)) => (Value::Number(rate.0), Value::Blank),
                Some(Actual::Level(level)) => (Value::Blank, Value::Number(level.0)),
                None => (Value::Blank, Value::Blank),
            };
            desk.book.give(growth.at(row, quarter), rate, Role::Input, Kind::Percent);
            desk.book.give(level.at(row, quarter), money, Role::Input, Kind::Money);
        }
    }
    Entered { growth, level }
}

fn open_known(desk: &mut Desk) -> Known {
    let text = desk.text;
    let (names, quarters) = (desk.industries(), desk.quarters());
    let row = desk.book.sheets.get(sheet::KNOWN).and_then(|sheet| sheet.cells.keys().next_back());
    let row = row.map_or(0, |(row, _)| row + 2);
    let mut page = desk.page(sheet::KNOWN);
    page.row = row;
    let unit = text.book_money_unit();
    page.heading(text.book_own_figure(), text.book_own_figure_rule());
    let own = page.block(&names, unit, &quarters, &[]);
    page.heading(text.book_open(), text.book_open_rule());
    let open = page.block(&names, "1/0", &quarters, &[]);
    page.heading(text.book_known_total(), text.book_known_total_rule());
    let labels = [
        text.book_total_wanted().to_owned(),
        text.book_own_together().to_owned(),
        text.book_open_together().to_owned(),
        text.book_factor().to_owned(),
        text.book_any_known().to_owned(),
    ];
    let rows = page.block(&labels, "", &quarters, &[]);
    let row = |item| Block { first: rows.at(item, 0), rows: 1, ..rows };
    Known {
        own,
        open,
        wanted: row(0),
        own_sum: row(1),
        open_sum: row(2),
        factor: row(3),
        any: row(4),
    }
}

fn write_modelled(desk: &mut Desk, parts: &Parts<'_>, modelled: Block, t: usize) {
    for item in 0..modelled.rows {
        let fixed = [
            parts.industries.baseline.at(item, t).into(),
            parts.construction.by_industry.at(item, t).into(),
            parts.operation.by_industry.at(item, t).into(),
        ];
        let own = parts.initiatives.iter().map(|block| Term::from(block.at(item, t)));
        let term = total(fixed.into_iter().chain(own));
        desk.book.put(modelled.at(item, t), term, Role::Derived, Kind::Money);
    }
}

/// What known figures make of a quarter.
fn write_known(
    desk: &mut Desk,
    entered: &Entered,
    known: &Known,
    (real, modelled): (Block, Block),
    prices: Block,
    t: usize,
) {
    let book = &mut desk.book;
    let items = real.rows;
    for item in 0..items {
        let (rate, level) = (entered.growth.at(item, t), entered.level.at(item, t));
        let grown = real.at(item, t - 4) * (1.0 + Term::from(rate));
        let by_level = choose(is_number(level), deflated(level, prices.at(item, t)), 0.0);
        let own = choose(is_number(rate), grown, by_level);
        book.put(known.own.at(item, t), own, Role::Derived, Kind::Money);
        let open = choose(either(is_number(rate), is_number(level)), 0.0, 1.0);
        book.put(known.open.at(item, t), open, Role::Derived, Kind::Count);
    }
    let (rate, level) = (entered.growth.at(items, t), entered.level.at(items, t));
    // A level compares current prices, a rate constant ones.
    let by_rate =
        |real_sum: Term, nominal_sum: Term| choose(is_number(rate), real_sum, nominal_sum);
    let grown = sum(real.column(t - 4)) * (1.0 + Term::from(rate));
    let wanted = choose(is_number(rate), grown, choose(is_number(level), level, 0.0));
    book.put(known.wanted.at(0, t), wanted, Role::Derived, Kind::Money);
    let priced = sum_product_of(known.own.column(t), prices.column(t));
    let own = by_rate(sum(known.own.column(t)), priced);
    book.put(known.own_sum.at(0, t), own, Role::Derived, Kind::Money);
    let open_real = sum_product_of(known.open.column(t), modelled.column(t));
    let open_priced = Term::Of(
        super::term::Function::SumProduct,
        vec![known.open.column(t).into(), modelled.column(t).into(), prices.column(t).into()],
    );
    book.put(known.open_sum.at(0, t), by_rate(open_real, open_priced), Role::Derived, Kind::Money);
    let acts = || {
        let given = either(is_number(rate), is_number(level));
        super::term::both(given, above(known.open_sum.at(0, t), 0.0))
    };
    let scaled = (known.wanted.at(0, t) - known.own_sum.at(0, t)) / known.open_sum.at(0, t);
    book.put(known.factor.at(0, t), choose(acts(), scaled, 1.0), Role::Derived, Kind::Factor);
    let fewer = super::term::below(sum(known.open.column(t)), items as f64);
    let any = choose(either(acts(), fewer), 1.0, 0.0);
    book.put(known.any.at(0, t), any, Role::Derived, Kind::Count);
}

/// Growth of one amount over another; zero over nothing or less.
pub(super) fn rate(now: impl Into<Term>, before: impl Into<Term>) -> Term {
    let before = before.into();
    choose(above(before.clone(), 0.0), now.into() / before - 1.0, 0.0)
}

fn write_rates(desk: &mut Desk, gdp: &Gdp) {
    let book = &mut desk.book;
    let (quarters, years) = (gdp.real.columns, gdp.real.years);
    // Quarters first, then years: both stand in one row of every table.
    let columns = (0..quarters).map(|t| (t, t.checked_sub(4)));
    let yearly = (0..years)
        .map(|year| (quarters + year, year.checked_sub(1).map(|before| quarters + before)));
    for (column, before) in columns.chain(yearly) {
        let nominal = gdp.total_nominal.at(0, column);
        let real = gdp.total_real.at(0, column);
        let deflator = choose(equal(real, 0.0), 1.0, nominal / real);
        book.put(gdp.deflator.at(0, column), deflator, Role::Derived, Kind::Factor);
        let grown = |series: Block, item: usize| match before {
            Some(before) => rate(series.at(item, column), series.at(item, before)),
            None => Term::Number(0.0),
        };
        book.put(gdp.growth.at(0, column), grown(gdp.total_real, 0), Role::Result, Kind::Percent);
        for item in 0..gdp.real.rows {
            let at = gdp.growth_by_industry.at(item, column);
            book.put(at, grown(gdp.real, item), Role::Derived, Kind::Percent);
        }
    }
    for t in 0..quarters {
        let from = t / 4 * 4;
        let grown = match from.checked_sub(4) {
            Some(before) => rate(
                sum(gdp.total_real.row(0, from..t + 1)),
                sum(gdp.total_real.row(0, before..t + 1 - 4)),
            ),
            None => Term::Number(0.0),
        };
        book.put(gdp.to_date.at(0, t), grown, Role::Derived, Kind::Percent);
        let four = sum(gdp.total_nominal.row(0, t.saturating_sub(3)..t + 1));
        book.put(gdp.trailing.at(0, t), four, Role::Derived, Kind::Money);
    }
}
