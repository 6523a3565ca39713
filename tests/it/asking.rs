//! What is asked of the studies and when, and which answers count.

use mogao::plan::lever::{Lever, find};
use mogao::seeds;
use mogao::session::Session;
use mogao::session::action::Action;
use mogao::session::answers::{Revision, Topic};
use mogao::session::screen::Theme;
use mogao::study::odds::{Band, Draws, Odds};
use mogao::study::question::{Answer, Question, Unanswered};
use mogao::study::sensitivity::Sensitivity;
use mogao::text::Language;
use mogao::units::{NominalMoney, Rate};
use std::rc::Rc;

fn session() -> Session {
    let plan = seeds::chengguan().expect("the shipped plan is sound");
    Session::new(Rc::new(plan), Language::Zh, Theme::System)
}

fn execution(session: &Session) -> Lever {
    find("execution", &session.plan).expect("the plan has this lever")
}

fn odds(draws: usize, middle: f64) -> Answer {
    let money = NominalMoney(middle);
    Answer::Odds(Odds {
        draws,
        tiers: Vec::new(),
        gdp: Band { low: money, middle: money, high: money },
        growth: Band { low: Rate::ZERO, middle: Rate::ZERO, high: Rate::ZERO },
        trailing: Vec::new(),
    })
}

fn answered(session: &mut Session, revision: Revision, answer: Answer) {
    session.update(Action::Answered(revision, Box::new(answer)));
}

fn asked(session: &mut Session) -> Vec<Question> {
    session.questions_due().into_iter().map(|(_, question)| question).collect()
}

fn middle(session: &Session) -> f64 {
    session.answers.odds.as_ref().map_or(f64::NAN, |known| known.value.gdp.middle.0)
}

#[test]
fn under_the_finger_a_quick_look_is_asked_for_and_then_finer_and_finer_ones() {
    let mut session = session();
    let lever = execution(&session);
    session.update(Action::Grabbed(lever));
    session.update(Action::Moved(lever, 0.9));
    assert_eq!(asked(&mut session), [Question::Odds(Draws::Preview)]);
    assert!(asked(&mut session).is_empty(), "the same is not asked twice");

    session.update(Action::Moved(lever, 0.95));
    let now = session.revision;
    assert_eq!(session.questions_due(), [(now, Question::Odds(Draws::Preview))]);
    answered(&mut session, now, odds(512, 1.0));
    assert!(asked(&mut session).is_empty(), "known well enough while it is held");

    session.update(Action::Released);
    assert_eq!(
        asked(&mut session),
        [Question::Odds(Draws::Settled), Question::Equivalents { tier: 0 }, Question::Marginals]
    );
    answered(&mut session, now, odds(4_096, 1.1));
    assert_eq!(asked(&mut session), [Question::Odds(Draws::Fine)]);
    answered(&mut session, now, odds(16_384, 1.2));
    assert!(asked(&mut session).is_empty());
}

#[test]
fn an_answer_about_an_earlier_scenario_never_replaces_a_later_one() {
    let mut session = session();
    let lever = execution(&session);
    let earlier = session.revision;
    session.update(Action::LeverTyped(lever, 0.9));
    let later = session.revision;
    assert!(earlier < later);
    answered(&mut session, earlier, odds(16_384, 1.0));
    assert_eq!(middle(&session), 1.0, "better an earlier answer than none");
    answered(&mut session, later, odds(512, 2.0));
    assert_eq!(middle(&session), 2.0);
    answered(&mut session, earlier, odds(16_384, 1.0));
    assert_eq!(middle(&session), 2.0);
    answered(&mut session, later, odds(16_384, 2.1));
    answered(&mut session, later, odds(512, 2.0));
    assert_eq!(middle(&session), 2.1, "a coarser answer says nothing new");
}

#[test]
fn what_the_screen_waits_for_is_asked_again_when_the_scenario_has_settled() {
    let mut session = session();
    let lever = execution(&session);
    let question = Question::Sensitivity { tier: 1 };
    session.update(Action::Watched(question.clone()));
    assert!(asked(&mut session).contains(&question));
    assert!(!asked(&mut session).contains(&question));
    let now = session.revision;
    answered(&mut session, now, Answer::Sensitivity(Sensitivity::default()));

    session.update(Action::Grabbed(lever));
    session.update(Action::Moved(lever, 0.9));
    assert!(!asked(&mut session).contains(&question), "not under the finger");
    session.update(Action::Released);
    assert!(asked(&mut session).contains(&question));

    session.update(Action::Unwatched(Topic::Sensitivity));
    session.update(Action::LeverTyped(lever, 0.7));
    assert!(!asked(&mut session).contains(&question));
    assert!(session.answers.sensitivity.is_some(), "what was said stays");
}

#[test]
fn an_answer_about_another_plan_comes_too_late() {
    let mut session = session();
    let before = session.revision;
    answered(&mut session, before, odds(512, 1.0));
    let other = seeds::linhe().expect("the shipped plan is sound");
    session.update(Action::PlanOpened(Rc::new(other)));
    assert!(session.answers.odds.is_none());
    answered(&mut session, before, odds(16_384, 1.0));
    assert!(session.answers.odds.is_none());
    let now = session.revision;
    answered(&mut session, now, odds(512, 3.0));
    assert_eq!(middle(&session), 3.0);
}

#[test]
fn what_cannot_be_answered_is_not_asked_again_until_something_changes() {
    let mut session = session();
    let lever = execution(&session);
    let before = session.revision;
    asked(&mut session);
    answered(&mut session, before, odds(4_096, 1.0));
    assert_eq!(asked(&mut session), [Question::Odds(Draws::Fine)]);
    session.update(Action::AnswerFailed(Topic::Odds, before, Unanswered::Stopped));
    assert_eq!(session.answers.failed.get(&Topic::Odds).unwrap().why, Unanswered::Stopped);
    assert_eq!(middle(&session), 1.0, "the last answer stays");
    assert!(asked(&mut session).is_empty());

    session.update(Action::LeverTyped(lever, 0.9));
    assert!(asked(&mut session).contains(&Question::Odds(Draws::Settled)));
    session.update(Action::AnswerFailed(Topic::Odds, before, Unanswered::Stopped));
    assert!(session.answers.working.contains_key(&Topic::Odds), "a new attempt is under way");
    let now = session.revision;
    answered(&mut session, now, odds(4_096, 2.0));
    assert!(session.answers.failed.is_empty());
}

#[test]
fn a_question_put_differently_has_not_failed() {
    let mut session = session();
    session.update(Action::Watched(Question::Sensitivity { tier: 9 }));
    asked(&mut session);
    let now = session.revision;
    session.update(Action::AnswerFailed(Topic::Sensitivity, now, Unanswered::Declined));
    assert!(session.answers.knows(Topic::Sensitivity, now));
    let sensible = Question::Sensitivity { tier: 1 };
    session.update(Action::Watched(sensible.clone()));
    assert!(session.answers.failed.is_empty());
    assert!(asked(&mut session).contains(&sensible));
}
