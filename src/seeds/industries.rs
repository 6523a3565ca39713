//! `industries.csv`: how base-year GDP is made up.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::row::Row;
use super::shares;
use super::table::Table;
use crate::plan::industry::Industry;
use crate::plan::lever::Span;
use crate::plan::provenance::Sourced;
use crate::units::{Deflator, Share};

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "industries.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        needed("share_pct"),
        needed("provenance"),
        optional("source"),
        needed("q1_pct"),
        needed("q2_pct"),
        needed("q3_pct"),
        needed("q4_pct"),
        optional("base_price"),
        needed("jobs_per_yi"),
        needed("jobs_provenance"),
        optional("jobs_source"),
    ],
);

/// Price level of the base year against the price base of the real series.
const BASE_PRICE: Span = Span { min: 0.1, max: 10.0 };
/// Persons employed for a year per 亿元 of value added.
const JOBS: Span = Span { min: 0.0, max: 100_000.0 };

/// Reads the table; growth, prices and basic indicators are added from their own tables.
pub(super) fn read(table: &Table) -> Vec<Industry> {
    let before = table.ledger.count();
    let mut ids = Vec::new();
    let mut industries: Vec<Industry> = table.rows().map(|row| industry(&row, &mut ids)).collect();
    let faulty = table.ledger.count() != before;
    shares::whole_of_rows(
        table,
        industries.iter_mut().map(|industry| &mut industry.share.value),
        faulty,
    );
    industries
}

fn industry(row: &Row, ids: &mut Vec<String>) -> Industry {
    Industry {
        id: row.new_id("id", Thing::Industry, ids),
        name: row.label("name"),
        share: row.sourced(row.share("share_pct")),
        base_price: Deflator(row.number_if_given("base_price", BASE_PRICE).unwrap_or(1.0)),
        quarter_shares: quarter_shares(row),
        growth: Vec::new(),
        prices: Vec::new(),
        jobs: Sourced {
            value: row.number("jobs_per_yi", JOBS),
            provenance: row.provenance("jobs_provenance"),
            source: row.text("jobs_source"),
        },
        drivers: Vec::new(),
    }
}

fn quarter_shares(row: &Row) -> [Share; 4] {
    row.pattern().unwrap_or_else(|| {
        row.needed_text("q1_pct");
        Default::default()
    })
}
