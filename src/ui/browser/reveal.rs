//! Brings something of another page into view and gives it the focus.

use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;

/// How often to look for it: the page it is on may still have to be drawn.
const TRIES: u32 = 20;

/// Time between two looks, about a frame.
const FRAME_MS: u32 = 16;

/// Focuses the element with this id as soon as it is there; `by` is an element to be pressed first,
/// such as the tab that shows it on a phone.
pub(crate) fn reveal(id: String, by: &'static str) {
    look(id, by, TRIES);
}

fn look(id: String, by: &'static str, tries: u32) {
    Timeout::new(FRAME_MS, move || match element(&id) {
        Some(found) => {
            if let Some(way) = element(by) {
                way.click();
            }
            // Once more after a frame: what the press opens has to be drawn.
            Timeout::new(FRAME_MS, move || show(&found)).forget();
        }
        None if tries > 0 => look(id, by, tries - 1),
        None => {}
    })
    .forget();
}

fn show(element: &HtmlElement) {
    let mut around = element.parent_element();
    while let Some(one) = around {
        if one.tag_name() == "DETAILS" {
            // Opening what it is folded into fails only for an element that has left the page.
            let _ = one.set_attribute("open", "");
        }
        around = one.parent_element();
    }
    let _ = element.focus();
}

fn element(id: &str) -> Option<HtmlElement> {
    let found = gloo::utils::document().get_element_by_id(id)?;
    wasm_bindgen::JsCast::dyn_into(found).ok()
}
