//! The parts of the Rust toolchain that a fresh machine may lack.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target when it is missing.
pub(crate) fn bring_wasm() -> Result<()> {
    let library = output("rustc", &["--print", "target-libdir", "--target", WASM]);
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("Adding the Rust target {WASM} (once per machine)");
    run(Command::new("rustup").args(["target", "add", WASM])).with_context(|| {
        format!(
            "the Rust target {WASM} is missing and rustup could not add it.\n\
             Install Rust with rustup (https://rustup.rs), or add the target with whatever installed this Rust"
        )
    })
}

/// Adds the formatter and the linter when they are missing.
pub(crate) fn bring_checks() -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output("cargo", &[program, "--version"]).is_none() {
            println!("Adding the Rust component {component} (once per machine)");
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}
