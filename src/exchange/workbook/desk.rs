//! What every sheet is written from: the plan, the scenario, the words, and the book itself.

use super::book::{Block, Book, Page};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use crate::text::Text;

/// The sheets in order.
pub(super) mod sheet {
    pub(crate) const COVER: usize = 0;
    pub(crate) const LEVERS: usize = 1;
    pub(crate) const INDUSTRIES: usize = 2;
    pub(crate) const PRICES: usize = 3;
    pub(crate) const PROJECTS: usize = 4;
    pub(crate) const SCHEDULES: usize = 5;
    pub(crate) const SPENDING: usize = 6;
    pub(crate) const COUNTED_ON: usize = 7;
    pub(crate) const EFFECTS: usize = 8;
    pub(crate) const CONSTRUCTION: usize = 9;
    pub(crate) const OPERATION: usize = 10;
    pub(crate) const INITIATIVES: usize = 11;
    pub(crate) const KNOWN: usize = 12;
    pub(crate) const GDP: usize = 13;
    pub(crate) const CONTRIBUTIONS: usize = 14;
    pub(crate) const TIERS: usize = 15;
    pub(crate) const MONEY: usize = 16;
    pub(crate) const SOURCES: usize = 17;
}

/// What the sheets are written from, and where they are written to.
pub(super) struct Desk<'a> {
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub text: Text,
    pub book: Book,
}

impl<'a> Desk<'a> {
    /// An empty book with its sheets named.
    pub(super) fn new(plan: &'a Plan, scenario: &'a Scenario, text: Text) -> Self {
        let names = [
            text.book_sheet_cover(),
            text.book_sheet_levers(),
            text.book_sheet_industries(),
            text.book_sheet_prices(),
            text.book_sheet_projects(),
            text.book_sheet_schedules(),
            text.book_sheet_spending(),
            text.book_sheet_counted_on(),
            text.book_sheet_effects(),
            text.book_sheet_construction(),
            text.book_sheet_operation(),
            text.book_sheet_initiatives(),
            text.book_sheet_known(),
            text.book_sheet_gdp(),
            text.book_sheet_contributions(),
            text.book_sheet_tiers(),
            text.book_sheet_money(),
            text.book_sheet_sources(),
        ];
        Self { plan, scenario, text, book: Book::new(names) }
    }

    /// A sheet to write on, from its first row.
    pub(super) fn page(&mut self, sheet: usize) -> Page<'_> {
        Page { book: &mut self.book, sheet, row: 0, text: self.text }
    }

    /// The names of the quarters.
    pub(super) fn quarters(&self) -> Vec<String> {
        (0..self.plan.grid.quarters()).map(|t| self.text.quarter(self.plan.grid, t)).collect()
    }

    /// The names of the years.
    pub(super) fn years(&self) -> Vec<String> {
        self.plan.grid.each_year().map(|year| self.text.year(year)).collect()
    }

    /// The names of the industries.
    pub(super) fn industries(&self) -> Vec<String> {
        let each = self.plan.industries.iter();
        each.map(|industry| self.text.name(&industry.name).to_owned()).collect()
    }

    /// The names of the projects.
    pub(super) fn projects(&self) -> Vec<String> {
        self.plan.projects.iter().map(|item| self.text.name(&item.name).to_owned()).collect()
    }

    /// The index of the tiers' year.
    pub(super) fn plan_year(&self) -> usize {
        self.plan.grid.year_index(self.plan.year).unwrap_or(0)
    }
}

impl Page<'_> {
    /// A table by quarter with the sums of its years.
    pub(super) fn by_quarter(
        &mut self,
        labels: &[String],
        quarters: &[String],
        years: &[String],
    ) -> Block {
        let unit = self.text.book_money_unit();
        self.block(labels, unit, quarters, years)
    }
}
