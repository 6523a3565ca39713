//! The regions of the screen: one file each. They ask the layers below and hold no arithmetic.

mod answers_page;
pub(crate) mod audit;
pub(crate) mod broken_plan;
mod compare_page;
mod contributions;
mod data_page;
mod derivation;
mod footer;
mod funding;
mod funnel;
mod lever;
mod levers;
mod library;
mod main_chart;
mod minutes;
mod notices;
mod project_editor;
mod project_page;
mod project_strip;
mod save_state;
mod scorecard_page;
pub(crate) mod shell;
mod step_tree;
mod top_bar;
mod turns;
pub(crate) mod verdict;
