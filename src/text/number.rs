//! Numbers as characters: the only place that rounds, and the only place that reads what was typed.
//!
//! Money is 亿元 with one decimal in Chinese and billion yuan with two in English, which is the same
//! last digit. Rates are written in %, differences of rates in percentage points, never in %. Minus
//! is U+2212, a unit follows after U+202F, and what is not a number is a dash. Rounding is
//! 四舍五入, as statistics are published. What is known only to be smaller than the last digit is
//! said so, because zero would be wrong.

mod column;
mod lever;
mod parse;

pub use column::MoneyColumn;
pub use parse::{ParseProblem, parse};

use super::{Language, Text};
use crate::plan::lever::Unit;
use crate::plan::scenario::Actual;
use crate::units::{Grid, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};

/// Stands for what is not a number.
pub const DASH: &str = "—";
/// Minus sign of the screen.
pub const MINUS: char = '\u{2212}';
/// Thin space before a unit, where no line may break.
pub const THIN: char = '\u{202F}';

/// The smallest amount of money that is written, in 亿元.
pub const MONEY_UNIT: NominalMoney = NominalMoney(0.1);
/// The smallest difference of rates that is written.
pub const POINTS_UNIT: Points = Points(0.01);

/// Powers of ten: `powi` may differ by a bit between machines.
const POWERS: [f64; 9] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/// Money of either price basis.
pub trait Money: Copy {
    /// The amount in 亿元.
    fn yi(self) -> f64;
}

impl Money for NominalMoney {
    fn yi(self) -> f64 {
        self.0
    }
}

impl Money for RealMoney {
    fn yi(self) -> f64 {
        self.0
    }
}

/// How many of the language's units of money make 1 亿元.
fn money_scale(language: Language) -> f64 {
    match language {
        Language::Zh => 1.0,
        Language::En => 0.1,
    }
}

/// What is written for 1 of a lever's unit.
fn scale(unit: Unit, language: Language) -> f64 {
    match unit {
        Unit::Rate | Unit::RateDifference | Unit::Share => 100.0,
        Unit::Money => money_scale(language),
        Unit::Quarters | Unit::Factor => 1.0,
    }
}

/// Rounded half away from zero to so many decimals, forgiving the last bits of binary fractions.
pub(super) fn rounded(value: f64, decimals: usize) -> f64 {
    let power = POWERS[decimals.min(POWERS.len() - 1)];
    let scaled = value.abs() * power;
    if scaled >= 1e15 {
        return value;
    }
    let whole = (scaled + 0.5 + 1e-9).floor();
    if whole == 0.0 { 0.0 } else { (whole / power).copysign(value) }
}

/// Decimals that write `value` exactly, up to `most`; `None` when that many are not enough.
fn decimals_of(value: f64, most: usize) -> Option<usize> {
    (0..=most.min(POWERS.len() - 1)).find(|&decimals| {
        let scaled = value * POWERS[decimals];
        (scaled - scaled.round()).abs() < 1e-6
    })
}

/// A number and its unit; nothing has no unit.
pub(super) fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() || number == DASH {
        number.to_owned()
    } else {
        format!("{number}{THIN}{unit}")
    }
}

/// A number for tables and links: the shortest that reads back the same; empty for no number.
#[must_use]
pub fn in_file(value: f64) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if value.is_finite() {
        value.to_string()
    } else {
        String::new()
    }
}

impl Text {
    /// A number with so many decimals.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return DASH.to_owned();
        }
        let value = rounded(value, decimals);
        let digits = format!("{:.*}", decimals, value.abs());
        let body = if self.thousands { with_commas(&digits) } else { digits };
        if value < 0.0 { format!("{MINUS}{body}") } else { body }
    }

    /// A number whose plus sign is written too; zero has none.
    #[must_use]
    pub fn signed(self, value: f64, decimals: usize) -> String {
        let number = self.number(value, decimals);
        if value.is_finite() && rounded(value, decimals) > 0.0 {
            format!("+{number}")
        } else {
            number
        }
    }

    /// A number as it was stated or typed, with no more decimals than it has.
    #[must_use]
    pub fn plain(self, value: f64) -> String {
        self.number(value, decimals_of(value, 4).unwrap_or(4))
    }

    /// A whole number, such as a number of projects or persons.
    #[must_use]
    pub fn count(self, value: f64) -> String {
        self.number(value, 0)
    }

    /// Money with its unit: `1,231.2 亿元`.
    #[must_use]
    pub fn money(self, money: impl Money) -> String {
        with_unit(&self.money_number(money), self.unit_label(Unit::Money))
    }

    /// Money without its unit, for the large figure and for columns whose header has it.
    #[must_use]
    pub fn money_number(self, money: impl Money) -> String {
        self.number(money.yi() * money_scale(self.language), self.money_decimals())
    }

    /// A change of money with its sign and unit: `+16.1 亿元`.
    #[must_use]
    pub fn money_change(self, change: impl Money) -> String {
        with_unit(&self.money_change_number(change), self.unit_label(Unit::Money))
    }

    /// A change of money with its sign alone.
    #[must_use]
    pub fn money_change_number(self, change: impl Money) -> String {
        self.signed(change.yi() * money_scale(self.language), self.money_decimals())
    }

    /// The size of a gap in money; smaller than the last digit is said in words.
    #[must_use]
    pub fn money_gap(self, gap: NominalMoney) -> String {
        if gap.abs().0 + 1e-9 < MONEY_UNIT.0 {
            self.less_than(self.money(MONEY_UNIT))
        } else {
            self.money(gap.abs())
        }
    }

    /// Money as it was stated, with no more decimals than it has.
    #[must_use]
    pub fn money_stated(self, money: impl Money) -> String {
        with_unit(&self.plain(money.yi() * money_scale(self.language)), self.money_unit())
    }

    /// An amount of money marked on a scale, with no more decimals than it needs and no unit.
    #[must_use]
    pub fn money_mark(self, money: impl Money) -> String {
        let shown = money.yi() * money_scale(self.language);
        self.number(
            shown,
            decimals_of(shown, self.money_decimals()).unwrap_or(self.money_decimals()),
        )
    }

    /// The unit of money.
    #[must_use]
    pub fn money_unit(self) -> &'static str {
        self.unit_label(Unit::Money)
    }

    fn money_decimals(self) -> usize {
        match self.language {
            Language::Zh => 1,
            Language::En => 2,
        }
    }

    /// A rate: `7.0 %`.
    #[must_use]
    pub fn rate(self, rate: Rate) -> String {
        with_unit(&self.number(rate.points().0, 1), "%")
    }

    /// A rate with two decimals, where it is held against a tier.
    #[must_use]
    pub fn rate_fine(self, rate: Rate) -> String {
        with_unit(&self.number(rate.points().0, 2), "%")
    }

    /// A rate as it was stated or typed, with no more decimals than it has.
    #[must_use]
    pub fn rate_stated(self, rate: Rate) -> String {
        with_unit(&self.plain(rate.points().0), "%")
    }

    /// A known figure in the unit of its kind, without it.
    pub(super) fn actual_shown(self, actual: Actual) -> f64 {
        match actual {
            Actual::Growth(rate) => rate.points().0,
            Actual::Level(level) => level.0 * money_scale(self.language),
        }
    }

    /// A rate without its unit, one decimal.
    #[must_use]
    pub fn rate_number(self, rate: Rate) -> String {
        self.number(rate.points().0, 1)
    }

    /// A contribution or difference of rates: `0.75 个百分点`.
    #[must_use]
    pub fn points(self, points: Points) -> String {
        with_unit(&self.number(points.0, 2), self.unit_label(Unit::RateDifference))
    }

    /// A sum of contributions without unit or sign: growth as the last line of its parts.
    #[must_use]
    pub fn points_total(self, points: Points) -> String {
        self.number(points.0, 2)
    }

    /// A change of rates with its sign: `+0.75 个百分点`.
    #[must_use]
    pub fn points_change(self, points: Points) -> String {
        with_unit(&self.points_number(points), self.unit_label(Unit::RateDifference))
    }

    /// A contribution with its sign alone, for bars and columns: `+0.22`.
    #[must_use]
    pub fn points_number(self, points: Points) -> String {
        self.signed(points.0, 2)
    }

    /// The size of a gap between rates; smaller than the last digit is said in words.
    #[must_use]
    pub fn points_gap(self, gap: Points) -> String {
        if gap.abs().0 + 1e-9 < POINTS_UNIT.0 {
            self.less_than(self.points(POINTS_UNIT))
        } else {
            self.points(gap.abs())
        }
    }

    /// A part of a whole: `86.0 %`.
    #[must_use]
    pub fn share(self, share: Share) -> String {
        with_unit(&self.number(share.0 * 100.0, 1), "%")
    }

    /// A part of a whole in % without its unit, for columns whose header has it.
    #[must_use]
    pub fn share_number(self, share: Share) -> String {
        self.number(share.0 * 100.0, 1)
    }

    /// How many of a hundred futures: whole numbers, and never certainty that the draws do not show.
    #[must_use]
    pub fn draws(self, share: Share) -> String {
        let percent = share.0 * 100.0;
        if !percent.is_finite() {
            DASH.to_owned()
        } else if percent > 0.0 && percent < 1.0 {
            self.draws_hardly_any().to_owned()
        } else if percent > 99.0 && percent < 100.0 {
            self.draws_nearly_all().to_owned()
        } else {
            self.draws_of_hundred(self.number(percent, 0))
        }
    }

    /// A year: `2023 年`, `2023`.
    #[must_use]
    pub fn year(self, year: Year) -> String {
        match self.language {
            Language::Zh => with_unit(&year.to_string(), "年"),
            Language::En => year.to_string(),
        }
    }

    /// A quarter of the calendar: `2023 年一季度`, `2023 Q1`.
    #[must_use]
    pub fn quarter(self, grid: Grid, quarter: usize) -> String {
        let year = grid.year_of(quarter);
        let name = self.quarter_of_year(quarter % 4);
        match self.language {
            Language::Zh => format!("{}{name}", self.year(year)),
            Language::En => format!("{year} {name}"),
        }
    }

    /// The quarter that something begins in at a moment; its start belongs to it.
    #[must_use]
    pub fn quarter_from(self, grid: Grid, moment: Quarters) -> String {
        if !moment.0.is_finite() {
            return DASH.to_owned();
        }
        self.quarter(grid, moment.0.max(0.0) as usize)
    }

    /// The quarter that a moment falls in; its end belongs to it.
    #[must_use]
    pub fn quarter_at(self, grid: Grid, moment: Quarters) -> String {
        if !moment.0.is_finite() {
            return DASH.to_owned();
        }
        self.quarter(grid, (moment.0.ceil() - 1.0).max(0.0) as usize)
    }

    /// A length of time: `2 个季度`, `1 quarter`.
    #[must_use]
    pub fn duration(self, length: Quarters) -> String {
        let decimals = decimals_of(length.0, 2).unwrap_or(2);
        self.in_quarters(&self.number(length.0, decimals))
    }

    fn in_quarters(self, number: &str) -> String {
        match self.language {
            Language::Zh => with_unit(number, "个季度"),
            Language::En if number.trim_start_matches(['+', MINUS]) == "1" => {
                with_unit(number, "quarter")
            }
            Language::En => with_unit(number, "quarters"),
        }
    }

    /// The unit of a lever's number as it stands beside the field; empty for plain factors.
    #[must_use]
    pub fn unit_label(self, unit: Unit) -> &'static str {
        match (unit, self.language) {
            (Unit::Rate | Unit::Share, _) => "%",
            (Unit::RateDifference, Language::Zh) => "个百分点",
            (Unit::RateDifference, Language::En) => "pp",
            (Unit::Money, Language::Zh) => "亿元",
            (Unit::Money, Language::En) => "bn yuan",
            (Unit::Quarters, Language::Zh) => "季度",
            (Unit::Quarters, Language::En) => "quarters",
            (Unit::Factor, _) => "",
        }
    }
}

fn with_commas(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut parted = String::with_capacity(digits.len() + whole / 3);
    for (index, c) in digits.char_indices() {
        if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(c);
    }
    parted
}
