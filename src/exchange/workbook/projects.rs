//! The projects, one row each: what the plan and the scenario say, and the schedule that follows.

mod resolved;

pub(super) use resolved::resolve;

use super::book::{Area, At, Kind, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::term::{Term, Value};
use crate::plan::lever::Kind as Lever;
use crate::plan::project::{Profile, Project, Stage, Status};
use crate::plan::resolve::additionality_kind;

/// Where the projects stand: columns of the table, and its rows.
#[derive(Debug, Default)]
pub(super) struct Projects {
    top: u32,
    next: u16,
    heads: Vec<(u16, String, &'static str)>,
    /// How many.
    pub rows: usize,
    /// What becomes of it: a word.
    pub status: u16,
    /// Size against the plan.
    pub size: u16,
    /// Later than planned, in quarters.
    pub delay: u16,
    /// Whole-life total as planned.
    pub total: u16,
    start: u16,
    /// Planned duration of a curve.
    pub duration: u16,
    /// Shape of a curve: C.
    pub lean: u16,
    /// Shape of a curve: 1/K.
    pub bend: u16,
    pooled: u16,
    reserve: u16,
    /// Part beyond what the baseline contains.
    pub additionality: u16,
    /// Part of construction that displaces other construction.
    pub construction_displacement: u16,
    /// Part of operation that displaces other business.
    pub operation_displacement: u16,
    /// Capital per yuan of annual value added.
    pub icor: u16,
    /// Part of the capital that produces.
    pub productive: u16,
    /// Time to full output.
    pub ramp: u16,
    /// Parts by category.
    pub mix: Vec<u16>,
    /// Parts by funding source.
    pub sources: Vec<u16>,
    /// Parts by host industry.
    pub hosts: Vec<u16>,
    /// Whether it goes ahead: 1 or 0.
    pub on: u16,
    /// Whether the baseline counts on it or the scenario does: 1 or 0.
    pub counts: u16,
    /// As the scenario has it.
    pub scenario: Side,
    /// As the baseline counts on it.
    pub counted_on: Side,
}

/// The resolved schedule, of the scenario or of what the baseline counts on.
#[derive(Debug, Default)]
pub(super) struct Side {
    scale: u16,
    /// Whole-life total.
    pub total: u16,
    overrun: u16,
    /// Total at the prices paid.
    pub cost: u16,
    /// First moment of spending.
    pub start: u16,
    /// From the first spending to the last.
    pub length: u16,
    /// The moment of the last planned spending.
    pub end: u16,
    applied: u16,
    /// Part of the money at hand that is spent in a quarter.
    pub part: u16,
    /// Work per yuan.
    pub work: u16,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The scenario.
    Scenario,
    /// What the baseline counts on.
    CountedOn,
}

impl Which {
    /// A lever of the plan as a whole, as this side has it.
    pub(super) fn lever(self, levers: &mut Levers, desk: &mut Desk, kind: Lever) -> Term {
        match self {
            Self::Scenario => levers.of_plan(desk, kind),
            Self::CountedOn => levers.of_plan_planned(desk, kind),
        }
    }
}

impl Projects {
    /// A project's cell in a column.
    pub(super) fn at(&self, project: usize, column: u16) -> At {
        At::new(sheet::PROJECTS, self.top + project as u32, column)
    }

    /// All projects' cells in a column.
    pub(super) fn column(&self, column: u16) -> Area {
        Area { first: self.at(0, column), last: self.at(self.rows.saturating_sub(1), column) }
    }

    /// One of the two schedules.
    pub(super) fn side(&self, which: Which) -> &Side {
        match which {
            Which::Scenario => &self.scenario,
            Which::CountedOn => &self.counted_on,
        }
    }

    fn new_column(&mut self, head: impl Into<String>, unit: &'static str) -> u16 {
        let column = self.next;
        self.next += 1;
        self.heads.push((column, head.into(), unit));
        column
    }
}

/// Row of the heads of the table.
const HEADS: u32 = 9;

/// Writes what plan and scenario say about each project.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers) -> Projects {
    let (plan, text) = (desk.plan, desk.text);
    let mut page = desk.page(sheet::PROJECTS);
    page.title(text.book_sheet_projects(), text.book_projects_note());
    page.row = HEADS + 2;
    page.freeze(1);
    let mut table = Projects { top: HEADS + 2, rows: plan.projects.len(), ..Projects::default() };
    let money = text.book_money_unit();
    let quarters = text.book_quarters();
    let named = [
        table.new_column(text.project(), ""),
        table.new_column(text.stage_header(), ""),
        table.new_column(text.count_header(), ""),
        table.new_column(text.book_profile(), ""),
    ];
    table.status = table.new_column(text.status_header(), text.book_input());
    table.size = table.new_column(text.size(), text.book_input());
    table.delay = table.new_column(text.book_delay(), text.book_input());
    table.total = table.new_column(text.total_investment(), money);
    table.start = table.new_column(text.book_planned_start(), quarters);
    table.duration = table.new_column(text.duration_header(), quarters);
    table.lean = table.new_column("C", "");
    table.bend = table.new_column("1/K", "");
    table.pooled = table.new_column(text.book_pooled(), "1/0");
    table.reserve = table.new_column(text.book_in_reserve(), "1/0");
    let applied = table.new_column(text.lever_kind(Lever::Applied), "%");
    table.additionality = table.new_column(text.book_additionality(), "%");
    table.construction_displacement =
        table.new_column(text.lever_kind(Lever::ConstructionDisplacement), "%");
    table.operation_displacement =
        table.new_column(text.lever_kind(Lever::OperationDisplacement), "%");
    table.icor = table.new_column(text.lever_kind(Lever::Icor), "");
    table.productive = table.new_column(text.term_productive(), "%");
    table.ramp = table.new_column(text.lever_kind(Lever::Ramp), quarters);
    for category in &plan.categories {
        let column = table.new_column(text.book_part_of(text.name(&category.name)), "%");
        table.mix.push(column);
    }
    for source in &plan.sources {
        let column = table.new_column(text.book_money_from(text.name(&source.name)), "%");
        table.sources.push(column);
    }
    for industry in &plan.industries {
        let column = table.new_column(text.book_hosted_by(text.name(&industry.name)), "%");
        table.hosts.push(column);
    }
    table.scenario.applied = applied;
    for (item, project) in plan.projects.iter().enumerate() {
        let words = [
            text.name(&project.name),
            text.stage(project.stage),
            "",
            text.profile(&project.profile),
        ];
        for (column, words) in named.into_iter().zip(words) {
            desk.book.say(table.at(item, column), words, Role::Label);
        }
        let count = Value::Number(f64::from(project.count));
        desk.book.give(table.at(item, named[2]), count, Role::Given, Kind::Count);
        write_choice(desk, &table, item, project);
        write_given(desk, &table, item, project);
        write_own_or_lever(desk, levers, &table, item, project);
    }
    table
}

/// What the scenario decides about a project.
fn write_choice(desk: &mut Desk, table: &Projects, item: usize, project: &Project) {
    let text = desk.text;
    let choice = desk.scenario.projects.get(&item).copied().unwrap_or_default();
    let status = text.status(choice.status.unwrap_or(project.status));
    desk.book.say(table.at(item, table.status), status, Role::Input);
    let words =
        [Status::On, Status::Off, Status::Cancelled].map(|status| text.status(status).to_owned());
    if let Some(sheet) = desk.book.sheets.get_mut(sheet::PROJECTS) {
        sheet.choices.push((table.at(item, table.status), words.to_vec()));
    }
    let mut input = |column, value, kind| {
        desk.book.give(table.at(item, column), Value::Number(value), Role::Input, kind);
    };
    input(table.size, choice.scale.unwrap_or(1.0), Kind::Percent);
    input(table.delay, choice.delay.0, Kind::Quarters);
}

/// What only the plan says about a project.
fn write_given(desk: &mut Desk, table: &Projects, item: usize, project: &Project) {
    let mut give = |column, value: f64, kind| {
        desk.book.give(table.at(item, column), Value::Number(value), Role::Given, kind);
    };
    give(table.total, project.total.value.0, Kind::Money);
    give(table.start, project.profile.start().0, Kind::Quarters);
    if let Profile::SCurve { duration, c, k, .. } = &project.profile {
        give(table.duration, duration.0, Kind::Quarters);
        give(table.lean, *c, Kind::Factor);
        give(table.bend, if *k > 0.0 { 1.0 / k } else { 0.0 }, Kind::Factor);
    }
    give(table.pooled, f64::from(u8::from(project.pooled)), Kind::Count);
    give(table.reserve, f64::from(u8::from(project.stage == Stage::Reserve)), Kind::Count);
    give(table.productive, project.productive.0, Kind::Percent);
    let lists = [
        (&table.mix, &project.mix),
        (&table.sources, &project.sources),
        (&table.hosts, &project.hosts),
    ];
    for (columns, parts) in lists {
        for (index, &column) in columns.iter().enumerate() {
            give(column, parts.get(index).map_or(0.0, |part| part.0), Kind::Percent);
        }
    }
}

/// Numbers that a project says itself or leaves to a lever.
fn write_own_or_lever(
    desk: &mut Desk,
    levers: &mut Levers,
    table: &Projects,
    item: usize,
    project: &Project,
) {
    let share = |share: crate::units::Share| share.0;
    let numbers = [
        (table.scenario.applied, project.applied.map(share), Lever::Applied, Kind::Percent),
        (
            table.additionality,
            project.additionality.map(share),
            additionality_kind(project.stage),
            Kind::Percent,
        ),
        (
            table.construction_displacement,
            project.construction_displacement.map(share),
            Lever::ConstructionDisplacement,
            Kind::Percent,
        ),
        (
            table.operation_displacement,
            project.operation_displacement.map(share),
            Lever::OperationDisplacement,
            Kind::Percent,
        ),
        (table.icor, project.icor, Lever::Icor, Kind::Factor),
        (table.ramp, project.ramp.map(|ramp| ramp.0), Lever::Ramp, Kind::Quarters),
    ];
    for (column, own, lever, kind) in numbers {
        let at = table.at(item, column);
        match own {
            Some(own) => desk.book.give(at, Value::Number(own), Role::Given, kind),
            None => {
                let term = levers.of_plan(desk, lever);
                desk.book.put(at, term, Role::Derived, kind);
            }
        }
    }
}
