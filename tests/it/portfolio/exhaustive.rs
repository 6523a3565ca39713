//! Every choice, tried: what each start of each project is worth by a run of its own, and the best of
//! all combinations that keep to the limits.

use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::project::{Stage, Status};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{ProjectChoice, Scenario};
use mogao::plan::tier::TierMode;
use mogao::study::portfolio::{Aim, Limits};
use mogao::units::Quarters;

/// What one choice comes to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    pub(super) real: f64,
    pub(super) public: f64,
    pub(super) missing: f64,
    pub(super) within_limits: bool,
    pub(super) feasible: bool,
}

/// One start of one project beyond leaving it out.
struct Tried {
    delay: Option<i32>,
    quarter: Option<usize>,
    real: f64,
    real_before: f64,
    nominal: f64,
    public: f64,
    /// Money by source and year.
    need: Vec<Vec<f64>>,
    executed: Vec<f64>,
}

pub(super) struct Exhaustive<'a> {
    plan: &'a Plan,
    limits: &'a Limits,
    growth: f64,
    tests: (bool, bool, TierMode),
    none: Outcome,
    options: Vec<Vec<Tried>>,
    /// Projects that are no candidates any more.
    started: Vec<bool>,
}

fn public_of(plan: &Plan, outcome: &Outcome) -> f64 {
    let until = plan.grid.year_index(plan.year).unwrap();
    let sources = outcome.funding.iter().zip(&plan.sources).filter(|(_, source)| source.public);
    sources.map(|(years, _)| years[..=until].iter().map(|year| year.need.0).sum::<f64>()).sum()
}

impl<'a> Exhaustive<'a> {
    pub(super) fn new(plan: &'a Plan, scenario: &'a Scenario, limits: &'a Limits) -> Self {
        let first = scenario.actuals.keys().map(|key| key.quarter + 1).max().unwrap_or(4);
        let started = |index: usize| {
            let project = &plan.projects[index];
            project.status == Status::On && project.profile.start().0 < first as f64
        };
        let mut none = scenario.clone();
        for index in (0..plan.projects.len()).filter(|&index| !started(index)) {
            none.choose(index, |choice| choice.status = Some(without(plan, index)));
        }
        let run = |scenario: &Scenario| engine::run(&resolve(plan, scenario));
        let base = run(&none);
        let options = (0..plan.projects.len())
            .map(|index| {
                let mut tried = Vec::new();
                if started(index) {
                    return vec![Tried::nothing(&base)];
                }
                let must = limits.must.contains(&index);
                if !must {
                    tried.push(Tried::nothing(&base));
                }
                let earlier = limits.earlier.unwrap_or(4) as i32;
                let planned = plan.projects[index].profile.start().0;
                let starting = plan.projects[index].stage == Stage::Starting;
                for delay in -earlier..=7 {
                    let start = planned + f64::from(delay);
                    let quarter = start as usize;
                    // What is in reserve is left out rather than started after the year.
                    let never = limits.never.contains(&index)
                        || start < first as f64
                        || quarter >= plan.grid.quarters()
                        || (quarter >= 8 && !starting && !must);
                    if !never {
                        let mut chosen = none.clone();
                        let delay_by = Quarters(f64::from(delay));
                        let choice = ProjectChoice {
                            status: Some(Status::On),
                            delay: delay_by,
                            scale: None,
                        };
                        chosen.choose(index, |own| *own = choice);
                        let outcome = run(&chosen);
                        tried.push(Tried::beyond(plan, index, &base, &outcome, delay, quarter));
                    }
                }
                tried
            })
            .collect();
        let tier = &plan.tiers[0];
        let asked = tier.growth.as_ref().unwrap().value;
        let mode = scenario.modes.get(&0).copied().unwrap_or(tier.mode);
        let tests = match mode {
            TierMode::Both | TierMode::Any => (true, true, mode),
            TierMode::Growth => (true, false, mode),
            TierMode::Level => (false, true, mode),
        };
        let growth = engine::attainment::growth_needed(asked, scenario.published_rounding).0;
        let started = (0..plan.projects.len()).map(started).collect();
        Self { plan, limits, growth, tests, none: base, options, started }
    }

    /// The best of all choices: the cheapest or richest that is feasible, or the one that misses by
    /// least.
    pub(super) fn best(&self, aim: Aim) -> Option<Worth> {
        let mut best: Option<Worth> = None;
        self.each(|picks| {
            let worth = self.of(picks, aim);
            if !worth.within_limits {
                return;
            }
            let better = |best: Worth| match (worth.feasible, best.feasible, aim) {
                (true, false, _) => true,
                (false, true, _) => false,
                (false, false, _) => worth.missing < best.missing,
                (true, true, Aim::Cheapest { .. }) => worth.public < best.public,
                (true, true, Aim::Most { .. }) => worth.real > best.real,
            };
            if best.is_none_or(better) {
                best = Some(worth);
            }
        });
        best
    }

    pub(super) fn least_public(&self) -> f64 {
        let mut least = f64::INFINITY;
        self.each(|picks| {
            let worth = self.of(picks, Aim::Most { budget: mogao::units::NominalMoney(1e9) });
            least = least.min(worth.public);
        });
        least
    }

    /// What a choice of the study comes to.
    pub(super) fn worth(&self, choices: &[(usize, Option<i32>)], aim: Aim) -> Worth {
        let mut picks = vec![0; self.options.len()];
        for (index, delay) in choices {
            let own = &self.options[*index];
            let pick = own.iter().position(|tried| tried.delay == *delay);
            picks[*index] = pick.expect("a start that may be");
        }
        self.of(&picks, aim)
    }

    fn each(&self, mut look: impl FnMut(&[usize])) {
        let mut picks = vec![0; self.options.len()];
        loop {
            look(&picks);
            let mut place = 0;
            loop {
                if place == picks.len() {
                    return;
                }
                picks[place] += 1;
                if picks[place] < self.options[place].len() {
                    break;
                }
                picks[place] = 0;
                place += 1;
            }
        }
    }

    fn of(&self, picks: &[usize], aim: Aim) -> Worth {
        let chosen = || picks.iter().zip(&self.options).map(|(&pick, own)| &own[pick]);
        let sum = |part: fn(&Tried) -> f64| chosen().map(part).sum::<f64>();
        let annual = self.none.annual(self.plan.year);
        let before = self.none.annual(self.plan.year.previous()).real.0;
        let real = annual.real.0 + sum(|own| own.real);
        let nominal = annual.nominal.0 + sum(|own| own.nominal);
        let public = sum(|own| own.public);
        let wanted = (before + sum(|own| own.real_before)) * (1.0 + self.growth);
        let by_growth = (wanted - real) * annual.deflator.0;
        let level = self.plan.tiers[0].level.as_ref().unwrap().value.0;
        let by_level = level - nominal;
        let missing = match aim {
            Aim::Most { budget } => public - budget.0,
            Aim::Cheapest { .. } => match self.tests {
                (true, true, TierMode::Any) => by_growth.min(by_level),
                (true, true, _) => by_growth.max(by_level),
                (true, false, _) => by_growth,
                _ => by_level,
            },
        };
        let missing = missing.max(0.0);
        Worth {
            real,
            public,
            missing,
            within_limits: self.within_limits(picks),
            feasible: missing <= 1e-9,
        }
    }

    fn within_limits(&self, picks: &[usize]) -> bool {
        let chosen: Vec<&Tried> =
            picks.iter().zip(&self.options).map(|(&pick, own)| &own[pick]).collect();
        let near = |sum: f64, limit: f64| sum <= limit + 1e-9;
        let need =
            |source: usize, year: usize| chosen.iter().map(|own| own.need[source][year]).sum();
        let mut within = true;
        if self.limits.funds {
            for source in 0..self.plan.sources.len() {
                for year in 0..self.plan.grid.years {
                    if let Some(available) = self.none.funding[source][year].available {
                        let others = self.none.funding[source][year].need.0;
                        within &= near(need(source, year), (available.0 - others).max(0.0));
                    }
                }
            }
        }
        if let Some(most) = self.limits.bonds {
            let bond = self.plan.sources.iter().position(|s| s.id == "special-bond").unwrap();
            let others = self.none.funding[bond][1].need.0;
            within &= near(need(bond, 1), (most.0 - others).max(0.0));
        }
        for t in 4..self.plan.grid.quarters() {
            if let Some(most) = self.limits.capacity {
                let others = self.none.projects.iter().map(|own| own.executed[t].0);
                let left = (most.0 - others.sum::<f64>()).max(0.0);
                within &= near(chosen.iter().map(|own| own.executed[t]).sum(), left);
            }
            if let Some(most) = self.limits.starts {
                within &= chosen.iter().filter(|own| own.quarter == Some(t)).count() <= most;
            }
        }
        for &(first, second) in &self.limits.order {
            if self.started[first] || self.started[second] {
                continue;
            }
            within &= match (chosen[first].quarter, chosen[second].quarter) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(first), Some(second)) => second > first,
            };
        }
        within
    }
}

/// What becomes of a project that is left out.
fn without(plan: &Plan, index: usize) -> Status {
    match (plan.projects[index].stage, plan.projects[index].status) {
        (Stage::Starting, Status::On) => Status::Cancelled,
        _ => Status::Off,
    }
}

impl Tried {
    fn nothing(base: &Outcome) -> Self {
        Self {
            delay: None,
            quarter: None,
            real: 0.0,
            real_before: 0.0,
            nominal: 0.0,
            public: 0.0,
            need: base.funding.iter().map(|years| vec![0.0; years.len()]).collect(),
            executed: vec![0.0; base.grid.quarters()],
        }
    }

    fn beyond(
        plan: &Plan,
        index: usize,
        base: &Outcome,
        outcome: &Outcome,
        delay: i32,
        quarter: usize,
    ) -> Self {
        let annual = |outcome: &Outcome| outcome.annual(plan.year);
        let before = |outcome: &Outcome| outcome.annual(plan.year.previous()).real.0;
        let need = outcome.funding.iter().zip(&base.funding).map(|(own, base)| {
            own.iter().zip(base).map(|(own, base)| own.need.0 - base.need.0).collect()
        });
        Self {
            delay: Some(delay),
            quarter: Some(quarter),
            real: annual(outcome).real.0 - annual(base).real.0,
            real_before: before(outcome) - before(base),
            nominal: annual(outcome).nominal.0 - annual(base).nominal.0,
            public: public_of(plan, outcome) - public_of(plan, base),
            need: need.collect(),
            executed: outcome.projects[index].executed.iter().map(|money| money.0).collect(),
        }
    }
}
