//! The only files that touch the browser itself.

pub(crate) mod arrivals;
pub(crate) mod clock;
pub(crate) mod errands;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod folded;
pub(crate) mod idle;
pub(crate) mod keyboard;
pub(crate) mod preferences;
mod program;
pub(crate) mod reveal;
pub(crate) mod root;
pub(crate) mod scroll;
pub mod size;
pub(crate) mod store;
pub(crate) mod studies;
