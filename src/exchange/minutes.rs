//! Minutes of a sitting 会议纪要: every move with its time, what it changed and what came of it, what was
//! decided, and what was tried and left.
//!
//! [`Minutes::sheet`] puts them into words once; [`html`] and [`markdown`] write the same sheet down.

mod sheet;

pub mod html;
pub mod markdown;

pub use sheet::{Line, Sheet, Table};

use crate::engine::Outcome;
use crate::engine::outcome::Attainment;
use crate::plan::Plan;
use crate::plan::change::Change;
use crate::text::Text;
use crate::text::moment::Moment;
use crate::text::verdict::Standing;
use std::rc::Rc;

/// Most changes of one step that are told one by one; the rest are counted.
const MOST_TOLD: usize = 12;

/// One step of the sitting.
#[derive(Clone, Debug)]
pub struct Move {
    /// Tells it from the others; given back with its line.
    pub id: usize,
    /// The number of the step on the way to what stands that it follows; 0 is the beginning.
    pub after: usize,
    /// When it was made.
    pub at: Option<Moment>,
    /// Its name; empty for none.
    pub name: String,
    /// Whether it was marked as decided.
    pub decided: bool,
    /// What it changed.
    pub changes: Vec<Change>,
    /// What came out before it.
    pub before: Rc<Outcome>,
    /// What came out after it.
    pub outcome: Rc<Outcome>,
}

/// What minutes are made of.
#[derive(Clone, Debug)]
pub struct Minutes<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario's name; empty for none.
    pub name: &'a str,
    /// What is noted about it.
    pub note: &'a str,
    /// The mark of plan and scenario.
    pub fingerprint: String,
    /// The version of the program.
    pub version: &'a str,
    /// When the minutes are written.
    pub at: Option<Moment>,
    /// What stands.
    pub outcome: &'a Outcome,
    /// The steps that lead to what stands, in their order.
    pub walked: Vec<Move>,
    /// The steps that were left, each after the one it follows.
    pub tried: Vec<Move>,
}

impl Minutes<'_> {
    /// The minutes in words.
    #[must_use]
    pub fn sheet(&self, text: Text) -> Sheet {
        let numbered = |index: usize| text.count((index + 1) as f64);
        let walked: Vec<Line> = self
            .walked
            .iter()
            .enumerate()
            .map(|(index, step)| self.line(text, numbered(index), step))
            .collect();
        let tried: Vec<Line> =
            self.tried.iter().map(|step| self.line(text, self.left(text, step), step)).collect();
        let marked = |lines: &[Line]| -> Vec<Line> {
            lines.iter().filter(|line| line.decided).cloned().collect()
        };
        let mut decided = marked(&walked);
        decided.extend(marked(&tried));
        Sheet {
            lang: text.language.lang_tag(),
            title: text.minutes_of(text.scenario_title(self.name)),
            facts: self.facts(text),
            verdict: self.verdict(text),
            note: self.note.to_owned(),
            tables: vec![
                Table {
                    heading: text.minutes_decided(),
                    none: text.minutes_none_decided(),
                    lines: decided,
                },
                Table { heading: text.minutes_walked(), none: text.minutes_none(), lines: walked },
                Table {
                    heading: text.minutes_tried(),
                    none: text.minutes_none_tried(),
                    lines: tried,
                },
            ],
            headers: self.headers(text),
            closing: vec![text.minutes_effects().to_owned(), text.rounding_note().to_owned()],
        }
    }

    fn facts(&self, text: Text) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            (text.plan(), text.name(&self.plan.name).to_owned()),
            (text.scenario(), text.scenario_title(self.name).to_owned()),
        ];
        let times: Vec<Moment> = self.walked.iter().filter_map(|step| step.at).collect();
        if let (Some(first), Some(last)) = (times.first(), times.last()) {
            let span = text.minutes_span(text.day_and_time(*first), text.day_and_time(*last));
            facts.push((text.minutes_time(), span));
        }
        if let Some(at) = self.at {
            facts.push((text.minutes_written(), text.day_and_time(at)));
        }
        facts.push((text.stamp_fingerprint(), self.fingerprint.clone()));
        facts.push((text.stamp_version(), self.version.to_owned()));
        facts
    }

    fn verdict(&self, text: Text) -> String {
        let outcome = self.outcome;
        let names = self.plan.tiers.iter().map(|tier| text.name(&tier.name));
        let standing = Standing {
            year: outcome.year,
            nominal: outcome.annual(outcome.year).nominal,
            growth: outcome.growth(outcome.year),
            tiers: names.zip(&outcome.tiers).collect(),
        };
        text.verdict(&standing).plain()
    }

    fn headers(&self, text: Text) -> Vec<String> {
        let tiers = self.plan.tiers.iter().map(|tier| text.name(&tier.name).to_owned());
        [
            text.minutes_number().to_owned(),
            text.minutes_when().to_owned(),
            text.minutes_change().to_owned(),
            text.in_unit(text.minutes_gdp(), text.money_unit()),
            text.minutes_growth().to_owned(),
        ]
        .into_iter()
        .chain(tiers)
        .collect()
    }

    fn line(&self, text: Text, number: String, step: &Move) -> Line {
        let (before, after) = (&step.before, &step.outcome);
        let level = |outcome: &Outcome| outcome.annual(outcome.year).nominal;
        let growth = |outcome: &Outcome| outcome.growth(outcome.year);
        let gdp = text.minutes_effect(
            text.money_change_number(level(after) - level(before)),
            text.money_number(level(after)),
        );
        let points = growth(after).points() - growth(before).points();
        let grown = text.minutes_effect(text.points_number(points), text.rate_fine(growth(after)));
        let tiers = before.tiers.iter().zip(&after.tiers);
        let tiers = tiers.map(|(before, after)| fared(text, before, after));
        let when = step.at.map_or_else(String::new, |at| self.clock(text, at));
        Line {
            step: step.id,
            decided: step.decided,
            name: step.name.clone(),
            changes: told(text, self.plan, &step.changes),
            cells: [number, when].into_iter().chain([gdp, grown]).chain(tiers).collect(),
        }
    }

    /// The number of a step that was left: where the way parted.
    fn left(&self, text: Text, step: &Move) -> String {
        match step.after {
            0 => text.step_beginning().to_owned(),
            after => text.minutes_after(text.count(after as f64)),
        }
    }

    /// The time of day, with the day where it is not the day of the first step.
    fn clock(&self, text: Text, at: Moment) -> String {
        let first = self.walked.iter().chain(&self.tried).find_map(|step| step.at);
        if first.is_some_and(|first| first.day() == at.day()) {
            text.time_of_day(at)
        } else {
            text.day_and_time(at)
        }
    }
}

/// How a tier fares before and after, once where that is the same.
fn fared(text: Text, before: &Attainment, after: &Attainment) -> String {
    let (before, after) = (text.tier_brief(before), text.tier_brief(after));
    if before == after { after } else { text.before_and_after(before, after) }
}

fn told(text: Text, plan: &Plan, changes: &[Change]) -> Vec<String> {
    let mut told: Vec<String> =
        changes.iter().take(MOST_TOLD).map(|change| text.change(plan, change)).collect();
    if changes.len() > MOST_TOLD {
        told.push(text.minutes_more(text.count((changes.len() - MOST_TOLD) as f64)));
    }
    told
}
