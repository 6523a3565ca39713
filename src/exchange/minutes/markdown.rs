//! Minutes as Markdown, with the tables that most readers of it know.

use super::sheet::{BEFORE_CHANGES, Line, Sheet};
use crate::exchange::escaped::markdown as safe;
use std::fmt::Write as _;

/// The text.
#[must_use]
pub fn written(sheet: &Sheet, decided_word: &str) -> String {
    let mut page = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(page, "# {}\n", safe(&sheet.title));
    for (name, value) in &sheet.facts {
        let _ = writeln!(page, "- {}: {}", safe(name), safe(value));
    }
    let _ = writeln!(page, "\n**{}**", safe(&sheet.verdict));
    for line in sheet.note.lines().filter(|line| !line.is_empty()) {
        let _ = writeln!(page, "\n{}", safe(line));
    }
    for part in &sheet.tables {
        let _ = writeln!(page, "\n## {}\n", safe(part.heading));
        if part.lines.is_empty() {
            let _ = writeln!(page, "{}", safe(part.none));
            continue;
        }
        let headers: Vec<String> = sheet.headers.iter().map(|header| safe(header)).collect();
        let _ = writeln!(page, "| {} |", headers.join(" | "));
        let _ = writeln!(page, "|{}", " --- |".repeat(headers.len()));
        for line in &part.lines {
            let _ = writeln!(page, "| {} |", cells(line, decided_word).join(" | "));
        }
    }
    for line in &sheet.closing {
        let _ = writeln!(page, "\n{}", safe(line));
    }
    page
}

fn cells(line: &Line, decided_word: &str) -> Vec<String> {
    let mut cells: Vec<String> = line.cells.iter().map(|cell| safe(cell)).collect();
    let mark =
        if line.decided { format!("**【{}】** ", safe(decided_word)) } else { String::new() };
    let name =
        if line.name.is_empty() { String::new() } else { format!("**{}**<br>", safe(&line.name)) };
    let changes: Vec<String> = line.changes.iter().map(|change| safe(change)).collect();
    cells.insert(BEFORE_CHANGES.min(cells.len()), format!("{mark}{name}{}", changes.join("<br>")));
    cells
}
