//! One formula with the values in it, put together so that words, values and terms cannot differ.

use super::Subject;
use crate::plan::lever::Unit;
use crate::plan::provenance::Provenance;
use crate::text::number::{MINUS, rounded};
use crate::text::spacing::is_han;
use crate::text::{Language, Text};
use crate::units::{Points, Quarters, Rate, RealMoney, Share};

/// A figure taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// The figure itself, with its unit; empty where there is none.
    pub figure: String,
    /// What is to be known before reading on; empty where there is nothing.
    pub remark: String,
    /// The steps, the last one first: values marked as explained below stand in a later one.
    pub steps: Vec<Step>,
}

/// One formula with the values in it, or a list of what a figure rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The formula in words.
    pub formula: String,
    /// The same with values; empty for a list.
    pub values: String,
    /// The values by name, in the order of the formula.
    pub terms: Vec<Term>,
    /// What is done with the terms once they are put together.
    pub then: Then,
    /// The figure on the left side; `None` for a list.
    pub result: Option<f64>,
    /// Whether rounding keeps the values as displayed from adding up.
    pub rounded: bool,
}

/// A value that goes into a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub name: String,
    /// Its value with unit.
    pub value: String,
    /// Its value as the engine has it.
    pub amount: f64,
    /// How it joins the terms before it.
    pub op: Op,
    /// Where it comes from; `None` for what the model computes.
    pub evidence: Option<Evidence>,
    /// What opens when one asks further.
    pub next: Option<Subject>,
    /// Whether a later step of the same explanation takes it apart.
    pub below: bool,
    /// As it stands in the formula, and what it comes to when written so.
    short: String,
    shown: f64,
}

/// Where a given number comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The kind of evidence.
    pub provenance: Provenance,
    /// The phrase, publication or reasoning; may be empty.
    pub source: String,
    /// What the plan says, where another number stands in its place.
    pub overridden: Option<Overridden>,
}

/// The plan's number behind one that was set.
#[derive(Clone, Debug, PartialEq)]
pub struct Overridden {
    /// The plan's value with unit.
    pub value: String,
    /// The plan's evidence for it.
    pub provenance: Provenance,
}

/// How a term joins those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Added; also the first term.
    Plus,
    /// Taken off.
    Minus,
    /// Multiplied.
    Times,
    /// Divided by.
    Over,
    /// Multiplied by what it leaves of the whole.
    TimesRest,
    /// Multiplied by one and it.
    TimesRise,
    /// Divided by one and it.
    OverRise,
}

/// What is done with the terms once they are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// One is taken off: a ratio becomes a rate.
    LessOne,
    /// A fraction becomes percentage points.
    TimesHundred,
    /// What they leave of the whole.
    RestOfOne,
}

/// What an amount measures, which decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// 亿元.
    Money,
    /// A rate of change, as a fraction.
    Rate,
    /// A difference of rates, as a fraction.
    Difference,
    /// Percentage points.
    Points,
    /// A part of a whole, as a fraction.
    Share,
    /// A plain factor.
    Factor,
    /// Person-years.
    Persons,
    /// Quarters.
    Duration,
}

impl Op {
    /// Joins an amount to what stands before it.
    #[must_use]
    pub fn join(self, before: f64, amount: f64) -> f64 {
        match self {
            Self::Plus => before + amount,
            Self::Minus => before - amount,
            Self::Times => before * amount,
            Self::Over => before / amount,
            Self::TimesRest => before * (1.0 - amount),
            Self::TimesRise => before * (1.0 + amount),
            Self::OverRise => before / (1.0 + amount),
        }
    }

    fn written(self, operand: &str, first: bool) -> String {
        let negative = operand.starts_with(MINUS);
        let operand = if negative && !first { format!("({operand})") } else { operand.to_owned() };
        match (self, first) {
            (Self::Plus, true) => operand,
            (Self::Plus, false) => format!(" + {operand}"),
            (Self::Minus, _) => format!(" {MINUS} {operand}"),
            (Self::Times, _) => format!(" × {operand}"),
            (Self::Over, _) => format!(" ÷ {operand}"),
            (Self::TimesRest, _) => format!(" × (1 {MINUS} {operand})"),
            (Self::TimesRise, _) => format!(" × (1 + {operand})"),
            (Self::OverRise, _) => format!(" ÷ (1 + {operand})"),
        }
    }
}

impl Then {
    /// Finishes what the terms came to.
    #[must_use]
    pub fn finish(self, joined: f64) -> f64 {
        match self {
            Self::Nothing => joined,
            Self::LessOne => joined - 1.0,
            Self::TimesHundred => joined * 100.0,
            Self::RestOfOne => 1.0 - joined,
        }
    }

    fn written(self, chain: &str) -> String {
        match self {
            Self::Nothing => chain.to_owned(),
            Self::LessOne => format!("{chain} {MINUS} 1"),
            Self::TimesHundred => format!("{chain} × 100"),
            Self::RestOfOne => format!("1 {MINUS} {chain}"),
        }
    }
}

impl Quantity {
    pub(super) fn of(unit: Unit) -> Self {
        match unit {
            Unit::Rate => Self::Rate,
            Unit::RateDifference => Self::Difference,
            Unit::Share => Self::Share,
            Unit::Money => Self::Money,
            Unit::Quarters => Self::Duration,
            Unit::Factor => Self::Factor,
        }
    }

    /// Decimals kept of an amount in its own unit.
    fn decimals(self) -> usize {
        match self {
            Self::Persons => 0,
            Self::Money => 1,
            Self::Points | Self::Duration => 2,
            Self::Share => 3,
            Self::Rate | Self::Difference | Self::Factor => 4,
        }
    }

    /// With its unit.
    pub(super) fn value(self, text: Text, amount: f64) -> String {
        match self {
            Self::Money => text.money(RealMoney(amount)),
            Self::Rate => text.rate_fine(Rate(amount)),
            Self::Difference => text.points(Rate(amount).points()),
            Self::Points => text.points(Points(amount)),
            Self::Share => text.share(Share(amount)),
            Self::Factor => text.number(amount, self.decimals()),
            Self::Persons => text.person_years(amount),
            Self::Duration => text.duration(Quarters(amount)),
        }
    }

    /// As it stands in a formula: with the percent sign, without other units.
    fn short(self, text: Text, amount: f64) -> String {
        match self {
            Self::Money => text.money_number(RealMoney(amount)),
            Self::Points => text.points_total(Points(amount)),
            Self::Difference => text.rate_fine(Rate(amount)),
            Self::Persons | Self::Duration => text.number(amount, self.decimals()),
            quantity => quantity.value(text, amount),
        }
    }
}

impl Term {
    pub(super) fn new(text: Text, op: Op, name: String, quantity: Quantity, amount: f64) -> Self {
        Self {
            name,
            value: quantity.value(text, amount),
            amount,
            op,
            evidence: None,
            next: None,
            below: false,
            short: quantity.short(text, amount),
            shown: rounded(amount, quantity.decimals()),
        }
    }

    /// A term that is words, not a number.
    pub(super) fn said(name: String, value: String) -> Self {
        let (short, amount) = (value.clone(), 0.0);
        let (op, evidence, next, below) = (Op::Plus, None, None, false);
        Self { name, value, amount, op, evidence, next, below, short, shown: amount }
    }

    /// With the decimals that were typed or stated.
    pub(super) fn exactly(mut self, value: String, short: String) -> Self {
        self.value = value;
        self.short = short;
        self.shown = self.amount;
        self
    }

    pub(super) fn opens(mut self, subject: Subject) -> Self {
        self.next = Some(subject);
        self
    }

    pub(super) fn below(mut self) -> Self {
        self.below = true;
        self
    }

    pub(super) fn evidenced(mut self, evidence: Evidence) -> Self {
        self.evidence = Some(evidence);
        self
    }
}

impl Evidence {
    pub(super) fn new(provenance: Provenance, source: &str) -> Self {
        Self { provenance, source: source.to_owned(), overridden: None }
    }

    /// The language that the source is written in: a plan quotes its document as it stands.
    #[must_use]
    pub fn language(&self) -> Language {
        if self.source.contains(is_han) { Language::Zh } else { Language::En }
    }
}

impl Step {
    /// A figure computed from its terms.
    pub(super) fn computed(
        text: Text,
        (name, quantity, result): (String, Quantity, f64),
        then: Then,
        terms: Vec<Term>,
    ) -> Self {
        let chain = |operand: fn(&Term) -> &str| -> String {
            let written = terms.iter().enumerate();
            written.map(|(index, term)| term.op.written(operand(term), index == 0)).collect()
        };
        let words = then.written(&chain(|term| &term.name));
        let numbers = then.written(&chain(|term| &term.short));
        let shown = then.finish(terms.iter().fold(0.0, |sum, term| term.op.join(sum, term.shown)));
        let decimals = quantity.decimals();
        // Half a unit of what is dropped decides nothing that can be seen.
        let off = (rounded(shown, decimals) - rounded(result, decimals)).abs();
        Self {
            formula: format!("{name} = {words}"),
            values: format!("{} = {numbers}", quantity.value(text, result)),
            terms,
            then,
            result: Some(result),
            rounded: off > 1e-9,
        }
    }

    /// What a figure rests on, where no short formula joins it.
    pub(super) fn listed(formula: impl Into<String>, terms: Vec<Term>) -> Self {
        let (values, then) = (String::new(), Then::Nothing);
        Self { formula: formula.into(), values, terms, then, result: None, rounded: false }
    }
}
