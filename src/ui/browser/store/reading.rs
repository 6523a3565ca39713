//! Reading what is kept: the newest save that is whole, and lists of what there is.

use super::database::{DAMAGED, Database, HEADS, META, PLANS, RECORDS, TREES, key};
use crate::exchange::pruning::{self, Saved};
use crate::exchange::record::{self, Damage, Head, Record};
use crate::plan::Plan;
use crate::seeds;
use crate::session::keeping::Lack;
use crate::session::library::{Entry, Notice, Opened, Save};
use crate::ui::browser::clock;
use gloo::storage::{SessionStorage, Storage};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Which scenario this tab had open, so that a reload brings it back and not another tab's.
pub(super) const OPEN: &str = "mogao.open";

/// Set by the rescue layer: open the save before the newest.
const BACK: &str = "mogao.back";

/// Where saves of a scenario stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Place {
    /// The head as it was last seen.
    pub(super) head: Option<String>,
    /// The highest number of a save.
    pub(super) seq: u64,
}

/// What there is when the program starts.
#[derive(Debug)]
pub(crate) struct Begun {
    pub(super) database: Result<Database, Lack>,
    pub(super) place: Place,
    /// The scenario to go on with.
    pub(crate) opened: Option<Rc<Opened>>,
    /// What has to be read although nothing was opened.
    pub(crate) notice: Option<Notice>,
    pub(super) gone: Gone,
}

/// Tells when the database has been closed from outside.
pub(super) type Gone = Rc<std::cell::RefCell<Option<yew::Callback<()>>>>;

impl Begun {
    /// Whether there is somewhere to keep scenarios.
    pub(crate) fn has_database(&self) -> bool {
        self.database.is_ok()
    }

    /// Nothing is kept, for this reason.
    pub(crate) fn without(lack: Lack) -> Self {
        let gone = Gone::default();
        Self { database: Err(lack), place: Place::default(), opened: None, notice: None, gone }
    }
}

/// Opens the database and the scenario that was open last.
pub(crate) async fn begin() -> Begun {
    let gone = Gone::default();
    let database = match open(&gone).await {
        Ok(database) => database,
        Err(lack) => return Begun { gone, ..Begun::without(lack) },
    };
    let mut begun = Begun {
        database: Ok(database.clone()),
        place: Place::default(),
        opened: None,
        notice: None,
        gone,
    };
    if in_safe_mode() {
        begun.notice = Some(Notice::SafeMode);
        return begun;
    }
    let id = match SessionStorage::get::<String>(OPEN) {
        Ok(id) => Some(id),
        Err(_) => database.get(META, &"last".into()).await.ok().flatten(),
    };
    let back = SessionStorage::get::<bool>(BACK).is_ok();
    SessionStorage::delete(BACK);
    if let Some(id) = id {
        let (found, place) = newest(&database, &id, usize::from(back)).await;
        begun.place = place;
        match found {
            Found::Whole(opened) => begun.opened = Some(Rc::new(*opened)),
            Found::Nothing => {}
            Found::Damaged => begun.notice = Some(Notice::Unreadable),
            Found::Newer => {
                let mut database = database;
                database.newer = true;
                begun.database = Ok(database);
            }
        }
    }
    begun
}

/// Opens the database; what is done when it is gone may be said later.
pub(super) async fn open(gone: &Gone) -> Result<Database, Lack> {
    let gone = gone.clone();
    Database::open(move || {
        if let Some(gone) = &*gone.borrow() {
            gone.emit(());
        }
    })
    .await
}

/// What a scenario's saves come to.
pub(crate) enum Found {
    /// One that is whole.
    Whole(Box<Opened>),
    /// There is none.
    Nothing,
    /// There are some and none is whole.
    Damaged,
    /// A newer program wrote the newest.
    Newer,
}

/// The newest save that is whole, after passing over some. What is not whole is set aside.
pub(super) async fn newest(database: &Database, id: &str, pass: usize) -> (Found, Place) {
    let head = database.get(HEADS, &id.into()).await.ok().flatten();
    let Ok(records) = database.all(RECORDS, Some(id)).await else {
        return (Found::Nothing, Place::default());
    };
    let known = head.as_deref().and_then(|head| Head::read(head).ok());
    let highest = records.last().map_or(0, |(key, _)| number(key));
    let seq = highest.max(known.as_ref().map_or(0, |head| head.seq));
    let place = Place { head, seq };
    let mut damaged = Vec::new();
    let mut found = Found::Nothing;
    for (key, text) in records.iter().rev().skip(pass) {
        match read(database, text).await {
            Ok((record, plan, scenario)) => {
                let tree = database.get(TREES, &id.into()).await.ok().flatten();
                let history =
                    tree.as_deref().and_then(|tree| record::opened(tree).ok()).map(str::to_owned);
                let lost = !damaged.is_empty() || number(key) < seq;
                found = Found::Whole(Box::new(Opened {
                    id: id.to_owned(),
                    plan: Rc::new(plan),
                    scenario,
                    name: record.name,
                    note: record.note,
                    history,
                    notice: (lost || pass > 0).then_some(Notice::Recovered(record.at)),
                }));
                break;
            }
            Err(Damage::Newer { .. }) => return (Found::Newer, place),
            Err(_) => damaged.push((key.clone(), text.clone())),
        }
    }
    if !damaged.is_empty() && matches!(found, Found::Nothing) {
        found = Found::Damaged;
    }
    if !damaged.is_empty() && !database.newer {
        set_aside(database, &damaged).await;
    }
    (found, place)
}

/// Moves what is not whole to where it harms nobody and can still be exported.
async fn set_aside(database: &Database, damaged: &[(JsValue, String)]) {
    let moved = database.write(false, |stores| {
        for (key, text) in damaged {
            stores.put(DAMAGED, key, text)?;
            stores.remove(RECORDS, key)?;
        }
        Ok(())
    });
    if let Ok(moved) = moved {
        // Where it fails they stay where they are, and are passed over again.
        let _ = moved.await;
    }
}

/// A record with the plan and the scenario in it.
pub(super) async fn read(
    database: &Database,
    text: &str,
) -> Result<(Record, Plan, crate::plan::scenario::Scenario), Damage> {
    let record = Record::read(text)?;
    let plan = match &record.tables {
        None => seeds::shipped(&record.plan).and_then(Result::ok).ok_or(Damage::NoPlan)?,
        Some(mark) => {
            let kept = database.get(PLANS, &mark.as_str().into()).await;
            record::plan(&kept.ok().flatten().ok_or(Damage::NoPlan)?)?
        }
    };
    let scenario = record.scenario(&plan)?;
    Ok((record, plan, scenario))
}

/// The kept plans that have this id.
pub(super) async fn plans(database: &Database, id: &str) -> Vec<Rc<Plan>> {
    let kept = database.all(PLANS, None).await.unwrap_or_default();
    let plans = kept.iter().filter_map(|(_, text)| record::plan(text).ok());
    plans.filter(|plan| plan.id == id).map(Rc::new).collect()
}

/// What is kept: every scenario, the saves of one, and how much is set aside.
pub(super) async fn list(database: &Database, id: &str) -> (Vec<Entry>, Vec<Save>, usize) {
    let heads = database.all(HEADS, None).await.unwrap_or_default();
    let mut entries: Vec<Entry> = heads
        .iter()
        .filter_map(|(key, head)| {
            Some(Entry { id: key.as_string()?, head: Head::read(head).ok()? })
        })
        .collect();
    // Which came first among scenarios is a matter of the clock, and of the list alone.
    entries.sort_by(|one, other| other.head.at.ms.total_cmp(&one.head.at.ms));
    let records = database.all(RECORDS, Some(id)).await.unwrap_or_default();
    let saves = records.iter().rev().filter_map(|(_, text)| {
        let record = Record::read(text).ok()?;
        let changes = record.changes;
        Some(Save { seq: record.seq, at: record.at, kind: record.kind, changes })
    });
    let saves = saves.collect();
    let damaged = database.all(DAMAGED, None).await.map_or(0, |damaged| damaged.len());
    (entries, saves, damaged)
}

/// Takes away saves that need no longer be kept, in a transaction of its own.
pub(super) async fn prune(database: Database, id: String) {
    let Ok(records) = database.all(RECORDS, Some(&id)).await else { return };
    let saves: Vec<Saved> = records
        .iter()
        .filter_map(|(key, text)| {
            let at = Record::read(text).ok()?.at.ms;
            Some(Saved { seq: number(key), at, bytes: text.len(), named: false })
        })
        .collect();
    let removable = pruning::removable(&saves, clock::now().ms);
    if removable.is_empty() {
        return;
    }
    let removed = database.write(false, |stores| {
        removable.iter().try_for_each(|&seq| stores.remove(RECORDS, &key(&id, seq as f64)))
    });
    if let Ok(removed) = removed {
        // Where it fails there is only more than need be.
        let _ = removed.await;
    }
}

/// The number in the key of a save.
fn number(key: &JsValue) -> u64 {
    js_sys::Array::from(key).get(1).as_f64().unwrap_or_default() as u64
}

fn in_safe_mode() -> bool {
    crate::ui::browser::root::says("data-safe")
}
