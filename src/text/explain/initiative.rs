//! Initiatives: turnover that becomes value added.

use super::derivation::{Derivation, Row, evidence};
use super::step::{Quantity, Step, Term};
use super::{Op, Subject};
use crate::engine::prices::deflated;
use crate::plan::lever::{Kind, Lever};
use crate::text::number::DASH;
use crate::units::{NominalMoney, Share, Year};

impl Derivation<'_> {
    /// The sum of all initiatives.
    pub(super) fn initiatives(&self, year: Year) -> Vec<Step> {
        let rows = (0..self.plan.initiatives.len()).map(|index| Row {
            name: self.initiative_name(index).to_owned(),
            amount: self.outcome.initiative_effect(index, year).0,
            next: Subject::Initiative(index, year),
        });
        let total = self.outcome.parts(year).initiatives.0;
        vec![self.sum(
            self.name(Subject::Initiatives(year)),
            Quantity::Money,
            total,
            rows.collect(),
        )]
    }

    /// What its turnover leaves as new value added, then how that divides over industries.
    pub(super) fn initiative(&self, index: usize, year: Year) -> Vec<Step> {
        let (Some(own), Some(assumed), Some(result)) = (
            self.plan.initiatives.get(index),
            self.assumptions.initiatives.get(index),
            self.outcome.initiatives.get(index),
        ) else {
            return Vec::new();
        };
        let name = self.name(Subject::Initiative(index, year));
        let real = self.outcome.initiative_effect(index, year);
        let quarters = self.plan.grid.quarters_of(year);
        let nominal: NominalMoney = quarters.map(|t| result.nominal[t]).sum();
        let turnover = self.plan.grid.year_index(year).and_then(|at| assumed.turnover.get(at));
        let new = self.text.term_new_value();
        if self.is_base(year) {
            return vec![self.step(
                name.clone(),
                Quantity::Money,
                real.0,
                vec![self.base_year_term(Op::Plus, name, Quantity::Money)],
            )];
        }
        let hosts = assumed.hosts.iter().enumerate().filter(|(_, host)| **host != Share::ZERO);
        let terms: Vec<Term> = hosts
            .map(|(industry, &host)| {
                let label = self.text.part_of(self.industry_name(industry), self.text.share(host));
                let price = self.outcome.price_level(industry, year);
                let amount = deflated(nominal * host, price).0;
                self.term(Op::Plus, label, Quantity::Money, amount)
                    .evidenced(evidence(&own.value_added_rate))
                    .opens(Subject::Price(industry, year))
            })
            .collect();
        let lever = |op, kind| self.lever(op, Lever::of_item(kind, index, self.plan));
        let mut turned = lever(Op::Plus, Kind::Turnover);
        if year != self.plan.year {
            let amount = turnover.copied().unwrap_or_default().0;
            let label = self.text.in_year(&turned.name, self.text.year(year));
            let kept = turned.evidence.take();
            turned = self
                .term(Op::Plus, label, Quantity::Money, amount)
                .opens(Subject::Lever(Lever::of_item(Kind::Turnover, index, self.plan)));
            turned.evidence = kept;
        }
        vec![
            self.step(
                new,
                Quantity::Money,
                nominal.0,
                vec![
                    turned,
                    lever(Op::Times, Kind::ValueAddedRate),
                    lever(Op::Times, Kind::InitiativeAdditionality),
                    lever(Op::TimesRest, Kind::InitiativeDisplacement),
                ],
            ),
            self.step(self.text.each_at_its_price(name), Quantity::Money, real.0, terms),
        ]
    }

    pub(super) fn initiative_name(&self, index: usize) -> &str {
        self.plan.initiatives.get(index).map_or(DASH, |item| self.text.name(&item.name))
    }
}
