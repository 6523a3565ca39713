//! The project's own commands: `cargo xtask serve`, `test`, `dist`, `shots`, `bench`.
//!
//! Everything a fresh machine lacks is brought by the command that needs it, and said in one line.

mod app;
mod bench;
mod browser;
mod check;
mod command;
mod dist;
mod lean;
mod office;
mod packages;
mod page;
mod serve;
mod sizes;
mod toolchain;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask serve [--release] [--port N] [--no-open]   build the app, open it, rebuild on every change
cargo xtask test                                       run every check and every test
cargo xtask browser [NAME…]                            run the browser tests alone
cargo xtask dist                                       write the release to dist/
cargo xtask shots                                      write screenshots to target/shots/
cargo xtask bench [--quick|--full] [--json FILE]       measure speed against others and against the goals";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command; `false` when it failed and has said so itself.
fn dispatch(arguments: &[String]) -> Result<bool> {
    let (name, rest) =
        arguments.split_first().map_or(("help", &[][..]), |(name, rest)| (name, rest));
    match name {
        "serve" => serve::serve(&serve_options(rest)?)?,
        "test" if rest.is_empty() => return Ok(check::everything()),
        "browser" => check::browser_only(rest)?,
        "dist" if rest.is_empty() => dist::dist()?,
        "shots" if rest.is_empty() => check::shots()?,
        "bench" => return bench::bench(rest),
        "help" | "--help" | "-h" => println!("{HELP}"),
        _ => bail!("unknown command `{}`\n\n{HELP}", arguments.join(" ")),
    }
    Ok(true)
}

fn serve_options(arguments: &[String]) -> Result<serve::Options> {
    let mut options = serve::Options { release: false, port: 8080, open: true };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--release" => options.release = true,
            "--no-open" => options.open = false,
            "--port" => {
                let port = rest.next().context("--port needs a number")?;
                options.port = port.parse().with_context(|| format!("`{port}` is no port"))?;
            }
            other => bail!("unknown option `{other}`\n\n{HELP}"),
        }
    }
    Ok(options)
}
