//! How uncertain it is: how unknowns spread, from where futures are drawn, and which numbers are unknown.

use super::region::{QuestionRegion, Standing};
use crate::plan::Plan;
use crate::plan::lever::{Drawn, Lever, LeverSpec, Scope};
use crate::plan::scenario::{Chance, Scenario, Shape};
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::text::Text;
use crate::ui::controls::{Choice, NumberField, Parsed, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use yew::prelude::*;

const SHAPES: [(Shape, &str); 4] = [
    (Shape::Pert, "pert"),
    (Shape::Triangular, "triangular"),
    (Shape::Uniform, "uniform"),
    (Shape::Normal, "normal"),
];

/// Shape, seed, how many futures were drawn, and the unknowns.
#[component]
pub(super) fn ChanceRegion(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let odds = snapshot.odds();
    let standing = Standing::of(snapshot, Topic::Odds, odds.as_ref());
    let drawn = match &odds {
        None => text.chance_not_drawn().to_owned(),
        Some(odds) => {
            let error = odds.value.tiers.get(snapshot.inquiry.tier).map(|tier| tier.error);
            let count = text.count(odds.value.draws as f64);
            text.chance_drawn(count, text.odds_error(error.unwrap_or_default()))
        }
    };
    part!(QuestionRegion {
        class: "chance",
        title: text.ask_chance(),
        standing,
        text,
        tools: tools(snapshot, text),
        children: html! { <>
            <p>{ drawn }</p>
            <p class="caption">{ text.chance_help() }</p>
            { part!(Unknowns { plan: snapshot.plan.clone(), catalogue: snapshot.catalogue.clone(),
                scenario: snapshot.scenario.clone(), text }) }
        </> }
    })
}

fn tools(snapshot: &Snapshot, text: Text) -> Html {
    let chance = snapshot.scenario.chance;
    let choices =
        SHAPES.map(|(shape, value)| Choice { value: value.into(), text: text.shape(shape).into() });
    let chosen = SHAPES.iter().find(|(shape, _)| *shape == chance.shape);
    let reshape = snapshot.dispatch.reform(move |value: AttrValue| {
        let found = SHAPES.iter().find(|(_, name)| value == *name);
        let shape = found.map_or(chance.shape, |(shape, _)| *shape);
        Action::ChanceChosen(Chance { shape, ..chance })
    });
    let reseed = snapshot
        .dispatch
        .reform(move |seed: f64| Action::ChanceChosen(Chance { seed: seed as u32, ..chance }));
    let parse = Callback::from(move |typed: String| -> Parsed {
        text.read_whole(&typed, u32::MAX).map_err(AttrValue::from)
    });
    html! {
        <div class="question-tools">
            { part!(Toggle { name: "shape", label: text.chance_shape(), choices: choices.to_vec(),
                chosen: chosen.map_or("", |(_, value)| value), on_choose: reshape }) }
            <span class="question-field">
                <label for="seed">{ text.chance_seed() }</label>
                { part!(NumberField { id: "seed", text: chance.seed.to_string(), parse, on_type: reseed }) }
            </span>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct UnknownsProps {
    plan: Same<Plan>,
    catalogue: Same<Vec<LeverSpec>>,
    scenario: Same<Scenario>,
    text: Text,
}

/// Every number that futures draw, with where it is set and how far it may lie.
#[component]
fn Unknowns(props: &UnknownsProps) -> Html {
    let (plan, text) = (&props.plan, props.text);
    let unknown = |lever: &Lever| {
        let by_year = matches!(lever.kind.scope(), Scope::Year | Scope::IndustryYear);
        lever.kind.drawn() != Drawn::Never && (!by_year || lever.year == plan.year)
    };
    let unknowns: Vec<Lever> =
        props.catalogue.iter().map(|spec| spec.lever).filter(unknown).collect();
    let row = |lever: &Lever| {
        let value = props.scenario.value(*lever, plan);
        let [set, range] = text.unknown_range(plan, *lever, value);
        let how = match lever.kind.drawn() {
            Drawn::Each => text.chance_each(),
            _ => text.chance_once(),
        };
        html! {
            <tr key={lever.key(plan)}>
                <th scope="row">{ text.lever_name(plan, *lever) }</th>
                <td class="number">{ set }</td>
                <td class="number">{ range }</td>
                <td>{ how }</td>
            </tr>
        }
    };
    html! {
        <details class="disclosure">
            <summary class="disclosure-title">{ text.chance_unknowns(unknowns.len()) }</summary>
            <div class="table-frame" role="region" tabindex="0" aria-label={text.chance_unknowns(unknowns.len())}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ text.lever_header() }</th>
                        <th scope="col" class="number">{ text.chance_set() }</th>
                        <th scope="col" class="number">{ text.chance_range() }</th>
                        <th scope="col">{ text.chance_drawn_how() }</th>
                    </tr></thead>
                    <tbody>{ for unknowns.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}
