//! One evaluation and the odds, by everybody.

use crate::participant::{Participant, Task};
use crate::participants::{AGAIN, NAIVE, NATIVE, NUMPY, SAME, SCALAR, SIMD, SIMLIN};
use crate::report::Report;
use crate::rounds::Rounds;
use anyhow::Result;

/// The numbers of futures that are drawn.
const COUNTS: [usize; 3] = [512, 4_096, 10_000];

/// The largest, which ratios speak of.
const MOST: usize = 10_000;

/// Rounds of everything, after warming up.
const ROUNDS: usize = 9;

/// Lets everybody take their turns and finds the ratios.
///
/// In a quick run those who take minutes for all futures run the first 512 alone: nothing of theirs is
/// shared between futures, so their time for one stands for all.
pub(crate) fn measure(
    participants: &mut [Participant],
    full: bool,
    report: &mut Report,
) -> Result<Rounds> {
    let mut rounds = Rounds::default();
    let (slow, quick): (Vec<_>, Vec<_>) =
        (0..participants.len()).partition(|&index| is_slow(participants[index].name));
    let few = [Task::One, Task::Draws(512)];
    let most: Vec<Task> = std::iter::once(Task::One)
        .chain(COUNTS.map(Task::Draws))
        .chain([Task::Outcome, Task::Moved(512), Task::Moved(4_096)])
        .collect();
    let slow_tasks = if full { &most[..] } else { &few[..] };
    rounds.take(participants, &[(&quick, &most), (&slow, slow_tasks)], ROUNDS)?;
    report.table("engine", &rounds, &most, participants, SIMD);
    judge(&rounds, report);
    Ok(rounds)
}

fn is_slow(name: &str) -> bool {
    [NAIVE, NUMPY, SIMLIN].contains(&name)
}

fn judge(rounds: &Rounds, report: &mut Report) {
    let null = |task| rounds.null(task, SIMD, AGAIN).unwrap_or(0.1);
    let (one, all) = (null(Task::One), null(Task::Draws(MOST)));
    println!(
        "  null control: the same program twice differs by {:.1} %, {:.1} % and {:.1} % (one, 512, 10,000)",
        one * 100.0,
        null(Task::Draws(512)) * 100.0,
        all * 100.0
    );
    let of_one = |slow| rounds.ratio(Task::One, slow, SIMD);
    let of_all = |slow, quick| {
        let seconds = |name| for_all(rounds, name);
        Some(seconds(slow)? / seconds(quick)?)
    };
    report.found_or("R1", of_one(NAIVE), one, "node is not installed");
    report.found_or("R2", of_one(SAME), one, "node is not installed");
    report.found_or("R3", of_one(SIMLIN), one, "simlin is not installed");
    report.found_or("R4", of_all(NAIVE, SIMD), all, "node is not installed");
    report.found_or("R5", of_all(SAME, SIMD), all, "node is not installed");
    report.found_or("R6", of_all(NUMPY, SIMD), all, "numpy is not installed");
    report.found_or("R7", of_all(SIMD, NATIVE), all, "node is not installed");
    report.found_or("R11", of_all(SCALAR, SIMD), all, "there is no scalar program, or no node");
    let ours = |task, scale: f64| rounds.middle(task, SIMD).map(|middle| middle.wall * scale);
    let none = "node is not installed";
    report.found_or("A1", ours(Task::One, 1e6), one, none);
    report.found_or("A2", ours(Task::Moved(512), 1e3), null(Task::Moved(512)), none);
    report.found_or("A3", ours(Task::Moved(4_096), 1e3), null(Task::Moved(4_096)), none);
    report.found_or("A4", ours(Task::Draws(MOST), 1e3), all, none);
}

/// CPU seconds for all futures, from the most that were run.
fn for_all(rounds: &Rounds, name: &str) -> Option<f64> {
    let of = |count: usize| {
        let middle = rounds.middle(Task::Draws(count), name)?;
        Some(middle.cpu * MOST as f64 / count as f64)
    };
    COUNTS.into_iter().rev().find_map(of)
}
