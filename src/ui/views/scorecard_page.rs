//! The page of goals: every number that the document promises, how far it is, and what the model
//! says beside it.

mod filters;
mod goal;
mod pillar;

use super::footer::Footer;
use super::notices::Notices;
use super::top_bar::TopBar;
use crate::plan::progress::{elapsed, tally};
use crate::text::Text;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use filters::{Filter, Filters};
use pillar::PillarGoals;
use yew::prelude::*;

/// Headline goals and pillars, with totals.
#[component]
pub(crate) fn ScorecardPage(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let quarter = use_state_eq(|| quarters_known(snapshot).saturating_sub(1));
    let filter = use_state_eq(Filter::default);
    let on_filter = {
        let filter = filter.clone();
        Callback::from(move |chosen| filter.set(chosen))
    };
    let elapsed = elapsed(*quarter);
    let goals: Vec<usize> = (0..snapshot.plan.indicators.len())
        .filter(|&index| filter.fits(&snapshot.plan, &snapshot.scenario, index, elapsed))
        .collect();
    let headings = std::iter::once(None).chain((0..snapshot.plan.pillars.len()).map(Some));
    html! {
        <div class="page">
            { part!(TopBar { snapshot: snapshot.clone() }) }
            { part!(Notices { snapshot: snapshot.clone() }) }
            <main class="page-body scorecard">
                <header class="scorecard-head">
                    <h2>{ text.scorecard_title() }</h2>
                    { totals(snapshot, text, elapsed) }
                    <p class="quiet">{ text.progress_no_gdp() }</p>
                </header>
                <div class="scorecard-tools">
                    { as_of(text, &quarter) }
                    { part!(Filters { snapshot: snapshot.clone(), filter: *filter, elapsed, on_filter }) }
                </div>
                <p class="caption" aria-live="polite">
                    { text.as_of_help(text.year_to_date(*quarter), text.share(elapsed)) }
                    { " · " }
                    { text.goals_shown(goals.len(), snapshot.plan.indicators.len()) }
                </p>
                <div class="goal-head" aria-hidden="true">
                    <span></span>
                    <span>{ text.column_goal() }</span>
                    <span>{ text.column_done() }</span>
                    <span>{ text.column_pace() }</span>
                    <span>{ text.column_use() }</span>
                </div>
                { for headings.map(|pillar| part!(PillarGoals { snapshot: snapshot.clone(), pillar, elapsed, goals: of(snapshot, &goals, pillar) })) }
                if goals.is_empty() {
                    <p class="empty">{ filter.nothing(text, &snapshot.plan) }</p>
                }
            </main>
            { part!(Footer { snapshot: snapshot.clone() }) }
        </div>
    }
}

/// Quarters of the plan year whose figures are known.
fn quarters_known(snapshot: &Snapshot) -> usize {
    let outcome = &snapshot.outcome;
    outcome.grid.quarters_of(outcome.year).filter(|&t| outcome.known[t]).count()
}

fn of(snapshot: &Snapshot, goals: &[usize], pillar: Option<usize>) -> Vec<usize> {
    let belongs = |&index: &usize| snapshot.plan.indicators[index].pillar == pillar;
    goals.iter().copied().filter(belongs).collect()
}

/// All goals together, whatever the filters show.
fn totals(snapshot: &Snapshot, text: Text, elapsed: crate::units::Share) -> Html {
    let all = 0..snapshot.plan.indicators.len();
    let tally = tally(&snapshot.plan, &snapshot.scenario, all, elapsed);
    html! { <p class="scorecard-total">{ text.tally(tally) }</p> }
}

/// The quarter at whose end the planner stands; the page has no clock.
fn as_of(text: Text, quarter: &UseStateHandle<usize>) -> Html {
    let choices =
        (0..4).map(|t| Choice { value: t.to_string().into(), text: text.year_to_date(t).into() });
    let on_choose = {
        let quarter = quarter.clone();
        Callback::from(move |value: AttrValue| quarter.set(value.parse().unwrap_or(0)))
    };
    html! {
        <div class="tool">
            <span class="tool-name">{ text.as_of() }</span>
            { part!(Toggle { name: "as-of", label: text.as_of(), choices: choices.collect::<Vec<_>>(),
                chosen: quarter.to_string(), on_choose }) }
        </div>
    }
}
