//! Rules for Rust sources.

use super::scan::Source;

/// Each floor of the house and the floors it may use.
const LAYERS: [(&str, &[&str]); 11] = [
    ("units", &[]),
    ("order", &[]),
    ("chart", &["order"]),
    ("plan", &["units", "order"]),
    ("engine", &["units", "order", "plan"]),
    ("study", &["units", "order", "plan", "engine"]),
    ("text", &["units", "order", "plan", "engine", "study", "seeds"]),
    ("seeds", &["units", "order", "plan"]),
    ("exchange", &["units", "order", "chart", "plan", "engine", "study", "text", "seeds"]),
    (
        "session",
        &["units", "order", "chart", "plan", "engine", "study", "text", "seeds", "exchange"],
    ),
    (
        "ui",
        &[
            "units", "order", "chart", "plan", "engine", "study", "text", "seeds", "exchange",
            "session",
        ],
    ),
];

/// Crates that exist only in a browser.
const BROWSER: [&str; 5] = ["gloo", "js_sys", "wasm_bindgen", "web_sys", "yew"];

/// Entrances of the programs beside the screen.
const BESIDE: [&str; 2] = ["src/bin/study.rs", "src/bin/tables.rs"];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 7] = ["common", "helper", "helpers", "manager", "misc", "util", "utils"];

/// The longest file, tests not counted.
const LONGEST: usize = 400;

/// Floors use only the floors below them.
pub(super) fn layers(source: &Source) -> Vec<String> {
    let Some(own) = layer(&source.path) else { return Vec::new() };
    let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == own) else {
        return vec![source.at(1, &format!("`{own}` has no floor in the table of layers"))];
    };
    used(source)
        .into_iter()
        .filter(|(_, other)| other != own && !below.contains(&other.as_str()))
        .map(|(number, other)| {
            source.at(number, &format!("`{own}` may not use `{other}`: layers point one way"))
        })
        .collect()
}

/// The layer of a file: its folder or file in `src`. The entrances stand outside the layers.
fn layer(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!["lib", "main", "bin"].contains(&name)).then_some(name)
}

/// Every module at the top of the crate that a source names, with the line.
fn used(source: &Source) -> Vec<(usize, String)> {
    let code = source.code();
    let mut used = Vec::new();
    // From a module of depth n, n times `super` is the top of the crate.
    let up = "super::".repeat(depth(&source.path));
    for prefix in ["crate::", &up] {
        for (position, _) in code.match_indices(prefix) {
            let starts = !code[..position].ends_with([':', '_'])
                && !code[..position].ends_with(char::is_alphanumeric);
            if starts {
                let names = first_names(&code[position + prefix.len()..]);
                used.extend(names.into_iter().map(|name| (source.number_at(position), name)));
            }
        }
    }
    used
}

fn depth(path: &str) -> usize {
    let parts = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    parts.split('/').count()
}

/// The first names of a path or of a group of paths in braces.
fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|character| character.is_alphanumeric() || *character == '_')
            .collect()
    };
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let mut depth = 0_i32;
    let mut names = vec![word(group)];
    for (position, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(&group[position + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty() && name != "self");
    names
}

/// Outside `ui`, and the entrances of the programs beside it, nothing names a browser.
pub(super) fn browser(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/ui/") || BESIDE.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let named = |code: &str| {
        BROWSER.iter().find(|name| {
            words(code).any(|word| word == **name || word.starts_with(&format!("{name}_")))
        })
    };
    complain(source, |code| {
        named(code).map(|name| format!("`{name}` exists only in a browser and belongs in src/ui"))
    })
}

/// No file is longer than can be read in a sitting.
pub(super) fn length(source: &Source) -> Vec<String> {
    // The last line is the empty one after the last line end.
    let lines = source.lines.len().saturating_sub(1);
    if lines <= LONGEST {
        return Vec::new();
    }
    vec![source.at(
        lines,
        &format!(
            "{lines} lines without tests; the limit is {LONGEST}: find the second thing in it"
        ),
    )]
}

/// No file and no module has a name under which anything could be put.
pub(super) fn names(source: &Source) -> Vec<String> {
    let path = source.path.trim_end_matches(".rs");
    let mut complaints: Vec<String> = path
        .split('/')
        .filter(|part| EMPTY_NAMES.contains(part))
        .map(|part| source.at(1, &format!("`{part}` says nothing about what is inside")))
        .collect();
    complaints.extend(complain(source, |code| {
        let module = words(code).skip_while(|word| *word != "mod").nth(1)?;
        EMPTY_NAMES
            .contains(&module)
            .then(|| format!("`{module}` says nothing about what is inside"))
    }));
    complaints
}

/// Errors are values.
pub(super) fn panics(source: &Source) -> Vec<String> {
    const ENDINGS: [&str; 5] = [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!"];
    complain(source, |code| {
        let ending = ENDINGS.iter().find(|ending| code.contains(**ending))?;
        Some(format!("`{ending}` stops the app in front of the planner: an error is a value"))
    })
}

/// The content security policy refuses style attributes.
pub(super) fn style_attributes(source: &Source) -> Vec<String> {
    complain(source, |code| {
        let (before, after) = code.split_once("style=")?;
        let attribute = before.is_empty() || before.ends_with(char::is_whitespace);
        (attribute && !after.starts_with('=')).then(|| {
            "the policy refuses style attributes: use a class, or set a custom property".to_owned()
        })
    })
}

/// The names of the components that a source defines.
pub(super) fn components(source: &Source) -> Vec<String> {
    let code = source.code();
    let definitions = code.split("#[component]").skip(1);
    let name = |rest: &str| words(rest).skip_while(|word| *word != "fn").nth(1).map(str::to_owned);
    definitions.filter_map(name).collect()
}

/// Components are shown by `part!`: as a tag, each brings a life cycle of its own into the program.
pub(super) fn component_tags(source: &Source, components: &[String]) -> Vec<String> {
    complain(source, |code| {
        // What follows `<` up to a space or the end of the line, with the path before it.
        let tags = code.split('<').skip(1).filter_map(|rest| rest.split_whitespace().next());
        let tag = tags.filter_map(|tag| tag.rsplit("::").next()).find(|tag| {
            let name = tag.trim_end_matches("/>");
            components.iter().any(|component| component == name)
        })?;
        Some(format!("`<{tag} …` is compiled once more: use part!({tag} {{ … }})"))
    })
}

/// The keys in declarations like `Execution = "execution", Investment, …`.
pub(super) fn lever_keys(source: &Source) -> Vec<String> {
    if !in_catalogue(source) {
        return Vec::new();
    }
    let declares = |code: &str| {
        let (name, rest) = code.trim().split_once(" = ")?;
        (name.chars().all(char::is_alphanumeric) && rest.starts_with("\"\",")).then_some(())
    };
    let declared = source.lines.iter().filter(|line| declares(&line.code).is_some());
    declared.filter_map(|line| line.strings.first().cloned()).collect()
}

fn in_catalogue(source: &Source) -> bool {
    source.path.starts_with("src/plan/lever")
}

/// A lever's key stands in its declaration only. A key of one plain word is also an ordinary word, so
/// it counts when an instance follows it, as in `growth.retail.2023`; `growth.csv` is a table.
pub(super) fn lever_strings(source: &Source, keys: &[String]) -> Vec<String> {
    if in_catalogue(source) {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    for line in &source.lines {
        for string in &line.strings {
            let names = |key: &&String| {
                let instance =
                    string.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with('.'));
                let instance = instance && !string.ends_with(".csv");
                instance || (key.contains('-') && string == *key)
            };
            if let Some(key) = keys.iter().find(names) {
                complaints.push(source.at(
                    line.number,
                    &format!("the lever `{key}` is declared in src/plan/lever: use its kind"),
                ));
            }
        }
    }
    complaints
}

fn complain(source: &Source, why: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let complaint =
        |line: &super::scan::Line| why(&line.code).map(|why| source.at(line.number, &why));
    source.lines.iter().filter_map(complaint).collect()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !character.is_alphanumeric() && character != '_')
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod samples {
    use super::*;

    fn complaints(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
        rule(&Source::new(path, text))
    }

    #[test]
    fn an_arrow_that_runs_up_is_found_in_every_spelling() {
        for text in [
            "use crate::ui::App;",
            "use crate::{\n    units::Rate,\n    session::{Action, Effect},\n};",
            "fn f() -> crate::text::Words {}",
            "use super::super::exchange::Link;",
        ] {
            assert_eq!(complaints(layers, "src/engine/run.rs", text).len(), 1, "{text}");
        }
        assert_eq!(
            complaints(layers, "src/engine/mod.rs", "\nuse super::study;"),
            ["src/engine/mod.rs:2: `engine` may not use `study`: layers point one way"]
        );
        assert_eq!(complaints(layers, "src/cellar/mod.rs", "").len(), 1);
    }

    #[test]
    fn arrows_that_run_down_or_stay_are_welcome() {
        let text = "use crate::units::{Rate, Share};\nuse crate::plan::Plan;\nuse crate::engine::Outcome;\nuse super::prices;";
        assert_eq!(complaints(layers, "src/engine/run.rs", text), Vec::<String>::new());
        assert_eq!(
            complaints(
                layers,
                "src/engine/run.rs",
                "#[cfg(test)]\nmod tests {\n use crate::ui;\n}\n"
            ),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_browser_in_the_core_is_found() {
        assert_eq!(complaints(browser, "src/session/action.rs", "use web_sys::Window;").len(), 1);
        assert_eq!(complaints(browser, "src/plan/lever.rs", "gloo_timers::sleep()").len(), 1);
        assert_eq!(complaints(browser, "src/bin/evaluate.rs", "use js_sys::Date;").len(), 1);
        for path in ["src/ui/app.rs", "src/bin/study.rs", "src/bin/tables.rs"] {
            let found = complaints(browser, path, "use wasm_bindgen::prelude::*;");
            assert_eq!(found, Vec::<String>::new(), "{path}");
        }
        assert_eq!(
            complaints(browser, "src/plan/lever.rs", "// not yew::this"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_long_file_is_found_and_its_tests_do_not_count() {
        let long = "x();\n".repeat(LONGEST + 1);
        assert_eq!(complaints(length, "src/a.rs", &long).len(), 1);
        let tested = format!("{}#[cfg(test)]\nmod tests {{\n{long}}}\n", "x();\n".repeat(LONGEST));
        assert_eq!(complaints(length, "src/a.rs", &tested), Vec::<String>::new());
    }

    #[test]
    fn empty_names_are_found() {
        assert_eq!(complaints(names, "src/utils.rs", "").len(), 1);
        assert_eq!(complaints(names, "src/plan/helpers/a.rs", "").len(), 1);
        assert_eq!(complaints(names, "src/plan/mod.rs", "pub mod common;").len(), 1);
        assert_eq!(complaints(names, "src/plan/mod.rs", "pub mod project;"), Vec::<String>::new());
    }

    #[test]
    fn every_way_to_stop_the_app_is_found() {
        for text in ["a.unwrap();", "a.expect(\"b\");", "panic!()", "todo!()", "unimplemented!()"] {
            assert_eq!(complaints(panics, "src/a.rs", text).len(), 1, "{text}");
        }
        for text in ["a.unwrap_or(b)", "\"todo!\"", "#[cfg(test)]\nmod tests {\n a.unwrap();\n}\n"]
        {
            assert_eq!(complaints(panics, "src/a.rs", text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn style_attributes_are_found() {
        assert_eq!(
            complaints(style_attributes, "src/ui/a.rs", "<p style=\"color: red\">").len(),
            1
        );
        assert_eq!(complaints(style_attributes, "src/ui/a.rs", "<p\n style={look}>").len(), 1);
        assert_eq!(
            complaints(style_attributes, "src/ui/a.rs", "let style = 1; a.style== b"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_component_shown_as_a_tag_is_found() {
        let definition = "#[component]\npub(crate) fn Row(props: &RowProps) -> Html {}";
        let names = components(&Source::new("src/ui/row.rs", definition));
        assert_eq!(names, ["Row"]);
        let found = |text: &str| component_tags(&Source::new("src/ui/a.rs", text), &names).len();
        for text in ["{ <Row {value} /> }", "<Row\n value={1} />", "<row::Row />", "<Row/>"] {
            assert_eq!(found(text), 1, "{text}");
        }
        for text in ["part!(Row { value })", "Vec<Row>", "<Rows />", "a < Row::LENGTH"] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn levers_named_by_their_keys_are_found() {
        let catalogue = Source::new(
            "src/plan/lever.rs",
            "    Slip = \"slip\", A;\n    CostOverrun = \"cost-overrun\", B;",
        );
        let keys = lever_keys(&catalogue);
        assert_eq!(keys, ["slip", "cost-overrun"]);
        let found = |text: &str| lever_strings(&Source::new("src/ui/a.rs", text), &keys).len();
        assert_eq!(
            [
                found("\"slip.p01\""),
                found("\"cost-overrun\""),
                found("\"slip\""),
                found("\"slips.a\""),
                found("\"slip.csv\"")
            ],
            [1, 1, 0, 0, 0]
        );
        assert_eq!(lever_strings(&catalogue, &keys), Vec::<String>::new());
    }
}
