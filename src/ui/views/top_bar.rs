//! The bar at the top: plan, undo and redo, sharing, pages, language, light or dark.

use super::library::LibraryButton;
use super::save_state::SaveState;
use super::share_menu::ShareMenu;
use super::step_tree::StepTree;
use crate::session::action::Action;
use crate::session::screen::{Place, Theme};
use crate::text::Text;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use yew::prelude::*;

/// The bar at the top.
#[component]
pub(crate) fn TopBar(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    html! {
        <header class="top-bar">
            <h1 class="brand">
                { text.product() }
                if text.product() != "Mogao" {
                    <span class="brand-latin" lang="en">{ "Mogao" }</span>
                }
            </h1>
            <span class="plan-name only-wide">{ text.name(&snapshot.plan.name).to_owned() }</span>
            { part!(LibraryButton { snapshot: snapshot.clone() }) }
            { part!(SaveState { snapshot: snapshot.clone() }) }
            { history(snapshot, text) }
            { part!(StepTree { snapshot: snapshot.clone() }) }
            { part!(ShareMenu { text, said: snapshot.handing.said.clone(), dispatch: snapshot.dispatch.clone() }) }
            { pages(snapshot, text) }
            { language(snapshot, text) }
            { theme(snapshot, text) }
        </header>
    }
}

fn history(snapshot: &Snapshot, text: Text) -> Html {
    let undo = snapshot.undoable.as_deref();
    let redo = snapshot.redoable.as_deref();
    html! {
        <>
            { square(snapshot, "undo", "↶", Action::Undone, undo.is_some(), undo.map_or_else(
                || text.nothing_to_undo().to_owned(), |step| text.undo_what(step))) }
            { square(snapshot, "redo", "↷", Action::Redone, redo.is_some(), redo.map_or_else(
                || text.nothing_to_redo().to_owned(), |step| text.redo_what(step))) }
        </>
    }
}

fn square(
    snapshot: &Snapshot,
    name: &'static str,
    sign: &'static str,
    action: Action,
    possible: bool,
    words: String,
) -> Html {
    html! {
        <button type="button" class="button square plain" data-action={name} title={words.clone()}
            aria-label={words} aria-disabled={(!possible).to_string()}
            onclick={does(snapshot, action)}>
            { sign }
        </button>
    }
}

fn pages(snapshot: &Snapshot, text: Text) -> Html {
    let page = |place: Place, words: &'static str| {
        let current = (snapshot.screen.place == place).then_some("page");
        html! {
            <button type="button" aria-current={current}
                onclick={does(snapshot, Action::PlaceChosen(place))}>
                { words }
            </button>
        }
    };
    html! {
        <nav class="pages push" aria-label={text.main_navigation()}>
            { page(Place::Workbench, text.simulate()) }
            { page(Place::Answers, text.answers()) }
            { page(Place::Projects, text.projects()) }
            { page(Place::Compare, text.compare()) }
            { page(Place::Scorecard, text.scorecard()) }
            { page(Place::Data, text.data()) }
        </nav>
    }
}

fn language(snapshot: &Snapshot, text: Text) -> Html {
    let other = text.language.other();
    html! {
        <button type="button" class="button plain" data-action="language" lang={other.lang_tag()}
            title={other.own_name()} onclick={does(snapshot, Action::LanguageChosen(other))}>
            <span class="only-wide">{ other.own_name() }</span>
            <span class="only-phone">{ other.short_name() }</span>
        </button>
    }
}

fn theme(snapshot: &Snapshot, text: Text) -> Html {
    let (sign, words, next) = match snapshot.screen.theme {
        Theme::System => ("◐", text.theme_as_system(), Theme::Light),
        Theme::Light => ("○", text.theme_light(), Theme::Dark),
        Theme::Dark => ("●", text.theme_dark(), Theme::System),
    };
    let words = text.theme_is(words);
    html! {
        <button type="button" class="button square plain" data-action="theme" title={words.clone()}
            aria-label={words} onclick={does(snapshot, Action::ThemeChosen(next))}>
            { sign }
        </button>
    }
}
