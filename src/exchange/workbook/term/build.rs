//! How terms are written in the sheets' code.

use super::{Function, Join, Term};
use crate::exchange::workbook::book::{Area, At};
use std::ops::{Add, Div, Mul, Sub};

impl From<f64> for Term {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for Term {
    fn from(words: &'static str) -> Self {
        Self::Words(words)
    }
}

impl From<At> for Term {
    fn from(at: At) -> Self {
        Self::Cell(at)
    }
}

impl From<Area> for Term {
    fn from(area: Area) -> Self {
        Self::Area(area)
    }
}

/// Joins two terms.
fn join(how: Join, left: impl Into<Term>, right: impl Into<Term>) -> Term {
    Term::Joined(how, Box::new((left.into(), right.into())))
}

macro_rules! arithmetic {
    ($($operation:ident, $name:ident, $join:ident;)*) => {$(
        impl<T: Into<Term>> $operation<T> for Term {
            type Output = Term;
            fn $name(self, other: T) -> Term {
                join(Join::$join, self, other)
            }
        }
        impl<T: Into<Term>> $operation<T> for At {
            type Output = Term;
            fn $name(self, other: T) -> Term {
                join(Join::$join, self, other)
            }
        }
        impl $operation<Term> for f64 {
            type Output = Term;
            fn $name(self, other: Term) -> Term {
                join(Join::$join, self, other)
            }
        }
        impl $operation<At> for f64 {
            type Output = Term;
            fn $name(self, other: At) -> Term {
                join(Join::$join, self, other)
            }
        }
    )*};
}

arithmetic! {
    Add, add, Plus;
    Sub, sub, Minus;
    Mul, mul, Times;
    Div, div, Over;
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident, $join:ident;)*) => {$(
        $(#[$doc])*
        pub(in crate::exchange::workbook) fn $name(left: impl Into<Term>, right: impl Into<Term>) -> Term {
            join(Join::$join, left, right)
        }
    )*};
}

comparisons! {
    /// Whether two terms are equal.
    equal, Equal;
    /// Whether two terms differ.
    unequal, Unequal;
    /// Whether the first is no more than the second.
    at_most, AtMost;
    /// Whether the first is no less than the second.
    at_least, AtLeast;
    /// Whether the first is less than the second.
    below, Below;
    /// Whether the first is more than the second.
    above, Above;
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident($($term:ident),+), $function:ident;)*) => {$(
        $(#[$doc])*
        pub(in crate::exchange::workbook) fn $name($($term: impl Into<Term>),+) -> Term {
            Term::Of(Function::$function, vec![$($term.into()),+])
        }
    )*};
}

functions! {
    /// Sum of an area.
    sum(area), Sum;
    /// Sum of the products of two areas.
    sum_product_of(one, other), SumProduct;
    /// The second term where the first holds, else the third.
    choose(test, holds, fails), If;
    /// Whether both hold.
    both(one, other), And;
    /// Whether one of two holds.
    either(one, other), Or;
    /// The smaller of two.
    smaller(one, other), Min;
    /// The larger of two.
    larger(one, other), Max;
    /// The whole number below.
    whole(term), Int;
    /// Size without sign.
    size(term), Abs;
    /// The cell of an area in a row and a column, counted from one.
    cell_of(area, row, column), Index;
    /// Whether a cell holds a number.
    is_number(term), IsNumber;
}

/// Terms added up; nothing is zero.
pub(in crate::exchange::workbook) fn total(terms: impl IntoIterator<Item = Term>) -> Term {
    terms.into_iter().reduce(|sum, term| sum + term).unwrap_or(Term::Number(0.0))
}
