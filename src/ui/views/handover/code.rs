//! The link as a QR code, as large as the window allows, for cameras in the room.

use super::link::{address, note_choice};
use crate::exchange::code::{MOST, code};
use crate::session::action::Action;
use crate::session::handing::Hand;
use crate::ui::browser::arrivals;
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use yew::prelude::*;

/// The sheet.
#[component]
pub(super) fn CodeSheet(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let with_note = use_state_eq(|| true);
    let on_note = {
        let with_note = with_note.setter();
        Callback::from(move |chosen| with_note.set(chosen))
    };
    let link = address(snapshot, *with_note);
    let close = snapshot.dispatch.reform(|()| Action::Hand(Hand::Show(None)));
    part!(Dialog {
        id: "code",
        open: true,
        title: text.code_title(),
        close_text: text.close(),
        on_close: close,
        wide: true,
        children: html! { <>
            { picture(snapshot, &link) }
            <div class="code-words">
                <p>{ text.code_help() }{ " " }{ text.link_open_to_all() }</p>
                { note_choice(snapshot, *with_note, &on_note) }
                if arrivals::is_on_this_device() {
                    <p class="handed-notice">{ text.link_on_this_device() }</p>
                }
            </div>
        </> }
    })
}

fn picture(snapshot: &Snapshot, link: &str) -> Html {
    let text = snapshot.text();
    let Some(code) = code(link) else {
        let count = |number: usize| text.count(number as f64);
        let words = text.code_too_long(count(link.chars().count()), count(MOST));
        return html! { <p class="handed-notice">{ words }</p> };
    };
    let name = text.scenario_title(&snapshot.library.name);
    html! {
        <svg class="code-picture" role="img" aria-label={text.code_words(name)}
            viewBox={format!("0 0 {size} {size}", size = code.size)}>
            <path d={code.outline} />
        </svg>
    }
}
