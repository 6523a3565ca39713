//! One row, read field by field with types and limits.
//!
//! A faulty field is noted and something harmless is returned in its place; a plan is only handed
//! out when nothing was noted.

use super::nearest::nearest;
use super::number;
use super::problem::{ProblemKind, Thing};
use super::shares;
use super::table::{Record, Table};
use super::words::{self, Words};
use crate::plan::lever::Span;
use crate::plan::provenance::{Label, Provenance, Sourced};
use crate::units::{Points, Quarters, Rate, Share, Year};

/// Parts of a whole, in %.
pub(super) const PERCENT: Span = Span { min: 0.0, max: 100.0 };
/// Yearly changes, in %.
pub(super) const CHANGE: Span = Span { min: -50.0, max: 100.0 };
/// Amounts that may be nothing, in 亿元.
pub(super) const AMOUNT: Span = Span { min: 0.0, max: 1e7 };
/// Amounts that must be something, in 亿元.
pub(super) const POSITIVE_AMOUNT: Span = Span { min: 1e-6, max: 1e7 };
/// Lengths of time in quarters.
pub(super) const LENGTH: Span = Span { min: 0.0, max: 200.0 };

/// Most characters of an id.
const MOST_ID: usize = 40;

/// Problems beyond which no name that may have been meant is looked for.
const MOST_GUESSES: usize = 200;

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) record: &'t Record,
}

impl<'t> Row<'t> {
    /// Notes a problem of a field, or of the row.
    pub(super) fn note(&self, column: Option<&str>, found: &str, kind: ProblemKind) {
        let name = self.table.declaration.name;
        self.table.ledger.note(name, Some(self.record.row), column, found, kind);
    }

    /// The field without surrounding blanks; `None` when it is blank or there is no such column.
    pub(super) fn field(&self, column: &str) -> Option<&'t str> {
        let &position = self.table.columns.get(column)?;
        self.record.fields.get(position).map(str::trim).filter(|field| !field.is_empty())
    }

    /// The field, noted when blank; a column that is missing altogether has been noted before.
    fn filled(&self, column: &str) -> Option<&'t str> {
        let field = self.field(column);
        if field.is_none() && self.could_have(column) {
            self.note(Some(column), "", ProblemKind::MissingValue);
        }
        field
    }

    /// Whether a blank in this column is the row's fault.
    fn could_have(&self, column: &str) -> bool {
        self.table.columns.contains_key(column)
            || !self
                .table
                .declaration
                .columns
                .iter()
                .any(|known| known.name == column && known.needed)
    }

    /// Text that may be blank.
    pub(super) fn text(&self, column: &str) -> String {
        self.field(column).unwrap_or_default().to_owned()
    }

    /// Text that must not be blank.
    pub(super) fn needed_text(&self, column: &str) -> String {
        self.filled(column).unwrap_or_default().to_owned()
    }

    /// A new id.
    pub(super) fn id(&self, column: &str) -> String {
        let Some(id) = self.filled(column) else { return String::new() };
        let usable = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if id.len() > MOST_ID || !id.chars().all(usable) {
            self.note(Some(column), id, ProblemKind::NotAnId);
        }
        id.to_owned()
    }

    /// A new id that nothing in `known` has yet.
    pub(super) fn new_id(&self, column: &str, of: Thing, known: &mut Vec<String>) -> String {
        let id = self.id(column);
        if !id.is_empty() && known.contains(&id) {
            self.note(Some(column), &id, ProblemKind::DuplicateId { of });
        }
        known.push(id.clone());
        id
    }

    /// The position of the thing that the field names; `None`, noted, when there is no such thing.
    pub(super) fn named(&self, column: &str, of: Thing) -> Option<usize> {
        self.position(column, of, self.filled(column)?)
    }

    /// The position of the thing with an id that stands in a field; `None`, noted, when there is none.
    pub(super) fn position(&self, column: &str, of: Thing, id: &str) -> Option<usize> {
        let ids = self.table.names.ids(of);
        let position = ids.position(id);
        if position.is_none() {
            // The first slips show the pattern; comparing thousands of names would take minutes.
            let few = self.table.ledger.count() < MOST_GUESSES;
            let nearest = few.then(|| nearest(id, ids.list().iter().map(String::as_str))).flatten();
            self.note(Some(column), id, ProblemKind::UnknownId { of, nearest });
        }
        position
    }

    /// The same for a field that may be blank.
    pub(super) fn named_if_given(&self, column: &str, of: Thing) -> Option<usize> {
        self.field(column).and_then(|_| self.named(column, of))
    }

    /// Names in two languages, `name_zh` and `name_en`; one stands in for the other.
    pub(super) fn label(&self, stem: &str) -> Label {
        let (zh_column, en_column) = (format!("{stem}_zh"), format!("{stem}_en"));
        match (self.field(&zh_column), self.field(&en_column)) {
            (Some(zh), Some(en)) => Label { zh: zh.to_owned(), en: en.to_owned() },
            (Some(one), None) | (None, Some(one)) => {
                Label { zh: one.to_owned(), en: one.to_owned() }
            }
            (None, None) => {
                self.note(Some(&zh_column), "", ProblemKind::MissingValue);
                Label::default()
            }
        }
    }

    /// A number within limits, if one is given; a faulty one is noted.
    pub(super) fn number_if_given(&self, column: &str, limits: Span) -> Option<f64> {
        let field = self.field(column)?;
        let Some(value) = number::parse(field, column.ends_with("_pct")) else {
            self.note(Some(column), field, ProblemKind::NotANumber);
            return None;
        };
        if !limits.contains(value) {
            let kind = ProblemKind::OutOfRange { min: limits.min, max: limits.max };
            self.note(Some(column), field, kind);
            return None;
        }
        Some(value)
    }

    /// A number within limits.
    pub(super) fn number(&self, column: &str, limits: Span) -> f64 {
        self.filled(column);
        self.number_if_given(column, limits).unwrap_or(limits.min)
    }

    /// A whole number within limits, if one is given.
    pub(super) fn whole_if_given(&self, column: &str, limits: Span) -> Option<i32> {
        let value = self.number_if_given(column, limits)?;
        if value.fract() != 0.0 {
            self.note(Some(column), self.field(column)?, ProblemKind::NotAWholeNumber);
            return None;
        }
        // Limits keep it far inside the range of the type.
        Some(value as i32)
    }

    /// A part of a whole, from %.
    pub(super) fn share(&self, column: &str) -> Share {
        share(self.number(column, PERCENT))
    }

    /// A part of a whole, from %, if one is given.
    pub(super) fn share_if_given(&self, column: &str) -> Option<Share> {
        self.number_if_given(column, PERCENT).map(share)
    }

    /// A yearly change, from %.
    pub(super) fn change(&self, column: &str) -> Rate {
        Points(self.number(column, CHANGE)).rate()
    }

    /// Parts that add to a whole, one for each column; `None` when all are blank. A blank among
    /// others is nothing.
    pub(super) fn shares(&self, columns: &[String]) -> Option<Vec<Share>> {
        if columns.iter().all(|column| self.field(column).is_none()) {
            return None;
        }
        let before = self.table.ledger.count();
        let mut parts: Vec<Share> =
            columns.iter().map(|column| self.share_if_given(column).unwrap_or_default()).collect();
        if self.table.ledger.count() == before
            && let Err(sum) = shares::whole(&mut parts)
        {
            let first = columns.iter().find(|column| self.field(column).is_some());
            let column = first.map(String::as_str);
            self.note(column, "", ProblemKind::SharesDoNotAddUp { sum });
        }
        Some(parts)
    }

    /// Parts of a whole named by ids, as in `mix_<category>_pct`; `None` when all are blank.
    pub(super) fn shares_by(&self, before: &str, of: Thing) -> Option<Vec<Share>> {
        let ids = self.table.names.ids(of);
        let columns: Vec<String> =
            ids.list().iter().map(|id| format!("{before}{id}_pct")).collect();
        self.shares(&columns)
    }

    /// How a year divides over its quarters, `q1_pct` to `q4_pct`; `None` when all are blank.
    pub(super) fn pattern(&self) -> Option<[Share; 4]> {
        let columns = ["q1_pct", "q2_pct", "q3_pct", "q4_pct"].map(str::to_owned);
        self.shares(&columns)?.try_into().ok()
    }

    /// A year after the base year.
    pub(super) fn later_year(&self, column: &str) -> Option<Year> {
        let grid = self.table.names.grid;
        let limits = grid.map_or(Span { min: 1900.0, max: 2200.0 }, |grid| Span {
            min: f64::from(grid.base_year.next().0),
            max: f64::from(grid.last_year().0),
        });
        self.filled(column)?;
        self.whole_if_given(column, limits).map(Year)
    }

    /// A quarter such as `2023Q1`, counted from the start of the base year.
    pub(super) fn quarter(&self, column: &str) -> Option<Quarters> {
        let field = self.filled(column)?;
        let Some((year, quarter)) = year_and_quarter(field) else {
            self.note(Some(column), field, ProblemKind::NotAQuarter);
            return None;
        };
        let grid = self.table.names.grid?;
        let limits = Span { min: f64::from(grid.base_year.0), max: f64::from(grid.last_year().0) };
        if !limits.contains(f64::from(year)) {
            let kind = ProblemKind::OutOfRange { min: limits.min, max: limits.max };
            self.note(Some(column), field, kind);
            return None;
        }
        Some(Quarters(f64::from((year - grid.base_year.0) * 4 + quarter - 1)))
    }

    /// One of the words that the column knows.
    pub(super) fn word<T: Copy>(&self, column: &str, words: Words<T>) -> Option<T> {
        self.filled(column)?;
        self.word_if_given(column, words)
    }

    /// One of the words that the column knows, if one is given.
    pub(super) fn word_if_given<T: Copy>(&self, column: &str, words: Words<T>) -> Option<T> {
        let field = self.field(column)?;
        let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(field));
        if found.is_none() {
            let allowed = words.iter().map(|&(word, _)| word.into()).collect();
            self.note(Some(column), field, ProblemKind::NotOneOf { allowed });
        }
        found.map(|&(_, meaning)| meaning)
    }

    /// Where a number comes from, in the column `provenance`.
    pub(super) fn provenance(&self, column: &str) -> Provenance {
        self.word(column, words::PROVENANCES).unwrap_or(Provenance::Assumption)
    }

    /// A value with the evidence in the columns `provenance` and `source`.
    pub(super) fn sourced<T>(&self, value: T) -> Sourced<T> {
        let provenance = self.provenance("provenance");
        Sourced { value, provenance, source: self.text("source") }
    }
}

/// A part of a whole from %.
pub(super) fn share(percent: f64) -> Share {
    Share(Points(percent).rate().0)
}

/// Year and quarter from `2023Q1`, `2023-Q1` or `2023年1季度`.
fn year_and_quarter(field: &str) -> Option<(i32, i32)> {
    let year = field.get(..4)?.parse().ok()?;
    let rest = field.get(4..)?.trim_start_matches([' ', '-', '年']);
    let quarter = rest
        .strip_prefix(['Q', 'q'])
        .or_else(|| rest.strip_suffix("季度").map(|rest| rest.trim_start_matches('第')))?;
    let quarter = match quarter.trim() {
        "1" | "一" => 1,
        "2" | "二" => 2,
        "3" | "三" => 3,
        "4" | "四" => 4,
        _ => return None,
    };
    Some((year, quarter))
}

#[cfg(test)]
mod tests {
    use super::year_and_quarter;

    #[test]
    fn a_quarter_is_understood_in_the_usual_spellings() {
        for field in ["2023Q2", "2023q2", "2023-Q2", "2023 Q2", "2023年2季度", "2023年第二季度"]
        {
            assert_eq!(year_and_quarter(field), Some((2023, 2)), "{field}");
        }
    }

    #[test]
    fn what_is_not_a_quarter_is_refused() {
        for field in ["2023", "2023Q5", "2023Q0", "Q1", "23Q1", "2023Q11", "年年Q1", "2023-01", ""]
        {
            assert_eq!(year_and_quarter(field), None, "{field}");
        }
    }
}
