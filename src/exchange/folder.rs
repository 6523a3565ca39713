//! A plan's tables as files: which of the files someone chose are tables, and a zip of them.
//!
//! Files come from outside and may be anything: an archive that unpacks into gigabytes, a name that
//! climbs out of its folder, a picture. What is no table is passed over; what cannot be a plan is
//! refused with every reason at once ([`Refusal`]). Sizes in headers are not believed: what is
//! unpacked is counted while it is read.
//!
//! ```
//! use mogao::exchange::folder;
//!
//! let tables = mogao::seeds::template_tables();
//! let files = folder::unpack(&folder::pack(&tables)?).unwrap();
//! let plan = folder::read(&files, |_| None).unwrap();
//! assert_eq!(plan.id, "my-district");
//! # Ok::<(), std::io::Error>(())
//! ```

mod archive;
mod refusal;

pub use archive::{pack, unpack};
pub use refusal::{Refusal, Trouble};

use crate::order;
use crate::plan::Plan;
use crate::seeds;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most bytes of one table.
pub const MOST_FILE_BYTES: u64 = 5_000_000;
/// Most bytes of all tables together, and of a zip.
pub const MOST_BYTES: u64 = 20_000_000;
/// Most files in a zip, and most tables among chosen files.
pub const MOST_FILES: usize = 200;

/// The mark that spreadsheets look for to tell that a table is UTF-8.
const MARK: char = '\u{feff}';

/// A file that someone chose, before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name, with the folders before it where they are known.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A file that has been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name, with the folders before it where they are known.
    pub path: String,
    /// What it holds.
    #[serde(with = "super::bytes")]
    pub bytes: Vec<u8>,
}

/// Which of the chosen files are to be read, by their place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Tables.
    Tables(Vec<usize>),
    /// One zip of tables.
    Zip(usize),
}

/// Which of the chosen files to read: the tables among them or, where there is none, the one zip.
///
/// # Errors
/// Every reason why none of it can be a plan.
pub fn choose(files: &[Listed]) -> Result<Choice, Vec<Refusal>> {
    let visible = || files.iter().enumerate().filter(|(_, file)| !is_hidden(&file.path));
    let tables: Vec<usize> =
        visible().filter(|(_, file)| is_table(&file.path)).map(|(index, _)| index).collect();
    if !tables.is_empty() {
        let chosen = || tables.iter().map(|&index| &files[index]);
        let refusals = sizes(chosen());
        return if refusals.is_empty() { Ok(Choice::Tables(tables)) } else { Err(refusals) };
    }
    let zips: Vec<usize> =
        visible().filter(|(_, file)| has_ending(&file.path, ".zip")).map(|(at, _)| at).collect();
    match zips[..] {
        [zip] if files[zip].size > MOST_BYTES => {
            Err(vec![Refusal::TooLarge { found: Some(files[zip].size), most: MOST_BYTES }])
        }
        [zip] => Ok(Choice::Zip(zip)),
        [] => Err(vec![no_tables(visible().map(|(_, file)| file.path.as_str()))]),
        _ => Err(vec![Refusal::SeveralZips { found: zips.len() }]),
    }
}

/// Limits that hold before anything is read.
fn sizes<'a>(files: impl Iterator<Item = &'a Listed> + Clone) -> Vec<Refusal> {
    let mut refusals: Vec<Refusal> = files
        .clone()
        .filter(|file| file.size > MOST_FILE_BYTES)
        .map(|file| Refusal::FileTooLarge {
            file: file.path.clone(),
            found: Some(file.size),
            most: MOST_FILE_BYTES,
        })
        .collect();
    let found = files.clone().count();
    if found > MOST_FILES {
        refusals.push(Refusal::TooManyFiles { found, most: MOST_FILES });
    }
    let total: u64 = files.map(|file| file.size).sum();
    if total > MOST_BYTES {
        refusals.push(Refusal::TooLarge { found: Some(total), most: MOST_BYTES });
    }
    refusals
}

/// The plan that the files say.
///
/// Text is UTF-8; a file that is not goes through `other`, which knows one more way to read text and
/// gives `None` for what is none either.
///
/// # Errors
/// Every reason, of the files or of the tables in them.
pub fn read(files: &[File], other: impl Fn(&[u8]) -> Option<String>) -> Result<Plan, Vec<Trouble>> {
    let tables = texts(files, other)
        .map_err(|refusals| refusals.into_iter().map(Trouble::Files).collect::<Vec<_>>())?;
    seeds::read(&tables)
        .map_err(|problems| problems.into_iter().map(Trouble::Table).collect::<Vec<_>>())
}

/// The tables by name, in whatever folder they lie; the same table in two folders is refused,
/// because nobody knows which is meant.
fn texts(
    files: &[File],
    other: impl Fn(&[u8]) -> Option<String>,
) -> Result<BTreeMap<String, String>, Vec<Refusal>> {
    let mut found: BTreeMap<String, &File> = BTreeMap::new();
    let mut refusals = Vec::new();
    for file in files.iter().filter(|file| is_table(&file.path) && !is_hidden(&file.path)) {
        if let Some(first) = found.insert(base(&file.path).to_lowercase(), file) {
            refusals
                .push(Refusal::TableTwice { first: first.path.clone(), second: file.path.clone() });
        }
    }
    if found.is_empty() {
        refusals.push(no_tables(files.iter().map(|file| file.path.as_str())));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(order::map(found.into_iter().map(|(name, file)| (name, text(&file.bytes, &other)))))
}

/// The text of a table without the mark before it. What is no text keeps signs of it (U+FFFD), by
/// which the reader of tables knows.
fn text(bytes: &[u8], other: impl Fn(&[u8]) -> Option<String>) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => other(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()),
    };
    text.strip_prefix(MARK).map_or_else(|| text.clone(), str::to_owned)
}

fn no_tables<'a>(mut paths: impl Iterator<Item = &'a str>) -> Refusal {
    let workbook = paths.find(|path| [".xlsx", ".xls", ".et"].iter().any(|e| has_ending(path, e)));
    Refusal::NoTables { workbook: workbook.map(|path| base(path).to_owned()) }
}

fn is_table(path: &str) -> bool {
    has_ending(path, ".csv")
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.to_lowercase().ends_with(ending)
}

/// What systems and spreadsheets leave beside files: hidden files, macOS forks, lock files.
fn is_hidden(path: &str) -> bool {
    parts(path).any(|part| {
        (part.starts_with('.') && part != "." && part != "..")
            || part == "__MACOSX"
            || part.starts_with("~$")
    })
}

/// The name without the folders before it.
fn base(path: &str) -> &str {
    parts(path).next_back().unwrap_or(path)
}

fn parts(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.split(['/', '\\'])
}
