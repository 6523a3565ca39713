//! A formula and its value, from one expression.
//!
//! What a cell shows before anything is recalculated and what it says to a spreadsheet can never
//! disagree: both are read off the same tree. Only operations that every spreadsheet has.

mod build;
mod evaluate;

pub(super) use build::*;

use super::book::{Area, At, Book};
use std::fmt::Write as _;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing; counts as zero.
    #[default]
    Blank,
    /// A number; not a number where a spreadsheet would show an error.
    Number(f64),
    /// Words.
    Words(String),
    /// Whether something holds.
    Truth(bool),
}

impl Value {
    /// As a number: nothing is zero, truth one, words none.
    #[must_use]
    pub fn number(&self) -> f64 {
        match self {
            Self::Blank => 0.0,
            Self::Number(number) => *number,
            Self::Truth(truth) => f64::from(u8::from(*truth)),
            Self::Words(_) => f64::NAN,
        }
    }

    fn holds(&self) -> bool {
        self.number() != 0.0
    }
}

/// An expression over cells.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A number.
    Number(f64),
    /// Our own words; never text from a plan or a person.
    Words(&'static str),
    /// One cell.
    Cell(At),
    /// A rectangle of cells.
    Area(Area),
    /// Two terms joined.
    Joined(Join, Box<(Term, Term)>),
    /// A function of terms.
    Of(Function, Vec<Term>),
}

/// How two terms are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Sum.
    Plus,
    /// Difference.
    Minus,
    /// Product.
    Times,
    /// Quotient.
    Over,
    /// Whether equal.
    Equal,
    /// Whether different.
    Unequal,
    /// Whether less or equal.
    AtMost,
    /// Whether greater or equal.
    AtLeast,
    /// Whether less.
    Below,
    /// Whether greater.
    Above,
}

impl Join {
    fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Equal => "=",
            Self::Unequal => "<>",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::Above => ">",
        }
    }

    /// What binds more strongly is larger.
    fn strength(self) -> u8 {
        match self {
            Self::Times | Self::Over => 3,
            Self::Plus | Self::Minus => 2,
            _ => 1,
        }
    }

    fn value(self, left: &Value, right: &Value) -> Value {
        if let (Value::Words(left), Value::Words(right)) = (left, right) {
            return Value::Truth(match self {
                Self::Equal => left == right,
                _ => left != right,
            });
        }
        if matches!(left, Value::Words(_)) != matches!(right, Value::Words(_)) {
            match self {
                Self::Equal => return Value::Truth(false),
                Self::Unequal => return Value::Truth(true),
                _ => {}
            }
        }
        let (left, right) = (left.number(), right.number());
        match self {
            Self::Plus => Value::Number(left + right),
            Self::Minus => Value::Number(left - right),
            Self::Times => Value::Number(left * right),
            Self::Over if right == 0.0 => Value::Number(f64::NAN),
            Self::Over => Value::Number(left / right),
            Self::Equal => Value::Truth(left == right),
            Self::Unequal => Value::Truth(left != right),
            Self::AtMost => Value::Truth(left <= right),
            Self::AtLeast => Value::Truth(left >= right),
            Self::Below => Value::Truth(left < right),
            Self::Above => Value::Truth(left > right),
        }
    }
}

/// The functions that are used: Excel, WPS and LibreOffice agree on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Sum of numbers; words in an area do not count.
    Sum,
    /// Sum of the products of areas of one shape.
    SumProduct,
    /// One of two terms.
    If,
    /// Whether all hold.
    And,
    /// Whether one holds.
    Or,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// The whole number below.
    Int,
    /// Size without sign.
    Abs,
    /// The cell of an area in a row and a column, counted from one.
    Index,
    /// Whether a cell holds a number.
    IsNumber,
}

impl Function {
    fn name(self) -> &'static str {
        match self {
            Self::Sum => "SUM",
            Self::SumProduct => "SUMPRODUCT",
            Self::If => "IF",
            Self::And => "AND",
            Self::Or => "OR",
            Self::Min => "MIN",
            Self::Max => "MAX",
            Self::Int => "INT",
            Self::Abs => "ABS",
            Self::Index => "INDEX",
            Self::IsNumber => "ISNUMBER",
        }
    }
}

impl Term {
    /// What the term comes to with the values that stand in the book.
    #[must_use]
    pub fn value(&self, book: &Book) -> Value {
        match self {
            Self::Number(number) => Value::Number(*number),
            Self::Words(words) => Value::Words((*words).to_owned()),
            Self::Cell(at) => book.value(*at),
            // An area is no single value; functions go through it themselves.
            Self::Area(_) => Value::Number(f64::NAN),
            Self::Joined(join, sides) => join.value(&sides.0.value(book), &sides.1.value(book)),
            Self::Of(function, terms) => evaluate::of(*function, terms, book),
        }
    }

    /// The term as a spreadsheet reads it, standing on a sheet.
    #[must_use]
    pub fn formula(&self, book: &Book, sheet: usize) -> String {
        let mut text = String::from("=");
        self.write(&mut text, book, sheet);
        text
    }

    fn write(&self, text: &mut String, book: &Book, sheet: usize) {
        match self {
            Self::Number(number) if *number < 0.0 => text.push_str(&format!("({number})")),
            Self::Number(number) => text.push_str(&number.to_string()),
            Self::Words(words) => {
                // Writing to a string cannot fail.
                let _ = write!(text, "\"{}\"", words.replace('"', "\"\""));
            }
            Self::Cell(at) => {
                book.write_sheet(text, at.sheet, sheet);
                at.write(text);
            }
            Self::Area(area) => {
                book.write_sheet(text, area.first.sheet, sheet);
                area.first.write(text);
                text.push(':');
                area.last.write(text);
            }
            Self::Joined(join, sides) => {
                let (left, right) = (&sides.0, &sides.1);
                left.write_within(text, join.strength(), book, sheet);
                text.push_str(join.sign());
                // A difference or a quotient on the right needs its brackets at the same strength.
                right.write_within(text, join.strength() + 1, book, sheet);
            }
            Self::Of(function, terms) => {
                text.push_str(function.name());
                text.push('(');
                for (index, term) in terms.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    term.write(text, book, sheet);
                }
                text.push(')');
            }
        }
    }

    fn write_within(&self, text: &mut String, strength: u8, book: &Book, sheet: usize) {
        match self {
            Self::Joined(join, _) if join.strength() < strength => {
                text.push('(');
                self.write(text, book, sheet);
                text.push(')');
            }
            _ => self.write(text, book, sheet),
        }
    }

    /// The cells that the term reads, areas by their corners.
    pub(super) fn cells(&self, each: &mut impl FnMut(At)) {
        match self {
            Self::Number(_) | Self::Words(_) => {}
            Self::Cell(at) => each(*at),
            Self::Area(area) => area.cells().for_each(each),
            Self::Joined(_, sides) => {
                sides.0.cells(each);
                sides.1.cells(each);
            }
            Self::Of(_, terms) => terms.iter().for_each(|term| term.cells(each)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::workbook::book::{Kind, Role};

    fn book() -> Book {
        let mut book = Book::new(["甲", "乙"]);
        for (column, number) in [(0, 2.0), (1, 3.0), (27, 5.0)] {
            book.put(At::new(0, 4, column), number, Role::Given, Kind::Plain);
        }
        book
    }

    fn at(column: u16) -> At {
        At::new(0, 4, column)
    }

    fn reads(term: &Term, sheet: usize) -> (String, f64) {
        (term.formula(&book(), sheet), term.value(&book()).number())
    }

    #[test]
    fn a_formula_and_its_value_say_the_same() {
        let term = at(0) - (at(1) - at(27)) - 1.0;
        assert_eq!(reads(&term, 0), ("=A5-(B5-AB5)-1".to_owned(), 3.0));
        let term = at(0) / (at(1) * at(27)) * 15.0;
        assert_eq!(reads(&term, 0), ("=A5/(B5*AB5)*15".to_owned(), 2.0));
        let term = (at(0) + at(1)) * -2.0;
        assert_eq!(reads(&term, 0), ("=(A5+B5)*(-2)".to_owned(), -10.0));
        let term = choose(below(at(0), at(1)), larger(at(0), 7.0), "—");
        assert_eq!(reads(&term, 0), ("=IF(A5<B5,MAX(A5,7),\"—\")".to_owned(), 7.0));
    }

    #[test]
    fn a_cell_of_another_sheet_is_named_with_it() {
        let area = Area { first: at(0), last: at(1) };
        assert_eq!(reads(&sum(area), 1), ("=SUM('甲'!A5:B5)".to_owned(), 5.0));
        assert_eq!(reads(&sum(area), 0).0, "=SUM(A5:B5)");
        let term = cell_of(area, 1.0, 2.0) + sum_product_of(area, area);
        assert_eq!(reads(&term, 0), ("=INDEX(A5:B5,1,2)+SUMPRODUCT(A5:B5,A5:B5)".to_owned(), 16.0));
    }

    #[test]
    fn words_are_no_numbers_and_nothing_is_zero() {
        let mut book = book();
        book.say(at(2), "—", Role::Derived);
        book.give(at(3), Value::Blank, Role::Input, Kind::Plain);
        let holds = |term: Term| term.value(&book) == Value::Truth(true);
        assert!(!holds(is_number(at(2))) && !holds(is_number(at(3))) && holds(is_number(at(0))));
        assert!(holds(equal(at(2), "—")) && !holds(equal(at(2), 1.0)));
        assert_eq!((at(3) + 1.0).value(&book), Value::Number(1.0));
        assert!((at(2) + 1.0).value(&book).number().is_nan());
    }
}
