//! The gap exchange rate: what closes the gap to a tier, one thing at a time.

use super::goal_seek::{self, Sought};
use super::recipe::early;
use super::recipe::hand::{self, Towards};
use super::trial::Trial;
use super::{Move, Progress};
use crate::engine;
use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever, Span};
use crate::plan::resolve::resolve;
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Rate, Share};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One thing that is worth the gap, or as much of it as it can be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Equivalent {
    /// What it is.
    pub kind: EquivalentKind,
    /// Whether it closes the gap alone.
    pub enough: bool,
    /// GDP still missing when it is done; zero or less where it is enough.
    pub gap: NominalMoney,
    /// What to set so that it is done; empty where it cannot be done by levers.
    pub moves: Vec<Move>,
}

/// What is worth the gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EquivalentKind {
    /// Growth of every industry alike.
    Growth(Rate),
    /// More executed spending in the tiers' year.
    Spending(NominalMoney),
    /// One lever alone; its move is the only one.
    Lever,
    /// So many projects a quarter earlier, those that give most first.
    Earlier {
        /// Indices of the projects.
        projects: Vec<usize>,
    },
}

/// What is worth the gap to a tier, a little at a time.
#[derive(Clone, Debug)]
pub struct EquivalentsStudy<'p> {
    trial: Trial<'p>,
    tier: usize,
    all: usize,
    /// Levers still to be looked at; absent before the few that are no single lever.
    left: Option<Vec<Lever>>,
    few: Vec<Equivalent>,
    levers: Vec<Equivalent>,
}

impl<'p> EquivalentsStudy<'p> {
    /// Nothing looked at; for a tier that is reached, or none, there is nothing to look at.
    #[must_use]
    pub fn new(plan: &'p Plan, scenario: &Scenario, tier: usize) -> Self {
        let trial = Trial::new(plan, scenario);
        let missed = trial.here().tiers.get(tier).is_some_and(|tier| !tier.attained);
        let left = (!missed).then(Vec::new);
        Self { trial, tier, all: 0, left, few: Vec::new(), levers: Vec::new() }
    }

    /// Looks at one thing more.
    pub fn step(&mut self) -> Progress<Vec<Equivalent>> {
        let Some(left) = &mut self.left else {
            let levers = hand::levers(&self.trial, &BTreeSet::new());
            self.all = levers.len();
            self.left = Some(levers);
            self.few = few(&self.trial, self.tier);
            return Progress::Going(Share::ZERO);
        };
        let Some(lever) = left.pop() else { return Progress::Done(self.equivalents()) };
        let looked_at = 1.0 - left.len() as f64 / self.all.max(1) as f64;
        let sought = goal_seek::goal_seek(&self.trial, lever, self.tier);
        let does_good = |sought: &Sought| sought.to.to != sought.to.from;
        self.levers.extend(sought.filter(does_good).map(alone));
        Progress::Going(Share(looked_at))
    }

    /// Levers that are enough first, the one nearest to where it stands before the others; of those
    /// that are not, the one that leaves least missing.
    fn equivalents(&self) -> Vec<Equivalent> {
        let mut levers = self.levers.clone();
        let change = |own: &Equivalent| {
            own.moves.first().map_or(0.0, |own| part_of_plausible(&self.trial, *own))
        };
        levers.sort_by(|own, other| {
            let lever = |own: &Equivalent| own.moves.first().map(|own| own.lever);
            let by_size = if own.enough {
                change(own).total_cmp(&change(other))
            } else {
                own.gap.0.total_cmp(&other.gap.0)
            };
            other.enough.cmp(&own.enough).then(by_size).then(lever(own).cmp(&lever(other)))
        });
        self.few.iter().cloned().chain(levers).collect()
    }
}

/// What is worth the gap to a tier: growth of all, spending, projects a quarter earlier, then each
/// lever in hand that does any good. Nothing for a tier that is reached.
#[must_use]
pub fn equivalents(plan: &Plan, scenario: &Scenario, tier: usize) -> Vec<Equivalent> {
    let mut study = EquivalentsStudy::new(plan, scenario, tier);
    loop {
        if let Progress::Done(answer) = study.step() {
            return answer;
        }
    }
}

/// What is no single lever.
fn few(trial: &Trial, tier: usize) -> Vec<Equivalent> {
    let outcome = engine::run(&resolve(trial.plan(), trial.scenario()));
    let attainment = outcome.tiers.get(tier);
    let uplift = attainment.and_then(|tier| outcome.common_uplift(tier));
    let growth = uplift.and_then(|uplift| growth(trial, tier, uplift.required));
    let spending = attainment.and_then(|tier| outcome.spending_to_close(tier));
    let spending = spending.map(|money| Equivalent {
        kind: EquivalentKind::Spending(money),
        enough: true,
        gap: NominalMoney::ZERO,
        moves: Vec::new(),
    });
    growth.into_iter().chain(spending).chain(earlier(trial, tier)).collect()
}

/// Growth of every industry alike: by the formula, to the edge that goal seek finds beside it.
fn growth(trial: &Trial, tier: usize, uplift: Rate) -> Option<Equivalent> {
    let common = Lever::of_year(Kind::CommonGrowth, trial.plan().year);
    let here = trial.value(common);
    // The formula may be a trace off where only the total of a quarter is known.
    let span = Span { min: here, max: here + 2.0 * uplift.0 };
    let sought = goal_seek::within(trial, common, tier, span).filter(|sought| sought.enough)?;
    let kind = EquivalentKind::Growth(Rate(sought.to.to - here));
    let mut all = Equivalent { kind, ..alone(sought) };
    if trial.spec(common).is_none() {
        // Such a plan can say what is missing, but has nothing to set it by.
        all.moves.clear();
    }
    Some(all)
}

fn alone(sought: Sought) -> Equivalent {
    Equivalent {
        kind: EquivalentKind::Lever,
        enough: sought.enough,
        gap: sought.gap,
        moves: vec![sought.to],
    }
}

/// How far a move goes, in widths of what is plausible.
fn part_of_plausible(trial: &Trial, own: Move) -> f64 {
    let width = trial.spec(own.lever).map_or(0.0, |spec| spec.plausible.max - spec.plausible.min);
    (own.to - own.from).abs() / width
}

/// Projects a quarter earlier, as few as close the gap, or all that help.
fn earlier(trial: &Trial, tier: usize) -> Option<Equivalent> {
    let shifts = early::shifts(trial, Towards::More, &BTreeSet::new());
    let moves: Vec<Move> =
        shifts.iter().map(|shift| trial.to(shift.lever, shift.from - 1.0)).collect();
    let of_first = |count: usize| trial.figures(&moves[..count]).tiers.get(tier).copied();
    // Every project more helps, so the fewest that are enough lie where too few become enough.
    let (mut few, mut enough) = (0, moves.len());
    while enough - few > 1 && of_first(moves.len())?.margin >= 0.0 {
        let middle = usize::midpoint(few, enough);
        if of_first(middle)?.margin >= 0.0 { enough = middle } else { few = middle }
    }
    let last = of_first(enough)?;
    let projects: Vec<usize> = moves[..enough].iter().map(|own| own.lever.item).collect();
    (!projects.is_empty()).then(|| Equivalent {
        kind: EquivalentKind::Earlier { projects },
        enough: last.margin >= 0.0,
        gap: last.gap,
        moves: moves[..enough].to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::scenario::{Actual, ActualKey};
    use crate::seeds;

    #[test]
    fn whatever_is_enough_reaches_the_tier_when_it_is_done() {
        let mut known = Scenario::default();
        let key = ActualKey { quarter: 4, industry: None };
        known.actuals.insert(key, Actual::Level(NominalMoney(290.0)));
        let published = Scenario { published_rounding: true, ..Scenario::default() };
        let (chengguan, linhe) = (seeds::chengguan().unwrap(), seeds::linhe().unwrap());
        let cases = [
            (&chengguan, Scenario::default()),
            (&chengguan, known),
            (&chengguan, published.clone()),
            (&linhe, Scenario::default()),
            (&linhe, published),
        ];
        for (plan, scenario) in &cases {
            let trial = Trial::new(plan, scenario);
            for tier in 0..plan.tiers.len() {
                let found = equivalents(plan, scenario, tier);
                assert_eq!(found.is_empty(), trial.here().tiers[tier].attained);
                for own in found.iter().filter(|own| !own.moves.is_empty()) {
                    let run = engine::run(&resolve(plan, &trial.moved(&own.moves)));
                    assert_eq!(run.tiers[tier].attained, own.enough, "{own:?}");
                    let apart = run.tiers[tier].binding_gap - own.gap;
                    assert!(apart.0.abs() < 1e-9, "{own:?}");
                }
            }
        }
    }

    #[test]
    fn growth_of_all_is_what_the_formula_says() {
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()] {
            let outcome = engine::run(&resolve(&plan, &Scenario::default()));
            for (index, tier) in outcome.tiers.iter().enumerate().filter(|(_, tier)| !tier.attained)
            {
                let formula = outcome.common_uplift(tier).unwrap().required;
                let found = equivalents(&plan, &Scenario::default(), index);
                let EquivalentKind::Growth(rate) = found[0].kind else { panic!("{:?}", found[0]) };
                assert!((rate - formula).0.abs() < 2e-9);
                assert!(found[0].enough && found[0].moves.len() == 1);
                let spending = EquivalentKind::Spending(outcome.spending_to_close(tier).unwrap());
                assert_eq!(found[1].kind, spending);
            }
        }
    }

    #[test]
    fn levers_that_are_enough_come_before_those_that_are_not() {
        let found = equivalents(&seeds::chengguan().unwrap(), &Scenario::default(), 0);
        let alone = found.iter().filter(|own| own.kind == EquivalentKind::Lever);
        let enough: Vec<bool> = alone.map(|own| own.enough).collect();
        assert!(enough.is_sorted_by(|a, b| a >= b) && enough.len() > 10, "{enough:?}");
        assert!(enough[0] && !enough[enough.len() - 1]);
    }

    #[test]
    fn as_few_projects_as_close_the_gap_start_a_quarter_earlier() {
        let plan = seeds::linhe().unwrap();
        let mut scenario = Scenario::default();
        let able = early::shifts(&Trial::new(&plan, &scenario), Towards::More, &BTreeSet::new());
        assert!(able.len() >= 2, "{able:?}");
        // A tier that asks for a little more GDP than one project brings.
        let level = Lever::of_item(Kind::TierLevel, 0, &plan);
        scenario.modes.insert(0, crate::plan::tier::TierMode::Level);
        let here = Trial::new(&plan, &scenario).here().nominal.0;
        for count in 1..=able.len() {
            let gains: f64 = able[..count].iter().map(|shift| shift.gain).sum();
            scenario.set(level, here + gains - 1e-6, &plan);
            let found = equivalents(&plan, &scenario, 0);
            let earlier =
                found.iter().find(|own| matches!(own.kind, EquivalentKind::Earlier { .. }));
            let earlier = earlier.unwrap();
            assert!(earlier.enough && earlier.moves.len() == count, "{count} {earlier:?}");
        }
        scenario.set(level, here + 50.0, &plan);
        let found = equivalents(&plan, &scenario, 0);
        let earlier = found.iter().find(|own| matches!(own.kind, EquivalentKind::Earlier { .. }));
        assert!(earlier.is_some_and(|own| !own.enough && own.moves.len() == able.len()));
    }
}
