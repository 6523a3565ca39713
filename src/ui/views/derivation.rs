//! Why a number is what it is: a sheet beside the result that any figure opens.
//!
//! The sheet stands in place of the charts, so that the large figure and the levers stay in sight and
//! in reach: it follows while a lever moves. What is open is a matter of looking, not of the
//! scenario, and no step to be undone.

mod sheet;
mod step;

pub(crate) use sheet::DerivationSheet;

use crate::text::explain::Subject;
use crate::ui::browser::{focus, keyboard};
use std::rc::Rc;
use yew::prelude::*;

/// What is open, and the way to open more; given down as a context.
#[derive(Clone, PartialEq)]
pub(crate) struct Derivations {
    /// The figures asked about, each within the one before it; none when the sheet is closed.
    pub asked: Rc<[Subject]>,
    /// Takes what the reader does.
    pub act: Callback<Ask>,
}

/// What the reader does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ask {
    /// Asks about a figure on the screen.
    About(Subject),
    /// Asks about a figure within the open derivation.
    Further(Subject),
    /// Returns to the derivation before.
    Back,
    /// Closes the sheet.
    Close,
}

impl Ask {
    /// What is open afterwards.
    fn apply(self, asked: &[Subject]) -> Rc<[Subject]> {
        match self {
            Self::About(subject) => Rc::new([subject]),
            Self::Further(subject) => asked.iter().copied().chain([subject]).collect(),
            Self::Back => asked.iter().copied().take(asked.len().saturating_sub(1)).collect(),
            Self::Close => Rc::new([]),
        }
    }
}

/// What the frame of derivations needs.
#[derive(PartialEq, Properties)]
pub(crate) struct AskingProps {
    /// The figure that the key S asks about.
    pub main: Subject,
    /// The screen, which may hold a [`DerivationSheet`] and any number of [`Why`].
    pub children: Html,
}

/// Keeps what is open and hands it down.
#[component]
pub(crate) fn Asking(props: &AskingProps) -> Html {
    let asked = use_state_eq(|| Rc::<[Subject]>::from([]));
    let opener = use_mut_ref(|| None);
    // The same as long as the same is open: every figure on the page hears of a change.
    let act = use_callback(asked.clone(), {
        let opener = opener.clone();
        move |ask: Ask, asked| {
            if asked.is_empty() {
                *opener.borrow_mut() = focus::now();
            }
            asked.set(ask.apply(asked));
        }
    });
    // Focus returns only once what was hidden is in sight again.
    use_effect_with(asked.is_empty(), move |&closed| {
        if closed && let Some(opener) = opener.borrow_mut().take() {
            focus::give(&opener);
        }
    });
    {
        let act = act.clone();
        let main = props.main;
        let closed = asked.is_empty();
        use_effect_with((main, closed, act.clone()), move |_| {
            let listener = keyboard::on_letter("s", move || {
                act.emit(if closed { Ask::About(main) } else { Ask::Close });
            });
            move || drop(listener)
        });
    }
    let context = Derivations { asked: (*asked).clone(), act };
    html! {
        <ContextProvider<Derivations> {context}>{ props.children.clone() }</ContextProvider<Derivations>>
    }
}

/// What a button that asks needs.
#[derive(PartialEq, Properties)]
pub(crate) struct WhyProps {
    /// The figure it asks about.
    pub subject: Subject,
    /// How it looks; a link by itself.
    #[prop_or(classes!("link"))]
    pub class: Classes,
    /// What it means, where its own words do not say it.
    #[prop_or_default]
    pub title: AttrValue,
    /// Its words.
    pub children: Html,
}

/// A button that opens the derivation of a figure.
#[component]
pub(crate) fn Why(props: &WhyProps) -> Html {
    let derivations = use_context::<Derivations>();
    let subject = props.subject;
    let onclick = derivations
        .map(|derivations| derivations.act.reform(move |_: MouseEvent| Ask::About(subject)));
    html! {
        <button type="button" class={props.class.clone()} title={props.title.clone()} {onclick}>
            { props.children.clone() }
        </button>
    }
}
