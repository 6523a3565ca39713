//! A table opened: header checked against its declaration, rows numbered as a spreadsheet does.

use super::declaration::Declaration;
use super::ledger::Ledger;
use super::names::Names;
use super::nearest::nearest;
use super::problem::ProblemKind;
use super::row::Row;
use crate::order;
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet};

/// Most bytes of one file.
pub(super) const MOST_BYTES: usize = 5_000_000;
/// Most columns of one table.
const MOST_COLUMNS: usize = 500;
/// Most characters of one field.
const MOST_CHARACTERS: usize = 2_000;

/// A table whose header has been checked.
pub(super) struct Table<'a> {
    pub(super) declaration: &'static Declaration,
    pub(super) ledger: &'a Ledger,
    pub(super) names: &'a Names,
    /// Position of each column that is there.
    pub(super) columns: BTreeMap<String, usize>,
    records: Vec<Record>,
}

/// A row's fields and its number in a spreadsheet.
pub(super) struct Record {
    pub(super) row: usize,
    pub(super) fields: StringRecord,
}

impl<'a> Table<'a> {
    /// Opens a table; what is wrong with it as a whole is noted, and what can be read is kept.
    pub(super) fn open(
        declaration: &'static Declaration,
        text: &str,
        names: &'a Names,
        ledger: &'a Ledger,
    ) -> Self {
        let mut table =
            Self { declaration, ledger, names, columns: BTreeMap::new(), records: Vec::new() };
        if text.len() > MOST_BYTES {
            table.note(ProblemKind::FileTooLarge { most: MOST_BYTES });
        } else if text.contains(['\0', '\u{fffd}']) {
            table.note(ProblemKind::NotText);
        } else {
            table.read(&plain(text));
        }
        table
    }

    /// Its rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }

    /// Notes a problem of the table as a whole.
    pub(super) fn note(&self, kind: ProblemKind) {
        self.ledger.note(self.declaration.name, None, None, "", kind);
    }

    fn read(&mut self, text: &str) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        let mut width = None;
        let mut inner_lines = 0;
        // The text is valid UTF-8 in memory, so reading can only come to its end.
        while matches!(reader.read_record(&mut record), Ok(true)) {
            inner_lines += record.iter().map(|field| field.matches('\n').count()).sum::<usize>();
            let line = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
            let row = line.saturating_sub(1 + inner_lines);
            if record.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            let Some(width) = width else {
                if !self.read_header(&record, row) {
                    return;
                }
                width = Some(last_filled(&record));
                continue;
            };
            if self.records.len() >= self.declaration.most_rows {
                self.note(ProblemKind::TooManyRows { most: self.declaration.most_rows });
                return;
            }
            self.read_row(&record, row, width);
        }
        if width.is_none() {
            self.note(ProblemKind::Empty);
        }
    }

    fn read_header(&mut self, header: &StringRecord, row: usize) -> bool {
        if last_filled(header) > MOST_COLUMNS {
            self.note(ProblemKind::TooManyColumns { most: MOST_COLUMNS });
            return false;
        }
        let known = self.known_columns();
        for (position, field) in header.iter().enumerate() {
            let name = field.trim();
            if name.is_empty() {
                continue;
            }
            let note = |kind| {
                self.ledger.note(self.declaration.name, Some(row), Some(name), "", kind);
            };
            if !known.contains(name) && !self.may_be_meant(name) {
                note(ProblemKind::UnknownColumn {
                    nearest: nearest(name, known.iter().map(String::as_str)),
                });
            } else if self.columns.contains_key(name) {
                note(ProblemKind::DuplicateColumn);
            } else {
                self.columns.insert(name.to_owned(), position);
            }
        }
        for name in self.needed_columns() {
            if !self.columns.contains_key(&name) {
                self.ledger.note(
                    self.declaration.name,
                    Some(row),
                    Some(&name),
                    "",
                    ProblemKind::MissingColumn,
                );
            }
        }
        true
    }

    fn read_row(&mut self, record: &StringRecord, row: usize, width: usize) {
        let fields = last_filled(record);
        let name = self.declaration.name;
        if fields > width || record.len() < width {
            let kind = ProblemKind::UnevenRow {
                expected: width,
                fields: if fields > width { fields } else { record.len() },
            };
            self.ledger.note(name, Some(row), None, "", kind);
            return;
        }
        for (column, &position) in &self.columns {
            let field = record.get(position).unwrap_or_default();
            if field.len() > MOST_CHARACTERS && field.chars().count() > MOST_CHARACTERS {
                let kind = ProblemKind::FieldTooLong { most: MOST_CHARACTERS };
                self.ledger.note(name, Some(row), Some(column), field, kind);
            }
        }
        self.records.push(Record { row, fields: record.clone() });
    }

    fn known_columns(&self) -> BTreeSet<String> {
        order::set(self.declaration.columns.iter().flat_map(|column| self.expanded(column)))
    }

    fn needed_columns(&self) -> Vec<String> {
        let columns = self.declaration.columns.iter().filter(|column| column.needed);
        columns.flat_map(|column| self.expanded(column)).collect()
    }

    /// The names that a column may have in this plan.
    fn expanded(&self, column: &super::declaration::Column) -> Vec<String> {
        match column.pattern() {
            None => vec![column.name.to_owned()],
            Some((before, word, after)) => self
                .names
                .of_placeholder(word)
                .iter()
                .map(|id| format!("{before}{id}{after}"))
                .collect(),
        }
    }

    /// Whether a name would be known if the table that gives its ids could be read.
    fn may_be_meant(&self, name: &str) -> bool {
        self.declaration.columns.iter().filter_map(super::declaration::Column::pattern).any(
            |(before, word, after)| {
                self.names.of_placeholder(word).is_empty()
                    && name.starts_with(before)
                    && name.ends_with(after)
            },
        )
    }
}

/// The text with one sort of line end, without the mark that spreadsheets put before it.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let mut plain = text.replace("\r\n", "\n").replace('\r', "\n");
    plain.push('\n');
    plain
}

/// A comma, unless the header is clearly separated by something else.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    match header {
        header if header.contains(',') => b',',
        header if header.contains('\t') => b'\t',
        header if header.contains(';') => b';',
        _ => b',',
    }
}

/// How many fields there are up to the last that is not blank; spreadsheets add blank ones.
fn last_filled(record: &StringRecord) -> usize {
    (0..record.len())
        .rfind(|&position| record.get(position).is_some_and(|field| !field.trim().is_empty()))
        .map_or(0, |last| last + 1)
}
