//! Dialogs: the browser's own, which keep the focus inside and give it back afterwards.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its id; the title is named after it.
    pub id: AttrValue,
    /// Whether it is open.
    pub open: bool,
    /// Its title.
    pub title: AttrValue,
    /// What the way out reads.
    pub close_text: AttrValue,
    /// For tables and previews.
    #[prop_or_default]
    pub wide: bool,
    /// The planner wants it closed: by the button, by Esc or by a click beside it.
    pub on_close: Callback<()>,
    /// Buttons at the bottom, the main one last.
    #[prop_or_default]
    pub actions: Html,
    /// What it says.
    pub children: Html,
}

/// A sheet that must be dealt with first.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if open && !dialog.open() {
                // It fails only for an element that has left the page; then there is nothing to show.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        });
    }
    let close = props.on_close.clone();
    let oncancel = {
        let close = close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close.emit(());
        })
    };
    let onpointerdown = {
        let (close, dialog) = (close.clone(), dialog.clone());
        Callback::from(move |event: PointerEvent| {
            let hit: Option<HtmlDialogElement> = event.target_dyn_into();
            if hit.is_some() && hit == dialog.cast() {
                close.emit(());
            }
        })
    };
    let onclose = {
        // Chrome closes on a second Esc without asking.
        let (close, open) = (close.clone(), props.open);
        Callback::from(move |_: Event| {
            if open {
                close.emit(());
            }
        })
    };
    let title_id = format!("{}-title", props.id);
    html! {
        <dialog ref={dialog} id={props.id.clone()} class={classes!("dialog", props.wide.then_some("wide"))}
            aria-labelledby={title_id.clone()} {oncancel} {onclose} {onpointerdown}>
            if props.open {
                <div class="dialog-head">
                    <h2 id={title_id}>{ props.title.clone() }</h2>
                    <button type="button" class="button plain" onclick={close.reform(|_: MouseEvent| ())}>
                        { props.close_text.clone() }
                    </button>
                </div>
                // Reached by the Tab key, so that arrow keys scroll a text without links.
                <div class="dialog-body" tabindex="0">{ props.children.clone() }</div>
                if props.actions != Html::default() {
                    <div class="dialog-actions">{ props.actions.clone() }</div>
                }
            }
        </dialog>
    }
}
