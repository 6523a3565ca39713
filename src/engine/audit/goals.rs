//! Tiers, and stated numbers against the tables that hold them.

use super::Finding;
use crate::engine::attainment::bases_disagree;
use crate::engine::outcome::{Attainment, Outcome, Test};
use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever};
use crate::plan::link::{Link, ProjectList};
use crate::plan::provenance::Provenance;
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Rate};

/// Half of the step to which growth is published: 0.05 percentage points.
const HALF_STEP: Rate = Rate(0.0005);

/// A base year that a tier implies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ImpliedBase {
    /// The tier.
    pub tier: usize,
    /// Growth it asks for.
    pub growth: Rate,
    /// Level it asks for.
    pub level: NominalMoney,
    /// Level over one plus growth.
    pub base: NominalMoney,
    /// The least it can be if the growth rate is rounded to 0.1 %.
    pub lowest: NominalMoney,
    /// The most it can be.
    pub highest: NominalMoney,
}

pub(super) fn check(plan: &Plan, outcome: &Outcome) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        bases(plan, outcome).into_iter().chain(base_in_use(outcome)).collect();
    findings.extend(order(&outcome.tiers));
    findings.extend(stated(plan));
    findings.extend(sums(plan));
    findings
}

/// What each tier with growth and level implies.
fn implied(tiers: &[Attainment]) -> Vec<ImpliedBase> {
    let each = tiers.iter().enumerate();
    each.filter_map(|(tier, own)| {
        let (growth, level, base) = (own.growth?, own.level?, own.implied_base?);
        Some(ImpliedBase {
            tier,
            growth,
            level,
            base,
            lowest: level / (growth + HALF_STEP).factor(),
            highest: level / (growth - HALF_STEP).factor(),
        })
    })
    .collect()
}

fn bases(plan: &Plan, outcome: &Outcome) -> Option<Finding> {
    if !bases_disagree(&outcome.tiers) {
        return None;
    }
    let tiers = implied(&outcome.tiers);
    let reconcilable = tiers.iter().all(|one| tiers.iter().all(|own| own.lowest <= one.highest));
    Some(Finding::ImpliedBases { year: plan.grid.base_year, tiers, reconcilable })
}

/// One base may well be right where the tiers disagree; one that fits none of them needs a reason.
fn base_in_use(outcome: &Outcome) -> Option<Finding> {
    let base = outcome.annual(outcome.grid.base_year).nominal;
    // Over more than one year a tier says nothing about the base year.
    let next = outcome.year.previous() == outcome.grid.base_year;
    let tiers = implied(&outcome.tiers);
    let fits = tiers.iter().any(|own| own.lowest <= base && base <= own.highest);
    if tiers.is_empty() || fits || !next {
        return None;
    }
    let infinite = NominalMoney(f64::INFINITY);
    let lowest = tiers.iter().map(|own| own.base).fold(infinite, NominalMoney::min);
    let highest = tiers.iter().map(|own| own.base).fold(NominalMoney::ZERO, NominalMoney::max);
    Some(Finding::BaseOutsideTiers { base, lowest, highest })
}

/// Tiers stand lowest first; each test must ask for no less than that of the tier below.
fn order(tiers: &[Attainment]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (test, asked) in [
        (Test::Growth, (|tier| tier.growth.map(|growth| growth.0)) as fn(&Attainment) -> _),
        (Test::Level, |tier| tier.level.map(|level| level.0)),
    ] {
        let each = tiers.iter().enumerate();
        let having: Vec<(usize, f64)> =
            each.filter_map(|(index, tier)| Some((index, asked(tier)?))).collect();
        for pair in having.windows(2) {
            if let [(lower, less), (higher, more)] = *pair
                && more < less - 1e-9
            {
                findings.push(Finding::TiersOutOfOrder { test, lower, higher });
            }
        }
    }
    findings
}

/// Goals against the tables that hold the same number.
fn stated(plan: &Plan) -> Vec<Finding> {
    let each = plan.indicators.iter().enumerate();
    each.filter_map(|(goal, own)| {
        let found = plan.given_for(own.link?)?;
        differs(own.value, found).then_some(Finding::StatedDiffers { goal, found })
    })
    .collect()
}

/// The stated numbers of both lists against that of the whole.
fn sums(plan: &Plan) -> Vec<Finding> {
    let links = [Link::ProjectCount as fn(ProjectList) -> Link, Link::ProjectTotal];
    let sum = |link: fn(ProjectList) -> Link| {
        let goal = |list| plan.goal_linked(link(list));
        let (whole, stated) = goal(ProjectList::All)?;
        let (annual, one) = goal(ProjectList::Annual)?;
        let (reserve, other) = goal(ProjectList::Reserve)?;
        let sum = one.value + other.value;
        let parts = [annual, reserve];
        differs(stated.value, sum).then_some(Finding::SumDiffers { parts, whole, sum })
    };
    links.into_iter().filter_map(sum).collect()
}

/// Differs by more than the last bits of sums of decimals.
fn differs(one: f64, other: f64) -> bool {
    (one - other).abs() > 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// Numbers of the document that the scenario sets to something else.
pub(super) fn overridden(plan: &Plan, scenario: &Scenario) -> Vec<Finding> {
    let levers = scenario.settings.keys().copied();
    let sizes = scenario.projects.keys().map(|&item| Lever::of_item(Kind::Size, item, plan));
    levers
        .chain(sizes)
        .filter(|&lever| from_document(plan, lever))
        .filter_map(|lever| {
            let (planned, set) = (lever::default(lever, plan), scenario.value(lever, plan));
            (planned != set).then_some(Finding::Overridden { lever, planned, set })
        })
        .collect()
}

/// Whether the document states what the lever sets, or it follows from what it states.
fn from_document(plan: &Plan, lever: Lever) -> bool {
    match lever.kind {
        // The sizes of cohorts are chosen so that they add up to the stated totals.
        Kind::Size => true,
        _ => lever::spec(lever, plan).is_some_and(|spec| {
            matches!(spec.provenance, Provenance::Stated | Provenance::Derived)
        }),
    }
}
