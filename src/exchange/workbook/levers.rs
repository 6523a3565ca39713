//! Every lever with the plan's value and the one that is set.

use super::book::{At, Kind as Written, Page, Role};
use super::desk::{Desk, sheet};
use super::term::{Term, Value, choose, unequal};
use crate::plan::lever::{self, Group, Kind, Lever, LeverSpec, Span, Unit};
use std::collections::BTreeMap;

const PLANNED: u16 = 2;
const SET: u16 = 3;

/// Where the levers stand.
pub(super) struct Levers {
    /// The cell in which each is set.
    pub set: BTreeMap<Lever, At>,
    /// Whether growth is judged as published: 1 or 0.
    pub published: At,
    /// Whether the spending of new income counts: 1 or 0.
    pub induced: At,
    /// The next row for a number that the plan holds without a lever.
    next: u32,
}

/// Percentage points stand as such in cells and as fractions in the model.
pub(super) fn in_cell(kind: Kind, value: f64) -> Value {
    let shown = match kind.unit() {
        Unit::RateDifference => value * 100.0,
        _ => value,
    };
    // Capital that yields nothing has no ratio.
    if shown.is_finite() { Value::Number(shown) } else { Value::Blank }
}

fn written(kind: Kind) -> Written {
    match kind.unit() {
        Unit::Rate | Unit::Share => Written::Percent,
        Unit::RateDifference => Written::Points,
        Unit::Money => Written::Money,
        Unit::Quarters => Written::Quarters,
        Unit::Factor => Written::Factor,
    }
}

impl Levers {
    /// A lever as set, as the model reads it.
    pub(super) fn set(&mut self, desk: &mut Desk, lever: Lever) -> Term {
        let at = self.cell(desk, lever);
        as_read(lever.kind, at)
    }

    /// A lever as the plan has it.
    pub(super) fn planned(&mut self, desk: &mut Desk, lever: Lever) -> Term {
        let at = self.cell(desk, lever);
        as_read(lever.kind, At { column: PLANNED, ..at })
    }

    /// A lever with one instance for the whole plan, as set.
    pub(super) fn of_plan(&mut self, desk: &mut Desk, kind: Kind) -> Term {
        self.set(desk, Lever::of_plan(kind, desk.plan))
    }

    /// The same as the plan has it.
    pub(super) fn of_plan_planned(&mut self, desk: &mut Desk, kind: Kind) -> Term {
        self.planned(desk, Lever::of_plan(kind, desk.plan))
    }

    /// The cell in which a lever is set; what the plan has no lever for gets a row of its own.
    pub(super) fn cell(&mut self, desk: &mut Desk, lever: Lever) -> At {
        if let Some(&at) = self.set.get(&lever) {
            return at;
        }
        let row = self.next;
        self.next += 1;
        let at = write_row(desk, row, lever, None);
        self.set.insert(lever, at);
        at
    }
}

fn as_read(kind: Kind, at: At) -> Term {
    match kind.unit() {
        Unit::RateDifference => at / 100.0,
        _ => at.into(),
    }
}

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk) -> Levers {
    let text = desk.text;
    let catalogue = lever::catalogue(desk.plan);
    let mut set = BTreeMap::new();
    let mut page = desk.page(sheet::LEVERS);
    page.title(text.book_sheet_levers(), text.book_levers_note());
    for (column, width) in
        [(0, 44.0), (1, 10.0), (2, 12.0), (3, 12.0), (4, 6.0), (9, 12.0), (10, 60.0)]
    {
        page.width(column, width);
    }
    page.heads([
        text.levers(),
        text.header_unit(),
        text.book_planned_value(),
        text.book_set_value(),
        text.book_changed(),
        text.book_slider_from(),
        text.book_slider_to(),
        text.book_usual_from(),
        text.book_usual_to(),
        text.header_provenance(),
        text.header_evidence(),
    ]);
    page.freeze(1);
    page.heading(text.book_switches(), "");
    let published = switch(&mut page, text.published_rounding());
    let induced = switch(&mut page, text.book_induced());
    let mut row = page.row + 1;
    let on = |on: bool| Value::Number(f64::from(u8::from(on)));
    let (published_on, induced_on) = (desk.scenario.published_rounding, desk.scenario.induced);
    desk.book.give(published, on(published_on), Role::Input, Written::Count);
    desk.book.give(induced, on(induced_on), Role::Input, Written::Count);
    for group in Group::ALL {
        let own: Vec<&LeverSpec> =
            catalogue.iter().filter(|spec| spec.lever.kind.group() == group).collect();
        if own.is_empty() {
            continue;
        }
        desk.book.say(At::new(sheet::LEVERS, row, 0), text.group(group), Role::Heading);
        row += 1;
        for spec in own {
            set.insert(spec.lever, write_row(desk, row, spec.lever, Some(spec)));
            row += 1;
        }
        row += 1;
    }
    desk.book.say(At::new(sheet::LEVERS, row, 0), text.book_held_by_plan(), Role::Heading);
    Levers { set, published, induced, next: row + 1 }
}

fn switch(page: &mut Page<'_>, name: &str) -> At {
    let (name_at, unit_at, at) = (page.here(0), page.here(1), page.here(SET));
    page.book.say(name_at, name, Role::Label);
    let unit = page.text.book_yes_or_no();
    page.book.say(unit_at, unit, Role::Label);
    page.row += 1;
    at
}

fn write_row(desk: &mut Desk, row: u32, lever: Lever, spec: Option<&LeverSpec>) -> At {
    let (text, kind) = (desk.text, lever.kind);
    let place = |column| At::new(sheet::LEVERS, row, column);
    let name = text.lever_name(desk.plan, lever);
    let unit = match kind.unit() {
        Unit::Money => text.book_money_unit(),
        unit => text.unit_label(unit),
    };
    let planned = in_cell(kind, lever::default(lever, desk.plan));
    let value = in_cell(kind, desk.scenario.value(lever, desk.plan));
    let book = &mut desk.book;
    book.say(place(0), name, Role::Label);
    book.say(place(1), unit, Role::Label);
    book.give(place(PLANNED), planned, Role::Given, written(kind));
    book.give(place(SET), value, Role::Input, written(kind));
    let changed = choose(unequal(place(PLANNED), place(SET)), "●", "");
    book.put(place(4), changed, Role::Derived, Written::Plain);
    if let Some(spec) = spec {
        for (column, Span { min, max }) in [(5, spec.range), (7, spec.plausible)] {
            book.give(place(column), in_cell(kind, min), Role::Given, written(kind));
            book.give(place(column + 1), in_cell(kind, max), Role::Given, written(kind));
        }
        book.say(place(9), text.provenance(spec.provenance), Role::Label);
        book.say(place(10), spec.source.clone(), Role::Label);
    }
    place(SET)
}
