//! Which projects decide.

use super::region::{QuestionRegion, Standing};
use super::tier_name;
use crate::order;
use crate::session::answers::Topic;
use crate::session::inquiry::most_decisive;
use crate::study::marginal::Marginal;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::ui::views::verdict::sign;
use yew::prelude::*;

/// Most projects listed.
const TOP: usize = 10;

/// The projects that add most, and which of them decides most often.
#[component]
pub(super) fn Decides(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.marginals.as_ref());
    let standing = Standing::of(snapshot, Topic::Marginals, answer.as_ref());
    let standing = if snapshot.plan.projects.is_empty() { standing } else { standing.always() };
    let year = text.year(snapshot.plan.year);
    part!(QuestionRegion {
        class: "decides",
        title: text.ask_decides(),
        note: text.decides_note(year),
        standing,
        text,
        children: html! { match &answer {
            _ if snapshot.plan.projects.is_empty() => html! { <p>{ text.decides_none() }</p> },
            Some(answer) => listed(snapshot, text, &answer.value),
            None => html! { <p class="answer-empty">{ text.computing() }</p> },
        } }
    })
}

fn listed(snapshot: &Snapshot, text: Text, marginals: &[Marginal]) -> Html {
    let mut ranked: Vec<&Marginal> = marginals.iter().collect();
    order::sort(&mut ranked, |one, other| other.nominal.0.total_cmp(&one.nominal.0));
    ranked.truncate(TOP);
    let tiers = &snapshot.plan.tiers;
    html! {
        <>
            <p class="answer-sentence">{ sentence(snapshot, text, marginals) }</p>
            <div class="table-frame" role="group" tabindex="0" aria-label={text.ask_decides()}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ text.project() }</th>
                        <th scope="col" class="number">{ text.in_unit(text.decides_adds(), text.money_unit()) }</th>
                        <th scope="col" class="number">{ text.decides_points() }</th>
                        { for tiers.iter().enumerate().map(|(index, tier)| html! {
                            <th scope="col" class="number">
                                { text.decides_odds(format!("{} {}", sign(index), text.name(&tier.name))) }
                            </th>
                        }) }
                        <th scope="col" class="number">{ text.decides_header(tier_name(snapshot, text)) }</th>
                    </tr></thead>
                    <tbody>{ for ranked.into_iter().map(|one| row(snapshot, text, one)) }</tbody>
                </table>
            </div>
            if marginals.len() > TOP {
                <p class="caption">{ text.decides_rest(text.count(TOP as f64)) }</p>
            }
        </>
    }
}

fn sentence(snapshot: &Snapshot, text: Text, marginals: &[Marginal]) -> String {
    let tier = snapshot.inquiry.tier;
    let name = tier_name(snapshot, text);
    match most_decisive(marginals, tier) {
        Some((one, often)) => {
            text.decides_most(project(snapshot, text, one), text.of_hundred(often), name)
        }
        None => text.decides_never(name),
    }
}

fn project<'a>(snapshot: &'a Snapshot, text: Text, one: &Marginal) -> &'a str {
    let project = snapshot.plan.projects.get(one.project);
    project.map_or(DASH, |project| text.name(&project.name))
}

fn row(snapshot: &Snapshot, text: Text, one: &Marginal) -> Html {
    let decides = one.decides.get(snapshot.inquiry.tier);
    html! {
        <tr key={one.project}>
            <th scope="row">{ project(snapshot, text, one) }</th>
            <td class="number">{ text.money_change_number(one.nominal) }</td>
            <td class="number">{ text.points_number(one.growth) }</td>
            { for one.odds.iter().map(|&odds| html! { <td class="number">{ text.odds_change(odds) }</td> }) }
            <td class="number">{ decides.map_or(DASH.to_owned(), |&often| text.of_hundred(often)) }</td>
        </tr>
    }
}
