//! The loupe: the stretch of the gauge around the water level, six to seven times as tall.

use super::gauge::{mark_radius, tag, water};
use super::tier::level_line;
use super::{AxisText, TierMark, line, rect, words};
use crate::chart::{
    Detail, Graduation, Instrument, Length, Linear, Rect, extent, graduations, loupe_half,
    loupe_window, polyline, px,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct LoupeProps {
    pub parts: Instrument,
    pub text: f64,
    pub scale: Linear,
    pub level: f64,
    pub value_text: AttrValue,
    pub tiers: Rc<[TierMark]>,
    pub level_text: AxisText,
    pub loupe_text: Option<AxisText>,
    /// The water level before the change.
    pub before: Option<f64>,
}

/// The scale inside the loupe.
pub(super) fn magnified(
    parts: &Instrument,
    staff: Linear,
    level: f64,
    tiers: &[TierMark],
) -> Linear {
    let levels: Vec<f64> = tiers.iter().filter_map(|tier| tier.value).collect();
    let (low, high) = staff.domain();
    let window = loupe_window(level, &levels, loupe_half(low, high));
    Linear::new(window, (parts.loupe.bottom(), parts.loupe.y))
}

/// The beam from the staff, the magnified staff with its water and marks, and the tag of the level.
#[component]
pub(super) fn Loupe(props: &LoupeProps) -> Html {
    let LoupeProps { parts, text, scale, level, .. } = props;
    let inner = magnified(parts, *scale, *level, &props.tiers);
    let frame = parts.loupe;
    let surface = inner.held(*level);
    html! {
        <g class="loupe">
            { beam(parts, *scale, inner) }
            { rect("loupe-face", frame) }
            { water(frame, surface, text * 1.1, frame.width) }
            { missing(frame, inner, surface, &props.tiers, text * 1.1) }
            { cuts(frame, inner, *text, props) }
            { for props.before.filter(|before| inner.covers(*before)).map(|before| {
                let y = inner.at(before);
                line("ghost-line", (frame.x, y), (frame.right(), y))
            }) }
            { tiers(parts, *scale, inner, &props.tiers, *text) }
            { line("water-surface", (frame.x, surface), (frame.right(), surface)) }
            { rect("loupe-frame", frame) }
            { magnification(props, inner) }
            if parts.detail == Detail::Brief {
                { words("axis-text foot-text level-foot", frame.x + frame.width / 2.0,
                    frame.bottom() + text * 0.9, &props.value_text) }
            } else {
                { level_tag(parts, scale.held(*level), surface, *text, &props.value_text) }
            }
        </g>
    }
}

/// The two edges of light between the window on the staff and the loupe.
fn beam(parts: &Instrument, staff: Linear, inner: Linear) -> Html {
    let (low, high) = inner.domain();
    let (foot, head) = (staff.held(low), staff.held(high));
    let (left, right) = (parts.staff.right(), parts.loupe.x);
    let light = [(left, head), (right, parts.loupe.y), (right, parts.loupe.bottom()), (left, foot)];
    let window = Rect { y: head, height: foot - head, ..parts.staff };
    html! {
        <>
            <path class="beam" d={polyline(light) + "Z"} />
            { rect("loupe-window", window) }
            { line("beam-edge", light[0], light[1]) }
            { line("beam-edge", light[3], light[2]) }
        </>
    }
}

/// The water still missing to the next tier, as an empty column.
fn missing(frame: Rect, inner: Linear, surface: f64, tiers: &[TierMark], width: f64) -> Html {
    let levels = tiers.iter().filter(|tier| !tier.reached).filter_map(|tier| tier.value);
    let next = levels.map(|level| inner.held(level)).filter(|y| *y < surface).reduce(f64::max);
    next.map_or_else(Html::default, |y| {
        rect("water-missing", Rect { x: frame.right() - width, y, width, height: surface - y })
    })
}

/// How many times the loupe magnifies, under its foot.
fn magnification(props: &LoupeProps, inner: Linear) -> Html {
    let LoupeProps { parts, text, scale, loupe_text, .. } = props;
    let Some(loupe_text) = loupe_text.as_ref().filter(|_| parts.detail != Detail::Brief) else {
        return Html::default();
    };
    let times = inner.pixels_per_unit() / scale.pixels_per_unit();
    let middle = parts.loupe.x + parts.loupe.width / 2.0;
    words("axis-text foot-text", middle, parts.loupe.bottom() + text, &loupe_text.emit(times))
}

fn cuts(frame: Rect, inner: Linear, text: f64, props: &LoupeProps) -> Html {
    let LoupeProps { tiers, level_text, .. } = props;
    let ys: Vec<f64> = tiers.iter().filter_map(|tier| Some(inner.at(tier.value?))).collect();
    let surface = inner.at(props.level);
    let graduations = graduations(inner, text * 0.42);
    let smallest = numbered(&graduations, inner, text);
    let has_room = |graduation: &&Graduation| {
        let y = inner.at(graduation.value);
        graduation.length >= smallest
            && frame.y + text * 0.6 < y
            && y < frame.bottom() - text * 0.6
            && ys.iter().chain([&surface]).all(|mark| (mark - y).abs() > text * 0.5)
    };
    let numbers = graduations.iter().filter(has_room).map(|graduation| {
        let (x, y) = (frame.x + text * 1.05, inner.at(graduation.value));
        words("axis-text loupe-text", x, y, &level_text.emit(graduation.value))
    });
    html! {
        <g class="cuts">
            <path class="cut" d={carved(frame, inner, text, &graduations)} />
            { for numbers }
        </g>
    }
}

/// All cuts as one path: they move with every frame, and one attribute is soon written.
fn carved(frame: Rect, inner: Linear, text: f64, graduations: &[Graduation]) -> String {
    let cut = |graduation: &Graduation| {
        let y = inner.at(graduation.value);
        let length = match graduation.length {
            Length::Short => 0.35,
            Length::Medium => 0.6,
            Length::Long => 0.9,
        };
        polyline([(frame.x, y), (frame.x + text * length, y)])
    };
    graduations.iter().map(cut).collect()
}

/// The shortest cuts that have room for a number.
fn numbered(graduations: &[Graduation], inner: Linear, text: f64) -> Length {
    let mut medium = graduations.iter().filter(|graduation| graduation.length != Length::Short);
    let distance = match (medium.next(), medium.next()) {
        (Some(first), Some(second)) => inner.at(first.value) - inner.at(second.value),
        _ => f64::INFINITY,
    };
    if distance > text * 2.2 { Length::Medium } else { Length::Long }
}

/// Tier lines spread out by the beam, each with its mark at the loupe's right edge.
fn tiers(parts: &Instrument, staff: Linear, inner: Linear, tiers: &[TierMark], text: f64) -> Html {
    let frame = parts.loupe;
    let shown = tiers.iter().enumerate().filter_map(|(index, tier)| {
        let value = tier.value.filter(|value| inner.covers(*value))?;
        let y = inner.at(value);
        let ray = line(
            classes!("tier-ray", TierMark::class(index)),
            (parts.staff.right(), staff.held(value)),
            (frame.x, y),
        );
        Some(html! {
            <>
                { ray }
                { level_line(index, frame.x, frame.right(), y) }
                { tier.mark(index, frame.right(), y, mark_radius(text)) }
            </>
        })
    });
    html! { <g class="loupe-tiers">{ for shown }</g> }
}

fn level_tag(
    parts: &Instrument,
    on_staff: f64,
    surface: f64,
    text: f64,
    words: &AttrValue,
) -> Html {
    let tip = parts.loupe.x;
    let width = (extent(words) * 1.1 + 1.6) * text;
    html! {
        <g class="level-tag">
            { line("needle-line", (parts.staff.right(), on_staff), (tip - width, surface)) }
            <path class="tag" d={tag(tip, surface, width, text)} />
            <text class="tag-text" x={px(tip - (width + text * 0.4) / 2.0)} y={px(surface)} dy="0.36em">{ words }</text>
        </g>
    }
}
