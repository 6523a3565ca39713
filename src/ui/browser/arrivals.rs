//! Scenarios that reach the page from outside: chosen files, files dropped anywhere, and links.

use crate::exchange::document::{DocumentProblem, MOST_BYTES};
use crate::exchange::link::is_link;
use crate::session::action::Action;
use crate::session::handing::{Hand, Refusal, Source};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, DragEvent, File, FileList};
use yew::Callback;

/// How the names of scenario files end.
const ENDING: &str = ".json";

/// Reads what was chosen in a dialog of the browser.
pub(crate) fn read_chosen(files: &FileList, dispatch: Callback<Action>) {
    let files = (0..files.length()).filter_map(|index| files.get(index)).collect();
    read(files, dispatch);
}

/// Whether one file is dropped that is named like a scenario.
pub(crate) fn is_scenario(transfer: &DataTransfer) -> bool {
    let Some(files) = transfer.files().filter(|files| files.length() == 1) else { return false };
    files.get(0).is_some_and(|file| file.name().to_lowercase().ends_with(ENDING))
}

/// Listens for files dragged over the page until dropped itself; a part of the page that takes them
/// for itself says so by preventing what the browser would do. `on_over` is told when a file hangs over
/// the page, and when it no longer does.
pub(crate) fn listen_for_drops(
    dispatch: Callback<Action>,
    on_over: Callback<bool>,
) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    let hears = |name: &'static str, heard: Box<dyn Fn(&DragEvent)>| {
        EventListener::new_with_options(&window, name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>() {
                heard(event);
            }
        })
    };
    let (over, left) = (on_over.clone(), on_over.clone());
    vec![
        hears(
            "dragover",
            Box::new(move |event| {
                let free = !event.default_prevented() && carries_files(event);
                if free {
                    // Without this the browser would leave the app and show the file instead.
                    event.prevent_default();
                }
                over.emit(free);
            }),
        ),
        hears(
            "dragleave",
            Box::new(move |event| {
                if event.related_target().is_none() {
                    left.emit(false);
                }
            }),
        ),
        hears(
            "drop",
            Box::new(move |event| {
                on_over.emit(false);
                let transfer = event.data_transfer().filter(|_| !event.default_prevented());
                let files = transfer.filter(|_| carries_files(event)).and_then(|all| all.files());
                if let Some(files) = files {
                    event.prevent_default();
                    read_chosen(&files, dispatch.clone());
                }
            }),
        ),
    ]
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| {
        transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
    })
}

fn read(files: Vec<File>, dispatch: Callback<Action>) {
    let came = |hand: Hand| Action::Hand(hand);
    let [file] = files.as_slice() else {
        if files.len() > 1 {
            let source = Source::File(String::new());
            dispatch.emit(came(Hand::Failed(source, Refusal::Several(files.len()))));
        }
        return;
    };
    let name = file.name();
    // A file that is too large is not read at all.
    if file.size() > MOST_BYTES as f64 {
        let large = DocumentProblem::TooLarge { found: file.size() as usize, most: MOST_BYTES };
        let refusal = Refusal::Document(vec![large]);
        dispatch.emit(came(Hand::Failed(Source::File(name), refusal)));
        return;
    }
    let file = file.clone();
    spawn_local(async move {
        let hand = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Hand::CameFile(name, Uint8Array::new(&buffer).to_vec().into()),
            Err(_) => Hand::Failed(Source::File(name), Refusal::Unreadable),
        };
        dispatch.emit(came(hand));
    });
}

/// Listens for links that are opened in this very page, until dropped.
pub(crate) fn listen_for_links(dispatch: Callback<Action>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| take_link(&dispatch)))
}

/// Takes the link out of the address, if there is one: later work must not look as if it were in it.
pub(crate) fn take_link(dispatch: &Callback<Action>) {
    let Some(window) = web_sys::window() else { return };
    let Some(fragment) = window.location().hash().ok().filter(|fragment| is_link(fragment)) else {
        return;
    };
    if let Ok(history) = window.history() {
        // Where it is not allowed, the address only stays longer than it should.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address()));
    }
    dispatch.emit(Action::Hand(Hand::CameLink(fragment)));
}

/// The address of the app, without what stands behind `#`.
pub(crate) fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Whether the app is a file on this device, whose address leads nobody else anywhere.
pub(crate) fn is_on_this_device() -> bool {
    address().starts_with("file:")
}
