//! What of the model a stated number may be held against.
//!
//! A link compares; it never drives. Money, growth and turnover of the model come from the tables
//! that hold them, and progress on a goal changes no outcome.

use super::Plan;
use super::indicator::{Indicator, Role};
use super::lever::{Kind, Lever};
use super::project::{Project, Stage};
use crate::units::NominalMoney;
use serde::{Deserialize, Serialize};

/// The figure of the model that a goal is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// Growth that a tier asks for, in %.
    TierGrowth(usize),
    /// Level that a tier asks for.
    TierLevel(usize),
    /// How many projects a list holds.
    ProjectCount(ProjectList),
    /// Whole-life investment of a list: never one year's spending.
    ProjectTotal(ProjectList),
    /// Money applied for above the district: it finances spending and is none itself.
    Funds,
    /// Turnover of an initiative: only a part of it is value added.
    Turnover(usize),
    /// Sales of an industry's trade: checked against its value added, of which they are no part.
    Sales(usize),
    /// Jobs, beside the person-years of the outcome: a comparison of unlike things.
    Jobs,
}

impl Link {
    /// The role that a goal must have to be linked so.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::TierGrowth(_) | Self::TierLevel(_) => Role::Tier,
            Self::ProjectCount(_) | Self::ProjectTotal(_) => Role::Portfolio,
            Self::Funds => Role::Funding,
            Self::Turnover(_) => Role::Initiative,
            Self::Sales(_) | Self::Jobs => Role::Indicator,
        }
    }

    /// The lever that moves what the goal is held against, if one alone does.
    #[must_use]
    pub fn lever(self, plan: &Plan) -> Option<Lever> {
        match self {
            Self::TierGrowth(tier) => Some(Lever::of_item(Kind::TierGrowth, tier, plan)),
            Self::TierLevel(tier) => Some(Lever::of_item(Kind::TierLevel, tier, plan)),
            Self::Funds => Some(Lever::of_plan(Kind::Award, plan)),
            Self::Turnover(item) => Some(Lever::of_item(Kind::Turnover, item, plan)),
            Self::Sales(item) => Some(Lever::of_industry(Kind::Growth, item, plan.year)),
            Self::ProjectCount(_) | Self::ProjectTotal(_) | Self::Jobs => None,
        }
    }

    /// The unit that a goal must have to be comparable; any where it counts things.
    #[must_use]
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Self::TierGrowth(_) => Some(Indicator::PERCENT),
            Self::ProjectCount(_) | Self::Jobs => None,
            _ => Some(Indicator::MONEY),
        }
    }
}

/// A list of projects as the document counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProjectList {
    /// Both lists together.
    All,
    /// Projects of the annual plan, begun or to begin this year.
    Annual,
    /// Projects in reserve.
    Reserve,
}

impl ProjectList {
    /// All lists, the whole first.
    pub const ALL: [Self; 3] = [Self::All, Self::Annual, Self::Reserve];

    /// Whether a project is on the list.
    #[must_use]
    pub fn contains(self, project: &Project) -> bool {
        match self {
            Self::All => true,
            Self::Annual => project.stage != Stage::Reserve,
            Self::Reserve => project.stage == Stage::Reserve,
        }
    }
}

impl Plan {
    /// The records of a list, by index.
    pub fn listed(&self, list: ProjectList) -> impl Iterator<Item = (usize, &Project)> {
        self.projects.iter().enumerate().filter(move |(_, project)| list.contains(project))
    }

    /// How many projects a list holds.
    #[must_use]
    pub fn list_count(&self, list: ProjectList) -> usize {
        self.listed(list).map(|(_, project)| project.count as usize).sum()
    }

    /// Whole-life investment of a list.
    #[must_use]
    pub fn list_total(&self, list: ProjectList) -> NominalMoney {
        self.listed(list).map(|(_, project)| project.total.value).sum()
    }

    /// The first goal with this link, and its index.
    #[must_use]
    pub fn goal_linked(&self, link: Link) -> Option<(usize, &Indicator)> {
        self.indicators.iter().enumerate().find(|(_, goal)| goal.link == Some(link))
    }

    /// What the plan's own tables give for a link, in the unit of its goal; `None` where they give
    /// nothing that should be the same number.
    #[must_use]
    pub fn given_for(&self, link: Link) -> Option<f64> {
        match link {
            Link::TierGrowth(tier) => {
                self.tiers.get(tier)?.growth.as_ref().map(|growth| growth.value.points().0)
            }
            Link::TierLevel(tier) => {
                self.tiers.get(tier)?.level.as_ref().map(|level| level.value.0)
            }
            Link::ProjectCount(list) => Some(self.list_count(list) as f64),
            Link::ProjectTotal(list) => Some(self.list_total(list).0),
            Link::Funds => self.applied_for().map(|money| money.0),
            Link::Turnover(initiative) => {
                let year = self.grid.year_index(self.year)?.checked_sub(1)?;
                let turnover = &self.initiatives.get(initiative)?.turnover;
                turnover.get(year).or(turnover.last()).map(|turnover| turnover.value.0)
            }
            Link::Sales(_) | Link::Jobs => None,
        }
    }

    /// Money of the plan year from sources that must be applied for; `None` where no amount is given.
    #[must_use]
    pub fn applied_for(&self) -> Option<NominalMoney> {
        let year = self.grid.year_index(self.year)?.checked_sub(1)?;
        let mut amounts = self
            .sources
            .iter()
            .filter(|source| source.applied_for)
            .filter_map(|source| source.available.get(year)?.as_ref())
            .map(|amount| amount.value)
            .peekable();
        amounts.peek()?;
        Some(amounts.sum())
    }
}
