//! What the page of answers has been asked. It stays while the person looks elsewhere, and none of it
//! is a step to be undone.

use crate::engine::Outcome;
use crate::order;
use crate::plan::Plan;
use crate::plan::lever::Lever;
use crate::plan::scenario::Scenario;
use crate::study::breaking_point::BreakingPoint;
use crate::study::marginal::Marginal;
use crate::study::odds::Odds;
use crate::study::portfolio::{Aim, Limits};
use crate::study::question::Question;
use crate::study::recipe::Goal;
use crate::study::sensitivity::{Sensitivity, Swing};
use crate::units::{NominalMoney, Share, Year};
use std::collections::BTreeSet;

/// What the page of answers has been asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Inquiry {
    /// The tier that all its questions are about.
    pub tier: usize,
    /// What the tornado measures.
    pub measure: Measure,
    /// Whether every lever is shown, not only those that matter most.
    pub all_swings: bool,
    /// Whether recipes lead to a level that was typed, not to the tier.
    pub to_level: bool,
    /// The level that was typed, current prices.
    pub level: NominalMoney,
    /// Whether the choice of projects is to get the most for a budget, not to reach the tier cheaply.
    pub by_budget: bool,
    /// Public money to the end of the tiers' year.
    pub budget: NominalMoney,
    /// What a choice of projects has to keep to.
    pub limits: Limits,
    /// Where on the frontier the person stands, counted from the smallest budget.
    pub frontier_point: usize,
    /// What a difference is counted from: so many steps back, or the plan as written.
    pub steps_back: Option<usize>,
    /// Whether parts of a difference are shown in GDP, not in growth.
    pub parts_in_money: bool,
    /// The bad news that was let in to be looked at.
    pub struck: Option<BreakingPoint>,
}

/// What a tornado measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Real growth of the tiers' year.
    #[default]
    Growth,
    /// GDP missing for the tier.
    Gap,
    /// Odds of the tier.
    Odds,
}

impl Measure {
    /// What a lever does at its lower and its upper end: growth in percent, the gap in 亿元, odds of
    /// a hundred futures; nothing until the futures are drawn.
    #[must_use]
    pub fn ends(self, swing: &Swing) -> Option<[f64; 2]> {
        match self {
            Self::Growth => Some(swing.growth.map(|growth| growth.points().0)),
            Self::Gap => Some(swing.gap.map(|gap| gap.0)),
            Self::Odds => swing.odds.map(|odds| odds.map(of_hundred)),
        }
    }

    /// The same as the scenario stands.
    #[must_use]
    pub fn now(self, outcome: &Outcome, odds: Option<&Odds>, tier: usize) -> Option<f64> {
        match self {
            Self::Growth => Some(outcome.growth(outcome.year).points().0),
            Self::Gap => Some(outcome.tiers.get(tier)?.binding_gap.0),
            Self::Odds => Some(of_hundred(odds?.tiers.get(tier)?.attained)),
        }
    }

    /// Where the tier lies, if this measure has such a place.
    #[must_use]
    pub fn asked(self, outcome: &Outcome, tier: usize) -> Option<f64> {
        match self {
            Self::Growth => Some(outcome.tiers.get(tier)?.growth?.points().0),
            Self::Gap => Some(0.0),
            Self::Odds => None,
        }
    }

    /// How far it swings from end to end.
    #[must_use]
    pub fn width(self, swing: &Swing) -> Option<f64> {
        self.ends(swing).map(|[low, high]| (high - low).abs())
    }

    /// How closely it goes with the lever over the futures; a gap that closes is a tier reached.
    #[must_use]
    pub fn rank(self, swing: &Swing) -> Option<f64> {
        match self {
            Self::Growth => swing.rank_with_growth,
            Self::Gap => swing.rank_with_gap,
            Self::Odds => swing.rank_with_gap.map(|rank| -rank),
        }
    }

    /// The swings that can be told in this measure, the widest first.
    #[must_use]
    pub fn ranked(self, sensitivity: &Sensitivity) -> Vec<Swing> {
        let width = |swing: &Swing| self.width(swing).unwrap_or_default();
        let told = |swing: &&Swing| self.width(swing).is_some_and(|width| width > 0.0);
        let mut ranked: Vec<Swing> = sensitivity.swings.iter().filter(told).copied().collect();
        order::sort(&mut ranked, |one, other| width(other).total_cmp(&width(one)));
        ranked
    }
}

fn of_hundred(odds: Share) -> f64 {
    odds.0 * 100.0
}

impl Inquiry {
    /// What is asked before anybody has said otherwise: about the lowest tier that the plan as
    /// written does not reach, the highest one if it reaches all.
    #[must_use]
    pub fn about(plan: &Plan, planned: &Outcome) -> Self {
        let missed = planned.tiers.iter().position(|tier| !tier.attained);
        let tier = missed.unwrap_or(plan.tiers.len().saturating_sub(1));
        let asked = planned.tiers.get(tier);
        let level = asked.and_then(|tier| tier.level.or(tier.level_of_growth));
        Self {
            tier,
            measure: Measure::default(),
            all_swings: false,
            to_level: false,
            level: level.unwrap_or(planned.annual(planned.year).nominal),
            by_budget: false,
            budget: public_need(plan, planned, planned.year),
            limits: Limits::default(),
            frontier_point: 0,
            steps_back: None,
            parts_in_money: false,
            struck: None,
        }
    }

    /// Where recipes lead.
    #[must_use]
    pub fn goal(&self) -> Goal {
        if self.to_level { Goal::Level(self.level) } else { Goal::Tier(self.tier) }
    }

    /// What a choice of projects is to achieve.
    #[must_use]
    pub fn aim(&self) -> Aim {
        if self.by_budget {
            Aim::Most { budget: self.budget }
        } else {
            Aim::Cheapest { tier: self.tier }
        }
    }

    /// The questions that are answered anew after every change of the scenario while the page is
    /// open, beside those that always are.
    #[must_use]
    pub fn standing(&self, locked: &BTreeSet<Lever>) -> [Question; 3] {
        [
            Question::Sensitivity { tier: self.tier },
            Question::Recipes { goal: self.goal(), locked: locked.clone() },
            Question::BreakingPoint,
        ]
    }

    /// The bad news that was let in, for as long as all of it stands in the scenario.
    #[must_use]
    pub fn struck(&self, scenario: &Scenario, plan: &Plan) -> Option<&BreakingPoint> {
        self.struck.as_ref().filter(|struck| {
            struck.news.iter().all(|one| scenario.value(one.lever, plan) == one.to)
        })
    }

    /// The same with a project that must go ahead, must not, or may do either.
    #[must_use]
    pub fn with_project(&self, project: usize, rule: Rule) -> Self {
        let mut inquiry = self.clone();
        inquiry.limits.must.remove(&project);
        inquiry.limits.never.remove(&project);
        let list = match rule {
            Rule::Must => &mut inquiry.limits.must,
            Rule::Never => &mut inquiry.limits.never,
            Rule::Free => return inquiry,
        };
        list.insert(project);
        inquiry
    }
}

impl Inquiry {
    /// The same with one project that starts after another, or no longer.
    #[must_use]
    pub fn with_order(&self, first: usize, second: usize, kept: bool) -> Self {
        let mut inquiry = self.clone();
        let of_both = |pair: &(usize, usize)| *pair == (first, second) || *pair == (second, first);
        inquiry.limits.order.retain(|pair| !of_both(pair));
        if kept && first != second {
            inquiry.limits.order.push((first, second));
        }
        inquiry
    }
}

/// The project that decides about a tier most often, and in what part of the futures; none where no
/// project ever does.
#[must_use]
pub fn most_decisive(marginals: &[Marginal], tier: usize) -> Option<(&Marginal, Share)> {
    let often = |one: &Marginal| one.decides.get(tier).copied().unwrap_or(Share::ZERO);
    let most = marginals.iter().max_by(|a, b| often(a).0.total_cmp(&often(b).0))?;
    (often(most).0 > 0.0).then(|| (most, often(most)))
}

/// What is settled about a project before others are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It goes ahead.
    Must,
    /// It does not.
    Never,
    /// It may do either.
    Free,
}

/// Public money that projects need to the end of a year, rounded up to a whole 亿元.
fn public_need(plan: &Plan, outcome: &Outcome, until: Year) -> NominalMoney {
    let Some(last) = plan.grid.year_index(until) else { return NominalMoney::ZERO };
    let sources = plan.sources.iter().zip(&outcome.funding).filter(|(source, _)| source.public);
    let need = sources.flat_map(|(_, years)| years.iter().take(last + 1)).map(|year| year.need);
    NominalMoney(libm::ceil(need.sum::<NominalMoney>().0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds;
    use crate::session::Session;
    use crate::session::screen::Theme;
    use crate::study::Move;
    use crate::text::Language;
    use std::rc::Rc;

    fn session() -> Session {
        Session::new(Rc::new(seeds::chengguan().unwrap()), Language::Zh, Theme::System)
    }

    #[test]
    fn the_first_question_is_about_the_lowest_tier_that_is_missed() {
        let session = session();
        let inquiry = Inquiry::about(&session.plan, &session.planned);
        assert_eq!(inquiry.tier, 0);
        assert_eq!(inquiry.goal(), Goal::Tier(0));
        assert!(inquiry.budget.0 > 0.0);
    }

    #[test]
    fn a_project_is_under_one_rule_at_a_time() {
        let session = session();
        let inquiry = Inquiry::about(&session.plan, &session.planned);
        let inquiry = inquiry.with_project(1, Rule::Must).with_project(1, Rule::Never);
        assert!(inquiry.limits.must.is_empty() && inquiry.limits.never.contains(&1));
        assert!(inquiry.with_project(1, Rule::Free).limits.never.is_empty());
    }

    #[test]
    fn of_two_projects_one_at_most_waits_for_the_other() {
        let session = session();
        let inquiry = Inquiry::about(&session.plan, &session.planned).with_order(0, 1, true);
        assert_eq!(inquiry.limits.order, [(0, 1)]);
        assert_eq!(inquiry.with_order(0, 1, true).limits.order, [(0, 1)]);
        assert_eq!(inquiry.with_order(1, 0, true).limits.order, [(1, 0)]);
        assert_eq!(inquiry.with_order(2, 2, true).limits.order, [(0, 1)]);
        assert!(inquiry.with_order(0, 1, false).limits.order.is_empty());
    }

    #[test]
    fn bad_news_that_was_let_in_is_forgotten_once_it_no_longer_stands() {
        let session = session();
        let lever = crate::plan::lever::find("execution", &session.plan).unwrap();
        let news = vec![Move { lever, from: 0.8, to: 0.7 }];
        let gap = NominalMoney(1.0);
        let inquiry = Inquiry {
            struck: Some(BreakingPoint { tier: 0, news, size: 0.5, gap, repair: None }),
            ..Inquiry::about(&session.plan, &session.planned)
        };
        let mut scenario = Scenario::default();
        assert!(inquiry.struck(&scenario, &session.plan).is_none());
        scenario.set(lever, 0.7, &session.plan);
        assert!(inquiry.struck(&scenario, &session.plan).is_some());
    }
}
