//! The program that works on questions: where it is, and how it is started.
//!
//! The hosted page names its files with their checksums; the single file holds them. Browsers that
//! compute several numbers at a time get the build that does.

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlScriptElement, MessagePort, ReadableWritablePair,
    RequestInit, Response, Url, Window, Worker,
};

/// The smallest program with an instruction on several numbers at a time.
const SIMD: [u8; 31] = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
];

/// What a worker does first: it takes the program in and waits for orders.
const START: &str = "
onmessage = (event) => {
    onmessage = null;
    mogao_study({ module_or_path: event.data }).then(
        () => mogao_study.serve(self),
        (error) => setTimeout(() => { throw error; }),
    );
};
";

#[wasm_bindgen]
extern "C" {
    /// The glue of the program, once it has run in the page.
    #[wasm_bindgen(catch, js_name = mogao_study)]
    fn load(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = mogao_study, js_name = serve)]
    fn serve(port: &MessagePort) -> Result<(), JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(catch, constructor)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The program, loaded and not yet running.
#[derive(Debug)]
pub(super) struct Program {
    /// Whether it is the build that computes several numbers at a time.
    pub(super) simd: bool,
    bytes: Uint8Array,
    glue: Part,
    /// The script of a worker.
    script: String,
}

/// A part of the program as the page has it.
#[derive(Clone, Debug)]
enum Part {
    /// A file beside the page, and its checksum.
    File { address: String, integrity: String },
    /// In the page itself.
    Text(String),
}

impl Program {
    /// Brings the program; nothing where the page has none or it does not arrive whole.
    pub(super) async fn load() -> Result<Self, JsValue> {
        let simd = WebAssembly::validate(&Uint8Array::from(SIMD.as_slice()).into());
        let simd = simd.unwrap_or(false);
        let glue = part("glue")?;
        let bytes = match part(if simd { "simd" } else { "scalar" })? {
            Part::File { address, integrity } => {
                buffer(&fetched(&address, &integrity).await?).await?
            }
            Part::Text(text) => unpacked(&text).await?,
        };
        let source = match &glue {
            Part::File { address, integrity } => {
                let text = fetched(address, integrity).await?.text()?;
                JsFuture::from(text).await?.as_string().unwrap_or_default()
            }
            Part::Text(text) => text.clone(),
        };
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of2(&source.into(), &START.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let script = Url::create_object_url_with_blob(&blob)?;
        Ok(Self { simd, bytes, glue, script })
    }

    /// A worker that begins with the program; what it hears before it has said so is lost.
    pub(super) fn worker(&self) -> Result<Worker, JsValue> {
        let worker = Worker::new(&self.script)?;
        worker.post_message(&self.bytes)?;
        Ok(worker)
    }

    /// Runs the program in the page itself.
    pub(super) async fn serve_here(&self, port: &MessagePort) -> Result<(), JsValue> {
        if let Part::File { address, integrity } = &self.glue {
            run(address, integrity).await?;
        }
        let options = Object::new();
        Reflect::set(&options, &"module_or_path".into(), &self.bytes)?;
        JsFuture::from(load(&options)?).await?;
        serve(port)
    }
}

fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)
}

fn part(role: &str) -> Result<Part, JsValue> {
    let document = window()?.document().ok_or(JsValue::NULL)?;
    let found: Option<Element> = document.query_selector(&format!("[data-study={role}]"))?;
    let element = found.ok_or(JsValue::NULL)?;
    Ok(match (element.get_attribute("content"), element.get_attribute("data-integrity")) {
        (Some(address), Some(integrity)) => Part::File { address, integrity },
        _ => Part::Text(element.text_content().unwrap_or_default()),
    })
}

async fn fetched(address: &str, integrity: &str) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    options.set_integrity(integrity);
    let response = JsFuture::from(window()?.fetch_with_str_and_init(address, &options)).await?;
    response.dyn_into()
}

async fn buffer(response: &Response) -> Result<Uint8Array, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer))
}

/// What stands compressed in the page.
async fn unpacked(text: &str) -> Result<Uint8Array, JsValue> {
    let packed: Vec<u8> = window()?.atob(text)?.chars().map(|character| character as u8).collect();
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(packed.as_slice())))?;
    let stream = DecompressionStream::new("gzip")?;
    let stream = blob.stream().pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    buffer(&Response::new_with_opt_readable_stream(Some(&stream))?).await
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
