//! The browser's database, with as much of it as keeping scenarios takes.
//!
//! The crates that wrap it were weighed: `idb`, and `rexie` upon it, cannot ask for strict durability;
//! `indexed_db_futures` can, and brings tokio and some twenty macro crates for it. What is needed here
//! fits on two screens, so it stands here.

use crate::session::keeping::Lack;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

/// The database of this program and of the form of what it keeps.
pub(super) const NAME: &str = "mogao-v1";

/// The version of the stores in it.
const VERSION: u32 = 1;

/// What is known of each scenario: id → head.
pub(super) const HEADS: &str = "docs";
/// Every save: [id, number] → record.
pub(super) const RECORDS: &str = "revs";
/// The tree of steps: id → tree.
pub(super) const TREES: &str = "undo";
/// Tables of plans that do not come with the program: mark → tables.
pub(super) const PLANS: &str = "plans";
/// What could not be read: any key → what stood there.
pub(super) const DAMAGED: &str = "quarantine";
/// The rest: name → value.
pub(super) const META: &str = "meta";

/// All stores.
pub(super) const STORES: [&str; 6] = [HEADS, RECORDS, TREES, PLANS, DAMAGED, META];

#[wasm_bindgen]
extern "C" {
    /// A database whose transactions say how durable they are.
    type Durable;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Durable,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction that can be told that nothing more is coming.
    type Closing;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Closing) -> Result<(), JsValue>;
}

/// An open database.
#[derive(Clone, Debug)]
pub(super) struct Database {
    connection: IdbDatabase,
    /// Whether a newer program keeps its data here: nothing is written then.
    pub(super) newer: bool,
}

impl Database {
    /// Opens the database, and makes it where it is missing. `on_leave` is called when a newer program
    /// wants it, or when it is gone.
    pub(super) async fn open(on_leave: impl Fn() + 'static) -> Result<Self, Lack> {
        let (connection, newer) = match connect(Some(VERSION)).await {
            Err(Refused::Newer) => (connect(None).await.map_err(Refused::lack)?, true),
            opened => (opened.map_err(Refused::lack)?, false),
        };
        let leave = {
            let connection = connection.clone();
            Closure::<dyn Fn()>::new(move || {
                connection.close();
                on_leave();
            })
            .into_js_value()
        };
        let leave: &Function = leave.unchecked_ref();
        connection.set_onversionchange(Some(leave));
        connection.set_onclose(Some(leave));
        let mut opened = Self { connection, newer };
        let stored = opened.get(META, &"storage".into()).await;
        let stored = stored.ok().flatten().and_then(|version| version.parse::<u32>().ok());
        opened.newer |= stored.is_some_and(|version| version > VERSION);
        Ok(opened)
    }

    /// One value of a store.
    pub(super) async fn get(&self, store: &str, key: &JsValue) -> Result<Option<String>, JsValue> {
        let transaction = self.transaction(&[store], "readonly")?;
        Ok(answer(&transaction.object_store(store)?.get(key)?).await?.as_string())
    }

    /// Every key and value of a store; those of one scenario where `id` is given.
    pub(super) async fn all(
        &self,
        store: &str,
        id: Option<&str>,
    ) -> Result<Vec<(JsValue, String)>, JsValue> {
        let transaction = self.transaction(&[store], "readonly")?;
        let store = transaction.object_store(store)?;
        let range = match id {
            Some(id) => IdbKeyRange::bound(&key(id, 0.0), &key(id, f64::INFINITY))?.into(),
            None => JsValue::UNDEFINED,
        };
        let (keys, values) =
            (store.get_all_keys_with_key(&range)?, store.get_all_with_key(&range)?);
        // Both are asked for before either is waited for, while the transaction is open.
        let (keys, values) = (answer(&keys), answer(&values));
        let (keys, values): (Array, Array) =
            (keys.await?.unchecked_into(), values.await?.unchecked_into());
        let values = values.iter().map(|value| value.as_string().unwrap_or_default());
        Ok(keys.iter().zip(values).collect())
    }

    /// Everything that `write` puts, all of it or nothing, on the disk before it is over. What it puts
    /// is not waited for, so that a page that is going may still begin it.
    pub(super) fn write(
        &self,
        last: bool,
        write: impl FnOnce(&Stores) -> Result<(), JsValue>,
    ) -> Result<JsFuture<JsValue>, JsValue> {
        let transaction = self.transaction(&STORES, "readwrite")?;
        let ended = JsFuture::from(ended(&transaction));
        if let Err(error) = write(&Stores(&transaction)) {
            let _ = transaction.abort();
            return Err(error);
        }
        if last {
            // Without it a page that has gone would not say that nothing more is coming.
            let _ = transaction.unchecked_ref::<Closing>().commit();
        }
        Ok(ended)
    }

    /// Ends the connection once what was begun is over.
    pub(super) fn close(&self) {
        self.connection.close();
    }

    fn transaction(&self, stores: &[&str], mode: &str) -> Result<IdbTransaction, JsValue> {
        let stores: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        self.connection.unchecked_ref::<Durable>().begin(&stores, mode, &options)
    }
}

/// The stores while something is written.
pub(super) struct Stores<'a>(&'a IdbTransaction);

impl Stores<'_> {
    /// Puts a value, whatever stood there.
    pub(super) fn put(&self, store: &str, key: &JsValue, value: &str) -> Result<(), JsValue> {
        self.store(store)?.put_with_key(&value.into(), key).map(|_| ())
    }

    /// Puts a value where nothing may stand: otherwise all of it is off.
    pub(super) fn add(&self, store: &str, key: &JsValue, value: &str) -> Result<(), JsValue> {
        self.store(store)?.add_with_key(&value.into(), key).map(|_| ())
    }

    /// Takes a value away.
    pub(super) fn remove(&self, store: &str, key: &JsValue) -> Result<(), JsValue> {
        self.store(store)?.delete(key).map(|_| ())
    }

    /// All of it is off unless this very value stands here.
    pub(super) fn must_be(
        &self,
        store: &str,
        key: &JsValue,
        expected: Option<&str>,
    ) -> Result<(), JsValue> {
        let request = self.store(store)?.get(key)?;
        let (transaction, expected) = (self.0.clone(), expected.map(str::to_owned));
        let found = request.clone();
        let check = Closure::once_into_js(move || {
            let found = found.result().ok().and_then(|value| value.as_string());
            if found != expected {
                let _ = transaction.abort();
            }
        });
        request.set_onsuccess(Some(check.unchecked_ref()));
        Ok(())
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.0.object_store(name)
    }
}

/// The key of one save of a scenario.
pub(super) fn key(id: &str, seq: f64) -> JsValue {
    Array::of2(&id.into(), &seq.into()).into()
}

/// Whether the browser gives no more space.
pub(super) fn is_full(error: &JsValue) -> bool {
    name(error).as_deref() == Some("QuotaExceededError")
}

/// Whether something else stood where this was to be written.
pub(super) fn is_conflict(error: &JsValue) -> bool {
    // The check ends the transaction without an error of its own.
    error.is_null() || name(error).is_some_and(|name| name == "ConstraintError")
}

fn name(error: &JsValue) -> Option<String> {
    error.dyn_ref::<DomException>().map(DomException::name)
}

enum Refused {
    Lack(Lack),
    Newer,
}

impl Refused {
    fn lack(self) -> Lack {
        match self {
            Self::Lack(lack) => lack,
            Self::Newer => Lack::Denied,
        }
    }
}

async fn connect(version: Option<u32>) -> Result<IdbDatabase, Refused> {
    let denied = |_: JsValue| Refused::Lack(Lack::Denied);
    let factory = web_sys::window().map(|window| window.indexed_db());
    let factory = factory.ok_or(Refused::Lack(Lack::Denied))?.map_err(denied)?;
    let factory = factory.ok_or(Refused::Lack(Lack::Denied))?;
    let request = match version {
        Some(version) => factory.open_with_u32(NAME, version),
        None => factory.open(NAME),
    }
    .map_err(denied)?;
    let opened = Promise::new(&mut |resolve, reject| opening(&request, &resolve, &reject));
    match JsFuture::from(opened).await {
        Ok(_) => request.result().map_err(denied)?.dyn_into().map_err(denied),
        Err(_) => Err(match request.error().ok().flatten() {
            Some(error) if error.name() == "VersionError" => Refused::Newer,
            Some(_) => Refused::Lack(Lack::Denied),
            None => Refused::Lack(Lack::Blocked),
        }),
    }
}

fn opening(request: &IdbOpenDbRequest, resolve: &Function, reject: &Function) {
    request.set_onsuccess(Some(resolve));
    request.set_onerror(Some(reject));
    let blocked = {
        let reject = reject.clone();
        Closure::once_into_js(move || {
            let _ = reject.call0(&JsValue::NULL);
        })
    };
    request.set_onblocked(Some(blocked.unchecked_ref()));
    let opened = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let Ok(Ok(connection)) = opened.result().map(JsCast::dyn_into::<IdbDatabase>) else {
            return;
        };
        for store in STORES {
            // One that is there already stays.
            if let Ok(made) = connection.create_object_store(store)
                && store == META
            {
                let _ = made.put_with_key(&VERSION.to_string().into(), &"storage".into());
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
}

async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await?;
    request.result()
}

/// Resolves when all is on the disk; rejects with the transaction's own error, because that of a
/// request says nothing when the space is used up.
fn ended(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        let ended = transaction.clone();
        let abort = Closure::once_into_js(move || {
            let error = ended.error().map_or(JsValue::NULL, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &error);
        });
        transaction.set_onabort(Some(abort.unchecked_ref()));
    })
}
