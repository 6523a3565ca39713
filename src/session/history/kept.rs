//! The tree as it is kept: every step by its changes, which lead from scenario to scenario.

use super::{History, Step};
use crate::plan::Plan;
use crate::plan::change::{Change, changes};
use crate::plan::scenario::Scenario;
use crate::text::moment::Moment;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The form that is written, and the only one that is read.
const VERSION: u64 = 1;

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u64,
    plan: String,
    now: usize,
    steps: Vec<KeptStep>,
}

#[derive(Serialize, Deserialize)]
struct KeptStep {
    parent: Option<usize>,
    changes: Vec<Change>,
    at: Option<Moment>,
    name: String,
    /// Trees that were kept before there was such a mark have none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    decided: bool,
    next: Option<usize>,
}

impl History {
    /// The tree as text. The beginning is written as what differs there from the plan.
    #[must_use]
    pub fn written(&self, plan: &Plan) -> String {
        let step = |step: &Step| KeptStep {
            parent: step.parent,
            changes: match step.parent {
                Some(_) => step.changes.clone(),
                None => changes(plan, &Scenario::default(), &step.scenario),
            },
            at: step.at,
            name: step.name.clone(),
            decided: step.decided,
            next: step.next,
        };
        let kept = Kept {
            version: VERSION,
            plan: plan.id.clone(),
            now: self.now,
            steps: self.steps.iter().map(step).collect(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// The tree from its text; nothing where it is no tree of this plan.
    #[must_use]
    pub fn read(text: &str, plan: &Plan) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let count = kept.steps.len();
        if kept.version != VERSION || kept.plan != plan.id || kept.now >= count {
            return None;
        }
        let mut steps: Vec<Step> = Vec::new();
        for (id, step) in kept.steps.into_iter().enumerate() {
            if step.parent.is_some() == (id == 0)
                || step.parent.is_some_and(|parent| parent >= id)
                || step.next.is_some_and(|next| next <= id || next >= count)
            {
                return None;
            }
            let before = step.parent.map(|parent| steps[parent].scenario.clone());
            let mut scenario = before.as_deref().cloned().unwrap_or_default();
            step.changes.iter().for_each(|change| change.make(&mut scenario, plan));
            steps.push(Step {
                parent: step.parent,
                scenario: Rc::new(scenario),
                changes: if id == 0 { Vec::new() } else { step.changes },
                at: step.at,
                name: step.name,
                decided: step.decided,
                next: step.next,
            });
        }
        let led = |(id, step): (usize, &Step)| {
            step.next.is_none_or(|next| steps[next].parent == Some(id))
        };
        let whole = steps.iter().enumerate().all(led);
        whole.then_some(Self { steps, now: kept.now })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;

    #[test]
    fn a_mark_that_was_set_comes_back_and_a_tree_kept_before_there_were_marks_has_none() {
        let plan = seeds::linhe().unwrap();
        let lever = Lever::of_plan(Kind::Execution, &plan);
        let mut history = History::default();
        for value in [0.7, 0.8] {
            let before = history.scenario();
            let mut after = (*before).clone();
            after.set(lever, value, &plan);
            let made = changes(&plan, &before, &after);
            history.record(Rc::new(after), made, None);
        }
        let before = history.written(&plan);
        assert!(!before.contains("decided"), "nothing is written that nobody has said");
        assert!(History::read(&before, &plan).unwrap().all().iter().all(|step| !step.decided));
        history.decide(1, true);
        history.decide(0, true);
        let again = History::read(&history.written(&plan), &plan).unwrap();
        let marks: Vec<bool> = again.all().iter().map(|step| step.decided).collect();
        assert_eq!(marks, [false, true, false]);
    }
}
