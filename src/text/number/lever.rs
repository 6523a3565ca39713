//! Lever values as characters, and typed characters as lever values.

use super::{ParseProblem, decimals_of, parse, scale, with_unit};
use crate::plan::lever::{LeverSpec, Unit};
use crate::text::Text;

impl Text {
    /// A lever's value as its field shows it, with as many decimals as its step and the value need.
    #[must_use]
    pub fn lever_number(self, spec: &LeverSpec, value: f64) -> String {
        let shown = self.shown(spec, value);
        self.number(shown, self.lever_decimals(spec, shown))
    }

    /// A lever's value with its unit.
    #[must_use]
    pub fn lever_value(self, spec: &LeverSpec, value: f64) -> String {
        with_unit(&self.lever_number(spec, value), self.unit_label(spec.lever.kind.unit()))
    }

    /// How far a lever has been moved: `+0.5 个百分点`.
    #[must_use]
    pub fn lever_change(self, spec: &LeverSpec, from: f64, to: f64) -> String {
        let change = self.shown(spec, to) - self.shown(spec, from);
        let unit = match spec.lever.kind.unit() {
            Unit::Rate | Unit::Share => Unit::RateDifference,
            unit => unit,
        };
        let number = self.signed(change, self.lever_decimals(spec, change));
        with_unit(&number, self.unit_label(unit))
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
                self.lever_number(spec, spec.hard.min),
                self.lever_value(spec, spec.hard.max),
            ),
        }
    }

    fn shown(self, spec: &LeverSpec, value: f64) -> f64 {
        value * scale(spec.lever.kind.unit(), self.language)
    }

    fn lever_decimals(self, spec: &LeverSpec, shown: f64) -> usize {
        let step = decimals_of(self.shown(spec, spec.step), 4).unwrap_or(4);
        decimals_of(shown, step + 2).unwrap_or(step + 1).max(step)
    }
}
