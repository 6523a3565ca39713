//! How fast the studies are, against others who compute the same and against the goals.
//!
//! `cargo xtask bench` builds what is measured and starts this. Nothing is timed before everybody has
//! given the same figures ([`gate`]); everybody takes turns ([`rounds`]); what differs by less than the
//! same program from itself is not told apart ([`goals`]).

mod accuracy;
mod analyses;
mod engine;
mod export;
mod fit;
mod gate;
mod goals;
mod growth;
mod increment;
mod machine;
mod options;
mod participant;
mod participants;
mod report;
mod rounds;
mod screen;
mod size;

use anyhow::{Context, Result};
use bench::plan::{PROJECTS, YEARS};
use bench::subject::Subject;
use gate::Said;
use machine::Machine;
use options::Options;
use participant::{Participant, Task};
use report::Report;
use serde_json::json;
use std::process::ExitCode;

/// How many futures others are given.
const FUTURES: usize = 10_000;

/// In how many of them everybody must agree before anything is timed.
const CHECKED: usize = 1_024;

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// Measures; `false` when a goal is missed beyond its limit.
fn run(options: &Options) -> Result<bool> {
    let mut report = Report::default();
    let quiet_before = look(&mut report);
    let mut subject = Subject::new(PROJECTS, YEARS).context("the plan cannot be read")?;
    export::write(&subject, FUTURES, &options.data)?;
    report.begin("check");
    let values = export::values(&subject, CHECKED);
    let reference = Said::precisely(&mut subject, &values, CHECKED);
    let tiers = subject.futures.tiers.clone();
    let lanes = Said::here(&mut subject, CHECKED);
    let mut participants = participants::gather(options, subject)?;
    check(&mut participants, &reference, &lanes, &tiers, &mut report)?;

    let rounds = engine::measure(&mut participants, options.full, &mut report)?;
    let noise = rounds.null(Task::Draws(512), participants::SIMD, participants::AGAIN);
    let noise = noise.unwrap_or(0.1);
    analyses::measure(&mut participants, &mut report)?;
    drop(participants);
    let subject = Subject::new(PROJECTS, YEARS).context("the plan cannot be read")?;
    accuracy::measure(&subject, &mut report);
    increment::measure(&subject, noise, &mut report);
    growth::measure(options, noise, &mut report)?;

    if let Some(file) = &options.screen {
        screen::measure(file, &mut report)?;
    }
    if let Some(folder) = &options.site {
        size::measure(folder, &mut report)?;
    }
    let quiet = quiet_before && is_quiet(&mut report);
    let good = report.verdicts(quiet);
    if let Some(path) = &options.json {
        std::fs::write(path, serde_json::to_vec_pretty(&report.json())?)
            .with_context(|| format!("could not write {}", path.display()))?;
    }
    Ok(good)
}

/// Says what the machine is, and whether it is quiet.
fn look(report: &mut Report) -> bool {
    let machine = Machine::look();
    report.begin("machine");
    let Machine { processor, cores, gigahertz, tools } = &machine;
    println!("  {processor}, {cores} cores, {gigahertz:.2} GHz as measured; {}", tools.join("; "));
    report.keep(
        "machine",
        json!({ "processor": processor, "cores": cores, "gigahertz": gigahertz, "tools": tools }),
    );
    is_quiet(report)
}

/// Whether fewer processes than cores want to run.
fn is_quiet(report: &mut Report) -> bool {
    let load = machine::load();
    let cores = std::thread::available_parallelism().map_or(1, usize::from) as f64;
    match load {
        Some(load) => println!("  load average {load:.2} on {cores} cores"),
        None => println!("  load average unknown"),
    }
    report.keep("load", json!(load));
    load.is_some_and(|load| load < cores)
}

/// Everybody must say the same.
fn check(
    participants: &mut [Participant],
    reference: &Said,
    lanes: &Said,
    tiers: &[mogao::plan::assumptions::TierAssumptions],
    report: &mut Report,
) -> Result<()> {
    let mut kept = Vec::new();
    let mut say = |name: &str, apart: gate::Apart| {
        println!(
            "  {name:<18}as set {:.1e}   futures {:.1e}   over 1e-6 in {} of {CHECKED}   odds equal",
            apart.as_set, apart.drawn, apart.far
        );
        kept.push(json!({ "participant": name, "as_set": apart.as_set, "futures": apart.drawn, "far": apart.far }));
    };
    say(participants::NATIVE, gate::same(participants::NATIVE, lanes, reference, true, tiers)?);
    for participant in participants.iter_mut().skip(1) {
        let said = Said::of(participant, CHECKED)?;
        let name = participant.name;
        if said.drawn.is_empty() {
            // It evaluates but does not draw.
            let alone = Said { drawn: Vec::new(), ..reference.clone() };
            say(name, gate::same(name, &said, &alone, false, &[])?);
            continue;
        }
        say(name, gate::same(name, &said, reference, name.starts_with("wasm"), tiers)?);
    }
    report.keep("check", json!(kept));
    Ok(())
}
