//! What a verdict must not claim: when a call between reached and missed, or between two tiers, is
//! finer than what is known.

use super::odds::Odds;
use crate::engine::Outcome;
use crate::order;
use crate::units::{NominalMoney, Share};

/// Odds this close to evens are a toss-up whatever the sampling error.
const EVENS: f64 = 0.05;

/// A reason not to take the verdict at its word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    /// The tier is reached by the figures set, yet missed in most futures.
    Unlikely {
        /// Index of the tier.
        tier: usize,
        /// In what part of the futures it is reached.
        odds: Share,
    },
    /// The tier is missed by the figures set, yet reached in most futures.
    Likely {
        /// Index of the tier.
        tier: usize,
        /// In what part of the futures it is reached.
        odds: Share,
    },
    /// Reached or missed is as likely as not.
    TossUp {
        /// Index of the tier.
        tier: usize,
        /// In what part of the futures it is reached.
        odds: Share,
    },
    /// The verdict tells two tiers apart that lie closer together than the middle of the futures is
    /// wide.
    Close {
        /// Index of the tier that is reached.
        reached: usize,
        /// Index of the tier that is missed.
        missed: usize,
        /// GDP between them.
        apart: NominalMoney,
        /// Half the width of the band that holds eight futures in ten.
        spread: NominalMoney,
    },
}

/// The first reason to be careful with a verdict; `None` when the futures bear it out.
///
/// The verdict speaks about two tiers: the highest that is reached and the next. The one nearer to
/// the result decides.
#[must_use]
pub fn caution(outcome: &Outcome, odds: &Odds) -> Option<Caution> {
    let reached = outcome.tiers.iter().rposition(|tier| tier.attained);
    let missed = outcome.tiers.iter().position(|tier| !tier.attained);
    close(outcome, odds, reached, missed).or_else(|| {
        let near = |tier: &usize| outcome.tiers[*tier].binding_gap.abs().0;
        let mut called: Vec<usize> = reached.into_iter().chain(missed).collect();
        order::sort(&mut called, |a, b| near(a).total_cmp(&near(b)));
        called.into_iter().find_map(|tier| doubtful(outcome, odds, tier))
    })
}

fn close(
    outcome: &Outcome,
    odds: &Odds,
    reached: Option<usize>,
    missed: Option<usize>,
) -> Option<Caution> {
    let (reached, missed) = (reached?, missed?);
    let apart = outcome.tiers.get(missed)?.asks_for()? - outcome.tiers.get(reached)?.asks_for()?;
    let spread = (odds.gdp.high - odds.gdp.low) / 2.0;
    let between = apart.0 > 0.0 && apart < spread;
    between.then_some(Caution::Close { reached, missed, apart, spread })
}

fn doubtful(outcome: &Outcome, odds: &Odds, tier: usize) -> Option<Caution> {
    let known = odds.tiers.get(tier)?;
    let odds = known.attained;
    let margin = (2.0 * known.error.0).max(EVENS);
    let attained = outcome.tiers.get(tier)?.attained;
    if (odds.0 - 0.5).abs() <= margin {
        Some(Caution::TossUp { tier, odds })
    } else if attained && odds.0 < 0.5 {
        Some(Caution::Unlikely { tier, odds })
    } else if !attained && odds.0 > 0.5 {
        Some(Caution::Likely { tier, odds })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::plan::lever::{Kind, Lever};
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::Scenario;
    use crate::seeds;
    use crate::study::odds::{Band, TierOdds};
    use crate::units::Rate;

    fn with_growth(raised: f64) -> Outcome {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_year(Kind::CommonGrowth, plan.year), raised, &plan);
        engine::run(&resolve(&plan, &scenario))
    }

    fn odds(outcome: &Outcome, spread: f64, attained: [f64; 3]) -> Odds {
        let middle = outcome.annual(outcome.year).nominal;
        let of = |attained: f64| TierOdds {
            attained: Share(attained),
            by_growth: None,
            by_level: None,
            error: Share(0.002),
        };
        let side = NominalMoney(spread);
        Odds {
            draws: 4096,
            tiers: attained.map(of).to_vec(),
            gdp: Band { low: middle - side, middle, high: middle + side },
            growth: Band { low: Rate(0.05), middle: Rate(0.06), high: Rate(0.07) },
            trailing: Vec::new(),
        }
    }

    #[test]
    fn two_tiers_closer_than_the_futures_are_wide_are_not_told_apart() {
        let outcome = with_growth(0.008);
        assert!(outcome.tiers[0].attained && !outcome.tiers[1].attained);
        let Some(Caution::Close { reached: 0, missed: 1, apart, spread }) =
            caution(&outcome, &odds(&outcome, 12.0, [0.8, 0.3, 0.0]))
        else {
            panic!("target and strive lie about nine apart")
        };
        assert!(apart.0 > 3.0 && apart.0 < 12.0 && (spread.0 - 12.0).abs() < 1e-9);
        let narrow = odds(&outcome, 1.0, [0.99, 0.01, 0.0]);
        assert_eq!(caution(&outcome, &narrow), None, "the futures bear the verdict out");
    }

    #[test]
    fn a_call_that_most_futures_contradict_is_not_claimed() {
        let outcome = with_growth(0.0);
        assert!(!outcome.tiers[0].attained);
        let unlikely = odds(&outcome, 10.0, [0.2, 0.1, 0.0]);
        assert_eq!(caution(&outcome, &unlikely), None);
        let toss_up = odds(&outcome, 10.0, [0.47, 0.1, 0.0]);
        let odds_of = |share| Share(share);
        assert_eq!(
            caution(&outcome, &toss_up),
            Some(Caution::TossUp { tier: 0, odds: odds_of(0.47) })
        );
        let likely = odds(&outcome, 10.0, [0.7, 0.1, 0.0]);
        assert_eq!(
            caution(&outcome, &likely),
            Some(Caution::Likely { tier: 0, odds: odds_of(0.7) })
        );
        let reached = with_growth(0.2);
        assert!(reached.tiers[2].attained);
        let unlikely = odds(&reached, 10.0, [1.0, 1.0, 0.3]);
        assert_eq!(
            caution(&reached, &unlikely),
            Some(Caution::Unlikely { tier: 2, odds: odds_of(0.3) })
        );
    }
}
