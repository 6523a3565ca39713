//! Short marks by which scenarios and plans are known again.

use super::choices;
use crate::exchange::mark::mark;
use crate::plan::Plan;
use crate::plan::lever;
use crate::plan::scenario::Scenario;
use serde_json::json;
use std::fmt::Write as _;

/// Digits of a fingerprint.
const FINGERPRINT: usize = 8;

/// Digits of a plan's mark.
const PLAN: usize = 16;

/// Eight hexadecimal digits that stand for a plan and what a scenario changes in it: the same wherever
/// it is opened, and others as soon as one value differs. Name and note do not count.
#[must_use]
pub fn fingerprint(plan: &Plan, scenario: &Scenario) -> String {
    let chosen = choices(plan, scenario);
    first(&json!([plan.id, plan_mark(plan), chosen]).to_string(), FINGERPRINT)
}

/// Sixteen hexadecimal digits that stand for what a plan says: its calendar, levers with their
/// defaults, projects with their totals, and tiers. Names and sources do not count.
#[must_use]
pub fn plan_mark(plan: &Plan) -> String {
    let mut said = format!("{} {} {}", plan.grid.base_year.0, plan.grid.years, plan.year.0);
    // Writing to a text cannot fail.
    for spec in lever::catalogue(plan) {
        let _ = write!(said, "\n{} {}", spec.lever.key(plan), spec.default);
    }
    for project in &plan.projects {
        let (total, status) = (project.total.value.0, project.status);
        let _ = write!(said, "\n{} {total} {status:?}", project.id);
    }
    for tier in &plan.tiers {
        let growth = tier.growth.as_ref().map(|rate| rate.value.0);
        let level = tier.level.as_ref().map(|level| level.value.0);
        let _ = write!(said, "\n{} {growth:?} {level:?} {:?}", tier.id, tier.mode);
    }
    first(&said, PLAN)
}

fn first(said: &str, digits: usize) -> String {
    let mut digest = mark(said);
    digest.truncate(digits);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;

    #[test]
    fn a_fingerprint_follows_the_scenario_and_the_plan_and_nothing_else() {
        let plan = seeds::chengguan().unwrap();
        let none = Scenario::default();
        let mut some = none.clone();
        some.set(Lever::of_plan(Kind::Execution, &plan), 0.7, &plan);
        let mut others = vec![fingerprint(&plan, &none), fingerprint(&plan, &some)];
        let mut larger = plan.clone();
        larger.projects[0].total.value.0 += 0.1;
        others.push(fingerprint(&larger, &none));
        let mut higher = plan.clone();
        if let Some(level) = &mut higher.tiers[0].level {
            level.value.0 += 0.1;
        }
        others.push(fingerprint(&higher, &none));
        let mut stronger = plan.clone();
        stronger.base_gdp.value.0 += 0.1;
        others.push(fingerprint(&stronger, &none));
        let all: std::collections::BTreeSet<&String> = others.iter().collect();
        assert_eq!(all.len(), others.len(), "{others:?}");
        assert!(others.iter().all(|one| one.len() == 8));

        let mut renamed = plan.clone();
        renamed.name.zh.push('甲');
        renamed.projects[0].name.zh.push('乙');
        assert_eq!(fingerprint(&renamed, &some), others[1]);
        some.set(Lever::of_plan(Kind::Execution, &plan), 0.71, &plan);
        assert_ne!(fingerprint(&plan, &some), others[1]);
    }

    /// Printed fingerprints lead back to a scenario for years: they change with the plan's numbers alone.
    #[test]
    fn stored_fingerprints_stay_what_they_were() {
        let none = Scenario::default();
        assert_eq!(fingerprint(&seeds::chengguan().unwrap(), &none), "529dbe60");
        assert_eq!(fingerprint(&seeds::linhe().unwrap(), &none), "8d671b36");
    }
}
