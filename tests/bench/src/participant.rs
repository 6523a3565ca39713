//! Whoever computes: this program, the same program in node, or others in their own languages.
//!
//! A participant that is no part of this process reads lines like `draws 512` and answers each with
//! one line of JSON: time that passed, time that it used, and what it was asked for.

use anyhow::{Context, Result, ensure};
use bench::studies::Study;
use bench::subject::Subject;
use cpu_time::ProcessTime;
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

/// What a participant is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Task {
    /// GDP of everything as it is set.
    One,
    /// The whole outcome from the settings, every project by itself.
    Outcome,
    /// The odds from so many futures.
    Draws(usize),
    /// The same after a lever has moved.
    Moved(usize),
    /// A question that needs many runs.
    Study(Study),
}

impl Task {
    pub(crate) fn title(self) -> String {
        match self {
            Self::One => "one evaluation".into(),
            Self::Outcome => "whole outcome".into(),
            Self::Draws(futures) => format!("{futures} draws"),
            Self::Moved(futures) => format!("{futures} draws, lever moved"),
            Self::Study(study) => format!("{study:?}"),
        }
    }

    fn line(self, times: usize) -> String {
        match self {
            Self::One => format!("one {times}"),
            Self::Outcome => "outcome".into(),
            Self::Draws(futures) => format!("draws {futures}"),
            Self::Moved(futures) => format!("moved {futures}"),
            Self::Study(study) => {
                let place = Study::ALL.iter().position(|own| *own == study).unwrap_or(usize::MAX);
                format!("study {place}")
            }
        }
    }
}

/// Seconds for one time of a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Taken {
    /// That passed.
    pub(crate) wall: f64,
    /// That the participant's process used.
    pub(crate) cpu: f64,
}

/// Someone who computes.
pub(crate) struct Participant {
    pub(crate) name: &'static str,
    worker: Worker,
}

enum Worker {
    Here(Box<Subject>),
    Outside(Outside),
}

struct Outside {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Participant {
    /// This program.
    pub(crate) fn here(name: &'static str, subject: Subject) -> Self {
        Self { name, worker: Worker::Here(Box::new(subject)) }
    }

    /// Another program, started with these arguments.
    pub(crate) fn outside(name: &'static str, program: &Path, arguments: &[&str]) -> Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            // One thread each, as everybody else.
            .envs(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"].map(|name| (name, "1")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} did not start"))?;
        let questions = child.stdin.take().context("no way in")?;
        let answers = BufReader::new(child.stdout.take().context("no way out")?);
        Ok(Self { name, worker: Worker::Outside(Outside { child, questions, answers }) })
    }

    /// Does a task so many times; `None` where this participant has no such task.
    pub(crate) fn take(&mut self, task: Task, times: usize) -> Result<Option<Taken>> {
        let rounds = if task == Task::One { 1 } else { times };
        let (mut wall, mut cpu) = (0.0, 0.0);
        for _ in 0..rounds {
            let Some(taken) = self.take_once(task, times)? else { return Ok(None) };
            wall += taken.wall;
            cpu += taken.cpu;
        }
        Ok(Some(Taken { wall: wall / times as f64, cpu: cpu / times as f64 }))
    }

    fn take_once(&mut self, task: Task, times: usize) -> Result<Option<Taken>> {
        match &mut self.worker {
            Worker::Here(subject) => {
                let (start, used) = (Instant::now(), ProcessTime::now());
                do_here(subject, task, times);
                let (wall, cpu) = (start.elapsed(), used.elapsed());
                Ok(Some(Taken { wall: wall.as_secs_f64(), cpu: cpu.as_secs_f64() }))
            }
            Worker::Outside(outside) => {
                let reply = outside.ask(&task.line(times)).with_context(|| self.name)?;
                let number = |name: &str| reply[name].as_f64();
                let taken = number("wall").zip(number("cpu"));
                Ok(taken
                    .filter(|_| !reply["answer"].is_null())
                    .map(|(wall, cpu)| Taken { wall, cpu }))
            }
        }
    }

    /// What an outside participant answers to a line.
    pub(crate) fn ask(&mut self, line: &str) -> Result<Value> {
        match &mut self.worker {
            Worker::Here(_) => anyhow::bail!("{} is asked directly", self.name),
            Worker::Outside(outside) => {
                let reply = outside.ask(line).with_context(|| self.name)?;
                Ok(reply["answer"].clone())
            }
        }
    }
}

fn do_here(subject: &mut Subject, task: Task, times: usize) {
    let gdp = match task {
        Task::One => subject.evaluate(times),
        Task::Outcome => subject.outcome(),
        Task::Draws(futures) => subject.odds(futures).gdp.middle.0,
        Task::Moved(futures) => subject.odds_of_moved(futures).gdp.middle.0,
        Task::Study(study) => study.ask(subject),
    };
    // Whoever leaves a result unused may be given none.
    std::hint::black_box(gdp);
}

impl Outside {
    fn ask(&mut self, line: &str) -> Result<Value> {
        writeln!(self.questions, "{line}")?;
        self.questions.flush()?;
        let mut reply = String::new();
        let length = self.answers.read_line(&mut reply)?;
        ensure!(length > 0, "no answer to `{line}`");
        Ok(serde_json::from_str(&reply)?)
    }
}
