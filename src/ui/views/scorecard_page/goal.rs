//! One goal: what was promised, how far it is, and what the model says beside it.

use super::super::derivation::Why;
use super::pillar::go;
use crate::plan::Plan;
use crate::plan::indicator::Indicator;
use crate::plan::progress::{Standing, part_done, standing};
use crate::session::action::Action;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::controls::{NumberField, Parsed};
use crate::ui::part::part;
use crate::ui::snapshot::Same;
use crate::units::Share;
use yew::prelude::*;

/// What the model says beside a linked goal.
#[derive(Clone, PartialEq)]
pub(super) struct Model {
    /// Its own figure.
    pub(super) figure: AttrValue,
    /// What it is, for its derivation.
    pub(super) subject: Option<Subject>,
    /// What the way to it reads.
    pub(super) way: AttrValue,
}

/// What a goal needs to be drawn; it is drawn again only when one of them changes.
#[derive(PartialEq, Properties)]
pub(super) struct GoalRowProps {
    pub(super) plan: Same<Plan>,
    pub(super) goal: usize,
    pub(super) progress: Option<f64>,
    pub(super) elapsed: Share,
    pub(super) text: Text,
    pub(super) model: Option<Model>,
    pub(super) dispatch: Callback<Action>,
}

/// One goal.
#[component]
pub(super) fn GoalRow(props: &GoalRowProps) -> Html {
    let GoalRowProps { plan, goal, progress, elapsed, text, model, dispatch } = props;
    let (index, text, progress) = (*goal, *text, *progress);
    let parse = use_callback((plan.clone(), index, text, progress), |typed: String, given| {
        let (plan, index, text, progress) = given;
        match plan.indicators.get(*index) {
            Some(goal) => read(*text, goal, *progress, &typed),
            None => Err(AttrValue::default()),
        }
    });
    let on_type = use_callback((dispatch.clone(), index), |value: f64, (dispatch, index)| {
        let reported = (!value.is_nan()).then_some(value);
        dispatch.emit(Action::ProgressEntered(*index, reported));
    });
    let onclick = use_callback(
        (plan.clone(), index, dispatch.clone()),
        |_: MouseEvent, (plan, index, dispatch)| {
            if let Some(link) = plan.indicators.get(*index).and_then(|goal| goal.link) {
                go(plan, link, dispatch);
            }
        },
    );
    let Some(own) = plan.indicators.get(index) else { return Html::default() };
    let stands = standing(own, progress, *elapsed);
    let field = format!("goal-{}", own.id);
    let name = text.name(&own.name);
    html! {
        <li class="goal" data-standing={word(stands)}>
            <div class="goal-what">
                <label class="goal-name" for={field.clone()}>{ name.to_owned() }</label>
                <span class="caption" lang="zh-CN">{ text.goal_phrase(&own.phrase) }</span>
            </div>
            <div class="goal-value">
                <span class="goal-value-name">{ text.column_goal() }</span>
                { text.indicator_stated(own) }
            </div>
            <div class="goal-entry">
                { part!(NumberField { id: field, label: text.progress_of(name), parse, on_type,
                    text: text.progress_number(own, progress) }) }
                <span class="goal-unit">{ text.goal_unit(own).to_owned() }</span>
            </div>
            <div class="goal-pace">
                { bar(own, progress, *elapsed) }
                <span class="goal-stands">{ text.goal_stands(own, progress, stands) }</span>
            </div>
            <div class="goal-use">
                <span class="goal-role">{ text.role(own.role) }</span>
                if let Some(model) = model {
                    <button type="button" class="link" {onclick}
                        aria-label={text.goto_of(&model.way, name)}>{ model.way.clone() }</button>
                    <span class="goal-model">
                        if let Some(subject) = model.subject {
                            { part!(Why { subject, title: text.why(), children: html! { model.figure.clone() } }) }
                        } else {
                            { model.figure.clone() }
                        }
                    </span>
                }
            </div>
        </li>
    }
}

/// What was typed; an emptied field reports nothing, which no number can say.
fn read(text: Text, goal: &Indicator, progress: Option<f64>, typed: &str) -> Parsed {
    if typed.trim().is_empty() {
        return Ok(f64::NAN);
    }
    text.read_progress(goal, typed)
        .map_err(|problem| text.progress_problem(goal, problem, progress).into())
}

/// The part that is done, with a mark where the year stands; the words beside it say the same.
fn bar(goal: &Indicator, progress: Option<f64>, elapsed: Share) -> Html {
    let done = progress.map_or(Share::ZERO, |progress| part_done(goal, progress));
    let percent = |share: Share| format!("{}%", share.0.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class="goal-bar" aria-hidden="true" focusable="false">
            <rect class="goal-bar-whole" width="100%" height="100%" />
            <rect class="goal-bar-done" width={percent(done)} height="100%" />
            if goal.accumulates() {
                <line class="goal-bar-now" x1={percent(elapsed)} x2={percent(elapsed)} y1="0" y2="100%" />
            }
        </svg>
    }
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Unreported => "unreported",
        Standing::Behind => "behind",
        Standing::OnPace => "on-pace",
        Standing::Ahead => "ahead",
        Standing::Short => "short",
        Standing::Done => "done",
    }
}
