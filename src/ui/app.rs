//! The root component.

use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    html! { <main>{ "摸高" }</main> }
}
