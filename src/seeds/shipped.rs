//! The plans that come with the app, as the tables they are kept in.

use super::Problem;
use crate::order;
use crate::plan::Plan;
use std::collections::BTreeMap;

/// The tables of a folder under `seeds/`, taken into the program.
macro_rules! folder {
    ($folder:literal: $($table:literal)*) => {
        &[$(($table, include_str!(concat!("../../seeds/", $folder, "/", $table)))),*]
    };
}

/// A table's file name and text.
type Tables = &'static [(&'static str, &'static str)];

/// 城关区, the plan of 2023.
const CHENGGUAN: Tables = folder!("chengguan-2023":
    "plan.csv" "industries.csv" "growth.csv" "prices.csv" "drivers.csv" "categories.csv"
    "multipliers.csv" "sources.csv" "funds.csv" "pillars.csv" "quantities.csv" "projects.csv"
    "initiatives.csv" "tiers.csv" "indicators.csv" "levers.csv" "named_projects.csv");

/// 临河区, an invented district that shows what one's own plan may look like.
const LINHE: Tables = folder!("linhe-2025":
    "plan.csv" "industries.csv" "growth.csv" "prices.csv" "categories.csv" "coefficients.csv"
    "value_added.csv" "retention.csv" "sources.csv" "funds.csv" "pillars.csv" "projects.csv"
    "spending.csv" "initiatives.csv" "tiers.csv" "indicators.csv");

/// The tables to begin one's own plan from.
const TEMPLATE: Tables = folder!("template":
    "plan.csv" "industries.csv" "growth.csv" "categories.csv" "multipliers.csv" "sources.csv"
    "projects.csv" "tiers.csv");

/// Ids of the plans that come with the app.
pub const SHIPPED: [&str; 2] = ["chengguan-2023", "linhe-2025"];

/// A plan that comes with the app; `None` when there is none with this id.
#[must_use]
pub fn shipped(id: &str) -> Option<Result<Plan, Vec<Problem>>> {
    match id {
        "chengguan-2023" => Some(chengguan()),
        "linhe-2025" => Some(linhe()),
        _ => None,
    }
}

/// 城关区, the plan of 2023.
///
/// # Errors
/// Never with the tables as they come: a test reads them.
pub fn chengguan() -> Result<Plan, Vec<Problem>> {
    super::read(&texts(CHENGGUAN))
}

/// 临河区, an invented district.
///
/// # Errors
/// Never with the tables as they come: a test reads them.
pub fn linhe() -> Result<Plan, Vec<Problem>> {
    super::read(&texts(LINHE))
}

/// The tables of 城关区, by file name.
#[must_use]
pub fn chengguan_tables() -> BTreeMap<String, String> {
    texts(CHENGGUAN)
}

/// The tables to begin one's own plan from, by file name.
#[must_use]
pub fn template_tables() -> BTreeMap<String, String> {
    texts(TEMPLATE)
}

/// The usual numbers of every lever, for plans that give none of their own.
pub(super) fn usual_levers() -> &'static str {
    CHENGGUAN.iter().find(|(name, _)| *name == "levers.csv").map_or("", |(_, text)| text)
}

fn texts(tables: Tables) -> BTreeMap<String, String> {
    order::map(tables.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::read;

    #[test]
    fn every_plan_that_comes_with_the_app_is_sound() {
        for id in SHIPPED {
            let plan = shipped(id).unwrap();
            assert_eq!(plan.map(|plan| plan.id), Ok(id.to_owned()));
        }
        assert!(shipped("elsewhere").is_none());
    }

    #[test]
    fn the_template_is_a_sound_plan_as_it_stands() {
        assert_eq!(read(&template_tables()).map(|plan| plan.id), Ok("my-district".to_owned()));
    }
}
