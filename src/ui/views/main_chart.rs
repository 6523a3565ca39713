//! The main chart: GDP of the last four quarters running into the water gauge.

use super::verdict::{sign, verdict};
use crate::chart::Shape;
use crate::engine::Outcome;
use crate::plan::Plan;
use crate::session::action::Action;
use crate::study::odds::{Band, Odds};
use crate::text::Text;
use crate::ui::browser::size::Size;
use crate::ui::charts::{
    Figure, OddsBand, OddsMark, Table, TierMark, TimeTick, Trajectory, TrajectoryChart,
};
use crate::ui::controls::Gesture;
use crate::ui::part::part;
use crate::ui::snapshot::{Current, RegionProps, Same};
use crate::units::{NominalMoney, Year};
use std::rc::Rc;
use yew::prelude::*;

/// Quarters drawn: from the end of the base year to one year after the plan's year, since the year
/// after shows what construction takes back.
fn quarters(outcome: &Outcome) -> std::ops::Range<usize> {
    let last = outcome.grid.quarters_of(outcome.year.next()).end;
    let last = if last == 0 { outcome.grid.quarters() } else { last };
    3..last
}

/// The figure with its table.
#[component]
pub(crate) fn MainChart(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let picture = use_callback(
        (
            snapshot.plan.clone(),
            snapshot.outcome.clone(),
            snapshot.ghost.clone(),
            snapshot.odds(),
            (text, snapshot.in_hand, snapshot.dispatch.clone()),
        ),
        |size: Size, (plan, outcome, ghost, odds, (text, still, dispatch))| {
            let marks = marks(*text, plan, outcome, odds.as_ref());
            let pull = pull(outcome, dispatch);
            draw(size, *text, outcome, (ghost.as_ref(), odds.as_ref()), marks, (*still, pull))
        },
    );
    let table =
        use_callback((snapshot.outcome.clone(), text), |(), (outcome, text)| table(*text, outcome));
    let sentence = verdict(text, &snapshot.plan, &snapshot.outcome).plain();
    html! {
        <main class="main-chart">
        { part!(Figure { class: "main-figure", name: sentence.clone(),
            description: text.chart_described(text.chart_trailing_gdp(), sentence),
            picture, table,
            table_text: text.show_table(), picture_text: text.show_chart(), children: part!(YearCursor { snapshot: snapshot.clone() }) }) }
        </main>
    }
}

fn draw(
    size: Size,
    text: Text,
    outcome: &Outcome,
    (ghost, odds): (Option<&Same<Outcome>>, Option<&Current<Odds>>),
    tiers: Rc<[TierMark]>,
    (still, on_grab): (bool, Callback<Gesture>),
) -> Html {
    let line =
        |outcome: &Outcome, level: fn(&Outcome, usize) -> NominalMoney, name: &'static str| {
            let values = quarters(outcome).map(|t| level(outcome, t).0).collect();
            Trajectory { values, name: name.into() }
        };
    let result =
        |outcome: &Outcome, name| line(outcome, |outcome, t| outcome.trailing(t).nominal, name);
    let base = outcome.annual(outcome.grid.base_year).nominal;
    part!(TrajectoryChart {
        width: size.width,
        height: size.height,
        text: size.text,
        times: quarters(outcome).map(|t| moment(t + 1)).collect::<Rc<[f64]>>(),
        ticks: ticks(text, outcome),
        result: result(outcome, text.legend_scenario()),
        baseline: line(outcome, Outcome::trailing_baseline, text.legend_baseline()),
        ghost: ghost.map(|ghost| result(ghost, text.legend_ghost())),
        bands: odds.into_iter().map(|odds| band(text, outcome, odds)).collect::<Rc<[OddsBand]>>(),
        tiers,
        still,
        on_grab,
        grab_text: text.pull_result(),
        loupe_text: Callback::from(move |times: f64| text.loupe(text.count(times)).into()),
        cursor: moment(outcome.grid.quarters_of(outcome.year).end),
        axis_title: text.chart_trailing_gdp_axis(text.money_unit()),
        start_text: text.money_number(base),
        value_text: text.money_number(outcome.annual(outcome.year).nominal),
        level_text: Callback::from(move |level| text.money_mark(NominalMoney(level)).into())
    })
}

/// This close to what a tier asks for, as a part of it, a pulled result is taken to mean the tier:
/// about one pixel on the staff, and less than the width of a mark in the loupe.
const SNAP: f64 = 0.000_2;

/// Turns a hand on the needle into what the session understands.
fn pull(outcome: &Outcome, dispatch: &Callback<Action>) -> Callback<Gesture> {
    let rungs: Vec<f64> =
        outcome.tiers.iter().filter_map(|tier| tier.asks_for()).map(|level| level.0).collect();
    dispatch.reform(move |gesture| match gesture {
        Gesture::Grab => Action::OutcomeGrabbed,
        Gesture::Move(level) => {
            let rung = rungs.iter().find(|rung| (level - **rung).abs() <= **rung * SNAP);
            Action::OutcomeMoved(NominalMoney(rung.copied().unwrap_or(level)))
        }
        Gesture::Release => Action::Released,
        Gesture::Cancel => Action::Cancelled,
    })
}

/// Where eight of ten futures lie. The base year is given: there the band has no width.
fn band(text: Text, outcome: &Outcome, odds: &Current<Odds>) -> OddsBand {
    let edge = |side: fn(&Band<NominalMoney>) -> NominalMoney| -> Rc<[f64]> {
        quarters(outcome)
            .map(|t| odds.value.trailing.get(t).map_or(f64::NAN, |band| side(band).0))
            .collect()
    };
    OddsBand {
        lower: edge(|band| band.low),
        upper: edge(|band| band.high),
        name: text.odds_band().into(),
        stale: odds.stale,
    }
}

/// A quarter's place on the time axis.
fn moment(quarter: usize) -> f64 {
    quarter as f64
}

fn ticks(text: Text, outcome: &Outcome) -> Rc<[TimeTick]> {
    quarters(outcome)
        .map(|t| {
            let ends_year = t % 4 == 3;
            let label = if ends_year {
                text.year(outcome.grid.year_of(t))
            } else {
                text.year_to_date(t).to_owned()
            };
            TimeTick { at: moment(t + 1), label: label.into(), major: ends_year }
        })
        .collect()
}

fn marks(
    text: Text,
    plan: &Plan,
    outcome: &Outcome,
    odds: Option<&Current<Odds>>,
) -> Rc<[TierMark]> {
    let odds_of = |index: usize| {
        let odds = odds?;
        let tier = odds.value.tiers.get(index)?;
        Some(OddsMark {
            share: tier.attained.0,
            words: text.odds(tier.attained).into(),
            brief: text.odds_brief(tier.attained).into(),
            stale: odds.stale,
        })
    };
    let tiers = plan.tiers.iter().zip(&outcome.tiers).enumerate();
    tiers
        .map(|(index, (tier, attainment))| TierMark {
            value: attainment.level.or(attainment.level_of_growth).map(|level| level.0),
            name: text.name(&tier.name).to_owned().into(),
            shape: shape(index),
            reached: attainment.attained,
            lines: [text.tier_asks_for(attainment), text.tier_state(attainment)]
                .into_iter()
                .chain(text.tier_binding(attainment).map(str::to_owned))
                .map(AttrValue::from)
                .collect(),
            brief: text.tier_brief(attainment).into(),
            odds: odds_of(index),
        })
        .collect()
}

/// The shape of a tier's mark.
pub(crate) fn shape(index: usize) -> Shape {
    match sign(index) {
        "●" => Shape::Circle,
        "▲" => Shape::Triangle,
        _ => Shape::Star,
    }
}

fn table(text: Text, outcome: &Outcome) -> Table {
    let unit = text.money_unit();
    let row = |t: usize| -> Vec<AttrValue> {
        vec![
            text.quarter(outcome.grid, t).into(),
            text.money_number(outcome.quarterly(t).nominal).into(),
            text.money_number(outcome.trailing(t).nominal).into(),
            text.money_number(outcome.trailing_baseline(t)).into(),
            text.rate_fine(outcome.quarter_growth(t)).into(),
            text.rate_fine(outcome.year_to_date_growth(t)).into(),
        ]
    };
    Table {
        caption: text.table_trajectory_caption(unit).into(),
        headers: vec![
            text.header_quarter().into(),
            text.in_unit(text.header_quarter_gdp(), unit).into(),
            text.in_unit(text.header_trailing_gdp(), unit).into(),
            text.in_unit(text.legend_baseline(), unit).into(),
            text.header_growth_quarter().into(),
            text.header_growth_to_date().into(),
        ],
        rows: (4..outcome.grid.quarters()).map(row).collect(),
    }
}

/// The year whose levers and contributions are shown: one native control for mouse, touch and keys.
#[component]
fn YearCursor(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let grid = snapshot.plan.grid;
    let choose = snapshot.dispatch.reform(move |event: InputEvent| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        let year = input.value().parse().unwrap_or(grid.base_year.0);
        crate::session::action::Action::YearChosen(Year(year))
    });
    let year = snapshot.screen.year;
    html! {
        <label class="year-cursor">
            { text.year_cursor() }
            <input type="range" min={grid.base_year.next().to_string()}
                max={grid.last_year().to_string()} step="1" value={year.to_string()}
                aria-valuetext={text.year(year)} oninput={choose} />
            <output>{ text.year(year) }</output>
        </label>
    }
}
