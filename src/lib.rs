//! Mogao 摸高: a live planning simulator.
//!
//! ```text
//! tables ──seeds──► Plan
//!                    │
//! action ─session─► Scenario ──resolve──► Assumptions ──engine::run──► Outcome ──text, chart──► screen
//! ```
//!
//! * [`units`] are quantities; real and nominal money are different types.
//! * [`plan`] holds the nouns: what a plan says, its levers, and a [`Scenario`](plan::scenario::Scenario),
//!   which is only what differs from the plan.
//! * [`engine`] is one pure function; [`engine::run`] cannot fail, round, wait or guess.
//! * [`study`] asks what one run cannot say: odds, what matters, what it would take, which projects.
//! * [`text`] turns outcomes into words and numbers in two languages; nothing else rounds.
//! * [`seeds`] reads tables, [`exchange`] reads and writes documents, [`session`] turns what a person
//!   does into state and effects.
//! * [`order`] sorts what a person reads. [`chart`] is geometry. The screen, `ui`, is behind the feature of that name: without it the
//!   crate knows no browser.
//!
//! Layers point one way, and `tests/it/tidy.rs` holds them to it. Start with [`plan::Plan`] and
//! [`engine::run`]:
//!
//! ```
//! use mogao::plan::{lever, resolve::resolve, scenario::Scenario};
//! use mogao::{engine, seeds};
//!
//! let plan = seeds::chengguan().expect("the shipped plan is sound");
//! let mut scenario = Scenario::default();
//! let growth = lever::find("common-growth.2023", &plan).expect("the plan has this lever");
//! scenario.set(growth, 0.01, &plan);
//!
//! let outcome = engine::run(&resolve(&plan, &scenario));
//! assert!(outcome.tiers[0].attained, "one point more growth everywhere reaches the target value");
//! assert!(!outcome.tiers[2].attained);
//! ```

#[cfg(not(study_alone))]
pub mod chart;
pub mod engine;
#[cfg(not(study_alone))]
pub mod exchange;
pub mod order;
pub mod plan;
#[cfg(not(study_alone))]
pub mod seeds;
#[cfg(not(study_alone))]
pub mod session;
pub mod study;
#[cfg(not(study_alone))]
pub mod text;
pub mod units;

#[cfg(feature = "ui")]
pub mod ui;
