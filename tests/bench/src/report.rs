//! What is printed, and the same as JSON.

use crate::fit;
use crate::goals::{Found, GOALS, Verdict, judge};
use crate::participant::{Participant, Task};
use crate::rounds::Rounds;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Everything measured so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    found: BTreeMap<&'static str, Found>,
    sections: Map<String, Value>,
}

impl Report {
    /// Begins a part of the report.
    pub(crate) fn begin(&self, title: &str) {
        println!("\n{title}");
    }

    /// Keeps a part's numbers.
    pub(crate) fn keep(&mut self, title: &str, numbers: Value) {
        self.sections.insert(title.to_owned(), numbers);
    }

    /// A value for a goal, with what the same thing measured twice differs by.
    pub(crate) fn found(&mut self, id: &'static str, value: f64, noise: f64) {
        self.found.insert(id, Found::Value { value, noise });
    }

    /// The same if there is one; otherwise why there is none.
    pub(crate) fn found_or(&mut self, id: &'static str, value: Option<f64>, noise: f64, why: &str) {
        match value {
            Some(value) => self.found(id, value, noise),
            None => self.nothing(id, why),
        }
    }

    /// No value for a goal, and why.
    pub(crate) fn nothing(&mut self, id: &'static str, why: &str) {
        self.found.insert(id, Found::Nothing(why.to_owned()));
    }

    /// Prints every goal; `false` where a ratio, a growth curve or a count lies beyond its limit.
    pub(crate) fn verdicts(&mut self, quiet: bool) -> bool {
        self.begin("verdict");
        println!("  {:<5}{:<66}{:>10}{:>9}  ", "", "", "value", "goal");
        let mut good = true;
        let mut kept = Vec::new();
        for goal in &GOALS {
            let nothing = Found::Nothing("not part of this run".into());
            let found = self.found.get(goal.id).unwrap_or(&nothing);
            let verdict = judge(goal, found, quiet);
            let value = match found {
                Found::Value { value, .. } => Some(*value),
                Found::Nothing(_) => None,
            };
            let shown = value.map_or_else(|| "-".to_owned(), |value| figure(value, goal.unit));
            let wanted = figure(goal.goal, goal.unit);
            println!("  {:<5}{:<66}{shown:>10}{wanted:>9}  {verdict}", goal.id, goal.what);
            kept.push(json!({ "id": goal.id, "what": goal.what, "unit": goal.unit, "value": value,
                "goal": goal.goal, "limit": goal.limit, "verdict": verdict.to_string() }));
            good &= verdict != Verdict::Fail || goal.is_absolute();
        }
        self.keep("verdict", Value::Array(kept));
        good
    }

    /// The whole report.
    pub(crate) fn json(self) -> Value {
        Value::Object(self.sections)
    }

    /// Prints a table of tasks, one line for each participant, with ratios to one of them.
    pub(crate) fn table(
        &mut self,
        title: &str,
        rounds: &Rounds,
        tasks: &[Task],
        participants: &[Participant],
        ours: &str,
    ) {
        self.begin(&format!("{title} (milliseconds; ratio of CPU time to {ours})"));
        let mut kept = Vec::new();
        for &task in tasks {
            for participant in participants {
                let Some(middle) = rounds.middle(task, participant.name) else { continue };
                let ratio = rounds.ratio(task, participant.name, ours);
                let shown = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}x"));
                let [wall, cpu, low, high] =
                    [middle.wall, middle.cpu, middle.spread.0, middle.spread.1]
                        .map(|seconds| seconds * 1e3);
                println!(
                    "  {:<26}{:<18}wall {wall:>10.4}  cpu {cpu:>10.4}  p10-p90 {low:>9.4} - {high:<9.4} {shown:>9}",
                    task.title(),
                    participant.name,
                );
                kept.push(json!({ "task": task.title(), "participant": participant.name,
                    "wall_ms": wall, "cpu_ms": cpu, "p10_ms": low, "p90_ms": high, "ratio": ratio }));
            }
        }
        self.keep(title, Value::Array(kept));
    }
}

/// A number with as many digits as it is good for.
pub(crate) fn figure(value: f64, unit: &str) -> String {
    if value != 0.0 && value.abs() < 1e-3 {
        return format!("{value:.0e}{unit}");
    }
    let digits = match value.abs() {
        size if size >= 100.0 || value.fract() == 0.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.digits$}{}{unit}", if matches!(unit, "x" | "%" | "") { "" } else { " " })
}

/// A growth curve: sizes, seconds, and the exponent fitted to them.
pub(crate) fn curve(what: &str, points: &[(f64, f64)]) -> (Option<f64>, Value) {
    let exponent = fit::exponent(points);
    let shown: Vec<String> =
        points.iter().map(|(size, seconds)| format!("{size}: {:.3} ms", seconds * 1e3)).collect();
    let fitted = exponent.map_or_else(|| "-".to_owned(), |exponent| format!("{exponent:.2}"));
    println!("  {what:<34}exponent {fitted}   {}", shown.join("   "));
    (exponent, json!({ "what": what, "exponent": exponent, "points": points }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_the_digits_it_is_good_for() {
        assert_eq!(figure(15.61, "x"), "15.6x");
        assert_eq!(figure(0.0712, "x"), "0.07x");
        assert_eq!(figure(16.0, "x"), "16x");
        assert_eq!((figure(1e-6, ""), figure(0.0, "")), ("1e-6".to_owned(), "0".to_owned()));
        assert_eq!(figure(1008.4, "ms"), "1008 ms");
        assert_eq!(figure(3.7, "ms"), "3.70 ms");
    }

    #[test]
    fn one_goal_beyond_its_limit_fails_the_run_and_one_that_is_missing_does_not() {
        let mut report = Report::default();
        assert!(report.verdicts(true));
        report.found("R4", 20.0, 0.02);
        assert!(report.verdicts(true));
        report.found("R5", 1.0, 0.02);
        assert!(!report.verdicts(true));
        let json = report.json();
        let fifth = json["verdict"].as_array().unwrap().iter().find(|goal| goal["id"] == "R5");
        assert_eq!(fifth.unwrap()["verdict"], "miss, beyond the limit");
    }
}
