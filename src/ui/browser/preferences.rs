//! Language and theme, kept for the next visit. Losing them costs nothing, so failure is silent.

use crate::session::screen::Theme;
use crate::text::Language;
use gloo::storage::{LocalStorage, Storage};

const KEY: &str = "mogao.preferences";

/// The choices of the last visit, or Chinese and the system's theme.
pub(crate) fn read() -> (Language, Theme) {
    LocalStorage::get(KEY).unwrap_or_default()
}

/// Keeps the choices.
pub(crate) fn keep(language: Language, theme: Theme) {
    let _ = LocalStorage::set(KEY, (language, theme));
}
