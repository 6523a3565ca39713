//! Why nobody has done what the screen asked to be done beside it.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Why an errand has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unanswered {
    /// The program for it did not arrive, or the browser allows no work beside the page.
    NotThere,
    /// It took too long and was given up.
    TooLong,
    /// Whoever did it has broken down, mostly for want of memory.
    Stopped,
}

impl Unanswered {
    /// In words: what has happened, what to do.
    #[must_use]
    pub fn said(self, text: Text) -> &'static str {
        match self {
            Self::NotThere => text.errand_not_there(),
            Self::TooLong => text.errand_too_long(),
            Self::Stopped => text.errand_stopped(),
        }
    }
}
