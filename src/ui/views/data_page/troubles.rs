//! What keeps a plan from being opened: everything at once, with place and cure.

use super::opening::Stage;
use crate::exchange::folder::Trouble;
use crate::seeds::Problem;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::browser::files;
use crate::ui::snapshot::Snapshot;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Rows shown; the list that can be copied has them all.
const MOST_ROWS: usize = 200;

/// What the list is given.
#[derive(PartialEq, Properties)]
pub(super) struct TroublesProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// How far opening has come.
    pub stage: Stage,
    /// The planner has seen the list.
    pub on_dismiss: Callback<()>,
}

/// The list; nothing while there is nothing wrong.
#[component]
pub(super) fn Troubles(props: &TroublesProps) -> Html {
    let text = props.snapshot.text();
    let heading = use_node_ref();
    let said = use_state_eq(|| None::<AttrValue>);
    let troubles = match &props.stage {
        Stage::Refused(troubles) => Some(troubles.clone()),
        _ => None,
    };
    {
        let (heading, said) = (heading.clone(), said.clone());
        use_effect_with(troubles.clone(), move |troubles| {
            said.set(None);
            if troubles.is_some()
                && let Some(heading) = heading.cast::<web_sys::HtmlElement>()
            {
                // Whoever opened the files looks here next, with eyes or with a screen reader.
                let _ = heading.focus();
            }
        });
    }
    let Some(troubles) = troubles else { return Html::default() };
    let name = text.name(&props.snapshot.plan.name).to_owned();
    let rest = troubles.len().saturating_sub(MOST_ROWS);
    html! {
        <section class="panel troubles" aria-labelledby="troubles-title">
            <header class="troubles-head">
                <h2 id="troubles-title" ref={heading} tabindex="-1">{ text.plan_refused(troubles.len()) }</h2>
                <p class="quiet">{ text.plan_kept(name) }</p>
                <div class="buttons">
                    { copier(text, &troubles, &said) }
                    { saver(text, &troubles, &said) }
                    <button type="button" class="button plain"
                        onclick={props.on_dismiss.reform(|_: MouseEvent| ())}>{ text.close() }</button>
                </div>
                <p class="caption" role="status">{ (*said).clone() }</p>
            </header>
            { refusals(text, &troubles) }
            { problems(text, &troubles) }
            if rest > 0 {
                <p class="caption">{ text.troubles_more(rest) }</p>
            }
        </section>
    }
}

/// Files that could not be read as tables at all.
fn refusals(text: Text, troubles: &[Trouble]) -> Html {
    let refusals = troubles.iter().filter(|trouble| !matches!(trouble, Trouble::Table(_)));
    let lines: Vec<Html> = refusals
        .take(MOST_ROWS)
        .map(|trouble| html! { <li><bdi>{ trouble.said(text) }</bdi></li> })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class="plain-list refusals">{ for lines }</ul> }
}

/// Problems of tables, by place.
fn problems(text: Text, troubles: &[Trouble]) -> Html {
    let problems = troubles.iter().filter_map(|trouble| match trouble {
        Trouble::Table(problem) => Some(problem),
        _ => None,
    });
    let rows: Vec<Html> = problems.take(MOST_ROWS).map(|problem| row(text, problem)).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={text.troubles_caption()}>
            <table class="table troubles-table">
                <caption class="unseen">{ text.troubles_caption() }</caption>
                <thead><tr>
                    <th scope="col">{ text.header_file() }</th>
                    <th scope="col" class="number">{ text.header_row() }</th>
                    <th scope="col">{ text.header_column() }</th>
                    <th scope="col">{ text.header_found() }</th>
                    <th scope="col">{ text.header_cure() }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn row(text: Text, problem: &Problem) -> Html {
    let number = problem.row.map_or(DASH.to_owned(), |row| row.to_string());
    let column = problem.column.as_deref().unwrap_or(DASH);
    html! {
        <tr>
            <th scope="row"><bdi>{ problem.table.clone() }</bdi></th>
            <td class="number">{ number }</td>
            <td><bdi>{ column.to_owned() }</bdi></td>
            <td class="found"><bdi>{ problem.found.clone() }</bdi></td>
            <td class="text">{ text.problem_kind(&problem.kind) }</td>
        </tr>
    }
}

/// All of it, one line each.
fn list(text: Text, troubles: &[Trouble]) -> String {
    troubles.iter().map(|trouble| trouble.said(text) + "\r\n").collect()
}

fn copier(text: Text, troubles: &Rc<[Trouble]>, said: &UseStateHandle<Option<AttrValue>>) -> Html {
    let (troubles, said) = (troubles.clone(), said.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (list, said) = (list(text, &troubles), said.clone());
        spawn_local(async move {
            let words = if files::copy(&list).await { text.copied() } else { text.copy_failed() };
            said.set(Some(words.into()));
        });
    });
    html! { <button type="button" class="button" data-action="copy-list" {onclick}>{ text.copy_list() }</button> }
}

fn saver(text: Text, troubles: &Rc<[Trouble]>, said: &UseStateHandle<Option<AttrValue>>) -> Html {
    let (troubles, said) = (troubles.clone(), said.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        let file = format!("{}.txt", text.list_file());
        // The mark tells old editors that the text is UTF-8.
        let list = format!("\u{feff}{}", list(text, &troubles));
        let words = match files::download(&file, "text/plain", list.as_bytes()) {
            Some(()) => text.downloaded(&file),
            None => text.download_failed().to_owned(),
        };
        said.set(Some(words.into()));
    });
    html! { <button type="button" class="button" {onclick}>{ text.download_list() }</button> }
}
