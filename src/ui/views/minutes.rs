//! The minutes of the sitting: what was walked, what was decided, what was tried; and the ways to hand
//! them on.

use crate::exchange::escaped::file_name;
use crate::exchange::minutes::{Line, Sheet, Table, html, markdown};
use crate::session::action::Action;
use crate::session::minutes::{Head, minutes};
use crate::text::Text;
use crate::ui::browser::{clock, files};
use crate::ui::snapshot::{RegionProps, Snapshot};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many cells stand before what changed.
const BEFORE_CHANGES: usize = 2;

/// How many figures follow it; what is said of the tiers comes last.
const FIGURES: usize = 2;

/// The sheet, drawn only while it is open.
#[component]
pub(super) fn MinutesSheet(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let failed = use_state_eq(|| false);
    let sheet = use_memo(
        (snapshot.plan.clone(), snapshot.history.clone(), snapshot.library.clone(), text),
        |_| written(snapshot, text),
    );
    let save = |ending: &'static str, kind: &'static str, write: fn(&Sheet, &str) -> String| {
        let (sheet, failed) = (sheet.clone(), failed.setter());
        Callback::from(move |_: MouseEvent| {
            let page = write(&sheet, text.decided());
            let name = file_name(&sheet.title, ending);
            failed.set(files::download(&name, kind, page.as_bytes()).is_none());
        })
    };
    html! {
        <div class="minutes">
            <p class="quiet">{ text.minutes_help() }</p>
            <p class="minutes-ways">
                <button type="button" class="button main" data-action="minutes-html"
                    onclick={save("html", "text/html", html::written)}>{ text.minutes_html() }</button>
                <button type="button" class="button" data-action="minutes-markdown"
                    onclick={save("md", "text/markdown", markdown::written)}>{ text.minutes_markdown() }</button>
            </p>
            if *failed { <p class="caution" role="status">{ text.download_failed() }</p> }
            <p class="minutes-verdict">{ sheet.verdict.clone() }</p>
            { for sheet.tables.iter().enumerate().map(|(index, part)| {
                // What is decided is listed first and marked where it was done.
                table(snapshot, text, &sheet, part, index > 0)
            }) }
            { for sheet.closing.iter().map(|line| html! { <p class="caption">{ line }</p> }) }
        </div>
    }
}

fn written(snapshot: &Snapshot, text: Text) -> Sheet {
    let head = Head {
        name: &snapshot.library.name,
        note: &snapshot.library.note,
        version: env!("CARGO_PKG_VERSION"),
        at: Some(clock::now()),
    };
    minutes(&snapshot.plan, &snapshot.history, &snapshot.outcome, head).sheet(text)
}

fn table(snapshot: &Snapshot, text: Text, sheet: &Sheet, part: &Table, marks: bool) -> Html {
    if part.lines.is_empty() {
        return html! { <><h3>{ part.heading }</h3><p class="quiet">{ part.none }</p></> };
    }
    html! {
        <>
            <h3>{ part.heading }</h3>
            <div class="table-frame" role="group" tabindex="0" aria-label={part.heading}>
                <table class="table minutes-table">
                    <thead><tr>
                        if marks { <th scope="col">{ text.decided() }</th> }
                        { for sheet.headers.iter().map(|header| html! { <th scope="col">{ header }</th> }) }
                    </tr></thead>
                    <tbody>{ for part.lines.iter().map(|line| row(snapshot, text, line, marks)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(snapshot: &Snapshot, text: Text, line: &Line, marks: bool) -> Html {
    let step = line.step;
    let onchange = snapshot.dispatch.reform(move |event: Event| {
        let mark: HtmlInputElement = event.target_unchecked_into();
        Action::StepDecided(step, mark.checked())
    });
    let (before, after) = line.cells.split_at(BEFORE_CHANGES.min(line.cells.len()));
    let words = match before.first() {
        Some(number) if number.parse::<usize>().is_ok() => text.decide_step(number),
        _ => text.decide_tried().to_owned(),
    };
    html! {
        <tr>
            if marks {
                <td><input type="checkbox" data-decide={step.to_string()} checked={line.decided}
                    aria-label={words} {onchange} /></td>
            }
            { for before.iter().map(|cell| html! { <td>{ cell }</td> }) }
            <td class="text">
                if !line.name.is_empty() { <strong class="step-name">{ &line.name }</strong>{ " " } }
                { for line.changes.iter().map(|change| html! { <span class="minutes-change">{ change }</span> }) }
            </td>
            { for after.iter().enumerate().map(|(index, cell)| {
                let class = if index < FIGURES { "number" } else { "minutes-tier" };
                html! { <td {class}>{ cell }</td> }
            }) }
        </tr>
    }
}
