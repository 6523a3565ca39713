//! One question and its answer: the heading asks, what stands below answers or says that it is being
//! worked on.

use crate::session::answers::Topic;
use crate::study::question::Unanswered;
use crate::text::Text;
use crate::ui::snapshot::{Current, Snapshot};
use crate::units::Share;
use yew::prelude::*;

/// How an answer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::ui::views) struct Standing {
    /// There is one.
    pub known: bool,
    /// It speaks about how things stood before the last change.
    pub stale: bool,
    /// It is being worked on, or will be as soon as the lever is let go.
    pub awaited: bool,
    /// How much of the work is done.
    pub done: Option<Share>,
    /// Why there will be none about the scenario as it stands.
    pub unanswered: Option<Unanswered>,
}

impl Standing {
    /// The same for a question that is always asked, watched or not.
    pub(super) fn always(self) -> Self {
        let awaited = (self.stale || !self.known) && self.unanswered.is_none();
        Self { awaited, ..self }
    }

    /// How the answer to a question stands.
    pub(in crate::ui::views) fn of<T>(
        snapshot: &Snapshot,
        topic: Topic,
        answer: Option<&Current<T>>,
    ) -> Self {
        let stale = answer.is_some_and(|answer| answer.stale);
        let current = answer.is_some() && !stale;
        let work = snapshot.answers.working.get(&topic);
        let unanswered = snapshot.unanswered(topic);
        Self {
            known: answer.is_some(),
            stale,
            awaited: !current && unanswered.is_none() && snapshot.watched.contains_key(&topic),
            done: work.map(|work| work.done),
            unanswered,
        }
    }
}

/// What a region needs.
#[derive(PartialEq, Properties)]
pub(super) struct QuestionRegionProps {
    /// A class that gives it its place.
    pub class: &'static str,
    /// The question.
    pub title: &'static str,
    /// What is measured, in small print.
    #[prop_or_default]
    pub note: AttrValue,
    /// How the answer stands.
    pub standing: Standing,
    /// The words to use.
    pub text: Text,
    /// What can be chosen; it never dims.
    #[prop_or_default]
    pub tools: Html,
    /// The answer.
    pub children: Html,
}

/// A question as a heading, and its answer.
#[component]
pub(super) fn QuestionRegion(props: &QuestionRegionProps) -> Html {
    let Standing { known, stale, awaited, unanswered, .. } = props.standing;
    let busy = awaited && (stale || !known);
    html! {
        <section class={classes!("question", props.class)} aria-label={props.title}>
            <h2 class="question-title">
                { props.title }
                if busy { <small class="question-busy">{ props.text.computing() }</small> }
            </h2>
            if !props.note.is_empty() { <p class="caption">{ &props.note }</p> }
            { props.tools.clone() }
            if let Some(why) = unanswered {
                <p class="caution">{ props.text.unanswered(why) }</p>
            }
            <div class={classes!("answer", stale.then_some("stale"))} aria-busy={busy.to_string()}>
                { props.children.clone() }
            </div>
        </section>
    }
}
