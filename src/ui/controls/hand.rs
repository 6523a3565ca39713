//! One movement of the hand: from grabbing to letting go.
//!
//! Dragging a thumb, holding a button and a burst of keys are all the same to the caller: one
//! [`Gesture::Grab`], any number of [`Gesture::Move`]s, then [`Gesture::Release`], or
//! [`Gesture::Cancel`] when everything is to be as it was. It makes one undo step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Keys pressed within this time of one another belong together.
const BURST_MS: u32 = 600;

/// What a hand does to a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// It takes hold; the value has not changed yet.
    Grab,
    /// The value is now this.
    Move(f64),
    /// It lets go; the value stays.
    Release,
    /// It gives up; the value goes back to what it was at the grab.
    Cancel,
}

/// Where a movement stands.
enum Phase {
    Idle,
    Held,
    /// Cancelled, with the finger still down: what it does until it is lifted does not count.
    Dead,
    /// Between keys; the movement ends when the time runs out.
    Burst(#[expect(dead_code, reason = "dropping it stops the clock")] Timeout),
}

struct State {
    phase: RefCell<Phase>,
    value: Cell<f64>,
    emit: RefCell<Callback<Gesture>>,
    held: UseStateHandle<bool>,
}

/// A hand on one value, shared by everything that moves that value.
#[derive(Clone)]
pub struct Hand(Rc<State>);

impl PartialEq for Hand {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Hand {
    /// The value as this hand left it; between movements, as the caller last gave it.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.0.value.get()
    }

    /// Takes hold.
    pub fn grab(&self) {
        self.end(Gesture::Release);
        self.begin(Phase::Held);
    }

    /// Moves the value; does nothing unless the hand has hold of it.
    pub fn move_to(&self, value: f64) {
        let active = matches!(*self.0.phase.borrow(), Phase::Held | Phase::Burst(_));
        if active && value != self.0.value.replace(value) {
            self.emit(Gesture::Move(value));
        }
    }

    /// Moves the value by a key: keys that follow closely are one movement.
    pub fn nudge_to(&self, value: f64) {
        if value == self.value() || !matches!(*self.0.phase.borrow(), Phase::Idle | Phase::Burst(_))
        {
            return;
        }
        let hand = self.clone();
        let clock = Phase::Burst(Timeout::new(BURST_MS, move || hand.end(Gesture::Release)));
        if self.is_idle() {
            self.begin(clock);
        } else {
            self.0.phase.replace(clock);
        }
        self.move_to(value);
    }

    /// Lets go, or ends a burst of keys before its time.
    pub fn release(&self) {
        self.end(Gesture::Release);
    }

    /// Gives up. A finger that is still down has no effect until it is lifted.
    pub fn cancel(&self) {
        if !self.is_idle() && !self.is_dead() {
            self.0.phase.replace(Phase::Dead);
            self.emit(Gesture::Cancel);
        }
    }

    /// Whether the finger is still down after giving up.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        matches!(*self.0.phase.borrow(), Phase::Dead)
    }

    /// Whether a finger is down.
    #[must_use]
    pub fn is_down(&self) -> bool {
        matches!(*self.0.phase.borrow(), Phase::Held | Phase::Dead)
    }

    fn is_idle(&self) -> bool {
        matches!(*self.0.phase.borrow(), Phase::Idle)
    }

    fn begin(&self, phase: Phase) {
        self.0.phase.replace(phase);
        self.0.held.set(true);
        self.emit(Gesture::Grab);
    }

    fn end(&self, gesture: Gesture) {
        let ended = self.0.phase.replace(Phase::Idle);
        if matches!(ended, Phase::Idle) {
            return;
        }
        self.0.held.set(false);
        if !matches!(ended, Phase::Dead) {
            self.emit(gesture);
        }
    }

    fn emit(&self, gesture: Gesture) {
        // Cloned first: whoever hears of it may draw this control again, which writes to the cell.
        let emit = self.0.emit.borrow().clone();
        emit.emit(gesture);
    }

    /// Hears of the end wherever on the screen it comes, and before anyone else does.
    fn listen(&self) -> [EventListener; 5] {
        let on = |kind: &'static str, hear: fn(&Self, &Event)| {
            let hand = self.clone();
            let options =
                EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            let window = gloo::utils::window();
            EventListener::new_with_options(&window, kind, options, move |event| hear(&hand, event))
        };
        [
            on("pointerup", |hand, _| hand.lifted(Gesture::Release)),
            // The browser takes the pointer away when a swipe turns out to be scrolling.
            on("pointercancel", |hand, _| hand.lifted(Gesture::Cancel)),
            // A burst of keys is over before the next lever is grabbed.
            on("pointerdown", |hand, _| hand.end_burst()),
            on("focusout", |hand, _| hand.end_burst()),
            on("keydown", Self::key_pressed),
        ]
    }

    fn lifted(&self, gesture: Gesture) {
        if self.is_down() {
            self.end(gesture);
        }
    }

    fn end_burst(&self) {
        if !self.is_down() {
            self.release();
        }
    }

    fn key_pressed(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.meta_key() {
            // A command such as undo finds the movement finished.
            self.end_burst();
        } else if key.key() == "Escape" && self.is_down() {
            event.prevent_default();
            event.stop_propagation();
            self.cancel();
        }
    }
}

/// A hand on `value`, and whether it has hold of it now. It reports what it does through `emit`.
#[hook]
pub fn use_hand(value: f64, emit: &Callback<Gesture>) -> (Hand, bool) {
    let held = use_state(|| false);
    let hand = use_memo((), |()| {
        Hand(Rc::new(State {
            phase: RefCell::new(Phase::Idle),
            value: Cell::new(value),
            emit: RefCell::new(emit.clone()),
            held: held.clone(),
        }))
    });
    hand.0.emit.replace(emit.clone());
    if hand.is_idle() || hand.is_dead() {
        hand.0.value.set(value);
    }
    {
        let hand = Rc::clone(&hand);
        use_effect_with(*held, move |held| {
            let listeners = held.then(|| hand.listen());
            move || drop(listeners)
        });
    }
    {
        let hand = Rc::clone(&hand);
        use_effect_with((), move |()| move || hand.release());
    }
    ((*hand).clone(), *held)
}
