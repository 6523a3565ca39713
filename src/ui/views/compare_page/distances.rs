//! How far each scenario is from each tier, as dumbbells.

use super::{Sides, column_name, letter};
use crate::plan::Plan;
use crate::session::compare::Contender;
use crate::text::Text;
use crate::ui::browser::size::Size;
use crate::ui::charts::{DumbbellChart, DumbbellRow, Figure, Table};
use crate::ui::part::part;
use crate::ui::snapshot::RegionProps;
use crate::ui::views::main_chart::shape;
use crate::units::NominalMoney;
use std::rc::Rc;
use yew::prelude::*;

/// The dumbbells with their table.
#[component]
pub(super) fn Distances(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let picture = use_callback(Sides::of(snapshot), |size: Size, sides| draw(size, sides));
    let places = 0..snapshot.comparison.columns.len();
    let names: Vec<String> = places.map(|place| column_name(snapshot, place)).collect();
    let table =
        use_callback((Sides::of(snapshot), names), |(), (sides, names)| table(sides, names));
    let unit = text.money_unit();
    html! {
        <section class="question" aria-label={text.compare_chart()}>
            <h2 class="question-title">{ text.compare_chart() }</h2>
            <p class="caption">{ text.compare_gap_axis(unit) }</p>
            { part!(Figure { name: text.compare_chart(), description: text.compare_gap_axis(unit), picture,
                lines: DumbbellChart::lines(snapshot.plan.tiers.len()), table,
                table_text: text.show_table(), picture_text: text.show_chart() }) }
        </section>
    }
}

fn draw(size: Size, sides: &Sides) -> Html {
    let contenders = sides.contenders();
    let place = sides.moving();
    let text = sides.text;
    let letters = contenders.iter().map(|one| letter(one.place).into());
    part!(DumbbellChart {
        width: size.width,
        text: size.text,
        rows: rows(&sides.plan, text, &contenders),
        letters: letters.collect::<Rc<[AttrValue]>>(),
        moving: contenders.iter().position(|one| Some(one.place) == place),
        zero_text: text.compare_zero(),
        axis_text: Callback::from(move |gap| axis_number(text, gap)),
    })
}

fn axis_number(text: Text, gap: f64) -> AttrValue {
    let mark = text.money_mark(NominalMoney(gap));
    if gap > 0.0 { format!("+{mark}").into() } else { mark.into() }
}

fn rows(plan: &Plan, text: Text, contenders: &[Contender]) -> Rc<[DumbbellRow]> {
    let tiers = plan.tiers.iter().enumerate();
    tiers
        .map(|(index, tier)| {
            let fares = contenders.iter().map(|one| one.outcome.tiers.get(index));
            let beyond = |one: &Contender| {
                let tier = one.outcome.tiers.get(index);
                tier.map_or(f64::NAN, |tier| tier.beyond().0)
            };
            DumbbellRow {
                name: text.name(&tier.name).to_owned().into(),
                shape: shape(index),
                values: contenders.iter().map(beyond).collect(),
                figures: contenders.iter().map(|one| figure(text, one, index)).collect(),
                reached: fares.map(|tier| tier.is_some_and(|tier| tier.attained)).collect(),
            }
        })
        .collect()
}

/// How far a scenario is beyond a tier; too little to be written is said in words.
fn figure(text: Text, contender: &Contender, tier: usize) -> AttrValue {
    let Some(tier) = contender.outcome.tiers.get(tier) else { return AttrValue::default() };
    text.distance_number(tier).into()
}

fn table(sides: &Sides, names: &[String]) -> Table {
    let (text, contenders) = (sides.text, sides.contenders());
    let named = contenders.iter().map(|one| {
        let name = names.get(one.place).map_or("", String::as_str);
        AttrValue::from(format!("{} {name}", letter(one.place)))
    });
    let rows = sides.plan.tiers.iter().enumerate().map(|(index, tier)| {
        let name = AttrValue::from(text.name(&tier.name).to_owned());
        let cells = contenders.iter().map(|one| figure(text, one, index));
        std::iter::once(name).chain(cells).collect()
    });
    Table {
        caption: text.compare_gap_axis(text.money_unit()).into(),
        headers: std::iter::once(AttrValue::from(text.tier())).chain(named).collect(),
        rows: rows.collect(),
    }
}
