//! `growth.csv`: real growth of each industry's baseline.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::table::Table;
use super::years;
use crate::plan::industry::Industry;
use crate::units::Grid;

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "growth.csv",
    &[
        needed("industry"),
        needed("year"),
        needed("growth_pct"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the table into the industries.
pub(super) fn read(table: &Table, industries: &mut [Industry], grid: Grid) {
    let given = years::read(
        table,
        |row| row.named("industry", Thing::Industry),
        |row| row.change("growth_pct"),
    );
    for (item, industry) in industries.iter_mut().enumerate() {
        industry.growth = years::needed(&given, item, &industry.id, grid, table);
    }
}
