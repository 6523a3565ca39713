//! The screen: the only layer that knows a browser.

mod app;
pub mod browser;
pub mod charts;
pub mod controls;
mod part;
mod snapshot;
mod views;

use crate::seeds;
use std::rc::Rc;
use views::broken_plan::BrokenPlan;

/// Draws the app into the page, with the plan that comes with it.
pub fn start() {
    match seeds::chengguan() {
        Ok(plan) => {
            let plan = Rc::new(plan);
            yew::Renderer::<app::App>::with_props(app::AppProps { plan }).render();
        }
        Err(problems) => {
            let problems = problems.iter().map(ToString::to_string).collect();
            let properties = views::broken_plan::BrokenPlanProps { problems };
            part::start::<BrokenPlan>(properties);
        }
    }
}
