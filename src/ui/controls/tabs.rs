//! Tabs: one of several panels at a time.

use web_sys::HtmlElement;
use yew::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// What the caller knows it by.
    pub value: AttrValue,
    /// What it reads.
    pub text: AttrValue,
}

/// What a row of tabs needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// First part of the ids: tab `x` of `strip` is `strip-tab-x` and shows the element `strip-x`.
    pub name: AttrValue,
    /// What is being looked at, for those who hear it.
    pub label: AttrValue,
    /// The tabs from left to right.
    pub tabs: Vec<Tab>,
    /// The value of the open one.
    pub chosen: AttrValue,
    /// Another one is to open.
    pub on_choose: Callback<AttrValue>,
}

/// A row of tabs: one stop of the Tab key, arrows within it.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let list = use_node_ref();
    let onkeydown = {
        let (props, list) = (props.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| {
            let now = props.tabs.iter().position(|tab| tab.value == props.chosen).unwrap_or(0);
            let Some(next) = neighbour(now, props.tabs.len(), &event.key()) else { return };
            event.prevent_default();
            if let Some(tab) = props.tabs.get(next) {
                props.on_choose.emit(tab.value.clone());
                let index = u32::try_from(next).unwrap_or(0);
                let button =
                    list.cast::<HtmlElement>().and_then(|list| list.children().item(index));
                if let Some(button) = button {
                    let _ = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(button).focus();
                }
            }
        })
    };
    let tabs = props.tabs.iter().map(|tab| {
        let chosen = tab.value == props.chosen;
        let onclick = {
            let value = tab.value.clone();
            props.on_choose.reform(move |_: MouseEvent| value.clone())
        };
        html! {
            <button
                key={tab.value.to_string()}
                type="button"
                role="tab"
                class="tab"
                id={format!("{}-tab-{}", props.name, tab.value)}
                aria-controls={format!("{}-{}", props.name, tab.value)}
                aria-selected={chosen.to_string()}
                tabindex={if chosen { "0" } else { "-1" }}
                {onclick}
            >
                { tab.text.clone() }
            </button>
        }
    });
    html! {
        <div ref={list} class="tabs" role="tablist" aria-label={props.label.clone()} {onkeydown}>
            { for tabs }
        </div>
    }
}

/// The tab a key leads to; the row is a ring.
fn neighbour(now: usize, count: usize, key: &str) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(if now >= last { 0 } else { now + 1 }),
        "ArrowLeft" | "ArrowUp" => Some(now.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_the_row_of_tabs() {
        assert_eq!(neighbour(2, 3, "ArrowRight"), Some(0));
        assert_eq!(neighbour(0, 3, "ArrowLeft"), Some(2));
        assert_eq!(neighbour(1, 3, "End"), Some(2));
        assert_eq!(neighbour(1, 3, "a"), None);
        assert_eq!(neighbour(0, 0, "Home"), None);
    }
}
