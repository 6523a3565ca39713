//! The state of one sitting and how actions change it.
//!
//! [`Session::update`] is the only way state changes: it is pure but for the session itself, and
//! what has to happen outside comes back as [`Effect`]s.

pub mod action;
pub mod answers;
mod asking;
pub mod board;
pub mod compare;
pub mod effect;
pub mod few;
pub mod handing;
pub mod history;
pub mod inquiry;
pub mod keeping;
pub mod library;
pub mod minutes;
pub mod presets;
pub mod screen;
mod single;

use crate::engine::{self, Outcome};
use crate::plan::Plan;
use crate::plan::change::{Change, changes};
use crate::plan::lever::Lever;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::question::Question;
use crate::study::recipe;
use crate::text::Language;
use crate::text::moment::Moment;
use crate::units::NominalMoney;
use action::Action;
use answers::{Answers, Revision, Topic};
use effect::{Beginning, Effect};
use few::Few;
use handing::Handing;
use history::History;
use inquiry::Inquiry;
use keeping::Keeping;
use library::{Library, Told};
use screen::{Place, Screen, Theme};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The state of one sitting.
///
/// Plan, scenario and outcomes are shared by reference, so that a screen can tell by identity
/// whether one of them is new.
#[derive(Clone, Debug)]
pub struct Session {
    /// The plan in use.
    pub plan: Rc<Plan>,
    /// What differs from it.
    pub scenario: Rc<Scenario>,
    /// What comes of plan and scenario.
    pub outcome: Rc<Outcome>,
    /// What comes of the plan as written.
    pub planned: Rc<Outcome>,
    /// What came out before the change now under way or just made.
    pub ghost: Option<Rc<Outcome>>,
    /// Counts the scenarios that have stood.
    pub revision: Revision,
    /// What the studies have said.
    pub answers: Rc<Answers>,
    /// What the screen wants to know beside the odds, asked again whenever the scenario has settled.
    pub watched: Rc<Few<Topic, Question>>,
    /// The question that the last answer to each topic belongs to.
    pub asked: Rc<Few<Topic, Question>>,
    /// Levers that no recipe may move.
    pub locked: Rc<BTreeSet<Lever>>,
    /// What the page of answers has been asked.
    pub inquiry: Rc<Inquiry>,
    /// The scenarios side by side.
    pub comparison: Rc<compare::Comparison>,
    /// What can be taken back and taken again.
    pub history: Rc<History>,
    /// What the screen shows.
    pub screen: Screen,
    /// Whether what is on the screen has been kept.
    pub keeping: Keeping,
    /// The scenarios that are kept, and which of them is open.
    pub library: Rc<Library>,
    /// What is being handed to a colleague or came from one.
    pub handing: Rc<Handing>,
    /// What the clock said when the last action was taken; the session reads no clock.
    pub moment: Option<Moment>,
    drag: Option<Drag>,
}

/// A number in someone's hand, and how things stood when it was taken.
#[derive(Clone, Debug)]
struct Drag {
    grip: Grip,
    scenario: Rc<Scenario>,
    outcome: Rc<Outcome>,
}

/// What is in someone's hand.
#[derive(Clone, Debug)]
enum Grip {
    Lever(Lever),
    /// The result itself: the levers follow.
    Outcome(Rc<recipe::drag::Drag>),
}

impl Session {
    /// A fresh sitting with a plan.
    #[must_use]
    pub fn new(plan: Rc<Plan>, language: Language, theme: Theme) -> Self {
        let scenario = Rc::new(Scenario::default());
        let outcome = Rc::new(engine::run(&resolve(&plan, &scenario)));
        let screen = Screen { language, theme, place: Place::default(), year: plan.year };
        let inquiry = Rc::new(Inquiry::about(&plan, &outcome));
        Self {
            plan,
            planned: outcome.clone(),
            outcome,
            ghost: None,
            revision: Revision::default(),
            answers: Rc::default(),
            watched: Rc::default(),
            asked: Rc::default(),
            locked: Rc::default(),
            inquiry,
            comparison: Rc::default(),
            history: Rc::new(History::from(scenario.clone())),
            scenario,
            screen,
            keeping: Keeping::default(),
            library: Rc::default(),
            handing: Rc::default(),
            moment: None,
            drag: None,
        }
    }

    /// The lever now in someone's hand.
    #[must_use]
    pub fn held(&self) -> Option<Lever> {
        match self.drag.as_ref()?.grip {
            Grip::Lever(lever) => Some(lever),
            Grip::Outcome(_) => None,
        }
    }

    /// Whether a lever or the result is in someone's hand.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.drag.is_some()
    }

    /// What differs from the plan.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        changes(&self.plan, &Scenario::default(), &self.scenario)
    }

    /// Takes one action; says what has to happen outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let (scenario, history) = (self.scenario.clone(), self.history.clone());
        // What was read from what is kept need not be kept again.
        let read = matches!(&action, Action::Library(Told::Read(_)));
        let mut effects = self.act(action);
        let changed = !Rc::ptr_eq(&scenario, &self.scenario);
        if changed {
            self.revision = self.revision.next();
        }
        if !read && (changed || !Rc::ptr_eq(&history, &self.history)) {
            effects.push(Effect::Keep);
        }
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Grabbed(lever) => self.grab(Grip::Lever(lever)),
            Action::Moved(lever, value) => self.follow(lever, value),
            Action::OutcomeGrabbed => {
                let drag = recipe::drag::Drag::new(&self.plan, &self.scenario, &self.locked);
                self.grab(Grip::Outcome(Rc::new(drag)))
            }
            Action::OutcomeMoved(level) => self.pull(level),
            Action::Released => self.release(),
            Action::Cancelled => self.cancel(),
            Action::Undone => self.travel(History::undo),
            Action::Redone => self.travel(History::redo),
            Action::GhostFaded => self.fade(),
            Action::YearChosen(_)
            | Action::PlaceChosen(_)
            | Action::LanguageChosen(_)
            | Action::ThemeChosen(_) => self.turn(&action),
            Action::PlanOpened(plan) => {
                self.turn_to(plan);
                vec![Effect::Begin(Beginning::Plan)]
            }
            Action::Library(asked) => self.ask_library(asked),
            Action::Compared(asked) => self.compare(asked),
            Action::Hand(done) => self.hand(done),
            Action::StepChosen(step) => self.travel(|history| history.go_to(step)),
            Action::StepNamed(step, name) => {
                Rc::make_mut(&mut self.history).name(step, name);
                Vec::new()
            }
            Action::StepDecided(step, decided) => {
                Rc::make_mut(&mut self.history).decide(step, decided);
                Vec::new()
            }
            Action::Watched(question) => self.watch(question),
            Action::Unwatched(topic) => {
                Rc::make_mut(&mut self.watched).remove(&topic);
                Rc::make_mut(&mut self.answers).stop(topic);
                vec![Effect::StopAnswering(topic)]
            }
            Action::Answered(revision, answer) => {
                let topic = Rc::make_mut(&mut self.answers).take(revision, *answer);
                if topic.is_asked_once() && revision == self.revision {
                    Rc::make_mut(&mut self.watched).remove(&topic);
                }
                Vec::new()
            }
            Action::Inquired(inquiry) => {
                self.inquiry = inquiry;
                Vec::new()
            }
            Action::AnswerProgressed(topic, revision, done) => {
                Rc::make_mut(&mut self.answers).work(topic, revision, done);
                Vec::new()
            }
            Action::AnswerFailed(topic, revision, why) => {
                Rc::make_mut(&mut self.answers).fail(topic, revision, why);
                Vec::new()
            }
            Action::LockChosen(lever, locked) => {
                if locked {
                    Rc::make_mut(&mut self.locked).insert(lever);
                } else {
                    Rc::make_mut(&mut self.locked).remove(&lever);
                }
                Vec::new()
            }
            action => self.step(|plan, scenario| single::apply(plan, scenario, action)),
        }
    }

    fn turn(&mut self, action: &Action) -> Vec<Effect> {
        let screen = &mut self.screen;
        match *action {
            Action::YearChosen(year) => screen.year = year,
            Action::PlaceChosen(place) => screen.place = place,
            Action::LanguageChosen(language) => screen.language = language,
            Action::ThemeChosen(theme) => screen.theme = theme,
            _ => {}
        }
        match action {
            Action::LanguageChosen(_) | Action::ThemeChosen(_) => {
                vec![Effect::KeepPreferences(screen.language, screen.theme)]
            }
            _ => Vec::new(),
        }
    }

    fn fade(&mut self) -> Vec<Effect> {
        if self.drag.is_none() {
            self.ghost = None;
        }
        Vec::new()
    }

    fn grab(&mut self, grip: Grip) -> Vec<Effect> {
        let _ = self.release();
        self.ghost = Some(self.outcome.clone());
        self.drag =
            Some(Drag { grip, scenario: self.scenario.clone(), outcome: self.outcome.clone() });
        Vec::new()
    }

    /// The levers that are not locked glide to where GDP of the tiers' year is at this level, or as
    /// near as they can bring it.
    fn pull(&mut self, level: NominalMoney) -> Vec<Effect> {
        if let Some(Drag { grip: Grip::Outcome(drag), .. }) = &self.drag {
            let scenario = drag.pulled(level, &self.plan);
            self.adopt(scenario);
        }
        Vec::new()
    }

    fn follow(&mut self, lever: Lever, value: f64) -> Vec<Effect> {
        if self.held() != Some(lever) {
            return self.step(|plan, scenario| scenario.set(lever, value, plan));
        }
        let mut scenario = (*self.scenario).clone();
        scenario.set(lever, value, &self.plan);
        self.adopt(scenario);
        Vec::new()
    }

    fn release(&mut self) -> Vec<Effect> {
        let Some(drag) = self.drag.take() else { return Vec::new() };
        let made = changes(&self.plan, &drag.scenario, &self.scenario);
        if made.is_empty() {
            self.ghost = None;
            return Vec::new();
        }
        Rc::make_mut(&mut self.history).record(self.scenario.clone(), made, self.moment);
        vec![Effect::AnnounceResult, Effect::FadeGhost]
    }

    fn cancel(&mut self) -> Vec<Effect> {
        if let Some(drag) = self.drag.take() {
            self.scenario = drag.scenario;
            self.outcome = drag.outcome;
            self.ghost = None;
        }
        Vec::new()
    }

    /// One change that stands alone in the history.
    fn step(&mut self, change: impl FnOnce(&Plan, &mut Scenario)) -> Vec<Effect> {
        self.cancel();
        let before = self.scenario.clone();
        let mut scenario = (*before).clone();
        change(&self.plan, &mut scenario);
        let made = changes(&self.plan, &before, &scenario);
        if made.is_empty() {
            return Vec::new();
        }
        self.ghost = Some(self.outcome.clone());
        self.adopt(scenario);
        Rc::make_mut(&mut self.history).record(self.scenario.clone(), made, self.moment);
        vec![Effect::AnnounceResult, Effect::FadeGhost]
    }

    fn travel(
        &mut self,
        direction: impl FnOnce(&mut History) -> Option<Rc<Scenario>>,
    ) -> Vec<Effect> {
        self.cancel();
        let mut history = (*self.history).clone();
        let Some(scenario) = direction(&mut history) else {
            return Vec::new();
        };
        self.history = Rc::new(history);
        self.ghost = Some(self.outcome.clone());
        self.outcome = Rc::new(engine::run(&resolve(&self.plan, &scenario)));
        self.scenario = scenario;
        vec![Effect::AnnounceResult, Effect::FadeGhost]
    }

    fn adopt(&mut self, scenario: Scenario) {
        self.outcome = Rc::new(engine::run(&resolve(&self.plan, &scenario)));
        self.scenario = Rc::new(scenario);
    }
}
