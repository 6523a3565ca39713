//! Sources as browsers need them: without what only people read.

/// A style sheet without comments and with single spaces; words in quotes stay as they are.
pub(crate) fn style(sheet: &str) -> String {
    let mut lean = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(character) = rest.chars().next() {
        let length = piece(rest, character);
        let (piece, after) = rest.split_at(length);
        if character.is_whitespace() || piece.starts_with("/*") {
            if !lean.is_empty() && !lean.ends_with(' ') {
                lean.push(' ');
            }
        } else {
            lean.push_str(piece);
        }
        rest = after;
    }
    lean
}

/// How far a comment, words in quotes, or else one character reaches.
fn piece(rest: &str, first: char) -> usize {
    let end = |found: Option<usize>, more: usize| found.map_or(rest.len(), |at| at + more);
    match first {
        '/' if rest.starts_with("/*") => end(rest.find("*/"), 2),
        '"' | '\'' => {
            let mut escaped = false;
            let closing = rest.char_indices().skip(1).find(|&(_, character)| {
                let closes = character == first && !escaped;
                escaped = character == '\\' && !escaped;
                closes
            });
            end(closing.map(|(at, _)| at), 1)
        }
        _ => first.len_utf8(),
    }
}

/// A script without indentation and without the lines that are comments.
pub(crate) fn script(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_read_goes_and_what_browsers_read_stays() {
        let sheet = "/* Why. */\n.a > .b {\n  margin: 0 auto; /* centre */\n}\n";
        assert_eq!(style(sheet), ".a > .b { margin: 0 auto; } ");
    }

    #[test]
    fn a_comment_parts_words_as_a_space_does() {
        assert_eq!(style("a/* b */c"), "a c");
    }

    #[test]
    fn words_in_quotes_stay_as_they_are() {
        let sheet = r#".a { content: "/*  \" */ x"; b: 'it"s  1'; src: url("a  b") }"#;
        assert_eq!(style(sheet), sheet);
    }

    #[test]
    fn a_comment_that_never_ends_takes_the_rest() {
        assert_eq!(style("a /* b"), "a ");
        assert_eq!(style("a \"b /* c"), "a \"b /* c");
    }

    #[test]
    fn a_script_keeps_its_lines() {
        assert_eq!(script("// Why.\nlet a = 1;\n\n  b(); // c\n"), "let a = 1;\nb(); // c\n");
    }
}
