//! The page of answers: what matters most, what it takes, what breaks first, which projects decide and
//! how to choose them, where a difference comes from.
//!
//! Levers and verdict stand beside the answers, so that one can be moved while the others follow. The
//! page only asks: the studies run elsewhere, and an answer about the scenario before stays in sight
//! until the next one is there.

mod breaks;
mod chance;
mod decides;
mod difference;
mod frontier;
mod matters;
mod portfolio;
pub(super) mod region;
mod ways;

use super::derivation::DerivationSheet;
use super::footer::Footer;
use super::levers::LeverPanel;
use super::notices::Notices;
use super::top_bar::TopBar;
use super::turns::in_turn;
use super::verdict::{VerdictPanel, sign};
use crate::plan::lever::{Kind, Lever, Scope};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::session::inquiry::Inquiry;
use crate::session::screen::Place;
use crate::text::Text;
use crate::ui::browser::reveal::reveal;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use std::rc::Rc;
use yew::prelude::*;

/// Levers, verdict, and every question with its answer.
#[component]
pub(crate) fn AnswersPage(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let calm = snapshot.without_answers();
    let text = snapshot.text();
    use_watching(snapshot);
    let tab = use_state_eq(|| AttrValue::from("result"));
    let turns = [("result", text.answers()), ("levers", text.tab_levers())];
    html! {
        <div class="page answers" data-tab={(*tab).clone()}>
            { part!(TopBar { snapshot: calm.clone() }) }
            { part!(Notices { snapshot: calm.clone() }) }
            { part!(LeverPanel { snapshot: calm.clone() }) }
            { part!(VerdictPanel { snapshot: snapshot.clone() }) }
            <main class="answers-body" tabindex="-1">
                { tiers(snapshot, text) }
                { part!(matters::Matters { snapshot: snapshot.clone() }) }
                { part!(breaks::Breaks { snapshot: snapshot.clone() }) }
                { part!(ways::Ways { snapshot: snapshot.clone() }) }
                { part!(decides::Decides { snapshot: snapshot.clone() }) }
                { part!(difference::Difference { snapshot: snapshot.clone() }) }
                { part!(portfolio::PortfolioRegion { snapshot: snapshot.clone() }) }
                { part!(frontier::Frontier { snapshot: snapshot.clone() }) }
                { part!(chance::ChanceRegion { snapshot: snapshot.clone() }) }
            </main>
            { part!(DerivationSheet { snapshot: calm.clone() }) }
            <nav class="bottom-tabs" aria-label={text.parts_of_page()}>{ in_turn("bottom", &turns, &tab) }</nav>
            { part!(Footer { snapshot: calm.clone() }) }
        </div>
    }
}

/// Questions that are answered after every change, for as long as the page is open.
const STANDING: [Topic; 3] = [Topic::Sensitivity, Topic::Recipes, Topic::BreakingPoint];

/// Asks while the page is open, and asks anew when a question is put differently.
#[hook]
fn use_watching(snapshot: &Snapshot) {
    let questions = snapshot.inquiry.standing(&snapshot.locked);
    let dispatch = snapshot.dispatch.clone();
    use_effect_with(questions, move |questions| {
        for question in questions {
            dispatch.emit(Action::Watched(question.clone()));
        }
    });
    let dispatch = snapshot.dispatch.clone();
    use_effect_with((), move |()| {
        move || {
            for topic in STANDING {
                dispatch.emit(Action::Unwatched(topic));
            }
        }
    });
}

/// The tier that all questions are about.
fn tiers(snapshot: &Snapshot, text: Text) -> Html {
    let tiers = snapshot.plan.tiers.iter().enumerate();
    let choices = tiers.map(|(index, tier)| Choice {
        value: index.to_string().into(),
        text: format!("{} {}", sign(index), text.name(&tier.name)).into(),
    });
    html! {
        <div class="answers-tier">
            <span class="tool-name" aria-hidden="true">{ text.tier_in_question() }</span>
            { part!(Toggle { name: "tier-in-question", label: text.tier_in_question(), choices: choices.collect::<Vec<_>>(),
                chosen: snapshot.inquiry.tier.to_string(),
                on_choose: asks(snapshot, |inquiry, value: AttrValue| {
                    inquiry.tier = value.parse().unwrap_or(inquiry.tier);
                }) }) }
        </div>
    }
}

/// The name of the tier in question.
fn tier_name(snapshot: &Snapshot, text: Text) -> String {
    let tier = snapshot.plan.tiers.get(snapshot.inquiry.tier);
    tier.map_or_else(String::new, |tier| text.name(&tier.name).to_owned())
}

/// What changes one thing that is asked.
fn asks<T: 'static>(
    snapshot: &Snapshot,
    change: impl Fn(&mut Inquiry, T) + 'static,
) -> Callback<T> {
    let inquiry = snapshot.inquiry.0.clone();
    snapshot.dispatch.reform(move |value: T| {
        let mut asked = (*inquiry).clone();
        change(&mut asked, value);
        Action::Inquired(Rc::new(asked))
    })
}

/// Takes the reader to a lever: its group opens and its slider has the focus. A project's levers are on
/// the page of projects.
fn go_to(snapshot: &Snapshot, lever: Lever) {
    let (plan, dispatch) = (&snapshot.plan, &snapshot.dispatch);
    if lever.kind.scope() == Scope::Project {
        let field = if lever.kind == Kind::Delay { "start" } else { "size" };
        let id = plan.projects.get(lever.item).map_or("", |project| project.id.as_str());
        dispatch.emit(Action::PlaceChosen(Place::Projects));
        reveal(format!("{field}-{id}"), "");
        return;
    }
    let by_year = matches!(lever.kind.scope(), Scope::Year | Scope::IndustryYear);
    if by_year && lever.year != snapshot.screen.year {
        dispatch.emit(Action::YearChosen(lever.year));
    }
    reveal(format!("{}-slider", lever.key(plan)), "bottom-tab-levers");
}
