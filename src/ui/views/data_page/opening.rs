//! Opening another plan: reading it, refusing it, asking before anything is lost.

use crate::exchange::folder::Trouble;
use crate::plan::Plan;
use crate::session::action::Action;
use crate::ui::browser::files::{self, Offered};
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::{Same, Snapshot};
use crate::ui::views::derivation::{Ask, Derivations};
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// How many changes are listed before the rest is only counted.
const MOST_LISTED: usize = 8;

/// How far opening has come.
#[derive(Clone, PartialEq)]
pub(super) enum Stage {
    /// Nothing is being opened.
    Idle,
    /// Files are being read.
    Reading,
    /// They are no plan; the one in use stays.
    Refused(Rc<[Trouble]>),
    /// They are a plan that may be opened once nothing is lost by it.
    Found(Same<Plan>),
    /// It is open.
    Opened,
}

/// The way to open another plan.
#[derive(Clone)]
pub(super) struct Opening {
    stage: UseStateHandle<Stage>,
    /// Which attempt is the latest: an older one that ends later is forgotten.
    attempt: Rc<Cell<u32>>,
    dispatch: Callback<Action>,
    derivations: Option<Derivations>,
}

/// Opens a plan that was found at once when nothing is lost by it; otherwise [`Opening::question`]
/// asks.
#[hook]
pub(super) fn use_opening(snapshot: &Snapshot) -> Opening {
    let stage = use_state_eq(|| Stage::Idle);
    let attempt = use_mut_ref(|| Rc::new(Cell::new(0)));
    let opening = Opening {
        stage: stage.clone(),
        attempt: attempt.borrow().clone(),
        dispatch: snapshot.dispatch.clone(),
        derivations: use_context::<Derivations>(),
    };
    {
        let opening = opening.clone();
        let harmless = snapshot.changes.is_empty();
        use_effect_with(((*stage).clone(), harmless), move |(stage, harmless)| {
            if let (Stage::Found(plan), true) = (stage, harmless) {
                opening.open(plan);
            }
        });
    }
    opening
}

impl Opening {
    pub(super) fn stage(&self) -> Stage {
        (*self.stage).clone()
    }

    /// Reads files as a plan.
    pub(super) fn read(&self, offered: impl Future<Output = Vec<Offered>> + 'static) {
        let attempt = self.attempt.get().wrapping_add(1);
        self.attempt.set(attempt);
        self.stage.set(Stage::Reading);
        let (latest, stage) = (self.attempt.clone(), self.stage.setter());
        spawn_local(async move {
            let read = files::plan(offered.await).await;
            if latest.get() == attempt {
                stage.set(match read {
                    Ok(plan) => Stage::Found(Same(Rc::new(plan))),
                    Err(troubles) => Stage::Refused(troubles.into()),
                });
            }
        });
    }

    /// What happens when files are offered.
    pub(super) fn offering(&self) -> Callback<Rc<Cell<Vec<Offered>>>> {
        let opening = self.clone();
        Callback::from(move |offered: Rc<Cell<Vec<Offered>>>| {
            opening.read(std::future::ready(offered.take()));
        })
    }

    /// What happens when a plan that needs no reading is chosen.
    pub(super) fn finding(&self) -> Callback<Same<Plan>> {
        let opening = self.clone();
        Callback::from(move |plan| {
            opening.attempt.set(opening.attempt.get().wrapping_add(1));
            opening.stage.set(Stage::Found(plan));
        })
    }

    /// What happens when the planner has seen enough of what stands there.
    pub(super) fn dismissal(&self) -> Callback<()> {
        let stage = self.stage.setter();
        Callback::from(move |()| stage.set(Stage::Idle))
    }

    fn open(&self, plan: &Same<Plan>) {
        // What an open derivation speaks of belongs to the plan that goes.
        if let Some(open) = self.derivations.as_ref().filter(|open| !open.asked.is_empty()) {
            open.act.emit(Ask::Close);
        }
        self.dispatch.emit(Action::PlanOpened(plan.0.clone()));
        self.stage.set(Stage::Opened);
    }

    /// Asks whether the scenario may be left, and says which changes it has and whether they stay.
    pub(super) fn question(&self, snapshot: &Snapshot) -> Html {
        let text = snapshot.text();
        let found = match &*self.stage {
            Stage::Found(plan) if !snapshot.changes.is_empty() => Some(plan.clone()),
            _ => None,
        };
        let name = found.as_ref().map_or("", |plan| text.name(&plan.name)).to_owned();
        let changes = &snapshot.changes;
        let kept = snapshot.keeping.is_kept();
        let leaving =
            if kept { text.leave_kept(changes.len()) } else { text.leave_changes(changes.len()) };
        let rest = changes.len().saturating_sub(MOST_LISTED);
        let actions = {
            let opening = self.clone();
            let plan = found.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                if let Some(plan) = &plan {
                    opening.open(plan);
                }
            });
            let stay = self.dismissal().reform(|_: MouseEvent| ());
            html! {
                <>
                    <button type="button" class="button" onclick={stay}>{ text.stay() }</button>
                    <button type="button" class="button main" data-action="open-plan" {onclick}>
                        { if kept { text.keep_and_open() } else { text.leave_and_open() } }
                    </button>
                </>
            }
        };
        part!(Dialog {
            id: "leave-scenario",
            open: found.is_some(),
            title: text.leave_scenario(name),
            close_text: text.cancel(),
            on_close: self.dismissal(),
            actions,
            children: html! { <>
                <p>{ leaving }</p>
                <ul class="plain-list">
                    { for changes.iter().take(MOST_LISTED).map(|change| html! {
                        <li>{ text.change(&snapshot.plan, change) }</li>
                    }) }
                    if rest > 0 {
                        <li class="quiet">{ text.leave_more(rest) }</li>
                    }
                </ul>
            </> }
        })
    }
}
