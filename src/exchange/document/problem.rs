//! What can be wrong with a scenario file.

use crate::plan::lever::Span;
use std::error::Error;
use std::fmt;

/// One thing wrong with a scenario file.
///
/// `entry` is the way to it, such as `settings.execution`. The words are for the command line; the
/// screen puts its own in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentProblem {
    /// It has more bytes than a scenario ever has.
    TooLarge {
        /// Its bytes.
        found: usize,
        /// The most there may be.
        most: usize,
    },
    /// It is a zip or a workbook.
    Packed,
    /// It is not text.
    NotText,
    /// Tables stand within tables further than in any scenario.
    TooDeep {
        /// The most there may be.
        most: usize,
    },
    /// It is not what was written: its checksum is another one.
    BrokenSeal,
    /// A name or a note is too long.
    TooLong {
        /// Where it stands.
        entry: String,
        /// Its characters.
        found: usize,
        /// The most there may be.
        most: usize,
    },
    /// The text is not JSON, or a number in it is beyond all bounds.
    NotJson {
        /// Line of the first thing that cannot be read, from 1.
        line: usize,
        /// Column in that line, from 1.
        column: usize,
        /// What the reader of JSON says.
        words: String,
    },
    /// It is JSON, but no scenario.
    OtherFormat,
    /// It was written by a newer program.
    NewerVersion {
        /// The file's version.
        found: u64,
        /// The newest version that can be read.
        known: u64,
    },
    /// Its version is no version at all.
    UnknownVersion {
        /// What stands there.
        found: String,
    },
    /// It belongs to another plan.
    OtherPlan {
        /// The file's plan.
        found: String,
        /// The plan at hand.
        expected: String,
    },
    /// An entry that scenarios do not have.
    UnknownEntry {
        /// Where it stands.
        entry: String,
    },
    /// A lever, project, tier, industry, indicator or quarter that the plan does not have.
    UnknownName {
        /// Where it stands.
        entry: String,
        /// What kind of thing it should name.
        what: Named,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// Where it stands.
        entry: String,
        /// What should stand there, in words.
        expected: &'static str,
    },
    /// A number that may not be set.
    OutsideLimits {
        /// Where it stands.
        entry: String,
        /// The number.
        value: f64,
        /// What may be set.
        limits: Span,
    },
}

/// What a name in a scenario file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A lever of the plan.
    Lever,
    /// A project of the plan.
    Project,
    /// A tier of the plan.
    Tier,
    /// An industry of the plan, or `total`.
    Industry,
    /// A quarter after the base year, within the plan's years.
    Quarter,
    /// An indicator of the plan.
    Indicator,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lever => "lever",
            Self::Project => "project",
            Self::Tier => "tier",
            Self::Industry => "industry",
            Self::Quarter => "quarter after the base year",
            Self::Indicator => "indicator",
        })
    }
}

impl fmt::Display for DocumentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { found, most } => write!(f, "{found} bytes; the most is {most}"),
            Self::Packed => f.write_str("a zip or a workbook, not a scenario"),
            Self::NotText => f.write_str("not text in UTF-8"),
            Self::TooDeep { most } => write!(f, "tables within tables, more than {most} deep"),
            Self::BrokenSeal => f.write_str(
                "`sha256` is not that of the rest, which was changed after it was written; without this \
                 entry it is read all the same",
            ),
            Self::TooLong { entry, found, most } => {
                write!(f, "`{entry}` has {found} characters; the most is {most}")
            }
            Self::NotJson { line, column, words } => {
                write!(f, "line {line}, column {column}: not readable as JSON: {words}")
            }
            Self::OtherFormat => write!(f, "not a scenario: `format` is not `{}`", super::FORMAT),
            Self::NewerVersion { found, known } => {
                write!(f, "written in version {found}, but only versions up to {known} are known")
            }
            Self::UnknownVersion { found } => {
                write!(f, "`version` is {found}, not a number from 1")
            }
            Self::OtherPlan { found, expected } => {
                write!(f, "belongs to the plan `{found}`, not to `{expected}`")
            }
            Self::UnknownEntry { entry } => write!(f, "`{entry}` is not an entry of a scenario"),
            Self::UnknownName { entry, what } => {
                write!(f, "`{entry}`: the plan has no such {what}")
            }
            Self::WrongKind { entry, expected } => write!(f, "`{entry}` should be {expected}"),
            Self::OutsideLimits { entry, value, limits } => {
                write!(f, "`{entry}` is {value}, outside {} to {}", limits.min, limits.max)
            }
        }
    }
}

impl Error for DocumentProblem {}
