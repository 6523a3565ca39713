//! What is kept in this browser, so that work survives whatever happens to it.
//!
//! A save appends a record and moves the head that names it, in one transaction that is over only when
//! all of it is on the disk; it never writes over the last good one. One page writes to a scenario at a
//! time ([`lock`]), and what it last saw is checked before each save.

mod database;
mod keeper;
mod lock;
mod reading;

pub(crate) use keeper::{Event, Keeper};
pub(crate) use reading::{Begun, begin};
