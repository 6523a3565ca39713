//! Who takes part: whoever is installed.

use crate::options::Options;
use crate::participant::Participant;
use anyhow::Result;
use bench::subject::Subject;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Names by which participants are compared.
pub(crate) const NATIVE: &str = "native";
pub(crate) const SIMD: &str = "wasm-simd";
pub(crate) const AGAIN: &str = "wasm-simd again";
pub(crate) const SCALAR: &str = "wasm-scalar";
pub(crate) const NAIVE: &str = "js-naive";
pub(crate) const SAME: &str = "js-same";
pub(crate) const NUMPY: &str = "numpy";
pub(crate) const SIMLIN: &str = "simlin";

/// Ours natively and in node, then others. Prints who is not there.
pub(crate) fn gather(options: &Options, subject: Subject) -> Result<Vec<Participant>> {
    let mut all = vec![Participant::here(NATIVE, subject)];
    let data = options.data.to_string_lossy();
    let script = peer("peer.mjs");
    if answers("node", &["--version"]) {
        let programs = [(SIMD, &options.simd), (AGAIN, &options.simd), (SCALAR, &options.scalar)];
        for (name, file) in programs {
            let Some(file) = file else { continue };
            let arguments = [&script, "wasm", &file.to_string_lossy()];
            let mut participant = Participant::outside(name, Path::new("node"), &arguments)?;
            prepare(&mut participant, bench::plan::PROJECTS, bench::plan::YEARS)?;
            all.push(participant);
        }
        for (name, kind) in [(NAIVE, "naive"), (SAME, "same")] {
            all.push(Participant::outside(name, Path::new("node"), &[&script, kind, &data])?);
        }
    } else {
        println!("  node is not installed: no wasm and no JavaScript");
    }
    let python = python();
    for (name, module, script) in
        [(NUMPY, "numpy", "numpy_peer.py"), (SIMLIN, "simlin", "simlin_peer.py")]
    {
        if answers(&python, &["-c", &format!("import {module}")]) {
            all.push(Participant::outside(name, Path::new(&python), &[&peer(script), &data])?);
        } else {
            println!(
                "  {name} is not installed (`pip install` it, or name a Python that has it in PYTHON)"
            );
        }
    }
    Ok(all)
}

/// Another node with the program for browsers that compute four numbers at a time.
pub(crate) fn one_more(options: &Options) -> Result<Option<Participant>> {
    let Some(file) = options.simd.as_ref().filter(|_| answers("node", &["--version"])) else {
        return Ok(None);
    };
    let arguments = [&peer("peer.mjs"), "wasm", &file.to_string_lossy()];
    Participant::outside(SIMD, Path::new("node"), &arguments).map(Some)
}

/// Gives a program a plan of this size.
pub(crate) fn prepare(participant: &mut Participant, projects: usize, years: usize) -> Result<()> {
    participant.ask(&format!("prepare {projects} {years}")).map(|_| ())
}

fn peer(file: &str) -> String {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "peers", file].iter().collect();
    folder.to_string_lossy().into_owned()
}

fn python() -> String {
    std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// Whether a program is there and does what it is told.
fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
