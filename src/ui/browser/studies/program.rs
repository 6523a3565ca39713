//! The program that works on questions: its builds, and how it runs where there are no workers.
//!
//! Browsers that compute several numbers at a time get the build that does.

use crate::ui::browser::program::{self, Part, window};
use js_sys::{Object, Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlScriptElement, MessagePort, Worker};

/// The smallest program with an instruction on several numbers at a time.
const SIMD: [u8; 31] = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
];

#[wasm_bindgen]
extern "C" {
    /// The glue of the program, once it has run in the page.
    #[wasm_bindgen(catch, js_name = mogao_study)]
    fn load(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = mogao_study, js_name = serve)]
    fn serve(port: &MessagePort) -> Result<(), JsValue>;
}

/// The program, loaded and not yet running.
#[derive(Debug)]
pub(super) struct Program {
    /// Whether it is the build that computes several numbers at a time.
    pub(super) simd: bool,
    program: program::Program,
}

impl Program {
    /// Brings the program; nothing where the page has none or it does not arrive whole.
    pub(super) async fn load() -> Result<Self, JsValue> {
        let simd = WebAssembly::validate(&Uint8Array::from(SIMD.as_slice()).into());
        let simd = simd.unwrap_or(false);
        let build = if simd { "simd" } else { "scalar" };
        Ok(Self { simd, program: program::Program::load("study", build).await? })
    }

    /// A worker that begins with the program; what it hears before it has said so is lost.
    pub(super) fn worker(&self) -> Result<Worker, JsValue> {
        self.program.worker()
    }

    /// Runs the program in the page itself.
    pub(super) async fn serve_here(&self, port: &MessagePort) -> Result<(), JsValue> {
        if let Part::File { address, integrity } = &self.program.glue {
            run(address, integrity).await?;
        }
        let options = Object::new();
        Reflect::set(&options, &"module_or_path".into(), &self.program.bytes)?;
        JsFuture::from(load(&options)?).await?;
        serve(port)
    }
}

/// Runs a script of the site in the page.
async fn run(address: &str, integrity: &str) -> Result<(), JsValue> {
    let document = window()?.document().ok_or(JsValue::NULL)?;
    let script: HtmlScriptElement = document.create_element("script")?.dyn_into()?;
    script.set_src(address);
    script.set_integrity(integrity);
    let head = document.head().ok_or(JsValue::NULL)?;
    let ran = Promise::new(&mut |resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
        if let Err(error) = head.append_child(&script) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(ran).await.map(|_| ())
}
