//! Project money by quarter: planned, executed, carried over. Once for the scenario and once for what
//! the baseline counts on.

use super::book::{At, Block, FIRST, Kind, Role};
use super::desk::{Desk, sheet};
use super::projects::{Projects, Which};
use super::schedules::{self, Curve};
use super::term::{Term, choose, equal};

/// Where a side's money stands, by project and quarter.
pub(super) struct Spending {
    /// Cumulative part of the total that is planned; before it the part planned before the grid.
    pub planned_share: Block,
    /// What the schedule puts into each quarter.
    pub planned: Block,
    /// What is spent.
    pub executed: Block,
    /// What is carried over.
    pub backlog: Block,
    /// The end of each quarter, in quarters since the start of the base year.
    pub time: Block,
}

/// Writes one side's sheet.
pub(super) fn write(
    desk: &mut Desk,
    projects: &Projects,
    curves: &[Curve],
    which: Which,
) -> Spending {
    let text = desk.text;
    let (names, quarters, years) = (desk.projects(), desk.quarters(), desk.years());
    let (sheet, title, note) = match which {
        Which::Scenario => (sheet::SPENDING, text.book_sheet_spending(), text.book_spending_note()),
        Which::CountedOn => {
            (sheet::COUNTED_ON, text.book_sheet_counted_on(), text.book_counted_on_note())
        }
    };
    let mut page = desk.page(sheet);
    page.title(title, note);
    let time = page.block(&[text.book_time().to_owned()], text.book_quarters(), &quarters, &[]);
    page.row -= 1;
    page.freeze(1);
    page.heading(text.book_elapsed(), text.book_elapsed_rule());
    let elapsed = page.block(&names, text.book_quarters(), &quarters, &[]);
    page.heading(text.book_cumulative(), text.book_cumulative_rule());
    let planned_share = page.block(&names, "%", &quarters, &[]);
    page.heading(text.book_planned(), text.book_planned_rule());
    let planned = page.by_quarter(&names, &quarters, &years);
    page.heading(text.book_executed(), text.book_executed_rule());
    let executed = page.by_quarter(&names, &quarters, &years);
    page.heading(text.backlog(), text.book_backlog_rule());
    let backlog = page.block(&names, text.book_money_unit(), &quarters, &[]);

    let book = &mut desk.book;
    book.put(time.before(0), 0.0, Role::Given, Kind::Quarters);
    for t in 0..quarters.len() {
        book.put(time.at(0, t), (t + 1) as f64, Role::Given, Kind::Quarters);
    }
    let side = projects.side(which);
    for (item, curve) in curves.iter().enumerate() {
        let start = projects.at(item, side.start);
        let mut share_at = |elapsed: At, share: At, time: At| {
            book.put(elapsed, time - start, Role::Derived, Kind::Quarters);
            let term = schedules::planned_share(curve, projects, item, which, elapsed);
            book.put(share, term, Role::Derived, Kind::Percent);
        };
        share_at(elapsed.before(item), planned_share.before(item), time.before(0));
        for t in 0..quarters.len() {
            share_at(elapsed.at(item, t), planned_share.at(item, t), time.at(0, t));
        }
        // What is called off spends nothing; what is left out the baseline does not know.
        let counts = match which {
            Which::Scenario => projects.on,
            Which::CountedOn => projects.counts,
        };
        for t in 0..quarters.len() {
            let before = planned_share.first.column - FIRST;
            debug_assert_eq!(before, 0);
            let earlier = match t.checked_sub(1) {
                Some(last) => planned_share.at(item, last),
                None => planned_share.before(item),
            };
            let share = planned_share.at(item, t) - earlier;
            let money = projects.at(item, side.cost) * share;
            let term = choose(equal(projects.at(item, counts), 1.0), money, 0.0);
            book.put(planned.at(item, t), term, Role::Derived, Kind::Money);
            let available = || match t.checked_sub(1) {
                Some(last) => planned.at(item, t) + backlog.at(item, last),
                None => Term::from(planned.at(item, t)),
            };
            let part = projects.at(item, side.part);
            book.put(executed.at(item, t), available() * part, Role::Derived, Kind::Money);
            let left = available() - executed.at(item, t);
            book.put(backlog.at(item, t), left, Role::Derived, Kind::Money);
        }
    }
    let mut page = desk.page(sheet);
    page.sum_years(planned, Kind::Money);
    page.sum_years(executed, Kind::Money);
    Spending { planned_share, planned, executed, backlog, time }
}
