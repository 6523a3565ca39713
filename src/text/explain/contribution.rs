//! Contributions to growth: what changed over last year, as a part of last year's GDP.

use super::derivation::{Derivation, Row};
use super::step::{Quantity, Step, Term};
use super::{Course, Op, Subject, Then};
use crate::engine::heading::Heading;
use crate::engine::outcome::Origin;
use crate::units::{RealMoney, Year};

impl Derivation<'_> {
    /// The rows that are gathered under a heading.
    pub(super) fn heading(&self, heading: Heading, year: Year) -> Vec<Step> {
        let contributions = self.outcome.contributions(year);
        let own = || {
            let rows = contributions.rows.iter();
            rows.filter(|row| Heading::of(row.origin, self.plan) == heading)
        };
        let total = own().map(|row| row.total.0).sum();
        let rows = own().map(|row| Row {
            name: self.text.origin(self.plan, row.origin),
            amount: row.total.0,
            next: Subject::Contribution(row.origin, year),
        });
        let name = self.name(Subject::Heading(heading, year));
        vec![self.sum(name, Quantity::Points, total, rows.collect())]
    }

    /// The change over last year as a part of last year's GDP, then the change.
    pub(super) fn contribution(&self, origin: Origin, year: Year) -> Vec<Step> {
        let before = year.previous();
        let gdp = self.outcome.annual(before).real;
        let change = self.amount(origin, year) - self.amount(origin, before);
        let named = self.text.change_over_last_year();
        let terms = vec![
            self.term(Op::Plus, named, Quantity::Money, change.0).below(),
            self.opening(Op::Over, Subject::RealGdp(before), Quantity::Money, gdp.0),
        ];
        let name = self.name(Subject::Contribution(origin, year));
        let points = self.outcome.contribution(origin, year).0;
        let figure = (name, Quantity::Points, points);
        let part = Step::computed(self.text, figure, Then::TimesHundred, terms);
        let mut terms = self.amount_terms(origin, year, [Op::Plus, Op::Minus]);
        terms.extend(self.amount_terms(origin, before, [Op::Minus, Op::Plus]));
        vec![part, self.step(named, Quantity::Money, change.0, terms)]
    }

    /// What an origin comes to in a year, base-year prices.
    fn amount(&self, origin: Origin, year: Year) -> RealMoney {
        let outcome = self.outcome;
        match origin {
            Origin::Baseline => outcome.planned_baseline_of(year),
            Origin::ChangedGrowth => outcome.baseline_of(year) - outcome.planned_baseline_of(year),
            Origin::Construction(project) => outcome.project_effect(project, year).construction,
            Origin::Operation(project) => outcome.project_effect(project, year).operation,
            Origin::Initiative(index) => outcome.initiative_effect(index, year),
            Origin::ActualLessModel => outcome.actual_less_model_of(year),
        }
    }

    /// The same as terms; the second sign is that of what is taken off within it.
    fn amount_terms(&self, origin: Origin, year: Year, [add, take]: [Op; 2]) -> Vec<Term> {
        let amount = self.amount(origin, year).0;
        let name = self.text.in_year(self.text.origin(self.plan, origin), self.text.year(year));
        let single =
            |subject| vec![self.term(add, name.clone(), Quantity::Money, amount).opens(subject)];
        match origin {
            Origin::Baseline => {
                let subject = Subject::Baseline(Course::Plan, year);
                vec![self.opening(add, subject, Quantity::Money, amount)]
            }
            Origin::ChangedGrowth => {
                let (own, planned) =
                    (self.outcome.baseline_of(year).0, self.outcome.planned_baseline_of(year).0);
                let (with, without) = (
                    Subject::Baseline(Course::Scenario, year),
                    Subject::Baseline(Course::Plan, year),
                );
                vec![
                    self.opening(add, with, Quantity::Money, own),
                    self.opening(take, without, Quantity::Money, planned),
                ]
            }
            _ if self.is_base(year) => vec![self.base_year_term(add, name, Quantity::Money)],
            Origin::Construction(project) => single(Subject::ProjectBuilding(project, year)),
            Origin::Operation(project) => single(Subject::ProjectOperation(project, year)),
            Origin::Initiative(index) => single(Subject::Initiative(index, year)),
            Origin::ActualLessModel => single(Subject::Actuals(year)),
        }
    }
}
