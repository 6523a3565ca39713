//! `levers.csv`: default, range and step of every kind of lever.
//!
//! Numbers stand in the unit that a planner reads: %, percentage points, quarters, 亿元 or a plain
//! factor. The column `unit` repeats which, and must be right.

use super::declaration::{Declaration, needed, optional};
use super::nearest::nearest;
use super::problem::{ProblemKind, Thing};
use super::row::Row;
use super::table::Table;
use super::words::ANSWERS;
use crate::plan::lever::{Kind, LeverNumbers, Scope, Span, Unit};
use crate::units::Points;
use std::collections::BTreeMap;

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "levers.csv",
    &[
        needed("lever"),
        needed("unit"),
        optional("default"),
        needed("range_min"),
        needed("range_max"),
        needed("plausible_min"),
        needed("plausible_max"),
        needed("hard_min"),
        needed("hard_max"),
        needed("step"),
        needed("around_default"),
        needed("provenance"),
        needed("source"),
    ],
);

/// Anything a lever may be.
const ANY: Span = Span { min: -1e9, max: 1e9 };
const STEP: Span = Span { min: 1e-6, max: 1e6 };

/// Reads the table.
pub(super) fn read(table: &Table) -> BTreeMap<Kind, LeverNumbers> {
    let mut levers = BTreeMap::new();
    for row in table.rows() {
        let kind = kind(&row);
        let numbers = numbers(&row, kind);
        if let Some(kind) = kind
            && levers.insert(kind, numbers).is_some()
        {
            let duplicate = ProblemKind::DuplicateId { of: Thing::Lever };
            row.note(Some("lever"), kind.key(), duplicate);
        }
    }
    levers
}

fn kind(row: &Row) -> Option<Kind> {
    row.needed_text("lever");
    let key = row.field("lever")?;
    let kind =
        Kind::ALL.iter().copied().find(|kind| kind.key() == key && kind.scope() != Scope::Project);
    if kind.is_none() {
        let nearest = nearest(key, Kind::ALL.iter().map(|kind| kind.key()));
        row.note(Some("lever"), key, ProblemKind::UnknownId { of: Thing::Lever, nearest });
    }
    kind
}

fn numbers(row: &Row, kind: Option<Kind>) -> LeverNumbers {
    let relative = row.word("around_default", ANSWERS).unwrap_or_default();
    let hard = span(row, "hard_min", "hard_max", ANY);
    let within = if relative { ANY } else { hard };
    let range = span(row, "range_min", "range_max", within);
    let plausible = span(row, "plausible_min", "plausible_max", within);
    let default = row.number_if_given("default", hard);
    if let Some(kind) = kind {
        check_unit(row, kind);
        check_default(row, kind);
    }
    let unit = kind.map_or(Unit::Factor, Kind::unit);
    let inside = |span: Span| Span { min: inside(span.min, unit), max: inside(span.max, unit) };
    LeverNumbers {
        default: default.map(|value| self::inside(value, unit)),
        range: inside(range),
        plausible: inside(plausible),
        hard: inside(hard),
        step: self::inside(row.number("step", STEP), unit),
        relative,
        provenance: row.provenance("provenance"),
        source: row.needed_text("source"),
    }
}

/// The number as the engine takes it.
fn inside(value: f64, unit: Unit) -> f64 {
    match unit {
        Unit::Rate | Unit::RateDifference | Unit::Share => Points(value).rate().0,
        Unit::Money | Unit::Quarters | Unit::Factor => value,
    }
}

/// Two ends, the first not above the second.
fn span(row: &Row, min: &str, max: &str, within: Span) -> Span {
    let lower = row.number(min, within);
    let upper = row.number(max, within);
    if upper < lower {
        let kind = ProblemKind::OutOfRange { min: lower, max: within.max };
        row.note(Some(max), &row.text(max), kind);
    }
    Span { min: lower, max: upper }
}

fn check_unit(row: &Row, kind: Kind) {
    let unit = match kind.unit() {
        Unit::Rate | Unit::Share => "%",
        Unit::RateDifference => "pp",
        Unit::Money => "yi",
        Unit::Quarters => "quarters",
        Unit::Factor => "factor",
    };
    if let Some(found) = row.field("unit")
        && found != unit
    {
        row.note(Some("unit"), found, ProblemKind::NotOneOf { allowed: vec![unit.into()] });
    }
}

/// A default stands here exactly if no other table holds it.
fn check_default(row: &Row, kind: Kind) {
    let holder = match (kind.scope(), kind) {
        (Scope::Plan, Kind::BaseGdp) => Some("plan.csv"),
        (Scope::IndustryYear, Kind::Growth) => Some("growth.csv"),
        (Scope::IndustryYear, _) | (Scope::Year, Kind::InvestmentPrice) => Some("prices.csv"),
        (Scope::Driver, _) => Some("drivers.csv"),
        (Scope::Initiative, _) => Some("initiatives.csv"),
        (Scope::Tier, _) => Some("tiers.csv"),
        (Scope::Plan | Scope::Year | Scope::Project, _) => None,
    };
    match (holder, row.field("default")) {
        (Some(decided_by), Some(found)) => {
            row.note(
                Some("default"),
                found,
                ProblemKind::OutOfPlace { decided_by: decided_by.into() },
            );
        }
        (None, None) => row.note(Some("default"), "", ProblemKind::MissingValue),
        _ => {}
    }
}
