//! Search, filters, grouping and the year above the list.

use crate::plan::project::{Stage, Status};
use crate::session::action::Action;
use crate::session::board::{Grouping, Order, Query};
use crate::ui::controls::Select;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const STAGES: [Stage; 5] =
    [Stage::Reserve, Stage::Starting, Stage::Building, Stage::Operating, Stage::Full];
const STATUSES: [Status; 3] = [Status::On, Status::Off, Status::Cancelled];
const GROUPINGS: [Grouping; 4] =
    [Grouping::None, Grouping::Pillar, Grouping::Stage, Grouping::Source];
const ORDERS: [Order; 5] = [Order::Plan, Order::Name, Order::Total, Order::Executed, Order::Effect];

/// What the tools need.
#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// What is asked for now.
    pub query: Query,
    /// How many lines answer it.
    pub found: usize,
    /// Something else is asked for.
    pub on_ask: Callback<Query>,
}

/// The tools in a row.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let (snapshot, query) = (&props.snapshot, &props.query);
    let text = snapshot.text();
    let plan = &snapshot.plan;
    let oninput = {
        let query = query.clone();
        props.on_ask.reform(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            Query { words, ..query.clone() }
        })
    };
    let pillars = plan.pillars.iter().map(|pillar| text.name(&pillar.name).to_owned());
    let stages = STAGES.iter().map(|&stage| text.stage(stage).to_owned());
    let statuses = STATUSES.iter().map(|&status| text.status(status).to_owned());
    html! {
        <div class="project-tools">
            <input class="field" type="search" placeholder={text.find_project()} aria-label={text.find_project()}
                value={query.words.clone()} autocomplete="off" spellcheck="false" {oninput} />
            if !plan.pillars.is_empty() {
                { part!(Select { label: text.pillar(), choices: first(text.all_pillars(), pillars),
                    chosen: query.pillar.map_or(0, |pillar| pillar + 1),
                    on_choose: asks(props, |query, chosen| query.pillar = chosen.checked_sub(1)) }) }
            }
            { part!(Select { label: text.stage_header(), choices: first(text.all_stages(), stages),
                chosen: after(&STAGES, query.stage),
                on_choose: asks(props, |query, chosen| query.stage = before(&STAGES, chosen)) }) }
            { part!(Select { label: text.status_header(), choices: first(text.all_statuses(), statuses),
                chosen: after(&STATUSES, query.status),
                on_choose: asks(props, |query, chosen| query.status = before(&STATUSES, chosen)) }) }
            { part!(Select { label: text.group_by(), chosen: at(&GROUPINGS, query.grouping),
                choices: [text.not_grouped(), text.group_by_pillar(), text.group_by_stage(), text.group_by_source()]
                    .map(AttrValue::from).to_vec(),
                on_choose: asks(props, |query, chosen| query.grouping = GROUPINGS.get(chosen).copied().unwrap_or_default()) }) }
            <span class="only-cards">
                { part!(Select { label: text.order_by(), chosen: at(&ORDERS, query.order),
                    choices: [text.order_plan(), text.order_name(), text.order_total(), text.order_executed(), text.order_effect()]
                        .map(AttrValue::from).to_vec(),
                    on_choose: asks(props, |query, chosen| {
                        query.order = ORDERS.get(chosen).copied().unwrap_or_default();
                        query.falling = !matches!(query.order, Order::Plan | Order::Name);
                    }) }) }
            </span>
            { year(snapshot) }
            <span class="caption" role="status">
                { text.records_shown(text.count(props.found as f64), text.count(plan.projects.len() as f64)) }
            </span>
            if !query.is_open() {
                <button type="button" class="link" onclick={clears(query, &props.on_ask)}>{ text.clear_filter() }</button>
            }
        </div>
    }
}

/// A click that takes all filters away.
pub(super) fn clears(query: &Query, on_ask: &Callback<Query>) -> Callback<MouseEvent> {
    let opened = query.opened();
    on_ask.reform(move |_| opened.clone())
}

/// The year whose spending and effects are shown.
fn year(snapshot: &Snapshot) -> Html {
    let text = snapshot.text();
    let years: Vec<_> = snapshot.plan.grid.each_year().skip(1).collect();
    let choices = years.iter().map(|&year| AttrValue::from(text.year(year))).collect::<Vec<_>>();
    let chosen = at(&years, snapshot.screen.year);
    let plan_year = snapshot.plan.year;
    let on_choose = snapshot.dispatch.reform(move |chosen: usize| {
        Action::YearChosen(years.get(chosen).copied().unwrap_or(plan_year))
    });
    part!(Select { label: text.year_of_figures(), choices, chosen, on_choose })
}

fn asks(props: &ToolsProps, change: fn(&mut Query, usize)) -> Callback<usize> {
    let query = props.query.clone();
    props.on_ask.reform(move |chosen| {
        let mut query = query.clone();
        change(&mut query, chosen);
        query
    })
}

/// The choice of everything before the choices of something.
fn first(all: &'static str, rest: impl Iterator<Item = String>) -> Vec<AttrValue> {
    std::iter::once(AttrValue::from(all)).chain(rest.map(AttrValue::from)).collect()
}

fn at<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|own| *own == one).unwrap_or(0)
}

fn after<T: PartialEq + Copy>(all: &[T], one: Option<T>) -> usize {
    one.map_or(0, |one| at(all, one) + 1)
}

fn before<T: Copy>(all: &[T], chosen: usize) -> Option<T> {
    all.get(chosen.checked_sub(1)?).copied()
}
