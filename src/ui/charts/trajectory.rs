//! The main chart: trajectories that run into the water gauge.

pub use super::axes::TimeTick;
use super::axes::{LevelRules, TimeAxis};
use super::tier::level_line;
use super::{AxisText, TierMark, WaterGauge, line, words};
use crate::chart::{
    Detail, Instrument, Linear, Rect, area, aside, extent, extremes, padded, polyline, px,
};
use crate::ui::controls::Gesture;
use crate::ui::part::part;
use std::rc::Rc;
use yew::prelude::*;

/// A quantity over time with the word that labels its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// One value per time of the chart; not a number where there is none.
    pub values: Rc<[f64]>,
    /// The label at its end; empty for none.
    pub name: AttrValue,
}

/// A band of uncertainty around the result.
#[derive(Clone, Debug, PartialEq)]
pub struct OddsBand {
    /// The lower edge, one value per time.
    pub lower: Rc<[f64]>,
    /// The upper edge, one value per time.
    pub upper: Rc<[f64]>,
    /// What it holds, in words; said at its end.
    pub name: AttrValue,
    /// Whether it speaks about how things stood before the last change.
    pub stale: bool,
}

/// What the main chart shows.
#[derive(PartialEq, Properties)]
pub struct TrajectoryChartProps {
    /// The whole picture, gauge and flags included, px.
    pub width: f64,
    /// The whole picture, px.
    pub height: f64,
    /// The size of captions, px: everything that goes with text scales with it.
    pub text: f64,
    /// The moments of the values, ascending.
    pub times: Rc<[f64]>,
    /// The labels of the time axis.
    pub ticks: Rc<[TimeTick]>,
    /// The scenario.
    pub result: Trajectory,
    /// What happens with nothing changed.
    pub baseline: Trajectory,
    /// The result before the change, while and shortly after a lever moves.
    #[prop_or_default]
    pub ghost: Option<Trajectory>,
    /// Wide bands first.
    #[prop_or_default]
    pub bands: Rc<[OddsBand]>,
    /// In the order of the plan.
    pub tiers: Rc<[TierMark]>,
    /// The moment the tiers speak about.
    pub cursor: f64,
    /// Whether something is in someone's hand: the scale then stands still, and grows only where the
    /// result would leave it.
    #[prop_or_default]
    pub still: bool,
    /// Measure, unit, price basis, and that the axis does not start at zero.
    pub axis_title: AttrValue,
    /// The label of the first value.
    #[prop_or_default]
    pub start_text: AttrValue,
    /// The result at the cursor, as the needle's tag shows it.
    pub value_text: AttrValue,
    /// A level as the staff shows it.
    pub level_text: AxisText,
    /// What to call the loupe, given how many times it magnifies.
    #[prop_or_default]
    pub loupe_text: Option<AxisText>,
    /// Hears the level at the cursor that a hand on the needle asks for; without it the needle cannot
    /// be grabbed.
    #[prop_or_default]
    pub on_grab: Option<Callback<Gesture>>,
    /// What grabbing does, in words.
    #[prop_or_default]
    pub grab_text: AttrValue,
}

impl TrajectoryChartProps {
    /// Covers every line and tier, with a little to spare.
    fn levels(&self) -> (f64, f64) {
        let lines =
            [&self.result.values, &self.baseline.values].into_iter().flat_map(|it| it.iter());
        let ghost = self.ghost.iter().flat_map(|ghost| ghost.values.iter());
        let bands = self.bands.iter().flat_map(|band| band.lower.iter().chain(band.upper.iter()));
        let tiers = self.tiers.iter().filter_map(|tier| tier.value);
        let all =
            lines.chain(ghost).chain(bands).copied().chain(tiers).filter(|level| level.is_finite());
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
            (low.min(level), high.max(level))
        });
        if low <= high { padded(low, high, 0.04) } else { (0.0, 1.0) }
    }
}

/// Result, baseline and ghost over time; the result runs into the needle of the gauge.
#[component]
pub fn TrajectoryChart(props: &TrajectoryChartProps) -> Html {
    let parts = Instrument::new(props.width, props.height, props.text);
    let kept = use_mut_ref(|| None);
    let domain = {
        let (low, high) = props.levels();
        let mut kept = kept.borrow_mut();
        let domain = match *kept {
            Some((lowest, highest)) if props.still => (low.min(lowest), high.max(highest)),
            _ => (low, high),
        };
        *kept.insert(domain)
    };
    let picture = Picture::new(props, parts.plot, domain);
    // A bare staff leaves the numbers to the plot.
    let rule_labels = (parts.detail == Detail::Brief).then(|| props.level_text.clone());
    let level = at(&props.times, &props.result.values, props.cursor);

    let before = props.ghost.as_ref().map(|ghost| at(&props.times, &ghost.values, props.cursor));

    html! {
        <g class="trajectory-chart">
            <text class="axis-text" x="0" y={px(props.text)}>{ &props.axis_title }</text>
            { part!(LevelRules { plot: parts.plot, domain, text: props.text,
                labels: rule_labels }) }
            { part!(TimeAxis { plot: parts.plot, text: props.text, domain: picture.span(),
                ticks: props.ticks.clone(), cursor: props.cursor }) }
            { for props.bands.iter().map(|band| picture.band(band)) }
            { picture.tier_lines(parts.staff.right()) }
            { picture.trajectory("baseline-line", &props.baseline) }
            { for props.ghost.iter().map(|ghost| picture.trajectory("ghost-line", ghost)) }
            { picture.cursor(level) }
            { picture.trajectory("result-line", &props.result) }
            { picture.ring(level) }
            { picture.labels() }
            { part!(WaterGauge { parts, text: props.text, domain, level, value_text: &props.value_text,
                tiers: props.tiers.clone(), level_text: props.level_text.clone(),
                loupe_text: props.loupe_text.clone(), before,
                on_grab: props.on_grab.clone(), grab_text: &props.grab_text }) }
        </g>
    }
}

/// The plot with its two scales.
struct Picture<'a> {
    props: &'a TrajectoryChartProps,
    plot: Rect,
    x: Linear,
    y: Linear,
}

impl<'a> Picture<'a> {
    fn new(props: &'a TrajectoryChartProps, plot: Rect, domain: (f64, f64)) -> Self {
        let first = props.times.first().copied().unwrap_or_default();
        let last = props.times.last().copied().unwrap_or(first);
        Self {
            props,
            plot,
            x: Linear::new((first, last), (plot.x, plot.right())),
            y: Linear::new(domain, (plot.bottom(), plot.y)),
        }
    }

    fn span(&self) -> (f64, f64) {
        self.x.domain()
    }

    fn points(&self, values: &[f64]) -> Vec<(f64, f64)> {
        let held = |value: &f64| if value.is_finite() { self.y.held(*value) } else { f64::NAN };
        self.props
            .times
            .iter()
            .zip(values)
            .map(|(time, value)| (self.x.at(*time), held(value)))
            .collect()
    }

    fn trajectory(&self, class: &'static str, trajectory: &Trajectory) -> Html {
        html! { <path class={classes!("trajectory", class)} d={polyline(self.points(&trajectory.values))} /> }
    }

    fn band(&self, band: &OddsBand) -> Html {
        let xs: Vec<f64> = self.props.times.iter().map(|time| self.x.at(*time)).collect();
        let ys = |values: &[f64]| -> Vec<f64> {
            values.iter().map(|value| self.y.held(*value)).collect()
        };
        let class = classes!("odds-band", band.stale.then_some("stale"));
        html! {
            <path {class} d={area(&xs, &ys(&band.lower), &ys(&band.upper))}>
                <title>{ &band.name }</title>
            </path>
        }
    }

    fn tier_lines(&self, right: f64) -> Html {
        let tiers = self.props.tiers.iter().enumerate();
        let lines = tiers.filter_map(|(index, tier)| {
            let value = tier.value.filter(|value| self.y.covers(*value))?;
            Some(level_line(index, self.plot.x, right, self.y.at(value)))
        });
        html! { <g class="tier-lines">{ for lines }</g> }
    }

    /// The dotted line of the tiers' year and the level line that carries the result to the gauge.
    fn cursor(&self, level: f64) -> Html {
        let x = self.x.at(self.props.cursor);
        let y = self.y.held(level);
        html! {
            <g class="cursor">
                { line("cursor-line", (x, self.plot.y), (x, self.plot.bottom())) }
                { line("needle-line", (x, y), (self.plot.right(), y)) }
            </g>
        }
    }

    fn ring(&self, level: f64) -> Html {
        let (x, y) = (px(self.x.at(self.props.cursor)), px(self.y.held(level)));
        html! { <circle class="ring" cx={x} cy={y} r={px(self.props.text * 0.48)} /> }
    }

    /// The words at the lines: scenario and ghost at their ends, the baseline where the tiers' year
    /// is, because below a rising line there is always room.
    fn labels(&self) -> Html {
        let text = self.props.text;
        let above = self.end_label("result-text", &self.props.result, true);
        let ghost = self.props.ghost.as_ref().filter(|_| self.plot.width > 24.0 * text);
        let ghost = ghost.map(|ghost| self.end_label("ghost-text", ghost, false));
        html! {
            <g class="line-texts">
                { self.start_label() }
                { for self.props.bands.iter().filter_map(|band| self.band_label(band)) }
                { self.baseline_label() }
                { for ghost }
                { above }
            </g>
        }
    }

    fn end_label(&self, class: &'static str, line: &Trajectory, above: bool) -> Html {
        let text = self.props.text;
        let right = self.plot.right() - text * 0.7;
        let reach = extent(&line.name) * text;
        let Some((top, bottom)) = extremes(&self.points(&line.values), right - reach, right) else {
            return Html::default();
        };
        let tiers: Vec<f64> =
            self.props.tiers.iter().filter_map(|tier| Some(self.y.at(tier.value?))).collect();
        let wished = if above { top - text } else { bottom + text * 0.8 };
        let y = aside(wished, text * 0.75, &tiers, above);
        // The title leaves half a line above the plot.
        let y = y.max(self.plot.y - text * 0.3).min(self.plot.bottom() - text * 0.7);
        words(classes!("line-text", class), right, y, &line.name)
    }

    fn baseline_label(&self) -> Html {
        let text = self.props.text;
        let line = &self.props.baseline;
        let left = self.x.at(self.props.cursor) + text * 0.5;
        let reach = extent(&line.name) * text;
        if left + reach > self.plot.right() {
            return self.end_label("baseline-text", line, false);
        }
        let ys = extremes(&self.points(&line.values), left, left + reach);
        ys.map_or_else(Html::default, |(_, bottom)| {
            let y = (bottom + text * 0.95).min(self.plot.bottom() - text * 0.7);
            words("line-text baseline-text baseline-text-inside", left, y, &line.name)
        })
    }

    /// Under the upper edge of a band, where the band is wide enough to hold it apart from the result.
    fn band_label(&self, band: &OddsBand) -> Option<Html> {
        let text = self.props.text;
        let right = self.plot.right() - text * 0.7;
        let left = right - extent(&band.name) * text;
        let (_, edge) = extremes(&self.points(&band.upper), left, right)?;
        let (result, _) = extremes(&self.points(&self.props.result.values), left, right)?;
        let fits = result - edge > text * 3.2 && left > self.plot.x;
        let class = classes!("line-text", "band-text", band.stale.then_some("stale"));
        fits.then(|| words(class, right, edge + text * 0.9, &band.name))
    }

    fn start_label(&self) -> Html {
        let Some(first) = self.props.result.values.first().filter(|first| first.is_finite()) else {
            return Html::default();
        };
        // Lines rise, so there is room to the right and below.
        let text = self.props.text;
        let y = (self.y.held(*first) + text * 0.9).min(self.plot.bottom() - text * 0.6);
        words("line-text start-text", self.plot.x + text * 1.2, y, &self.props.start_text)
    }
}

/// The value at a moment, between two times by straight line; not a number outside.
fn at(times: &[f64], values: &[f64], moment: f64) -> f64 {
    let points: Vec<_> = times.iter().copied().zip(values.iter().copied()).collect();
    extremes(&points, moment, moment).map_or(f64::NAN, |(value, _)| value)
}
