//! The panel of levers, group by group.

use super::lever::LeverControl;
use crate::plan::lever::{Group, InHand, Kind, LeverSpec, Scope};
use crate::session::action::Action;
use crate::text::Text;
use crate::ui::controls::{Disclosure, Gesture, LeverAct, LeverWords};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use yew::prelude::*;

/// All levers of the year on screen.
#[component]
pub(crate) fn LeverPanel(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let on_act = use_acts(snapshot, snapshot.catalogue.clone());
    let words = lever_words(text);
    let panel = Panel { snapshot, text, words, on_act };
    html! {
        <section class="levers" aria-label={text.levers()}>
            { for Group::ALL.iter().map(|&group| panel.group(group)) }
        </section>
    }
}

/// What happens when one of some levers is moved, by the lever's key; the same callback as long as
/// plan and levers are the same.
#[hook]
pub(crate) fn use_acts(
    snapshot: &Snapshot,
    levers: Same<Vec<LeverSpec>>,
) -> Callback<(AttrValue, LeverAct)> {
    use_callback(
        (levers, snapshot.plan.clone(), snapshot.dispatch.clone()),
        |(key, act): (AttrValue, LeverAct), (levers, plan, dispatch)| {
            let found = levers.iter().find(|spec| spec.lever.key(plan) == key.as_str());
            if let Some(spec) = found {
                dispatch.emit(action(spec, act));
            }
        },
    )
}

/// Words that all levers share.
pub(crate) fn lever_words(text: Text) -> LeverWords {
    LeverWords {
        less: text.lower().into(),
        more: text.raise().into(),
        reset: text.reset().into(),
        lock: text.lock().into(),
        locked: text.locked().into(),
        lock_help: text.lock_help().into(),
    }
}

fn action(spec: &LeverSpec, act: LeverAct) -> Action {
    let lever = spec.lever;
    match act {
        LeverAct::Hand(Gesture::Grab) => Action::Grabbed(lever),
        LeverAct::Hand(Gesture::Move(value)) => Action::Moved(lever, value),
        LeverAct::Hand(Gesture::Release) => Action::Released,
        LeverAct::Hand(Gesture::Cancel) => Action::Cancelled,
        LeverAct::Type(value) => Action::LeverTyped(lever, value),
        LeverAct::Reset => Action::LeverReset(lever),
        LeverAct::Lock(locked) => Action::LockChosen(lever, locked),
    }
}

struct Panel<'a> {
    snapshot: &'a Snapshot,
    text: Text,
    words: LeverWords,
    on_act: Callback<(AttrValue, LeverAct)>,
}

impl Panel<'_> {
    fn group(&self, group: Group) -> Html {
        let kinds = |aside: bool| {
            let all = Kind::ALL.iter().copied();
            all.filter(move |&kind| kind.group() == group && is_aside(kind) == aside)
        };
        let rows: Vec<Html> = kinds(false).flat_map(|kind| self.rows(kind)).collect();
        let asides: Html = kinds(true).map(|kind| self.aside(kind)).collect();
        if rows.is_empty() {
            return Html::default();
        }
        let open = matches!(group, Group::Growth | Group::Investment | Group::Initiatives);
        part!(
            key = self.text.group(group),
            Disclosure {
                class: "lever-group",
                title: self.text.group(group),
                note: self.note(group),
                open,
                children: html! { <>
                    { for rows }
                    { asides }
                </> }
            }
        )
    }

    /// Levers that are one per industry beside a common one stand folded away.
    fn aside(&self, kind: Kind) -> Html {
        let rows = self.rows(kind);
        if rows.is_empty() {
            return Html::default();
        }
        part!(
            key = kind.key(),
            Disclosure {
                class: "lever-aside",
                title: self.text.lever_aside(kind),
                children: html! { { for rows } }
            }
        )
    }

    fn rows(&self, kind: Kind) -> Vec<Html> {
        let year = self.snapshot.screen.year;
        let by_year = matches!(kind.scope(), Scope::Year | Scope::IndustryYear);
        self.snapshot
            .catalogue
            .iter()
            .enumerate()
            .filter(|(_, spec)| spec.lever.kind == kind)
            .filter(|(_, spec)| !by_year || spec.lever.year == year)
            .map(|(index, spec)| self.row(index, spec))
            .collect()
    }

    fn row(&self, index: usize, spec: &LeverSpec) -> Html {
        let value = self.snapshot.scenario.value(spec.lever, &self.snapshot.plan);
        let in_hand = spec.lever.kind.in_hand() == InHand::Moves;
        let locked = in_hand.then(|| self.snapshot.locked.contains(&spec.lever));
        part!(
            key = index,
            LeverControl {
                locked,
                catalogue: self.snapshot.catalogue.clone(),
                index,
                value,
                plan: self.snapshot.plan.clone(),
                text: self.text,
                words: self.words.clone(),
                on_act: self.on_act.clone()
            }
        )
    }

    /// The line beside a group's name: what its levers amount to.
    fn note(&self, group: Group) -> String {
        let (outcome, year, text) = (&self.snapshot.outcome, self.snapshot.screen.year, self.text);
        match group {
            Group::Growth => text.growth_weighted(
                text.count(self.snapshot.plan.industries.len() as f64),
                text.rate_fine(outcome.baseline_growth(year)),
            ),
            Group::Investment => {
                let spending = outcome.spending(year);
                text.planned_and_executed(
                    text.money_number(spending.planned),
                    text.money(spending.executed),
                )
            }
            _ => text.group_help(group).to_owned(),
        }
    }
}

fn is_aside(kind: Kind) -> bool {
    matches!(kind, Kind::DriverGrowth | Kind::Price)
}
