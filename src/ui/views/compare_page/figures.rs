//! One table: what comes of each scenario, and below it the inputs that differ.

use super::inputs::{MOST_ROWS, Worth, below, differences, rows};
use super::{column_class, column_name, contenders, letter};
use crate::engine::outcome::Attainment;
use crate::session::answers::Topic;
use crate::session::compare::Contender;
use crate::text::Text;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::ui::views::answers_page::region::Standing;
use crate::ui::views::verdict::sign;
use yew::prelude::*;

/// Results and inputs, one column for each scenario.
#[component]
pub(super) fn Figures(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let contenders = contenders(snapshot);
    let answer = snapshot.current(snapshot.answers.comparison.as_ref());
    let standing = Standing::of(snapshot, Topic::Comparison, answer.as_ref());
    let worth = Worth { answer, standing };
    let all = use_state_eq(|| false);
    let differences = differences(snapshot, &contenders);
    let most = if *all { differences.len() } else { MOST_ROWS };
    html! {
        <section class="question compare-figures" aria-label={text.compare_results()}>
            <table class="table compare-table">
                <thead><tr>
                    <td></td>
                    { for contenders.iter().map(|one| head(snapshot, one)) }
                </tr></thead>
                <tbody>
                    { heading(text.compare_results(), &contenders) }
                    { gdp(text, &contenders) }
                    { growth(text, &contenders) }
                    { for (0..snapshot.plan.tiers.len()).map(|tier| tier_row(snapshot, text, &contenders, tier)) }
                </tbody>
                { rows(snapshot, text, &differences, &contenders, &worth, most) }
            </table>
            { below(text, &differences, &worth, &all) }
        </section>
    }
}

fn head(snapshot: &Snapshot, one: &Contender) -> Html {
    html! {
        <th scope="col" class={column_class(one.place)}>
            <span class="compare-letter">{ letter(one.place) }</span>{ " " }
            { column_name(snapshot, one.place) }
        </th>
    }
}

/// A heading within the table. A cell that spans would hold open the columns that a phone hides.
pub(super) fn heading(words: &'static str, contenders: &[Contender]) -> Html {
    html! {
        <tr class="compare-heading">
            <th scope="rowgroup">{ words }</th>
            { for contenders.iter().map(|one| html! { <td class={column_class(one.place)}></td> }) }
        </tr>
    }
}

/// A row whose cells say a figure and, but for the first, how it differs from the first.
fn row(name: Html, contenders: &[Contender], cell: impl Fn(&Contender) -> Html) -> Html {
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { for contenders.iter().map(|one| html! {
                <td class={column_class(one.place)}>{ cell(one) }</td>
            }) }
        </tr>
    }
}

fn figure(number: String, change: Option<String>) -> Html {
    html! {
        <>
            <span class="compare-figure">{ number }</span>
            if let Some(change) = change { <small class="compare-small">{ change }</small> }
        </>
    }
}

fn gdp(text: Text, contenders: &[Contender]) -> Html {
    let level = |one: &Contender| one.outcome.annual(one.outcome.year).nominal;
    let first = contenders.first().map(level);
    let name = html! { <>{ text.gdp() }<small class="compare-small">{ text.money_unit() }{ " · " }{ text.current_prices() }</small></> };
    row(name, contenders, |one| {
        let change = first.filter(|_| one.place > 0).map(|first| level(one) - first);
        figure(text.money_number(level(one)), change.map(|change| text.money_change_number(change)))
    })
}

fn growth(text: Text, contenders: &[Contender]) -> Html {
    let growth = |one: &Contender| one.outcome.growth(one.outcome.year);
    let first = contenders.first().map(growth);
    let name = html! { <>{ text.growth() }<small class="compare-small">{ text.constant_prices() }</small></> };
    row(name, contenders, |one| {
        let change =
            first.filter(|_| one.place > 0).map(|first| growth(one).points() - first.points());
        figure(text.rate_fine(growth(one)), change.map(|change| text.points_change(change)))
    })
}

fn tier_row(snapshot: &Snapshot, text: Text, contenders: &[Contender], index: usize) -> Html {
    let tier = snapshot.plan.tiers.get(index);
    let name =
        tier.map_or_else(String::new, |tier| format!("{} {}", sign(index), text.name(&tier.name)));
    row(html! { { name } }, contenders, |one| match one.outcome.tiers.get(index) {
        Some(tier) => state(text, tier),
        None => Html::default(),
    })
}

/// Reached or not, by how much, and by which test.
fn state(text: Text, tier: &Attainment) -> Html {
    let class = classes!("compare-figure", tier.attained.then_some("reached"));
    let word = if tier.attained { text.tier_reached() } else { text.tier_not_reached() };
    html! {
        <>
            <span {class}>{ word }</span>
            <small class="compare-small">{ text.tier_state(tier) }</small>
            if let Some(binding) = text.tier_binding(tier) {
                <small class="compare-small">{ binding }</small>
            }
        </>
    }
}
