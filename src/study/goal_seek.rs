//! Goal seek: how far one lever alone must go for a tier to be reached.

use super::Move;
use super::root::{self, Point, Until};
use super::trial::{Figures, Trial, widened};
use crate::plan::lever::{Lever, Span};
use crate::units::NominalMoney;

/// The answer for one lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sought {
    /// The smallest change that reaches the tier; where none does, the end that comes nearest.
    pub to: Move,
    /// Whether the tier is reached with it.
    pub enough: bool,
    /// How far the tier is passed or missed with it, as
    /// [`TierFigures::margin`](super::trial::TierFigures::margin).
    pub margin: f64,
    /// GDP still missing with it; zero or less where it is enough.
    pub gap: NominalMoney,
}

/// A billionth of the lever's unit; only the edge itself will do.
const TO_THE_EDGE: Until = Until { apart: 1e-9, passed: f64::NEG_INFINITY, asked: 200 };

/// How many parts of the range are looked at before the edge is closed in on: a lever may do good
/// only up to a point.
const PARTS: usize = 4;

/// What one lever must do for a tier, within the ends of its slider.
///
/// A tier that is reached needs no change. Otherwise both directions are searched from where the
/// lever stands, and the smaller change counts; where a lever moves GDP by steps, its edge does.
/// `None` when the plan has no such lever or tier.
#[must_use]
pub fn goal_seek(trial: &Trial, lever: Lever, tier: usize) -> Option<Sought> {
    within(trial, lever, tier, trial.spec(lever)?.range)
}

/// The same within a span, widened to hold where the lever stands.
#[must_use]
pub fn within(trial: &Trial, lever: Lever, tier: usize, span: Span) -> Option<Sought> {
    let value = trial.value(lever);
    let span = widened(span, value);
    let here = Tried::new(trial, lever, tier, value, trial.here())?;
    if trial.here().tiers.get(tier).is_some_and(|tier| tier.attained) {
        return Some(here.sought(true));
    }
    let ways = [span.max, span.min].map(|end| towards(trial, lever, tier, here, end));
    let nearest = |a: &Tried, b: &Tried| a.change().total_cmp(&b.change());
    let enough = ways.iter().flatten().filter(|way| way.margin >= 0.0);
    if let Some(smallest) = enough.copied().min_by(nearest) {
        return Some(smallest.sought(true));
    }
    let all = ways.into_iter().flatten().chain([here]);
    let best =
        all.max_by(|a, b| a.margin.total_cmp(&b.margin).then(b.change().total_cmp(&a.change())));
    best.map(|best| best.sought(false))
}

/// The first edge on the way to one end, or else the best place on it.
fn towards(trial: &Trial, lever: Lever, tier: usize, here: Tried, end: f64) -> Option<Tried> {
    let start = here.to.to;
    let ask = |value: f64| {
        Tried::new(trial, lever, tier, value, &trial.figures(&[trial.to(lever, value)]))
    };
    if start == end {
        return None;
    }
    let last = ask(end)?;
    if last.margin < 0.0 && last.margin == here.margin {
        return Some(here);
    }
    let (mut short, mut best) = (here, here);
    for part in 1..=PARTS {
        let next = if part == PARTS {
            last
        } else {
            ask(start + (end - start) * part as f64 / PARTS as f64)?
        };
        if next.margin >= 0.0 {
            let margin = |value| ask(value).map_or(f64::NAN, |tried| tried.margin);
            let edge = root::edge(short.point(), next.point(), TO_THE_EDGE, margin);
            return ask(edge.enough.at);
        }
        short = next;
        if next.margin > best.margin {
            best = next;
        }
    }
    Some(best)
}

/// A lever at one value.
#[derive(Clone, Copy)]
struct Tried {
    to: Move,
    margin: f64,
    gap: NominalMoney,
}

impl Tried {
    fn new(
        trial: &Trial,
        lever: Lever,
        tier: usize,
        value: f64,
        figures: &Figures,
    ) -> Option<Self> {
        let tier = figures.tiers.get(tier)?;
        Some(Self { to: trial.to(lever, value), margin: tier.margin, gap: tier.gap })
    }

    fn change(&self) -> f64 {
        (self.to.to - self.to.from).abs()
    }

    fn point(&self) -> Point {
        Point { at: self.to.to, margin: self.margin }
    }

    fn sought(self, enough: bool) -> Sought {
        Sought { to: self.to, enough, margin: self.margin, gap: self.gap }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan::lever::{Kind, catalogue};
    use crate::plan::scenario::Scenario;
    use crate::plan::tier::TierMode;
    use crate::seeds;

    fn plans() -> Vec<Plan> {
        let template = seeds::read(&seeds::template_tables());
        vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template.unwrap()]
    }

    fn margin_at(trial: &Trial, sought: &Sought, value: f64, tier: usize) -> f64 {
        trial.figures(&[Move { to: value, ..sought.to }]).tiers[tier].margin
    }

    #[test]
    fn what_is_sought_reaches_the_tier_and_a_millionth_less_does_not() {
        for plan in plans() {
            for published_rounding in [false, true] {
                let scenario = Scenario { published_rounding, ..Scenario::default() };
                every_lever_stops_at_its_edge(&Trial::new(&plan, &scenario));
            }
        }
    }

    fn every_lever_stops_at_its_edge(trial: &Trial) {
        let mut found = 0;
        for spec in catalogue(trial.plan()) {
            for tier in 0..trial.plan().tiers.len() {
                let sought = goal_seek(trial, spec.lever, tier).unwrap();
                let key = spec.lever.key(trial.plan());
                let change = sought.to.to - sought.to.from;
                assert_eq!(sought.margin, margin_at(trial, &sought, sought.to.to, tier));
                assert_eq!(sought.enough, sought.margin >= 0.0, "{key}");
                if sought.enough && change != 0.0 {
                    let back = sought.to.to - 1e-6_f64.copysign(change);
                    assert!(margin_at(trial, &sought, back, tier) < 0.0, "{key} tier {tier}");
                    found += 1;
                } else if !sought.enough {
                    for end in [spec.range.min, spec.range.max] {
                        let end = margin_at(trial, &sought, end, tier);
                        assert!(end < 0.0 && end <= sought.margin, "{key} tier {tier}");
                    }
                }
            }
        }
        assert!(found > 3, "only {found} edges in {}", trial.plan().id);
    }

    #[test]
    fn common_growth_agrees_with_the_closed_form() {
        for plan in plans() {
            let trial = Trial::new(&plan, &Scenario::default());
            let outcome =
                crate::engine::run(&crate::plan::resolve::resolve(&plan, &Scenario::default()));
            for (index, tier) in outcome.tiers.iter().enumerate() {
                let uplift = outcome.common_uplift(tier).unwrap().required.0;
                let common = Lever::of_year(Kind::CommonGrowth, plan.year);
                let sought = within(&trial, common, index, Span { min: 0.0, max: 0.5 }).unwrap();
                assert!(
                    sought.enough && (sought.to.to - uplift).abs() < 2e-9,
                    "{sought:?} {uplift}"
                );
            }
        }
    }

    #[test]
    fn any_test_is_easier_than_both() {
        let plan = seeds::chengguan().unwrap();
        let common = Lever::of_year(Kind::CommonGrowth, plan.year);
        let sought = |mode| {
            let mut scenario = Scenario::default();
            scenario.modes.insert(1, mode);
            goal_seek(&Trial::new(&plan, &scenario), common, 1).unwrap().to.to
        };
        let [both, any] = [TierMode::Both, TierMode::Any].map(sought);
        let [growth, level] = [TierMode::Growth, TierMode::Level].map(sought);
        assert_eq!((both, any), (growth.max(level), growth.min(level)));
        assert!(any < both, "{any} {both}");
    }

    #[test]
    fn a_lever_that_does_nothing_stays_where_it_is() {
        let plan = seeds::chengguan().unwrap();
        let trial = Trial::new(&plan, &Scenario::default());
        let later = Lever::of_year(Kind::CommonGrowth, plan.year.next());
        let sought = goal_seek(&trial, later, 0).unwrap();
        assert!(!sought.enough && sought.to.from == sought.to.to);
        assert_eq!(sought.gap, trial.here().tiers[0].gap);
        assert_eq!(goal_seek(&trial, later, 9), None);
    }
}
