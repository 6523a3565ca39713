//! The project reads its own sources: the rules that no compiler knows.
//!
//! Each rule is a function from a file to complaints, so that it is tried on small bad samples beside
//! its definition. Here they meet the real files.

mod rust;
mod scan;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use scan::Source;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` whose name has this ending, in order of their names.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn sources(folder: &str) -> Vec<Source> {
    let read = |path: PathBuf| Source::new(&name(&path), &fs::read_to_string(&path).unwrap());
    files(folder, "rs").into_iter().map(read).collect()
}

fn holds(rule: impl Fn(&Source) -> Vec<String>, sources: &[Source]) {
    assert!(!sources.is_empty());
    none(sources.iter().flat_map(rule).collect());
}

fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn layers_point_one_way() {
    holds(rust::layers, &sources("src"));
}

#[test]
fn only_the_screen_knows_a_browser() {
    holds(rust::browser, &sources("src"));
}

#[test]
fn no_file_is_longer_than_a_sitting() {
    holds(rust::length, &sources("src"));
}

#[test]
fn every_room_has_a_name_of_its_own() {
    for folder in ["src", "tests", "xtask"] {
        holds(rust::names, &sources(folder));
    }
}

#[test]
fn a_planner_never_meets_a_panic() {
    holds(rust::panics, &sources("src"));
}

#[test]
fn looks_are_classes_and_never_attributes() {
    holds(rust::style_attributes, &sources("src/ui"));
}

#[test]
fn components_share_one_life_cycle() {
    let sources = sources("src/ui");
    let components: Vec<String> = sources.iter().flat_map(rust::components).collect();
    assert!(components.len() > 20, "the definitions of components were not found");
    holds(|source| rust::component_tags(source, &components), &sources);
}

#[test]
fn a_lever_is_named_only_where_it_is_declared() {
    let sources = sources("src");
    let keys: Vec<String> = sources.iter().flat_map(rust::lever_keys).collect();
    assert!(keys.len() > 20, "the declarations of levers were not found");
    holds(|source| rust::lever_strings(source, &keys), &sources);
}

#[test]
fn styles_keep_to_their_tokens() {
    let sheets = files("styles", "css");
    assert!(!sheets.is_empty());
    none(
        sheets
            .iter()
            .flat_map(|path| style::rules(&name(path), &fs::read_to_string(path).unwrap()))
            .collect(),
    );
}

#[test]
fn every_style_sheet_is_in_the_page() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let sheets = files("styles", "css").into_iter().map(|path| name(&path));
    none(
        sheets
            .filter(|sheet| {
                !page.contains(&format!("<link data-trunk rel=\"css\" href=\"{sheet}\">"))
            })
            .map(|sheet| format!("{sheet}: index.html has no link to it, so nobody sees it"))
            .collect(),
    );
}

#[test]
fn seed_tables_are_plain_text() {
    let tables = files("seeds", "csv");
    none(tables.iter().flat_map(|path| table(&name(path), &fs::read(path).unwrap())).collect());
}

/// A table is UTF-8 without a byte order mark, and its last line ends.
fn table(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut complain = |why: &str| complaints.push(format!("{name}: {why}"));
    if std::str::from_utf8(bytes).is_err() {
        complain("is not UTF-8");
    }
    if bytes.starts_with("\u{feff}".as_bytes()) {
        complain(
            "starts with a byte order mark, which would become part of the first column's name",
        );
    }
    if !bytes.ends_with(b"\n") {
        complain("its last line does not end");
    }
    complaints
}

#[test]
fn bad_tables_are_found() {
    assert_eq!(table("t.csv", "名称,值\n".as_bytes()), Vec::<String>::new());
    assert_eq!(table("t.csv", "\u{feff}a\n".as_bytes()).len(), 1);
    assert_eq!(table("t.csv", b"a,\xc8\xd5\n").len(), 1);
    assert_eq!(table("t.csv", b"a,b").len(), 1);
}
