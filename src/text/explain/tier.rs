//! Tiers: each test as a subtraction, and what the tier's two numbers say about each other.

use super::derivation::Derivation;
use super::step::{Quantity, Step, Term};
use super::{Op, Subject};
use crate::engine::attainment::growth_needed;
use crate::engine::outcome::Attainment;
use crate::plan::lever::{Kind, Lever};
use crate::text::number::DASH;
use crate::text::verdict::Standing;
use crate::units::Rate;

impl Derivation<'_> {
    /// Both tests with their numbers.
    pub(super) fn tier(&self, index: usize) -> Vec<Step> {
        let Some(tier) = self.outcome.tiers.get(index) else { return Vec::new() };
        let lever = |op, kind| self.lever(op, Lever::of_item(kind, index, self.plan));
        let mut steps = Vec::new();
        if let Some(gap) = tier.level_gap {
            let own = self.outcome.annual(self.outcome.year).nominal.0;
            let own = |op| self.opening(op, Subject::Gdp(self.outcome.year), Quantity::Money, own);
            let (label, amount, terms) = if gap.0 > 0.0 {
                let terms = vec![lever(Op::Plus, Kind::TierLevel), own(Op::Minus)];
                (self.text.level_short(), gap.0, terms)
            } else {
                let terms = vec![own(Op::Plus), lever(Op::Minus, Kind::TierLevel)];
                (self.text.level_to_spare(), -gap.0, terms)
            };
            steps.push(self.step(label, Quantity::Money, amount, terms));
        }
        if let (Some(asked), Some(_)) = (tier.growth, tier.growth_gap) {
            steps.push(self.growth_test(index, asked));
        }
        if let (Some(level), Some(asked)) = (tier.level_of_growth, tier.growth) {
            steps.push(self.growth_as_a_level(index, level.0, asked));
        }
        if let Some(base) = tier.implied_base {
            let terms =
                vec![lever(Op::Plus, Kind::TierLevel), lever(Op::OverRise, Kind::TierGrowth)];
            let label = self.text.implied_base_name(self.text.year(self.plan.grid.base_year));
            steps.push(self.step(label, Quantity::Money, base.0, terms));
        }
        steps
    }

    /// Growth asked for, as the tests take it.
    fn asked(&self, op: Op, index: usize, asked: Rate) -> Term {
        let lever = Lever::of_item(Kind::TierGrowth, index, self.plan);
        let mut term = self.lever(op, lever);
        let needed = growth_needed(asked, self.scenario.published_rounding);
        if needed != asked {
            let label = self.text.as_published(&term.name, &term.value);
            let evidence = term.evidence.take();
            term = self.term(op, label, Quantity::Rate, needed.0).opens(Subject::Lever(lever));
            term.evidence = evidence;
        }
        term
    }

    fn growth_test(&self, index: usize, asked: Rate) -> Step {
        let year = self.outcome.year;
        let growth = self.outcome.growth(year);
        let own = |op| self.opening(op, Subject::Growth(year), Quantity::Rate, growth.0);
        let needed = growth_needed(asked, self.scenario.published_rounding);
        let (label, amount, terms) = if needed > growth {
            let terms = vec![self.asked(Op::Plus, index, asked), own(Op::Minus)];
            (self.text.growth_short(), (needed - growth).0, terms)
        } else {
            let terms = vec![own(Op::Plus), self.asked(Op::Minus, index, asked)];
            (self.text.growth_to_spare(), (growth - needed).0, terms)
        };
        self.step(label, Quantity::Difference, amount, terms)
    }

    fn growth_as_a_level(&self, index: usize, level: f64, asked: Rate) -> Step {
        let year = self.outcome.year;
        let (before, now) = (self.outcome.annual(year.previous()), self.outcome.annual(year));
        let terms = vec![
            self.opening(
                Op::Plus,
                Subject::RealGdp(year.previous()),
                Quantity::Money,
                before.real.0,
            ),
            self.asked(Op::TimesRise, index, asked),
            self.opening(Op::Times, Subject::Deflator(year), Quantity::Factor, now.deflator.0),
        ];
        self.step(self.text.level_of_growth(), Quantity::Money, level, terms)
    }

    /// Whether it is reached and what decides.
    pub(super) fn tier_remark(&self, index: usize) -> String {
        let Some(tier) = self.outcome.tiers.get(index) else { return String::new() };
        let year = self.outcome.year;
        let standing = Standing {
            year,
            nominal: self.outcome.annual(year).nominal,
            growth: self.outcome.growth(year),
            tiers: Vec::new(),
        };
        let reasons = self.text.tier_reasons(self.tier_name(index), tier, &standing);
        self.text.conclusion(reasons.conclusion, reasons.decided_by.unwrap_or_default())
    }

    /// The gap or what is to spare.
    pub(super) fn tier_figure(&self, tier: &Attainment) -> String {
        self.text.tier_state(tier)
    }

    pub(super) fn tier_name(&self, index: usize) -> &str {
        self.plan.tiers.get(index).map_or(DASH, |tier| self.text.name(&tier.name))
    }
}
