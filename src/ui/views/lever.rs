//! One lever, in words and numbers for its row.

use super::derivation::Why;
use crate::plan::Plan;
use crate::plan::lever::LeverSpec;
use crate::text::Text;
use crate::text::explain::Subject;
use crate::ui::controls::{Badge, Extent, LeverAct, LeverRow, LeverWords, Parsed};
use crate::ui::part::part;
use crate::ui::snapshot::Same;
use yew::prelude::*;

/// What a lever needs to be drawn; it is drawn again only when one of them changes.
#[derive(PartialEq, Properties)]
pub(crate) struct LeverControlProps {
    /// Every lever of the plan.
    pub catalogue: Same<Vec<LeverSpec>>,
    /// Which of them.
    pub index: usize,
    /// Its value now.
    pub value: f64,
    /// Whether no recipe may move it; absent where none would.
    #[prop_or_default]
    pub locked: Option<bool>,
    /// The plan it belongs to.
    pub plan: Same<Plan>,
    /// The words to use.
    pub text: Text,
    /// Words that all levers share.
    pub words: LeverWords,
    /// What the planner does; the name is the lever's key.
    pub on_act: Callback<(AttrValue, LeverAct)>,
}

/// One lever.
#[component]
pub(crate) fn LeverControl(props: &LeverControlProps) -> Html {
    let Some(spec) = props.catalogue.get(props.index) else { return Html::default() };
    let (text, kind, value) = (props.text, spec.lever.kind, props.value);
    let parse = use_callback(
        (props.catalogue.clone(), props.index, text, value),
        |typed: String, (catalogue, index, text, value)| match catalogue.get(*index) {
            Some(spec) => read(*text, spec, *value, &typed),
            None => Err(AttrValue::default()),
        },
    );
    part!(LeverRow {
        id: spec.lever.key(&props.plan),
        label: text.lever_row(&props.plan, spec.lever),
        help: text.lever_help(kind),
        unit: text.unit_label(kind.unit()),
        value,
        locked: props.locked,
        default: spec.default,
        range: Extent { min: spec.range.min, max: spec.range.max },
        plausible: Extent { min: spec.plausible.min, max: spec.plausible.max },
        step: spec.step,
        text: text.lever_number(spec, value),
        default_text: text.default_mark(spec),
        change: text.lever_change(spec, spec.default, value),
        spoken: text.lever_spoken(spec, value),
        badge: badge(text, spec),
        moved: value != spec.default,
        note: note(text, spec, value),
        words: props.words.clone(),
        parse,
        on_act: props.on_act.clone(),
        children: part!(Why {
            subject: Subject::Lever(spec.lever),
            children: html! { text.why() }
        })
    })
}

/// What was typed, or why it does not count and what stands instead.
fn read(text: Text, spec: &LeverSpec, value: f64, typed: &str) -> Parsed {
    text.read_lever(spec, typed).map_err(|problem| {
        let reason = text.lever_problem(spec, problem);
        text.problem_with_kept(reason, text.problem_kept(text.lever_value(spec, value))).into()
    })
}

fn badge(text: Text, spec: &LeverSpec) -> Badge {
    let detail = if spec.source.is_empty() {
        text.no_source().to_owned()
    } else {
        text.source_of_number(&spec.source)
    };
    Badge {
        text: text.provenance(spec.provenance).into(),
        title: text.provenance_help(spec.provenance).into(),
        detail: detail.into(),
    }
}

fn note(text: Text, spec: &LeverSpec, value: f64) -> Option<AttrValue> {
    if !spec.range.contains(value) {
        Some(text.beyond_slider().into())
    } else if !spec.plausible.contains(value) {
        Some(text.beyond_plausible().into())
    } else {
        None
    }
}
