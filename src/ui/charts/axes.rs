//! What stands still behind the lines: level rules and the time axis.

use super::{AxisText, line, words};
use crate::chart::{Linear, Rect, Wish, extent, thin, ticks};
use yew::prelude::*;

/// A labelled moment on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeTick {
    /// The moment, in the unit of the chart's times.
    pub at: f64,
    /// Its label; empty for a bare tick.
    pub label: AttrValue,
    /// Years are major, quarters are not. Where room is short the minor labels go first.
    pub major: bool,
}

/// How many level rules the main chart has at most.
pub(super) const MOST_RULES: usize = 6;

#[derive(PartialEq, Properties)]
pub(super) struct LevelRulesProps {
    pub plot: Rect,
    pub domain: (f64, f64),
    pub text: f64,
    /// Labels above the rules, where no staff carries them. The lowest is left out: the first value,
    /// which is labelled itself, lies close to it.
    pub labels: Option<AxisText>,
}

/// The horizontal hairlines of the plot.
#[component]
pub(super) fn LevelRules(props: &LevelRulesProps) -> Html {
    let plot = props.plot;
    let scale = Linear::new(props.domain, (plot.bottom(), plot.y));
    let rules =
        ticks(props.domain.0, props.domain.1, MOST_RULES).values.into_iter().enumerate().map(
            |(row, value)| {
                let y = scale.at(value);
                let label =
                    props.labels.as_ref().filter(|_| row > 0 && y > plot.y + props.text).map(
                        |text| words("axis-text", plot.x, y - props.text * 0.6, &text.emit(value)),
                    );
                html! { <>{ line("level-rule", (plot.x, y), (plot.right(), y)) }{ label }</> }
            },
        );
    html! { <g class="level-rules">{ for rules }</g> }
}

#[derive(PartialEq, Properties)]
pub(super) struct TimeAxisProps {
    pub plot: Rect,
    pub text: f64,
    pub domain: (f64, f64),
    pub ticks: std::rc::Rc<[TimeTick]>,
    /// The moment whose label stands out.
    pub cursor: f64,
}

/// The line under the plot with its ticks and labels.
#[component]
pub(super) fn TimeAxis(props: &TimeAxisProps) -> Html {
    let TimeAxisProps { plot, text, domain, ticks, cursor } = props;
    let scale = Linear::new(*domain, (plot.x, plot.right()));
    let chosen = |tick: &TimeTick| (tick.at - cursor).abs() < 1e-9;

    // End labels lean inwards, so the picture needs no margin for half a word.
    let wishes: Vec<Wish> = ticks
        .iter()
        .map(|tick| {
            let size = extent(&tick.label) * text;
            Wish { centre: scale.at(tick.at).max(plot.x + size / 2.0), size }
        })
        .collect();
    let weights: Vec<u8> =
        ticks.iter().map(|tick| u8::from(tick.major) + 2 * u8::from(chosen(tick))).collect();
    let shown = thin(&wishes, &weights, text * 0.6);

    let marks = ticks.iter().zip(wishes).zip(shown).map(|((tick, wish), shown)| {
        let x = scale.at(tick.at);
        let foot = plot.bottom() + text * if tick.major { 0.55 } else { 0.3 };
        let class = classes!(
            "axis-text",
            "time-text",
            tick.major.then_some("time-major"),
            chosen(tick).then_some("time-chosen")
        );
        let label =
            shown.then(|| words(class, wish.centre, plot.bottom() + text * 1.3, &tick.label));
        html! { <>{ line("tick", (x, plot.bottom()), (x, foot)) }{ label }</> }
    });
    html! {
        <g class="time-axis">
            { line("axis", (plot.x, plot.bottom()), (plot.right(), plot.bottom())) }
            { for marks }
        </g>
    }
}
