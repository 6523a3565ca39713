//! One step: the formula in words, the same with values, and a table of its terms.

use super::Ask;
use crate::text::Text;
use crate::text::explain::{Evidence, Step, Term};
use yew::prelude::*;

/// What a step needs.
#[derive(PartialEq, Properties)]
pub(super) struct DerivationStepProps {
    /// The step.
    pub step: Step,
    /// The words to use.
    pub text: Text,
    /// Takes what the reader does.
    pub act: Callback<Ask>,
}

/// One step.
#[component]
pub(super) fn DerivationStep(props: &DerivationStepProps) -> Html {
    let (step, text) = (&props.step, props.text);
    html! {
        <section class="derivation-step">
            <h3 class="formula">{ step.formula.clone() }</h3>
            if !step.values.is_empty() {
                <p class="formula-values">{ step.values.clone() }</p>
            }
            if step.rounded {
                <p class="derivation-note">{ text.rounding_note() }</p>
            }
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{ text.header_term() }</th>
                        <th scope="col" class="number">{ text.header_term_value() }</th>
                        <th scope="col">{ text.header_provenance() }</th>
                    </tr>
                </thead>
                <tbody>{ for step.terms.iter().map(|term| row(term, text, &props.act)) }</tbody>
            </table>
        </section>
    }
}

fn row(term: &Term, text: Text, act: &Callback<Ask>) -> Html {
    let name = match term.next.filter(|_| !term.below) {
        Some(subject) => html! {
            <button type="button" class="link" title={text.ask_further(&term.name)}
                onclick={act.reform(move |_: MouseEvent| Ask::Further(subject))}>
                { term.name.clone() }
            </button>
        },
        None => html! { { term.name.clone() } },
    };
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td class="number">{ term.value.clone() }</td>
            <td>{ match &term.evidence {
                Some(evidence) => proof(evidence, text),
                None if term.below => html! { <span class="caption">{ text.explained_below() }</span> },
                None => html! { <span class="caption">{ text.computed_by_model() }</span> },
            } }</td>
        </tr>
    }
}

/// The badge and the words behind it, and the plan's number where another stands in its place.
fn proof(evidence: &Evidence, text: Text) -> Html {
    let badge = |provenance, class: &'static str| {
        html! {
            <span class={classes!("badge", class)} title={text.provenance_help(provenance)}>
                { text.provenance(provenance) }
            </span>
        }
    };
    html! {
        <div class="proof">
            if let Some(plan) = &evidence.overridden {
                { badge(evidence.provenance, "yours") }
                <span class="proof-plan">{ text.plan_says(&plan.value) }</span>
                { badge(plan.provenance, "") }
            } else {
                { badge(evidence.provenance, "") }
            }
            if !evidence.source.is_empty() {
                <span class="proof-source" lang={evidence.language().lang_tag()}>{ evidence.source.clone() }</span>
            }
        </div>
    }
}
