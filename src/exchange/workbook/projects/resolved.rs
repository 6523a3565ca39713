//! The schedules that follow from plan and scenario.

use super::{HEADS, Projects, Side, Which};
use crate::exchange::workbook::book::{At, Kind, Role};
use crate::exchange::workbook::desk::{Desk, sheet};
use crate::exchange::workbook::levers::Levers;
use crate::exchange::workbook::term::{
    Term, above, choose, either, equal, larger, smaller, sum_product_of,
};
use crate::plan::lever::Kind as Lever;
use crate::plan::project::{Stage, Status};

/// Writes the schedules that follow, of the scenario and of what the baseline counts on.
///
/// `length` says how long a project's spending takes, from the sheet of schedules.
pub(in crate::exchange::workbook) fn resolve(
    desk: &mut Desk,
    levers: &mut Levers,
    table: &mut Projects,
    length: &dyn Fn(&mut Desk, &mut Levers, &Projects, usize, Which) -> Term,
) {
    let text = desk.text;
    let money = text.book_money_unit();
    let quarters = text.book_quarters();
    table.on = table.new_column(text.book_goes_ahead(), "1/0");
    table.counts = table.new_column(text.book_counts(), "1/0");
    for which in [Which::Scenario, Which::CountedOn] {
        let said = |name: &str| match which {
            Which::Scenario => name.to_owned(),
            Which::CountedOn => text.counted_on(name),
        };
        let applied = match which {
            Which::Scenario => table.scenario.applied,
            Which::CountedOn => table.new_column(said(text.lever_kind(Lever::Applied)), "%"),
        };
        let side = Side {
            scale: table.new_column(said(text.size()), "%"),
            total: table.new_column(said(text.total_going_ahead()), money),
            overrun: table.new_column(said(text.lever_kind(Lever::CostOverrun)), "%"),
            cost: table.new_column(said(text.book_cost()), money),
            start: table.new_column(said(text.start()), quarters),
            length: table.new_column(said(text.book_length()), quarters),
            end: table.new_column(said(text.book_end()), quarters),
            applied,
            part: table.new_column(said(text.book_part_spent()), "%"),
            work: table.new_column(said(text.book_work_per_yuan()), ""),
        };
        match which {
            Which::Scenario => table.scenario = side,
            Which::CountedOn => table.counted_on = side,
        }
    }
    let pool = write_pool(desk, levers, table);
    for item in 0..table.rows {
        let (status, on) = (table.at(item, table.status), table.at(item, table.on));
        let (goes, gone) = (text.status(Status::On), text.status(Status::Cancelled));
        desk.book.put(on, choose(equal(status, goes), 1.0, 0.0), Role::Derived, Kind::Count);
        let counts = choose(either(equal(status, goes), equal(status, gone)), 1.0, 0.0);
        desk.book.put(table.at(item, table.counts), counts, Role::Derived, Kind::Count);
        for which in [Which::Scenario, Which::CountedOn] {
            write_side(desk, levers, table, item, which, pool, length);
        }
    }
    for (column, head, unit) in std::mem::take(&mut table.heads) {
        desk.book.say(At::new(sheet::PROJECTS, HEADS, column), head, Role::Head);
        desk.book.say(At::new(sheet::PROJECTS, HEADS + 1, column), unit, Role::Head);
    }
}

/// How much of each pooled record goes ahead.
fn write_pool(desk: &mut Desk, levers: &mut Levers, table: &Projects) -> At {
    let text = desk.text;
    let place = |row, column| At::new(sheet::PROJECTS, row, column);
    let started = levers.of_plan(desk, Lever::ReserveStart);
    let lines =
        [(3, text.reserve_total(), table.reserve), (4, text.reserve_pooled(), table.pooled)];
    for (row, name, flag) in lines {
        desk.book.say(place(row, 0), name, Role::Label);
        let term = if table.rows == 0 {
            Term::Number(0.0)
        } else {
            sum_product_of(table.column(flag), table.column(table.total))
        };
        desk.book.put(place(row, 2), term, Role::Derived, Kind::Money);
    }
    desk.book.say(place(5, 0), text.lever_kind(Lever::ReserveStart), Role::Label);
    desk.book.put(place(5, 2), started, Role::Derived, Kind::Percent);
    desk.book.say(place(6, 0), text.reserve_started(), Role::Label);
    let pool = choose(equal(place(4, 2), 0.0), 0.0, place(3, 2) * place(5, 2) / place(4, 2));
    desk.book.put(place(6, 2), pool, Role::Result, Kind::Percent);
    place(6, 2)
}

fn write_side(
    desk: &mut Desk,
    levers: &mut Levers,
    table: &Projects,
    item: usize,
    which: Which,
    pool: At,
    length: &dyn Fn(&mut Desk, &mut Levers, &Projects, usize, Which) -> Term,
) {
    let project = &desk.plan.projects[item];
    let side = table.side(which);
    let at = |column| table.at(item, column);
    let reserve = project.stage == Stage::Reserve;
    let as_chosen = at(table.size) * choose(equal(at(table.pooled), 1.0), pool, 1.0);
    let (scale, delay) = match which {
        Which::Scenario => (as_chosen, Some(at(table.delay))),
        Which::CountedOn if reserve => (at(table.scenario.scale).into(), Some(at(table.delay))),
        Which::CountedOn => (Term::Number(1.0), None),
    };
    let mut start = Term::from(at(table.start));
    if project.stage.awaits_start() {
        start = start + which.lever(levers, desk, Lever::Slip);
    }
    if let Some(delay) = delay {
        start = start + delay;
    }
    let overrun = which.lever(levers, desk, Lever::CostOverrun);
    let overrun_price = which.lever(levers, desk, Lever::OverrunPrice);
    let execution = which.lever(levers, desk, Lever::Execution);
    let award = which.lever(levers, desk, Lever::Award);
    let backfill = which.lever(levers, desk, Lever::Backfill);
    if which == Which::CountedOn {
        let own = project.applied.map(|own| Term::Number(own.0));
        let applied = own.unwrap_or_else(|| which.lever(levers, desk, Lever::Applied));
        desk.book.put(at(side.applied), applied, Role::Derived, Kind::Percent);
    }
    let length = length(desk, levers, table, item, which);
    let funded = 1.0 - at(side.applied) * (1.0 - award) * (1.0 - backfill);
    let dearer = 1.0 + at(side.overrun) * overrun_price;
    let mut put = |column, term: Term, kind| desk.book.put(at(column), term, Role::Derived, kind);
    put(side.scale, scale, Kind::Percent);
    put(side.total, at(table.total) * at(side.scale), Kind::Money);
    put(side.overrun, overrun, Kind::Percent);
    put(side.cost, at(side.total) * (1.0 + Term::from(at(side.overrun))), Kind::Money);
    put(side.start, start, Kind::Quarters);
    put(side.length, length, Kind::Quarters);
    put(side.end, at(side.start) + larger(at(side.length), 0.0), Kind::Quarters);
    put(side.part, larger(0.0, smaller(1.0, execution * funded)), Kind::Percent);
    put(side.work, choose(above(dearer.clone(), 0.0), 1.0 / dearer, 0.0), Kind::Factor);
}
