//! What the screen has done beside it: files read and written where nothing can hold the screen up.
//!
//! Whoever does an errand does this one only and is gone afterwards. Both sides are built from the
//! same sources and nothing is kept, so the form may change with every build.
//!
//! ```
//! use mogao::exchange::errand::{Answer, Errand, answer};
//!
//! let Answer::File(zip) = answer(Errand::Template, |_| None) else { panic!("no zip") };
//! let Answer::Plan(opened) = answer(Errand::OpenZip(zip), |_| None) else { panic!("no plan") };
//! assert_eq!(opened.plan().id, "my-district");
//! ```

use super::folder::{self, File, Refusal, Trouble};
use super::results;
use crate::engine;
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::plan::tables::Tables;
use crate::seeds;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts of tables by file name.
pub type Texts = BTreeMap<String, String>;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Errand {
    /// Read tables as a plan.
    OpenTables(Vec<File>),
    /// Read a zip of tables as a plan.
    OpenZip(#[serde(with = "super::bytes")] Vec<u8>),
    /// Write tables as a zip.
    Pack(Texts),
    /// Write the tables to begin one's own plan from as a zip.
    Template,
    /// Write a scenario as a workbook whose figures are formulas.
    Workbook(Box<Scene>),
    /// Write the results of a scenario as a table.
    Results(Box<Scene>),
}

impl Errand {
    /// How long it may take before it is given up, in milliseconds. A workbook of hundreds of projects
    /// is a hundred thousand formulas, and a phone is slow.
    #[must_use]
    pub fn longest_ms(&self) -> u32 {
        match self {
            Self::Workbook(_) => 60_000,
            _ => 5_000,
        }
    }
}

/// A scenario on its way to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// The plan; its tables stay behind.
    pub plan: Plan,
    /// What differs from it.
    pub scenario: Scenario,
    /// The scenario's name.
    pub name: String,
    /// The language of the file.
    pub language: Language,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A plan.
    Plan(Box<Opened>),
    /// No plan: every reason.
    Refused(Vec<Trouble>),
    /// A file.
    File(#[serde(with = "super::bytes")] Vec<u8>),
    /// A file that could not be written.
    Unwritten,
}

/// A plan on its way, with the tables it was read from: by itself it leaves them behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    plan: Plan,
    tables: Texts,
}

impl Opened {
    fn new(plan: Plan) -> Self {
        let tables = (*plan.tables.0).clone();
        Self { plan, tables }
    }

    /// The plan, its tables with it.
    #[must_use]
    pub fn plan(self) -> Plan {
        Plan { tables: Tables(Arc::new(self.tables)), ..self.plan }
    }
}

/// Does an errand. `other` reads text that is not UTF-8, as in [`folder::read`].
#[must_use]
pub fn answer(errand: Errand, other: impl Fn(&[u8]) -> Option<String>) -> Answer {
    match errand {
        Errand::OpenTables(files) => opened(folder::read(&files, other)),
        Errand::OpenZip(zip) => opened(
            folder::unpack(&zip).map_err(of_files).and_then(|files| folder::read(&files, other)),
        ),
        Errand::Pack(tables) => packed(&tables),
        Errand::Template => packed(&seeds::template_tables()),
        Errand::Workbook(scene) => workbook(&scene),
        Errand::Results(scene) => {
            let outcome = engine::run(&resolve(&scene.plan, &scene.scenario));
            Answer::File(results::results(&scene.plan, &outcome, &scene.name, scene.language))
        }
    }
}

#[cfg(any(not(target_family = "wasm"), feature = "tables"))]
fn workbook(scene: &Scene) -> Answer {
    let Scene { plan, scenario, name, language } = scene;
    let written = super::workbook::workbook(plan, scenario, name, *language);
    written.map_or(Answer::Unwritten, Answer::File)
}

/// The screen's program knows no workbooks; it has them written.
#[cfg(not(any(not(target_family = "wasm"), feature = "tables")))]
fn workbook(_: &Scene) -> Answer {
    Answer::Unwritten
}

fn of_files(refusals: Vec<Refusal>) -> Vec<Trouble> {
    refusals.into_iter().map(Trouble::Files).collect()
}

fn opened(read: Result<Plan, Vec<Trouble>>) -> Answer {
    match read {
        Ok(plan) => Answer::Plan(Box::new(Opened::new(plan))),
        Err(troubles) => Answer::Refused(troubles),
    }
}

fn packed(tables: &Texts) -> Answer {
    folder::pack(tables).map_or(Answer::Unwritten, Answer::File)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::wire::{from_bytes, to_bytes};

    /// The answer as it arrives on the other side.
    fn sent(errand: &Errand) -> Answer {
        let errand = from_bytes(&to_bytes(errand).unwrap()).unwrap();
        from_bytes(&to_bytes(&answer(errand, |_| None)).unwrap()).unwrap()
    }

    #[test]
    fn a_plan_comes_back_from_an_errand_with_the_tables_it_was_read_from() {
        let plan = seeds::chengguan().unwrap();
        let Answer::File(zip) = sent(&Errand::Pack(seeds::chengguan_tables())) else {
            panic!("no zip");
        };
        let Answer::Plan(opened) = sent(&Errand::OpenZip(zip)) else { panic!("no plan") };
        let opened = opened.plan();
        assert_eq!(opened, plan);
        assert_eq!(opened.tables.0, plan.tables.0);
    }

    #[test]
    fn every_reason_comes_back_when_tables_are_no_plan() {
        let file = |name: &str, text: &str| File { path: name.to_owned(), bytes: text.into() };
        let files = vec![
            file("growth.csv", "industry,year\na,b\n"),
            file("tiers.csv", "id,name_zh,mode,provenance\nx,目标值,all,stated\n"),
        ];
        let Answer::Refused(troubles) = sent(&Errand::OpenTables(files.clone())) else {
            panic!("a plan");
        };
        assert_eq!(Err(troubles), folder::read(&files, |_| None));
    }

    #[test]
    fn a_scenario_comes_back_as_a_workbook_and_as_a_table() {
        let plan = seeds::linhe().unwrap();
        let (scenario, language) = (Scenario::default(), Language::En);
        let name = "Push".to_owned();
        let scene = Box::new(Scene { plan, scenario, name, language });
        let Answer::File(book) = sent(&Errand::Workbook(scene.clone())) else { panic!("no book") };
        assert!(book.starts_with(b"PK") && book.len() > 50_000, "{}", book.len());
        let Answer::File(table) = sent(&Errand::Results(scene)) else { panic!("no table") };
        assert!(String::from_utf8(table).unwrap().contains("\"Push\""));
    }

    #[test]
    fn bytes_travel_as_they_are() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let errand = Errand::OpenZip(bytes.clone());
        let written = to_bytes(&errand).unwrap();
        assert!(written.windows(bytes.len()).any(|window| window == bytes));
        assert_eq!(from_bytes::<Errand>(&written), Some(errand));
    }
}
