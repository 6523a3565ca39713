//! One tier, line by line.

use super::{Line, NONE, SoFar, Tiers};
use crate::engine::attainment::TOLERANCE;
use crate::engine::outcome::Test;
use crate::exchange::workbook::book::{Area, At, Block, Kind, Role};
use crate::exchange::workbook::desk::Desk;
use crate::exchange::workbook::gdp::Gdp;
use crate::exchange::workbook::term::{
    Term, above, at_least, at_most, below, both, cell_of, choose, either, equal, is_number, larger,
    size, smaller, sum, unequal, whole,
};
use crate::plan::tier::TierMode;

/// One tier being written.
pub(super) struct Writing<'d, 'p, 'g> {
    pub(super) desk: &'d mut Desk<'p>,
    pub(super) tiers: Tiers,
    pub(super) item: usize,
    pub(super) gdp: &'g Gdp,
    pub(super) year: usize,
}

impl Writing<'_, '_, '_> {
    fn at(&self, line: Line) -> At {
        self.tiers.at(line, self.item)
    }

    fn put(&mut self, line: Line, term: Term) {
        let role = match line {
            Line::Attained | Line::BindingGap => Role::Result,
            _ => Role::Derived,
        };
        let at = self.at(line);
        self.desk.book.put(at, term, role, line.kind());
    }

    fn asks_growth(&self) -> Term {
        is_number(self.at(Line::AskedGrowth))
    }

    fn asks_level(&self) -> Term {
        is_number(self.at(Line::AskedLevel))
    }

    fn mode(&self, mode: TierMode) -> Term {
        equal(self.at(Line::Mode), self.desk.text.tier_mode(mode))
    }

    /// One of four terms by the tier's mode.
    fn by_mode(&self, both: Term, any: Term, growth: Term, level: Term) -> Term {
        let single = choose(self.mode(TierMode::Growth), growth, level);
        choose(self.mode(TierMode::Both), both, choose(self.mode(TierMode::Any), any, single))
    }

    /// By both tests, by growth alone, by level alone, or by none.
    fn by_tests(&self, two: Term, growth: Term, level: Term, none: Term) -> Term {
        let alone = choose(self.asks_growth(), growth, choose(self.asks_level(), level, none));
        choose(both(self.asks_growth(), self.asks_level()), two, alone)
    }

    /// Writes every line and the tables beneath.
    pub(super) fn write(
        mut self,
        published: At,
        crossing: Block,
        keeps: Block,
        so_far: Option<&SoFar>,
    ) {
        self.write_reached(published);
        self.write_gaps();
        self.write_verdict();
        self.write_implied();
        self.write_crossings(crossing, keeps);
        self.write_required(so_far);
    }

    fn write_reached(&mut self, published: At) {
        let asked = self.at(Line::AskedGrowth);
        // Published to 0.1 %, half up: the least growth whose rounded figure is no lower.
        let steps = 0.0 - whole(0.0 - (asked / 0.001 - TOLERANCE));
        let rounded = (steps - 0.5) * 0.001;
        let needed = choose(equal(published, 1.0), rounded, asked);
        let needed = choose(self.asks_growth(), needed, NONE);
        self.put(Line::Needed, needed);
        self.put(Line::Growth, self.gdp.growth.year(0, self.year).into());
        self.put(Line::Level, self.gdp.total_nominal.year(0, self.year).into());
    }

    fn write_gaps(&mut self) {
        let missing = self.at(Line::Needed) - self.at(Line::Growth);
        let points = snapped(missing) * 100.0;
        self.put(Line::GrowthGap, choose(self.asks_growth(), points, NONE));
        let missing = self.at(Line::AskedLevel) - self.at(Line::Level);
        self.put(Line::LevelGap, choose(self.asks_level(), snapped(missing), NONE));
        let text = self.desk.text;
        let (met, unmet) = (text.tier_reached(), text.tier_not_reached());
        for (line, gap) in [(Line::GrowthMet, Line::GrowthGap), (Line::LevelMet, Line::LevelGap)] {
            let gap = self.at(gap);
            let said = choose(at_most(gap, 0.0), met, unmet);
            self.put(line, choose(is_number(gap), said, NONE));
        }
        let before = match self.year.checked_sub(1) {
            Some(before) => self.gdp.total_real.year(0, before).into(),
            None => Term::Number(0.0),
        };
        let level = before
            * (1.0 + Term::from(self.at(Line::Needed)))
            * self.gdp.deflator.year(0, self.year);
        self.put(Line::LevelOfGrowth, choose(self.asks_growth(), level, NONE));
        let short = || self.at(Line::LevelOfGrowth) - self.at(Line::Level);
        let met = at_most(self.at(Line::GrowthGap), 0.0);
        let short = choose(met, smaller(short(), 0.0), larger(short(), TOLERANCE));
        self.put(Line::ShortByGrowth, choose(self.asks_growth(), short, NONE));
    }

    fn write_verdict(&mut self) {
        let text = self.desk.text;
        let growth = || equal(self.at(Line::GrowthMet), text.tier_reached());
        let level = || equal(self.at(Line::LevelMet), text.tier_reached());
        let two =
            self.by_mode(both(growth(), level()), either(growth(), level()), growth(), level());
        let attained = self.by_tests(two, growth(), level(), Term::Number(1.0));
        self.put(Line::Attained, choose(attained, text.tier_reached(), text.tier_not_reached()));

        let (by_growth, by_level) = (text.test(Test::Growth), text.test(Test::Level));
        let (short, gap) = (self.at(Line::ShortByGrowth), self.at(Line::LevelGap));
        let two = self.by_mode(
            choose(at_least(gap, short), by_level, by_growth),
            choose(below(gap, short), by_level, by_growth),
            by_growth.into(),
            by_level.into(),
        );
        let binding = self.by_tests(two, by_growth.into(), by_level.into(), by_growth.into());
        self.put(Line::Binding, binding);
        let by_test = choose(equal(self.at(Line::Binding), by_level), gap, short);
        let missing = self.by_tests(by_test, short.into(), gap.into(), Term::Number(0.0));
        self.put(Line::BindingGap, missing);
    }

    fn write_implied(&mut self) {
        let (growth, level) = (self.at(Line::AskedGrowth), self.at(Line::AskedLevel));
        let factor = || 1.0 + Term::from(growth);
        let base = choose(above(factor(), 0.0), level / factor(), NONE);
        let given = || both(self.asks_growth(), self.asks_level());
        let base = choose(given(), base, NONE);
        let deflator = match self.year.checked_sub(1) {
            Some(before) => {
                let real = || self.gdp.total_real.year(0, before) * factor();
                let rise = choose(above(real(), 0.0), level / real() - 1.0, NONE);
                choose(given(), rise, NONE)
            }
            None => NONE.into(),
        };
        self.put(Line::ImpliedBase, base);
        self.put(Line::ImpliedDeflator, deflator);
    }

    fn write_crossings(&mut self, crossing: Block, keeps: Block) {
        let level = self.at(Line::AskedLevel);
        let trailing = self.gdp.trailing;
        for t in 0..crossing.columns {
            let at = crossing.at(self.item, t);
            let term = if t < 3 {
                NONE.into()
            } else {
                let there = at_most(level - trailing.at(0, t), TOLERANCE);
                let moment = if t == 3 {
                    Term::Number(4.0)
                } else {
                    let (now, before) = (trailing.at(0, t), trailing.at(0, t - 1));
                    t as f64 + smaller(1.0, (level - before) / (now - before))
                };
                let first = choose(both(self.asks_level(), there), moment, NONE);
                let before = crossing.at(self.item, t - 1);
                choose(is_number(before), before, first)
            };
            self.desk.book.put(at, term, Role::Derived, Kind::Quarters);
        }
        self.put(Line::LevelCrossing, crossing.at(self.item, crossing.columns - 1).into());

        let needed = self.at(Line::Needed);
        for quarter in (0..4).rev() {
            let reached = self.gdp.to_date.at(0, self.year * 4 + quarter);
            let meets = at_most(needed - reached, TOLERANCE);
            let meets = choose(self.asks_growth(), meets, 0.0);
            let later = if quarter == 3 {
                Term::Number(1.0)
            } else {
                keeps.at(self.item, quarter + 1).into()
            };
            let at = keeps.at(self.item, quarter);
            self.desk.book.put(at, choose(meets, later, 0.0), Role::Derived, Kind::Count);
        }
        let heads = At { row: keeps.first.row - 1, ..keeps.first };
        let heads = Area { first: heads, last: At { column: heads.column + 3, ..heads } };
        let kept = || sum(keeps.row(self.item, 0..4));
        let name = cell_of(heads, 1.0, 5.0 - kept());
        self.put(Line::GrowthCrossing, choose(above(kept(), 0.0), name, NONE));
    }

    fn write_required(&mut self, so_far: Option<&SoFar>) {
        let Some(so_far) = so_far else {
            for line in [
                Line::RequiredByGrowth,
                Line::RequiredByLevel,
                Line::Required,
                Line::Pace,
                Line::Done,
            ] {
                self.put(line, NONE.into());
            }
            return;
        };
        let open = || both(above(so_far.known, 0.0), below(so_far.known, 4.0));
        let needed = self.at(Line::Needed);
        let year_before = || so_far.known_before + so_far.open_before;
        let goal = || year_before() * (1.0 + Term::from(needed));
        let to = |wanted: Term, before: At| choose(above(before, 0.0), wanted / before - 1.0, NONE);
        let by_growth = to(goal() - so_far.known_real, so_far.open_before);
        let by_growth = choose(both(open(), self.asks_growth()), by_growth, NONE);
        let level = self.at(Line::AskedLevel);
        let by_level = to(level - so_far.known_nominal, so_far.open_priced);
        let by_level = choose(both(open(), self.asks_level()), by_level, NONE);
        self.put(Line::RequiredByGrowth, by_growth);
        self.put(Line::RequiredByLevel, by_level);

        let (growth, by_level) = (self.at(Line::RequiredByGrowth), self.at(Line::RequiredByLevel));
        let two = self.by_mode(
            larger(growth, by_level),
            smaller(growth, by_level),
            growth.into(),
            by_level.into(),
        );
        let one = choose(is_number(growth), growth, by_level);
        let required = choose(both(is_number(growth), is_number(by_level)), two, one);
        self.put(Line::Required, required);

        let part = |part: Term, whole: Term| choose(above(whole.clone(), 0.0), part / whole, 0.0);
        let mode = unequal(self.at(Line::Mode), self.desk.text.tier_mode(TierMode::Growth));
        let judged_by_level =
            || both(self.asks_level(), choose(self.asks_growth(), mode.clone(), 1.0));
        let known = is_number(self.at(Line::Required));
        let pace = choose(
            judged_by_level(),
            part(so_far.known_nominal_before.into(), so_far.nominal_before.into()),
            part(so_far.known_before.into(), year_before()),
        );
        let done = choose(
            judged_by_level(),
            part(so_far.known_nominal.into(), level.into()),
            part(so_far.known_real.into(), goal()),
        );
        self.put(Line::Pace, choose(known.clone(), pace, NONE));
        self.put(Line::Done, choose(known, done, NONE));
    }
}

/// A gap without what is too small to be one.
fn snapped(gap: Term) -> Term {
    choose(at_most(size(gap.clone()), TOLERANCE), 0.0, gap)
}
