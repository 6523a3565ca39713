//! Regions that show in turn where there is no room for all of them.

use yew::prelude::*;

/// Buttons of which one is chosen.
pub(super) fn in_turn(
    place: &'static str,
    turns: &[(&'static str, &'static str)],
    chosen: &UseStateHandle<AttrValue>,
) -> Html {
    let button = |&(value, words): &(&'static str, &'static str)| {
        let onclick = {
            let chosen = chosen.clone();
            Callback::from(move |_: MouseEvent| chosen.set(value.into()))
        };
        let current = (**chosen == *value).then_some("true");
        html! {
            <button type="button" class="tab" key={value} id={format!("{place}-tab-{value}")} aria-current={current} {onclick}>
                { words }
            </button>
        }
    };
    html! { <div class="tabs">{ for turns.iter().map(button) }</div> }
}
