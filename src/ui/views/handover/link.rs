//! The scenario as a link: what it holds, who can read it, and copying it.

use crate::exchange::link::MOST_OFFERED;
use crate::exchange::{document, link};
use crate::session::action::Action;
use crate::session::handing::Hand;
use crate::ui::browser::{arrivals, files};
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The link to the scenario on screen, with its note or without, whether or not it may be offered.
pub(super) fn address(snapshot: &Snapshot, with_note: bool) -> String {
    let library = &snapshot.library;
    let note = if with_note { library.note.as_str() } else { "" };
    let text = document::compact(&snapshot.plan, &snapshot.scenario, &library.name, note);
    arrivals::address() + &link::written(&text)
}

/// The sheet.
#[component]
pub(super) fn LinkSheet(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let with_note = use_state_eq(|| true);
    let copied = use_state_eq(|| None::<bool>);
    let field = use_node_ref();
    let address = address(snapshot, *with_note);
    let offered = address.chars().count() <= MOST_OFFERED;
    let on_note = {
        let (with_note, copied) = (with_note.setter(), copied.setter());
        Callback::from(move |chosen| {
            with_note.set(chosen);
            copied.set(None);
        })
    };
    let close = snapshot.dispatch.reform(|()| Action::Hand(Hand::Show(None)));
    let copy = {
        let (copied, field) = (copied.setter(), field.clone());
        let address = address.clone();
        move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
            let (copied, address) = (copied.clone(), address.clone());
            spawn_local(async move { copied.set(Some(files::copy(&address).await)) });
        }
    };
    let actions = html! {
        <>
            <button type="button" class="button" data-action="link-file"
                onclick={does(snapshot, Action::Hand(Hand::Save))}>{ text.save_as_file() }</button>
            <button type="button" class="button main" data-action="copy-link" disabled={!offered}
                onclick={copy}>{ text.copy() }</button>
        </>
    };
    part!(Dialog {
        id: "link",
        open: true,
        title: text.link_title(),
        close_text: text.close(),
        on_close: close,
        actions,
        children: html! { <>
            <p class="handed-notice">{ text.link_open_to_all() }</p>
            <p class="quiet">{ text.link_holds() }</p>
            if arrivals::is_on_this_device() {
                <p class="handed-notice">{ text.link_on_this_device() }</p>
            }
            { note_choice(snapshot, *with_note, &on_note) }
            { shown(snapshot, address, offered, &field) }
            <p role="status" class="caption">{ copied.map(|copied| {
                if copied { text.link_copied() } else { text.link_not_copied() }
            }) }</p>
        </> }
    })
}

/// Whether the note goes along, where there is one.
pub(super) fn note_choice(snapshot: &Snapshot, chosen: bool, on_choose: &Callback<bool>) -> Html {
    if snapshot.library.note.is_empty() {
        return Html::default();
    }
    let onchange = on_choose.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.checked()
    });
    html! {
        <label class="handed-choice">
            <input type="checkbox" data-field="link-note" checked={chosen} {onchange} />
            { snapshot.text().link_note() }
        </label>
    }
}

/// The link itself, or why it is not offered.
fn shown(snapshot: &Snapshot, address: String, offered: bool, field: &NodeRef) -> Html {
    let text = snapshot.text();
    let length = text.count(address.chars().count() as f64);
    if !offered {
        let most = text.count(MOST_OFFERED as f64);
        return html! { <p class="handed-notice">{ text.link_too_long(length, most) }</p> };
    }
    html! {
        <label class="stacked">{ text.link_field(length) }
            <input ref={field} class="field" type="text" readonly=true data-field="link" value={address} />
        </label>
    }
}
