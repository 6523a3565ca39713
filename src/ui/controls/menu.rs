//! A button that opens a short list of things to do.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// One thing to do.
#[derive(Clone, PartialEq)]
pub struct MenuEntry {
    /// Its name for whoever drives the page from outside.
    pub name: &'static str,
    /// What it reads.
    pub words: AttrValue,
    /// What it does.
    pub on_choose: Callback<()>,
}

/// What a menu needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// Its name for whoever drives the page from outside; the list is named after it.
    pub name: &'static str,
    /// What the button reads.
    pub words: AttrValue,
    /// What the button says at length.
    pub title: AttrValue,
    /// What can be done, from top to bottom.
    pub entries: Vec<MenuEntry>,
    /// Words about the last thing done, shown under the button.
    #[prop_or_default]
    pub said: Option<AttrValue>,
}

/// The button and its list. It closes when something is chosen, by Esc, and when hand or focus go
/// elsewhere; arrow keys walk through it.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let whole = use_node_ref();
    {
        let (whole, close) = (whole.clone(), open.setter());
        use_effect_with(*open, move |&open| {
            let elsewhere = open.then(|| {
                EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
                    let hit = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !holds(&whole, hit.as_ref()) {
                        close.set(false);
                    }
                })
            });
            move || drop(elsewhere)
        });
    }
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let onfocusout = {
        let (whole, close) = (whole.clone(), open.setter());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            // Focus that goes nowhere goes to another window, or to a dialog of the browser.
            if to.is_some() && !holds(&whole, to.as_ref()) {
                close.set(false);
            }
        }
    };
    let onkeydown = {
        let (whole, open) = (whole.clone(), open.clone());
        move |event: KeyboardEvent| walk(&event, &whole, &open)
    };
    let list = format!("{}-menu", props.name);
    html! {
        <div class="menu" ref={whole} {onfocusout} {onkeydown}>
            <button type="button" class="button plain" data-action={props.name} title={props.title.clone()}
                aria-expanded={open.to_string()} aria-controls={list.clone()} onclick={toggle}>
                { props.words.clone() }
            </button>
            <div class="menu-list" id={list} hidden={!*open}>
                { for props.entries.iter().map(|entry| line(entry, &open)) }
            </div>
            <p class="menu-said" role="status">{ props.said.clone() }</p>
        </div>
    }
}

fn line(entry: &MenuEntry, open: &UseStateHandle<bool>) -> Html {
    let (choose, close) = (entry.on_choose.clone(), open.setter());
    let onclick = move |_: MouseEvent| {
        close.set(false);
        choose.emit(());
    };
    html! {
        <button key={entry.name} type="button" class="menu-entry" data-action={entry.name} {onclick}>
            { entry.words.clone() }
        </button>
    }
}

fn holds(whole: &NodeRef, node: Option<&Node>) -> bool {
    whole.get().is_some_and(|whole| whole.contains(node))
}

/// What keys do in the list.
fn walk(event: &KeyboardEvent, whole: &NodeRef, open: &UseStateHandle<bool>) {
    let Some(whole) = whole.cast::<HtmlElement>() else { return };
    let key = event.key();
    if key == "Escape" && **open {
        event.prevent_default();
        open.set(false);
        focus(whole.query_selector("button").ok().flatten());
        return;
    }
    let step = match key.as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    if !**open {
        open.set(true);
        return;
    }
    let Ok(entries) = whole.query_selector_all(".menu-entry") else { return };
    let count = entries.length() as i32;
    let at = |index: i32| entries.get(index as u32);
    let here = gloo::utils::document().active_element();
    let now = (0..count).find(|&index| at(index).as_ref() == here.as_deref());
    let next = match now {
        Some(now) => (now + step).rem_euclid(count.max(1)),
        None if step > 0 => 0,
        None => count - 1,
    };
    focus(at(next).and_then(|node| node.dyn_into().ok()));
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // It fails only for an element that has left the page.
        let _ = element.focus();
    }
}
