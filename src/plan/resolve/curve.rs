//! How a project's total spreads over time.

use super::Settings;
use crate::plan::assumptions::Curve;
use crate::plan::lever::Kind;
use crate::plan::project::{Profile, Project};
use crate::units::{NominalMoney, Quarters, Share};

/// The spending curve. Works that take longer stretch a curve over time; an annual plan is a budget
/// for the calendar year and keeps its years, what is not carried out in time being backlog.
pub(super) fn curve(settings: &Settings, project: &Project) -> Curve {
    let stretch = 1.0 + settings.of_plan(Kind::DurationOverrun);
    match &project.profile {
        Profile::SCurve { duration, c, k, .. } => {
            Curve::Dhss { duration: *duration * stretch, c: *c, k: *k }
        }
        Profile::Annual { shares, pattern, .. } => {
            let yearly = settings.share(Kind::AnnualShare);
            let cumulative = if shares.is_empty() {
                annual_steps(std::iter::repeat_n(yearly, MOST_PLAN_YEARS), pattern)
            } else {
                annual_steps(shares.iter().copied(), pattern)
            };
            Curve::Steps { cumulative, step: Quarters(1.0) }
        }
        Profile::Explicit { amounts, .. } => {
            let total = project.total.value;
            let cumulative = amounts.iter().scan(NominalMoney::ZERO, |spent, &amount| {
                *spent += amount;
                Some(if total == NominalMoney::ZERO { 0.0 } else { *spent / total })
            });
            Curve::Steps { cumulative: cumulative.collect(), step: Quarters(stretch) }
        }
    }
}

/// Longest annual plan that is followed to its end; nothing in any horizon lies beyond it.
const MOST_PLAN_YEARS: usize = 60;

/// A rest of the total below this is none: ten years of a tenth are all of it.
const NO_REST: f64 = 1e-12;

/// Cumulative shares quarter by quarter; the year in which the total is reached ends the plan, and
/// else the last year in which something is spent.
fn annual_steps(yearly: impl Iterator<Item = Share>, pattern: &[Share; 4]) -> Vec<f64> {
    let mut cumulative = Vec::new();
    let (mut spent, mut end) = (0.0_f64, 0);
    for share in yearly {
        let rest = 1.0 - spent;
        if rest <= NO_REST {
            break;
        }
        let share = share.0.clamp(0.0, rest);
        let mut within = 0.0;
        for quarter in pattern {
            within += quarter.0;
            cumulative.push(spent + share * within);
        }
        spent += share;
        if share > 0.0 {
            end = cumulative.len();
        }
    }
    cumulative.truncate(end);
    cumulative
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: [Share; 4] = [Share(0.25); 4];

    #[test]
    fn ten_years_of_a_tenth_end_with_the_tenth() {
        let steps = annual_steps(std::iter::repeat_n(Share(0.1), MOST_PLAN_YEARS), &EVEN);
        assert_eq!(steps.len(), 40);
        assert!((steps[39] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_year_without_money_does_not_end_a_plan_that_goes_on() {
        let steps = annual_steps([0.5, 0.0, 0.5, 0.0].map(Share).into_iter(), &EVEN);
        assert_eq!(steps.len(), 12);
        assert_eq!((steps[3], steps[7], steps[11]), (0.5, 0.5, 1.0));
    }

    #[test]
    fn a_plan_that_spends_nothing_has_no_steps() {
        assert!(annual_steps(std::iter::repeat_n(Share(0.0), 60), &EVEN).is_empty());
    }
}
