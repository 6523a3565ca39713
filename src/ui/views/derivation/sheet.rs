//! The sheet: title and figure, the steps, the ways back and out.

use super::step::DerivationStep;
use super::{Ask, Derivations};
use crate::text::explain::Explanation;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use yew::prelude::*;

/// The open derivation; nothing when none is open.
#[component]
pub(crate) fn DerivationSheet(props: &RegionProps) -> Html {
    let derivations = use_context::<Derivations>();
    let title = use_node_ref();
    let asked = derivations.as_ref().map(|open| open.asked.clone());
    {
        // Whoever reads by ear begins anew with every derivation.
        let title = title.clone();
        use_effect_with(asked, move |_| {
            if let Some(title) = title.cast::<web_sys::HtmlElement>() {
                let _ = title.focus();
            }
        });
    }
    let Some(derivations) = derivations else { return Html::default() };
    let Some(&subject) = derivations.asked.last() else { return Html::default() };
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let explained = text.explain(subject, &snapshot.plan, &snapshot.scenario, &snapshot.outcome);
    let onkeydown = {
        let act = derivations.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                act.emit(Ask::Close);
            }
        })
    };
    html! {
        <section class="derivation" role="dialog" aria-labelledby="derivation-title" {onkeydown}>
            { head(snapshot, &derivations, &explained, title) }
            <div class="derivation-body" tabindex="0" role="group" aria-labelledby="derivation-title"
                key={format!("{subject:?}")}>
                if !explained.remark.is_empty() {
                    <p class="derivation-remark">{ explained.remark.clone() }</p>
                }
                { for explained.steps.iter().map(|step| part!(DerivationStep { step: step.clone(), text, act: derivations.act.clone() })) }
            </div>
            <div class="derivation-foot">
                <strong>{ text.not_a_forecast() }</strong>
            </div>
        </section>
    }
}

fn head(
    snapshot: &Snapshot,
    derivations: &Derivations,
    explained: &Explanation,
    title: NodeRef,
) -> Html {
    let text = snapshot.text();
    let act = &derivations.act;
    let before = derivations.asked.len().checked_sub(2).and_then(|at| derivations.asked.get(at));
    let before = before.map(|&subject| {
        text.explain(subject, &snapshot.plan, &snapshot.scenario, &snapshot.outcome).title
    });
    html! {
        <div class="derivation-head">
            if let Some(before) = before {
                <button type="button" class="button derivation-back" title={text.back_to(before.clone())}
                    aria-label={text.back_to(before)} onclick={act.reform(|_: MouseEvent| Ask::Back)}>
                    { "←" }
                </button>
            }
            <h2 class="derivation-title" id="derivation-title" ref={title} tabindex="-1">
                { explained.title.clone() }
            </h2>
            <output class="derivation-figure">{ explained.figure.clone() }</output>
            <button type="button" class="button plain derivation-close"
                onclick={act.reform(|_: MouseEvent| Ask::Close)}>
                { text.close() }
            </button>
        </div>
    }
}
