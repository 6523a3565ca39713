//! `pillars.csv`: the headings of the plan document.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::table::Table;
use crate::plan::indicator::Pillar;

/// The table.
pub(super) const TABLE: Declaration =
    Declaration::optional("pillars.csv", &[needed("id"), needed("name_zh"), optional("name_en")]);

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<Pillar> {
    let mut ids = Vec::new();
    table
        .rows()
        .map(|row| Pillar {
            id: row.new_id("id", Thing::Pillar, &mut ids),
            name: row.label("name"),
        })
        .collect()
}
