//! The root component: owns the session, carries out its effects, hands values down.

use super::browser::store::{self, Begun, Keeper};
use super::browser::studies::{Asked, Studies};
use super::browser::{clock, files, idle, keyboard, preferences, root};
use super::views::shell::Shell;
use super::views::verdict::verdict;
use crate::plan::Plan;
use crate::plan::lever::{LeverSpec, catalogue};
use crate::session::Session;
use crate::session::action::Action;
use crate::session::answers::Answered;
use crate::session::effect::Effect;
use crate::session::handing::{Hand, Said};
use crate::session::library::Told;
use crate::study::odds::Odds;
use crate::text::Text;
use crate::ui::part::part;
use crate::ui::snapshot::Snapshot;
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
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
    /// Answers that wait for the next movement or frame.
    heard: Vec<Action>,
    frame: Option<AnimationFrame>,
    /// The odds that the page's root speaks of.
    said: Option<Answered<Odds>>,
    keeper: Keeper,
    _keys: Option<EventListener>,
}

/// What reaches the root.
pub(crate) enum Message {
    /// The person did something.
    Did(Action),
    /// Things have settled: say the result.
    Settled,
    /// Something befell what is kept.
    Stored(store::Event),
    /// The page is up and at rest: begin with what can wait.
    Rested,
    /// The next frame is about to be drawn.
    Framed,
}

/// The plan the app starts with.
#[derive(Properties)]
pub(crate) struct AppProps {
    /// A plan that has been read and checked.
    pub plan: Rc<Plan>,
    /// What is kept from earlier.
    pub begun: Rc<Begun>,
    /// Where the app says how it is told of what comes later.
    pub late: Late,
}

impl PartialEq for AppProps {
    /// They are given once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// How the app is told of a database that answers late.
pub(crate) type Late = Rc<RefCell<Option<Callback<store::Event>>>>;

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let (language, theme) = preferences::read();
        root::set_language(language);
        root::set_theme(theme);
        let dispatch = context.link().callback(Message::Did);
        let keys = dispatch.clone();
        let AppProps { plan, begun, late } = context.props();
        let stored = context.link().callback(Message::Stored);
        *late.borrow_mut() = Some(stored.clone());
        let keeper = Keeper::new(begun, stored);
        let mut session = Session::new(plan.clone(), language, theme);
        session.moment = Some(clock::now());
        if let Some(opened) = &begun.opened {
            session = session.going_on(opened);
        }
        let happened = begun.notice.map(Told::Happened);
        for told in keeper.first_words().into_iter().chain(happened) {
            let _ = session.update(Action::Library(told));
        }
        Self {
            catalogue: Rc::new(catalogue(&session.plan)),
            studies: Studies::new(session.plan.clone(), dispatch.clone()),
            session,
            heard: Vec::new(),
            frame: None,
            said: None,
            keeper,
            announced: AttrValue::default(),
            announcing: None,
            fading: None,
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
            Message::Did(answer @ Action::Answered(..)) => return self.hear(context, answer),
            Message::Did(action) => {
                self.listen(context);
                self.act(context, action);
            }
            Message::Framed => return self.listen(context),
            Message::Stored(event) => {
                let told = self.keeper.take(event, &self.session);
                self.tell(context, told);
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
    fn act(&mut self, context: &Context<Self>, action: Action) {
        let plan = self.session.plan.clone();
        self.session.moment = Some(clock::now());
        if matches!(
            action,
            Action::PlanOpened(_)
                | Action::Library(Told::New | Told::Preset(_) | Told::Copy | Told::Read(_))
                | Action::Hand(Hand::Used)
        ) {
            self.keeper.flush(&self.session);
        }
        for effect in self.session.update(action) {
            self.carry_out(context, effect);
        }
        if !Rc::ptr_eq(&plan, &self.session.plan) {
            self.catalogue = Rc::new(catalogue(&self.session.plan));
            self.studies.turn_to(self.session.plan.clone());
        }
        self.ask();
    }

    /// Takes an answer. While something is in hand it waits for the next movement or frame, so that both
    /// are drawn at once.
    fn hear(&mut self, context: &Context<Self>, answer: Action) -> bool {
        if !self.session.is_held() {
            self.act(context, answer);
            return true;
        }
        self.heard.push(answer);
        if self.frame.is_none() {
            let link = context.link().clone();
            let frame = request_animation_frame(move |_| link.send_message(Message::Framed));
            self.frame = Some(frame);
        }
        false
    }

    /// Takes the answers that have waited; says whether there were any.
    fn listen(&mut self, context: &Context<Self>) -> bool {
        self.frame = None;
        let heard = std::mem::take(&mut self.heard);
        let any = !heard.is_empty();
        for answer in heard {
            self.act(context, answer);
        }
        any
    }

    /// Tells the session what the keeper says.
    fn tell(&mut self, context: &Context<Self>, told: Vec<Told>) {
        for told in told {
            // Under a hand the same is said with every movement.
            if told != Told::Stands(self.session.keeping) {
                self.act(context, Action::Library(told));
            }
        }
    }

    /// Puts what is worth asking now, and says outside which odds there are.
    fn ask(&mut self) {
        for (revision, question) in self.session.questions_due() {
            let scenario = self.session.scenario.clone();
            self.studies.ask(Asked { revision, question, scenario });
        }
        let odds = &self.session.answers.odds;
        if *odds != self.said {
            root::set_odds(odds.as_ref());
            self.said.clone_from(odds);
        }
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
            Effect::Keep => {
                let told = self.keeper.keep();
                self.tell(context, told);
            }
            Effect::Begin(_) => {
                let told = self.keeper.begin();
                self.tell(context, told);
            }
            Effect::OpenKept(id, seq) => self.keeper.open(id, seq),
            Effect::ReadBeside(id) => self.keeper.read_beside(id),
            Effect::Bin(id, binned) => self.keeper.bin(id, binned),
            Effect::TakeOver => self.keeper.take_over(),
            Effect::ReadLibrary => self.keeper.look(),
            Effect::SaveFile(name, file) => {
                let saved = files::download(&name, "application/json", file.as_bytes());
                let said = saved.map_or(Said::NotSaved, |()| Said::Saved(name));
                self.act(context, Action::Hand(Hand::Said(Some(said))));
            }
            Effect::FindPlans(id) => {
                let dispatch = self.dispatch.clone();
                self.keeper.find_plans(id, move |id, plans| {
                    dispatch.emit(Action::Hand(Hand::PlansFound(id, plans)));
                });
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
