use super::*;
use crate::plan::lever::{Kind, Lever};
use crate::session::action::Action;
use crate::session::library::Told;
use crate::session::screen::Theme;
use crate::text::Language;

fn session() -> Session {
    Session::new(Rc::new(seeds::chengguan().unwrap()), Language::Zh, Theme::System)
}

fn hand(session: &mut Session, done: Hand) -> Vec<Effect> {
    session.update(Action::Hand(done))
}

/// A file of the plan with execution at 70 %.
fn file(plan: &Plan) -> Rc<[u8]> {
    let mut scenario = Scenario::default();
    scenario.set(Lever::of_plan(Kind::Execution, plan), 0.7, plan);
    document::written(plan, &scenario, "甲", "乙").into_bytes().into()
}

fn stage(session: &Session) -> &Stage {
    &session.handing.arrival.as_ref().unwrap().stage
}

fn arrived(session: &Session) -> Rc<Arrived> {
    match stage(session) {
        Stage::Read(arrived) => arrived.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_saved_scenario_comes_back_as_a_new_one_with_the_same_result() {
    let mut sender = session();
    let plan = sender.plan.clone();
    sender.update(Action::LeverTyped(Lever::of_plan(Kind::Execution, &plan), 0.7));
    sender.update(Action::Library(Told::Named("第一稿/周三".to_owned())));
    sender.update(Action::Library(Told::Noted("注".to_owned())));
    let effects = hand(&mut sender, Hand::Save);
    let [Effect::SaveFile(name, text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "第一稿_周三.mogao.json");

    let mut reader = session();
    let came = Hand::CameFile(name.clone(), text.as_bytes().into());
    assert!(hand(&mut reader, came).is_empty());
    let seen = arrived(&reader);
    assert_eq!((*seen.outcome).clone(), *sender.outcome);
    assert_eq!(seen.changes, sender.changes());
    let effects = hand(&mut reader, Hand::Used);
    assert!(effects.contains(&Effect::Begin(Beginning::Handed)) && effects.contains(&Effect::Keep));
    assert_eq!(reader.scenario, sender.scenario);
    assert_eq!(*reader.outcome, *sender.outcome);
    assert_eq!((reader.library.name.as_str(), reader.library.note.as_str()), ("第一稿/周三", "注"));
    assert_eq!(reader.handing.arrival, None);
    reader.update(Action::Undone);
    assert!(reader.scenario.is_as_planned());
}

#[test]
fn looking_at_what_came_changes_and_keeps_nothing() {
    let mut session = session();
    let plan = session.plan.clone();
    session.update(Action::LeverTyped(Lever::of_plan(Kind::Award, &plan), 0.6));
    let before = session.clone();
    for look in [Hand::CameFile("a".to_owned(), file(&plan)), Hand::Closed] {
        assert!(hand(&mut session, look).is_empty());
    }
    assert!(Rc::ptr_eq(&before.scenario, &session.scenario));
    assert!(Rc::ptr_eq(&before.history, &session.history));
    assert!(Rc::ptr_eq(&before.library, &session.library));
    assert!(hand(&mut session, Hand::Used).is_empty(), "there is nothing to use any more");
}

#[test]
fn a_lever_in_the_hand_is_let_go_when_something_comes() {
    let mut session = session();
    let plan = session.plan.clone();
    let lever = Lever::of_plan(Kind::Execution, &plan);
    session.update(Action::Grabbed(lever));
    session.update(Action::Moved(lever, 0.9));
    hand(&mut session, Hand::CameFile("a".to_owned(), file(&plan)));
    assert!(!session.is_held());
    assert_eq!(session.scenario.value(lever, &plan), 0.9);
    assert!(session.history.undoable().is_some());
}

#[test]
fn a_scenario_of_a_shipped_plan_opens_with_that_plan() {
    let mut session = session();
    let linhe = seeds::linhe().unwrap();
    assert!(hand(&mut session, Hand::CameFile("a".to_owned(), file(&linhe))).is_empty());
    assert_eq!(session.plan.id, "chengguan-2023");
    hand(&mut session, Hand::Used);
    assert_eq!(session.plan.id, "linhe-2025");
    assert_eq!(session.library.name, "甲");
}

#[test]
fn another_plan_is_looked_for_among_those_kept_and_named_when_it_is_not_there() {
    let mut session = session();
    let mut own = seeds::linhe().unwrap();
    own.id = "baita-2026".to_owned();
    let came = || Hand::CameFile("a".to_owned(), file(&own));
    assert_eq!(hand(&mut session, came()), [Effect::FindPlans("baita-2026".to_owned())]);
    assert!(matches!(stage(&session), Stage::Looking(_)));
    hand(&mut session, Hand::PlansFound("other".to_owned(), Vec::new()));
    assert!(matches!(stage(&session), Stage::Looking(_)), "an answer to an earlier question");
    hand(&mut session, Hand::PlansFound("baita-2026".to_owned(), Vec::new()));
    let refusal = Refusal::NeedsPlan("baita-2026".to_owned());
    assert_eq!(*stage(&session), Stage::Refused(refusal));

    // Of two that are kept, the one with the contents it was written for.
    let mut edited = own.clone();
    edited.projects[0].total.value.0 += 1.0;
    hand(&mut session, came());
    let kept = vec![Rc::new(edited.clone()), Rc::new(own.clone())];
    hand(&mut session, Hand::PlansFound("baita-2026".to_owned(), kept));
    assert!(arrived(&session).document.same_plan);
    hand(&mut session, came());
    hand(&mut session, Hand::PlansFound("baita-2026".to_owned(), vec![Rc::new(edited)]));
    assert!(!arrived(&session).document.same_plan);
}

#[test]
fn an_edited_plan_of_the_same_name_gives_way_to_the_one_the_file_was_written_for() {
    let shipped = seeds::chengguan().unwrap();
    let mut edited = shipped.clone();
    edited.projects[0].total.value.0 += 1.0;
    let mut session = Session::new(Rc::new(edited.clone()), Language::Zh, Theme::System);
    hand(&mut session, Hand::CameFile("a".to_owned(), file(&shipped)));
    assert_eq!(arrived(&session).plan.projects, shipped.projects);
    // And one written for contents that are nowhere is read with the open plan, with a notice.
    let mut gone = shipped.clone();
    gone.projects[0].total.value.0 += 2.0;
    hand(&mut session, Hand::CameFile("a".to_owned(), file(&gone)));
    hand(&mut session, Hand::PlansFound(gone.id.clone(), Vec::new()));
    let seen = arrived(&session);
    assert!(!seen.document.same_plan && Rc::ptr_eq(&seen.plan, &session.plan));
}

#[test]
fn what_cannot_be_read_is_refused_in_words_and_leaves_everything_as_it_was() {
    let mut session = session();
    let scenario = session.scenario.clone();
    for bytes in [&b"PK\x03\x04"[..], b"{", b"[]", &[0xff, 0xfe, 0], b""] {
        hand(&mut session, Hand::CameFile("a".to_owned(), bytes.into()));
        let Stage::Refused(Refusal::Document(problems)) = stage(&session) else {
            panic!("{bytes:?}")
        };
        let words = problems[0].words(Text::default());
        assert!(words.chars().count() > 8, "{words}");
    }
    let cut = "#s1.abc".to_owned();
    hand(&mut session, Hand::CameLink(cut));
    let refusal = Refusal::Link(LinkProblem::Incomplete);
    assert_eq!(*stage(&session), Stage::Refused(refusal));
    hand(&mut session, Hand::Used);
    assert_eq!(session.scenario, scenario);
}

#[test]
fn a_link_opens_as_a_file_does() {
    let mut session = session();
    let plan = session.plan.clone();
    let mut scenario = Scenario::default();
    scenario.set(Lever::of_plan(Kind::Execution, &plan), 0.7, &plan);
    let link = link::written(&document::compact(&plan, &scenario, "甲", ""));
    hand(&mut session, Hand::CameLink(link));
    assert_eq!(arrived(&session).document.scenario, scenario);
    assert_eq!(arrived(&session).fingerprint, fingerprint(&plan, &scenario));
}
