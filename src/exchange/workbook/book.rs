//! Sheets of cells, before they become a file.

use super::term::{Term, Value};
use crate::text::Text;
use std::collections::BTreeMap;

/// A cell's place; rows and columns count from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Index of the sheet.
    pub sheet: usize,
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u16,
}

impl At {
    /// A place on a sheet.
    #[must_use]
    pub fn new(sheet: usize, row: u32, column: u16) -> Self {
        Self { sheet, row, column }
    }

    /// The name of the place on its sheet, such as `D12`.
    #[must_use]
    pub fn name(self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    pub(super) fn write(self, text: &mut String) {
        let mut letters = Vec::new();
        let mut rest = u32::from(self.column) + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        text.extend(letters.iter().rev());
        text.push_str(&(self.row + 1).to_string());
    }
}

/// A rectangle of cells on one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Upper left corner.
    pub first: At,
    /// Lower right corner.
    pub last: At,
}

impl Area {
    /// Its cells, row by row.
    pub fn cells(self) -> impl Iterator<Item = At> {
        let columns = self.first.column..=self.last.column;
        (self.first.row..=self.last.row).flat_map(move |row| {
            columns.clone().map(move |column| At::new(self.first.sheet, row, column))
        })
    }

    /// The cell in a row and a column counted from one.
    #[must_use]
    pub fn at(self, row: u32, column: u16) -> Option<At> {
        let at = At::new(
            self.first.sheet,
            self.first.row + row.checked_sub(1)?,
            self.first.column + column.checked_sub(1)?,
        );
        (at.row <= self.last.row && at.column <= self.last.column).then_some(at)
    }
}

/// What a cell is for, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The title of a sheet.
    Title,
    /// The title of a table.
    Heading,
    /// The head of a column.
    Head,
    /// An explanation.
    Note,
    /// The name of a row.
    Label,
    /// A number of the scenario: meant to be changed.
    Input,
    /// A number of the plan.
    Given,
    /// A formula.
    Derived,
    /// A formula that sums up, or a result.
    Result,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Words, or a number as it comes.
    Plain,
    /// Money, 亿元.
    Money,
    /// A fraction written in percent.
    Percent,
    /// Percentage points.
    Points,
    /// A factor or a coefficient.
    Factor,
    /// A time in quarters.
    Quarters,
    /// A whole number.
    Count,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub value: Value,
    /// The formula behind it; none for what is given.
    pub formula: Option<String>,
    /// What it is for.
    pub role: Role,
    /// How a number is written.
    pub kind: Kind,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells by row and column.
    pub cells: BTreeMap<(u32, u16), Cell>,
    /// Widths of columns, in characters.
    pub widths: BTreeMap<u16, f64>,
    /// Rows and columns that stay when the rest moves.
    pub frozen: (u32, u16),
    /// Cells that take one of some words.
    pub choices: Vec<(At, Vec<String>)>,
}

/// All sheets of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
    /// Cells that a formula reads though nothing stands there: a fault of ours.
    pub dangling: Vec<At>,
}

impl Book {
    /// Sheets with these names.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = &'static str>) -> Self {
        let named = |name: &str| Sheet { name: name.to_owned(), ..Sheet::default() };
        Self { sheets: names.into_iter().map(named).collect(), dangling: Vec::new() }
    }

    /// What stands in a cell.
    #[must_use]
    pub fn value(&self, at: At) -> Value {
        self.cell(at).map(|cell| cell.value.clone()).unwrap_or_default()
    }

    /// The number in a cell.
    #[must_use]
    pub fn number(&self, at: At) -> f64 {
        self.value(at).number()
    }

    fn cell(&self, at: At) -> Option<&Cell> {
        self.sheets.get(at.sheet)?.cells.get(&(at.row, at.column))
    }

    /// Writes a formula and its value.
    pub fn put(&mut self, at: At, term: impl Into<Term>, role: Role, kind: Kind) {
        let term = term.into();
        let mut missing = Vec::new();
        term.cells(&mut |read| {
            if self.cell(read).is_none() {
                missing.push(read);
            }
        });
        self.dangling.extend(missing);
        let (value, formula) = match term {
            Term::Number(number) => (Value::Number(number), None),
            term => (term.value(self), Some(term.formula(self, at.sheet))),
        };
        self.insert(at, Cell { value, formula, role, kind });
    }

    /// Writes something given: a number, words or nothing yet.
    pub fn give(&mut self, at: At, value: Value, role: Role, kind: Kind) {
        self.insert(at, Cell { value, formula: None, role, kind });
    }

    /// Writes words.
    pub fn say(&mut self, at: At, words: impl Into<String>, role: Role) {
        self.give(at, Value::Words(words.into()), role, Kind::Plain);
    }

    /// Puts another value in the place of a given one without recalculating anything, as a person
    /// does who changes an input in a file that another program will open.
    pub fn overwrite(&mut self, at: At, value: Value) {
        let cell = self
            .sheets
            .get_mut(at.sheet)
            .and_then(|sheet| sheet.cells.get_mut(&(at.row, at.column)));
        if let Some(cell) = cell
            && cell.formula.is_none()
        {
            cell.value = value;
        }
    }

    fn insert(&mut self, at: At, cell: Cell) {
        if let Some(sheet) = self.sheets.get_mut(at.sheet) {
            sheet.cells.insert((at.row, at.column), cell);
        }
    }

    pub(super) fn write_sheet(&self, text: &mut String, sheet: usize, here: usize) {
        if sheet != here
            && let Some(sheet) = self.sheets.get(sheet)
        {
            text.push('\'');
            text.push_str(&sheet.name);
            text.push_str("'!");
        }
    }
}

/// The first column of a table's numbers: before it stand a name, a unit and a beginning.
pub(super) const FIRST: u16 = 3;

/// A table with one row for each item and one column for each quarter or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its first number.
    pub first: At,
    /// How many items.
    pub rows: usize,
    /// How many quarters or years.
    pub columns: usize,
    /// How many years are summed up behind the quarters.
    pub years: usize,
}

impl Block {
    /// An item's number.
    #[must_use]
    pub fn at(self, item: usize, column: usize) -> At {
        let At { sheet, row, column: first } = self.first;
        At::new(sheet, row + item as u32, first + column as u16)
    }

    /// The sum of an item's year.
    #[must_use]
    pub fn year(self, item: usize, year: usize) -> At {
        self.at(item, self.columns + year)
    }

    /// What stands before an item's first number.
    #[must_use]
    pub fn before(self, item: usize) -> At {
        let at = self.at(item, 0);
        At { column: at.column - 1, ..at }
    }

    /// All items of one column.
    #[must_use]
    pub fn column(self, column: usize) -> Area {
        Area { first: self.at(0, column), last: self.at(self.rows.saturating_sub(1), column) }
    }

    /// All items of one year's sum.
    #[must_use]
    pub fn year_column(self, year: usize) -> Area {
        self.column(self.columns + year)
    }

    /// Some columns of an item.
    #[must_use]
    pub fn row(self, item: usize, columns: std::ops::Range<usize>) -> Area {
        Area {
            first: self.at(item, columns.start),
            last: self.at(item, columns.end.saturating_sub(1)),
        }
    }
}

/// A sheet that is being written from top to bottom.
pub(super) struct Page<'a> {
    /// The book.
    pub book: &'a mut Book,
    /// The sheet.
    pub sheet: usize,
    /// The next free row.
    pub row: u32,
    /// The words.
    pub text: Text,
}

impl Page<'_> {
    /// A place in the next free row.
    pub(super) fn here(&self, column: u16) -> At {
        At::new(self.sheet, self.row, column)
    }

    /// The title of the sheet and what it is about.
    pub(super) fn title(&mut self, title: &str, note: &str) {
        self.book.say(At::new(self.sheet, 0, 0), title, Role::Title);
        self.book.say(At::new(self.sheet, 1, 0), note, Role::Note);
        self.row = 3;
        for column in 0..2 {
            self.width(column, if column == 0 { 34.0 } else { 12.0 });
        }
    }

    /// The width of a column.
    pub(super) fn width(&mut self, column: u16, characters: f64) {
        if let Some(sheet) = self.book.sheets.get_mut(self.sheet) {
            sheet.widths.insert(column, characters);
        }
    }

    /// Rows above and columns before the next free row stay when the rest moves.
    pub(super) fn freeze(&mut self, columns: u16) {
        let row = self.row;
        if let Some(sheet) = self.book.sheets.get_mut(self.sheet) {
            sheet.frozen = (row, columns);
        }
    }

    /// The title of a table and how its numbers come about.
    pub(super) fn heading(&mut self, heading: &str, note: &str) {
        self.book.say(self.here(0), heading, Role::Heading);
        if !note.is_empty() {
            self.row += 1;
            self.book.say(self.here(0), note, Role::Note);
        }
        self.row += 1;
    }

    /// Heads of columns in the next free row.
    pub(super) fn heads<S: Into<String>>(&mut self, heads: impl IntoIterator<Item = S>) {
        for (column, head) in heads.into_iter().enumerate() {
            self.book.say(self.here(column as u16), head, Role::Head);
        }
        self.row += 1;
    }

    /// Room for a table by quarter or year, its rows named and its columns headed; a row is left free
    /// below it.
    pub(super) fn block(
        &mut self,
        labels: &[String],
        unit: &str,
        heads: &[String],
        years: &[String],
    ) -> Block {
        let all = [String::new(), unit.to_owned(), String::new()];
        self.heads(all.iter().chain(heads).chain(years).cloned());
        let block = Block {
            first: self.here(FIRST),
            rows: labels.len(),
            columns: heads.len(),
            years: years.len(),
        };
        for label in labels {
            self.book.say(self.here(0), label.clone(), Role::Label);
            self.row += 1;
        }
        self.row += 1;
        block
    }

    /// The sums by year behind a block's quarters.
    pub(super) fn sum_years(&mut self, block: Block, kind: Kind) {
        for item in 0..block.rows {
            for year in 0..block.years {
                let quarters = block.row(item, year * 4..year * 4 + 4);
                self.book.put(
                    block.year(item, year),
                    super::term::sum(quarters),
                    Role::Result,
                    kind,
                );
            }
        }
    }
}
