//! Whether what is on the screen has been kept, and when it is to be.

use crate::text::moment::Moment;

/// Longest pause between the last change and its being kept, in milliseconds.
pub const PAUSE_MS: f64 = 300.0;

/// Longest time that changes may go on without being kept, in milliseconds.
pub const LONGEST_MS: f64 = 1_000.0;

/// How what is on the screen stands with what is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Keeping {
    /// Nothing has been changed that would have to be kept.
    #[default]
    Untouched,
    /// It is being written.
    Saving,
    /// It was written whole at this moment.
    Saved(Moment),
    /// It could not be written; it is tried again.
    Failed(Failure),
    /// It is not written by this page.
    ReadOnly(Reason),
    /// There is nowhere to write it.
    MemoryOnly(Lack),
}

impl Keeping {
    /// Whether what is on the screen is kept, or about to be.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Untouched | Self::Saving | Self::Saved(_))
    }
}

/// Why writing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The space that the browser gives is used up.
    Full,
    /// Something else.
    Other,
}

/// Why this page does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another tab has the scenario open for writing.
    OtherTab,
    /// A newer program keeps its data here.
    Newer,
}

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The browser has no storage, or does not allow it: a private window, a policy.
    Denied,
    /// The storage does not answer.
    Silent,
    /// An older page keeps it locked.
    Blocked,
}

/// How long to wait now before keeping, when changes began this long ago (milliseconds).
#[must_use]
pub fn pause(since_first: f64) -> f64 {
    PAUSE_MS.min(LONGEST_MS - since_first).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_waits_for_the_next_and_never_longer_than_a_second() {
        assert_eq!(pause(0.0), 300.0);
        assert_eq!(pause(700.0), 300.0);
        assert_eq!(pause(900.0), 100.0);
        assert_eq!(pause(5_000.0), 0.0);
    }
}
