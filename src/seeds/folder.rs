//! The tables of one plan, found by name.

use super::TABLES;
use super::declaration::Declaration;
use super::ledger::Ledger;
use super::names::Names;
use super::nearest::nearest;
use super::problem::{Problem, ProblemKind};
use super::table::{MOST_BYTES, Table};
use crate::order;
use crate::plan::tables::Tables;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

/// Texts by table, and the problems found in them so far.
pub(super) struct Folder<'a> {
    texts: BTreeMap<String, &'a str>,
    ledger: Ledger,
}

impl<'a> Folder<'a> {
    /// The tables among these files. Folders before a name and capitals in it do not matter; a
    /// `.csv` that is no table is noted, because its name is probably a slip.
    pub(super) fn of(files: &'a BTreeMap<String, String>) -> Self {
        let ledger = Ledger::default();
        let mut texts = BTreeMap::new();
        for (file, text) in files {
            let name = file.rsplit(['/', '\\']).next().unwrap_or(file).trim().to_lowercase();
            if TABLES.iter().any(|table| table.name == name) {
                texts.insert(name, text.as_str());
            } else if name.ends_with(".csv") {
                let nearest = nearest(&name, TABLES.iter().map(|table| table.name));
                ledger.note(&name, None, None, "", ProblemKind::UnknownTable { nearest });
            }
        }
        Self { texts, ledger }
    }

    /// The texts of all tables that are there.
    pub(super) fn tables(&self) -> Tables {
        let texts = self.texts.iter().map(|(name, &text)| (name.clone(), text.to_owned()));
        Tables(Arc::new(order::map(texts)))
    }

    /// Whether the table is there.
    pub(super) fn has(&self, declaration: &Declaration) -> bool {
        self.texts.contains_key(declaration.name)
    }

    /// The table opened; `None` when it is not there, which is noted if every plan needs it.
    pub(super) fn open<'t>(
        &'t self,
        declaration: &'static Declaration,
        names: &'t Names,
    ) -> Option<Table<'t>> {
        match self.texts.get(declaration.name) {
            Some(text) => Some(self.open_text(declaration, text, names)),
            None => {
                if declaration.needed {
                    self.note_missing(declaration);
                }
                None
            }
        }
    }

    /// A table whose text comes from elsewhere.
    pub(super) fn open_text<'t>(
        &'t self,
        declaration: &'static Declaration,
        text: &str,
        names: &'t Names,
    ) -> Table<'t> {
        Table::open(declaration, text, names, &self.ledger)
    }

    /// Notes that a table is missing.
    pub(super) fn note_missing(&self, declaration: &Declaration) {
        self.note(declaration, None, None, "", ProblemKind::MissingTable);
    }

    /// Notes a problem.
    pub(super) fn note(
        &self,
        declaration: &Declaration,
        row: Option<usize>,
        column: Option<&str>,
        found: &str,
        kind: ProblemKind,
    ) {
        self.ledger.note(declaration.name, row, column, found, kind);
    }

    /// How many problems have been noted.
    pub(super) fn count(&self) -> usize {
        self.ledger.count()
    }

    /// All problems, in the order of reading.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.ledger.into_problems()
    }
}

/// The texts of all `.csv` files in a folder on disk.
pub(super) fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Vec<Problem>> {
    let unreadable = |path: &Path| Problem {
        table: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        row: None,
        column: None,
        found: String::new(),
        kind: ProblemKind::Unreadable,
    };
    let entries = fs::read_dir(folder).map_err(|_| vec![unreadable(folder)])?;
    let (mut texts, mut problems) = (BTreeMap::new(), Vec::new());
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
            continue;
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        match (name, text(&path)) {
            (Some(name), Ok(text)) => {
                texts.insert(name, text);
            }
            _ => problems.push(unreadable(&path)),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

/// A file's text, up to a little more than any table may have; what is not UTF-8 shows as U+FFFD.
fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
