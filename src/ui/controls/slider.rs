//! A slider: the browser's own range input on a track that is drawn beneath it.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::extent::Extent;
use super::hand::Hand;

/// What a slider needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    /// Its id, for whoever moves the focus to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Ids of the elements that name it, or of nothing when `label` does.
    #[prop_or_default]
    pub labelled_by: Option<AttrValue>,
    /// Its name where no other element names it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The value now; the thumb stays at an end when it lies beyond.
    pub value: f64,
    /// Where it stands when nobody has moved it; marked on the track.
    pub default: f64,
    /// Both ends.
    pub range: Extent,
    /// The band that is plausible; shaded.
    pub plausible: Extent,
    /// One step of the arrow keys.
    pub step: f64,
    /// The value in words, for those who hear it.
    pub spoken: AttrValue,
    /// Cannot be moved.
    #[prop_or_default]
    pub disabled: bool,
    /// The hand that moves it.
    pub hand: Hand,
    /// Back to the default: a double click or the Delete key.
    pub on_reset: Callback<()>,
    /// A digit or a sign is about to be typed: move the focus to a field in time to receive it.
    #[prop_or_default]
    pub on_type: Callback<()>,
}

/// A number between two ends, moved by finger, pointer or keys.
///
/// Arrows move one step, with Shift or as Page keys ten, with Alt a tenth; Home and End go to the
/// ends. The wheel moves it only while it has the focus, so that scrolling past changes nothing.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let input = use_node_ref();
    use_wheel(&input, props);

    let onpointerdown = {
        let hand = props.hand.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                hand.grab();
            }
        })
    };
    let oninput = {
        let props = props.clone();
        Callback::from(move |event: InputEvent| {
            let target: HtmlInputElement = event.target_unchecked_into();
            slid(&props, &target);
        })
    };
    let onkeydown = {
        let props = props.clone();
        Callback::from(move |event: KeyboardEvent| pressed(&props, &event))
    };
    let ondblclick = props.on_reset.reform(|_: MouseEvent| ());

    html! {
        <span class="slider">
            { track(props) }
            <input
                ref={input}
                id={props.id.clone()}
                type="range"
                min={props.range.min.to_string()}
                max={props.range.max.to_string()}
                step="any"
                value={props.range.clamp(props.value).to_string()}
                aria-labelledby={props.labelled_by.clone()}
                aria-label={props.label.clone()}
                aria-valuetext={props.spoken.clone()}
                disabled={props.disabled}
                {onpointerdown}
                {oninput}
                {onkeydown}
                {ondblclick}
            />
        </span>
    }
}

/// The browser has moved the thumb: by pointer, or at the request of a screen reader.
fn slid(props: &SliderProps, input: &HtmlInputElement) {
    let hand = &props.hand;
    if hand.is_dead() {
        input.set_value(&props.range.clamp(hand.value()).to_string());
        return;
    }
    let Ok(raw) = input.value().parse::<f64>() else { return };
    let value = props.range.aim(raw, props.step, props.default);
    if hand.is_down() {
        hand.move_to(value);
    } else {
        hand.nudge_to(value);
    }
}

/// Where a key takes the value.
fn target(props: &SliderProps, key: &str, steps: f64) -> Option<f64> {
    let by = match key {
        "ArrowUp" | "ArrowRight" => steps,
        "ArrowDown" | "ArrowLeft" => -steps,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => return Some(props.range.min),
        "End" => return Some(props.range.max),
        _ => return None,
    };
    Some(props.range.stepped(props.hand.value(), by * props.step))
}

fn pressed(props: &SliderProps, event: &KeyboardEvent) {
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    if command || matches!(key.as_str(), "Shift" | "Alt") || props.hand.is_down() {
        return;
    }
    let steps = match (event.shift_key(), event.alt_key()) {
        (true, _) => 10.0,
        (_, true) => 0.1,
        _ => 1.0,
    };
    if let Some(value) = target(props, &key, steps) {
        event.prevent_default();
        props.hand.nudge_to(value);
        return;
    }
    props.hand.release();
    if matches!(key.as_str(), "Delete" | "Backspace") {
        event.prevent_default();
        props.on_reset.emit(());
    } else if starts_a_number(&key) {
        props.on_type.emit(());
    }
}

fn starts_a_number(key: &str) -> bool {
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(first), None) => {
            first.is_ascii_digit() || ('０'..='９').contains(&first) || "-−.+".contains(first)
        }
        _ => false,
    }
}

/// Lets the wheel move the slider while it has the focus.
///
/// The listener stands on the input itself and only then: one for the whole page would make the
/// browser ask before each scrolling.
#[hook]
fn use_wheel(input: &NodeRef, props: &SliderProps) {
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    let input = input.clone();
    use_effect_with((), move |()| {
        let listener = input.cast::<HtmlInputElement>().map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&element.clone(), "wheel", options, move |event| {
                let focused = gloo::utils::document().active_element();
                if focused.as_ref() != Some(element.as_ref()) {
                    return;
                }
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
                event.prevent_default();
                let props = latest.borrow();
                if wheel.delta_y() != 0.0 && !props.disabled {
                    let by = -wheel.delta_y().signum() * props.step;
                    props.hand.nudge_to(props.range.stepped(props.hand.value(), by));
                }
            })
        });
        move || drop(listener)
    });
}

/// The track: plausible band, ends, the way from default to value, default mark.
fn track(props: &SliderProps) -> Html {
    let at = |value: f64| percent(props.range.position(value));
    let (from, to) =
        (props.range.position(props.plausible.min), props.range.position(props.plausible.max));
    let below = props.value < props.range.min;
    html! {
        <svg aria-hidden="true">
            <rect class="track-plausible" x={percent(from)} y="50%" width={percent(to - from)} height="8"
                transform="translate(0 -4)" />
            <line class="track-line" x1="0%" x2="100%" y1="50%" y2="50%" />
            { for ["0%", "100%"].map(|x| html! { <rect class="track-end" {x} y="50%" width="1" height="8" transform="translate(-0.5 -4)" /> }) }
            <line class="track-moved" x1={at(props.default)} x2={at(props.value)} y1="50%" y2="50%" />
            <rect class="track-default" x={at(props.default)} y="50%" width="2" height="14" transform="translate(-1 -7)" />
            if !props.range.contains(props.value) {
                <svg x={at(props.value)} y="50%" overflow="visible">
                    <path class={classes!("track-beyond", below.then_some("below"))} d="M0 -5 5 0 0 5Z" />
                </svg>
            }
        </svg>
    }
}

/// A part of the track as SVG writes it.
fn percent(part: f64) -> String {
    format!("{:.3}%", part * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_signs_and_full_width_digits_start_a_number_and_letters_do_not() {
        for key in ["0", "7", "-", "−", ".", "３"] {
            assert!(starts_a_number(key), "{key}");
        }
        for key in ["a", "F5", "Tab", " ", "", "12"] {
            assert!(!starts_a_number(key), "{key}");
        }
    }
}
