//! A field for one number, typed by hand.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What reading a text gives: the number, or why it is none, in the reader's language.
pub type Parsed = Result<f64, AttrValue>;

/// What a number field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProps {
    /// Its id; a label points to it, and the reason beside it is named after it.
    pub id: AttrValue,
    /// Its name where no label points to it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The value as it reads while nobody types.
    pub text: AttrValue,
    /// What stands there in grey while there is no value.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Reads what was typed.
    pub parse: Callback<String, Parsed>,
    /// Cannot be typed into.
    #[prop_or_default]
    pub disabled: bool,
    /// The input element, for whoever moves the focus into it.
    #[prop_or_default]
    pub input: NodeRef,
    /// A number was typed and confirmed.
    pub on_type: Callback<f64>,
    /// An arrow or Page key asks for so many steps.
    #[prop_or_default]
    pub on_step: Callback<f64>,
}

/// What is being typed and not yet taken over.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    problem: Option<AttrValue>,
    /// Whether the planner has tried to confirm it: only then is the problem spoken aloud.
    tried: bool,
}

/// A number as text. Enter or leaving the field takes it over, Esc does not.
///
/// While the text is no number the last good value stays, and the reason stands in a paragraph after
/// the field. What an empty field means is for `parse` to say.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let draft = use_state_eq(|| None::<Draft>);
    use_readiness(&draft, props);

    let oninput = {
        let (draft, parse) = (draft.clone(), props.parse.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let problem = parse.emit(text.clone()).err().filter(|_| !text.trim().is_empty());
            draft.set(Some(Draft { text, problem, tried: false }));
        })
    };
    let confirm = {
        let (draft, props) = (draft.clone(), props.clone());
        move || {
            let Some(typed) = (*draft).clone() else { return };
            if typed.text == *props.text {
                draft.set(None);
                return;
            }
            match props.parse.emit(typed.text.clone()) {
                Ok(value) => {
                    draft.set(None);
                    props.on_type.emit(value);
                }
                Err(problem) => {
                    draft.set(Some(Draft { problem: Some(problem), tried: true, ..typed }))
                }
            }
        }
    };
    let onblur = {
        let confirm = confirm.clone();
        Callback::from(move |_: FocusEvent| confirm())
    };
    let onfocus = Callback::from(|event: FocusEvent| {
        // Typing replaces the number; a digit typed on the slider arrives here the same way.
        event.target_unchecked_into::<HtmlInputElement>().select();
    });
    let onkeydown = {
        let (draft, on_step) = (draft.clone(), props.on_step.clone());
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "Enter" => {
                    confirm();
                    return;
                }
                "Escape" if draft.is_some() => {
                    event.stop_propagation();
                    draft.set(None);
                    return;
                }
                "ArrowUp" => 1.0,
                "ArrowDown" => -1.0,
                "PageUp" => 10.0,
                "PageDown" => -10.0,
                _ => return,
            };
            event.prevent_default();
            let factor = if event.shift_key() { 10.0 } else { 1.0 };
            draft.set(None);
            on_step.emit(step * factor);
        })
    };

    let problem = draft.as_ref().and_then(|typed| typed.problem.clone());
    let tried = draft.as_ref().is_some_and(|typed| typed.tried);
    let problem_id = format!("{}-problem", props.id);
    let text = draft.as_ref().map_or_else(|| props.text.clone(), |typed| typed.text.clone().into());
    html! {
        <>
            <input
                ref={props.input.clone()}
                id={props.id.clone()}
                class="field number"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                value={text}
                placeholder={props.placeholder.clone()}
                aria-label={props.label.clone()}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| problem_id.clone())}
                disabled={props.disabled}
                {oninput}
                {onfocus}
                {onblur}
                {onkeydown}
            />
            if let Some(problem) = problem {
                // A new element when it was tried, because only one that appears as an alert is read out.
                <p key={tried.to_string()} id={problem_id} class="problem" role={tried.then_some("alert")}>{ problem }</p>
            }
        </>
    }
}

/// Keeps the field ready for the next number.
///
/// With the focus, the text stays selected whenever nothing is half typed, so that typing replaces
/// it. Without, what could not be read is dropped once the value has been moved by other means.
#[hook]
fn use_readiness(draft: &UseStateHandle<Option<Draft>>, props: &NumberFieldProps) {
    let (draft, input) = (draft.clone(), props.input.clone());
    use_effect_with((props.text.clone(), draft.is_none()), move |(_, settled)| {
        let Some(input) = input.cast::<HtmlInputElement>() else { return };
        let focused = gloo::utils::document().active_element();
        if focused.as_ref() != Some(input.as_ref()) {
            draft.set(None);
        } else if *settled {
            input.select();
        }
    });
}
