//! Reading a scenario file: all of it, or every reason why not.

use super::problem::{DocumentProblem, Named};
use super::{FORMAT, TOTAL, VERSION, quarter_name};
use crate::plan::Plan;
use crate::plan::lever::{self, Span};
use crate::plan::scenario::{Actual, ActualKey, ProjectChoice, Scenario};
use crate::units::{NominalMoney, Quarters, Rate};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Size of a project against the plan that may be set.
const SCALES: Span = Span { min: 0.0, max: 10.0 };

/// Progress of an indicator that may be entered, in its own unit.
const PROGRESS: Span = Span { min: -1e12, max: 1e12 };

/// The scenario and its name from the text of a file.
///
/// # Errors
///
/// Every problem of the file, in the order of its entries; nothing is loaded then.
pub fn from_json(plan: &Plan, text: &str) -> Result<(Scenario, String), Vec<DocumentProblem>> {
    let document = opened(text).map_err(|problem| vec![problem])?;
    let mut reader = Reader { plan, problems: Vec::new() };
    let mut scenario = Scenario::default();
    let mut name = String::new();
    for (entry, value) in &document {
        match entry.as_str() {
            "format" | "version" => {}
            "plan" => reader.belongs(value),
            "name" => name = reader.text(entry, value).to_owned(),
            "settings" => reader.settings(value, &mut scenario),
            "projects" => reader.projects(value, &mut scenario),
            "modes" => reader.modes(value, &mut scenario),
            "published_rounding" => scenario.published_rounding = reader.flag(entry, value),
            "induced" => scenario.induced = reader.flag(entry, value),
            "actuals" => reader.actuals(value, &mut scenario),
            "progress" => reader.progress(value, &mut scenario),
            "chance" => reader.chance(value, &mut scenario),
            _ => reader.unknown_entry(entry.clone()),
        }
    }
    for needed in ["plan", "name"] {
        if !document.contains_key(needed) {
            reader.wrong_kind(needed, "there");
        }
    }
    if reader.problems.is_empty() { Ok((scenario, name)) } else { Err(reader.problems) }
}

/// The entries of a file whose format and version are known.
fn opened(text: &str) -> Result<Map<String, Value>, DocumentProblem> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            DocumentProblem::NotJson {
                line: error.line(),
                column: error.column(),
                words: error.to_string(),
            }
        })?;
    let Value::Object(document) = value else { return Err(DocumentProblem::OtherFormat) };
    if document.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(DocumentProblem::OtherFormat);
    }
    match document.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(document),
        Some(found) if found > VERSION => {
            Err(DocumentProblem::NewerVersion { found, known: VERSION })
        }
        _ => {
            let found = document.get("version").map_or("missing".to_owned(), Value::to_string);
            Err(DocumentProblem::UnknownVersion { found })
        }
    }
}

/// What has been found wrong so far, against which plan.
struct Reader<'a> {
    plan: &'a Plan,
    problems: Vec<DocumentProblem>,
}

impl Reader<'_> {
    fn belongs(&mut self, value: &Value) {
        let found = self.text("plan", value);
        if value.is_string() && found != self.plan.id {
            self.problems.push(DocumentProblem::OtherPlan {
                found: found.to_owned(),
                expected: self.plan.id.clone(),
            });
        }
    }

    fn settings(&mut self, value: &Value, scenario: &mut Scenario) {
        for (key, value) in self.entries("settings", value) {
            let entry = format!("settings.{key}");
            let spec = lever::find(key, self.plan).and_then(|found| lever::spec(found, self.plan));
            match spec {
                None => self.unknown_name(entry, Named::Lever),
                Some(spec) => {
                    if let Some(value) = self.number(&entry, value, spec.hard) {
                        scenario.settings.insert(spec.lever, value);
                    }
                }
            }
        }
    }

    fn projects(&mut self, value: &Value, scenario: &mut Scenario) {
        for (id, value) in self.entries("projects", value) {
            let entry = format!("projects.{id}");
            let choice = self.choice(&entry, value);
            match self.plan.projects.iter().position(|project| project.id == *id) {
                None => self.unknown_name(entry, Named::Project),
                Some(index) if !choice.is_as_planned() => {
                    scenario.projects.insert(index, choice);
                }
                Some(_) => {}
            }
        }
    }

    fn choice(&mut self, entry: &str, value: &Value) -> ProjectChoice {
        let longest = self.plan.grid.quarters() as f64;
        let delays = Span { min: -longest, max: longest };
        let mut choice = ProjectChoice::default();
        for (field, value) in self.entries(entry, value) {
            let entry = format!("{entry}.{field}");
            match field.as_str() {
                "status" => choice.status = self.word(&entry, value, "on, off or cancelled"),
                "delay" => {
                    choice.delay = Quarters(self.number(&entry, value, delays).unwrap_or(0.0));
                }
                "scale" => choice.scale = self.number(&entry, value, SCALES),
                _ => self.unknown_entry(entry),
            }
        }
        choice
    }

    fn modes(&mut self, value: &Value, scenario: &mut Scenario) {
        for (id, value) in self.entries("modes", value) {
            let entry = format!("modes.{id}");
            let mode = self.word(&entry, value, "both, growth, level or any");
            match (self.plan.tiers.iter().position(|tier| tier.id == *id), mode) {
                (None, _) => self.unknown_name(entry, Named::Tier),
                (Some(index), Some(mode)) => {
                    scenario.modes.insert(index, mode);
                }
                (Some(_), None) => {}
            }
        }
    }

    fn actuals(&mut self, value: &Value, scenario: &mut Scenario) {
        let grid = self.plan.grid;
        for (name, value) in self.entries("actuals", value) {
            let entry = format!("actuals.{name}");
            let quarter = (4..grid.quarters()).find(|&t| quarter_name(grid, t) == *name);
            if quarter.is_none() {
                self.unknown_name(entry.clone(), Named::Quarter);
            }
            for (subject, value) in self.entries(&entry, value) {
                let entry = format!("{entry}.{subject}");
                let industry = self.industry(&entry, subject);
                let actual = self.actual(&entry, value);
                if let (Some(quarter), Some(industry), Some(actual)) = (quarter, industry, actual) {
                    scenario.actuals.insert(ActualKey { quarter, industry }, actual);
                }
            }
        }
    }

    /// The industry of this name, or none for the total; nothing when there is no such.
    fn industry(&mut self, entry: &str, subject: &str) -> Option<Option<usize>> {
        if subject == TOTAL {
            return Some(None);
        }
        let index = self.plan.industries.iter().position(|industry| industry.id == subject);
        if index.is_none() {
            self.unknown_name(entry.to_owned(), Named::Industry);
        }
        index.map(Some)
    }

    fn actual(&mut self, entry: &str, value: &Value) -> Option<Actual> {
        let fields: Vec<_> = self.entries(entry, value).collect();
        match fields.as_slice() {
            [(field, value)] if *field == "growth" => {
                let growth = self.number(&format!("{entry}.growth"), value, Actual::GROWTH);
                growth.map(|growth| Actual::Growth(Rate(growth)))
            }
            [(field, value)] if *field == "level" => {
                let level = self.number(&format!("{entry}.level"), value, Actual::LEVEL);
                level.map(|level| Actual::Level(NominalMoney(level)))
            }
            _ => {
                if value.is_object() {
                    self.wrong_kind(entry, "either a growth or a level");
                }
                None
            }
        }
    }

    fn progress(&mut self, value: &Value, scenario: &mut Scenario) {
        for (id, value) in self.entries("progress", value) {
            let entry = format!("progress.{id}");
            let done = self.number(&entry, value, PROGRESS);
            match (self.plan.indicators.iter().position(|indicator| indicator.id == *id), done) {
                (None, _) => self.unknown_name(entry, Named::Indicator),
                (Some(index), Some(done)) => {
                    scenario.progress.insert(index, done);
                }
                (Some(_), None) => {}
            }
        }
    }

    fn chance(&mut self, value: &Value, scenario: &mut Scenario) {
        for (field, value) in self.entries("chance", value) {
            let entry = format!("chance.{field}");
            match field.as_str() {
                "seed" => {
                    let seed = self.word(&entry, value, "a whole number from 0 to 4294967295");
                    scenario.chance.seed = seed.unwrap_or_default();
                }
                "shape" => {
                    let shape = self.word(&entry, value, "pert, triangular, uniform or normal");
                    scenario.chance.shape = shape.unwrap_or_default();
                }
                _ => self.unknown_entry(entry),
            }
        }
    }

    fn entries<'v>(
        &mut self,
        entry: &str,
        value: &'v Value,
    ) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
        let map = value.as_object();
        if map.is_none() {
            self.wrong_kind(entry, "a table of names and values");
        }
        map.into_iter().flatten()
    }

    fn number(&mut self, entry: &str, value: &Value, limits: Span) -> Option<f64> {
        let Some(number) = value.as_f64() else {
            self.wrong_kind(entry, "a number");
            return None;
        };
        if limits.contains(number) {
            return Some(number);
        }
        let entry = entry.to_owned();
        self.problems.push(DocumentProblem::OutsideLimits { entry, value: number, limits });
        None
    }

    fn word<T: DeserializeOwned>(
        &mut self,
        entry: &str,
        value: &Value,
        expected: &'static str,
    ) -> Option<T> {
        let word = T::deserialize(value).ok();
        if word.is_none() {
            self.wrong_kind(entry, expected);
        }
        word
    }

    fn flag(&mut self, entry: &str, value: &Value) -> bool {
        value.as_bool().unwrap_or_else(|| {
            self.wrong_kind(entry, "true or false");
            false
        })
    }

    fn text<'v>(&mut self, entry: &str, value: &'v Value) -> &'v str {
        value.as_str().unwrap_or_else(|| {
            self.wrong_kind(entry, "a text");
            ""
        })
    }

    fn wrong_kind(&mut self, entry: &str, expected: &'static str) {
        let entry = entry.to_owned();
        self.problems.push(DocumentProblem::WrongKind { entry, expected });
    }

    fn unknown_entry(&mut self, entry: String) {
        self.problems.push(DocumentProblem::UnknownEntry { entry });
    }

    fn unknown_name(&mut self, entry: String, what: Named) {
        self.problems.push(DocumentProblem::UnknownName { entry, what });
    }
}
