//! A notice that was folded away stays so for this visit, on every page.

use gloo::storage::{SessionStorage, Storage};

const KEY: &str = "mogao.folded";

/// Whether this very notice was folded away; another one is news and shows.
pub(crate) fn is_folded(notice: &str) -> bool {
    SessionStorage::get::<String>(KEY).is_ok_and(|kept| kept == notice)
}

/// Folds a notice away; without storage only until the page is left.
pub(crate) fn fold(notice: &str) {
    let _ = SessionStorage::set(KEY, notice);
}
