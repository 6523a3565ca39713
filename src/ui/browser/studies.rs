//! Questions out to the studies, answers back: in workers beside the screen, or a little at a time in
//! the page where there are none.

mod hand;
mod program;
mod queue;

pub(crate) use queue::Asked;

use super::root;
use crate::plan::Plan;
use crate::session::action::Action;
use crate::session::answers::Topic;
use crate::study::wire::{Order, Report, Request, to_bytes};
use gloo::timers::callback::Interval;
use hand::{Hand, Heard};
use js_sys::Uint8Array;
use program::Program;
use queue::{Call, News, Queue};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How often is looked whether workers are still there.
const LOOK_MS: u32 = 3_000;

/// After so many looks without a word, a worker that has work is given up: steps are short.
const SILENT_LOOKS: u32 = 5;

/// So many workers may stop one after the other, with no report from any, before no more are started.
const MOST_LOSSES: usize = 8;

/// Everyone who works on questions.
pub(crate) struct Studies {
    office: Rc<RefCell<Office>>,
    looking: Option<Interval>,
}

struct Office {
    plan: Rc<Plan>,
    queue: Queue,
    hands: Vec<Option<Hand>>,
    program: Option<Rc<Program>>,
    means: Means,
    /// How many have stopped since anyone last reported.
    losses: usize,
    tell: Callback<Action>,
}

/// How questions are worked on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Means {
    /// Not yet: the program has not arrived.
    Waiting,
    /// In workers.
    Workers,
    /// In the page.
    Page,
    /// Not at all.
    None,
}

impl Studies {
    /// Nobody works yet; questions wait.
    pub(crate) fn new(plan: Rc<Plan>, tell: Callback<Action>) -> Self {
        let office = Office {
            plan,
            queue: Queue::default(),
            hands: Vec::new(),
            program: None,
            means: Means::Waiting,
            losses: 0,
            tell,
        };
        Self { office: Rc::new(RefCell::new(office)), looking: None }
    }

    /// Brings the program and begins.
    pub(crate) fn start(&mut self) {
        let office = self.office.clone();
        spawn_local(async move {
            match Program::load().await {
                Ok(program) => begin(&office, program),
                Err(_) => give_up(&office),
            }
        });
        let office = self.office.clone();
        self.looking = Some(Interval::new(LOOK_MS, move || look(&office)));
    }

    /// Puts a question.
    pub(crate) fn ask(&self, asked: Asked) {
        let calls = self.office.borrow_mut().queue.ask(asked);
        send(&self.office, calls);
        if self.office.borrow().means == Means::None {
            give_up(&self.office);
        }
    }

    /// Calls a question off.
    pub(crate) fn stop(&self, topic: Topic) {
        let calls = self.office.borrow_mut().queue.stop(topic);
        send(&self.office, calls);
    }

    /// Goes over to another plan; whatever was asked about the one before is called off.
    pub(crate) fn turn_to(&self, plan: Rc<Plan>) {
        let means = {
            let mut office = self.office.borrow_mut();
            office.plan = plan;
            office.queue.clear();
            office.means
        };
        match means {
            Means::Waiting | Means::None => {}
            Means::Workers => employ(&self.office),
            Means::Page => {
                let office = self.office.borrow();
                office.post(0, &Order::Plan(Box::new((*office.plan).clone())));
            }
        }
    }
}

impl Office {
    fn post(&self, hand: usize, order: &Order) {
        if let (Some(Some(hand)), Some(bytes)) = (self.hands.get(hand), to_bytes(order)) {
            hand.post(&Uint8Array::from(bytes.as_slice()));
        }
    }
}

/// The program is there.
fn begin(office: &Rc<RefCell<Office>>, program: Program) {
    {
        let mut office = office.borrow_mut();
        office.program = Some(Rc::new(program));
        office.means = Means::Workers;
    }
    employ(office);
}

/// As many workers as the machine has room for beside the screen.
fn employ(office: &Rc<RefCell<Office>>) {
    let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    // Some browsers do not tell.
    let hands = if cores.is_nan() { 1 } else { (cores as usize).saturating_sub(1).clamp(1, 4) };
    {
        let mut office = office.borrow_mut();
        office.queue.employ(hands);
        office.hands = (0..hands).map(|_| None).collect();
    }
    note(office);
    for hand in 0..hands {
        if office.borrow().means == Means::Workers {
            hire(office, hand);
        }
    }
}

/// Puts a new worker in a place.
fn hire(office: &Rc<RefCell<Office>>, place: usize) {
    let Some(program) = office.borrow().program.clone() else { return };
    let heard = hear(office, place);
    match program.worker() {
        Ok(worker) => office.borrow_mut().hands[place] = Some(Hand::worker(worker, heard)),
        Err(_) => work_in_page(office),
    }
}

/// Works in the page, because there are no workers to be had.
fn work_in_page(office: &Rc<RefCell<Office>>) {
    let Some(program) = office.borrow().program.clone() else { return };
    let Some((hand, port)) = Hand::page(hear(office, 0)) else { return give_up(office) };
    {
        let mut office = office.borrow_mut();
        office.means = Means::Page;
        office.queue.employ(1);
        office.hands = vec![Some(hand)];
    }
    note(office);
    let office = office.clone();
    spawn_local(async move {
        if program.serve_here(&port).await.is_err() {
            give_up(&office);
        }
    });
}

/// What is done with the words of whoever works in a place.
fn hear(office: &Rc<RefCell<Office>>, place: usize) -> Callback<Heard> {
    let office = office.clone();
    Callback::from(move |heard| match heard {
        Heard::Ready => ready(&office, place),
        Heard::Report(report) => reported(&office, place, *report),
        Heard::Stopped => lost(&office, place),
    })
}

fn ready(office: &Rc<RefCell<Office>>, place: usize) {
    let calls = {
        let mut office = office.borrow_mut();
        if let Some(Some(hand)) = office.hands.get_mut(place) {
            hand.began = true;
        }
        office.post(place, &Order::Plan(Box::new((*office.plan).clone())));
        office.queue.ready(place)
    };
    send(office, calls);
}

fn reported(office: &Rc<RefCell<Office>>, place: usize, report: Report) {
    let (news, calls) = {
        let mut office = office.borrow_mut();
        office.losses = 0;
        office.queue.heard(place, report)
    };
    send(office, calls);
    tell(office, news);
}

/// Someone has stopped, and another takes the place. Whoever never began shows that there are no
/// workers to be had.
fn lost(office: &Rc<RefCell<Office>>, place: usize) {
    let (began, means, losses, news) = {
        let mut office = office.borrow_mut();
        let hand = office.hands.get_mut(place).and_then(Option::take);
        let news = office.queue.lost(place);
        office.losses += 1;
        (hand.is_some_and(|hand| hand.began), office.means, office.losses, news)
    };
    match means {
        Means::Workers if began && losses <= MOST_LOSSES => hire(office, place),
        Means::Workers if !began => work_in_page(office),
        Means::Workers | Means::Page => give_up(office),
        Means::Waiting | Means::None => {}
    }
    tell(office, news);
}

fn look(office: &Rc<RefCell<Office>>) {
    let silent: Vec<usize> = {
        let mut office = office.borrow_mut();
        let Office { hands, queue, means, .. } = &mut *office;
        let watched = matches!(means, Means::Workers | Means::Page);
        let hands = hands.iter_mut().enumerate().filter(|_| watched);
        hands
            .filter_map(|(place, hand)| {
                let owes = queue.owes(place);
                let looks = hand.as_ref()?.looked_at(owes);
                (looks >= SILENT_LOOKS).then_some(place)
            })
            .collect()
    };
    for place in silent {
        lost(office, place);
    }
}

fn give_up(office: &Rc<RefCell<Office>>) {
    let news = {
        let mut office = office.borrow_mut();
        office.means = Means::None;
        office.hands.clear();
        office.queue.give_up()
    };
    note(office);
    tell(office, news);
}

fn send(office: &Rc<RefCell<Office>>, calls: Vec<Call>) {
    let office = office.borrow();
    for call in calls {
        match call {
            Call::Ask(hand, ticket, Asked { question, scenario, .. }) => {
                let scenario = (*scenario).clone();
                let request = Box::new(Request { scenario, question });
                office.post(hand, &Order::Ask(ticket, request));
            }
            Call::Drop(hand, ticket) => office.post(hand, &Order::Drop(ticket)),
        }
    }
}

fn tell(office: &Rc<RefCell<Office>>, news: impl IntoIterator<Item = News>) {
    let tell = office.borrow().tell.clone();
    for news in news {
        tell.emit(match news {
            News::Going(topic, revision, done) => Action::AnswerProgressed(topic, revision, done),
            News::Answered(revision, answer) => Action::Answered(revision, answer),
            News::Failed(topic, revision, why) => Action::AnswerFailed(topic, revision, why),
        });
    }
}

/// Says on the page by what means questions are worked on.
fn note(office: &Rc<RefCell<Office>>) {
    let office = office.borrow();
    let build = office.program.as_ref().map(|program| if program.simd { "simd" } else { "scalar" });
    root::set_studies(match (office.means, build) {
        (Means::Workers, Some(build)) => Some((build, "workers")),
        (Means::Page, Some(build)) => Some((build, "page")),
        _ => None,
    });
}
