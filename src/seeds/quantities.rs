//! `quantities.csv`: the quantities (五量) by which the document sorts some goals.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::table::Table;
use crate::plan::indicator::Quantity;

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "quantities.csv",
    &[needed("id"), needed("name_zh"), optional("name_en")],
);

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<Quantity> {
    let mut ids = Vec::new();
    table
        .rows()
        .map(|row| Quantity {
            id: row.new_id("id", Thing::Quantity, &mut ids),
            name: row.label("name"),
        })
        .collect()
}
