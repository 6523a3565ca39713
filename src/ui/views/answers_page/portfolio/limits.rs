//! What a choice of projects has to keep to.

mod order;

use crate::plan::Plan;
use crate::session::inquiry::{Inquiry, Rule};
use crate::study::portfolio::EARLIER;
use crate::text::Text;
use crate::text::number::DASH;
use crate::ui::controls::{Disclosure, NumberField, Parsed, Select};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Same, Snapshot};
use crate::ui::views::answers_page::asks;
use crate::units::NominalMoney;
use order::Ordered;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The largest count that makes sense in a field.
const LARGEST_COUNT: u32 = 9_999;

/// Money, capacity, starts, and projects that are settled beforehand.
#[component]
pub(super) fn LimitFields(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let limits = &snapshot.inquiry.limits;
    let funds = asks(snapshot, |inquiry, event: Event| {
        inquiry.limits.funds = event.target_unchecked_into::<HtmlInputElement>().checked();
    });
    let year = text.year(snapshot.plan.year);
    part!(Disclosure {
        class: "limits",
        title: text.limits(),
        open: true,
        children: html! { <>
            <label class="limit-check">
                <input type="checkbox" name="limit-funds" checked={limits.funds} onchange={funds} />
                { text.limit_funds() }
            </label>
            <div class="limit-fields">
                { field(snapshot, text, Limit {
                    id: "limit-bonds",
                    name: text.limit_bonds(year),
                    value: limits.bonds,
                    set: |inquiry, limit| inquiry.limits.bonds = limit,
                }) }
                { field(snapshot, text, Limit {
                    id: "limit-capacity",
                    name: text.limit_capacity().to_owned(),
                    value: limits.capacity,
                    set: |inquiry, limit| inquiry.limits.capacity = limit,
                }) }
                { counted(snapshot, text, Count {
                    id: "limit-starts",
                    name: text.limit_starts(),
                    without: text.limit_open().to_owned(),
                    value: limits.starts.and_then(|most| u32::try_from(most).ok()),
                    set: |inquiry, most| inquiry.limits.starts = most.map(|most| most as usize),
                }) }
                { counted(snapshot, text, Count {
                    id: "limit-earlier",
                    name: text.limit_earlier(),
                    without: text.count(f64::from(EARLIER)),
                    value: limits.earlier,
                    set: |inquiry, most| inquiry.limits.earlier = most,
                }) }
            </div>
            { part!(Settled { snapshot: snapshot.clone(), rule: Rule::Must }) }
            { part!(Settled { snapshot: snapshot.clone(), rule: Rule::Never }) }
            { part!(Ordered { snapshot: snapshot.clone() }) }
        </> }
    })
}

/// A limit in money; an empty field is none.
struct Limit {
    id: &'static str,
    name: String,
    value: Option<NominalMoney>,
    set: fn(&mut Inquiry, Option<NominalMoney>),
}

/// Stands for an emptied field, which no number can say.
const NO_LIMIT: f64 = f64::NAN;

fn field(snapshot: &Snapshot, text: Text, limit: Limit) -> Html {
    let Limit { id, name, value, set } = limit;
    let parse = Callback::from(move |typed: String| -> Parsed {
        if typed.trim().is_empty() {
            return Ok(NO_LIMIT);
        }
        let kept = value.map_or(text.limit_kept_open().to_owned(), |value| {
            text.limit_kept(text.money_stated(value))
        });
        text.read_money(&typed).map_err(|reason| text.problem_with_kept(reason, kept).into())
    });
    let on_type = asks(snapshot, move |inquiry, typed: f64| {
        set(inquiry, (!typed.is_nan()).then_some(NominalMoney(typed)));
    });
    html! {
        <span class="question-field" key={id}>
            <label for={id}>{ name }</label>
            { part!(NumberField { id, text: text.limit_shown(value), placeholder: AttrValue::from(text.limit_open()),
                parse, on_type }) }
            <span class="lever-unit">{ text.money_unit() }</span>
        </span>
    }
}

/// A limit that is counted; an empty field is what the limit is without.
struct Count {
    id: &'static str,
    name: &'static str,
    without: String,
    value: Option<u32>,
    set: fn(&mut Inquiry, Option<u32>),
}

fn counted(snapshot: &Snapshot, text: Text, limit: Count) -> Html {
    let Count { id, name, without, value, set } = limit;
    let parse = Callback::from(move |typed: String| -> Parsed {
        if typed.trim().is_empty() {
            return Ok(NO_LIMIT);
        }
        text.read_whole(&typed, LARGEST_COUNT).map_err(AttrValue::from)
    });
    let on_type = asks(snapshot, move |inquiry, typed: f64| {
        set(inquiry, (!typed.is_nan()).then_some(typed as u32));
    });
    let shown = value.map_or_else(String::new, |value| text.count(f64::from(value)));
    html! {
        <span class="question-field" key={id}>
            <label for={id}>{ name }</label>
            { part!(NumberField { id, text: shown, placeholder: AttrValue::from(without), parse, on_type }) }
        </span>
    }
}

#[derive(PartialEq, Properties)]
struct SettledProps {
    snapshot: Snapshot,
    rule: Rule,
}

/// Projects that must go ahead, or must not; those that may do either can be added.
#[component]
fn Settled(props: &SettledProps) -> Html {
    let (snapshot, rule) = (&props.snapshot, props.rule);
    let text = snapshot.text();
    let (limits, plan) = (&snapshot.inquiry.limits, &snapshot.plan);
    let (title, listed) = match rule {
        Rule::Never => (text.never_go(), &limits.never),
        _ => (text.must_go(), &limits.must),
    };
    let free = use_memo((plan.clone(), snapshot.inquiry.clone()), |(plan, inquiry)| {
        let settled = |index: &usize| {
            inquiry.limits.must.contains(index) || inquiry.limits.never.contains(index)
        };
        let open = |index: &usize| plan.projects[*index].stage.awaits_start() && !settled(index);
        (0..plan.projects.len()).filter(open).collect::<Vec<usize>>()
    });
    let rules = |rule: Rule| {
        asks(snapshot, move |inquiry, project: usize| {
            *inquiry = inquiry.with_project(project, rule);
        })
    };
    let add = {
        let (free, set) = (free.clone(), rules(rule));
        Callback::from(move |position: usize| {
            // The first entry of the list only names it.
            let chosen = position.checked_sub(1).and_then(|position| free.get(position));
            if let Some(&project) = chosen {
                set.emit(project);
            }
        })
    };
    let names: Vec<AttrValue> = std::iter::once(AttrValue::from(text.add_project()))
        .chain(free.iter().map(|&index| AttrValue::from(name(plan, text, index).to_owned())))
        .collect();
    let release = rules(Rule::Free);
    html! {
        <div class="settled">
            <span class="tool-name" aria-hidden="true">{ title }</span>
            <ul class="chips" aria-label={title}>{ for listed.iter().map(|&project| {
                let name = name(plan, text, project).to_owned();
                html! {
                    <li key={project}>
                        { name.clone() }
                        <button type="button" class="link" aria-label={text.remove_project(name)}
                            onclick={release.reform(move |_: MouseEvent| project)}>{ text.release_project() }</button>
                    </li>
                }
            }) }</ul>
            if !free.is_empty() {
                { part!(Select { label: format!("{title}{}{}", text.colon(), text.add_project()), choices: names, chosen: 0, on_choose: add }) }
            }
        </div>
    }
}

fn name(plan: &Same<Plan>, text: Text, index: usize) -> &str {
    plan.projects.get(index).map_or(DASH, |project| text.name(&project.name))
}
