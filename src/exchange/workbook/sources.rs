//! Where the plan's numbers come from.

use super::book::{Page, Role};
use super::desk::{Desk, sheet};
use crate::plan::multiplier::Multipliers;
use crate::plan::provenance::{Provenance, Sourced};

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk) {
    let (plan, text) = (desk.plan, desk.text);
    let mut page = desk.page(sheet::SOURCES);
    page.title(text.book_sheet_sources(), text.book_sources_note());
    page.width(0, 48.0);
    page.width(2, 90.0);
    page.heads([text.header_value(), text.header_provenance(), text.header_evidence()]);
    page.freeze(0);
    of(&mut page, text.lever_kind(crate::plan::lever::Kind::BaseGdp), &plan.base_gdp);
    for industry in &plan.industries {
        let name = text.name(&industry.name);
        of(&mut page, &text.in_year(name, text.industry_share()), &industry.share);
        for (index, growth) in industry.growth.iter().enumerate() {
            let year = text.year(plan.grid.year(index + 1));
            of(&mut page, &text.baseline_growth_in(name, year), growth);
        }
        of(&mut page, &text.in_year(name, text.book_jobs_per_money()), &industry.jobs);
    }
    for project in &plan.projects {
        let name = text.in_year(text.name(&project.name), text.total_investment());
        of(&mut page, &name, &project.total);
    }
    for initiative in &plan.initiatives {
        let name = text.name(&initiative.name);
        for (index, turnover) in initiative.turnover.iter().enumerate() {
            let year = text.year(plan.grid.year(index + 1));
            of(&mut page, &text.turnover_in(name, year), turnover);
        }
        let rate = text.lever_kind(crate::plan::lever::Kind::ValueAddedRate);
        of(&mut page, &text.in_year(name, rate), &initiative.value_added_rate);
        let part = text.lever_kind(crate::plan::lever::Kind::InitiativeAdditionality);
        of(&mut page, &text.in_year(name, part), &initiative.additionality);
        let part = text.lever_kind(crate::plan::lever::Kind::InitiativeDisplacement);
        of(&mut page, &text.in_year(name, part), &initiative.displacement);
    }
    for tier in &plan.tiers {
        let name = text.name(&tier.name);
        if let Some(growth) = &tier.growth {
            of(&mut page, &text.in_year(name, text.book_asked_growth()), growth);
        }
        if let Some(level) = &tier.level {
            of(&mut page, &text.in_year(name, text.book_asked_level()), level);
        }
    }
    for category in &plan.categories {
        of(&mut page, &text.book_part_of(text.name(&category.name)), &category.share);
    }
    for source in &plan.sources {
        of(&mut page, &text.book_money_from(text.name(&source.name)), &source.share);
    }
    if let Multipliers::Given(table) = &plan.multipliers {
        for (industry, row) in plan.industries.iter().zip(table) {
            for (category, cell) in plan.categories.iter().zip(row) {
                let name =
                    text.cell_effect_of(text.name(&category.name), text.name(&industry.name));
                of(&mut page, &name, cell);
            }
        }
    } else {
        say(&mut page, text.book_effects(), Provenance::Assumption, text.input_output_tables());
    }
}

fn of<T>(page: &mut Page<'_>, name: &str, sourced: &Sourced<T>) {
    say(page, name, sourced.provenance, &sourced.source);
}

fn say(page: &mut Page<'_>, name: &str, provenance: Provenance, source: &str) {
    let provenance = page.text.provenance(provenance);
    page.book.say(page.here(0), name, Role::Label);
    page.book.say(page.here(1), provenance, Role::Label);
    page.book.say(page.here(2), source, Role::Label);
    page.row += 1;
}
