//! Odds in words: as natural frequencies, never finer than they are known.

use super::Text;
use crate::plan::Plan;
use crate::study::caution::Caution;
use crate::study::odds::Odds;
use crate::study::question::Unanswered;
use crate::units::Share;

impl Text {
    /// Why there is no answer to a question about the scenario as it stands.
    #[must_use]
    pub fn unanswered(self, why: Unanswered) -> &'static str {
        match why {
            Unanswered::NotThere => self.unanswered_not_there(),
            Unanswered::Stopped => self.unanswered_stopped(),
            Unanswered::Declined => self.unanswered_declined(),
        }
    }

    /// How many of 100 futures: `58`, `under 1`, `over 99`; plain 0 and 100 only where no drawn
    /// future says otherwise.
    #[must_use]
    pub fn of_hundred(self, odds: Share) -> String {
        if odds.0 > 0.0 && odds.0 < 0.01 {
            self.odds_under_one().to_owned()
        } else if odds.0 > 0.99 && odds.0 < 1.0 {
            self.odds_over_ninety_nine().to_owned()
        } else {
            self.count(odds.0 * 100.0)
        }
    }

    /// `百次中 58 次`.
    #[must_use]
    pub fn odds(self, odds: Share) -> String {
        self.odds_in_hundred(self.of_hundred(odds))
    }

    /// The same where there is no room for words.
    #[must_use]
    pub fn odds_brief(self, odds: Share) -> String {
        self.odds_of_hundred_brief(self.of_hundred(odds))
    }

    /// Why the verdict is not to be taken at its word.
    #[must_use]
    pub fn caution(self, plan: &Plan, caution: Caution) -> String {
        let name = |tier: usize| plan.tiers.get(tier).map_or("", |tier| self.name(&tier.name));
        match caution {
            Caution::Close { reached, missed, apart, spread } => self.caution_close(
                name(reached),
                name(missed),
                self.money(apart),
                self.money(spread),
            ),
            Caution::TossUp { tier, odds } => self.caution_toss_up(name(tier), self.odds(odds)),
            Caution::Unlikely { tier, odds } => self.caution_unlikely(name(tier), self.odds(odds)),
            Caution::Likely { tier, odds } => self.caution_likely(name(tier), self.odds(odds)),
        }
    }

    /// All tiers' odds in one sentence, for those who cannot see the gauge.
    #[must_use]
    pub fn odds_spoken(self, plan: &Plan, odds: &Odds) -> String {
        let tiers = plan.tiers.iter().zip(&odds.tiers);
        let each = tiers.map(|(tier, odds)| {
            format!("{}{}{}", self.name(&tier.name), self.colon(), self.odds(odds.attained))
        });
        each.collect::<Vec<_>>().join(self.list_comma())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn odds_never_round_to_certainty() {
        let text = Text::new(Language::En);
        assert_eq!(text.odds(Share(0.58)), "58 in 100");
        assert_eq!(text.odds(Share(0.004)), "under 1 in 100");
        assert_eq!(text.odds(Share(0.9961)), "over 99 in 100");
        assert_eq!(text.odds(Share(1.0)), "100 in 100");
        assert_eq!(Text::new(Language::Zh).odds(Share(0.0)), "百次中 0 次");
    }
}
