//! Errands out, answers back: each in a worker of its own, which is ended whatever comes of it.

use super::program::Program;
use crate::exchange::errand::{Answer, Errand};
use crate::exchange::unanswered::Unanswered;
use crate::study::wire::{from_bytes, to_bytes};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

thread_local! {
    /// The program, once it has been needed.
    static PROGRAM: RefCell<Option<Rc<Program>>> = const { RefCell::new(None) };
}

/// Has an errand done.
///
/// # Errors
/// Why there is no answer.
pub(crate) async fn run(errand: &Errand) -> Result<Answer, Unanswered> {
    let longest = errand.longest_ms();
    let errand = to_bytes(errand).ok_or(Unanswered::Stopped)?;
    let program = program().await.map_err(|_| Unanswered::NotThere)?;
    let worker = program.worker().map_err(|_| Unanswered::NotThere)?;
    let said = answered(&Hand(worker), Uint8Array::from(errand.as_slice()), longest).await?;
    from_bytes(&said.to_vec()).ok_or(Unanswered::Stopped)
}

async fn program() -> Result<Rc<Program>, JsValue> {
    if let Some(program) = PROGRAM.with_borrow(Clone::clone) {
        return Ok(program);
    }
    let program = Rc::new(Program::load("tables", "program").await?);
    PROGRAM.set(Some(program.clone()));
    Ok(program)
}

/// A worker that ends with its errand.
struct Hand(Worker);

impl Drop for Hand {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.set_onmessageerror(None);
        self.0.terminate();
    }
}

/// Tells a worker the errand once it hears, and waits for its word or for the end of patience.
async fn answered(hand: &Hand, errand: Uint8Array, longest: u32) -> Result<Uint8Array, Unanswered> {
    let worker = &hand.0;
    let mut ways = None;
    let said = Promise::new(&mut |resolve, reject| ways = Some((resolve, reject)));
    let Some((resolve, reject)) = ways else { return Err(Unanswered::Stopped) };
    let patience = Rc::new(RefCell::new(Some(patience(&reject, longest))));
    let hear = {
        let (worker, reject, patience) = (worker.clone(), reject.clone(), patience.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().dyn_into::<Uint8Array>() {
                Ok(answer) => tell(&resolve, &answer),
                // It hears from now on; what it took to begin is not the errand's.
                Err(_) => match worker.post_message(&errand) {
                    Ok(()) => *patience.borrow_mut() = Some(self::patience(&reject, longest)),
                    Err(_) => tell(&reject, &JsValue::NULL),
                },
            }
        })
    };
    let stopped = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // The page knows; nothing of its own has failed.
        event.prevent_default();
        tell(&reject, &JsValue::NULL);
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(stopped.as_ref().unchecked_ref()));
    worker.set_onmessageerror(Some(stopped.as_ref().unchecked_ref()));
    match JsFuture::from(said).await {
        Ok(answer) => answer.dyn_into().map_err(|_| Unanswered::Stopped),
        Err(late) if late.as_bool() == Some(true) => Err(Unanswered::TooLong),
        Err(_) => Err(Unanswered::Stopped),
    }
}

/// Says when the errand has taken too long, unless it is dropped before.
fn patience(reject: &Function, longest: u32) -> Timeout {
    let reject = reject.clone();
    Timeout::new(longest, move || tell(&reject, &JsValue::TRUE))
}

fn tell(way: &Function, what: &JsValue) {
    // Whoever waits hears of it, or has gone.
    let _ = way.call1(&JsValue::NULL, what);
}
