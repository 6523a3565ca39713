//! The goals under one heading of the document, with their totals.

use super::goal::{GoalRow, Model};
use crate::plan::link::Link;
use crate::plan::progress::tally;
use crate::session::action::Action;
use crate::session::screen::Place;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::browser::reveal::reveal;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use crate::units::{Share, Year};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct PillarGoalsProps {
    pub(super) snapshot: Snapshot,
    /// Which pillar; the headline goals without one.
    pub(super) pillar: Option<usize>,
    pub(super) elapsed: Share,
    /// Those of its goals that are shown.
    pub(super) goals: Vec<usize>,
}

/// A pillar: its name, how many are reported and done, and its goals under their sub-headings.
#[component]
pub(super) fn PillarGoals(props: &PillarGoalsProps) -> Html {
    let PillarGoalsProps { snapshot, pillar, elapsed, goals } = props;
    let (text, plan) = (snapshot.text(), &snapshot.plan);
    if goals.is_empty() {
        return Html::default();
    }
    let own = (0..plan.indicators.len()).filter(|&goal| plan.indicators[goal].pillar == *pillar);
    let tally = tally(plan, &snapshot.scenario, own, *elapsed);
    let name = match pillar.and_then(|pillar| plan.pillars.get(pillar)) {
        Some(pillar) => text.name(&pillar.name).to_owned(),
        None => text.headline_goals().to_owned(),
    };
    let sections = goals.chunk_by(|&one, &other| {
        plan.indicators[one].subsection == plan.indicators[other].subsection
    });
    let sections = sections.map(|members| {
        let heading = text.name(&plan.indicators[members[0]].subsection);
        html! {
            <>
                if pillar.is_some() {
                    <h4 class="goal-section">{ heading.to_owned() }</h4>
                }
                <ul class="goals">
                    { for members.iter().map(|&goal| row(snapshot, text, goal, *elapsed)) }
                </ul>
            </>
        }
    });
    html! {
        <section class="pillar" aria-label={name.clone()}>
            <h3 class="pillar-title">{ name }<small>{ text.tally(tally) }</small></h3>
            { for sections }
        </section>
    }
}

fn row(snapshot: &Snapshot, text: Text, goal: usize, elapsed: Share) -> Html {
    let plan = &snapshot.plan;
    let own = &plan.indicators[goal];
    let model = own.link.map(|link| Model {
        figure: text.model_figure(plan, &snapshot.scenario, &snapshot.outcome, link).into(),
        subject: subject(plan.year, link),
        way: way(text, link).into(),
    });
    part!(
        key = own.id.clone(),
        GoalRow {
            plan: snapshot.plan.clone(),
            goal,
            elapsed,
            text,
            model,
            progress: snapshot.scenario.progress.get(&goal).copied(),
            dispatch: snapshot.dispatch.clone()
        }
    )
}

/// The figure of the model that a linked goal is held against; goals held against the plan itself
/// have none.
fn subject(year: Year, link: Link) -> Option<Subject> {
    match link {
        Link::TierGrowth(_) => Some(Subject::Growth(year)),
        Link::TierLevel(_) => Some(Subject::Gdp(year)),
        Link::Turnover(initiative) => Some(Subject::Initiative(initiative, year)),
        Link::Sales(industry) => Some(Subject::Industry(industry, year)),
        Link::Jobs => Some(Subject::Jobs(year)),
        Link::ProjectCount(_) | Link::ProjectTotal(_) | Link::Funds => None,
    }
}

fn way(text: Text, link: Link) -> &'static str {
    match link {
        Link::ProjectCount(_) | Link::ProjectTotal(_) | Link::Jobs => text.goto_projects(),
        Link::TierGrowth(_) | Link::TierLevel(_) => text.goto_goals(),
        Link::Funds | Link::Turnover(_) | Link::Sales(_) => text.goto_lever(),
    }
}

/// Goes to the lever of a linked goal, or to the projects.
pub(super) fn go(plan: &crate::plan::Plan, link: Link, dispatch: &Callback<Action>) {
    match link.lever(plan) {
        Some(lever) => {
            dispatch.emit(Action::YearChosen(plan.year));
            dispatch.emit(Action::PlaceChosen(Place::Workbench));
            reveal(format!("{}-field", lever.key(plan)), "bottom-tab-levers");
        }
        None => dispatch.emit(Action::PlaceChosen(Place::Projects)),
    }
}
