//! `sources.csv`: where project money comes from.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::shares;
use super::table::Table;
use super::words::ANSWERS;
use crate::plan::multiplier::FundingSource;

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "sources.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        needed("share_pct"),
        needed("public"),
        needed("applied_for"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the table; amounts at hand are added from their own table.
pub(super) fn read(table: &Table) -> Vec<FundingSource> {
    let before = table.ledger.count();
    let mut ids = Vec::new();
    let mut sources: Vec<FundingSource> = table
        .rows()
        .map(|row| FundingSource {
            id: row.new_id("id", Thing::Source, &mut ids),
            name: row.label("name"),
            share: row.sourced(row.share("share_pct")),
            public: row.word("public", ANSWERS).unwrap_or_default(),
            applied_for: row.word("applied_for", ANSWERS).unwrap_or_default(),
            available: Vec::new(),
        })
        .collect();
    let faulty = table.ledger.count() != before;
    shares::whole_of_rows(table, sources.iter_mut().map(|source| &mut source.share.value), faulty);
    sources
}
