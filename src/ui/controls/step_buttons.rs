//! The buttons − and +: one step a press, more while held.

use crate::ui::part::part;
use gloo::timers::callback::{Interval, Timeout};
use yew::prelude::*;

use super::extent::Extent;
use super::hand::Hand;

/// A press turns into holding after this time.
const HOLD_MS: u32 = 400;
/// One step this often while held.
const REPEAT_MS: u32 = 75;

/// What the buttons need.
#[derive(Clone, PartialEq, Properties)]
pub struct StepButtonsProps {
    /// The name of −, for those who hear it.
    pub less: AttrValue,
    /// The name of +.
    pub more: AttrValue,
    /// The value now.
    pub value: f64,
    /// How far they go.
    pub range: Extent,
    /// One step.
    pub step: f64,
    /// Cannot be pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// The hand that moves the value.
    pub hand: Hand,
}

/// A way to move a value without dragging: the single-pointer alternative to a slider.
///
/// They are no stops of the Tab key, because the slider beside them does the same by arrow keys.
#[component]
pub fn StepButtons(props: &StepButtonsProps) -> Html {
    let at_end = |by: f64| props.range.stepped(props.value, by) == props.value;
    html! {
        <span class="lever-steps">
            { part!(StepButton { sign: "−", label: props.less.clone(), by: -props.step, range: props.range,
                disabled: props.disabled || at_end(-props.step), hand: props.hand.clone() }) }
            { part!(StepButton { sign: "+", label: props.more.clone(), by: props.step, range: props.range,
                disabled: props.disabled || at_end(props.step), hand: props.hand.clone() }) }
        </span>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StepButtonProps {
    sign: AttrValue,
    label: AttrValue,
    by: f64,
    range: Extent,
    disabled: bool,
    hand: Hand,
}

impl StepButtonProps {
    fn step(&self) {
        self.hand.move_to(self.range.stepped(self.hand.value(), self.by));
    }
}

#[component]
fn StepButton(props: &StepButtonProps) -> Html {
    let pressed = use_state_eq(|| false);
    use_repeat(*pressed, props);

    let press = {
        let (props, pressed) = (props.clone(), pressed.clone());
        Callback::from(move |()| {
            props.hand.grab();
            props.step();
            pressed.set(true);
        })
    };
    let lift = {
        let (hand, pressed) = (props.hand.clone(), pressed.clone());
        Callback::from(move |()| {
            if *pressed {
                hand.release();
                pressed.set(false);
            }
        })
    };

    let onpointerdown = {
        let press = press.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                let button: web_sys::Element = event.target_unchecked_into();
                // Without it a finger that slides off the button would never be seen to lift.
                let _ = button.set_pointer_capture(event.pointer_id());
                press.emit(());
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            if !event.repeat() {
                press.emit(());
            }
        }
    });
    let onclick = {
        let props = props.clone();
        // A click that no finger and no key made: a screen reader's.
        Callback::from(move |event: MouseEvent| {
            if event.detail() == 0 {
                props.hand.nudge_to(props.range.stepped(props.hand.value(), props.by));
            }
        })
    };
    html! {
        <button
            type="button"
            class="button square"
            tabindex="-1"
            aria-label={props.label.clone()}
            disabled={props.disabled && !*pressed}
            {onpointerdown}
            onpointerup={lift.reform(|_: PointerEvent| ())}
            onpointercancel={lift.reform(|_: PointerEvent| ())}
            onlostpointercapture={lift.reform(|_: PointerEvent| ())}
            {onkeydown}
            onkeyup={lift.reform(|_: KeyboardEvent| ())}
            onblur={lift.reform(|_: FocusEvent| ())}
            oncontextmenu={Callback::from(|event: MouseEvent| event.prevent_default())}
            {onclick}
        >
            { props.sign.clone() }
        </button>
    }
}

/// Steps again and again while the button is pressed.
#[hook]
fn use_repeat(pressed: bool, props: &StepButtonProps) {
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    let clock = use_mut_ref(|| None::<Interval>);
    use_effect_with(pressed, move |&pressed| {
        let waiting = pressed.then(|| {
            let clock = clock.clone();
            Timeout::new(HOLD_MS, move || {
                let repeat = Interval::new(REPEAT_MS, move || {
                    let props = latest.borrow().clone();
                    props.step();
                });
                clock.borrow_mut().replace(repeat);
            })
        });
        move || {
            drop(waiting);
            clock.borrow_mut().take();
        }
    });
}
