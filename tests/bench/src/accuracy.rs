//! How far off the odds of a few futures are, and whether they ever move the wrong way.

use crate::report::Report;
use bench::subject::Subject;
use mogao::plan::lever::{Kind, Lever};
use mogao::study::odds::{Accuracy, Choice};
use serde_json::json;

/// Futures of each of the eight sets that count as true.
const TRUTH: usize = 8_192;

/// How often each trial is repeated with other futures.
const REPETITIONS: u32 = 12;

/// Steps of a drag.
const STEPS: u32 = 40;

/// Measures in this program: the numbers are the same in every other.
pub(crate) fn measure(subject: &Subject, report: &mut Report) {
    report.begin("accuracy (root of the mean squared error of 30 odds, percentage points)");
    let accuracy = Accuracy::new(&subject.plan, &subject.scenario, TRUTH);
    let mut kept = Vec::new();
    let mut error = |choice: Choice, futures: usize| {
        let error = accuracy.error(choice, futures, REPETITIONS).0 * 100.0;
        println!("  {:<10}{futures:>7} futures   {error:.3}", format!("{choice:?}"));
        kept.push(json!({ "choice": format!("{choice:?}"), "futures": futures, "error": error }));
        error
    };
    for choice in [Choice::Random, Choice::Even, Choice::Turned] {
        for futures in [512, 4_096] {
            error(choice, futures);
        }
    }
    let preview = error(Choice::Turned, 512);
    let random = error(Choice::Random, 10_000);
    // Each is a mean over so many repetitions of thirty odds that go together in threes.
    let noise = 1.0 / f64::from(REPETITIONS * 10).sqrt();
    report.found("R8", preview / random, noise);
    report.keep("accuracy", json!(kept));
    report.found("A13", wrong_way(subject) as f64, 0.0);
}

/// Steps the wrong way of all tiers over drags of levers that can only help.
fn wrong_way(subject: &Subject) -> usize {
    let plan = &subject.plan;
    let drags = [
        (Lever::of_industry(Kind::Growth, 3, plan.year), (-0.02, 0.10)),
        (Lever::of_year(Kind::CommonGrowth, plan.year), (-0.01, 0.03)),
        (Lever::of_plan(Kind::Execution, plan), (0.4, 1.0)),
        (Lever::of_plan(Kind::Slip, plan), (4.0, 0.0)),
    ];
    let wrong = drags.map(|(lever, ends)| subject.wrong_way_steps(lever, ends, STEPS));
    println!(
        "  steps the wrong way in drags of {STEPS} steps: {wrong:?} (growth, common growth, execution, slip)"
    );
    wrong.iter().sum()
}
