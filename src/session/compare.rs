//! Scenarios side by side: which ones, and what comes of each. None of it is a step to be undone.

use super::Session;
use super::effect::Effect;
use super::history::StepId;
use super::library::Opened;
use crate::engine::{self, Outcome};
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::study::question::Question;
use std::rc::Rc;

/// Fewest and most scenarios side by side.
pub const FEWEST: usize = 2;
/// See [`FEWEST`].
pub const MOST: usize = 4;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The plan as written.
    Plan,
    /// What is on the screen, as it moves.
    Now,
    /// A kept scenario, by its id, as it stood when it was chosen.
    Kept(String),
    /// A step of the tree.
    Step(StepId),
}

/// A scenario that stands still.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its name when it was chosen; empty for none.
    pub name: String,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
    /// What comes of it.
    pub outcome: Rc<Outcome>,
}

/// One of the scenarios.
#[derive(Clone, Debug)]
pub enum Column {
    /// The plan as written.
    Plan,
    /// What is on the screen.
    Now,
    /// A kept scenario that is being read.
    Awaited(String),
    /// A kept scenario that cannot be compared: it is damaged, or its plan is another.
    Lost(String),
    /// A kept scenario.
    Kept(String, Held),
    /// A step of the tree.
    Step(Held),
}

/// The scenarios side by side, from [`FEWEST`] to [`MOST`]; all are counted from the first.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// From left to right.
    pub columns: Vec<Column>,
}

impl Default for Comparison {
    fn default() -> Self {
        Self { columns: vec![Column::Plan, Column::Now] }
    }
}

/// What is asked about the scenarios side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// One more is wanted.
    Add(Source),
    /// In this place another one is wanted.
    Put(usize, Source),
    /// This place is no longer wanted.
    Remove(usize),
}

/// A scenario ready to be held against others.
#[derive(Clone, Debug)]
pub struct Contender {
    /// Its place among the columns.
    pub place: usize,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
    /// What comes of it.
    pub outcome: Rc<Outcome>,
}

impl Comparison {
    /// The scenarios that stand, from left to right: those being read and those that cannot be
    /// compared are left out. `planned` is what comes of the plan as written, `now` is on the screen.
    #[must_use]
    pub fn contenders(
        &self,
        planned: &Rc<Outcome>,
        now: (&Rc<Scenario>, &Rc<Outcome>),
    ) -> Vec<Contender> {
        let columns = self.columns.iter().enumerate();
        let standing = columns.filter_map(|(place, column)| {
            let (scenario, outcome) = match column {
                Column::Plan => (Rc::default(), planned.clone()),
                Column::Now => (now.0.clone(), now.1.clone()),
                Column::Kept(_, held) | Column::Step(held) => {
                    (held.scenario.clone(), held.outcome.clone())
                }
                Column::Awaited(_) | Column::Lost(_) => return None,
            };
            Some(Contender { place, scenario, outcome })
        });
        standing.collect()
    }

    /// What each difference is worth; nothing to be asked about fewer than two.
    ///
    /// What is on the screen is not named in the question, so that the question stays the same while
    /// a lever moves.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let named = |column: &Column| match column {
            Column::Plan => Some(Some(Scenario::default())),
            Column::Now => Some(None),
            Column::Kept(_, held) | Column::Step(held) => Some(Some((*held.scenario).clone())),
            Column::Awaited(_) | Column::Lost(_) => None,
        };
        let scenarios: Vec<_> = self.columns.iter().filter_map(named).collect();
        (scenarios.len() >= FEWEST).then_some(Question::Comparison { scenarios })
    }
}

impl Session {
    /// Takes what was asked about the scenarios side by side.
    pub(super) fn compare(&mut self, asked: Asked) -> Vec<Effect> {
        match asked {
            Asked::Add(source) => {
                if self.comparison.columns.len() >= MOST {
                    return Vec::new();
                }
                let (column, effects) = self.column(source);
                Rc::make_mut(&mut self.comparison).columns.push(column);
                effects
            }
            Asked::Put(place, source) => {
                let (column, effects) = self.column(source);
                if let Some(there) = Rc::make_mut(&mut self.comparison).columns.get_mut(place) {
                    *there = column;
                }
                effects
            }
            Asked::Remove(place) => {
                let columns = &mut Rc::make_mut(&mut self.comparison).columns;
                if columns.len() > FEWEST && place < columns.len() {
                    columns.remove(place);
                }
                Vec::new()
            }
        }
    }

    fn column(&self, source: Source) -> (Column, Vec<Effect>) {
        match source {
            Source::Plan => (Column::Plan, Vec::new()),
            Source::Now => (Column::Now, Vec::new()),
            Source::Kept(id) => (Column::Awaited(id.clone()), vec![Effect::ReadBeside(id)]),
            Source::Step(step) => match self.history.all().get(step) {
                Some(step) => {
                    let held = self.held_still(step.name.clone(), step.scenario.clone());
                    (Column::Step(held), Vec::new())
                }
                None => (Column::Now, Vec::new()),
            },
        }
    }

    fn held_still(&self, name: String, scenario: Rc<Scenario>) -> Held {
        let outcome = Rc::new(engine::run(&resolve(&self.plan, &scenario)));
        Held { name, scenario, outcome }
    }

    /// Every place that waits for this scenario has it now, or knows that it cannot have it.
    pub(super) fn read_beside(&mut self, id: &str, opened: Option<&Opened>) {
        let fits = opened.filter(|opened| *opened.plan == *self.plan);
        let column = match fits {
            Some(opened) => {
                let scenario = Rc::new(opened.scenario.clone());
                Column::Kept(id.to_owned(), self.held_still(opened.name.clone(), scenario))
            }
            None => Column::Lost(id.to_owned()),
        };
        for there in &mut Rc::make_mut(&mut self.comparison).columns {
            if matches!(there, Column::Awaited(awaited) if awaited == id) {
                *there = column.clone();
            }
        }
    }

    /// Takes along what still means something when another scenario of the same plan was opened:
    /// steps belong to a tree, and the one that was opened is what is on the screen.
    pub(super) fn compare_on(&mut self, before: &Comparison, opened: &str) {
        let stays = |column: &&Column| match column {
            Column::Plan | Column::Now => true,
            Column::Awaited(id) | Column::Lost(id) | Column::Kept(id, _) => id != opened,
            Column::Step(_) => false,
        };
        let columns: Vec<Column> = before.columns.iter().filter(stays).cloned().collect();
        if columns.len() >= FEWEST {
            self.comparison = Rc::new(Comparison { columns });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;
    use crate::session::action::Action;
    use crate::session::library::Told;
    use crate::session::screen::Theme;
    use crate::text::Language;

    fn session() -> Session {
        Session::new(Rc::new(seeds::chengguan().unwrap()), Language::Zh, Theme::System)
    }

    fn ask(session: &mut Session, asked: Asked) -> Vec<Effect> {
        session.update(Action::Compared(asked))
    }

    fn kept(plan: Plan, execution: f64) -> Rc<Opened> {
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_plan(Kind::Execution, &plan), execution, &plan);
        let (id, name, note) = ("a".to_owned(), "甲".to_owned(), String::new());
        let plan = Rc::new(plan);
        Rc::new(Opened { id, plan, scenario, name, note, history: None, notice: None })
    }

    fn contenders(session: &Session) -> Vec<Contender> {
        let now = (&session.scenario, &session.outcome);
        session.comparison.contenders(&session.planned, now)
    }

    #[test]
    fn what_is_on_the_screen_moves_and_the_rest_stands_still() {
        let mut session = session();
        let lever = Lever::of_plan(Kind::Execution, &session.plan);
        session.update(Action::LeverTyped(lever, 0.7));
        ask(&mut session, Asked::Add(Source::Step(1)));
        session.update(Action::LeverTyped(lever, 0.9));
        let found: Vec<f64> = contenders(&session)
            .iter()
            .map(|one| one.scenario.value(lever, &session.plan))
            .collect();
        assert_eq!(found[1..], [0.9, 0.7]);
        assert!(contenders(&session)[0].scenario.is_as_planned());
    }

    #[test]
    fn a_kept_scenario_is_asked_for_read_and_refused_where_its_plan_is_another() {
        let mut session = session();
        let effects = ask(&mut session, Asked::Put(0, Source::Kept("a".to_owned())));
        assert_eq!(effects, [Effect::ReadBeside("a".to_owned())]);
        assert_eq!(contenders(&session).len(), 1);
        assert_eq!(session.comparison.question(), None);
        let other = kept(seeds::linhe().unwrap(), 0.7);
        session.update(Action::Library(Told::Beside("a".to_owned(), Some(other))));
        assert!(matches!(session.comparison.columns[0], Column::Lost(_)));
        ask(&mut session, Asked::Put(0, Source::Kept("a".to_owned())));
        let own = kept(seeds::chengguan().unwrap(), 0.7);
        session.update(Action::Library(Told::Beside("a".to_owned(), Some(own))));
        assert_eq!(contenders(&session).len(), 2);
        assert!(session.comparison.question().is_some());
    }

    #[test]
    fn there_are_never_fewer_than_two_nor_more_than_four() {
        let mut session = session();
        ask(&mut session, Asked::Remove(0));
        assert_eq!(session.comparison.columns.len(), FEWEST);
        for _ in 0..5 {
            ask(&mut session, Asked::Add(Source::Plan));
        }
        assert_eq!(session.comparison.columns.len(), MOST);
    }

    #[test]
    fn the_question_stays_the_same_while_a_lever_moves() {
        let mut session = session();
        let before = session.comparison.question();
        let lever = Lever::of_plan(Kind::Execution, &session.plan);
        session.update(Action::LeverTyped(lever, 0.7));
        assert_eq!(session.comparison.question(), before);
    }
}
