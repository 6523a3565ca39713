//! The work that one question makes.

use super::Kept;
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::study::Progress;
use crate::study::attribution::{AttributionStudy, ComparisonStudy};
use crate::study::breaking_point::BreakingPointStudy;
use crate::study::draws::Source;
use crate::study::equivalent::EquivalentsStudy;
use crate::study::marginal::MarginalStudy;
use crate::study::odds::{ChanceStudy, Draws, LiveOdds, OddsStudy};
use crate::study::portfolio::{Aim, FrontierStudy, PortfolioStudy};
use crate::study::question::{Answer, Question};
use crate::study::recipe::{Goal, WaysStudy};
use crate::study::sensitivity::{Sensitivity, SensitivityStudy};
use crate::study::wire::Request;
use crate::units::Share;
use std::fmt;

/// The work that one question makes, to be done a little at a time.
pub struct Task<'p> {
    step: Box<dyn FnMut() -> Turn + 'p>,
}

/// What a part of the work has brought.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// This part is done, more is left.
    Going(Share),
    /// An answer that is right and not yet complete; more is left.
    SoFar(Answer),
    /// The answer.
    Done(Answer),
}

impl<'p> Task<'p> {
    /// The work that a question makes; none where it is about a tier that the plan does not have.
    pub(super) fn new(plan: &'p Plan, kept: &mut Kept, request: Request) -> Option<Self> {
        let Request { scenario, question } = request;
        if tier(&question).is_some_and(|tier| tier >= plan.tiers.len()) {
            return None;
        }
        Some(match question {
            Question::Odds(Draws::Preview) => under_the_hand(plan, kept, scenario),
            Question::Odds(draws) => {
                let source = kept.source(plan, scenario.chance.seed);
                let mut study = OddsStudy::with(plan, &scenario, source, draws);
                in_steps(move || study.step(), Answer::Odds)
            }
            Question::Sensitivity { tier } => swings(plan, scenario, tier),
            Question::Recipes { goal, locked } => {
                let mut study = WaysStudy::new(plan, &scenario, goal, locked);
                in_steps(move || study.step(), Answer::Recipes)
            }
            Question::Equivalents { tier } => {
                let mut study = EquivalentsStudy::new(plan, &scenario, tier);
                in_steps(move || study.step(), Answer::Equivalents)
            }
            Question::Marginals => {
                let mut study = MarginalStudy::new(plan, &scenario, Draws::Settled);
                in_steps(move || study.step(), Answer::Marginals)
            }
            Question::BreakingPoint => {
                let mut study = BreakingPointStudy::new(plan, &scenario);
                in_steps(move || study.step(), Answer::BreakingPoint)
            }
            Question::Portfolio { aim, limits } => {
                let mut study = PortfolioStudy::new(plan, &scenario, aim, &limits);
                in_steps(move || study.step(), Answer::Portfolio)
            }
            Question::Frontier { limits } => {
                let source = kept.source(plan, scenario.chance.seed);
                let mut study = FrontierStudy::new(plan, &scenario, &limits);
                let mut odds = move |scenario: &Scenario| odds(plan, scenario, &source);
                in_steps(move || study.step(&mut odds), Answer::Frontier)
            }
            Question::Attribution { from } => {
                let mut study = AttributionStudy::new(plan, &from, &scenario);
                in_steps(move || study.step(), Answer::Attribution)
            }
            Question::Comparison { scenarios } => {
                let mut study = ComparisonStudy::new(plan, &scenario, scenarios);
                in_steps(move || study.step(), Answer::Comparison)
            }
        })
    }

    /// Does a few milliseconds of it.
    pub fn step(&mut self) -> Turn {
        (self.step)()
    }
}

impl fmt::Debug for Task<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task").finish_non_exhaustive()
    }
}

/// The tier that a question is about.
fn tier(question: &Question) -> Option<usize> {
    match question {
        Question::Sensitivity { tier }
        | Question::Equivalents { tier }
        | Question::Recipes { goal: Goal::Tier(tier), .. }
        | Question::Portfolio { aim: Aim::Cheapest { tier }, .. } => Some(*tier),
        _ => None,
    }
}

fn in_steps<'p, T>(
    mut step: impl FnMut() -> Progress<T> + 'p,
    answer: impl Fn(T) -> Answer + 'p,
) -> Task<'p> {
    Task {
        step: Box::new(move || match step() {
            Progress::Going(done) => Turn::Going(done),
            Progress::Done(value) => Turn::Done(answer(value)),
        }),
    }
}

/// Odds while a lever moves: what the last move left in place is not run again.
fn under_the_hand<'p>(plan: &'p Plan, kept: &Kept, scenario: Scenario) -> Task<'p> {
    let live = kept.live.clone();
    let step = move || {
        let mut live = live.borrow_mut();
        let live = live.get_or_insert_with(|| LiveOdds::new(plan, &scenario, Draws::Preview));
        // Another look may have begun meanwhile.
        if *live.scenario() != scenario {
            live.ask(plan, &scenario);
        }
        live.step()
    };
    in_steps(step, Answer::Odds)
}

/// The tornado: its bars at once, and then what chance makes of them.
fn swings<'p>(plan: &'p Plan, scenario: Scenario, tier: usize) -> Task<'p> {
    let mut bars = SensitivityStudy::new(plan, &scenario, tier);
    let mut chance: Option<ChanceStudy> = None;
    let step = move || match &mut chance {
        None => match bars.step() {
            Progress::Going(_) => Turn::Going(Share::ZERO),
            Progress::Done(sensitivity) => {
                let swings = sensitivity.swings.clone();
                chance = Some(ChanceStudy::new(plan, &scenario, tier, swings));
                Turn::SoFar(Answer::Sensitivity(sensitivity))
            }
        },
        Some(chance) => match chance.step() {
            Progress::Going(done) => Turn::Going(done),
            Progress::Done(swings) => Turn::Done(Answer::Sensitivity(Sensitivity { swings })),
        },
    };
    Task { step: Box::new(step) }
}

/// Odds of each tier from a quick look: a curve is read in whole parts of a hundred.
fn odds(plan: &Plan, scenario: &Scenario, source: &Source) -> Vec<Share> {
    let odds = OddsStudy::with(plan, scenario, source.clone(), Draws::Preview).finish();
    odds.tiers.iter().map(|tier| tier.attained).collect()
}
