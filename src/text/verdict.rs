//! The sentence that says how high GDP rises and which tier it reaches.
//!
//! Written once: it is the title of the chart, what a screen reader says, and the first line of the
//! report. It decides on the unrounded outcome; a gap too small to be written is said in words.

use super::Text;
use super::messages::messages;
use super::number::{DASH, MINUS};
use crate::engine::outcome::{Attainment, Test};
use crate::plan::tier::TierMode;
use crate::units::{NominalMoney, Rate, Year};

/// Around the words that are inked; taken out of names so that no name can ink itself.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// What the sentence speaks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The year of the tiers.
    pub year: Year,
    /// GDP at current prices.
    pub nominal: NominalMoney,
    /// Growth at constant prices.
    pub growth: Rate,
    /// The tiers by name, lowest first.
    pub tiers: Vec<(&'a str, &'a Attainment)>,
}

/// The sentence, in pieces of one emphasis each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The pieces in reading order.
    pub spans: Vec<Span>,
}

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are drawn.
    pub ink: Ink,
}

/// How a piece of the sentence is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// As the rest.
    Plain,
    /// In the colour of the result: the tier that is reached.
    Reached,
}

impl Verdict {
    /// The sentence without emphasis.
    #[must_use]
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Pieces from a wording whose inked words stand in brackets.
    fn marked(wording: &str) -> Self {
        let mut spans = Vec::new();
        let mut rest = wording;
        while let Some((before, after)) = rest.split_once(OPEN) {
            let (inked, behind) = after.split_once(CLOSE).unwrap_or((after, ""));
            push(&mut spans, before, Ink::Plain);
            push(&mut spans, inked, Ink::Reached);
            rest = behind;
        }
        push(&mut spans, rest, Ink::Plain);
        Self { spans }
    }
}

fn push(spans: &mut Vec<Span>, text: &str, ink: Ink) {
    if !text.is_empty() {
        spans.push(Span { text: text.to_owned(), ink });
    }
}

messages! { @private
    said_alone(year, level, growth): zh "{year}预计{level}、{growth}。", en "{year} comes to {level} with {growth}.";
    said_none(year, level, growth, next, gap): zh "{year}预计{level}、{growth}，未达到{next}，还差{gap}。", en "{year} comes to {level} with {growth}, and falls short of {next} by {gap}.";
    said_some(year, level, growth, reached, next, gap): zh "{year}预计{level}、{growth}，⟦达到{reached}⟧；距{next}还差{gap}。", en "{year} comes to {level} with {growth} and ⟦reaches {reached}⟧; {next} is still {gap} away.";
    said_gapped(year, level, growth, reached, lower, gap): zh "{year}预计{level}、{growth}，⟦达到{reached}⟧；但{lower}未达到，还差{gap}。", en "{year} comes to {level} with {growth} and ⟦reaches {reached}⟧, yet falls short of {lower} by {gap}.";
    said_only(year, level, growth, reached, spare): zh "{year}预计{level}、{growth}，⟦达到{reached}⟧，余{spare}。", en "{year} comes to {level} with {growth} and ⟦reaches {reached}⟧ with {spare} to spare.";
    said_only_just(year, level, growth, reached): zh "{year}预计{level}、{growth}，⟦正好达到{reached}⟧。", en "{year} comes to {level} with {growth} and ⟦just reaches {reached}⟧.";
    said_all(year, level, growth, reached, spare): zh "{year}预计{level}、{growth}，⟦各档目标全部达到⟧；比{reached}还多{spare}。", en "{year} comes to {level} with {growth} and ⟦reaches every tier⟧, {reached} with {spare} to spare.";
    said_all_just(year, level, growth, reached): zh "{year}预计{level}、{growth}，⟦各档目标全部达到⟧，{reached}正好达到。", en "{year} comes to {level} with {growth} and ⟦reaches every tier⟧, {reached} only just.";
    said_undefined(year): zh "{year}的结果算不出来：基数或假设中有缺数，请检查标红的项目。", en "{year} cannot be computed: a figure is missing from the base or the assumptions. Check the fields marked red.";
    grows(growth): zh "增长{growth}", en "growth of {growth}";
    falls(growth): zh "下降{growth}", en "a fall of {growth}";
}

impl Text {
    /// The sentence for one standing.
    #[must_use]
    pub fn verdict(self, standing: &Standing<'_>) -> Verdict {
        let year = self.year(standing.year);
        if !(standing.nominal.0.is_finite() && standing.growth.0.is_finite()) {
            return Verdict::marked(&self.said_undefined(year));
        }
        let level = self.money(standing.nominal);
        let growth = self.growth_phrase(standing.growth);
        // A tier without criteria says nothing about this standing.
        let tiers: Vec<_> = standing
            .tiers
            .iter()
            .filter(|(_, tier)| tier.growth.is_some() || tier.level.is_some())
            .collect();
        let name = |index: usize| tiers[index].0.replace([OPEN, CLOSE], "");
        let gap = |index: usize| self.shortfall(tiers[index].1);
        let reached = tiers.iter().rposition(|(_, tier)| tier.attained);
        let missed = tiers.iter().position(|(_, tier)| !tier.attained);
        let wording = match (reached, missed) {
            (None, None) => self.said_alone(year, level, growth),
            (None, Some(next)) => self.said_none(year, level, growth, name(next), gap(next)),
            (Some(top), Some(lower)) if lower < top => {
                self.said_gapped(year, level, growth, name(top), name(lower), gap(lower))
            }
            (Some(top), Some(next)) => {
                self.said_some(year, level, growth, name(top), name(next), gap(next))
            }
            (Some(top), None) => match (self.surplus(tiers[top].1), top) {
                (Some(spare), 0) => self.said_only(year, level, growth, name(top), spare),
                (None, 0) => self.said_only_just(year, level, growth, name(top)),
                (Some(spare), _) => self.said_all(year, level, growth, name(top), spare),
                (None, _) => self.said_all_just(year, level, growth, name(top)),
            },
        };
        Verdict::marked(&wording)
    }

    /// What a screen reader says after a lever is released.
    #[must_use]
    pub fn announcement(self, name: &str, value: &str, verdict: &Verdict) -> String {
        self.announced(name, value, verdict.plain())
    }

    /// Growth as part of a sentence: `增长 7.05 %`, `下降 0.50 %`.
    #[must_use]
    pub fn growth_phrase(self, growth: Rate) -> String {
        if self.rate_fine(growth).starts_with(MINUS) {
            self.falls(self.rate_fine(growth.abs()))
        } else {
            self.grows(self.rate_fine(growth))
        }
    }

    /// What a tier that is not reached lacks, by the tests that fail; where one test of two
    /// suffices or holds already, that is said.
    #[must_use]
    pub fn shortfall(self, tier: &Attainment) -> String {
        let level = tier.level_gap.filter(|_| tier.level_met == Some(false));
        let growth = tier.growth_gap.filter(|_| tier.growth_met == Some(false));
        match (level.map(|gap| self.money_gap(gap)), growth.map(|gap| self.points_gap(gap))) {
            (Some(level), Some(growth)) => match tier.mode {
                TierMode::Both => self.both_amounts(level, growth),
                TierMode::Any => self.either_amount(level, growth),
                TierMode::Growth => growth,
                TierMode::Level => level,
            },
            (Some(level), None) => match (tier.mode, tier.growth_met) {
                (TierMode::Both, Some(true)) => self.level_alone(level),
                _ => level,
            },
            (None, Some(growth)) => match (tier.mode, tier.level_met) {
                (TierMode::Both, Some(true)) => self.growth_alone(growth),
                _ => growth,
            },
            (None, None) => self.tier_unknown().to_owned(),
        }
    }

    /// What a tier that is reached has to spare by the tests that count; `None` when it is reached
    /// exactly.
    #[must_use]
    pub fn surplus(self, tier: &Attainment) -> Option<String> {
        let level = tier.level_gap.filter(|gap| tier.level_met == Some(true) && gap.0 < -TINY);
        let growth = tier.growth_gap.filter(|gap| tier.growth_met == Some(true) && gap.0 < -TINY);
        let (level, growth) = match tier.mode {
            TierMode::Both | TierMode::Any => (level, growth),
            TierMode::Growth => (None, growth),
            TierMode::Level => (level, None),
        };
        match (level.map(|gap| self.money_gap(gap)), growth.map(|gap| self.points_gap(gap))) {
            (Some(level), Some(growth)) => Some(self.both_amounts(level, growth)),
            (Some(only), None) | (None, Some(only)) => Some(only),
            (None, None) => None,
        }
    }

    /// How a tier fares, short enough to stand beside its mark: `差 3.4 亿元、0.75 个百分点`,
    /// `余 0.6 亿元、0.05 个百分点`.
    #[must_use]
    pub fn tier_state(self, tier: &Attainment) -> String {
        if tier.attained {
            match self.surplus(tier) {
                Some(spare) => self.tier_to_spare(spare),
                None => self.tier_exactly().to_owned(),
            }
        } else {
            let known = tier.level_met.is_some() || tier.growth_met.is_some();
            let shortfall = self.shortfall(tier);
            if known { self.tier_short(shortfall) } else { shortfall }
        }
    }

    /// How a tier fares in the fewest words, for narrow places: one gap, by the test that decides
    /// where both fail.
    #[must_use]
    pub fn tier_brief(self, tier: &Attainment) -> String {
        let level = tier.level_gap.filter(|_| tier.level_met == Some(false));
        let growth = tier.growth_gap.filter(|_| tier.growth_met == Some(false));
        match (level, growth, tier.binding) {
            _ if tier.attained => self.tier_reached().to_owned(),
            (Some(level), None, _) | (Some(level), _, Test::Level) => {
                self.tier_short(self.money_gap(level))
            }
            (_, Some(growth), _) => self.tier_short(self.points_gap(growth)),
            (None, None, _) => self.tier_unknown().to_owned(),
        }
    }

    /// Which of two tests keeps a tier from being reached; nothing where there is no choice.
    #[must_use]
    pub fn tier_binding(self, tier: &Attainment) -> Option<&'static str> {
        let two = tier.mode == TierMode::Both && tier.level.is_some() && tier.growth.is_some();
        (two && !tier.attained).then(|| match tier.binding {
            Test::Level => self.binding_level(),
            Test::Growth => self.binding_growth(),
        })
    }

    /// What a tier asks for: `1,234.6 亿元 · 7.8 %`.
    #[must_use]
    pub fn tier_asks_for(self, tier: &Attainment) -> String {
        match (tier.level, tier.growth) {
            (Some(level), Some(growth)) => self.tier_asks(self.money(level), self.rate(growth)),
            (Some(level), None) => self.tier_asks_level(self.money(level)),
            (None, Some(growth)) => self.tier_asks_growth(self.rate(growth)),
            (None, None) => DASH.to_owned(),
        }
    }
}

/// A gap below this is none, in 亿元 or percentage points.
const TINY: f64 = 1e-7;
