//! The baseline: industries growing by themselves.

use super::derivation::{Derivation, Row, evidence};
use super::step::{Quantity, Step, Term};
use super::{Course, Op, Subject};
use crate::plan::lever::{Kind, Lever};
use crate::units::{Deflator, Year};

impl Derivation<'_> {
    /// The base year's GDP divided over industries, or last year's baseline and this year's growth.
    pub(super) fn industry_baseline(&self, course: Course, index: usize, year: Year) -> Vec<Step> {
        let name = self.name(Subject::IndustryBaseline(course, index, year));
        let level = |year| match course {
            Course::Scenario => self.outcome.baseline_in(index, year),
            Course::Plan => self.outcome.planned_baseline_in(index, year),
        };
        let Some(industry) = self.plan.industries.get(index) else { return Vec::new() };
        if self.is_base(year) {
            let share = self.term(
                Op::Times,
                self.text.industry_share(),
                Quantity::Share,
                industry.share.value.0,
            );
            let mut terms = vec![
                self.lever(Op::Plus, Lever::of_plan(Kind::BaseGdp, self.plan)),
                share.evidenced(evidence(&industry.share)),
            ];
            if industry.base_price != Deflator::BASE {
                let price = Subject::Price(index, year);
                terms.push(self.opening(Op::Over, price, Quantity::Factor, industry.base_price.0));
            }
            return vec![self.step(name, Quantity::Money, level(year).0, terms)];
        }
        let before = year.previous();
        let earlier = self.opening(
            Op::Plus,
            Subject::IndustryBaseline(course, index, before),
            Quantity::Money,
            level(before).0,
        );
        let growth = self.growth_terms(course, index, year);
        let rise: f64 = growth.iter().map(|term| term.amount).sum();
        let named = self.text.baseline_growth_of(self.industry_name(index));
        let term = self.term(Op::TimesRise, named.clone(), Quantity::Rate, rise).below();
        vec![
            self.step(name, Quantity::Money, level(year).0, vec![earlier, term]),
            self.step(named, Quantity::Rate, rise, growth),
        ]
    }

    /// What an industry's growth is the sum of: its own, the common one, and what its basic
    /// indicators add by departing from the plan.
    fn growth_terms(&self, course: Course, index: usize, year: Year) -> Vec<Term> {
        let own = self.lever_in(course, Op::Plus, Lever::of_industry(Kind::Growth, index, year));
        let mut terms = vec![own];
        if course == Course::Plan {
            return terms;
        }
        terms.push(self.lever(Op::Plus, Lever::of_year(Kind::CommonGrowth, year)));
        let drivers = self.plan.industries.get(index).map_or(&[][..], |item| &item.drivers);
        for (driver, own) in drivers.iter().enumerate().filter(|_| year == self.plan.year) {
            let lever = Lever::of_driver(index, driver, self.plan);
            let set = self.lever(Op::Plus, lever);
            let added = (set.amount - own.growth.value.0) * own.elasticity;
            if added != 0.0 {
                let name = self.text.driver_adds(
                    self.text.name(&own.name),
                    set.value,
                    self.text.plain(own.elasticity),
                );
                let term = self.term(Op::Plus, name, Quantity::Difference, added);
                let term = term.opens(Subject::Lever(lever));
                terms.push(match set.evidence {
                    Some(evidence) => term.evidenced(evidence),
                    None => term,
                });
            }
        }
        terms
    }

    /// The sum over industries.
    pub(super) fn baseline(&self, course: Course, year: Year) -> Vec<Step> {
        let level = |index| match course {
            Course::Scenario => self.outcome.baseline_in(index, year),
            Course::Plan => self.outcome.planned_baseline_in(index, year),
        };
        let total = match course {
            Course::Scenario => self.outcome.baseline_of(year),
            Course::Plan => self.outcome.planned_baseline_of(year),
        };
        let rows = (0..self.plan.industries.len()).map(|index| Row {
            name: self.industry_name(index).to_owned(),
            amount: level(index).0,
            next: Subject::IndustryBaseline(course, index, year),
        });
        let name = self.name(Subject::Baseline(course, year));
        vec![self.sum(name, Quantity::Money, total.0, rows.collect())]
    }

    /// One industry's value added as the sum of its parts.
    pub(super) fn industry(&self, index: usize, year: Year) -> Vec<Step> {
        let parts = self.outcome.parts_in(index, year);
        let total = self.outcome.annual_in(index, year).real.0;
        let own = Subject::IndustryBaseline(Course::Scenario, index, year);
        let rows = [
            (own, parts.baseline),
            (Subject::Building(year), parts.construction),
            (Subject::Operating(year), parts.operation),
            (Subject::Initiatives(year), parts.initiatives),
            (Subject::Actuals(year), parts.actual_less_model),
        ];
        let rows = rows.into_iter().map(|(next, part)| Row {
            name: self.part_name(next).to_owned(),
            amount: part.0,
            next,
        });
        let name = self.name(Subject::Industry(index, year));
        vec![self.sum(name, Quantity::Money, total, rows.collect())]
    }
}
