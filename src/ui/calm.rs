//! What need not follow a hand frame by frame.

use crate::ui::snapshot::Snapshot;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use yew::prelude::*;

/// How often regions away from the hand are drawn while something is in it.
const PACE_MS: u32 = 120;

/// The snapshot for regions away from the hand: a few times a second while something is in it, so that
/// each frame goes to what the eye follows; always the newest otherwise.
#[hook]
pub(crate) fn use_calm(snapshot: &Snapshot) -> Snapshot {
    let shown = use_mut_ref(|| snapshot.clone());
    let waiting = use_mut_ref(|| None::<Timeout>);
    let due = use_memo((), |()| Cell::new(false));
    let redraw = use_force_update();
    if !snapshot.in_hand || due.take() {
        *waiting.borrow_mut() = None;
        shown.replace(snapshot.clone());
    } else if waiting.borrow().is_none() && *shown.borrow() != *snapshot {
        let timer = Timeout::new(PACE_MS, move || {
            due.set(true);
            redraw.force_update();
        });
        *waiting.borrow_mut() = Some(timer);
    }
    shown.borrow().clone()
}
