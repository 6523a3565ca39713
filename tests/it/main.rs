//! One native harness for everything that does not need a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod answering;
mod answers;
mod asking;
mod audit;
mod document;
mod edges;
mod explain;
mod folder;
mod handed;
mod identities;
mod kernel;
mod known_figures;
mod odds;
mod odds_live;
mod portfolio;
mod reach;
mod reference_cases;
mod seeds;
mod session;
mod tape;
mod text;
mod tidy;
mod tokens;
mod trial;
mod wire;
mod workbook;
mod worked_example;
