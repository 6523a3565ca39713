//! `named_projects.csv`: projects that the document names without amounts.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::table::Table;
use crate::plan::NamedProject;

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "named_projects.csv",
    &[needed("name_zh"), optional("name_en"), optional("pillar")],
);

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<NamedProject> {
    table
        .rows()
        .map(|row| NamedProject {
            name: row.label("name"),
            pillar: row.named_if_given("pillar", Thing::Pillar),
        })
        .collect()
}
