//! How large an element is, and how large its letters are.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

/// The inner size of an element, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// The size of its letters, which steps with the screen and the presenter's choice.
    pub text: f64,
}

/// The size of `place`, kept up to date; `None` until it is on the page and has an area.
///
/// `letter` is an element one letter wide: an observer sees boxes, not fonts.
#[hook]
pub fn use_size(place: &NodeRef, letter: &NodeRef) -> Option<Size> {
    let size = use_state_eq(|| None);
    {
        let found = size.setter();
        let (place, letter) = (place.clone(), letter.clone());
        use_effect_with((), move |()| {
            let watch = Watch::new(&place, &letter, found);
            move || drop(watch)
        });
    }
    *size
}

/// Watches one place for as long as it lives.
struct Watch {
    observer: ResizeObserver,
    /// The browser calls this; it must live as long as the observer.
    _changed: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(place: &NodeRef, letter: &NodeRef, found: UseStateSetter<Option<Size>>) -> Option<Self> {
        let (place, letter): (HtmlElement, HtmlElement) = (place.cast()?, letter.cast()?);
        let watched = (place.clone(), letter.clone());
        let changed = Closure::<dyn FnMut()>::new(move || {
            // A place that is hidden for a moment keeps its last picture.
            if let Some(size) = measure(&watched.0, &watched.1) {
                found.set(Some(size));
            }
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(&place);
        observer.observe(&letter);
        Some(Self { observer, _changed: changed })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn measure(place: &HtmlElement, letter: &HtmlElement) -> Option<Size> {
    let size = Size {
        width: place.client_width().into(),
        height: place.client_height().into(),
        text: letter.get_bounding_client_rect().width(),
    };
    (size.width > 0.0 && size.height > 0.0 && size.text > 0.0).then_some(size)
}
