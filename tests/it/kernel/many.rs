//! A plan with as many single projects as the document counts, made up from a tape of numbers.

use mogao::plan::Plan;
use mogao::plan::project::{Profile, Project, Stage, Status};
use mogao::plan::provenance::{Provenance, Sourced};
use mogao::seeds;
use mogao::study::random::{between_zero_and_one, keyed};
use mogao::units::{NominalMoney, Quarters, Share};

/// The Chengguan plan with its cohorts taken apart into single projects of all kinds.
pub(crate) fn many_projects(count: usize) -> Plan {
    let mut plan = seeds::chengguan().unwrap();
    let cohorts = plan.projects.clone();
    plan.projects = (0..count).map(|index| single(&cohorts, index)).collect();
    plan
}

fn single(cohorts: &[Project], index: usize) -> Project {
    let number = |place: u64| between_zero_and_one(keyed(index as u64, place));
    let mut project = cohorts[index % 3].clone();
    project.id = format!("p{index:03}");
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
            k: 3.0 + 3.0 * number(4),
        },
    };
    project.additionality = (number(5) < 0.2).then(|| Share(number(6)));
    project.icor = (number(7) < 0.3).then(|| 3.0 + 5.0 * number(8));
    project
}
