//! What is said when the plan that comes with the app cannot be read.

use yew::prelude::*;

/// Why it cannot be read.
#[derive(PartialEq, Properties)]
pub(crate) struct BrokenPlanProps {
    /// Every problem in words.
    pub problems: Vec<String>,
}

/// Every problem of the plan, and nothing that looks like a result.
#[component]
pub(crate) fn BrokenPlan(props: &BrokenPlanProps) -> Html {
    html! {
        <main class="page-body">
            <h1>{ "计划表格有误，无法测算。 The plan's tables cannot be read." }</h1>
            <ul>{ for props.problems.iter().map(|problem| html! { <li>{ problem.clone() }</li> }) }</ul>
        </main>
    }
}
