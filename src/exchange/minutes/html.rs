//! Minutes as a page of their own: no script, nothing from elsewhere; it prints on A4 and opens in word
//! processors.

use super::sheet::{BEFORE_CHANGES, FIGURES, Line, Sheet, Table};
use crate::exchange::escaped::html as safe;
use std::fmt::Write as _;

/// Plain rules that word processors know too.
const STYLE: &str = "\
@page { size: A4 landscape; margin: 20mm; }
body { margin: 2em auto; max-width: 64em; padding: 0 1em; color: #000; background: #fff;
  font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; font-size: 10.5pt; line-height: 1.5; }
h1 { font-size: 18pt; text-align: center; }
h2 { font-size: 13pt; margin-top: 1.5em; page-break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #666; padding: 3pt 5pt; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr { page-break-inside: avoid; }
.facts th { width: 9em; font-weight: normal; background: #eee; }
.verdict { font-size: 12pt; font-weight: bold; }
.figure { text-align: right; white-space: nowrap; }
.change { min-width: 15em; }
.mark { font-weight: bold; }
.small { color: #444; font-size: 9pt; }
@media print { body { margin: 0; padding: 0; max-width: none; } }";

/// The page.
#[must_use]
pub fn written(sheet: &Sheet, decided_word: &str) -> String {
    let mut page = String::new();
    let title = safe(&sheet.title);
    // Writing to a text cannot fail.
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table class=\"facts\">\n",
        sheet.lang
    );
    for (name, value) in &sheet.facts {
        let _ = writeln!(
            page,
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            safe(name),
            safe(value)
        );
    }
    let _ = write!(page, "</table>\n<p class=\"verdict\">{}</p>\n", safe(&sheet.verdict));
    for line in sheet.note.lines().filter(|line| !line.is_empty()) {
        let _ = writeln!(page, "<p>{}</p>", safe(line));
    }
    for part in &sheet.tables {
        table(&mut page, sheet, part, decided_word);
    }
    for line in &sheet.closing {
        let _ = writeln!(page, "<p class=\"small\">{}</p>", safe(line));
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn table(page: &mut String, sheet: &Sheet, part: &Table, decided_word: &str) {
    let _ = writeln!(page, "<h2>{}</h2>", safe(part.heading));
    if part.lines.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", safe(part.none));
        return;
    }
    page.push_str("<table>\n<thead><tr>");
    for header in &sheet.headers {
        let _ = write!(page, "<th scope=\"col\">{}</th>", safe(header));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for line in &part.lines {
        row(page, line, decided_word);
    }
    page.push_str("</tbody>\n</table>\n");
}

fn row(page: &mut String, line: &Line, decided_word: &str) {
    let (before, after) = line.cells.split_at(BEFORE_CHANGES.min(line.cells.len()));
    page.push_str("<tr>");
    for cell in before {
        let _ = write!(page, "<td>{}</td>", safe(cell));
    }
    page.push_str("<td class=\"change\">");
    if line.decided {
        let _ = write!(page, "<span class=\"mark\">【{}】</span> ", safe(decided_word));
    }
    if !line.name.is_empty() {
        let _ = write!(page, "<b>{}</b><br>", safe(&line.name));
    }
    let changes: Vec<String> = line.changes.iter().map(|change| safe(change)).collect();
    let _ = write!(page, "{}</td>", changes.join("<br>"));
    for (index, cell) in after.iter().enumerate() {
        let class = if index < FIGURES { " class=\"figure\"" } else { "" };
        let _ = write!(page, "<td{class}>{}</td>", safe(cell));
    }
    page.push_str("</tr>\n");
}
