//! A choice of projects as a list by starting quarter, and the button that carries it out.

use crate::plan::Plan;
use crate::session::action::Action;
use crate::study::portfolio::Portfolio;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::snapshot::{Same, Snapshot, does};
use crate::units::Quarters;
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(in crate::ui::views::answers_page) struct ArrangedProps {
    /// The plan in use.
    pub plan: Same<Plan>,
    /// The choice.
    pub portfolio: Same<Portfolio>,
    /// The words to use.
    pub text: Text,
}

/// Projects under the quarter in which they start; those left out come last.
#[component]
pub(in crate::ui::views::answers_page) fn Arranged(props: &ArrangedProps) -> Html {
    let (plan, text) = (&props.plan, props.text);
    if props.portfolio.choices.is_empty() {
        return html! { <p>{ text.no_choice() }</p> };
    }
    let mut starts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut left: Vec<usize> = Vec::new();
    for &(index, delay) in &props.portfolio.choices {
        match (plan.projects.get(index), delay) {
            (Some(project), Some(delay)) => {
                let start = project.profile.start() + Quarters(f64::from(delay));
                starts.entry(start.0.max(0.0) as usize).or_default().push(index);
            }
            _ => left.push(index),
        }
    }
    html! {
        <dl class="arranged">
            { for starts.iter().map(|(&quarter, projects)| html! {
                <div key={quarter}>
                    <dt>{ text.quarter(plan.grid, quarter) }</dt>
                    <dd>{ names(plan, text, projects) }</dd>
                </div>
            }) }
            if !left.is_empty() {
                <div class="left-out">
                    <dt>{ text.left_out() }</dt>
                    <dd>{ names(plan, text, &left) }</dd>
                </div>
            }
        </dl>
    }
}

fn names(plan: &Plan, text: Text, projects: &[usize]) -> String {
    let name = |&index: &usize| -> &str {
        plan.projects.get(index).map_or(DASH, |project| text.name(&project.name))
    };
    projects.iter().map(name).collect::<Vec<_>>().join(text.list_comma())
}

/// Carries a choice out as one step.
pub(in crate::ui::views::answers_page) fn apply(
    snapshot: &Snapshot,
    text: Text,
    portfolio: &Portfolio,
) -> Html {
    let choices = portfolio.choices_for(&snapshot.plan, &snapshot.scenario);
    html! {
        if !choices.is_empty() {
            <button type="button" class="button apply" onclick={does(snapshot, Action::ProjectsChosen(choices))}>
                { text.apply_choice() }
            </button>
        }
    }
}
