//! The plan of the bench: as many single projects as the document counts, made up the same way
//! every time.

use mogao::plan::Plan;
use mogao::plan::lever::Kind;
use mogao::plan::project::{Profile, Project, Stage, Status};
use mogao::plan::provenance::{Provenance, Sourced};
use mogao::seeds;
use mogao::study::random::{between_zero_and_one, keyed};
use mogao::units::{NominalMoney, Quarters, Share};

/// How many projects the document counts.
pub const PROJECTS: usize = 355;

/// How many years: the base year and five more, 24 quarters.
pub const YEARS: usize = 6;

/// The plan that ships, its cohorts taken apart into single projects of every kind.
///
/// Money spent is the same however many projects there are, so that GDP stays where the tiers are.
/// A part of every cost overrun is more work: a project's cost then matters in every future. `None`
/// if the tables cannot be read, which the tests of the app rule out.
#[must_use]
pub fn plan(projects: usize, years: usize) -> Option<Plan> {
    let mut plan = seeds::chengguan().ok()?;
    plan.grid.years = years;
    let cohorts = std::mem::take(&mut plan.projects);
    plan.projects = (0..projects).map(|index| single(&cohorts, index)).collect();
    let made: f64 = plan.projects.iter().map(|project| project.total.value.0).sum();
    for project in &mut plan.projects {
        resize(project, WHOLE / made);
    }
    if let Some(numbers) = plan.levers.get_mut(&Kind::OverrunPrice) {
        numbers.default = Some(0.8);
    }
    // The third tier is as good as never reached, and odds of nothing measure nothing.
    for (tier, (growth, level)) in
        plan.tiers.iter_mut().zip([(0.07, 1224.0), (0.074, 1228.0), (0.078, 1232.0)])
    {
        if let Some(asked) = &mut tier.growth {
            asked.value.0 = growth;
        }
        if let Some(asked) = &mut tier.level {
            asked.value.0 = level;
        }
    }
    Some(plan)
}

/// Whole-life money of all projects, 亿元.
const WHOLE: f64 = 2_700.0;

fn resize(project: &mut Project, scale: f64) {
    project.total.value = project.total.value * scale;
    if let Profile::Explicit { amounts, .. } = &mut project.profile {
        for amount in amounts {
            *amount = *amount * scale;
        }
    }
}

fn single(cohorts: &[Project], index: usize) -> Project {
    let number = |place: u64| between_zero_and_one(keyed(index as u64, place));
    let mut project = cohorts[index % 3].clone();
    project.id = format!("p{index:04}");
    project.count = 1;
    project.total = Sourced {
        value: NominalMoney(1.0 + 20.0 * number(0) * number(0)),
        provenance: Provenance::Assumption,
        source: String::new(),
    };
    project.pooled = false;
    project.status = Status::On;
    project.stage = [Stage::Building, Stage::Starting, Stage::Starting, Stage::Reserve][index % 4];
    let start = Quarters(if project.stage == Stage::Building {
        (8.0 * number(1)).floor() - 6.0
    } else {
        4.0 + (7.0 * number(1)).floor()
    });
    project.profile = match index % 10 {
        0 => Profile::Annual {
            start,
            shares: vec![Share(0.3), Share(0.4), Share(0.3)],
            pattern: [Share(0.1), Share(0.2), Share(0.3), Share(0.4)],
        },
        1 => {
            let parts = [0.1, 0.2, 0.4, 0.2, 0.1].map(|part| project.total.value * part);
            Profile::Explicit { start, amounts: parts.to_vec() }
        }
        2 => Profile::Annual { start, shares: Vec::new(), pattern: [Share(0.25); 4] },
        _ => Profile::SCurve {
            start,
            duration: Quarters(4.0 + (12.0 * number(2)).floor()),
            c: 0.3 * number(3),
            k: 4.3 + 2.0 * number(4),
        },
    };
    project.additionality = (number(5) < 0.2).then(|| Share(number(6)));
    project.icor = (number(7) < 0.3).then(|| 3.0 + 5.0 * number(8));
    project
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_has_the_size_it_says_and_is_the_same_every_time() {
        let plan = plan(PROJECTS, YEARS).unwrap();
        assert_eq!(
            (plan.projects.len(), plan.industries.len(), plan.grid.quarters()),
            (355, 11, 24)
        );
        assert_eq!(plan, super::plan(PROJECTS, YEARS).unwrap());
    }

    #[test]
    fn money_stays_the_same_however_many_projects_there_are() {
        for projects in [89, 355, 1420] {
            let total = plan(projects, YEARS).unwrap().projects_total();
            assert!((total.0 - WHOLE).abs() < 1e-6);
        }
    }
}
