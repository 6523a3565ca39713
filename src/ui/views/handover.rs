//! What stands before the page while a scenario is handed over: a look at one that came, and the ways
//! out that need a look before they are taken.

mod arrived;
mod code;
mod link;
mod refused;

use crate::session::action::Action;
use crate::session::handing::{Hand, Stage, WayOut};
use crate::text::Text;
use crate::ui::browser::arrivals;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use arrived::ArrivedSheet;
use code::CodeSheet;
use link::LinkSheet;
use refused::RefusedSheet;
use yew::prelude::*;

/// What it is given.
#[derive(PartialEq, Properties)]
pub(super) struct HandoverProps {
    /// The words of the language on screen.
    pub text: Text,
    /// Takes what the person does.
    pub dispatch: Callback<Action>,
    /// The session at one moment, while there is something to show: nothing is drawn otherwise.
    pub shown: Option<Snapshot>,
}

impl HandoverProps {
    /// From the session at one moment.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let handing = &snapshot.handing;
        let shown = handing.arrival.is_some() || handing.way_out.is_some();
        Self {
            text: snapshot.text(),
            dispatch: snapshot.dispatch.clone(),
            shown: shown.then(|| snapshot.clone()),
        }
    }
}

/// The sheets, and the whole page as a place to drop a file on.
#[component]
pub(super) fn Handover(props: &HandoverProps) -> Html {
    let over = use_state_eq(|| false);
    {
        let over = over.setter();
        use_effect_with(props.dispatch.clone(), move |dispatch| {
            let on_over = Callback::from(move |now| over.set(now));
            let drops = arrivals::listen_for_drops(dispatch.clone(), on_over);
            let links = arrivals::listen_for_links(dispatch.clone());
            // The page itself may have been opened by a link.
            arrivals::take_link(dispatch);
            move || drop((drops, links))
        });
    }
    let shown = props.shown.as_ref();
    let arrival = shown.and_then(|snapshot| snapshot.handing.arrival.as_ref());
    let read = arrival.and_then(|arrival| match &arrival.stage {
        Stage::Read(arrived) => Some((arrival, arrived)),
        _ => None,
    });
    let way_out = shown.and_then(|snapshot| snapshot.handing.way_out);
    html! {
        <>
            if let (Some(snapshot), Some((arrival, arrived))) = (shown, read) {
                { part!(ArrivedSheet { snapshot: snapshot.clone(), source: arrival.source.clone(),
                    size: arrival.size, arrived: arrived.clone() }) }
            }
            if let (Some(snapshot), Some(arrival), None) = (shown, arrival, read) {
                { part!(RefusedSheet { snapshot: snapshot.clone(), source: arrival.source.clone(),
                    stage: arrival.stage.clone() }) }
            }
            if let (Some(snapshot), Some(WayOut::Link)) = (shown, way_out) {
                { part!(LinkSheet { snapshot: snapshot.clone() }) }
            }
            if let (Some(snapshot), Some(WayOut::Code)) = (shown, way_out) {
                { part!(CodeSheet { snapshot: snapshot.clone() }) }
            }
            if *over {
                <p class="drop-veil whole-page">{ props.text.drop_scenario() }</p>
            }
        </>
    }
}

/// What closes the look at something that came.
fn closing(snapshot: &Snapshot) -> Callback<()> {
    snapshot.dispatch.reform(|()| Action::Hand(Hand::Closed))
}
