//! Plans with projects drawn by chance, small enough to try every choice or as large as a district's.

use mogao::plan::Plan;
use mogao::plan::project::{Profile, Project, Stage, Status};
use mogao::plan::provenance::Sourced;
use mogao::plan::scenario::Scenario;
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::study::portfolio::Limits;
use mogao::units::{NominalMoney, Quarters, Rate, Share};

/// A plan, a scenario and limits.
pub(super) struct Drawn {
    seed: u64,
    pub(super) plan: Plan,
    pub(super) scenario: Scenario,
    pub(super) limits: Limits,
    pub(super) budget: NominalMoney,
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "case {}: {:?}", self.seed, self.limits)
    }
}

struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }

    fn shares(&mut self, count: usize) -> Vec<Share> {
        let parts: Vec<f64> = (0..count).map(|_| self.between(0.01, 1.0)).collect();
        let whole: f64 = parts.iter().sum();
        parts.into_iter().map(|part| Share(part / whole)).collect()
    }
}

/// The plan of 城关区 with so many projects of its own in the place of the cohorts.
pub(super) fn random_plan(seed: u64, count: usize) -> Plan {
    let mut plan = seeds::chengguan().unwrap();
    let mut chance = Chance(seed);
    let model = plan.projects[1].clone();
    plan.projects = (0..count).map(|index| project(&mut chance, &model, &plan, index)).collect();
    let all: f64 = plan.projects.iter().map(|project| project.total.value.0).sum();
    // A level and a growth that some part of the projects reaches.
    let lift = all * chance.between(0.0, 0.025);
    let tier = &mut plan.tiers[0];
    tier.growth.as_mut().unwrap().value = Rate(0.0545 + lift / 1150.0);
    tier.level.as_mut().unwrap().value = NominalMoney(1212.9 + lift * chance.between(0.95, 1.05));
    plan
}

fn project(chance: &mut Chance, model: &Project, plan: &Plan, index: usize) -> Project {
    let starting = chance.next() < 0.4;
    let start = Quarters(4.0 + (chance.next() * 5.0).floor());
    let profile = if chance.next() < 0.5 {
        let duration = Quarters(2.0 + (chance.next() * 10.0).floor());
        Profile::SCurve { start, duration, c: 0.0, k: 3.0 }
    } else {
        let shares = vec![Share(0.3), Share(0.4), Share(0.3)];
        Profile::Annual { start, shares, pattern: [0.1, 0.3, 0.3, 0.3].map(Share) }
    };
    let size = chance.next();
    let mut project = model.clone();
    project.id = format!("r{index}");
    project.count = 1;
    project.stage = if starting { Stage::Starting } else { Stage::Reserve };
    project.status = if starting || chance.next() < 0.3 { Status::On } else { Status::Off };
    project.total.value = NominalMoney(1.0 + 30.0 * size * size * size);
    project.profile = profile;
    project.mix = chance.shares(plan.categories.len());
    project.sources = chance.shares(plan.sources.len());
    project.additionality = Some(Share(chance.between(0.2, 0.9)));
    project.icor = Some(chance.between(3.0, 10.0));
    project.ramp = Some(Quarters(4.0));
    project.hosts = chance.shares(plan.industries.len());
    project.pooled = false;
    project
}

/// A small plan with limits of every kind, each in some of the cases.
pub(super) fn random_case(seed: u64) -> Drawn {
    let mut chance = Chance(seed.wrapping_mul(7_919).wrapping_add(1));
    let count = 3 + (chance.next() * 4.0) as usize;
    let mut plan = random_plan(seed, count);
    let mut scenario = Scenario::default();
    let mode = (chance.next() * 4.0) as usize;
    let modes = [TierMode::Both, TierMode::Growth, TierMode::Level, TierMode::Any];
    scenario.modes.insert(0, modes[mode]);
    scenario.published_rounding = chance.next() < 0.2;
    scenario.induced = chance.next() < 0.2;
    let all: f64 = plan.projects.iter().map(|project| project.total.value.0).sum();
    let any = |chance: &mut Chance| (chance.next() * count as f64) as usize;
    let mut limits = Limits { earlier: Some(1), ..Limits::default() };
    if chance.next() < 0.3 {
        limits.funds = true;
        let blank = plan.base_gdp.clone();
        for source in &mut plan.sources {
            let amount = NominalMoney(chance.between(0.01, 0.1) * all);
            source.available = vec![Some(Sourced { value: amount, ..blank.clone() }); 2];
        }
    }
    if chance.next() < 0.25 {
        limits.bonds = Some(NominalMoney(chance.between(0.005, 0.05) * all));
    }
    if chance.next() < 0.3 {
        limits.capacity = Some(NominalMoney(chance.between(0.05, 0.2) * all));
    }
    if chance.next() < 0.3 {
        limits.starts = Some(1 + (chance.next() * 2.0) as usize);
    }
    if chance.next() < 0.3 {
        limits.order.push((any(&mut chance), any(&mut chance)));
        limits.order.retain(|(first, second)| first != second);
    }
    if chance.next() < 0.25 {
        limits.never.insert(any(&mut chance));
    }
    let budget = NominalMoney(chance.between(0.01, 0.15) * all);
    Drawn { seed, plan, scenario, limits, budget }
}
