//! Whoever works on questions: takes orders, works a little at a time, reports.
//!
//! The same desk stands in a worker, in the page where there are no workers, and in tests. It owns
//! no clock: how many steps are taken before the next order is heard is for its keeper to say.

mod task;

pub use task::{Task, Turn};

use super::draws::Source;
use super::odds::{Draws, LiveOdds};
use super::question::{Answer, Question};
use super::wire::{Report, Request, Ticket};
use crate::plan::Plan;
use std::cell::RefCell;
use std::rc::Rc;

/// Works on questions about one plan.
#[derive(Debug)]
pub struct Desk<'p> {
    plan: &'p Plan,
    kept: Kept,
    work: Vec<Work<'p>>,
}

/// What is worth keeping from one question to the next.
#[derive(Debug, Default)]
struct Kept {
    /// The futures of the seed last asked about: they depend on no lever, and take a while to choose.
    source: Option<(u32, Source)>,
    /// Odds that follow a hand.
    live: Rc<RefCell<Option<LiveOdds>>>,
}

impl Kept {
    fn source(&mut self, plan: &Plan, seed: u32) -> Source {
        match &self.source {
            Some((known, source)) if *known == seed => source.clone(),
            _ => {
                let source = Source::new(plan, seed);
                self.source = Some((seed, source.clone()));
                source
            }
        }
    }
}

#[derive(Debug)]
struct Work<'p> {
    ticket: Ticket,
    urgency: Urgency,
    /// Absent where the question is about something that the plan does not have.
    task: Option<Task<'p>>,
}

/// What goes first when several questions wait; of the same urgency, the one asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Odds that someone looks at while moving a lever.
    Odds,
    /// Answers that are there in a blink.
    Quick,
    /// Odds made finer when nothing else is to be done.
    Refinement,
    /// Searches that take seconds.
    Long,
}

impl Urgency {
    /// The urgency of a question.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        match question {
            Question::Odds(Draws::Preview | Draws::Settled) => Self::Odds,
            Question::Odds(Draws::Fine) => Self::Refinement,
            Question::Sensitivity { .. }
            | Question::Recipes { .. }
            | Question::Equivalents { .. }
            | Question::Marginals => Self::Quick,
            Question::BreakingPoint
            | Question::Portfolio { .. }
            | Question::Frontier { .. }
            | Question::Attribution { .. }
            | Question::Comparison { .. } => Self::Long,
        }
    }
}

impl<'p> Desk<'p> {
    /// A desk with nothing on it.
    #[must_use]
    pub fn new(plan: &'p Plan) -> Self {
        Self { plan, kept: Kept::default(), work: Vec::new() }
    }

    /// The work that a question makes, to be done by whoever holds it; none where the question is
    /// about something that the plan does not have.
    #[must_use]
    pub fn put(&mut self, request: Request) -> Option<Task<'p>> {
        Task::new(self.plan, &mut self.kept, request)
    }

    /// Takes a question in; its answer comes out of a later [`step`](Self::step).
    pub fn take(&mut self, ticket: Ticket, request: Request) {
        let urgency = Urgency::of(&request.question);
        let task = self.put(request);
        self.work.push(Work { ticket, urgency, task });
    }

    /// Calls a question off; one that is answered already is none.
    pub fn call_off(&mut self, ticket: Ticket) {
        self.work.retain(|work| work.ticket != ticket);
    }

    /// Whether anything is left to be done.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.work.is_empty()
    }

    /// Does one part of the most urgent work; nothing where there is none.
    pub fn step(&mut self) -> Option<Report> {
        let index = (0..self.work.len()).min_by_key(|&index| self.work[index].urgency)?;
        let work = &mut self.work[index];
        let ticket = work.ticket;
        let report = match work.task.as_mut().map(Task::step) {
            Some(Turn::Going(done)) => return Some(Report::Going(ticket, done)),
            Some(Turn::SoFar(answer)) => return Some(Report::SoFar(ticket, Box::new(answer))),
            Some(Turn::Done(answer)) => Report::Done(ticket, Box::new(answer)),
            None => Report::Declined(ticket),
        };
        self.work.remove(index);
        Some(report)
    }

    /// Works on one question to its end; nothing where it is about something that the plan does not
    /// have.
    #[must_use]
    pub fn answer(&mut self, request: Request) -> Option<Answer> {
        let mut task = self.put(request)?;
        loop {
            if let Turn::Done(answer) = task.step() {
                return Some(answer);
            }
        }
    }
}
