//! `coefficients.csv`, `value_added.csv`, `retention.csv`: a regional input-output table.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::row::Row;
use super::table::Table;
use crate::plan::lever::Span;
use crate::plan::multiplier::{Households, InputOutput};
use crate::units::Share;

/// Local input per yuan of output: the row's industry supplies the column's.
pub(super) const COEFFICIENTS: Declaration = Declaration::optional(
    "coefficients.csv",
    &[needed("supplier"), needed("into_<industry>"), needed("provenance"), optional("source")],
);

/// Value added per yuan of output, and what households earn and buy.
pub(super) const VALUE_ADDED: Declaration = Declaration::optional(
    "value_added.csv",
    &[
        needed("industry"),
        needed("value_added_per_yuan"),
        optional("labour_income_per_yuan"),
        optional("household_purchases_per_yuan"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Part of spending that is bought from local firms.
pub(super) const RETENTION: Declaration = Declaration::optional(
    "retention.csv",
    &[needed("industry"), needed("<category>_pct"), needed("provenance"), optional("source")],
);

/// Parts of one yuan.
const PER_YUAN: Span = Span { min: 0.0, max: 1.0 };
/// What adding decimal fractions may leave.
const ROUNDING: f64 = 1e-9;

/// The column for what an industry uses.
fn into(industry: &str) -> String {
    format!("into_{industry}")
}

/// Reads the three tables together. `before` is the number of problems from before they were opened:
/// sums are only judged when everything in them could be read.
pub(super) fn read(
    coefficients: &Table,
    value_added: &Table,
    retention: &Table,
    before: usize,
) -> InputOutput {
    let industries = coefficients.names.industries.list();
    let categories = coefficients.names.categories.list();
    let rows = by_industry(coefficients, "supplier", |row| -> Vec<f64> {
        industries.iter().map(|id| row.number(&into(id), PER_YUAN)).collect()
    });
    let added =
        by_industry(value_added, "industry", |row| row.number("value_added_per_yuan", PER_YUAN));
    let kept = by_industry(retention, "industry", |row| -> Vec<Share> {
        categories.iter().map(|category| row.share(&format!("{category}_pct"))).collect()
    });
    let households = households(value_added);
    if coefficients.ledger.count() == before {
        check(coefficients, value_added, &rows, &added, households.as_ref());
        check_retention(retention, &kept);
    }
    InputOutput { coefficients: rows, value_added: added, retention: kept, households }
}

/// One entry for each industry of the plan; missing and repeated rows are noted.
fn by_industry<T: Clone + Default>(
    table: &Table,
    column: &str,
    read: impl Fn(&Row) -> T,
) -> Vec<T> {
    let industries = table.names.industries.list();
    let mut entries: Vec<Option<T>> = vec![None; industries.len()];
    for row in table.rows() {
        let entry = read(&row);
        row.provenance("provenance");
        let Some(item) = row.named(column, Thing::Industry) else { continue };
        if entries[item].replace(entry).is_some() {
            let kind = ProblemKind::DuplicateId { of: Thing::Industry };
            row.note(Some(column), &industries[item], kind);
        }
    }
    if table.columns.contains_key(column) {
        for (id, _) in industries.iter().zip(&entries).filter(|(_, entry)| entry.is_none()) {
            table.note(ProblemKind::MissingRow { about: id.clone() });
        }
    }
    entries.into_iter().map(Option::unwrap_or_default).collect()
}

/// Household figures, if any industry gives one; a blank among others is nothing.
fn households(table: &Table) -> Option<Households> {
    const INCOME: &str = "labour_income_per_yuan";
    const PURCHASES: &str = "household_purchases_per_yuan";
    let given = |row: &Row| row.field(INCOME).or(row.field(PURCHASES)).is_some();
    if !table.rows().any(|row| given(&row)) {
        return None;
    }
    let mut households = Households {
        income: vec![0.0; table.names.industries.list().len()],
        purchases: vec![0.0; table.names.industries.list().len()],
    };
    for row in table.rows() {
        let income = row.number_if_given(INCOME, PER_YUAN).unwrap_or_default();
        let purchases = row.number_if_given(PURCHASES, PER_YUAN).unwrap_or_default();
        if let Some(item) = row.named("industry", Thing::Industry) {
            households.income[item] = income;
            households.purchases[item] = purchases;
        }
    }
    Some(households)
}

/// Every industry must leave something of its output, and no more than is left after local inputs.
/// With this the inverse exists and is nowhere negative, with households or without.
fn check(
    coefficients: &Table,
    value_added: &Table,
    rows: &[Vec<f64>],
    added: &[f64],
    households: Option<&Households>,
) {
    let note = |table: &Table, item: usize, column: &str, found: String, kind| {
        let id = &table.names.industries.list()[item];
        let row = table.rows().find(|row| row.field("industry") == Some(id.as_str()));
        let row = row.map(|row| row.record.row);
        table.ledger.note(table.declaration.name, row, Some(column), &found, kind);
    };
    for (item, industry) in coefficients.names.industries.list().iter().enumerate() {
        let industry = industry.clone();
        let sum: f64 = rows.iter().map(|row| row[item]).sum();
        if sum >= 1.0 {
            let kind = ProblemKind::UnproductiveColumn { industry: industry.clone(), sum };
            let name = coefficients.declaration.name;
            coefficients.ledger.note(name, None, Some(&into(&industry)), "", kind);
        } else if added[item] > 1.0 - sum + ROUNDING {
            let kind =
                ProblemKind::ValueAddedTooHigh { industry: industry.clone(), most: 1.0 - sum };
            note(value_added, item, "value_added_per_yuan", added[item].to_string(), kind);
        }
        let income = households.map_or(0.0, |households| households.income[item]);
        if income > added[item] + ROUNDING {
            let kind = ProblemKind::ValueAddedTooHigh { industry, most: added[item] };
            note(value_added, item, "labour_income_per_yuan", income.to_string(), kind);
        }
    }
    let purchases: f64 = households.map_or(0.0, |households| households.purchases.iter().sum());
    if purchases >= 1.0 {
        let kind =
            ProblemKind::UnproductiveColumn { industry: "households".to_owned(), sum: purchases };
        let name = value_added.declaration.name;
        value_added.ledger.note(name, None, Some("household_purchases_per_yuan"), "", kind);
    }
}

/// Of one yuan no more than one yuan can be bought locally.
fn check_retention(table: &Table, kept: &[Vec<Share>]) {
    for (item, category) in table.names.categories.list().iter().enumerate() {
        let sum: f64 = kept.iter().map(|row| row[item].0).sum();
        if sum > 1.0 + ROUNDING {
            let column = format!("{category}_pct");
            let kind = ProblemKind::SharesDoNotAddUp { sum: sum * 100.0 };
            table.ledger.note(table.declaration.name, None, Some(&column), "", kind);
        }
    }
}
