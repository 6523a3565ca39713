//! The ways in and out of a scenario, under one button in the bar.

use crate::session::action::Action;
use crate::session::handing::{Hand, Said, WayOut};
use crate::text::Text;
use crate::ui::browser::arrivals;
use crate::ui::controls::{Menu, MenuEntry};
use crate::ui::part::part;
use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How long the words about the last thing done stay.
const SAID_MS: u32 = 6_000;

/// What the menu is given: nothing that changes while a lever is moved.
#[derive(PartialEq, Properties)]
pub(super) struct ShareMenuProps {
    /// The words of the language on screen.
    pub text: Text,
    /// What came of the last thing that went out.
    pub said: Option<Said>,
    /// Takes what the person does.
    pub dispatch: Callback<Action>,
}

/// The button, its list, and what came of the last choice.
#[component]
pub(super) fn ShareMenu(props: &ShareMenuProps) -> Html {
    let ShareMenuProps { text, dispatch, .. } = props;
    let text = *text;
    let input = use_node_ref();
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.said.clone(), move |said| {
            let fade = said.is_some().then(|| {
                Timeout::new(SAID_MS, move || dispatch.emit(Action::Hand(Hand::Said(None))))
            });
            move || drop(fade)
        });
    }
    // A line for each way; what is chosen is done outside, where the scenario is.
    let entries = vec![
        does("save-file", text.save_as_file(), dispatch, Action::Hand(Hand::Save)),
        MenuEntry { name: "open-file", words: text.open_file().into(), on_choose: choose(&input) },
        does("link", text.copy_link(), dispatch, Action::Hand(Hand::Show(Some(WayOut::Link)))),
        does("code", text.show_code(), dispatch, Action::Hand(Hand::Show(Some(WayOut::Code)))),
    ];
    let said = props.said.as_ref().map(|said| -> AttrValue {
        match said {
            Said::Saved(file) => text.downloaded(file).into(),
            Said::NotSaved => text.download_failed().into(),
        }
    });
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = input.files() {
                arrivals::read_chosen(&files, dispatch.clone());
            }
            // Otherwise the same file, corrected, could not be chosen again.
            input.set_value("");
        })
    };
    html! {
        <>
            <input ref={input} type="file" class="unseen" tabindex="-1" aria-hidden="true"
                accept=".json,application/json" data-field="scenario-file" {onchange} />
            { part!(Menu { name: "share", words: text.share_out(), title: text.share_title(), entries, said }) }
        </>
    }
}

/// An entry that is one action.
fn does(
    name: &'static str,
    words: &'static str,
    dispatch: &Callback<Action>,
    action: Action,
) -> MenuEntry {
    MenuEntry { name, words: words.into(), on_choose: dispatch.reform(move |()| action.clone()) }
}

/// Opens the browser's own choice of files.
fn choose(input: &NodeRef) -> Callback<()> {
    let input = input.clone();
    Callback::from(move |()| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    })
}
