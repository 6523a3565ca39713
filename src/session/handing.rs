//! Handing a scenario to a colleague, and looking at one that a colleague has handed over.
//!
//! What comes from outside never takes the place of what is open: it is read, computed and shown, and
//! nothing of it is kept until it is used; then it is a new scenario beside the others.

use super::Session;
use super::effect::{Beginning, Effect};
use super::screen::Place;
use crate::engine::{self, Outcome};
use crate::exchange::document::{self, Document, DocumentProblem, Opened, fingerprint};
use crate::exchange::link::{self, LinkProblem};
use crate::plan::Plan;
use crate::plan::change::{Change, changes};
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::seeds;
use crate::text::Text;
use std::rc::Rc;

/// Longest name of a file made from a scenario's name, in characters.
const LONGEST_FILE: usize = 60;

/// What is being handed over, either way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handing {
    /// What came and is being looked at.
    pub arrival: Option<Arrival>,
    /// The way out that is open as a sheet.
    pub way_out: Option<WayOut>,
    /// What came of the last thing that went out.
    pub said: Option<Said>,
}

/// A way out that needs a look before it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The scenario in a link.
    Link,
    /// The link as a picture for cameras.
    Code,
}

/// What came of something that went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A file of this name was saved.
    Saved(String),
    /// The browser did not allow saving.
    NotSaved,
}

/// Where something came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file of this name.
    File(String),
    /// The address of the page.
    Link,
}

/// Something that came.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Where it came from.
    pub source: Source,
    /// Its bytes or characters.
    pub size: usize,
    /// How far reading it has come.
    pub stage: Stage,
}

/// How far reading has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Its form is known, and its plan is looked for among those kept.
    Looking(Rc<Opened>),
    /// It cannot be read.
    Refused(Refusal),
    /// It can be looked at.
    Read(Rc<Arrived>),
}

/// Why something cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The document is not sound.
    Document(Vec<DocumentProblem>),
    /// The link says nothing.
    Link(LinkProblem),
    /// The plan with this id is not here.
    NeedsPlan(String),
    /// The browser could not read the file.
    Unreadable,
    /// So many files came at once.
    Several(usize),
}

/// What came, with its plan, and what comes of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// The plan it belongs to.
    pub plan: Rc<Plan>,
    /// What the document says.
    pub document: Document,
    /// What differs from the plan.
    pub changes: Vec<Change>,
    /// What comes of it.
    pub outcome: Rc<Outcome>,
    /// The mark by which plan and scenario are known again.
    pub fingerprint: String,
}

/// What is done about handing over, and what has come to pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Hand {
    /// Save the open scenario as a file.
    Save,
    /// Show a way out, or none.
    Show(Option<WayOut>),
    /// Something went out or did not.
    Said(Option<Said>),
    /// A file came, with all its bytes.
    CameFile(String, Rc<[u8]>),
    /// A link came: the end of the address, from its `#`.
    CameLink(String),
    /// Something came that could not even be read.
    Failed(Source, Refusal),
    /// These plans with this id are kept.
    PlansFound(String, Vec<Rc<Plan>>),
    /// What is being looked at becomes a scenario of its own.
    Used,
    /// It has been looked at enough.
    Closed,
}

impl Session {
    /// Takes what was done about handing over.
    pub(super) fn hand(&mut self, done: Hand) -> Vec<Effect> {
        match done {
            Hand::Save => {
                let library = &self.library;
                let name = file_name(Text::new(self.screen.language).scenario_title(&library.name));
                let file =
                    document::written(&self.plan, &self.scenario, &library.name, &library.note);
                return vec![Effect::SaveFile(name, file.into())];
            }
            Hand::Show(way) => self.handing_mut().way_out = way,
            Hand::Said(said) => self.handing_mut().said = said,
            Hand::CameFile(name, bytes) => {
                let text = document::text_of(&bytes);
                let opened = text
                    .and_then(document::open)
                    .map_err(|problem| Refusal::Document(vec![problem]));
                return self.arrives(Source::File(name), bytes.len(), opened);
            }
            Hand::CameLink(fragment) => {
                let opened = link::read(&fragment).map_err(Refusal::Link).and_then(|text| {
                    document::open(&text).map_err(|problem| Refusal::Document(vec![problem]))
                });
                return self.arrives(Source::Link, fragment.len(), opened);
            }
            Hand::Failed(source, refusal) => {
                return self.arrives(source, 0, Err(refusal));
            }
            Hand::PlansFound(id, kept) => self.plans_found(&id, &kept),
            Hand::Used => return self.use_arrival(),
            Hand::Closed => self.handing_mut().arrival = None,
        }
        Vec::new()
    }

    fn handing_mut(&mut self) -> &mut Handing {
        Rc::make_mut(&mut self.handing)
    }

    fn arrives(
        &mut self,
        source: Source,
        size: usize,
        opened: Result<Opened, Refusal>,
    ) -> Vec<Effect> {
        // A lever in the hand is let go: what came stands before it.
        let _ = self.release();
        let (stage, effects) = match opened {
            Err(refusal) => (Stage::Refused(refusal), Vec::new()),
            Ok(opened) => match self.exact_plan(&opened, &[]) {
                Some(plan) => (read(&opened, plan), Vec::new()),
                None => {
                    let id = opened.plan().to_owned();
                    (Stage::Looking(Rc::new(opened)), vec![Effect::FindPlans(id)])
                }
            },
        };
        let handing = self.handing_mut();
        handing.way_out = None;
        handing.arrival = Some(Arrival { source, size, stage });
        effects
    }

    /// The plan with the id and the contents that a document was written for: the open one first, then
    /// one that comes with the program, then one that is kept. A document that names none is read with
    /// the open one, which says what is wrong with it.
    fn exact_plan(&self, opened: &Opened, kept: &[Rc<Plan>]) -> Option<Rc<Plan>> {
        if opened.plan().is_empty() {
            return Some(self.plan.clone());
        }
        let fits = |plan: &Rc<Plan>| {
            plan.id == opened.plan()
                && opened.plan_mark().is_none_or(|mark| mark == document::plan_mark(plan))
        };
        let own = Some(self.plan.clone()).filter(fits);
        own.or_else(|| shipped(opened.plan()).filter(fits))
            .or_else(|| kept.iter().find(|plan| fits(plan)).cloned())
    }

    /// Reads what came with the plan it was written for, or else with one of the same id.
    fn plans_found(&mut self, id: &str, kept: &[Rc<Plan>]) {
        let Some(Arrival { stage: Stage::Looking(opened), .. }) = &self.handing.arrival else {
            return;
        };
        if opened.plan() != id {
            return;
        }
        let named = |plan: &Rc<Plan>| plan.id == id;
        let plan = self
            .exact_plan(opened, kept)
            .or_else(|| Some(self.plan.clone()).filter(named))
            .or_else(|| shipped(id))
            .or_else(|| kept.iter().find(|plan| named(plan)).cloned());
        let stage = match plan {
            Some(plan) => read(opened, plan),
            None => Stage::Refused(Refusal::NeedsPlan(id.to_owned())),
        };
        if let Some(arrival) = &mut self.handing_mut().arrival {
            arrival.stage = stage;
        }
    }

    fn use_arrival(&mut self) -> Vec<Effect> {
        let Some(Arrival { stage: Stage::Read(arrived), .. }) = self.handing.arrival.clone() else {
            return Vec::new();
        };
        self.turn_to(arrived.plan.clone());
        let step = self.step(|_, now| *now = arrived.document.scenario.clone());
        let library = Rc::make_mut(&mut self.library);
        library.name.clone_from(&arrived.document.name);
        library.note.clone_from(&arrived.document.note);
        library.notice = None;
        self.screen.place = Place::Workbench;
        std::iter::once(Effect::Begin(Beginning::Handed)).chain(step).collect()
    }
}

fn read(opened: &Opened, plan: Rc<Plan>) -> Stage {
    match opened.read(&plan) {
        Err(problems) => Stage::Refused(Refusal::Document(problems)),
        Ok(document) => {
            let scenario = &document.scenario;
            Stage::Read(Rc::new(Arrived {
                changes: changes(&plan, &Scenario::default(), scenario),
                outcome: Rc::new(engine::run(&resolve(&plan, scenario))),
                fingerprint: fingerprint(&plan, scenario),
                plan,
                document,
            }))
        }
    }
}

fn shipped(id: &str) -> Option<Rc<Plan>> {
    seeds::shipped(id)?.ok().map(Rc::new)
}

/// The name of a scenario's file: signs that file systems refuse become `_`.
fn file_name(title: &str) -> String {
    let safe = |sign: char| match sign {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\n' => '_',
        sign => sign,
    };
    let stem: String = title.chars().take(LONGEST_FILE).map(safe).collect();
    format!("{}.mogao.json", stem.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
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
        assert!(
            effects.contains(&Effect::Begin(Beginning::Handed)) && effects.contains(&Effect::Keep)
        );
        assert_eq!(reader.scenario, sender.scenario);
        assert_eq!(*reader.outcome, *sender.outcome);
        assert_eq!(
            (reader.library.name.as_str(), reader.library.note.as_str()),
            ("第一稿/周三", "注")
        );
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
}
