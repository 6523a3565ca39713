//! What one yuan of spending leaves in the district as value added.

use super::provenance::{Label, Sourced};
use crate::units::{NominalMoney, Share};
use serde::{Deserialize, Serialize};

/// A kind of project spending: works, equipment, land, other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Its usual part of a project's spending, for projects that give no mix of their own.
    pub share: Sourced<Share>,
}

/// A source of project money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FundingSource {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
    /// Its usual part of a project's money, for projects that give no division of their own.
    pub share: Sourced<Share>,
    /// Whether it is public money.
    pub public: bool,
    /// Whether it has to be applied for above the district (central budget, special bonds).
    pub applied_for: bool,
    /// Amount at hand, or applied for, in each year after the base year; unlimited where absent.
    pub available: Vec<Option<Sourced<NominalMoney>>>,
}

/// Where the value added per yuan of spending comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Multipliers {
    /// Given directly: `[industry][category]`, yuan of local value added per yuan spent.
    Given(Vec<Vec<Sourced<f64>>>),
    /// Computed from regional input-output coefficients.
    InputOutput(InputOutput),
}

/// A regional input-output table in coefficients.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputOutput {
    /// Local input of the row industry per yuan of output of the column industry.
    pub coefficients: Vec<Vec<f64>>,
    /// Value added per yuan of output.
    pub value_added: Vec<f64>,
    /// `[industry][category]`: part of a yuan of spending that is bought from local firms.
    pub retention: Vec<Vec<Share>>,
    /// What households earn and spend locally, if induced consumption is to be counted (Type II).
    pub households: Option<Households>,
}

/// The household row and column that close an input-output table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Households {
    /// Labour income per yuan of output.
    pub income: Vec<f64>,
    /// Local purchases from each industry per yuan of income.
    pub purchases: Vec<f64>,
}
