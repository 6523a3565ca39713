//! Why files cannot be a plan, precisely enough to be said in any language.

use crate::exchange::unanswered::Unanswered;
use crate::seeds::Problem;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One thing that keeps a plan from being opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Trouble {
    /// The files as such.
    Files(Refusal),
    /// A table in them.
    Table(Problem),
    /// Nobody has read them to the end.
    Unread(Unanswered),
}

/// Why files are not read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// None of them is a table.
    NoTables {
        /// A workbook among them, whose sheets would have to be saved as tables.
        workbook: Option<String>,
    },
    /// More than one zip and no table beside them.
    SeveralZips {
        /// How many.
        found: usize,
    },
    /// More files than any plan has.
    TooManyFiles {
        /// How many there are.
        found: usize,
        /// Most files.
        most: usize,
    },
    /// One file is larger than any table.
    FileTooLarge {
        /// Which file.
        file: String,
        /// Its bytes; unknown where unpacking it was given up.
        found: Option<u64>,
        /// Most bytes.
        most: u64,
    },
    /// All files together, or the zip, are larger than any plan.
    TooLarge {
        /// Their bytes; unknown where unpacking was given up.
        found: Option<u64>,
        /// Most bytes.
        most: u64,
    },
    /// The same table in two places.
    TableTwice {
        /// Where it was found first.
        first: String,
        /// Where it was found again.
        second: String,
    },
    /// A zip within the zip.
    Nested {
        /// Which file.
        file: String,
    },
    /// A name in the zip that leads out of its folder, or to another file.
    Outside {
        /// The name.
        file: String,
    },
    /// A file in the zip needs a password.
    Locked {
        /// Which file.
        file: String,
    },
    /// A file cannot be unpacked: it is damaged, or compressed in an unusual way.
    Damaged {
        /// Which file.
        file: String,
    },
    /// What ends in `.zip` is none, or an incomplete one.
    NotAZip,
    /// The browser could not read a file.
    Unreadable {
        /// Which file.
        file: String,
    },
}

/// Most characters of a name that are shown, from its end.
const MOST_SHOWN: usize = 120;

/// A name as it can be shown: no longer than a line, without signs that would disguise it.
fn shown(name: &str) -> String {
    let disguises = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: Vec<char> = name.chars().filter(|&c| !disguises(c)).collect();
    match plain.len().checked_sub(MOST_SHOWN) {
        None | Some(0) => plain.into_iter().collect(),
        Some(hidden) => std::iter::once('…').chain(plain.into_iter().skip(hidden)).collect(),
    }
}

impl Trouble {
    /// In words: where it is, what is wrong, what to do.
    #[must_use]
    pub fn said(&self, text: Text) -> String {
        match self {
            Self::Files(refusal) => refusal.said(text),
            Self::Table(problem) => text.file_problem(problem),
            Self::Unread(why) => why.said(text).to_owned(),
        }
    }
}

impl Refusal {
    /// In words: what is wrong, the limit and what was found, what to do.
    #[must_use]
    pub fn said(&self, text: Text) -> String {
        let bytes = |bytes: u64| text.count(bytes as f64);
        let count = |count: usize| text.count(count as f64);
        match self {
            Self::NoTables { workbook: Some(file) } => text.refused_workbook(shown(file)),
            Self::NoTables { workbook: None } => text.refused_no_tables().to_owned(),
            Self::SeveralZips { found } => text.refused_several_zips(count(*found)),
            Self::TooManyFiles { found, most } => {
                text.refused_many_files(count(*found), count(*most))
            }
            Self::FileTooLarge { file, found: Some(found), most } => {
                text.refused_large_file(shown(file), bytes(*found), bytes(*most))
            }
            Self::FileTooLarge { file, found: None, most } => {
                text.refused_large_inside(shown(file), bytes(*most))
            }
            Self::TooLarge { found: Some(found), most } => {
                text.refused_large(bytes(*found), bytes(*most))
            }
            Self::TooLarge { found: None, most } => text.refused_large_unpacked(bytes(*most)),
            Self::TableTwice { first, second } => text.refused_twice(shown(first), shown(second)),
            Self::Nested { file } => text.refused_nested(shown(file)),
            Self::Outside { file } => text.refused_outside(shown(file)),
            Self::Locked { file } => text.refused_locked(shown(file)),
            Self::Damaged { file } => text.refused_damaged(shown(file)),
            Self::NotAZip => text.refused_no_zip().to_owned(),
            Self::Unreadable { file } => text.refused_unreadable(shown(file)),
        }
    }
}
