//! Projects in service: when they are commissioned and what they then add.

use super::book::{Block, Kind, Page, Role};
use super::desk::{Desk, sheet};
use super::projects::{Projects, Which};
use super::spending::Spending;
use super::term::{
    Term, above, at_least, at_most, both, cell_of, choose, either, equal, size, smaller,
    sum_product_of,
};
use crate::engine::operation::PAID_FOR;

/// Where operation stands.
pub(super) struct Operation {
    /// Value added beyond the baseline, by project and quarter.
    pub output: Block,
    /// Value added by industry and quarter.
    pub by_industry: Block,
}

/// Moments and amounts closer than this part are one.
const TOLERANCE: f64 = 1e-9;

/// A side's way into service.
struct Service {
    /// Value added of a quarter at full output, by project; one column.
    full: Block,
    /// Quarters since commissioning, that quarter being 1; 0 before it.
    age: Block,
}

/// Writes the sheet.
pub(super) fn write(
    desk: &mut Desk,
    projects: &Projects,
    scenario: &Spending,
    counted_on: &Spending,
) -> Operation {
    let text = desk.text;
    let (names, quarters, years) = (desk.projects(), desk.quarters(), desk.years());
    let industries = desk.industries();
    let mut page = desk.page(sheet::OPERATION);
    page.title(text.book_sheet_operation(), text.book_operation_note());
    page.freeze(1);
    page.heading(text.operation_effect(), text.book_operation_rule());
    let output = page.by_quarter(&names, &quarters, &years);
    page.heading(text.book_operation_by_industry(), "");
    let by_industry = page.by_quarter(&industries, &quarters, &years);
    let as_set = write_service(&mut page, projects, scenario, Which::Scenario, &names, &quarters);
    let planned =
        write_service(&mut page, projects, counted_on, Which::CountedOn, &names, &quarters);

    let book = &mut *page.book;
    for item in 0..names.len() {
        let at = |column| projects.at(item, column);
        let ramp = |age: super::book::At| {
            let rising = smaller(1.0, (age - 1.0) / at(projects.ramp));
            let after = choose(at_most(at(projects.ramp), 0.0), 1.0, rising);
            choose(at_most(age, 1.0), 0.0, after)
        };
        for t in 0..quarters.len() {
            let own = as_set.full.at(item, 0) * ramp(as_set.age.at(item, t));
            let contained = planned.full.at(item, 0)
                * ramp(planned.age.at(item, t))
                * (1.0 - Term::from(at(projects.additionality)));
            let kept = 1.0 - Term::from(at(projects.operation_displacement));
            let beyond = (own - contained) * kept;
            let counts = choose(equal(at(projects.counts), 1.0), beyond, 0.0);
            let term = if t < 4 { Term::Number(0.0) } else { counts };
            book.put(output.at(item, t), term, Role::Derived, Kind::Money);
        }
    }
    for (industry, &host) in projects.hosts.iter().enumerate() {
        for t in 0..quarters.len() {
            let term = if names.is_empty() {
                Term::Number(0.0)
            } else {
                sum_product_of(projects.column(host), output.column(t))
            };
            book.put(by_industry.at(industry, t), term, Role::Derived, Kind::Money);
        }
    }
    page.sum_years(output, Kind::Money);
    page.sum_years(by_industry, Kind::Money);
    Operation { output, by_industry }
}

fn write_service(
    page: &mut Page<'_>,
    projects: &Projects,
    spending: &Spending,
    which: Which,
    names: &[String],
    quarters: &[String],
) -> Service {
    let text = page.text;
    let said = |name: &str| match which {
        Which::Scenario => name.to_owned(),
        Which::CountedOn => text.counted_on(name),
    };
    let side = projects.side(which);
    page.heading(&said(text.book_full_output()), text.book_full_output_rule());
    let heads = [text.book_full_output().to_owned(), text.commissioned().to_owned()];
    let full = page.block(names, text.book_money_unit(), &heads, &[]);
    page.heading(&said(text.book_paid()), text.book_paid_rule());
    let paid = page.block(names, text.book_money_unit(), quarters, &[]);
    page.heading(&said(text.book_age()), text.book_age_rule());
    let age = page.block(names, text.book_quarters(), quarters, &[]);
    let book = &mut *page.book;
    let runs = match which {
        Which::Scenario => projects.on,
        Which::CountedOn => projects.counts,
    };
    for item in 0..names.len() {
        let at = |column| projects.at(item, column);
        let yearly = at(side.total) * at(projects.productive) / at(projects.icor);
        let capacity = choose(above(at(projects.icor), 0.0), yearly, 0.0) / 4.0;
        book.put(full.at(item, 0), capacity, Role::Derived, Kind::Money);
        let cost = at(side.cost);
        let begun = cost * spending.planned_share.before(item);
        book.put(paid.before(item), begun, Role::Derived, Kind::Money);
        for t in 0..quarters.len() {
            let before = if t == 0 { paid.before(item) } else { paid.at(item, t - 1) };
            let so_far = before + spending.executed.at(item, t);
            book.put(paid.at(item, t), so_far, Role::Derived, Kind::Money);
            let built = at_least(spending.time.at(0, t), at(side.end) - TOLERANCE);
            let enough = cost * PAID_FOR.0 - size(cost) * TOLERANCE;
            let ready = both(built, at_least(paid.at(item, t), enough));
            let (serves, older) = match t.checked_sub(1) {
                Some(last) => {
                    let last = age.at(item, last);
                    (either(above(last, 0.0), ready), last + 1.0)
                }
                None => (ready, Term::Number(1.0)),
            };
            let term = both(equal(at(runs), 1.0), serves);
            book.put(age.at(item, t), choose(term, older, 0.0), Role::Derived, Kind::Count);
        }
        let last = age.at(item, quarters.len() - 1);
        let names_of_quarters = super::book::Area {
            first: super::book::At { row: spending.time.first.row - 1, ..spending.time.at(0, 0) },
            last: super::book::At {
                row: spending.time.first.row - 1,
                ..spending.time.at(0, quarters.len() - 1)
            },
        };
        let quarter =
            cell_of(names_of_quarters, 1.0, (quarters.len() + 1) as f64 - Term::from(last));
        let shown = choose(above(last, 0.0), quarter, "—");
        book.put(full.at(item, 1), shown, Role::Derived, Kind::Plain);
    }
    Service { full, age }
}
