//! Questions that need many runs: odds, what matters, what it takes, what breaks, which projects.
//!
//! Every study counts runs, not seconds, and takes its chance from the seed in the scenario, so that
//! the same question has the same answer on every machine, in a worker or not. Decisions about the
//! scenario itself always come from [`engine::run`](crate::engine::run).
//!
//! | file | question |
//! |---|---|
//! | [`odds`] | in how many of 100 futures is each tier reached, and how wide is the band |
//! | [`caution`] | what the verdict must not claim |
//! | [`sensitivity`] | which lever matters most |
//! | [`goal_seek`] | how far must one lever alone go |
//! | [`recipe`] | what would it take to reach a level, and what is the nearest way |
//! | [`equivalent`] | what is the gap worth in each lever and in projects |
//! | [`marginal`] | what does each project add, and how often does it decide |
//! | [`breaking_point`] | what is the least bad news that loses a tier, and how is it repaired |
//! | [`portfolio`] | which projects start when |
//! | [`attribution`] | how does the difference of two scenarios divide over what was changed |
//! | [`unknown`], [`distribution`], [`correlation`] | what is not known, how it spreads, what goes together |
//! | [`draws`], [`rotation`], [`random`] | which futures are drawn |
//! | [`kernel`], [`future`] | many futures at once, and one of them as the input of a run |
//! | [`question`], [`answering`], [`wire`] | how a question goes to whoever works on it, and the answer back |
//! | [`trial`], [`path`], [`root`] | levers tried, levers on their way, where too little becomes enough |

pub mod answering;
pub mod attribution;
pub mod breaking_point;
pub mod caution;
pub mod correlation;
pub mod distribution;
pub mod draws;
pub mod equivalent;
pub mod future;
pub mod goal_seek;
pub mod kernel;
pub mod marginal;
pub mod odds;
pub mod path;
pub mod portfolio;
pub mod question;
pub mod random;
pub mod recipe;
pub mod root;
pub mod rotation;
pub mod sensitivity;
pub mod trial;
pub mod unknown;
pub mod wire;

use crate::plan::lever::Lever;
use crate::units::Share;
use serde::{Deserialize, Serialize};

/// One lever, from where it stands to where it would have to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// Which lever; a project's start and size are levers too.
    pub lever: Lever,
    /// Its value in the scenario.
    pub from: f64,
    /// The value it would take.
    pub to: f64,
}

/// How far a long study has come.
///
/// A study that is long is a value with a function `step` that does a few milliseconds of work and
/// says so, so that whoever asked can change their mind in between. Steps count work, not time: the
/// answer is the same however often it was interrupted.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress<T> {
    /// This part of the work is done, more is left.
    Going(Share),
    /// The answer; a further step gives it again.
    Done(T),
}
