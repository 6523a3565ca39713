//! How time and memory grow with the plan and with the number of futures.

use crate::fit::median;
use crate::options::Options;
use crate::participant::{Participant, Task};
use crate::participants::{one_more, prepare};
use crate::report::{Report, curve};
use anyhow::{Context, Result};
use bench::plan::{PROJECTS, YEARS};
use serde_json::json;

const PROJECT_STEPS: [usize; 4] = [89, 355, 1_420, 5_680];
const YEAR_STEPS: [usize; 4] = [5, 10, 20, 40];
const DRAW_STEPS: [usize; 4] = [1_024, 4_096, 16_384, 65_536];

/// Rounds of each size.
const ROUNDS: usize = 5;

/// Measures every curve in one fresh program each, in wasm with lanes.
pub(crate) fn measure(options: &Options, noise: f64, report: &mut Report) -> Result<()> {
    report.begin("growth (512 draws and one evaluation, wasm-simd)");
    let Some(mut program) = one_more(options)? else {
        println!("  node is not installed");
        return Ok(());
    };
    let mut kept = Vec::new();
    warm_up(&mut program)?;
    let (mut draws, mut ones) = (Vec::new(), Vec::new());
    for projects in PROJECT_STEPS {
        prepare(&mut program, projects, YEARS)?;
        draws.push((projects as f64, seconds(&mut program, Task::Draws(512))?));
        ones.push((projects as f64, seconds(&mut program, Task::One)?));
    }
    for (what, points) in [("projects, 512 draws", &draws), ("projects, one evaluation", &ones)] {
        let (exponent, numbers) = curve(what, points);
        kept.push(numbers);
        if points == &draws {
            report.found_or("G1", exponent, noise, "not measured");
            report.found("G2", points[3].1 / points[1].1, noise);
        }
    }
    let mut quarters = Vec::new();
    for years in YEAR_STEPS {
        prepare(&mut program, PROJECTS, years)?;
        quarters.push((4.0 * years as f64, seconds(&mut program, Task::Draws(512))?));
    }
    kept.push(curve("quarters, 512 draws", &quarters).1);
    report.found("G3", quarters[3].1 / quarters[1].1, noise);
    kept.push(many_draws(options, noise, report)?);
    report.keep("growth", json!(kept));
    Ok(())
}

/// Time and memory by the number of futures.
fn many_draws(options: &Options, noise: f64, report: &mut Report) -> Result<serde_json::Value> {
    let mut points = Vec::new();
    let mut program = one_more(options)?.context("node is gone")?;
    warm_up(&mut program)?;
    for draws in DRAW_STEPS {
        points.push((draws as f64, seconds(&mut program, Task::Draws(draws))?));
    }
    let each: Vec<f64> = points.iter().map(|(draws, seconds)| seconds / draws).collect();
    let middle = median(&each);
    let most = each.iter().map(|own| (own / middle - 1.0).abs()).fold(0.0, f64::max);
    report.found("G4", most * 100.0, noise);
    let (_, numbers) = curve("draws", &points);
    for (id, draws) in [("G5", 10_000), ("G6", 65_536)] {
        // A program that has drawn more already would not give it back.
        let mut program = one_more(options)?.context("node is gone")?;
        prepare(&mut program, PROJECTS, YEARS)?;
        program.ask(&format!("draws {draws}"))?;
        let bytes = program.ask("memory")?.as_f64().context("no memory")?;
        println!("  memory at {draws} draws: {:.1} MB", bytes / 1e6);
        report.found(id, bytes / 1e6, 0.0);
    }
    Ok(numbers)
}

/// Lets a fresh program run until its engine has compiled what is hot.
fn warm_up(program: &mut Participant) -> Result<()> {
    prepare(program, PROJECTS, YEARS)?;
    program.take(Task::Draws(512), 20)?;
    program.take(Task::One, 5_000)?;
    Ok(())
}

/// The middle of some rounds, after one that does not count.
fn seconds(program: &mut Participant, task: Task) -> Result<f64> {
    let times = if task == Task::One { 200 } else { 1 };
    let mut rounds = Vec::new();
    for _ in 0..=ROUNDS {
        rounds.push(program.take(task, times)?.context("no such task")?.cpu);
    }
    Ok(median(&rounds[1..]))
}
