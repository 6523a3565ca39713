//! `initiatives.csv` and `turnover.csv`: exhibitions, the night economy and the like.

use super::declaration::{Declaration, needed, optional};
use super::problem::Thing;
use super::row::{AMOUNT, Row};
use super::table::Table;
use super::years::{self, ByYear};
use crate::plan::initiative::Initiative;
use crate::plan::provenance::Sourced;
use crate::units::{NominalMoney, Share};

/// The initiatives.
pub(super) const TABLE: Declaration = Declaration::optional(
    "initiatives.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        needed("turnover_yi"),
        needed("provenance"),
        optional("source"),
        optional("q1_pct"),
        optional("q2_pct"),
        optional("q3_pct"),
        optional("q4_pct"),
        needed("value_added_rate_pct"),
        needed("additionality_pct"),
        needed("displacement_pct"),
        needed("rates_provenance"),
        optional("rates_source"),
        needed("host_<industry>_pct"),
    ],
);

/// Turnover of years that differ.
pub(super) const TURNOVER: Declaration = Declaration::optional(
    "turnover.csv",
    &[
        needed("initiative"),
        needed("year"),
        needed("turnover_yi"),
        needed("provenance"),
        optional("source"),
    ],
);

/// Reads the initiatives; their one turnover holds for every year.
pub(super) fn read(table: &Table) -> Vec<Initiative> {
    let mut ids = Vec::new();
    table.rows().map(|row| initiative(&row, &mut ids)).collect()
}

fn initiative(row: &Row, ids: &mut Vec<String>) -> Initiative {
    let rate = |column| Sourced {
        value: row.share(column),
        provenance: row.provenance("rates_provenance"),
        source: row.text("rates_source"),
    };
    Initiative {
        id: row.new_id("id", Thing::Initiative, ids),
        name: row.label("name"),
        turnover: vec![row.sourced(NominalMoney(row.number("turnover_yi", AMOUNT)))],
        pattern: row.pattern().unwrap_or([Share(0.25); 4]),
        value_added_rate: rate("value_added_rate_pct"),
        additionality: rate("additionality_pct"),
        displacement: rate("displacement_pct"),
        hosts: row.shares_by("host_", Thing::Industry).unwrap_or_else(|| {
            if let Some(first) = row.table.names.industries.list().first() {
                row.needed_text(&format!("host_{first}_pct"));
            }
            Vec::new()
        }),
    }
}

/// Reads turnover of years that differ; years before the first given keep the initiative's own.
pub(super) fn read_turnover(table: &Table, initiatives: &mut [Initiative]) {
    let given: ByYear<NominalMoney> = years::read(
        table,
        |row| row.named("initiative", Thing::Initiative),
        |row| NominalMoney(row.number("turnover_yi", AMOUNT)),
    );
    let Some(grid) = table.names.grid else { return };
    for (item, initiative) in initiatives.iter_mut().enumerate() {
        if !given.values.keys().any(|&(of, _)| of == item) {
            continue;
        }
        let mut current = initiative.turnover.clone();
        let mut turnover = Vec::new();
        for year in grid.each_year().skip(1) {
            if let Some(value) = given.values.get(&(item, year)) {
                current = vec![value.clone()];
            }
            turnover.extend(current.iter().cloned());
        }
        initiative.turnover = turnover;
    }
}
