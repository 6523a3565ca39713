//! Something that opens in place.

use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What it needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DisclosureProps {
    /// A class of its own, such as `lever-group`.
    #[prop_or_default]
    pub class: Classes,
    /// The line that is always in sight.
    pub title: AttrValue,
    /// Words beside it, in small print.
    #[prop_or_default]
    pub note: AttrValue,
    /// Whether it is open. The planner opens and closes it too: keep up through `on_toggle`.
    #[prop_or_default]
    pub open: bool,
    /// It was opened or closed.
    #[prop_or_default]
    pub on_toggle: Callback<bool>,
    /// What it holds.
    pub children: Html,
}

/// A title that opens and closes what stands below it.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    let ontoggle = {
        let on_toggle = props.on_toggle.clone();
        Callback::from(move |event: Event| {
            // Disclosures within this one report here as well; only its own state is its business.
            let open = event
                .target()
                .filter(|target| event.current_target().as_ref() == Some(target))
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .map(|details| details.has_attribute("open"));
            if let Some(open) = open {
                on_toggle.emit(open);
            }
        })
    };
    html! {
        <details class={classes!("disclosure", props.class.clone())} open={props.open} {ontoggle}>
            <summary class="disclosure-title">
                { props.title.clone() }
                <span class="disclosure-note">{ props.note.clone() }</span>
            </summary>
            { props.children.clone() }
        </details>
    }
}
