//! One lever as a row: name, field, buttons, slider, and where its number comes from.

use crate::ui::part::part;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::extent::Extent;
use super::hand::{Gesture, use_hand};
use super::number_field::{NumberField, Parsed};
use super::slider::Slider;
use super::step_buttons::StepButtons;

/// What a planner does to a lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LeverAct {
    /// Moves it by hand; one undo step from grab to release.
    Hand(Gesture),
    /// Types a number; an undo step by itself. It may lie outside the slider's range.
    Type(f64),
    /// Goes back to the default.
    Reset,
    /// Keeps it from being moved by anything but the planner's own hand, or no longer.
    Lock(bool),
}

/// Where a number comes from, in short and in full.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Badge {
    /// One word, such as “假设”.
    pub text: AttrValue,
    /// What the word means, for those who point at it or hear it.
    pub title: AttrValue,
    /// The evidence: a sentence or a source.
    pub detail: AttrValue,
}

/// Words that all levers share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverWords {
    /// Name of the − button; the lever's own name follows.
    pub less: AttrValue,
    /// Name of the + button.
    pub more: AttrValue,
    /// What a click on the default does.
    pub reset: AttrValue,
    /// The lock when it is open.
    pub lock: AttrValue,
    /// The lock when it is shut.
    pub locked: AttrValue,
    /// What the lock does.
    pub lock_help: AttrValue,
}

/// What a row needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LeverRowProps {
    /// The lever's own name in links and files, handed back with every act.
    pub id: AttrValue,
    /// Its name on the screen.
    pub label: AttrValue,
    /// What it means; shown with the evidence.
    pub help: AttrValue,
    /// The unit, after the field.
    pub unit: AttrValue,
    /// The value now, in the unit the caller computes with.
    pub value: f64,
    /// Where it stands when nobody has moved it.
    pub default: f64,
    /// Ends of the slider.
    pub range: Extent,
    /// Values that evidence makes plausible.
    pub plausible: Extent,
    /// One step of the arrow keys.
    pub step: f64,
    /// The value as it reads in the field.
    pub text: AttrValue,
    /// The default with its word, such as “默认 6.0”.
    pub default_text: AttrValue,
    /// The difference from the default, such as “+0.5”.
    #[prop_or_default]
    pub change: AttrValue,
    /// Value, default and difference in one phrase, for those who hear it.
    pub spoken: AttrValue,
    /// Where the default comes from.
    pub badge: Badge,
    /// Whether it stands away from its default.
    pub moved: bool,
    /// Why the value is doubtful; absent when it is not.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// Whether it is locked; absent for a lever that has no lock.
    #[prop_or_default]
    pub locked: Option<bool>,
    /// Cannot be moved.
    #[prop_or_default]
    pub disabled: bool,
    /// Words that all levers share.
    pub words: LeverWords,
    /// Reads what is typed into the field.
    pub parse: Callback<String, Parsed>,
    /// What the planner does, with the lever's name: one callback serves every row.
    pub on_act: Callback<(AttrValue, LeverAct)>,
    /// More to say or to set, below the evidence.
    #[prop_or_default]
    pub children: Html,
}

/// A lever. On a phone the same row stands differently: see `styles/levers.css`.
#[component]
pub fn LeverRow(props: &LeverRowProps) -> Html {
    let act =
        use_callback((props.id.clone(), props.on_act.clone()), |act: LeverAct, (id, on_act)| {
            on_act.emit((id.clone(), act));
        });
    let gesture =
        use_callback(act.clone(), |gesture: Gesture, act| act.emit(LeverAct::Hand(gesture)));
    let reset = use_callback(act.clone(), |(): (), act| act.emit(LeverAct::Reset));
    let typed = use_callback(act.clone(), |value: f64, act| act.emit(LeverAct::Type(value)));
    let (hand, held) = use_hand(props.value, &gesture);

    let field = use_node_ref();
    let focus_field = use_callback(field.clone(), |(): (), field| {
        if let Some(input) = field.cast::<HtmlInputElement>() {
            let _ = input.focus();
        }
    });
    let step =
        use_callback((hand.clone(), props.range, props.step), |steps: f64, (hand, range, step)| {
            hand.nudge_to(range.stepped(hand.value(), steps * step));
        });
    let source_open = use_state_eq(|| false);
    let toggle_source = {
        let source_open = source_open.clone();
        Callback::from(move |_: MouseEvent| source_open.set(!*source_open))
    };

    let field_id: AttrValue = format!("{}-field", props.id).into();
    let label_id: AttrValue = format!("{}-label", props.id).into();
    let source_id: AttrValue = format!("{}-source", props.id).into();
    let named = |word: &str| AttrValue::from(format!("{word} {}", props.label));
    html! {
        <div class={classes!(
            "lever",
            props.moved.then_some("moved"),
            held.then_some("held"),
            props.note.is_some().then_some("doubtful"),
        )}>
            <span class="lever-name">
                <label class="lever-label" id={label_id.clone()} for={field_id.clone()}>{ props.label.clone() }</label>
                <button type="button" class="badge" title={props.badge.title.clone()} onclick={toggle_source}
                    aria-expanded={source_open.to_string()} aria-controls={source_id.clone()}>
                    { props.badge.text.clone() }
                </button>
                { for props.locked.map(|locked| lock(props, locked, &act)) }
                if props.moved {
                    <span class="lever-moved">
                    <button type="button" class="lever-reset" title={props.words.reset.clone()} disabled={props.disabled}
                        onclick={reset.reform(|_: MouseEvent| ())}>
                        { props.default_text.clone() }
                    </button>
                    <span class="lever-change">{ props.change.clone() }</span>
                    </span>
                }
            </span>
            { part!(NumberField { id: field_id, text: props.text.clone(), parse: props.parse.clone(), disabled: props.disabled,
                input: field, on_type: typed, on_step: step }) }
            <span class="lever-unit">{ props.unit.clone() }</span>
            { part!(StepButtons { less: named(&props.words.less), more: named(&props.words.more), value: props.value,
                range: props.range, step: props.step, disabled: props.disabled, hand: hand.clone() }) }
            { part!(Slider { id: format!("{}-slider", props.id), labelled_by: label_id, value: props.value, default: props.default, range: props.range,
                plausible: props.plausible, step: props.step, spoken: props.spoken.clone(), disabled: props.disabled,
                hand, on_reset: reset, on_type: focus_field }) }
            if let Some(note) = &props.note {
                <p class="lever-note">{ note.clone() }</p>
            }
            <div class="lever-source" id={source_id} hidden={!*source_open}>
                <p>{ props.badge.detail.clone() }</p>
                <p>{ props.help.clone() }</p>
                { props.children.clone() }
            </div>
        </div>
    }
}

/// The lock: a word that can be pressed.
fn lock(props: &LeverRowProps, locked: bool, act: &Callback<LeverAct>) -> Html {
    let word = if locked { &props.words.locked } else { &props.words.lock };
    html! {
        <button type="button" class="lever-lock" aria-pressed={locked.to_string()}
            title={props.words.lock_help.clone()} aria-label={format!("{} {}", props.words.lock, props.label)}
            onclick={act.reform(move |_: MouseEvent| LeverAct::Lock(!locked))}>
            { word.clone() }
        </button>
    }
}
