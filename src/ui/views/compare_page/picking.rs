//! Which scenarios stand side by side.

use super::{column_name, letter};
use crate::session::action::Action;
use crate::session::compare::{Asked, Column, FEWEST, MOST, Source};
use crate::text::Text;
use crate::ui::controls::Select;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use std::rc::Rc;
use yew::prelude::*;

/// Something that can be chosen, and how it reads.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    source: Source,
    words: AttrValue,
}

/// One list for each column, and a button for one more.
#[component]
pub(super) fn Picking(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let choices = choices(snapshot, text);
    let columns = &snapshot.comparison.columns;
    let taken: Vec<Option<usize>> =
        columns.iter().map(|column| position(snapshot, &choices, column)).collect();
    let free = (0..choices.len()).find(|index| !taken.contains(&Some(*index)));
    let add = free.map(|index| Action::Compared(Asked::Add(choices[index].source.clone())));
    let lost = columns.iter().any(|column| matches!(column, Column::Lost(_)));
    html! {
        <div class="compare-picking">
            { for (0..columns.len()).map(|place| pick(snapshot, text, place, &choices, &taken)) }
            if columns.len() < MOST {
                if let Some(add) = add {
                    <button type="button" class="button" data-action="compare-add" onclick={does(snapshot, add)}>
                        { text.compare_add() }
                    </button>
                } else {
                    <p class="caption">{ text.compare_none_left() }</p>
                }
            }
            if lost { <p class="caution">{ text.compare_lost() }</p> }
        </div>
    }
}

fn pick(
    snapshot: &Snapshot,
    text: Text,
    place: usize,
    choices: &[Choice],
    taken: &[Option<usize>],
) -> Html {
    // What another column has is not offered twice.
    let own = taken.get(place).copied().flatten();
    let offered: Vec<usize> = (0..choices.len())
        .filter(|index| own == Some(*index) || !taken.contains(&Some(*index)))
        .collect();
    let mut words: Vec<AttrValue> = offered.iter().map(|&at| choices[at].words.clone()).collect();
    let mut sources: Vec<Option<Source>> =
        offered.iter().map(|&at| Some(choices[at].source.clone())).collect();
    // A step that has lost its name since, or a scenario that went to the bin, still stands here.
    let chosen = match own.and_then(|own| offered.iter().position(|&at| at == own)) {
        Some(chosen) => chosen,
        None => {
            words.insert(0, column_name(snapshot, place).into());
            sources.insert(0, None);
            0
        }
    };
    let on_choose = {
        let dispatch = snapshot.dispatch.clone();
        Callback::from(move |index: usize| {
            if let Some(Some(source)) = sources.get(index) {
                dispatch.emit(Action::Compared(Asked::Put(place, source.clone())));
            }
        })
    };
    let removable = snapshot.comparison.columns.len() > FEWEST;
    let words_of_remove = text.compare_remove(letter(place));
    html! {
        <div class="compare-pick" data-column={letter(place)} key={place}>
            <strong class="compare-letter" aria-hidden="true">{ letter(place) }</strong>
            { part!(Select { label: text.compare_column(letter(place)), choices: words, chosen, on_choose }) }
            if removable {
                <button type="button" class="button square plain" data-action="compare-remove"
                    title={words_of_remove.clone()} aria-label={words_of_remove}
                    onclick={does(snapshot, Action::Compared(Asked::Remove(place)))}>{ "×" }</button>
            }
        </div>
    }
}

/// All that can be held against each other: the plan, the screen, kept scenarios of the same plan, and
/// steps with a name.
fn choices(snapshot: &Snapshot, text: Text) -> Vec<Choice> {
    let library = &snapshot.library;
    let now = if library.name.is_empty() {
        text.compare_now().to_owned()
    } else {
        text.compare_now_named(&library.name)
    };
    let first = [(Source::Plan, text.difference_plan().to_owned()), (Source::Now, now)];
    let kept = library.entries.iter().filter(|entry| {
        entry.head.binned.is_none()
            && entry.id != library.open
            && entry.head.plan == snapshot.plan.name
    });
    let kept = kept.map(|entry| {
        let time = text.day_and_time(entry.head.at);
        let name = text.scenario_title(&entry.head.name);
        (Source::Kept(entry.id.clone()), text.compare_kept(name, time))
    });
    let steps = snapshot.history.all().iter().enumerate();
    let steps = steps.filter(|(_, step)| !step.name.is_empty());
    let steps = steps.map(|(id, step)| (Source::Step(id), text.compare_step(&step.name)));
    let all = first.into_iter().chain(kept).chain(steps);
    all.map(|(source, words)| Choice { source, words: words.into() }).collect()
}

/// Where a column's scenario stands among the choices.
fn position(snapshot: &Snapshot, choices: &[Choice], column: &Column) -> Option<usize> {
    choices.iter().position(|choice| match (&choice.source, column) {
        (Source::Plan, Column::Plan) | (Source::Now, Column::Now) => true,
        (Source::Kept(id), Column::Awaited(own) | Column::Lost(own) | Column::Kept(own, _)) => {
            id == own
        }
        // Steps are counted anew when the oldest are forgotten, but a step's scenario stays itself.
        (Source::Step(id), Column::Step(held)) => {
            let steps = snapshot.history.all();
            steps.get(*id).is_some_and(|step| Rc::ptr_eq(&step.scenario, &held.scenario))
        }
        _ => false,
    })
}
