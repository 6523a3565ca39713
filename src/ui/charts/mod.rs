//! Pictures: geometry of [`crate::chart`] as SVG elements.
//!
//! The components take plain numbers and words that are already chosen; they know no plan. Each
//! draws a group of SVG elements; [`Figure`] wraps it in an `<svg>`, says what it shows, and holds
//! the same numbers as a table.
//!
//! Colours, line widths and dashes are in `styles/charts.css`, by class. Positions are attributes.
//! What stands still while a lever moves is a component of its own, so that a frame only touches the
//! few attributes that change.

mod axes;
mod dumbbell;
mod figure;
mod flags;
mod frontier;
mod gauge;
mod handle;
mod loupe;
mod project_bar;
mod tier;
mod tornado;
mod trajectory;
mod waterfall;

pub use dumbbell::{DumbbellChart, DumbbellRow};
pub use figure::{Figure, Table};
pub use frontier::{FrontierChart, FrontierLine};
pub use gauge::WaterGauge;
pub use project_bar::{ProjectBar, ProjectScale};
pub use tier::{OddsMark, TierMark};
pub use tornado::{SwingMark, SwingRow, TornadoChart};
pub use trajectory::{OddsBand, TimeTick, Trajectory, TrajectoryChart};
pub use waterfall::{Contribution, GrowthMark, WaterfallChart};

use crate::chart::Rect;
use yew::prelude::*;

/// Turns a number of an axis into its label.
pub type AxisText = Callback<f64, AttrValue>;

/// A rectangle with a class.
fn rect(class: &'static str, area: Rect) -> Html {
    use crate::chart::px;
    html! {
        <rect class={class} x={px(area.x)} y={px(area.y)}
            width={px(area.width)} height={px(area.height)} />
    }
}

/// A straight line with a class.
fn line(class: impl Into<Classes>, from: (f64, f64), to: (f64, f64)) -> Html {
    use crate::chart::px;
    html! {
        <line class={class.into()} x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} />
    }
}

/// One line of text whose middle is at `y`.
fn words(class: impl Into<Classes>, x: f64, y: f64, text: &AttrValue) -> Html {
    use crate::chart::px;
    html! { <text class={class.into()} x={px(x)} y={px(y)} dy="0.36em">{ text }</text> }
}
