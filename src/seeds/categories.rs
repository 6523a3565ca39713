//! `categories.csv`: the kinds of project spending.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::shares;
use super::table::Table;
use crate::plan::multiplier::Category;

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "categories.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        needed("share_pct"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<Category> {
    let before = table.ledger.count();
    let mut ids = Vec::new();
    let mut categories: Vec<Category> = table
        .rows()
        .map(|row| Category {
            id: row.new_id("id", Thing::Category, &mut ids),
            name: row.label("name"),
            share: row.sourced(row.share("share_pct")),
        })
        .collect();
    let faulty = table.ledger.count() != before;
    shares::whole_of_rows(
        table,
        categories.iter_mut().map(|category| &mut category.share.value),
        faulty,
    );
    categories
}
