//! Projects while they are built: work beyond the baseline, and the value added it leaves.

use super::book::{Block, Kind, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::prices::{Prices, deflated};
use super::projects::Projects;
use super::spending::Spending;
use super::term::{Term, choose, equal, sum_product_of, total};
use crate::plan::lever::Kind as Lever;

/// Where construction stands.
pub(super) struct Construction {
    /// Local volume beyond the baseline, by project and quarter, base-year prices.
    pub volume: Block,
    /// Value added per yuan of volume, by project and industry, and behind them all together.
    pub unit: Block,
    /// Value added by industry and quarter.
    pub by_industry: Block,
}

/// Writes the sheet.
pub(super) fn write(
    desk: &mut Desk,
    levers: &mut Levers,
    projects: &Projects,
    (scenario, counted_on): (&Spending, &Spending),
    effects: Block,
    prices: &Prices,
) -> Construction {
    let (plan, text) = (desk.plan, desk.text);
    let (names, quarters, years) = (desk.projects(), desk.quarters(), desk.years());
    let industries = desk.industries();
    let categories: Vec<String> =
        plan.categories.iter().map(|item| text.name(&item.name).to_owned()).collect();
    let crowding_out = levers.of_plan(desk, Lever::CrowdingOut);
    let mut page = desk.page(sheet::CONSTRUCTION);
    page.title(text.book_sheet_construction(), text.book_construction_note());
    page.freeze(1);
    page.heading(text.term_increment(), text.book_increment_rule());
    let increment = page.by_quarter(&names, &quarters, &years);
    page.heading(text.term_volume(), text.book_volume_rule());
    let volume = page.by_quarter(&names, &quarters, &years);
    page.heading(text.book_volume_by_category(), text.book_volume_by_category_rule());
    let by_category = page.block(&categories, text.book_money_unit(), &quarters, &[]);
    page.heading(text.construction_effect(), text.book_construction_rule());
    let by_industry = page.by_quarter(&industries, &quarters, &years);
    page.heading(text.term_unit(), text.book_unit_rule());
    let heads: Vec<String> =
        industries.iter().cloned().chain([text.book_together().to_owned()]).collect();
    let unit = page.block(&names, "", &heads, &[]);

    let book = &mut desk.book;
    for item in 0..names.len() {
        let at = |column| projects.at(item, column);
        let kept = || {
            (1.0 - Term::from(at(projects.construction_displacement)))
                * (1.0 - crowding_out.clone())
        };
        for t in 0..quarters.len() {
            let work = scenario.executed.at(item, t) * at(projects.scenario.work);
            let contained = counted_on.executed.at(item, t)
                * at(projects.counted_on.work)
                * (1.0 - Term::from(at(projects.additionality)));
            let counts = choose(equal(at(projects.counts), 1.0), work - contained, 0.0);
            let term = if t < 4 { Term::Number(0.0) } else { counts };
            book.put(increment.at(item, t), term, Role::Derived, Kind::Money);
            let term = deflated(increment.at(item, t), prices.investment.at(0, t)) * kept();
            book.put(volume.at(item, t), term, Role::Derived, Kind::Money);
        }
        for industry in 0..industries.len() {
            let parts = projects.mix.iter().enumerate();
            let term =
                total(parts.map(|(category, &mix)| at(mix) * effects.at(industry, category)));
            book.put(unit.at(item, industry), term, Role::Derived, Kind::Factor);
        }
        let all = super::term::sum(unit.row(item, 0..industries.len()));
        book.put(unit.at(item, industries.len()), all, Role::Result, Kind::Factor);
    }
    for t in 0..quarters.len() {
        for (category, &mix) in projects.mix.iter().enumerate() {
            let term = if names.is_empty() {
                Term::Number(0.0)
            } else {
                sum_product_of(projects.column(mix), volume.column(t))
            };
            book.put(by_category.at(category, t), term, Role::Derived, Kind::Money);
        }
        for industry in 0..industries.len() {
            let term = total(
                (0..categories.len())
                    .map(|category| by_category.at(category, t) * effects.at(industry, category)),
            );
            book.put(by_industry.at(industry, t), term, Role::Derived, Kind::Money);
        }
    }
    let mut page = desk.page(sheet::CONSTRUCTION);
    for block in [increment, volume, by_industry] {
        page.sum_years(block, Kind::Money);
    }
    Construction { volume, unit, by_industry }
}
