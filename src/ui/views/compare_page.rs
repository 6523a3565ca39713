//! Two to four scenarios side by side: what comes of each, and what makes the difference.
//!
//! The levers stand beside them, so that what is on the screen can be moved against the others. What
//! each difference is worth is asked for while the page is open.

mod distances;
mod figures;
mod inputs;
mod picking;

use super::footer::Footer;
use super::levers::LeverPanel;
use super::notices::Notices;
use super::top_bar::TopBar;
use super::turns::in_turn;
use crate::engine::Outcome;
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::session::compare::{Column, Comparison, Contender};
use crate::session::library::Told;
use crate::text::Text;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use yew::prelude::*;

/// The letters of the columns.
const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

/// A column's letter.
fn letter(place: usize) -> &'static str {
    LETTERS.get(place).copied().unwrap_or_default()
}

/// Levers, the choice of scenarios, and everything about them.
#[component]
pub(crate) fn ComparePage(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let calm = snapshot.without_answers();
    let text = snapshot.text();
    use_asking(snapshot);
    let tab = use_state_eq(|| AttrValue::from("result"));
    let turns = [("result", text.compare()), ("levers", text.tab_levers())];
    // Which column stands beside A on a phone, where there is room for two.
    let shown = use_state_eq(|| 1_usize);
    let beside = shown_beside(&snapshot.comparison.columns, *shown);
    let contenders = contenders(snapshot);
    html! {
        <div class="page answers compare" data-tab={(*tab).clone()}>
            { part!(TopBar { snapshot: calm.clone() }) }
            { part!(Notices { snapshot: calm.clone() }) }
            { part!(LeverPanel { snapshot: calm.clone() }) }
            <main class="answers-body compare-body" tabindex="-1" data-shown={beside.to_string()}
                aria-label={text.compare_page()}>
                <h2 class="question-title">{ text.compare_page() }</h2>
                <p class="caption">{ text.compare_help() }</p>
                { part!(picking::Picking { snapshot: calm.clone() }) }
                if !contenders.is_empty() {
                    { part!(distances::Distances { snapshot: calm.clone() }) }
                    { stepper(snapshot, text, beside, &shown) }
                    { part!(figures::Figures { snapshot: snapshot.clone() }) }
                }
            </main>
            <nav class="bottom-tabs" aria-label={text.parts_of_page()}>{ in_turn("bottom", &turns, &tab) }</nav>
            { part!(Footer { snapshot: calm.clone() }) }
        </div>
    }
}

/// What stands in the columns now.
fn contenders(snapshot: &Snapshot) -> Vec<Contender> {
    Sides::of(snapshot).contenders()
}

/// What the columns depend on.
#[derive(Clone, PartialEq)]
struct Sides {
    plan: Same<Plan>,
    planned: Same<Outcome>,
    comparison: Same<Comparison>,
    scenario: Same<Scenario>,
    outcome: Same<Outcome>,
    text: Text,
}

impl Sides {
    fn of(snapshot: &Snapshot) -> Self {
        Self {
            plan: snapshot.plan.clone(),
            planned: snapshot.planned.clone(),
            comparison: snapshot.comparison.clone(),
            scenario: snapshot.scenario.clone(),
            outcome: snapshot.outcome.clone(),
            text: snapshot.text(),
        }
    }

    /// None before the first column stands, because all others are counted from it.
    fn contenders(&self) -> Vec<Contender> {
        let now = (&self.scenario.0, &self.outcome.0);
        let found = self.comparison.contenders(&self.planned.0, now);
        if found.first().is_some_and(|first| first.place == 0) { found } else { Vec::new() }
    }

    /// The place that moves with the levers.
    fn moving(&self) -> Option<usize> {
        self.comparison.columns.iter().position(|column| matches!(column, Column::Now))
    }
}

/// Asks what the differences are worth while the page is open, and reads what is kept once.
#[hook]
fn use_asking(snapshot: &Snapshot) {
    let dispatch = snapshot.dispatch.clone();
    use_effect_with(snapshot.comparison.clone(), move |comparison: &Same<Comparison>| {
        match comparison.question() {
            Some(question) => dispatch.emit(Action::Watched(question)),
            None => dispatch.emit(Action::Unwatched(Topic::Comparison)),
        }
    });
    let dispatch = snapshot.dispatch.clone();
    use_effect_with((), move |()| {
        dispatch.emit(Action::Library(Told::Look));
        move || dispatch.emit(Action::Unwatched(Topic::Comparison))
    });
}

fn shown_beside(columns: &[Column], wanted: usize) -> usize {
    wanted.clamp(1, columns.len().saturating_sub(1).max(1))
}

/// On a phone: which scenario stands beside A, and the way to the next.
fn stepper(snapshot: &Snapshot, text: Text, beside: usize, shown: &UseStateHandle<usize>) -> Html {
    let last = snapshot.comparison.columns.len().saturating_sub(1);
    let to = |place: usize| {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(place))
    };
    let words = text.compare_of(letter(beside), text.count(beside as f64), text.count(last as f64));
    html! {
        <div class="compare-stepper" role="group" aria-label={text.compare_page()}>
            <button type="button" class="button square" aria-label={text.compare_previous()}
                disabled={beside <= 1} onclick={to(beside.saturating_sub(1))}>{ "‹" }</button>
            <span aria-live="polite">{ words }</span>
            <button type="button" class="button square" aria-label={text.compare_next()}
                disabled={beside >= last} onclick={to(beside + 1)}>{ "›" }</button>
        </div>
    }
}

/// The name of what stands in a column.
fn column_name(snapshot: &Snapshot, place: usize) -> String {
    let text = snapshot.text();
    let kept = |id: &str| {
        let entry = snapshot.library.entries.iter().find(|entry| entry.id == id);
        entry.map_or_else(String::new, |entry| text.scenario_title(&entry.head.name).to_owned())
    };
    match snapshot.comparison.columns.get(place) {
        Some(Column::Plan) => text.difference_plan().to_owned(),
        Some(Column::Now) if snapshot.library.name.is_empty() => text.compare_now().to_owned(),
        Some(Column::Now) => text.compare_now_named(&snapshot.library.name),
        Some(Column::Awaited(id) | Column::Lost(id)) => kept(id),
        Some(Column::Kept(_, held)) => text.scenario_title(&held.name).to_owned(),
        Some(Column::Step(held)) => held.name.clone(),
        None => String::new(),
    }
}

/// The class of a column's cells: on a phone those that are not asked for are hidden by it.
fn column_class(place: usize) -> &'static str {
    ["column-0", "column-1", "column-2", "column-3"].get(place).copied().unwrap_or_default()
}
