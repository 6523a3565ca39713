//! The plan of the bench and its futures in plain numbers, for others to compute.
//!
//! `plan.json` holds what a modeller would type into a sheet: no structure of ours is in it.
//! `futures.f32` holds what is drawn: for each future a value for each unknown drawn once, then for
//! each project its slip, how much longer its works take and how much dearer they get.

use bench::subject::Subject;
use mogao::engine::{attainment, multiplier, prices};
use mogao::plan::assumptions::{Assumptions, Curve, ProjectAssumptions, Schedule};
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::project::{Profile, Project, Stage};
use mogao::plan::resolve::resolve;
use mogao::study::draws::Count;
use mogao::study::kernel::{Eight, Exposure, Fate, FateTables, Fates, Lane};
use mogao::study::unknown::Unknown;
use mogao::units::Share;
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes both files; the futures are the first `futures` of one set of even points.
pub(crate) fn write(subject: &Subject, futures: usize, folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("plan.json"), serde_json::to_vec(&plan(subject, futures))?)?;
    let mut file = BufWriter::new(std::fs::File::create(folder.join("futures.f32"))?);
    for number in values(subject, futures) {
        file.write_all(&number.to_le_bytes())?;
    }
    Ok(file.flush()?)
}

fn plan(subject: &Subject, futures: usize) -> Value {
    let Subject { plan, scenario, .. } = subject;
    let mut assumptions = resolve(plan, scenario);
    // The scale is one of the levers below.
    assumptions.multiplier_scale = 1.0;
    let given = Levers { subject };
    let of_plan = |kind| given.lever(Lever::of_plan(kind, plan));
    let growth = |item| given.lever(Lever::of_industry(Kind::Growth, item, plan.year));
    let industries = assumptions.industries.iter().enumerate().map(|(item, industry)| {
        json!({
            "base": industry.quarter_shares.map(|share| (industry.base * share).0),
            "base_price": industry.base_price.0,
            "growth": numbers(industry.growth.iter().map(|rate| rate.0)),
            "prices": numbers(industry.prices.iter().map(|rate| rate.0)),
            "lever": growth(item),
        })
    });
    let tiers = assumptions.tiers.iter().map(|tier| {
        let needed = |growth| attainment::growth_needed(growth, scenario.published_rounding).0;
        json!({ "growth": tier.growth.map(needed), "level": tier.level.map(|level| level.0), "mode": tier.mode })
    });
    let projects = plan.projects.iter().zip(&assumptions.projects);
    json!({
        "futures": futures,
        "drawn": subject.futures.unknowns.once.len(),
        "quarters": plan.grid.quarters(),
        "year": plan.grid.year_index(plan.year),
        "industries": industries.collect::<Vec<_>>(),
        "price": given.lever(Lever::of_year(Kind::CommonPrice, plan.year)),
        "investment_price":
            numbers(prices::of_investment(&assumptions.investment_prices, plan.grid).iter().map(|p| p.0)),
        "effects": multiplier::effects(&assumptions),
        "execution": of_plan(Kind::Execution),
        "award": of_plan(Kind::Award),
        "backfill": of_plan(Kind::Backfill),
        "crowding_out": of_plan(Kind::CrowdingOut),
        "multiplier_scale": of_plan(Kind::MultiplierScale),
        "icor": of_plan(Kind::Icor),
        "construction_displacement": of_plan(Kind::ConstructionDisplacement),
        "operation_displacement": of_plan(Kind::OperationDisplacement),
        "additionality": ADDITIONALITY.map(of_plan).to_vec(),
        "reference": {
            "execution": assumptions.reference_pace.execution,
            "award": assumptions.reference_pace.award,
            "backfill": assumptions.reference_pace.backfill,
        },
        "projects": projects.map(|(project, own)| one_project(subject, project, own)).collect::<Vec<_>>(),
        "initiatives": initiatives(&given, &assumptions),
        "tiers": tiers.collect::<Vec<_>>(),
        "set": set(subject),
    })
}

fn numbers(values: impl Iterator<Item = f64>) -> Vec<f64> {
    values.collect()
}

/// In the order of a project's `stage`.
const ADDITIONALITY: [Kind; 3] =
    [Kind::AdditionalityBuilding, Kind::AdditionalityStarting, Kind::AdditionalityReserve];

/// Levers as a value that is set and the place of what is drawn instead, if it is.
struct Levers<'a> {
    subject: &'a Subject,
}

impl Levers<'_> {
    fn lever(&self, lever: Lever) -> Value {
        let Subject { plan, scenario, futures, .. } = self.subject;
        let drawn = futures.unknowns.once.iter().position(|unknown| unknown.lever == lever);
        json!({ "set": scenario.value(lever, plan), "drawn": drawn })
    }
}

fn one_project(subject: &Subject, project: &Project, own: &ProjectAssumptions) -> Value {
    let set = set_fate(subject);
    let stage = match project.stage {
        Stage::Building | Stage::Operating | Stage::Full => 0,
        Stage::Starting => 1,
        Stage::Reserve => 2,
    };
    let awaits = project.stage.awaits_start();
    let longer = if stretches(project) { set.longer } else { 0.0 };
    let mut schedule = schedule(&own.schedule, longer);
    schedule["start"] = json!(own.schedule.start.0 - if awaits { set.slip } else { 0.0 });
    json!({
        "schedule": schedule,
        // Slip, longer works and overrun of the baseline are what the plan says, and in it.
        "reference": self::schedule(&own.reference, 0.0),
        "stage": stage,
        "additionality": project.additionality,
        "construction_displacement": project.construction_displacement,
        "operation_displacement": project.operation_displacement,
        "icor": project.icor,
        "productive": own.productive,
        "ramp": own.ramp,
        "mix": own.mix,
        "hosts": own.hosts,
    })
}

fn stretches(project: &Project) -> bool {
    !matches!(project.profile, Profile::Annual { .. })
}

fn schedule(schedule: &Schedule, longer: f64) -> Value {
    let (duration, curve) = match &schedule.curve {
        Curve::Dhss { duration, c, k } => (duration.0, json!({ "c": c, "k": k })),
        Curve::Steps { cumulative, step } => {
            (step.0 * cumulative.len() as f64, json!({ "cumulative": cumulative }))
        }
    };
    json!({
        "total": schedule.total,
        "overrun": schedule.overrun,
        "overrun_price": schedule.overrun_price,
        "start": schedule.start,
        "duration": duration / (1.0 + longer),
        "curve": curve,
        "applied": schedule.applied,
    })
}

fn initiatives(given: &Levers, assumptions: &Assumptions) -> Vec<Value> {
    let Subject { plan, scenario, .. } = given.subject;
    let of_one = |(item, own): (usize, &mogao::plan::assumptions::InitiativeAssumptions)| {
        let value = |kind| scenario.value(Lever::of_item(kind, item, plan), plan);
        let rate = value(Kind::ValueAddedRate) * (1.0 - value(Kind::InitiativeDisplacement));
        let in_quarter = |t: usize| {
            if t < 4 { 0.0 } else { own.turnover[t / 4].0 * own.pattern[t % 4].0 * rate }
        };
        json!({
            "nominal": numbers((0..plan.grid.quarters()).map(in_quarter)),
            "additionality": given.lever(Lever::of_item(Kind::InitiativeAdditionality, item, plan)),
            "hosts": own.hosts.iter().map(|Share(host)| host).collect::<Vec<_>>(),
        })
    };
    assumptions.initiatives.iter().enumerate().map(of_one).collect()
}

/// What befalls every project as it is set.
fn set_fate(subject: &Subject) -> Fate<f64> {
    let of_plan = |kind| subject.scenario.value(Lever::of_plan(kind, &subject.plan), &subject.plan);
    Fate {
        slip: of_plan(Kind::Slip),
        longer: of_plan(Kind::DurationOverrun),
        dearer: of_plan(Kind::CostOverrun),
    }
}

/// What each project can meet: others are not given what does not touch it.
fn exposure(project: &Project) -> Exposure {
    Exposure { slips: project.stage.awaits_start(), stretches: stretches(project), costs: true }
}

/// The future in which everything is as it is set.
fn set(subject: &Subject) -> Vec<f64> {
    let Subject { plan, scenario, futures, .. } = subject;
    let fate = set_fate(subject);
    let once = futures.unknowns.once.iter().map(|unknown| scenario.value(unknown.lever, plan));
    let projects = plan.projects.iter().flat_map(|project| met(exposure(project), fate));
    once.chain(projects).collect()
}

fn met(exposure: Exposure, fate: Fate<f64>) -> [f64; 3] {
    let of = |exposed, value| if exposed { value } else { 0.0 };
    [of(exposure.slips, fate.slip), of(exposure.stretches, fate.longer), fate.dearer]
}

/// The drawn futures, one after the other.
pub(crate) fn values(subject: &Subject, futures: usize) -> Vec<f32> {
    let unknowns = &subject.futures.unknowns;
    let tables: Vec<_> = unknowns.once.iter().map(|own| own.spread.quantiles()).collect();
    let table = |unknown: &Option<Unknown>| {
        unknown.map_or_else(
            || mogao::study::distribution::Spread::known(0.0).quantiles(),
            |unknown| unknown.spread.quantiles(),
        )
    };
    let fates = FateTables {
        slip: table(&unknowns.slip),
        longer: table(&unknowns.duration),
        dearer: table(&unknowns.cost),
    };
    let sample = subject.source.draw(Count { sets: 1, points: futures }, 0..futures);
    let mut all = Vec::new();
    for group in 0..sample.groups() {
        let latents = tables.iter().zip(sample.latents(group));
        let mut columns: Vec<Eight> =
            latents.map(|(table, &latent)| Eight::values(table, latent)).collect();
        let fates = subject.source.fates(&sample, group, &fates);
        for (index, project) in subject.plan.projects.iter().enumerate() {
            let Fate { slip, longer, dearer } = fates.of(index, exposure(project));
            columns.extend([slip, longer, dearer]);
        }
        let rows = (0..Eight::COUNT).map(|lane| columns.iter().map(move |c| c.to_array()[lane]));
        all.extend(rows.flatten());
    }
    all
}
