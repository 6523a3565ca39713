//! How the keeper writes what is on the screen.

use super::super::database::{HEADS, META, PLANS, RECORDS, TREES, key};
use super::super::reading::{OPEN, Place};
use super::{Event, Keeper, Tables};
use crate::exchange::document;
use crate::exchange::mark::mark;
use crate::exchange::record::{self, Head, Kind, Record, VERSION};
use crate::session::Session;
use crate::session::keeping::Keeping;
use crate::session::library::Told;
use crate::text::moment::Moment;
use crate::ui::browser::{clock, root};
use gloo::storage::{SessionStorage, Storage};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

impl Keeper {
    /// Writes what is on the screen; with `last` nothing more is waited for.
    pub(super) fn save(&mut self, session: &Session, last: bool) -> Vec<Told> {
        // A program that has stopped may hold anything: nothing of it is written.
        if !self.can_write() || root::says("data-stopped") {
            return Vec::new();
        }
        let Ok(database) = self.database.clone() else { return Vec::new() };
        let at = clock::now();
        let (record, head, tables) = self.record(session, at);
        let tree = self.tree.as_ref().is_none_or(|tree| !Rc::ptr_eq(tree, &session.history));
        let tree = tree.then(|| record::sealed(&session.history.written(&session.plan)));
        let id = JsValue::from_str(&self.id);
        let written = database.write(last, |stores| {
            stores.must_be(HEADS, &id, self.issued.head.as_deref())?;
            stores.add(RECORDS, &key(&self.id, record.seq as f64), &record.written())?;
            stores.put(HEADS, &id, &head)?;
            stores.put(META, &"last".into(), &self.id)?;
            if let Some(tree) = &tree {
                stores.put(TREES, &id, tree)?;
            }
            if let Some((mark, text)) = &tables {
                stores.put(PLANS, &mark.as_str().into(), text)?;
            }
            Ok(())
        });
        let place = Place { head: Some(head), seq: record.seq };
        self.issued = place.clone();
        self.under_way += 1;
        self.unsaved_since = None;
        self.kind = Kind::Edit;
        self.tree = Some(session.history.clone());
        self.tables_kept = tables.map(|(mark, _)| mark).or(self.tables_kept.take());
        let _ = SessionStorage::set(OPEN, &self.id);
        let (report, id) = (self.report.clone(), self.id.clone());
        spawn_local(async move {
            let ended = match written {
                Ok(written) => written.await.map(|_| ()),
                Err(error) => Err(error),
            };
            report.emit(Event::Ended(id, place, at, ended));
        });
        vec![Told::Stands(Keeping::Saving)]
    }

    /// The record of what is on the screen, its head, and tables that have to be kept with it.
    fn record(&mut self, session: &Session, at: Moment) -> (Record, String, Option<Tables>) {
        let plan = &session.plan;
        if !self.tables.as_ref().is_some_and(|(looked, _)| Rc::ptr_eq(looked, plan)) {
            self.tables = Some((plan.clone(), record::tables(plan)));
        }
        let tables = self.tables.as_ref().and_then(|(_, tables)| tables.clone());
        let library = &session.library;
        let changes = session.changes().len();
        let record = Record {
            version: VERSION,
            scenario: self.id.clone(),
            seq: self.issued.seq + 1,
            tab: self.tab.clone(),
            at,
            kind: self.kind,
            name: library.name.clone(),
            note: library.note.clone(),
            plan: plan.id.clone(),
            tables: tables.as_ref().map(|(mark, _)| mark.clone()),
            changes,
            document: document::to_json(plan, &session.scenario, &library.name),
        };
        let head = Head {
            version: VERSION,
            seq: record.seq,
            mark: mark(&record.document),
            at,
            name: library.name.clone(),
            note: library.note.clone(),
            plan: plan.name.clone(),
            changes,
            binned: None,
        };
        let tables = tables.filter(|(mark, _)| self.tables_kept.as_ref() != Some(mark));
        (record, head.written(), tables)
    }
}
