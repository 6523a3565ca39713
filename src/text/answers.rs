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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::find;
    use crate::seeds;
    use crate::study::portfolio::Aim;
    use crate::text::Language;
    use crate::text::number::THIN;
    use crate::units::{Rate, RealMoney};

    fn zh() -> Text {
        Text::new(Language::Zh)
    }

    fn seen(text: &str) -> String {
        text.replace(THIN, " ")
    }

    fn execution(plan: &Plan, to: f64) -> Move {
        Move { lever: find("execution", plan).unwrap(), from: 0.8, to }
    }

    #[test]
    fn a_move_too_small_to_be_written_is_said_in_words() {
        let plan = seeds::chengguan().unwrap();
        let said = |to: f64| seen(&zh().move_values(&plan, &execution(&plan, to)));
        assert_eq!(said(0.86), "80.0 → 86.0 %");
        assert_eq!(said(0.800_000_1), "80.0 → 略高于 80.0 %");
        assert_eq!(said(0.799_999_9), "80.0 → 略低于 80.0 %");
    }

    #[test]
    fn a_start_is_said_against_the_plan() {
        let plan = seeds::chengguan().unwrap();
        let lever = Lever::of_item(Kind::Delay, 1, &plan);
        let earlier = Move { lever, from: 0.0, to: -1.0 };
        assert_eq!(seen(&zh().move_values(&plan, &earlier)), "按计划 → 提前 1 个季度");
    }

    #[test]
    fn a_way_says_how_far_it_leads_and_what_it_costs() {
        let way = Way {
            recipe: Recipe::LeastMoney,
            reached: false,
            moves: Vec::new(),
            nominal: NominalMoney(1_228.4),
            growth: Rate(0.068),
            gap: NominalMoney(2.2),
            spending: NominalMoney(0.02),
        };
        assert_eq!(
            seen(&zh().way_end(&way)),
            "达不到，最多到 1,228.4 亿元、增长 6.80 %，还差 2.2 亿元"
        );
        assert_eq!(zh().way_money(&way), "不多花投资");
        let dear = Way { spending: NominalMoney(35.46), reached: true, ..way };
        assert_eq!(seen(&zh().way_money(&dear)), "多完成投资 35.5 亿元");
        assert!(zh().way_end(&dear).starts_with("能达到"));
    }

    #[test]
    fn the_breaking_point_names_its_news_or_says_that_there_is_none() {
        let plan = seeds::chengguan().unwrap();
        let point = BreakingPoint {
            tier: 0,
            news: vec![execution(&plan, 0.74)],
            size: 0.3,
            gap: NominalMoney(0.01),
            repair: None,
        };
        let said = seen(&zh().breaking_sentence(&plan, &point));
        assert_eq!(
            said,
            "坏消息到这一步，目标值就会失守，差不到 0.1 亿元：季度执行率 80.0 → 74.0 %。"
        );
        let none = BreakingPoint { news: Vec::new(), ..point };
        assert!(zh().breaking_sentence(&plan, &none).contains("还没有哪种坏消息"));
    }

    #[test]
    fn a_choice_of_projects_says_whether_its_aim_is_met_and_how_good_it_is_proven_to_be() {
        let plan = seeds::chengguan().unwrap();
        let choice = Portfolio {
            aim: Aim::Cheapest { tier: 0 },
            choices: vec![(1, Some(0)), (2, None)],
            public: NominalMoney(25.5),
            real: RealMoney(9.0),
            nominal: NominalMoney(1_230.9),
            gap: NominalMoney(-0.3),
            proven: 0.0,
            feasible: true,
            nodes: 3,
        };
        let said = seen(&zh().choice_sentence(&plan, &choice));
        assert_eq!(said, "上 76 个，用财政性资金 25.5 亿元，GDP 到 1,230.9 亿元，达到目标值。");
        assert_eq!(zh().proof_of_choice(&choice), "已证明没有更好的安排。");
        let short = Portfolio { feasible: false, gap: NominalMoney(4.0), proven: 0.012, ..choice };
        assert!(zh().choice_sentence(&plan, &short).contains("做不到"));
        assert!(seen(&zh().proof_of_choice(&short)).contains("1.2 %"));
    }

    #[test]
    fn amounts_and_whole_numbers_are_read_or_refused_with_a_reason() {
        assert_eq!(zh().read_money("１，２００亿"), Ok(1_200.0));
        assert!(zh().read_money("-5").unwrap_err().contains("不能小于"));
        assert!(zh().read_money("两百").is_err());
        assert_eq!(zh().read_whole("2023", u32::MAX), Ok(2_023.0));
        for typed in ["1.5", "-1", "很多", ""] {
            assert!(zh().read_whole(typed, 9).is_err(), "{typed}");
        }
    }
}
