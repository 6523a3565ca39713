//! `multipliers.csv`: local value added per yuan of spending, given directly.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::row::PERCENT;
use super::table::Table;
use crate::plan::lever::Span;
use crate::plan::multiplier::Multipliers;
use crate::plan::provenance::{Provenance, Sourced};

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "multipliers.csv",
    &[
        needed("industry"),
        needed("category"),
        needed("value_added_per_yuan"),
        needed("provenance"),
        optional("source"),
    ],
);

/// One yuan of spending leaves no more than one yuan in one industry.
const PER_YUAN: Span = Span { min: 0.0, max: 1.0 };

/// Reads the table; a pair without a row leaves nothing in the district.
pub(super) fn read(table: &Table) -> Multipliers {
    let nothing = Sourced { value: 0.0, provenance: Provenance::Assumption, source: String::new() };
    let (industries, categories) = (table.names.industries.list(), table.names.categories.list());
    let mut given = vec![vec![nothing; categories.len()]; industries.len()];
    let mut seen = std::collections::BTreeSet::new();
    for row in table.rows() {
        let industry = row.named("industry", Thing::Industry);
        let category = row.named("category", Thing::Category);
        let value = row.sourced(row.number("value_added_per_yuan", PER_YUAN));
        let (Some(industry), Some(category)) = (industry, category) else { continue };
        if !seen.insert((industry, category)) {
            let found = &categories[category];
            row.note(Some("category"), found, ProblemKind::DuplicateId { of: Thing::Category });
        }
        given[industry][category] = value;
    }
    note_excess(table, &given);
    Multipliers::Given(given)
}

/// All industries together cannot gain more than the yuan that is spent.
fn note_excess(table: &Table, given: &[Vec<Sourced<f64>>]) {
    for (item, category) in table.names.categories.list().iter().enumerate() {
        let sum: f64 = given.iter().map(|row| row[item].value).sum();
        if sum > 1.0 + 1e-9 {
            let kind = ProblemKind::OutOfRange { min: PERCENT.min, max: PER_YUAN.max };
            let found = format!("{category}: {sum}");
            table.ledger.note(TABLE.name, None, Some("value_added_per_yuan"), &found, kind);
        }
    }
}
