//! Contributions gathered under the few headings that fit a chart.

use super::outcome::{Contributions, Origin};
use crate::plan::Plan;
use crate::plan::project::Stage;
use crate::units::Points;

/// What a gathered contribution comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// The baseline as the plan has it.
    Baseline,
    /// What the scenario changes in the growth of industries.
    ChangedGrowth,
    /// Construction of projects under way since earlier years.
    Building,
    /// Construction of this year's new starts.
    Starting,
    /// Construction of reserve projects brought forward.
    Reserve,
    /// Operation of finished projects.
    Operation,
    /// Initiatives.
    Initiatives,
    /// Actual figures less what the model gives.
    ActualLessModel,
}

impl Heading {
    /// The headings in the order of the contribution table.
    pub const ALL: [Self; 8] = [
        Self::Baseline,
        Self::ChangedGrowth,
        Self::Building,
        Self::Starting,
        Self::Reserve,
        Self::Operation,
        Self::Initiatives,
        Self::ActualLessModel,
    ];

    /// The heading that a contribution belongs under.
    #[must_use]
    pub fn of(origin: Origin, plan: &Plan) -> Self {
        match origin {
            Origin::Baseline => Self::Baseline,
            Origin::ChangedGrowth => Self::ChangedGrowth,
            Origin::Construction(project) => match plan.projects.get(project).map(|p| p.stage) {
                Some(Stage::Reserve) => Self::Reserve,
                Some(Stage::Starting) => Self::Starting,
                _ => Self::Building,
            },
            Origin::Operation(_) => Self::Operation,
            Origin::Initiative(_) => Self::Initiatives,
            Origin::ActualLessModel => Self::ActualLessModel,
        }
    }
}

/// The contributions under each heading, in order; they add up to the same total.
#[must_use]
pub fn by_heading(contributions: &Contributions, plan: &Plan) -> Vec<(Heading, Points)> {
    let mut sums = Heading::ALL.map(|heading| (heading, Points::ZERO));
    for row in &contributions.rows {
        let heading = Heading::of(row.origin, plan);
        for (of, sum) in &mut sums {
            if *of == heading {
                *sum += row.total;
            }
        }
    }
    sums.to_vec()
}
