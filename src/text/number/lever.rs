//! Lever values as characters, and typed characters as lever values.

use super::{ParseProblem, decimals_of, parse, scale, with_unit};
use crate::plan::lever::{LeverSpec, Unit};
use crate::text::Text;
use crate::units::Quarters;

impl Text {
    /// A lever's value as its field shows it: with the decimals of its step, so that nothing jumps
    /// under the finger, and more only where a value between two steps was typed.
    #[must_use]
    pub fn lever_number(self, spec: &LeverSpec, value: f64) -> String {
        let (shown, step) = (self.shown(spec, value), self.step_decimals(spec));
        self.number(shown, exact_decimals(shown, step).max(step))
    }

    /// A lever's value without its unit as a sentence says it: no needless decimals.
    #[must_use]
    pub fn lever_number_said(self, spec: &LeverSpec, value: f64) -> String {
        let shown = self.shown(spec, value);
        self.number(shown, self.said_decimals(spec, shown))
    }

    /// A lever's value with its unit as a sentence says it.
    #[must_use]
    pub fn lever_value(self, spec: &LeverSpec, value: f64) -> String {
        match spec.lever.kind.unit() {
            Unit::Quarters => self.duration(Quarters(value)),
            unit => with_unit(&self.lever_number_said(spec, value), self.unit_label(unit)),
        }
    }

    /// The mark at a lever's default: `默认 6.0`.
    #[must_use]
    pub fn default_mark(self, spec: &LeverSpec) -> String {
        self.default_value(self.lever_number_said(spec, spec.default))
    }

    /// How far a lever has been moved: `+0.5 个百分点`.
    #[must_use]
    pub fn lever_change(self, spec: &LeverSpec, from: f64, to: f64) -> String {
        let change = self.shown(spec, to) - self.shown(spec, from);
        let number = self.signed(change, self.said_decimals(spec, change));
        match spec.lever.kind.unit() {
            Unit::Rate | Unit::Share => with_unit(&number, self.unit_label(Unit::RateDifference)),
            Unit::Quarters => self.in_quarters(&number),
            unit => with_unit(&number, self.unit_label(unit)),
        }
    }

    /// What was typed into a lever's field, read in its unit.
    ///
    /// # Errors
    ///
    /// When it is no single number, has another unit, or lies outside the hard limits.
    pub fn read_lever(self, spec: &LeverSpec, typed: &str) -> Result<f64, ParseProblem> {
        let value = parse(spec.lever.kind.unit(), self.language, typed)?;
        if spec.hard.contains(value) {
            return Ok(value);
        }
        // The limit itself, as written, may differ from the limit by the last bits.
        let nearest = spec.hard.clamp(value);
        let unseen = (value - nearest).abs() <= 1e-9 * nearest.abs().max(1.0);
        if unseen { Ok(nearest) } else { Err(ParseProblem::OutOfLimits) }
    }

    /// What is wrong with what was typed, and what to do about it.
    #[must_use]
    pub fn lever_problem(self, spec: &LeverSpec, problem: ParseProblem) -> String {
        let unit = self.unit_label(spec.lever.kind.unit());
        match problem {
            ParseProblem::Empty => self.problem_empty().to_owned(),
            ParseProblem::NotANumber => self.problem_not_a_number().to_owned(),
            ParseProblem::Several => self.problem_several().to_owned(),
            ParseProblem::WrongUnit if unit.is_empty() => self.problem_unit_none().to_owned(),
            ParseProblem::WrongUnit => self.problem_unit(unit),
            ParseProblem::TooLarge => self.problem_too_large().to_owned(),
            ParseProblem::OutOfLimits => self.problem_out_of_limits(
                self.lever_number_said(spec, spec.hard.min),
                self.lever_value(spec, spec.hard.max),
            ),
        }
    }

    fn shown(self, spec: &LeverSpec, value: f64) -> f64 {
        value * scale(spec.lever.kind.unit(), self.language)
    }

    fn step_decimals(self, spec: &LeverSpec) -> usize {
        decimals_of(self.shown(spec, spec.step), 4).unwrap_or(4)
    }

    /// The decimals usual for the unit, and more only where the value has them.
    fn said_decimals(self, spec: &LeverSpec, shown: f64) -> usize {
        let usual = match spec.lever.kind.unit() {
            Unit::Rate | Unit::Share | Unit::Factor => 1,
            Unit::RateDifference => 2,
            Unit::Money => self.money_decimals(),
            Unit::Quarters => 0,
        };
        exact_decimals(shown, self.step_decimals(spec)).max(usual)
    }
}

/// Decimals that write a value exactly, as somebody typed it; those of its step where that takes too
/// many, as for a value that was searched for.
fn exact_decimals(shown: f64, step: usize) -> usize {
    decimals_of(shown, step + 2).unwrap_or(step)
}
