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
//! | [`parts`] | what GDP of a year consists of |
//! | [`attainment`], [`pace`] | tiers, gaps, crossing; what the rest of the year must do |
//! | [`closed_form`] | questions that need no search |
//! | [`funnel`] | how little of a whole-life total is one year's value added |
//! | [`funding`], [`jobs`] | money by source, person-years |
//! | [`audit`] | whether the numbers of plan and scenario agree |

pub mod accounting;
pub mod actuals;
pub mod attainment;
pub mod audit;
pub mod baseline;
pub mod closed_form;
pub mod contribution;
pub mod funding;
pub mod funnel;
pub mod heading;
pub mod initiative;
pub mod jobs;
pub mod known;
pub mod multiplier;
pub mod operation;
pub mod outcome;
pub mod pace;
pub mod parts;
pub mod prices;
pub mod project;
pub mod spending;
pub mod trailing;

pub use outcome::Outcome;

use crate::plan::assumptions::Assumptions;
use crate::units::RealMoney;
use outcome::InitiativeOutcome;

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
    let (projects, totals) = project::of_all(assumptions, &effects, &investment_price);
    let initiatives = initiative::of_all(assumptions, &prices);

    let mut real = baseline.clone();
    totals.add_to(&mut real, &effects);
    add_initiatives(&mut real, &initiatives);
    let known = actuals::replace(&mut real, &prices, &assumptions.actuals, grid);

    let mut outcome = Outcome {
        grid,
        year: assumptions.year,
        reference_baseline: baseline::of_plan(industries, grid),
        nominal: prices::nominal(&real, &prices),
        funding: funding::by_source(totals.need, &assumptions.sources),
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
