//! The spreadsheet program that recalculates exported workbooks in tests.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::packages::{self, in_path};

const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];
/// Calc without a screen; what it merely recommends is several times as large.
const PACKAGES: [&str; 1] = ["libreoffice-calc-nogui"];
/// What to do where nothing can be installed without asking.
const OTHERWISE: &str = "the workbook tests need LibreOffice Calc. Install it, or name its program in the variable SOFFICE.";

/// Finds LibreOffice, and installs it where that can be done without asking.
pub(crate) fn bring() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    packages::install(&PACKAGES, "the workbook tests", OTHERWISE)?;
    find().with_context(|| {
        format!("the package {} is installed, but no soffice is found", PACKAGES[0])
    })
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("SOFFICE").map(PathBuf::from);
    named.or_else(|| PROGRAMS.iter().find_map(|name| in_path(name)))
}
