//! What the consistency check found, as a list that any page can open.

use crate::engine::audit::{Finding, Severity, audit, count};
use crate::text::Text;
use crate::ui::controls::Dialog;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use std::rc::Rc;
use yew::prelude::*;

/// Everything found about the plan and scenario on screen.
#[hook]
pub(crate) fn use_audit(snapshot: &Snapshot) -> Rc<Vec<Finding>> {
    use_memo(
        (snapshot.plan.clone(), snapshot.scenario.clone(), snapshot.outcome.clone()),
        |(plan, scenario, outcome)| audit(plan, scenario, outcome),
    )
}

/// What the button to the list needs.
#[derive(PartialEq, Properties)]
pub(crate) struct AuditButtonProps {
    /// Its id in the page; the dialog is named after it.
    pub name: AttrValue,
    /// How it looks: `button`, `link`.
    pub class: Classes,
    /// Whether it says what it is, besides what was found.
    #[prop_or_default]
    pub titled: bool,
    /// The session at one moment.
    pub snapshot: Snapshot,
}

/// A button that says what was found and opens the list.
#[component]
pub(crate) fn AuditButton(props: &AuditButtonProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let open = use_state_eq(|| false);
    let findings = use_audit(snapshot);
    let set = |value: bool| {
        let open = open.clone();
        move || open.set(value)
    };
    let (show, hide) = (set(true), set(false));
    let contradictions = count(&findings, Severity::Contradiction);
    let found = if contradictions > 0 {
        text.contradictions(contradictions)
    } else {
        text.audit_clean().to_owned()
    };
    let label = if props.titled { text.audit_with(&found) } else { found.clone() };
    let dialog = format!("{}-list", props.name);
    html! {
        <>
            <button type="button" id={props.name.clone()} class={props.class.clone()} aria-haspopup="dialog"
                aria-label={(!props.titled).then(|| text.audit_open(&found))} onclick={Callback::from(move |_: MouseEvent| show())}>
                { label }
            </button>
            { part!(Dialog { id: dialog, open: *open, title: text.audit_title(), close_text: text.close(),
                on_close: Callback::from(move |()| hide()), children: html! { <>
                <p class="quiet">{ text.audit_summary(&findings) }{ "。" }{ text.audit_not_repaired() }</p>
                { list(snapshot, text, &findings) }
            </> } }) }
        </>
    }
}

fn list(snapshot: &Snapshot, text: Text, findings: &[Finding]) -> Html {
    let items = findings.iter().enumerate().map(|(index, finding)| {
        let words = text.finding(&snapshot.plan, finding);
        let severity = match finding.severity() {
            Severity::Contradiction => "contradiction",
            Severity::Caution => "caution",
            Severity::Note => "note",
        };
        html! {
            <li key={index} class="finding" data-severity={severity}>
                <h3 class="finding-title">
                    <span class="finding-severity">{ text.severity(finding.severity()) }</span>
                    { words.title }
                </h3>
                { for words.details.into_iter().map(|line| html! { <p>{ line }</p> }) }
                if !words.place.is_empty() {
                    <p class="caption">{ words.place }</p>
                }
            </li>
        }
    });
    html! { <ol class="findings">{ for items }</ol> }
}
