//! Answers of the studies in words.

use super::Text;
use super::number::{DASH, ParseProblem, parse};
use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever, Unit};
use crate::study::Move;
use crate::study::breaking_point::BreakingPoint;
use crate::study::portfolio::Portfolio;
use crate::study::recipe::{Recipe, Way};
use crate::units::{NominalMoney, Quarters, Share};

/// A number without the zeros at its end, so that equal numbers read the same.
fn digits(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

impl Text {
    /// The name of a way.
    #[must_use]
    pub fn recipe(self, recipe: Recipe) -> &'static str {
        match recipe {
            Recipe::LeastChange => self.recipe_least_change(),
            Recipe::LeastMoney => self.recipe_least_money(),
            Recipe::EarliestStart => self.recipe_earliest(),
        }
    }

    /// What a way keeps small.
    #[must_use]
    pub fn recipe_help(self, recipe: Recipe) -> &'static str {
        match recipe {
            Recipe::LeastChange => self.recipe_least_change_help(),
            Recipe::LeastMoney => self.recipe_least_money_help(),
            Recipe::EarliestStart => self.recipe_earliest_help(),
        }
    }

    /// From where a lever stands to where it would go: `80 → 86 %`, `按计划 → 提前 1 个季度`.
    #[must_use]
    pub fn move_values(self, plan: &Plan, one: &Move) -> String {
        match (one.lever.kind, lever::spec(one.lever, plan)) {
            (Kind::Delay, _) => {
                self.before_and_after(self.delay(Quarters(one.from)), self.delay(Quarters(one.to)))
            }
            (_, Some(spec)) => {
                let (from, to) = (
                    self.lever_number_said(&spec, one.from),
                    self.lever_number_said(&spec, one.to),
                );
                // A move too small for the last digit would read as if nothing moved.
                let value = self.lever_value(&spec, one.to);
                let end = match digits(&from) == digits(&to) {
                    true if one.to > one.from => self.just_above(self.lever_value(&spec, one.from)),
                    true if one.to < one.from => self.just_below(self.lever_value(&spec, one.from)),
                    _ => value,
                };
                self.before_and_after(from, end)
            }
            (_, None) => DASH.to_owned(),
        }
    }

    /// A move whole: `季度执行率 80 → 86 %`.
    #[must_use]
    pub fn move_words(self, plan: &Plan, one: &Move) -> String {
        format!("{} {}", self.lever_name(plan, one.lever), self.move_values(plan, one))
    }

    /// How far a way leads.
    #[must_use]
    pub fn way_end(self, way: &Way) -> String {
        let (level, growth) = (self.money(way.nominal), self.growth_phrase(way.growth));
        if way.reached {
            self.way_reaches(level, growth)
        } else {
            self.way_stops(level, growth, self.money_gap(way.gap))
        }
    }

    /// What a way costs in executed spending; less than the last digit is nothing.
    #[must_use]
    pub fn way_money(self, way: &Way) -> String {
        let size = self.money(way.spending.abs());
        match self.money_change_number(way.spending).chars().next() {
            Some('+') => self.way_spends(size),
            Some(super::number::MINUS) => self.way_saves(size),
            _ => self.way_spends_nothing().to_owned(),
        }
    }

    /// The bad news that loses a tier, in one sentence.
    #[must_use]
    pub fn breaking_sentence(self, plan: &Plan, point: &BreakingPoint) -> String {
        let tier = plan.tiers.get(point.tier).map_or(DASH, |tier| self.name(&tier.name));
        if point.news.is_empty() {
            return self.breaks_by_nothing(tier);
        }
        let news: Vec<String> = point.news.iter().map(|one| self.move_words(plan, one)).collect();
        self.breaks_by(tier, self.money_gap(point.gap), news.join(self.list_comma()))
    }

    /// How much more often a tier is reached, of a hundred futures: `+12`.
    #[must_use]
    pub fn odds_change(self, change: Share) -> String {
        self.signed(change.0 * 100.0, 0)
    }

    /// The standard error of odds, of a hundred futures.
    #[must_use]
    pub fn odds_error(self, error: Share) -> String {
        self.number(error.0 * 100.0, 1)
    }

    /// A rank correlation; a dash where there is none.
    #[must_use]
    pub fn rank(self, rank: Option<f64>) -> String {
        rank.map_or_else(|| DASH.to_owned(), |rank| self.signed(rank, 2))
    }

    /// What a choice of projects comes to.
    #[must_use]
    pub fn choice_sentence(self, plan: &Plan, portfolio: &Portfolio) -> String {
        use crate::study::portfolio::Aim;
        let chosen = portfolio.choices.iter().filter(|(_, start)| start.is_some());
        let count = chosen.filter_map(|(index, _)| plan.projects.get(*index));
        let projects = self.project_count(count.map(|project| project.count as usize).sum());
        let (public, level) = (self.money(portfolio.public), self.money(portfolio.nominal));
        match portfolio.aim {
            _ if !portfolio.feasible => self.chosen_fails(self.money_gap(portfolio.gap), level),
            Aim::Cheapest { tier } => {
                let tier = plan.tiers.get(tier).map_or(DASH, |tier| self.name(&tier.name));
                self.chosen_reaches(projects, public, level, tier)
            }
            Aim::Most { .. } => {
                self.chosen_adds(projects, public, self.money(portfolio.real), level)
            }
        }
    }

    /// How good a choice of projects is proven to be.
    #[must_use]
    pub fn proof_of_choice(self, portfolio: &Portfolio) -> String {
        /// Below this, in parts of the whole, nothing can be written.
        const LEAST: f64 = 0.000_5;
        if portfolio.proven < LEAST {
            self.proven_best().to_owned()
        } else {
            self.proven_within(self.share(Share(portfolio.proven)))
        }
    }

    /// Money that was typed into a field.
    ///
    /// # Errors
    ///
    /// When it is no amount that is zero or more: what is wrong with it.
    pub fn read_money(self, typed: &str) -> Result<f64, String> {
        let problem = match parse(Unit::Money, self.language, typed) {
            Ok(value) if value >= 0.0 => return Ok(value),
            Ok(_) | Err(ParseProblem::OutOfLimits) => self.money_negative(),
            Err(ParseProblem::Empty) => self.problem_empty(),
            Err(ParseProblem::NotANumber) => self.problem_not_a_number(),
            Err(ParseProblem::Several) => self.problem_several(),
            Err(ParseProblem::TooLarge) => self.problem_too_large(),
            Err(ParseProblem::WrongUnit) => return Err(self.problem_unit(self.money_unit())),
        };
        Err(problem.to_owned())
    }

    /// A whole number that was typed into a field, from zero to a largest one.
    ///
    /// # Errors
    ///
    /// When it is none: what is wrong with it.
    pub fn read_whole(self, typed: &str, most: u32) -> Result<f64, String> {
        match parse(Unit::Factor, self.language, typed) {
            Ok(value) if value >= 0.0 && value <= f64::from(most) && value.fract() == 0.0 => {
                Ok(value)
            }
            Err(ParseProblem::Empty) => Err(self.problem_empty().to_owned()),
            _ => Err(self.problem_whole(self.count(f64::from(most)))),
        }
    }

    /// A limit in money as its field shows it; empty where there is none.
    #[must_use]
    pub fn limit_shown(self, limit: Option<NominalMoney>) -> String {
        limit.map_or_else(String::new, |limit| self.money_mark(limit))
    }

    /// The full name of a lever of the catalogue with where it is set and how far it may go.
    #[must_use]
    pub fn unknown_range(self, plan: &Plan, lever: Lever, value: f64) -> [String; 2] {
        let Some(spec) = lever::spec(lever, plan) else { return [DASH.into(), DASH.into()] };
        let (low, high) = (spec.plausible.min.min(value), spec.plausible.max.max(value));
        let range =
            self.chance_from_to(self.lever_number_said(&spec, low), self.lever_value(&spec, high));
        [self.lever_value(&spec, value), range]
    }
}
