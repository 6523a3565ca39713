//! The investment funnel: how whole-life totals shrink to one year's value added.
//!
//! Totals are spent over many years, a year's plan is not all carried out, part of what is carried
//! out was in the baseline anyway, and of the rest only a part stays in the district. Each amount is
//! what the one before it leaves; none of the first ones is GDP.

use super::accounting::ProjectEffect;
use super::outcome::{Outcome, Spending};
use crate::plan::Plan;
use crate::units::{NominalMoney, Points, Share, Year};

/// The amounts of one year, from the widest to the narrowest, and the GDP they end in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funnel {
    /// Whole-life investment of all projects of the plan, in force or not, at planned prices.
    pub total: NominalMoney,
    /// What is planned, executed and carried over, at the prices paid.
    pub spending: Spending,
    /// Executed volume beyond what the baseline contains, at prices of its quarter.
    pub increment: NominalMoney,
    /// What projects add to the year's GDP, base-year prices.
    pub effect: ProjectEffect,
    /// What projects contribute to the year's growth.
    pub points: Points,
    /// GDP of the year, all industries, current prices.
    pub gdp: NominalMoney,
}

impl Funnel {
    /// How many amounts [`Self::amounts`] gives.
    pub const STAGES: usize = 6;

    /// The amounts in 亿元 from left to right: total, planned, executed, beyond the baseline, value
    /// added, GDP.
    #[must_use]
    pub fn amounts(&self) -> [f64; Self::STAGES] {
        [
            self.total.0,
            self.spending.planned.0,
            self.spending.executed.0,
            self.increment.0,
            self.effect.construction.0,
            self.gdp.0,
        ]
    }

    /// What each amount is of the one before, where the one before is something; the last is what
    /// projects add, building and in service, as a part of GDP. `None` where a part would mislead.
    #[must_use]
    pub fn parts(&self) -> [Option<Share>; Self::STAGES - 1] {
        let [total, planned, executed, increment, added, gdp] = self.amounts();
        let part = |of: f64, whole: f64| (whole > 0.0 && of >= 0.0).then(|| Share(of / whole));
        [
            part(planned, total),
            part(executed, planned),
            part(increment, executed),
            part(added, increment),
            part(self.effect.total().0, gdp),
        ]
    }
}

impl Outcome {
    /// The investment funnel of a year.
    #[must_use]
    pub fn funnel(&self, plan: &Plan, year: Year) -> Funnel {
        let all = 0..self.projects.len();
        Funnel {
            total: plan.projects_total(),
            spending: self.spending(year),
            increment: self.increment_of(all.clone(), year),
            effect: self.effect_of(all.clone(), year),
            points: self.points_of(all, year),
            gdp: self.annual(year).nominal,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine;
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::Scenario;
    use crate::units::Year;

    #[test]
    fn a_total_of_many_years_is_far_from_one_years_value_added() {
        let plan = crate::seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        let funnel = outcome.funnel(&plan, plan.year);
        assert!((funnel.total.0 - 8940.0).abs() < 1e-6);
        let [total, planned, executed, increment, added, _] = funnel.amounts();
        assert!(total > planned && planned > executed && executed > increment && increment > added);
        assert!(added > 0.0 && added < total / 200.0);
    }

    #[test]
    fn the_parts_of_a_funnel_multiply_to_what_is_left() {
        let plan = crate::seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        let funnel = outcome.funnel(&plan, plan.year);
        let kept: f64 = funnel.parts()[..4].iter().map(|part| part.unwrap().0).product();
        assert!((funnel.total.0 * kept - funnel.effect.construction.0).abs() < 1e-9);
    }

    #[test]
    fn a_year_outside_the_calendar_has_no_parts() {
        let plan = crate::seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        let funnel = outcome.funnel(&plan, Year(1990));
        assert_eq!(funnel.parts()[1..], [None; 4]);
    }
}
