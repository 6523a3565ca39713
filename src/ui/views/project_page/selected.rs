//! What is done to all selected projects at once: one step, taken back at once.

use super::Selection;
use super::row::use_parse;
use crate::plan::lever::{Kind, Lever, LeverSpec, spec};
use crate::plan::project::Status;
use crate::session::action::Action;
use crate::session::board::{Decision, choices, sums};
use crate::text::Text;
use crate::ui::controls::NumberField;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use crate::units::Quarters;
use yew::prelude::*;

/// How far a start is moved unless another number is typed: one year.
const YEAR: f64 = 4.0;

/// What the bar needs.
#[derive(PartialEq, Properties)]
pub(super) struct SelectedProjectsProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// The projects that are selected.
    pub selection: Selection,
    /// Some are selected, or no longer.
    pub on_select: Callback<(Vec<usize>, bool)>,
}

/// The bar below the list, in sight as long as something is selected.
#[component]
pub(super) fn SelectedProjects(props: &SelectedProjectsProps) -> Html {
    let (snapshot, selection) = (&props.snapshot, &props.selection);
    let text = snapshot.text();
    let plan = &snapshot.plan;
    let members: Vec<usize> = selection.iter().copied().collect();
    let come_to = sums(plan, &snapshot.outcome, snapshot.screen.year, &members);
    let none = {
        let members = members.clone();
        props.on_select.reform(move |_: MouseEvent| (members.clone(), false))
    };
    html! {
        <div class="project-changes" role="group" aria-label={text.selected_projects()}>
            <span>{ text.chosen_records(
                text.records(come_to.records),
                text.project_count(come_to.projects),
                text.money(come_to.total),
            ) }</span>
            <button type="button" class="link" onclick={none}>{ text.choose_none() }</button>
            <span class="decision">
                { for [Status::On, Status::Off, Status::Cancelled].map(|status| {
                    button(props, text.status(status), Decision::Status(status))
                }) }
            </span>
            { part!(Amounts { snapshot: snapshot.clone(), selection: selection.clone(), on_select: props.on_select.clone() }) }
            { button(props, text.decide_as_planned(), Decision::AsPlanned) }
        </div>
    }
}

/// Moving and resizing by a number.
#[component]
fn Amounts(props: &SelectedProjectsProps) -> Html {
    let text: Text = props.snapshot.text();
    let (by, to) = (use_state_eq(|| YEAR), use_state_eq(|| 1.0));
    let first = props.selection.first().copied().unwrap_or(0);
    let numbers = use_memo((props.snapshot.plan.clone(), first), |(plan, first)| {
        [Kind::Delay, Kind::Size].map(|kind| spec(Lever::of_item(kind, *first, plan), plan))
    });
    let [Some(delay), Some(size)] = numbers.as_ref() else { return Html::default() };
    html! {
        <>
            <span class="decision">
                { part!(Amount { name: "shift", label: text.shift_by(), spec: delay.clone(), value: *by, text,
                    on_type: Callback::from({ let by = by.setter(); move |typed: f64| by.set(typed.abs()) }) }) }
                <span class="caption">{ text.quarters_unit() }</span>
                { button(props, text.decide_earlier(), Decision::Later(-Quarters(*by))) }
                { button(props, text.decide_later(), Decision::Later(Quarters(*by))) }
            </span>
            <span class="decision">
                { part!(Amount { name: "resize", label: text.size_to(), spec: size.clone(), value: *to, text,
                    on_type: Callback::from({ let to = to.setter(); move |typed: f64| to.set(typed) }) }) }
                <span class="caption">{ text.percent_unit() }</span>
                { button(props, text.decide_size(), Decision::Size(*to)) }
            </span>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AmountProps {
    name: AttrValue,
    label: AttrValue,
    spec: LeverSpec,
    value: f64,
    text: Text,
    on_type: Callback<f64>,
}

#[component]
fn Amount(props: &AmountProps) -> Html {
    let parse = use_parse(props.text, props.spec.clone(), props.value);
    part!(NumberField {
        id: format!("all-{}", props.name),
        label: props.label.clone(),
        parse,
        text: props.text.lever_number(&props.spec, props.value),
        on_type: props.on_type.clone()
    })
}

/// A button that decides about all of them.
fn button(props: &SelectedProjectsProps, words: &'static str, decision: Decision) -> Html {
    let (plan, scenario) = (props.snapshot.plan.clone(), props.snapshot.scenario.clone());
    let selection = props.selection.clone();
    let onclick = props.snapshot.dispatch.reform(move |_: MouseEvent| {
        Action::ProjectsChosen(choices(&plan, &scenario, &selection, decision))
    });
    html! { <button type="button" class="button" {onclick}>{ words }</button> }
}
