//! What each subject is called, as a title and as a term.

use super::derivation::Derivation;
use super::{Course, Subject};

impl Derivation<'_> {
    /// The name of what a subject explains.
    pub(super) fn name(&self, subject: Subject) -> String {
        let text = self.text;
        let year = |year| text.year(year);
        let planned = |course, name: String| match course {
            Course::Scenario => name,
            Course::Plan => text.counted_on(name),
        };
        match subject {
            Subject::Gdp(at) => text.nominal_gdp(year(at)),
            Subject::RealGdp(at) => text.real_gdp(year(at)),
            Subject::Growth(at) => text.growth_of_year(year(at)),
            Subject::Deflator(at) => text.deflator_of(year(at)),
            Subject::Price(index, at) => text.price_of(self.industry_name(index), year(at)),
            Subject::InvestmentPrice(at) => text.investment_price_of(year(at)),
            Subject::Tier(index) => self.tier_name(index).to_owned(),
            Subject::Baseline(Course::Scenario, at) => text.baseline_of(year(at)),
            Subject::Baseline(Course::Plan, at) => text.planned_baseline_of(year(at)),
            Subject::IndustryBaseline(Course::Scenario, index, at) => {
                text.industry_baseline_of(self.industry_name(index), year(at))
            }
            Subject::IndustryBaseline(Course::Plan, index, at) => {
                text.planned_industry_baseline_of(self.industry_name(index), year(at))
            }
            Subject::Industry(index, at) => text.industry_of(self.industry_name(index), year(at)),
            Subject::Building(at) => text.building_of(year(at)),
            Subject::Operating(at) => text.operating_of(year(at)),
            Subject::Initiatives(at) => text.initiatives_of(year(at)),
            Subject::Actuals(at) => text.actuals_of(year(at)),
            Subject::Contribution(origin, at) => {
                text.contribution_of(text.origin(self.plan, origin), year(at))
            }
            Subject::Heading(heading, at) => text.contribution_of(text.heading(heading), year(at)),
            Subject::Project(index, at) => text.project_of(self.project_name(index), year(at)),
            Subject::ProjectBuilding(index, at) => {
                text.project_building_of(self.project_name(index), year(at))
            }
            Subject::ProjectOperation(index, at) => {
                text.project_operation_of(self.project_name(index), year(at))
            }
            Subject::FullOutput(course, index) => {
                planned(course, text.full_output_of(self.project_name(index)))
            }
            Subject::Service(course, index) => {
                planned(course, text.service_of(self.project_name(index)))
            }
            Subject::DearerWork(course) => planned(course, text.dearer_work().to_owned()),
            Subject::Executed(course, index, at) => {
                planned(course, text.executed_of(self.project_name(index), year(at)))
            }
            Subject::Quarter(course, index, quarter) => {
                let when = text.quarter(self.plan.grid, quarter);
                planned(course, text.executed_of(self.project_name(index), when))
            }
            Subject::Cost(course, index) => planned(course, text.cost_of(self.project_name(index))),
            Subject::Schedule(course, index) => {
                planned(course, text.schedule_of(self.project_name(index)))
            }
            Subject::ReserveStarted => text.reserve_started().to_owned(),
            Subject::UnitEffect(index) => text.unit_effect_of(self.project_name(index)),
            Subject::Category(category) => text.category_effect_of(self.category_name(category)),
            Subject::Cell(industry, category) => {
                text.cell_effect_of(self.category_name(category), self.industry_name(industry))
            }
            Subject::Initiative(index, at) => {
                text.initiative_of(self.initiative_name(index), year(at))
            }
            Subject::Lever(lever) => text.lever_name(self.plan, lever),
            Subject::Funding(source, at) => {
                let source = self.plan.sources.get(source);
                let name = source.map_or("", |source| text.name(&source.name));
                text.funding_of(name, year(at))
            }
            Subject::Jobs(at) => text.jobs_in(year(at)),
        }
    }
}
