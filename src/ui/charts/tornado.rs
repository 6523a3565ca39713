//! What matters most: one row a lever, with a bar each way from where things stand now.

use super::{AxisText, TierMark, line, rect, words};
use crate::chart::{Band, Linear, Rect, Shape, extent, padded, px, ticks, wrap};
use std::rc::Rc;
use yew::prelude::*;

/// Height of a row in captions: two lines of a name.
const ROW: f64 = 2.2;
/// Lines above the rows: marks and what is now, and the scale.
const ABOVE: f64 = 3.2;

/// One lever.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingRow {
    /// Its name.
    pub label: AttrValue,
    /// What is measured at its lower and its upper end.
    pub ends: [f64; 2],
    /// Where these ends lie, in the lever's own unit, as bare numbers.
    pub at: [AttrValue; 2],
    /// Figures behind the bars, one for each column.
    pub figures: [AttrValue; 2],
}

/// Where the tier lies.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingMark {
    /// In the unit of the bars.
    pub value: f64,
    /// Its place among the tiers, which gives colour and dash.
    pub tier: usize,
    /// The tier's shape.
    pub shape: Shape,
    /// Whether it is reached.
    pub reached: bool,
}

/// What the tornado shows.
#[derive(PartialEq, Properties)]
pub struct TornadoChartProps {
    /// The picture, px.
    pub width: f64,
    /// The size of captions, px.
    pub text: f64,
    /// From the widest down.
    pub rows: Rc<[SwingRow]>,
    /// What is measured as things stand.
    pub now: f64,
    /// The same in words.
    pub now_text: AttrValue,
    /// The tier, where the measure has a place for it.
    #[prop_or_default]
    pub mark: Option<SwingMark>,
    /// The names of the columns of figures.
    pub heads: [AttrValue; 2],
    /// A number of the scale.
    pub axis_text: AxisText,
    /// A row was chosen.
    pub on_row: Callback<usize>,
}

/// The tornado; its height follows from its rows, see [`TornadoChart::lines`].
#[component]
pub fn TornadoChart(props: &TornadoChartProps) -> Html {
    Tornado::new(props).draw()
}

impl TornadoChart {
    /// How many lines of captions high so many rows are.
    #[must_use]
    pub fn lines(rows: usize) -> f64 {
        ABOVE + ROW * rows as f64
    }
}

/// A line that is too wide and has no place to be broken, cut where it fits.
fn halves(line: &str, room: f64) -> impl Iterator<Item = &str> {
    let cut = if extent(line) > room {
        let ends = line.char_indices().map(|(at, _)| at);
        ends.take_while(|&at| extent(&line[..at]) <= room).last().unwrap_or(line.len())
    } else {
        line.len()
    };
    let (first, rest) = line.split_at(cut);
    [first, rest].into_iter().filter(|part| !part.is_empty())
}

struct Tornado<'a> {
    props: &'a TornadoChartProps,
    scale: Linear,
    rows: Band,
    plot: Rect,
    /// Room for words at the ends of the bars.
    roomy: bool,
}

impl<'a> Tornado<'a> {
    fn new(props: &'a TornadoChartProps) -> Self {
        let (text, width) = (props.text, props.width);
        let names = props.rows.iter().map(|row| extent(&row.label));
        let label = (names.fold(0.0, f64::max) + 0.8) * text;
        let left = label.min(width * 0.34);
        let columns = if width < text * 34.0 { 3.4 } else { 7.4 } * text;
        let plot = Rect {
            x: left,
            y: text * ABOVE,
            width: (width - left - columns).max(0.0),
            height: text * ROW * props.rows.len() as f64,
        };
        let all = props.rows.iter().flat_map(|row| row.ends).chain([props.now]);
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let roomy = plot.width > text * 19.0;
        let spare = if roomy { 3.6 * text / plot.width } else { 0.03 };
        let inset = (plot.x, plot.right());
        let scale = Linear::new(padded(low, high, spare), inset);
        let rows = Band::new(props.rows.len(), (plot.y, plot.bottom()), 0.52);
        Self { props, scale, rows, plot, roomy }
    }

    fn draw(&self) -> Html {
        html! {
            <g class="tornado">
                { self.rules() }
                { for (0..self.props.rows.len()).map(|index| self.row(index)) }
                { self.mark() }
                { self.now() }
                { self.words() }
            </g>
        }
    }

    /// The values of the scale that are marked.
    fn marks(&self) -> Vec<f64> {
        let (low, high) = self.scale.domain();
        let most = (self.plot.width / (self.props.text * 5.0)).max(2.0) as usize;
        ticks(low, high, most.min(6)).values
    }

    fn rules(&self) -> Html {
        let (top, bottom) = (self.plot.y, self.plot.bottom());
        let at = |value: f64| self.scale.at(value);
        html! { { for self.marks().into_iter().map(|value| {
            line("level-rule", (at(value), top), (at(value), bottom))
        }) } }
    }

    /// Numbers of the scale and at the ends of the bars: above the lines that cross them.
    fn words(&self) -> Html {
        let y = self.plot.y - self.props.text * 0.7;
        let scale = self.marks().into_iter().map(|value| {
            let (x, number) = (self.scale.at(value), self.props.axis_text.emit(value));
            words("axis-text time-text swing-axis-text", x, y, &number)
        });
        let rows = if self.roomy { self.props.rows.len() } else { 0 };
        let ends = (0..rows).flat_map(|index| [0, 1].map(|end| self.end(index, end)));
        html! {
            <g class="swing-words">
                { for scale }
                { for ends }
                { self.heads() }
            </g>
        }
    }

    fn row(&self, index: usize) -> Html {
        let (row, text) = (&self.props.rows[index], self.props.text);
        let middle = self.rows.centre(index);
        let whole = Rect {
            x: 0.0,
            y: middle - text * ROW / 2.0,
            width: self.props.width,
            height: text * ROW,
        };
        let onclick = self.props.on_row.reform(move |_: MouseEvent| index);
        html! {
            <g class="swing" {onclick}>
                { rect("swing-hit", whole) }
                { self.label(index) }
                { self.bar("swing-low", index, 0) }
                { self.bar("swing-high", index, 1) }
                { for self.columns().into_iter().zip(&row.figures).map(|(x, figure)| {
                    words("swing-figure", x, middle, figure)
                }) }
            </g>
        }
    }

    fn label(&self, index: usize) -> Html {
        let text = self.props.text;
        let room = (self.plot.x / text - 0.8).max(1.0);
        // Two lines fit into a row; a name that needs more is in the table.
        let lines: Vec<&str> = wrap(&self.props.rows[index].label, room)
            .into_iter()
            .flat_map(|line| halves(line, room))
            .take(2)
            .collect();
        let first = self.rows.centre(index) - text * 0.55 * (lines.len() as f64 - 1.0);
        html! {
            { for lines.into_iter().enumerate().map(|(at, part)| {
                let y = first + text * 1.1 * at as f64;
                words("row-text", self.plot.x - text * 0.7, y, &AttrValue::from(part.to_owned()))
            }) }
        }
    }

    fn bar(&self, class: &'static str, index: usize, end: usize) -> Html {
        let (now, value) =
            (self.scale.at(self.props.now), self.scale.at(self.props.rows[index].ends[end]));
        // Both ends keep to their own half of the row where they lie on the same side.
        let half = self.rows.thickness() / 2.0;
        let [low, high] = self.props.rows[index].ends.map(|end| end - self.props.now);
        let same_side = low * high > 0.0;
        let (y, height) = match (same_side, end) {
            (false, _) => (self.rows.start(index), 2.0 * half),
            (true, 0) => (self.rows.start(index), half),
            (true, _) => (self.rows.centre(index), half),
        };
        let area = Rect { x: now.min(value), y, width: (value - now).abs(), height };
        if area.width < 0.05 { Html::default() } else { rect(class, area) }
    }

    fn end(&self, index: usize, end: usize) -> Html {
        let row = &self.props.rows[index];
        let [low, high] = row.ends;
        let x = self.scale.at(row.ends[end]);
        let left = if end == 0 { low < high } else { high < low };
        let gap = self.props.text * 0.4;
        let (class, x) =
            if left { ("swing-end swing-end-left", x - gap) } else { ("swing-end", x + gap) };
        // Where both bars go one way their ends would stand on each other.
        let apart = (low - self.props.now) * (high - self.props.now) <= 0.0;
        let fits = !left || x - extent(&row.at[end]) * self.props.text > self.plot.x;
        if apart && fits {
            words(class, x, self.rows.centre(index), &row.at[end])
        } else {
            Html::default()
        }
    }

    fn now(&self) -> Html {
        let (x, text) = (self.scale.at(self.props.now), self.props.text);
        html! {
            <g class="swing-now">
                { line("swing-now-line", (x, text * 1.4), (x, self.plot.bottom())) }
                { words("swing-now-text time-text", x, text * 0.7, &self.props.now_text) }
            </g>
        }
    }

    fn mark(&self) -> Html {
        let Some(mark) = self.props.mark.as_ref().filter(|mark| self.scale.covers(mark.value))
        else {
            return Html::default();
        };
        let (x, text) = (self.scale.at(mark.value), self.props.text);
        let shape = TierMark::sign(mark.shape, mark.reached);
        // Beside the words of now, not under them.
        let clear = (extent(&self.props.now_text) / 2.0 + 0.8) * text;
        let clashes = (x - self.scale.at(self.props.now)).abs() < clear;
        let y = if clashes { text * 1.9 } else { text * 0.7 };
        html! {
            <>
                <line class={classes!("tier-line", TierMark::class(mark.tier))} x1={px(x)} x2={px(x)}
                    y1={px(y + text * 0.6)} y2={px(self.plot.bottom())} />
                { shape.mark(mark.tier, x, y, text * 0.38) }
            </>
        }
    }

    /// Where the figures end: one column on narrow pictures, two on others.
    fn columns(&self) -> Vec<f64> {
        let (right, text) = (self.props.width, self.props.text);
        if right < text * 34.0 { vec![right] } else { vec![right - text * 3.6, right] }
    }

    fn heads(&self) -> Html {
        let y = self.plot.y - self.props.text * 0.7;
        html! {
            { for self.columns().into_iter().zip(&self.props.heads).map(|(x, head)| {
                words("axis-text swing-figure", x, y, head)
            }) }
        }
    }
}
