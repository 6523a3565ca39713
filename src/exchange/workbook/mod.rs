//! A workbook in which the whole model can be followed cell by cell.
//!
//! Every number that the engine derives stands as a formula over cells: what the plan gives, what each
//! lever is set to, when each project starts. Whoever changes one of these in the spreadsheet sees GDP,
//! growth, contributions and tiers follow, without this program. The values that the file carries are
//! computed from the same expressions as the formulas, and agree with [`crate::engine::run`].
//!
//! | sheet | what stands there |
//! |---|---|
//! | `levers` | every lever: the plan's value, the set value, switches |
//! | `industries`, `prices` | base year, growth, baseline; price levels |
//! | `projects`, `schedules` | one row each, the resolved schedule; how totals spread |
//! | `spending` | planned, executed, carried over; in the scenario and as the baseline counts on it |
//! | `effects`, `construction`, `operation`, `initiatives` | value added beyond the baseline |
//! | `gdp` | what is known, real and nominal GDP, growth |
//! | `contributions`, `tiers`, `money` | what growth is made of, which tier is reached, money and jobs |
//!
//! Where cells stand depends on the plan alone, never on the scenario: the same input is the same cell
//! in every workbook of a plan. Not here: studies that need many runs, such as odds and searches.

mod book;
mod construction;
mod contributions;
mod cover;
mod desk;
mod effects;
mod gdp;
mod industries;
mod initiatives;
mod levers;
mod money;
mod operation;
mod places;
mod prices;
mod projects;
mod schedules;
mod sources;
mod spending;
mod term;
mod tiers;
mod write;

pub use book::{Area, At, Block, Book, Cell, Kind, Role, Sheet};
pub use places::{Input, Places};
pub use term::Value;
pub use tiers::Line;
pub use write::{Problem, file};

use crate::engine;
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::text::{Language, Text};
use desk::Desk;
use gdp::Parts;
use projects::Which;

/// The workbook of a scenario as a file.
///
/// # Errors
///
/// When the sheets do not fit into a file, as with more rows than a sheet can hold.
pub fn workbook(
    plan: &Plan,
    scenario: &Scenario,
    name: &str,
    language: Language,
) -> Result<Vec<u8>, Problem> {
    file(&compose(plan, scenario, name, language).0)
}

/// The sheets of a scenario, and where its inputs and results stand.
#[must_use]
pub fn compose(plan: &Plan, scenario: &Scenario, name: &str, language: Language) -> (Book, Places) {
    // Numbers in sentences; those in cells are numbers.
    let text = Text::new(language);
    let outcome = engine::run(&resolve(plan, scenario));
    let mut desk = Desk::new(plan, scenario, text);
    let mut levers = levers::write(&mut desk);
    let industries = industries::write(&mut desk, &mut levers);
    let prices = prices::write(&mut desk, &mut levers, &industries);
    let mut projects = projects::write(&mut desk, &mut levers);
    let curves = schedules::write(&mut desk, &mut levers, &projects);
    projects::resolve(
        &mut desk,
        &mut levers,
        &mut projects,
        &|desk, levers, projects, item, which| {
            schedules::length(&curves[item], desk, levers, projects, item, which)
        },
    );
    let spending = spending::write(&mut desk, &projects, &curves, Which::Scenario);
    let counted_on = spending::write(&mut desk, &projects, &curves, Which::CountedOn);
    let effects = effects::write(&mut desk, &mut levers);
    let construction = construction::write(
        &mut desk,
        &mut levers,
        &projects,
        (&spending, &counted_on),
        effects,
        &prices,
    );
    let operation = operation::write(&mut desk, &projects, &spending, &counted_on);
    let initiatives = initiatives::write(&mut desk, &mut levers, &prices);
    let parts = Parts {
        industries: &industries,
        prices: &prices,
        construction: &construction,
        operation: &operation,
        initiatives: &initiatives,
    };
    let (gdp, entered) = gdp::write(&mut desk, &parts);
    let contributions = contributions::write(&mut desk, &projects, &parts, &gdp);
    let tiers = tiers::write(&mut desk, &mut levers, &gdp);
    let money = money::write(&mut desk, &mut levers, &projects, &spending, &industries, &gdp);
    cover::write(&mut desk, name, &gdp, tiers, &outcome);
    sources::write(&mut desk);
    let places = Places::new(
        &levers,
        &projects,
        &entered,
        &gdp,
        contributions,
        tiers,
        &money,
        (&spending, &construction, &operation),
    );
    (desk.book, places)
}
