//! How GDP comes about: one function, pure and total.
//!
//! [`run`] takes [`Assumptions`] and gives an [`Outcome`]. It cannot fail, reads no clock, draws no
//! random number and rounds nothing. For every industry i and quarter t
//!
//! ```text
//! real(i,t)    = baseline(i,t) + Σ projects [construction(i,t) + operation(i,t)] + Σ initiatives(i,t)
//! nominal(i,t) = real(i,t) · price(i,t)
//! ```
//!
//! A known figure replaces `real(i,t)`; what it differs by stands in `actual_less_model`. Because
//! everything is a sum, contributions to growth add up without a residual, and effects of projects
//! superpose. The base year's quarters are given: nothing is added to them.
//!
//! | file | term |
//! |---|---|
//! | [`baseline`] | base year and growth |
//! | [`prices`] | deflators and investment prices |
//! | [`spending`] | planned, executed, backlog, increment |
//! | [`multiplier`] | value added per yuan of spending |
//! | [`operation`] | commissioning and output in service |
//! | [`project`] | one project's construction and operation put together |
//! | [`initiative`] | turnover that becomes value added |
//! | [`actuals`] | known figures in the place of modelled ones |
//! | [`accounting`], [`contribution`] | annual figures, growth, contributions, spending |
//! | [`attainment`], [`pace`] | tiers, gaps, crossing; what the rest of the year must do |
//! | [`closed_form`] | questions that need no search |
//! | [`funding`], [`jobs`] | money by source, person-years |

pub mod accounting;
pub mod actuals;
pub mod attainment;
pub mod baseline;
pub mod closed_form;
pub mod contribution;
pub mod funding;
pub mod heading;
pub mod initiative;
pub mod jobs;
pub mod multiplier;
pub mod operation;
pub mod outcome;
pub mod pace;
pub mod prices;
pub mod project;
pub mod spending;
pub mod trailing;

pub use outcome::Outcome;

use crate::plan::assumptions::Assumptions;
use crate::units::RealMoney;
use outcome::{InitiativeOutcome, ProjectOutcome};

/// Evaluates a plan under a scenario.
///
/// Total: every input gives an outcome. Figures are finite for finite input; what is undefined
/// (growth over nothing, capital that yields nothing) is zero as each function says.
#[must_use]
pub fn run(assumptions: &Assumptions) -> Outcome {
    let grid = assumptions.grid;
    let industries = &assumptions.industries;
    let baseline = baseline::of_scenario(industries, grid);
    let prices = prices::by_industry(industries, grid);
    let effects = multiplier::effects(assumptions);
    let investment_price = prices::of_investment(&assumptions.investment_prices, grid);
    let projects = project::of_all(assumptions, &effects, &investment_price);
    let initiatives = initiative::of_all(assumptions, &prices);

    let mut real = baseline.clone();
    add_construction(&mut real, assumptions, &effects, &projects);
    add_operation(&mut real, &projects);
    add_initiatives(&mut real, &initiatives);
    let known = actuals::replace(&mut real, &prices, &assumptions.actuals, grid);

    let mut outcome = Outcome {
        grid,
        year: assumptions.year,
        reference_baseline: baseline::of_plan(industries, grid),
        nominal: prices::nominal(&real, &prices),
        funding: funding::by_source(assumptions, &projects),
        jobs: jobs::above_baseline(industries, &real, &baseline, grid),
        baseline,
        prices,
        real,
        projects,
        initiatives,
        actual_less_model: known.less_model,
        known: known.quarters,
        fixed: known.fixed,
        tiers: Vec::new(),
    };
    outcome.tiers = attainment::of_all(&outcome, assumptions);
    outcome
}

/// Adds what projects under construction give each industry.
///
/// Volume is gathered by spend category first: the industries then come in once per category and
/// quarter, however many projects there are.
fn add_construction(
    real: &mut [Vec<RealMoney>],
    assumptions: &Assumptions,
    effects: &[Vec<f64>],
    projects: &[ProjectOutcome],
) {
    let categories = effects.iter().map(Vec::len).max().unwrap_or(0);
    let mut volume = vec![vec![RealMoney::ZERO; assumptions.grid.quarters()]; categories];
    for (project, outcome) in assumptions.projects.iter().zip(projects) {
        for (row, &share) in volume.iter_mut().zip(&project.mix) {
            for (sum, &own) in row.iter_mut().zip(&outcome.volume) {
                *sum += own * share;
            }
        }
    }
    for (industry, effects) in real.iter_mut().zip(effects) {
        for (row, &effect) in volume.iter().zip(effects) {
            for (sum, &own) in industry.iter_mut().zip(row) {
                *sum += own * effect;
            }
        }
    }
}

/// Adds what projects in service give their host industries.
fn add_operation(real: &mut [Vec<RealMoney>], projects: &[ProjectOutcome]) {
    for project in projects.iter().filter(|project| project.operates) {
        for (industry, &host) in real.iter_mut().zip(&project.hosts) {
            if host.0 != 0.0 {
                for (sum, &own) in industry.iter_mut().zip(&project.operation) {
                    *sum += own * host;
                }
            }
        }
    }
}

/// Adds what initiatives give their host industries.
fn add_initiatives(real: &mut [Vec<RealMoney>], initiatives: &[InitiativeOutcome]) {
    for initiative in initiatives {
        for (industry, own) in real.iter_mut().zip(&initiative.real) {
            for (sum, &own) in industry.iter_mut().zip(own) {
                *sum += own;
            }
        }
    }
}
