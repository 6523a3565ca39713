//! Do the numbers of the plan agree with each other? A check that says what, where and how far.
//!
//! Nothing is repaired and nothing feeds back: the outcome is the same whether anyone asks or not.
//! [`audit`] looks at a plan, a scenario and their outcome; [`release`] at figures as a statistics
//! release prints them.
//!
//! | file | subject |
//! |---|---|
//! | `goals` | tiers and their implied bases, stated numbers against the tables |
//! | `projects` | lists, whole-life totals, annual shares, money applied for |
//! | `accounts` | shares that must add up, actual figures, turnover beside value added |
//! | `release` | printed contributions against printed levels and growth |

mod accounts;
mod goals;
mod place;
mod projects;
mod release;

pub use goals::ImpliedBase;
pub use place::{Place, Table};
pub use projects::ListTotal;
pub use release::{Release, release};

use super::outcome::{Outcome, Test};
use crate::order;
use crate::plan::Plan;
use crate::plan::lever::Lever;
use crate::plan::resolve::resolve;
use crate::plan::scenario::{Actual, Scenario};
use crate::units::{NominalMoney, Points, Rate, Share, Year};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Two numbers that cannot both be right.
    Contradiction,
    /// Right as it stands, and easily read wrongly.
    Caution,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Contradiction, Self::Caution, Self::Note];
}

/// One thing found. Indices are those of the plan; amounts stated by a goal are in its unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The tiers' growth and level come from different base years.
    ImpliedBases {
        /// The base year.
        year: Year,
        /// What each tier implies, in the plan's order.
        tiers: Vec<ImpliedBase>,
        /// Whether growth rates rounded to 0.1 % could hide one common base.
        reconcilable: bool,
    },
    /// A higher tier asks for less than a lower one.
    TiersOutOfOrder {
        /// By which test.
        test: Test,
        /// The tier that should ask for less.
        lower: usize,
        /// The tier that should ask for more.
        higher: usize,
    },
    /// No tier's growth and level, rounded as published, fit the base year in use.
    BaseOutsideTiers {
        /// GDP of the base year in use.
        base: NominalMoney,
        /// The lowest base that a tier implies.
        lowest: NominalMoney,
        /// The highest.
        highest: NominalMoney,
    },
    /// A goal of the document and the table that holds the same number say different things.
    StatedDiffers {
        /// The goal.
        goal: usize,
        /// What the table gives, in the goal's unit.
        found: f64,
    },
    /// Two stated numbers do not add up to the stated whole.
    SumDiffers {
        /// The goals that are the parts.
        parts: [usize; 2],
        /// The goal that is the whole.
        whole: usize,
        /// What the parts add up to, in the whole's unit.
        sum: f64,
    },
    /// Parts that must make a whole and do not.
    SharesDiffer {
        /// What they divide.
        of: Divided,
        /// Their sum.
        sum: Share,
    },
    /// Actual figures of all industries do not add up to the actual figure of GDP.
    ActualsDiffer {
        /// The quarter of the grid.
        quarter: usize,
        /// GDP as entered.
        whole: Actual,
        /// GDP as the industries' figures imply it, of the same sort.
        implied: Actual,
    },
    /// A printed contribution to growth that printed levels and growth do not allow.
    PullDiffers {
        /// Index of the industry or sector in the release.
        item: usize,
        /// As printed.
        printed: Points,
        /// As levels and growth imply it.
        implied: Points,
    },
    /// A printed growth of the whole that printed levels and growth do not allow.
    GrowthDiffers {
        /// As printed.
        printed: Rate,
        /// As levels and growth imply it.
        implied: Rate,
    },
    /// A cohort plans more of its whole-life total for one year than programmes usually do.
    AnnualShare {
        /// The record.
        project: usize,
        /// Planned in the plan year, as a part of the total.
        share: Share,
    },
    /// Whole-life totals are larger than GDP and must not be read as one year's spending.
    WholeLifeTotals {
        /// The lists whose total passes GDP.
        lists: Vec<ListTotal>,
        /// What is planned for the plan year, all projects that go ahead.
        planned: NominalMoney,
        /// GDP of the base year.
        gdp: NominalMoney,
    },
    /// Money applied for pays for spending that is counted already.
    MoneyAppliedFor {
        /// The goal that states it.
        goal: usize,
        /// Project spending of the plan year, which it helps to pay for.
        spending: NominalMoney,
    },
    /// Turnover, of which only a part is value added.
    Turnover {
        /// The goal that states it.
        goal: usize,
        /// New value added that the outcome makes of it.
        value_added: NominalMoney,
    },
    /// Sales beside the value added of the industry that makes them.
    Sales {
        /// The goal that states them.
        goal: usize,
        /// The industry.
        industry: usize,
        /// Its value added of the plan year.
        value_added: NominalMoney,
        /// GDP of the plan year.
        gdp: NominalMoney,
    },
    /// How large the projects of each list are on average.
    MeanSizes {
        /// Both lists together.
        all: NominalMoney,
        /// The annual list.
        annual: NominalMoney,
        /// The reserve.
        reserve: NominalMoney,
    },
    /// Stated new jobs beside the person-years of the outcome.
    Jobs {
        /// The goal that states them.
        goal: usize,
        /// Person-years above the baseline in the plan year.
        computed: f64,
    },
    /// A number that the document states, or that follows from it, is set to something else.
    Overridden {
        /// The lever that sets it.
        lever: Lever,
        /// As the plan has it.
        planned: f64,
        /// As the scenario has it.
        set: f64,
    },
}

/// What parts divide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divided {
    /// The base year's GDP, over industries.
    Gdp,
    /// An industry's base year, over quarters.
    Industry(usize),
    /// An initiative's year, over quarters.
    Initiative(usize),
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::ImpliedBases { .. }
            | Self::TiersOutOfOrder { .. }
            | Self::StatedDiffers { .. }
            | Self::SumDiffers { .. }
            | Self::SharesDiffer { .. }
            | Self::ActualsDiffer { .. }
            | Self::PullDiffers { .. }
            | Self::GrowthDiffers { .. } => Severity::Contradiction,
            Self::BaseOutsideTiers { .. }
            | Self::AnnualShare { .. }
            | Self::WholeLifeTotals { .. }
            | Self::MoneyAppliedFor { .. } => Severity::Caution,
            // Larger than the whole economy, sales invite to be read as part of it.
            Self::Sales { value_added, gdp, .. } if value_added < gdp => Severity::Caution,
            Self::Turnover { .. }
            | Self::Sales { .. }
            | Self::MeanSizes { .. }
            | Self::Jobs { .. }
            | Self::Overridden { .. } => Severity::Note,
        }
    }
}

/// Everything found, the gravest first.
#[must_use]
pub fn audit(plan: &Plan, scenario: &Scenario, outcome: &Outcome) -> Vec<Finding> {
    let mut findings = goals::check(plan, outcome);
    findings.extend(accounts::check(plan, scenario, outcome));
    findings.extend(projects::check(plan, &resolve(plan, scenario), outcome));
    findings.extend(goals::overridden(plan, scenario));
    order::sort(&mut findings, |one, other| one.severity().cmp(&other.severity()));
    findings
}

/// How many findings are of one severity.
#[must_use]
pub fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity() == severity).count()
}
