//! `drivers.csv`: the basic indicators that planners watch for each industry.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::row::CHANGE;
use super::table::Table;
use crate::plan::industry::{Driver, Industry};
use crate::plan::lever::Span;
use crate::units::{Points, Rate};

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "drivers.csv",
    &[
        needed("industry"),
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        needed("elasticity"),
        needed("growth_pct"),
        optional("price_pct"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Points of industry growth per point of indicator growth.
const ELASTICITY: Span = Span { min: -10.0, max: 10.0 };

/// Reads the table into the industries.
pub(super) fn read(table: &Table, industries: &mut [Industry]) {
    let mut ids = vec![Vec::new(); industries.len()];
    for row in table.rows() {
        let industry = row.named("industry", Thing::Industry);
        let mut unplaced = Vec::new();
        let ids = industry.and_then(|item| ids.get_mut(item)).unwrap_or(&mut unplaced);
        let driver = Driver {
            id: row.new_id("id", Thing::Driver, ids),
            name: row.label("name"),
            elasticity: row.number("elasticity", ELASTICITY),
            growth: row.sourced(row.change("growth_pct")),
            price: row.sourced(
                row.number_if_given("price_pct", CHANGE)
                    .map_or(Rate::ZERO, |percent| Points(percent).rate()),
            ),
        };
        if let Some(industry) = industry.and_then(|item| industries.get_mut(item)) {
            industry.drivers.push(driver);
        }
    }
}
