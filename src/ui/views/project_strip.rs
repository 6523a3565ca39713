//! Projects and cohorts beside the result: when they are built, what they add, and what may be
//! changed about them.

use super::project_editor::ProjectEditor;
use crate::engine::heading::Heading;
use crate::engine::outcome::Origin;
use crate::plan::project::Status;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::browser::size::use_size;
use crate::ui::charts::{ProjectBar, ProjectScale};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::units::Year;
use yew::prelude::*;

/// Most records shown beside the result; the rest have a page of their own.
const MOST_ROWS: usize = 12;

/// The records that the plan as written counts on most, each with its bar and effect.
#[component]
pub(crate) fn ProjectStrip(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let (place, letter) = (use_node_ref(), use_node_ref());
    let size = use_size(&place, &letter);
    let open = use_state_eq(|| None::<usize>);
    // As the plan is written, so that no row moves away under a hand.
    let rows = use_memo((snapshot.planned.clone(), snapshot.screen.year), |(planned, year)| {
        planned.weightiest_projects(MOST_ROWS, *year)
    });
    let bar = size.map(|size| Bar { width: size.width, text: size.text, span: span(snapshot) });
    html! {
        <section class="projects" aria-label={text.projects()}>
            <h2 class="strip-title">
                { text.projects() }
                <small>{ summary(snapshot, text) }</small>
            </h2>
            <div class="board">
                <div class="board-head">
                    <span>{ text.project() }</span>
                    <div class="board-bar" ref={place}>
                        <span class="figure-letter" ref={letter} aria-hidden="true"></span>
                        if let Some(bar) = &bar {
                            { bar.scale(text) }
                        }
                    </div>
                    <span class="number">{ text.contribution_header() }</span>
                    <span class="number" title={text.odds_added_help()}>{ text.odds_header() }</span>
                    <span>{ text.status_header() }</span>
                </div>
                { for rows.iter().map(|&index| row(snapshot, text, index, bar.as_ref(), &open)) }
            </div>
        </section>
    }
}

/// The years drawn: the plan's year and the next.
fn span(snapshot: &Snapshot) -> (Year, f64, f64) {
    let grid = snapshot.plan.grid;
    let year = snapshot.plan.year;
    let first = grid.quarters_of(year).start;
    let last = grid.quarters_of(year.next()).end.max(first + 4);
    (year, first as f64, last as f64)
}

fn summary(snapshot: &Snapshot, text: Text) -> String {
    let plan = &snapshot.plan;
    let spending = snapshot.outcome.spending(plan.year);
    text.portfolio(
        text.project_count(plan.project_count()),
        text.money(plan.projects_total()),
        text.money(spending.executed),
    )
}

struct Bar {
    width: f64,
    text: f64,
    span: (Year, f64, f64),
}

impl Bar {
    fn height(&self) -> f64 {
        self.text * 1.5
    }

    fn scale(&self, text: Text) -> Html {
        let (year, ..) = self.span;
        let labels = [year, year.next()].map(|year| AttrValue::from(text.year(year)));
        part!(ProjectScale {
            width: self.width,
            height: self.height(),
            effects: false,
            text: self.text,
            domain: (self.span.1, self.span.2),
            labels: labels.to_vec()
        })
    }
}

fn row(
    snapshot: &Snapshot,
    text: Text,
    index: usize,
    bar: Option<&Bar>,
    open: &UseStateHandle<Option<usize>>,
) -> Html {
    let (plan, outcome) = (&snapshot.plan, &snapshot.outcome);
    let (Some(project), Some(result)) = (plan.projects.get(index), outcome.projects.get(index))
    else {
        return Html::default();
    };
    let year = snapshot.screen.year;
    let name = text.name(&project.name).to_owned();
    let effect = outcome.project_points(index, year);
    let is_open = **open == Some(index);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(if is_open { None } else { Some(index) }))
    };
    let on = result.status == Status::On;
    let kind = match Heading::of(Origin::Construction(index), plan) {
        Heading::Reserve => 3,
        Heading::Starting => 1,
        _ => 2,
    };
    let planned = snapshot.planned.projects.get(index).map(|p| (p.span.0.0, p.span.1.0));
    let construction = (result.span.0.0, result.span.1.0);
    html! {
        <div class={classes!("board-row", (!on).then_some("off"))} key={project.id.clone()}>
            <button type="button" class="board-name" aria-expanded={is_open.to_string()} onclick={toggle}>
                { name.clone() }
                <span class="caption">{ format!("{} · {}",
                    text.project_count(project.count as usize), text.money(project.total.value)) }</span>
            </button>
            <div class="board-bar">
                if let Some(bar) = bar {
                    { part!(ProjectBar { width: bar.width, height: bar.height(), text: bar.text,
                        domain: (bar.span.1, bar.span.2), construction,
                        planned: planned.filter(|&planned| planned != construction),
                        service: result.commissioned.map(|t| (t + 1) as f64),
                        included: on, kind, name }) }
                }
            </div>
            <span class="number">{ text.points_number(effect) }</span>
            { odds(snapshot, text, index) }
            <span class="caption">{ text.status(result.status) }</span>
            if is_open {
                { part!(ProjectEditor { snapshot: snapshot.clone(), index }) }
            }
        </div>
    }
}

/// What the project adds to the odds of the next tier, or of the highest where all are reached.
fn odds(snapshot: &Snapshot, text: Text, index: usize) -> Html {
    let tiers = &snapshot.outcome.tiers;
    let next = tiers.iter().position(|tier| !tier.attained).or(tiers.len().checked_sub(1));
    let known = snapshot.odds_of_project(index);
    let added = known.zip(next).and_then(|((odds, _), tier)| odds.get(tier));
    let stale = known.is_some_and(|(_, stale)| stale).then_some("stale");
    html! {
        <span class={classes!("number", stale)}>{ added.map_or_else(|| DASH.to_owned(), |&odds| text.odds_change(odds)) }</span>
    }
}
