//! A tier as the pictures know it.

use crate::chart::{Shape, px};
use yew::prelude::*;

/// One of the marks on the gauge.
#[derive(Clone, Debug, PartialEq)]
pub struct TierMark {
    /// The level on the gauge; `None` when the tier names none, and then only its flag is shown.
    pub value: Option<f64>,
    /// Its name.
    pub name: AttrValue,
    /// Its shape, which says without colour which tier it is.
    pub shape: Shape,
    /// Inked solid when reached, hollow when not.
    pub reached: bool,
    /// What the flag says below the name: level and growth, gap, odds. At most four lines; the last
    /// word on the gap comes second.
    pub lines: Vec<AttrValue>,
    /// The gap in a word or two, for narrow screens.
    pub brief: AttrValue,
    /// How often it is reached; absent until the futures are drawn.
    pub odds: Option<OddsMark>,
}

/// How often a tier is reached, as a meter and in words.
#[derive(Clone, Debug, PartialEq)]
pub struct OddsMark {
    /// From never (0) to always (1).
    pub share: f64,
    /// The same in words.
    pub words: AttrValue,
    /// The same in a few signs, for narrow screens.
    pub brief: AttrValue,
    /// Whether it speaks about how things stood before the last change.
    pub stale: bool,
}

impl TierMark {
    /// The mark alone, without words or level.
    pub(super) fn sign(shape: Shape, reached: bool) -> Self {
        Self {
            value: None,
            name: AttrValue::default(),
            shape,
            reached,
            lines: Vec::new(),
            brief: AttrValue::default(),
            odds: None,
        }
    }

    /// The class that gives the tier its colour and dash; `index` counts from 0 in the plan's order.
    pub(super) fn class(index: usize) -> &'static str {
        match index {
            0 => "tier-1",
            1 => "tier-2",
            _ => "tier-3",
        }
    }

    /// Its shape at a place, inked or hollow.
    pub(super) fn mark(&self, index: usize, x: f64, y: f64, radius: f64) -> Html {
        let inked = if self.reached { "mark-reached" } else { "mark-open" };
        html! {
            <path class={classes!("mark", inked, Self::class(index))}
                d={self.shape.outline(px_round(x), px_round(y), radius)} />
        }
    }
}

/// Half pixels keep small shapes crisp.
fn px_round(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

/// The label that a tier's line carries for those who cannot see it.
pub(super) fn level_line(index: usize, from: f64, to: f64, y: f64) -> Html {
    html! {
        <line class={classes!("tier-line", TierMark::class(index))}
            x1={px(from)} x2={px(to)} y1={px(y)} y2={px(y)} />
    }
}
