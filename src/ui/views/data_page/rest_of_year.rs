//! What the quarters still open must do for each tier, and how the year stands against its pace.

use crate::engine::outcome::Required;
use crate::text::Text;
use crate::ui::snapshot::{RegionProps, Snapshot};
use yew::prelude::*;

/// The panel.
#[component]
pub(super) fn RestOfYear(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let year = snapshot.plan.year;
    let outcome = &snapshot.outcome;
    let known = outcome.grid.quarters_of(year).filter(|&t| outcome.known[t]).count();
    html! {
        <section class="panel rest-of-year" aria-labelledby="rest-title">
            <h2 id="rest-title">{ text.rest_of_year() }</h2>
            { body(snapshot, text, known) }
        </section>
    }
}

fn body(snapshot: &Snapshot, text: Text, known: usize) -> Html {
    if known == 0 {
        return html! { <p class="quiet">{ text.rest_none() }</p> };
    }
    let tiers: Vec<(&str, Required)> = snapshot
        .plan
        .tiers
        .iter()
        .zip(&snapshot.outcome.tiers)
        .filter_map(|(tier, attainment)| Some((text.name(&tier.name), attainment.required?)))
        .collect();
    let Some((_, first)) = tiers.first() else {
        return html! { <p class="quiet">{ text.required_nothing() }</p> };
    };
    let so_far = text.so_far(part_known(snapshot, text, known), text.rate_fine(first.so_far));
    html! {
        <>
            <p>{ so_far }</p>
            <ul class="tiers-required">
                { for tiers.iter().map(|(name, required)| tier_line(text, name, required)) }
            </ul>
            <p class="caption">{ text.pace_help() }</p>
        </>
    }
}

/// The known quarters by name where they are the first of the year, otherwise by number.
fn part_known(snapshot: &Snapshot, text: Text, known: usize) -> String {
    let outcome = &snapshot.outcome;
    let mut quarters = outcome.grid.quarters_of(outcome.year);
    match quarters.clone().take_while(|&t| outcome.known[t]).last() {
        Some(last) if quarters.all(|t| outcome.known[t] == (t <= last)) => {
            text.year_to_date(last).to_owned()
        }
        _ => text.quarters_filled(known),
    }
}

fn tier_line(text: Text, name: &str, required: &Required) -> Html {
    html! {
        <li class="tier-required" key={name.to_owned()}>
            <p class="required-line">{ text.required_each(name, text.rate_fine(required.growth)) }</p>
            <p class="caption">{ text.needs(required) }</p>
            { pace(required) }
            <p class="caption">{ text.pace_line(required) }</p>
        </li>
    }
}

/// A bar of what is done, with a mark where the year should stand; the words beside it say the same.
fn pace(required: &Required) -> Html {
    let (done, pace) = (required.done.0.clamp(0.0, 1.0), required.pace.0.clamp(0.0, 1.0));
    html! {
        <svg class="pace" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="pace-year" width="1" height="1" />
            <rect class="pace-done" width={done.to_string()} height="1" />
            <line class="pace-mark" x1={pace.to_string()} x2={pace.to_string()} y1="0" y2="1" />
        </svg>
    }
}
