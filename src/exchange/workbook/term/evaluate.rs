//! What functions come to.

use super::{Function, Term, Value};
use crate::exchange::workbook::book::Book;

/// The value of a function of terms.
pub(super) fn of(function: Function, terms: &[Term], book: &Book) -> Value {
    let single = |index: usize| terms.get(index).map_or(Value::Blank, |term| term.value(book));
    match function {
        Function::Sum => Value::Number(numbers(terms, book).iter().sum()),
        Function::SumProduct => Value::Number(sum_product(terms, book)),
        Function::If => single(if single(0).holds() { 1 } else { 2 }),
        Function::And => Value::Truth(terms.iter().all(|term| term.value(book).holds())),
        Function::Or => Value::Truth(terms.iter().any(|term| term.value(book).holds())),
        Function::Min => {
            Value::Number(numbers(terms, book).into_iter().fold(f64::INFINITY, f64::min))
        }
        Function::Max => {
            Value::Number(numbers(terms, book).into_iter().fold(f64::NEG_INFINITY, f64::max))
        }
        Function::Int => Value::Number(libm::floor(single(0).number())),
        Function::Abs => Value::Number(single(0).number().abs()),
        Function::Index => match terms.first() {
            Some(Term::Area(area)) => {
                let (row, column) = (single(1).number(), single(2).number());
                let inside = row >= 1.0 && column >= 1.0;
                let at = area.at(row as u32, column as u16).filter(|_| inside);
                at.map_or(Value::Number(f64::NAN), |at| book.value(at))
            }
            _ => Value::Number(f64::NAN),
        },
        Function::IsNumber => {
            Value::Truth(matches!(single(0), Value::Number(number) if number.is_finite()))
        }
    }
}

/// The numbers of terms and areas; what an area holds beside numbers does not count.
fn numbers(terms: &[Term], book: &Book) -> Vec<f64> {
    let mut found = Vec::new();
    for term in terms {
        match term {
            Term::Area(area) => {
                found.extend(area.cells().filter_map(|at| match book.value(at) {
                    Value::Number(number) => Some(number),
                    _ => None,
                }));
            }
            term => found.push(term.value(book).number()),
        }
    }
    found
}

fn sum_product(terms: &[Term], book: &Book) -> f64 {
    let areas: Vec<Vec<f64>> = terms
        .iter()
        .map(|term| match term {
            Term::Area(area) => area.cells().map(|at| book.value(at).number()).collect(),
            term => vec![term.value(book).number()],
        })
        .collect();
    let length = areas.first().map_or(0, Vec::len);
    (0..length)
        .map(|index| {
            areas.iter().map(|area| area.get(index).copied().unwrap_or(f64::NAN)).product::<f64>()
        })
        .sum()
}
