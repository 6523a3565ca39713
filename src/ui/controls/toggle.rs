//! A switch between a few choices, all of them in sight.

use yew::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What the caller knows it by.
    pub value: AttrValue,
    /// What it reads.
    pub text: AttrValue,
}

/// What a switch needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleProps {
    /// What the choices share in the page, so that choosing one leaves the others; unique to it.
    pub name: AttrValue,
    /// What is being chosen, for those who hear it.
    pub label: AttrValue,
    /// The choices from left to right.
    pub choices: Vec<Choice>,
    /// The value of the one in force.
    pub chosen: AttrValue,
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Another one was chosen.
    pub on_choose: Callback<AttrValue>,
}

/// Radios side by side: on or off, or on, off and cancelled. Arrow keys move between them.
#[component]
pub fn Toggle(props: &ToggleProps) -> Html {
    let choices = props.choices.iter().map(|choice| {
        let chosen = choice.value == props.chosen;
        let onchange = {
            let value = choice.value.clone();
            props.on_choose.reform(move |_: Event| value.clone())
        };
        html! {
            <label key={choice.value.to_string()} class={classes!("toggle-choice", chosen.then_some("chosen"))}>
                <input type="radio" name={props.name.clone()} value={choice.value.clone()} checked={chosen} {onchange} />
                { choice.text.clone() }
            </label>
        }
    });
    html! {
        <fieldset class="toggle" disabled={props.disabled}>
            <legend class="unseen">{ props.label.clone() }</legend>
            { for choices }
        </fieldset>
    }
}
