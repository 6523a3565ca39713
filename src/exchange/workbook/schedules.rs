//! How a project's total spreads over time: annual plans, amounts by quarter, curves.

use super::book::{Area, At, Block, Kind, Page, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::projects::{Projects, Which};
use super::term::{
    Term, Value, above, at_least, at_most, cell_of, choose, larger, smaller, total, whole,
};
use crate::plan::lever::Kind as Lever;
use crate::plan::project::Profile;

/// How one project's total spreads.
pub(super) enum Curve {
    /// The S-curve, from the numbers in the project's row.
    S,
    /// The same share each year until all is spent, as a lever says.
    Yearly { pattern: [At; 4], rate: [At; 2], years: [At; 2] },
    /// A share for each year.
    Listed { pattern: [At; 4], taken: Area, spent: Area, years: At, count: usize },
    /// An amount for each quarter.
    Amounts { cumulative: Area, count: usize },
}

/// Longest annual plan that is followed to its end, in years.
const MOST_YEARS: f64 = 60.0;
/// A rest of the total below this is none.
const NO_REST: f64 = 1e-12;

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers, projects: &Projects) -> Vec<Curve> {
    let text = desk.text;
    let set = levers.of_plan(desk, Lever::AnnualShare);
    let planned = levers.of_plan_planned(desk, Lever::AnnualShare);
    let mut page = desk.page(sheet::SCHEDULES);
    page.title(text.book_sheet_schedules(), text.book_schedules_note());
    let mut curves = Vec::new();
    let plan = desk.plan;
    for (item, project) in plan.projects.iter().enumerate() {
        let mut page = Page { row: curves_row(desk), ..desk.page(sheet::SCHEDULES) };
        let name = text.name(&project.name);
        curves.push(match &project.profile {
            Profile::SCurve { .. } => Curve::S,
            Profile::Annual { shares, pattern, .. } => {
                page.heading(name, text.book_annual_rule());
                let heads = [0, 1, 2, 3].map(|quarter| text.quarter_of_year(quarter));
                let pattern_at = given_row(
                    &mut page,
                    text.book_pattern(),
                    &heads,
                    &pattern.map(|part| part.0),
                    Kind::Percent,
                );
                let pattern = [0, 1, 2, 3].map(|quarter| pattern_at.at(0, quarter));
                if shares.is_empty() {
                    yearly(&mut page, pattern, [set.clone(), planned.clone()])
                } else {
                    let shares: Vec<f64> = shares.iter().map(|share| share.0).collect();
                    listed(&mut page, pattern, &shares)
                }
            }
            Profile::Explicit { amounts, .. } => {
                page.heading(name, text.book_amounts_rule());
                let amounts: Vec<f64> = amounts.iter().map(|amount| amount.0).collect();
                explicit(&mut page, &amounts, projects.at(item, projects.total))
            }
        });
    }
    curves
}

/// The row after the last one that is written.
fn curves_row(desk: &Desk) -> u32 {
    let last = desk.book.sheets[sheet::SCHEDULES].cells.keys().next_back();
    last.map_or(3, |(row, _)| row + 2)
}

/// A row of numbers with heads above it.
fn given_row<S: AsRef<str>>(
    page: &mut Page<'_>,
    label: &str,
    heads: &[S],
    numbers: &[f64],
    kind: Kind,
) -> Block {
    let heads: Vec<String> = heads.iter().map(|head| head.as_ref().to_owned()).collect();
    let block = page.block(&[label.to_owned()], "", &heads, &[]);
    for (column, &number) in numbers.iter().enumerate() {
        page.book.give(block.at(0, column), Value::Number(number), Role::Given, kind);
    }
    page.row -= 1;
    block
}

fn yearly(page: &mut Page<'_>, pattern: [At; 4], rates: [Term; 2]) -> Curve {
    let text = page.text;
    let heads = [text.book_set_value().to_owned(), text.book_planned_value().to_owned()];
    let labels =
        [text.lever_kind(Lever::AnnualShare).to_owned(), text.book_years_of_plan().to_owned()];
    let block = page.block(&labels, "", &heads, &[]);
    for (column, rate) in rates.into_iter().enumerate() {
        let at = block.at(0, column);
        page.book.put(at, rate, Role::Derived, Kind::Percent);
        // The least whole number of years that spends all but nothing.
        let years = 0.0 - whole(0.0 - Term::Number(1.0 - NO_REST) / at);
        let years = choose(above(at, 0.0), smaller(MOST_YEARS, years), 0.0);
        page.book.put(block.at(1, column), years, Role::Derived, Kind::Count);
    }
    Curve::Yearly {
        pattern,
        rate: [block.at(0, 0), block.at(0, 1)],
        years: [block.at(1, 0), block.at(1, 1)],
    }
}

fn listed(page: &mut Page<'_>, pattern: [At; 4], shares: &[f64]) -> Curve {
    let text = page.text;
    // One year more than listed, in which nothing is spent.
    let count = shares.len();
    let heads: Vec<String> = (1..=count + 1).map(|year| text.book_nth_year(year)).collect();
    let labels = [
        text.book_share_of_year().to_owned(),
        text.book_spent_before().to_owned(),
        text.book_taken_of_year().to_owned(),
        text.book_years_of_plan().to_owned(),
    ];
    let block = page.block(&labels, "%", &heads, &[]);
    for year in 0..=count {
        let share = shares.get(year).copied().unwrap_or(0.0);
        page.book.give(block.at(0, year), Value::Number(share), Role::Given, Kind::Percent);
        let (spent, taken, years) = (block.at(1, year), block.at(2, year), block.at(3, year));
        let before = match year.checked_sub(1) {
            Some(last) => block.at(1, last) + block.at(2, last),
            None => Term::Number(0.0),
        };
        page.book.put(spent, before, Role::Derived, Kind::Percent);
        let rest = 1.0 - Term::from(spent);
        let share = larger(0.0, smaller(block.at(0, year), rest.clone()));
        page.book.put(
            taken,
            choose(above(rest, NO_REST), share, 0.0),
            Role::Derived,
            Kind::Percent,
        );
        let so_far = match year.checked_sub(1) {
            Some(last) => Term::from(block.at(3, last)),
            None => Term::Number(0.0),
        };
        let ended = choose(above(taken, 0.0), (year + 1) as f64, so_far);
        page.book.put(years, ended, Role::Derived, Kind::Count);
    }
    Curve::Listed {
        pattern,
        spent: block.row(1, 0..count + 1),
        taken: block.row(2, 0..count + 1),
        years: block.at(3, count),
        count,
    }
}

fn explicit(page: &mut Page<'_>, amounts: &[f64], planned_total: At) -> Curve {
    let text = page.text;
    let count = amounts.len();
    let heads: Vec<String> = (0..=count).map(|quarter| text.book_nth_quarter(quarter)).collect();
    let labels = [text.book_amount_of_quarter().to_owned(), text.book_cumulative().to_owned()];
    let block = page.block(&labels, "", &heads, &[]);
    page.book.put(block.at(1, 0), 0.0, Role::Given, Kind::Percent);
    for (index, &amount) in amounts.iter().enumerate() {
        let at = block.at(0, index + 1);
        page.book.give(at, Value::Number(amount), Role::Given, Kind::Money);
        let part = choose(super::term::equal(planned_total, 0.0), 0.0, at / planned_total);
        let sum = block.at(1, index) + part;
        page.book.put(block.at(1, index + 1), sum, Role::Derived, Kind::Percent);
    }
    Curve::Amounts { cumulative: block.row(1, 0..count + 1), count }
}

/// How long a project's spending takes.
pub(super) fn length(
    curve: &Curve,
    desk: &mut Desk,
    levers: &mut Levers,
    projects: &Projects,
    item: usize,
    which: Which,
) -> Term {
    let stretch = 1.0 + which.lever(levers, desk, Lever::DurationOverrun);
    match curve {
        Curve::S => projects.at(item, projects.duration) * stretch,
        Curve::Yearly { years, .. } => years[which as usize] * 4.0,
        Curve::Listed { years, .. } => *years * 4.0,
        Curve::Amounts { count, .. } => Term::Number(*count as f64) * stretch,
    }
}

/// Cumulative part of a project's total planned to be spent when so much time has gone by since its
/// start.
pub(super) fn planned_share(
    curve: &Curve,
    projects: &Projects,
    item: usize,
    which: Which,
    elapsed: At,
) -> Term {
    let side = projects.side(which);
    let length = projects.at(item, side.length);
    let share = match curve {
        Curve::S => {
            let (lean, bend) = (projects.at(item, projects.lean), projects.at(item, projects.bend));
            let x = || elapsed / length;
            let curved = lean + 9.0 * bend - 6.0 * bend * x();
            let inside = x() * (1.0 - lean - 3.0 * bend + x() * curved);
            let before_end = choose(at_least(elapsed, length), 1.0, inside);
            choose(at_most(length, 0.0), 1.0, before_end)
        }
        Curve::Yearly { pattern, rate, .. } => {
            let rate = rate[which as usize];
            let year = || smaller(MOST_YEARS, whole(elapsed / 4.0));
            let spent = || smaller(1.0, year() * rate);
            let taken = smaller(rate, 1.0 - spent());
            let taken = choose(at_least(year(), MOST_YEARS), 0.0, taken);
            spent() + taken * within_year(pattern, elapsed)
        }
        Curve::Listed { pattern, taken, spent, count, .. } => {
            let year = || smaller(*count as f64, whole(elapsed / 4.0)) + 1.0;
            cell_of(*spent, 1.0, year())
                + cell_of(*taken, 1.0, year()) * within_year(pattern, elapsed)
        }
        Curve::Amounts { cumulative, count } => {
            let last = Term::from(cumulative.last);
            let steps = *count as f64;
            // Amounts follow each other in steps that longer works stretch.
            let position = || elapsed * steps / length;
            let step = || whole(position());
            let begin = || cell_of(*cumulative, 1.0, step() + 1.0);
            // A last digit must not reach beyond the last amount.
            let end = cell_of(*cumulative, 1.0, smaller(steps + 1.0, step() + 2.0));
            let inside = begin() + (end - begin()) * (position() - step());
            let before_end = choose(at_least(position(), steps), last.clone(), inside);
            choose(at_most(length, 0.0), last, before_end)
        }
    };
    choose(at_most(elapsed, 0.0), 0.0, share)
}

/// Part of a year's share that is spent by a moment in the year, quarter after quarter.
fn within_year(pattern: &[At; 4], elapsed: At) -> Term {
    let since = || elapsed - 4.0 * whole(elapsed / 4.0);
    total(pattern.iter().enumerate().map(|(quarter, &part)| {
        let gone = if quarter == 0 { since() } else { larger(0.0, since() - quarter as f64) };
        part * smaller(1.0, gone)
    }))
}
