//! The kept scenarios: names, notes, opening, copies, the bin, and the saves of the open one.

use crate::exchange::record::Kind;
use crate::session::action::Action;
use crate::session::library::{Entry, Save, Told};
use crate::session::presets::Preset;
use crate::text::{Language, Text};
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The open scenario's name in the bar, and the sheet that it opens.
#[component]
pub(crate) fn LibraryButton(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let open = use_state_eq(|| false);
    let onclick = {
        let (open, dispatch) = (open.setter(), snapshot.dispatch.clone());
        move |_: MouseEvent| {
            open.set(true);
            dispatch.emit(Action::Library(Told::Look));
        }
    };
    let name = text.scenario_title(&snapshot.library.name).to_owned();
    let changes = changed(text, snapshot.changes.len());
    let words = text.library_of(&name);
    let hide = open.setter();
    let actions = html! {
        <>
            <button type="button" class="button" data-action="scenario-copy"
                onclick={does(snapshot, Action::Library(Told::Copy))}>{ text.scenario_copy() }</button>
            <button type="button" class="button main" data-action="scenario-new"
                onclick={does(snapshot, Action::Library(Told::New))}>{ text.scenario_new() }</button>
        </>
    };
    html! {
        <>
            <button type="button" class="button plain scenario-name" data-action="library"
                title={words} {onclick}>
                <span class="scenario-words">{ name }</span>
                <span class="only-wide quiet">{ changes }</span>
                <span aria-hidden="true">{ "▾" }</span>
            </button>
            { part!(Dialog {
                id: "library", open: *open, title: text.library(), close_text: text.close(), wide: true,
                on_close: Callback::from(move |()| hide.set(false)), actions,
                children: if *open { contents(snapshot) } else { Html::default() },
            }) }
        </>
    }
}

fn changed(text: Text, count: usize) -> String {
    match count {
        0 => text.scenario_as_planned().to_owned(),
        count => text.scenario_changes(count),
    }
}

fn contents(snapshot: &Snapshot) -> Html {
    let text = snapshot.text();
    let library = &snapshot.library;
    let (kept, binned): (Vec<&Entry>, Vec<&Entry>) =
        library.entries.iter().partition(|entry| entry.head.binned.is_none());
    let named = snapshot.dispatch.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Library(Told::Named(input.value()))
    });
    let noted = snapshot.dispatch.reform(|event: Event| {
        let input: HtmlTextAreaElement = event.target_unchecked_into();
        Action::Library(Told::Noted(input.value()))
    });
    html! {
        <>
            <label class="stacked">{ text.scenario_name() }
                <input class="field" type="text" data-field="scenario-name" maxlength="200"
                    placeholder={text.scenario_unnamed()} value={library.name.clone()} onchange={named} />
            </label>
            <label class="stacked">{ text.scenario_note() }
                <textarea class="field note-field" rows="2" maxlength="5000" data-field="scenario-note"
                    value={library.note.clone()} onchange={noted} />
            </label>
            <h3>{ text.presets() }</h3>
            <p class="preset-list">
                { for Preset::ALL.iter().map(|&preset| html! {
                    <button type="button" class="button" data-preset={preset.name(Text::new(Language::En))}
                        onclick={does(snapshot, Action::Library(Told::Preset(preset)))}>{ preset.name(text) }</button>
                }) }
            </p>
            <h3>{ text.scenarios_kept() }</h3>
            if kept.is_empty() {
                <p class="quiet">{ text.scenarios_none() }</p>
            }
            <ul class="kept-list">{ for kept.into_iter().map(|entry| kept_line(snapshot, entry)) }</ul>
            if !binned.is_empty() {
                <h3>{ text.bin() }</h3>
                <ul class="kept-list">{ for binned.into_iter().map(|entry| binned_line(snapshot, entry)) }</ul>
            }
            if !library.saves.is_empty() {
                <details class="disclosure">
                    <summary class="disclosure-title">{ text.saves() }</summary>
                    <p class="quiet">{ text.saves_help() }</p>
                    <ul class="kept-list">{ for library.saves.iter().map(|save| save_line(snapshot, save)) }</ul>
                </details>
            }
            if library.damaged > 0 {
                <p class="quiet">{ text.set_aside(library.damaged) }</p>
            }
        </>
    }
}

fn facts(snapshot: &Snapshot, entry: &Entry) -> Html {
    let text = snapshot.text();
    let head = &entry.head;
    let facts = text.scenario_facts(
        text.name(&head.plan),
        changed(text, head.changes),
        text.day_and_time(head.at),
    );
    html! {
        <span class="kept-facts">
            <strong>{ text.scenario_title(&head.name).to_owned() }</strong>
            <span class="caption">{ facts }</span>
        </span>
    }
}

fn kept_line(snapshot: &Snapshot, entry: &Entry) -> Html {
    let text = snapshot.text();
    let name = text.scenario_title(&entry.head.name);
    html! {
        <li key={entry.id.clone()} data-scenario={entry.id.clone()}>
            { facts(snapshot, entry) }
            if entry.id == snapshot.library.open {
                <span class="quiet" aria-current="true">{ text.scenario_is_open() }</span>
            } else {
                <button type="button" class="link" data-action="open-kept" aria-label={text.open_what(name)}
                    onclick={does(snapshot, Action::Library(Told::Open(entry.id.clone())))}>{ text.open() }</button>
                <button type="button" class="link" data-action="bin" aria-label={text.to_bin_what(name)}
                    onclick={does(snapshot, Action::Library(Told::Bin(entry.id.clone())))}>{ text.to_bin() }</button>
            }
        </li>
    }
}

fn binned_line(snapshot: &Snapshot, entry: &Entry) -> Html {
    let text = snapshot.text();
    let words = text.from_bin_what(text.scenario_title(&entry.head.name));
    html! {
        <li key={entry.id.clone()} data-scenario={entry.id.clone()}>
            { facts(snapshot, entry) }
            <button type="button" class="link" data-action="unbin" aria-label={words}
                onclick={does(snapshot, Action::Library(Told::Unbin(entry.id.clone())))}>{ text.from_bin() }</button>
        </li>
    }
}

fn save_line(snapshot: &Snapshot, save: &Save) -> Html {
    let text = snapshot.text();
    let kind = match save.kind {
        Kind::Edit => text.save_edit(),
        Kind::Restored => text.save_restored(),
        Kind::Conflict => text.save_conflict(),
        Kind::Begun => text.save_begun(),
    };
    let time = format!("{} · {}", text.day_and_time(save.at), text.time_of_day(save.at));
    let words = text.return_to(&time);
    html! {
        <li key={save.seq.to_string()}>
            <span class="kept-facts">{ text.save_facts(text.day_and_time(save.at), kind, changed(text, save.changes)) }</span>
            <button type="button" class="link" data-action="return" aria-label={words}
                onclick={does(snapshot, Action::Library(Told::Return(save.seq)))}>{ text.return_here() }</button>
        </li>
    }
}
