//! `funds.csv`: how much money each source has.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::row::AMOUNT;
use super::table::Table;
use super::years;
use crate::plan::multiplier::FundingSource;
use crate::units::{Grid, NominalMoney};

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "funds.csv",
    &[
        needed("source_id"),
        needed("year"),
        needed("amount_yi"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the table into the sources; a year without a row is without limit.
pub(super) fn read(table: &Table, sources: &mut [FundingSource], grid: Grid) {
    let given = years::read(
        table,
        |row| row.named("source_id", Thing::Source),
        |row| NominalMoney(row.number("amount_yi", AMOUNT)),
    );
    for (item, source) in sources.iter_mut().enumerate() {
        let later = grid.each_year().skip(1);
        source.available = later.map(|year| given.values.get(&(item, year)).cloned()).collect();
    }
}

/// Sources without limit, for plans without the table.
pub(super) fn without_limit(sources: &mut [FundingSource], grid: Grid) {
    for source in sources {
        source.available = vec![None; grid.years.saturating_sub(1)];
    }
}
