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
    fn signs_of_a_page_stay_text() {
        assert_eq!(html("<script>\u{0}\n"), "&lt;script&gt; ");
        assert_eq!(markdown("<img> | `x`"), "&lt;img\\> \\| \\`x\\`");
    }
}
