//! Geometry of the pictures: numbers in, coordinates out, and no browser.
//!
//! Everything is in CSS pixels with y growing downwards, as SVG has it. Data values are bare
//! numbers: this module knows neither money nor time. Sizes that go with text are multiples of the
//! caption size, so that one layout serves the laptop, the wall and the phone.
//!
//! [`Instrument`] lays out the main picture: a plot, the water gauge 水尺 at its right edge, a loupe
//! that magnifies the stretch around the water level, and flags that name the tiers.

mod dumbbell;
mod frame;
mod funnel;
mod gauge;
mod instrument;
mod labels;
mod path;
mod rows;
mod scale;
mod shape;
mod ticks;
mod waterfall;

pub use dumbbell::{Dot, Dumbbell, dumbbell, shared_scale};
pub use frame::{Margins, Rect};
pub use funnel::{outline, widest};
pub use gauge::{Graduation, Length, graduations, loupe_half, loupe_window, teeth};
pub use instrument::{Detail, Instrument};
pub use labels::{Wish, aside, extent, place, thin, wrap};
pub use path::{area, extremes, polyline, px, step};
pub use rows::{Drawn, Rows};
pub use scale::{Band, Linear};
pub use shape::Shape;
pub use ticks::{Ticks, nice_step, padded, ticks};
pub use waterfall::{Bar, BrokenScale, Waterfall, stacked};
