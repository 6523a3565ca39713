//! Keeps the scenario on the screen: when it is written, and what comes of it.

mod looking;
mod writing;

use super::database::{Database, is_conflict, is_full};
use super::lock::{Asking, Lock, Turn};
use super::reading::{self, Begun, Found, Gone, OPEN, Place};
use crate::exchange::record::Kind;
use crate::plan::Plan;
use crate::session::Session;
use crate::session::history::History;
use crate::session::keeping::{Failure, Keeping, Lack, Reason, pause};
use crate::session::library::{Notice, Told};
use crate::text::Text;
use crate::text::moment::Moment;
use crate::ui::browser::clock;
use gloo::events::EventListener;
use gloo::storage::{SessionStorage, Storage};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How soon a save that failed is tried again, and a database that could not be opened.
const AGAIN_MS: u32 = 4_000;

/// Saves between two looks at which of them need no longer be kept.
const PRUNE_EVERY: u64 = 20;

/// What befalls the keeper from outside.
pub(crate) enum Event {
    /// The pause after the last change is over, or a failed save is to be tried again.
    Due,
    /// The page is hidden or left.
    Leaving,
    /// A save of the scenario with this id has ended.
    Ended(String, Place, Moment, Result<(), JsValue>),
    /// A lock was given, refused or lost; of the scenario with this id.
    Turned(String, Turn),
    /// The head as it stands after another page's turn.
    Seen(Option<String>),
    /// The database was closed from outside.
    Gone,
    /// The database answers after all.
    Late(Begun),
    /// A kept scenario has been read, and where its saves stand.
    Read(Box<(Found, Place)>),
    /// Something has been read that the session is to know.
    Told(Told),
}

/// The tables of a plan that does not come with the program: their mark and their text.
type Tables = (String, String);

/// Keeps the scenario on the screen.
pub(crate) struct Keeper {
    database: Result<Database, Lack>,
    gone: Gone,
    id: String,
    tab: String,
    /// Where saves stood when the last one ended well.
    confirmed: Place,
    /// Where they stand if those under way end well.
    issued: Place,
    under_way: u32,
    unsaved_since: Option<f64>,
    kind: Kind,
    holds: Option<bool>,
    lock: Option<Lock>,
    timer: Option<Timeout>,
    /// The tree as it was last written.
    tree: Option<Rc<History>>,
    /// The plan whose tables were last looked at: their mark and text.
    tables: Option<(Rc<Plan>, Option<Tables>)>,
    tables_kept: Option<String>,
    report: Callback<Event>,
    _listeners: Vec<EventListener>,
}

impl Keeper {
    /// Goes on from what there was at the start.
    pub(crate) fn new(begun: &Begun, report: Callback<Event>) -> Self {
        let opened = begun.opened.as_ref();
        let mut keeper = Self {
            database: begun.database.clone(),
            gone: begun.gone.clone(),
            id: opened.map_or_else(clock::fresh_name, |opened| opened.id.clone()),
            tab: clock::fresh_name(),
            confirmed: Place::default(),
            issued: Place::default(),
            under_way: 0,
            unsaved_since: None,
            kind: Kind::Begun,
            holds: None,
            lock: None,
            timer: None,
            tree: None,
            tables: None,
            tables_kept: None,
            _listeners: leaving(&report),
            report,
        };
        if opened.is_some() {
            keeper.confirmed = begun.place.clone();
            keeper.issued = begun.place.clone();
            keeper.kind = Kind::Edit;
        }
        keeper.listen_for_the_end();
        keeper.ask_for_lock(Asking::IfFree);
        if keeper.database.is_err() {
            keeper.try_again_later();
        }
        keeper
    }

    /// How keeping stands before anything happens, and which scenario is open.
    pub(crate) fn first_words(&self) -> Vec<Told> {
        vec![Told::Is(self.id.clone()), Told::Stands(self.standing(Keeping::Untouched))]
    }

    /// Something has changed that is to be kept.
    pub(crate) fn keep(&mut self) -> Vec<Told> {
        let now = clock::now().ms;
        let since = *self.unsaved_since.get_or_insert(now);
        if self.can_write() && self.under_way == 0 {
            self.wait(pause(now - since) as u32);
        }
        vec![Told::Stands(self.standing(Keeping::Saving))]
    }

    /// What is not yet kept is written now, because something else takes its place.
    pub(crate) fn flush(&mut self, session: &Session) {
        if self.unsaved_since.is_some() {
            let _ = self.save(session, false);
        }
    }

    /// What is on the screen gets a place of its own.
    pub(crate) fn begin(&mut self) -> Vec<Told> {
        self.turn_to(clock::fresh_name(), Place::default(), Kind::Begun);
        let mut told = vec![Told::Is(self.id.clone())];
        told.extend(self.keep());
        told
    }

    /// Takes the scenario over from the page that writes to it.
    pub(crate) fn take_over(&mut self) {
        self.holds = None;
        self.ask_for_lock(Asking::Taking);
    }

    /// Takes what has happened; says what the session is to know.
    pub(crate) fn take(&mut self, event: Event, session: &Session) -> Vec<Told> {
        match event {
            Event::Due => {
                if self.unsaved_since.is_some() && self.under_way == 0 {
                    return self.save(session, false);
                }
                Vec::new()
            }
            Event::Leaving => {
                if self.unsaved_since.is_some() {
                    self.save(session, true)
                } else {
                    Vec::new()
                }
            }
            Event::Ended(id, place, at, ended) if id == self.id => self.ended(place, at, ended),
            Event::Ended(..) => Vec::new(),
            Event::Turned(id, turn) if id == self.id => self.turned(turn, session),
            Event::Turned(..) => Vec::new(),
            Event::Seen(head) => self.seen(head, session),
            Event::Gone => {
                self.database = Err(Lack::Blocked);
                self.try_again_later();
                vec![Told::Stands(self.standing(Keeping::Saving))]
            }
            Event::Late(begun) => self.late(begun),
            Event::Read(read) => self.read(*read),
            Event::Told(told) => {
                if matches!(told, Told::Returned(_)) {
                    self.kind = Kind::Restored;
                }
                vec![told]
            }
        }
    }

    fn read(&mut self, (found, place): (Found, Place)) -> Vec<Told> {
        match found {
            Found::Whole(opened) => {
                self.turn_to(opened.id.clone(), place, Kind::Edit);
                let stands = self.standing(Keeping::Untouched);
                vec![Told::Read(Rc::new(*opened)), Told::Is(self.id.clone()), Told::Stands(stands)]
            }
            Found::Damaged => vec![Told::Happened(Notice::Unreadable)],
            Found::Nothing | Found::Newer => Vec::new(),
        }
    }

    fn late(&mut self, begun: Begun) -> Vec<Told> {
        self.database = begun.database;
        self.gone = begun.gone;
        if self.database.is_err() {
            self.try_again_later();
            return Vec::new();
        }
        self.listen_for_the_end();
        if self.unsaved_since.is_some() {
            return self.keep();
        }
        vec![Told::Stands(self.standing(Keeping::Untouched))]
    }

    fn turned(&mut self, turn: Turn, session: &Session) -> Vec<Told> {
        let taken = self.holds.is_none() && session.keeping == Keeping::ReadOnly(Reason::OtherTab);
        match turn {
            Turn::Held => {
                self.holds = Some(true);
                if taken {
                    self.look_at_head();
                    return Vec::new();
                }
                if self.unsaved_since.is_some() { self.keep() } else { Vec::new() }
            }
            Turn::Refused => {
                self.holds = Some(false);
                vec![Told::Stands(self.standing(Keeping::Untouched))]
            }
            Turn::Lost => {
                self.holds = Some(false);
                if self.unsaved_since.is_some() || self.under_way > 0 {
                    return self.fork(session);
                }
                vec![Told::Stands(self.standing(Keeping::Untouched))]
            }
        }
    }

    /// After a turn of another page: what it wrote is read, unless there is something here to lose.
    fn seen(&mut self, head: Option<String>, session: &Session) -> Vec<Told> {
        if head.is_none() {
            // Somebody emptied the browser's storage: all of it is written again.
            self.confirmed.head = None;
            self.issued = self.confirmed.clone();
        }
        let changed = head != self.confirmed.head;
        match (changed, self.unsaved_since.is_some()) {
            (true, true) => self.fork(session),
            (true, false) => {
                self.open(self.id.clone(), None);
                Vec::new()
            }
            (false, true) => self.keep(),
            (false, false) => vec![Told::Stands(self.standing(Keeping::Untouched))],
        }
    }

    fn ended(&mut self, place: Place, at: Moment, ended: Result<(), JsValue>) -> Vec<Told> {
        self.under_way = self.under_way.saturating_sub(1);
        match ended {
            Ok(()) => {
                if place.seq.is_multiple_of(PRUNE_EVERY)
                    && let Ok(database) = self.database.clone()
                {
                    spawn_local(reading::prune(database, self.id.clone()));
                }
                if place.seq == 1 {
                    // The list may be open, and there is one more in it.
                    self.look();
                }
                self.confirmed = place;
                if self.unsaved_since.is_some() {
                    return self.keep();
                }
                vec![Told::Stands(self.standing(Keeping::Saved(at)))]
            }
            Err(error) => {
                self.tree = None;
                self.tables_kept = None;
                self.issued = self.confirmed.clone();
                self.unsaved_since.get_or_insert(at.ms);
                if is_conflict(&error) {
                    self.look_at_head();
                    return Vec::new();
                }
                self.wait(AGAIN_MS);
                let failure = if is_full(&error) { Failure::Full } else { Failure::Other };
                vec![Told::Stands(self.standing(Keeping::Failed(failure)))]
            }
        }
    }

    /// What is on the screen goes beside what somebody else has written.
    fn fork(&mut self, session: &Session) -> Vec<Told> {
        let text = Text::new(session.screen.language);
        let name = text.conflict_copy_of(text.scenario_title(&session.library.name));
        let mut told = self.begin();
        self.kind = Kind::Conflict;
        told.extend([Told::Named(name), Told::Happened(Notice::ConflictCopy)]);
        told
    }

    fn turn_to(&mut self, id: String, place: Place, kind: Kind) {
        let same = id == self.id;
        self.id = id;
        self.confirmed = place.clone();
        self.issued = place;
        self.kind = kind;
        self.unsaved_since = None;
        self.under_way = 0;
        self.timer = None;
        self.tree = None;
        if !same {
            self.holds = None;
            self.ask_for_lock(Asking::IfFree);
        }
        let _ = SessionStorage::set(OPEN, &self.id);
    }

    /// How keeping stands, when nothing outside says otherwise.
    fn standing(&self, now: Keeping) -> Keeping {
        match &self.database {
            Err(lack) => Keeping::MemoryOnly(*lack),
            Ok(database) if database.newer => Keeping::ReadOnly(Reason::Newer),
            Ok(_) if self.holds == Some(false) => Keeping::ReadOnly(Reason::OtherTab),
            Ok(_) => now,
        }
    }

    fn can_write(&self) -> bool {
        self.database.as_ref().is_ok_and(|database| !database.newer) && self.holds == Some(true)
    }

    fn wait(&mut self, ms: u32) {
        let report = self.report.clone();
        self.timer = Some(Timeout::new(ms, move || report.emit(Event::Due)));
    }

    fn ask_for_lock(&mut self, asking: Asking) {
        let (report, id) = (self.report.clone(), self.id.clone());
        // The old one goes first: a page does not wait for itself.
        self.lock = None;
        self.lock = Some(Lock::ask(&self.id, asking, move |turn| {
            report.emit(Event::Turned(id.clone(), turn));
        }));
    }

    fn listen_for_the_end(&self) {
        *self.gone.borrow_mut() = Some(self.report.reform(|()| Event::Gone));
    }

    fn try_again_later(&mut self) {
        let report = self.report.clone();
        Timeout::new(AGAIN_MS, move || {
            spawn_local(async move {
                let gone = Gone::default();
                let database = reading::open(&gone).await;
                report.emit(Event::Late(Begun { gone, database, ..Begun::without(Lack::Denied) }));
            });
        })
        .forget();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if let Ok(database) = &self.database {
            database.close();
        }
    }
}

/// The page is hidden or left: what has changed is written at once.
fn leaving(report: &Callback<Event>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut listeners = Vec::new();
    let leave = report.clone();
    listeners.push(EventListener::new(&window, "pagehide", move |_| leave.emit(Event::Leaving)));
    if let Some(document) = window.document() {
        let leave = report.clone();
        let page = document.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if page.hidden() {
                leave.emit(Event::Leaving);
            }
        }));
    }
    listeners
}
