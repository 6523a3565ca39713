//! Projects that start one after the other.

use super::name;
use crate::ui::controls::Select;
use crate::ui::part::part;
use crate::ui::snapshot::RegionProps;
use crate::ui::views::answers_page::asks;
use yew::prelude::*;

/// Pairs of which the second starts a quarter or more after the first. Only those that wait for their
/// start can be in one: what is under way has started, and cannot wait any more.
#[component]
pub(super) fn Ordered(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let plan = &snapshot.plan;
    let first = use_state_eq(|| None::<usize>);
    let of = |index: usize| name(plan, text, index).to_owned();
    let waiting: Vec<usize> = (0..plan.projects.len())
        .filter(|&index| plan.projects[index].stage.awaits_start())
        .collect();
    let choose_first = {
        let (first, waiting) = (first.clone(), waiting.clone());
        Callback::from(move |position: usize| {
            first.set(position.checked_sub(1).and_then(|position| waiting.get(position)).copied());
        })
    };
    let after: Vec<usize> =
        waiting.iter().copied().filter(|index| Some(*index) != *first).collect();
    let choose_second = {
        let (chosen, after, first) = (*first, after.clone(), first.setter());
        let pair = asks(snapshot, |inquiry, (one, other): (usize, usize)| {
            *inquiry = inquiry.with_order(one, other, true);
        });
        Callback::from(move |position: usize| {
            let second = position.checked_sub(1).and_then(|position| after.get(position));
            if let (Some(one), Some(&other)) = (chosen, second) {
                pair.emit((one, other));
                first.set(None);
            }
        })
    };
    // The first entry of a list only names it.
    let listed = |title: &'static str, projects: &[usize]| -> Vec<AttrValue> {
        std::iter::once(AttrValue::from(title))
            .chain(projects.iter().map(|&index| of(index).into()))
            .collect()
    };
    let position = first.and_then(|first| waiting.iter().position(|&index| index == first));
    let lift = asks(snapshot, |inquiry, (one, other): (usize, usize)| {
        *inquiry = inquiry.with_order(one, other, false);
    });
    html! {
        <div class="settled">
            <span class="tool-name" aria-hidden="true">{ text.start_order() }</span>
            <ul class="chips" aria-label={text.start_order()}>
                { for snapshot.inquiry.limits.order.iter().map(|&(one, other)| {
                    let pair = text.start_after(of(one), of(other));
                    html! {
                        <li key={format!("{one}-{other}")}>
                            { pair.clone() }
                            <button type="button" class="link" aria-label={text.release_order_of(pair)}
                                onclick={lift.reform(move |_: MouseEvent| (one, other))}>{ text.release_order() }</button>
                        </li>
                    }
                }) }
            </ul>
            if waiting.len() > 1 {
                { part!(Select { label: text.start_first(), choices: listed(text.start_first(), &waiting),
                    chosen: position.map_or(0, |position| position + 1), on_choose: choose_first }) }
                if first.is_some() {
                    { part!(Select { label: text.start_second(), choices: listed(text.start_second(), &after),
                        chosen: 0, on_choose: choose_second }) }
                }
            }
        </div>
    }
}
