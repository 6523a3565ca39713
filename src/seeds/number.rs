//! Numbers as people type them into spreadsheets.

/// The number that a field says; `None` unless it is one finite decimal number.
///
/// Full-width digits and signs, thousands commas in their right places and, where `percent` allows
/// it, one trailing per-cent sign are understood: `１，２３４.５`, `1,234.5` and `7%` are numbers.
pub(super) fn parse(field: &str, percent: bool) -> Option<f64> {
    let plain: String = field.trim().chars().map(half_width).collect();
    let plain = match plain.strip_suffix('%') {
        Some(number) if percent => number.trim_end(),
        Some(_) => return None,
        None => &plain,
    };
    let number = without_thousands(plain)?;
    // Words such as `inf` and `nan` are numbers to the parser, but not to a planner.
    let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
    if !number.chars().all(decimal) {
        return None;
    }
    number.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The usual form of a full-width character or typographic minus.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '−' | '–' => '-',
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The number without commas; `None` when they do not separate thousands.
fn without_thousands(number: &str) -> Option<String> {
    if !number.contains(',') {
        return Some(number.to_owned());
    }
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next()?;
    let thousands = groups.all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    (thousands && !rest.contains(',')).then(|| number.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_understood_as_people_type_them() {
        for (field, value) in [
            ("7", 7.0),
            (" 7.5 ", 7.5),
            ("-0.5", -0.5),
            ("−0.5", -0.5),
            ("+3", 3.0),
            ("1,234.5", 1234.5),
            ("12,345,678", 12_345_678.0),
            ("１，２３４．５", 1234.5),
            ("7%", 7.0),
            ("７％", 7.0),
            ("7 %", 7.0),
            ("1E+05", 100_000.0),
        ] {
            assert_eq!(parse(field, true), Some(value), "{field}");
        }
    }

    #[test]
    fn what_is_not_one_finite_number_is_refused() {
        for field in [
            "",
            "%",
            "7%%",
            "abc",
            "NaN",
            "inf",
            "-Infinity",
            "1e400",
            "1,23",
            ",123",
            "1,,234",
            "0x10",
            "1 2",
            "1.2.3",
            "1.5,000",
            "七",
            "-",
            "e",
            "=1+1",
        ] {
            assert_eq!(parse(field, true), None, "{field}");
        }
    }

    #[test]
    fn a_percent_sign_has_no_place_in_a_column_of_amounts() {
        assert_eq!(parse("7%", false), None);
    }
}
