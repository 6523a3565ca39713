//! The checksum of a file, and whether a file still is what was written.

use crate::exchange::mark::mark;
use serde_json::{Map, Value};

/// The entry that holds it.
pub(super) const ENTRY: &str = "sha256";

/// Whether a file is what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// Its checksum says so.
    Whole,
    /// It has no checksum: an older program wrote it, or somebody edited it and said so.
    Missing,
    /// Its checksum says that it is not.
    Broken,
}

/// The checksum of everything but itself. Spaces, line ends and the order of entries do not count.
pub(super) fn of(document: &Value) -> String {
    match document.as_object() {
        Some(entries) => of_entries(entries),
        None => mark(&document.to_string()),
    }
}

/// How a file's entries stand to the checksum among them.
pub(super) fn look(entries: &Map<String, Value>) -> Seal {
    match entries.get(ENTRY) {
        None => Seal::Missing,
        Some(Value::String(found)) if *found == of_entries(entries) => Seal::Whole,
        Some(_) => Seal::Broken,
    }
}

fn of_entries(entries: &Map<String, Value>) -> String {
    let mut rest = entries.clone();
    rest.remove(ENTRY);
    mark(&Value::Object(rest).to_string())
}
