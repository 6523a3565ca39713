//! How far scenarios are from each goal: one row for each goal, a dot for each scenario.

use super::{AxisText, TierMark, line, words};
use crate::chart::{Dot, Rect, Shape, dumbbell, extent, px, shared_scale, ticks};
use std::rc::Rc;
use yew::prelude::*;

/// Height of a row in captions: its name, its labels, its dots.
const ROW: f64 = 4.6;
/// Lines below the rows: the scale.
const BELOW: f64 = 2.0;

/// One goal and the scenarios' distances from it.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// The goal's name.
    pub name: AttrValue,
    /// Its shape.
    pub shape: Shape,
    /// Short of it (negative) or beyond it, one for each scenario; not a number where it cannot be told.
    pub values: Vec<f64>,
    /// The same in words.
    pub figures: Vec<AttrValue>,
    /// Whether each scenario reaches it.
    pub reached: Vec<bool>,
}

/// What the picture shows.
#[derive(PartialEq, Properties)]
pub struct DumbbellChartProps {
    /// The picture, px.
    pub width: f64,
    /// The size of captions, px.
    pub text: f64,
    /// In the order of the plan.
    pub rows: Rc<[DumbbellRow]>,
    /// The scenarios' letters.
    pub letters: Rc<[AttrValue]>,
    /// The one that moves with the levers.
    #[prop_or_default]
    pub moving: Option<usize>,
    /// The word at zero.
    pub zero_text: AttrValue,
    /// A distance on the scale.
    pub axis_text: AxisText,
}

impl DumbbellChart {
    /// How many lines of captions high so many rows are.
    #[must_use]
    pub fn lines(rows: usize) -> f64 {
        ROW * rows as f64 + BELOW
    }
}

/// Goals from top to bottom over one scale.
#[component]
pub fn DumbbellChart(props: &DumbbellChartProps) -> Html {
    let text = props.text;
    let area = Rect {
        x: text,
        y: 0.0,
        width: (props.width - 2.0 * text).max(1.0),
        height: text * ROW * props.rows.len() as f64,
    };
    let values: Vec<Vec<f64>> = props.rows.iter().map(|row| row.values.clone()).collect();
    let scale = shared_scale(&values, area.x, area.right());
    let zero = scale.at(0.0);
    let (low, high) = scale.domain();
    let most = (area.width / (text * 5.0)).max(2.0) as usize;
    let marks = ticks(low, high, most.min(9)).values;
    html! {
        <g class="dumbbells">
            { for marks.iter().map(|&value| {
                let x = scale.at(value);
                let label = if value == 0.0 { props.zero_text.clone() } else { props.axis_text.emit(value) };
                html! { <>
                    { line("level-rule", (x, area.y), (x, area.bottom())) }
                    { words("axis-text time-text", x, area.bottom() + text, &label) }
                </> }
            }) }
            { line("axis", (zero, area.y), (zero, area.bottom())) }
            { for props.rows.iter().enumerate().map(|(index, row)| {
                let top = area.y + text * ROW * index as f64;
                let labels: Vec<f64> = row.figures.iter().map(|figure| (extent(figure) + 2.2) * text).collect();
                let drawn = dumbbell(&row.values, &labels, scale, Rect { x: 0.0, width: props.width, ..area });
                let (named, told, y) = (top + text, top + 2.4 * text, top + 3.8 * text);
                html! {
                    <g class={TierMark::class(index)}>
                        { TierMark::sign(row.shape, true).mark(index, text * 0.6, named, text * 0.42) }
                        { words("dumbbell-name", text * 1.6, named, &row.name) }
                        if let Some((from, to)) = drawn.bar {
                            { line("dumbbell-bar", (from, y), (to, y)) }
                        }
                        { TierMark::sign(row.shape, true).mark(index, zero, y, text * 0.5) }
                        { for drawn.dots.iter().enumerate().filter_map(|(column, dot)| {
                            Some(one(props, row, column, (*dot)?, (told, y)))
                        }) }
                    </g>
                }
            }) }
        </g>
    }
}

/// A dot with its label above it and a thread between them.
fn one(
    props: &DumbbellChartProps,
    row: &DumbbellRow,
    column: usize,
    dot: Dot,
    (told, y): (f64, f64),
) -> Html {
    let text = props.text;
    let reached = row.reached.get(column).copied().unwrap_or(false);
    let class = classes!(
        "dumbbell-dot",
        if reached { "dot-reached" } else { "dot-open" },
        (props.moving == Some(column)).then_some("dot-moving"),
    );
    let letter = props.letters.get(column).cloned().unwrap_or_default();
    let figure = row.figures.get(column).cloned().unwrap_or_default();
    html! {
        <g {class}>
            { line("dumbbell-thread", (dot.label, told + text * 0.6), (dot.x, y)) }
            <circle cx={px(dot.x)} cy={px(y)} r={px(text * 0.42)} />
            <text class="dumbbell-text" x={px(dot.label)} y={px(told)} dy="0.36em">
                <tspan class="dumbbell-letter">{ letter }</tspan>{ " " }{ figure }
            </text>
        </g>
    }
}
