//! What the outside world is to do after an action; the session itself touches nothing.

use super::answers::Topic;
use super::screen::Theme;
use crate::text::Language;

/// One thing to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Say the result once to those who cannot see it, after things have settled.
    AnnounceResult,
    /// Let the line of before the change fade after a while.
    FadeGhost,
    /// Stop working on a question that nobody waits for any more.
    StopAnswering(Topic),
    /// Keep the choice of language and theme for the next visit.
    KeepPreferences(Language, Theme),
}
