//! Text from names and notes where other signs mean something: it stays text.

/// Text inside an HTML page or one of its attributes.
///
/// ```
/// use mogao::exchange::escaped::html;
/// assert_eq!(html("<b>\"甲\" & 乙"), "&lt;b&gt;&quot;甲&quot; &amp; 乙");
/// ```
#[must_use]
pub fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(' '),
            sign if sign.is_control() => {}
            sign => safe.push(sign),
        }
    }
    safe
}

/// Text inside one line of Markdown, also within a table.
///
/// ```
/// use mogao::exchange::escaped::markdown;
/// assert_eq!(markdown("a|b *c*"), r"a\|b \*c\*");
/// ```
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' | '\t' => safe.push(' '),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '>' => {
                safe.push('\\');
                safe.push(sign);
            }
            sign if sign.is_control() => {}
            sign => safe.push(sign),
        }
    }
    safe
}

/// A cell of a table of comma-separated values. Only text is guarded: what a spreadsheet would take for
/// a formula gets an apostrophe before it; a number stays a number.
///
/// ```
/// use mogao::exchange::escaped::csv_cell;
/// assert_eq!(csv_cell("=1+1"), "\"'=1+1\"");
/// assert_eq!(csv_cell("−3.2"), "-3.2");
/// assert_eq!(csv_cell("1,231.2"), "1231.2");
/// assert_eq!(csv_cell("+16.1"), "16.1");
/// ```
#[must_use]
pub fn csv_cell(shown: &str) -> String {
    if let Some(number) = shown_number(shown) {
        return number;
    }
    let guarded = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
    let guard = if shown.starts_with(guarded) { "'" } else { "" };
    format!("\"{guard}{}\"", shown.replace('"', "\"\""))
}

/// A number as the screen writes it, without the parting of thousands and with the signs that files
/// have; a percent sign stays behind it. Nothing where it is no number.
fn shown_number(shown: &str) -> Option<String> {
    let plain: String = shown
        .trim()
        .chars()
        .filter(|sign| !matches!(sign, ',' | '\u{202f}' | '\u{2009}' | '\u{a0}'))
        .map(|sign| if sign == '−' { '-' } else { sign })
        .collect();
    let (digits, unit) = match plain.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), "%"),
        None => (plain.as_str(), ""),
    };
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let whole = unsigned.starts_with(|sign: char| sign.is_ascii_digit())
        && unsigned.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        && unsigned.parse::<f64>().is_ok();
    // A quarter such as `2023` and an id with zeros before it read back the same only as they stand.
    let leading = unsigned.len() > 1 && unsigned.starts_with('0') && !unsigned.starts_with("0.");
    (whole && !leading).then(|| format!("{digits}{unit}"))
}

/// Longest name of a file, in characters, its ending not counted.
const LONGEST_FILE_NAME: usize = 80;

/// A name for a file that every system takes.
///
/// ```
/// use mogao::exchange::escaped::file_name;
/// assert_eq!(file_name("甲/乙: \"丙\"", "html"), "甲_乙_ _丙_.html");
/// ```
#[must_use]
pub fn file_name(name: &str, ending: &str) -> String {
    let sign = |sign: char| match sign {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        sign if sign.is_control() => '_',
        sign => sign,
    };
    let name: String = name.trim().chars().map(sign).take(LONGEST_FILE_NAME).collect();
    format!("{}.{ending}", name.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded_and_negative_numbers_are_not() {
        for text in ["=1", "+甲", "-甲", "@sum", "\tx", "＝1", "－甲", "-1+cmd|' /C calc'!A0"]
        {
            assert!(csv_cell(text).starts_with("\"'"), "{text:?} {}", csv_cell(text));
        }
        for (shown, written) in
            [("-3.2", "-3.2"), ("−0.50", "-0.50"), ("7.05\u{202f}%", "7.05%"), ("12", "12")]
        {
            assert_eq!(csv_cell(shown), written);
        }
        for text in ["007", "1.2.3", "3 亿元", "", "1e5", "Infinity"] {
            assert!(csv_cell(text).starts_with('"'), "{text:?}");
        }
        assert_eq!(csv_cell("a\"b"), "\"a\"\"b\"");
    }

    #[test]
    fn signs_of_a_page_stay_text() {
        assert_eq!(html("<script>\u{0}\n"), "&lt;script&gt; ");
        assert_eq!(markdown("<img> | `x`"), "&lt;img\\> \\| \\`x\\`");
    }
}
