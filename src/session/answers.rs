//! What the studies have said so far, and whether it is about the scenario as it stands.
//!
//! The last finished answer stays until a newer one replaces it; an answer about an earlier scenario
//! never replaces one about a later. A study's odds, refined step by step, are one answer.

use super::few::Few;
use crate::study::attribution::Attribution;
use crate::study::breaking_point::BreakingPoint;
use crate::study::equivalent::Equivalent;
use crate::study::marginal::Marginal;
use crate::study::odds::{Draws, Odds};
use crate::study::portfolio::{FrontierPoint, Portfolio};
use crate::study::question::{Answer, Question, Unanswered};
use crate::study::recipe::Way;
use crate::study::sensitivity::Sensitivity;
use crate::units::Share;
use std::rc::Rc;

/// One kind of question: at most one of a kind is being worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// See [`Question::Odds`].
    Odds,
    /// See [`Question::Sensitivity`].
    Sensitivity,
    /// See [`Question::Recipes`].
    Recipes,
    /// See [`Question::Equivalents`].
    Equivalents,
    /// See [`Question::Marginals`].
    Marginals,
    /// See [`Question::BreakingPoint`].
    BreakingPoint,
    /// See [`Question::Portfolio`].
    Portfolio,
    /// See [`Question::Frontier`].
    Frontier,
    /// See [`Question::Attribution`].
    Attribution,
    /// See [`Question::Comparison`].
    Comparison,
}

impl Topic {
    /// What a question is about.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        match question {
            Question::Odds(_) => Self::Odds,
            Question::Sensitivity { .. } => Self::Sensitivity,
            Question::Recipes { .. } => Self::Recipes,
            Question::Equivalents { .. } => Self::Equivalents,
            Question::Marginals => Self::Marginals,
            Question::BreakingPoint => Self::BreakingPoint,
            Question::Portfolio { .. } => Self::Portfolio,
            Question::Frontier { .. } => Self::Frontier,
            Question::Attribution { .. } => Self::Attribution,
            Question::Comparison { .. } => Self::Comparison,
        }
    }

    /// Whether it is answered once when somebody asks, not anew after every change: it takes seconds.
    #[must_use]
    pub fn is_asked_once(self) -> bool {
        matches!(self, Self::Portfolio | Self::Frontier | Self::Attribution)
    }
}

/// How often the scenario has changed: tells an answer about what stands from one about what stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub u64);

impl Revision {
    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A finished answer and the scenario it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered<T> {
    /// The answer.
    pub value: Rc<T>,
    /// When the scenario stood as the answer says.
    pub revision: Revision,
}

/// The last finished answer to each question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Odds of each tier.
    pub odds: Option<Answered<Odds>>,
    /// The tornado.
    pub sensitivity: Option<Answered<Sensitivity>>,
    /// Ways to a level.
    pub recipes: Option<Answered<Vec<Way>>>,
    /// What the gap is worth.
    pub equivalents: Option<Answered<Vec<Equivalent>>>,
    /// What each project adds.
    pub marginals: Option<Answered<Vec<Marginal>>>,
    /// What breaks first; nothing inside where no tier is reached.
    pub breaking_point: Option<Answered<Option<BreakingPoint>>>,
    /// Which projects start when.
    pub portfolio: Option<Answered<Portfolio>>,
    /// What each budget buys.
    pub frontier: Option<Answered<Vec<FrontierPoint>>>,
    /// What each change is worth.
    pub attribution: Option<Answered<Attribution>>,
    /// What each difference between the scenarios side by side is worth.
    pub comparison: Option<Answered<Vec<Attribution>>>,
    /// What is being worked on, and how far it has come.
    pub working: Few<Topic, Work>,
    /// What was asked last and not answered; the answer before stays.
    pub failed: Few<Topic, Failure>,
    /// The first scenario of the plan in use: answers about an earlier plan come too late.
    since: Revision,
}

/// A question that is being worked on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// The scenario it is about.
    pub revision: Revision,
    /// How much of it is done.
    pub done: Share,
}

/// A question that was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The scenario it is about.
    pub revision: Revision,
    /// Why.
    pub why: Unanswered,
}

impl Answers {
    /// None yet, for a plan that was opened when the scenario was this one.
    #[must_use]
    pub fn since(revision: Revision) -> Self {
        Self { since: revision, ..Self::default() }
    }

    /// Takes an answer, unless one about a later scenario stands already; says what it is about.
    pub fn take(&mut self, revision: Revision, answer: Answer) -> Topic {
        let since = self.since;
        let topic = match answer {
            Answer::Odds(value) => {
                // Fewer draws about the same scenario say nothing new.
                let finer = self.odds.as_ref().is_some_and(|known| {
                    known.revision == revision && known.value.draws > value.draws
                });
                if !finer {
                    replace(since, &mut self.odds, revision, value);
                }
                Topic::Odds
            }
            Answer::Sensitivity(value) => {
                replace(since, &mut self.sensitivity, revision, value);
                Topic::Sensitivity
            }
            Answer::Recipes(value) => {
                replace(since, &mut self.recipes, revision, value);
                Topic::Recipes
            }
            Answer::Equivalents(value) => {
                replace(since, &mut self.equivalents, revision, value);
                Topic::Equivalents
            }
            Answer::Marginals(value) => {
                replace(since, &mut self.marginals, revision, value);
                Topic::Marginals
            }
            Answer::BreakingPoint(value) => {
                replace(since, &mut self.breaking_point, revision, value);
                Topic::BreakingPoint
            }
            Answer::Portfolio(value) => {
                replace(since, &mut self.portfolio, revision, value);
                Topic::Portfolio
            }
            Answer::Frontier(value) => {
                replace(since, &mut self.frontier, revision, value);
                Topic::Frontier
            }
            Answer::Attribution(value) => {
                replace(since, &mut self.attribution, revision, value);
                Topic::Attribution
            }
            Answer::Comparison(value) => {
                replace(since, &mut self.comparison, revision, value);
                Topic::Comparison
            }
        };
        if revision < self.since {
            return topic;
        }
        self.end(topic, revision);
        if self.failed.get(&topic).is_some_and(|failure| failure.revision <= revision) {
            self.failed.remove(&topic);
        }
        topic
    }

    /// Notes that a question will not be answered, unless it has been answered or put anew since.
    pub fn fail(&mut self, topic: Topic, revision: Revision, why: Unanswered) {
        let newer = self.answered(topic).is_some_and(|answered| answered > revision)
            || self.working.get(&topic).is_some_and(|work| work.revision > revision);
        if revision >= self.since && !newer {
            self.end(topic, revision);
            self.failed.insert(topic, Failure { revision, why });
        }
    }

    fn end(&mut self, topic: Topic, revision: Revision) {
        if self.working.get(&topic).is_some_and(|work| work.revision <= revision) {
            self.working.remove(&topic);
        }
    }

    /// Notes that a question is being worked on, or how far it has come.
    pub fn work(&mut self, topic: Topic, revision: Revision, done: Share) {
        let newer = self.working.get(&topic).is_some_and(|work| work.revision > revision);
        if !newer && revision >= self.since {
            self.working.insert(topic, Work { revision, done });
        }
    }

    /// Whether a question has been answered, or is being worked on, or cannot be answered, for this
    /// scenario.
    #[must_use]
    pub fn knows(&self, topic: Topic, revision: Revision) -> bool {
        self.answered(topic) == Some(revision) || self.tried(topic, revision)
    }

    /// Whether a question is being worked on for this scenario, or was without success.
    #[must_use]
    pub fn tried(&self, topic: Topic, revision: Revision) -> bool {
        let working = self.working.get(&topic).map(|work| work.revision);
        let failed = self.failed.get(&topic).map(|failure| failure.revision);
        working == Some(revision) || failed == Some(revision)
    }

    /// The scenario that the last answer to a question is about.
    #[must_use]
    pub fn answered(&self, topic: Topic) -> Option<Revision> {
        fn of<T>(known: &Option<Answered<T>>) -> Option<Revision> {
            known.as_ref().map(|known| known.revision)
        }
        match topic {
            Topic::Odds => of(&self.odds),
            Topic::Sensitivity => of(&self.sensitivity),
            Topic::Recipes => of(&self.recipes),
            Topic::Equivalents => of(&self.equivalents),
            Topic::Marginals => of(&self.marginals),
            Topic::BreakingPoint => of(&self.breaking_point),
            Topic::Portfolio => of(&self.portfolio),
            Topic::Frontier => of(&self.frontier),
            Topic::Attribution => of(&self.attribution),
            Topic::Comparison => of(&self.comparison),
        }
    }

    /// Forgets what was said to a question that is put differently now.
    pub fn forget(&mut self, topic: Topic) {
        self.stop(topic);
        match topic {
            Topic::Odds => self.odds = None,
            Topic::Sensitivity => self.sensitivity = None,
            Topic::Recipes => self.recipes = None,
            Topic::Equivalents => self.equivalents = None,
            Topic::Marginals => self.marginals = None,
            Topic::BreakingPoint => self.breaking_point = None,
            Topic::Portfolio => self.portfolio = None,
            Topic::Frontier => self.frontier = None,
            Topic::Attribution => self.attribution = None,
            Topic::Comparison => self.comparison = None,
        }
    }

    /// Notes that a question is no longer worked on.
    pub fn stop(&mut self, topic: Topic) {
        self.working.remove(&topic);
        self.failed.remove(&topic);
    }
}

fn replace<T>(since: Revision, known: &mut Option<Answered<T>>, revision: Revision, value: T) {
    if revision >= since && known.as_ref().is_none_or(|known| known.revision <= revision) {
        *known = Some(Answered { value: Rc::new(value), revision });
    }
}

/// The odds to ask for next: a quick look while a lever is held, then finer and finer.
#[must_use]
pub fn next_draws(answers: &Answers, revision: Revision, held: bool) -> Option<Draws> {
    let known = answers.odds.as_ref().filter(|known| known.revision == revision);
    match known.map(|known| known.value.draws) {
        None if held => Some(Draws::Preview),
        None => Some(Draws::Settled),
        Some(_) if held => None,
        Some(draws) if draws < Draws::Settled.count() => Some(Draws::Settled),
        Some(draws) if draws < Draws::Fine.count() => Some(Draws::Fine),
        Some(_) => None,
    }
}
