//! Where the year's project money comes from, what is missing, and what public money brings.

use super::derivation::Why;
use crate::engine::outcome::Funding;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::part::part;
use crate::ui::snapshot::RegionProps;
use yew::prelude::*;

/// Need, money at hand and gap of each source in the year on screen.
#[component]
pub(crate) fn FundingTable(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let (text, plan, outcome) = (snapshot.text(), &snapshot.plan, &snapshot.outcome);
    let year = snapshot.screen.year;
    let Some(index) = plan.grid.year_index(year) else { return Html::default() };
    let sources = plan.sources.iter().zip(&outcome.funding);
    let rows = sources.enumerate().filter_map(|(item, (source, years))| {
        let funding = *years.get(index)?;
        Some(html! {
            <tr key={source.id.clone()}>
                <th scope="row">{ text.name(&source.name).to_owned() }</th>
                <td class="number">
                    { part!(Why { subject: Subject::Funding(item, year), title: text.why(), children: html! { text.money_number(funding.need) } }) }
                </td>
                <td class="number">{ available(text, funding) }</td>
                <td class="number">{ gap(text, funding) }</td>
            </tr>
        })
    });
    let effect = outcome.value_added_per_public_yuan(plan, year);
    html! {
        <section class="funding">
            <div class="table-frame">
                <table class="table">
                    <caption>{ text.funding_caption(text.money_unit()) }</caption>
                    <thead><tr>
                        <th scope="col">{ text.funding_source() }</th>
                        <th scope="col" class="number">{ text.funding_need() }</th>
                        <th scope="col" class="number">{ text.funding_available() }</th>
                        <th scope="col" class="number">{ text.header_gap() }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            if let Some(effect) = effect {
                <p class="caption">{ text.public_money_effect(text.number(effect, 2)) }</p>
            }
        </section>
    }
}

fn available(text: Text, funding: Funding) -> String {
    match funding.available {
        Some(available) => text.money_number(available),
        None => text.funding_unlimited().to_owned(),
    }
}

fn gap(text: Text, funding: Funding) -> String {
    match funding.gap() {
        Some(gap) if gap.0 > 0.0 => text.funding_short(text.money_gap(gap)),
        Some(gap) => text.funding_left(text.money_gap(gap)),
        None => text.funding_unlimited().to_owned(),
    }
}
