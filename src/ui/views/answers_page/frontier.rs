//! What each budget buys: the frontier, and a walk along it.

use super::asks;
use super::portfolio::{Arranged, Run, apply};
use super::region::{QuestionRegion, Standing};
use crate::session::answers::Topic;
use crate::study::portfolio::{FrontierPoint, Portfolio};
use crate::study::question::Question;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::browser::size::Size;
use crate::ui::charts::{Figure, FrontierChart, FrontierLine, Table};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use crate::ui::views::verdict::sign;
use crate::units::NominalMoney;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The frontier under the limits of the portfolio above it.
#[component]
pub(super) fn Frontier(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let answer = snapshot.current(snapshot.answers.frontier.as_ref());
    let standing = Standing::of(snapshot, Topic::Frontier, answer.as_ref());
    let run = Run {
        topic: Topic::Frontier,
        question: Question::Frontier { limits: snapshot.inquiry.limits.clone() },
        title: text.ask_frontier(),
        words: text.frontier_run(),
    };
    part!(QuestionRegion {
        class: "frontier-region",
        title: text.ask_frontier(),
        standing,
        text,
        note: text.frontier_chart(text.money_unit()),
        tools: run.draw(snapshot, text, standing),
        children: html! { <>
            if let Some(answer) = answer.as_ref().filter(|answer| !answer.value.is_empty()) {
                { walk(snapshot, text, &answer.value) }
                if standing.stale { <p class="caption">{ text.about_before() }</p> }
            }
        </> }
    })
}

fn walk(snapshot: &Snapshot, text: Text, points: &Same<Vec<FrontierPoint>>) -> Html {
    let last = points.len().saturating_sub(1);
    let at = snapshot.inquiry.frontier_point.min(last);
    let Some(point) = points.get(at) else { return Html::default() };
    let before = at.checked_sub(1).and_then(|before| points.get(before));
    let oninput = asks(snapshot, |inquiry, event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        inquiry.frontier_point = input.value().parse().unwrap_or(inquiry.frontier_point);
    });
    let said = sentence(snapshot, text, point);
    let portfolio = &point.portfolio;
    html! {
        <>
            { part!(Curves { snapshot: snapshot.clone(), points: points.clone(), at }) }
            <label class="frontier-walk">
                { text.frontier_budget() }
                <input type="range" min="0" max={last.to_string()} step="1" value={at.to_string()}
                    aria-valuetext={said.clone()} {oninput} />
                <output>{ text.money(portfolio.public) }</output>
            </label>
            <p class="answer-sentence">{ said }</p>
            { flips(snapshot, text, before.map(|before| &before.portfolio), portfolio) }
            <details class="disclosure">
                <summary class="disclosure-title">{ text.ask_portfolio() }</summary>
                { part!(Arranged { plan: snapshot.plan.clone(), portfolio: Same(Rc::new(portfolio.clone())), text }) }
            </details>
            { apply(snapshot, text, portfolio) }
        </>
    }
}

fn sentence(snapshot: &Snapshot, text: Text, point: &FrontierPoint) -> String {
    let tiers = snapshot.plan.tiers.iter().zip(&point.odds);
    let odds: Vec<String> = tiers
        .map(|(tier, &odds)| {
            format!("{}{}{}", text.name(&tier.name), text.colon(), text.odds(odds))
        })
        .collect();
    let Portfolio { public, nominal, .. } = point.portfolio;
    text.frontier_at(text.money(public), text.money(nominal), odds.join(text.list_comma()))
}

/// Which projects the step from the budget before brings in, throws out or moves.
fn flips(snapshot: &Snapshot, text: Text, before: Option<&Portfolio>, now: &Portfolio) -> Html {
    let Some(before) = before else {
        return html! { <p class="caption">{ text.frontier_first() }</p> };
    };
    let start = |of: &Portfolio, project: usize| {
        of.choices.iter().find(|(index, _)| *index == project).and_then(|(_, start)| *start)
    };
    let list = |title: &'static str, wanted: fn(Option<i32>, Option<i32>) -> bool| {
        let projects = now.choices.iter().map(|&(project, _)| project);
        let names: Vec<&str> = projects
            .filter(|&project| wanted(start(before, project), start(now, project)))
            .map(|index| snapshot.plan.projects.get(index).map_or(DASH, |own| text.name(&own.name)))
            .collect();
        (title, names)
    };
    let lists = [
        list(text.flips_in(), |before, now| before.is_none() && now.is_some()),
        list(text.flips_out(), |before, now| before.is_some() && now.is_none()),
        list(text.flips_moved(), |before, now| before.is_some() && now.is_some() && before != now),
    ];
    if lists.iter().all(|(_, names)| names.is_empty()) {
        return html! { <p class="caption">{ text.frontier_same() }</p> };
    }
    html! {
        <dl class="arranged flips">
            { for lists.iter().filter(|(_, names)| !names.is_empty()).map(|(title, names)| html! {
                <div key={*title}><dt>{ *title }</dt><dd>{ names.join(text.list_comma()) }</dd></div>
            }) }
        </dl>
    }
}

#[derive(PartialEq, Properties)]
struct CurvesProps {
    snapshot: Snapshot,
    points: Same<Vec<FrontierPoint>>,
    at: usize,
}

/// The picture and its table.
#[component]
fn Curves(props: &CurvesProps) -> Html {
    let (snapshot, at) = (&props.snapshot, props.at);
    let text = snapshot.text();
    let points = &props.points;
    let tiers = snapshot.plan.tiers.iter().enumerate();
    let odds: Rc<[FrontierLine]> = tiers
        .map(|(tier, own)| FrontierLine {
            values: points.iter().map(|point| hundred(point, tier)).collect(),
            name: format!("{} {}", sign(tier), text.name(&own.name)).into(),
        })
        .collect();
    let level = FrontierLine {
        values: points.iter().map(|point| point.portfolio.nominal.0).collect(),
        name: "GDP".into(),
    };
    let money: Rc<[f64]> = points.iter().map(|point| point.portfolio.public.0).collect();
    let picture = Callback::from(move |size: Size| {
        part!(FrontierChart {
            width: size.width,
            height: size.height,
            text: size.text,
            money: money.clone(),
            odds: odds.clone(),
            level: level.clone(),
            at,
            money_text: Callback::from(move |value| text.money_mark(NominalMoney(value)).into()),
            odds_text: Callback::from(move |value| text.count(value).into())
        })
    });
    let note = text.frontier_chart(text.money_unit());
    let (of, among, caption) = (snapshot.clone(), points.clone(), note.clone());
    part!(Figure {
        class: "frontier-figure",
        name: text.ask_frontier(),
        description: note.clone(),
        picture,
        table: Callback::from(move |()| table(&of, &among, caption.clone())),
        table_text: text.show_table(),
        picture_text: text.show_chart()
    })
}

/// Odds of a tier in futures of a hundred, for drawing.
fn hundred(point: &FrontierPoint, tier: usize) -> f64 {
    point.odds.get(tier).map_or(0.0, |odds| odds.0 * 100.0)
}

fn table(snapshot: &Snapshot, points: &[FrontierPoint], caption: String) -> Table {
    let text = snapshot.text();
    let tiers = snapshot.plan.tiers.iter().map(|tier| text.odds_of_tier(text.name(&tier.name)));
    let row = |point: &FrontierPoint| -> Vec<AttrValue> {
        let Portfolio { public, nominal, .. } = point.portfolio;
        let odds = point.odds.iter().map(|&odds| text.of_hundred(odds));
        [text.money_number(public), text.money_number(nominal)]
            .into_iter()
            .chain(odds)
            .map(AttrValue::from)
            .collect()
    };
    Table {
        caption: caption.into(),
        headers: [
            text.in_unit(text.frontier_budget(), text.money_unit()),
            text.in_unit("GDP", text.money_unit()),
        ]
        .into_iter()
        .chain(tiers)
        .map(AttrValue::from)
        .collect(),
        rows: points.iter().map(row).collect(),
    }
}
