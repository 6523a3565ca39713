//! The flags that name the tiers, kept apart, each tied to its mark by a thin line.

use super::gauge::mark_radius;
use super::loupe::magnified;
use super::{TierMark, words};
use crate::chart::{Detail, Instrument, Linear, Wish, place, polyline};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct FlagsProps {
    pub parts: Instrument,
    pub text: f64,
    pub scale: Linear,
    pub level: f64,
    pub tiers: Rc<[TierMark]>,
}

/// Where a flag's line starts and how it gets past the loupe.
struct Anchor {
    x: f64,
    y: f64,
    /// Outside the loupe's window: the line goes around the loupe.
    around: bool,
}

/// One flag per tier.
#[component]
pub(super) fn Flags(props: &FlagsProps) -> Html {
    let FlagsProps { parts, text, tiers, .. } = props;
    let anchors: Vec<Anchor> = tiers.iter().map(|tier| anchor(props, tier)).collect();
    let heights: Vec<f64> = tiers.iter().map(|tier| height(parts.detail, tier, *text)).collect();

    let name = text * 0.8;
    let centres = centres(parts, &anchors, &heights, *text);

    let flags = tiers.iter().enumerate().map(|(index, tier)| {
        let y = centres[index] - heights[index] / 2.0 + name;
        html! {
            <g class={classes!("flag", TierMark::class(index))}>
                <path class="leader" d={leader(parts, &anchors[index], y, *text)} />
                { flag(parts, index, tier, y, *text, anchors[index].around.then_some((anchors[index].x, anchors[index].y))) }
            </g>
        }
    });
    html! { <g class="flags">{ for flags }</g> }
}

/// The middles of the flags. The name's line is level with the mark, the other lines hang below it.
fn centres(parts: &Instrument, anchors: &[Anchor], heights: &[f64], text: f64) -> Vec<f64> {
    // Equal wishes keep the order they come in, so the marks' order from top to bottom is kept too.
    let mut order: Vec<usize> = (0..anchors.len()).collect();
    order.sort_by(|&a, &b| anchors[a].y.total_cmp(&anchors[b].y));
    let wish = |&index: &usize| {
        let top = wished(parts, &anchors[index], text) - text * 0.8;
        Wish { centre: top + heights[index] / 2.0, size: heights[index] }
    };
    let wishes: Vec<Wish> = order.iter().map(wish).collect();
    let placed = place(&wishes, parts.flags.y, parts.flags.bottom());
    let mut centres = vec![0.0; anchors.len()];
    for (index, centre) in order.into_iter().zip(placed) {
        centres[index] = centre;
    }
    centres
}

fn anchor(props: &FlagsProps, tier: &TierMark) -> Anchor {
    let parts = &props.parts;
    let Some(value) = tier.value else {
        return Anchor { x: parts.flags.x, y: parts.flags.y, around: false };
    };
    let inner = magnified(parts, props.scale, props.level, &props.tiers);
    if props.level.is_finite() && inner.covers(value) {
        Anchor {
            x: parts.loupe.right() + mark_radius(props.text) * 1.3,
            y: inner.at(value),
            around: false,
        }
    } else {
        Anchor { x: parts.staff.right(), y: props.scale.held(value), around: true }
    }
}

/// A line around the loupe passes above its head or below its foot.
fn wished(parts: &Instrument, anchor: &Anchor, text: f64) -> f64 {
    let (head, foot) = (parts.loupe.y - text * 0.8, parts.loupe.bottom() + text * 0.8);
    match anchor {
        Anchor { around: false, y, .. } => *y,
        Anchor { y, .. } if *y < parts.loupe.middle() => y.min(head),
        Anchor { y, .. } => y.max(foot),
    }
}

fn leader(parts: &Instrument, anchor: &Anchor, y: f64, text: f64) -> String {
    let end = parts.flags.x - text * 0.2;
    let mut points = vec![(anchor.x, anchor.y)];
    if anchor.around {
        points.push((parts.loupe.x - text * 0.5, y));
    }
    points.push((end - text * 0.2, y));
    points.push((end, y));
    polyline(points)
}

fn height(detail: Detail, tier: &TierMark, text: f64) -> f64 {
    let lines = if detail == Detail::Full { tier.lines.len() } else { 1 };
    text * (1.6 + 1.32 * lines as f64 + 0.7)
}

fn flag(
    parts: &Instrument,
    index: usize,
    tier: &TierMark,
    y: f64,
    text: f64,
    on_staff: Option<(f64, f64)>,
) -> Html {
    let x = parts.flags.x + text * 0.45;
    let brief = parts.detail != Detail::Full;
    let reached = tier.reached.then_some("flag-reached");
    let lines: &[AttrValue] = if brief { std::slice::from_ref(&tier.brief) } else { &tier.lines };
    let below = lines.iter().enumerate().map(|(row, words_)| {
        let indent = if brief { 0.0 } else { 1.28 };
        words("flag-text", x + text * (indent - 0.45), y + text * (1.5 + 1.32 * row as f64), words_)
    });
    html! {
        <>
            { tier.mark(index, x, y, mark_radius(text) * 1.15) }
            if let Some((edge, value)) = on_staff {
                { tier.mark(index, edge, value, mark_radius(text)) }
            }
            { words(classes!("flag-name", reached, (parts.detail == Detail::Brief).then_some("flag-name-brief")), x + text * 0.85, y, &tier.name) }
            { for below }
        </>
    }
}
