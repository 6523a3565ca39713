//! Keys that work anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
}

/// Listens until dropped. Keys meant for a text being edited are left alone.
pub(crate) fn listen(on_command: impl Fn(Command) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(command) = command(key) else { return };
        if !edits_text(key) {
            event.prevent_default();
            on_command(command);
        }
    }))
}

/// Calls back when a letter is pressed alone, until dropped. Letters are typed into fields, and belong
/// to whatever dialog is open.
pub(crate) fn on_letter(
    letter: &'static str,
    on_press: impl Fn() + 'static,
) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let alone = !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.repeat());
        if alone && key.key().eq_ignore_ascii_case(letter) && !takes_letters(key) {
            on_press();
        }
    }))
}

/// Whether a letter goes into a field, or a modal dialog has everything.
fn takes_letters(event: &KeyboardEvent) -> bool {
    const FIELDS: &str = "input:not([type=range], [type=radio], [type=checkbox], [type=button]), \
        textarea, select, [contenteditable], dialog";
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.closest(FIELDS).is_ok_and(|found| found.is_some()))
}

fn command(event: &KeyboardEvent) -> Option<Command> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Command::Undo),
        ("z", true) | ("y", _) => Some(Command::Redo),
        _ => None,
    }
}

/// Whether the key goes to a field in which text is being changed: its own undo comes first there.
fn edits_text(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        .is_some_and(|input| input.type_() == "text" && input.value() != input.default_value())
}
