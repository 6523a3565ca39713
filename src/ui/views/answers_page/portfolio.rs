//! Which projects start when: aim and limits, the run, and the choice that comes of it.

mod choice;
mod limits;

pub(super) use choice::{Arranged, apply};

use super::region::{QuestionRegion, Standing};
use super::ways::money;
use super::{asks, tier_name};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::study::question::Question;
use crate::text::Text;
use crate::ui::controls::{Choice, NumberField, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use crate::units::NominalMoney;
use limits::LimitFields;
use yew::prelude::*;

/// Aim, limits and choice.
#[component]
pub(super) fn PortfolioRegion(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.portfolio.as_ref());
    let standing = Standing::of(snapshot, Topic::Portfolio, answer.as_ref());
    let (aim, limits) = (snapshot.inquiry.aim(), snapshot.inquiry.limits.clone());
    let run = Run {
        topic: Topic::Portfolio,
        question: Question::Portfolio { aim, limits },
        title: text.ask_portfolio(),
        words: text.run_study(),
    };
    part!(QuestionRegion {
        class: "portfolio",
        title: text.ask_portfolio(),
        standing,
        text,
        tools: html! {
            <>
                { aims(snapshot, text) }
                { part!(LimitFields { snapshot: snapshot.clone() }) }
                { run.draw(snapshot, text, standing) }
            </>
        },
        children: html! { <>
            if let Some(answer) = &answer {
                <p class="answer-sentence">{ text.choice_sentence(&snapshot.plan, &answer.value) }</p>
                <p class="caption">{ text.proof_of_choice(&answer.value) }</p>
                if standing.stale { <p class="caption">{ text.about_before() }</p> }
                { part!(Arranged { plan: snapshot.plan.clone(), portfolio: answer.value.clone(), text }) }
                { apply(snapshot, text, &answer.value) }
            }
        </> }
    })
}

fn aims(snapshot: &Snapshot, text: Text) -> Html {
    let inquiry = &snapshot.inquiry;
    let choices = vec![
        Choice { value: "tier".into(), text: text.aim_cheapest(tier_name(snapshot, text)).into() },
        Choice { value: "budget".into(), text: text.aim_most().into() },
    ];
    html! {
        <div class="question-tools">
            { part!(Toggle { name: "aim", label: text.aim(), choices,
                chosen: if inquiry.by_budget { "budget" } else { "tier" },
                on_choose: asks(snapshot, |inquiry, value: AttrValue| inquiry.by_budget = value == "budget") }) }
            if inquiry.by_budget {
                <span class="question-field">
                    <label for="budget">{ text.budget_until(text.year(snapshot.plan.year)) }</label>
                    { part!(NumberField { id: "budget", text: text.money_mark(inquiry.budget),
                        parse: money(text, inquiry.budget),
                        on_type: asks(snapshot, |inquiry, budget| inquiry.budget = NominalMoney(budget)) }) }
                    <span class="lever-unit">{ text.money_unit() }</span>
                </span>
            }
        </div>
    }
}

/// A question that is asked by a button and can be called off.
pub(super) struct Run {
    pub(super) topic: Topic,
    pub(super) question: Question,
    pub(super) title: &'static str,
    pub(super) words: &'static str,
}

impl Run {
    pub(super) fn draw(&self, snapshot: &Snapshot, text: Text, standing: Standing) -> Html {
        if !standing.awaited {
            // What has been answered for this very scenario needs no second run.
            let asked = snapshot.asked.get(&self.topic) == Some(&self.question);
            let done = standing.known && !standing.stale && asked;
            let words = if standing.known && !done { text.run_study_again() } else { self.words };
            return html! {
                <div class="run">
                    <button type="button" class="button main run-study" disabled={done}
                        onclick={does(snapshot, Action::Watched(self.question.clone()))}>{ words }</button>
                </div>
            };
        }
        let done = standing.done.unwrap_or_default();
        html! {
            <div class="run">
                <progress max="1" value={done.0.to_string()} aria-label={text.study_of(self.title)}></progress>
                <span class="caption">{ text.study_done(text.share(done)) }</span>
                <button type="button" class="button cancel-study"
                    onclick={does(snapshot, Action::Unwatched(self.topic))}>{ text.cancel() }</button>
            </div>
        }
    }
}
