//! The frame of the app: which page is open and where its regions stand.

use super::answers_page::AnswersPage;
use super::compare_page::ComparePage;
use super::contributions::ContributionsPanel;
use super::data_page::DataPage;
use super::derivation::{Asking, DerivationSheet};
use super::footer::Footer;
use super::handover::{Handover, HandoverProps};
use super::levers::LeverPanel;
use super::main_chart::MainChart;
use super::notices::Notices;
use super::project_page::ProjectPage;
use super::project_strip::ProjectStrip;
use super::scorecard_page::ScorecardPage;
use super::top_bar::TopBar;
use super::turns::in_turn;
use super::verdict::VerdictPanel;
use crate::session::screen::Place;
use crate::text::explain::Subject;
use crate::ui::calm::use_calm;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use yew::prelude::*;

/// The open page.
#[component]
pub(crate) fn Shell(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let beside = |page: Html| html! { <>{ page }{ part!(DerivationSheet { snapshot: snapshot.clone() }) }</> };
    let page = match snapshot.screen.place {
        Place::Projects => {
            let plan = snapshot.plan.id.clone();
            beside(part!(key = plan, ProjectPage { snapshot: snapshot.clone() }))
        }
        Place::Data => beside(part!(DataPage { snapshot: snapshot.clone() })),
        Place::Scorecard => {
            let plan = snapshot.plan.id.clone();
            beside(part!(key = plan, ScorecardPage { snapshot: snapshot.clone() }))
        }
        Place::Answers => {
            let plan = snapshot.plan.id.clone();
            part!(key = plan, AnswersPage { snapshot: snapshot.clone() })
        }
        Place::Compare => {
            let plan = snapshot.plan.id.clone();
            beside(part!(key = plan, ComparePage { snapshot: snapshot.clone() }))
        }
        Place::Workbench => {
            part!(Workbench { snapshot: snapshot.clone() })
        }
    };
    // A derivation belongs to the page and the plan that it was opened on.
    // The page where plans are opened stays as it is, since it has to say that one was.
    let key = match snapshot.screen.place {
        Place::Data => String::new(),
        place => format!("{place:?} {}", snapshot.plan.id),
    };
    let HandoverProps { text, dispatch, shown } = HandoverProps::of(snapshot);
    html! {
        <>
            { part!(key = key, Asking { main: Subject::Gdp(snapshot.plan.year), children: html! { page } }) }
            { part!(Handover { text, dispatch, shown }) }
        </>
    }
}

/// Levers, verdict, chart, contributions and projects on one screen.
#[component]
fn Workbench(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let beside = use_calm(snapshot);
    let calm = beside.without_answers();
    let tab = use_state_eq(|| AttrValue::from("result"));
    let strip = use_state_eq(|| AttrValue::from("chart"));
    html! {
        <div class="workbench" data-tab={(*tab).clone()} data-strip={(*strip).clone()}>
            { part!(TopBar { snapshot: calm.clone() }) }
            { part!(Notices { snapshot: calm.clone() }) }
            { part!(LeverPanel { snapshot: snapshot.without_answers() }) }
            { part!(VerdictPanel { snapshot: snapshot.clone() }) }
            { part!(MainChart { snapshot: snapshot.clone() }) }
            { part!(ContributionsPanel { snapshot: calm.clone() }) }
            { part!(ProjectStrip { snapshot: beside }) }
            { part!(DerivationSheet { snapshot: calm.clone() }) }
            { strip_tabs(snapshot, &strip) }
            { bottom_tabs(snapshot, &tab) }
            { part!(Footer { snapshot: calm.clone() }) }
        </div>
    }
}

/// Low windows show chart, contributions and projects in turn.
fn strip_tabs(snapshot: &Snapshot, chosen: &UseStateHandle<AttrValue>) -> Html {
    let text = snapshot.text();
    let turns = [
        ("chart", text.show_chart()),
        ("contributions", text.contributions()),
        ("projects", text.projects()),
    ];
    html! {
        <nav class="strip-tabs" aria-label={text.parts_of_page()}>{ in_turn("strip", &turns, chosen) }</nav>
    }
}

/// Phones show result, levers and projects in turn.
fn bottom_tabs(snapshot: &Snapshot, chosen: &UseStateHandle<AttrValue>) -> Html {
    let text = snapshot.text();
    let turns = [
        ("result", text.tab_result()),
        ("levers", text.tab_levers()),
        ("projects", text.projects()),
    ];
    html! {
        <nav class="bottom-tabs" aria-label={text.parts_of_page()}>{ in_turn("bottom", &turns, chosen) }</nav>
    }
}
