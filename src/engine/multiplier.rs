//! What one yuan of spending leaves in the district as value added.
//!
//! Either the table is given directly, or it follows from regional input-output coefficients: what
//! is bought from local firms makes output, their local suppliers' output with it (Leontief), and
//! each output carries value added.

use crate::plan::assumptions::Assumptions;
use crate::plan::multiplier::{Households, InputOutput, Multipliers};
use crate::units::Share;

/// Value added of each industry per yuan spent, `[industry][category]`, as the scenario has it.
///
/// The scale acts on every industry. The part that official statistics capture acts on the
/// construction industry alone, whose published figure follows the builders' registration and not
/// only the work on the ground.
#[must_use]
pub fn effects(assumptions: &Assumptions) -> Vec<Vec<f64>> {
    let mut effects = before_scale(&assumptions.multipliers, assumptions.induced);
    for (industry, row) in effects.iter_mut().enumerate() {
        let captured =
            if assumptions.construction == Some(industry) { assumptions.capture } else { 1.0 };
        for cell in row {
            *cell *= assumptions.multiplier_scale * captured;
        }
    }
    effects
}

/// The same as the plan's table has it, before the scale and before what statistics do not capture.
#[must_use]
pub fn before_scale(multipliers: &Multipliers, induced: bool) -> Vec<Vec<f64>> {
    match multipliers {
        Multipliers::Given(table) => {
            table.iter().map(|row| row.iter().map(|cell| cell.value).collect()).collect()
        }
        Multipliers::InputOutput(table) => value_added_per_yuan(table, induced),
    }
}

/// Value added of each industry per yuan of a project's spending.
///
/// ```text
/// unit(i) = Σ categories part(k) · effect(i, k)
/// ```
#[must_use]
pub fn of_mix(effects: &[Vec<f64>], mix: &[Share]) -> Vec<f64> {
    let per_yuan = |row: &Vec<f64>| row.iter().zip(mix).map(|(cell, part)| cell * part.0).sum();
    effects.iter().map(per_yuan).collect()
}

/// Value added per yuan of spending by category, from a regional table.
///
/// ```text
/// M = diag(value added) · L · H
/// ```
///
/// with L the Leontief inverse and H what is bought from local firms. With `induced` and household
/// figures L includes what households spend of new income (Type II). A table without an inverse
/// counts the first purchase only.
#[must_use]
pub fn value_added_per_yuan(table: &InputOutput, induced: bool) -> Vec<Vec<f64>> {
    let inverse = match &table.households {
        Some(households) if induced => closed_inverse(&table.coefficients, households),
        _ => leontief_inverse(&table.coefficients),
    };
    let size = table.value_added.len();
    let inverse = inverse.unwrap_or_else(|| identity(size));
    let categories = table.retention.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<f64>, category: usize| -> f64 {
        let local = table.retention.iter().map(|bought| bought.get(category).map_or(0.0, |h| h.0));
        row.iter().zip(local).map(|(output, bought)| output * bought).sum()
    };
    let of_industry = |(row, value_added): (&Vec<f64>, &f64)| {
        (0..categories).map(|category| value_added * cell(row, category)).collect()
    };
    inverse.iter().zip(&table.value_added).map(of_industry).collect()
}

/// Output of each industry (row) that one yuan of final purchases from an industry (column) calls
/// for, all rounds of suppliers included (完全需要系数).
///
/// ```text
/// L = (I − A)⁻¹
/// ```
///
/// Tables of 完全消耗系数 list L − I. `None` when there is no inverse.
///
/// ```
/// use mogao::engine::multiplier::leontief_inverse;
/// let inverse = leontief_inverse(&[vec![0.5]]);
/// assert_eq!(inverse, Some(vec![vec![2.0]]));
/// ```
#[must_use]
pub fn leontief_inverse(coefficients: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut system = identity(coefficients.len());
    for (row, inputs) in system.iter_mut().zip(coefficients) {
        for (cell, input) in row.iter_mut().zip(inputs) {
            *cell -= input;
        }
    }
    inverse(system)
}

/// The Leontief inverse with households as one more industry: it sells labour and buys what
/// households spend (Type II). The household row and column are left out again.
#[must_use]
pub fn closed_inverse(coefficients: &[Vec<f64>], households: &Households) -> Option<Vec<Vec<f64>>> {
    let size = coefficients.len();
    let purchases = |industry: usize| households.purchases.get(industry).copied().unwrap_or(0.0);
    let mut closed: Vec<Vec<f64>> = coefficients
        .iter()
        .enumerate()
        .map(|(industry, row)| row.iter().copied().chain([purchases(industry)]).collect())
        .collect();
    let mut income = households.income.clone();
    income.resize(size + 1, 0.0);
    income[size] = 0.0;
    closed.push(income);
    let mut inverse = leontief_inverse(&closed)?;
    inverse.truncate(size);
    for row in &mut inverse {
        row.truncate(size);
    }
    Some(inverse)
}

/// Regional input coefficients from a national table by Flegg's location quotients (FLQ).
///
/// ```text
/// a_R(i, j) = a(i, j) · min(1, λ · CILQ(i, j))      λ = [log₂(1 + E_R / E_N)]^δ
/// CILQ(i, j) = SLQ(i) / SLQ(j), on the diagonal SLQ(i)      SLQ(i) = (E_R(i)/E_R) / (E_N(i)/E_N)
/// ```
///
/// E is output or employment, of the region (R) and the nation (N); δ is about 0.2 to 0.3: the
/// larger, the more a small region has to import. An industry that the region lacks supplies
/// nothing; one that the nation lacks has no quotient and keeps its national coefficients.
///
/// Source: Flegg and Webber (1997), Regional Studies 31(8); Flegg and Tohmo (2011), ERSA conference
/// paper 334.
#[must_use]
pub fn regional_coefficients(
    national: &[Vec<f64>],
    region_size: &[f64],
    nation_size: &[f64],
    delta: f64,
) -> Vec<Vec<f64>> {
    let region: f64 = region_size.iter().sum();
    let nation: f64 = nation_size.iter().sum();
    if region <= 0.0 || nation <= 0.0 {
        return national.iter().map(|row| vec![0.0; row.len()]).collect();
    }
    let lambda = libm::pow(libm::log2(1.0 + region / nation), delta);
    let quotient = |industry: usize| {
        let own = region_size.get(industry).copied().unwrap_or(0.0) / region;
        let whole = nation_size.get(industry).copied().unwrap_or(0.0) / nation;
        (whole > 0.0).then_some(own / whole)
    };
    let kept = |supplier: usize, buyer: usize| match (quotient(supplier), quotient(buyer)) {
        (Some(own), _) if supplier == buyer => (lambda * own).min(1.0),
        (Some(own), Some(other)) if other > 0.0 => (lambda * own / other).min(1.0),
        _ => 1.0,
    };
    let of_row = |(supplier, row): (usize, &Vec<f64>)| {
        row.iter().enumerate().map(|(buyer, input)| input * kept(supplier, buyer)).collect()
    };
    national.iter().enumerate().map(of_row).collect()
}

/// The first industry for which a table cannot be: its inputs make up all of its output, or inputs
/// and value added together more than that. `None` when the table is sound (Hawkins–Simon).
#[must_use]
pub fn unsound_industry(table: &InputOutput) -> Option<usize> {
    let inputs = |industry: usize| -> f64 {
        table.coefficients.iter().filter_map(|row| row.get(industry)).sum()
    };
    (0..table.value_added.len()).find(|&industry| {
        let inputs = inputs(industry);
        inputs >= 1.0 || table.value_added[industry] > 1.0 - inputs + 1e-9
    })
}

fn identity(size: usize) -> Vec<Vec<f64>> {
    let row = |index| (0..size).map(|column| if column == index { 1.0 } else { 0.0 }).collect();
    (0..size).map(row).collect()
}

/// The inverse of a square matrix by elimination, the largest pivot first; `None` when there is
/// none.
fn inverse(mut matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let mut inverse = identity(size);
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        matrix.swap(column, pivot);
        inverse.swap(column, pivot);
        let scale = matrix[column][column];
        if scale.abs() < f64::MIN_POSITIVE || !scale.is_finite() {
            return None;
        }
        for cell in matrix[column].iter_mut().chain(&mut inverse[column]) {
            *cell /= scale;
        }
        let (lead, lead_inverse) = (matrix[column].clone(), inverse[column].clone());
        for row in (0..size).filter(|&row| row != column) {
            let factor = matrix[row][column];
            for (cell, lead) in matrix[row].iter_mut().zip(&lead) {
                *cell -= factor * lead;
            }
            for (cell, lead) in inverse[row].iter_mut().zip(&lead_inverse) {
                *cell -= factor * lead;
            }
        }
    }
    Some(inverse)
}
