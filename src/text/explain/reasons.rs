//! Short answers for the screen itself: why a tier is reached or not.

use crate::engine::attainment::bases_disagree;
use crate::engine::outcome::{Attainment, Test};
use crate::plan::tier::TierMode;
use crate::text::Text;
use crate::text::verdict::Standing;
use crate::units::{Rate, Year};

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
}

/// Whether growth is judged rounded: the gap is not that to the growth asked for.
fn judged_as_published(tier: &Attainment, growth: Rate) -> bool {
    let plain = tier.growth.map(|asked| (asked - growth).points());
    plain.zip(tier.growth_gap).is_some_and(|(plain, gap)| (plain - gap).abs().0 > 1e-6)
}
