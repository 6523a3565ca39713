//! Work that can wait until the page has nothing else to do.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::IdleRequestOptions;

/// The longest wait: a page that is never at rest must get its answers too.
const LATEST_MS: u32 = 1_000;

/// The wait where the browser does not say when it is at rest.
const BLIND_MS: u32 = 200;

/// Does something once the page is at rest.
pub(crate) fn then(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    if !Reflect::has(&window, &JsValue::from_str("requestIdleCallback")).unwrap_or(false) {
        gloo::timers::callback::Timeout::new(BLIND_MS, work).forget();
        return;
    }
    let options = IdleRequestOptions::new();
    options.set_timeout(LATEST_MS);
    let work = Closure::once_into_js(work);
    let _ = window.request_idle_callback_with_options(work.unchecked_ref(), &options);
}
