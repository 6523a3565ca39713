//! Why something that came cannot be opened, and what to do about it.

use super::closing;
use crate::exchange::document::shown;
use crate::exchange::link::LinkProblem;
use crate::session::handing::{Refusal, Source, Stage};
use crate::text::Text;
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use yew::prelude::*;

/// How many problems are named before the rest is counted.
const MOST_LISTED: usize = 8;

/// What the sheet is given.
#[derive(PartialEq, Properties)]
pub(super) struct RefusedSheetProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Where it came from.
    pub source: Source,
    /// Why it is not read, or that its plan is still looked for.
    pub stage: Stage,
}

/// The sheet.
#[component]
pub(super) fn RefusedSheet(props: &RefusedSheetProps) -> Html {
    let text = props.snapshot.text();
    let what = match &props.source {
        Source::File(name) => text.handed_file(shown(name)),
        Source::Link => text.handed_link().to_owned(),
    };
    let close = closing(&props.snapshot);
    let (title, children) = match &props.stage {
        Stage::Refused(refusal) => (text.handed_refused(what.trim()), reasons(text, refusal)),
        Stage::Looking(_) | Stage::Read(_) => (
            text.handed_title().to_owned(),
            html! { <p class="working" role="status">{ text.handed_looking() }</p> },
        ),
    };
    let actions = html! {
        <button type="button" class="button main" data-action="handed-close"
            onclick={close.reform(|_: MouseEvent| ())}>{ text.close() }</button>
    };
    part!(Dialog {
        id: "handed-refused",
        open: true,
        title,
        close_text: text.close(),
        on_close: close,
        actions,
        children
    })
}

fn reasons(text: Text, refusal: &Refusal) -> Html {
    let words = words(text, refusal);
    let rest = words.len().saturating_sub(MOST_LISTED);
    html! {
        <>
            <ul class="plain-list handed-reasons">
                { for words.iter().take(MOST_LISTED).map(|words| html! { <li><bdi>{ words }</bdi></li> }) }
                if rest > 0 {
                    <li class="quiet">{ text.leave_more(rest) }</li>
                }
            </ul>
            if matches!(refusal, Refusal::Document(_)) {
                <p>{ text.handed_ask_again() }</p>
            }
            <p class="quiet">{ text.handed_nothing_changed() }</p>
        </>
    }
}

fn words(text: Text, refusal: &Refusal) -> Vec<String> {
    let count = |number: usize| text.count(number as f64);
    match refusal {
        Refusal::Document(problems) => problems.iter().map(|problem| problem.words(text)).collect(),
        Refusal::Link(problem) => vec![match *problem {
            LinkProblem::Incomplete => text.handed_link_incomplete().to_owned(),
            LinkProblem::TooLong { found, most } => {
                text.handed_link_long(count(found), count(most))
            }
            LinkProblem::TooLarge { most } => text.handed_link_large(count(most)),
            LinkProblem::Newer { found, known } => text.handed_link_newer(found, known),
        }],
        Refusal::NeedsPlan(id) => vec![text.handed_needs_plan(shown(id))],
        Refusal::Unreadable => vec![text.handed_unreadable().to_owned()],
        Refusal::Several(found) => vec![text.handed_several(found)],
    }
}
