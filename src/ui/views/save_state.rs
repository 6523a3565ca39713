//! Whether the scenario is kept: a sign, words, and what can be done where it is not.

use crate::session::action::Action;
use crate::session::handing::Hand;
use crate::session::keeping::{Failure, Keeping, Lack, Reason};
use crate::session::library::Told;
use crate::ui::snapshot::{RegionProps, does};
use yew::prelude::*;

/// The words in the bar.
#[component]
pub(crate) fn SaveState(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let (state, sign, words) = match snapshot.keeping {
        Keeping::Untouched => ("untouched", "○", text.kept_untouched().to_owned()),
        Keeping::Saving => ("saving", "…", text.saving().to_owned()),
        Keeping::Saved(at) => ("saved", "✓", text.saved_at(text.time_of_day(at))),
        Keeping::Failed(Failure::Full) => ("failed", "!", text.kept_full().to_owned()),
        Keeping::Failed(Failure::Other) => ("failed", "!", text.kept_failed().to_owned()),
        Keeping::ReadOnly(Reason::OtherTab) => ("read-only", "⊘", text.kept_elsewhere().to_owned()),
        Keeping::ReadOnly(Reason::Newer) => ("newer", "⊘", text.kept_newer().to_owned()),
        Keeping::MemoryOnly(Lack::Denied) => ("memory", "△", text.kept_nowhere().to_owned()),
        Keeping::MemoryOnly(Lack::Silent) => ("memory", "△", text.kept_silent().to_owned()),
        Keeping::MemoryOnly(Lack::Blocked) => ("memory", "△", text.kept_blocked().to_owned()),
    };
    html! {
        <span class="save-state" data-state={state}>
            <span class="save-words" title={words.clone()}>
                <span aria-hidden="true">{ sign }</span>{ " " }<span class="save-long">{ words }</span>
            </span>
            if snapshot.keeping == Keeping::ReadOnly(Reason::OtherTab) {
                <button type="button" class="link" data-action="take-over"
                    onclick={does(snapshot, Action::Library(Told::TakeOver))}>{ text.take_over() }</button>
            } else if !snapshot.keeping.is_kept() {
                <button type="button" class="link" data-action="save-file"
                    onclick={does(snapshot, Action::Hand(Hand::Save))}>{ text.save_file() }</button>
            }
        </span>
    }
}
