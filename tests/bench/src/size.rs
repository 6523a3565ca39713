//! What a visitor downloads.

use crate::report::Report;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;

/// Prints each file of the hosted edition; what is asked for only when the app is up is no part of the
/// first load.
pub(crate) fn measure(folder: &Path, report: &mut Report) -> Result<()> {
    report.begin("size (bytes, brotli)");
    let (mut first, mut later) = (0, 0);
    let mut kept = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("no {}", folder.display()))?
        .collect::<std::io::Result<_>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "_headers" {
            continue;
        }
        let bytes = std::fs::read(entry.path())?;
        let mut packed = Vec::new();
        let settings = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?;
        println!("  {name:<32}{:>10}{:>10}", bytes.len(), packed.len());
        kept.push(json!({ "file": name, "raw": bytes.len(), "brotli": packed.len() }));
        if name.starts_with("study") {
            later += packed.len();
        } else {
            first += packed.len();
        }
    }
    println!("  first load {first}, later {later}");
    report.keep("size", json!(kept));
    report.found("A11", first as f64 / 1e3, 0.0);
    Ok(())
}
