//! Price levels: deflators by industry and the price of investment.

use crate::plan::assumptions::IndustryAssumptions;
use crate::units::{Deflator, Grid, NominalMoney, Rate, RealMoney};

/// Price level of each industry, `[industry][quarter]`.
///
/// The base year has the industry's base price throughout; each later quarter is dearer than the
/// same quarter of the year before by the year's rise.
#[must_use]
pub fn by_industry(industries: &[IndustryAssumptions], grid: Grid) -> Vec<Vec<Deflator>> {
    let chained =
        |industry: &IndustryAssumptions| chain(industry.base_price, &industry.prices, grid);
    industries.iter().map(chained).collect()
}

/// Price level of investment by quarter, against the base year.
#[must_use]
pub fn of_investment(rises: &[Rate], grid: Grid) -> Vec<Deflator> {
    chain(Deflator::BASE, rises, grid)
}

/// Value added at the prices of its own quarter, `[industry][quarter]`.
#[must_use]
pub fn nominal(real: &[Vec<RealMoney>], prices: &[Vec<Deflator>]) -> Vec<Vec<NominalMoney>> {
    let priced = |(real, prices): (&Vec<RealMoney>, &Vec<Deflator>)| {
        real.iter().zip(prices).map(|(&real, &price)| real * price).collect()
    };
    real.iter().zip(prices).map(priced).collect()
}

/// Money at base-year prices; nothing where a price has fallen to nothing and no volume can be told.
#[must_use]
pub fn deflated(money: NominalMoney, price: Deflator) -> RealMoney {
    if price.0 > 0.0 { money / price } else { RealMoney::ZERO }
}

/// A price level carried forward by yearly rises; a year without one keeps the level.
fn chain(base: Deflator, rises: &[Rate], grid: Grid) -> Vec<Deflator> {
    let mut level = base;
    let mut quarters = Vec::with_capacity(grid.quarters());
    for index in 0..grid.years {
        if index > 0 {
            level = level.raised_by(rises.get(index).copied().unwrap_or_default());
        }
        quarters.extend([level; 4]);
    }
    quarters
}
