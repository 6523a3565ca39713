//! How attainment is judged: rounding, induced effects, which tests each tier uses.

use crate::plan::multiplier::Multipliers;
use crate::plan::tier::TierMode;
use crate::session::action::Action;
use crate::text::Text;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const MODES: [(TierMode, &str); 4] = [
    (TierMode::Both, "both"),
    (TierMode::Growth, "growth"),
    (TierMode::Level, "level"),
    (TierMode::Any, "any"),
];

/// The panel.
#[component]
pub(super) fn Judging(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    html! {
        <section class="panel judging" aria-labelledby="judging-title">
            <h2 id="judging-title">{ text.judging() }</h2>
            { switch(Switch {
                name: "rounding",
                label: text.rounding_header(),
                help: text.published_rounding_help(),
                off: text.rounding_off(),
                on: text.rounding_on(),
                chosen: snapshot.scenario.published_rounding,
                on_choose: snapshot.dispatch.reform(Action::RoundingChosen),
            }) }
            if counts_households(snapshot) {
                { switch(Switch {
                    name: "induced",
                    label: text.induced_header(),
                    help: text.induced_help(),
                    off: text.induced_off(),
                    on: text.induced_on(),
                    chosen: snapshot.scenario.induced,
                    on_choose: snapshot.dispatch.reform(Action::InducedChosen),
                }) }
            }
            <div class="tier-modes">
                <h3>{ text.tier_mode_header() }</h3>
                { for (0..snapshot.plan.tiers.len()).map(|index| tier(snapshot, text, index)) }
            </div>
        </section>
    }
}

/// Whether the plan says what households earn and spend locally.
fn counts_households(snapshot: &Snapshot) -> bool {
    matches!(&snapshot.plan.multipliers, Multipliers::InputOutput(table) if table.households.is_some())
}

/// A choice between two ways of counting.
struct Switch {
    name: &'static str,
    label: &'static str,
    help: &'static str,
    off: &'static str,
    on: &'static str,
    chosen: bool,
    on_choose: Callback<bool>,
}

fn switch(switch: Switch) -> Html {
    let choices = vec![
        Choice { value: "off".into(), text: switch.off.into() },
        Choice { value: "on".into(), text: switch.on.into() },
    ];
    html! {
        <div class="judging-row">
            <h3 aria-hidden="true">{ switch.label }</h3>
            { part!(Toggle { name: switch.name, label: switch.label, choices,
                chosen: if switch.chosen { "on" } else { "off" },
                on_choose: switch.on_choose.reform(|value: AttrValue| value == "on") }) }
            <p class="caption">{ switch.help }</p>
        </div>
    }
}

fn tier(snapshot: &Snapshot, text: Text, index: usize) -> Html {
    let (Some(tier), Some(attainment)) =
        (snapshot.plan.tiers.get(index), snapshot.outcome.tiers.get(index))
    else {
        return Html::default();
    };
    // With one test only there is nothing to choose.
    let disabled = tier.growth.is_none() || tier.level.is_none();
    let id = format!("mode-{}", tier.id);
    let onchange = snapshot.dispatch.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let chosen = MODES.iter().find(|(_, key)| *key == value);
        Action::ModeChosen(index, chosen.map_or(TierMode::Both, |&(mode, _)| mode))
    });
    html! {
        <div class="tier-mode" key={tier.id.clone()}>
            <label for={id.clone()}>{ text.name(&tier.name).to_owned() }</label>
            <select {id} class="select" {disabled} {onchange}>
                { for MODES.iter().map(|&(mode, key)| html! {
                    <option value={key} selected={mode == attainment.mode}>{ text.tier_mode(mode) }</option>
                }) }
            </select>
        </div>
    }
}
