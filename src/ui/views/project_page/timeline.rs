//! A project's bar along the quarters, which a hand can take and move.

use crate::chart::{Linear, px};
use crate::ui::charts::ProjectBar;
use crate::ui::controls::{Extent, Hand};
use crate::ui::part::part;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// The narrowest thing a finger can take hold of, px.
const NARROWEST: f64 = 24.0;

/// What a bar needs.
#[derive(PartialEq, Properties)]
pub(super) struct TimelineProps {
    /// The cell, px.
    pub width: f64,
    /// The cell, px.
    pub height: f64,
    /// The size of captions, px.
    pub letter: f64,
    /// The first and last moment drawn, quarters.
    pub domain: (f64, f64),
    /// From first to last spending, quarters.
    pub construction: (f64, f64),
    /// The same as planned, when it has been moved.
    pub planned: Option<(f64, f64)>,
    /// In service from, quarters.
    pub service: Option<f64>,
    /// Whether the project counts.
    pub included: bool,
    /// Its kind, which gives the colour.
    pub kind: u8,
    /// Its name.
    pub name: AttrValue,
    /// Where it stands, in words.
    pub spoken: AttrValue,
    /// Quarters later than planned.
    pub delay: f64,
    /// How far it can be moved by hand.
    pub range: Extent,
    /// What a hand moves it by.
    pub step: f64,
    /// The hand that moves it.
    pub hand: Hand,
    /// Back to the plan: a double click or the Delete key.
    pub on_reset: Callback<()>,
}

/// The bar under a grip: dragged it lands on whole steps, arrow keys move it by a quarter.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let scale = Linear::new(props.domain, (0.0, props.width));
    let grabbed = use_mut_ref(|| None::<(f64, f64)>);
    let (left, wide) = grip(scale, props.construction);
    let onpointerdown = {
        let (grabbed, hand, delay) = (grabbed.clone(), props.hand.clone(), props.delay);
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                let grip: Element = event.target_unchecked_into();
                // Without it a pointer that leaves the bar would be lost.
                let _ = grip.set_pointer_capture(event.pointer_id());
                *grabbed.borrow_mut() = Some((f64::from(event.client_x()), delay));
                hand.grab();
            }
        })
    };
    let onpointermove = {
        let (grabbed, hand) = (grabbed, props.hand.clone());
        let (range, step) = (props.range, props.step);
        Callback::from(move |event: PointerEvent| {
            if let (true, Some((x, delay))) = (hand.is_down(), *grabbed.borrow()) {
                let moved = scale.inverse(f64::from(event.client_x())) - scale.inverse(x);
                hand.move_to(reach(range, delay).aim(delay + moved, step, 0.0));
            }
        })
    };
    let onkeydown = {
        let (hand, range, step) = (props.hand.clone(), props.range, props.step);
        let on_reset = props.on_reset.clone();
        Callback::from(move |event: KeyboardEvent| {
            let quarters = if event.alt_key() { step } else { 1.0 };
            let by = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => quarters,
                "ArrowLeft" | "ArrowDown" => -quarters,
                "PageUp" => 4.0,
                "PageDown" => -4.0,
                "Delete" | "Backspace" => {
                    hand.release();
                    on_reset.emit(());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            hand.nudge_to(range.stepped(hand.value(), by));
        })
    };
    let range = reach(props.range, props.delay);
    html! {
        <>
            { part!(ProjectBar { width: props.width, height: props.height, text: props.letter, domain: props.domain,
                construction: props.construction, planned: props.planned, service: props.service,
                included: props.included, kind: props.kind, name: props.name.clone() }) }
            <svg class="grip-place" width={px(props.width)} height={px(props.height)}>
                <rect class="grip" x={px(left)} y="0" width={px(wide)} height={px(props.height)}
                    role="slider" tabindex="0" aria-label={props.name.clone()}
                    aria-valuemin={range.min.to_string()} aria-valuemax={range.max.to_string()}
                    aria-valuenow={props.delay.to_string()} aria-valuetext={props.spoken.clone()}
                    {onpointerdown} {onpointermove} {onkeydown}
                    ondblclick={props.on_reset.reform(|_: MouseEvent| ())} />
            </svg>
        </>
    }
}

/// Where a hand can take hold: the bar, and as much beside it as a finger needs, within the cell.
fn grip(scale: Linear, (from, to): (f64, f64)) -> (f64, f64) {
    let (left, right) = (scale.held(from), scale.held(to));
    let wide = (right - left).max(NARROWEST);
    let last = scale.at(scale.domain().1) - wide;
    ((left.midpoint(right) - wide / 2.0).min(last).max(0.0), wide)
}

/// A start that was typed beyond the hand's reach can be moved from there.
fn reach(range: Extent, delay: f64) -> Extent {
    Extent { min: range.min.min(delay), max: range.max.max(delay) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_bar_can_be_taken_hold_of_even_at_the_edge() {
        let scale = Linear::new((0.0, 24.0), (0.0, 240.0));
        assert_eq!(grip(scale, (4.0, 14.0)), (40.0, 100.0));
        assert_eq!(grip(scale, (10.0, 11.0)), (93.0, 24.0));
        assert_eq!(grip(scale, (23.5, 30.0)), (216.0, 24.0));
        assert_eq!(grip(scale, (-9.0, -2.0)), (0.0, 24.0));
    }

    #[test]
    fn a_start_typed_beyond_the_reach_is_not_pulled_in() {
        let range = Extent { min: -8.0, max: 8.0 };
        assert_eq!(reach(range, 20.0).aim(20.2, 0.5, 0.0), 20.0);
        assert_eq!(reach(range, 0.0), range);
    }
}
