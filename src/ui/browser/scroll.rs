//! Which part of a long list is in sight.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The stretch of a list that is in sight, px from its start, and how high its rows are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sight {
    /// Its upper end.
    pub from: f64,
    /// Its lower end.
    pub to: f64,
    /// Height of a row.
    pub row: f64,
}

/// The stretch of `list` that shows within `frame` and the window, to whole rows; `None` until it is
/// on the page. It does not matter whether the frame or the page scrolls.
///
/// `row` is an element as high as a row, for its height changes with the screen.
#[hook]
pub(crate) fn use_sight(frame: &NodeRef, list: &NodeRef, row: &NodeRef) -> Option<Sight> {
    let sight = use_state_eq(|| None);
    {
        let found = sight.setter();
        let places = [frame.clone(), list.clone(), row.clone()];
        use_effect_with((), move |()| {
            let watch = Watch::new(&places, found);
            move || drop(watch)
        });
    }
    *sight
}

/// Takes what scrolls by itself back to its start.
pub(crate) fn to_start(frame: &NodeRef) {
    if let Some(frame) = frame.cast::<Element>() {
        frame.set_scroll_top(0);
    }
}

/// Watches scrolling and sizes for as long as it lives.
struct Watch {
    observer: ResizeObserver,
    _scrolled: EventListener,
    _resized: EventListener,
    /// The browser calls this; it must live as long as the observer.
    _changed: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(places: &[NodeRef; 3], found: UseStateSetter<Option<Sight>>) -> Option<Self> {
        let window = web_sys::window()?;
        let [frame, list, row] = [0, 1, 2].map(|index| places[index].cast::<Element>());
        let (frame, list, row) = (frame?, list?, row?);
        let watched = (frame.clone(), list, row.clone());
        let look = move || {
            if let Some(sight) = measure(&watched.0, &watched.1, &watched.2) {
                found.set(Some(sight));
            }
        };
        let (scrolled, resized) = (look.clone(), look.clone());
        let changed = Closure::<dyn FnMut()>::new(look);
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(&frame);
        observer.observe(&row);
        // Scrolling does not bubble: it is heard on the way down, whatever scrolls.
        let any = EventListenerOptions::run_in_capture_phase();
        Some(Self {
            observer,
            _scrolled: EventListener::new_with_options(&window, "scroll", any, move |_| scrolled()),
            _resized: EventListener::new(&window, "resize", move |_| resized()),
            _changed: changed,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn measure(frame: &Element, list: &Element, row: &Element) -> Option<Sight> {
    let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let (frame, row) = (frame.get_bounding_client_rect(), row.get_bounding_client_rect().height());
    let start = list.get_bounding_client_rect().top();
    // To whole rows, so that only a row that comes or goes draws the list again.
    let whole = |distance: f64| (distance / row).floor() * row;
    (row > 0.0).then(|| Sight {
        from: whole(frame.top().max(0.0) - start),
        to: whole(frame.bottom().min(window) - start) + row,
        row,
    })
}
