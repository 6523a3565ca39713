//! The plan in use, ways to open another, and tables to begin one's own from.

use super::opening::Stage;
use crate::exchange::errand::{Answer, Errand};
use crate::plan::Plan;
use crate::seeds;
use crate::session::action::Action;
use crate::session::screen::Place;
use crate::text::Text;
use crate::ui::browser::errands;
use crate::ui::browser::files::{self, Offered};
use crate::ui::snapshot::{Same, Snapshot, does};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What the panel is given.
#[derive(PartialEq, Properties)]
pub(super) struct PlanPanelProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// How far opening another plan has come.
    pub stage: Stage,
    /// Files were chosen.
    pub on_offer: Callback<Rc<Cell<Vec<Offered>>>>,
    /// A plan that comes with the product was chosen.
    pub on_plan: Callback<Same<Plan>>,
}

/// The panel.
#[component]
pub(super) fn PlanPanel(props: &PlanPanelProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let shipped = use_memo((), |()| {
        let plans = seeds::SHIPPED.iter().filter_map(|id| seeds::shipped(id)?.ok());
        plans.map(|plan| Same(Rc::new(plan))).collect::<Vec<_>>()
    });
    let said = use_state_eq(|| None::<AttrValue>);
    let busy = props.stage == Stage::Reading;
    html! {
        <section class="panel plan-panel" aria-labelledby="plan-in-use">
            <h2 id="plan-in-use">{ text.plan_in_use() }</h2>
            { plan_facts(text, &snapshot.plan) }
            <p class="plan-status" role="status">{ status(snapshot, &props.stage) }</p>

            <h3>{ text.open_plan() }</h3>
            <div class="buttons">
                { picker(text.choose_folder(), true, busy, &props.on_offer) }
                { picker(text.choose_files(), false, busy, &props.on_offer) }
            </div>
            <p class="caption">{ text.drop_here() }</p>
            <ul class="plan-choices" aria-label={text.shipped_plans()}>
                { for shipped.iter().map(|plan| shipped_plan(snapshot, plan, &props.on_plan)) }
            </ul>

            <h3>{ text.own_plan() }</h3>
            <p class="quiet">{ text.own_plan_help() }</p>
            <div class="buttons">
                { saver(text, text.download_plan(), &snapshot.plan.id, packing(&snapshot.plan), &said) }
                { saver(text, text.download_template(), text.template_file(), || Errand::Template, &said) }
            </div>
            <p class="caption" role="status">{ (*said).clone() }</p>
        </section>
    }
}

fn plan_facts(text: Text, plan: &Plan) -> Html {
    let years = text.plan_facts(
        text.year(plan.grid.base_year),
        text.year(plan.grid.base_year.next()),
        text.year(plan.grid.last_year()),
    );
    let counts = text.plan_counts(
        text.industries_count(plan.industries.len()),
        text.projects_counted(plan.project_count()),
        text.tiers_count(plan.tiers.len()),
    );
    html! {
        <>
            <p class="plan-title">{ text.name(&plan.name).to_owned() }</p>
            <p class="caption">{ years }<br />{ counts }</p>
        </>
    }
}

/// What opening comes to, in words; what keeps a plan from being opened stands in a list of its own.
fn status(snapshot: &Snapshot, stage: &Stage) -> Html {
    let text = snapshot.text();
    match stage {
        Stage::Reading => html! { <span class="working">{ text.opening_plan() }</span> },
        Stage::Opened => html! {
            <>
                <strong>{ text.plan_opened(text.name(&snapshot.plan.name)) }</strong>
                <button type="button" class="link"
                    onclick={does(snapshot, Action::PlaceChosen(Place::Workbench))}>
                    { text.go_to_simulate() }
                </button>
            </>
        },
        Stage::Idle | Stage::Refused(_) | Stage::Found(_) => Html::default(),
    }
}

/// A button that opens the browser's own choice of files or of a folder.
fn picker(
    words: &'static str,
    folder: bool,
    busy: bool,
    on_offer: &Callback<Rc<Cell<Vec<Offered>>>>,
) -> Html {
    let onchange = {
        let on_offer = on_offer.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = input.files().filter(|files| files.length() > 0) {
                on_offer.emit(Rc::new(Cell::new(files::chosen(&files))));
            }
            // Otherwise the same files, corrected, could not be chosen again.
            input.set_value("");
        })
    };
    let accept = (!folder).then_some(".csv,.zip,text/csv,application/zip");
    html! {
        <label class="button file-button">
            <input type="file" multiple=true webkitdirectory={folder} {accept}
                data-action={if folder { "choose-folder" } else { "choose-files" }}
                disabled={busy} {onchange} />
            { words }
        </label>
    }
}

fn shipped_plan(snapshot: &Snapshot, plan: &Same<Plan>, on_plan: &Callback<Same<Plan>>) -> Html {
    let text = snapshot.text();
    // A district's own plan may keep the id of the one it was made from.
    let in_use = snapshot.plan.id == plan.id && snapshot.plan.tables.0 == plan.tables.0;
    let onclick = {
        let plan = plan.clone();
        on_plan.reform(move |_: MouseEvent| plan.clone())
    };
    html! {
        <li key={plan.id.clone()}>
            if in_use {
                <span class="plan-choice" aria-current="true">{ text.name(&plan.name).to_owned() }</span>
            } else {
                <button type="button" class="link plan-choice" data-plan={plan.id.clone()} {onclick}>
                    { text.name(&plan.name).to_owned() }
                </button>
            }
        </li>
    }
}

fn packing(plan: &Plan) -> impl Fn() -> Errand + 'static {
    let tables = plan.tables.clone();
    move || Errand::Pack((*tables.0).clone())
}

/// A button that saves tables as a zip.
fn saver(
    text: Text,
    words: &'static str,
    name: &str,
    errand: impl Fn() -> Errand + 'static,
    said: &UseStateHandle<Option<AttrValue>>,
) -> Html {
    let file = format!("{name}.zip");
    let said = said.setter();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (errand, file, said) = (errand(), file.clone(), said.clone());
        spawn_local(async move {
            let words = match errands::run(&errand).await {
                Ok(Answer::File(zip)) => match files::download(&file, "application/zip", &zip) {
                    Some(()) => text.downloaded(&file),
                    None => text.download_failed().to_owned(),
                },
                Ok(_) => text.download_failed().to_owned(),
                Err(why) => why.said(text).to_owned(),
            };
            said.set(Some(words.into()));
        });
    });
    html! { <button type="button" class="button" {onclick}>{ words }</button> }
}
