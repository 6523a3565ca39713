//! What a planner types or pastes, read as a number.

use crate::plan::lever::Unit;
use crate::text::Language;

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseProblem {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber,
    /// It is more than one number.
    Several,
    /// The number has a unit that does not fit.
    WrongUnit,
    /// The number is beyond all sense.
    TooLarge,
    /// The number is outside the limits of its lever.
    OutOfLimits,
}

/// Beyond this no quantity of a district is meant.
const LARGEST: f64 = 1e12;

/// Reads one number in `unit`, as fraction, 亿元, quarters or factor.
///
/// Full-width characters, thousands commas, a leading currency sign and the usual unit words of
/// both languages are understood. A number without a unit is in the unit that the language shows.
///
/// # Errors
///
/// When the text is no single finite number, or has a unit that does not fit.
pub fn parse(unit: Unit, language: Language, typed: &str) -> Result<f64, ParseProblem> {
    let plain: String = typed.chars().map(half_width).collect();
    let plain = plain.trim().to_lowercase();
    let plain = currency_removed(&plain, unit);
    if plain.is_empty() {
        return Err(ParseProblem::Empty);
    }
    let (number, rest) = leading_number(plain)?;
    let suffix = rest.trim();
    if suffix.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-')) {
        return Err(if number_follows(suffix) {
            ParseProblem::Several
        } else {
            ParseProblem::NotANumber
        });
    }
    if suffix.contains(|c: char| c.is_ascii_digit()) {
        return Err(ParseProblem::Several);
    }
    let (times, over) = factor(unit, language, suffix).ok_or(ParseProblem::WrongUnit)?;
    // Dividing by 100 gives the fraction nearest to what was typed; multiplying by 0.01 would not.
    let value = number * times / over;
    if value.abs() <= LARGEST { Ok(value) } else { Err(ParseProblem::TooLarge) }
}

/// The half-width character that is meant; an ideographic full stop is a slip for a decimal point.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{FE63}' => '-',
        '。' => '.',
        '\u{FFE5}' => '¥',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn currency_removed(text: &str, unit: Unit) -> &str {
    let signs = ["¥", "rmb", "cny"];
    let rest = signs.iter().find_map(|sign| text.strip_prefix(sign));
    rest.filter(|_| unit == Unit::Money).map_or(text, str::trim_start)
}

fn number_follows(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The number at the start and what comes after it.
fn leading_number(text: &str) -> Result<(f64, &str), ParseProblem> {
    let unsigned = text.strip_prefix(['+', '-']).map_or(text, str::trim_start);
    let mantissa = prefix(unsigned, |c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let digits = without_commas(mantissa)?;
    let rest = &unsigned[mantissa.len()..];
    let exponent = exponent(rest);
    let magnitude: f64 =
        format!("{digits}{}", &rest[..exponent]).parse().map_err(|_| ParseProblem::NotANumber)?;
    if !magnitude.is_finite() {
        return Err(ParseProblem::TooLarge);
    }
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    // Plus zero, whatever the sign, so that no "-0" is kept.
    let value = if magnitude == 0.0 { 0.0 } else { sign * magnitude };
    Ok((value, &rest[exponent..]))
}

/// Digits without thousands commas, if the commas part thousands.
fn without_commas(mantissa: &str) -> Result<String, ParseProblem> {
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if fraction.contains(['.', ',']) || (whole.is_empty() && fraction.is_empty()) {
        return Err(ParseProblem::NotANumber);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let mut digits = first.to_owned();
    for group in groups {
        if first.is_empty() || first.len() > 3 || group.len() != 3 {
            return Err(if group.is_empty() || first.is_empty() {
                ParseProblem::NotANumber
            } else {
                ParseProblem::Several
            });
        }
        digits.push_str(group);
    }
    Ok(format!("0{digits}.{fraction}0"))
}

/// Length of an exponent such as `e+03` at the start.
fn exponent(text: &str) -> usize {
    let Some(after) = text.strip_prefix('e') else { return 0 };
    let digits = after.strip_prefix(['+', '-']).unwrap_or(after);
    let length = prefix(digits, |c| c.is_ascii_digit()).len();
    if length == 0 { 0 } else { text.len() - digits.len() + length }
}

fn prefix(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    &text[..end]
}

/// What one of the written unit is in the unit inside, as a factor and a divisor; `None` for a unit
/// that does not fit.
fn factor(unit: Unit, language: Language, suffix: &str) -> Option<(f64, f64)> {
    let ratio = match unit {
        Unit::Rate | Unit::Share => match suffix {
            "" | "%" | "percent" | "per cent" => (1.0, 100.0),
            "‰" => (1.0, 1000.0),
            _ => return None,
        },
        Unit::RateDifference => match suffix {
            "" | "%" | "个百分点" | "百分点" | "个点" | "pp" | "pps" | "ppt" | "point"
            | "points" | "percentage point" | "percentage points" => (1.0, 100.0),
            _ => return None,
        },
        Unit::Money => match suffix {
            "" => match language {
                Language::Zh => (1.0, 1.0),
                Language::En => (10.0, 1.0),
            },
            "亿" | "亿元" => (1.0, 1.0),
            "万亿" | "万亿元" => (1e4, 1.0),
            "万" | "万元" => (1.0, 1e4),
            "元" | "yuan" => (1.0, 1e8),
            "b" | "bn" | "billion" | "bn yuan" | "billion yuan" => (10.0, 1.0),
            "m" | "mn" | "million" | "m yuan" | "mn yuan" | "million yuan" => (1.0, 100.0),
            _ => return None,
        },
        Unit::Quarters => match suffix {
            "" | "季" | "季度" | "个季度" | "q" | "quarter" | "quarters" => (1.0, 1.0),
            "年" | "year" | "years" => (4.0, 1.0),
            "月" | "个月" | "month" | "months" => (1.0, 3.0),
            _ => return None,
        },
        Unit::Factor => match suffix {
            "" | "倍" | "x" | "×" | "times" => (1.0, 1.0),
            _ => return None,
        },
    };
    Some(ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zh(unit: Unit, typed: &str) -> Result<f64, ParseProblem> {
        parse(unit, Language::Zh, typed)
    }

    #[test]
    fn a_rate_is_read_as_the_nearest_fraction_whatever_is_written_around_it() {
        for typed in ["7", "7%", "７％", " +7.0 % ", "7。0", "7.0\u{202F}%", "＋７．０"] {
            assert_eq!(zh(Unit::Rate, typed), Ok(0.07), "{typed}");
        }
        assert_eq!(zh(Unit::Rate, "\u{2212}3.5 %"), Ok(-0.035));
        assert_eq!(zh(Unit::Rate, "－３．５"), Ok(-0.035));
    }

    #[test]
    fn money_is_read_in_the_unit_that_is_written_or_else_shown() {
        for typed in ["1230.6", "1,230.6", "１，２３０．６亿元", "12306000万元", "¥1230.6亿"]
        {
            assert_eq!(zh(Unit::Money, typed), Ok(1230.6), "{typed}");
        }
        assert_eq!(parse(Unit::Money, Language::En, "123.5"), Ok(1235.0));
        assert_eq!(parse(Unit::Money, Language::En, "123.5 bn yuan"), Ok(1235.0));
        assert_eq!(parse(Unit::Money, Language::En, "1235亿"), Ok(1235.0));
        assert_eq!(zh(Unit::Money, "5,000万"), Ok(0.5));
        assert_eq!(zh(Unit::Money, "1.2E+03"), Ok(1200.0));
    }

    #[test]
    fn differences_quarters_and_factors_know_their_own_units() {
        assert_eq!(zh(Unit::RateDifference, "0.5个百分点"), Ok(0.005));
        assert_eq!(zh(Unit::RateDifference, "0.5 pp"), Ok(0.005));
        assert_eq!(zh(Unit::Quarters, "2 季度"), Ok(2.0));
        assert_eq!(zh(Unit::Quarters, "1年"), Ok(4.0));
        assert_eq!(zh(Unit::Quarters, "6个月"), Ok(2.0));
        assert_eq!(zh(Unit::Factor, "1.2倍"), Ok(1.2));
        assert_eq!(zh(Unit::Share, ".5"), Ok(0.005));
    }

    #[test]
    fn what_is_no_single_number_is_refused_with_its_reason() {
        use ParseProblem::{Empty, NotANumber, Several, TooLarge, WrongUnit};
        let refused = [
            ("", Empty),
            (" \u{3000} ", Empty),
            ("%", NotANumber),
            ("abc", NotANumber),
            ("七", NotANumber),
            ("NaN", NotANumber),
            ("inf", NotANumber),
            (".", NotANumber),
            ("--5", NotANumber),
            ("1.2.3", NotANumber),
            ("1,,000", NotANumber),
            ("5 6", Several),
            ("5，6", Several),
            ("5%6%", Several),
            ("5-6", Several),
            ("1,2", Several),
            ("5 亿", WrongUnit),
            ("5 个百分点", WrongUnit),
            ("5 apples", WrongUnit),
            ("1e400", TooLarge),
            ("9999999999999999", TooLarge),
        ];
        for (typed, problem) in refused {
            assert_eq!(zh(Unit::Rate, typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn minus_nothing_is_nothing() {
        assert!(zh(Unit::Rate, "-0").unwrap().is_sign_positive());
    }
}
