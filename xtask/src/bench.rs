//! Builds what the bench measures, and starts it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, root, run, target};
use crate::toolchain::{self, WASM};
use crate::{browser, dist};

/// Builds the participants, optimised for speed, and lets the bench run; `false` when a goal is missed
/// beyond its limit.
pub(crate) fn bench(arguments: &[String]) -> Result<bool> {
    let folder = target().join("bench");
    let simd = wasm(&folder, "simd", "-Ctarget-feature=+simd128")?;
    let scalar = wasm(&folder, "scalar", "")?;
    run(&mut cargo(&["build", "-p", "bench", "--profile", "study"]))?;
    let mut bench = Command::new(target().join("study/bench"));
    bench.current_dir(root()).args(arguments);
    bench.arg("--simd").arg(&simd).arg("--scalar").arg(scalar).arg("--data").arg(&folder);
    if arguments.iter().any(|argument| argument == "--full") {
        let site = root().join("dist/hosted");
        let screen = screen(&folder, &simd, &site)?;
        bench.arg("--site").arg(site).arg("--screen").arg(screen);
    }
    let status = bench.status().context("the bench did not start")?;
    match status.code() {
        Some(0) => Ok(true),
        // It has said what is wrong.
        Some(1) => Ok(false),
        _ => bail!("the bench ended with {status}"),
    }
}

/// The measured program as WebAssembly, built with some compiler flags.
fn wasm(folder: &Path, name: &str, flags: &str) -> Result<PathBuf> {
    toolchain::bring_wasm()?;
    let mut build =
        cargo(&["build", "-p", "bench", "--lib", "--target", WASM, "--profile", "study"]);
    run(build.env("RUSTFLAGS", flags))?;
    let built = target().join(WASM).join("study/bench.wasm");
    let kept = folder.join(name).with_extension("wasm");
    std::fs::create_dir_all(folder)?;
    std::fs::copy(&built, &kept).with_context(|| format!("no {}", built.display()))?;
    Ok(kept)
}

/// Lets a browser measure the released app, and a page written by hand with the same engine beside it.
fn screen(folder: &Path, simd: &Path, site: &Path) -> Result<PathBuf> {
    dist::dist()?;
    let control = folder.join("control");
    std::fs::create_dir_all(&control)?;
    for file in ["index.html", "control.js"] {
        std::fs::copy(root().join("tests/bench/control").join(file), control.join(file))?;
    }
    std::fs::copy(simd, control.join("bench.wasm"))?;
    let browser = browser::bring()?;
    let measured = folder.join("screen.json");
    let mut command = cargo(&["run", "-p", "bench-browser", "--"]);
    command
        .arg(&control)
        .arg(&measured)
        .env("CHROME", &browser.browser)
        .env("CHROMEDRIVER", &browser.driver)
        .env("MOGAO_SITE", site)
        .env("MOGAO_SHOTS", target().join("shots"));
    run(&mut command)?;
    Ok(measured)
}
