//! Colours as the style sheet declares them: one dark theme however it is asked for, and text that
//! can be read on every paper.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Tokens = BTreeMap<String, String>;

fn sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css");
    fs::read_to_string(path).unwrap()
}

/// The declarations of the first rule after `start` whose selector is `selector`.
fn rule(sheet: &str, start: &str, selector: &str) -> Tokens {
    let after = sheet.split_once(start).unwrap().1;
    let body = after.split_once(&format!("{selector} {{")).unwrap().1.split_once('}').unwrap().0;
    body.lines()
        .filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn light(sheet: &str) -> Tokens {
    rule(sheet, "@layer tokens", ":root")
}

fn dark(sheet: &str) -> Tokens {
    rule(sheet, "@layer tokens", ":root[data-theme=\"dark\"]")
}

/// Relative luminance as WCAG 2 defines it, of a colour like `#0f5c96`.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if byte <= 0.04045 { byte / 12.92 } else { libm::pow((byte + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Names whose contrast against one of the papers is below `least`.
fn too_faint(theme: &Tokens, names: &[&str], papers: &[&str], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for name in names {
        for paper in papers {
            let ratio = contrast(&theme[*name], &theme[*paper]);
            if ratio < least {
                faint.push(format!("{name} on {paper}: {ratio:.2}"));
            }
        }
    }
    faint
}

const PAPERS: [&str; 2] = ["--paper", "--paper-sunk"];

#[test]
fn the_measure_of_contrast_gives_the_published_extremes() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#777777") - 1.0).abs() < 1e-9);
}

#[test]
fn the_dark_theme_is_the_same_whether_the_system_or_the_planner_asks_for_it() {
    let sheet = sheet();
    let system = rule(&sheet, "prefers-color-scheme: dark", ":root:not([data-theme=\"light\"])");
    assert!(system.len() > 20, "{system:?}");
    assert_eq!(dark(&sheet), system);
}

#[test]
fn every_text_can_be_read_on_both_papers_in_both_themes() {
    const TEXT: [&str; 6] = ["--ink", "--ink-2", "--ink-3", "--azurite", "--danger", "--warning"];
    for theme in [light(&sheet()), dark(&sheet())] {
        assert_eq!(too_faint(&theme, &TEXT, &PAPERS, 4.5), Vec::<String>::new());
        // The verdict stands on plain paper only.
        assert_eq!(too_faint(&theme, &["--result"], &PAPERS[..1], 4.5), Vec::<String>::new());
    }
}

#[test]
fn every_line_and_border_can_be_seen_in_both_themes() {
    const LINES: [&str; 9] = [
        "--tier-1",
        "--tier-2",
        "--tier-3",
        "--baseline",
        "--category-1",
        "--category-2",
        "--category-3",
        "--category-4",
        "--category-5",
    ];
    for theme in [light(&sheet()), dark(&sheet())] {
        assert_eq!(too_faint(&theme, &LINES, &PAPERS[..1], 3.0), Vec::<String>::new());
        assert_eq!(too_faint(&theme, &["--rule-strong"], &PAPERS, 3.0), Vec::<String>::new());
    }
}
