//! `plan.csv`: name, calendar and base-year GDP, one line each.

use super::declaration::{Declaration, needed, optional};
use super::nearest::nearest;
use super::problem::{ProblemKind, Thing};
use super::row::{POSITIVE_AMOUNT, Row};
use super::table::Table;
use crate::plan::lever::Span;
use crate::plan::provenance::{Label, Provenance, Sourced};
use crate::units::{Grid, NominalMoney, Year};
use std::collections::BTreeMap;

/// The table.
pub(super) const TABLE: Declaration = Declaration::needed(
    "plan.csv",
    &[needed("key"), needed("value"), optional("unit"), optional("provenance"), optional("source")],
);

/// The lines that every plan has.
pub const NEEDED_KEYS: &[&str] =
    &["id", "name_zh", "base_year", "plan_year", "last_year", "base_gdp_yi"];
/// The lines that a plan may have.
pub const OPTIONAL_KEYS: &[&str] = &["name_en", "construction_industry"];

/// Years that a base year may be.
const YEARS: Span = Span { min: 1950.0, max: 2200.0 };
/// Most years after the base year.
const MOST_YEARS: i32 = 30;

/// What the table says.
pub(super) struct General {
    pub(super) id: String,
    pub(super) name: Label,
    pub(super) grid: Option<Grid>,
    pub(super) year: Year,
    pub(super) base_gdp: Sourced<NominalMoney>,
    /// Id of the construction industry and the row that says it.
    pub(super) construction: Option<(String, usize)>,
}

/// Reads the table.
pub(super) fn read(table: &Table) -> General {
    let lines = lines(table);
    let text = |key| lines.get(key).map(|row| row.needed_text("value"));
    let zh = text("name_zh").unwrap_or_default();
    let en = text("name_en").unwrap_or_else(|| zh.clone());
    let calendar = calendar(&lines);
    General {
        id: lines.get("id").map(|row| row.id("value")).unwrap_or_default(),
        name: Label { zh, en },
        grid: calendar.map(|(grid, _)| grid),
        year: calendar.map(|(_, year)| year).unwrap_or_default(),
        base_gdp: base_gdp(&lines),
        construction: lines
            .get("construction_industry")
            .map(|row| (row.needed_text("value"), row.record.row)),
    }
}

/// The lines by key; unknown, repeated and missing keys are noted.
fn lines<'t>(table: &'t Table) -> BTreeMap<&'t str, Row<'t>> {
    let mut lines = BTreeMap::new();
    let known = || NEEDED_KEYS.iter().chain(OPTIONAL_KEYS).copied();
    for row in table.rows() {
        row.needed_text("key");
        let Some(key) = row.field("key") else { continue };
        if !known().any(|name| name == key) {
            let kind = ProblemKind::UnknownId { of: Thing::Key, nearest: nearest(key, known()) };
            row.note(Some("key"), key, kind);
        } else if lines.insert(key, row).is_some() {
            row.note(Some("key"), key, ProblemKind::DuplicateId { of: Thing::Key });
        }
    }
    let readable = table.columns.contains_key("key") && table.columns.contains_key("value");
    for key in NEEDED_KEYS.iter().filter(|&key| readable && !lines.contains_key(key)) {
        table.note(ProblemKind::MissingRow { about: (*key).to_owned() });
    }
    lines
}

fn calendar(lines: &BTreeMap<&str, Row>) -> Option<(Grid, Year)> {
    let year = |key: &str, limits| {
        let row = lines.get(key)?;
        row.number("value", limits);
        row.whole_if_given("value", limits)
    };
    let base = year("base_year", YEARS);
    let after = |most: i32| {
        let base = f64::from(base.unwrap_or(YEARS.min as i32));
        Span { min: base + 1.0, max: base + f64::from(most) }
    };
    // Without a base year there is nothing to compare with.
    let last = base.and_then(|_| year("last_year", after(MOST_YEARS)));
    let horizon = last.zip(base).map_or(MOST_YEARS, |(last, base)| last - base);
    let plan_year = base.and_then(|_| year("plan_year", after(horizon)));
    let base = base?;
    let years = usize::try_from(last? - base).ok()? + 1;
    Some((Grid { base_year: Year(base), years }, Year(plan_year?)))
}

fn base_gdp(lines: &BTreeMap<&str, Row>) -> Sourced<NominalMoney> {
    lines.get("base_gdp_yi").map_or_else(
        || Sourced {
            value: NominalMoney::ZERO,
            provenance: Provenance::Assumption,
            source: String::new(),
        },
        |row| row.sourced(NominalMoney(row.number("value", POSITIVE_AMOUNT))),
    )
}
