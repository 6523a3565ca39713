//! Known figures beside the model.

use super::outcome::Outcome;
use crate::units::RealMoney;

impl Outcome {
    /// Known value added of a quarter less the modelled, one industry's or all together, constant
    /// prices; zero where nothing is known.
    #[must_use]
    pub fn known_less_model(&self, industry: Option<usize>, t: usize) -> RealMoney {
        let at = |series: &Vec<RealMoney>| series.get(t).copied().unwrap_or_default();
        match industry {
            Some(item) => self.actual_less_model.get(item).map(at).unwrap_or_default(),
            None => self.actual_less_model.iter().map(at).sum(),
        }
    }

    /// Whether the industries' own figures for a quarter come to more than the figure for all of
    /// GDP, so that the others would have to fall below nothing to meet it.
    #[must_use]
    pub fn own_figures_exceed_total(&self, t: usize) -> bool {
        self.known.get(t) == Some(&true)
            && self.real.iter().any(|industry| industry.get(t).is_some_and(|value| value.0 < 0.0))
    }
}

#[cfg(test)]
mod tests {
    use crate::engine;
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::{Actual, ActualKey, Scenario};
    use crate::seeds;
    use crate::units::{NominalMoney, Rate};

    fn outcome(actuals: &[(Option<usize>, Actual)]) -> engine::Outcome {
        let mut scenario = Scenario::default();
        for &(industry, actual) in actuals {
            scenario.actuals.insert(ActualKey { quarter: 4, industry }, actual);
        }
        engine::run(&resolve(&seeds::chengguan().unwrap(), &scenario))
    }

    #[test]
    fn what_industries_differ_by_adds_up_to_what_gdp_differs_by() {
        let modelled = outcome(&[]);
        let known =
            outcome(&[(None, Actual::Growth(Rate(0.09))), (Some(1), Actual::Growth(Rate(0.02)))]);
        let all = known.known_less_model(None, 4);
        let change = known.quarterly(4).real - modelled.quarterly(4).real;
        assert!((all - change).0.abs() < 1e-9 && all.0 > 1.0, "{all:?} {change:?}");
        let own = known.known_less_model(Some(1), 4);
        let before = modelled.quarterly_in(1, 4).real;
        assert!((known.quarterly_in(1, 4).real - before - own).0.abs() < 1e-9 && own.0 < 0.0);
        assert_eq!(known.known_less_model(None, 5).0, 0.0);
        assert_eq!(known.known_less_model(Some(99), 4).0, 0.0);
    }

    #[test]
    fn industries_that_exceed_the_total_are_noticed() {
        let level = |money| Actual::Level(NominalMoney(money));
        assert!(
            outcome(&[(None, level(200.0)), (Some(1), level(250.0))]).own_figures_exceed_total(4)
        );
        assert!(
            !outcome(&[(None, level(300.0)), (Some(1), level(250.0))]).own_figures_exceed_total(4)
        );
        assert!(!outcome(&[]).own_figures_exceed_total(4));
    }
}
