//! Reading the entries of a scenario file against its plan: all of them, or every reason why not.

use super::content::Document;
use super::problem::{DocumentProblem, Named};
use super::{LONGEST_NAME, LONGEST_NOTE, TOTAL, cleaned, quarter_name, seal};
use crate::plan::Plan;
use crate::plan::lever::{self, Span};
use crate::plan::scenario::{Actual, ActualKey, ProjectChoice, Scenario};
use crate::units::{NominalMoney, Quarters, Rate};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Size of a project against the plan that may be set.
const SCALES: Span = Span { min: 0.0, max: 10.0 };

/// Progress of an indicator that may be entered, in its own unit.
const PROGRESS: Span = Span { min: -1e12, max: 1e12 };

/// Longest version of a program that is shown, in characters.
const LONGEST_APP: usize = 40;

/// More problems than anybody reads; the rest is not looked for.
const MOST_PROBLEMS: usize = 1_000;

/// What has been found wrong so far, against which plan.
pub(super) struct Reader<'a> {
    plan: &'a Plan,
    problems: Vec<DocumentProblem>,
}

impl<'a> Reader<'a> {
    /// Nothing has been found yet.
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self { plan, problems: Vec::new() }
    }

    /// What was found, if anything.
    pub(super) fn end(self) -> Result<(), Vec<DocumentProblem>> {
        if self.problems.is_empty() { Ok(()) } else { Err(self.problems) }
    }

    /// Reads one entry of a file of this version.
    pub(super) fn entry(
        &mut self,
        version: u64,
        entry: &str,
        value: &Value,
        document: &mut Document,
    ) {
        let scenario = &mut document.scenario;
        match (entry, version) {
            ("format" | "version", _) => {}
            ("plan", _) => self.belongs(value),
            ("name", _) => {
                document.name = self.words(entry, value, LONGEST_NAME, &mut document.removed);
            }
            ("settings", _) => self.settings(value, scenario),
            ("projects", _) => self.projects(value, scenario),
            ("modes", _) => self.modes(value, scenario),
            ("published_rounding", _) => scenario.published_rounding = self.flag(entry, value),
            ("induced", _) => scenario.induced = self.flag(entry, value),
            ("actuals", _) => self.actuals(value, scenario),
            ("progress", _) => self.progress(value, scenario),
            ("chance", _) => self.chance(value, scenario),
            ("note", 2..) => {
                document.note = self.words(entry, value, LONGEST_NOTE, &mut document.removed);
            }
            ("app", 2..) => {
                let app = cleaned(self.text(entry, value)).text;
                document.app = Some(app.chars().take(LONGEST_APP).collect());
            }
            ("plan_mark" | seal::ENTRY, 2..) => {
                let _ = self.text(entry, value);
            }
            _ => self.unknown_entry(entry.to_owned()),
        }
    }

    /// A text for people, cleaned of what only machines read.
    fn words(&mut self, entry: &str, value: &Value, most: usize, removed: &mut usize) -> String {
        let words = cleaned(self.text(entry, value));
        *removed += words.removed;
        let found = words.text.chars().count();
        if found > most {
            let entry = entry.to_owned();
            self.add(DocumentProblem::TooLong { entry, found, most });
        }
        words.text
    }

    fn belongs(&mut self, value: &Value) {
        let found = self.text("plan", value);
        if value.is_string() && found != self.plan.id {
            self.add(DocumentProblem::OtherPlan {
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
        self.add(DocumentProblem::OutsideLimits { entry, value: number, limits });
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

    fn add(&mut self, problem: DocumentProblem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Something else should stand there.
    pub(super) fn wrong_kind(&mut self, entry: &str, expected: &'static str) {
        let entry = entry.to_owned();
        self.add(DocumentProblem::WrongKind { entry, expected });
    }

    fn unknown_entry(&mut self, entry: String) {
        self.add(DocumentProblem::UnknownEntry { entry });
    }

    fn unknown_name(&mut self, entry: String, what: Named) {
        self.add(DocumentProblem::UnknownName { entry, what });
    }
}
