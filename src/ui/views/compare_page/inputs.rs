//! The inputs that differ, with what each difference is worth.

use super::column_class;
use super::figures::heading;
use crate::plan::change::Change;
use crate::plan::differing::{Difference, differing};
use crate::plan::scenario::Scenario;
use crate::session::compare::Contender;
use crate::study::attribution::{Attribution, Part};
use crate::text::Text;
use crate::ui::snapshot::{Current, Snapshot};
use crate::ui::views::answers_page::region::Standing;
use yew::prelude::*;

/// Rows shown unless all are asked for.
pub(super) const MOST_ROWS: usize = 40;

/// What the differences are worth, as far as it is known.
pub(super) struct Worth {
    /// One attribution for each scenario after the first.
    pub answer: Option<Current<Vec<Attribution>>>,
    /// How that answer stands.
    pub standing: Standing,
}

impl Worth {
    fn of(&self, column: usize) -> Option<&Attribution> {
        self.answer.as_ref()?.value.get(column)
    }

    /// The part of one change; none where the answer is about other values.
    fn part(&self, column: usize, change: &Change) -> Option<&Part> {
        self.of(column)?.parts.iter().find(|part| part.change == *change)
    }

    fn stale(&self) -> Option<&'static str> {
        self.standing.stale.then_some("stale")
    }
}

/// The inputs in which the others differ from the first.
pub(super) fn differences(snapshot: &Snapshot, contenders: &[Contender]) -> Vec<Difference> {
    let Some((first, others)) = contenders.split_first() else { return Vec::new() };
    let scenarios: Vec<&Scenario> = others.iter().map(|one| &*one.scenario).collect();
    differing(&snapshot.plan, &first.scenario, &scenarios)
}

/// The first rows and the total of all.
pub(super) fn rows(
    snapshot: &Snapshot,
    text: Text,
    differences: &[Difference],
    contenders: &[Contender],
    worth: &Worth,
    most: usize,
) -> Html {
    let Some((first, others)) = contenders.split_first() else { return Html::default() };
    let shown = differences.iter().take(most);
    html! {
        <>
            <tbody class="compare-inputs">
                { heading(text.compare_inputs(), contenders) }
                { for shown.map(|row| line(snapshot, text, first, others, row, worth)) }
            </tbody>
            if !differences.is_empty() { <tfoot>{ total(text, first, others, worth) }</tfoot> }
        </>
    }
}

/// What is to be known about the rows, and the way to those that are not shown.
pub(super) fn below(
    text: Text,
    differences: &[Difference],
    worth: &Worth,
    all: &UseStateHandle<bool>,
) -> Html {
    if differences.is_empty() {
        return html! { <p class="compare-none">{ text.compare_same_inputs() }</p> };
    }
    let sampled =
        worth.answer.as_ref().is_some_and(|answer| answer.value.iter().any(|one| !one.exact));
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            if !**all && differences.len() > MOST_ROWS {
                <button type="button" class="link" onclick={show_all}>
                    { text.compare_all_rows(text.count(differences.len() as f64)) }
                </button>
            }
            <p class="caption">
                { text.compare_worth_note() }
                if sampled { { text.compare_sampled() } }
                { text.rounding_note() }
            </p>
            if let Some(why) = worth.standing.unanswered {
                <p class="caution">{ text.unanswered(why) }</p>
            }
        </>
    }
}

fn line(
    snapshot: &Snapshot,
    text: Text,
    first: &Contender,
    others: &[Contender],
    row: &Difference,
    worth: &Worth,
) -> Html {
    let plan = &snapshot.plan;
    let Some(any) = row.any() else { return Html::default() };
    let [from, _] = text.changed_values(plan, any);
    let cells = row.changes.iter().zip(others).enumerate().map(|(column, (change, one))| {
        let class = column_class(one.place);
        let Some(change) = change else {
            return html! { <td {class}><span class="unseen">{ text.compare_same() }</span></td> };
        };
        let [_, to] = text.changed_values(plan, change);
        let part = worth.part(column, change);
        html! {
            <td {class}>
                <span class="compare-figure">{ to }</span>
                <small class={classes!("compare-small", "compare-worth", worth.stale())}>
                    { part.map_or_else(|| "…".to_owned(), |part| said(text, part)) }
                </small>
            </td>
        }
    });
    html! {
        <tr>
            <th scope="row">{ text.changed_thing(plan, any) }</th>
            <td class={column_class(first.place)}><span class="compare-figure">{ from }</span></td>
            { for cells }
        </tr>
    }
}

fn said(text: Text, part: &Part) -> String {
    text.compare_worth(text.money_change(part.nominal), text.points_change(part.growth))
}

/// The whole difference of each scenario from the first: what the parts add up to.
fn total(text: Text, first: &Contender, others: &[Contender], worth: &Worth) -> Html {
    html! {
        <tr class="compare-total">
            <th scope="row">{ text.compare_total() }</th>
            <td class={column_class(first.place)}></td>
            { for others.iter().enumerate().map(|(column, one)| html! {
                <td class={classes!(column_class(one.place), worth.stale())}>
                    { worth.of(column).map_or_else(|| "…".to_owned(), |whole| text.compare_worth(
                        text.money_change(whole.nominal), text.points_change(whole.growth))) }
                </td>
            }) }
        </tr>
    }
}
