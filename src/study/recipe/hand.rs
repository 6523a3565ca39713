//! What the levers in hand can give: how far each may go, and what that brings and costs.

use crate::plan::lever::{InHand, Kind, Lever, Scope, catalogue};
use crate::study::Move;
use crate::study::trial::Trial;
use std::collections::BTreeSet;

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To more GDP.
    More,
    /// To less.
    Less,
}

impl Towards {
    /// 1 or −1.
    #[must_use]
    pub fn sign(self) -> f64 {
        match self {
            Self::More => 1.0,
            Self::Less => -1.0,
        }
    }
}

/// A lever in hand, on its way to one end of what is plausible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// From where it stands to the end.
    pub way: Move,
    /// The width of what is plausible for it.
    pub width: f64,
    /// GDP of the tiers' year that it gives in the direction asked for, per unit of the lever, over
    /// the first eighth of the width.
    pub slope: f64,
}

/// The slope is taken over this part of the width: wide enough that a project commissioned a
/// quarter sooner or later does not pass for a slope.
const FIRST: f64 = 0.125;

/// GDP that is none, 亿元.
const NOTHING: f64 = 1e-9;

/// The levers of the catalogue that people can do something about in the tiers' year.
#[must_use]
pub fn levers(trial: &Trial, locked: &BTreeSet<Lever>) -> Vec<Lever> {
    let plan = trial.plan();
    let in_hand = |lever: &Lever| {
        let by_year = matches!(lever.kind.scope(), Scope::Year | Scope::IndustryYear);
        lever.kind.in_hand() == InHand::Moves && (!by_year || lever.year == plan.year)
    };
    let all = catalogue(plan).into_iter().map(|spec| spec.lever);
    all.filter(|lever| in_hand(lever) && !locked.contains(lever)).collect()
}

/// What each lever gives in a direction; those that give nothing are left out.
#[must_use]
pub fn pulls(trial: &Trial, levers: &[Lever], towards: Towards) -> Vec<Pull> {
    let [more, less] = both_ways(trial, levers);
    match towards {
        Towards::More => more,
        Towards::Less => less,
    }
}

/// What each lever gives towards more GDP, and what each gives towards less.
#[must_use]
pub fn both_ways(trial: &Trial, levers: &[Lever]) -> [Vec<Pull>; 2] {
    let ends: Vec<Vec<Pull>> = levers.iter().map(|&lever| ends(trial, lever)).collect();
    [Towards::More, Towards::Less].map(|towards| {
        let towards = |pull: &Pull| Pull { slope: pull.slope * towards.sign(), ..*pull };
        let steepest = |ends: &Vec<Pull>| {
            let giving = ends.iter().map(towards).filter(|pull| pull.slope > 0.0);
            giving.max_by(|a, b| a.slope.total_cmp(&b.slope))
        };
        ends.iter().filter_map(steepest).collect()
    })
}

/// A lever on its way to either end, with slopes towards more GDP; none where GDP stays.
fn ends(trial: &Trial, lever: Lever) -> Vec<Pull> {
    let (Some(span), Some(spec)) = (trial.plausible(lever), trial.spec(lever)) else {
        return Vec::new();
    };
    let width = spec.plausible.max - spec.plausible.min;
    let value = trial.value(lever);
    let to = |end: f64| {
        let first = value + (end - value).clamp(-FIRST * width, FIRST * width);
        let figures = trial.figures(&[trial.to(lever, first)]);
        let gain = (figures.nominal - trial.here().nominal).0;
        let slope = gain / (first - value).abs();
        (gain.abs() > NOTHING).then(|| Pull { way: trial.to(lever, end), width, slope })
    };
    [span.min, span.max].into_iter().filter(|&end| end != value).filter_map(to).collect()
}

/// How a lever stands to money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Burden {
    /// It carries out what is planned and paid for, or asks nothing of the budget.
    Free,
    /// It puts more money into the year's plan.
    Money,
    /// It costs nothing and cannot be decided: industries grow or they do not.
    Hope,
}

impl Burden {
    /// The burden of a kind of lever.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::AnnualShare | Kind::ReserveStart => Self::Money,
            Kind::Growth | Kind::CommonGrowth | Kind::DriverGrowth => Self::Hope,
            _ => Self::Free,
        }
    }
}
