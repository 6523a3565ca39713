//! The gap between Chinese characters and what stands beside them.

/// Puts a space between a Chinese character and a number or Latin word that touches it.
///
/// Browsers can do this too, but the same sentences go into reports and to screen readers, and a
/// name filled into a sentence may begin or end either way.
pub(super) fn between_scripts(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    for here in text.chars() {
        if before.is_some_and(|before| touches(before, here)) {
            spaced.push(' ');
        }
        spaced.push(here);
        before = Some(here);
    }
    spaced
}

fn touches(left: char, right: char) -> bool {
    (is_han(left) && begins_latin(right)) || (ends_latin(left) && is_han(right))
}

/// Whether a character is Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

fn begins_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '\u{2212}' | '—')
}

fn ends_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '%' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_never_touches_a_chinese_character() {
        assert_eq!(
            between_scripts("还差3.4\u{202F}亿元，再多−1个"),
            "还差 3.4\u{202F}亿元，再多 −1 个"
        );
        assert_eq!(between_scripts("还差不到 0.1"), "还差不到 0.1");
        assert_eq!(between_scripts("GDP增长7%左右"), "GDP 增长 7% 左右");
        assert_eq!(between_scripts(""), "");
    }
}
