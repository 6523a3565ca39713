//! The numeric goals of the plan document, pillar by pillar.

use super::link::Link;
use super::provenance::Label;
use serde::{Deserialize, Serialize};

/// A heading under which the plan document groups its goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pillar {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
}

/// One of the quantities (such as 五量) by which the document sorts some of its goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Short name used in tables.
    pub id: String,
    /// Name on screen.
    pub name: Label,
}

/// One numeric goal as the document states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Short name, such as `S18`.
    pub id: String,
    /// Index into the plan's pillars; `None` for the headline goals.
    pub pillar: Option<usize>,
    /// The heading within the pillar.
    pub subsection: Label,
    /// Index into the plan's quantities, if the document says which it serves.
    pub quantity: Option<usize>,
    /// The words of the document that carry the number.
    pub phrase: String,
    /// What is counted.
    pub name: Label,
    /// The stated number, in `unit`.
    pub value: f64,
    /// Unit as stated: `%`, `亿元`, `个`, `户` …
    pub unit: Label,
    /// How the number binds.
    pub qualifier: Qualifier,
    /// What the number may be used for.
    pub role: Role,
    /// The figure of the model that it is held against, where its role allows one.
    pub link: Option<Link>,
}

impl Indicator {
    /// The unit of rates and shares, as tables write it.
    pub const PERCENT: &str = "%";
    /// The unit of money, as tables write it.
    pub const MONEY: &str = "亿元";

    /// Whether it comes bit by bit over the year; a rate or a share does not.
    #[must_use]
    pub fn accumulates(&self) -> bool {
        self.unit.zh != Self::PERCENT
    }

    /// Whether it is counted in whole things: a whole number that is not money.
    #[must_use]
    pub fn counts_things(&self) -> bool {
        self.accumulates() && self.unit.zh != Self::MONEY && self.value.fract() == 0.0
    }
}

/// How a stated number binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// The number or more (以上).
    AtLeast,
    /// More than the number (超).
    MoreThan,
    /// To be striven for (力争).
    Strive,
}

/// What a stated number may be used for; only the roles named so ever move GDP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A criterion for GDP.
    Tier,
    /// Feeds the projects.
    Portfolio,
    /// Feeds the funding of projects.
    Funding,
    /// Feeds an initiative.
    Initiative,
    /// Checks an industry's growth or the jobs computed.
    Indicator,
    /// A capacity that may explain supply, without a figure for GDP.
    Supply,
    /// Tracked only; no effect on GDP may be computed from it.
    Scorecard,
}

impl Role {
    /// All of them, those that feed the model first.
    pub const ALL: [Self; 7] = [
        Self::Tier,
        Self::Portfolio,
        Self::Funding,
        Self::Initiative,
        Self::Indicator,
        Self::Supply,
        Self::Scorecard,
    ];
}
