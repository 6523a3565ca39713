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
mod tests;
