//! The first sheet: what this is, what comes out now, and how to read the rest.

use super::book::{At, Book, Kind, Role};
use super::desk::{Desk, sheet};
use super::gdp::Gdp;
use super::term::{Term, Value};
use super::tiers::{Line, Tiers};
use crate::engine::Outcome;
use crate::exchange::document::fingerprint;
use crate::plan::change;
use crate::plan::scenario::Scenario;
use crate::text::verdict::Standing;

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk, name: &str, gdp: &Gdp, tiers: Tiers, outcome: &Outcome) {
    let (plan, text, scenario) = (desk.plan, desk.text, desk.scenario);
    let mut page = desk.page(sheet::COVER);
    let title = if name.is_empty() { text.name(&plan.name) } else { name };
    page.title(title, text.not_a_forecast());
    page.width(0, 38.0);
    for column in 1..6 {
        page.width(column, 20.0);
    }
    let mark = text.fingerprint(fingerprint(plan, scenario));
    let name = text.name(&plan.name);
    let version = text.book_stamp(name, &plan.id, mark, env!("CARGO_PKG_VERSION"));
    page.book.say(page.here(0), version, Role::Note);
    page.row += 2;

    page.heading(text.book_verdict_at_export(), "");
    let verdict = said(text, plan, outcome);
    page.book.say(page.here(0), verdict, Role::Label);

    write_figures(desk, gdp, tiers, outcome);
    let row = last_row(&desk.book) + 2;
    let mut page = desk.page(sheet::COVER);
    page.row = row;
    page.heading(text.book_how_to_read(), "");
    for line in [
        text.book_read_inputs(),
        text.book_read_formulas(),
        text.book_read_columns(),
        text.book_read_units(),
        text.book_read_projects(),
        text.book_read_known(),
        text.book_read_limits(),
        text.book_read_rows(),
    ] {
        page.book.say(page.here(0), line, Role::Note);
        page.row += 1;
    }
    page.row += 1;
    page.heading(text.book_differs(), "");
    let changes = change::changes(plan, &Scenario::default(), scenario);
    let mut lines: Vec<String> = changes.iter().map(|change| text.change(plan, change)).collect();
    if lines.is_empty() {
        lines.push(text.as_planned().to_owned());
    }
    for line in lines {
        page.book.say(page.here(0), line, Role::Label);
        page.row += 1;
    }
}

/// The sentence about the outcome.
fn said(text: crate::text::Text, plan: &crate::plan::Plan, outcome: &Outcome) -> String {
    let tiers = plan.tiers.iter().map(|tier| text.name(&tier.name)).zip(&outcome.tiers).collect();
    let annual = outcome.annual(outcome.year);
    let standing = Standing {
        year: outcome.year,
        nominal: annual.nominal,
        growth: outcome.growth(outcome.year),
        tiers,
    };
    text.verdict(&standing).plain()
}

/// The main figures: as exported, as the sheets now have them, and what the change is.
fn write_figures(desk: &mut Desk, gdp: &Gdp, tiers: Tiers, outcome: &Outcome) {
    let (plan, text, year) = (desk.plan, desk.text, desk.plan_year());
    let mut page = desk.page(sheet::COVER);
    page.row = last_row(page.book) + 2;
    page.heading(text.book_main_figures(), text.book_main_figures_note());
    page.heads([
        "",
        text.header_unit(),
        text.book_at_export(),
        text.book_now(),
        text.header_change(),
    ]);
    let annual = outcome.annual(plan.year);
    let money = text.book_money_unit();
    let mut lines: Vec<(String, &str, f64, At, Kind)> = vec![
        (
            text.nominal_gdp(text.year(plan.year)),
            money,
            annual.nominal.0,
            gdp.total_nominal.year(0, year),
            Kind::Money,
        ),
        (
            text.real_gdp(text.year(plan.year)),
            money,
            annual.real.0,
            gdp.total_real.year(0, year),
            Kind::Money,
        ),
        (
            text.book_gdp_growth().to_owned(),
            "%",
            outcome.growth(plan.year).0,
            gdp.growth.year(0, year),
            Kind::Percent,
        ),
    ];
    for (item, (tier, attainment)) in plan.tiers.iter().zip(&outcome.tiers).enumerate() {
        let name = text.in_year(text.name(&tier.name), text.header_gap());
        let gap = tiers.at(Line::BindingGap, item);
        lines.push((name, money, attainment.binding_gap.0, gap, Kind::Money));
    }
    for (label, unit, exported, at, kind) in lines {
        page.book.say(page.here(0), label, Role::Label);
        page.book.say(page.here(1), unit, Role::Label);
        let (then, now, change) = (page.here(2), page.here(3), page.here(4));
        page.book.give(then, Value::Number(exported), Role::Given, kind);
        page.book.put(now, at, Role::Result, kind);
        page.book.put(change, now - then, Role::Derived, kind);
        page.row += 1;
    }
    for (item, tier) in plan.tiers.iter().enumerate() {
        page.book.say(page.here(0), text.name(&tier.name), Role::Label);
        page.book.say(page.here(1), "", Role::Label);
        let then = outcome.tiers.get(item).is_some_and(|tier| tier.attained);
        let then = if then { text.tier_reached() } else { text.tier_not_reached() };
        page.book.say(page.here(2), then, Role::Given);
        let now = page.here(3);
        page.book.put(now, Term::from(tiers.at(Line::Attained, item)), Role::Result, Kind::Plain);
        page.row += 1;
    }
}

fn last_row(book: &Book) -> u32 {
    let last = book.sheets.get(sheet::COVER).and_then(|sheet| sheet.cells.keys().next_back());
    last.map_or(0, |(row, _)| *row)
}
