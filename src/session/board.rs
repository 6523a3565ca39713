//! The project board: which projects are listed, under which headings and in which order, what they
//! come to, and what is decided about many of them at once.
//!
//! A list is arranged when it is asked for and then stays: rows do not jump about while their
//! numbers change under the hand. What the rows come to is computed anew with every outcome.

use crate::engine::Outcome;
use crate::engine::accounting::ProjectEffect;
use crate::engine::outcome::Spending;
use crate::order;
use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever};
use crate::plan::project::{Project, Stage, Status};
use crate::plan::scenario::{ProjectChoice, Scenario};
use crate::text::Text;
use crate::text::number::MoneyColumn;
use crate::units::{NominalMoney, Points, Quarters, Year};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Words that must all occur in a project's name, id or pillar.
    pub words: String,
    /// Only projects of this pillar.
    pub pillar: Option<usize>,
    /// Only projects at this stage.
    pub stage: Option<Stage>,
    /// Only projects of which this becomes.
    pub status: Option<Status>,
    /// What projects are gathered by.
    pub grouping: Grouping,
    /// What they are sorted by, within their group.
    pub order: Order,
    /// Whether the largest, or the last name, comes first.
    pub falling: bool,
}

impl Query {
    /// Whether nothing is filtered out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let Self { words, pillar, stage, status, .. } = self;
        words.trim().is_empty() && pillar.is_none() && stage.is_none() && status.is_none()
    }

    /// The same grouping and order, with nothing filtered out.
    #[must_use]
    pub fn opened(&self) -> Self {
        let Self { grouping, order, falling, .. } = *self;
        Self { grouping, order, falling, ..Self::default() }
    }
}

/// What projects are gathered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing: one list.
    #[default]
    None,
    /// The pillar of the document.
    Pillar,
    /// How far they have come.
    Stage,
    /// The source that pays most of them.
    Source,
}

/// What projects are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The order of the plan.
    #[default]
    Plan,
    /// The name on screen.
    Name,
    /// Whole-life total.
    Total,
    /// What they spend in the year.
    Executed,
    /// What they add to the year's GDP.
    Effect,
}

/// What the projects of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// They are listed.
    All,
    /// The pillar, if they belong to one.
    Pillar(Option<usize>),
    /// The stage.
    Stage(Stage),
    /// The source of most of their money, if they name one.
    Source(Option<usize>),
}

/// Projects that stand under one heading, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What they have in common.
    pub key: Key,
    /// Indices of the projects.
    pub members: Vec<usize>,
}

/// One line of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section, by its position.
    Heading(usize),
    /// A project, by its index in the plan.
    Project(usize),
}

/// The projects that answer a query, section by section; sections without projects are left out.
#[must_use]
pub fn arrange(
    text: Text,
    plan: &Plan,
    outcome: &Outcome,
    year: Year,
    query: &Query,
) -> Vec<Section> {
    let words: Vec<String> = query.words.split_whitespace().map(plain).collect();
    let mut sections: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (index, project) in plan.projects.iter().enumerate() {
        let status = outcome.projects.get(index).map_or(project.status, |own| own.status);
        let wanted = query.pillar.is_none_or(|pillar| project.pillar == Some(pillar))
            && query.stage.is_none_or(|stage| project.stage == stage)
            && query.status.is_none_or(|wanted| status == wanted)
            && mentions(plan, project, &words);
        if wanted {
            sections.entry(key(project, query.grouping)).or_default().push(index);
        }
    }
    let mut sections: Vec<Section> =
        sections.into_iter().map(|(key, members)| Section { key, members }).collect();
    // What belongs nowhere comes last.
    let nowhere = |section: &Section| matches!(section.key, Key::Pillar(None) | Key::Source(None));
    order::sort(&mut sections, |one, other| nowhere(one).cmp(&nowhere(other)));
    for section in &mut sections {
        sort(text, plan, outcome, year, query, &mut section.members);
    }
    sections
}

fn key(project: &Project, grouping: Grouping) -> Key {
    match grouping {
        Grouping::None => Key::All,
        Grouping::Pillar => Key::Pillar(project.pillar),
        Grouping::Stage => Key::Stage(project.stage),
        Grouping::Source => Key::Source(main_source(project)),
    }
}

/// The source that pays most of a project, the first of equals; `None` when none pays anything.
#[must_use]
pub fn main_source(project: &Project) -> Option<usize> {
    let mut most = None;
    for (index, share) in project.sources.iter().enumerate() {
        if share.0 > most.map_or(0.0, |(_, largest)| largest) {
            most = Some((index, share.0));
        }
    }
    most.map(|(index, _)| index)
}

fn mentions(plan: &Plan, project: &Project, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let pillar = project.pillar.and_then(|index| plan.pillars.get(index));
    let labels = [Some(&project.name), pillar.map(|pillar| &pillar.name)];
    let mut said = plain(&project.id);
    for label in labels.into_iter().flatten() {
        said = said + "\n" + &plain(&label.zh) + "\n" + &plain(&label.en);
    }
    words.iter().all(|word| said.contains(word.as_str()))
}

/// Small letters, and half-width ones where a Chinese keyboard has made them full-width.
fn plain(words: &str) -> String {
    let half = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        letter => letter,
    };
    words.chars().map(half).flat_map(char::to_lowercase).collect()
}

fn sort(
    text: Text,
    plan: &Plan,
    outcome: &Outcome,
    year: Year,
    query: &Query,
    members: &mut [usize],
) {
    let amount = |index: usize| match query.order {
        Order::Total => plan.projects[index].total.value.0,
        Order::Executed => outcome.spending_of([index], year).executed.0,
        Order::Effect => outcome.effect_of([index], year).total().0,
        Order::Plan | Order::Name => index as f64,
    };
    let name = |index: usize| match query.order {
        Order::Name => text.name(&plan.projects[index].name),
        _ => "",
    };
    let mut keyed: Vec<(f64, usize)> =
        members.iter().map(|&index| (amount(index), index)).collect();
    let direct = |order: Ordering| if query.falling { order.reverse() } else { order };
    order::sort(&mut keyed, |a, b| {
        let order = name(a.1).cmp(name(b.1)).then(a.0.total_cmp(&b.0));
        direct(order).then(a.1.cmp(&b.1))
    });
    for (place, (_, index)) in members.iter_mut().zip(keyed) {
        *place = index;
    }
}

/// The lines to show: headings, and the projects of the sections that are not closed.
#[must_use]
pub fn lines(sections: &[Section], closed: &BTreeSet<Key>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (position, section) in sections.iter().enumerate() {
        if section.key != Key::All {
            lines.push(Line::Heading(position));
        }
        if !closed.contains(&section.key) {
            lines.extend(section.members.iter().map(|&index| Line::Project(index)));
        }
    }
    lines
}

/// What some projects come to in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Lines of the list: a cohort is one.
    pub records: usize,
    /// Projects that the lines stand for.
    pub projects: usize,
    /// Whole-life total as planned.
    pub total: NominalMoney,
    /// Planned, executed and carried over in the year.
    pub spending: Spending,
    /// What they add to the year's GDP, base-year prices.
    pub effect: ProjectEffect,
    /// What they contribute to the year's growth.
    pub points: Points,
}

/// What some projects come to in a year.
#[must_use]
pub fn sums(plan: &Plan, outcome: &Outcome, year: Year, members: &[usize]) -> Sums {
    let projects = || members.iter().filter_map(|&index| plan.projects.get(index));
    let all = || members.iter().copied();
    Sums {
        records: members.len(),
        projects: projects().map(|project| project.count as usize).sum(),
        total: projects().map(|project| project.total.value).sum(),
        spending: outcome.spending_of(all(), year),
        effect: outcome.effect_of(all(), year),
        points: outcome.points_of(all(), year),
    }
}

/// Lists whose middle project is smaller than this are written in the smaller unit.
const SMALL: NominalMoney = NominalMoney(10.0);

/// The unit in which a plan's list of projects is written: one for all its columns.
#[must_use]
pub fn column(plan: &Plan) -> MoneyColumn {
    let mut totals: Vec<f64> = plan.projects.iter().map(|project| project.total.value.0).collect();
    let middle = totals.len() / 2;
    if middle == 0 {
        return MoneyColumn::Large;
    }
    let (_, middle, _) = totals.select_nth_unstable_by(middle, f64::total_cmp);
    if *middle < SMALL.0 { MoneyColumn::Small } else { MoneyColumn::Large }
}

/// Something decided about many projects at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// What becomes of them.
    Status(Status),
    /// So much later than they stand now; earlier when negative.
    Later(Quarters),
    /// This size against the plan.
    Size(f64),
    /// Back to the plan.
    AsPlanned,
}

/// The choices that carry out a decision, for the projects that it changes.
///
/// A reserve project is in no plan, so that calling it off is leaving it out. Starts stay within
/// what may be typed for a single project.
#[must_use]
pub fn choices(
    plan: &Plan,
    scenario: &Scenario,
    projects: &BTreeSet<usize>,
    decision: Decision,
) -> Vec<(usize, ProjectChoice)> {
    let choice = |index: usize| {
        let project = plan.projects.get(index)?;
        let before = scenario.projects.get(&index).copied().unwrap_or_default();
        let after = decided(plan, project, index, before, decision);
        (after != before).then_some((index, after))
    };
    projects.iter().filter_map(|&index| choice(index)).collect()
}

fn decided(
    plan: &Plan,
    project: &Project,
    index: usize,
    before: ProjectChoice,
    decision: Decision,
) -> ProjectChoice {
    let held = |kind, value: f64| {
        let spec = lever::spec(Lever::of_item(kind, index, plan), plan);
        spec.map_or(value, |spec| spec.hard.clamp(value))
    };
    match decision {
        Decision::Status(status) => {
            let reserve = project.stage == Stage::Reserve;
            let possible =
                if reserve && status == Status::Cancelled { Status::Off } else { status };
            let differs = possible != project.status;
            ProjectChoice { status: differs.then_some(possible), ..before }
        }
        Decision::Later(by) => {
            let delay = Quarters(held(Kind::Delay, (before.delay + by).0));
            ProjectChoice { delay, ..before }
        }
        Decision::Size(size) => {
            let size = held(Kind::Size, size);
            ProjectChoice { scale: (size != 1.0).then_some(size), ..before }
        }
        Decision::AsPlanned => ProjectChoice::default(),
    }
}

#[cfg(test)]
mod tests;
