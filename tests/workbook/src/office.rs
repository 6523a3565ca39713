//! LibreOffice: opens workbooks without a screen, recalculates every formula, and saves them.

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The settings of a user who wants every formula calculated anew when a file is opened.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Recalculates workbooks, all in one start of the program; they come back in the order given.
///
/// # Errors
///
/// When LibreOffice is not there or does not write a file for each.
pub fn recalculate(workbooks: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    let folder = std::env::temp_dir().join(format!("mogao-office-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let (before, after) = (folder.join("before"), folder.join("after"));
    let settings = folder.join("profile/user");
    for folder in [&before, &after, &settings] {
        fs::create_dir_all(folder)?;
    }
    fs::write(settings.join("registrymodifications.xcu"), SETTINGS)?;
    let names: Vec<String> =
        (0..workbooks.len()).map(|index| format!("book-{index}.xlsx")).collect();
    for (name, bytes) in names.iter().zip(workbooks) {
        fs::write(before.join(name), bytes)?;
    }
    convert(&folder, &before, &after, &names)?;
    let read = |name: &String| {
        fs::read(after.join(name)).with_context(|| format!("LibreOffice wrote no {name}"))
    };
    let found = names.iter().map(read).collect();
    let _ = fs::remove_dir_all(&folder);
    found
}

fn convert(folder: &Path, before: &Path, after: &Path, names: &[String]) -> Result<()> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new(program()?);
    command
        .args([
            &profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
        ])
        .arg("--outdir")
        .arg(after)
        .args(names.iter().map(|name| before.join(name)))
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let status = command.status().context("LibreOffice could not be started")?;
    ensure!(status.success(), "LibreOffice failed");
    Ok(())
}

/// Where LibreOffice is: named in `SOFFICE`, or in the path.
fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("SOFFICE") {
        return Ok(PathBuf::from(named));
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = ["soffice", "libreoffice"];
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    match found {
        Some(found) => Ok(found),
        None => bail!(
            "LibreOffice Calc is not installed. On Debian: apt-get install libreoffice-calc-nogui"
        ),
    }
}
