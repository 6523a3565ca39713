//! Tables: what comes with the app is what the plan document says; what is wrong in a table is said,
//! all of it at once; and nothing that a file may contain stops the reader.

mod faults;
mod readme;

use mogao::engine;
use mogao::plan::indicator::{Indicator, Role};
use mogao::plan::lever::{self, Kind, Scope};
use mogao::plan::project::{Profile, Stage, Status};
use mogao::plan::provenance::{Provenance, Sourced};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::plan::{Plan, multiplier::Multipliers};
use mogao::seeds;
use mogao::units::{NominalMoney, Quarters, Rate, Year};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn chengguan() -> Plan {
    seeds::chengguan().unwrap()
}

fn near(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} is not {right}");
}

#[test]
fn the_folder_on_disk_says_what_the_app_carries() {
    for id in seeds::SHIPPED {
        let on_disk = seeds::read_dir(&root().join("seeds").join(id)).unwrap();
        assert_eq!(Some(Ok(on_disk)), seeds::shipped(id));
    }
}

#[test]
fn cohorts_add_to_the_stated_counts_and_totals() {
    let plan = chengguan();
    let stated = |id: &str| plan.indicators.iter().find(|own| own.id == id).unwrap().value;
    let count = |reserve: bool| -> f64 {
        let own = plan.projects.iter().filter(|own| (own.stage == Stage::Reserve) == reserve);
        own.map(|own| f64::from(own.count)).sum()
    };
    let total = |reserve: bool| -> f64 {
        let own = plan.projects.iter().filter(|own| (own.stage == Stage::Reserve) == reserve);
        own.map(|own| own.total.value).sum::<NominalMoney>().0
    };
    assert_eq!([count(false), count(true)], [189.0, 166.0]);
    assert_eq!([stated("S13"), stated("S15"), stated("S11")], [189.0, 166.0, 355.0]);
    near(total(false), 2014.4);
    near(total(true), 6925.6);
    near(total(false) + total(true), 8940.0);
    near(stated("S14") + stated("S16"), stated("S12"));
}

#[test]
fn the_reserve_starts_as_the_plan_lays_down() {
    let plan = chengguan();
    let project = |id: &str| plan.projects.iter().find(|own| own.id == id).unwrap();
    let (b1, b2) = (project("B1"), project("B2"));
    assert!(b1.pooled && b1.status == Status::On && b2.status == Status::Off);
    let span = |own: &Profile| match own {
        Profile::SCurve { start, duration, .. } => [*start, *duration],
        _ => panic!("not an S curve"),
    };
    assert_eq!(span(&b1.profile), [Quarters(4.0), Quarters(16.0)]);
    assert_eq!(span(&b2.profile), [Quarters(8.0), Quarters(20.0)]);
    assert!(matches!(&project("A1").profile, Profile::Annual { shares, .. } if shares.is_empty()));
}

#[test]
fn the_money_applied_for_is_the_stated_amount_and_finances_no_extra_project() {
    let plan = chengguan();
    let of_year = |own: &mogao::plan::multiplier::FundingSource| {
        own.available[0].as_ref().map_or(NominalMoney::ZERO, |amount| amount.value)
    };
    let applied: NominalMoney =
        plan.sources.iter().filter(|own| own.applied_for).map(of_year).sum();
    near(applied.0, 140.04);
    assert_eq!(plan.sources.len(), 6);
    assert_eq!(plan.sources.iter().filter(|own| own.applied_for).count(), 2);
    assert!(plan.projects.iter().all(|own| own.total.value != applied));
}

#[test]
fn the_baseline_grows_by_5_23_percent() {
    let plan = chengguan();
    let growth = |year: usize| -> f64 {
        plan.industries.iter().map(|own| own.share.value.0 * own.growth[year].value.0).sum()
    };
    assert!((growth(0) - 0.0523).abs() < 1e-15);
    let shares: f64 = plan.industries.iter().map(|own| own.share.value.0).sum();
    assert!((shares - 1.0).abs() < 1e-12);
    for industry in &plan.industries {
        assert_eq!(industry.growth.len(), 5);
        assert!(industry.growth.iter().all(|own| own.value == industry.growth[0].value));
        assert!(industry.prices.iter().all(|own| own.value == Rate::ZERO));
        near(industry.quarter_shares.iter().map(|own| own.0).sum(), 1.0);
    }
}

#[test]
fn the_three_tiers_stand_as_stated_with_their_contradiction() {
    let tiers = chengguan().tiers;
    let implied: Vec<f64> = tiers
        .iter()
        .map(|own| {
            let (growth, level) = (own.growth.as_ref().unwrap(), own.level.as_ref().unwrap());
            assert_eq!(growth.provenance, Provenance::Stated);
            level.value.0 / growth.value.factor()
        })
        .collect();
    for (implied, base) in implied.iter().zip([1150.0935, 1145.2690, 1155.5556]) {
        assert!((implied - base).abs() < 5e-5, "{implied}");
    }
}

#[test]
fn all_67_goals_carry_the_number_that_their_phrase_says() {
    let plan = chengguan();
    assert_eq!(plan.indicators.len(), 67);
    for (index, indicator) in plan.indicators.iter().enumerate() {
        assert_eq!(indicator.id, format!("S{:02}", index + 1));
        near(said(indicator), indicator.value);
        assert_eq!(indicator.pillar.is_none(), indicator.role == Role::Tier, "{}", indicator.id);
    }
    assert_eq!(plan.pillars.len(), 7);
}

/// The number that a phrase says, in the indicator's unit.
fn said(indicator: &Indicator) -> f64 {
    let phrase = indicator.phrase.as_str();
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let Some(start) = phrase.find(digits) else {
        assert!(phrase.starts_with('九'), "{phrase}");
        return 9.0;
    };
    let rest = &phrase[start..];
    let end = rest.find(|c| !digits(c)).unwrap_or(rest.len());
    let number: f64 = rest[..end].parse().unwrap();
    match (rest[end..].starts_with('万'), indicator.unit.zh.as_str()) {
        (true, "亿元") => number / 1e4,
        (true, _) => number * 1e4,
        (false, _) => number,
    }
}

#[test]
fn goals_move_gdp_only_in_the_roles_that_may() {
    let plan = chengguan();
    let with = |role| plan.indicators.iter().filter(|own| own.role == role).count();
    assert_eq!([with(Role::Tier), with(Role::Portfolio), with(Role::Funding)], [6, 6, 3]);
    assert_eq!([with(Role::Initiative), with(Role::Indicator), with(Role::Supply)], [6, 2, 1]);
    assert_eq!(with(Role::Scorecard), 43);
}

#[test]
fn every_number_of_the_plan_says_where_it_comes_from() {
    fn told<T>(sourced: &Sourced<T>, of: &str) {
        assert!(!sourced.source.is_empty(), "{of} has no source");
        assert_ne!(sourced.provenance, Provenance::User, "{of}");
    }
    let plan = chengguan();
    told(&plan.base_gdp, "base GDP");
    for industry in &plan.industries {
        told(&industry.share, &industry.id);
        told(&industry.jobs, &industry.id);
        industry.growth.iter().chain(&industry.prices).for_each(|own| told(own, &industry.id));
        assert!(!industry.drivers.is_empty(), "{} has no basic indicator", industry.id);
        for driver in &industry.drivers {
            told(&driver.growth, &driver.id);
            assert_eq!(driver.growth.value, industry.growth[0].value);
        }
        near(industry.drivers.iter().map(|own| own.elasticity).sum(), 1.0);
    }
    plan.investment_prices.iter().for_each(|own| told(own, "investment prices"));
    plan.categories.iter().for_each(|own| told(&own.share, &own.id));
    plan.sources.iter().for_each(|own| told(&own.share, &own.id));
    plan.projects.iter().for_each(|own| told(&own.total, &own.id));
    for initiative in &plan.initiatives {
        told(&initiative.turnover[0], &initiative.id);
        assert_eq!(initiative.turnover[0].provenance, Provenance::Stated);
        told(&initiative.value_added_rate, &initiative.id);
    }
    for numbers in plan.levers.values() {
        assert!(!numbers.source.is_empty());
    }
}

#[test]
fn tables_with_numbers_ask_for_provenance() {
    for table in seeds::TABLES {
        let has = |name: &str| table.columns.iter().any(|own| own.name == name);
        let words_only =
            ["pillars.csv", "quantities.csv", "named_projects.csv"].contains(&table.name);
        assert_eq!(has("provenance"), !words_only, "{}", table.name);
    }
}

#[test]
fn works_leave_0_2255_in_the_district() {
    let plan = chengguan();
    let Multipliers::Given(given) = &plan.multipliers else { panic!("not given") };
    let sums: Vec<f64> = (0..plan.categories.len())
        .map(|category| given.iter().map(|row| row[category].value).sum())
        .collect();
    for (sum, expected) in sums.iter().zip([0.2255, 0.02, 0.0, 0.3]) {
        near(*sum, expected);
    }
    let mix: f64 =
        plan.categories.iter().zip(&sums).map(|(own, sum)| own.share.value.0 * sum).sum();
    assert!((0.16..0.18).contains(&mix), "{mix}");
}

#[test]
fn every_kind_of_lever_has_its_numbers_and_a_fine_enough_step() {
    let plan = chengguan();
    for kind in Kind::ALL.iter().filter(|kind| kind.scope() != Scope::Project) {
        let numbers = plan.levers.get(kind).unwrap_or_else(|| panic!("{} is missing", kind.key()));
        let pixels = (numbers.range.max - numbers.range.min) / numbers.step;
        assert!(pixels >= 300.0, "{}: a pixel is less than a step ({pixels})", kind.key());
    }
    for spec in lever::catalogue(&plan) {
        let key = spec.lever.key(&plan);
        assert!(spec.range.contains(spec.default), "{key}: default outside its range");
        assert!(spec.plausible.contains(spec.default), "{key}: default not plausible");
        assert!(spec.range.min >= spec.hard.min && spec.range.max <= spec.hard.max, "{key}");
    }
}

#[test]
fn the_plan_as_shipped_misses_every_tier_by_little_or_much() {
    let plan = chengguan();
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    let growth = outcome.growth(Year(2023)).points().0;
    assert!((6.0..7.0).contains(&growth), "{growth}");
}

#[test]
fn the_worked_example_in_tables_is_the_worked_example() {
    let plan = seeds::read_dir(&root().join("tests/cases/worked-example")).unwrap();
    let read = resolve(&plan, &Scenario::default());
    let written = super::worked_example::assumptions();
    assert_eq!(read.multipliers, written.multipliers);
    assert_eq!(read.projects, written.projects);
    assert_eq!(read.pace, written.pace);
    let (read, written) = (engine::run(&read), engine::run(&written));
    for (left, right) in read.nominal.iter().flatten().zip(written.nominal.iter().flatten()) {
        near(left.0, right.0);
    }
    for (left, right) in read.tiers.iter().zip(&written.tiers) {
        near(left.level_gap.unwrap().0, right.level_gap.unwrap().0);
    }
}

#[test]
fn a_list_of_projects_is_read_into_a_plan_of_its_own() {
    let plan = seeds::linhe().unwrap();
    let folder = root().join("seeds/linhe-2025");
    let text = |name| std::fs::read_to_string(folder.join(name)).unwrap();
    let spending = text("spending.csv");
    let projects = seeds::read_projects(&text("projects.csv"), Some(&spending), &plan).unwrap();
    assert_eq!(projects, plan.projects);
    let problems = seeds::read_projects(&text("projects.csv"), None, &plan).unwrap_err();
    assert_eq!(problems.len(), 1, "p03 has no amounts: {problems:?}");
    let foreign = seeds::read_projects(&text("projects.csv"), Some(&spending), &chengguan());
    assert!(!foreign.unwrap_err().is_empty(), "another plan's industries are unknown here");
}

#[test]
fn an_invented_district_uses_what_one_s_own_may_use() {
    let plan = seeds::linhe().unwrap();
    assert!(plan.name.zh.contains("虚构示例") && plan.name.en.contains("invented"));
    assert!(plan.projects.iter().all(|own| own.count == 1));
    assert!(matches!(plan.multipliers, Multipliers::InputOutput(_)));
    let explicit = plan.projects.iter().find_map(|own| match &own.profile {
        Profile::Explicit { amounts, .. } => Some((own.total.value, amounts)),
        _ => None,
    });
    let (total, amounts) = explicit.unwrap();
    near(amounts.iter().copied().sum::<NominalMoney>().0, total.0);
    // A year without a row repeats the last that has one.
    let industry = &plan.industries[1];
    let growth: Vec<f64> = industry.growth.iter().map(|own| own.value.points().0).collect();
    assert_eq!(growth, [6.5, 6.5, 6.0, 6.0, 6.0]);
    assert_eq!(plan.levers, chengguan().levers, "the usual levers stand in");
}

#[test]
fn line_ends_marks_and_separators_do_not_change_the_plan() {
    let tables = seeds::chengguan_tables();
    let plan = chengguan();
    let each = |change: fn(&str) -> String| {
        let changed = tables.iter().map(|(name, text)| (name.clone(), change(text)));
        seeds::read(&changed.collect::<BTreeMap<_, _>>()).unwrap()
    };
    assert_eq!(each(|text| text.replace('\n', "\r\n")), plan);
    assert_eq!(each(|text| text.replace('\n', "\r")), plan);
    assert_eq!(each(|text| format!("\u{feff}{text}")), plan);
    assert_eq!(each(|text| text.trim_end().to_owned()), plan);
    assert_eq!(each(|text| format!("\n\n{}\n,,,\n\n", text.replace('\n', ",,\n"))), plan);
    let anywhere =
        tables.into_iter().map(|(name, text)| (format!("my plans/{}", name.to_uppercase()), text));
    assert_eq!(seeds::read(&anywhere.collect()).unwrap(), plan);
}

#[test]
fn tabs_and_semicolons_separate_as_commas_do() {
    let mut tables = seeds::template_tables();
    let plan = seeds::read(&tables).unwrap();
    for separator in ["\t", ";"] {
        for name in ["growth.csv", "multipliers.csv"] {
            let text = seeds::template_tables()[name].replace(',', separator);
            tables.insert(name.to_owned(), text);
        }
        assert_eq!(seeds::read(&tables).unwrap(), plan);
    }
}
