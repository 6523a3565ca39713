//! How GDP comes about: one function, pure and total.
//!
//! [`run`] takes [`Assumptions`](crate::plan::assumptions::Assumptions) and gives an
//! [`Outcome`]. It cannot fail, reads no clock, draws no random number and rounds nothing.

pub mod outcome;

pub use outcome::Outcome;
