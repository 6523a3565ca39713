//! The screen: the only layer that knows a browser.

mod app;
mod browser;
mod charts;
mod controls;
mod snapshot;
mod views;

use crate::seeds;
use std::rc::Rc;

/// Draws the app into the page, with the plan that comes with it.
///
/// # Panics
///
/// When the plan that comes with the app is broken, which a test rules out; the page then says so.
pub fn start() {
    let plan = Rc::new(seeds::chengguan());
    yew::Renderer::<app::App>::with_props(app::AppProps { plan }).render();
}
