//! The screen: the only layer that knows a browser.

mod app;
pub mod controls;

/// Draws the app into the page.
pub fn start() {
    yew::Renderer::<app::App>::new().render();
}
