//! The numeric goals of the plan document, pillar by pillar.

use super::provenance::Label;
use serde::{Deserialize, Serialize};

/// A heading under which the plan document groups its goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pillar {
    /// Short name used in tables, links and files.
    pub id: String,
    /// Name on screen.
    pub name: Label,
}

/// One numeric goal as the document states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Short name, such as `S18`.
    pub id: String,
    /// Index into the plan's pillars; `None` for the headline goals.
    pub pillar: Option<usize>,
    /// The heading within the pillar.
    pub subsection: Label,
    /// Which of the five quantities (五量) it serves, if the document says so.
    pub quantity: Option<String>,
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
