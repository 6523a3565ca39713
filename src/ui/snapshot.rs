//! What a region of the screen is given: values of one moment, compared by identity.

use crate::engine::Outcome;
use crate::plan::Plan;
use crate::plan::change::Change;
use crate::plan::lever::{Lever, LeverSpec};
use crate::plan::scenario::Scenario;
use crate::session::Session;
use crate::session::action::Action;
use crate::session::answers::{Answered, Answers, Revision, Topic};
use crate::session::compare::Comparison;
use crate::session::few::Few;
use crate::session::handing::Handing;
use crate::session::history::History;
use crate::session::inquiry::Inquiry;
use crate::session::keeping::Keeping;
use crate::session::library::Library;
use crate::session::screen::Screen;
use crate::study::odds::Odds;
use crate::study::question::{Question, Unanswered};
use crate::text::Text;
use crate::units::Share;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;
use yew::{Callback, MouseEvent, Properties};

/// A large value that equals another only if it is the same one.
///
/// Comparing contents would cost more than drawing, and a single not-a-number would make a value
/// unequal to itself.
#[derive(Debug)]
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// An answer, and whether it is about how things stood before the last change.
#[derive(Debug)]
pub(crate) struct Current<T> {
    /// The answer.
    pub value: Same<T>,
    /// Whether it is shown dimmed until the new one is there.
    pub stale: bool,
}

impl<T> Clone for Current<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), stale: self.stale }
    }
}

impl<T> PartialEq for Current<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.stale == other.stale
    }
}

/// The session at one moment, and the way to act on it.
#[derive(Clone, PartialEq)]
pub(crate) struct Snapshot {
    /// The plan in use.
    pub plan: Same<Plan>,
    /// What differs from it.
    pub scenario: Same<Scenario>,
    /// What comes of both.
    pub outcome: Same<Outcome>,
    /// What comes of the plan as written.
    pub planned: Same<Outcome>,
    /// What came out before the change.
    pub ghost: Option<Same<Outcome>>,
    /// What the studies have said.
    pub answers: Same<Answers>,
    /// Counts the scenarios that have stood: answers about an earlier one are shown dimmed.
    pub revision: Revision,
    /// What the screen waits for.
    pub watched: Same<Few<Topic, Question>>,
    /// The question that the last answer to each topic belongs to.
    pub asked: Same<Few<Topic, Question>>,
    /// Levers that no recipe may move.
    pub locked: Same<BTreeSet<Lever>>,
    /// What the page of answers has been asked.
    pub inquiry: Same<Inquiry>,
    /// The scenarios side by side.
    pub comparison: Same<Comparison>,
    /// Earlier scenarios of this sitting.
    pub history: Same<History>,
    /// The lever in someone's hand.
    pub held: Option<Lever>,
    /// Whether a lever or the result is in someone's hand.
    pub in_hand: bool,
    /// What the screen shows.
    pub screen: Screen,
    /// Every lever of the plan.
    pub catalogue: Same<Vec<LeverSpec>>,
    /// What differs from the plan.
    pub changes: Rc<[Change]>,
    /// Words for the next undo, if there is one.
    pub undoable: Option<Rc<str>>,
    /// Words for the next redo, if there is one.
    pub redoable: Option<Rc<str>>,
    /// Whether what is on the screen has been kept.
    pub keeping: Keeping,
    /// The kept scenarios, and the open one's name.
    pub library: Same<Library>,
    /// What is being handed to a colleague or came from one.
    pub handing: Same<Handing>,
    /// Takes what the person does.
    pub dispatch: Callback<Action>,
}

impl Snapshot {
    /// The words of the language on screen.
    pub(crate) fn text(&self) -> Text {
        Text::new(self.screen.language)
    }

    /// An answer of the studies, marked when the scenario has moved on.
    pub(crate) fn current<T>(&self, answered: Option<&Answered<T>>) -> Option<Current<T>> {
        let answered = answered?;
        Some(Current {
            value: Same(answered.value.clone()),
            stale: answered.revision != self.revision,
        })
    }

    /// Why there is no answer about the scenario as it stands, where there will be none.
    pub(crate) fn unanswered(&self, topic: Topic) -> Option<Unanswered> {
        let failure = self.answers.failed.get(&topic)?;
        (failure.revision == self.revision).then_some(failure.why)
    }

    /// The odds of each tier.
    pub(crate) fn odds(&self) -> Option<Current<Odds>> {
        self.current(self.answers.odds.as_ref())
    }

    /// What a project adds to the odds of each tier, and whether that is about how things stood before.
    pub(crate) fn odds_of_project(&self, project: usize) -> Option<(&[Share], bool)> {
        let answered = self.answers.marginals.as_ref()?;
        let known = answered.value.iter().find(|known| known.project == project)?;
        Some((&known.odds, answered.revision != self.revision))
    }

    /// The same for a region that shows no answers, so that it is not drawn anew when one arrives.
    pub(crate) fn without_answers(&self) -> Self {
        thread_local! {
            static NONE: Rc<Answers> = Rc::default();
        }
        Self { answers: Same(NONE.with(Rc::clone)), ..self.clone() }
    }

    /// The session now.
    pub(crate) fn of(
        session: &Session,
        catalogue: &Rc<Vec<LeverSpec>>,
        dispatch: &Callback<Action>,
    ) -> Self {
        let words = |changes: &[Change]| -> Rc<str> {
            Text::new(session.screen.language).step(&session.plan, changes).into()
        };
        Self {
            plan: Same(session.plan.clone()),
            scenario: Same(session.scenario.clone()),
            outcome: Same(session.outcome.clone()),
            planned: Same(session.planned.clone()),
            ghost: session.ghost.clone().map(Same),
            answers: Same(session.answers.clone()),
            revision: session.revision,
            asked: Same(session.asked.clone()),
            locked: Same(session.locked.clone()),
            inquiry: Same(session.inquiry.clone()),
            comparison: Same(session.comparison.clone()),
            history: Same(session.history.clone()),
            watched: Same(session.watched.clone()),
            held: session.held(),
            in_hand: session.is_held(),
            screen: session.screen,
            catalogue: Same(catalogue.clone()),
            changes: session.changes().into(),
            undoable: session.history.undoable().map(words),
            redoable: session.history.redoable().map(words),
            keeping: session.keeping,
            library: Same(session.library.clone()),
            handing: Same(session.handing.clone()),
            dispatch: dispatch.clone(),
        }
    }
}

/// A click that does one thing.
pub(crate) fn does(snapshot: &Snapshot, action: Action) -> Callback<MouseEvent> {
    snapshot.dispatch.reform(move |_| action.clone())
}

/// What every region is given.
#[derive(PartialEq, Properties)]
pub(crate) struct RegionProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
}
