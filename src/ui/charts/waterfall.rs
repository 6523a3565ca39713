//! Contributions to growth, one under the other, each starting where the last one ended.

use super::{AxisText, TierMark, line, rect, words};
use crate::chart::{Band, BrokenScale, Rect, Shape, Waterfall, extent, polyline, px, ticks};
use std::rc::Rc;
use yew::prelude::*;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Its name.
    pub label: AttrValue,
    /// Percentage points, signed.
    pub value: f64,
    /// The value in words.
    pub text: AttrValue,
    /// Its kind, 1 to 5, which gives the colour; 0 for the baseline.
    pub kind: u8,
}

/// A tier's growth rate as a line across the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthMark {
    /// The rate, in the unit of the contributions.
    pub value: f64,
    /// The rate in words.
    pub text: AttrValue,
    /// The tier's shape.
    pub shape: Shape,
    /// Whether this much growth is reached.
    pub reached: bool,
}

/// What the waterfall shows.
#[derive(PartialEq, Properties)]
pub struct WaterfallChartProps {
    /// The picture, px.
    pub width: f64,
    /// The picture, px.
    pub height: f64,
    /// The size of captions, px.
    pub text: f64,
    /// In the order to be shown.
    pub rows: Rc<[Contribution]>,
    /// The name of the sum.
    pub total_label: AttrValue,
    /// The sum in words.
    pub total_text: AttrValue,
    /// The tiers, in the order of the plan.
    pub marks: Rc<[GrowthMark]>,
    /// Said where the axis is cut.
    pub cut_text: AttrValue,
    /// A number of the axis.
    pub axis_text: AxisText,
}

/// A horizontal waterfall; the sum is the last row.
#[component]
pub fn WaterfallChart(props: &WaterfallChartProps) -> Html {
    Fall::new(props).draw()
}

struct Fall<'a> {
    props: &'a WaterfallChartProps,
    fall: Waterfall,
    scale: BrokenScale,
    rows: Band,
    plot: Rect,
    /// Too low for a line of words below the rows.
    low: bool,
}

impl<'a> Fall<'a> {
    fn new(props: &'a WaterfallChartProps) -> Self {
        let text = props.text;
        let values: Vec<f64> = props.rows.iter().map(|row| row.value).collect();
        let marks: Vec<f64> = props.marks.iter().map(|mark| mark.value).collect();
        let fall = Waterfall::new(&values, &marks);
        let names = props.rows.iter().map(|row| extent(&row.label));
        let widest = names.fold(extent(&props.total_label), f64::max) * text;
        let labels = (widest + text).min(props.width * 0.36);
        let low = props.height < text * (3.3 + 1.2 * (props.rows.len() + 1) as f64);
        let below = if low { 0.2 } else { 1.6 };
        let plot = Rect {
            x: labels,
            y: text * 1.7,
            width: (props.width - labels - text * 4.2).max(0.0),
            height: (props.height - text * (1.7 + below)).max(0.0),
        };
        let scale = fall.scale(plot.x, plot.width, text * 4.0);
        let rows = Band::new(props.rows.len() + 1, (plot.y, plot.bottom()), 0.58);
        Self { props, fall, scale, rows, plot, low }
    }

    fn draw(&self) -> Html {
        html! {
            <g class="waterfall">
                { self.axis() }
                { for self.props.marks.iter().enumerate().map(|(index, mark)| self.mark(index, mark)) }
                { for (0..self.props.rows.len()).map(|index| self.row(index)) }
                { self.total() }
                { self.cut() }
            </g>
        }
    }

    fn axis(&self) -> Html {
        let (from, end) = self.scale.true_to_scale();
        let cut = self.scale.cut().map_or(0.0, |_| extent(&self.props.cut_text) + 0.4);
        let taken = self.plot.x + cut * self.props.text;
        let marks = ticks(from, end, 5).values.into_iter().map(|value| {
            let x = self.scale.at(value);
            let label = self.props.axis_text.emit(value);
            let clear = x - extent(&label) * self.props.text / 2.0 > taken;
            html! {
                <>
                    { line("level-rule", (x, self.plot.y), (x, self.plot.bottom())) }
                    if clear && !self.low {
                        { words("axis-text time-text", x, self.plot.bottom() + self.props.text * 0.9, &label) }
                    }
                </>
            }
        });
        html! {
            <g class="growth-axis">
                { for marks }
                { line("axis", (self.plot.x, self.plot.y), (self.plot.x, self.plot.bottom())) }
            </g>
        }
    }

    fn row(&self, index: usize) -> Html {
        let (row, bar) = (&self.props.rows[index], self.fall.bars[index]);
        let (left, right) =
            (self.scale.at(bar.start.min(bar.end)), self.scale.at(bar.start.max(bar.end)));
        let falls = bar.end < bar.start;
        let area = Rect {
            x: left,
            y: self.rows.start(index),
            // A contribution too small for a pixel is still a hairline.
            width: (right - left).max(1.0),
            height: self.rows.thickness(),
        };
        let middle = self.rows.centre(index);
        let end = self.scale.at(bar.end);
        html! {
            <g class={classes!("contribution", kind(row.kind), falls.then_some("contribution-falls"))}>
                { words("row-text", self.plot.x - self.props.text * 0.7, middle, &row.label) }
                { rect("bar", area) }
                { line("connector", (end, area.y), (end, self.rows.start(index + 1) + self.rows.thickness())) }
                { words("bar-text", right + self.props.text * 0.5, middle, &row.text) }
            </g>
        }
    }

    fn total(&self) -> Html {
        let index = self.props.rows.len();
        let end = self.scale.at(self.fall.total);
        let area = Rect {
            x: self.plot.x,
            y: self.rows.start(index),
            width: (end - self.plot.x).max(0.0),
            height: self.rows.thickness(),
        };
        let middle = self.rows.centre(index);
        html! {
            <g class="contribution contribution-total">
                { words("row-text", self.plot.x - self.props.text * 0.7, middle, &self.props.total_label) }
                { rect("bar", area) }
                { words("bar-text", end + self.props.text * 0.5, middle, &self.props.total_text) }
            </g>
        }
    }

    /// A white zigzag through the bars that start at zero, named under the axis.
    fn cut(&self) -> Html {
        let Some(x) = self.scale.cut() else { return Html::default() };
        let text = self.props.text;
        let tear = |index: usize| {
            let (top, height) = (self.rows.start(index) - 2.0, self.rows.thickness() + 4.0);
            let edge = (0..=4).map(|corner| {
                let side = if corner % 2 == 0 { -0.22 } else { 0.22 };
                (x + side * text, top + height * f64::from(corner) / 4.0)
            });
            html! { <path class="tear" d={polyline(edge)} /> }
        };
        html! {
            <g class="cut-out">
                { tear(0) }
                { tear(self.props.rows.len()) }
                if !self.low {
                    <text class="axis-text cut-text" x={px(self.plot.x)} y={px(self.plot.bottom() + text * 0.9)}
                        dy="0.36em">{ &self.props.cut_text }</text>
                }
            </g>
        }
    }

    fn mark(&self, index: usize, mark: &GrowthMark) -> Html {
        let text = self.props.text;
        let on_axis = self.scale.covers(mark.value);
        let x = if on_axis { self.scale.at(mark.value) } else { self.plot.right() + text * 1.6 };
        let shape = TierMark::sign(mark.shape, mark.reached);
        let y = text * 0.7;
        html! {
            <g class={classes!("growth-mark", TierMark::class(index))}>
                if on_axis {
                    <line class={classes!("tier-line", TierMark::class(index))} x1={px(x)} x2={px(x)}
                        y1={px(y + text * 0.7)} y2={px(self.plot.bottom())} />
                }
                { shape.mark(index, x, y, text * 0.38) }
                { words("axis-text mark-text", x + text * 0.65, y, &mark.text) }
            </g>
        }
    }
}

pub(super) fn kind(kind: u8) -> &'static str {
    match kind {
        0 => "kind-baseline",
        1 => "kind-1",
        2 => "kind-2",
        3 => "kind-3",
        4 => "kind-4",
        _ => "kind-5",
    }
}
