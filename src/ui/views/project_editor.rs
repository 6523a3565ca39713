//! What may be changed about one project: whether it goes ahead, when it starts, how large it is.

use super::lever::number_parser;
use crate::plan::project::{Stage, Status};
use crate::session::action::{Action, Handle};
use crate::text::Text;
use crate::ui::controls::{
    Badge, Choice, Extent, Gesture, LeverAct, LeverRow, LeverWords, Parsed, Toggle,
};
use crate::ui::snapshot::Snapshot;
use crate::units::{Quarters, Share};
use yew::prelude::*;

/// Farthest a project is moved by the slider, in quarters either way.
const FARTHEST: f64 = 8.0;

/// Largest size on the slider, against the plan.
const LARGEST: f64 = 2.0;

/// Which project of the session.
#[derive(PartialEq, Properties)]
pub(crate) struct ProjectEditorProps {
    /// The session at one moment.
    pub snapshot: Snapshot,
    /// Index of the project.
    pub index: usize,
}
