//! The investment funnel: from whole-life totals to GDP, with a lever at each neck.

use super::lever::LeverControl;
use super::levers::{lever_words, use_acts};
use crate::chart::{outline, widest};
use crate::engine::funnel::Funnel;
use crate::plan::lever::Kind;
use crate::text::Text;
use crate::ui::controls::LeverAct;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::units::Share;
use yew::prelude::*;

/// The levers at each neck, the most telling first; narrow screens show only that one.
const NECKS: [&[Kind]; Funnel::STAGES - 1] = [
    &[Kind::AnnualShare, Kind::ReserveStart],
    &[Kind::Execution, Kind::Award],
    &[Kind::AdditionalityStarting, Kind::AdditionalityReserve],
    &[Kind::MultiplierScale, Kind::ConstructionDisplacement],
    &[Kind::Icor, Kind::OperationDisplacement],
];

/// The funnel of the year on screen.
#[component]
pub(crate) fn FunnelPanel(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let on_act = use_acts(snapshot, snapshot.catalogue.clone());
    let funnel = snapshot.outcome.funnel(&snapshot.plan, snapshot.screen.year);
    let stages = stages(snapshot, text, &funnel);
    html! {
        <section class="funnel" aria-label={text.funnel()}>
            { picture(&funnel) }
            <ol class="funnel-stages">
                { for stages.into_iter().enumerate().map(|(index, stage)| html! {
                    <li class={classes!("funnel-stage", stage.class)} key={index}>
                        <span class="funnel-name">{ stage.name }</span>
                        <strong class="funnel-amount">{ stage.amount }</strong>
                        <span class="caption">{ stage.note }</span>
                        if let Some(kinds) = NECKS.get(index) {
                            <div class="funnel-neck">{ for levers(snapshot, text, kinds, &on_act) }</div>
                        }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// One stage in words.
struct Stage {
    class: &'static str,
    name: String,
    amount: String,
    note: String,
}

fn stages(snapshot: &Snapshot, text: Text, funnel: &Funnel) -> [Stage; Funnel::STAGES] {
    let year = || text.year(snapshot.screen.year);
    let parts = funnel.parts();
    let part = |index: usize, words: fn(Text, String) -> String| -> String {
        let share = parts.get(index).copied().flatten();
        share.map_or_else(String::new, |share: Share| words(text, text.share(share)))
    };
    let stage =
        |name: String, amount: String, note: String| Stage { class: "", name, amount, note };
    let count = text.project_count(snapshot.plan.project_count());
    [
        stage(
            text.funnel_total().to_owned(),
            text.money(funnel.total),
            text.funnel_projects(count),
        ),
        stage(
            text.funnel_planned(year()),
            text.money(funnel.spending.planned),
            part(0, |text, share| text.funnel_of_total(share)),
        ),
        stage(
            text.funnel_executed(year()),
            text.money(funnel.spending.executed),
            part(1, |text, share| text.funnel_of_planned(share)),
        ),
        stage(
            text.funnel_increment().to_owned(),
            text.money(funnel.increment),
            part(2, |text, share| text.funnel_of_executed(share)),
        ),
        stage(
            text.funnel_value_added().to_owned(),
            text.money(funnel.effect.construction),
            part(3, |text, share| text.funnel_of_increment(share)),
        ),
        Stage {
            class: "funnel-end",
            name: text.gdp_of_year(year()),
            amount: text.money(funnel.gdp),
            note: match parts[4] {
                Some(share) => text.funnel_of_gdp(
                    text.share(share),
                    text.contributes(text.points_change(funnel.points)),
                ),
                None => text.contributes(text.points_change(funnel.points)),
            },
        },
    ]
}

/// The shape above the figures, on one scale from zero; GDP is no part of what narrows, so its bar
/// stands apart.
fn picture(funnel: &Funnel) -> Html {
    let amounts = funnel.amounts();
    let (narrowing, gdp) = amounts.split_at(Funnel::STAGES - 1);
    let widest = widest(&amounts);
    let points = |places: Vec<(f64, f64)>| -> String {
        places.iter().map(|(x, y)| format!("{x:.4},{y:.5} ")).collect()
    };
    html! {
        <svg class="funnel-picture" viewBox={format!("0 0 {} 1", Funnel::STAGES)} preserveAspectRatio="none"
            aria-hidden="true">
            <polygon class="funnel-shape" points={points(outline(narrowing, 0, widest))} />
            <polygon class="funnel-gdp" points={points(outline(gdp, narrowing.len(), widest))} />
        </svg>
    }
}

/// The levers of the plan that widen or narrow a neck.
fn levers(
    snapshot: &Snapshot,
    text: Text,
    kinds: &[Kind],
    on_act: &Callback<(AttrValue, LeverAct)>,
) -> Vec<Html> {
    let place = |&kind: &Kind| snapshot.catalogue.iter().position(|spec| spec.lever.kind == kind);
    kinds
        .iter()
        .filter_map(place)
        .filter_map(|index| {
            let spec = snapshot.catalogue.get(index)?;
            let value = snapshot.scenario.value(spec.lever, &snapshot.plan);
            Some(part!(
                key = index,
                LeverControl {
                    catalogue: snapshot.catalogue.clone(),
                    index,
                    value,
                    plan: snapshot.plan.clone(),
                    text,
                    words: lever_words(text),
                    on_act: on_act.clone()
                }
            ))
        })
        .collect()
}
