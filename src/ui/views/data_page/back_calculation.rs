//! Working back from a goal: how much some industries must grow for a tier, all others as they are.

use crate::engine::attainment::growth_needed;
use crate::plan::Plan;
use crate::plan::lever::LeverSpec;
use crate::session::action::Action;
use crate::text::Text;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::units::Rate;
use std::collections::BTreeSet;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The panel.
#[component]
pub(super) fn BackCalculation(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let tier = use_state_eq(|| 0_usize);
    let chosen = use_state_eq(BTreeSet::<usize>::new);
    // Another plan may have other industries and tiers.
    let industries = snapshot.plan.industries.len();
    let group: Vec<usize> = chosen.iter().copied().filter(|&item| item < industries).collect();
    let index = (*tier).min(snapshot.plan.tiers.len().saturating_sub(1));
    html! {
        <section class="panel back-calculation" aria-labelledby="back-title">
            <header class="panel-head">
                <h2 id="back-title">{ text.back_calculation() }</h2>
                <p class="quiet">{ text.back_help() }</p>
            </header>
            <div class="panel-tools">{ tiers(snapshot, index, &tier) }</div>
            <fieldset class="back-industries">
                <legend>{ text.back_industries() }</legend>
                { for (0..industries).map(|item| industry(snapshot, item, &chosen)) }
            </fieldset>
            <div class="back-answer" role="status">{ answer(snapshot, text, index, &group) }</div>
        </section>
    }
}

fn tiers(snapshot: &Snapshot, index: usize, tier: &UseStateHandle<usize>) -> Html {
    let text = snapshot.text();
    let choices = snapshot.plan.tiers.iter().enumerate().map(|(index, tier)| Choice {
        value: index.to_string().into(),
        text: text.name(&tier.name).to_owned().into(),
    });
    let choices = choices.collect::<Vec<_>>();
    let on_choose = {
        let tier = tier.clone();
        Callback::from(move |value: AttrValue| tier.set(value.parse().unwrap_or(0)))
    };
    part!(Toggle {
        name: "back-tier",
        label: text.back_tier(),
        choices,
        chosen: index.to_string(),
        on_choose
    })
}

fn industry(snapshot: &Snapshot, item: usize, chosen: &UseStateHandle<BTreeSet<usize>>) -> Html {
    let (text, plan) = (snapshot.text(), &snapshot.plan);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let mut group = (*chosen).clone();
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                group.insert(item);
            } else {
                group.remove(&item);
            }
            chosen.set(group);
        })
    };
    let growth = snapshot.outcome.growth_in(item, plan.year);
    html! {
        <label class="back-industry" key={item}>
            <input type="checkbox" checked={chosen.contains(&item)} {onchange} />
            <span>{ text.name(&plan.industries[item].name).to_owned() }</span>
            <span class="caption number">{ text.rate(growth) }</span>
        </label>
    }
}

/// What comes out, and the way to take it over.
fn answer(snapshot: &Snapshot, text: Text, index: usize, group: &[usize]) -> Html {
    let (Some(tier), Some(attainment)) =
        (snapshot.plan.tiers.get(index), snapshot.outcome.tiers.get(index))
    else {
        return Html::default();
    };
    let name = text.name(&tier.name);
    let quiet = |words: String| html! { <p class="quiet">{ words }</p> };
    let Some(asked) = attainment.growth else { return quiet(text.back_no_growth_test(name)) };
    if group.is_empty() {
        return quiet(text.back_none_chosen().to_owned());
    }
    let (outcome, year) = (&snapshot.outcome, snapshot.plan.year);
    let wanted = growth_needed(asked, snapshot.scenario.published_rounding);
    let (Some(needed), now) =
        (outcome.required_growth(year, group, wanted), outcome.growth_of(group, year))
    else {
        return quiet(text.back_fixed().to_owned());
    };
    let sentence = if attainment.growth_met == Some(true) {
        text.back_already(name, text.rate_fine(needed))
    } else if let [only] = group {
        let industry = text.name(&snapshot.plan.industries[*only].name);
        text.back_calculation_of(industry, name, text.rate_fine(needed))
    } else {
        text.back_several(text.count(group.len() as f64), name, text.rate_fine(needed))
    };
    html! {
        <>
            <p class="back-sentence">{ sentence }</p>
            <p class="caption">{ text.back_now(text.rate_fine(now)) }</p>
            { offer(snapshot, text, group, outcome.uplift_of(group, year, needed)) }
        </>
    }
}

/// The button that sets the levers, unless there is nothing to set or a lever would not go so far.
fn offer(snapshot: &Snapshot, text: Text, group: &[usize], uplift: Option<Rate>) -> Html {
    let plan = &snapshot.plan;
    let Some(uplift) = uplift else {
        return html! { <p class="quiet">{ text.back_fixed() }</p> };
    };
    let raised = snapshot.scenario.with_growth_raised(group, uplift, plan);
    let beyond = raised.iter().find_map(|&(lever, value)| {
        let spec = snapshot.catalogue.iter().find(|spec| spec.lever == lever)?;
        (!spec.hard.contains(value)).then_some(spec)
    });
    if let Some(spec) = beyond {
        return html! { <p class="quiet">{ out_of_reach(text, plan, spec) }</p> };
    }
    let onclick = snapshot.dispatch.reform(move |_: MouseEvent| Action::LeversSet(raised.clone()));
    html! {
        <p class="back-apply">
            <button type="button" class="button main" data-action="apply-growth" {onclick}>
                { text.back_apply() }
            </button>
            <span class="caption">{ text.back_apply_help(text.points_change(uplift.points())) }</span>
        </p>
    }
}

fn out_of_reach(text: Text, plan: &Plan, spec: &LeverSpec) -> String {
    let industry = plan.industries.get(spec.lever.item).map_or("", |i| text.name(&i.name));
    text.back_beyond(
        industry,
        text.lever_value(spec, spec.hard.min),
        text.lever_value(spec, spec.hard.max),
    )
}
