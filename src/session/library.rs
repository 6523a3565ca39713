//! The kept scenarios as the session knows them, and opening one of them.

use super::Session;
use super::action::Action;
use super::answers::Answers;
use super::effect::{Beginning, Effect};
use super::history::History;
use super::keeping::Keeping;
use super::presets::Preset;
use crate::engine;
use crate::exchange::document::{LONGEST_NAME, LONGEST_NOTE, cleaned};
use crate::exchange::record::{Head, Kind};
use crate::plan::Plan;
use crate::plan::change::changes;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::text::Text;
use crate::text::moment::Moment;
use std::rc::Rc;

/// The kept scenarios, and the open one's name and note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The open scenario's name; empty until it is given one.
    pub name: String,
    /// What is noted about it.
    pub note: String,
    /// The open scenario's id.
    pub open: String,
    /// Every kept scenario, also those in the bin, the newest save first.
    pub entries: Vec<Entry>,
    /// The saves of the open one, the newest first.
    pub saves: Vec<Save>,
    /// How many damaged records are set aside.
    pub damaged: usize,
    /// What happened that has to be read.
    pub notice: Option<Notice>,
}

/// A kept scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What is known without reading it.
    pub head: Head,
}

/// One save of the open scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Save {
    /// Its number.
    pub seq: u64,
    /// What the clock said.
    pub at: Moment,
    /// Why it was written.
    pub kind: Kind,
    /// How many things differed from the plan.
    pub changes: usize,
}

/// What happened to what was kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Notice {
    /// The newest save was damaged, so the one of this moment was opened.
    Recovered(Moment),
    /// Nothing of the scenario could be read; it is set aside.
    Unreadable,
    /// Another page saved in between, so this became a scenario of its own.
    ConflictCopy,
    /// The program stopped twice in a minute, so no scenario was opened.
    SafeMode,
}

/// A scenario that was read from what is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its id.
    pub id: String,
    /// Its plan.
    pub plan: Rc<Plan>,
    /// What differs from it.
    pub scenario: Scenario,
    /// Its name.
    pub name: String,
    /// What is noted about it.
    pub note: String,
    /// Its tree of steps as it is kept.
    pub history: Option<String>,
    /// What has to be read about it.
    pub notice: Option<Notice>,
}

/// What is asked about the kept scenarios, and what has come to pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The open scenario was given a name.
    Named(String),
    /// Something was noted about it.
    Noted(String),
    /// A new scenario of the plan, nothing changed.
    New,
    /// A new scenario made from the plan's own levers.
    Preset(Preset),
    /// A copy of the open one.
    Copy,
    /// Open this one.
    Open(String),
    /// Go back to this save of the open one, as a new save.
    Return(u64),
    /// Put it in the bin.
    Bin(String),
    /// Take it out of the bin.
    Unbin(String),
    /// Write here from now on, although another tab does.
    TakeOver,
    /// Show what there is.
    Look,
    /// The notice has been read.
    NoticeRead,
    /// Keeping stands like this now.
    Stands(Keeping),
    /// This happened.
    Happened(Notice),
    /// This has been read and stands now.
    Read(Rc<Opened>),
    /// A kept scenario has been read to be held against others; nothing where it could not be.
    Beside(String, Option<Rc<Opened>>),
    /// An earlier save has been read and is to stand now, as one step more.
    Returned(Rc<Scenario>),
    /// These are there.
    Listed(Vec<Entry>, Vec<Save>, usize),
    /// The open scenario has this id now.
    Is(String),
}

impl Session {
    /// Leaves all that belongs to one plan for another.
    pub(super) fn turn_to(&mut self, plan: Rc<Plan>) {
        let (place, library) = (self.screen.place, self.library.clone());
        let (moment, keeping) = (self.moment, self.keeping);
        // Answers about the plan before may still be under way.
        let revision = self.revision.next();
        *self = Self::new(plan, self.screen.language, self.screen.theme);
        self.screen.place = place;
        self.revision = revision;
        self.answers = Rc::new(Answers::since(revision));
        self.library = library;
        (self.moment, self.keeping) = (moment, keeping);
        self.forget_names();
    }

    fn forget_names(&mut self) {
        let library = Rc::make_mut(&mut self.library);
        library.name.clear();
        library.note.clear();
        library.saves.clear();
    }

    /// Takes what was asked or has come to pass about the kept scenarios.
    pub(super) fn ask_library(&mut self, asked: Told) -> Vec<Effect> {
        match asked {
            Told::Named(name) => {
                let name = shortened(&name, LONGEST_NAME);
                self.note(|library| library.name = name)
            }
            Told::Noted(note) => {
                let note = shortened(&note, LONGEST_NOTE);
                self.note(|library| library.note = note)
            }
            Told::New => {
                self.turn_to(self.plan.clone());
                vec![Effect::Begin(Beginning::Empty)]
            }
            Told::Preset(preset) => {
                self.turn_to(self.plan.clone());
                let scenario = preset.scenario(&self.plan);
                let effects = self.step(|_, now| *now = scenario);
                let name = preset.name(Text::new(self.screen.language)).to_owned();
                Rc::make_mut(&mut self.library).name = name;
                std::iter::once(Effect::Begin(Beginning::Empty)).chain(effects).collect()
            }
            Told::Copy => {
                let text = Text::new(self.screen.language);
                let name = text.copy_of(text.scenario_title(&self.library.name));
                Rc::make_mut(&mut self.library).name = shortened(&name, LONGEST_NAME);
                vec![Effect::Begin(Beginning::Copy)]
            }
            Told::Open(id) => vec![Effect::OpenKept(id, None)],
            Told::Return(seq) => vec![Effect::OpenKept(self.library.open.clone(), Some(seq))],
            Told::Bin(id) => vec![Effect::Bin(id, true)],
            Told::Unbin(id) => vec![Effect::Bin(id, false)],
            Told::TakeOver => vec![Effect::TakeOver],
            Told::Look => vec![Effect::ReadLibrary],
            Told::Returned(scenario) => self.step(|_, now| *now = (*scenario).clone()),
            Told::Beside(id, opened) => {
                self.read_beside(&id, opened.as_deref());
                Vec::new()
            }
            Told::Read(opened) => {
                self.stand(&opened);
                Vec::new()
            }
            Told::Stands(keeping) => {
                self.keeping = keeping;
                Vec::new()
            }
            told => {
                let library = Rc::make_mut(&mut self.library);
                match told {
                    Told::Happened(notice) => library.notice = Some(notice),
                    Told::NoticeRead => library.notice = None,
                    Told::Is(id) => library.open = id,
                    Told::Listed(entries, saves, damaged) => {
                        (library.entries, library.saves, library.damaged) =
                            (entries, saves, damaged);
                    }
                    _ => {}
                }
                Vec::new()
            }
        }
    }

    fn note(&mut self, change: impl FnOnce(&mut Library)) -> Vec<Effect> {
        let mut library = (*self.library).clone();
        change(&mut library);
        if library == *self.library {
            return Vec::new();
        }
        self.library = Rc::new(library);
        vec![Effect::Keep]
    }

    /// Puts what was read in the place of what stands.
    fn stand(&mut self, opened: &Opened) {
        let comparison = self.comparison.clone();
        let same = *opened.plan == *self.plan;
        self.turn_to(opened.plan.clone());
        if same {
            self.compare_on(&comparison, &opened.id);
        }
        let scenario = Rc::new(opened.scenario.clone());
        let mut history = opened
            .history
            .as_deref()
            .and_then(|kept| History::read(kept, &self.plan))
            .unwrap_or_else(|| History::from(scenario.clone()));
        // A lever was still in the hand when the last save was written.
        let more = changes(&self.plan, &history.scenario(), &scenario);
        if !more.is_empty() {
            history.record(scenario.clone(), more, self.moment);
        }
        self.outcome = Rc::new(engine::run(&resolve(&self.plan, &scenario)));
        self.scenario = scenario;
        self.history = Rc::new(history);
        let library = Rc::make_mut(&mut self.library);
        library.open.clone_from(&opened.id);
        library.name.clone_from(&opened.name);
        library.note.clone_from(&opened.note);
        library.notice = opened.notice;
    }

    /// A sitting that goes on with what was kept.
    #[must_use]
    pub fn going_on(mut self, opened: &Opened) -> Self {
        let _ = self.update(Action::Library(Told::Read(Rc::new(opened.clone()))));
        self
    }
}

/// A text without signs that only machines read, and no longer than may be.
fn shortened(text: &str, longest: usize) -> String {
    cleaned(text).text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind as LeverKind, Lever};
    use crate::seeds;
    use crate::session::screen::Theme;
    use crate::text::Language;

    fn session() -> Session {
        Session::new(Rc::new(seeds::chengguan().unwrap()), Language::Zh, Theme::System)
    }

    fn ask(session: &mut Session, asked: Told) -> Vec<Effect> {
        session.update(Action::Library(asked))
    }

    #[test]
    fn every_change_asks_to_be_kept_and_looking_around_does_not() {
        let mut session = session();
        let lever = Lever::of_plan(LeverKind::Execution, &session.plan);
        let keeps = |effects: &[Effect]| effects.contains(&Effect::Keep);
        assert!(keeps(&session.update(Action::LeverTyped(lever, 0.7))));
        assert!(keeps(&session.update(Action::Undone)));
        assert!(!keeps(&session.update(Action::Undone)));
        assert!(!keeps(&session.update(Action::GhostFaded)));
        assert!(keeps(&ask(&mut session, Told::Named("甲".to_owned()))));
        assert!(!keeps(&ask(&mut session, Told::Named(" 甲\u{202e}".to_owned()))));
        assert!(!keeps(&ask(&mut session, Told::Look)));
    }

    #[test]
    fn what_was_kept_stands_again_with_its_tree_and_what_was_in_hand_is_one_step_more() {
        let mut session = session();
        let plan = session.plan.clone();
        let lever = Lever::of_plan(LeverKind::Execution, &plan);
        session.update(Action::LeverTyped(lever, 0.7));
        let history = session.history.written(&plan);
        session.update(Action::Grabbed(lever));
        session.update(Action::Moved(lever, 0.9));
        let opened = Opened {
            id: "a".to_owned(),
            plan: plan.clone(),
            scenario: (*session.scenario).clone(),
            name: "甲".to_owned(),
            note: String::new(),
            history: Some(history),
            notice: None,
        };
        let mut again = self::session().going_on(&opened);
        assert_eq!(again.scenario, session.scenario);
        assert_eq!(*again.outcome, *session.outcome);
        assert_eq!(again.library.name, "甲");
        again.update(Action::Undone);
        assert_eq!(again.scenario.value(lever, &plan), 0.7);
        again.update(Action::Undone);
        assert!(again.scenario.is_as_planned());
    }

    #[test]
    fn a_new_scenario_begins_as_planned_without_a_name() {
        let mut session = session();
        let lever = Lever::of_plan(LeverKind::Execution, &session.plan);
        session.update(Action::LeverTyped(lever, 0.7));
        ask(&mut session, Told::Named("甲".to_owned()));
        let effects = ask(&mut session, Told::New);
        assert!(effects.contains(&Effect::Begin(Beginning::Empty)));
        assert!(session.scenario.is_as_planned() && session.library.name.is_empty());
    }
}
