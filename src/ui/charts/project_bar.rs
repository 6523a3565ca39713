//! A project's time as a bar in its row of a list.

use super::{line, rect};
use crate::chart::{Band, Linear, Rect, extent, px};
use yew::prelude::*;

/// What a project's bar shows.
#[derive(PartialEq, Properties)]
pub struct ProjectBarProps {
    /// The bar's cell, px.
    pub width: f64,
    /// The bar's cell, px.
    pub height: f64,
    /// The first and last moment of the list, quarters.
    pub domain: (f64, f64),
    /// Construction, from and to, quarters.
    pub construction: (f64, f64),
    /// In service from, quarters; `None` when it never is.
    #[prop_or_default]
    pub service: Option<f64>,
    /// Construction as planned, when it has been moved.
    #[prop_or_default]
    pub planned: Option<(f64, f64)>,
    /// Whether the project counts; one that does not is an empty outline.
    #[prop_or(true)]
    pub included: bool,
    /// Its kind, 1 to 5, which gives the colour.
    #[prop_or(2)]
    pub kind: u8,
    /// What it adds, in words, at the end of the bar; empty for none.
    #[prop_or_default]
    pub effect: AttrValue,
    /// The size of captions, px.
    pub text: f64,
    /// The bar in words.
    pub name: AttrValue,
}

/// A small `<svg>` of its own: construction as a bar, service as a line after it.
#[component]
pub fn ProjectBar(props: &ProjectBarProps) -> Html {
    let effect = if props.effect.is_empty() { 0.0 } else { props.text * 4.0 };
    let room = (props.width - effect).max(0.0);
    let scale = Linear::new(props.domain, (0.0, room));
    let middle = props.height / 2.0;
    let thick = props.height * 0.42;
    let bar = |(from, to): (f64, f64)| {
        let (left, right) = (scale.held(from), scale.held(to));
        Rect { x: left, y: middle - thick / 2.0, width: (right - left).max(2.0), height: thick }
    };
    let service = props
        .service
        .filter(|from| props.included && *from < props.domain.1)
        .map(|from| line("service-line", (scale.held(from), middle), (room, middle)));
    let planned = props.planned.map(|planned| rect("bar-planned", bar(planned)));
    let class = classes!(
        "contribution",
        super::waterfall::kind(props.kind),
        (!props.included).then_some("project-left-out")
    );
    html! {
        <svg class="chart project-bar" role="img" aria-label={&props.name}
            width={px(props.width)} height={px(props.height)}>
            { for quarters(props.domain).map(|year| {
                let x = scale.at(year);
                line("level-rule", (x, 0.0), (x, props.height))
            }) }
            <g {class}>
                { for service }
                { for planned }
                { rect("bar", bar(props.construction)) }
            </g>
            <text class="bar-text" x={px(props.width)} y={px(middle)} dy="0.36em">{ &props.effect }</text>
        </svg>
    }
}

/// What the scale above the bars shows.
#[derive(PartialEq, Properties)]
pub struct ProjectScaleProps {
    /// As wide as the bars, px.
    pub width: f64,
    /// One line of captions, px.
    pub height: f64,
    /// Whether the bars carry their effect at the end.
    pub effects: bool,
    /// The first and last moment of the list, quarters.
    pub domain: (f64, f64),
    /// The size of captions, px.
    pub text: f64,
    /// The names of the stretches between rules, as many as there are years (or quarters).
    pub labels: Vec<AttrValue>,
}

/// The head of the bars' column.
#[component]
pub fn ProjectScale(props: &ProjectScaleProps) -> Html {
    let effect = if props.effects { props.text * 4.0 } else { 0.0 };
    let rows = Band::new(props.labels.len(), (0.0, (props.width - effect).max(0.0)), 1.0);
    let labels = props.labels.iter().enumerate().map(|(index, label)| {
        // A label wider than its stretch leans inwards rather than lose its first letters.
        let centre = rows.centre(index).max(extent(label) * props.text / 2.0);
        super::words("axis-text time-text", centre, props.height / 2.0, label)
    });
    html! {
        <svg class="chart project-scale" aria-hidden="true" width={px(props.width)} height={px(props.height)}>
            { for labels }
        </svg>
    }
}

/// The starts of years, or of quarters when the list covers at most two years.
fn quarters(domain: (f64, f64)) -> impl Iterator<Item = f64> {
    let step = if domain.1 - domain.0 > 8.0 { 4.0 } else { 1.0 };
    let first = (domain.0 / step).ceil() as i64;
    let last = (domain.1 / step).floor() as i64;
    (first..=last.min(first + 100)).map(move |count| count as f64 * step)
}
