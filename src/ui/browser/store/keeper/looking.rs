//! What the keeper reads and moves besides the scenario on the screen.

use super::super::database::{HEADS, RECORDS, key};
use super::super::reading::{self, Found};
use super::{Event, Keeper};
use crate::exchange::record::Head;
use crate::plan::Plan;
use crate::session::library::Told;
use crate::ui::browser::clock;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Keeper {
    /// Reads a kept scenario, or one save of the open one.
    pub(crate) fn open(&self, id: String, seq: Option<u64>) {
        let Ok(database) = self.database.clone() else { return };
        let report = self.report.clone();
        spawn_local(async move {
            let Some(seq) = seq else {
                let read = reading::newest(&database, &id, 0).await;
                report.emit(Event::Read(Box::new(read)));
                return;
            };
            let text = database.get(RECORDS, &key(&id, seq as f64)).await.ok().flatten();
            if let Some(text) = text
                && let Ok((_, _, scenario)) = reading::read(&database, &text).await
            {
                report.emit(Event::Told(Told::Returned(Rc::new(scenario))));
            }
        });
    }

    /// Reads a kept scenario that is to be held against others.
    pub(crate) fn read_beside(&self, id: String) {
        let report = self.report.clone();
        let Ok(database) = self.database.clone() else { return };
        spawn_local(async move {
            let opened = match reading::newest(&database, &id, 0).await.0 {
                Found::Whole(opened) => Some(Rc::new(*opened)),
                _ => None,
            };
            report.emit(Event::Told(Told::Beside(id, opened)));
        });
    }

    /// Reads the kept plans that have this id; there are none where nothing is kept.
    pub(crate) fn find_plans(&self, id: String, found: impl Fn(String, Vec<Rc<Plan>>) + 'static) {
        let database = self.database.clone();
        spawn_local(async move {
            let plans = match database {
                Ok(database) => reading::plans(&database, &id).await,
                Err(_) => Vec::new(),
            };
            found(id, plans);
        });
    }

    /// Puts a scenario in the bin or takes it out.
    pub(crate) fn bin(&self, id: String, binned: bool) {
        let Ok(database) = self.database.clone() else { return };
        if database.newer || id == self.id {
            return;
        }
        let report = self.report.clone();
        let open = self.id.clone();
        spawn_local(async move {
            let kept = database.get(HEADS, &id.as_str().into()).await.ok().flatten();
            if let Some(kept) = kept
                && let Ok(mut head) = Head::read(&kept)
            {
                head.binned = binned.then(clock::now);
                let moved = database.write(false, |stores| {
                    stores.must_be(HEADS, &id.as_str().into(), Some(&kept))?;
                    stores.put(HEADS, &id.as_str().into(), &head.written())
                });
                if let Ok(moved) = moved {
                    // The list that follows says what came of it.
                    let _ = moved.await;
                }
            }
            let (entries, saves, damaged) = reading::list(&database, &open).await;
            report.emit(Event::Told(Told::Listed(entries, saves, damaged)));
        });
    }

    /// Reads what is kept, for the list.
    pub(crate) fn look(&self) {
        let Ok(database) = self.database.clone() else { return };
        let (report, id) = (self.report.clone(), self.id.clone());
        spawn_local(async move {
            let (entries, saves, damaged) = reading::list(&database, &id).await;
            report.emit(Event::Told(Told::Listed(entries, saves, damaged)));
        });
    }

    /// Reads where the scenario stands after another page's turn.
    pub(super) fn look_at_head(&self) {
        let Ok(database) = self.database.clone() else { return };
        let (report, id) = (self.report.clone(), self.id.clone());
        spawn_local(async move {
            if let Ok(head) = database.get(HEADS, &id.as_str().into()).await {
                report.emit(Event::Seen(head));
            }
        });
    }
}
