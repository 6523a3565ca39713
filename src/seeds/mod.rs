//! Tables in, plan out: or every problem of every table, all at once.
//!
//! A plan is a folder of tables that any spreadsheet opens. Each table has one reader, in the file
//! of the same name, which declares its columns; `seeds/README.md` explains them and a test keeps
//! both alike. Readers never stop at a problem: they note where it is and read on.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! let problems = mogao::seeds::read(&BTreeMap::new()).unwrap_err();
//! assert_eq!(problems[0].to_string(), "plan.csv: this table is needed and missing");
//! ```

mod assemble;
mod categories;
pub mod declaration;
mod drivers;
mod folder;
mod funds;
pub mod general;
mod growth;
mod indicators;
mod industries;
mod initiatives;
mod input_output;
mod ledger;
mod levers;
mod links;
mod multipliers;
mod named_projects;
mod names;
mod nearest;
mod number;
mod pillars;
pub mod prices;
pub mod problem;
mod projects;
mod quantities;
mod row;
mod shares;
mod shipped;
mod sources;
mod spending;
mod table;
mod tiers;
mod words;
mod years;

pub use problem::{Problem, ProblemKind, Thing};
pub use shipped::{SHIPPED, chengguan, chengguan_tables, linhe, shipped, template_tables};

use crate::plan::Plan;
use crate::plan::project::Project;
use declaration::Declaration;
use folder::Folder;
use std::collections::BTreeMap;
use std::path::Path;

/// Every table that a plan may have, in the order of reading.
pub const TABLES: [&Declaration; 22] = [
    &general::TABLE,
    &industries::TABLE,
    &growth::TABLE,
    &prices::TABLE,
    &drivers::TABLE,
    &categories::TABLE,
    &multipliers::TABLE,
    &input_output::COEFFICIENTS,
    &input_output::VALUE_ADDED,
    &input_output::RETENTION,
    &sources::TABLE,
    &funds::TABLE,
    &pillars::TABLE,
    &quantities::TABLE,
    &projects::TABLE,
    &spending::TABLE,
    &initiatives::TABLE,
    &initiatives::TURNOVER,
    &tiers::TABLE,
    &indicators::TABLE,
    &named_projects::TABLE,
    &levers::TABLE,
];

/// The plan that the tables say, by file name; anything that is not a `.csv` is passed over.
///
/// # Errors
/// Every problem of every table.
pub fn read(tables: &BTreeMap<String, String>) -> Result<Plan, Vec<Problem>> {
    let folder = Folder::of(tables);
    let plan = assemble::plan(&folder);
    let problems = folder.into_problems();
    if problems.is_empty() { Ok(plan) } else { Err(problems) }
}

/// The plan in a folder on disk; anything that is not a `.csv` is passed over.
///
/// # Errors
/// Every problem of every table.
pub fn read_dir(folder: &Path) -> Result<Plan, Vec<Problem>> {
    read(&folder::texts(folder)?)
}

/// A list of projects to put in the place of a plan's own: the text of a `projects.csv` and, where
/// projects give their spending year by year or quarter by quarter, of a `spending.csv`.
///
/// # Errors
/// Every problem of both tables.
pub fn read_projects(
    projects: &str,
    spending: Option<&str>,
    plan: &Plan,
) -> Result<Vec<Project>, Vec<Problem>> {
    let mut tables = BTreeMap::from([(projects::TABLE.name.to_owned(), projects.to_owned())]);
    tables.extend(spending.map(|text| (spending::TABLE.name.to_owned(), text.to_owned())));
    let folder = Folder::of(&tables);
    let projects = assemble::projects(&folder, names::Names::of(plan), &assemble::usual(plan));
    let problems = folder.into_problems();
    if problems.is_empty() { Ok(projects) } else { Err(problems) }
}
