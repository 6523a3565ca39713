//! The list itself: a head, the rows in sight, and the sums, however many projects there are.

use super::Selection;
use super::row::{OpenRow, ProjectRow};
use crate::chart::Rows;
use crate::plan::lever::Unit;
use crate::session::board::{Key, Line, Order, Query, Section, Sums, sums};
use crate::text::Text;
use crate::text::number::MoneyColumn;
use crate::ui::browser::scroll::{to_start, use_sight};
use crate::ui::browser::size::use_size;
use crate::ui::charts::ProjectScale;
use crate::ui::part::part;
use crate::ui::snapshot::{Same, Snapshot};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Rows kept beyond those in sight, for quick scrolling and the Tab key.
const MORE: usize = 6;

/// Rows drawn before the page is measured.
const AT_FIRST: f64 = 12.0;

/// Size of the cells that hold bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bars {
    /// From left to right, px.
    pub width: f64,
    /// From top to bottom, px.
    pub height: f64,
    /// The size of captions, px.
    pub letter: f64,
    /// The first and last moment, quarters.
    pub domain: (f64, f64),
}

/// What the table needs.
#[derive(PartialEq, Properties)]
pub(super) struct ProjectTableProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// What is asked for.
    pub query: Query,
    /// The projects that answer it.
    pub sections: Same<Vec<Section>>,
    /// The lines to show.
    pub lines: Same<Vec<Line>>,
    /// The unit of all columns of money.
    pub column: MoneyColumn,
    /// Sections of which only the heading shows.
    pub closed: BTreeSet<Key>,
    /// The projects that are selected.
    pub selection: Selection,
    /// Something else is asked for.
    pub on_ask: Callback<Query>,
    /// A section was closed or opened.
    pub on_fold: Callback<Key>,
    /// Projects were selected, or no longer.
    pub on_select: Callback<(Vec<usize>, bool)>,
}

/// The list.
#[component]
pub(super) fn ProjectTable(props: &ProjectTableProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let [frame, list, probe, bar, letter] = [(); 5].map(|()| NodeRef::default());
    let places = use_memo((), move |()| [frame, list, probe, bar, letter]);
    let [frame, list, probe, bar, letter] = places.as_ref().clone();
    let sight = use_sight(&frame, &list, &probe);
    let size = use_size(&bar, &letter);
    {
        let frame = frame.clone();
        use_effect_with(props.query.clone(), move |_| to_start(&frame));
    }
    let open = use_state_eq(|| None::<usize>);
    let extra = use_state_eq(|| 0.0);
    let on_open = use_callback(*open, {
        let setter = open.setter();
        move |index: usize, open| setter.set((*open != Some(index)).then_some(index))
    });
    let on_height = use_callback((), {
        let setter = extra.setter();
        move |height: f64, ()| setter.set(height)
    });
    let come_to = use_memo(
        (
            props.sections.clone(),
            snapshot.outcome.clone(),
            snapshot.plan.clone(),
            snapshot.screen.year,
        ),
        |(sections, outcome, plan, year)| -> (Vec<Sums>, Sums) {
            let of = |members: &[usize]| sums(plan, outcome, *year, members);
            let all: Vec<usize> =
                sections.iter().flat_map(|section| section.members.iter().copied()).collect();
            (sections.iter().map(|section| of(&section.members)).collect(), of(&all))
        },
    );
    let opened = open.and_then(|index| {
        let row = props.lines.iter().position(|line| *line == Line::Project(index))?;
        Some((row, *extra))
    });
    let rows = Rows {
        count: props.lines.len(),
        height: sight.map_or(1.0, |sight| sight.row),
        open: opened,
    };
    let drawn = match sight {
        Some(sight) => rows.drawn(sight.from, sight.to, MORE),
        None => rows.drawn(0.0, AT_FIRST, 0),
    };
    let bars = size.map(|size| Bars {
        width: size.width,
        height: size.height,
        letter: size.text,
        domain: (0.0, snapshot.plan.grid.quarters() as f64),
    });
    let body = drawn.rows.clone().filter_map(|row| {
        let line = *props.lines.get(row)?;
        Some(match line {
            Line::Heading(section) => heading(props, text, section, &come_to.0, row),
            Line::Project(index) => {
                let is_open = *open == Some(index);
                html! {
                    <div class="project-line" role="presentation" key={index}>
                        { part!(ProjectRow { snapshot: snapshot.clone(), index, row: row + 2,
                            column: props.column, selected: props.selection.contains(&index), open: is_open, bars,
                            on_select: props.on_select.clone(), on_open: on_open.clone() }) }
                        if is_open {
                            { part!(OpenRow { snapshot: snapshot.clone(), index, on_height: on_height.clone() }) }
                        }
                    </div>
                }
            }
        })
    });
    html! {
        <div class="project-frame" ref={frame} role="table" aria-label={text.board()} tabindex="0"
            aria-rowcount={(props.lines.len() + 2).to_string()}>
            { head(props, text, bars) }
            <div class="project-row probe" ref={probe} aria-hidden="true">
                <div class="bar-cell" ref={bar}><span class="figure-letter" ref={letter}></span></div>
            </div>
            <div class="project-rows" role="rowgroup" ref={list}>
                <svg class="room" width="1" height={drawn.above.to_string()} aria-hidden="true" />
                { for body }
                <svg class="room" width="1" height={drawn.below.to_string()} aria-hidden="true" />
                if props.lines.is_empty() {
                    { nothing(props, text) }
                }
            </div>
            { total(props, text, &come_to.1) }
        </div>
    }
}

/// What is said when no project answers.
fn nothing(props: &ProjectTableProps, text: Text) -> Html {
    html! {
        <div class="board-empty" role="row">
            <div role="cell">
                <p><strong>{ text.no_project_found() }</strong></p>
                <p>{ text.no_project_found_help() }</p>
                <button type="button" class="button"
                    onclick={super::tools::clears(&props.query, &props.on_ask)}>{ text.clear_filter() }</button>
            </div>
        </div>
    }
}

/// A cell with its name, which shows where no head stands above it.
pub(super) fn cell(class: &'static str, name: impl Into<AttrValue>, children: Html) -> Html {
    let name: AttrValue = name.into();
    html! {
        <div class={class} role="cell">
            if !name.is_empty() {
                <span class="cell-name" aria-hidden="true">{ name }</span>
            }
            { children }
        </div>
    }
}

fn head(props: &ProjectTableProps, text: Text, bars: Option<Bars>) -> Html {
    let snapshot = &props.snapshot;
    let (year, unit) = (text.year(snapshot.screen.year), text.column_unit(props.column));
    let all: Vec<usize> =
        props.sections.iter().flat_map(|section| section.members.iter().copied()).collect();
    let years = snapshot.plan.grid.each_year().map(|year| AttrValue::from(year.to_string()));
    html! {
        <div class="project-row head" role="row" aria-rowindex="1">
            <div class="tick-cell" role="columnheader">{ ticks(props, text.select_shown().to_owned(), all) }</div>
            { sorted(props, "name-cell", (text.project().to_owned(), String::new()), Order::Name) }
            <div class="kind-cell" role="columnheader">{ text.stage_header() }</div>
            { sorted(props, "number-cell", (text.total_header().to_owned(), unit.to_owned()), Order::Total) }
            <div class="bar-cell" role="columnheader" title={text.bar_help()}>
                <span class="unseen">{ text.schedule_header() }</span>
                if let Some(bars) = bars {
                    { part!(ProjectScale { width: bars.width, height: bars.letter * 1.5, effects: false, text: bars.letter,
                        domain: bars.domain, labels: years.collect::<Vec<_>>() }) }
                }
            </div>
            <div class="start-cell" role="columnheader">{ named(text.start_header(), text.unit_label(Unit::Quarters)) }</div>
            <div class="size-cell" role="columnheader">{ named(text.size_header(), text.unit_label(Unit::Share)) }</div>
            { sorted(props, "number-cell", (text.executed_in(&year), unit.to_owned()), Order::Executed) }
            { sorted(props, "number-cell effect-cell", (text.effect_header().to_owned(), text.effect_unit(unit)), Order::Effect) }
            <div class="number-cell" role="columnheader">{ named(text.points_header(), text.unit_label(Unit::RateDifference)) }</div>
            <div class="status-cell" role="columnheader">{ text.status_header() }</div>
        </div>
    }
}

/// A head that sorts: numbers largest first, names from the beginning; once more turns it round, and
/// a third time goes back to the order of the plan.
fn sorted(
    props: &ProjectTableProps,
    class: &'static str,
    (words, unit): (String, String),
    order: Order,
) -> Html {
    let query = &props.query;
    let first = order != Order::Name;
    let mine = query.order == order;
    let (state, sign) = match (mine, query.falling) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", " ▴"),
        (true, true) => ("descending", " ▾"),
    };
    let next = match mine {
        false => Query { order, falling: first, ..query.clone() },
        true if query.falling == first => Query { falling: !first, ..query.clone() },
        true => Query { order: Order::Plan, falling: false, ..query.clone() },
    };
    let onclick = props.on_ask.reform(move |_: MouseEvent| next.clone());
    html! {
        <div {class} role="columnheader" aria-sort={state}>
            <button type="button" {onclick}>{ named(words + sign, unit) }</button>
        </div>
    }
}

/// What a column holds, and below it the unit of all its numbers.
fn named(words: impl Into<AttrValue>, unit: impl Into<AttrValue>) -> Html {
    let (words, unit): (AttrValue, AttrValue) = (words.into(), unit.into());
    html! { <>{ words }<span class="caption">{ unit }</span></> }
}

/// A box that selects many: ticked when all of them are.
fn ticks(props: &ProjectTableProps, label: String, members: Vec<usize>) -> Html {
    let all = !members.is_empty() && members.iter().all(|index| props.selection.contains(index));
    let onchange = props.on_select.reform(move |_: Event| (members.clone(), !all));
    html! {
        <label class="tick"><input type="checkbox" checked={all} aria-label={label} {onchange} /></label>
    }
}

fn heading(
    props: &ProjectTableProps,
    text: Text,
    section: usize,
    come_to: &[Sums],
    row: usize,
) -> Html {
    let (Some(own), Some(come_to)) = (props.sections.get(section), come_to.get(section)) else {
        return Html::default();
    };
    let name = section_name(props, text, own.key);
    let key = own.key;
    let onclick = props.on_fold.reform(move |_: MouseEvent| key);
    let open = !props.closed.contains(&key);
    html! {
        <div class="project-row heading" role="row" aria-rowindex={(row + 2).to_string()} key={format!("{key:?}")}>
            <div class="tick-cell" role="cell">
                { ticks(props, text.select_section(&name), own.members.clone()) }
            </div>
            <div class="name-cell" role="rowheader">
                <button type="button" class="board-name" aria-expanded={open.to_string()} {onclick}>
                    <span class="board-title"><span class="fold" aria-hidden="true">{ if open { "▾ " } else { "▸ " } }</span>{ name }</span>
                    <span class="caption">{ count(text, come_to) }</span>
                </button>
            </div>
            { figures(props, text, come_to) }
        </div>
    }
}

fn count(text: Text, come_to: &Sums) -> String {
    let (records, projects) = (text.records(come_to.records), text.project_count(come_to.projects));
    text.records_and_projects(records, projects)
}

fn section_name(props: &ProjectTableProps, text: Text, key: Key) -> String {
    let plan = &props.snapshot.plan;
    match key {
        Key::All => text.board(),
        Key::Stage(stage) => text.stage(stage),
        Key::Pillar(pillar) => pillar
            .and_then(|index| plan.pillars.get(index))
            .map_or(text.no_pillar(), |pillar| text.name(&pillar.name)),
        Key::Source(source) => source
            .and_then(|index| plan.sources.get(index))
            .map_or(text.no_source_named(), |source| text.name(&source.name)),
    }
    .to_owned()
}

fn total(props: &ProjectTableProps, text: Text, come_to: &Sums) -> Html {
    html! {
        <div class="project-row total" role="row" aria-rowindex={(props.lines.len() + 2).to_string()}>
            <div class="tick-cell" role="cell"></div>
            <div class="name-cell" role="rowheader">
                <span class="board-title">{ text.totals_shown() }</span>
                <span class="caption">{ count(text, come_to) }</span>
            </div>
            { figures(props, text, come_to) }
        </div>
    }
}

/// What some projects come to, in the columns of the rows.
fn figures(props: &ProjectTableProps, text: Text, come_to: &Sums) -> Html {
    let year = props.snapshot.screen.year;
    html! {
        <>
            <div class="kind-cell" role="cell"></div>
            { cell("number-cell total-cell", text.total_investment(), html! { text.column_money(props.column, come_to.total) }) }
            <div class="bar-cell note" role="cell">
                <span class="caption">{ text.not_gdp_warning() }</span>
            </div>
            <div class="start-cell" role="cell"></div>
            <div class="size-cell" role="cell"></div>
            { cell("number-cell executed-cell", text.executed_in(text.year(year)), html! { <>
                <span>{ text.column_money(props.column, come_to.spending.executed) }</span>
                <span class="caption">{ text.planned_note(text.column_money(props.column, come_to.spending.planned)) }</span>
            </> }) }
            { cell("number-cell effect-cell", text.construction_and_operation(), html! {
                <strong>{ text.column_change(props.column, come_to.effect.total()) }</strong>
            }) }
            { cell("number-cell points-cell", text.contribution_header(), html! { text.column_points(props.column, come_to.points) }) }
            <div class="status-cell" role="cell"></div>
        </>
    }
}
