//! Works on questions beside the screen: in a worker, or in the page where there are no workers.
//!
//! Whoever loads the program calls [`serve`] with a port. A message to the port is an [`Order`] as
//! bytes; what comes back is nothing once orders are heard, and then [`Report`]s as bytes.

use mogao::study::answering::Desk;
use mogao::study::wire::{Order, Report, from_bytes, to_bytes};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// How long is worked before orders are heard again.
const SLICE_MS: f64 = 4.0;

/// How often is said how far a question has come: often enough to see it move.
const TOLD_MS: f64 = 100.0;

#[wasm_bindgen]
extern "C" {
    /// The scope of a worker, or one end of a channel.
    pub type Port;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &Port, hear: &Closure<dyn FnMut(Message)>);
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post(this: &Port, message: Option<Box<[u8]>>);

    type Message;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Message) -> Option<Vec<u8>>;

    type MessageChannel;
    #[wasm_bindgen(constructor)]
    fn new() -> MessageChannel;
    #[wasm_bindgen(method, getter)]
    fn port1(this: &MessageChannel) -> Port;
    #[wasm_bindgen(method, getter)]
    fn port2(this: &MessageChannel) -> Port;

    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
    #[wasm_bindgen(js_namespace = console)]
    fn error(words: &str);
}

fn main() {
    std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
}

/// Takes orders from a port for as long as the program lives.
#[wasm_bindgen]
pub fn serve(port: Port) {
    let bell = MessageChannel::new();
    let (ring, rung) = (bell.port1(), bell.port2());
    let room = Rc::new(RefCell::new(Room { port, ring, ringing: false, desk: None, told: 0.0 }));

    let heard = {
        let room = room.clone();
        Closure::new(move |message: Message| {
            if let Some(order) = message.data().as_deref().and_then(from_bytes) {
                room.borrow_mut().take(order);
            }
        })
    };
    let go_on = {
        let room = room.clone();
        Closure::new(move |_: Message| room.borrow_mut().work())
    };
    rung.set_onmessage(&go_on);
    room.borrow().port.set_onmessage(&heard);
    room.borrow().port.post(None);
    // Both are called for as long as the program lives.
    go_on.forget();
    heard.forget();
}

/// A desk and the ways in and out.
struct Room {
    port: Port,
    /// A message to oneself: whatever came in before it is heard first.
    ring: Port,
    ringing: bool,
    desk: Option<Desk<'static>>,
    /// When was last said how far a question has come.
    told: f64,
}

impl Room {
    fn take(&mut self, order: Order) {
        match order {
            // Plans are few, and a worker ends with its plan: only a page without workers keeps more
            // than one.
            Order::Plan(plan) => self.desk = Some(Desk::new(Box::leak(plan))),
            Order::Ask(ticket, request) => {
                if let Some(desk) = &mut self.desk {
                    desk.take(ticket, *request);
                }
            }
            Order::Drop(ticket) => {
                if let Some(desk) = &mut self.desk {
                    desk.call_off(ticket);
                }
            }
        }
        self.go_on_later();
    }

    /// Works for a moment, then lets orders in.
    fn work(&mut self) {
        self.ringing = false;
        let end = now() + SLICE_MS;
        while let Some(report) = self.desk.as_mut().and_then(Desk::step) {
            self.tell(&report);
            if now() >= end {
                break;
            }
        }
        self.go_on_later();
    }

    fn tell(&mut self, report: &Report) {
        if matches!(report, Report::Going(..)) {
            let time = now();
            if time < self.told + TOLD_MS {
                return;
            }
            self.told = time;
        }
        if let Some(bytes) = to_bytes(report) {
            self.port.post(Some(bytes.into()));
        }
    }

    fn go_on_later(&mut self) {
        let busy = self.desk.as_ref().is_some_and(|desk| !desk.is_idle());
        if busy && !self.ringing {
            self.ringing = true;
            self.ring.post(None);
        }
    }
}
