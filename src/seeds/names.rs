//! The ids that tables may refer to.

use super::problem::Thing;
use crate::plan::Plan;
use crate::units::Grid;

/// Ids in the plan's order, and the calendar.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// The calendar; absent while `plan.csv` does not say it.
    pub(super) grid: Option<Grid>,
    pub(super) industries: Vec<String>,
    pub(super) categories: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) pillars: Vec<String>,
    pub(super) projects: Vec<String>,
    pub(super) initiatives: Vec<String>,
}

impl Names {
    /// The names of a plan that has been read.
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            grid: Some(plan.grid),
            industries: plan.industries.iter().map(|industry| industry.id.clone()).collect(),
            categories: plan.categories.iter().map(|category| category.id.clone()).collect(),
            sources: plan.sources.iter().map(|source| source.id.clone()).collect(),
            pillars: plan.pillars.iter().map(|pillar| pillar.id.clone()).collect(),
            projects: plan.projects.iter().map(|project| project.id.clone()).collect(),
            initiatives: plan.initiatives.iter().map(|initiative| initiative.id.clone()).collect(),
        }
    }

    /// The ids of one sort of thing.
    pub(super) fn ids(&self, thing: Thing) -> &[String] {
        match thing {
            Thing::Industry => &self.industries,
            Thing::Category => &self.categories,
            Thing::Source => &self.sources,
            Thing::Pillar => &self.pillars,
            Thing::Project => &self.projects,
            Thing::Initiative => &self.initiatives,
            _ => &[],
        }
    }

    /// The ids that a column name's placeholder stands for.
    pub(super) fn of_placeholder(&self, word: &str) -> &[String] {
        match word {
            "industry" => &self.industries,
            "category" => &self.categories,
            "source" => &self.sources,
            _ => &[],
        }
    }
}
