//! What each budget buys: odds of every tier above, GDP below, over the same money.

use super::{AxisText, TierMark, line, words};
use crate::chart::{Linear, Rect, Wish, extent, padded, place, polyline, px, ticks};
use std::rc::Rc;
use yew::prelude::*;

/// One line over the budgets.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierLine {
    /// One value for each budget.
    pub values: Vec<f64>,
    /// Its name at the right end.
    pub name: AttrValue,
}

/// What the frontier shows.
#[derive(PartialEq, Properties)]
pub struct FrontierChartProps {
    /// The picture, px.
    pub width: f64,
    /// The picture, px.
    pub height: f64,
    /// The size of captions, px.
    pub text: f64,
    /// The budgets, ascending.
    pub money: Rc<[f64]>,
    /// Of a hundred futures, one line for each tier in the plan's order.
    pub odds: Rc<[FrontierLine]>,
    /// GDP.
    pub level: FrontierLine,
    /// The budget that is looked at.
    pub at: usize,
    /// An amount of money on an axis.
    pub money_text: AxisText,
    /// A number of futures on an axis.
    pub odds_text: AxisText,
}

/// Two pictures over one axis, because odds and money share no scale.
#[component]
pub fn FrontierChart(props: &FrontierChartProps) -> Html {
    let text = props.text;
    let names = props.odds.iter().chain([&props.level]).map(|line| extent(&line.name));
    let right = (names.fold(0.0, f64::max) + 1.2) * text;
    let left = text * 4.2;
    let width = (props.width - left - right).max(1.0);
    let room = (props.height - text * 4.4).max(2.0);
    let upper = Rect { x: left, y: text * 0.8, width, height: room * 0.62 };
    let lower = Rect { x: left, y: upper.bottom() + text * 1.8, width, height: room * 0.38 };
    let money = |part: f64| -> (f64, f64) {
        let first = props.money.first().copied().unwrap_or_default();
        let last = props.money.last().copied().unwrap_or_default();
        padded(first, last, part)
    };
    let across = Linear::new(money(0.0), (upper.x, upper.right()));
    let panel = |area: Rect, domain: (f64, f64)| Panel {
        text,
        area,
        across,
        up: Linear::new(domain, (area.bottom(), area.y)),
    };
    let levels = &props.level.values;
    let (low, high) = levels
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &v| (low.min(v), high.max(v)));
    let (odds, level) = (panel(upper, (0.0, 100.0)), panel(lower, padded(low, high, 0.08)));
    let ends = |panel: &Panel, lines: &[FrontierLine]| -> Vec<f64> {
        let wish = |line: &FrontierLine| {
            let value = line.values.last().copied().unwrap_or_default();
            Wish { centre: panel.up.at(value), size: text * 1.15 }
        };
        let wishes: Vec<Wish> = lines.iter().map(wish).collect();
        place(&wishes, panel.area.y - text * 0.6, panel.area.bottom() + text * 0.6)
    };
    let names = ends(&odds, &props.odds);
    let level_name = ends(&level, std::slice::from_ref(&props.level));
    let tiers = props.odds.iter().zip(names).enumerate();
    html! {
        <g class="frontier">
            { odds.axis(&props.odds_text, 5) }
            { level.axis(&props.money_text, 3) }
            { foot(&level, props) }
            { cursor(&odds, &level, props) }
            { for tiers.map(|(index, (line, name))| {
                odds.line(classes!("frontier-odds", "tier-line", TierMark::class(index)), props, line, name)
            }) }
            { for level_name.into_iter().map(|name| {
                level.line(classes!("frontier-level"), props, &props.level, name)
            }) }
        </g>
    }
}

struct Panel {
    text: f64,
    area: Rect,
    across: Linear,
    up: Linear,
}

impl Panel {
    fn axis(&self, label: &AxisText, most: usize) -> Html {
        let (low, high) = self.up.domain();
        html! {
            <g>{ for ticks(low, high, most).values.into_iter().map(|value| {
                let y = self.up.at(value);
                html! {
                    <>
                        { line("level-rule", (self.area.x, y), (self.area.right(), y)) }
                        { words("axis-text swing-figure", self.area.x - self.text * 0.5, y, &label.emit(value)) }
                    </>
                }
            }) }</g>
        }
    }

    /// A line whose name stands at its right end, at the height `name`.
    fn line(
        &self,
        class: Classes,
        props: &FrontierChartProps,
        drawn: &FrontierLine,
        name: f64,
    ) -> Html {
        let places = props.money.iter().zip(&drawn.values);
        let places: Vec<(f64, f64)> =
            places.map(|(&x, &y)| (self.across.at(x), self.up.at(y))).collect();
        let Some(&(end, _)) = places.last() else { return Html::default() };
        let (point, radius) = (places.get(props.at), px(self.text * 0.3));
        html! {
            <g {class}>
                <path class="frontier-line" d={polyline(places.iter().copied())} />
                if let Some(&(x, y)) = point {
                    <circle class="frontier-point" cx={px(x)} cy={px(y)} r={radius} />
                }
                { words("frontier-name", end + self.text * 0.6, name, &drawn.name) }
            </g>
        }
    }
}

/// The money under the lower picture.
fn foot(panel: &Panel, props: &FrontierChartProps) -> Html {
    let (low, high) = panel.across.domain();
    let most = (panel.area.width / (panel.text * 6.0)).max(2.0) as usize;
    html! {
        <g>
            { line("axis", (panel.area.x, panel.area.bottom()), (panel.area.right(), panel.area.bottom())) }
            { for ticks(low, high, most.min(7)).values.into_iter().map(|value| {
                words("axis-text time-text", panel.across.at(value), panel.area.bottom() + panel.text,
                    &props.money_text.emit(value))
            }) }
        </g>
    }
}

fn cursor(upper: &Panel, lower: &Panel, props: &FrontierChartProps) -> Html {
    let Some(&money) = props.money.get(props.at) else { return Html::default() };
    let x = upper.across.at(money);
    line("cursor-line", (x, upper.area.y), (x, lower.area.bottom()))
}
