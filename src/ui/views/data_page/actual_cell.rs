//! One known figure: a field, how far it is from the model, and the way to take it out again.

use crate::plan::scenario::{Actual, ActualKey};
use crate::session::action::Action;
use crate::text::Text;
use crate::text::actual::Entry;
use crate::ui::controls::{NumberField, Parsed};
use crate::ui::part::part;
use yew::prelude::*;

/// What a cell is given; it is drawn again only when one of them changes.
#[derive(PartialEq, Properties)]
pub(super) struct ActualCellProps {
    /// Quarter and industry.
    pub place: ActualKey,
    /// Their name in words.
    pub name: AttrValue,
    /// What is known.
    pub actual: Option<Actual>,
    /// What stands there in grey while nothing is.
    pub modelled: AttrValue,
    /// How far the known figure is from the model, in words.
    pub change: Option<AttrValue>,
    /// In which way figures are entered.
    pub entry: Entry,
    /// The words to use.
    pub text: Text,
    /// Takes what the person does.
    pub dispatch: Callback<Action>,
}

/// One cell.
#[component]
pub(super) fn ActualCell(props: &ActualCellProps) -> Html {
    let (text, entry, place) = (props.text, props.entry, props.place);
    let shown = props.actual.map(|actual| text.actual_entered(entry, actual)).unwrap_or_default();
    let parse =
        use_callback((text, entry, props.actual), |typed: String, &(text, entry, actual)| {
            read(text, entry, actual, &typed)
        });
    let on_type =
        use_callback((entry, place, props.dispatch.clone()), |value, (entry, place, dispatch)| {
            dispatch.emit(Action::ActualEntered(*place, Some(entry.figure(value))));
        });
    let onclick = props.dispatch.reform(move |_: MouseEvent| Action::ActualEntered(place, None));
    let id = match place.industry {
        Some(industry) => format!("actual-{}-{industry}", place.quarter),
        None => format!("actual-{}", place.quarter),
    };
    let remove = text.actual_remove_of(&props.name);
    html! {
        <div class="actual">
            { part!(NumberField { id, label: props.name.clone(), text: shown,
                placeholder: props.modelled.clone(), parse, on_type }) }
            if props.actual.is_some() {
                <button type="button" class="button square plain actual-remove" title={remove.clone()}
                    aria-label={remove} {onclick}>{ "×" }</button>
            }
            if let Some(change) = &props.change {
                <span class="caption actual-change">{ change.clone() }</span>
            }
        </div>
    }
}

/// What was typed, or why it does not count and what stands instead.
fn read(text: Text, entry: Entry, actual: Option<Actual>, typed: &str) -> Parsed {
    text.read_actual(entry, typed).map_err(|reason| {
        let kept = match actual {
            Some(_) => text.problem_kept(text.actual_figure(actual)),
            None => text.actual_none_kept().to_owned(),
        };
        text.problem_with_kept(reason, kept).into()
    })
}
