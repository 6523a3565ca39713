//! Every check of the project, in the order in which a fault is cheapest to find.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::browser;
use crate::command::{cargo, name, root, run, target};
use crate::dist::{self, Parts};
use crate::office;
use crate::toolchain::{self, WASM};

/// The checks that need no browser: what is checked, and the command.
const LINTS: [(&str, &[&str]); 6] = [
    ("layout of the sources", &["fmt", "--all", "--check"]),
    ("lints of the core", &["clippy", "--no-default-features", "--all-targets"]),
    ("lints of everything", &["clippy", "--workspace", "--all-targets"]),
    (
        "lints of the app as the browser gets it",
        &["clippy", "--target", WASM, "--lib", "--bin", "mogao"],
    ),
    (
        "lints of the program for questions",
        &[
            "clippy",
            "--target",
            WASM,
            "--no-default-features",
            "--features",
            "study",
            "--bin",
            "study",
        ],
    ),
    (
        "lints of the program for files",
        &[
            "clippy",
            "--target",
            WASM,
            "--no-default-features",
            "--features",
            "tables",
            "--bin",
            "tables",
        ],
    ),
];

/// The tests that need no browser. Built without the browser side, the core proves that it knows none.
const TESTS: [(&str, &[&str]); 3] = [
    ("tests of the core", &["test", "--no-default-features"]),
    ("tests of the browser side that need no browser", &["test", "--lib", "ui::"]),
    ("tests of the tools", &["test", "-p", "xtask", "-p", "static-server", "-p", "bench"]),
];

/// Runs everything, stops at the first failure, and ends with the count of tests.
pub(crate) fn everything() -> bool {
    let mut tally = Tally::default();
    let result = all_steps(&mut tally);
    if result.is_err() && tally.failed == 0 {
        // A step that is no test can fail too, and a failed run must not count zero failures.
        tally.failed = 1;
    }
    if let Err(error) = &result {
        println!("\nfailed: {error:#}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result.is_ok()
}

fn all_steps(tally: &mut Tally) -> Result<()> {
    toolchain::bring_wasm()?;
    toolchain::bring_checks()?;
    let browser = step("browser for the tests", browser::bring)?;
    let office = step("spreadsheet for the tests", office::bring)?;
    for (title, arguments) in LINTS {
        step(title, || {
            let mut command = cargo(arguments);
            if arguments.contains(&"clippy") {
                command.args(["--", "-D", "warnings"]);
            }
            run(&mut command)
        })?;
    }
    for (title, arguments) in TESTS {
        step(title, || tally.run(&mut cargo(arguments)))?;
    }
    step("workbooks in two spreadsheet programs", || {
        let mut command = cargo(&["test", "-p", "workbook-tests"]);
        tally.run(command.env("SOFFICE", &office))
    })?;
    step("release", dist::dist)?;
    let dist = root().join("dist");
    step("tests in a real browser", || {
        tally.run(&mut browser_command(&["test", "-p", "browser-tests"], &browser, &dist))
    })
}

/// Builds the app quickly and runs the browser tests whose names contain one of `names`.
pub(crate) fn browser_only(names: &[String]) -> Result<()> {
    let browser = browser::bring()?;
    let site = quick_site()?;
    let mut command = browser_command(&["test", "-p", "browser-tests", "--"], &browser, &site);
    run(command.args(names))
}

/// Builds the app quickly and takes its pictures.
pub(crate) fn shots() -> Result<()> {
    let browser = browser::bring()?;
    let site = quick_site()?;
    // Yesterday's pictures must not be taken for today's.
    let folder = target().join("shots");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    run(&mut browser_command(&["run", "-p", "browser-tests", "--bin", "shots"], &browser, &site))
}

/// Both editions, built quickly, in the same places as in a release.
fn quick_site() -> Result<PathBuf> {
    let folder = target().join("site");
    let parts = Parts::build(false)?;
    dist::write_hosted(&parts, &folder.join("hosted"))?;
    dist::write_single(&parts, &folder.join("mogao.html"))?;
    Ok(folder)
}

/// A command that finds the browser and the built app in its environment.
fn browser_command(arguments: &[&str], browser: &browser::Browser, editions: &Path) -> Command {
    let mut command = cargo(arguments);
    command
        .env("CHROME", &browser.browser)
        .env("CHROMEDRIVER", &browser.driver)
        .env("MOGAO_SITE", editions.join("hosted"))
        .env("MOGAO_FILE", editions.join("mogao.html"))
        .env("MOGAO_SHOTS", target().join("shots"))
        // A failed test says what it waited for; the way there through the runtime says nothing more.
        .env("RUST_BACKTRACE", "0");
    command
}

fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n=== {title}");
    let start = Instant::now();
    let result = work().with_context(|| title.to_owned());
    println!(
        "=== {title}: {} in {:.0} s",
        if result.is_ok() { "ok" } else { "FAILED" },
        start.elapsed().as_secs_f64()
    );
    result
}

/// How many tests have been seen to pass and to fail.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// Runs a test command, shows what it prints and adds up its results.
    fn run(&mut self, command: &mut Command) -> Result<()> {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {}", name(command)))?;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines() {
                let line = line?;
                println!("{line}");
                self.add(&line);
            }
        }
        ensure!(child.wait()?.success(), "{} failed", name(command));
        Ok(())
    }

    /// Adds a line like `test result: ok. 12 passed; 1 failed; …`.
    fn add(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result: ") else {
            return;
        };
        let words: Vec<&str> = result.split([' ', ';']).collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<u64>() else {
                continue;
            };
            match pair[1] {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_harnesses_add_up() {
        let mut tally = Tally::default();
        tally.add("running 3 tests");
        tally.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s");
        tally.add("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        assert_eq!(tally, Tally { passed: 14, failed: 1 });
    }
}
