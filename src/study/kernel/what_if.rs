//! One scenario, asked over and over what would be with some levers elsewhere.
//!
//! Only the tiers' year is looked at, so nothing beyond it is computed; and only what a moved lever
//! touches is computed again.
//!
//! | lever | what is done again |
//! |---|---|
//! | growth, prices, initiatives, base year | the accounts around the projects |
//! | execution, additionality, overruns, … | the run of the projects |
//! | a project's start or size, planned shares, ramp-up | the projects that listen are taken apart anew |

use super::compile;
use super::economy::{Accounts, Economy, Figures};
use super::fate::Fate;
use super::portfolio::{Portfolio, Sums};
use super::reach::{Reach, reach};
use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever, Span};
use crate::plan::project::{Profile, Project};
use crate::plan::resolve::Resolver;
use crate::plan::scenario::{Scenario, Shape};
use crate::study::Move;
use crate::study::distribution::Spread;
use crate::study::unknown::{Unknown, Unknowns};
use crate::units::Grid;

/// A scenario of a plan, ready to be asked.
#[derive(Clone, Debug)]
pub struct WhatIf {
    grid: Grid,
    levers: Unknowns,
    frame: Portfolio<f64>,
    portfolio: Portfolio<f64>,
    economy: Economy<f64>,
    earliest: Fate<f64>,
    set: Vec<f64>,
    fate: Fate<f64>,
    /// What all projects add with everything as it is set.
    layer: Vec<f64>,
}

impl WhatIf {
    /// Takes a scenario apart.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario) -> Self {
        let grid = up_to_the_tiers_year(plan);
        let levers = levers(plan, scenario);
        let resolver = Resolver::new(plan, scenario);
        let fate = compile::fate(plan, scenario);
        let earliest = compile::earliest(&levers, fate);
        let frame = compile::frame::<f64>(&resolver, scenario, &levers, grid);
        let portfolio = compile::portfolio(frame.clone(), &resolver, earliest, fate, grid, None);
        let set: Vec<f64> = levers.once.iter().map(|own| own.spread.mode).collect();
        let mut layer = Vec::new();
        portfolio.add_up(&set, &fate, &mut Sums::default(), &mut layer);
        let economy = compile::economy(&resolver, scenario, &levers, grid);
        Self { grid, levers, frame, portfolio, economy, earliest, set, fate, layer }
    }

    /// What comes of the scenario with some levers moved.
    ///
    /// `moved` is the scenario with the moves made; both it and the plan belong to the scenario that
    /// was taken apart.
    #[must_use]
    pub fn figures(&self, plan: &Plan, moved: &Scenario, moves: &[Move]) -> Figures<f64> {
        let mut accounts = Accounts::default();
        let around = moves.iter().any(|own| reach(own.lever.kind) == Reach::Around);
        let with_projects = moves.iter().any(|own| reach(own.lever.kind).is_of_projects());
        let resolver = (around || with_projects).then(|| Resolver::new(plan, moved));
        let layer = match &resolver {
            Some(resolver) if with_projects => Some(self.layer(resolver, moves)),
            _ => None,
        };
        let layer = layer.as_ref().unwrap_or(&self.layer);
        match &resolver {
            Some(resolver) if around => {
                let economy = compile::economy::<f64>(resolver, moved, &self.levers, self.grid);
                economy.account(&self.set, layer, &mut accounts)
            }
            _ => self.economy.account(&self.set, layer, &mut accounts),
        }
    }

    /// What all projects add with some levers moved.
    fn layer(&self, resolver: &Resolver, moves: &[Move]) -> Vec<f64> {
        let (mut drawn, mut fate) = (self.set.clone(), self.fate);
        for own in moves {
            match own.lever.kind {
                Kind::Slip => fate.slip = own.to,
                Kind::DurationOverrun => fate.longer = own.to,
                Kind::CostOverrun => fate.dearer = own.to,
                _ => {
                    let place = self.levers.once.iter().position(|one| one.lever == own.lever);
                    if let Some(place) = place {
                        drawn[place] = own.to;
                    }
                }
            }
        }
        let (mut sums, mut layer) = (Sums::default(), Vec::new());
        let plan = resolver.plan();
        let anew = |(index, project): (usize, &Project)| {
            moves.iter().any(|own| listens(project, index, own.lever)).then_some(index)
        };
        let listed = moves.iter().any(|own| reach(own.lever.kind) == Reach::Anew);
        let anew: Vec<usize> = if listed {
            plan.projects.iter().enumerate().filter_map(anew).collect()
        } else {
            Vec::new()
        };
        if anew.len() * 2 > plan.projects.len() {
            self.with(resolver, fate, None).add_up(&drawn, &fate, &mut sums, &mut layer);
            return layer;
        }
        if drawn == self.set && fate == self.fate {
            layer.clone_from(&self.layer);
        } else {
            self.portfolio.add_up(&drawn, &fate, &mut sums, &mut layer);
        }
        if anew.is_empty() {
            return layer;
        }
        let mut own = Vec::new();
        for &project in &anew {
            self.portfolio.add_up_one(project, &drawn, &fate, &mut sums, &mut own);
            layer.iter_mut().zip(&own).for_each(|(sum, own)| *sum -= own);
        }
        self.with(resolver, fate, Some(&anew)).add_up(&drawn, &fate, &mut sums, &mut own);
        layer.iter_mut().zip(&own).for_each(|(sum, own)| *sum += own);
        layer
    }

    /// Some projects, or all, as another scenario has them in which everybody's fate is this.
    fn with(&self, resolver: &Resolver, fate: Fate<f64>, some: Option<&[usize]>) -> Portfolio<f64> {
        let frame = self.frame.clone();
        compile::portfolio(frame, resolver, self.earliest, fate, self.grid, some)
    }
}

/// The plan's grid as far as the tiers look; all of it where they look elsewhere.
fn up_to_the_tiers_year(plan: &Plan) -> Grid {
    let years = plan.grid.year_index(plan.year).map_or(plan.grid.years, |index| index + 1);
    Grid { years, ..plan.grid }
}

/// Whether a project is another one when a lever moves.
fn listens(project: &Project, index: usize, lever: Lever) -> bool {
    match lever.kind {
        Kind::Delay | Kind::Size => lever.item == index,
        Kind::ReserveStart => project.pooled,
        Kind::Ramp => project.ramp.is_none(),
        Kind::AnnualShare => {
            matches!(&project.profile, Profile::Annual { shares, .. } if shares.is_empty())
        }
        _ => false,
    }
}

/// The levers that the run of the projects takes as they come, each known to stand where it is set;
/// slip and overruns with all they could be.
fn levers(plan: &Plan, scenario: &Scenario) -> Unknowns {
    let known = |lever: Lever| {
        let value = scenario.value(lever, plan);
        Unknown { lever, spread: Spread::known(value) }
    };
    let anything = |kind: Kind| {
        let lever = Lever::of_plan(kind, plan);
        let mode = scenario.value(lever, plan);
        let hard = lever::spec(lever, plan).map_or(Span { min: mode, max: mode }, |spec| spec.hard);
        let spread = Spread { shape: Shape::Uniform, plausible: hard, mode, hard };
        Some(Unknown { lever, spread })
    };
    let of_projects = Kind::ALL.iter().filter(|&&kind| reach(kind) == Reach::Run);
    let once = of_projects.flat_map(|&kind| match kind {
        Kind::Slip | Kind::DurationOverrun | Kind::CostOverrun => Vec::new(),
        Kind::InvestmentPrice => {
            plan.grid.each_year().skip(1).map(|year| Lever::of_year(kind, year)).collect()
        }
        _ => vec![Lever::of_plan(kind, plan)],
    });
    Unknowns {
        once: once.map(known).collect(),
        slip: anything(Kind::Slip),
        duration: anything(Kind::DurationOverrun),
        cost: anything(Kind::CostOverrun),
    }
}
