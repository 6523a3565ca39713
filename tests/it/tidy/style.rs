//! Rules for style sheets.

/// The one sheet that may hold colours and sizes of type.
const TOKENS: &str = "styles/tokens.css";

const COLOUR_FUNCTIONS: [&str; 9] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];

const COLOUR_WORDS: [&str; 12] = [
    "black", "blue", "gray", "green", "grey", "navy", "orange", "purple", "red", "silver", "white",
    "yellow",
];

/// A piece of a sheet: what stands before a `{`, or one declaration.
struct Piece<'a> {
    line: usize,
    text: &'a str,
    selects: bool,
}

/// Everything a sheet does that it should not.
pub(super) fn rules(path: &str, sheet: &str) -> Vec<String> {
    let plain = without_comments(sheet);
    let mut complaints = Vec::new();
    for piece in pieces(&plain) {
        let why = if piece.selects {
            selector(piece.text)
        } else {
            declaration(piece.text, path == TOKENS)
        };
        complaints.extend(why.map(|why| format!("{path}:{}: {why}", piece.line)));
    }
    complaints
}

fn selector(text: &str) -> Option<String> {
    let id = !text.starts_with('@') && text.contains('#');
    id.then(|| format!("`{text}` selects by id: use a class"))
}

fn declaration(text: &str, in_tokens: bool) -> Option<String> {
    if text.contains("!important") {
        return Some("`!important` ends every discussion: use a cascade layer".to_owned());
    }
    let (property, value) =
        text.split_once(':').map(|(property, value)| (property.trim(), value.trim()))?;
    if in_tokens {
        return None;
    }
    if is_colour(value) {
        return Some(format!("`{value}` is a colour: colours stand in {TOKENS}"));
    }
    let size = matches!(property, "font" | "font-size") && has_pixels(value);
    size.then(|| format!("`{value}` is a size of type: sizes stand in {TOKENS}"))
}

fn is_colour(value: &str) -> bool {
    let words = || {
        value.split(|character: char| !character.is_alphanumeric() && !"-_#(".contains(character))
    };
    let hex = |word: &str| {
        word.strip_prefix('#')
            .is_some_and(|rest| rest.len() >= 3 && rest.chars().all(|c| c.is_ascii_hexdigit()))
    };
    words().any(|word| {
        hex(word)
            || COLOUR_WORDS.contains(&word)
            || COLOUR_FUNCTIONS.iter().any(|f| word.starts_with(f))
    })
}

fn has_pixels(value: &str) -> bool {
    value
        .match_indices("px")
        .any(|(position, _)| value[..position].ends_with(|c: char| c.is_ascii_digit()))
}

/// Comments become spaces, so that lines keep their numbers.
fn without_comments(sheet: &str) -> String {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        plain.push_str(before);
        plain.extend(comment.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    plain + rest
}

fn pieces(plain: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (end, mark) in plain.match_indices(['{', '}', ';']) {
        let text = plain[start..end].trim();
        let skipped = plain[start..end].len() - plain[start..end].trim_start().len();
        let line = 1 + plain[..start + skipped].matches('\n').count();
        if !text.is_empty() {
            pieces.push(Piece { line, text, selects: mark == "{" });
        }
        start = end + 1;
    }
    pieces
}

#[test]
fn everything_a_sheet_should_not_do_is_found() {
    for bad in [
        "a { color: #1f5f8b; }",
        "a { background: rgb(1 2 3 / 50%); }",
        "a { border: 1px solid red }",
        "a { fill: hsl(1 2% 3%) }",
        "a { font-size: 14px; }",
        "a { font: bold 14.5px serif; }",
        "a { margin: 0 !important; }",
        "#main { margin: 0 }",
        "@layer x { .a { & #b { margin: 0 } } }",
    ] {
        assert_eq!(rules("styles/a.css", bad).len(), 1, "{bad}");
    }
    assert_eq!(
        rules("styles/a.css", "/* a\n*/\na {\n  color: red;\n}"),
        ["styles/a.css:4: `red` is a colour: colours stand in styles/tokens.css"]
    );
}

#[test]
fn tokens_and_everything_made_of_them_are_welcome() {
    let good = "/* #fff */ a:hover { color: var(--ink); border: 1px solid var(--line-red);\n\
        background: color-mix(in oklab, var(--ink) 8%, transparent); font-size: var(--text-2); }";
    assert_eq!(rules("styles/a.css", good), Vec::<String>::new());
    assert_eq!(
        rules(TOKENS, ":root { --ink: #111; --text: 14px; font-size: 16px }"),
        Vec::<String>::new()
    );
    assert_eq!(rules(TOKENS, ":root { --ink: #111 !important }").len(), 1);
}
