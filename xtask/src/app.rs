//! From Rust to the two files a browser can run.

use std::fs;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, run, target};
use crate::toolchain::{self, WASM};

/// The program as the browser loads it.
pub(crate) struct App {
    /// JavaScript that connects the program with the page; a classic script, because a page opened
    /// from a file may not load modules.
    pub(crate) glue: String,
    /// The program itself.
    pub(crate) wasm: Vec<u8>,
}

/// Compiles the app. A release is smaller and quicker, and takes minutes instead of seconds.
pub(crate) fn build(release: bool) -> Result<App> {
    toolchain::bring_wasm()?;
    let mut compile = cargo(&["build", "--target", WASM, "--bin", "mogao"]);
    if release {
        compile.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", same_paths_everywhere()?);
    }
    run(&mut compile)?;

    let profile = if release { "release" } else { "debug" };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(target().join(WASM).join(profile).join("mogao.wasm"))
        .no_modules(true)?
        .typescript(false)
        .debug(!release)
        .keep_debug(false)
        .remove_name_section(release)
        .remove_producers_section(release);
    let mut output =
        bindgen.generate_output().context("wasm-bindgen could not read the program")?;
    Ok(App { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// Compiler flags that keep the folder of downloaded crates out of the messages inside the program, so that
/// the same sources give the same bytes wherever they are built.
fn same_paths_everywhere() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    #[allow(deprecated, reason = "right on every system since Rust 1.85")]
    let home = home
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("no home folder")?;
    let sources = home.join("registry/src");
    let mut flags = Vec::new();
    for folder in fs::read_dir(&sources).with_context(|| format!("no {}", sources.display()))? {
        flags.push(format!("--remap-path-prefix={}=crates", folder?.path().display()));
    }
    // In one order on every machine, and split where no path can hold the sign.
    flags.sort();
    Ok(flags.join("\x1f"))
}
