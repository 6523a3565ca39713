//! The scenario as a file: only what differs from the plan, by names that survive the plan's editing.
//!
//! ```json
//! {
//!   "format": "mogao-scenario",
//!   "version": 1,
//!   "plan": "chengguan-2023",
//!   "name": "加快开工",
//!   "settings": { "execution": 0.85, "growth.industry.2023": 0.06 },
//!   "projects": { "A2": { "status": "cancelled", "delay": 1, "scale": 1.5 } },
//!   "modes": { "target": "growth" },
//!   "published_rounding": true,
//!   "induced": true,
//!   "actuals": { "2023Q1": { "total": { "growth": 0.051 }, "industry": { "level": 28.4 } } },
//!   "progress": { "S18": 42 },
//!   "chance": { "seed": 7, "shape": "triangular" }
//! }
//! ```
//!
//! | entry | meaning |
//! |---|---|
//! | `format`, `version` | what the file is; a reader knows its own version and the older ones |
//! | `plan` | id of the plan that the scenario belongs to |
//! | `name` | name of the scenario |
//! | `settings` | lever key → value, rates and shares as fractions, money in 亿元 |
//! | `projects` | project id → status (`on`, `off`, `cancelled`), delay in quarters, size against the plan |
//! | `modes` | tier id → `both`, `growth`, `level` or `any` |
//! | `published_rounding` | growth judged rounded to 0.1 % |
//! | `induced` | spending of new income counted too |
//! | `actuals` | quarter → industry id or `total` → real `growth` or current-price `level` |
//! | `progress` | indicator id → how far it has come, in its own unit |
//! | `chance` | `seed` of the futures that are drawn, and their `shape`: `pert`, `triangular`, `uniform` or `normal` |
//!
//! Entries that say nothing are left out. A file with anything wrong in it is refused as a whole, and
//! every problem is named at once.

mod problem;
mod read;

pub use problem::{DocumentProblem, Named};
pub use read::from_json;

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
pub const VERSION: u64 = 1;

/// The word for the whole of GDP where an industry's id may stand.
const TOTAL: &str = "total";

/// The file's entries in their order.
#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u64,
    plan: &'a str,
    name: &'a str,
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

/// The scenario as a file.
///
/// Figures come back bit for bit. Entries that name nothing in the plan, and figures that are not
/// finite, have no place in a file and are left out.
#[must_use]
pub fn to_json(plan: &Plan, scenario: &Scenario, name: &str) -> String {
    let document = Document {
        format: FORMAT,
        version: VERSION,
        plan: &plan.id,
        name,
        settings: settings(plan, scenario),
        projects: projects(plan, scenario),
        modes: modes(plan, scenario),
        published_rounding: scenario.published_rounding,
        induced: scenario.induced,
        actuals: actuals(plan, scenario),
        progress: progress(plan, scenario),
        chance: chance(scenario.chance),
    };
    // Text keys and finite numbers can always be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
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
