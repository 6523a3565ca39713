//! Questions that a formula answers without a search.

use super::accounting::{rate, share, total};
use super::outcome::{Attainment, Outcome};
use crate::plan::tier::TierMode;
use crate::units::{NominalMoney, Points, Rate, RealMoney, Share, Year};

/// GDP growth that industries' current-price levels and real growth rates imply.
///
/// ```text
/// g ≈ Σ N(i) / Σ [N(i) / (1 + g(i))] − 1
/// ```
///
/// A check on figures that someone enters: against published growth it is right to about 0.2
/// percentage points, because constant-price weights differ from current-price ones. `None` where
/// an industry shrinks to nothing or there is no GDP.
#[must_use]
pub fn implied_growth(levels: &[NominalMoney], growth: &[Rate]) -> Option<Rate> {
    let pairs = || levels.iter().zip(growth);
    if pairs().any(|(_, growth)| growth.factor() <= 0.0) {
        return None;
    }
    let now: NominalMoney = pairs().map(|(&level, _)| level).sum();
    let before: NominalMoney = pairs().map(|(&level, growth)| level / growth.factor()).sum();
    (before.0 > 0.0).then(|| Rate(now / before - 1.0))
}

/// Contributions to growth that industries' current-price levels and real growth rates imply.
///
/// ```text
/// c(i) ≈ 100 · [N(i) − N(i) / (1 + g(i))] / Σ [N / (1 + g)]
/// ```
///
/// They add up to [`implied_growth`] and are as exact. `None` where that has none.
#[must_use]
pub fn implied_contributions(levels: &[NominalMoney], growth: &[Rate]) -> Option<Vec<Points>> {
    let total = implied_growth(levels, growth)?;
    let now: NominalMoney = levels.iter().zip(growth).map(|(&level, _)| level).sum();
    let before = now / total.factor();
    let change = |(&level, growth): (&NominalMoney, &Rate)| level - level / growth.factor();
    Some(levels.iter().zip(growth).map(|pair| Points(change(pair) / before * 100.0)).collect())
}

/// Whether published contributions agree with published levels and growth rates, within what
/// rounding and the weights of [`implied_growth`] leave open. `None` where nothing is implied.
#[must_use]
pub fn contributions_agree(
    levels: &[NominalMoney],
    growth: &[Rate],
    published: &[Points],
) -> Option<bool> {
    /// 0.2 for the weights and 0.05 for one decimal.
    const LEFT_OPEN: Points = Points(0.25);
    let implied = implied_contributions(levels, growth)?;
    Some(implied.iter().zip(published).all(|(&own, &given)| (own - given).abs() <= LEFT_OPEN))
}

/// Growth that a group of industries must reach together, given all others, for GDP to grow as
/// wanted (反算支撑指标).
///
/// ```text
/// g(group) = (g* − Σ others weight(i) · g(i)) / weight(group)
/// ```
///
/// Weights are parts of the year before's real GDP. `None` for a group without weight.
///
/// ```
/// use mogao::engine::closed_form::required_growth;
/// use mogao::units::{Rate, Share};
/// let weights = [Share(0.25), Share(0.75)];
/// let growth = [Rate(0.04), Rate(0.0)];
/// let needed = required_growth(&weights, &growth, &[1], Rate(0.07)).unwrap();
/// assert!((needed.0 - 0.08).abs() < 1e-12);
/// ```
#[must_use]
pub fn required_growth(
    weights: &[Share],
    growth: &[Rate],
    group: &[usize],
    wanted: Rate,
) -> Option<Rate> {
    let weight: f64 = group.iter().filter_map(|&item| weights.get(item)).map(|w| w.0).sum();
    let pairs = weights.iter().zip(growth).enumerate();
    let others: Rate = pairs
        .filter(|(item, _)| !group.contains(item))
        .map(|(_, (&weight, &growth))| growth * weight)
        .sum();
    (weight > 0.0).then(|| (wanted - others) / weight)
}

/// New executed spending that a wanted rise of real GDP takes in the same year, base-year prices.
///
/// ```text
/// spending = ΔGDP / [u · (1 − displacement) · (1 − crowding-out)]
/// ```
///
/// `unit` (u) is value added per yuan of spending, all industries together. `None` where spending
/// leaves nothing in the district.
#[must_use]
pub fn required_spending(
    rise: RealMoney,
    unit: f64,
    displacement: Share,
    crowding_out: Share,
) -> Option<RealMoney> {
    let left = unit * (displacement.complement() * crowding_out.complement()).0;
    (left > 0.0).then(|| rise / left)
}

/// Growth added to every industry alike in the tiers' year so that a tier is just reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uplift {
    /// For the growth test; negative where there is growth to spare.
    pub by_growth: Option<Rate>,
    /// For the level test; negative where there is level to spare.
    pub by_level: Option<Rate>,
    /// For the tier, by its mode; never negative.
    pub required: Rate,
}

impl Outcome {
    /// Growth that a group of industries must reach in a year, all others as in this outcome, for
    /// GDP to grow as wanted.
    #[must_use]
    pub fn required_growth(&self, year: Year, group: &[usize], wanted: Rate) -> Option<Rate> {
        let industries = || 0..self.real.len();
        let weights: Vec<Share> = industries().map(|item| self.weight(item, year)).collect();
        let growth: Vec<Rate> = industries().map(|item| self.growth_in(item, year)).collect();
        required_growth(&weights, &growth, group, wanted)
    }

    /// Growth of a group of industries together, constant prices; zero for a group without value.
    #[must_use]
    pub fn growth_of(&self, group: &[usize], year: Year) -> Rate {
        let value = |year| self.value_of(group, year).0;
        rate(value(year), value(year.previous()))
    }

    /// Growth to be added to the baseline of each industry of a group, alike, so that the group grows
    /// as wanted in a year, all else as in this outcome.
    ///
    /// ```text
    /// (g* − g(group)) · Σ real(i, year − 1) / Σ open baseline(i, t − 4)
    /// ```
    ///
    /// Industries grow by more than their baseline alone, and quarters that are known already move no
    /// more, so this is not simply the growth that is missing. `None` where nothing is left to grow.
    #[must_use]
    pub fn uplift_of(&self, group: &[usize], year: Year, wanted: Rate) -> Option<Rate> {
        let quarters = || self.grid.quarters_of(year).filter(|&t| t >= 4);
        let open: RealMoney = group
            .iter()
            .filter(|&&item| item < self.baseline.len())
            .flat_map(|&item| quarters().map(move |t| (item, t)))
            .filter(|&(item, t)| !self.fixed[item][t])
            .map(|(item, t)| self.baseline[item][t - 4])
            .sum();
        let missing = wanted - self.growth_of(group, year);
        (open.0 > 0.0).then(|| missing * (self.value_of(group, year.previous()) / open))
    }

    fn value_of(&self, group: &[usize], year: Year) -> RealMoney {
        let known = group.iter().filter(|&&item| item < self.real.len());
        known.map(|&item| self.annual_in(item, year).real).sum()
    }

    /// More spending, carried out within the tiers' year beyond what the baseline contains, that would
    /// close a tier's deciding gap if it left as much value added in the district as the projects'
    /// spending of that year does on average; current prices.
    ///
    /// `None` where no project spends anything new, or nothing of it stays.
    #[must_use]
    pub fn spending_to_close(&self, tier: &Attainment) -> Option<NominalMoney> {
        let quarters = || self.grid.quarters_of(self.year);
        let projects = || self.projects.iter().enumerate();
        let increment: NominalMoney =
            projects().flat_map(|(_, project)| quarters().map(|t| project.increment[t])).sum();
        let effect: NominalMoney =
            projects().map(|(index, _)| self.construction_nominal(index, self.year)).sum();
        (increment.0 > 0.0 && effect.0 > 0.0).then(|| tier.binding_gap * (increment / effect))
    }

    /// The common uplift of growth that just reaches a tier.
    ///
    /// ```text
    /// by growth  (GDP growth missing) · GDP(year − 1) / Σ baseline(i, year − 1)
    /// by level   (level missing) / Σ baseline(i, t − 4) · price(i, t)
    /// ```
    ///
    /// Quarters and industries that are known already are left out of the sums: no growth moves
    /// them. Exact, but for the level test where only the total of a quarter is known: growth still
    /// moves the industries' parts of it, and with them its deflator by a trace. `None` where
    /// nothing is left to grow.
    #[must_use]
    pub fn common_uplift(&self, tier: &Attainment) -> Option<Uplift> {
        let quarters = || self.grid.quarters_of(self.year).filter(|&t| t >= 4);
        let open = || {
            let industries = 0..self.baseline.len();
            industries.flat_map(move |item| quarters().map(move |t| (item, t)))
        };
        let open = || open().filter(|&(item, t)| !self.fixed[item][t]);
        let real: RealMoney = open().map(|(item, t)| self.baseline[item][t - 4]).sum();
        let nominal: NominalMoney =
            open().map(|(item, t)| self.baseline[item][t - 4] * self.prices[item][t]).sum();
        if real.0 <= 0.0 || nominal.0 <= 0.0 {
            return None;
        }
        let year_before = total(&self.real, self.grid.quarters_of(self.year.previous()));
        let part = share(year_before.0, real.0).0;
        let by_growth = tier.growth_gap.map(|gap| gap.rate() * part);
        let by_level = tier.level_gap.map(|gap| Rate(gap / nominal));
        let required = match (by_growth, by_level) {
            (Some(growth), Some(level)) => match tier.mode {
                TierMode::Both => growth.max(level),
                TierMode::Any => growth.min(level),
                TierMode::Growth => growth,
                TierMode::Level => level,
            },
            (only, None) | (None, only) => only.unwrap_or_default(),
        };
        Some(Uplift { by_growth, by_level, required: required.max(Rate::ZERO) })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine;
    use crate::plan::lever::{Kind, Lever};
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::{Actual, ActualKey, Scenario};
    use crate::seeds;
    use crate::units::Rate;

    #[test]
    fn a_group_raised_by_its_uplift_brings_gdp_to_the_growth_wanted() {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        let known = ActualKey { quarter: 4, industry: Some(3) };
        scenario.actuals.insert(known, Actual::Growth(Rate(0.01)));
        let before = engine::run(&resolve(&plan, &scenario));
        let group = [3, 6];
        let wanted = Rate(0.07);
        let needed = before.required_growth(plan.year, &group, wanted).unwrap();
        assert!(needed > before.growth_of(&group, plan.year));
        let uplift = before.uplift_of(&group, plan.year, needed).unwrap();
        for item in group {
            let lever = Lever::of_industry(Kind::Growth, item, plan.year);
            scenario.set(lever, scenario.value(lever, &plan) + uplift.0, &plan);
        }
        let after = engine::run(&resolve(&plan, &scenario));
        assert!(
            (after.growth(plan.year) - wanted).0.abs() < 1e-12,
            "{:?}",
            after.growth(plan.year)
        );
        assert!((after.growth_of(&group, plan.year) - needed).0.abs() < 1e-12);
        assert!(before.uplift_of(&[], plan.year, needed).is_none());
        assert!(before.uplift_of(&[99], plan.year, needed).is_none());
    }
}
