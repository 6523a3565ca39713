//! The page of projects: the funnel that ends in GDP, and every project along the quarters.

mod named;
mod row;
mod selected;
mod table;
mod timeline;
mod tools;

use super::footer::Footer;
use super::funding::FundingTable;
use super::funnel::FunnelPanel;
use super::notices::Notices;
use super::top_bar::TopBar;
use super::verdict::VerdictPanel;
use crate::session::board::{Key, Query, arrange, column, lines};
use crate::ui::controls::Disclosure;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same};
use named::NamedProjects;
use selected::SelectedProjects;
use std::collections::BTreeSet;
use std::rc::Rc;
use table::ProjectTable;
use tools::Tools;
use yew::prelude::*;

/// A list no longer than this stands in full and does not scroll by itself.
const SHORT: usize = 8;

/// The projects that are selected, by index.
type Selection = Same<BTreeSet<usize>>;

/// Verdict, funnel, list and what may be done to it.
#[component]
pub(crate) fn ProjectPage(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    html! {
        <div class="page project-page">
            { part!(TopBar { snapshot: snapshot.clone() }) }
            { part!(Notices { snapshot: snapshot.clone() }) }
            { part!(VerdictPanel { snapshot: snapshot.clone() }) }
            <main class="page-body">
                if snapshot.plan.projects.is_empty() {
                    <div class="board-empty">
                        <p><strong>{ text.no_projects() }</strong></p>
                        <p>{ text.no_projects_help() }</p>
                    </div>
                } else {
                    { part!(Disclosure { class: "funnel-fold", title: text.funnel(), note: text.board_over_years(), open: true, children: part!(FunnelPanel { snapshot: snapshot.clone() }) }) }
                    { part!(ProjectList { snapshot: snapshot.clone() }) }
                }
                { part!(Disclosure { class: "funnel-fold", title: text.funding(), note: text.year(snapshot.screen.year), children: part!(FundingTable { snapshot: snapshot.clone() }) }) }
                { part!(NamedProjects { plan: snapshot.plan.clone(), text }) }
            </main>
            { part!(Footer { snapshot: snapshot.clone() }) }
        </div>
    }
}

/// The list with its tools; what is asked for and selected lives as long as the page is open.
#[component]
fn ProjectList(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let query = use_state_eq(Query::default);
    let closed = use_state_eq(BTreeSet::<Key>::new);
    let selection = use_state_eq(|| Same(Rc::new(BTreeSet::new())) as Selection);
    let outcome = snapshot.outcome.clone();
    // Without the outcome: a list stays as it was asked for while its numbers change.
    let sections = use_memo(
        (snapshot.plan.clone(), (*query).clone(), snapshot.screen.year, text),
        move |(plan, query, year, text)| arrange(*text, plan, &outcome, *year, query),
    );
    let column = use_memo(snapshot.plan.clone(), |plan| column(plan));
    let lines = use_memo((Same(sections.clone()), (*closed).clone()), |(sections, closed)| {
        lines(sections, closed)
    });
    let ask = use_callback((), {
        let query = query.setter();
        move |asked: Query, ()| query.set(asked)
    });
    let fold = use_callback((*closed).clone(), {
        let setter = closed.setter();
        move |key: Key, closed: &BTreeSet<Key>| {
            let mut closed = closed.clone();
            if !closed.remove(&key) {
                closed.insert(key);
            }
            setter.set(closed);
        }
    });
    let select = use_callback((*selection).clone(), {
        let setter = selection.setter();
        move |(members, on): (Vec<usize>, bool), selection: &Selection| {
            let mut selected = (*selection.0).clone();
            for index in members {
                if on {
                    selected.insert(index);
                } else {
                    selected.remove(&index);
                }
            }
            setter.set(Same(Rc::new(selected)));
        }
    });
    let class = classes!(
        "board-list",
        (lines.len() <= SHORT).then_some("short"),
        (!selection.is_empty()).then_some("choosing"),
    );
    let found = sections.iter().map(|section| section.members.len()).sum::<usize>();
    html! {
        <section {class} aria-label={text.board()}>
            { part!(Tools { snapshot: snapshot.clone(), query: (*query).clone(), found, on_ask: ask.clone() }) }
            { part!(ProjectTable { snapshot: snapshot.clone(), query: (*query).clone(), sections: Same(sections),
                lines: Same(lines), column: *column, closed: (*closed).clone(), selection: (*selection).clone(),
                on_ask: ask, on_fold: fold, on_select: select.clone() }) }
            if !selection.is_empty() {
                { part!(SelectedProjects { snapshot: snapshot.clone(), selection: (*selection).clone(), on_select: select }) }
            }
        </section>
    }
}
