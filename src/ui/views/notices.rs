//! Lines that must be read before the numbers are believed.

use super::shell::RegionProps;
use yew::prelude::*;

/// The notice that the tiers do not share one base year.
#[component]
pub(crate) fn Notices(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let notice = text.implied_base_notice(snapshot.plan.grid.base_year, &snapshot.outcome.tiers);
    html! {
        <div class="notices">
            if let Some(notice) = notice {
                <p class="notice" data-kind="warning">{ notice }</p>
            }
        </div>
    }
}
