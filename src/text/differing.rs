//! What differs between scenarios, in words: the thing in one place, its values in others.

use super::Text;
use super::number::{DASH, MINUS};
use crate::engine::outcome::Attainment;
use crate::plan::Plan;
use crate::plan::change::Change;
use crate::plan::lever;
use crate::units::Share;

impl Text {
    /// How far GDP is beyond a tier, as a bare number with its sign; what is too little to be written
    /// is said in words.
    #[must_use]
    pub fn distance_number(self, tier: &Attainment) -> String {
        let number = self.money_change_number(tier.beyond());
        if number.starts_with(['+', MINUS]) {
            number
        } else if tier.attained {
            self.tier_exactly().to_owned()
        } else {
            self.tier_short(self.money_gap(tier.binding_gap))
        }
    }

    /// What a change is about, without its values.
    #[must_use]
    pub fn changed_thing(self, plan: &Plan, change: &Change) -> String {
        let project = |index: usize| plan.projects.get(index).map_or(DASH, |p| self.name(&p.name));
        match *change {
            Change::Lever { lever, .. } => self.lever_name(plan, lever),
            Change::Status { project: index, .. } => self.status_of(project(index)),
            Change::Delay { project: index, .. } => self.thing_start(project(index)),
            Change::Scale { project: index, .. } => self.thing_size(project(index)),
            Change::Mode { tier, .. } => {
                self.thing_mode(plan.tiers.get(tier).map_or(DASH, |tier| self.name(&tier.name)))
            }
            Change::PublishedRounding(_) => self.thing_rounding().to_owned(),
            Change::Induced(_) => self.thing_induced().to_owned(),
            Change::Chance { from, to } if from.shape != to.shape => self.chance_shape().to_owned(),
            Change::Chance { .. } => self.chance_seed().to_owned(),
            Change::Actual { key, .. } => self.thing_actual(self.actual_place(plan, key)),
            Change::Progress { indicator, .. } => {
                let goal = plan.indicators.get(indicator);
                self.thing_progress(goal.map_or(DASH, |goal| self.name(&goal.name)))
            }
        }
    }

    /// Its value before and after.
    #[must_use]
    pub fn changed_values(self, plan: &Plan, change: &Change) -> [String; 2] {
        let switch =
            |on: bool| if on { self.switched_on() } else { self.switched_off() }.to_owned();
        match *change {
            Change::Lever { lever, from, to } => [from, to].map(|value| {
                lever::spec(lever, plan)
                    .map_or_else(|| DASH.to_owned(), |spec| self.lever_value(&spec, value))
            }),
            Change::Status { from, to, .. } => [from, to].map(|one| self.status(one).to_owned()),
            Change::Delay { from, to, .. } => [from, to].map(|delay| self.delay(delay)),
            Change::Scale { from, to, .. } => [from, to].map(|scale| self.share(Share(scale))),
            Change::Mode { from, to, .. } => [from, to].map(|mode| self.tier_mode(mode).to_owned()),
            Change::PublishedRounding(to) | Change::Induced(to) => [switch(!to), switch(to)],
            Change::Chance { from, to } if from.shape != to.shape => {
                [from, to].map(|chance| self.shape(chance.shape).to_owned())
            }
            Change::Chance { from, to } => [from, to].map(|chance| chance.seed.to_string()),
            Change::Actual { from, to, .. } => [from, to].map(|actual| self.actual_figure(actual)),
            Change::Progress { indicator, from, to } => [from, to].map(|value| {
                let goal = plan.indicators.get(indicator);
                goal.zip(value).map_or_else(
                    || DASH.to_owned(),
                    |(goal, value)| self.indicator_value(goal, value),
                )
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::change::changes;
    use crate::plan::lever::{Kind, Lever};
    use crate::plan::project::Status;
    use crate::plan::scenario::Scenario;
    use crate::seeds;
    use crate::text::Language;

    #[test]
    fn thing_and_values_say_together_what_the_change_says() {
        let plan = seeds::linhe().unwrap();
        let text = Text::new(Language::Zh);
        let mut to = Scenario { induced: true, ..Scenario::default() };
        to.set(Lever::of_plan(Kind::Execution, &plan), 0.9, &plan);
        to.choose(0, |choice| choice.status = Some(Status::Cancelled));
        for change in changes(&plan, &Scenario::default(), &to) {
            let thing = text.changed_thing(&plan, &change);
            let [from, to] = text.changed_values(&plan, &change);
            assert!(!thing.is_empty() && from != to, "{thing}: {from} {to}");
            if let Change::Lever { .. } = change {
                let whole = text.change(&plan, &change);
                assert!(whole.starts_with(&thing) && whole.ends_with(&to), "{whole}");
            }
        }
    }
}
