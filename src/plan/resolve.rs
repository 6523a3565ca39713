//! Plan and scenario put together into the complete input of one run.
//!
//! Everything is resolved twice where it matters: as the scenario sets it, and as the baseline
//! counts on it (the *reference*). A project of the annual plan keeps its planned start and size in
//! the reference, whatever the scenario does with it. A reserve project is in no plan: its reference
//! is its own schedule, carried out at the plan's pace, so that its effect is its additionality
//! times its spending.

mod curve;

use super::Plan;
use super::assumptions::{
    Assumptions, IndustryAssumptions, InitiativeAssumptions, Pace, ProjectAssumptions, Schedule,
    SourceAssumptions, TierAssumptions,
};
use super::industry::Industry;
use super::initiative::Initiative;
use super::lever::{self, Kind, Lever};
use super::multiplier::FundingSource;
use super::project::{Project, Stage};
use super::scenario::{ProjectChoice, Scenario};
use super::tier::Tier;
use crate::units::{NominalMoney, Quarters, Rate, Share};

/// The complete input of one run.
#[must_use]
pub fn resolve(plan: &Plan, scenario: &Scenario) -> Assumptions {
    let resolver = Resolver::new(plan, scenario);
    let Resolver { chosen, planned, .. } = &resolver;
    Assumptions {
        grid: plan.grid,
        year: plan.year,
        industries: resolver.industries(),
        investment_prices: resolver.investment_prices(),
        multipliers: plan.multipliers.clone(),
        induced: scenario.induced,
        multiplier_scale: chosen.of_plan(Kind::MultiplierScale),
        construction: plan.construction,
        capture: chosen.of_plan(Kind::Capture),
        crowding_out: chosen.share(Kind::CrowdingOut),
        pace: pace(chosen),
        reference_pace: pace(planned),
        projects: (0..plan.projects.len()).map(|item| resolver.project(item)).collect(),
        initiatives: resolver.initiatives(),
        tiers: resolver.tiers(),
        published_rounding: scenario.published_rounding,
        sources: plan.sources.iter().map(|source| funding(chosen, source)).collect(),
        actuals: scenario.actuals.clone(),
    }
}

/// Plan and scenario, put together a part at a time, for those who do not need all of it.
#[derive(Clone, Copy, Debug)]
pub struct Resolver<'a> {
    chosen: Settings<'a>,
    planned: Settings<'a>,
    /// How much of each pooled record goes ahead: found once, for it goes through every project.
    pool: f64,
}

impl<'a> Resolver<'a> {
    /// Nothing put together yet.
    #[must_use]
    pub fn new(plan: &'a Plan, scenario: &'a Scenario) -> Self {
        let chosen = Settings { plan, scenario: Some(scenario) };
        let planned = Settings { plan, scenario: None };
        Self { chosen, planned, pool: pool_scale(&chosen) }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.chosen.plan
    }

    /// Base, growth and prices of each industry.
    #[must_use]
    pub fn industries(&self) -> Vec<IndustryAssumptions> {
        (0..self.plan().industries.len()).map(|item| industry(&self.chosen, item)).collect()
    }

    /// Rise of the price of investment, by year index.
    #[must_use]
    pub fn investment_prices(&self) -> Vec<Rate> {
        by_year(self.plan(), |year| {
            Rate(self.chosen.value(Lever::of_year(Kind::InvestmentPrice, year)))
        })
    }

    /// How the baseline carries its projects out.
    #[must_use]
    pub fn reference_pace(&self) -> Pace {
        pace(&self.planned)
    }

    /// One project. The plan must have it.
    #[must_use]
    pub fn project(&self, item: usize) -> ProjectAssumptions {
        project(&self.chosen, &self.planned, item, self.pool)
    }

    /// All initiatives.
    #[must_use]
    pub fn initiatives(&self) -> Vec<InitiativeAssumptions> {
        (0..self.plan().initiatives.len()).map(|item| initiative(&self.chosen, item)).collect()
    }

    /// All tiers.
    #[must_use]
    pub fn tiers(&self) -> Vec<TierAssumptions> {
        (0..self.plan().tiers.len()).map(|item| tier(&self.chosen, item)).collect()
    }
}

/// Lever values of a scenario, or of the plan as written.
#[derive(Clone, Copy, Debug)]
struct Settings<'a> {
    plan: &'a Plan,
    scenario: Option<&'a Scenario>,
}

impl Settings<'_> {
    fn value(&self, lever: Lever) -> f64 {
        self.scenario
            .and_then(|scenario| scenario.settings.get(&lever).copied())
            .unwrap_or_else(|| lever::default(lever, self.plan))
    }

    fn of_plan(&self, kind: Kind) -> f64 {
        self.value(Lever::of_plan(kind, self.plan))
    }

    fn share(&self, kind: Kind) -> Share {
        Share(self.of_plan(kind))
    }

    fn choice(&self, project: usize) -> ProjectChoice {
        self.scenario
            .and_then(|scenario| scenario.projects.get(&project).copied())
            .unwrap_or_default()
    }
}

/// A value for each year index, the base year's being nothing.
fn by_year<T: Default>(plan: &Plan, value: impl FnMut(crate::units::Year) -> T) -> Vec<T> {
    std::iter::once(T::default()).chain(plan.grid.each_year().skip(1).map(value)).collect()
}

fn industry(chosen: &Settings, item: usize) -> IndustryAssumptions {
    let plan = chosen.plan;
    let industry = &plan.industries[item];
    let nominal = NominalMoney(chosen.of_plan(Kind::BaseGdp)) * industry.share.value;
    IndustryAssumptions {
        base: nominal / industry.base_price,
        base_price: industry.base_price,
        quarter_shares: industry.quarter_shares,
        growth: by_year(plan, |year| {
            let own = Rate(chosen.value(Lever::of_industry(Kind::Growth, item, year)));
            let common = Rate(chosen.value(Lever::of_year(Kind::CommonGrowth, year)));
            let drivers =
                if year == plan.year { driven(chosen, item, industry) } else { Rate::ZERO };
            own + common + drivers
        }),
        reference_growth: by_year(plan, |year| {
            Rate(lever::default(Lever::of_industry(Kind::Growth, item, year), plan))
        }),
        prices: by_year(plan, |year| {
            let own = Rate(chosen.value(Lever::of_industry(Kind::Price, item, year)));
            own + Rate(chosen.value(Lever::of_year(Kind::CommonPrice, year)))
        }),
        jobs: industry.jobs.value,
    }
}

/// Growth that the industry's basic indicators add to the plan by departing from it.
fn driven(chosen: &Settings, item: usize, industry: &Industry) -> Rate {
    industry
        .drivers
        .iter()
        .enumerate()
        .map(|(index, driver)| {
            let growth = Rate(chosen.value(Lever::of_driver(item, index, chosen.plan)));
            (growth - driver.growth.value) * driver.elasticity
        })
        .sum()
}

fn pace(settings: &Settings) -> Pace {
    Pace {
        execution: settings.share(Kind::Execution),
        award: settings.share(Kind::Award),
        backfill: settings.share(Kind::Backfill),
    }
}

fn project(chosen: &Settings, planned: &Settings, item: usize, pool: f64) -> ProjectAssumptions {
    let project = &chosen.plan.projects[item];
    let choice = chosen.choice(item);
    let pool = if project.pooled { pool } else { 1.0 };
    let as_chosen = choice.scale.unwrap_or(1.0) * pool;
    let (reference_delay, reference_scale) = match project.stage {
        Stage::Reserve => (choice.delay, as_chosen),
        _ => (Quarters::ZERO, 1.0),
    };
    ProjectAssumptions {
        status: choice.status.unwrap_or(project.status),
        schedule: schedule(chosen, project, choice.delay, as_chosen),
        reference: schedule(planned, project, reference_delay, reference_scale),
        additionality: project
            .additionality
            .unwrap_or_else(|| chosen.share(additionality_kind(project.stage))),
        construction_displacement: project
            .construction_displacement
            .unwrap_or_else(|| chosen.share(Kind::ConstructionDisplacement)),
        operation_displacement: project
            .operation_displacement
            .unwrap_or_else(|| chosen.share(Kind::OperationDisplacement)),
        mix: project.mix.clone(),
        sources: project.sources.clone(),
        icor: project.icor.unwrap_or_else(|| chosen.of_plan(Kind::Icor)),
        productive: project.productive,
        ramp: project.ramp.unwrap_or_else(|| Quarters(chosen.of_plan(Kind::Ramp))),
        hosts: project.hosts.clone(),
    }
}

/// The lever that says how much of a project's effect is new, for projects that do not say it
/// themselves.
#[must_use]
pub fn additionality_kind(stage: Stage) -> Kind {
    match stage {
        Stage::Reserve => Kind::AdditionalityReserve,
        Stage::Starting => Kind::AdditionalityStarting,
        Stage::Building | Stage::Operating | Stage::Full => Kind::AdditionalityBuilding,
    }
}

/// How much of each pooled record goes ahead so that the lever's share of the whole reserve starts.
fn pool_scale(chosen: &Settings) -> f64 {
    let total = |counts: fn(&&Project) -> bool| -> NominalMoney {
        chosen.plan.projects.iter().filter(counts).map(|project| project.total.value).sum()
    };
    let pooled = total(|project| project.pooled);
    if pooled == NominalMoney::ZERO {
        return 0.0;
    }
    let reserve = total(|project| project.stage == Stage::Reserve);
    (reserve * chosen.share(Kind::ReserveStart)) / pooled
}

fn schedule(settings: &Settings, project: &Project, delay: Quarters, scale: f64) -> Schedule {
    let slip = if project.stage.awaits_start() {
        Quarters(settings.of_plan(Kind::Slip))
    } else {
        Quarters::ZERO
    };
    Schedule {
        total: project.total.value * scale,
        overrun: settings.of_plan(Kind::CostOverrun),
        overrun_price: settings.share(Kind::OverrunPrice),
        start: project.profile.start() + slip + delay,
        curve: curve::curve(settings, project),
        applied: project.applied.unwrap_or_else(|| settings.share(Kind::Applied)),
    }
}

fn initiative(chosen: &Settings, item: usize) -> InitiativeAssumptions {
    let plan = chosen.plan;
    let initiative = &plan.initiatives[item];
    let value = |kind| chosen.value(Lever::of_item(kind, item, plan));
    let planned = lever::default(Lever::of_item(Kind::Turnover, item, plan), plan);
    let set = value(Kind::Turnover);
    InitiativeAssumptions {
        turnover: by_year(plan, |year| {
            let listed = listed_turnover(plan, initiative, year);
            if year < plan.year || planned == set {
                listed
            } else if year == plan.year || planned == 0.0 {
                NominalMoney(set)
            } else {
                // What is won in the plan year stays: later years keep their proportion to it.
                listed * (set / planned)
            }
        }),
        pattern: initiative.pattern,
        yield_rate: value(Kind::ValueAddedRate)
            * value(Kind::InitiativeAdditionality)
            * (1.0 - value(Kind::InitiativeDisplacement)),
        hosts: initiative.hosts.clone(),
    }
}

fn listed_turnover(plan: &Plan, initiative: &Initiative, year: crate::units::Year) -> NominalMoney {
    let later = plan.grid.year_index(year).and_then(|index| index.checked_sub(1));
    later
        .and_then(|index| initiative.turnover.get(index))
        .or(initiative.turnover.last())
        .map_or(NominalMoney::ZERO, |turnover| turnover.value)
}

fn tier(chosen: &Settings, item: usize) -> TierAssumptions {
    let plan = chosen.plan;
    let tier: &Tier = &plan.tiers[item];
    let value = |kind| chosen.value(Lever::of_item(kind, item, plan));
    TierAssumptions {
        growth: tier.growth.as_ref().map(|_| Rate(value(Kind::TierGrowth))),
        level: tier.level.as_ref().map(|_| NominalMoney(value(Kind::TierLevel))),
        mode: chosen
            .scenario
            .and_then(|scenario| scenario.modes.get(&item).copied())
            .unwrap_or(tier.mode),
    }
}

/// Money at hand. What has to be applied for is at hand as far as it is awarded.
fn funding(chosen: &Settings, source: &FundingSource) -> SourceAssumptions {
    let award = if source.applied_for { chosen.share(Kind::Award) } else { Share::WHOLE };
    let later = |index: usize| source.available.get(index).and_then(Option::as_ref);
    let available = (0..chosen.plan.grid.years)
        .map(|index| index.checked_sub(1).and_then(later).map(|amount| amount.value * award))
        .collect();
    SourceAssumptions { available }
}
