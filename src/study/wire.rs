//! What goes between the screen and whoever works on its questions, and how it is written down.
//!
//! Both sides are built from the same sources and nothing is kept, so the form may change with every
//! build. Figures arrive bit for bit.

use super::question::{Answer, Question};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::units::Share;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Tells one asking of a question from every other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ticket(pub u32);

/// What the screen wants done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// This is the plan from now on; whatever was asked about another is called off.
    Plan(Box<Plan>),
    /// A question about a scenario of the plan.
    Ask(Ticket, Box<Request>),
    /// Nobody waits for this answer any more.
    Drop(Ticket),
}

/// A question and the scenario it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// What differs from the plan.
    pub scenario: Scenario,
    /// What is asked.
    pub question: Question,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// So much of the work is done.
    Going(Ticket, Share),
    /// An answer that is right and not yet complete.
    SoFar(Ticket, Box<Answer>),
    /// The answer.
    Done(Ticket, Box<Answer>),
    /// The question is about something that the plan does not have.
    Declined(Ticket),
}

/// Writes a message down; nothing where it cannot be written, which no message here is.
#[must_use]
pub fn to_bytes<T: Serialize>(message: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(message).ok()
}

/// Reads what the other side wrote; nothing where it is no message of this kind.
#[must_use]
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// A mark of a message: the same message has the same mark everywhere, and another hardly ever has.
///
/// FNV-1a over the message as it is written down, so that figures count to the last bit.
#[must_use]
pub fn mark<T: Serialize>(message: &T) -> u64 {
    let bytes = to_bytes(message).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |mark, &byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
