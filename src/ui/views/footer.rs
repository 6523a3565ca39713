//! The line at the bottom: privacy, what the consistency check found, version, and the mark of what is
//! on the screen.

use super::audit::AuditButton;
use crate::exchange::document::fingerprint;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use std::rc::Rc;
use yew::prelude::*;

/// The line at the bottom.
#[component]
pub(crate) fn Footer(props: &RegionProps) -> Html {
    let text = props.snapshot.text();
    let mark = use_mark(&props.snapshot);
    html! {
        <footer class="footer">
            <span>{ text.local_only() }</span>
            { part!(AuditButton { name: "footer-audit", class: "link", titled: true, snapshot: props.snapshot.clone() }) }
            <span>{ text.version(env!("CARGO_PKG_VERSION")) }</span>
            <span data-fingerprint={(*mark).clone()}>{ text.fingerprint(&*mark) }</span>
            <span class="push">{ text.rounding_note() }</span>
        </footer>
    }
}

/// The fingerprint of what stands: while a lever is in the hand, of what stood before.
#[hook]
fn use_mark(snapshot: &Snapshot) -> Rc<String> {
    let settled = use_mut_ref(|| (snapshot.plan.clone(), snapshot.scenario.clone()));
    if !snapshot.in_hand {
        *settled.borrow_mut() = (snapshot.plan.clone(), snapshot.scenario.clone());
    }
    let settled = settled.borrow().clone();
    use_memo(settled, |(plan, scenario)| fingerprint(plan, scenario))
}
