//! One who works on questions: a worker, or the page itself behind a channel.

use crate::study::wire::{Report, from_bytes};
use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageChannel, MessageEvent, MessagePort, Worker};
use yew::Callback;

/// What comes from it.
pub(super) enum Heard {
    /// It hears orders from now on.
    Ready,
    /// What it says about its work.
    Report(Box<Report>),
    /// It has stopped and will not go on.
    Stopped,
}

/// One who works; gone when dropped.
pub(super) struct Hand {
    /// Whether it ever was ready.
    pub(super) began: bool,
    way: Way,
    /// Looks since its last word.
    silent: Rc<Cell<u32>>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _stopped: Closure<dyn FnMut(Event)>,
}

enum Way {
    Worker(Worker),
    Page(MessagePort),
}

impl Hand {
    /// A worker that has just been started.
    pub(super) fn worker(worker: Worker, heard: Callback<Heard>) -> Self {
        let silent = Rc::default();
        let hear = hear(&silent, heard.clone());
        let stopped = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The page knows; nothing of its own has failed.
            event.prevent_default();
            heard.emit(Heard::Stopped);
        });
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(stopped.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(stopped.as_ref().unchecked_ref()));
        Self { began: false, way: Way::Worker(worker), silent, _hear: hear, _stopped: stopped }
    }

    /// The page itself, and the end of the channel that the program is to be given.
    pub(super) fn page(heard: Callback<Heard>) -> Option<(Self, MessagePort)> {
        let channel = MessageChannel::new().ok()?;
        let silent = Rc::default();
        let hear = hear(&silent, heard);
        let port = channel.port1();
        port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        let stopped = Closure::<dyn FnMut(Event)>::new(|_: Event| {});
        let hand =
            Self { began: false, way: Way::Page(port), silent, _hear: hear, _stopped: stopped };
        Some((hand, channel.port2()))
    }

    /// Sends a message. One that cannot be sent is missed by the watch over silent workers.
    pub(super) fn post(&self, message: &Uint8Array) {
        let _ = match &self.way {
            Way::Worker(worker) => worker.post_message(message),
            Way::Page(port) => port.post_message(message),
        };
    }

    /// Counts looks without a word from one that owes one.
    pub(super) fn looked_at(&self, owes: bool) -> u32 {
        let looks = if owes { self.silent.get() + 1 } else { 0 };
        self.silent.set(looks);
        looks
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        match &self.way {
            Way::Worker(worker) => {
                worker.set_onmessage(None);
                worker.set_onerror(None);
                worker.set_onmessageerror(None);
                worker.terminate();
            }
            Way::Page(port) => {
                port.set_onmessage(None);
                port.close();
            }
        }
    }
}

fn hear(silent: &Rc<Cell<u32>>, heard: Callback<Heard>) -> Closure<dyn FnMut(MessageEvent)> {
    let silent = silent.clone();
    Closure::new(move |event: MessageEvent| {
        silent.set(0);
        match event.data().dyn_into::<Uint8Array>() {
            Err(_) => heard.emit(Heard::Ready),
            Ok(bytes) => {
                if let Some(report) = from_bytes(&bytes.to_vec()) {
                    heard.emit(Heard::Report(Box::new(report)));
                }
            }
        }
    })
}
