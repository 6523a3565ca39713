//! One project of the list: its money, its bar, its start and size, and what it adds.

use super::super::levers::use_acts;
use super::super::project_editor::ProjectEditor;
use super::super::verdict::sign;
use super::table::{Bars, cell};
use super::timeline::Timeline;
use crate::engine::heading::Heading;
use crate::engine::outcome::{Origin, ProjectOutcome};
use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever, LeverSpec, spec};
use crate::plan::project::{Project, Stage, Status};
use crate::session::action::Action;
use crate::text::Text;
use crate::text::number::MoneyColumn;
use crate::ui::browser::size::use_size;
use crate::ui::controls::{
    Extent, Gesture, LeverAct, NumberField, Parsed, Select, StepButtons, use_hand,
};
use crate::ui::part::part;
use crate::ui::snapshot::{Same, Snapshot};
use crate::units::Quarters;
use yew::prelude::*;

/// Which project, where in the list, and how it stands there.
#[derive(PartialEq, Properties)]
pub(super) struct ProjectRowProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Index of the project.
    pub index: usize,
    /// Which row of the table it is, counted from 1.
    pub row: usize,
    /// The unit of all columns of money.
    pub column: MoneyColumn,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether what may be changed about it stands open.
    pub open: bool,
    /// Size of the bars; `None` until they are on the page.
    pub bars: Option<Bars>,
    /// It was selected, or no longer.
    pub on_select: Callback<(Vec<usize>, bool)>,
    /// It was opened or closed.
    pub on_open: Callback<usize>,
}

/// One project.
#[component]
pub(super) fn ProjectRow(props: &ProjectRowProps) -> Html {
    let (snapshot, index) = (&props.snapshot, props.index);
    let specs = use_memo((snapshot.plan.clone(), index), |(plan, index)| -> Vec<LeverSpec> {
        let kinds = [Kind::Delay, Kind::Size];
        kinds.iter().filter_map(|&kind| spec(Lever::of_item(kind, *index, plan), plan)).collect()
    });
    let on_act = use_acts(snapshot, Same(specs.clone()));
    let (Some(project), Some(result)) =
        (snapshot.plan.projects.get(index), snapshot.outcome.projects.get(index))
    else {
        return Html::default();
    };
    let [delay, size] = specs.as_slice() else { return Html::default() };
    let text = snapshot.text();
    let year = snapshot.screen.year;
    let spending = snapshot.outcome.spending_of([index], year);
    let effect = snapshot.outcome.effect_of([index], year).total();
    let name = text.name(&project.name).to_owned();
    let class = classes!(
        "project-row",
        (result.status != Status::On).then_some("off"),
        props.open.then_some("open"),
    );
    html! {
        <div {class} role="row" aria-rowindex={props.row.to_string()} aria-selected={props.selected.to_string()}>
            { tick(props, text, &name) }
            { title(props, project, &name) }
            { cell("kind-cell", "", html! { <>
                <span>{ text.stage(project.stage) }</span>
                <span class="caption">{ pillar(snapshot, text, project) }</span>
            </> }) }
            { cell("number-cell total-cell", text.total_investment(), html! { <>
                <span>{ text.column_money(props.column, project.total.value) }</span>
                <span class="caption">{ text.project_count(project.count as usize) }</span>
            </> }) }
            { part!(Start { snapshot: snapshot.clone(), index, delay: delay.clone(), on_act: on_act.clone(), bars: props.bars }) }
            { part!(Size { plan: snapshot.plan.clone(), text, index, spec: size.clone(),
                value: snapshot.scenario.value(size.lever, &snapshot.plan), on_act }) }
            { cell("number-cell executed-cell", text.executed_in(text.year(year)), html! { <>
                <span>{ text.column_money(props.column, spending.executed) }</span>
                <span class="caption">{ text.planned_note(text.column_money(props.column, spending.planned)) }</span>
            </> }) }
            { cell("number-cell effect-cell", text.construction_and_operation(), html! {
                <strong>{ text.column_change(props.column, effect) }</strong>
            }) }
            { cell("number-cell points-cell", text.contribution_header(), html! { <>
                <span>{ text.column_points(props.column, snapshot.outcome.points_of([index], year)) }</span>
                { odds(snapshot, text, index) }
            </> }) }
            { status(snapshot, text, project, index, result.status, &name) }
        </div>
    }
}

/// What the project adds to the odds of each tier.
fn odds(snapshot: &Snapshot, text: Text, index: usize) -> Html {
    let Some((odds, stale)) = snapshot.odds_of_project(index) else { return Html::default() };
    let each = odds.iter().enumerate();
    let words: Vec<String> =
        each.map(|(tier, &odds)| format!("{}{}", sign(tier), text.odds_change(odds))).collect();
    html! {
        <span class={classes!("caption", stale.then_some("stale"))} title={text.odds_added_help()}>
            { words.join(" ") }
        </span>
    }
}

fn tick(props: &ProjectRowProps, text: Text, name: &str) -> Html {
    let (index, on) = (props.index, !props.selected);
    let onchange = props.on_select.reform(move |_: Event| (vec![index], on));
    cell(
        "tick-cell",
        "",
        html! {
            <label class="tick">
                <input type="checkbox" checked={props.selected} aria-label={text.select_project(name)} {onchange} />
            </label>
        },
    )
}

fn title(props: &ProjectRowProps, project: &Project, name: &str) -> Html {
    let index = props.index;
    let onclick = props.on_open.reform(move |_: MouseEvent| index);
    html! {
        <div class="name-cell" role="rowheader">
            <button type="button" class="board-name" aria-expanded={props.open.to_string()} {onclick}
                title={name.to_owned()}>
                <span class="board-title">{ name.to_owned() }{ " " }<span class="caption">{ project.id.clone() }</span></span>
            </button>
        </div>
    }
}

fn pillar(snapshot: &Snapshot, text: Text, project: &Project) -> String {
    let pillar = project.pillar.and_then(|index| snapshot.plan.pillars.get(index));
    pillar.map_or(text.no_pillar(), |pillar| text.name(&pillar.name)).to_owned()
}

fn status(
    snapshot: &Snapshot,
    text: Text,
    project: &Project,
    index: usize,
    chosen: Status,
    name: &str,
) -> Html {
    // A reserve project is in no plan, so that leaving it out and calling it off are the same.
    let all: &'static [Status] = match project.stage {
        Stage::Reserve => &[Status::On, Status::Off],
        _ => &[Status::On, Status::Off, Status::Cancelled],
    };
    let choices = all.iter().map(|&status| AttrValue::from(text.status(status)));
    let on_choose = snapshot.dispatch.reform(move |place: usize| {
        Action::StatusChosen(index, all.get(place).copied().unwrap_or(chosen))
    });
    cell(
        "status-cell",
        text.status_header(),
        part!(Select {
            label: text.status_of(name),
            choices: choices.collect::<Vec<_>>(),
            chosen: all.iter().position(|&status| status == chosen).unwrap_or(0),
            on_choose
        }),
    )
}

#[derive(PartialEq, Properties)]
struct StartProps {
    snapshot: Snapshot,
    index: usize,
    delay: LeverSpec,
    on_act: Callback<(AttrValue, LeverAct)>,
    bars: Option<Bars>,
}

/// The bar and what moves it without dragging: buttons and a field.
#[component]
fn Start(props: &StartProps) -> Html {
    let (snapshot, spec) = (&props.snapshot, &props.delay);
    let text = snapshot.text();
    let (key, value) =
        (spec.lever.key(&snapshot.plan), snapshot.scenario.value(spec.lever, &snapshot.plan));
    let act = use_callback((props.on_act.clone(), key.clone()), |act: LeverAct, (on_act, key)| {
        on_act.emit((key.clone().into(), act));
    });
    let gesture =
        use_callback(act.clone(), |gesture: Gesture, act| act.emit(LeverAct::Hand(gesture)));
    let (hand, held) = use_hand(value, &gesture);
    let reset = use_callback(act.clone(), |(): (), act| act.emit(LeverAct::Reset));
    let parse = use_parse(text, spec.clone(), value);
    let range = Extent { min: spec.range.min, max: spec.range.max };
    let on_step = {
        let (hand, step) = (hand.clone(), spec.step);
        Callback::from(move |steps: f64| hand.nudge_to(range.stepped(hand.value(), steps * step)))
    };
    let (Some(project), Some(result)) =
        (snapshot.plan.projects.get(props.index), snapshot.outcome.projects.get(props.index))
    else {
        return Html::default();
    };
    let name: AttrValue = text.name(&project.name).to_owned().into();
    let grid = snapshot.plan.grid;
    let (from, to) = (text.quarter_from(grid, result.span.0), text.quarter_at(grid, result.span.1));
    let spoken = text.bar_spoken(&name, &from, &to, text.delay(Quarters(value)));
    html! {
        <>
            <div class={classes!("bar-cell", held.then_some("held"))} role="cell">
                if let Some(bars) = props.bars {
                    { part!(Timeline { width: bars.width, height: bars.height, letter: bars.letter, domain: bars.domain,
                        construction: span(result), planned: planned(snapshot, props.index, result),
                        service: result.commissioned.map(|quarter| (quarter + 1) as f64),
                        included: result.status == Status::On, kind: kind(snapshot, props.index),
                        name: name.clone(), spoken, delay: value, range, step: spec.step,
                        hand: hand.clone(), on_reset: reset }) }
                }
            </div>
            { cell("start-cell", text.from_to(from, to), html! { <>
                { part!(StepButtons { less: text.start_earlier(&name), more: text.start_later(&name), value,
                    range, step: 1.0, hand }) }
                { part!(NumberField { id: format!("start-{}", project.id), label: text.start_of(&name),
                    text: text.lever_number(spec, value), parse, on_step,
                    on_type: act.reform(LeverAct::Type) }) }
            </> }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct SizeProps {
    plan: Same<Plan>,
    text: Text,
    index: usize,
    spec: LeverSpec,
    value: f64,
    on_act: Callback<(AttrValue, LeverAct)>,
}

/// The size against the plan, typed or stepped by arrow keys.
#[component]
fn Size(props: &SizeProps) -> Html {
    let SizeProps { text, spec, value, .. } = props;
    let key = spec.lever.key(&props.plan);
    let act = use_callback((props.on_act.clone(), key), |act: LeverAct, (on_act, key)| {
        on_act.emit((key.clone().into(), act));
    });
    let gesture =
        use_callback(act.clone(), |gesture: Gesture, act| act.emit(LeverAct::Hand(gesture)));
    let (hand, _) = use_hand(*value, &gesture);
    let parse = use_parse(*text, spec.clone(), *value);
    let range = Extent { min: spec.range.min, max: spec.range.max };
    let on_step = {
        let step = spec.step;
        Callback::from(move |steps: f64| hand.nudge_to(range.stepped(hand.value(), steps * step)))
    };
    let Some(project) = props.plan.projects.get(props.index) else { return Html::default() };
    cell(
        "size-cell",
        text.size_header(),
        part!(NumberField {
            id: format!("size-{}", project.id),
            label: text.size_of(text.name(&project.name)),
            text: text.lever_number(spec, *value),
            parse,
            on_step,
            on_type: act.reform(LeverAct::Type)
        }),
    )
}

/// Reads what is typed for a lever, or says why it does not count.
#[hook]
pub(super) fn use_parse(text: Text, spec: LeverSpec, value: f64) -> Callback<String, Parsed> {
    use_callback((text, spec, value), |typed: String, (text, spec, value)| {
        text.read_lever(spec, &typed).map_err(|problem| {
            let reason = text.lever_problem(spec, problem);
            text.problem_with_kept(reason, text.problem_kept(text.lever_value(spec, *value))).into()
        })
    })
}

fn span(result: &ProjectOutcome) -> (f64, f64) {
    (result.span.0.0, result.span.1.0)
}

/// Where the plan has it, when that is elsewhere.
fn planned(snapshot: &Snapshot, index: usize, result: &ProjectOutcome) -> Option<(f64, f64)> {
    let planned = snapshot.planned.projects.get(index).map(span)?;
    (planned != span(result)).then_some(planned)
}

fn kind(snapshot: &Snapshot, index: usize) -> u8 {
    match Heading::of(Origin::Construction(index), &snapshot.plan) {
        Heading::Reserve => 3,
        Heading::Starting => 1,
        _ => 2,
    }
}

/// What the open row needs.
#[derive(PartialEq, Properties)]
pub(super) struct OpenRowProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Index of the project.
    pub index: usize,
    /// How high it stands, px: the rows below must make room.
    pub on_height: Callback<f64>,
}

/// What may be changed about a project, below its row.
#[component]
pub(super) fn OpenRow(props: &OpenRowProps) -> Html {
    let (place, letter) = (use_node_ref(), use_node_ref());
    let size = use_size(&place, &letter);
    {
        let on_height = props.on_height.clone();
        use_effect_with(size.map(|size| size.height), move |height| {
            if let Some(height) = height {
                on_height.emit(*height);
            }
        });
    }
    html! {
        <div class="open-row" role="row" ref={place}>
            <div role="cell">
                <span class="figure-letter" ref={letter} aria-hidden="true"></span>
                { part!(ProjectEditor { snapshot: props.snapshot.clone(), index: props.index }) }
            </div>
        </div>
    }
}
