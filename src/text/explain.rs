//! Why a number is what it is: formula, values and evidence, ready for a panel.

use super::Text;
use super::number::MINUS;
use super::verdict::Standing;
use crate::engine::attainment::bases_disagree;
use crate::engine::outcome::{Attainment, Outcome, Required, Test};
use crate::plan::provenance::Provenance;
use crate::plan::tier::TierMode;
use crate::units::{Rate, RealMoney, Year};

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
        let rounded = judged_as_published(tier, standing.growth);
        let sentence = match (met, rounded) {
            (true, true) if tier.growth > Some(standing.growth) => {
                self.test_as_published(growth, goal)
            }
            (true, _) => self.test_growth_met(growth, goal),
            (false, true) => {
                self.test_growth_short_published(growth, goal, self.points_gap(tier.growth_gap?))
            }
            (false, false) => {
                self.test_growth_short(growth, goal, self.points_gap(tier.growth_gap?))
            }
        };
        Some(TestReason { test: Test::Growth, met, sentence })
    }

    /// The standing notice that the tiers do not share one base; `None` while they agree.
    #[must_use]
    pub fn implied_base_notice(self, base_year: Year, tiers: &[Attainment]) -> Option<String> {
        if !bases_disagree(tiers) {
            return None;
        }
        let bases: Vec<_> = tiers.iter().filter_map(|tier| tier.implied_base).collect();
        let (last, others) = bases.split_last()?;
        let numbers: String =
            others.iter().map(|&base| format!("{} / ", self.money_number(base))).collect();
        let bases = format!("{numbers}{}", self.money(*last));
        Some(self.implied_bases(self.year(base_year), bases))
    }

    /// How GDP of the tiers' year comes about: prices on top of real GDP, growth over the year
    /// before, and the parts that real GDP consists of.
    ///
    /// `evidence` is that of the base year's GDP.
    #[must_use]
    pub fn gdp_explained(self, outcome: &Outcome, evidence: Provenance) -> Explanation {
        let year = outcome.year;
        let (now, before) = (outcome.annual(year), outcome.annual(year.previous()));
        let (this, last) = (self.year(year), self.year(year.previous()));
        let deflator = self.number(now.deflator.0, 4);
        let real_now = computed(self.real_gdp(&this), self.money(now.real));
        let real_before = Term {
            provenance: (year.previous() == outcome.grid.base_year).then_some(evidence),
            ..computed(self.real_gdp(last), self.money(before.real))
        };
        let (real, earlier) = (self.money_number(now.real), self.money_number(before.real));
        let growth = self.rate_fine(outcome.growth(year));
        Explanation {
            title: self.gdp_of_year(this),
            steps: vec![
                Step {
                    formula: self.nominal_formula(),
                    values: self.nominal_values(self.money(now.nominal), &real, &deflator),
                    terms: vec![real_now.clone(), computed(self.deflator().to_owned(), deflator)],
                },
                Step {
                    formula: self.growth_formula(),
                    values: self.growth_values(growth, &real, earlier),
                    terms: vec![real_now, real_before],
                },
                self.parts_of_gdp(outcome, year, &real),
            ],
        }
    }

    /// Real GDP as the sum of what it consists of; actual figures have a part only where known.
    fn parts_of_gdp(self, outcome: &Outcome, year: Year, total: &str) -> Step {
        let effects = || (0..outcome.projects.len()).map(|p| outcome.project_effect(p, year));
        let initiatives = 0..outcome.initiatives.len();
        let actuals = outcome.actual_less_model.iter();
        let actuals: RealMoney =
            actuals.flat_map(|series| outcome.grid.quarters_of(year).map(|t| series[t])).sum();
        let mut parts = vec![
            (self.part_baseline(), outcome.baseline_of(year)),
            (self.part_construction(), effects().map(|effect| effect.construction).sum()),
            (self.part_operation(), effects().map(|effect| effect.operation).sum()),
            (
                self.part_initiatives(),
                initiatives.map(|i| outcome.initiative_effect(i, year)).sum(),
            ),
        ];
        if actuals != RealMoney::ZERO {
            parts.push((self.part_actuals(), actuals));
        }
        let sum: Vec<String> = parts.iter().map(|&(_, part)| self.addend(part)).collect();
        Step {
            formula: self.additive_formula(),
            values: format!("{total} = {}", sum.join(" + ")),
            terms: parts
                .into_iter()
                .map(|(name, part)| computed(name.to_owned(), self.money(part)))
                .collect(),
        }
    }

    /// A part of a sum; a negative one in brackets, so that no two signs meet.
    fn addend(self, part: RealMoney) -> String {
        let number = self.money_number(part);
        if number.starts_with(MINUS) { format!("({number})") } else { number }
    }

    /// Whether the year's tier is on pace: done against due.
    #[must_use]
    pub fn pace_state(self, required: &Required) -> String {
        let (done, pace) = (self.share(required.done), self.share(required.pace));
        if done == pace {
            self.pace_on(done)
        } else if required.done > required.pace {
            self.pace_ahead(done, pace)
        } else {
            self.pace_behind(done, pace)
        }
    }
}

/// A value that the model computes.
fn computed(name: String, value: String) -> Term {
    Term { name, value, provenance: None }
}

/// Whether growth is judged rounded: the gap is not that to the growth asked for.
fn judged_as_published(tier: &Attainment, growth: Rate) -> bool {
    let plain = tier.growth.map(|asked| (asked - growth).points());
    plain.zip(tier.growth_gap).is_some_and(|(plain, gap)| (plain - gap).abs().0 > 1e-6)
}
