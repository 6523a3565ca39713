//! Rust sources as the rules read them: without comments, and with or without the words in quotes.

/// A line of a source.
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: usize,
    /// The line without comments and with every string and character emptied.
    pub(super) code: String,
    /// The strings that begin on this line.
    pub(super) strings: Vec<String>,
}

/// A source file without its tests.
pub(super) struct Source {
    /// The path from the project's folder, with `/`.
    pub(super) path: String,
    pub(super) lines: Vec<Line>,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let all = lines(text);
        let lines = if path.ends_with("/tests.rs") { Vec::new() } else { without_tests(all) };
        Self { path: path.to_owned(), lines }
    }

    /// A complaint about a line.
    pub(super) fn at(&self, number: usize, why: &str) -> String {
        format!("{}:{number}: {why}", self.path)
    }

    /// All code as one text, each line followed by its end.
    pub(super) fn code(&self) -> String {
        self.lines.iter().flat_map(|line| [line.code.as_str(), "\n"]).collect()
    }

    /// The number of the line that holds a position in [`Self::code`].
    pub(super) fn number_at(&self, position: usize) -> usize {
        let before = self.code()[..position].matches('\n').count();
        self.lines[before].number
    }
}

/// Leaves out every module behind `#[cfg(test)]`.
fn without_tests(lines: Vec<Line>) -> Vec<Line> {
    let mut kept = Vec::new();
    let mut rest = lines.into_iter();
    while let Some(line) = rest.next() {
        if line.code.trim() != "#[cfg(test)]" {
            kept.push(line);
            continue;
        }
        let mut depth = 0_i32;
        for line in rest.by_ref() {
            depth += balance(&line.code);
            let ended = line.code.trim_end().ends_with(['}', ';']);
            if depth <= 0 && ended {
                break;
            }
        }
    }
    kept
}

fn balance(code: &str) -> i32 {
    code.chars().map(|character| i32::from(character == '{') - i32::from(character == '}')).sum()
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = vec![Line { number: 1, code: String::new(), strings: Vec::new() }];
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let (length, kept, string) = piece(rest, character);
        let (piece, after) = rest.split_at(length);
        let line = lines.last_mut().unwrap();
        line.code.push_str(&kept);
        line.strings.extend(string);
        for _ in piece.matches('\n') {
            let number = lines.len() + 1;
            lines.push(Line { number, code: String::new(), strings: Vec::new() });
        }
        rest = after;
    }
    lines
}

/// The next piece of a source: its length, what of it is code, and the string in it.
fn piece(rest: &str, character: char) -> (usize, String, Option<String>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), String::new(), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), String::new(), None);
    }
    if let Some(hashes) = raw_string(rest) {
        let (open, close) = (hashes + 2, format!("\"{}", "#".repeat(hashes)));
        let end = rest[open..].find(&close).map_or(rest.len(), |end| open + end + close.len());
        return (end, "\"\"".to_owned(), Some(rest[open..end - close.len()].to_owned()));
    }
    match character {
        '"' => {
            let end = closing_quote(&rest[1..]) + 1;
            (end + 1, "\"\"".to_owned(), Some(rest[1..end].to_owned()))
        }
        '\'' => match character_literal(rest) {
            Some(length) => (length, "' '".to_owned(), None),
            None => (1, "'".to_owned(), None),
        },
        '\n' => (1, String::new(), None),
        _ => {
            // A word in one piece, so that the `r` of `for` never opens a raw string.
            let word = rest
                .find(|other: char| !other.is_alphanumeric() && other != '_')
                .unwrap_or(rest.len());
            let length = word.max(character.len_utf8());
            (length, rest[..length].to_owned(), None)
        }
    }
}

/// The number of `#` when a raw string begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn closing_quote(text: &str) -> usize {
    let mut escaped = false;
    for (position, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return position,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character in quotes; a lifetime is none.
fn character_literal(rest: &str) -> Option<usize> {
    let inner = rest[1..].chars().next()?;
    if inner == '\\' {
        return rest[2..]
            .char_indices()
            .skip(1)
            .find(|(_, character)| *character == '\'')
            .map(|(end, _)| end + 3);
    }
    let end = 1 + inner.len_utf8();
    rest[end..].starts_with('\'').then_some(end + 1)
}

#[test]
fn comments_strings_and_characters_are_no_code() {
    let source = Source::new(
        "a.rs",
        "a(\"b{\"); // c\n/* d\n */ e('{', '\\'', r#\"f\"g\"#) for<'h> \"i\nj\" k",
    );
    let code: Vec<&str> = source.lines.iter().map(|line| line.code.as_str()).collect();
    assert_eq!(code, ["a(\"\"); ", "", " e(' ', ' ', \"\") for<'h> \"\"", " k"]);
    let strings: Vec<&String> = source.lines.iter().flat_map(|line| &line.strings).collect();
    assert_eq!(strings, ["b{", "f\"g", "i\nj"]);
    let numbers: Vec<usize> = source.lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

#[test]
fn tests_are_left_out_and_what_follows_is_kept() {
    let text = "a();\n#[cfg(test)]\nmod tests {\n    fn b() {\n    }\n}\nc();\n#[cfg(test)]\nuse d;\ne();\n";
    let source = Source::new("a.rs", text);
    let kept: Vec<(usize, &str)> =
        source.lines.iter().map(|line| (line.number, line.code.as_str())).collect();
    assert_eq!(kept, [(1, "a();"), (7, "c();"), (10, "e();"), (11, "")]);
}
