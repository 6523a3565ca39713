//! The scenario as a file: only what differs from the plan, by names that survive the plan's editing.
//!
//! ```json
//! {
//!   "format": "mogao-scenario",
//!   "version": 2,
//!   "app": "0.1.0",
//!   "plan": "chengguan-2023",
//!   "plan_mark": "5b0c1f2a9d3e4f60",
//!   "name": "加快开工",
//!   "note": "供周三讨论",
//!   "settings": { "execution": 0.85, "growth.industry.2023": 0.06 },
//!   "projects": { "A2": { "status": "cancelled", "delay": 1, "scale": 1.5 } },
//!   "modes": { "target": "growth" },
//!   "published_rounding": true,
//!   "induced": true,
//!   "actuals": { "2023Q1": { "total": { "growth": 0.051 }, "industry": { "level": 28.4 } } },
//!   "progress": { "S18": 42 },
//!   "chance": { "seed": 7, "shape": "triangular" },
//!   "sha256": "…"
//! }
//! ```
//!
//! | entry | meaning |
//! |---|---|
//! | `format`, `version` | what the file is; a reader knows its own version and the older ones |
//! | `app` | version of the program that wrote it |
//! | `plan` | id of the plan that the scenario belongs to |
//! | `plan_mark` | what that plan said then, in sixteen digits: see [`plan_mark`] |
//! | `name`, `note` | name of the scenario, and what is noted about it |
//! | `settings` | lever key → value, rates and shares as fractions, money in 亿元 |
//! | `projects` | project id → status (`on`, `off`, `cancelled`), delay in quarters, size against the plan |
//! | `modes` | tier id → `both`, `growth`, `level` or `any` |
//! | `published_rounding` | growth judged rounded to 0.1 % |
//! | `induced` | spending of new income counted too |
//! | `actuals` | quarter → industry id or `total` → real `growth` or current-price `level` |
//! | `progress` | indicator id → how far it has come, in its own unit |
//! | `chance` | `seed` of the futures that are drawn, and their `shape`: `pert`, `triangular`, `uniform` or `normal` |
//! | `sha256` | checksum of everything else, as compact JSON with its entries in order |
//!
//! Entries that say nothing are left out. A file with anything wrong in it is refused as a whole, and
//! every problem is named at once. Whoever edits one by hand takes the checksum out.
//!
//! The first version had no `app`, `plan_mark`, `note` and `sha256`. It is read for ever, and still
//! written where something else keeps these: see [`to_json`].

mod content;
mod identity;
mod open;
mod problem;
mod read;
mod seal;
mod signs;
mod words;

pub use content::Document;
pub use identity::{fingerprint, plan_mark};
pub use open::{Opened, from_json, open, text_of};
pub use problem::{DocumentProblem, Named};
pub use seal::Seal;
pub use signs::{Cleaned, cleaned};
pub use words::shown;

use crate::plan::Plan;
use crate::plan::scenario::{Actual, ActualKey, Chance, ProjectChoice, Scenario};
use crate::plan::tier::TierMode;
use crate::units::{Grid, Quarters};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What the file calls itself.
pub const FORMAT: &str = "mogao-scenario";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 2;

/// The version that says nothing but the scenario and its name.
const BARE: u64 = 1;

/// Most bytes of a file.
pub const MOST_BYTES: usize = 5_000_000;

/// Longest name of a scenario, in characters.
pub const LONGEST_NAME: usize = 200;

/// Longest note about a scenario, in characters.
pub const LONGEST_NOTE: usize = 5_000;

/// The word for the whole of GDP where an industry's id may stand.
const TOTAL: &str = "total";

/// The file's entries in their order.
#[derive(Serialize)]
struct Entries<'a> {
    format: &'static str,
    version: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    app: &'a str,
    plan: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    plan_mark: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(flatten)]
    choices: Choices<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    sha256: &'a str,
}

/// The entries that say what differs from the plan.
#[derive(Serialize)]
struct Choices<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    settings: BTreeMap<String, f64>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    projects: BTreeMap<&'a str, Map<String, Value>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    modes: BTreeMap<&'a str, TierMode>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    published_rounding: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    induced: bool,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    actuals: BTreeMap<String, BTreeMap<&'a str, Actual>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    progress: BTreeMap<&'a str, f64>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    chance: Map<String, Value>,
}

/// The scenario as a file to hand on, with its name and note, and a checksum.
///
/// Figures come back bit for bit. Entries that name nothing in the plan, and figures that are not
/// finite, have no place in a file and are left out; so have signs in name and note that only
/// machines read.
#[must_use]
pub fn written(plan: &Plan, scenario: &Scenario, name: &str, note: &str) -> String {
    let (name, note, mark) = (cleaned(name).text, cleaned(note).text, plan_mark(plan));
    let mut entries = Entries {
        format: FORMAT,
        version: VERSION,
        app: env!("CARGO_PKG_VERSION"),
        plan: &plan.id,
        plan_mark: &mark,
        name: &name,
        note: &note,
        choices: choices(plan, scenario),
        sha256: "",
    };
    let seal = seal::of(&json!(entries));
    entries.sha256 = &seal;
    pretty(&entries)
}

/// The scenario for a link: as a file, in one line, without what a link has itself or can do without.
#[must_use]
pub fn compact(plan: &Plan, scenario: &Scenario, name: &str, note: &str) -> String {
    let (name, note, mark) = (cleaned(name).text, cleaned(note).text, plan_mark(plan));
    let entries = Entries {
        format: FORMAT,
        version: VERSION,
        app: "",
        plan: &plan.id,
        plan_mark: &mark,
        name: &name,
        note: &note,
        choices: choices(plan, scenario),
        sha256: "",
    };
    json!(entries).to_string()
}

/// The scenario and its name alone, for records that have a note and a checksum of their own.
///
/// It is a file of the first version, so that every program that knows records can read it.
#[must_use]
pub fn to_json(plan: &Plan, scenario: &Scenario, name: &str) -> String {
    pretty(&Entries {
        format: FORMAT,
        version: BARE,
        app: "",
        plan: &plan.id,
        plan_mark: "",
        name,
        note: "",
        choices: choices(plan, scenario),
        sha256: "",
    })
}

fn pretty(entries: &Entries<'_>) -> String {
    // Text keys and finite numbers can always be written.
    serde_json::to_string_pretty(entries).unwrap_or_default() + "\n"
}

fn choices<'a>(plan: &'a Plan, scenario: &Scenario) -> Choices<'a> {
    Choices {
        settings: settings(plan, scenario),
        projects: projects(plan, scenario),
        modes: modes(plan, scenario),
        published_rounding: scenario.published_rounding,
        induced: scenario.induced,
        actuals: actuals(plan, scenario),
        progress: progress(plan, scenario),
        chance: chance(scenario.chance),
    }
}

fn settings(plan: &Plan, scenario: &Scenario) -> BTreeMap<String, f64> {
    let finite = scenario.settings.iter().filter(|(_, value)| value.is_finite());
    finite.map(|(lever, &value)| (lever.key(plan), value)).collect()
}

fn projects<'a>(plan: &'a Plan, scenario: &Scenario) -> BTreeMap<&'a str, Map<String, Value>> {
    let told = scenario.projects.iter().filter(|(_, choice)| !choice.is_as_planned());
    told.filter_map(|(&index, choice)| {
        Some((plan.projects.get(index)?.id.as_str(), choice_entry(choice)))
    })
    .collect()
}

fn choice_entry(choice: &ProjectChoice) -> Map<String, Value> {
    let mut entry = Map::new();
    if let Some(status) = choice.status {
        entry.insert("status".to_owned(), json!(status));
    }
    if choice.delay != Quarters::ZERO && choice.delay.0.is_finite() {
        entry.insert("delay".to_owned(), json!(choice.delay));
    }
    if let Some(scale) = choice.scale.filter(|scale| scale.is_finite()) {
        entry.insert("scale".to_owned(), json!(scale));
    }
    entry
}

fn modes<'a>(plan: &'a Plan, scenario: &Scenario) -> BTreeMap<&'a str, TierMode> {
    let named =
        |(&index, &mode): (&usize, &TierMode)| Some((plan.tiers.get(index)?.id.as_str(), mode));
    scenario.modes.iter().filter_map(named).collect()
}

fn actuals<'a>(plan: &'a Plan, scenario: &Scenario) -> BTreeMap<String, BTreeMap<&'a str, Actual>> {
    let mut quarters: BTreeMap<String, BTreeMap<&str, Actual>> = BTreeMap::new();
    let finite = scenario.actuals.iter().filter(|(_, actual)| figure(**actual).is_finite());
    for (key, actual) in finite {
        if let Some(subject) = subject(plan, *key) {
            let quarter = quarter_name(plan.grid, key.quarter);
            quarters.entry(quarter).or_default().insert(subject, *actual);
        }
    }
    quarters
}

fn subject(plan: &Plan, key: ActualKey) -> Option<&str> {
    match key.industry {
        None => Some(TOTAL),
        Some(industry) => plan.industries.get(industry).map(|industry| industry.id.as_str()),
    }
}

fn figure(actual: Actual) -> f64 {
    match actual {
        Actual::Growth(rate) => rate.0,
        Actual::Level(level) => level.0,
    }
}

fn progress<'a>(plan: &'a Plan, scenario: &Scenario) -> BTreeMap<&'a str, f64> {
    let finite = scenario.progress.iter().filter(|(_, value)| value.is_finite());
    let named =
        |(&index, &value): (&usize, &f64)| Some((plan.indicators.get(index)?.id.as_str(), value));
    finite.filter_map(named).collect()
}

fn chance(chosen: Chance) -> Map<String, Value> {
    let usual = Chance::default();
    let mut entry = Map::new();
    if chosen.seed != usual.seed {
        entry.insert("seed".to_owned(), json!(chosen.seed));
    }
    if chosen.shape != usual.shape {
        entry.insert("shape".to_owned(), json!(chosen.shape));
    }
    entry
}

/// A quarter as files name it: `2023Q1`.
#[must_use]
pub fn quarter_name(grid: Grid, quarter: usize) -> String {
    format!("{}Q{}", grid.year_of(quarter), quarter % 4 + 1)
}
