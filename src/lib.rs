//! Mogao 摸高: a live planning simulator.

pub mod chart;
pub mod engine;
pub mod exchange;
pub mod plan;
pub mod seeds;
pub mod session;
pub mod text;
pub mod units;

#[cfg(feature = "ui")]
pub mod ui;
