//! The results of a scenario as tables: GDP by industry, growth, contributions, tiers, projects.
//!
//! One file with a table below the other, for spreadsheets of every age: UTF-8 with its mark, lines that
//! end as Windows ends them, numbers with an ASCII point and minus and all their digits. Text that a
//! spreadsheet would take for a formula stands behind an apostrophe.

use crate::engine::Outcome;
use crate::engine::outcome::Attainment;
use crate::plan::Plan;
use crate::plan::lever::Unit;
use crate::text::number::in_file;
use crate::text::{Language, Text};

/// What a formula begins with, in ASCII and full-width.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// A cell of the tables.
enum Cell {
    Words(String),
    Number(f64),
}

impl Cell {
    fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
    }

    /// Percent, or nothing.
    fn percent(rate: Option<f64>) -> Self {
        rate.map_or_else(|| Self::words(""), |rate| Self::Number(rate * 100.0))
    }

    fn perhaps(number: Option<f64>) -> Self {
        number.map_or_else(|| Self::words(""), Self::Number)
    }
}

/// Lines of cells, as they will be written.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, cells: impl IntoIterator<Item = Cell>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            match cell {
                Cell::Words(words) if words.is_empty() => {}
                Cell::Words(words) => {
                    self.0.push('"');
                    self.0.push_str(&guarded(&words).replace('"', "\"\""));
                    self.0.push('"');
                }
                Cell::Number(number) => self.0.push_str(&in_file(number)),
            }
        }
        self.0.push_str("\r\n");
    }

    fn words<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.line(cells.into_iter().map(Cell::words));
    }

    /// The title of a table, a line away from the one before.
    fn title(&mut self, title: impl Into<String>) {
        self.0.push_str("\r\n");
        self.words([title.into()]);
    }
}

/// The tables of an outcome, as bytes of a file.
#[must_use]
pub fn results(plan: &Plan, outcome: &Outcome, name: &str, language: Language) -> Vec<u8> {
    let writing = Writing { plan, outcome, text: Text { language, thousands: false } };
    let mut lines = Lines("\u{feff}".to_owned());
    let text = writing.text;
    lines.words([text.name(&plan.name), name, text.not_a_forecast()]);
    writing.gdp(&mut lines);
    writing.growth(&mut lines);
    writing.contributions(&mut lines);
    writing.tiers(&mut lines);
    writing.projects(&mut lines);
    lines.0.into_bytes()
}

struct Writing<'a> {
    plan: &'a Plan,
    outcome: &'a Outcome,
    text: Text,
}

impl Writing<'_> {
    fn times(&self) -> Vec<String> {
        let grid = self.plan.grid;
        let quarters = (0..grid.quarters()).map(|t| self.text.quarter(grid, t));
        quarters.chain(grid.each_year().map(|year| self.text.year(year))).collect()
    }

    fn industries(&self) -> impl Iterator<Item = (usize, String)> {
        let names = self.plan.industries.iter().map(|item| self.text.name(&item.name).to_owned());
        names.enumerate()
    }

    fn heads(&self, first: &str, rest: impl IntoIterator<Item = String>) -> Vec<String> {
        std::iter::once(first.to_owned()).chain(rest).collect()
    }

    /// Value added by industry, quarter and year, at both prices.
    fn gdp(&self, lines: &mut Lines) {
        let (text, outcome, grid) = (self.text, self.outcome, self.plan.grid);
        for (title, nominal) in [(text.book_nominal(), true), (text.book_real(), false)] {
            lines.title(text.in_unit(title, text.book_money_unit()));
            lines.words(self.heads(text.header_industry(), self.times()));
            let level = |annual: crate::engine::outcome::Annual| {
                Cell::Number(if nominal { annual.nominal.0 } else { annual.real.0 })
            };
            for (item, name) in self.industries() {
                let quarters = (0..grid.quarters()).map(|t| level(outcome.quarterly_in(item, t)));
                let years = grid.each_year().map(|year| level(outcome.annual_in(item, year)));
                lines.line([Cell::words(name)].into_iter().chain(quarters).chain(years));
            }
            let quarters = (0..grid.quarters()).map(|t| level(outcome.quarterly(t)));
            let years = grid.each_year().map(|year| level(outcome.annual(year)));
            let all = [Cell::words(text.book_gdp())];
            lines.line(all.into_iter().chain(quarters).chain(years));
        }
    }

    /// Real growth by industry, quarter and year, and growth to date.
    fn growth(&self, lines: &mut Lines) {
        let (text, outcome, grid) = (self.text, self.outcome, self.plan.grid);
        lines.title(text.in_unit(text.book_gdp_growth(), "%"));
        lines.words(self.heads(text.header_industry(), self.times()));
        // The base year has nothing to grow over.
        let rate = |given: bool, rate: crate::units::Rate| Cell::percent(given.then_some(rate.0));
        for (item, name) in self.industries() {
            let quarters =
                (0..grid.quarters()).map(|t| rate(t >= 4, outcome.quarter_growth_in(item, t)));
            let years = grid.each_year().enumerate();
            let years = years.map(|(index, year)| rate(index > 0, outcome.growth_in(item, year)));
            lines.line([Cell::words(name)].into_iter().chain(quarters).chain(years));
        }
        let quarters = (0..grid.quarters()).map(|t| rate(t >= 4, outcome.quarter_growth(t)));
        let years = grid.each_year().enumerate();
        let years = years.map(|(index, year)| rate(index > 0, outcome.growth(year)));
        lines.line([Cell::words(text.book_gdp())].into_iter().chain(quarters).chain(years));
        let to_date = (0..grid.quarters()).map(|t| rate(t >= 4, outcome.year_to_date_growth(t)));
        lines.line([Cell::words(text.header_growth_to_date())].into_iter().chain(to_date));
    }

    /// Contributions to the growth of the tiers' year by row and industry.
    fn contributions(&self, lines: &mut Lines) {
        let (text, plan) = (self.text, self.plan);
        let table = self.outcome.contributions(plan.year);
        let unit = text.unit_label(Unit::RateDifference);
        lines.title(text.in_unit(text.book_contributions_of(text.year(plan.year)), unit));
        let industries = self.industries().map(|(_, name)| name);
        let heads = industries.chain([text.book_together().to_owned()]);
        lines.words(self.heads(text.header_term(), heads));
        for row in &table.rows {
            let points = row.by_industry.iter().chain([&row.total]).map(|own| Cell::Number(own.0));
            let name = Cell::words(text.origin(plan, row.origin));
            lines.line([name].into_iter().chain(points));
        }
        let points = table.by_industry.iter().chain([&table.total]).map(|own| Cell::Number(own.0));
        lines.line([Cell::words(text.book_growth_itself())].into_iter().chain(points));
    }

    fn tiers(&self, lines: &mut Lines) {
        let (text, plan) = (self.text, self.plan);
        lines.title(text.table_tiers_caption(text.year(plan.year)));
        let (percent, money) = ("%", text.book_money_unit());
        let points = text.unit_label(Unit::RateDifference);
        lines.words([
            text.tier().to_owned(),
            text.in_unit(text.book_asked_growth(), percent),
            text.in_unit(text.book_asked_level(), money),
            text.tier_mode_header().to_owned(),
            text.header_state().to_owned(),
            text.in_unit(text.book_growth_gap(), points),
            text.in_unit(text.book_level_gap(), money),
            text.binding().to_owned(),
            text.in_unit(text.header_gap(), money),
            text.in_unit(text.book_implied_base(), money),
        ]);
        for (tier, own) in plan.tiers.iter().zip(&self.outcome.tiers) {
            lines.line(self.tier(text.name(&tier.name), own));
        }
    }

    fn tier(&self, name: &str, tier: &Attainment) -> [Cell; 10] {
        let text = self.text;
        let state = if tier.attained { text.tier_reached() } else { text.tier_not_reached() };
        [
            Cell::words(name),
            Cell::percent(tier.growth.map(|growth| growth.0)),
            Cell::perhaps(tier.level.map(|level| level.0)),
            Cell::words(text.tier_mode(tier.mode)),
            Cell::words(state),
            Cell::perhaps(tier.growth_gap.map(|gap| gap.0)),
            Cell::perhaps(tier.level_gap.map(|gap| gap.0)),
            Cell::words(text.test(tier.binding)),
            Cell::Number(tier.binding_gap.0),
            Cell::perhaps(tier.implied_base.map(|base| base.0)),
        ]
    }

    /// What each project spends and adds, year by year.
    fn projects(&self, lines: &mut Lines) {
        let (text, plan, outcome) = (self.text, self.plan, self.outcome);
        let money = text.book_money_unit();
        lines.title(text.in_unit(text.book_sheet_projects(), money));
        let mut heads = vec![
            text.project().to_owned(),
            text.stage_header().to_owned(),
            text.status_header().to_owned(),
            text.total_investment().to_owned(),
            text.start().to_owned(),
            text.commissioned().to_owned(),
        ];
        for year in plan.grid.each_year() {
            let year = text.year(year);
            heads.extend(
                [
                    text.book_planned(),
                    text.book_executed(),
                    text.construction_effect(),
                    text.operation_effect(),
                ]
                .map(|name| text.in_year(name, &year)),
            );
        }
        lines.words(heads);
        for (item, (project, own)) in plan.projects.iter().zip(&outcome.projects).enumerate() {
            let commissioned = own.commissioned.map(|t| text.quarter(plan.grid, t));
            let mut cells = vec![
                Cell::words(text.name(&project.name)),
                Cell::words(text.stage(project.stage)),
                Cell::words(text.status(own.status)),
                Cell::Number(project.total.value.0),
                Cell::words(text.quarter_from(plan.grid, own.span.0)),
                Cell::words(commissioned.unwrap_or_default()),
            ];
            for year in plan.grid.each_year() {
                let spending = outcome.spending_of([item], year);
                let effect = outcome.project_effect(item, year);
                cells.extend(
                    [
                        spending.planned.0,
                        spending.executed.0,
                        effect.construction.0,
                        effect.operation.0,
                    ]
                    .map(Cell::Number),
                );
            }
            lines.line(cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::plan::resolve::resolve;
    use crate::plan::scenario::Scenario;
    use crate::seeds;
    use crate::units::{Rate, Year};

    fn written(change: impl FnOnce(&mut Plan)) -> String {
        let mut plan = seeds::chengguan().unwrap();
        change(&mut plan);
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        String::from_utf8(results(&plan, &outcome, "=名", Language::Zh)).unwrap()
    }

    #[test]
    fn a_spreadsheet_finds_the_figures_of_the_outcome_and_no_formula() {
        let text = written(|plan| plan.projects[0].name.zh = "＝HYPERLINK(1)".to_owned());
        assert!(text.starts_with('\u{feff}'));
        assert!(!text.replace("\r\n", "").contains(['\n', '\r']));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cells = || rows.iter().flatten();
        assert!(cells().any(|cell| cell == "'=名"));
        assert!(cells().any(|cell| cell == "'＝HYPERLINK(1)"));
        let plan = seeds::chengguan().unwrap();
        let outcome = engine::run(&resolve(&plan, &Scenario::default()));
        let own = rows.iter().filter(|row| row.get(0) == Some("地区生产总值")).collect::<Vec<_>>();
        let annual = outcome.annual(Year(2023));
        let column = plan.grid.quarters() + 2;
        let read = |row: &csv::StringRecord| row[column].parse::<f64>().unwrap();
        assert_eq!(read(own[0]), annual.nominal.0);
        assert_eq!(read(own[1]), annual.real.0);
        assert_eq!(read(own[2]), outcome.growth(Year(2023)).0 * 100.0);
    }

    #[test]
    fn growth_below_zero_stays_a_number() {
        let text = written(|plan| {
            plan.industries[0].growth[0].value = Rate(-0.05);
        });
        let row = text.lines().filter(|line| line.starts_with("\"农林牧渔业\"")).nth(2).unwrap();
        assert!(row.contains(",-5.") && !row.contains('\''), "{row}");
    }
}
