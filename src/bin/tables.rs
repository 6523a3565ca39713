//! Reads and writes files beside the screen, in a worker that lives for one errand.
//!
//! Whoever loads the program calls [`serve`] with a port. A message to the port is an [`Errand`] as
//! bytes; what comes back is nothing once errands are heard, and then an [`Answer`] as bytes.
//!
//! [`Answer`]: mogao::exchange::errand::Answer

use mogao::exchange::errand::{Errand, answer};
use mogao::study::wire::{from_bytes, to_bytes};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The scope of a worker.
    pub type Port;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &Port, hear: &Closure<dyn FnMut(Message)>);
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post(this: &Port, message: Option<Box<[u8]>>);

    type Message;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Message) -> Option<Vec<u8>>;

    type TextDecoder;
    #[wasm_bindgen(catch, constructor)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn value(json: &str) -> JsValue;

    #[wasm_bindgen(js_namespace = console)]
    fn error(words: &str);
}

fn main() {
    std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
}

/// Takes errands from a port for as long as the program lives.
#[wasm_bindgen]
pub fn serve(port: Port) {
    let port = Rc::new(port);
    let heard = {
        let port = port.clone();
        Closure::new(move |message: Message| {
            let errand = message.data().as_deref().and_then(from_bytes::<Errand>);
            let answer = errand.and_then(|errand| to_bytes(&answer(errand, gb18030)));
            if let Some(answer) = answer {
                port.post(Some(answer.into()));
            }
        })
    };
    port.set_onmessage(&heard);
    port.post(None);
    // Called for as long as the program lives.
    heard.forget();
}

/// Text as Chinese spreadsheets save it when nobody asks them for UTF-8; the browser knows the code.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new("gb18030", &value(r#"{"fatal":true}"#)).ok()?;
    decoder.decode(bytes).ok()
}
