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
