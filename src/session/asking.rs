//! Putting questions to the studies: what is worth asking now, and what is no longer.

use super::Session;
use super::answers::{Revision, Topic, next_draws};
use super::effect::Effect;
use crate::study::question::Question;
use crate::units::Share;
use std::rc::Rc;

impl Session {
    /// The questions to be put to the studies now; they count as being worked on from here.
    ///
    /// While a lever is held only the odds are asked for: everything else waits until it is let go.
    pub fn questions_due(&mut self) -> Vec<(Revision, Question)> {
        let held = self.drag.is_some();
        let revision = self.revision;
        let odds = next_draws(&self.answers, revision, held)
            .filter(|_| !self.answers.tried(Topic::Odds, revision))
            .map(Question::Odds);
        let settled = self.watched.values().cloned().chain(self.always_asked());
        let settled =
            settled.filter(|question| !held && !self.answers.knows(Topic::of(question), revision));
        let due: Vec<Question> = odds.into_iter().chain(settled).collect();
        for question in &due {
            Rc::make_mut(&mut self.answers).work(Topic::of(question), revision, Share::ZERO);
        }
        due.into_iter().map(|question| (revision, question)).collect()
    }

    /// What is always worth knowing: what closes the gap to the next tier, and what each project adds.
    fn always_asked(&self) -> impl Iterator<Item = Question> {
        let gap = self.outcome.tiers.iter().position(|tier| !tier.attained);
        let gap = gap.map(|tier| Question::Equivalents { tier });
        let projects = (!self.plan.projects.is_empty()).then_some(Question::Marginals);
        gap.into_iter().chain(projects)
    }

    /// An answer to the same question stays until there is a newer one; to another it means nothing.
    pub(super) fn watch(&mut self, question: Question) -> Vec<Effect> {
        let topic = Topic::of(&question);
        let again = self.asked.get(&topic) == Some(&question);
        if !again {
            Rc::make_mut(&mut self.answers).forget(topic);
            Rc::make_mut(&mut self.asked).insert(topic, question.clone());
        }
        if !again || !self.watched.contains_key(&topic) {
            Rc::make_mut(&mut self.watched).insert(topic, question);
        }
        if again { Vec::new() } else { vec![Effect::StopAnswering(topic)] }
    }
}
