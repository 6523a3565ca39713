//! Projects that the document names without amounts: names, and never numbers made up for them.

use crate::plan::Plan;
use crate::text::Text;
use crate::ui::controls::Disclosure;
use crate::ui::part::part;
use crate::ui::snapshot::Same;
use yew::prelude::*;

/// A list longer than this leaves no room for names that stand open.
const FEW: usize = 12;

/// What the names need.
#[derive(PartialEq, Properties)]
pub(super) struct NamedProjectsProps {
    /// The plan that brings them.
    pub plan: Same<Plan>,
    /// The words to use.
    pub text: Text,
}

/// The names, pillar by pillar; nothing where the plan has none.
#[component]
pub(super) fn NamedProjects(props: &NamedProjectsProps) -> Html {
    let (plan, text) = (&props.plan, props.text);
    if plan.named_projects.is_empty() {
        return Html::default();
    }
    let pillars = (0..plan.pillars.len()).map(Some).chain([None]);
    let groups = pillars.filter_map(|pillar| {
        let own: Vec<&str> = plan
            .named_projects
            .iter()
            .filter(|project| project.pillar == pillar)
            .map(|project| text.name(&project.name))
            .collect();
        (!own.is_empty()).then(|| {
            let heading = pillar.and_then(|index| plan.pillars.get(index));
            let heading = heading.map_or(text.no_pillar(), |pillar| text.name(&pillar.name));
            html! {
                <div class="named-group">
                    <dt>{ heading.to_owned() }</dt>
                    <dd><ul>{ for own.into_iter().map(|name| html! { <li>{ name.to_owned() }</li> }) }</ul></dd>
                </div>
            }
        })
    });
    part!(Disclosure {
        class: "named-projects",
        title: text.entry_named(),
        note: text.project_count(plan.named_projects.len()),
        open: plan.projects.len() <= FEW,
        children: html! { <>
            <p class="caption">{ text.named_projects_help() }</p>
            <dl class="named-list">{ for groups }</dl>
        </> }
    })
}
