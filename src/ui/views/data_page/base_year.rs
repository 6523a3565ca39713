//! The base year: how much GDP there was, how it divides, and where each number comes from.

use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever};
use crate::text::Text;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use crate::ui::views::lever::LeverControl;
use crate::ui::views::levers::{lever_words, use_acts};
use yew::prelude::*;

/// What the panel is given.
#[derive(PartialEq, Properties)]
pub(super) struct BaseYearProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// The heading, for whoever leads the planner here.
    pub heading: NodeRef,
}

/// The panel.
#[component]
pub(super) fn BaseYear(props: &BaseYearProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let on_act = use_acts(snapshot, snapshot.catalogue.clone());
    let lever = Lever::of_plan(Kind::BaseGdp, &snapshot.plan);
    let index = snapshot.catalogue.iter().position(|spec| spec.lever == lever);
    html! {
        <section class="panel base-year" aria-labelledby="base-year-title">
            <h2 id="base-year-title" ref={props.heading.clone()} tabindex="-1">
                { text.base_year_title(text.year(snapshot.plan.grid.base_year)) }
            </h2>
            if let Some(index) = index {
                { part!(LeverControl { catalogue: snapshot.catalogue.clone(), index, text,
                    value: snapshot.scenario.value(lever, &snapshot.plan),
                    plan: snapshot.plan.clone(), words: lever_words(text), on_act }) }
            }
            <p class="quiet">{ text.base_year_how() }</p>
            { industries(snapshot, text) }
            { evidence(&snapshot.plan, text) }
        </section>
    }
}

fn industries(snapshot: &Snapshot, text: Text) -> Html {
    let (plan, outcome) = (&snapshot.plan, &snapshot.outcome);
    let base = plan.grid.base_year;
    let rows = plan.industries.iter().enumerate().map(|(item, industry)| {
        let provenance = industry.share.provenance;
        html! {
            <tr key={industry.id.clone()}>
                <th scope="row">{ text.name(&industry.name).to_owned() }</th>
                <td class="number">{ text.share_number(industry.share.value) }</td>
                <td class="number">{ text.money_number(outcome.annual_in(item, base).nominal) }</td>
                <td class="number">{ planned_growth(snapshot, text, item) }</td>
                <td title={text.provenance_help(provenance)}>{ text.provenance(provenance) }</td>
            </tr>
        }
    });
    html! {
            <div class="table-frame" tabindex="0" role="group" aria-labelledby="base-year-title">
                <table class="table base-year-table">
                <caption>{ text.base_year_caption(text.money_unit()) }</caption>
                <thead><tr>
                    <th scope="col">{ text.header_industry() }</th>
                    <th scope="col" class="number">{ text.header_share_percent() }</th>
                    <th scope="col" class="number">{ text.header_value_added() }</th>
                    <th scope="col" class="number">{ text.header_growth_planned(text.year(plan.year)) }</th>
                    <th scope="col">{ text.header_evidence() }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn planned_growth(snapshot: &Snapshot, text: Text, item: usize) -> String {
    let lever = Lever::of_industry(Kind::Growth, item, snapshot.plan.year);
    let spec = snapshot.catalogue.iter().find(|spec| spec.lever == lever);
    spec.map_or_else(String::new, |spec| text.lever_number(spec, spec.default))
}

/// The sources of the shares, each said once with the industries that it stands behind.
fn evidence(plan: &Plan, text: Text) -> Html {
    let lines = plan.share_sources().into_iter().map(|(source, items)| {
        let names = if items.len() == plan.industries.len() {
            text.all_industries().to_owned()
        } else if let [only] = items[..] {
            text.name(&plan.industries[only].name).to_owned()
        } else {
            text.some_industries(items.len())
        };
        let source = if source.is_empty() { text.no_source() } else { source };
        html! { <li>{ text.evidence_of(names, source) }</li> }
    });
    html! { <ul class="plain-list caption">{ for lines }</ul> }
}
