//! The root component: owns the session, carries out its effects, hands values down.

use super::browser::studies::{Asked, Studies};
use super::browser::{idle, keyboard, preferences, root};
use super::views::shell::Shell;
use super::views::verdict::verdict;
use crate::plan::Plan;
use crate::plan::lever::{LeverSpec, catalogue};
use crate::session::Session;
use crate::session::action::Action;
use crate::session::effect::Effect;
use crate::text::Text;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long after the last change the result is said aloud.
const SETTLED_MS: u32 = 500;

/// How long the line of before the change stays.
const GHOST_MS: u32 = 4_000;

/// The whole app.
pub(crate) struct App {
    session: Session,
    catalogue: Rc<Vec<LeverSpec>>,
    dispatch: Callback<Action>,
    announced: AttrValue,
    announcing: Option<Timeout>,
    fading: Option<Timeout>,
    studies: Studies,
    _keys: Option<EventListener>,
}

/// What reaches the root.
pub(crate) enum Message {
    /// The person did something.
    Did(Action),
    /// Things have settled: say the result.
    Settled,
    /// The page is up and at rest: begin with what can wait.
    Rested,
}

/// The plan the app starts with.
#[derive(PartialEq, Properties)]
pub(crate) struct AppProps {
    /// A plan that has been read and checked.
    pub plan: Rc<Plan>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let (language, theme) = preferences::read();
        root::set_language(language);
        root::set_theme(theme);
        let dispatch = context.link().callback(Message::Did);
        let keys = dispatch.clone();
        let plan = context.props().plan.clone();
        Self {
            catalogue: Rc::new(catalogue(&plan)),
            session: Session::new(plan, language, theme),
            announced: AttrValue::default(),
            announcing: None,
            fading: None,
            studies: Studies::new(context.props().plan.clone(), dispatch.clone()),
            _keys: keyboard::listen(move |command| {
                keys.emit(match command {
                    keyboard::Command::Undo => Action::Undone,
                    keyboard::Command::Redo => Action::Redone,
                });
            }),
            dispatch,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Did(action) => {
                let plan = self.session.plan.clone();
                for effect in self.session.update(action) {
                    self.carry_out(context, effect);
                }
                if !Rc::ptr_eq(&plan, &self.session.plan) {
                    self.catalogue = Rc::new(catalogue(&self.session.plan));
                    self.studies.turn_to(self.session.plan.clone());
                }
                self.ask();
            }
            Message::Settled => self.announced = self.announcement().into(),
            Message::Rested => {
                self.studies.start();
                self.ask();
            }
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            let link = context.link().clone();
            idle::then(move || link.send_message(Message::Rested));
        }
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        html! {
            <>
                { part!(Shell { snapshot: Snapshot::of(&self.session, &self.catalogue, &self.dispatch) }) }
                <p class="unseen" role="status" aria-live="polite">{ self.announced.clone() }</p>
            </>
        }
    }
}

impl App {
    /// Puts what is worth asking now, and says outside which odds there are.
    fn ask(&mut self) {
        for (revision, question) in self.session.questions_due() {
            let scenario = self.session.scenario.clone();
            self.studies.ask(Asked { revision, question, scenario });
        }
        root::set_odds(self.session.answers.odds.as_ref());
    }

    /// The last step and what it comes to.
    fn announcement(&self) -> String {
        let session = &self.session;
        let text = Text::new(session.screen.language);
        let sentence = verdict(text, &session.plan, &session.outcome).plain();
        match session.history.undoable() {
            Some(changes) => text.announced_step(text.step(&session.plan, changes), sentence),
            None => sentence,
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        let link = context.link().clone();
        match effect {
            Effect::AnnounceResult => {
                self.announced = AttrValue::default();
                self.announcing = Some(Timeout::new(SETTLED_MS, move || {
                    link.send_message(Message::Settled);
                }));
            }
            Effect::FadeGhost => {
                self.fading = Some(Timeout::new(GHOST_MS, move || {
                    link.send_message(Message::Did(Action::GhostFaded));
                }));
            }
            Effect::StopAnswering(topic) => self.studies.stop(topic),
            Effect::KeepPreferences(language, theme) => {
                root::set_language(language);
                root::set_theme(theme);
                preferences::keep(language, theme);
            }
        }
    }
}
