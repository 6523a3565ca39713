//! The ways to the other pages, under the thumb on a phone.

use super::shell::RegionProps;
use super::top_bar::does;
use crate::session::action::Action;
use crate::session::screen::Place;
use yew::prelude::*;

/// The pages in a row.
#[component]
pub(crate) fn PageTabs(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let page = |place: Place, words: &'static str| {
        let current = snapshot.screen.place == place;
        html! {
            <button type="button" class={classes!("tab", current.then_some("current"))}
                aria-current={current.then_some("page")}
                onclick={does(snapshot, Action::PlaceChosen(place))}>
                { words }
            </button>
        }
    };
    html! {
        <nav class="bottom-tabs page-tabs" aria-label={text.main_navigation()}>
            <div class="tabs">
                { page(Place::Workbench, text.simulate()) }
                { page(Place::Projects, text.projects()) }
                { page(Place::Scorecard, text.scorecard()) }
                { page(Place::Data, text.data()) }
            </div>
        </nav>
    }
}
