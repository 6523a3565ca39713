//! `prices.csv`: rise of each industry's deflator and of investment prices.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::table::Table;
use super::years;
use crate::plan::industry::Industry;
use crate::plan::provenance::{Provenance, Sourced};
use crate::units::{Grid, Rate};

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "prices.csv",
    &[
        needed("industry"),
        needed("year"),
        needed("price_pct"),
        needed("provenance"),
        optional("source"),
    ],
);

/// What stands in the column `industry` for prices of investment.
pub const INVESTMENT: &str = "investment";

/// Reads the table into the industries and gives investment prices.
pub(super) fn read(table: &Table, industries: &mut [Industry], grid: Grid) -> Vec<Sourced<Rate>> {
    let investment = industries.len();
    let given = years::read(
        table,
        |row| match row.field("industry") {
            Some(INVESTMENT) => Some(investment),
            _ => row.named("industry", Thing::Industry),
        },
        |row| row.change("price_pct"),
    );
    for (item, industry) in industries.iter_mut().enumerate() {
        industry.prices = years::needed(&given, item, &industry.id, grid, table);
    }
    years::needed(&given, investment, INVESTMENT, grid, table)
}

/// Prices that stay as they are, for plans without the table.
pub(super) fn steady(industries: &mut [Industry], grid: Grid) -> Vec<Sourced<Rate>> {
    let steady = vec![
        Sourced {
            value: Rate::ZERO,
            provenance: Provenance::Assumption,
            source: String::new(),
        };
        grid.years.saturating_sub(1)
    ];
    for industry in industries {
        industry.prices.clone_from(&steady);
    }
    steady
}
