//! One of several, from a list that opens.

use wasm_bindgen::JsValue;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// What is being chosen, for those who hear it.
    pub label: AttrValue,
    /// What the choices read, from top to bottom.
    pub choices: Vec<AttrValue>,
    /// The position of the one in force.
    pub chosen: usize,
    /// Another one was chosen, by its position.
    pub on_choose: Callback<usize>,
}

/// The browser's own list, which every hand and every screen reader knows.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let onchange = props.on_choose.reform(|event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        usize::try_from(list.selected_index()).unwrap_or(0)
    });
    let choices = props.choices.iter().enumerate().map(|(index, text)| {
        html! { <option key={index} selected={index == props.chosen}>{ text }</option> }
    });
    // The attribute above counts at first; once a hand has chosen, only the property is heeded.
    let chosen = JsValue::from(u32::try_from(props.chosen).unwrap_or(0));
    html! {
        <select class="select" aria-label={props.label.clone()} ~selectedIndex={chosen} {onchange}>
            { for choices }
        </select>
    }
}
