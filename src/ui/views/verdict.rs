//! The answer: one large figure and one sentence.

use super::derivation::Why;
use crate::engine::Outcome;
use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::study::caution::caution;
use crate::study::equivalent::EquivalentKind;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::text::verdict::{Ink, Standing, Verdict};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use yew::prelude::*;

/// The sentence for an outcome.
pub(crate) fn verdict(text: Text, plan: &Plan, outcome: &Outcome) -> Verdict {
    let names = plan.tiers.iter().map(|tier| text.name(&tier.name));
    text.verdict(&Standing {
        year: outcome.year,
        nominal: outcome.annual(outcome.year).nominal,
        growth: outcome.growth(outcome.year),
        tiers: names.zip(&outcome.tiers).collect(),
    })
}

/// Figure, marks, sentence and what kind of number it is.
#[component]
pub(crate) fn VerdictPanel(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let sentence = verdict(text, &snapshot.plan, &snapshot.outcome);
    html! {
        <section class="verdict" aria-label={text.tab_result()}>
            <div class="pinned">
                { hero(snapshot, text) }
                { marks(snapshot, text) }
            </div>
            <div class="reading">
                <h2 class="sentence">{ for sentence.spans.iter().map(|span| match span.ink {
                    Ink::Plain => html! { { span.text.clone() } },
                    Ink::Reached => html! { <em>{ span.text.clone() }</em> },
                }) }</h2>
                { caution_line(snapshot, text) }
                { equivalents(snapshot, text) }
            </div>
            { basis(snapshot, text) }
        </section>
    }
}

fn hero(snapshot: &Snapshot, text: Text) -> Html {
    let gdp = |outcome: &Outcome| outcome.annual(outcome.year).nominal;
    let now = gdp(&snapshot.outcome);
    let before = snapshot.ghost.as_ref().map(|ghost| gdp(ghost));
    part!(Why {
        class: "hero",
        subject: Subject::Gdp(snapshot.outcome.year),
        title: text.why_this_number(),
        children: html! { <>
            <span class="unseen">{ text.gdp_of_year(text.year(snapshot.outcome.year)) }</span>
            if let (Some(before), true) = (before, snapshot.held.is_some()) {
                <span class="hero-before">{ text.money_number(before) }{ " →" }</span>
            }
            <span class="hero-number">{ text.money_number(now) }</span>
            <span class="hero-unit">{ text.money_unit() }</span>
            if let Some(before) = before {
                <span class="hero-change">{ text.money_change_number(now - before) }</span>
            }
        </> }
    })
}

/// What the sentence above must not be taken for, said when the futures are known.
fn caution_line(snapshot: &Snapshot, text: Text) -> Html {
    let odds = snapshot.odds();
    let caution = odds.as_ref().and_then(|odds| caution(&snapshot.outcome, &odds.value));
    let class = classes!("caution", odds.is_some_and(|odds| odds.stale).then_some("stale"));
    let unanswered = snapshot.unanswered(Topic::Odds);
    html! {
        if let Some(caution) = caution {
            <p {class}>{ text.caution(&snapshot.plan, caution) }</p>
        } else if let Some(why) = unanswered {
            <p class="caution">{ text.unanswered(why) }</p>
        }
    }
}

/// The tiers in short, for phones.
fn marks(snapshot: &Snapshot, text: Text) -> Html {
    let tiers = snapshot.plan.tiers.iter().zip(&snapshot.outcome.tiers).enumerate();
    let odds = snapshot.odds();
    let stale = odds.as_ref().is_some_and(|odds| odds.stale);
    html! {
        <ul class="marks">{ for tiers.map(|(index, (tier, attainment))| {
            let class = classes!("mark", attainment.attained.then_some("reached"));
            let state = text.tier_brief(attainment);
            let odds = odds.as_ref().and_then(|odds| odds.value.tiers.get(index));
            let stale = odds.is_some_and(|_| stale).then_some("stale");
            html! {
                <li {class}>
                    { part!(Why { class: "mark-why", subject: Subject::Tier(index), title: text.why(), children: html! { format!("{} {} {state}", sign(index), text.name(&tier.name)) } }) }
                    if let Some(odds) = odds {
                        <span class={classes!("mark-odds", stale)}>{ text.odds(odds.attained) }</span>
                    }
                </li>
            }
        }) }</ul>
    }
}

/// The sign of a tier, which says without colour which one it is.
pub(crate) fn sign(index: usize) -> &'static str {
    match index {
        0 => "●",
        1 => "▲",
        _ => "★",
    }
}

/// How many of the levers and projects that close the gap are named beside the two plainest measures.
const NAMED: usize = 2;

/// What would close the gap to the next tier, one thing at a time; a click does it.
///
/// The two plainest measures follow from a formula and move with the lever in hand; the others are
/// searched for when it is let go.
fn equivalents(snapshot: &Snapshot, text: Text) -> Html {
    let (plan, outcome) = (&snapshot.plan, &snapshot.outcome);
    let next = outcome.tiers.iter().find(|tier| !tier.attained);
    let uplift = next.and_then(|tier| outcome.common_uplift(tier));
    let spending = next.and_then(|tier| outcome.spending_to_close(tier));
    let searched = snapshot.current(snapshot.answers.equivalents.as_ref());
    let searched = searched.as_ref().filter(|answer| !answer.stale);
    let named = searched.into_iter().flat_map(|answer| answer.value.iter()).filter(|known| {
        known.enough && matches!(known.kind, EquivalentKind::Lever | EquivalentKind::Earlier { .. })
    });
    let words_or_chip = |words: String, moves: Option<Vec<(Lever, f64)>>| {
        let Some(moves) = moves else { return html! { <span>{ words }</span> } };
        let onclick =
            snapshot.dispatch.reform(move |_: MouseEvent| Action::LeversSet(moves.clone()));
        html! {
            <button type="button" class="link" title={text.apply_equivalent()} {onclick}>{ words }</button>
        }
    };
    let common = Lever::of_year(Kind::CommonGrowth, outcome.year);
    html! {
        <p class="equivalents">
            if let Some(uplift) = uplift {
                { words_or_chip(
                    text.equals_uplift(text.points_gap(uplift.required.points())),
                    // A plan without this lever can say what is missing, but not set it.
                    lever::spec(common, plan).map(|_| {
                        vec![(common, snapshot.scenario.value(common, plan) + uplift.required.0)]
                    }),
                ) }
            }
            if let Some(spending) = spending {
                { words_or_chip(text.equals_spending(text.money_gap(spending)), None) }
            }
            { for named.take(NAMED).filter_map(|known| {
                let moves = known.moves.iter().map(|step| (step.lever, step.to)).collect();
                Some(words_or_chip(text.equivalent(plan, known)?, Some(moves)))
            }) }
        </p>
    }
}

fn basis(snapshot: &Snapshot, text: Text) -> Html {
    let outcome = &snapshot.outcome;
    let year = outcome.year;
    let change = outcome.annual(year).nominal - outcome.baseline_gdp(year);
    html! {
        <p class="basis">
            <span>{ text.hero_basis() }</span>
            <span>{ text.against_baseline(text.money_change(change)) }</span>
            <strong>{ text.not_a_forecast() }</strong>
            { whys(snapshot, text) }
        </p>
    }
}

/// The other figures of the sentence, each with the way to its derivation.
fn whys(snapshot: &Snapshot, text: Text) -> Html {
    let growth = Subject::Growth(snapshot.outcome.year);
    let tiers = snapshot.plan.tiers.iter().enumerate();
    html! {
        <span class="whys">
            { text.why() }{ text.colon() }
            { part!(Why { subject: growth, children: html! { text.growth() } }) }
            { for tiers.map(|(index, tier)| html! {
                <>{ " · " }{ part!(Why { subject: Subject::Tier(index), children: html! { text.name(&tier.name).to_owned() } }) }</>
            }) }
        </span>
    }
}
