//! What breaks first: the smallest mix of bad news that loses the tier that is reached, and the
//! cheapest repair.

mod mix;
mod threat;

use super::recipe::{self, Goal, Recipe, Way};
use super::trial::Trial;
use super::{Move, Progress};
use crate::plan::Plan;
use crate::plan::lever::Lever;
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Share};
use mix::{Mix, Mixing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use threat::Threat;

/// The weakest point of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakingPoint {
    /// The highest tier that is reached.
    pub tier: usize,
    /// The bad news, the part that does most first; empty where nothing plausible loses the tier.
    pub news: Vec<Move>,
    /// How far the news goes, as a part of what is plausible: 1 is one lever at the end of its
    /// plausible range.
    pub size: f64,
    /// GDP missing for the tier once the news has come.
    pub gap: NominalMoney,
    /// The cheapest way back with the news standing; absent where there is no news.
    pub repair: Option<Way>,
}

/// The search for the weakest point, a little at a time.
///
/// Only levers on their worse side are news, and no more than three of them at once: a room can
/// picture that. Lengths are counted in what is plausible for each, from where it stands to its worse
/// end. Every three of the six levers that do most are tried.
#[derive(Clone, Debug)]
pub struct BreakingPointStudy<'p> {
    trial: Trial<'p>,
    tier: usize,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    /// Looking at each lever alone, the last first.
    Levers { all: usize, left: Vec<Lever>, found: Vec<Threat> },
    /// Looking at several together.
    Mixes { all: usize, left: Vec<Mixing>, best: Option<Mix> },
    /// Looking for a way back.
    Repair(Option<Mix>),
    /// Nothing is left to do.
    Done(Option<BreakingPoint>),
}

/// Most levers of a mix.
const TOGETHER: usize = 3;

/// Levers of which mixes are made.
const CANDIDATES: usize = 6;

impl<'p> BreakingPointStudy<'p> {
    /// A search that has not begun.
    #[must_use]
    pub fn new(plan: &'p Plan, scenario: &Scenario) -> Self {
        let trial = Trial::new(plan, scenario);
        let reached = trial.here().tiers.iter().rposition(|tier| tier.attained);
        let left = threat::levers(&trial);
        let stage = match reached {
            Some(_) => Stage::Levers { all: left.len(), left, found: Vec::new() },
            None => Stage::Done(None),
        };
        Self { trial, tier: reached.unwrap_or(0), stage }
    }

    /// Does a little of the work. The answer is nothing where no tier is reached.
    pub fn step(&mut self) -> Progress<Option<BreakingPoint>> {
        let (trial, tier) = (&self.trial, self.tier);
        match &mut self.stage {
            Stage::Levers { left, found, .. } => match left.pop() {
                Some(lever) => found.extend(threat::threat(trial, lever, tier)),
                None => {
                    let left = mixings(found);
                    self.stage = Stage::Mixes { all: left.len(), left, best: None };
                }
            },
            Stage::Mixes { left, best, .. } => match left.last_mut() {
                Some(mixing) => {
                    if !mixing.advance(trial, tier) {
                        let found = left.pop().and_then(|mixing| mixing.best().cloned());
                        *best = smaller(best.take(), found);
                    }
                }
                None => self.stage = Stage::Repair(best.take()),
            },
            Stage::Repair(best) => {
                self.stage = Stage::Done(Some(described(trial, tier, best.take())))
            }
            Stage::Done(answer) => return Progress::Done(answer.clone()),
        }
        Progress::Going(self.share())
    }

    /// How much is done: mixes are most of the work.
    fn share(&self) -> Share {
        let part = |left: usize, all: usize| 1.0 - left as f64 / all.max(1) as f64;
        Share(match &self.stage {
            Stage::Levers { all, left, .. } => 0.1 * part(left.len(), *all),
            Stage::Mixes { all, left, .. } => 0.1 + 0.8 * part(left.len(), *all),
            Stage::Repair(_) => 0.9,
            Stage::Done(_) => 1.0,
        })
    }
}

/// What breaks first in a scenario; nothing where no tier is reached.
#[must_use]
pub fn breaking_point(plan: &Plan, scenario: &Scenario) -> Option<BreakingPoint> {
    let mut study = BreakingPointStudy::new(plan, scenario);
    loop {
        if let Progress::Done(answer) = study.step() {
            return answer;
        }
    }
}

/// Every three of the threats that do most, or all where there are fewer.
fn mixings(found: &mut Vec<Threat>) -> Vec<Mixing> {
    found.sort_by(|a, b| b.loss.total_cmp(&a.loss).then(a.way.lever.cmp(&b.way.lever)));
    found.truncate(CANDIDATES);
    let count = found.len();
    if count <= TOGETHER {
        return vec![Mixing::new(found.clone())];
    }
    let mut mixings = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            for c in b + 1..count {
                mixings.push(Mixing::new([a, b, c].map(|index| found[index]).to_vec()));
            }
        }
    }
    mixings
}

fn smaller(one: Option<Mix>, other: Option<Mix>) -> Option<Mix> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.size() < one.size() { other } else { one }),
        (one, other) => one.or(other),
    }
}

fn described(trial: &Trial, tier: usize, mix: Option<Mix>) -> BreakingPoint {
    let mut news = mix.as_ref().map(|mix| threat::come_true(&mix.threats, &mix.parts));
    if let (Some(news), Some(mix)) = (&mut news, &mix) {
        let part = |own: &Move| {
            let index = mix.threats.iter().position(|threat| threat.way.lever == own.lever);
            index.map_or(0.0, |index| mix.parts[index] * mix.threats[index].loss)
        };
        news.sort_by(|a, b| part(b).total_cmp(&part(a)).then(a.lever.cmp(&b.lever)));
    }
    let news = news.unwrap_or_default();
    let figures = trial.settled(&news).figures;
    BreakingPoint {
        tier,
        size: mix.map_or(0.0, |mix| mix.size()),
        gap: figures.tiers.get(tier).map_or(NominalMoney::ZERO, |tier| tier.gap),
        repair: (!news.is_empty()).then(|| repair(trial, tier, &news)),
        news,
    }
}

/// The way back that needs the least money, or else the one that moves everything, or else the one
/// that comes nearest; the news stands.
fn repair(trial: &Trial, tier: usize, news: &[Move]) -> Way {
    let after = Trial::new(trial.plan(), &trial.moved(news));
    let locked: BTreeSet<Lever> = news.iter().map(|own| own.lever).collect();
    let way = |recipe| recipe::way(&after, recipe, Goal::Tier(tier), &locked);
    let cheapest = way(Recipe::LeastMoney);
    if cheapest.reached {
        return cheapest;
    }
    let widest = way(Recipe::LeastChange);
    if widest.reached || widest.gap < cheapest.gap { widest } else { cheapest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::plan::lever::{Group, Kind};
    use crate::plan::resolve::resolve;
    use crate::plan::tier::TierMode;
    use crate::seeds;

    /// Scenarios in which some tier is reached.
    fn reached(plan: &Plan) -> Vec<Scenario> {
        let common = Lever::of_year(Kind::CommonGrowth, plan.year);
        let given = [(0.006, false), (0.0075, true), (0.01, false), (0.02, true)];
        let scenario = |(uplift, published_rounding)| {
            let mut scenario = Scenario { published_rounding, ..Scenario::default() };
            scenario.set(common, uplift, plan);
            scenario.modes.insert(1, TierMode::Any);
            scenario
        };
        given.map(scenario).to_vec()
    }

    fn attained(plan: &Plan, scenario: &Scenario, moves: &[Move], tier: usize) -> bool {
        let moved = Trial::new(plan, scenario).moved(moves);
        engine::run(&resolve(plan, &moved)).tiers[tier].attained
    }

    #[test]
    fn the_news_loses_the_tier_and_a_millionth_less_does_not() {
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()] {
            for scenario in reached(&plan) {
                let found = breaking_point(&plan, &scenario).unwrap();
                let tier = found.tier;
                assert!(attained(&plan, &scenario, &[], tier) && !found.news.is_empty());
                assert!(!attained(&plan, &scenario, &found.news, tier), "{found:?}");
                assert!(found.gap.0 > 0.0 && found.size > 0.0 && found.news.len() <= 3);
                let back = |own: &Move| Move { to: own.to - (own.to - own.from) * 1e-6, ..*own };
                let less: Vec<Move> = found.news.iter().map(back).collect();
                assert!(attained(&plan, &scenario, &less, tier), "{found:?}");
            }
        }
    }

    #[test]
    fn no_single_piece_of_news_is_smaller() {
        let plan = seeds::linhe().unwrap();
        for scenario in reached(&plan) {
            let found = breaking_point(&plan, &scenario).unwrap();
            let trial = Trial::new(&plan, &scenario);
            for lever in threat::levers(&trial) {
                let Some(own) = threat::threat(&trial, lever, found.tier) else { continue };
                let moves = threat::come_true(&[own], &[(found.size * (1.0 - 1e-6)).min(1.0)]);
                assert!(attained(&plan, &scenario, &moves, found.tier), "{moves:?} {found:?}");
            }
        }
    }

    #[test]
    fn the_repair_brings_the_tier_back_and_leaves_the_news() {
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()] {
            for scenario in reached(&plan) {
                let found = breaking_point(&plan, &scenario).unwrap();
                let repair = found.repair.unwrap();
                let both: Vec<Move> = found.news.iter().chain(&repair.moves).copied().collect();
                assert_eq!(attained(&plan, &scenario, &both, found.tier), repair.reached);
                let touched = |own: &Move| found.news.iter().any(|news| news.lever == own.lever);
                assert!(!repair.moves.iter().any(touched) && repair.reached, "{repair:?}");
            }
        }
    }

    #[test]
    fn news_is_bad_plausible_and_no_definition() {
        let plan = seeds::chengguan().unwrap();
        for scenario in reached(&plan) {
            let trial = Trial::new(&plan, &scenario);
            for own in breaking_point(&plan, &scenario).unwrap().news {
                assert_ne!(own.lever.kind.group(), Group::Goals);
                assert!(trial.plausible(own.lever).unwrap().contains(own.to), "{own:?}");
                assert_eq!(own.from, trial.value(own.lever));
            }
        }
    }

    #[test]
    fn where_no_tier_is_reached_nothing_breaks() {
        assert_eq!(breaking_point(&seeds::chengguan().unwrap(), &Scenario::default()), None);
    }

    #[test]
    fn a_tier_far_below_is_lost_to_nothing_plausible() {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_item(Kind::TierGrowth, 0, &plan), 0.005, &plan);
        scenario.set(Lever::of_item(Kind::TierLevel, 0, &plan), 1000.0, &plan);
        let found = breaking_point(&plan, &scenario).unwrap();
        assert_eq!((found.tier, found.size, found.repair.is_none()), (0, 0.0, true));
        assert!(found.news.is_empty() && found.gap.0 < 0.0);
    }

    #[test]
    fn a_search_says_how_far_it_has_come_and_keeps_its_answer() {
        let plan = seeds::linhe().unwrap();
        let scenario = reached(&plan).remove(0);
        let mut study = BreakingPointStudy::new(&plan, &scenario);
        let mut before = Share::ZERO;
        let answer = loop {
            match study.step() {
                Progress::Going(share) => {
                    assert!(share >= before && share <= Share::WHOLE);
                    before = share;
                }
                Progress::Done(answer) => break answer,
            }
        };
        assert_eq!(study.step(), Progress::Done(answer));
    }
}
