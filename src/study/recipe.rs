//! Recipes: the nearest ways to a level of GDP.
//!
//! | file | subject |
//! |---|---|
//! | [`hand`] | levers in hand: how far each may go and what it gives |
//! | [`early`] | projects that start at another time |
//! | [`drag`] | the result itself in someone's hand |

pub mod drag;
pub mod early;
pub mod hand;

use super::path::{Arrival, Path};
use super::root::{self, Point, Until};
use super::trial::{Figures, Settled, Trial};
use super::{Move, Progress};
use crate::plan::Plan;
use crate::plan::lever::{Kind, Lever};
use crate::plan::scenario::Scenario;
use crate::units::{NominalMoney, Rate, Share};
use hand::{Burden, Pull, Towards};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a way there keeps small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Recipe {
    /// Every lever moves a little, each in proportion to what it can plausibly do.
    LeastChange,
    /// First what asks for no more money (initiatives, carrying out what is planned), then more
    /// money where it gives most; growth that nobody can decide comes last.
    LeastMoney,
    /// Time alone: nobody slips, then projects start a quarter earlier, those that give most first,
    /// then more of the reserve starts.
    EarliestStart,
}

impl Recipe {
    /// All of them in the order of the screen.
    pub const ALL: [Self; 3] = [Self::LeastChange, Self::LeastMoney, Self::EarliestStart];
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Goal {
    /// To reach a tier, by the tests its mode names.
    Tier(usize),
    /// To bring GDP of the tiers' year at current prices to a level, up or down.
    Level(NominalMoney),
}

/// One way there, or as far as it leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// What it keeps small.
    pub recipe: Recipe,
    /// Whether it gets there: a tier is reached, or a level is met to a millionth of 亿元.
    pub reached: bool,
    /// The levers it moves; empty where nothing has to be or can be moved.
    pub moves: Vec<Move>,
    /// GDP of the tiers' year at current prices at its end.
    pub nominal: NominalMoney,
    /// Real growth of the tiers' year at its end.
    pub growth: Rate,
    /// GDP still missing at its end, or on the way down still too much; zero or less where it gets
    /// there.
    pub gap: NominalMoney,
    /// Executed spending of the tiers' year beyond that of the scenario.
    pub spending: NominalMoney,
}

/// A level is met if it is missed by no more than this, 亿元.
const MET: f64 = 1e-6;

/// The three ways to a goal, one at a time; locked levers stay where they are.
#[derive(Clone, Debug)]
pub struct WaysStudy<'p> {
    trial: Trial<'p>,
    goal: Goal,
    locked: BTreeSet<Lever>,
    ways: Vec<Way>,
}

impl<'p> WaysStudy<'p> {
    /// No way found yet.
    #[must_use]
    pub fn new(plan: &'p Plan, scenario: &Scenario, goal: Goal, locked: BTreeSet<Lever>) -> Self {
        Self { trial: Trial::new(plan, scenario), goal, locked, ways: Vec::new() }
    }

    /// Finds one way more.
    pub fn step(&mut self) -> Progress<Vec<Way>> {
        let Some(&recipe) = Recipe::ALL.get(self.ways.len()) else {
            return Progress::Done(self.ways.clone());
        };
        self.ways.push(way(&self.trial, recipe, self.goal, &self.locked));
        Progress::Going(Share(self.ways.len() as f64 / Recipe::ALL.len() as f64))
    }
}

/// The three ways to a goal; locked levers stay where they are.
#[must_use]
pub fn ways(trial: &Trial, goal: Goal, locked: &BTreeSet<Lever>) -> Vec<Way> {
    Recipe::ALL.into_iter().map(|recipe| way(trial, recipe, goal, locked)).collect()
}

/// One way to a goal; locked levers stay where they are.
///
/// Levers move within what is plausible, no lever further than the goal needs. A way that does not
/// get there goes to its end. A goal that is reached already needs no move.
#[must_use]
pub fn way(trial: &Trial, recipe: Recipe, goal: Goal, locked: &BTreeSet<Lever>) -> Way {
    let towards = direction(trial.here(), goal);
    let margin = |figures: &Figures| margin(figures, goal, towards);
    let until = Until { apart: 1e-15, passed: 1e-12, asked: 80 };
    if margin(trial.here()) >= 0.0 || is_reached(trial.here(), goal) {
        return described(trial, recipe, goal, towards, &[]);
    }
    let path = path(trial, recipe, towards, locked);
    let arrival = path.arrive(trial, until, margin);
    let arrival = match goal {
        Goal::Tier(_) => in_whole_quarters(trial, &path, arrival, margin),
        Goal::Level(_) => given_back(trial, arrival, margin),
    };
    described(trial, recipe, goal, towards, &arrival.moves)
}

fn direction(here: &Figures, goal: Goal) -> Towards {
    match goal {
        Goal::Level(level) if level < here.nominal => Towards::Less,
        _ => Towards::More,
    }
}

/// Whether a tier is reached already, if only by as little as counts.
fn is_reached(here: &Figures, goal: Goal) -> bool {
    matches!(goal, Goal::Tier(tier) if here.tiers.get(tier).is_some_and(|tier| tier.attained))
}

/// How far a goal is passed or missed: in 亿元 for a level; a tier that does not exist is reached.
fn margin(figures: &Figures, goal: Goal, towards: Towards) -> f64 {
    match goal {
        Goal::Tier(tier) => figures.tiers.get(tier).map_or(0.0, |tier| tier.margin),
        Goal::Level(level) => (figures.nominal - level).0 * towards.sign(),
    }
}

/// The path of a recipe; nothing of it moves a locked lever.
fn path(trial: &Trial, recipe: Recipe, towards: Towards, locked: &BTreeSet<Lever>) -> Path {
    match recipe {
        Recipe::LeastChange => {
            least_change(hand::pulls(trial, &hand::levers(trial, locked), towards))
        }
        Recipe::LeastMoney => Path::in_turn(&least_money(trial, towards, locked)),
        Recipe::EarliestStart => Path::in_turn(&earliest_start(trial, towards, locked)),
    }
}

/// The shortest way where GDP follows the levers evenly, lengths being counted in plausible widths:
/// each lever moves in proportion to its slope times its width squared, until it is at its end.
fn least_change(pulls: Vec<Pull>) -> Path {
    Path::together(pulls.into_iter().map(|pull| (pull.way, pull.slope * pull.width * pull.width)))
}

/// Upwards the levers that ask for the least spending per GDP first; downwards those that save most.
fn least_money(trial: &Trial, towards: Towards, locked: &BTreeSet<Lever>) -> Vec<Move> {
    let pulls = hand::pulls(trial, &hand::levers(trial, locked), towards);
    let here = trial.settled(&[]).executed;
    let priced = pulls
        .into_iter()
        .filter_map(|pull| Some((spending_per_gdp(trial, here, &pull)?, pull.way)));
    let mut priced: Vec<(f64, Move)> = priced.collect();
    let burden = |way: &Move| match (Burden::of(way.lever.kind), towards) {
        (Burden::Hope, _) => 2,
        (Burden::Free, Towards::More) | (Burden::Money, Towards::Less) => 0,
        (Burden::Money, Towards::More) | (Burden::Free, Towards::Less) => 1,
    };
    priced.sort_by(|(a, own), (b, other)| {
        let by_price = (a * towards.sign()).total_cmp(&(b * towards.sign()));
        burden(own).cmp(&burden(other)).then(by_price).then(own.lever.cmp(&other.lever))
    });
    priced.into_iter().map(|(_, way)| way).collect()
}

/// Executed spending per GDP, both between where a lever stands and its end.
fn spending_per_gdp(trial: &Trial, here: NominalMoney, pull: &Pull) -> Option<f64> {
    let end = trial.settled(&[pull.way]);
    let gained = end.figures.nominal - trial.here().nominal;
    (gained.0 != 0.0).then(|| (end.executed - here) / gained)
}

/// Slip first, then projects a quarter at a time, then the reserve.
fn earliest_start(trial: &Trial, towards: Towards, locked: &BTreeSet<Lever>) -> Vec<Move> {
    let of_plan = |kind| {
        let lever = Lever::of_plan(kind, trial.plan());
        let free = !locked.contains(&lever);
        let pulls =
            hand::pulls(trial, if free { std::slice::from_ref(&lever) } else { &[] }, towards);
        pulls.first().map(|pull| pull.way)
    };
    let slip = of_plan(Kind::Slip);
    let moved = trial.moved(slip.as_slice());
    let on_time = Trial::new(trial.plan(), &moved);
    let shifts = early::shifts(&on_time, towards, locked);
    let projects = early::quarter_by_quarter(&shifts, towards);
    slip.into_iter().chain(projects).chain(of_plan(Kind::ReserveStart)).collect()
}

/// A project on the way to an earlier quarter goes there: plans are made in whole quarters.
fn in_whole_quarters(
    trial: &Trial,
    path: &Path,
    arrival: Arrival,
    margin: impl Fn(&Figures) -> f64,
) -> Arrival {
    let Some(part) = path.end_of_leg(arrival.part, |lever| lever.kind == Kind::Delay) else {
        return arrival;
    };
    let moves = path.at(part);
    let figures = trial.figures(&moves);
    let whole = Arrival { part, margin: margin(&figures), moves, figures };
    if whole.margin >= 0.0 { whole } else { arrival }
}

/// Where GDP jumped past a level (a project commissioned a quarter sooner), the levers give back
/// what is too much, the last one first.
fn given_back(trial: &Trial, mut arrival: Arrival, margin: impl Fn(&Figures) -> f64) -> Arrival {
    let until = Until { apart: 1e-15, passed: MET / 10.0, asked: 80 };
    for index in (0..arrival.moves.len()).rev() {
        if arrival.margin <= MET {
            break;
        }
        let own = arrival.moves[index];
        let with = |to: f64| {
            let mut moves = arrival.moves.clone();
            moves[index].to = to;
            let figures = trial.figures(&moves);
            Arrival { margin: margin(&figures), moves, figures, part: arrival.part }
        };
        let without = with(own.from);
        let next = if without.margin >= 0.0 {
            without
        } else {
            let short = Point { at: own.from, margin: without.margin };
            let enough = Point { at: own.to, margin: arrival.margin };
            with(root::edge(short, enough, until, |to| with(to).margin).enough.at)
        };
        arrival = next;
    }
    arrival.moves.retain(|own| own.from != own.to);
    arrival
}

fn described(trial: &Trial, recipe: Recipe, goal: Goal, towards: Towards, moves: &[Move]) -> Way {
    let Settled { figures, executed } = trial.settled(moves);
    let figures = &figures;
    let margin = margin(figures, goal, towards);
    let (reached, gap) = match goal {
        Goal::Tier(tier) => {
            let gap = figures.tiers.get(tier).map_or(NominalMoney::ZERO, |tier| tier.gap);
            (margin >= 0.0 || is_reached(figures, goal), gap)
        }
        Goal::Level(_) => (margin.abs() <= MET, NominalMoney(0.0 - margin)),
    };
    Way {
        recipe,
        reached,
        moves: moves.to_vec(),
        nominal: figures.nominal,
        growth: figures.growth,
        gap,
        spending: executed - trial.settled(&[]).executed,
    }
}

#[cfg(test)]
mod tests;
