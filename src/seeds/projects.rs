//! `projects.csv`: projects and cohorts of projects.

use super::declaration::{Declaration, needed, optional};
use super::problem::{ProblemKind, Thing};
use super::row::{AMOUNT, LENGTH, Row};
use super::spending::Spending;
use super::table::Table;
use super::words::{self, ProfileKind};
use crate::plan::lever::Span;
use crate::plan::project::{Profile, Project, Stage, Status};
use crate::units::{NominalMoney, Quarters, Share};

/// The table.
pub(super) const TABLE: Declaration = Declaration::optional(
    "projects.csv",
    &[
        needed("id"),
        needed("name_zh"),
        optional("name_en"),
        optional("pillar"),
        optional("count"),
        needed("stage"),
        optional("status"),
        needed("total_yi"),
        needed("provenance"),
        optional("source"),
        needed("profile"),
        needed("start"),
        optional("duration_quarters"),
        optional("curve_c"),
        optional("curve_k"),
        optional("q1_pct"),
        optional("q2_pct"),
        optional("q3_pct"),
        optional("q4_pct"),
        optional("applied_pct"),
        optional("additionality_pct"),
        optional("construction_displacement_pct"),
        optional("operation_displacement_pct"),
        optional("icor"),
        optional("productive_pct"),
        optional("ramp_quarters"),
        optional("pooled"),
        optional("mix_<category>_pct"),
        optional("source_<source>_pct"),
        optional("host_<industry>_pct"),
    ],
);

const COUNT: Span = Span { min: 1.0, max: 100_000.0 };
const DURATION: Span = Span { min: 0.25, max: 200.0 };
const CURVE_C: Span = Span { min: -0.99, max: 0.99 };
const CURVE_K: Span = Span { min: 3.0, max: 1e6 };
const ICOR: Span = Span { min: 0.5, max: 1_000.0 };

/// What a project takes over from the plan where it says nothing itself.
pub(super) struct Usual {
    /// How spending divides over categories.
    pub(super) mix: Vec<Share>,
    /// How spending divides over funding sources.
    pub(super) sources: Vec<Share>,
    /// How GDP divides over industries.
    pub(super) hosts: Vec<Share>,
}

/// Reads the table.
pub(super) fn read(table: &Table, usual: &Usual, spending: &Spending) -> Vec<Project> {
    let mut ids = Vec::new();
    table.rows().map(|row| project(&row, usual, spending, &mut ids)).collect()
}

fn project(row: &Row, usual: &Usual, spending: &Spending, ids: &mut Vec<String>) -> Project {
    let id = row.new_id("id", Thing::Project, ids);
    let stage = row.word("stage", words::STAGES).unwrap_or(Stage::Starting);
    let total = NominalMoney(row.number("total_yi", AMOUNT));
    let productive = row.share_if_given("productive_pct").unwrap_or(Share::WHOLE);
    Project {
        name: row.label("name"),
        pillar: row.named_if_given("pillar", Thing::Pillar),
        count: row
            .whole_if_given("count", COUNT)
            .and_then(|count| u32::try_from(count).ok())
            .unwrap_or(1),
        stage,
        status: row.word_if_given("status", words::STATUSES).unwrap_or(Status::On),
        total: row.sourced(total),
        profile: profile(row, &id, total, spending),
        mix: row.shares_by("mix_", Thing::Category).unwrap_or_else(|| usual.mix.clone()),
        sources: row.shares_by("source_", Thing::Source).unwrap_or_else(|| usual.sources.clone()),
        applied: row.share_if_given("applied_pct"),
        additionality: row.share_if_given("additionality_pct"),
        construction_displacement: row.share_if_given("construction_displacement_pct"),
        operation_displacement: row.share_if_given("operation_displacement_pct"),
        icor: row.number_if_given("icor", ICOR),
        productive,
        ramp: row.number_if_given("ramp_quarters", LENGTH).map(Quarters),
        hosts: row.shares_by("host_", Thing::Industry).unwrap_or_else(|| usual.hosts.clone()),
        pooled: pooled(row, stage),
        id,
    }
}

/// Only reserve projects can be started by the lever that starts part of the reserve.
fn pooled(row: &Row, stage: Stage) -> bool {
    let pooled = row.word_if_given("pooled", words::ANSWERS).unwrap_or_default();
    if pooled && stage != Stage::Reserve {
        row.note(
            Some("pooled"),
            &row.text("pooled"),
            ProblemKind::OutOfPlace { decided_by: "stage".into() },
        );
    }
    pooled
}

fn profile(row: &Row, id: &str, total: NominalMoney, spending: &Spending) -> Profile {
    let kind = row.word("profile", words::PROFILES);
    let start = row.quarter("start").unwrap_or_default();
    match kind {
        Some(ProfileKind::SCurve) => s_curve(row, start),
        Some(ProfileKind::Explicit) => {
            Profile::Explicit { start, amounts: spending.amounts(row, id, start, total) }
        }
        Some(ProfileKind::Annual) | None => annual(row, id, start, spending),
    }
}

fn s_curve(row: &Row, start: Quarters) -> Profile {
    let c = row.number_if_given("curve_c", CURVE_C).unwrap_or(0.0);
    let k = row.number_if_given("curve_k", CURVE_K).unwrap_or(3.0);
    let least = 3.0 / (1.0 - c.abs());
    if k < least - 1e-9 {
        row.note(Some("curve_k"), &row.text("curve_k"), ProblemKind::FallingCurve { least });
    }
    let duration = Quarters(row.number("duration_quarters", DURATION));
    Profile::SCurve { start, duration, c, k }
}

fn annual(row: &Row, id: &str, start: Quarters, spending: &Spending) -> Profile {
    if start.0 % 4.0 != 0.0 {
        row.note(Some("start"), &row.text("start"), ProblemKind::NotAFirstQuarter);
    }
    Profile::Annual {
        start,
        shares: spending.shares(row, id, start),
        pattern: row.pattern().unwrap_or([Share(0.25); 4]),
    }
}
