//! `indicators.csv`: every numeric goal of the plan document.

use super::declaration::{Declaration, needed, optional};
use super::links;
use super::problem::Thing;
use super::row::Row;
use super::table::Table;
use super::words::{QUALIFIERS, ROLES};
use crate::plan::indicator::{Indicator, Qualifier, Role};
use crate::plan::lever::Span;

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "indicators.csv",
    &[
        needed("id"),
        optional("pillar"),
        needed("subsection_zh"),
        optional("subsection_en"),
        optional("quantity"),
        needed("phrase"),
        needed("name_zh"),
        optional("name_en"),
        needed("value"),
        needed("unit_zh"),
        optional("unit_en"),
        needed("qualifier"),
        needed("role"),
        optional("link"),
        needed("provenance"),
    ],
);

/// Anything that may be counted.
const VALUE: Span = Span { min: 0.0, max: 1e12 };

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<Indicator> {
    let mut ids = Vec::new();
    table.rows().map(|row| indicator(&row, &mut ids)).collect()
}

fn indicator(row: &Row, ids: &mut Vec<String>) -> Indicator {
    row.provenance("provenance");
    let role = row.word("role", ROLES);
    Indicator {
        id: row.new_id("id", Thing::Indicator, ids),
        pillar: row.named_if_given("pillar", Thing::Pillar),
        subsection: row.label("subsection"),
        quantity: row.named_if_given("quantity", Thing::Quantity),
        phrase: row.needed_text("phrase"),
        name: row.label("name"),
        value: row.number("value", VALUE),
        unit: row.label("unit"),
        qualifier: row.word("qualifier", QUALIFIERS).unwrap_or(Qualifier::Exact),
        role: role.unwrap_or(Role::Scorecard),
        link: links::read(row, role),
    }
}
