//! The line at the bottom: privacy and version.

use super::shell::RegionProps;
use yew::prelude::*;

/// The line at the bottom.
#[component]
pub(crate) fn Footer(props: &RegionProps) -> Html {
    let text = props.snapshot.text();
    html! {
        <footer class="footer">
            <span>{ text.local_only() }</span>
            <span>{ text.version(env!("CARGO_PKG_VERSION")) }</span>
            <span class="push">{ text.rounding_note() }</span>
        </footer>
    }
}
