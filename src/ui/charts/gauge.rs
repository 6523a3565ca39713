//! The water gauge 水尺: a staff with painted teeth, water up to the result, and the tiers' marks.

use super::flags::Flags;
use super::handle::{Handle, at_needle, at_tag};
use super::loupe::{Loupe, magnified};
use super::{AxisText, TierMark, line, rect, words};
use crate::chart::{Detail, Instrument, Linear, Rect, polyline, px, teeth, ticks};
use crate::ui::controls::Gesture;
use crate::ui::part::part;
use std::rc::Rc;
use yew::prelude::*;

/// What the gauge shows.
#[derive(PartialEq, Properties)]
pub struct WaterGaugeProps {
    /// Where its parts stand.
    pub parts: Instrument,
    /// The size of captions, px.
    pub text: f64,
    /// The levels at the foot and the head of the staff.
    pub domain: (f64, f64),
    /// The water level; not a number when there is none, and then the staff is dry.
    pub level: f64,
    /// The water level in words, on the needle's tag.
    pub value_text: AttrValue,
    /// In the order of the plan.
    pub tiers: Rc<[TierMark]>,
    /// A level as the staff shows it.
    pub level_text: AxisText,
    /// What to call the loupe, given how many times it magnifies.
    #[prop_or_default]
    pub loupe_text: Option<AxisText>,
    /// The water level before the change, while the ghost is shown.
    #[prop_or_default]
    pub before: Option<f64>,
    /// Hears the level that a hand on the needle asks for; without it the needle cannot be grabbed.
    #[prop_or_default]
    pub on_grab: Option<Callback<Gesture>>,
    /// What grabbing does, in words.
    #[prop_or_default]
    pub grab_text: AttrValue,
}

/// Staff, needle, loupe and flags.
#[component]
pub fn WaterGauge(props: &WaterGaugeProps) -> Html {
    let WaterGaugeProps { parts, text, domain, level, .. } = props;
    let staff = parts.staff;
    let scale = Linear::new(*domain, (staff.bottom(), staff.y));
    let wet = level.is_finite();
    let numbered = parts.detail != Detail::Brief;
    html! {
        <g class="water-gauge">
            { part!(Staff { staff, text: *text, domain: *domain, numbered }) }
            if wet {
                { water(staff, scale.held(*level), text * 0.75, painted(staff, *text, numbered)) }
            }
            { for props.tiers.iter().enumerate().filter_map(|(index, tier)| {
                let value = tier.value.filter(|value| scale.covers(*value))?;
                Some(super::tier::level_line(index, staff.x, staff.right(), scale.at(value)))
            }) }
            if numbered {
                { part!(StaffNumbers { staff, text: *text, domain: *domain,
                    level_text: props.level_text.clone() }) }
            }
            { part!(Flags { parts: *parts, text: *text, scale, level: *level, tiers: props.tiers.clone() }) }
            if wet {
                { part!(Loupe { parts: *parts, text: *text, scale, level: *level,
                    value_text: &props.value_text, tiers: props.tiers.clone(),
                    level_text: props.level_text.clone(), loupe_text: props.loupe_text.clone(),
                    before: props.before }) }
                { for props.before.filter(|before| scale.covers(*before)).map(|before| html! {
                    <path class="needle-before" d={pointer(staff, scale.at(before), *text)} />
                }) }
                { needle(staff, scale, *level, *text) }
                { for props.on_grab.iter().map(|on_grab| handles(props, scale, on_grab)) }
                if props.on_grab.is_some() && parts.detail == Detail::Full {
                    { words("axis-text grab-text", staff.x + text * 2.4, staff.bottom() + text * 1.2, &props.grab_text) }
                }
            }
        </g>
    }
}

#[derive(PartialEq, Properties)]
struct StaffProps {
    staff: Rect,
    text: f64,
    domain: (f64, f64),
    numbered: bool,
}

/// The dry staff: it stands still while levers move.
#[component]
fn Staff(props: &StaffProps) -> Html {
    let StaffProps { staff, text, domain, numbered } = props;
    let scale = Linear::new(*domain, (staff.bottom(), staff.y));
    let painted = painted(*staff, *text, *numbered);
    html! {
        <g class="staff">
            { rect("staff-face", *staff) }
            <path class="teeth" d={teeth(scale, staff.x, staff.x + painted, text * 0.2)} />
        </g>
    }
}

/// The width of the painted part, left of the numbers.
fn painted(staff: Rect, text: f64, numbered: bool) -> f64 {
    if numbered { text * 1.5 } else { staff.width - text * 0.55 }
}

#[derive(PartialEq, Properties)]
struct StaffNumbersProps {
    staff: Rect,
    text: f64,
    domain: (f64, f64),
    level_text: AxisText,
}

/// The numbers of the staff. They come after the tier lines, so that no line strikes one through.
#[component]
fn StaffNumbers(props: &StaffNumbersProps) -> Html {
    let StaffNumbersProps { staff, text, domain, level_text } = props;
    let scale = Linear::new(*domain, (staff.bottom(), staff.y));
    let x = staff.x + painted(*staff, *text, true) + text * 0.45;
    let inside = |y: f64| staff.y + text * 0.6 < y && y < staff.bottom() - text * 0.6;
    let numbers =
        ticks(domain.0, domain.1, super::axes::MOST_RULES).values.into_iter().filter_map(|value| {
            let y = scale.at(value);
            inside(y).then(|| words("axis-text staff-text", x, y, &level_text.emit(value)))
        });
    html! { <g class="staff-numbers">{ for numbers }</g> }
}

/// The column of water at the right edge of a staff, and the wet part of its face: `wet` px wide.
pub(super) fn water(staff: Rect, surface: f64, width: f64, wet: f64) -> Html {
    let height = (staff.bottom() - surface).max(0.0);
    let column = Rect { x: staff.right() - width, y: surface, width, height };
    html! {
        <>
            { rect("water-wash", Rect { y: surface, height, width: wet, ..staff }) }
            { rect("water", column) }
        </>
    }
}

/// The pointer at the staff's left edge; at the end of the scale it points beyond.
fn needle(staff: Rect, scale: Linear, level: f64, text: f64) -> Html {
    let y = scale.held(level);
    let d = if scale.covers(level) {
        pointer(staff, y, text)
    } else {
        beyond(staff, scale, level, text)
    };
    html! {
        <>
            { line("water-surface", (staff.x, y), (staff.right(), y)) }
            <path class="needle" {d} />
        </>
    }
}

/// Two places to grab the level: far movement on the staff, fine movement in the loupe.
fn handles(props: &WaterGaugeProps, scale: Linear, on_grab: &Callback<Gesture>) -> Html {
    let WaterGaugeProps { parts, text, level, grab_text, .. } = props;
    let inner = magnified(parts, scale, *level, &props.tiers);
    let places = [
        (at_needle(parts, scale.held(*level), *text), scale),
        (at_tag(parts, inner.held(*level), *text), inner),
    ];
    let handles = places.into_iter().map(|(area, scale)| {
        part!(Handle { area, level: *level, scale, on_grab: on_grab.clone(), hint: grab_text })
    });
    html! { <g class="handles">{ for handles }</g> }
}

/// A triangle that touches the staff at `y`.
fn pointer(staff: Rect, y: f64, text: f64) -> String {
    let (back, half) = (staff.x - text * 0.85, text * 0.5);
    polyline([(back, y - half), (staff.x + text * 0.1, y), (back, y + half)]) + "Z"
}

/// A triangle at the end of the scale that points further up or down.
fn beyond(staff: Rect, scale: Linear, level: f64, text: f64) -> String {
    let y = scale.held(level);
    let (back, reach) = (staff.x - text * 0.85, text * 0.8);
    let tip = if scale.at(level) < y { y - reach } else { y + reach };
    polyline([(back, y), ((back + staff.x) / 2.0, tip), (staff.x, y)]) + "Z"
}

/// Used by the loupe too: a mark's radius.
pub(super) fn mark_radius(text: f64) -> f64 {
    (text * 0.42 * 2.0).round() / 2.0
}

/// The outline of a tag that points to the right at `(tip, y)`.
pub(super) fn tag(tip: f64, y: f64, width: f64, text: f64) -> String {
    let (half, nose) = (text * 0.82, text * 0.5);
    let left = tip - width;
    format!(
        "M{} {}H{}L{} {}L{} {}H{}Z",
        px(left),
        px(y - half),
        px(tip - nose),
        px(tip),
        px(y),
        px(tip - nose),
        px(y + half),
        px(left)
    )
}
