//! Text from outside without signs that only machines read.
//!
//! Control characters, signs that turn the direction of reading, and signs without width can make a
//! name look like another one. They are taken out, and counted so that it can be said.

/// A text without them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// What is left.
    pub text: String,
    /// How many signs were taken out.
    pub removed: usize,
}

/// Takes them out. Line ends stay, tabs become spaces, and space around the text goes.
#[must_use]
pub fn cleaned(text: &str) -> Cleaned {
    let lines = text.trim().replace("\r\n", "\n").replace('\t', " ");
    let kept: String = lines.chars().filter(|&sign| is_read(sign)).collect();
    let removed = lines.chars().count() - kept.chars().count();
    Cleaned { text: kept.trim().to_owned(), removed }
}

/// Whether people read it too.
fn is_read(sign: char) -> bool {
    let hidden = matches!(sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    !hidden && (!sign.is_control() || sign == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_only_machines_read_are_taken_out_and_counted() {
        let told = |text: &str| {
            let Cleaned { text, removed } = cleaned(text);
            (text, removed)
        };
        assert_eq!(told(" 加快开工\u{202e} "), ("加快开工".to_owned(), 1));
        assert_eq!(told("a\u{0}b\u{85}c\u{200b}d\u{2066}e\u{feff}"), ("abcde".to_owned(), 5));
        assert_eq!(told("甲\r\n乙\t丙"), ("甲\n乙 丙".to_owned(), 0));
        assert_eq!(
            told("\u{1F468}\u{200D}\u{1F469} <img onerror>"),
            ("\u{1F468}\u{200D}\u{1F469} <img onerror>".to_owned(), 0)
        );
        assert_eq!(told(""), (String::new(), 0));
    }
}
