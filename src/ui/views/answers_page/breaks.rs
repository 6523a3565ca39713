//! What breaks first, and what repairs it.

use super::asks;
use super::region::{QuestionRegion, Standing};
use super::ways::{body, moves, set};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::study::breaking_point::BreakingPoint;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use crate::units::Share;
use yew::prelude::*;

/// The weakest point; once its news has been let in, what became of the tier.
#[component]
pub(super) fn Breaks(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.breaking_point.as_ref());
    let standing = Standing::of(snapshot, Topic::BreakingPoint, answer.as_ref());
    let struck = snapshot.inquiry.struck(&snapshot.scenario, &snapshot.plan);
    let standing = if struck.is_some() { Standing::default() } else { standing };
    part!(QuestionRegion {
        class: "breaks",
        title: text.ask_breaks(),
        standing,
        text,
        children: html! { match (struck, answer.as_ref().map(|answer| &*answer.value)) {
            (Some(struck), _) => happened(snapshot, text, struck),
            (None, Some(Some(point))) => weakest(snapshot, text, point),
            (None, Some(None)) => html! { <p>{ text.breaks_nothing_reached() }</p> },
            (None, None) => html! { <p class="answer-empty">{ text.computing() }</p> },
        } }
    })
}

fn weakest(snapshot: &Snapshot, text: Text, point: &BreakingPoint) -> Html {
    let sentence = text.breaking_sentence(&snapshot.plan, point);
    if point.news.is_empty() {
        return html! { <p class="answer-sentence">{ sentence }</p> };
    }
    let strike = {
        let (news, kept) = (set(&point.news), point.clone());
        let keep = asks(snapshot, move |inquiry, ()| inquiry.struck = Some(kept.clone()));
        let dispatch = snapshot.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            keep.emit(());
            dispatch.emit(news.clone());
        })
    };
    html! {
        <>
            <p class="answer-sentence">{ sentence }</p>
            <p class="caption">{ text.breaks_size(text.share(Share(point.size))) }</p>
            <button type="button" class="button strike" onclick={strike}>{ text.breaks_strike() }</button>
            { repair(snapshot, text, point, false) }
        </>
    }
}

/// The news stands: what became of the tier, and the way back.
fn happened(snapshot: &Snapshot, text: Text, struck: &BreakingPoint) -> Html {
    let plan = &snapshot.plan;
    let name = plan.tiers.get(struck.tier).map_or(DASH, |tier| text.name(&tier.name));
    let Some(tier) = snapshot.outcome.tiers.get(struck.tier) else { return Html::default() };
    let state = text.tier_state(tier);
    let sentence =
        if tier.attained { text.breaks_held(name, state) } else { text.breaks_lost(name, state) };
    let back = Action::LeversSet(struck.news.iter().map(|one| (one.lever, one.from)).collect());
    html! {
        <>
            <p class="answer-sentence" role="status">{ sentence }</p>
            { moves(snapshot, text, &struck.news) }
            <button type="button" class="button take-back" onclick={does(snapshot, back)}>
                { text.breaks_take_back() }
            </button>
            if !tier.attained { { repair(snapshot, text, struck, true) } }
        </>
    }
}

/// The cheapest way back; it can be taken only where the news stands.
fn repair(snapshot: &Snapshot, text: Text, point: &BreakingPoint, happened: bool) -> Html {
    let way = point.repair.as_ref();
    html! {
        <section class="repair" aria-label={text.repair()}>
            <h3>{ text.repair() }</h3>
            { match way {
                None => html! { <p>{ text.repair_missing() }</p> },
                Some(way) if happened => body(snapshot, text, way),
                Some(way) => html! {
                    <>
                        <p class="way-end">{ text.way_end(way) }</p>
                        <p class="caption">{ text.way_money(way) }</p>
                        { moves(snapshot, text, &way.moves) }
                    </>
                },
            } }
        </section>
    }
}
