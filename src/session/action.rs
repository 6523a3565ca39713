//! What the person at the screen did.

use super::answers::{Revision, Topic};
use super::compare::Asked;
use super::handing::Hand;
use super::history::StepId;
use super::inquiry::Inquiry;
use super::library::Told;
use super::screen::{Place, Theme};
use crate::plan::Plan;
use crate::plan::lever::{Group, Lever};
use crate::plan::project::Status;
use crate::plan::scenario::{Actual, ActualKey, Chance, ProjectChoice};
use crate::plan::tier::TierMode;
use crate::study::question::{Answer, Question, Unanswered};
use crate::text::Language;
use crate::units::{NominalMoney, Share, Year};
use std::rc::Rc;

/// One thing done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A lever was taken hold of: what follows until release is one step.
    Grabbed(Lever),
    /// A lever was moved.
    Moved(Lever, f64),
    /// The result was taken hold of: what follows until release is one step.
    OutcomeGrabbed,
    /// GDP of the tiers' year at current prices was pulled to a level.
    OutcomeMoved(NominalMoney),
    /// The lever or the result was let go.
    Released,
    /// The movement was called off: everything returns to where it began.
    Cancelled,
    /// A value was typed.
    LeverTyped(Lever, f64),
    /// Several levers were set as one.
    LeversSet(Vec<(Lever, f64)>),
    /// A lever goes back to the plan's value.
    LeverReset(Lever),
    /// All levers of a group go back to the plan's values.
    GroupReset(Group),
    /// Everything goes back to the plan.
    AllReset,
    /// A project was switched on, off or called off.
    StatusChosen(usize, Status),
    /// Several projects were changed as one.
    ProjectsChosen(Vec<(usize, ProjectChoice)>),
    /// A tier's tests were chosen.
    ModeChosen(usize, TierMode),
    /// Growth is to be judged as published, or not.
    RoundingChosen(bool),
    /// The spending of new income is to count, or not.
    InducedChosen(bool),
    /// A known figure was entered, or taken away.
    ActualEntered(ActualKey, Option<Actual>),
    /// How far an indicator has come was entered, or taken away.
    ProgressEntered(usize, Option<f64>),
    /// The last step is to be taken back.
    Undone,
    /// The step last taken back is to be taken again.
    Redone,
    /// The line of before the change has been shown long enough.
    GhostFaded,
    /// The year to look at.
    YearChosen(Year),
    /// Where to be.
    PlaceChosen(Place),
    /// The language to read.
    LanguageChosen(Language),
    /// Light, dark or as the system has it.
    ThemeChosen(Theme),
    /// How futures are drawn was chosen.
    ChanceChosen(Chance),
    /// A lever may not be moved by a recipe, or may again.
    LockChosen(Lever, bool),
    /// The page of answers is asked something else.
    Inquired(Rc<Inquiry>),
    /// The screen wants to know something, now and after every change.
    Watched(Question),
    /// The screen no longer wants to know it, or the person called it off.
    Unwatched(Topic),
    /// A study has finished, about the scenario that stood then.
    Answered(Revision, Box<Answer>),
    /// A study has come so far.
    AnswerProgressed(Topic, Revision, Share),
    /// A study will not answer; what it said before stays.
    AnswerFailed(Topic, Revision, Unanswered),
    /// A step of the tree was chosen to go to.
    StepChosen(StepId),
    /// A step of the tree was given a name.
    StepNamed(StepId, String),
    /// A step was marked as decided, or no longer is.
    StepDecided(StepId, bool),
    /// Something about the kept scenarios was asked or has come to pass.
    Library(Told),
    /// Something about the scenarios side by side was asked.
    Compared(Asked),
    /// Something is handed to a colleague, or came from one.
    Hand(Hand),
    /// Another plan was opened.
    PlanOpened(Rc<Plan>),
}
