//! Laws that hold for every plan and scenario, tried on random plans and on the shipped one with each
//! lever at each end of its range.

mod random;

use mogao::engine::outcome::{Contributions, Outcome};
use mogao::engine::spending::{self, Spending};
use mogao::engine::{self, multiplier};
use mogao::plan::assumptions::{Assumptions, Curve, Pace, Schedule};
use mogao::plan::lever;
use mogao::plan::multiplier::{InputOutput, Multipliers};
use mogao::plan::project::Status;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::units::{Grid, NominalMoney, Quarters, Rate, RealMoney, Share, Year};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use random::{any_assumptions, any_with_actuals};

/// Exact up to the last digits of a sum.
const EXACT: f64 = 1e-9;

#[track_caller]
fn assert_close(what: &str, left: f64, right: f64) {
    let scale = left.abs().max(right.abs()).max(1.0);
    assert!((left - right).abs() <= EXACT * scale, "{what}: {left} and {right} differ");
}

/// The sum of some quarters over all industries, of any `[industry][quarter]` series.
fn sum(series: &[Vec<RealMoney>], quarters: std::ops::Range<usize>) -> f64 {
    series.iter().map(|industry| industry[quarters.clone()].iter().map(|m| m.0).sum::<f64>()).sum()
}

fn growing_years(outcome: &Outcome) -> impl Iterator<Item = Year> + use<> {
    outcome.grid.each_year().skip(1)
}

/// Everything that holds whatever the plan and scenario say.
fn check(assumptions: &Assumptions, outcome: &Outcome) {
    everything_is_finite(outcome);
    rows_add_up(outcome);
    contributions_add_up(outcome);
    shares_add_up(outcome);
    years_are_sums_of_quarters(outcome);
    prices_turn_real_into_nominal(outcome);
    money_is_conserved(outcome);
    sources_pay_for_what_is_executed(assumptions, outcome);
    gaps_say_what_tests_say(outcome);
    a_level_is_crossed_when_it_is_met(outcome);
}

fn everything_is_finite(outcome: &Outcome) {
    let finite = |name: &str, value: f64| assert!(value.is_finite(), "{name} is {value}");
    for industry in &outcome.real {
        industry.iter().for_each(|value| finite("real", value.0));
    }
    for industry in &outcome.nominal {
        industry.iter().for_each(|value| finite("nominal", value.0));
    }
    for project in &outcome.projects {
        project.backlog.iter().for_each(|value| finite("backlog", value.0));
        project.volume.iter().for_each(|value| finite("volume", value.0));
        project.operation.iter().for_each(|value| finite("operation", value.0));
    }
    for tier in &outcome.tiers {
        finite("binding gap", tier.binding_gap.0);
        tier.level_crossing.into_iter().for_each(|moment| finite("crossing", moment.0));
    }
    outcome.jobs.iter().flatten().for_each(|&jobs| finite("jobs", jobs));
}

/// Value added is the sum of its rows in every industry and quarter.
fn rows_add_up(outcome: &Outcome) {
    for industry in 0..outcome.real.len() {
        for t in 0..outcome.grid.quarters() {
            let projects: RealMoney = outcome
                .projects
                .iter()
                .map(|p| p.construction_in(industry, t) + p.operation_in(industry, t))
                .sum();
            let initiatives: RealMoney =
                outcome.initiatives.iter().map(|initiative| initiative.real[industry][t]).sum();
            let rows = outcome.baseline[industry][t]
                + projects
                + initiatives
                + outcome.actual_less_model[industry][t];
            assert_close("real is the sum of its rows", outcome.real[industry][t].0, rows.0);
            if t < 4 {
                assert_eq!(outcome.real[industry][t], outcome.baseline[industry][t]);
            }
        }
    }
}

/// T1: contributions add up to growth, by industry, by row and in the table.
fn contributions_add_up(outcome: &Outcome) {
    let add_up = |table: &Contributions, growth: Rate| {
        assert_close("industries", table.total.0, growth.points().0);
        assert_close("rows", table.rows.iter().map(|row| row.total.0).sum(), growth.points().0);
        for (industry, total) in table.by_industry.iter().enumerate() {
            let rows = table.rows.iter().map(|row| row.by_industry[industry].0).sum();
            assert_close("rows of an industry", rows, total.0);
        }
        for row in &table.rows {
            assert_close("a row", row.by_industry.iter().map(|p| p.0).sum(), row.total.0);
        }
    };
    for year in growing_years(outcome) {
        add_up(&outcome.contributions(year), outcome.growth(year));
        for row in outcome.contributions(year).rows {
            assert_close("one row", outcome.contribution(row.origin, year).0, row.total.0);
        }
    }
    for t in 4..outcome.grid.quarters() {
        add_up(&outcome.quarter_contributions(t), outcome.quarter_growth(t));
        add_up(&outcome.year_to_date_contributions(t), outcome.year_to_date_growth(t));
    }
    // The base year has nothing to grow from.
    assert_eq!(outcome.contributions(outcome.grid.base_year).total.0, 0.0);
}

/// T2: contribution shares add up to one, or there are none.
fn shares_add_up(outcome: &Outcome) {
    for year in growing_years(outcome) {
        let table = outcome.contributions(year);
        let shares: Option<Vec<Share>> =
            table.by_industry.iter().map(|&points| table.share(points)).collect();
        match shares {
            Some(shares) => assert_close("shares", shares.iter().map(|s| s.0).sum(), 1.0),
            None => assert!(table.total.0 <= 0.05),
        }
    }
}

/// T4: a year is the sum of its quarters; the year to date is the year at its end.
fn years_are_sums_of_quarters(outcome: &Outcome) {
    for year in outcome.grid.each_year() {
        let quarters = outcome.grid.quarters_of(year);
        let last = quarters.end - 1;
        let of_quarters: f64 = quarters.clone().map(|t| outcome.quarterly(t).real.0).sum();
        assert_close("year", outcome.annual(year).real.0, of_quarters);
        assert_close("year", outcome.annual(year).real.0, sum(&outcome.real, quarters));
        let by_industry: f64 =
            (0..outcome.real.len()).map(|item| outcome.annual_in(item, year).nominal.0).sum();
        assert_close("industries", outcome.annual(year).nominal.0, by_industry);
        let to_date = outcome.year_to_date_growth(last);
        assert_close("growth to date", to_date.0, outcome.growth(year).0);
    }
}

/// T5: nominal is real at its price; the deflator is their ratio.
fn prices_turn_real_into_nominal(outcome: &Outcome) {
    for (industry, prices) in outcome.prices.iter().enumerate() {
        for (t, &price) in prices.iter().enumerate() {
            assert_eq!(outcome.nominal[industry][t], outcome.real[industry][t] * price);
        }
    }
    for year in outcome.grid.each_year() {
        let annual = outcome.annual(year);
        assert_close("deflator", (annual.real * annual.deflator).0, annual.nominal.0);
    }
}

/// T7: executed spending and the last backlog add up to what was planned.
fn money_is_conserved(outcome: &Outcome) {
    for project in &outcome.projects {
        let (mut planned, mut executed) = (0.0, 0.0);
        for t in 0..outcome.grid.quarters() {
            planned += project.planned[t].0;
            executed += project.executed[t].0;
            assert_close("money", executed + project.backlog[t].0, planned);
            assert!(project.executed[t].0 >= -EXACT && project.backlog[t].0 >= -EXACT);
        }
    }
}

/// T8: the sources together pay for what is executed.
fn sources_pay_for_what_is_executed(assumptions: &Assumptions, outcome: &Outcome) {
    for (index, year) in outcome.grid.each_year().enumerate() {
        let need: f64 = outcome.funding.iter().map(|source| source[index].need.0).sum();
        let covered: f64 = assumptions
            .projects
            .iter()
            .enumerate()
            .map(|(item, project)| {
                let parts: f64 = project.sources.iter().map(|share| share.0).sum();
                outcome.spending_of([item], year).executed.0 * parts
            })
            .sum();
        assert_close("sources", need, covered);
    }
}

/// T16: a test holds if and only if nothing is missing by it; so does the tier.
fn gaps_say_what_tests_say(outcome: &Outcome) {
    for tier in &outcome.tiers {
        assert_eq!(tier.growth_met, tier.growth_gap.map(|gap| gap.0 <= 0.0));
        assert_eq!(tier.level_met, tier.level_gap.map(|gap| gap.0 <= 0.0));
        assert_eq!(tier.attained, tier.binding_gap.0 <= 0.0, "{tier:?}");
        let met = (tier.growth_met.unwrap_or(true), tier.level_met.unwrap_or(true));
        if tier.growth.is_some() && tier.level.is_some() {
            let expected = match tier.mode {
                TierMode::Both => met.0 && met.1,
                TierMode::Growth => met.0,
                TierMode::Level => met.1,
                TierMode::Any => met.0 || met.1,
            };
            assert_eq!(tier.attained, expected);
        } else {
            assert_eq!(tier.attained, met.0 && met.1);
        }
    }
}

/// T23: the four quarters of a year are its nominal GDP; while their sum never falls, the level is
/// met in a year if and only if it has been crossed by its end.
fn a_level_is_crossed_when_it_is_met(outcome: &Outcome) {
    let trailing: Vec<f64> = (3..outcome.grid.quarters())
        .map(|t| (t - 3..=t).map(|t| outcome.quarterly(t).nominal.0).sum())
        .collect();
    for (index, year) in outcome.grid.each_year().enumerate() {
        assert_close("trailing", trailing[index * 4], outcome.annual(year).nominal.0);
    }
    if trailing.windows(2).any(|pair| pair[1] < pair[0]) {
        return;
    }
    let end = (outcome.grid.year_index(outcome.year).unwrap() * 4 + 4) as f64;
    for tier in outcome.tiers.iter().filter(|tier| tier.level.is_some()) {
        let crossed = tier.level_crossing.is_some_and(|moment| moment.0 <= end);
        assert_eq!(tier.level_met, Some(crossed), "{tier:?} by {end}");
    }
}

/// The same random plans on every machine; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others.
fn same_cases(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let set = |variable: &str| std::env::var_os(variable).is_some();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") { given.cases } else { cases },
        rng_seed: if set("PROPTEST_RNG_SEED") { given.rng_seed } else { RngSeed::Fixed(2023) },
        failure_persistence: None,
        ..given
    }
}

proptest! {
    #![proptest_config(same_cases(100))]

    #[test]
    fn the_laws_hold_for_any_plan(assumptions in any_assumptions()) {
        check(&assumptions, &engine::run(&assumptions));
    }

    #[test]
    fn the_laws_hold_with_known_figures(assumptions in any_with_actuals()) {
        let outcome = engine::run(&assumptions);
        check(&assumptions, &outcome);
        for t in (0..outcome.grid.quarters()).filter(|&t| !outcome.known[t]) {
            prop_assert!(outcome.actual_less_model.iter().all(|row| row[t] == RealMoney::ZERO));
        }
    }

    // T3
    #[test]
    fn without_projects_and_initiatives_there_is_the_baseline(assumptions in any_assumptions()) {
        let mut empty = assumptions.clone();
        empty.projects.clear();
        empty.initiatives.clear();
        let mut off = assumptions.clone();
        off.initiatives.clear();
        let mut contained = off.clone();
        for project in &mut off.projects {
            project.status = Status::Off;
        }
        contained.pace = contained.reference_pace;
        for project in &mut contained.projects {
            project.status = Status::On;
            project.additionality = Share::ZERO;
            project.reference = project.schedule.clone();
        }
        for given in [empty, off, contained] {
            let outcome = engine::run(&given);
            for (real, baseline) in outcome.real.iter().zip(&outcome.baseline) {
                for (real, baseline) in real.iter().zip(baseline) {
                    assert_close("baseline", real.0, baseline.0);
                }
            }
        }
    }

    // T4
    #[test]
    fn growth_that_is_flat_over_the_quarters_is_the_growth_of_the_year(
        assumptions in any_assumptions()
    ) {
        let mut plain = assumptions;
        plain.projects.clear();
        plain.initiatives.clear();
        let outcome = engine::run(&plain);
        for (item, industry) in plain.industries.iter().enumerate() {
            for (index, year) in outcome.grid.each_year().enumerate().skip(1) {
                assert_close("year", outcome.growth_in(item, year).0, industry.growth[index].0);
                let quarter = outcome.quarter_growth_in(item, index * 4 + 2);
                assert_close("quarter", quarter.0, industry.growth[index].0);
                let to_date = outcome.year_to_date_growth_in(item, index * 4 + 1);
                assert_close("to date", to_date.0, industry.growth[index].0);
            }
        }
    }

    // T5
    #[test]
    fn one_price_for_all_is_the_deflator(assumptions in any_assumptions(), rise in -0.02..0.03) {
        let mut same = assumptions;
        for industry in &mut same.industries {
            industry.base_price = Default::default();
            industry.prices = vec![Rate(rise); same.grid.years];
        }
        let outcome = engine::run(&same);
        for year in growing_years(&outcome) {
            assert_close("deflator", outcome.deflator_growth(year).0, rise);
        }
    }

    // T6
    #[test]
    fn a_spending_curve_runs_from_nothing_to_all(
        c in -0.9..0.9_f64, more in 1.0..4.0_f64, steps in 2_usize..40
    ) {
        let k = 3.0 / (1.0 - c.abs()) * more;
        prop_assert_eq!(spending::dhss(0.0, c, k), 0.0);
        prop_assert_eq!(spending::dhss(1.0, c, k), 1.0);
        let values: Vec<f64> =
            (0..=steps).map(|step| spending::dhss(step as f64 / steps as f64, c, k)).collect();
        prop_assert!(values.windows(2).all(|pair| pair[1] >= pair[0] - 1e-15));
        prop_assert!(values.iter().all(|value| (-1e-15..=1.0 + 1e-15).contains(value)));
    }

    // T6
    #[test]
    fn the_plan_adds_up_to_the_cost_once_the_horizon_covers_it(
        total in 0.0..500.0_f64, overrun in 0.0..0.6_f64, start in 0.0..8.0_f64,
        duration in 0.0..15.0_f64, c in -0.4..0.4_f64,
    ) {
        let schedule = dhss_schedule(total, overrun, start, duration, c);
        let spending = carried_out(&schedule, PACE, 6);
        let planned: NominalMoney = spending.planned.iter().copied().sum();
        assert_close("plan", planned.0, total * (1.0 + overrun));
    }

    // T7
    #[test]
    fn with_full_execution_and_funding_everything_is_spent_as_planned(
        total in 0.0..500.0_f64, start in 0.0..8.0_f64, duration in 0.0..15.0_f64
    ) {
        let schedule = dhss_schedule(total, 0.1, start, duration, 0.0);
        let full = Pace { execution: Share::WHOLE, award: Share::WHOLE, backfill: Share::ZERO };
        let spending = carried_out(&schedule, full, 6);
        prop_assert_eq!(&spending.executed, &spending.planned);
        let late = carried_out(&schedule, PACE, 6);
        prop_assert!(total == 0.0 || late.executed != late.planned);
    }

    // T9
    #[test]
    fn effects_of_projects_superpose(assumptions in any_assumptions()) {
        let (mut first, mut second, mut none) =
            (assumptions.clone(), assumptions.clone(), assumptions.clone());
        none.projects.clear();
        first.projects = assumptions.projects.iter().cloned().step_by(2).collect();
        second.projects = assumptions.projects.iter().skip(1).cloned().step_by(2).collect();
        let [all, first, second, none] =
            [&assumptions, &first, &second, &none].map(engine::run);
        for t in 0..all.grid.quarters() {
            for industry in 0..all.real.len() {
                let effect = |outcome: &Outcome| {
                    (outcome.real[industry][t] - none.real[industry][t]).0
                };
                assert_close("effect", effect(&all), effect(&first) + effect(&second));
            }
        }
    }

    // T10
    #[test]
    fn a_district_a_thousand_times_as_large_grows_alike(
        assumptions in any_assumptions(), scale in 0.01..1000.0_f64
    ) {
        let mut scaled = assumptions.clone();
        for industry in &mut scaled.industries {
            industry.base = industry.base * scale;
        }
        for project in &mut scaled.projects {
            project.schedule.total = project.schedule.total * scale;
            project.reference.total = project.reference.total * scale;
        }
        for turnover in scaled.initiatives.iter_mut().flat_map(|item| &mut item.turnover) {
            *turnover = *turnover * scale;
        }
        for level in scaled.tiers.iter_mut().filter_map(|tier| tier.level.as_mut()) {
            *level = *level * scale;
        }
        let (small, large) = (engine::run(&assumptions), engine::run(&scaled));
        for year in growing_years(&small) {
            assert_close("growth", small.growth(year).0, large.growth(year).0);
            let (small, large) = (small.contributions(year), large.contributions(year));
            for (small, large) in small.rows.iter().zip(&large.rows) {
                assert_close("row", small.total.0, large.total.0);
            }
        }
        for (small, large) in small.tiers.iter().zip(&large.tiers) {
            prop_assert_eq!(small.attained, large.attained);
            prop_assert_eq!(small.growth_met, large.growth_met);
            prop_assert_eq!(small.binding, large.binding);
        }
    }

    // T11
    #[test]
    fn a_start_one_year_later_shifts_spending_by_one_year(
        total in 0.0..500.0_f64, start in 0.0..8.0_f64, duration in 0.0..20.0_f64,
        c in -0.4..0.4_f64,
    ) {
        let now = carried_out(&dhss_schedule(total, 0.1, start, duration, c), PACE, 6);
        let later = carried_out(&dhss_schedule(total, 0.1, start + 4.0, duration, c), PACE, 6);
        for t in 0..20 {
            assert_close("planned", now.planned[t].0, later.planned[t + 4].0);
            assert_close("executed", now.executed[t].0, later.executed[t + 4].0);
            assert_close("backlog", now.backlog[t].0, later.backlog[t + 4].0);
        }
    }

    // T12
    #[test]
    fn dearer_work_costs_money_and_adds_nothing(
        assumptions in any_assumptions(), dearer in 0.0..0.6_f64
    ) {
        let mut plain = assumptions;
        for project in &mut plain.projects {
            project.schedule.overrun = 0.0;
            project.schedule.overrun_price = Share::WHOLE;
        }
        let mut overrun = plain.clone();
        for project in &mut overrun.projects {
            project.schedule.overrun = dearer;
        }
        let (plain, overrun) = (engine::run(&plain), engine::run(&overrun));
        for (plain, overrun) in plain.real.iter().flatten().zip(overrun.real.iter().flatten()) {
            assert_close("real", plain.0, overrun.0);
        }
        for (plain, overrun) in plain.funding.iter().flatten().zip(overrun.funding.iter().flatten()) {
            assert_close("need", plain.need.0 * (1.0 + dearer), overrun.need.0);
        }
    }

    // T13, T14
    #[test]
    fn a_multiplier_lies_between_the_first_purchase_and_what_is_kept(
        assumptions in any_assumptions()
    ) {
        let table = input_output(&assumptions);
        let one = multiplier::value_added_per_yuan(table, false);
        let two = multiplier::value_added_per_yuan(table, true);
        let categories = table.retention[0].len();
        for k in 0..categories {
            let kept: f64 = table.retention.iter().map(|row| row[k].0).sum();
            let total: f64 = one.iter().map(|row| row[k]).sum();
            prop_assert!(total <= kept + EXACT && kept <= 1.0 + EXACT);
            for i in 0..table.value_added.len() {
                let direct = table.value_added[i] * table.retention[i][k].0;
                prop_assert!(direct >= 0.0 && one[i][k] >= direct - EXACT);
                prop_assert!(two[i][k] >= one[i][k] - EXACT);
            }
        }
    }

    // T13
    #[test]
    fn a_region_that_buys_everything_at_home_keeps_every_yuan(assumptions in any_assumptions()) {
        let mut table = input_output(&assumptions).clone();
        let size = table.value_added.len();
        for column in 0..size {
            let inputs: f64 = table.coefficients.iter().map(|row| row[column]).sum();
            table.value_added[column] = 1.0 - inputs;
        }
        let inverse = multiplier::leontief_inverse(&table.coefficients).unwrap();
        let per_yuan = |column: usize| -> f64 {
            inverse.iter().zip(&table.value_added).map(|(row, part)| part * row[column]).sum()
        };
        (0..size).for_each(|column| assert_close("value added of a yuan", per_yuan(column), 1.0));
        let effects = multiplier::value_added_per_yuan(&table, false);
        for k in 0..table.retention[0].len() {
            let kept: f64 = table.retention.iter().map(|row| row[k].0).sum();
            assert_close("effect", effects.iter().map(|row| row[k]).sum(), kept);
        }
    }

    // T15
    #[test]
    fn a_higher_tier_reached_means_the_lower_ones_are(
        assumptions in any_assumptions(), growth in -0.05..0.1_f64, level in 1.0..2000.0_f64
    ) {
        let mut sorted = assumptions;
        sorted.tiers = (0..5)
            .map(|step| mogao::plan::assumptions::TierAssumptions {
                growth: Some(Rate(growth + 0.02 * f64::from(step))),
                level: Some(NominalMoney(level * (1.0 + 0.03 * f64::from(step)))),
                mode: TierMode::Both,
            })
            .collect();
        let tiers = engine::run(&sorted).tiers;
        for pair in tiers.windows(2) {
            prop_assert!(pair[0].growth_met >= pair[1].growth_met);
            prop_assert!(pair[0].level_met >= pair[1].level_met);
            prop_assert!(pair[0].attained >= pair[1].attained);
        }
    }

    // T20
    #[test]
    fn faster_execution_never_lowers_what_has_been_spent(
        assumptions in any_assumptions(), more in 0.0..0.5_f64
    ) {
        let mut faster = assumptions.clone();
        faster.pace.execution = Share((faster.pace.execution.0 + more).min(1.0));
        let (slow, fast) = (engine::run(&assumptions), engine::run(&faster));
        for (slow, fast) in slow.projects.iter().zip(&fast.projects) {
            let (mut by_slow, mut by_fast) = (0.0, 0.0);
            for (slow, fast) in slow.executed.iter().zip(&fast.executed) {
                by_slow += slow.0;
                by_fast += fast.0;
                prop_assert!(by_fast >= by_slow - EXACT);
            }
        }
    }

    // T20
    #[test]
    fn more_additionality_or_multiplier_never_lowers_gdp(
        assumptions in any_assumptions(), more in 0.0..0.5_f64
    ) {
        let mut additional = assumptions.clone();
        for project in &mut additional.projects {
            project.additionality = Share((project.additionality.0 + more).min(1.0));
        }
        let (before, after) = (engine::run(&assumptions), engine::run(&additional));
        for t in 0..before.grid.quarters() {
            prop_assert!(after.quarterly(t).real.0 >= before.quarterly(t).real.0 - EXACT);
        }
        let mut multiplied = assumptions.clone();
        multiplied.multiplier_scale += more;
        let after = engine::run(&multiplied);
        for t in 0..before.grid.quarters() {
            if before.projects.iter().all(|project| project.volume[t].0 >= 0.0) {
                prop_assert!(after.quarterly(t).real.0 >= before.quarterly(t).real.0 - EXACT);
            }
        }
    }

    // T22
    #[test]
    fn the_same_spending_two_years_running_adds_nothing_to_the_second_years_growth(
        assumptions in any_assumptions(), quarters in prop::array::uniform4(0.0..1.0_f64)
    ) {
        let mut steady = assumptions;
        steady.grid.years = 4;
        steady.investment_prices = vec![Rate::ZERO; 4];
        for industry in &mut steady.industries {
            for rates in [&mut industry.growth, &mut industry.reference_growth, &mut industry.prices] {
                rates.resize(4, Rate::ZERO);
            }
        }
        steady.year = Year(2024);
        let full = Pace { execution: Share::WHOLE, award: Share::WHOLE, backfill: Share::ZERO };
        (steady.pace, steady.reference_pace) = (full, full);
        let mut sum = 0.0;
        let cumulative: Vec<f64> = (0..12)
            .map(|t| {
                sum += quarters[t % 4];
                sum
            })
            .collect();
        for project in &mut steady.projects {
            project.schedule.start = Quarters(4.0);
            project.schedule.curve =
                Curve::Steps { cumulative: cumulative.clone(), step: Quarters(1.0) };
            project.reference = project.schedule.clone();
        }
        let outcome = engine::run(&steady);
        for project in 0..outcome.projects.len() {
            let origin = mogao::engine::outcome::Origin::Construction(project);
            assert_close("second year", outcome.contribution(origin, Year(2024)).0, 0.0);
        }
    }
}

const PACE: Pace = Pace { execution: Share(0.8), award: Share(0.6), backfill: Share(0.3) };

fn dhss_schedule(total: f64, overrun: f64, start: f64, duration: f64, c: f64) -> Schedule {
    Schedule {
        total: NominalMoney(total),
        overrun,
        overrun_price: Share::WHOLE,
        start: Quarters(start),
        curve: Curve::Dhss { duration: Quarters(duration), c, k: 3.0 / (1.0 - c.abs()) },
        applied: Share(0.3),
    }
}

fn carried_out(schedule: &Schedule, pace: Pace, years: usize) -> Spending {
    let mut spending = Spending::default();
    spending.carry_out(schedule, pace, Grid { base_year: Year(2022), years });
    spending
}

fn input_output(assumptions: &Assumptions) -> &InputOutput {
    match &assumptions.multipliers {
        Multipliers::InputOutput(table) => table,
        Multipliers::Given(_) => panic!("random plans have a table"),
    }
}

#[test]
fn the_laws_hold_with_each_lever_at_each_end_of_its_range() {
    let plan = seeds::chengguan().unwrap();
    let catalogue = lever::catalogue(&plan);
    assert!(catalogue.len() > 100);
    for spec in catalogue {
        let ends = [spec.range.min, spec.default, spec.range.max, spec.hard.min, spec.hard.max];
        for value in ends {
            let mut scenario = Scenario::default();
            scenario.settings.insert(spec.lever, value);
            let assumptions = resolve(&plan, &scenario);
            check(&assumptions, &engine::run(&assumptions));
        }
    }
}

#[test]
fn a_lever_goes_the_way_it_is_declared_to_go() {
    let plan = seeds::chengguan().unwrap();
    let gdp =
        |scenario: &Scenario| engine::run(&resolve(&plan, scenario)).annual(plan.year).nominal.0;
    for spec in lever::catalogue(&plan) {
        let at = |value: f64| {
            let mut scenario = Scenario::default();
            scenario.settings.insert(spec.lever, value);
            gdp(&scenario)
        };
        let (low, high) = (at(spec.range.min), at(spec.range.max));
        let key = spec.lever.key(&plan);
        match spec.lever.kind.direction() {
            lever::Direction::Raises => assert!(high >= low - EXACT, "{key}: {low} to {high}"),
            lever::Direction::Lowers => assert!(high <= low + EXACT, "{key}: {low} to {high}"),
            lever::Direction::Unclear => {}
        }
    }
}

#[test]
fn nothing_set_changes_no_growth_of_industries() {
    let plan = seeds::chengguan().unwrap();
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    assert_eq!(outcome.baseline, outcome.reference_baseline);
}
