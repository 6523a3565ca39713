//! What matters most: the tornado.

use super::region::{QuestionRegion, Standing};
use super::{asks, go_to, tier_name};
use crate::plan::lever::{self, Drawn};
use crate::session::answers::Topic;
use crate::session::inquiry::Measure;
use crate::study::sensitivity::Swing;
use crate::text::Text;
use crate::ui::browser::size::Size;
use crate::ui::charts::{Figure, SwingMark, SwingRow, Table, TornadoChart};
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use crate::ui::views::main_chart::shape;
use crate::units::{NominalMoney, Points};
use std::rc::Rc;
use yew::prelude::*;

/// Rows shown unless all are asked for.
const TOP: usize = 12;

const MEASURES: [(Measure, &str); 3] =
    [(Measure::Growth, "growth"), (Measure::Gap, "gap"), (Measure::Odds, "odds")];

/// The tornado with its choices.
#[component]
pub(super) fn Matters(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let inquiry = &snapshot.inquiry;
    let measure = inquiry.measure;
    let answer = snapshot.current(snapshot.answers.sensitivity.as_ref());
    let sensitivity = answer.as_ref().map(|answer| answer.value.clone());
    let ranked = use_memo((sensitivity, measure), |(sensitivity, measure)| {
        sensitivity.as_ref().map(|known| measure.ranked(known)).unwrap_or_default()
    });
    let standing = Standing::of(snapshot, Topic::Sensitivity, answer.as_ref());
    // Bars come first and what chance makes of them later: until then the last odds stay in sight.
    let incomplete = answer
        .as_ref()
        .is_some_and(|answer| answer.value.swings.iter().any(|swing| swing.odds.is_none()));
    let late = measure == Measure::Odds && incomplete;
    let before = use_mut_ref(|| None::<(usize, Rc<Vec<Swing>>)>);
    if measure == Measure::Odds && !ranked.is_empty() {
        *before.borrow_mut() = Some((inquiry.tier, ranked.clone()));
    }
    let last = before.borrow().clone().filter(|(tier, _)| late && *tier == inquiry.tier);
    let ranked = last.map_or(ranked, |(_, last)| last);
    let shown = if inquiry.all_swings { ranked.len() } else { ranked.len().min(TOP) };
    let note = match measure {
        Measure::Growth => text.swings_growth(text.year(snapshot.plan.year)),
        Measure::Gap => text.swings_gap(tier_name(snapshot, text), text.money_unit()),
        Measure::Odds => text.swings_odds(tier_name(snapshot, text)),
    };
    let on_row = {
        let (snapshot, ranked) = (snapshot.clone(), ranked.clone());
        Callback::from(move |row: usize| {
            if let Some(swing) = ranked.get(row) {
                go_to(&snapshot, swing.lever);
            }
        })
    };
    let odds = snapshot.odds();
    let odds = odds.as_ref().map(|odds| &*odds.value);
    let now = measure.now(&snapshot.outcome, odds, inquiry.tier);
    let drawn = Bars {
        snapshot: snapshot.clone(),
        ranked: Same(ranked.clone()),
        shown,
        now: now.filter(|now| now.is_finite()),
        note: note.clone().into(),
    };
    let standing = Standing {
        awaited: standing.awaited || late,
        stale: standing.stale || late && !ranked.is_empty(),
        ..standing
    };
    part!(QuestionRegion {
        class: "matters",
        title: text.ask_matters(),
        note,
        text,
        standing,
        tools: tools(snapshot, text),
        children: html! { <>
            if ranked.is_empty() {
                <p class="answer-empty">{ if standing.known && !late { text.swings_none() } else { text.computing() } }</p>
            } else {
                { part!(Swings { drawn, on_row }) }
                { more(snapshot, text, ranked.len()) }
            }
        </> }
    })
}

fn tools(snapshot: &Snapshot, text: Text) -> Html {
    let words = |measure| match measure {
        Measure::Growth => text.growth(),
        Measure::Gap => text.measure_gap(),
        Measure::Odds => text.odds_header(),
    };
    let choices = MEASURES
        .map(|(measure, value)| Choice { value: value.into(), text: words(measure).into() });
    let chosen = MEASURES.iter().find(|(measure, _)| *measure == snapshot.inquiry.measure);
    part!(Toggle {
        name: "measure",
        label: text.measure(),
        choices: choices.to_vec(),
        chosen: chosen.map_or("", |(_, value)| value),
        on_choose: asks(snapshot, |inquiry, value: AttrValue| {
            let found = MEASURES.iter().find(|(_, name)| value == *name);
            inquiry.measure = found.map_or(inquiry.measure, |(measure, _)| *measure);
        })
    })
}

fn more(snapshot: &Snapshot, text: Text, count: usize) -> Html {
    let all = snapshot.inquiry.all_swings;
    let words = if all {
        text.show_top(text.count(TOP as f64))
    } else {
        text.show_all_of(text.count(count as f64))
    };
    html! {
        if count > TOP {
            <button type="button" class="link answer-more" aria-expanded={all.to_string()}
                onclick={asks(snapshot, move |inquiry, _: MouseEvent| inquiry.all_swings = !all)}>
                { words }
            </button>
        }
    }
}

/// What is drawn.
#[derive(Clone, PartialEq)]
struct Bars {
    snapshot: Snapshot,
    ranked: Same<Vec<Swing>>,
    shown: usize,
    now: Option<f64>,
    note: AttrValue,
}

#[derive(PartialEq, Properties)]
struct SwingsProps {
    drawn: Bars,
    on_row: Callback<usize>,
}

/// The picture and its table.
#[component]
fn Swings(props: &SwingsProps) -> Html {
    let Bars { snapshot, ranked, shown, now, .. } = &props.drawn;
    let (text, measure) = (snapshot.text(), snapshot.inquiry.measure);
    let rows: Rc<[SwingRow]> =
        ranked.iter().take(*shown).map(|swing| row(snapshot, swing)).collect();
    let tier = snapshot.inquiry.tier;
    let mark = measure.asked(&snapshot.outcome, tier).map(|value| SwingMark {
        value,
        tier,
        shape: shape(tier),
        reached: snapshot.outcome.tiers.get(tier).is_some_and(|tier| tier.attained),
    });
    let number = move |value: f64| number(text, measure, value);
    let (now, on_row) = (now.unwrap_or_default(), props.on_row.clone());
    let lines = TornadoChart::lines(rows.len());
    let picture = Callback::from(move |size: Size| {
        part!(TornadoChart {
            width: size.width,
            text: size.text,
            rows: rows.clone(),
            now,
            now_text: text.swing_now(number(now)),
            mark: mark.clone(),
            heads: [text.swing_width(), text.swing_rank()].map(AttrValue::from),
            axis_text: Callback::from(move |value| number(value).into()),
            on_row: on_row.clone()
        })
    });
    let of = props.drawn.clone();
    part!(Figure {
        class: "swings",
        lines,
        name: text.ask_matters(),
        description: text.swings_described(),
        picture,
        table: Callback::from(move |()| table(&of.snapshot, &of.ranked, of.shown, &of.note)),
        table_text: text.show_table(),
        picture_text: text.show_chart(),
        on_row: props.on_row.clone()
    })
}

/// A figure of the measure without its unit.
fn number(text: Text, measure: Measure, value: f64) -> String {
    match measure {
        Measure::Growth => text.points_total(Points(value)),
        Measure::Gap => text.money_number(NominalMoney(value)),
        Measure::Odds => text.count(value),
    }
}

fn row(snapshot: &Snapshot, swing: &Swing) -> SwingRow {
    let (text, plan, measure) = (snapshot.text(), &snapshot.plan, snapshot.inquiry.measure);
    let spec = lever::spec(swing.lever, plan);
    let at = |value: f64| {
        let spec = spec.as_ref();
        spec.map_or_else(AttrValue::default, |spec| text.lever_number_said(spec, value).into())
    };
    let width = measure.width(swing).map(|width| number(text, measure, width));
    // Nothing yet is not the same as never.
    let pending = swing.odds.is_none() && swing.lever.kind.drawn() != Drawn::Never;
    let rank = if pending { String::new() } else { text.rank(measure.rank(swing)) };
    SwingRow {
        label: text.lever_name(plan, swing.lever).into(),
        ends: measure.ends(swing).unwrap_or_default(),
        at: [at(swing.low), at(swing.high)],
        figures: [width.unwrap_or_default().into(), rank.into()],
    }
}

fn table(snapshot: &Snapshot, ranked: &[Swing], shown: usize, note: &str) -> Table {
    let (text, measure) = (snapshot.text(), snapshot.inquiry.measure);
    let line = |swing: &Swing| -> Vec<AttrValue> {
        let SwingRow { label, ends, figures: [width, rank], .. } = row(snapshot, swing);
        let spec = lever::spec(swing.lever, &snapshot.plan);
        let [low, high] = [swing.low, swing.high].map(|end| {
            let spec = spec.as_ref();
            spec.map_or_else(AttrValue::default, |spec| text.lever_value(spec, end).into())
        });
        let [at_low, at_high] = ends.map(|end| AttrValue::from(number(text, measure, end)));
        vec![label, low, at_low, high, at_high, width, rank]
    };
    let measured = match measure {
        Measure::Growth => text.in_unit(text.growth(), "%"),
        Measure::Gap => text.in_unit(text.measure_gap(), text.money_unit()),
        Measure::Odds => text.odds_header_long().to_owned(),
    };
    Table {
        caption: text.swings_caption(note, text.swing_rank_long()).into(),
        headers: vec![
            text.lever_header().into(),
            text.end_low().into(),
            measured.clone().into(),
            text.end_high().into(),
            measured.into(),
            text.swing_width().into(),
            text.swing_rank().into(),
        ],
        rows: ranked.iter().take(shown).map(line).collect(),
    }
}
