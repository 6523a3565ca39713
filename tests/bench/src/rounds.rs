//! Everybody's tasks, taken in turns, so that whatever else the machine does meets all alike.

use crate::fit::{median, quantile};
use crate::participant::{Participant, Taken, Task};
use anyhow::Result;
use std::collections::BTreeMap;

/// Short tasks are repeated until they take this long, in seconds.
const LONG_ENOUGH: f64 = 0.02;

/// Most repetitions of a short task.
const MOST_TIMES: f64 = 50_000.0;

/// How often a task is done before it counts: engines compile what is hot.
const WARM_UP: usize = 3;

/// A task of so many seconds is warm after the first time.
const WARM: f64 = 0.3;

/// Two runs may agree by luck: what differs by less than this part is not told apart.
const LEAST_NOISE: f64 = 0.02;

/// What was measured, by task and the participant's name.
#[derive(Debug, Default)]
pub(crate) struct Rounds {
    taken: BTreeMap<(Task, &'static str), Vec<Taken>>,
}

/// The middle of all rounds of one task of one participant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Middle {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    /// CPU time that one round in ten stays below, and one in ten passes.
    pub(crate) spread: (f64, f64),
}

impl Rounds {
    /// Takes so many rounds of the tasks of each group of participants.
    pub(crate) fn take(
        &mut self,
        participants: &mut [Participant],
        groups: &[(&[usize], &[Task])],
        rounds: usize,
    ) -> Result<()> {
        let mut plan = Vec::new();
        for (members, tasks) in groups {
            for (&task, &index) in
                tasks.iter().flat_map(|task| members.iter().map(move |own| (task, own)))
            {
                if let Some(times) = warm_up(&mut participants[index], task)? {
                    plan.push((task, index, times));
                }
            }
        }
        // One task after the other, everybody's turn in each.
        plan.sort();
        for _ in 0..rounds {
            for &(task, index, times) in &plan {
                let participant = &mut participants[index];
                if let Some(taken) = participant.take(task, times)? {
                    self.taken.entry((task, participant.name)).or_default().push(taken);
                }
            }
        }
        Ok(())
    }

    /// The middle of a task; `None` where the participant has not done it.
    pub(crate) fn middle(&self, task: Task, name: &str) -> Option<Middle> {
        let (_, taken) = self.taken.iter().find(|((own, who), _)| *own == task && *who == name)?;
        let walls: Vec<f64> = taken.iter().map(|taken| taken.wall).collect();
        let cpus: Vec<f64> = taken.iter().map(|taken| taken.cpu).collect();
        Some(Middle {
            wall: median(&walls),
            cpu: median(&cpus),
            spread: (quantile(&cpus, 0.1), quantile(&cpus, 0.9)),
        })
    }

    /// How many times as long one participant takes as another, by CPU time.
    pub(crate) fn ratio(&self, task: Task, slow: &str, quick: &str) -> Option<f64> {
        Some(self.middle(task, slow)?.cpu / self.middle(task, quick)?.cpu)
    }

    /// By which part the same program, run twice, differs from itself, and never less than
    /// [`LEAST_NOISE`].
    pub(crate) fn null(&self, task: Task, one: &str, again: &str) -> Option<f64> {
        self.ratio(task, again, one).map(|ratio| (ratio - 1.0).abs().max(LEAST_NOISE))
    }
}

/// How often a task must be repeated to be long enough; `None` where the participant cannot do it.
fn warm_up(participant: &mut Participant, task: Task) -> Result<Option<usize>> {
    let mut times = 1;
    for _ in 0..WARM_UP {
        let Some(taken) = participant.take(task, times)? else { return Ok(None) };
        if taken.wall > WARM {
            return Ok(Some(1));
        }
        times = (LONG_ENOUGH / taken.wall.max(1e-9)).clamp(1.0, MOST_TIMES) as usize;
    }
    Ok(Some(times.max(1)))
}
