//! `spending.csv`: spending plans of projects that give them year by year or quarter by quarter.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::row::{AMOUNT, Row};
use super::table::Table;
use crate::plan::lever::Span;
use crate::units::{NominalMoney, Quarters, Share};
use std::collections::BTreeMap;

/// The table.
pub(super) const TABLE: Declaration = Declaration {
    name: "spending.csv",
    needed: false,
    most_rows: 100_000,
    columns: &[
        needed("project"),
        needed("year"),
        optional("quarter"),
        optional("share_pct"),
        optional("amount_yi"),
        needed("provenance"),
        optional("source"),
    ],
};

const QUARTER: Span = Span { min: 1.0, max: 4.0 };
/// Amounts may miss the total by this part of it, from rounding.
const ROUNDING: f64 = 0.001;

/// What the table says, by project id.
#[derive(Default)]
pub(super) struct Spending {
    /// Shares of the total by year index.
    shares: BTreeMap<String, BTreeMap<usize, Share>>,
    /// Amounts by quarter since the start of the base year.
    amounts: BTreeMap<String, BTreeMap<usize, NominalMoney>>,
}

/// Reads the table.
pub(super) fn read(table: &Table) -> Spending {
    let mut spending = Spending::default();
    for row in table.rows() {
        let project = row.named("project", Thing::Project);
        row.provenance("provenance");
        let index = row.later_year("year").and_then(|year| table.names.grid?.year_index(year));
        let quarter = row.whole_if_given("quarter", QUARTER);
        let share = row.share_if_given("share_pct");
        let amount = row.number_if_given("amount_yi", AMOUNT).map(NominalMoney);
        note_unclear(&row);
        let (Some(project), Some(index)) = (project, index) else { continue };
        let project = table.names.projects.list()[project].clone();
        let repeated = match (share, amount, quarter) {
            (Some(share), _, _) => {
                spending.shares.entry(project).or_default().insert(index, share).is_some()
            }
            (None, Some(amount), Some(quarter)) => {
                let quarter = index * 4 + usize::try_from(quarter - 1).unwrap_or_default();
                spending.amounts.entry(project).or_default().insert(quarter, amount).is_some()
            }
            _ => false,
        };
        if repeated {
            let kind = ProblemKind::DuplicateId { of: Thing::Year };
            row.note(Some("year"), &row.text("year"), kind);
        }
    }
    spending
}

/// A row is a share of a year or an amount of a quarter, and nothing between.
fn note_unclear(row: &Row) {
    let given = |column| row.field(column).is_some();
    match (given("share_pct"), given("amount_yi")) {
        (true, true) => row.note(
            Some("amount_yi"),
            &row.text("amount_yi"),
            ProblemKind::OutOfPlace { decided_by: "share_pct".into() },
        ),
        (true, false) if given("quarter") => row.note(
            Some("quarter"),
            &row.text("quarter"),
            ProblemKind::OutOfPlace { decided_by: "share_pct".into() },
        ),
        (false, true) if !given("quarter") => {
            row.note(Some("quarter"), "", ProblemKind::MissingValue);
        }
        (false, false) => row.note(Some("share_pct"), "", ProblemKind::MissingValue),
        _ => {}
    }
}

impl Spending {
    /// An annual plan's shares from its start; empty when the table has none.
    pub(super) fn shares(&self, row: &Row, id: &str, start: Quarters) -> Vec<Share> {
        let Some(given) = self.shares.get(id) else { return Vec::new() };
        let first = from_start(start) / 4;
        note_early(row, given.keys().next().copied(), first);
        let last = given.keys().last().copied().unwrap_or(first);
        let shares: Vec<Share> =
            (first..=last).map(|year| given.get(&year).copied().unwrap_or_default()).collect();
        let sum: f64 = shares.iter().map(|share| share.0).sum();
        if sum > 1.0 + ROUNDING {
            let kind = ProblemKind::SharesDoNotAddUp { sum: sum * 100.0 };
            row.note(Some("profile"), "", kind);
        }
        shares
    }

    /// An explicit plan's amounts from its start; they add to the total.
    pub(super) fn amounts(
        &self,
        row: &Row,
        id: &str,
        start: Quarters,
        total: NominalMoney,
    ) -> Vec<NominalMoney> {
        let Some(given) = self.amounts.get(id) else {
            row.note(
                Some("profile"),
                &row.text("profile"),
                ProblemKind::MissingRow { about: format!("{id} ({})", TABLE.name) },
            );
            return Vec::new();
        };
        let first = from_start(start);
        note_early(row, given.keys().next().copied(), first);
        let last = given.keys().last().copied().unwrap_or(first);
        let sum: NominalMoney = given.values().copied().sum();
        if (sum - total).abs() > total * ROUNDING {
            let kind = ProblemKind::AmountsDoNotAddUp { sum: sum.0, total: total.0 };
            row.note(Some("total_yi"), &row.text("total_yi"), kind);
        }
        // What rounding leaves over is spread, so that the plan spends its total and no more.
        let scale = if sum == NominalMoney::ZERO { 1.0 } else { total / sum };
        let scale = if (scale - 1.0).abs() < 1e-12 { 1.0 } else { scale };
        (first..=last)
            .map(|quarter| given.get(&quarter).copied().unwrap_or_default() * scale)
            .collect()
    }
}

/// Whole quarters since the start of the base year; a start is never before it.
fn from_start(start: Quarters) -> usize {
    start.0.max(0.0) as usize
}

/// Spending before the project's start contradicts it.
fn note_early(row: &Row, given: Option<usize>, first: usize) {
    if given.is_some_and(|given| given < first) {
        let found = row.text("start");
        row.note(Some("start"), &found, ProblemKind::OutOfPlace { decided_by: TABLE.name.into() });
    }
}
