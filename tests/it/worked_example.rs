//! The worked example: three industries, two projects, one initiative, four tiers, all numbers
//! invented. `tests/cases/worked-example/expected.json` was computed by an independent program that
//! shares no code with this one.

use mogao::engine::outcome::{Origin, Outcome, Test};
use mogao::engine::{self, multiplier};
use mogao::plan::Plan;
use mogao::plan::assumptions::{
    Assumptions, Curve, IndustryAssumptions, InitiativeAssumptions, Pace, ProjectAssumptions,
    Schedule, SourceAssumptions, TierAssumptions,
};
use mogao::plan::multiplier::{Households, InputOutput, Multipliers};
use mogao::plan::project::Status;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::units::{Deflator, Grid, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};
use serde_json::Value;
use std::path::Path;

const INDUSTRY: usize = 0;
const CONSTRUCTION: usize = 1;
const SERVICES: usize = 2;
const Y2023: Year = Year(2023);
const Y2024: Year = Year(2024);

/// The example with three years: 2022, 2023 and 2024.
pub(crate) fn assumptions() -> Assumptions {
    let year = |first: f64, second: f64| vec![Rate::ZERO, Rate(first), Rate(second)];
    let industry = |base: f64, shares: [f64; 4], growth: f64, prices: [f64; 2], jobs: f64| {
        IndustryAssumptions {
            base: RealMoney(base),
            base_price: Deflator::BASE,
            quarter_shares: shares.map(Share),
            growth: year(growth, growth),
            reference_growth: year(growth, growth),
            prices: year(prices[0], prices[1]),
            jobs,
        }
    };
    let tier = |growth: f64, level: f64| TierAssumptions {
        growth: Some(Rate(growth)),
        level: Some(NominalMoney(level)),
        mode: TierMode::Both,
    };
    let pace = Pace { execution: Share(0.9), award: Share::WHOLE, backfill: Share::ZERO };
    Assumptions {
        grid: Grid { base_year: Year(2022), years: 3 },
        year: Y2023,
        industries: vec![
            industry(200.0, [0.24, 0.25, 0.25, 0.26], 0.05, [-0.01, 0.0], 300.0),
            industry(100.0, [0.15, 0.25, 0.28, 0.32], 0.04, [0.01, 0.01], 700.0),
            industry(700.0, [0.24, 0.25, 0.25, 0.26], 0.06, [0.005, 0.01], 450.0),
        ],
        investment_prices: year(0.01, 0.01),
        multipliers: Multipliers::InputOutput(input_output()),
        induced: false,
        multiplier_scale: 1.0,
        construction: Some(CONSTRUCTION),
        capture: 1.0,
        crowding_out: Share(0.05),
        pace,
        reference_pace: pace,
        projects: vec![
            project(Example {
                total: 60.0,
                duration: 6.0,
                additionality: 0.6,
                mix: [0.7, 0.2, 0.1],
                displacement: [0.2, 0.5],
                icor: 8.0,
                ramp: 8.0,
                host: SERVICES,
                sources: [0.1, 0.3, 0.6],
                applied: 0.4,
            }),
            project(Example {
                total: 12.0,
                duration: 2.0,
                additionality: 0.8,
                mix: [0.5, 0.4, 0.1],
                displacement: [0.1, 0.1],
                icor: 4.0,
                ramp: 4.0,
                host: INDUSTRY,
                sources: [0.0, 0.25, 0.75],
                applied: 0.25,
            }),
        ],
        initiatives: vec![InitiativeAssumptions {
            turnover: [0.0, 8.0, 8.0].map(NominalMoney).to_vec(),
            pattern: [0.0, 0.3, 0.4, 0.3].map(Share),
            yield_rate: 0.15 * 0.5 * (1.0 - 0.2),
            hosts: host(SERVICES),
        }],
        tiers: vec![
            tier(0.06, 1060.0),
            tier(0.062, 1067.0),
            tier(0.07, 1074.0),
            tier(0.125, 1130.0),
        ],
        published_rounding: false,
        sources: vec![SourceAssumptions { available: vec![None; 3] }; 3],
        actuals: Default::default(),
    }
}

fn input_output() -> InputOutput {
    let shares = |rows: [[f64; 3]; 3]| rows.map(|row| row.map(Share).to_vec()).to_vec();
    InputOutput {
        coefficients: vec![vec![0.10, 0.15, 0.05], vec![0.01, 0.02, 0.02], vec![0.10, 0.12, 0.15]],
        value_added: vec![0.30, 0.27, 0.50],
        retention: shares([[0.0, 0.10, 0.0], [0.70, 0.0, 0.0], [0.0, 0.0, 0.30]]),
        households: Some(Households {
            income: vec![0.12, 0.16, 0.25],
            purchases: vec![0.03, 0.005, 0.35],
        }),
    }
}

struct Example {
    total: f64,
    duration: f64,
    additionality: f64,
    mix: [f64; 3],
    displacement: [f64; 2],
    icor: f64,
    ramp: f64,
    host: usize,
    sources: [f64; 3],
    applied: f64,
}

fn project(given: Example) -> ProjectAssumptions {
    let schedule = Schedule {
        total: NominalMoney(given.total),
        overrun: 0.0,
        overrun_price: Share::WHOLE,
        start: Quarters(4.0),
        curve: Curve::Dhss { duration: Quarters(given.duration), c: 0.0, k: 3.0 },
        applied: Share(given.applied),
    };
    ProjectAssumptions {
        status: Status::On,
        reference: schedule.clone(),
        schedule,
        additionality: Share(given.additionality),
        construction_displacement: Share(given.displacement[0]),
        operation_displacement: Share(given.displacement[1]),
        mix: given.mix.map(Share).to_vec(),
        sources: given.sources.map(Share).to_vec(),
        icor: given.icor,
        productive: Share::WHOLE,
        ramp: Quarters(given.ramp),
        hosts: host(given.host),
    }
}

fn host(industry: usize) -> Vec<Share> {
    (0..3).map(|index| if index == industry { Share::WHOLE } else { Share::ZERO }).collect()
}

fn expected() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example/expected.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The example as its tables say it.
fn outcome() -> Outcome {
    engine::run(&resolve(&plan(), &Scenario::default()))
}

fn plan() -> Plan {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example");
    seeds::read_dir(Path::new(folder)).unwrap()
}

#[test]
fn the_tables_and_the_hand_written_assumptions_say_the_same() {
    let (tables, hand) = (outcome(), engine::run(&assumptions()));
    let flat =
        |outcome: &Outcome| -> Vec<f64> { outcome.real.iter().flatten().map(|m| m.0).collect() };
    assert_eq!(tables.grid, hand.grid);
    assert_all("real", flat(&tables), &flat(&hand).into());
    assert_eq!(tables.tiers.len(), hand.tiers.len());
}

#[test]
fn evaluate_prints_the_same_numbers() {
    let (plan, outcome, expected) = (plan(), outcome(), expected());
    let printed: Value =
        serde_json::from_str(&mogao::exchange::outcome::to_json(&plan, &outcome, None)).unwrap();
    assert_all(
        "annual",
        numbers(&printed["annual"]["2023"]["real"]),
        &expected["annual_2023"]["real"],
    );
    let quarters = ["2023Q1", "2023Q2", "2023Q3", "2023Q4"];
    let nominal = quarters.map(|t| printed["quarterly"][t]["nominal"].as_f64().unwrap());
    assert_all("nominal", nominal, &expected["quarters_2023"]["nominal"]);
    let rows = printed["contributions"]["2024"]["rows"].as_array().unwrap();
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap()["total"].clone();
    let of_2024 = &expected["contributions_2024_pp"];
    assert_all("P1", numbers(&row("construction.P1")), &of_2024["P1 construction"]);
    assert_all("P2", numbers(&row("operation.P2")), &of_2024["P2 operation"]);
    assert_all("E1", numbers(&row("initiative.E1")), &of_2024["E1"]);
    assert_eq!(printed["projects"][0]["commissioned"], "2024Q2");
    assert_eq!(printed["tiers"][1]["id"], "target");
    assert_eq!(printed["tiers"][1]["binding"], "level");
    assert_all(
        "uplift",
        numbers(&printed["tiers"][1]["common_uplift"]).into_iter().map(|rate| rate * 100.0),
        &expected["goal_seek"]["target"]["required_pp"],
    );
    let need = &printed["funding"]["special-bond"]["2023"]["need"];
    assert_all("bonds", numbers(need), &expected["funding_2023"]["special bond"]);
}

/// Every number below `expected`, in order.
fn numbers(expected: &Value) -> Vec<f64> {
    match expected {
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        number => vec![number.as_f64().unwrap_or_else(|| panic!("not a number: {number}"))],
    }
}

#[track_caller]
fn assert_all(what: &str, actual: impl IntoIterator<Item = f64>, expected: &Value) {
    let actual: Vec<f64> = actual.into_iter().collect();
    let expected = numbers(expected);
    assert_eq!(actual.len(), expected.len(), "{what}: count");
    for (index, (actual, expected)) in actual.iter().zip(&expected).enumerate() {
        assert!(
            (actual - expected).abs() <= 1e-9,
            "{what}[{index}]: {actual} where {expected} is expected"
        );
    }
}

#[track_caller]
fn assert_close(what: &str, actual: f64, expected: &Value) {
    assert_all(what, [actual], expected);
}

/// The printout gives six decimals.
#[track_caller]
fn assert_printed(what: &str, actual: f64, printed: f64) {
    assert!((actual - printed).abs() <= 5.1e-7, "{what}: {actual} where {printed} is printed");
}

fn flat(rows: Vec<Vec<f64>>) -> Vec<f64> {
    rows.into_iter().flatten().collect()
}

#[test]
fn block_1_the_inverse_and_value_added_per_yuan_are_reproduced() {
    let expected = expected();
    let table = input_output();
    let households = table.households.clone().unwrap();
    let open = multiplier::leontief_inverse(&table.coefficients).unwrap();
    let closed = multiplier::closed_inverse(&table.coefficients, &households).unwrap();
    assert_all("L", flat(open), &expected["L"]);
    assert_all("L with households", flat(closed), &expected["L_type2"]);
    let of = |induced| flat(multiplier::value_added_per_yuan(&table, induced));
    assert_all("M", of(false), &expected["M"]);
    assert_all("M with households", of(true), &expected["M_type2"]);
    let column = |induced, k: usize| -> f64 { of(induced).iter().skip(k).step_by(3).sum() };
    for (k, (type_one, type_two)) in
        [(0.289775, 0.331441), (0.040704, 0.045163), (0.186576, 0.210897)].into_iter().enumerate()
    {
        assert_printed("M total", column(false, k), type_one);
        assert_printed("M total with households", column(true, k), type_two);
    }
}

#[test]
fn block_1_induced_effects_are_counted_only_when_asked_for() {
    let mut induced = assumptions();
    induced.induced = true;
    let total = |given: &Assumptions| -> f64 { engine::run(given).projects[0].unit.iter().sum() };
    let table = multiplier::value_added_per_yuan(&input_output(), true);
    let by_hand: f64 = table.iter().map(|row| 0.7 * row[0] + 0.2 * row[1] + 0.1 * row[2]).sum();
    assert!((total(&induced) - by_hand).abs() < 1e-12);
    assert!(total(&induced) > total(&assumptions()) + 0.02);
}

#[test]
fn block_2_the_baseline_is_reproduced() {
    let outcome = outcome();
    let printed =
        [[50.4, 52.5, 52.5, 54.6], [15.6, 26.0, 29.12, 33.28], [178.08, 185.5, 185.5, 192.92]];
    for (industry, quarters) in printed.iter().enumerate() {
        for (quarter, &value) in quarters.iter().enumerate() {
            assert_printed("baseline", outcome.baseline[industry][4 + quarter].0, value);
        }
    }
    assert_close(
        "baseline of 2023",
        outcome.baseline_of(Y2023).0,
        &expected()["annual_2023"]["baseline_real"],
    );
}

#[test]
fn block_3_spending_is_reproduced() {
    let expected = expected();
    for (index, id) in ["P1", "P2"].into_iter().enumerate() {
        let project = &outcome().projects[index];
        let expected = &expected["projects"][id];
        let of_2023 =
            |series: &[NominalMoney]| series[4..8].iter().map(|m| m.0).collect::<Vec<_>>();
        assert_all("planned", of_2023(&project.planned), &expected["planned"]);
        assert_all("executed", of_2023(&project.executed), &expected["executed"]);
        assert_all("backlog", of_2023(&project.backlog), &expected["backlog"]);
        assert_all("increment", of_2023(&project.increment), &expected["incremental"]);
        assert_all("unit effect", project.unit.clone(), &expected["unit"]);
        assert_eq!(
            project.commissioned.map(|t| t as u64),
            expected["commissioned_quarter_index"].as_u64()
        );
        let demand = (0..3).flat_map(|i| (4..8).map(move |t| (i, t)));
        let supply = demand.clone();
        assert_all(
            "construction",
            demand.map(|(i, t)| project.construction_in(i, t).0),
            &expected["demand"],
        );
        assert_all(
            "operation",
            supply.map(|(i, t)| project.operation_in(i, t).0),
            &expected["supply"],
        );
    }
}

#[test]
fn block_3_the_hand_check_of_one_chain_holds() {
    let outcome = outcome();
    let project = &outcome.projects[0];
    assert!((project.planned[4].0 - 60.0 * (3.0 / 36.0 - 2.0 / 216.0)).abs() < 1e-12);
    assert!((project.executed[4].0 - 4.0).abs() < 1e-12);
    assert!((project.volume[4].0 - 2.4 / 1.01 * 0.8 * 0.95).abs() < 1e-12);
    assert_printed("effect", project.construction_in(CONSTRUCTION, 4).0, 0.245554);
}

#[test]
fn block_3_the_initiative_is_reproduced() {
    let outcome = outcome();
    for (t, printed) in [(4, 0.0), (5, 0.143284), (6, 0.191045), (7, 0.143284)] {
        assert_printed("exhibition", outcome.initiatives[0].real[SERVICES][t].0, printed);
        assert_eq!(outcome.initiatives[0].real[INDUSTRY][t], RealMoney::ZERO);
    }
}

#[test]
fn block_4_the_scenario_is_reproduced_quarter_by_quarter() {
    let expected = expected();
    let expected = &expected["quarters_2023"];
    let outcome = outcome();
    let quarters = || 4..8;
    assert_all("real", quarters().map(|t| outcome.quarterly(t).real.0), &expected["real"]);
    assert_all("nominal", quarters().map(|t| outcome.quarterly(t).nominal.0), &expected["nominal"]);
    let real = outcome.real.iter().flat_map(|industry| industry[4..8].iter().map(|m| m.0));
    assert_all("real by industry", real, &expected["real_by_industry"]);
    let nominal = outcome.nominal.iter().flat_map(|industry| industry[4..8].iter().map(|m| m.0));
    assert_all("nominal by industry", nominal, &expected["nominal_by_industry"]);
    assert_all(
        "growth",
        quarters().map(|t| outcome.quarter_growth(t).points().0),
        &expected["yoy_pct"],
    );
    assert_all(
        "growth to date",
        quarters().map(|t| outcome.year_to_date_growth(t).points().0),
        &expected["ytd_pct"],
    );
    for (t, printed) in [(4, 1.002236), (5, 1.002531), (6, 1.002616), (7, 1.002687)] {
        assert_printed("deflator", outcome.quarterly(t).deflator.0, printed);
    }
}

#[test]
fn block_4_the_year_is_reproduced() {
    let expected = expected();
    let expected = &expected["annual_2023"];
    let outcome = outcome();
    let annual = outcome.annual(Y2023);
    assert_close("real", annual.real.0, &expected["real"]);
    assert_close("nominal", annual.nominal.0, &expected["nominal"]);
    assert_close("deflator", annual.deflator.0, &expected["deflator"]);
    assert_close("growth", outcome.growth(Y2023).points().0, &expected["growth_pct"]);
    assert_printed("nominal growth", outcome.nominal_growth(Y2023).points().0, 6.519907);
    assert_printed("rise of the deflator", outcome.deflator_growth(Y2023).0, 0.002526);
}

#[test]
fn block_4b_spending_funding_and_jobs_are_reproduced() {
    let expected = expected();
    let outcome = outcome();
    let completion = |project| outcome.completion_rate(project, Y2023).unwrap().0;
    assert_printed("completion", completion(0), 0.963990);
    assert_printed("completion", completion(1), 0.999450);
    assert_printed("executed", outcome.spending(Y2023).executed.0, 54.8374);
    assert_printed("planned", outcome.spending(Y2023).planned.0, 56.444444);
    for (source, id) in ["central budget", "special bond", "other"].into_iter().enumerate() {
        assert_close(id, outcome.funding[source][1].need.0, &expected["funding_2023"][id]);
    }
    let jobs = outcome.jobs.iter().map(|years| years[1]);
    assert_all("jobs", jobs, &expected["jobs_2023"]);
    for (industry, printed) in [1.057624, 3.420244, 2.037389].into_iter().enumerate() {
        let beyond: RealMoney =
            (4..8).map(|t| outcome.real[industry][t] - outcome.baseline[industry][t]).sum();
        assert_printed("above the baseline", beyond.0, printed);
    }
}

#[test]
fn block_5_contributions_are_reproduced_by_row_and_industry() {
    let expected = expected();
    let expected = &expected["contributions_pp"];
    let table = outcome().contributions(Y2023);
    let names = [
        (Origin::Baseline, "baseline growth"),
        (Origin::Construction(0), "P1 construction"),
        (Origin::Construction(1), "P2 construction"),
        (Origin::Operation(0), "P1 operation"),
        (Origin::Operation(1), "P2 operation"),
        (Origin::Initiative(0), "E1"),
    ];
    let rows: Vec<_> =
        table.rows.iter().filter(|row| row.origin != Origin::ChangedGrowth).collect();
    assert_eq!(rows.len(), names.len());
    for (row, (origin, name)) in rows.iter().zip(names) {
        assert_eq!(row.origin, origin);
        assert_all(name, row.by_industry.iter().map(|p| p.0), &expected["by_lever"][name]);
    }
    let by_industry = table.by_industry.iter().map(|p| p.0);
    assert_all("by industry", by_industry, &expected["by_industry"]);
    assert_printed("growth", table.total.0, 6.251526);
    for (industry, printed) in [17.687881, 11.869493, 70.442627].into_iter().enumerate() {
        let share = table.share(table.by_industry[industry]).unwrap();
        assert_printed("contribution share", share.0 * 100.0, printed);
    }
}

#[test]
fn block_6_tiers_and_crossings_are_reproduced() {
    let expected = expected();
    for (tier, id) in outcome().tiers.iter().zip(["floor", "target", "strive", "stretch"]) {
        let given = &expected["tiers"][id];
        assert_eq!(tier.growth_met, given["growth_met"].as_bool(), "{id}");
        assert_eq!(tier.level_met, given["level_met"].as_bool(), "{id}");
        assert_eq!(Some(tier.attained), given["both"].as_bool(), "{id}");
        assert_close(id, tier.growth_gap.unwrap().0, &given["gap_pp"]);
        assert_close(id, tier.level_gap.unwrap().0, &given["gap_level"]);
        assert_close(id, tier.level_of_growth.unwrap().0, &given["level_equiv_of_growth"]);
        assert_close(id, tier.binding_gap.0, &given["binding_gap"]);
        let binding = if given["binding"] == "level" { Test::Level } else { Test::Growth };
        assert_eq!(tier.binding, binding, "{id}");
        assert_close(id, tier.implied_base.unwrap().0, &given["implied_base"]);
        let deflator = tier.implied_deflator.unwrap().points().0;
        assert_close(id, deflator, &given["implied_deflator_pct"]);
        assert!(tier.required.is_none(), "nothing is known yet");
    }
}

#[test]
fn block_6_the_level_is_crossed_when_the_printout_says() {
    // The stretch level is crossed in the last quarter of 2024.
    let expected = expected();
    for (tier, id) in outcome().tiers.iter().zip(["floor", "target", "strive", "stretch"]) {
        assert_close(id, tier.level_crossing.unwrap().0, &expected["crossing"][id]);
    }
    // Year-to-date growth stands at 6.13, 6.26, 6.26, 6.25 %.
    let quarters: Vec<_> = outcome().tiers.iter().map(|tier| tier.growth_crossing).collect();
    assert_eq!(quarters, [Some(4), Some(5), None, None]);
}

#[test]
fn block_7_the_common_uplift_is_reproduced_and_just_reaches_each_tier() {
    let expected = expected();
    let outcome = outcome();
    for (index, id) in ["floor", "target", "strive", "stretch"].into_iter().enumerate() {
        let uplift = outcome.common_uplift(&outcome.tiers[index]).unwrap();
        let given = &expected["goal_seek"][id];
        assert_close(id, uplift.by_growth.unwrap().points().0, &given["dg_growth_pp"]);
        assert_close(id, uplift.by_level.unwrap().points().0, &given["dg_level_pp"]);
        assert_close(id, uplift.required.points().0, &given["required_pp"]);
        let mut lifted = assumptions();
        for industry in &mut lifted.industries {
            industry.growth[1] += uplift.required;
        }
        let reached = engine::run(&lifted);
        assert!(reached.tiers[index].attained, "{id}");
        if uplift.required > Rate::ZERO {
            assert_eq!(reached.tiers[index].binding_gap, NominalMoney::ZERO, "{id}");
        }
    }
}

#[test]
fn block_8_variants_are_reproduced() {
    let mut empty = assumptions();
    empty.projects.clear();
    empty.initiatives.clear();
    let mut contained = assumptions();
    contained.initiatives.clear();
    for project in &mut contained.projects {
        project.additionality = Share::ZERO;
    }
    let mut dearer = assumptions();
    dearer.projects[0].schedule.overrun = 0.2;
    let names = [
        ("V0 base case", assumptions()),
        ("V1 empty: no projects, no initiatives, empty reference", empty),
        ("V2 all projects already in the baseline (a=0), same levers", contained),
        ("V7 P1 costs 20 % more, all of it price (zeta=1)", dearer),
    ];
    let expected = expected();
    for (name, given) in names {
        let outcome = engine::run(&given);
        let expected = &expected["variants"][name];
        assert_close(name, outcome.growth(Y2023).points().0, &expected["growth_2023_pct"]);
        assert_close(name, outcome.annual(Y2023).nominal.0, &expected["nominal_2023"]);
        assert_close(name, outcome.growth(Y2024).points().0, &expected["growth_2024_pct"]);
        assert_close(name, outcome.annual(Y2024).nominal.0, &expected["nominal_2024"]);
    }
}

#[test]
fn block_8_the_year_after_pays_back() {
    let expected = expected();
    let outcome = outcome();
    let of = |origin| outcome.contribution(origin, Y2024).0;
    let expected = &expected["contributions_2024_pp"];
    assert_close("baseline", of(Origin::Baseline), &expected["baseline growth"]);
    assert_close("P1", of(Origin::Construction(0)), &expected["P1 construction"]);
    assert_close("P1", of(Origin::Operation(0)), &expected["P1 operation"]);
    assert_close("P2", of(Origin::Construction(1)), &expected["P2 construction"]);
    assert_close("P2", of(Origin::Operation(1)), &expected["P2 operation"]);
    assert_close("E1", of(Origin::Initiative(0)), &expected["E1"]);
    assert_eq!(outcome.contribution(Origin::ChangedGrowth, Y2024), Points::ZERO);
    assert_printed("growth", outcome.contributions(Y2024).total.0, 5.351913);
}
