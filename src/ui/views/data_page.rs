//! The data page: which plan is in use and how to open another, the base year, figures already
//! known, working back from a goal, and how attainment is judged.

mod actual_cell;
mod actuals;
mod back_calculation;
mod base_year;
mod judging;
mod opening;
mod plan_panel;
mod rest_of_year;
mod troubles;

use super::footer::Footer;
use super::notices::Notices;
use super::top_bar::TopBar;
use crate::plan::provenance::Provenance;
use crate::ui::browser::{arrivals, files};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use actuals::Actuals;
use back_calculation::BackCalculation;
use base_year::BaseYear;
use judging::Judging;
use opening::{Opening, use_opening};
use plan_panel::PlanPanel;
use rest_of_year::RestOfYear;
use std::rc::Rc;
use troubles::Troubles;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn DataPage(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let opening = use_opening(snapshot);
    let body = use_node_ref();
    let base_year = use_node_ref();
    let over = use_state_eq(|| false);
    let drops = drop_target(&opening, &body, &over);
    // With another plan, half-typed figures and chosen industries mean nothing any more.
    let plan = format!("{:p}", Rc::as_ptr(&snapshot.plan.0));
    html! {
        <div class="page">
            { part!(TopBar { snapshot: snapshot.clone() }) }
            { part!(Notices { snapshot: snapshot.clone() }) }
            <main ref={body} class="page-body data-page" data-over={over.then_some("true")}
                aria-label={text.data_page()} ondragover={drops.over} ondragleave={drops.leave}
                ondrop={drops.take}>
                { placeholder_invitation(snapshot, &base_year) }
                { part!(Troubles { snapshot: snapshot.clone(), stage: opening.stage(),
                    on_dismiss: opening.dismissal() }) }
                <div class="data-main" key={plan}>
                    { part!(Actuals { snapshot: snapshot.clone() }) }
                    { part!(RestOfYear { snapshot: snapshot.clone() }) }
                    { part!(BackCalculation { snapshot: snapshot.clone() }) }
                </div>
                <div class="data-side">
                    { part!(PlanPanel { snapshot: snapshot.clone(), stage: opening.stage(),
                        on_offer: opening.offering(), on_plan: opening.finding() }) }
                    { part!(BaseYear { snapshot: snapshot.clone(), heading: base_year }) }
                    { part!(Judging { snapshot: snapshot.clone() }) }
                </div>
                { opening.question(snapshot) }
                if *over {
                    <p class="drop-veil">{ text.drop_now() }</p>
                }
            </main>
            { part!(Footer { snapshot: snapshot.clone() }) }
        </div>
    }
}

/// The first thing a planner of a real district is asked to do.
fn placeholder_invitation(snapshot: &Snapshot, base_year: &NodeRef) -> Html {
    let text = snapshot.text();
    let assumed = |provenance| provenance == Provenance::Assumption;
    if !snapshot.plan.industries.iter().any(|industry| assumed(industry.share.provenance)) {
        return Html::default();
    }
    let onclick = {
        let base_year = base_year.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(heading) = base_year.cast::<web_sys::HtmlElement>() {
                // Focus scrolls there too.
                let _ = heading.focus();
            }
        })
    };
    html! {
        <div class="notice data-invitation" data-kind="warning">
            <p>
                { text.bring_your_own() }{ " " }
                <button type="button" class="link" {onclick}>{ text.fill_in_how() }</button>
            </p>
        </div>
    }
}

/// What a page does with things dragged over it.
struct Drops {
    over: Callback<DragEvent>,
    leave: Callback<DragEvent>,
    take: Callback<DragEvent>,
}

fn drop_target(opening: &Opening, body: &NodeRef, over: &UseStateHandle<bool>) -> Drops {
    let carries_files = |event: &DragEvent| {
        event.data_transfer().is_some_and(|transfer| {
            transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
        })
    };
    Drops {
        over: {
            let over = over.clone();
            Callback::from(move |event: DragEvent| {
                if carries_files(&event) {
                    // Without this the browser would leave the app and show the file instead.
                    event.prevent_default();
                    over.set(true);
                }
            })
        },
        leave: {
            let (over, body) = (over.clone(), body.clone());
            Callback::from(move |event: DragEvent| {
                let to = event.related_target();
                let to = to.and_then(|target| {
                    wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(target).ok()
                });
                let inside = body.get().is_some_and(|body| body.contains(to.as_ref()));
                if to.is_none() || !inside {
                    over.set(false);
                }
            })
        },
        take: {
            let (over, opening) = (over.clone(), opening.clone());
            Callback::from(move |event: DragEvent| {
                over.set(false);
                let transfer = event.data_transfer();
                // A scenario may be dropped anywhere and is opened by the page as a whole.
                let tables = transfer.filter(|transfer| !arrivals::is_scenario(transfer));
                let dropped = tables.and_then(|transfer| files::dropped(&transfer));
                if let Some(dropped) = dropped {
                    event.prevent_default();
                    opening.read(dropped.files());
                }
            })
        },
    }
}
