//! What can be wrong with a table, precisely enough to be said in any language.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// One thing that keeps a table from being read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// File name of the table, such as `projects.csv`.
    pub table: String,
    /// Row as a spreadsheet numbers it, the header being row 1; absent when the table as a whole is
    /// meant.
    pub row: Option<usize>,
    /// Name of the column; absent when the row as a whole is meant.
    pub column: Option<String>,
    /// What stands there, shortened; empty when nothing does.
    pub found: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ProblemKind {
    /// A table that every plan needs is not there.
    MissingTable,
    /// No table has this name; the nearest that exists, if one is near.
    UnknownTable {
        /// The name that may have been meant.
        nearest: Option<String>,
    },
    /// Two tables say the same thing in different ways; only one of them may be there.
    ConflictingTable {
        /// The other table.
        other: Cow<'static, str>,
    },
    /// The file cannot be opened.
    Unreadable,
    /// The file is not UTF-8 text.
    NotText,
    /// There is not even a header.
    Empty,
    /// The file is larger than any plan needs.
    FileTooLarge {
        /// Most bytes.
        most: usize,
    },
    /// The table has more rows than any plan needs.
    TooManyRows {
        /// Most rows, without the header.
        most: usize,
    },
    /// The table has more columns than any plan needs.
    TooManyColumns {
        /// Most columns.
        most: usize,
    },
    /// A field is longer than any plan needs.
    FieldTooLong {
        /// Most characters.
        most: usize,
    },
    /// A column that the table needs is not there.
    MissingColumn,
    /// The table has no such column; the nearest that it has, if one is near.
    UnknownColumn {
        /// The name that may have been meant.
        nearest: Option<String>,
    },
    /// Two columns have the same name.
    DuplicateColumn,
    /// The row has a different number of fields than the header.
    UnevenRow {
        /// Fields of the header.
        expected: usize,
        /// Fields of the row.
        fields: usize,
    },
    /// A needed value is left blank.
    MissingValue,
    /// A needed row is not there.
    MissingRow {
        /// What the row would be about.
        about: String,
    },
    /// A value that this row must not give, because something else decides it.
    OutOfPlace {
        /// What decides it.
        decided_by: Cow<'static, str>,
    },
    /// Not a finite decimal number.
    NotANumber,
    /// Not a whole number.
    NotAWholeNumber,
    /// Not a quarter such as `2023Q1`.
    NotAQuarter,
    /// Outside what is possible, in the unit of the column.
    OutOfRange {
        /// The least that is possible.
        min: f64,
        /// The most that is possible.
        max: f64,
    },
    /// An annual plan is a budget for calendar years and begins with a first quarter.
    NotAFirstQuarter,
    /// A shape parameter under which cumulative spending would fall for a time.
    FallingCurve {
        /// The least value that keeps it rising.
        least: f64,
    },
    /// Not one of the words that the column knows.
    NotOneOf {
        /// The words.
        allowed: Vec<Cow<'static, str>>,
    },
    /// Not usable as an id: letters, digits, `-` and `_` only, at most 40.
    NotAnId,
    /// Nothing has this id; the nearest that exists, if one is near.
    UnknownId {
        /// What is referred to.
        of: Thing,
        /// The id that may have been meant.
        nearest: Option<String>,
    },
    /// The same id, or the same row, a second time.
    DuplicateId {
        /// What is named twice.
        of: Thing,
    },
    /// Parts of a whole that do not add to 100 %.
    SharesDoNotAddUp {
        /// Their sum in %.
        sum: f64,
    },
    /// Amounts that do not add to the total that they divide.
    AmountsDoNotAddUp {
        /// Their sum in 亿元.
        sum: f64,
        /// The total in 亿元.
        total: f64,
    },
    /// An industry that uses up a yuan or more of local input per yuan of output.
    UnproductiveColumn {
        /// The industry's id.
        industry: String,
        /// Local input per yuan of output.
        sum: f64,
    },
    /// An industry whose local input and value added come to more than its output, or whose labour
    /// income is more than its value added.
    ValueAddedTooHigh {
        /// The industry's id.
        industry: String,
        /// The most that is possible.
        most: f64,
    },
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Thing {
    /// A line of `plan.csv`.
    Key,
    /// A year of the calendar.
    Year,
    /// An industry.
    Industry,
    /// A kind of project spending.
    Category,
    /// A funding source.
    Source,
    /// A pillar.
    Pillar,
    /// One of the quantities by which goals are sorted.
    Quantity,
    /// A project or cohort.
    Project,
    /// An initiative.
    Initiative,
    /// A tier.
    Tier,
    /// A basic indicator of an industry.
    Driver,
    /// A numeric goal of the document.
    Indicator,
    /// A kind of lever.
    Lever,
}

impl Thing {
    /// What it is called in English, with its article.
    fn english(self) -> &'static str {
        match self {
            Self::Key => "a line of the plan",
            Self::Year => "a year of the calendar",
            Self::Industry => "an industry",
            Self::Category => "a spending category",
            Self::Source => "a funding source",
            Self::Pillar => "a pillar",
            Self::Quantity => "a quantity",
            Self::Project => "a project",
            Self::Initiative => "an initiative",
            Self::Tier => "a tier",
            Self::Driver => "a basic indicator",
            Self::Indicator => "an indicator",
            Self::Lever => "a lever",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.table)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        f.write_str(": ")?;
        if !self.found.is_empty() {
            write!(f, "“{}” ", self.found)?;
        }
        write!(f, "{}", self.kind)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingTable => f.write_str("this table is needed and missing"),
            Self::UnknownTable { nearest } => {
                f.write_str("is not the name of a table")?;
                meant(f, nearest.as_deref())
            }
            Self::ConflictingTable { other } => write!(f, "cannot stand beside {other}; keep one"),
            Self::Unreadable => f.write_str("the file cannot be opened"),
            Self::NotText => f.write_str("the file is not UTF-8 text; save it as “CSV UTF-8”"),
            Self::Empty => f.write_str("the table is empty, even its header is missing"),
            Self::FileTooLarge { most } => write!(f, "the file is larger than {most} bytes"),
            Self::TooManyRows { most } => write!(f, "the table has more than {most} rows"),
            Self::TooManyColumns { most } => write!(f, "the table has more than {most} columns"),
            Self::FieldTooLong { most } => write!(f, "is longer than {most} characters"),
            Self::MissingColumn => f.write_str("this column is needed and missing"),
            Self::UnknownColumn { nearest } => {
                f.write_str("is not a column of this table")?;
                meant(f, nearest.as_deref())
            }
            Self::DuplicateColumn => f.write_str("this column is there twice"),
            Self::UnevenRow { expected, fields } => {
                write!(f, "the row has {fields} fields, the header has {expected}")
            }
            Self::MissingValue => f.write_str("a value is needed here"),
            Self::MissingRow { about } => write!(f, "a row for {about} is missing"),
            Self::OutOfPlace { decided_by } => {
                write!(f, "must be left blank, because {decided_by} decides it")
            }
            Self::NotANumber => f.write_str("is not a number"),
            Self::NotAWholeNumber => f.write_str("is not a whole number"),
            Self::NotAQuarter => f.write_str("is not a quarter; write it like 2023Q1"),
            Self::OutOfRange { min, max } => write!(f, "is not between {min} and {max}"),
            Self::NotAFirstQuarter => f.write_str("an annual plan begins with a first quarter"),
            Self::FallingCurve { least } => {
                write!(f, "makes spending fall for a time; it must be at least {least}")
            }
            Self::NotOneOf { allowed } => write!(f, "is not one of {}", allowed.join(", ")),
            Self::NotAnId => f.write_str("is not an id: use up to 40 letters, digits, “-” and “_”"),
            Self::UnknownId { of, nearest } => {
                write!(f, "does not name {}", of.english())?;
                meant(f, nearest.as_deref())
            }
            Self::DuplicateId { of } => write!(f, "names {} a second time", of.english()),
            Self::SharesDoNotAddUp { sum } => write!(f, "shares add to {sum:.2} %, not to 100 %"),
            Self::AmountsDoNotAddUp { sum, total } => {
                write!(f, "amounts add to {sum}, not to the total of {total}")
            }
            Self::UnproductiveColumn { industry, sum } => {
                write!(
                    f,
                    "{industry} uses {sum} of local input per yuan of output; it must be below 1"
                )
            }
            Self::ValueAddedTooHigh { industry, most } => {
                write!(f, "is more than {industry} can have; the most is {most}")
            }
        }
    }
}

fn meant(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    nearest.map_or(Ok(()), |name| write!(f, "; did you mean {name}?"))
}

impl std::error::Error for Problem {}
