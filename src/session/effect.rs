//! What the outside world is to do after an action; the session itself touches nothing.

use super::answers::Topic;
use super::screen::Theme;
use crate::text::Language;
use std::rc::Rc;

/// One thing to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Say the result once to those who cannot see it, after things have settled.
    AnnounceResult,
    /// Let the line of before the change fade after a while.
    FadeGhost,
    /// Stop working on a question that nobody waits for any more.
    StopAnswering(Topic),
    /// Keep what is on the screen, after a pause.
    Keep,
    /// Give what is on the screen a place of its own in the library.
    Begin(Beginning),
    /// Open a kept scenario, as it stood at its newest save or at an earlier one.
    OpenKept(String, Option<u64>),
    /// Read a kept scenario to be held against others.
    ReadBeside(String),
    /// Put a kept scenario in the bin, or take it out again.
    Bin(String, bool),
    /// Write to the scenario that another tab writes to.
    TakeOver,
    /// Read which scenarios are kept, and the saves of the open one.
    ReadLibrary,
    /// Save a file of this name with this text.
    SaveFile(String, Rc<str>),
    /// Look for plans with this id among those kept.
    FindPlans(String),
    /// Keep the choice of language and theme for the next visit.
    KeepPreferences(Language, Theme),
}

/// What begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Another plan, nothing changed.
    Plan,
    /// The same plan, nothing changed.
    Empty,
    /// A copy of what was on the screen.
    Copy,
    /// What a colleague handed over.
    Handed,
}
