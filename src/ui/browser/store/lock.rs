//! One page writes to a scenario at a time: the browser's locks, one for each scenario.

use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// What becomes of a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// This page may write.
    Held,
    /// Another page may.
    Refused,
    /// This page could, and now another can.
    Lost,
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// At once or not at all.
    IfFree,
    /// Whoever has it loses it.
    Taking,
}

/// A lock, held until it is dropped.
pub(super) struct Lock {
    release: Rc<RefCell<Option<Function>>>,
    wanted: Rc<Cell<bool>>,
}

impl Lock {
    /// Asks for the lock of a scenario. Browsers without locks give it to everyone: the check of what
    /// stands before each save is the second guard.
    pub(super) fn ask(id: &str, asking: Asking, on_turn: impl Fn(Turn) + 'static) -> Self {
        let lock = Self { release: Rc::default(), wanted: Rc::new(Cell::new(true)) };
        let on_turn = Rc::new(on_turn);
        let (release, wanted, turned) =
            (lock.release.clone(), lock.wanted.clone(), on_turn.clone());
        let granted = Closure::once_into_js(move |granted: JsValue| -> JsValue {
            if granted.is_null() || !wanted.get() {
                if wanted.get() {
                    turned(Turn::Refused);
                }
                return JsValue::UNDEFINED;
            }
            let held = Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve));
            turned(Turn::Held);
            held.into()
        });
        let Some(asked) = request(id, asking, granted.unchecked_ref()) else {
            on_turn(Turn::Held);
            return lock;
        };
        let wanted = lock.wanted.clone();
        spawn_local(async move {
            if JsFuture::from(asked).await.is_err() && wanted.get() {
                on_turn(Turn::Lost);
            }
        });
        lock
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.wanted.set(false);
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

fn request(id: &str, asking: Asking, granted: &Function) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let options = Object::new();
    let option = match asking {
        Asking::IfFree => "ifAvailable",
        Asking::Taking => "steal",
    };
    Reflect::set(&options, &option.into(), &true.into()).ok()?;
    locks.unchecked_ref::<Locks>().request(&format!("mogao.{id}"), &options, granted).ok()
}
