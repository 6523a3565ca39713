//! Taking the water level in the hand: an unseen place to grab over the needle and over its tag.

use crate::chart::{Instrument, Linear, Rect, px};
use crate::ui::controls::{Gesture, use_hand};
use web_sys::Element;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct HandleProps {
    /// Where it can be grabbed.
    pub area: Rect,
    /// The water level now.
    pub level: f64,
    /// Up and down on this scale: the loupe's moves finely, the staff's far.
    pub scale: Linear,
    /// Hears the level that is asked for.
    pub on_grab: Callback<Gesture>,
    /// Said when the pointer rests on it.
    pub hint: AttrValue,
}

/// A rectangle that turns a vertical movement into levels.
#[component]
pub(super) fn Handle(props: &HandleProps) -> Html {
    let (hand, held) = use_hand(props.level, &props.on_grab);
    // Pointer height and water level at the grab.
    let start = use_mut_ref(|| (0.0, 0.0));
    let onpointerdown = {
        let (hand, start, level) = (hand.clone(), start.clone(), props.level);
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            event.prevent_default();
            // Without capture the drag still works, only not beyond the handle.
            if let Some(handle) = event.target_dyn_into::<Element>() {
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
            start.replace((f64::from(event.client_y()), level));
            hand.grab();
        })
    };
    let onpointermove = {
        let slope = props.scale.pixels_per_unit();
        Callback::from(move |event: PointerEvent| {
            let (from, level) = *start.borrow();
            if hand.is_down() && slope != 0.0 {
                hand.move_to(level + (f64::from(event.client_y()) - from) / slope);
            }
        })
    };
    let Rect { x, y, width, height } = props.area;
    html! {
        <rect class={classes!("handle", held.then_some("handle-held"))}
            x={px(x)} y={px(y)} width={px(width)} height={px(height)}
            {onpointerdown} {onpointermove}>
            <title>{ &props.hint }</title>
        </rect>
    }
}

/// Over the needle and the staff beside it.
pub(super) fn at_needle(parts: &Instrument, y: f64, text: f64) -> Rect {
    let left = parts.staff.x - text * 1.6;
    band(left, parts.staff.right() - left, y, text)
}

/// Over the tag and the water in the loupe.
pub(super) fn at_tag(parts: &Instrument, y: f64, text: f64) -> Rect {
    let left = parts.staff.right() + text * 0.4;
    band(left, parts.loupe.right() - left, y, text)
}

/// High enough for a finger.
fn band(x: f64, width: f64, y: f64, text: f64) -> Rect {
    let height = (text * 2.4).max(40.0);
    Rect { x, y: y - height / 2.0, width, height }
}
