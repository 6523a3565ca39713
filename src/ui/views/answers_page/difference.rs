//! Where a difference comes from: what each change is worth, adding up to the whole.

use super::asks;
use super::region::{QuestionRegion, Standing};
use crate::chart::{Bar, stacked};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::session::history::History;
use crate::study::attribution::{Attribution, Part};
use crate::study::question::Question;
use crate::text::Text;
use crate::ui::controls::{Choice, Select, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use yew::prelude::*;

/// Most earlier scenarios offered, the latest ones.
const MOST_STEPS: usize = 40;

/// The parts of a difference, asked for by a button.
#[component]
pub(super) fn Difference(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.attribution.as_ref());
    let standing = Standing::of(snapshot, Topic::Attribution, answer.as_ref());
    let origins = use_memo(
        (snapshot.plan.clone(), snapshot.history.clone(), text),
        |(plan, history, text)| origins(*text, plan, history),
    );
    part!(QuestionRegion {
        class: "difference",
        title: text.ask_difference(),
        standing,
        text,
        tools: tools(snapshot, text, standing, &origins),
        children: html! { <>
            if let Some(answer) = &answer {
                { asked(snapshot, text, &origins) }
                { parts(snapshot, text, &answer.value) }
                if standing.stale { <p class="caption">{ text.about_before() }</p> }
            }
        </> }
    })
}

/// The scenario that a difference is counted from; the plan as written where the step is gone.
fn earlier(history: &History, steps_back: Option<usize>) -> Scenario {
    let step = steps_back.and_then(|back| history.steps().nth(back.checked_sub(1)?));
    step.map(|(scenario, _)| scenario.clone()).unwrap_or_default()
}

/// From where one may count, in words; the first is the plan as written.
fn origins(text: Text, plan: &Plan, history: &History) -> Vec<AttrValue> {
    let steps = history.steps().take(MOST_STEPS).enumerate().map(|(index, (_, changes))| {
        let back = text.count((index + 1) as f64);
        AttrValue::from(text.difference_step(back, text.step(plan, changes)))
    });
    std::iter::once(AttrValue::from(text.difference_plan())).chain(steps).collect()
}

fn tools(snapshot: &Snapshot, text: Text, standing: Standing, origins: &[AttrValue]) -> Html {
    let inquiry = &snapshot.inquiry;
    let chosen = inquiry.steps_back.filter(|&back| back < origins.len()).unwrap_or(0);
    let from = earlier(&snapshot.history, (chosen > 0).then_some(chosen));
    let nothing = from == *snapshot.scenario;
    let ask = Action::Watched(Question::Attribution { from: Box::new(from) });
    let measures = vec![
        Choice { value: "growth".into(), text: text.growth().into() },
        Choice { value: "money".into(), text: text.money_unit().into() },
    ];
    html! {
        <div class="question-tools">
            <span class="tool">
                <span class="tool-name" aria-hidden="true">{ text.difference_from() }</span>
                { part!(Select { label: text.difference_from(), choices: origins.to_vec(), chosen,
                    on_choose: asks(snapshot, |inquiry, back: usize| {
                        inquiry.steps_back = (back > 0).then_some(back);
                    }) }) }
            </span>
            { part!(Toggle { name: "parts-in", label: text.measure(), choices: measures,
                chosen: if inquiry.parts_in_money { "money" } else { "growth" },
                on_choose: asks(snapshot, |inquiry, value: AttrValue| inquiry.parts_in_money = value == "money") }) }
            <button type="button" class="button break-down" disabled={nothing || standing.awaited} onclick={does(snapshot, ask)}>
                { text.difference_run() }
            </button>
            if nothing { <span class="caption">{ text.difference_none() }</span> }
        </div>
    }
}

/// Which scenario the answer in sight is counted from.
fn asked(snapshot: &Snapshot, text: Text, origins: &[AttrValue]) -> Html {
    let Some(Question::Attribution { from }) = snapshot.asked.get(&Topic::Attribution) else {
        return Html::default();
    };
    let mut steps = snapshot.history.steps().take(MOST_STEPS);
    let step = steps.position(|(scenario, _)| *scenario == **from);
    // The first origin is the plan as written, the steps follow.
    let origin = if from.is_as_planned() { Some(0) } else { step.map(|index| index + 1) };
    let words = origin.and_then(|origin| origins.get(origin)).cloned().unwrap_or_default();
    html! { <p class="caption">{ text.difference_from() }{ text.colon() }{ words }</p> }
}

fn parts(snapshot: &Snapshot, text: Text, whole: &Attribution) -> Html {
    let in_money = snapshot.inquiry.parts_in_money;
    let sizes: Vec<f64> = whole
        .parts
        .iter()
        .map(|part| if in_money { part.nominal.0 } else { part.growth.0 })
        .collect();
    let fall = stacked(&sizes);
    let note = if whole.exact { text.difference_exact() } else { text.difference_sampled() };
    let rows = whole.parts.iter().zip(&fall);
    html! {
        <>
            <p class="answer-sentence">
                { text.difference_is(text.money_change(whole.nominal), text.points_change(whole.growth)) }
            </p>
            <div class="table-frame" role="group" tabindex="0" aria-label={text.ask_difference()}>
                <table class="table parts">
                    <thead><tr>
                        <th scope="col">{ text.difference_change() }</th>
                        <td class="part-bar"></td>
                        <th scope="col" class="number">{ text.decides_points() }</th>
                        <th scope="col" class="number">{ text.in_unit(text.level(), text.money_unit()) }</th>
                    </tr></thead>
                    <tbody>
                        { for rows.map(|(part, bar)| row(snapshot, text, part, *bar)) }
                    </tbody>
                    <tfoot><tr class="total">
                        <th scope="row">{ text.total() }</th>
                        <td class="part-bar"></td>
                        <td class="number">{ text.points_number(whole.growth) }</td>
                        <td class="number">{ text.money_change_number(whole.nominal) }</td>
                    </tr></tfoot>
                </table>
            </div>
            <p class="caption">{ note }</p>
            <p class="caption">{ text.rounding_note() }</p>
        </>
    }
}

fn row(snapshot: &Snapshot, text: Text, part: &Part, bar: Bar) -> Html {
    let percent = |share: f64| format!("{:.2}%", share * 100.0);
    let (from, to) = (bar.start.min(bar.end), bar.start.max(bar.end));
    let falls = (bar.end < bar.start).then_some("contribution-falls");
    html! {
        <tr>
            <th scope="row">{ text.change(&snapshot.plan, &part.change) }</th>
            <td class="part-bar">
                <svg class={classes!("contribution", "kind-2", falls)} aria-hidden="true" focusable="false">
                    <rect class="bar" x={percent(from)} width={percent(to - from)} y="15%" height="70%" />
                </svg>
            </td>
            <td class="number">{ text.points_number(part.growth) }</td>
            <td class="number">{ text.money_change_number(part.nominal) }</td>
        </tr>
    }
}
