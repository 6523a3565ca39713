//! What growth is made of, as a waterfall under a few headings, with the whole table behind it.

use super::derivation::{Ask, Derivations, Why};
use super::main_chart::shape;
use crate::engine::Outcome;
use crate::engine::heading::{Heading, by_heading};
use crate::engine::outcome::{self, Origin};
use crate::plan::Plan;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::browser::size::Size;
use crate::ui::charts::{Contribution, Figure, GrowthMark, Table, WaterfallChart};
use crate::ui::part::part;
use crate::ui::snapshot::RegionProps;
use crate::units::{Points, Year};
use std::rc::Rc;
use yew::prelude::*;

/// The waterfall of the year on screen.
#[component]
pub(crate) fn ContributionsPanel(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let year = snapshot.screen.year;
    let picture = use_callback(
        (snapshot.plan.clone(), snapshot.outcome.clone(), text, year),
        |size: Size, (plan, outcome, text, year)| draw(size, *text, plan, outcome, *year),
    );
    let table = use_callback(
        (snapshot.plan.clone(), snapshot.outcome.clone(), text, year),
        |(), (plan, outcome, text, year)| table(*text, plan, outcome, *year),
    );
    let ask = use_context::<Derivations>().map(|open| open.act);
    let origins = origins(&snapshot.outcome, year);
    let on_row = ask.map(|ask| {
        ask.reform(move |row: usize| {
            let origin = origins.get(row).copied();
            let subject = origin.map(|origin| Subject::Contribution(origin, year));
            // The last row is the total.
            Ask::About(subject.unwrap_or(Subject::Growth(year)))
        })
    });
    let title = text.contributions_title(text.year(year));
    html! {
        <section class="contributions" aria-label={text.contributions()}>
            <h2 class="strip-title">{ text.contributions() }<small>{ title.clone() }</small>
                { part!(Why { class: "link why-aside", subject: Subject::Growth(year), children: html! { text.why() } }) }</h2>
            { part!(Figure { class: "strip-figure", name: title, description: text.axis_broken(), picture,
                table,
                table_text: text.show_table(), picture_text: text.show_chart(), on_row }) }
        </section>
    }
}

fn draw(size: Size, text: Text, plan: &Plan, outcome: &Outcome, year: Year) -> Html {
    let contributions = outcome.contributions(year);
    let rows = by_heading(&contributions, plan)
        .into_iter()
        .filter(|&(heading, points)| heading == Heading::Baseline || points != Points::ZERO)
        .map(|(heading, points)| Contribution {
            label: text.heading(heading).into(),
            value: points.0,
            text: match heading {
                Heading::Baseline => text.points_total(points).into(),
                _ => text.points_number(points).into(),
            },
            kind: kind(heading),
        });
    let tiers = outcome.tiers.iter().enumerate();
    let marks = tiers.filter(|_| year == outcome.year).filter_map(|(index, tier)| {
        let growth = tier.growth?;
        Some(GrowthMark {
            value: growth.points().0,
            text: text.rate_number(growth).into(),
            shape: shape(index),
            reached: tier.growth_met == Some(true),
        })
    });
    part!(WaterfallChart {
        width: size.width,
        height: size.height,
        text: size.text,
        rows: rows.collect::<Rc<[Contribution]>>(),
        total_label: text.total(),
        total_text: text.points_total(contributions.total),
        marks: marks.collect::<Rc<[GrowthMark]>>(),
        cut_text: text.axis_broken(),
        axis_text: Callback::from(move |points| text.points_total(Points(points)).into())
    })
}

fn kind(heading: Heading) -> u8 {
    match heading {
        Heading::Baseline => 0,
        Heading::Building => 2,
        Heading::ChangedGrowth | Heading::Starting => 1,
        Heading::Reserve => 3,
        Heading::Operation | Heading::Initiatives => 4,
        Heading::ActualLessModel => 5,
    }
}

/// Every row and every industry, so that both margins can be added up.
fn table(text: Text, plan: &Plan, outcome: &Outcome, year: Year) -> Table {
    let contributions = outcome.contributions(year);
    let line = |name: String, by_industry: &[Points], total: Points| -> Vec<AttrValue> {
        let cells = by_industry.iter().map(|&points| text.points_number(points).into());
        std::iter::once(AttrValue::from(name))
            .chain(std::iter::once(text.points_number(total).into()))
            .chain(cells)
            .collect()
    };
    let shown = contributions.rows.iter().filter(|row| tells(row));
    let mut rows: Vec<_> =
        shown.map(|row| line(text.origin(plan, row.origin), &row.by_industry, row.total)).collect();
    rows.push(line(text.total().to_owned(), &contributions.by_industry, contributions.total));
    let industries = plan.industries.iter().map(|industry| text.name(&industry.name).to_owned());
    Table {
        caption: text.table_contributions_caption(text.year(year)).into(),
        headers: [text.header_origin().to_owned(), text.total().to_owned()]
            .into_iter()
            .chain(industries)
            .map(AttrValue::from)
            .collect(),
        rows,
    }
}

/// Whether a row has anything in it.
fn tells(row: &outcome::Contribution) -> bool {
    row.by_industry.iter().any(|points| *points != Points::ZERO)
}

/// What the rows of the table come from, in order.
fn origins(outcome: &Outcome, year: Year) -> Vec<Origin> {
    let contributions = outcome.contributions(year);
    contributions.rows.iter().filter(|row| tells(row)).map(|row| row.origin).collect()
}
