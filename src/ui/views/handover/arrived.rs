//! A look at a scenario that came from outside: what differs from the plan first, then what comes of it.

use super::closing;
use crate::exchange::document::Seal;
use crate::plan::change::Change;
use crate::session::action::Action;
use crate::session::handing::{Arrived, Hand, Source};
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{Snapshot, does};
use crate::ui::views::verdict::{sign, verdict};
use std::rc::Rc;
use yew::prelude::*;

/// How many differences are listed before the rest is folded away.
const MOST_LISTED: usize = 12;

/// What the sheet is given.
#[derive(PartialEq, Properties)]
pub(super) struct ArrivedSheetProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Where it came from.
    pub source: Source,
    /// Its bytes or characters.
    pub size: usize,
    /// What it says.
    pub arrived: Rc<Arrived>,
}

/// The sheet.
#[component]
pub(super) fn ArrivedSheet(props: &ArrivedSheetProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let arrived = &props.arrived;
    let document = &arrived.document;
    let close = closing(snapshot);
    let actions = html! {
        <>
            <button type="button" class="button" data-action="handed-close"
                onclick={close.reform(|_: MouseEvent| ())}>{ text.close() }</button>
            <button type="button" class="button main" data-action="handed-use"
                onclick={does(snapshot, Action::Hand(Hand::Used))}>{ text.handed_use() }</button>
        </>
    };
    let would_lose = !snapshot.keeping.is_kept() && !snapshot.changes.is_empty();
    part!(Dialog {
        id: "handed",
        open: true,
        title: text.handed_title(),
        close_text: text.close(),
        on_close: close,
        actions,
        children: html! { <>
            <p class="handed-name"><bdi>{ text.scenario_title(&document.name).to_owned() }</bdi></p>
            <p class="caption">{ facts(props) }</p>
            { for notices(props).into_iter().map(|words| html! { <p class="handed-notice">{ words }</p> }) }
            { differences(props) }
            { result(props) }
            if !document.note.is_empty() {
                <h3>{ text.handed_note() }</h3>
                <p class="handed-note"><bdi>{ document.note.clone() }</bdi></p>
            }
            if would_lose {
                <p class="handed-notice">{ text.handed_would_lose() }</p>
            } else {
                <p class="caption">{ text.handed_use_help() }</p>
            }
        </> }
    })
}

/// Where it came from, for which plan, and by which marks it is known again.
fn facts(props: &ArrivedSheetProps) -> String {
    let text = props.snapshot.text();
    let arrived = &props.arrived;
    let mut facts = vec![match &props.source {
        Source::File(name) => text.handed_file(crate::exchange::document::shown(name)),
        Source::Link => text.handed_link().to_owned(),
    }];
    facts.push(text.handed_bytes(props.size));
    facts.push(text.name(&arrived.plan.name).to_owned());
    facts.push(text.fingerprint(&arrived.fingerprint));
    facts.extend(arrived.document.app.as_ref().map(|app| text.handed_by(app)));
    facts.join(" · ")
}

/// What has to be read before the figures are believed.
fn notices(props: &ArrivedSheetProps) -> Vec<String> {
    let text = props.snapshot.text();
    let Arrived { document, plan, .. } = &*props.arrived;
    let mut notices = Vec::new();
    if document.seal == Seal::Broken {
        notices.push(text.handed_broken_seal().to_owned());
    }
    if !document.same_plan {
        notices.push(text.handed_other_contents().to_owned());
    }
    if !Rc::ptr_eq(plan, &props.snapshot.plan.0) {
        notices.push(text.handed_other_open_plan(text.name(&plan.name)));
    }
    if document.removed > 0 {
        notices.push(text.handed_removed(document.removed));
    }
    notices
}

fn differences(props: &ArrivedSheetProps) -> Html {
    let text = props.snapshot.text();
    let Arrived { plan, changes, .. } = &*props.arrived;
    let line = |change: &Change| html! { <li><bdi>{ text.change(plan, change) }</bdi></li> };
    let (first, rest) = changes.split_at(changes.len().min(MOST_LISTED));
    if first.is_empty() {
        return html! { <h3>{ text.handed_no_differences() }</h3> };
    }
    html! {
        <>
            <h3>{ text.handed_differences(changes.len()) }</h3>
            <ul class="handed-differences">{ for first.iter().map(line) }</ul>
            if !rest.is_empty() {
                <details class="disclosure">
                    <summary class="disclosure-title">{ text.handed_all_differences(rest.len()) }</summary>
                    <ul class="handed-differences">{ for rest.iter().map(line) }</ul>
                </details>
            }
        </>
    }
}

fn result(props: &ArrivedSheetProps) -> Html {
    let text = props.snapshot.text();
    let Arrived { plan, outcome, .. } = &*props.arrived;
    let tiers = plan.tiers.iter().zip(&outcome.tiers).enumerate();
    html! {
        <>
            <h3>{ text.handed_result() }</h3>
            <p class="handed-verdict">{ verdict(text, plan, outcome).plain() }</p>
            <ul class="handed-tiers">
                { for tiers.map(|(index, (tier, attainment))| html! {
                    <li>{ sign(index) }{ " " }{ text.name(&tier.name).to_owned() }{ " " }
                        <strong>{ text.tier_brief(attainment) }</strong></li>
                }) }
            </ul>
        </>
    }
}
