//! The line at the bottom: privacy, what the consistency check found, version.

use super::audit::AuditButton;
use crate::ui::part::part;
use crate::ui::snapshot::RegionProps;
use yew::prelude::*;

/// The line at the bottom.
#[component]
pub(crate) fn Footer(props: &RegionProps) -> Html {
    let text = props.snapshot.text();
    html! {
        <footer class="footer">
            <span>{ text.local_only() }</span>
            { part!(AuditButton { name: "footer-audit", class: "link", titled: true, snapshot: props.snapshot.clone() }) }
            <span>{ text.version(env!("CARGO_PKG_VERSION")) }</span>
            <span class="push">{ text.rounding_note() }</span>
        </footer>
    }
}
