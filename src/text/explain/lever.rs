//! Levers, money by source, and jobs.

use super::derivation::{Derivation, Row, evidence};
use super::step::{Evidence, Quantity, Step, Term};
use super::{Course, Op, Subject};
use crate::plan::lever::{Kind, Lever};
use crate::units::Year;

impl Derivation<'_> {
    /// Money that projects need from a source, and what is at hand.
    pub(super) fn funding(&self, source: usize, year: Year) -> Vec<Step> {
        let (Some(own), Some(index)) =
            (self.plan.sources.get(source), self.plan.grid.year_index(year))
        else {
            return Vec::new();
        };
        let Some(funding) = self.outcome.funding.get(source).and_then(|years| years.get(index))
        else {
            return Vec::new();
        };
        let rows = (0..self.plan.projects.len()).map(|project| {
            let part = self
                .assumptions
                .projects
                .get(project)
                .and_then(|assumed| assumed.sources.get(source).copied())
                .unwrap_or_default();
            Row {
                name: self.text.part_of(self.project_name(project), self.text.share(part)),
                amount: (self.spent(Course::Scenario, project, year) * part).0,
                next: Subject::Executed(Course::Scenario, project, year),
            }
        });
        let name = self.name(Subject::Funding(source, year));
        let mut steps =
            vec![self.sum(name.clone(), Quantity::Money, funding.need.0, rows.collect())];
        let listed = index.checked_sub(1).and_then(|later| own.available.get(later)?.as_ref());
        if let (Some(gap), Some(at_hand)) = (funding.gap(), listed) {
            let (text, label) = (self.text, self.text.funding_available());
            let available = funding.available.unwrap_or_default();
            let given = |op, name: &str| {
                let term = self.term(op, name, Quantity::Money, at_hand.value.0);
                term.evidenced(evidence(at_hand))
            };
            let need = self.term(Op::Plus, name, Quantity::Money, funding.need.0).below();
            let mut against = given(Op::Minus, label);
            if own.applied_for {
                against = self.term(Op::Minus, label, Quantity::Money, available.0).below();
                let award = self.common(Course::Scenario, Op::Times, Kind::Award);
                let terms = vec![given(Op::Plus, text.money_applied_for()), award];
                steps.push(self.step(label, Quantity::Money, available.0, terms));
            }
            let terms = vec![need, against];
            steps.insert(0, self.step(text.header_gap(), Quantity::Money, gap.0, terms));
        }
        let usual = self.term(Op::Plus, self.text.usual_part(), Quantity::Share, own.share.value.0);
        steps.push(Step::listed(
            self.text.funding_rule(),
            vec![usual.evidenced(evidence(&own.share))],
        ));
        steps
    }

    /// What a lever stands at, what the plan has, and what it may be.
    pub(super) fn lever_steps(&self, lever: Lever) -> Vec<Step> {
        let (text, plan) = (self.text, self.plan);
        let mut now = self.lever(Op::Plus, lever);
        now.name = text.value_now().to_owned();
        now.next = None;
        let mut terms = vec![now];
        if let Some(spec) = crate::plan::lever::spec(lever, plan) {
            let range = |low, high| {
                text.from_to(text.lever_number_said(&spec, low), text.lever_value(&spec, high))
            };
            let plan_evidence = || Evidence::new(spec.provenance, &spec.source);
            let listed = [
                (text.value_planned(), text.lever_value(&spec, spec.default)),
                (text.value_usual(), range(spec.plausible.min, spec.plausible.max)),
                (text.value_possible(), range(spec.hard.min, spec.hard.max)),
            ];
            terms.extend(listed.into_iter().map(|(name, value)| {
                Term::said(name.to_owned(), value).evidenced(plan_evidence())
            }));
        }
        vec![Step::listed(text.lever_help(lever.kind), terms)]
    }

    /// Person-years above the baseline, industry by industry.
    pub(super) fn jobs(&self, year: Year) -> Vec<Step> {
        let text = self.text;
        let Some(index) = self.plan.grid.year_index(year) else { return Vec::new() };
        let of = |item: usize| {
            self.outcome.jobs.get(item).and_then(|years| years.get(index)).copied().unwrap_or(0.0)
        };
        let industries = self.plan.industries.iter().enumerate();
        let total = (0..self.plan.industries.len()).map(of).sum();
        let terms: Vec<Term> = industries
            .filter(|&(item, _)| of(item) != 0.0)
            .map(|(item, industry)| {
                let parts = self.outcome.parts_in(item, year);
                let name = text.jobs_of(
                    text.name(&industry.name),
                    text.money(parts.total() - parts.baseline),
                    text.plain(industry.jobs.value.round()),
                );
                self.term(Op::Plus, name, Quantity::Persons, of(item))
                    .evidenced(evidence(&industry.jobs))
                    .opens(Subject::Industry(item, year))
            })
            .collect();
        let name = self.name(Subject::Jobs(year));
        if terms.is_empty() {
            return vec![self.sum(name, Quantity::Persons, total, Vec::new())];
        }
        vec![self.step(name, Quantity::Persons, total, terms)]
    }
}
