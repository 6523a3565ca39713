//! `tiers.csv`: the goals for GDP.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::row::{CHANGE, POSITIVE_AMOUNT, Row};
use super::table::Table;
use super::words::MODES;
use crate::plan::tier::{Tier, TierMode};
use crate::units::{NominalMoney, Points};

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "tiers.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        optional("growth_pct"),
        optional("level_yi"),
        optional("mode"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the table.
pub(super) fn read(table: &Table) -> Vec<Tier> {
    let mut ids = Vec::new();
    table.rows().map(|row| tier(&row, &mut ids)).collect()
}

fn tier(row: &Row, ids: &mut Vec<String>) -> Tier {
    let growth = row.number_if_given("growth_pct", CHANGE).map(|percent| Points(percent).rate());
    let level = row.number_if_given("level_yi", POSITIVE_AMOUNT).map(NominalMoney);
    let given = |column| row.field(column).is_some();
    let mode = row.word_if_given("mode", MODES).unwrap_or_default();
    // A tier must have what its test looks at; one that asks for both may have either alone.
    let missing = match mode {
        TierMode::Growth => !given("growth_pct"),
        TierMode::Level => false,
        TierMode::Both | TierMode::Any => !given("growth_pct") && !given("level_yi"),
    };
    if missing {
        row.note(Some("growth_pct"), "", ProblemKind::MissingValue);
    }
    if mode == TierMode::Level && !given("level_yi") {
        row.note(Some("level_yi"), "", ProblemKind::MissingValue);
    }
    Tier {
        id: row.new_id("id", Thing::Tier, ids),
        name: row.label("name"),
        growth: growth.map(|growth| row.sourced(growth)),
        level: level.map(|level| row.sourced(level)),
        mode,
    }
}
