//! The ids that tables may refer to.

use super::problem::Thing;
use crate::plan::Plan;
use crate::units::Grid;
use std::collections::BTreeMap;

/// Ids of one sort of thing in the plan's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    list: Vec<String>,
    positions: BTreeMap<String, usize>,
}

impl Ids {
    fn new(list: Vec<String>) -> Self {
        let mut positions = BTreeMap::new();
        positions.extend(list.iter().enumerate().rev().map(|(at, id)| (id.clone(), at)));
        Self { list, positions }
    }

    /// All of them in order.
    pub(super) fn list(&self) -> &[String] {
        &self.list
    }

    /// Where an id stands; the first place if it is there twice.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }
}

impl<'a> FromIterator<&'a str> for Ids {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Self {
        Self::new(ids.into_iter().map(str::to_owned).collect())
    }
}

/// Everything that may be referred to, and the calendar.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// The calendar; absent while `plan.csv` does not say it.
    pub(super) grid: Option<Grid>,
    pub(super) industries: Ids,
    pub(super) categories: Ids,
    pub(super) sources: Ids,
    pub(super) pillars: Ids,
    pub(super) quantities: Ids,
    pub(super) projects: Ids,
    pub(super) initiatives: Ids,
    pub(super) tiers: Ids,
    nothing: Ids,
}

impl Names {
    /// The names of a plan that has been read.
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            grid: Some(plan.grid),
            industries: plan.industries.iter().map(|industry| industry.id.as_str()).collect(),
            categories: plan.categories.iter().map(|category| category.id.as_str()).collect(),
            sources: plan.sources.iter().map(|source| source.id.as_str()).collect(),
            pillars: plan.pillars.iter().map(|pillar| pillar.id.as_str()).collect(),
            quantities: plan.quantities.iter().map(|quantity| quantity.id.as_str()).collect(),
            projects: plan.projects.iter().map(|project| project.id.as_str()).collect(),
            initiatives: plan.initiatives.iter().map(|initiative| initiative.id.as_str()).collect(),
            tiers: plan.tiers.iter().map(|tier| tier.id.as_str()).collect(),
            nothing: Ids::default(),
        }
    }

    /// The ids of one sort of thing.
    pub(super) fn ids(&self, thing: Thing) -> &Ids {
        match thing {
            Thing::Industry => &self.industries,
            Thing::Category => &self.categories,
            Thing::Source => &self.sources,
            Thing::Pillar => &self.pillars,
            Thing::Project => &self.projects,
            Thing::Quantity => &self.quantities,
            Thing::Initiative => &self.initiatives,
            Thing::Tier => &self.tiers,
            _ => &self.nothing,
        }
    }

    /// The ids that a column name's placeholder stands for.
    pub(super) fn of_placeholder(&self, word: &str) -> &[String] {
        match word {
            "industry" => self.industries.list(),
            "category" => self.categories.list(),
            "source" => self.sources.list(),
            _ => &[],
        }
    }
}
