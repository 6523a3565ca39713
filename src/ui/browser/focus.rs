//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that has the keyboard now.
pub(crate) fn now() -> Option<HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// Gives the keyboard to an element; nothing happens if it has left the page.
pub(crate) fn give(element: &HtmlElement) {
    let _ = element.focus();
}
