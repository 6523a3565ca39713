//! Controls: sliders, fields, switches and dialogs. They know numbers and labels, not planning.
//!
//! Every word arrives as a property, already in the reader's language and already formatted; every
//! number leaves as an `f64` in the caller's own unit. Properties are compared, so that while one
//! lever is under the finger only its own row is drawn again: give the same [`yew::Callback`] each
//! time, not a new one for each drawing.
//!
//! A movement of the hand has a beginning and an end ([`hand`]), because it becomes one undo step.

mod dialog;
mod disclosure;
mod extent;
mod hand;
mod lever_row;
mod menu;
mod number_field;
mod select;
mod slider;
mod step_buttons;
mod toggle;

pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use extent::Extent;
pub use hand::{Gesture, Hand, use_hand};
pub use lever_row::{Badge, LeverAct, LeverRow, LeverWords};
pub use menu::{Menu, MenuEntry};
pub use number_field::{NumberField, Parsed};
pub use select::Select;
pub use slider::Slider;
pub use step_buttons::StepButtons;
pub use toggle::{Choice, Toggle};
