//! Why a number is what it is: formula, values and evidence, ready for a panel.

use super::Text;
use super::number::DASH;
use super::verdict::{Standing, published};
use crate::engine::outcome::{Annual, Attainment, Test};
use crate::plan::provenance::Provenance;
use crate::plan::tier::TierMode;
use crate::units::{Rate, Year};

/// A number taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// The steps, the last one first: each names the values that the next one takes apart.
    pub steps: Vec<Step>,
}

/// One formula with the values in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The formula in words.
    pub formula: &'static str,
    /// The same with values.
    pub values: String,
    /// The values by name.
    pub terms: Vec<Term>,
}

/// A value that goes into a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub name: String,
    /// Its value with unit.
    pub value: String,
    /// The evidence behind it; `None` for what the model computes.
    pub provenance: Option<Provenance>,
}

/// Why a tier is reached or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierReasons {
    /// Reached or not, in a few words.
    pub conclusion: String,
    /// Each test with its numbers.
    pub tests: Vec<TestReason>,
    /// Which test decides, where there are two to decide between.
    pub decided_by: Option<String>,
    /// The growth asked for, said as a level, to compare it with the level asked for.
    pub growth_as_level: Option<String>,
}

/// One test of a tier with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestReason {
    /// Which test.
    pub test: Test,
    /// Whether it holds.
    pub met: bool,
    /// The sentence with the numbers.
    pub sentence: String,
}

impl Text {
    /// Why a tier is reached or not.
    #[must_use]
    pub fn tier_reasons(
        self,
        name: &str,
        tier: &Attainment,
        standing: &Standing<'_>,
    ) -> TierReasons {
        let tests: Vec<TestReason> =
            [self.level_reason(tier, standing), self.growth_reason(tier, standing)]
                .into_iter()
                .flatten()
                .collect();
        let two = tests.len() == 2 && matches!(tier.mode, TierMode::Both | TierMode::Any);
        TierReasons {
            conclusion: if tier.attained {
                self.tier_is_reached(name)
            } else {
                self.tier_is_not_reached(name)
            },
            tests,
            decided_by: two.then(|| self.decided_by(self.test(tier.binding))),
            growth_as_level: tier
                .level_of_growth
                .filter(|level| level.0.is_finite())
                .map(|level| self.growth_as_level(self.money(level))),
        }
    }

    fn level_reason(self, tier: &Attainment, standing: &Standing<'_>) -> Option<TestReason> {
        let (goal, met) = (self.money(tier.level?), tier.level_met?);
        let level = self.money(standing.nominal);
        let sentence = if met {
            self.test_level_met(level, goal)
        } else {
            self.test_level_short(level, goal, self.money_gap(tier.level_gap?))
        };
        Some(TestReason { test: Test::Level, met, sentence })
    }

    fn growth_reason(self, tier: &Attainment, standing: &Standing<'_>) -> Option<TestReason> {
        let (goal, met) = (self.rate(tier.growth?), tier.growth_met?);
        let growth = self.rate_fine(standing.growth);
        let sentence = if published(tier) {
            self.test_as_published(growth, goal)
        } else if met {
            self.test_growth_met(growth, goal)
        } else {
            self.test_growth_short(growth, goal, self.points_gap(tier.growth_gap?))
        };
        Some(TestReason { test: Test::Growth, met, sentence })
    }

    /// The standing notice that the tiers do not share one base; `None` while they agree within
    /// 0.1 %, or when fewer than two of them imply a base.
    #[must_use]
    pub fn implied_base_notice(self, base_year: Year, tiers: &[&Attainment]) -> Option<String> {
        let bases: Vec<_> = tiers.iter().filter_map(|tier| tier.implied_base).collect();
        let lowest = bases.iter().copied().reduce(|one, other| one.min(other))?;
        let highest = bases.iter().copied().reduce(|one, other| one.max(other))?;
        if bases.len() < 2 || highest.growth_from(lowest) <= DISAGREEMENT {
            return None;
        }
        let (last, others) = bases.split_last()?;
        let numbers: String =
            others.iter().map(|&base| format!("{} / ", self.money_number(base))).collect();
        let bases = format!("{numbers}{}", self.money(*last));
        Some(self.implied_bases(self.year(base_year), bases))
    }

    /// How the large figure comes about: prices on top of real GDP, and growth over the year before.
    ///
    /// `evidence` is that of the base year's GDP, which stands behind the year before where the year
    /// before is the base year.
    #[must_use]
    pub fn gdp_explained(
        self,
        year: Year,
        now: Annual,
        before: Annual,
        evidence: Option<Provenance>,
    ) -> Explanation {
        let (this, last) = (self.year(year), self.year(year.previous()));
        let growth = now.real.growth_from(before.real);
        let deflator = self.deflator_value(now);
        let computed = |name: String, value: String| Term { name, value, provenance: None };
        let real_now = computed(self.real_gdp(&this), self.money(now.real));
        Explanation {
            title: self.gdp_of_year(&this),
            steps: vec![
                Step {
                    formula: self.nominal_formula(),
                    values: self.nominal_values(
                        self.money(now.nominal),
                        self.money_number(now.real),
                        &deflator,
                    ),
                    terms: vec![real_now.clone(), computed(self.deflator().to_owned(), deflator)],
                },
                Step {
                    formula: self.growth_formula(),
                    values: self.growth_values(
                        self.rate_or_dash(growth),
                        self.money_number(now.real),
                        self.money_number(before.real),
                    ),
                    terms: vec![
                        real_now,
                        Term {
                            name: self.real_gdp(&last),
                            value: self.money(before.real),
                            provenance: evidence,
                        },
                    ],
                },
            ],
        }
    }

    fn deflator_value(self, annual: Annual) -> String {
        self.number(annual.deflator.0, 4)
    }

    fn rate_or_dash(self, rate: Rate) -> String {
        if rate.0.is_finite() { self.rate_fine(rate) } else { DASH.to_owned() }
    }
}

/// Bases that differ by no more than this may be called the same.
const DISAGREEMENT: Rate = Rate(0.001);
