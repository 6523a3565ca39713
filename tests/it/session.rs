//! A sitting: what becomes one step, what can be taken back, and what leaves no trace.

use mogao::plan::lever::{Lever, find};
use mogao::plan::project::Status;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::session::Session;
use mogao::session::action::Action;
use mogao::session::effect::Effect;
use mogao::session::screen::{Place, Theme};
use mogao::text::Language;
use proptest::prelude::*;
use std::rc::Rc;

fn session() -> Session {
    let plan = seeds::chengguan().expect("the shipped plan is sound");
    Session::new(Rc::new(plan), Language::Zh, Theme::System)
}

fn lever(session: &Session, key: &str) -> Lever {
    find(key, &session.plan).expect("the plan has this lever")
}

#[test]
fn a_drag_is_one_step_however_many_moves_it_has() {
    let mut session = session();
    let common = lever(&session, "common-growth.2023");
    let before = session.outcome.clone();
    session.update(Action::Grabbed(common));
    for step in 1..=20 {
        session.update(Action::Moved(common, f64::from(step) * 0.001));
        assert!(session.history.undoable().is_none(), "nothing is recorded under the finger");
    }
    assert!(Rc::ptr_eq(session.ghost.as_ref().unwrap(), &before));
    let effects = session.update(Action::Released);
    assert_eq!(effects, [Effect::AnnounceResult, Effect::FadeGhost, Effect::Keep]);

    session.update(Action::Undone);
    assert!(session.scenario.is_as_planned());
    assert_eq!(*session.outcome, *before);
    assert!(session.history.undoable().is_none());
    session.update(Action::Redone);
    assert_eq!(session.scenario.value(common, &session.plan), 0.02);
}

#[test]
fn a_drag_called_off_leaves_neither_change_nor_step() {
    let mut session = session();
    let execution = lever(&session, "execution");
    let before = session.outcome.clone();
    session.update(Action::Grabbed(execution));
    session.update(Action::Moved(execution, 0.95));
    assert!(!Rc::ptr_eq(&session.outcome, &before));
    // What stood under the finger may have been kept already.
    assert_eq!(session.update(Action::Cancelled), [Effect::Keep]);
    assert!(Rc::ptr_eq(&session.outcome, &before));
    assert!(session.scenario.is_as_planned() && session.history.undoable().is_none());
}

#[test]
fn a_drag_that_ends_where_it_began_is_no_step() {
    let mut session = session();
    let execution = lever(&session, "execution");
    session.update(Action::Grabbed(execution));
    session.update(Action::Moved(execution, 0.9));
    session.update(Action::Moved(execution, 0.8));
    assert!(session.update(Action::Released).is_empty());
    assert!(session.history.undoable().is_none());
    assert!(session.ghost.is_none());
}

#[test]
fn a_value_set_back_to_the_plan_s_leaves_no_trace() {
    let mut session = session();
    let execution = lever(&session, "execution");
    session.update(Action::LeverTyped(execution, 0.9));
    session.update(Action::LeverTyped(execution, 0.8));
    assert!(session.scenario.is_as_planned());
    session.update(Action::StatusChosen(1, Status::Cancelled));
    session.update(Action::StatusChosen(1, Status::On));
    assert!(session.scenario.is_as_planned());
}

#[test]
fn a_new_step_ends_what_could_be_taken_again() {
    let mut session = session();
    let execution = lever(&session, "execution");
    session.update(Action::LeverTyped(execution, 0.9));
    session.update(Action::Undone);
    assert!(session.history.redoable().is_some());
    session.update(Action::LeverTyped(execution, 0.7));
    assert!(session.history.redoable().is_none());
}

#[test]
fn language_theme_and_page_are_kept_for_the_visit_but_are_no_steps() {
    let mut session = session();
    let effects = session.update(Action::LanguageChosen(Language::En));
    assert_eq!(effects, [Effect::KeepPreferences(Language::En, Theme::System)]);
    session.update(Action::PlaceChosen(Place::Projects));
    session.update(Action::ThemeChosen(Theme::Dark));
    assert_eq!(session.screen.place, Place::Projects);
    assert!(session.history.undoable().is_none());
}

#[test]
fn opening_another_plan_begins_a_fresh_sitting_in_the_same_language() {
    let mut session = session();
    session.update(Action::LanguageChosen(Language::En));
    let execution = lever(&session, "execution");
    session.update(Action::LeverTyped(execution, 0.9));
    let other = Rc::new(seeds::linhe().expect("the invented plan is sound"));
    session.update(Action::PlanOpened(other.clone()));
    assert!(Rc::ptr_eq(&session.plan, &other));
    assert!(session.scenario.is_as_planned() && session.history.undoable().is_none());
    assert_eq!(session.screen.language, Language::En);
    assert_eq!(session.screen.year, other.year);
}

/// Things a planner does, by number: levers grabbed, moved and let go, typed, projects switched.
fn actions(session: &Session, picks: &[(u8, usize, f64)]) -> Vec<Action> {
    let specs = mogao::plan::lever::catalogue(&session.plan);
    picks
        .iter()
        .map(|&(kind, pick, part)| {
            let spec = &specs[pick % specs.len()];
            let value = spec.range.min + part * (spec.range.max - spec.range.min);
            match kind % 7 {
                0 => Action::Grabbed(spec.lever),
                1 => Action::Moved(spec.lever, value),
                2 => Action::Released,
                3 => Action::LeverTyped(spec.lever, value),
                4 => Action::LeverReset(spec.lever),
                5 => Action::StatusChosen(pick % session.plan.projects.len(), Status::Off),
                _ => Action::Cancelled,
            }
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn taking_everything_back_and_again_goes_from_the_first_to_the_last_scenario(
        picks in prop::collection::vec((any::<u8>(), any::<usize>(), 0.0..1.0f64), 1..40)
    ) {
        let mut session = session();
        for action in actions(&session, &picks) {
            session.update(action);
        }
        session.update(Action::Released);
        let last = session.scenario.clone();
        let mut steps = 0;
        while session.history.undoable().is_some() {
            session.update(Action::Undone);
            steps += 1;
        }
        prop_assert_eq!(&*session.scenario, &Scenario::default());
        for _ in 0..steps {
            session.update(Action::Redone);
        }
        prop_assert_eq!(&*session.scenario, &*last);
        prop_assert!(session.history.redoable().is_none());
    }
}

#[test]
fn a_result_pulled_to_a_tier_reaches_it_in_one_step() {
    let mut session = session();
    let award = lever(&session, "award");
    let before = session.scenario.clone();
    let asked = session.outcome.tiers[0].asks_for().unwrap();
    session.update(Action::LockChosen(award, true));
    session.update(Action::OutcomeGrabbed);
    assert!(session.is_held() && session.held().is_none());
    for part in [0.2, 0.9, 0.5, 1.0] {
        let from = session.planned.annual(session.plan.year).nominal;
        session.update(Action::OutcomeMoved(from + (asked - from) * part));
    }
    assert!(session.outcome.tiers[0].attained);
    assert!((session.outcome.annual(session.plan.year).nominal - asked).0.abs() < 1e-6);
    assert!(session.history.undoable().is_none(), "nothing is recorded under the finger");
    session.update(Action::Released);
    assert!(session.changes().len() > 5, "many levers glide");
    assert_eq!(session.scenario.value(award, &session.plan), before.value(award, &session.plan));
    session.update(Action::Undone);
    assert!(Rc::ptr_eq(&session.scenario, &before));
}

#[test]
fn a_result_let_go_with_escape_is_where_it_was() {
    let mut session = session();
    let outcome = session.outcome.clone();
    session.update(Action::OutcomeGrabbed);
    session.update(Action::OutcomeMoved(outcome.annual(outcome.year).nominal * 1.01));
    assert!(!Rc::ptr_eq(&session.outcome, &outcome));
    session.update(Action::Cancelled);
    assert!(Rc::ptr_eq(&session.outcome, &outcome) && !session.is_held());
    session.update(Action::OutcomeMoved(outcome.annual(outcome.year).nominal * 1.01));
    assert!(Rc::ptr_eq(&session.outcome, &outcome), "nothing follows a hand that has let go");
}
