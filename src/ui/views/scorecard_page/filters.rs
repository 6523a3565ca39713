//! Which goals are shown: by quantity, by use, by how they stand.

use crate::plan::Plan;
use crate::plan::indicator::Role;
use crate::plan::progress::{Standing, standing};
use crate::plan::scenario::Scenario;
use crate::text::Text;
use crate::ui::controls::Select;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use crate::units::Share;
use yew::prelude::*;

/// What is asked for; nothing asked shows everything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Filter {
    quantity: Option<usize>,
    role: Option<Role>,
    standing: Option<Standing>,
}

impl Filter {
    /// Whether a goal is what is asked for.
    pub(super) fn fits(
        self,
        plan: &Plan,
        scenario: &Scenario,
        goal: usize,
        elapsed: Share,
    ) -> bool {
        let Some(own) = plan.indicators.get(goal) else { return false };
        let progress = scenario.progress.get(&goal).copied();
        self.quantity.is_none_or(|quantity| own.quantity == Some(quantity))
            && self.role.is_none_or(|role| own.role == role)
            && self.standing.is_none_or(|asked| standing(own, progress, elapsed) == asked)
    }

    /// Why nothing is shown.
    pub(super) fn nothing(self, text: Text, plan: &Plan) -> &'static str {
        let of_quantity =
            |quantity| plan.indicators.iter().any(|own| own.quantity == Some(quantity));
        match self.quantity {
            Some(quantity) if !of_quantity(quantity) => text.goals_none_in_quantity(),
            _ => text.goals_none_fit(),
        }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) snapshot: Snapshot,
    pub(super) filter: Filter,
    pub(super) elapsed: Share,
    pub(super) on_filter: Callback<Filter>,
}

/// A list for each thing that can be asked for, with how many goals it would leave.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { snapshot, filter, on_filter, .. } = props;
    let (text, filter, plan) = (snapshot.text(), *filter, &snapshot.plan);
    let quantities =
        (0..plan.quantities.len()).map(|quantity| Filter { quantity: Some(quantity), ..filter });
    let quantities = quantities.zip(plan.quantities.iter().map(|own| text.name(&own.name)));
    let used = |role: &Role| plan.indicators.iter().any(|own| own.role == *role);
    let roles = Role::ALL.into_iter().filter(used);
    let roles = roles.map(|role| (Filter { role: Some(role), ..filter }, text.role(role)));
    let standings = Standing::ALL.into_iter();
    let standings =
        standings.map(|own| (Filter { standing: Some(own), ..filter }, text.standing(own)));
    html! {
        <>
            if !plan.quantities.is_empty() {
                { list(props, "quantity", text.filter_quantity(), Filter { quantity: None, ..filter }, quantities, on_filter) }
            }
            { list(props, "role", text.filter_role(), Filter { role: None, ..filter }, roles, on_filter) }
            { list(props, "standing", text.filter_standing(), Filter { standing: None, ..filter }, standings, on_filter) }
        </>
    }
}

fn list<'a>(
    props: &FiltersProps,
    name: &'static str,
    label: &'static str,
    every: Filter,
    others: impl Iterator<Item = (Filter, &'a str)>,
    on_filter: &Callback<Filter>,
) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let choices: Vec<(Filter, &str)> =
        std::iter::once((every, text.filter_every())).chain(others).collect();
    let words = choices.iter().map(|&(filter, words)| {
        let goals = 0..snapshot.plan.indicators.len();
        let left = goals
            .filter(|&goal| filter.fits(&snapshot.plan, &snapshot.scenario, goal, props.elapsed))
            .count();
        AttrValue::from(text.filter_of(words, text.count(left as f64)))
    });
    let words: Vec<AttrValue> = words.collect();
    let filters: Vec<Filter> = choices.into_iter().map(|(filter, _)| filter).collect();
    let chosen = filters.iter().position(|&filter| filter == props.filter).unwrap_or(0);
    let on_choose =
        on_filter.reform(move |index: usize| filters.get(index).copied().unwrap_or_default());
    html! {
        <div class="tool" data-filter={name}>
            <span class="tool-name" aria-hidden="true">{ label }</span>
            { part!(Select { label, choices: words, chosen, on_choose }) }
        </div>
    }
}
