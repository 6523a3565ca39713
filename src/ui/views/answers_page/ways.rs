//! What it would take: three ways to the tier or to a level, side by side, and what they may not touch.

use super::region::{QuestionRegion, Standing};
use super::{asks, tier_name};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::study::Move;
use crate::study::recipe::Way;
use crate::text::Text;
use crate::ui::controls::{Choice, NumberField, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use crate::units::NominalMoney;
use yew::prelude::*;

/// Moves in sight; the rest fold away.
const SHORT: usize = 6;

/// The ways with their goal and their locks.
#[component]
pub(super) fn Ways(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.recipes.as_ref());
    let standing = Standing::of(snapshot, Topic::Recipes, answer.as_ref());
    part!(QuestionRegion {
        class: "ways",
        title: text.ask_ways(),
        standing,
        text,
        tools: tools(snapshot, text),
        children: html! { <>
            if let Some(answer) = &answer {
                <div class="ways-row">{ for answer.value.iter().map(|way| column(snapshot, text, way)) }</div>
            } else {
                <p class="answer-empty">{ text.computing() }</p>
            }
            { locks(snapshot, text) }
        </> }
    })
}

fn tools(snapshot: &Snapshot, text: Text) -> Html {
    let inquiry = &snapshot.inquiry;
    let choices = vec![
        Choice { value: "tier".into(), text: text.goal_tier(tier_name(snapshot, text)).into() },
        Choice { value: "level".into(), text: text.goal_level().into() },
    ];
    html! {
        <div class="question-tools">
            { part!(Toggle { name: "goal", label: text.goal_header(), choices,
                chosen: if inquiry.to_level { "level" } else { "tier" },
                on_choose: asks(snapshot, |inquiry, value: AttrValue| inquiry.to_level = value == "level") }) }
            if inquiry.to_level {
                <span class="question-field">
                    { part!(NumberField { id: "goal-level", label: AttrValue::from(text.goal_level_field()),
                        text: text.money_mark(inquiry.level), parse: money(text, inquiry.level),
                        on_type: asks(snapshot, |inquiry, level| inquiry.level = NominalMoney(level)) }) }
                    <span class="lever-unit">{ text.money_unit() }</span>
                </span>
            }
        </div>
    }
}

/// Reads an amount; one that cannot be read leaves the last one standing.
pub(super) fn money(text: Text, kept: NominalMoney) -> Callback<String, Result<f64, AttrValue>> {
    Callback::from(move |typed: String| {
        text.read_money(&typed).map_err(|reason| {
            text.problem_with_kept(reason, text.problem_kept(text.money_stated(kept))).into()
        })
    })
}

/// One way.
fn column(snapshot: &Snapshot, text: Text, way: &Way) -> Html {
    let name = text.recipe(way.recipe);
    html! {
        <section class={classes!("way", way.reached.then_some("reaches"))} aria-label={name} key={name}>
            <h3>{ name }<small>{ text.recipe_help(way.recipe) }</small></h3>
            { body(snapshot, text, way) }
        </section>
    }
}

/// Where a way leads, what it moves, and the button that does it.
pub(super) fn body(snapshot: &Snapshot, text: Text, way: &Way) -> Html {
    let end = match (way.reached, way.moves.is_empty()) {
        (true, true) => text.way_is_there().to_owned(),
        _ => text.way_end(way),
    };
    html! {
        <>
            <p class="way-end">{ end }</p>
            if way.moves.is_empty() {
                if !way.reached { <p class="caption">{ text.way_is_stuck() }</p> }
            } else {
                <p class="caption">{ text.way_money(way) }</p>
                { moves(snapshot, text, &way.moves) }
                <button type="button" class="button apply" onclick={does(snapshot, set(&way.moves))}
                    aria-label={text.apply_way(text.recipe(way.recipe))}>{ text.apply() }</button>
            }
        </>
    }
}

/// All moves as one step.
pub(super) fn set(moves: &[Move]) -> Action {
    Action::LeversSet(moves.iter().map(|one| (one.lever, one.to)).collect())
}

/// What moves, from where to where.
pub(super) fn moves(snapshot: &Snapshot, text: Text, moves: &[Move]) -> Html {
    let (first, rest) = moves.split_at(moves.len().min(SHORT));
    html! {
        <>
            { list(snapshot, text, first) }
            if !rest.is_empty() {
                <details class="disclosure">
                    <summary class="disclosure-title">{ text.way_more(rest.len()) }</summary>
                    { list(snapshot, text, rest) }
                </details>
            }
        </>
    }
}

fn list(snapshot: &Snapshot, text: Text, moves: &[Move]) -> Html {
    let plan = &snapshot.plan;
    html! {
        <ul class="moves">{ for moves.iter().map(|one| html! {
            <li key={one.lever.key(plan)}>
                <span>{ text.lever_name(plan, one.lever) }</span>
                <span class="number">{ text.move_values(plan, one) }</span>
            </li>
        }) }</ul>
    }
}

/// What recipes may not touch.
fn locks(snapshot: &Snapshot, text: Text) -> Html {
    let plan = &snapshot.plan;
    let locked = snapshot.locked.iter().map(|&lever| {
        let name = text.lever_name(plan, lever);
        html! {
            <li key={lever.key(plan)}>
                { name.clone() }
                <button type="button" class="link" aria-label={text.unlock_of(name)}
                    onclick={does(snapshot, Action::LockChosen(lever, false))}>{ text.unlock() }</button>
            </li>
        }
    });
    html! {
        <div class="locks caption">
            if snapshot.locked.is_empty() {
                <p>{ text.locked_none() }</p>
            } else {
                <p>{ text.locked_count(snapshot.locked.len()) }</p>
                <ul class="chips">{ for locked }</ul>
            }
        </div>
    }
}
