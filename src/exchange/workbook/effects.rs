//! What one yuan of spending leaves in the district, by industry and category.

use super::book::{Area, At, Block, Kind, Page, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::term::{Term, Value, above, choose, equal, size, sum_product_of, total};
use crate::plan::lever::Kind as Lever;
use crate::plan::multiplier::{InputOutput, Multipliers};

/// Writes the sheet; gives the table of effects, `[industry][category]`.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers) -> Block {
    let (plan, text) = (desk.plan, desk.text);
    let names = desk.industries();
    let categories: Vec<String> =
        plan.categories.iter().map(|item| text.name(&item.name).to_owned()).collect();
    let scale = levers.of_plan(desk, Lever::MultiplierScale);
    let capture = levers.of_plan(desk, Lever::Capture);
    let mut page = desk.page(sheet::EFFECTS);
    page.title(text.book_sheet_effects(), text.book_effects_note());
    page.heading(text.book_effects(), text.book_effects_rule());
    let effects = page.block(&names, "", &categories, &[]);
    page.heading(text.book_effects_of_plan(), "");
    let before_scale = page.block(&names, "", &categories, &[]);
    match &plan.multipliers {
        Multipliers::Given(table) => {
            for (item, row) in table.iter().enumerate() {
                for (category, cell) in row.iter().enumerate() {
                    let at = before_scale.at(item, category);
                    page.book.give(at, Value::Number(cell.value), Role::Given, Kind::Factor);
                }
            }
        }
        Multipliers::InputOutput(table) => {
            write_table(&mut page, table, before_scale, &names, &categories, levers.induced);
        }
    }
    for item in 0..names.len() {
        for category in 0..categories.len() {
            let at = before_scale.at(item, category);
            if page.book.value(at) == Value::Blank {
                page.book.give(at, Value::Number(0.0), Role::Given, Kind::Factor);
            }
            let mut term = at * scale.clone();
            if plan.construction == Some(item) {
                term = term * capture.clone();
            }
            page.book.put(effects.at(item, category), term, Role::Result, Kind::Factor);
        }
    }
    effects
}

/// Value added per yuan from a regional input–output table.
///
/// Households stand as one more industry, whose row and column count only where induced spending is
/// switched on.
fn write_table(
    page: &mut Page<'_>,
    table: &InputOutput,
    effects: Block,
    names: &[String],
    categories: &[String],
    induced: At,
) {
    let text = page.text;
    let size_of = names.len();
    let mut closed_names = names.to_vec();
    closed_names.push(text.book_households().to_owned());

    page.heading(text.book_value_added_per_output(), "");
    let value_added = page.block(&[text.value_added_rate().to_owned()], "", names, &[]);
    for (item, &value) in table.value_added.iter().enumerate() {
        page.book.give(value_added.at(0, item), Value::Number(value), Role::Given, Kind::Factor);
    }
    page.heading(text.book_retention(), "");
    let retention = page.block(categories, "", names, &[]);
    for category in 0..categories.len() {
        for item in 0..size_of {
            let bought = table.retention.get(item).and_then(|row| row.get(category));
            let value = Value::Number(bought.map_or(0.0, |share| share.0));
            page.book.give(retention.at(category, item), value, Role::Given, Kind::Percent);
        }
    }
    page.heading(text.book_coefficients(), text.book_coefficients_rule());
    let coefficients = page.block(&closed_names, "", &closed_names, &[]);
    for row in 0..=size_of {
        for column in 0..=size_of {
            let value = coefficient(table, row, column, size_of);
            let at = coefficients.at(row, column);
            page.book.give(at, Value::Number(value), Role::Given, Kind::Factor);
        }
    }
    page.heading(text.book_system(), text.book_system_rule());
    let system = page.block(&closed_names, "", &closed_names, &[]);
    for row in 0..=size_of {
        for column in 0..=size_of {
            let own = if row == column { 1.0 } else { 0.0 };
            let cell = coefficients.at(row, column);
            let household = row == size_of || column == size_of;
            let bought = if household { cell * induced } else { cell.into() };
            page.book.put(system.at(row, column), own - bought, Role::Derived, Kind::Factor);
        }
    }
    let (inverse, sound) = invert(page, system, &closed_names);
    for item in 0..size_of {
        for category in 0..categories.len() {
            let output =
                sum_product_of(inverse.row(item, 0..size_of), retention.row(category, 0..size_of));
            let first_only: Area = retention.row(category, item..item + 1);
            let called_for = choose(sound.clone(), output, first_only.first);
            let term = value_added.at(0, item) * called_for;
            page.book.put(effects.at(item, category), term, Role::Derived, Kind::Factor);
        }
    }
}

fn coefficient(table: &InputOutput, row: usize, column: usize, households: usize) -> f64 {
    let closing = table.households.as_ref();
    let value = match (row == households, column == households) {
        (false, false) => table.coefficients.get(row).and_then(|inputs| inputs.get(column)),
        (true, false) => closing.and_then(|closing| closing.income.get(column)),
        (false, true) => closing.and_then(|closing| closing.purchases.get(row)),
        (true, true) => None,
    };
    value.copied().unwrap_or(0.0)
}

/// The inverse by sweeps, one table for each pivot, and whether there is one.
fn invert(page: &mut Page<'_>, system: Block, names: &[String]) -> (Block, Term) {
    let text = page.text;
    let (mut last, mut pivots) = (system, Vec::new());
    for (pivot, name) in names.iter().enumerate() {
        page.heading(
            &text.book_sweep(pivot + 1, name),
            if pivot == 0 { text.book_sweep_rule() } else { "" },
        );
        let next = page.block(names, "", names, &[]);
        let lead = last.at(pivot, pivot);
        pivots.push(lead);
        // A pivot of nothing leaves no inverse; dividing by one instead keeps errors out of the sheet.
        let divisor = || choose(equal(lead, 0.0), 1.0, lead);
        for row in 0..names.len() {
            for column in 0..names.len() {
                let cell = last.at(row, column);
                let term = match (row == pivot, column == pivot) {
                    (true, true) => 1.0 / divisor(),
                    (true, false) => cell / divisor(),
                    (false, true) => 0.0 - cell / divisor(),
                    (false, false) => {
                        cell - last.at(row, pivot) * last.at(pivot, column) / divisor()
                    }
                };
                page.book.put(next.at(row, column), term, Role::Derived, Kind::Factor);
            }
        }
        last = next;
    }
    let vanished = pivots.into_iter().map(|pivot| choose(equal(pivot, 0.0), 1.0, 0.0));
    let sound = equal(total(vanished), 0.0);
    let at = page.here(FIRST_SOUND);
    page.book.say(page.here(0), text.book_has_inverse(), Role::Label);
    page.book.put(at, choose(sound, 1.0, 0.0), Role::Derived, Kind::Count);
    page.row += 2;
    (last, above(size(at), 0.0))
}

const FIRST_SOUND: u16 = super::book::FIRST;
