//! Values that differ from year to year: one row for each item and year.

use super::problem::{ProblemKind, Thing};
use super::row::Row;
use super::table::Table;
use crate::plan::provenance::Sourced;
use crate::units::{Grid, Year};
use std::collections::BTreeMap;

/// The values given.
pub(super) struct ByYear<T> {
    /// By item and year.
    pub(super) values: BTreeMap<(usize, Year), Sourced<T>>,
    /// Whether some row names no item or no year: then a row that seems missing may only be misspelt.
    unknown: bool,
}

/// Reads item, year and value of every row; the same item and year twice is noted.
pub(super) fn read<T>(
    table: &Table,
    item: impl Fn(&Row) -> Option<usize>,
    value: impl Fn(&Row) -> T,
) -> ByYear<T> {
    let mut given = ByYear { values: BTreeMap::new(), unknown: false };
    for row in table.rows() {
        let (item, year, value) = (item(&row), row.later_year("year"), row.sourced(value(&row)));
        let (Some(item), Some(year)) = (item, year) else {
            given.unknown = true;
            continue;
        };
        if given.values.insert((item, year), value).is_some() {
            let found = year.to_string();
            row.note(Some("year"), &found, ProblemKind::DuplicateId { of: Thing::Year });
        }
    }
    given
}

/// An item's value for each year after the base year. Years without a row carry on the last that
/// has one; `None` when the first year has none.
pub(super) fn carried<T: Clone>(
    given: &ByYear<T>,
    item: usize,
    grid: Grid,
) -> Option<Vec<Sourced<T>>> {
    let mut carried: Vec<Sourced<T>> = Vec::new();
    for year in grid.each_year().skip(1) {
        let value = given.values.get(&(item, year)).or(carried.last())?.clone();
        carried.push(value);
    }
    Some(carried)
}

/// The same, a missing first year being noted.
pub(super) fn needed<T: Clone>(
    given: &ByYear<T>,
    item: usize,
    id: &str,
    grid: Grid,
    table: &Table,
) -> Vec<Sourced<T>> {
    carried(given, item, grid).unwrap_or_else(|| {
        if !id.is_empty() && !given.unknown {
            let about = format!("{id} {}", grid.base_year.next());
            table.note(ProblemKind::MissingRow { about });
        }
        Vec::new()
    })
}
