//! Goals of the document in words: how they stand, what was typed, what the model says beside them.

use super::number::{DASH, ParseProblem, parse, with_unit};
use super::{Language, Text};
use crate::engine::Outcome;
use crate::plan::Plan;
use crate::plan::indicator::Indicator;
use crate::plan::lever::{Kind, Lever, Unit};
use crate::plan::link::Link;
use crate::plan::progress::{Standing, Tally, part_done};
use crate::plan::scenario::Scenario;
use crate::units::NominalMoney;

impl Text {
    /// How a goal stands.
    #[must_use]
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Unreported => self.standing_unreported(),
            Standing::Behind => self.standing_behind(),
            Standing::OnPace => self.standing_on_pace(),
            Standing::Ahead => self.standing_ahead(),
            Standing::Short => self.standing_short(),
            Standing::Done => self.standing_done(),
        }
    }

    /// How a goal stands and how much of it is done; a rate has no part that is done.
    #[must_use]
    pub fn goal_stands(
        self,
        goal: &Indicator,
        progress: Option<f64>,
        standing: Standing,
    ) -> String {
        match progress.filter(|_| goal.accumulates()) {
            Some(done) => {
                self.standing_says(self.standing(standing), self.share(part_done(goal, done)))
            }
            None => self.standing(standing).to_owned(),
        }
    }

    /// How many goals are reported, done and behind.
    #[must_use]
    pub fn tally(self, tally: Tally) -> String {
        let count = |number: usize| self.count(number as f64);
        match tally.reported {
            0 => self.tally_none(count(tally.goals)),
            reported => self.tally_some(
                count(tally.goals),
                count(reported),
                count(tally.done),
                count(tally.behind),
            ),
        }
    }

    /// Person-years.
    #[must_use]
    pub fn person_years(self, number: f64) -> String {
        with_unit(&self.count(number), self.persons())
    }

    /// Progress as its field shows it: without unit, and empty where none is reported.
    #[must_use]
    pub fn progress_number(self, goal: &Indicator, progress: Option<f64>) -> String {
        match progress {
            Some(value) if goal.unit.zh == Indicator::MONEY => self.money_mark_plain(value),
            Some(value) => self.plain(value),
            None => String::new(),
        }
    }

    /// The unit beside the field of a goal.
    #[must_use]
    pub fn goal_unit(self, goal: &Indicator) -> &str {
        if goal.unit.zh == Indicator::MONEY { self.money_unit() } else { self.name(&goal.unit) }
    }

    /// Progress as typed, in the goal's unit. `万` and `亿` before the unit are understood, and the
    /// unit itself.
    ///
    /// # Errors
    ///
    /// When it is no single number, has another unit, or is below nothing.
    pub fn read_progress(self, goal: &Indicator, typed: &str) -> Result<f64, ParseProblem> {
        let value = match goal.unit.zh.as_str() {
            Indicator::MONEY => parse(Unit::Money, self.language, typed)?,
            Indicator::PERCENT => parse(Unit::Rate, self.language, typed)? * 100.0,
            _ => self.read_count(goal, typed)?,
        };
        if value < 0.0 { Err(ParseProblem::OutOfLimits) } else { Ok(value) }
    }

    /// A number of things, such as `3.6万人`.
    fn read_count(self, goal: &Indicator, typed: &str) -> Result<f64, ParseProblem> {
        let bare = |text: &'_ str, unit: &str| text.strip_suffix(unit).map(str::to_owned);
        let text = typed.trim();
        let text = [&goal.unit.zh, &goal.unit.en]
            .into_iter()
            .filter(|unit| !unit.is_empty())
            .find_map(|unit| bare(text, unit))
            .unwrap_or_else(|| text.to_owned());
        let scaled = [("万", 1e4), ("亿", 1e8)]
            .into_iter()
            .find_map(|(sign, scale)| Some((text.trim_end().strip_suffix(sign)?, scale)));
        match scaled {
            Some((number, scale)) => Ok(parse(Unit::Factor, self.language, number)? * scale),
            None => parse(Unit::Factor, self.language, &text),
        }
    }

    /// Why typed progress does not count, and what stays instead.
    #[must_use]
    pub fn progress_problem(
        self,
        goal: &Indicator,
        problem: ParseProblem,
        kept: Option<f64>,
    ) -> String {
        let reason = match problem {
            ParseProblem::Empty => self.problem_empty().to_owned(),
            ParseProblem::NotANumber => self.problem_not_a_number().to_owned(),
            ParseProblem::Several => self.problem_several().to_owned(),
            ParseProblem::WrongUnit => self.problem_unit(self.goal_unit(goal)),
            ParseProblem::TooLarge => self.problem_too_large().to_owned(),
            ParseProblem::OutOfLimits => self.progress_negative().to_owned(),
        };
        let kept = match kept {
            Some(value) => self.progress_kept(self.indicator_value(goal, value)),
            None => self.progress_kept_none().to_owned(),
        };
        self.problem_with_kept(reason, kept)
    }

    /// What the model gives beside a linked goal.
    #[must_use]
    pub fn model_figure(
        self,
        plan: &Plan,
        scenario: &Scenario,
        outcome: &Outcome,
        link: Link,
    ) -> String {
        let year = outcome.year;
        match link {
            Link::TierGrowth(_) => self.model_growth(self.rate_fine(outcome.growth(year))),
            Link::TierLevel(_) => self.model_level(self.money(outcome.annual(year).nominal)),
            Link::ProjectCount(list) => self.model_count(self.project_count(plan.list_count(list))),
            Link::ProjectTotal(list) => {
                let listed = plan.listed(list).map(|(index, _)| index);
                let executed = outcome.spending_of(listed, year).executed;
                self.model_total(self.money(plan.list_total(list)), self.money(executed))
            }
            Link::Funds => self.model_funds(self.money(outcome.need_applied_for(plan, year))),
            Link::Turnover(item) => {
                let turnover = scenario.value(Lever::of_item(Kind::Turnover, item, plan), plan);
                let value_added = outcome.initiative_nominal(item, year);
                self.model_turnover(self.money(NominalMoney(turnover)), self.money(value_added))
            }
            Link::Sales(item) => {
                let name = plan.industries.get(item).map_or(DASH, |own| self.name(&own.name));
                self.model_sales(name, self.money(outcome.annual_in(item, year).nominal))
            }
            Link::Jobs => self.model_jobs(self.person_years(outcome.person_years(year))),
        }
    }

    /// Money in the language's unit with all the decimals it was given.
    fn money_mark_plain(self, yi: f64) -> String {
        match self.language {
            Language::Zh => self.plain(yi),
            Language::En => self.plain(yi / 10.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        crate::seeds::chengguan().unwrap()
    }

    fn goal<'a>(plan: &'a Plan, id: &str) -> &'a Indicator {
        plan.indicators.iter().find(|goal| goal.id == id).unwrap()
    }

    #[test]
    fn progress_is_read_in_the_unit_of_its_goal_however_it_is_typed() {
        let plan = plan();
        let zh =
            |id: &str, typed: &str| Text::new(Language::Zh).read_progress(goal(&plan, id), typed);
        for typed in ["18000", "18,000", "1.8万", "1.8万人", "１８０００ 人"] {
            assert_eq!(zh("S51", typed), Ok(18_000.0), "{typed}");
        }
        assert_eq!(zh("S18", "40.5"), Ok(40.5));
        assert_eq!(zh("S49", "250万元"), Ok(0.025));
        assert_eq!(zh("S43", "80"), Ok(80.0));
        assert_eq!(zh("S47", "190万株"), Ok(1_900_000.0));
        let english = Text::new(Language::En);
        assert_eq!(english.read_progress(goal(&plan, "S18"), "4.05"), Ok(40.5));
        assert_eq!(english.read_progress(goal(&plan, "S51"), "18,000 persons"), Ok(18_000.0));
    }

    #[test]
    fn bad_progress_says_why_and_what_stays() {
        let plan = plan();
        let (zh, jobs) = (Text::new(Language::Zh), goal(&plan, "S51"));
        assert_eq!(zh.read_progress(jobs, "很多"), Err(ParseProblem::NotANumber));
        assert_eq!(zh.read_progress(jobs, "-3"), Err(ParseProblem::OutOfLimits));
        assert_eq!(zh.read_progress(jobs, "5 亿元"), Err(ParseProblem::WrongUnit));
        let said = zh.progress_problem(jobs, ParseProblem::NotANumber, Some(18_000.0));
        assert_eq!(said, "这不是一个数，请用数字填写。仍按 18,000\u{202F}人记录。");
        let said = zh.progress_problem(jobs, ParseProblem::OutOfLimits, None);
        assert_eq!(said, "完成数不能小于 0。仍记为未填报。");
    }

    #[test]
    fn what_a_field_shows_reads_back_as_the_same_progress() {
        let plan = plan();
        for language in [Language::Zh, Language::En] {
            let text = Text::new(language);
            for goal in &plan.indicators {
                let shown = text.progress_number(goal, Some(goal.value));
                let read = text.read_progress(goal, &shown).unwrap();
                assert!((read - goal.value).abs() < 1e-9 * goal.value, "{}: {shown}", goal.id);
            }
        }
    }
}
