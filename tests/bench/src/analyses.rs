//! The questions of the meeting.

use crate::participant::{Participant, Task};
use crate::participants::{NATIVE, SIMD};
use crate::report::Report;
use crate::rounds::Rounds;
use anyhow::Result;
use bench::studies::Study;

/// Rounds of each, after warming up.
const ROUNDS: usize = 3;

/// Measures every study natively and in wasm with lanes.
pub(crate) fn measure(participants: &mut [Participant], report: &mut Report) -> Result<()> {
    let ours: Vec<usize> = (0..participants.len())
        .filter(|&index| [NATIVE, SIMD].contains(&participants[index].name))
        .collect();
    let tasks = Study::ALL.map(Task::Study);
    let mut rounds = Rounds::default();
    rounds.take(participants, &[(&ours, &tasks)], ROUNDS)?;
    report.table("analyses", &rounds, &tasks, participants, SIMD);
    let goals = [
        ("A5", Study::Tornado),
        ("A5p", Study::OddsTornado),
        ("A6", Study::Seek),
        ("A7", Study::FirstPortfolio),
        ("A7f", Study::Portfolio),
    ];
    for (id, study) in goals {
        let of = |name| rounds.middle(Task::Study(study), name);
        // What cannot be asked outside a browser's worker is judged natively.
        let middle = of(SIMD).or_else(|| of(NATIVE));
        report.found_or(id, middle.map(|middle| middle.wall * 1e3), 0.1, "node is not installed");
    }
    report.nothing("A6p", "no screen asks for it");
    Ok(())
}
