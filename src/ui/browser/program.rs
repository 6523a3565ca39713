//! A program beside the screen: where it is, and how a worker begins with it.
//!
//! The hosted page names its files with their checksums; the single file holds them.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, ReadableWritablePair, RequestInit, Response, Url, Window,
    Worker,
};

#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(catch, constructor)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// A program, loaded and not yet running.
#[derive(Debug)]
pub(super) struct Program {
    /// The program itself.
    pub(super) bytes: Uint8Array,
    /// The script that connects it with whoever runs it.
    pub(super) glue: Part,
    /// The script of a worker.
    script: String,
}

/// A part of the program as the page has it.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A file beside the page, and its checksum.
    File { address: String, integrity: String },
    /// In the page itself.
    Text(String),
}

impl Program {
    /// Brings the program of this name in one of its builds; nothing where the page has none or it
    /// does not arrive whole.
    pub(super) async fn load(name: &str, build: &str) -> Result<Self, JsValue> {
        let glue = part(name, "glue")?;
        let bytes = match part(name, build)? {
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
        let parts = Array::of2(&source.into(), &start(name).into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let script = Url::create_object_url_with_blob(&blob)?;
        Ok(Self { bytes, glue, script })
    }

    /// A worker that begins with the program; what it hears before it has said so is lost.
    pub(super) fn worker(&self) -> Result<Worker, JsValue> {
        let worker = Worker::new(&self.script)?;
        worker.post_message(&self.bytes)?;
        Ok(worker)
    }
}

/// What a worker does first: it takes the program in and waits for what it is told.
fn start(name: &str) -> String {
    format!(
        "
onmessage = (event) => {{
    onmessage = null;
    mogao_{name}({{ module_or_path: event.data }}).then(
        () => mogao_{name}.serve(self),
        (error) => setTimeout(() => {{ throw error; }}),
    );
}};
"
    )
}

pub(super) fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)
}

fn part(name: &str, role: &str) -> Result<Part, JsValue> {
    let document = window()?.document().ok_or(JsValue::NULL)?;
    let found: Option<Element> = document.query_selector(&format!("[data-{name}={role}]"))?;
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
