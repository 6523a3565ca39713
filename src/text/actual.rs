//! Known figures and what the rest of the year must do, in words.

use super::Text;
use super::number::ParseProblem;
use crate::engine::outcome::Required;
use crate::plan::lever::{Span, Unit};
use crate::plan::scenario::Actual;
use crate::units::{NominalMoney, Rate};

/// In which way known figures are entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// As real growth over the same quarter of the year before.
    #[default]
    Growth,
    /// As value added of the quarter at current prices.
    Level,
}

impl Entry {
    /// The figure that a number entered in this way is.
    #[must_use]
    pub fn figure(self, value: f64) -> Actual {
        match self {
            Self::Growth => Actual::Growth(Rate(value)),
            Self::Level => Actual::Level(NominalMoney(value)),
        }
    }

    /// Whether the figure was entered in this way.
    #[must_use]
    pub fn fits(self, actual: Actual) -> bool {
        matches!(
            (self, actual),
            (Self::Growth, Actual::Growth(_)) | (Self::Level, Actual::Level(_))
        )
    }

    fn unit(self) -> Unit {
        match self {
            Self::Growth => Unit::Rate,
            Self::Level => Unit::Money,
        }
    }

    fn limits(self) -> Span {
        match self {
            Self::Growth => Actual::GROWTH,
            Self::Level => Actual::LEVEL,
        }
    }
}

impl Text {
    /// What was typed as a known figure, or why it is none.
    ///
    /// # Errors
    ///
    /// In words: it is no single number, has another unit, or lies beyond what a quarter can show.
    pub fn read_actual(self, entry: Entry, typed: &str) -> Result<f64, String> {
        let unit = self.unit_label(entry.unit());
        let limits = entry.limits();
        let value = super::number::parse(entry.unit(), self.language, typed);
        match value {
            Ok(value) if limits.contains(value) => Ok(value),
            Ok(_) | Err(ParseProblem::OutOfLimits) => {
                Err(self
                    .actual_limits(self.figure(entry, limits.min), self.figure(entry, limits.max)))
            }
            Err(ParseProblem::Empty) => Err(self.problem_empty().to_owned()),
            Err(ParseProblem::NotANumber) => Err(self.problem_not_a_number().to_owned()),
            Err(ParseProblem::Several) => Err(self.problem_several().to_owned()),
            Err(ParseProblem::WrongUnit) => Err(self.problem_unit(unit)),
            Err(ParseProblem::TooLarge) => Err(self.problem_too_large().to_owned()),
        }
    }

    /// A known figure as its field shows it: all its digits, the unit only where another one is
    /// being entered.
    #[must_use]
    pub fn actual_entered(self, entry: Entry, actual: Actual) -> String {
        if entry.fits(actual) {
            self.plain(self.actual_shown(actual))
        } else {
            match actual {
                Actual::Growth(rate) => self.rate_stated(rate),
                Actual::Level(level) => self.money_stated(level),
            }
        }
    }

    /// A figure with its unit and no needless decimals.
    fn figure(self, entry: Entry, value: f64) -> String {
        match entry.figure(value) {
            Actual::Growth(rate) => self.rate_stated(rate),
            Actual::Level(level) => self.money_stated(level),
        }
    }

    /// Where the year stands against its pace; equal as far as it is shown is on pace.
    #[must_use]
    pub fn pace_line(self, required: &Required) -> String {
        let (done, pace) = (self.share(required.done), self.share(required.pace));
        if done == pace {
            self.pace_on(done)
        } else if required.done > required.pace {
            self.pace_ahead(done, pace)
        } else {
            self.pace_behind(done, pace)
        }
    }

    /// The growth that the open quarters need by each test that the tier has, and which decides.
    #[must_use]
    pub fn needs(self, required: &Required) -> String {
        match (required.by_growth, required.by_level) {
            (Some(growth), Some(level)) => {
                let (by_growth, by_level) = (self.rate_fine(growth), self.rate_fine(level));
                let alike = by_growth == by_level;
                let needs = self.needs_by(by_growth, by_level);
                if alike {
                    needs
                } else if required.growth == growth {
                    self.needs_and_binding(needs, self.binding_growth())
                } else {
                    self.needs_and_binding(needs, self.binding_level())
                }
            }
            (Some(growth), None) => self.needs_growth_alone(self.rate_fine(growth)),
            (None, Some(level)) => self.needs_level_alone(self.rate_fine(level)),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::units::Share;

    #[test]
    fn a_typed_figure_is_read_in_its_unit_or_refused_with_the_reason() {
        let zh = Text::new(Language::Zh);
        assert_eq!(zh.read_actual(Entry::Growth, "６．５％"), Ok(0.065));
        assert_eq!(zh.read_actual(Entry::Level, "1,230.6"), Ok(1230.6));
        assert_eq!(Text::new(Language::En).read_actual(Entry::Level, "30 bn yuan"), Ok(300.0));
        for (typed, reason) in [
            ("-150", "请填 −100 % 到 1,000 % 之间的数。"),
            ("1e400", "数太大了"),
            ("abc", "这不是一个数"),
            ("5 亿元", "单位不符"),
            ("", "请填一个数"),
        ] {
            let said = zh.read_actual(Entry::Growth, typed).unwrap_err();
            let plain = said.replace('\u{202f}', " ");
            assert!(plain.contains(reason), "{typed}: {plain}");
        }
        assert!(zh.read_actual(Entry::Level, "-1").is_err());
        assert!(zh.read_actual(Entry::Growth, "-100").is_ok());
    }

    #[test]
    fn a_figure_of_the_other_kind_carries_its_unit() {
        let zh = Text::new(Language::Zh);
        let growth = Actual::Growth(Rate(0.0525));
        assert_eq!(zh.actual_entered(Entry::Growth, growth), "5.25");
        assert!(zh.actual_entered(Entry::Level, growth).ends_with('%'));
        let level = Actual::Level(NominalMoney(268.04));
        assert_eq!(zh.actual_entered(Entry::Level, level), "268.04");
        assert!(zh.actual_entered(Entry::Growth, level).ends_with("亿元"));
    }

    #[test]
    fn pace_is_ahead_behind_or_equal_as_far_as_it_is_shown() {
        let zh = Text::new(Language::Zh);
        let line = |done: f64| {
            let required = Required {
                known: 1,
                so_far: Rate(0.06),
                by_growth: None,
                by_level: None,
                growth: Rate(0.07),
                pace: Share(0.223),
                done: Share(done),
            };
            zh.pace_line(&required)
        };
        assert!(line(0.25).contains("快于"));
        assert!(line(0.20).contains("慢于"));
        assert!(line(0.22301).contains("持平"));
    }
}
