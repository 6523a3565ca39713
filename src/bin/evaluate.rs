//! `evaluate PLAN_DIR [--scenario FILE]`: the outcome of one run as JSON on standard output.
//!
//! The schema is `mogao::exchange::outcome`. Whatever is wrong with the plan's tables, the scenario or
//! the command stands in words on standard error, one problem a line, and the exit code is 2.

use mogao::engine;
use mogao::exchange::{document, outcome};
use mogao::plan::Plan;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use std::ffi::OsString;
use std::fmt::Display;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: evaluate PLAN_DIR [--scenario FILE]

  PLAN_DIR          folder with a plan's tables, such as seeds/chengguan-2023
  --scenario FILE   what differs from the plan, as a mogao-scenario document

Writes the outcome as JSON (mogao-outcome).";

/// What went wrong, in words.
type Problems = Vec<String>;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let written = evaluate(&arguments).and_then(|text| {
        std::io::stdout().write_all(text.as_bytes()).map_err(|e| vec![e.to_string()])
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("evaluate: {problem}");
            }
            ExitCode::from(2)
        }
    }
}

fn evaluate(arguments: &[OsString]) -> Result<String, Problems> {
    let Some(command) = Command::parse(arguments)? else { return Ok(format!("{USAGE}\n")) };
    let plan =
        seeds::read_dir(&command.plan).map_err(|problems| words(&command.plan, &problems))?;
    let (scenario, name) = match &command.scenario {
        Some(file) => {
            let (scenario, name) = read_scenario(&plan, file)?;
            (scenario, Some(name))
        }
        None => (Scenario::default(), None),
    };
    let outcome = engine::run(&resolve(&plan, &scenario));
    Ok(outcome::to_json(&plan, &outcome, name.as_deref()))
}

fn read_scenario(plan: &Plan, file: &Path) -> Result<(Scenario, String), Problems> {
    let text =
        fs::read_to_string(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    document::from_json(plan, &text).map_err(|problems| words(file, &problems))
}

fn words(place: &Path, problems: &[impl Display]) -> Problems {
    problems.iter().map(|problem| format!("{}: {problem}", place.display())).collect()
}

/// What the command line asks for.
struct Command {
    plan: PathBuf,
    scenario: Option<PathBuf>,
}

impl Command {
    /// Nothing when only help is wanted.
    fn parse(arguments: &[OsString]) -> Result<Option<Self>, Problems> {
        let misused = |words: String| vec![words, USAGE.to_owned()];
        let (mut plan, mut scenario) = (None, None);
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.to_str() {
                Some("--help" | "-h") => return Ok(None),
                Some("--scenario") if scenario.is_some() => {
                    return Err(misused("--scenario is given twice".to_owned()));
                }
                Some("--scenario") => match rest.next() {
                    Some(file) => scenario = Some(PathBuf::from(file)),
                    None => return Err(misused("--scenario needs a file".to_owned())),
                },
                Some(option) if option.starts_with('-') => {
                    return Err(misused(format!("`{option}` is not known")));
                }
                _ if plan.is_some() => {
                    let words = format!("`{}` is one folder too many", argument.to_string_lossy());
                    return Err(misused(words));
                }
                _ => plan = Some(PathBuf::from(argument)),
            }
        }
        match plan {
            Some(plan) => Ok(Some(Self { plan, scenario })),
            None => Err(misused("a plan's folder is needed".to_owned())),
        }
    }
}
