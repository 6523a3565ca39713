//! The flags that name the tiers, kept apart, each tied to its mark by a thin line.

use super::gauge::mark_radius;
use super::loupe::magnified;
use super::tier::OddsMark;
use super::{TierMark, rect, words};
use crate::chart::{Detail, Instrument, Linear, Rect, Wish, place, polyline, wrap};
use crate::order::sort;
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
    let lines: Vec<Vec<&str>> = tiers.iter().map(|tier| lines(parts, tier, *text)).collect();
    let rows =
        |(tier, lines): (&TierMark, &Vec<&str>)| lines.len() + usize::from(tier.odds.is_some());
    let heights: Vec<f64> =
        tiers.iter().zip(&lines).map(|pair| height(rows(pair), *text)).collect();

    let name = text * 0.8;
    let centres = centres(parts, &anchors, &heights, *text);

    let flags = tiers.iter().zip(lines).enumerate().map(|(index, (tier, lines))| {
        let y = centres[index] - heights[index] / 2.0 + name;
        let anchor = &anchors[index];
        html! {
            <g class={classes!("flag", TierMark::class(index))}>
                <path class="leader" d={leader(parts, anchor, y, *text)} />
                if anchor.around {
                    { tier.mark(index, anchor.x, anchor.y, mark_radius(*text)) }
                }
                { flag(parts, index, tier, &lines, y, *text) }
            </g>
        }
    });
    html! { <g class="flags">{ for flags }</g> }
}

/// The middles of the flags. The name's line is level with the mark, the other lines hang below it.
fn centres(parts: &Instrument, anchors: &[Anchor], heights: &[f64], text: f64) -> Vec<f64> {
    // Equal wishes keep the order they come in, so the marks' order from top to bottom is kept too.
    let mut order: Vec<usize> = (0..anchors.len()).collect();
    sort(&mut order, |&a, &b| anchors[a].y.total_cmp(&anchors[b].y));
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

/// What stands below the name, broken to the width of the column.
fn lines<'a>(parts: &Instrument, tier: &'a TierMark, text: f64) -> Vec<&'a str> {
    if parts.detail != Detail::Full {
        return wrap(&tier.brief, parts.flags.width / text);
    }
    let width = parts.flags.width / text - INDENT;
    tier.lines.iter().flat_map(|line| wrap(line, width)).collect()
}

/// Lines below a name begin under the name, not under its mark. In multiples of the text size.
const INDENT: f64 = 1.28;

fn height(lines: usize, text: f64) -> f64 {
    text * (1.6 + 1.32 * lines as f64 + 0.7)
}

fn flag(
    parts: &Instrument,
    index: usize,
    tier: &TierMark,
    lines: &[&str],
    y: f64,
    text: f64,
) -> Html {
    let left = parts.flags.x;
    let indent = if parts.detail == Detail::Full { INDENT * text } else { 0.0 };
    let below = lines.iter().enumerate().map(|(row, line)| {
        let y = y + text * (1.5 + 1.32 * row as f64);
        words("flag-text", left + indent, y, &AttrValue::from((*line).to_owned()))
    });
    let odds = tier.odds.iter().map(|odds| {
        let y = y + text * (1.5 + 1.32 * lines.len() as f64);
        meter(odds, left + indent, y, text, parts.detail == Detail::Brief)
    });
    let class = classes!(
        "flag-name",
        tier.reached.then_some("flag-reached"),
        (parts.detail == Detail::Brief).then_some("flag-name-brief")
    );
    html! {
        <>
            { tier.mark(index, left + text * 0.45, y, mark_radius(text) * 1.15) }
            { words(class, left + text * 1.3, y, &tier.name) }
            { for below }
            { for odds }
        </>
    }
}

/// A bar filled as often as the tier is reached, and the words; the words alone where room is short.
fn meter(odds: &OddsMark, left: f64, y: f64, text: f64, brief: bool) -> Html {
    let width = if brief { 0.0 } else { METER * text };
    let bar = Rect { x: left, y: y - text * 0.16, width, height: text * 0.32 };
    let filled = Rect { width: width * odds.share.clamp(0.0, 1.0), ..bar };
    let beside = if brief { left } else { left + width + text * 0.5 };
    html! {
        <g class={classes!("odds", odds.stale.then_some("stale"))}>
            if !brief {
                { rect("odds-room", bar) }
                { rect("odds-share", filled) }
            }
            { words("flag-text odds-text", beside, y, if brief { &odds.brief } else { &odds.words }) }
        </g>
    }
}

/// The length of the odds' bar in multiples of the text size.
const METER: f64 = 4.5;
