//! From Rust to the files a browser can run.

use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, run, target};
use crate::toolchain::{self, WASM};

/// A program as a browser loads it.
pub(crate) struct Program {
    /// JavaScript that connects the program with the page; a classic script, because a page opened
    /// from a file may not load modules.
    pub(crate) glue: String,
    /// The program itself.
    pub(crate) wasm: Vec<u8>,
}

/// The program that works on questions beside the screen, in two builds with one glue.
pub(crate) struct Study {
    /// As in [`Program`].
    pub(crate) glue: String,
    /// The program for browsers that compute four numbers at a time.
    pub(crate) simd: Vec<u8>,
    /// The program for all others.
    pub(crate) scalar: Vec<u8>,
}

/// Compiles the app. A release is smaller and quicker, and takes minutes instead of seconds.
pub(crate) fn app(release: bool) -> Result<Program> {
    let profile = if release { "release" } else { "dev" };
    compile(&["--bin", "mogao"], profile, &paths(release)?)?;
    bound("mogao", profile, release)
}

/// Compiles the program that works on questions; a quick build serves every browser with one.
pub(crate) fn study(release: bool) -> Result<Study> {
    let profile = if release { "study" } else { "study-quick" };
    let build = |more: &[&str]| {
        // Only the rooms that this program enters are built: see `study_alone` in Cargo.toml.
        let flags = [&["--cfg", "study_alone"], more].concat();
        let flags: Vec<String> = flags.into_iter().map(str::to_owned).collect();
        let arguments = ["--bin", "study", "--no-default-features", "--features", "study"];
        compile(&arguments, profile, &[paths(release)?, flags].concat())?;
        bound("study", profile, release)
    };
    let scalar = build(&[])?;
    if !release {
        let simd = scalar.wasm.clone();
        return Ok(Study { glue: scalar.glue, simd, scalar: scalar.wasm });
    }
    let simd = build(&["-C", "target-feature=+simd128"])?;
    ensure!(simd.glue == scalar.glue, "the two builds of the study program need a glue each");
    Ok(Study { glue: scalar.glue, simd: simd.wasm, scalar: scalar.wasm })
}

/// Compiles the program that reads and writes files. It is asked for seldom, so its size matters more than
/// its speed, as with the app.
pub(crate) fn tables(release: bool) -> Result<Program> {
    let profile = if release { "release" } else { "dev" };
    let arguments = ["--bin", "tables", "--no-default-features", "--features", "tables"];
    compile(&arguments, profile, &paths(release)?)?;
    bound("tables", profile, release)
}

fn compile(arguments: &[&str], profile: &str, flags: &[String]) -> Result<()> {
    toolchain::bring_wasm()?;
    let mut compile = cargo(&["build", "--target", WASM, "--profile", profile]);
    compile.args(arguments);
    if !flags.is_empty() {
        // Split where no path can hold the sign.
        compile.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    }
    run(&mut compile)
}

/// Connects a compiled program with the browser.
fn bound(name: &str, profile: &str, release: bool) -> Result<Program> {
    let folder = if profile == "dev" { "debug" } else { profile };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(target().join(WASM).join(folder).join(name).with_extension("wasm"))
        .no_modules(true)?
        .typescript(false)
        .debug(!release)
        .keep_debug(false)
        .remove_name_section(release)
        .remove_producers_section(release);
    if name != "mogao" {
        // Programs may stand side by side in one page.
        bindgen.no_modules_global(&format!("mogao_{name}"))?;
    }
    let mut output = bindgen
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not read the program {name}"))?;
    Ok(Program { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// Compiler flags that keep the folder of downloaded crates out of the messages inside a release, so that
/// the same sources give the same bytes wherever they are built.
fn paths(release: bool) -> Result<Vec<String>> {
    if !release {
        return Ok(Vec::new());
    }
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
    // In one order on every machine.
    flags.sort();
    Ok(flags)
}
