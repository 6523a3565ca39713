//! What a workbook says beside what the engine says.

use mogao::engine::Outcome;
use mogao::engine::outcome::Attainment;
use mogao::exchange::workbook::{At, Line, Places, Value};
use mogao::plan::Plan;
use mogao::text::Text;

/// Figures agree to nine digits; below a hundredth of a billionth nothing is a figure.
fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()) + 1e-11
}

/// What is compared and what was found.
pub(crate) struct Agreement<'a> {
    plan: &'a Plan,
    outcome: &'a Outcome,
    places: &'a Places,
    text: Text,
    read: &'a dyn Fn(At) -> Value,
    /// Every figure that differs.
    pub(crate) faults: Vec<String>,
    /// How many figures were compared.
    pub(crate) compared: usize,
}

impl<'a> Agreement<'a> {
    /// Compares everything.
    pub(crate) fn of(
        plan: &'a Plan,
        outcome: &'a Outcome,
        places: &'a Places,
        text: Text,
        read: &'a dyn Fn(At) -> Value,
    ) -> Self {
        let mut own = Self { plan, outcome, places, text, read, faults: Vec::new(), compared: 0 };
        own.levels();
        own.rates();
        own.contributions();
        own.tiers();
        own.projects();
        own.money();
        own
    }

    fn is(&mut self, what: impl FnOnce() -> String, at: At, expected: f64) {
        self.compared += 1;
        let found = match (self.read)(at) {
            Value::Number(number) => number,
            Value::Blank => 0.0,
            other => {
                self.faults.push(format!("{}: {other:?} in place of {expected}", what()));
                return;
            }
        };
        if !close(found, expected) {
            self.faults.push(format!("{} ({}): {found} in place of {expected}", what(), at.name()));
        }
    }

    /// A number, or a dash where there is none.
    fn may_be(&mut self, what: &str, at: At, expected: Option<f64>) {
        match expected {
            Some(expected) => self.is(|| what.to_owned(), at, expected),
            None => self.says(what, at, "—"),
        }
    }

    fn says(&mut self, what: &str, at: At, expected: &str) {
        self.compared += 1;
        let found = (self.read)(at);
        if found != Value::Words(expected.to_owned()) {
            self.faults.push(format!("{what} ({}): {found:?} in place of {expected}", at.name()));
        }
    }

    fn levels(&mut self) {
        let (outcome, places) = (self.outcome, self.places);
        for item in 0..outcome.real.len() {
            for t in 0..outcome.grid.quarters() {
                let real = outcome.real[item][t].0;
                self.is(|| format!("real {item} {t}"), places.real.at(item, t), real);
                let nominal = outcome.nominal[item][t].0;
                self.is(|| format!("nominal {item} {t}"), places.nominal.at(item, t), nominal);
            }
            for (index, year) in outcome.grid.each_year().enumerate() {
                let annual = outcome.annual_in(item, year);
                let at = places.real.year(item, index);
                self.is(|| format!("real {item} {year}"), at, annual.real.0);
                let at = places.nominal.year(item, index);
                self.is(|| format!("nominal {item} {year}"), at, annual.nominal.0);
            }
        }
    }

    fn rates(&mut self) {
        let (outcome, places) = (self.outcome, self.places);
        for t in 0..outcome.grid.quarters() {
            let growth = outcome.quarter_growth(t).0;
            self.is(|| format!("growth {t}"), places.growth.at(0, t), growth);
            let to_date = outcome.year_to_date_growth(t).0;
            self.is(|| format!("growth to date {t}"), places.to_date.at(0, t), to_date);
            let deflator = outcome.quarterly(t).deflator.0;
            self.is(|| format!("deflator {t}"), places.deflator.at(0, t), deflator);
        }
        for (index, year) in outcome.grid.each_year().enumerate() {
            let growth = outcome.growth(year).0;
            self.is(|| format!("growth {year}"), places.growth.year(0, index), growth);
            let deflator = outcome.annual(year).deflator.0;
            self.is(|| format!("deflator {year}"), places.deflator.year(0, index), deflator);
            for item in 0..outcome.real.len() {
                let growth = outcome.growth_in(item, year).0;
                let at = places.growth_by_industry.year(item, index);
                self.is(|| format!("growth {item} {year}"), at, growth);
            }
        }
    }

    fn contributions(&mut self) {
        let (outcome, places) = (self.outcome, self.places);
        for (index, year) in outcome.grid.each_year().enumerate() {
            let table = outcome.contributions(year);
            for (row, &origin) in places.origins.iter().enumerate() {
                // What counts for nothing has no row in the outcome.
                let own = table.rows.iter().find(|own| own.origin == origin);
                let total = own.map_or(0.0, |own| own.total.0);
                self.is(|| format!("{origin:?} {year}"), places.by_year.at(row, index), total);
                if year != outcome.year {
                    continue;
                }
                for item in 0..outcome.real.len() {
                    let points = own.map_or(0.0, |own| own.by_industry[item].0);
                    let at = places.in_plan_year.at(row, item);
                    self.is(|| format!("{origin:?} {item}"), at, points);
                }
                let at = places.in_plan_year.at(row, outcome.real.len());
                self.is(|| format!("{origin:?} together"), at, total);
            }
            for (item, points) in table.by_industry.iter().enumerate() {
                let at = places.by_industry.at(item, index);
                self.is(|| format!("contribution of {item} in {year}"), at, points.0);
            }
        }
    }

    fn tiers(&mut self) {
        for (item, tier) in self.outcome.tiers.iter().enumerate() {
            self.tier(item, tier);
        }
    }

    fn tier(&mut self, item: usize, tier: &Attainment) {
        let (text, places) = (self.text, self.places);
        let at = |line| places.tier(line, item);
        let numbers = [
            (Line::GrowthGap, tier.growth_gap.map(|gap| gap.0)),
            (Line::LevelGap, tier.level_gap.map(|gap| gap.0)),
            (Line::LevelOfGrowth, tier.level_of_growth.map(|level| level.0)),
            (Line::BindingGap, Some(tier.binding_gap.0)),
            (Line::ImpliedBase, tier.implied_base.map(|base| base.0)),
            (Line::ImpliedDeflator, tier.implied_deflator.map(|rise| rise.0)),
            (Line::LevelCrossing, tier.level_crossing.map(|moment| moment.0)),
            (Line::RequiredByGrowth, tier.required.and_then(|own| own.by_growth).map(|g| g.0)),
            (Line::RequiredByLevel, tier.required.and_then(|own| own.by_level).map(|g| g.0)),
            (Line::Required, tier.required.map(|own| own.growth.0)),
            (Line::Pace, tier.required.map(|own| own.pace.0)),
            (Line::Done, tier.required.map(|own| own.done.0)),
        ];
        for (line, expected) in numbers {
            self.may_be(&format!("{line:?} of tier {item}"), at(line), expected);
        }
        let verdict = |met: bool| if met { text.tier_reached() } else { text.tier_not_reached() };
        let test = |met: Option<bool>| met.map_or("—", verdict);
        let growth_crossing =
            tier.growth_crossing.map_or("—".to_owned(), |t| text.quarter(self.outcome.grid, t));
        let words = [
            (Line::GrowthMet, test(tier.growth_met)),
            (Line::LevelMet, test(tier.level_met)),
            (Line::Attained, verdict(tier.attained)),
            (Line::Binding, text.test(tier.binding)),
            (Line::GrowthCrossing, &growth_crossing),
        ];
        for (line, expected) in words {
            self.says(&format!("{line:?} of tier {item}"), at(line), expected);
        }
    }

    fn projects(&mut self) {
        let (outcome, places) = (self.outcome, self.places);
        for (item, project) in outcome.projects.iter().enumerate() {
            for t in 0..outcome.grid.quarters() {
                let figures = [
                    ("planned", places.planned, project.planned[t].0),
                    ("executed", places.executed, project.executed[t].0),
                    ("backlog", places.backlog, project.backlog[t].0),
                    ("volume", places.volume, project.volume[t].0),
                    ("operation", places.operation, project.operation[t].0),
                ];
                for (name, block, expected) in figures {
                    self.is(
                        || format!("{name} of project {item} in {t}"),
                        block.at(item, t),
                        expected,
                    );
                }
            }
        }
    }

    fn money(&mut self) {
        let (outcome, places) = (self.outcome, self.places);
        for year in 0..outcome.grid.years {
            for (source, years) in outcome.funding.iter().enumerate() {
                let need = years[year].need.0;
                self.is(|| format!("need {source} {year}"), places.need.at(source, year), need);
            }
            for (item, years) in outcome.jobs.iter().enumerate() {
                self.is(|| format!("jobs {item} {year}"), places.jobs.at(item, year), years[year]);
            }
        }
        assert_eq!(self.plan.projects.len(), outcome.projects.len());
    }
}
