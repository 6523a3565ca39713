//! Who works on which question: no browser here, so that every turn of events can be tried.
//!
//! Of each topic at most one question is being worked on and at most one waits; a newer one takes the
//! place of the one that waits and calls off the one being worked on. Only a quick look at the odds
//! is never called off: under a hand that does not rest, some answer must arrive.

use crate::plan::scenario::Scenario;
use crate::session::answers::{Revision, Topic};
use crate::session::few::Few;
use crate::study::odds::Draws;
use crate::study::question::{Answer, Question, Unanswered};
use crate::study::wire::{Report, Ticket};
use crate::units::Share;
use std::rc::Rc;

/// A question and the scenario it is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// When the scenario stood so.
    pub revision: Revision,
    /// What is asked.
    pub question: Question,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
}

/// What a worker is to be told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Call {
    /// To work on a question.
    Ask(usize, Ticket, Asked),
    /// To leave one.
    Drop(usize, Ticket),
}

/// What the screen is to be told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum News {
    Going(Topic, Revision, Share),
    Answered(Revision, Box<Answer>),
    Failed(Topic, Revision, Unanswered),
}

/// All questions that are not answered yet.
#[derive(Debug, Default)]
pub(super) struct Queue {
    hands: Vec<Hand>,
    waiting: Few<Topic, Asked>,
    tickets: u32,
}

/// One worker.
#[derive(Debug, Default)]
struct Hand {
    ready: bool,
    work: Few<Topic, Work>,
}

#[derive(Clone, Copy, Debug)]
struct Work {
    ticket: Ticket,
    revision: Revision,
    quick: bool,
}

impl Queue {
    /// Starts over with so many workers, none of them ready; questions that wait go on waiting.
    pub(super) fn employ(&mut self, hands: usize) {
        self.hands = (0..hands).map(|_| Hand::default()).collect();
    }

    /// Puts a question; says what is to be done at once.
    pub(super) fn ask(&mut self, asked: Asked) -> Vec<Call> {
        let topic = Topic::of(&asked.question);
        self.waiting.insert(topic, asked);
        let mut calls = Vec::new();
        for (index, hand) in self.hands.iter_mut().enumerate() {
            if let Some(work) = hand.work.get(&topic).copied().filter(|work| !work.quick) {
                hand.work.remove(&topic);
                calls.push(Call::Drop(index, work.ticket));
            }
        }
        calls.extend(self.hand_out());
        calls
    }

    /// Calls a question off.
    pub(super) fn stop(&mut self, topic: Topic) -> Vec<Call> {
        self.waiting.remove(&topic);
        let hands = self.hands.iter_mut().enumerate();
        hands
            .filter_map(|(index, hand)| Some(Call::Drop(index, hand.work.remove(&topic)?.ticket)))
            .collect()
    }

    /// Forgets every question: they were about another plan.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        for hand in &mut self.hands {
            hand.work.clear();
        }
    }

    /// A worker hears from now on.
    pub(super) fn ready(&mut self, hand: usize) -> Vec<Call> {
        if let Some(hand) = self.hands.get_mut(hand) {
            hand.ready = true;
        }
        self.hand_out()
    }

    /// Takes a report; what is about a question called off means nothing any more.
    pub(super) fn heard(&mut self, hand: usize, report: Report) -> (Option<News>, Vec<Call>) {
        let ticket = match &report {
            Report::Going(ticket, _)
            | Report::SoFar(ticket, _)
            | Report::Done(ticket, _)
            | Report::Declined(ticket) => *ticket,
        };
        let Some((topic, revision)) = self.work(hand, ticket) else { return (None, Vec::new()) };
        let (news, ended) = match report {
            // Odds are there before anyone could read how far they have come.
            Report::Going(..) if topic == Topic::Odds => return (None, Vec::new()),
            Report::Going(_, done) => (News::Going(topic, revision, done), false),
            Report::SoFar(_, answer) => (News::Answered(revision, answer), false),
            Report::Done(_, answer) => (News::Answered(revision, answer), true),
            Report::Declined(_) => (News::Failed(topic, revision, Unanswered::Declined), true),
        };
        if !ended {
            return (Some(news), Vec::new());
        }
        self.hands[hand].work.remove(&topic);
        (Some(news), self.hand_out())
    }

    /// A worker has stopped: what it worked on will not be answered.
    pub(super) fn lost(&mut self, hand: usize) -> Vec<News> {
        let Some(hand) = self.hands.get_mut(hand) else { return Vec::new() };
        let hand = std::mem::take(hand);
        let failed =
            |(topic, work): (Topic, Work)| News::Failed(topic, work.revision, Unanswered::Stopped);
        hand.work.into_iter().map(failed).collect()
    }

    /// Nobody will ever work: no question is answered.
    pub(super) fn give_up(&mut self) -> Vec<News> {
        self.hands.clear();
        let waiting = std::mem::take(&mut self.waiting);
        let failed = |(topic, asked): (Topic, Asked)| {
            News::Failed(topic, asked.revision, Unanswered::NotThere)
        };
        waiting.into_iter().map(failed).collect()
    }

    /// Whether something must be heard from a worker: it has work, or has yet to begin.
    pub(super) fn owes(&self, hand: usize) -> bool {
        self.hands.get(hand).is_some_and(|hand| !hand.ready || !hand.work.is_empty())
    }

    fn work(&self, hand: usize, ticket: Ticket) -> Option<(Topic, Revision)> {
        let mut work = self.hands.get(hand)?.work.iter();
        let (topic, work) = work.find(|(_, work)| work.ticket == ticket)?;
        Some((*topic, work.revision))
    }

    /// Gives waiting questions to workers that can take them.
    fn hand_out(&mut self) -> Vec<Call> {
        let topics: Vec<Topic> = self.waiting.keys().copied().collect();
        topics.into_iter().filter_map(|topic| self.assign(topic)).collect()
    }

    fn assign(&mut self, topic: Topic) -> Option<Call> {
        if self.hands.iter().any(|hand| hand.work.contains_key(&topic)) {
            return None;
        }
        let index = self.place(topic)?;
        let asked = self.waiting.remove(&topic)?;
        self.tickets = self.tickets.wrapping_add(1);
        let ticket = Ticket(self.tickets);
        let quick = asked.question == Question::Odds(Draws::Preview);
        let work = Work { ticket, revision: asked.revision, quick };
        self.hands[index].work.insert(topic, work);
        Some(Call::Ask(index, ticket, asked))
    }

    /// The worker for a topic: the first is kept for the odds where there are several, everything
    /// else goes to the one with the least to do.
    fn place(&self, topic: Topic) -> Option<usize> {
        let first_is_kept = topic != Topic::Odds && self.hands.len() > 1;
        let able = if first_is_kept { 1..self.hands.len() } else { 0..self.hands.len().min(1) };
        let ready = able.filter(|&index| self.hands[index].ready);
        ready.min_by_key(|&index| self.hands[index].work.len())
    }
}

#[cfg(test)]
mod tests;
