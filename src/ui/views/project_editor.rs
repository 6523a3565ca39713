//! What may be changed about one project: whether it goes ahead, when it starts, how large it is.

use super::derivation::Why;
use super::lever::LeverControl;
use super::levers::{lever_words, use_acts};
use crate::plan::lever::{Kind, Lever, LeverSpec, spec};
use crate::plan::project::{Stage, Status};
use crate::session::action::Action;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{Same, Snapshot};
use std::rc::Rc;
use yew::prelude::*;

/// Which project of the session.
#[derive(PartialEq, Properties)]
pub(crate) struct ProjectEditorProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Index of the project.
    pub index: usize,
}

/// Status, start and size of one project, and what it comes to.
#[component]
pub(crate) fn ProjectEditor(props: &ProjectEditorProps) -> Html {
    let (snapshot, index) = (&props.snapshot, props.index);
    let text = snapshot.text();
    let specs = use_memo((snapshot.plan.clone(), index), |(plan, index)| -> Vec<LeverSpec> {
        let kinds = [Kind::Delay, Kind::Size];
        kinds.iter().filter_map(|&kind| spec(Lever::of_item(kind, *index, plan), plan)).collect()
    });
    let on_act = use_acts(snapshot, Same(specs.clone()));
    let rows = specs.iter().enumerate().map(|(row, spec)| {
        let value = snapshot.scenario.value(spec.lever, &snapshot.plan);
        part!(
            key = row,
            LeverControl {
                catalogue: Same(Rc::clone(&specs)),
                index: row,
                value,
                plan: snapshot.plan.clone(),
                text,
                words: lever_words(text),
                on_act: on_act.clone()
            }
        )
    });
    html! {
        <div class="board-edit">
            { status(snapshot, text, index) }
            { for rows }
            { effects(snapshot, text, index) }
            { part!(Why { subject: Subject::Project(index, snapshot.screen.year), children: html! { text.why() } }) }
        </div>
    }
}

/// A reserve project is in no plan, so that leaving it out and calling it off are the same.
fn status(snapshot: &Snapshot, text: Text, index: usize) -> Html {
    let (Some(project), Some(outcome)) =
        (snapshot.plan.projects.get(index), snapshot.outcome.projects.get(index))
    else {
        return Html::default();
    };
    let all: &[Status] = match project.stage {
        Stage::Reserve => &[Status::On, Status::Off],
        _ => &[Status::On, Status::Off, Status::Cancelled],
    };
    let choices = all
        .iter()
        .map(|&status| Choice { value: key(status).into(), text: text.status(status).into() });
    let chosen = outcome.status;
    let on_choose = {
        let dispatch = snapshot.dispatch.clone();
        Callback::from(move |value: AttrValue| {
            let known = [Status::On, Status::Off, Status::Cancelled];
            if let Some(&status) = known.iter().find(|&&status| key(status) == value.as_str()) {
                dispatch.emit(Action::StatusChosen(index, status));
            }
        })
    };
    html! {
        <>
            { part!(Toggle { name: format!("status-{}", project.id), label: text.status_header(),
                choices: choices.collect::<Vec<_>>(), chosen: key(chosen), on_choose }) }
            <p class="caption">{ text.status_help(chosen) }</p>
        </>
    }
}

fn key(status: Status) -> &'static str {
    match status {
        Status::On => "on",
        Status::Off => "off",
        Status::Cancelled => "cancelled",
    }
}

fn effects(snapshot: &Snapshot, text: Text, index: usize) -> Html {
    let (outcome, year) = (&snapshot.outcome, snapshot.screen.year);
    let spending = outcome.spending_of([index], year);
    let effect = outcome.project_effect(index, year);
    let pair = |name: String, value: String| html! { <><dt>{ name }</dt><dd>{ value }</dd></> };
    html! {
        <dl class="facts">
            { pair(text.planned_in(text.year(year)), text.money(spending.planned)) }
            { pair(text.executed_in(text.year(year)), text.money(spending.executed)) }
            { pair(text.construction_effect().to_owned(), text.money(effect.construction)) }
            { pair(text.operation_effect().to_owned(), text.money(effect.operation)) }
        </dl>
    }
}
