//! The tree of steps: where the work has been, and the way back to any of it.

use super::minutes::MinutesSheet;
use crate::session::action::Action;
use crate::session::history::{Row, StepId};
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How long each step stands while steps are replayed.
const REPLAY_MS: u32 = 1_200;

/// Steps still to be shown.
type Replay = Option<Rc<[StepId]>>;

/// The button in the bar, and the sheet that it opens.
#[component]
pub(crate) fn StepTree(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let open = use_state_eq(|| false);
    let minutes = use_state_eq(|| false);
    let replay = use_state_eq(|| Replay::None);
    {
        let (dispatch, left) = (snapshot.dispatch.clone(), replay.setter());
        use_effect_with((*replay).clone(), move |steps| {
            let next = steps.clone().and_then(|steps| {
                let (&first, rest) = steps.split_first()?;
                let rest: Replay = (!rest.is_empty()).then(|| rest.into());
                Some(Timeout::new(REPLAY_MS, move || {
                    dispatch.emit(Action::StepChosen(first));
                    left.set(rest);
                }))
            });
            // Dropped with the component, or when the replay is stopped.
            move || drop(next)
        });
    }
    if replay.is_some() {
        let stop = replay.setter();
        return html! {
            <button type="button" class="button plain" data-action="replay-stop"
                onclick={move |_: MouseEvent| stop.set(None)}>{ text.replay_stop() }</button>
        };
    }
    let show = open.setter();
    let hide = open.setter();
    let start = {
        let (open, replay) = (open.setter(), replay.setter());
        let (dispatch, path) =
            (snapshot.dispatch.clone(), snapshot.history.path(snapshot.history.now()));
        move |_: MouseEvent| {
            open.set(false);
            dispatch.emit(Action::StepChosen(path[0]));
            replay.set((path.len() > 1).then(|| path[1..].into()));
        }
    };
    let to_minutes = {
        let (open, minutes) = (open.setter(), minutes.setter());
        move |_: MouseEvent| {
            open.set(false);
            minutes.set(true);
        }
    };
    let hide_minutes = minutes.setter();
    let actions = html! { <>
        <button type="button" class="button" data-action="minutes" onclick={to_minutes}>{ text.minutes() }</button>
        <button type="button" class="button" data-action="replay" disabled={snapshot.history.now() == 0}
            onclick={start}>{ text.replay() }</button>
    </> };
    html! {
        <>
            <button type="button" class="button plain" data-action="steps" title={text.steps_title()}
                onclick={move |_: MouseEvent| show.set(true)}>{ text.steps() }</button>
            { part!(Dialog {
                id: "steps", open: *open, title: text.steps_title(), close_text: text.close(),
                on_close: Callback::from(move |()| hide.set(false)), actions,
                children: if *open { contents(snapshot) } else { Html::default() },
            }) }
            { part!(Dialog {
                id: "minutes", open: *minutes, title: text.minutes(), close_text: text.close(), wide: true,
                on_close: Callback::from(move |()| hide_minutes.set(false)),
                children: if *minutes { part!(MinutesSheet { snapshot: snapshot.clone() }) } else { Html::default() },
            }) }
        </>
    }
}

fn contents(snapshot: &Snapshot) -> Html {
    let text = snapshot.text();
    let now = snapshot.history.now();
    let onchange = snapshot.dispatch.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::StepNamed(now, input.value().trim().chars().take(100).collect())
    });
    html! {
        <>
            <p class="quiet">{ text.steps_help() }</p>
            <label class="stacked">{ text.step_name() }
                <input class="field" type="text" data-field="step-name" maxlength="100" key={now}
                    value={snapshot.history.all()[now].name.clone()} {onchange} />
            </label>
            <ol class="step-tree">
                { for snapshot.history.rows().iter().map(|row| line(snapshot, *row)) }
            </ol>
        </>
    }
}

fn line(snapshot: &Snapshot, row: Row) -> Html {
    let text = snapshot.text();
    let step = &snapshot.history.all()[row.step];
    let here = row.step == snapshot.history.now();
    let words = match step.parent {
        None => text.step_beginning().to_owned(),
        Some(_) => text.step(&snapshot.plan, &step.changes),
    };
    let onclick = snapshot.dispatch.reform(move |_: MouseEvent| Action::StepChosen(row.step));
    // Beyond a few branches within branches, the indent says nothing more.
    let depth = row.depth.min(6).to_string();
    html! {
        <li key={row.step} data-depth={depth}>
            <button type="button" class="step-line" data-step={row.step.to_string()}
                aria-current={here.then_some("step")} {onclick}>
                if row.depth > 0 {
                    <span class="step-branch">{ text.step_branch() }</span>
                }
                if !step.name.is_empty() {
                    <strong class="step-name">{ step.name.clone() }</strong>
                }
                <span class="step-words">{ words }</span>
                if step.decided {
                    <span class="step-decided">{ text.decided() }</span>
                }
                if let Some(at) = step.at {
                    <span class="step-time">{ text.time_of_day(at) }</span>
                }
                if here {
                    <span class="step-here">{ text.step_here() }</span>
                }
            </button>
        </li>
    }
}
