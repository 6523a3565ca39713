//! What the gap is worth, in words.

use super::Text;
use crate::plan::{Plan, lever};
use crate::study::equivalent::{Equivalent, EquivalentKind};

impl Text {
    /// One thing that is worth the gap; nothing where it has no words, such as a lever that the plan
    /// does not have.
    #[must_use]
    pub fn equivalent(self, plan: &Plan, equivalent: &Equivalent) -> Option<String> {
        match &equivalent.kind {
            EquivalentKind::Growth(rate) => {
                Some(self.equals_uplift(self.points_gap(rate.points())))
            }
            EquivalentKind::Spending(money) => Some(self.equals_spending(self.money_gap(*money))),
            EquivalentKind::Earlier { projects } => {
                let count = projects.iter().filter_map(|&index| plan.projects.get(index));
                Some(self.equals_earlier(count.map(|project| project.count as usize).sum()))
            }
            EquivalentKind::Lever => {
                let step = equivalent.moves.first()?;
                let spec = lever::spec(step.lever, plan)?;
                Some(self.equals_lever(
                    self.lever_name(plan, step.lever),
                    self.lever_value(&spec, step.from),
                    self.lever_value(&spec, step.to),
                ))
            }
        }
    }
}
