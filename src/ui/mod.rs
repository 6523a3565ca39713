//! The screen: the only layer that knows a browser.

mod app;
pub mod browser;
mod calm;
pub mod charts;
pub mod controls;
mod part;
mod snapshot;
mod views;

use crate::plan::Plan;
use crate::seeds;
use crate::session::keeping::Lack;
use browser::store::{self, Begun};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use views::broken_plan::BrokenPlan;
use wasm_bindgen_futures::spawn_local;

/// How long the app waits for what is kept before it starts without.
const LONGEST_WAIT_MS: u32 = 2_000;

/// The app before it is shown.
struct Start {
    plan: Rc<Plan>,
    /// Set once it is shown.
    late: RefCell<Option<app::Late>>,
}

impl Start {
    /// Shows the app with what is kept; once it is shown, tells it.
    fn with(&self, begun: Begun) {
        let mut late = self.late.borrow_mut();
        match &*late {
            Some(late) => {
                if let Some(report) = &*late.borrow()
                    && begun.has_database()
                {
                    report.emit(store::Event::Late(begun));
                }
            }
            None => {
                let plan = self.plan.clone();
                let shown = app::Late::default();
                *late = Some(shown.clone());
                let begun = Rc::new(begun);
                let properties = app::AppProps { plan, begun, late: shown };
                yew::Renderer::<app::App>::with_props(properties).render();
            }
        }
    }
}

/// Draws the app into the page, with the plan that comes with it.
pub fn start() {
    match seeds::chengguan() {
        Ok(plan) => {
            let plan = Rc::new(plan);
            // Whichever comes first shows the app, and the other is told to it.
            let start = Rc::new(Start { plan, late: RefCell::default() });
            let waiting = start.clone();
            Timeout::new(LONGEST_WAIT_MS, move || waiting.with(Begun::without(Lack::Silent)))
                .forget();
            spawn_local(async move { start.with(store::begin().await) });
        }
        Err(problems) => {
            let problems = problems.iter().map(ToString::to_string).collect();
            let properties = views::broken_plan::BrokenPlanProps { problems };
            part::start::<BrokenPlan>(properties);
        }
    }
}
