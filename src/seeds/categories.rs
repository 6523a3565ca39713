//! `categories.csv`: the kinds of project spending.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::shares;
use super::table::Table;
use crate::plan::multiplier::Category;
use crate::units::Share;

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
    if table.ledger.count() == before {
        let mut parts: Vec<Share> =
            categories.iter().map(|category| category.share.value).collect();
        if let Err(sum) = shares::whole(&mut parts) {
            let kind = ProblemKind::SharesDoNotAddUp { sum };
            table.ledger.note(TABLE.name, None, Some("share_pct"), "", kind);
        }
        for (category, part) in categories.iter_mut().zip(parts) {
            category.share.value = part;
        }
    }
    categories
}
