//! GDP, growth and prices.

use super::derivation::{Derivation, Row};
use super::step::{Evidence, Quantity, Step, Term};
use super::{Course, Op, Subject, Then};
use crate::engine::heading::by_heading;
use crate::plan::lever::{Kind, Lever};
use crate::plan::provenance::Provenance;
use crate::plan::scenario::ActualKey;
use crate::units::{Deflator, Points, RealMoney, Year};

impl Derivation<'_> {
    /// Prices on top of real GDP, then what real GDP consists of.
    pub(super) fn gdp(&self, year: Year) -> Vec<Step> {
        let name = self.name(Subject::Gdp(year));
        let now = self.outcome.annual(year);
        if self.is_base(year) {
            let given = self.lever(Op::Plus, Lever::of_plan(Kind::BaseGdp, self.plan));
            return vec![self.step(name, Quantity::Money, now.nominal.0, vec![given])];
        }
        let real = Subject::RealGdp(year);
        let terms = vec![
            self.opening(Op::Plus, real, Quantity::Money, now.real.0).below(),
            self.opening(Op::Times, Subject::Deflator(year), Quantity::Factor, now.deflator.0),
        ];
        let mut steps = vec![self.step(name, Quantity::Money, now.nominal.0, terms)];
        steps.extend(self.real_gdp(year));
        steps
    }

    /// Real GDP as the sum of its parts.
    pub(super) fn real_gdp(&self, year: Year) -> Vec<Step> {
        let name = self.name(Subject::RealGdp(year));
        let total = self.outcome.annual(year).real.0;
        if self.is_base(year) {
            let rows = (0..self.plan.industries.len()).map(|index| Row {
                name: self.industry_name(index).to_owned(),
                amount: self.outcome.annual_in(index, year).real.0,
                next: Subject::IndustryBaseline(Course::Scenario, index, year),
            });
            return vec![self.sum(name, Quantity::Money, total, rows.collect())];
        }
        let parts = self.outcome.parts(year);
        let mut listed = vec![
            (Subject::Baseline(Course::Scenario, year), parts.baseline),
            (Subject::Building(year), parts.construction),
            (Subject::Operating(year), parts.operation),
            (Subject::Initiatives(year), parts.initiatives),
        ];
        if parts.actual_less_model != RealMoney::ZERO {
            listed.push((Subject::Actuals(year), parts.actual_less_model));
        }
        let terms = listed.into_iter().map(|(subject, part)| {
            self.term(Op::Plus, self.part_name(subject), Quantity::Money, part.0).opens(subject)
        });
        vec![self.step(name, Quantity::Money, total, terms.collect())]
    }

    /// A part of GDP in short, beside the other parts.
    pub(super) fn part_name(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::Building(_) => self.text.part_construction(),
            Subject::Operating(_) => self.text.part_operation(),
            Subject::Initiatives(_) => self.text.part_initiatives(),
            Subject::Actuals(_) => self.text.part_actuals(),
            _ => self.text.part_baseline(),
        }
    }

    /// This year over last year, then what contributes.
    pub(super) fn growth(&self, year: Year) -> Vec<Step> {
        let growth = self.outcome.growth(year);
        let real = |op, year| {
            let amount = self.outcome.annual(year).real.0;
            self.opening(op, Subject::RealGdp(year), Quantity::Money, amount)
        };
        let over_last_year = Step::computed(
            self.text,
            (self.name(Subject::Growth(year)), Quantity::Rate, growth.0),
            Then::LessOne,
            vec![real(Op::Plus, year), real(Op::Over, year.previous())],
        );
        let contributions = self.outcome.contributions(year);
        let headings = by_heading(&contributions, self.plan).into_iter();
        let rows = headings.map(|(heading, points): (_, Points)| Row {
            name: self.text.heading(heading).to_owned(),
            amount: points.0,
            next: Subject::Heading(heading, year),
        });
        let name = self.text.contributions_title(self.text.year(year));
        let total = contributions.total.0;
        vec![over_last_year, self.sum(name, Quantity::Points, total, rows.collect())]
    }

    /// The mean of the industries' prices, each weighing as much as its part of real GDP.
    pub(super) fn deflator(&self, year: Year) -> Vec<Step> {
        let annual = self.outcome.annual(year);
        let rows = (0..self.plan.industries.len()).map(|index| {
            let industry = self.outcome.annual_in(index, year);
            let price = self.outcome.price_level(index, year);
            let part = industry.real / annual.real;
            Row {
                name: self.text.weighted_price(
                    self.industry_name(index),
                    Quantity::Share.value(self.text, part),
                    self.price_number(price),
                ),
                amount: if annual.real == RealMoney::ZERO { 0.0 } else { part * price.0 },
                next: Subject::Price(index, year),
            }
        });
        let name = self.name(Subject::Deflator(year));
        vec![self.sum(name, Quantity::Factor, annual.deflator.0, rows.collect())]
    }

    /// Last year's level and this year's rise.
    pub(super) fn price(&self, industry: usize, year: Year) -> Vec<Step> {
        let now = self.outcome.price_level(industry, year);
        let subject = Subject::Price(industry, year);
        if self.is_base(year) {
            return vec![self.base_price(subject, now)];
        }
        let before = year.previous();
        let earlier = self.opening(
            Op::Plus,
            Subject::Price(industry, before),
            Quantity::Factor,
            self.outcome.price_level(industry, before).0,
        );
        let own = self.lever(Op::Plus, Lever::of_industry(Kind::Price, industry, year));
        let common = self.lever(Op::Plus, Lever::of_year(Kind::CommonPrice, year));
        let rise = own.amount + common.amount;
        let named = self.text.price_rise_in_all();
        let both = self.term(Op::TimesRise, named, Quantity::Rate, rise).below();
        vec![
            self.step(self.name(subject), Quantity::Factor, now.0, vec![earlier, both]),
            self.step(named, Quantity::Rate, rise, vec![own, common]),
        ]
    }

    /// The price level of investment: last year's and this year's rise.
    pub(super) fn investment_price(&self, year: Year) -> Vec<Step> {
        let subject = Subject::InvestmentPrice(year);
        let now = self.investment_level(year);
        if self.is_base(year) {
            return vec![self.base_price(subject, now)];
        }
        let before = year.previous();
        let terms = vec![
            self.opening(
                Op::Plus,
                Subject::InvestmentPrice(before),
                Quantity::Factor,
                self.investment_level(before).0,
            ),
            self.lever(Op::TimesRise, Lever::of_year(Kind::InvestmentPrice, year)),
        ];
        vec![self.step(self.name(subject), Quantity::Factor, now.0, terms)]
    }

    /// The price level of investment in a year, against the base year.
    pub(super) fn investment_level(&self, year: Year) -> Deflator {
        let grid = self.plan.grid;
        let levels =
            crate::engine::prices::of_investment(&self.assumptions.investment_prices, grid);
        levels.get(grid.quarters_of(year).start).copied().unwrap_or_default()
    }

    fn base_price(&self, subject: Subject, level: Deflator) -> Step {
        let evidence = Evidence::new(Provenance::Derived, self.text.base_year_is_given());
        let given = self.term(Op::Plus, self.text.price_base(), Quantity::Factor, level.0);
        let given = given.evidenced(evidence);
        self.step(self.name(subject), Quantity::Factor, level.0, vec![given])
    }

    pub(super) fn price_number(&self, price: Deflator) -> String {
        Quantity::Factor.value(self.text, price.0)
    }

    /// Each known quarter less what the model gives for it.
    pub(super) fn actuals(&self, year: Year) -> Vec<Step> {
        let quarters = self.plan.grid.quarters_of(year);
        let terms: Vec<Term> = quarters
            .filter(|&quarter| self.outcome.known.get(quarter) == Some(&true))
            .map(|quarter| {
                let own = self.outcome.actual_less_model_in(quarter);
                let name = self.text.quarter(self.plan.grid, quarter);
                let said = self.actual_words(quarter);
                self.term(Op::Plus, name, Quantity::Money, own.0)
                    .evidenced(Evidence::new(Provenance::User, &said))
            })
            .collect();
        let total = self.outcome.actual_less_model_of(year).0;
        let name = self.name(Subject::Actuals(year));
        if terms.is_empty() {
            return vec![self.sum(name, Quantity::Money, total, Vec::new())];
        }
        vec![self.step(name, Quantity::Money, total, terms)]
    }

    fn actual_words(&self, quarter: usize) -> String {
        let (text, plan) = (self.text, self.plan);
        let within = |key: &&ActualKey| key.quarter == quarter;
        let entered = self.scenario.actuals.keys().filter(within).map(|&key| {
            let figure = text.actual_figure(self.scenario.actuals.get(&key).copied());
            text.actual_said(text.actual_place(plan, key), figure)
        });
        entered.collect::<Vec<_>>().join(text.list_comma())
    }
}
