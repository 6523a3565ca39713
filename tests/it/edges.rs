//! What happens at the edges: nothing there, nothing asked, everything at once.

use crate::worked_example::assumptions;
use mogao::engine::attainment::{growth_needed, implied_base};
use mogao::engine::closed_form::{implied_growth, required_growth};
use mogao::engine::multiplier::{leontief_inverse, regional_coefficients, unsound_industry};
use mogao::engine::outcome::{Origin, Outcome, Test};
use mogao::engine::spending::{self, Spending};
use mogao::engine::{self, operation};
use mogao::plan::assumptions::{Assumptions, Curve, Pace, ProjectAssumptions, Schedule};
use mogao::plan::multiplier::{InputOutput, Multipliers};
use mogao::plan::project::Status;
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::units::{Deflator, Grid, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};

const Y2023: Year = Year(2023);

fn run_with(change: impl FnOnce(&mut Assumptions)) -> Outcome {
    let mut given = assumptions();
    change(&mut given);
    engine::run(&given)
}

#[track_caller]
fn assert_close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} and {right} differ");
}

fn carried_out(schedule: &Schedule, pace: Pace) -> Spending {
    let mut spending = Spending::default();
    spending.carry_out(schedule, pace, Grid { base_year: Year(2022), years: 3 });
    spending
}

const FULL: Pace = Pace { execution: Share::WHOLE, award: Share::WHOLE, backfill: Share::ZERO };

fn planned(start: f64, curve: Curve) -> Vec<f64> {
    let mut schedule = assumptions().projects[0].schedule.clone();
    (schedule.start, schedule.curve) = (Quarters(start), curve);
    schedule.total = NominalMoney(100.0);
    carried_out(&schedule, FULL).planned.iter().map(|money| money.0).collect()
}

#[test]
fn a_district_without_gdp_has_no_growth_and_no_figure_that_is_none() {
    let outcome = run_with(|given| {
        for industry in &mut given.industries {
            industry.base = RealMoney::ZERO;
        }
        given.projects.clear();
        given.initiatives.clear();
    });
    assert_eq!(outcome.growth(Y2023), Rate::ZERO);
    assert_eq!(outcome.nominal_growth(Y2023), Rate::ZERO);
    assert_eq!(outcome.annual(Y2023).deflator, Deflator::BASE);
    assert_eq!(outcome.contributions(Y2023).total, Points::ZERO);
    assert_eq!(outcome.contributions(Y2023).share(Points(1.0)), None);
    assert!(outcome.tiers.iter().all(|tier| !tier.attained && tier.implied_deflator.is_none()));
    assert_eq!(outcome.common_uplift(&outcome.tiers[0]), None);
    assert_eq!(outcome.required_growth(Y2023, &[0], Rate(0.07)), None);
}

#[test]
fn a_gdp_below_nothing_reaches_no_growth() {
    // More is called off than the district ever made.
    let outcome = run_with(|given| {
        for industry in &mut given.industries {
            industry.base = industry.base * 1e-6;
        }
        given.initiatives.clear();
        for project in &mut given.projects {
            project.status = Status::Cancelled;
            project.additionality = Share::ZERO;
        }
        given.year = Year(2024);
        given.tiers[0].mode = TierMode::Growth;
    });
    assert!(outcome.annual(Y2023).real < RealMoney::ZERO);
    assert_eq!(outcome.growth(Year(2024)), Rate::ZERO);
    assert_eq!(outcome.contributions(Year(2024)).total, Points::ZERO);
    assert!(!outcome.tiers[0].attained && outcome.tiers[0].binding_gap > NominalMoney::ZERO);
}

#[test]
fn growth_set_higher_than_the_plan_is_a_row_of_its_own() {
    let outcome = run_with(|given| given.industries[0].growth[1] += Rate(0.01));
    let plain = run_with(|_| {});
    let of = |origin| outcome.contribution(origin, Y2023).0;
    assert_close(of(Origin::ChangedGrowth), 0.2);
    assert_close(of(Origin::Baseline), plain.contribution(Origin::Baseline, Y2023).0);
    // The year after, the same growth comes on a larger base.
    let later = outcome.contribution(Origin::ChangedGrowth, Year(2024));
    assert!(later.0 > 0.0 && later.0 < 0.02, "{later:?}");
}

#[test]
fn a_plan_without_industries_projects_or_tiers_still_has_an_outcome() {
    let outcome = run_with(|given| {
        given.industries.clear();
        given.projects.clear();
        given.initiatives.clear();
        given.tiers.clear();
        given.sources.clear();
        given.construction = None;
        given.multipliers = Multipliers::Given(Vec::new());
    });
    assert_eq!(outcome.annual(Y2023).nominal, NominalMoney::ZERO);
    assert_eq!(outcome.contributions(Y2023).rows.len(), 2);
}

#[test]
fn years_and_items_that_do_not_exist_count_as_nothing() {
    let outcome = run_with(|_| {});
    assert_eq!(outcome.annual(Year(2030)).real, RealMoney::ZERO);
    assert_eq!(outcome.growth(Year(2022)), Rate::ZERO);
    assert_eq!(outcome.growth(Year(2019)), Rate::ZERO);
    assert_eq!(outcome.growth_in(17, Y2023), Rate::ZERO);
    assert_eq!(outcome.contribution(Origin::Construction(17), Y2023), Points::ZERO);
    assert_eq!(outcome.completion_rate(17, Y2023), None);
    assert_eq!(outcome.spending(Year(2030)), Default::default());
}

#[test]
fn a_tier_may_lack_growth_or_level_or_both() {
    let outcome = run_with(|given| {
        given.tiers[0].level = None;
        given.tiers[1].growth = None;
        (given.tiers[2].growth, given.tiers[2].level) = (None, None);
        // The mode names the test that is not there: the other one stands in.
        given.tiers[3].level = None;
        given.tiers[3].mode = TierMode::Level;
    });
    let [growth, level, neither, other] = &outcome.tiers[..] else { panic!("four tiers") };
    assert!(growth.attained && growth.binding == Test::Growth && growth.level_met.is_none());
    assert!(growth.implied_base.is_none() && growth.level_crossing.is_none());
    assert!(!level.attained && level.binding == Test::Level && level.growth_met.is_none());
    assert_eq!(level.binding_gap, level.level_gap.unwrap());
    assert!(neither.attained && neither.binding_gap == NominalMoney::ZERO);
    assert!(!other.attained && other.binding == Test::Growth);
    assert!(other.binding_gap.0 > 0.0);
}

#[test]
fn the_mode_says_which_tests_must_hold() {
    // The second tier's growth is reached and its level is not.
    let with_mode = |mode| run_with(|given| given.tiers[1].mode = mode).tiers[1].clone();
    assert!(with_mode(TierMode::Growth).attained);
    assert!(with_mode(TierMode::Any).attained);
    assert_eq!(with_mode(TierMode::Any).binding, Test::Growth);
    assert!(!with_mode(TierMode::Level).attained);
    assert!(!with_mode(TierMode::Both).attained);
    // What is missing by growth is negative, what is missing by level is not.
    assert!(with_mode(TierMode::Growth).binding_gap.0 < 0.0);
    assert!(with_mode(TierMode::Level).binding_gap.0 > 0.0);
    let uplift = |mode| {
        let outcome = run_with(|given| given.tiers[1].mode = mode);
        outcome.common_uplift(&outcome.tiers[1]).unwrap().required
    };
    assert_eq!(uplift(TierMode::Growth), Rate::ZERO);
    assert_eq!(uplift(TierMode::Any), Rate::ZERO);
    assert!(uplift(TierMode::Level) > Rate::ZERO);
    assert_eq!(uplift(TierMode::Level), uplift(TierMode::Both));
}

#[test]
fn a_difference_of_a_billionth_is_none() {
    let reached = run_with(|_| {}).annual(Y2023).nominal;
    let level = |more: f64| {
        let outcome = run_with(|given| given.tiers[0].level = Some(reached + NominalMoney(more)));
        (outcome.tiers[0].level_met, outcome.tiers[0].level_gap)
    };
    assert_eq!(level(5e-10), (Some(true), Some(NominalMoney::ZERO)));
    assert_eq!(level(1e-8).0, Some(false));
}

#[test]
fn judged_as_published_growth_counts_from_half_a_step_below() {
    let tier = |growth: f64, published: bool| {
        run_with(|given| {
            given.tiers[0].growth = Some(Rate(growth));
            given.published_rounding = published;
        })
        .tiers[0]
            .clone()
    };
    // Growth is 6.2515 %, published as 6.3 %.
    assert_eq!(tier(0.063, false).growth_met, Some(false));
    assert_eq!(tier(0.063, true).growth_met, Some(true));
    assert_eq!(tier(0.064, true).growth_met, Some(false));
    assert_eq!(tier(0.063, true).growth, Some(Rate(0.063)), "what is asked for stays");
    assert_close(growth_needed(Rate(0.0696), true).0, 0.0695);
    assert_close(growth_needed(Rate(0.0), true).0, -0.0005);
    assert_close(growth_needed(Rate(0.1 + 0.2), true).0, 0.2995);
}

#[test]
fn a_level_that_the_base_year_has_is_crossed_at_its_end() {
    let outcome = run_with(|given| {
        given.tiers[0].level = Some(NominalMoney(900.0));
        given.tiers[1].level = Some(NominalMoney(9999.0));
    });
    assert_eq!(outcome.tiers[0].level_crossing, Some(Quarters(4.0)));
    assert_eq!(outcome.tiers[1].level_crossing, None);
}

#[test]
fn growth_met_early_and_lost_again_is_not_crossed_early() {
    // 6.13, 6.26, 6.26, 6.25 % to date.
    let crossing = |growth: f64| {
        run_with(|given| given.tiers[0].growth = Some(Rate(growth))).tiers[0].growth_crossing
    };
    assert_eq!(crossing(0.0610), Some(4));
    assert_eq!(crossing(0.0620), Some(5));
    assert_eq!(crossing(0.06255), None);
}

#[test]
fn a_curve_without_duration_spends_everything_at_its_start() {
    let at_once = |start| planned(start, Curve::Dhss { duration: Quarters(0.0), c: 0.0, k: 3.0 });
    assert_eq!(at_once(5.0)[5], 100.0);
    assert_eq!(at_once(5.7)[5], 100.0);
    assert_eq!(at_once(5.7).iter().sum::<f64>(), 100.0);
    let steps = Curve::Steps { cumulative: vec![0.5, 1.0], step: Quarters(0.0) };
    assert_eq!(planned(5.7, steps)[5], 100.0);
    let none = Curve::Steps { cumulative: Vec::new(), step: Quarters(1.0) };
    assert_eq!(planned(4.0, none).iter().sum::<f64>(), 0.0);
}

#[test]
fn a_curve_without_a_positive_k_is_straight() {
    let straight = planned(4.0, Curve::Dhss { duration: Quarters(4.0), c: 0.0, k: 0.0 });
    assert_eq!(straight[4..8], [25.0; 4]);
}

#[test]
fn half_a_quarters_slip_moves_half_a_step() {
    let steps =
        |start| planned(start, Curve::Steps { cumulative: vec![0.4, 1.0], step: Quarters(1.0) });
    let shifted = steps(4.5);
    for (t, expected) in [(4, 20.0), (5, 50.0), (6, 30.0)] {
        assert_close(shifted[t], expected);
    }
    assert_close(steps(4.0)[4], 40.0);
    let stretched = planned(4.0, Curve::Steps { cumulative: vec![0.4, 1.0], step: Quarters(2.0) });
    assert_close(stretched[5], 20.0);
    assert_close(stretched[6], 30.0);
}

#[test]
fn money_planned_before_the_base_year_counts_as_spent_on_time() {
    let outcome = run_with(|given| {
        let project = &mut given.projects[0];
        project.schedule.start = Quarters(-2.0);
        project.schedule.curve = Curve::Dhss { duration: Quarters(8.0), c: 0.0, k: 3.0 };
        project.reference = project.schedule.clone();
    });
    let planned: f64 = outcome.projects[0].planned.iter().map(|money| money.0).sum();
    assert_close(planned, 60.0 * (1.0 - spending::dhss(0.25, 0.0, 3.0)));
    // Works end with quarter 5; by then 98.2 % of the cost is spent.
    assert_eq!(outcome.projects[0].commissioned, Some(5));
}

#[test]
fn the_base_year_stays_as_given_whatever_is_spent_in_it() {
    let outcome = run_with(|given| {
        for project in &mut given.projects {
            project.schedule.start = Quarters(0.0);
        }
    });
    assert!(outcome.projects[0].executed[1].0 > 0.0);
    assert_close(outcome.annual(Year(2022)).real.0, 1000.0);
}

fn second(change: impl FnOnce(&mut ProjectAssumptions)) -> Outcome {
    run_with(|given| change(&mut given.projects[1]))
}

#[test]
fn a_delayed_project_adds_nothing_before_it_is_in_service() {
    let outcome = second(|project| {
        project.schedule.start = Quarters(6.0);
        project.additionality = Share::WHOLE;
    });
    let project = &outcome.projects[1];
    assert_eq!(project.commissioned, Some(8));
    assert!(project.operation[..=8].iter().all(|&value| value == RealMoney::ZERO));
    assert!(project.operation[9].0 > 0.0);
    assert!(project.executed[..6].iter().all(|&money| money == NominalMoney::ZERO));
}

#[test]
fn a_cancelled_project_takes_away_what_the_baseline_counted_on() {
    let outcome = second(|project| project.status = Status::Cancelled);
    let project = &outcome.projects[1];
    assert!(project.planned.iter().chain(&project.executed).all(|&m| m == NominalMoney::ZERO));
    // (1 − 0.8) of the executed 5.4 is lost.
    assert_close(project.increment[4].0, -0.2 * 5.4);
    assert_eq!(project.commissioned, None);
    assert!(project.operation[8].0 < 0.0, "the plant that the baseline counted on is missing");
    let off = second(|project| project.status = Status::Off);
    assert!(off.projects[1].increment.iter().all(|&m| m == NominalMoney::ZERO));
    assert!(outcome.annual(Y2023).real < off.annual(Y2023).real);
    assert!(off.origins().iter().all(|&origin| origin != Origin::Construction(1)));
    assert!(outcome.origins().contains(&Origin::Construction(1)));
}

#[test]
fn output_rises_evenly_over_the_ramp_up_time() {
    let operation = |ramp: f64| {
        let outcome = second(|project| project.ramp = Quarters(ramp));
        outcome.projects[1].operation[7..11].iter().map(|m| m.0).collect::<Vec<_>>()
    };
    // 12 / 4 / 4 a quarter at full output, of which 0.8 beyond the baseline and 0.9 not displaced.
    let full = 0.75 * 0.8 * 0.9;
    for (value, part) in operation(4.0).iter().zip([0.25, 0.5, 0.75, 1.0]) {
        assert_close(*value, full * part);
    }
    assert!(operation(0.0).iter().all(|value| (value - full).abs() < 1e-9));
    let at_once = second(|project| project.ramp = Quarters(0.0));
    assert_eq!(at_once.projects[1].operation[6].0, 0.0, "commissioned at the end of the quarter");
    for (value, part) in operation(1.5).iter().zip([1.0 / 1.5, 1.0, 1.0, 1.0]) {
        assert_close(*value, full * part);
    }
}

#[test]
fn capital_without_a_positive_icor_and_a_project_without_money_yield_nothing() {
    for icor in [0.0, -1.0, f64::INFINITY] {
        let outcome = second(|project| project.icor = icor);
        assert!(outcome.projects[1].operation.iter().all(|&value| value.0 == 0.0));
    }
    let empty = second(|project| project.schedule.total = NominalMoney::ZERO);
    assert!(empty.annual(Y2023).real.0.is_finite());
    assert_eq!(empty.completion_rate(1, Y2023), None);
}

#[test]
fn a_project_is_in_service_when_enough_of_it_is_paid_for() {
    let schedule = assumptions().projects[1].schedule.clone();
    let executed = |amounts: &[f64]| {
        let mut executed = vec![NominalMoney::ZERO; 4];
        executed.extend(amounts.iter().map(|&money| NominalMoney(money)));
        operation::commissioned(&schedule, &executed)
    };
    assert_eq!(executed(&[6.0, 5.4]), Some(5), "95 % exactly");
    assert_eq!(executed(&[6.0, 5.39, 0.2]), Some(6));
    assert_eq!(executed(&[12.0, 0.0]), Some(5), "not before works end");
    assert_eq!(executed(&[6.0, 5.0]), None);
}

#[test]
fn waiting_money_slows_spending_by_what_is_not_made_up() {
    let pace = |award, backfill| Pace {
        execution: Share::WHOLE,
        award: Share(award),
        backfill: Share(backfill),
    };
    assert_close(spending::funded_share(Share(0.3), pace(0.6, 0.3)).0, 1.0 - 0.3 * 0.4 * 0.7);
    assert_close(spending::funded_share(Share(0.3), pace(1.0, 0.0)).0, 1.0);
    assert_close(spending::funded_share(Share(1.0), pace(0.0, 0.0)).0, 0.0);
}

#[test]
fn an_even_annual_plan_is_completed_as_far_as_execution_lets_it() {
    for (execution, published) in [(0.8, 0.9376), (0.7, 0.8937), (0.6, 0.8376)] {
        let outcome = second(|project| {
            project.schedule.curve =
                Curve::Steps { cumulative: vec![0.25, 0.5, 0.75, 1.0], step: Quarters(1.0) };
            project.schedule.applied = Share::ZERO;
        });
        assert!(outcome.completion_rate(1, Y2023).is_some());
        let mut given = assumptions();
        given.projects[1].schedule.curve =
            Curve::Steps { cumulative: vec![0.25, 0.5, 0.75, 1.0], step: Quarters(1.0) };
        given.pace.execution = Share(execution);
        let outcome = engine::run(&given);
        let rate = outcome.completion_rate(1, Y2023).unwrap().0;
        assert!((rate - published).abs() < 5e-5, "{rate}");
    }
}

#[test]
fn the_part_executed_is_held_between_nothing_and_all() {
    let executed = |part: f64| {
        let schedule = assumptions().projects[1].schedule.clone();
        let pace = Pace { execution: Share(part), ..FULL };
        carried_out(&schedule, pace).executed[4].0
    };
    for (part, expected) in [(0.0, 0.0), (0.05, 0.3), (1.0, 6.0), (1.5, 6.0), (-0.5, 0.0)] {
        assert_close(executed(part), expected);
    }
}

#[test]
fn works_never_end_before_they_start() {
    let mut schedule = assumptions().projects[1].schedule.clone();
    schedule.curve = Curve::Dhss { duration: Quarters(-3.0), c: 0.0, k: 3.0 };
    assert_eq!(spending::planned_end(&schedule), Quarters(4.0));
    schedule.curve = Curve::Steps { cumulative: vec![0.5, 1.0], step: Quarters(1.5) };
    assert_eq!(spending::planned_end(&schedule), Quarters(7.0));
}

#[test]
fn a_last_digit_too_many_does_not_delay_commissioning_by_a_quarter() {
    let mut schedule = assumptions().projects[1].schedule.clone();
    schedule.start = Quarters(0.1 * 3.0);
    let duration = Quarters(7.0 * 1.1);
    assert!((schedule.start + duration).0 > 8.0, "the sum is a last digit too large");
    schedule.curve = Curve::Dhss { duration, c: 0.0, k: 3.0 };
    let spending = carried_out(&schedule, FULL);
    assert_eq!(operation::commissioned(&schedule, &spending.executed), Some(7));
}

#[test]
fn what_the_baseline_counts_on_keeps_its_own_size_and_pace() {
    let larger = second(|project| project.schedule.total = project.schedule.total * 2.0);
    let plain = run_with(|_| {});
    // 12 / 4 / 4 a quarter: twice that is built, and 0.2 of the planned size was counted on.
    assert_close(larger.projects[1].operation[10].0, 0.75 * (2.0 - 0.2) * 0.9);
    assert_close(larger.projects[1].increment[4].0, 2.0 * 5.4 - 0.2 * 5.4);
    assert_close(plain.projects[1].operation[10].0, 0.75 * 0.8 * 0.9);
    let slower = run_with(|given| given.pace.execution = Share(0.5));
    assert_close(slower.projects[1].increment[4].0, 6.0 * 0.5 - 0.2 * 5.4);
}

#[test]
fn a_share_of_growth_that_cannot_be_told_is_none() {
    let share = |growth: f64| {
        let outcome = run_with(|given| {
            given.projects.clear();
            given.initiatives.clear();
            for industry in &mut given.industries {
                industry.growth[1] = Rate(growth);
            }
        });
        let table = outcome.contributions(Y2023);
        table.share(table.by_industry[0]).map(|share| share.0)
    };
    assert_close(share(0.0006).unwrap(), 0.2);
    assert_eq!(share(0.0004), None);
    assert_eq!(share(-0.05), None);
}

#[test]
fn the_common_uplift_of_a_later_year_counts_only_the_baseline() {
    let mut given = assumptions();
    given.year = Year(2024);
    given.tiers[0].mode = TierMode::Growth;
    let outcome = engine::run(&given);
    let uplift = outcome.common_uplift(&outcome.tiers[0]).unwrap();
    assert!(uplift.required > Rate::ZERO);
    for industry in &mut given.industries {
        industry.growth[2] += uplift.required;
    }
    let reached = engine::run(&given);
    assert_close(reached.growth(Year(2024)).0, 0.06);
    assert!(reached.tiers[0].attained);
}

#[test]
fn only_productive_capital_yields() {
    let operation =
        |part: f64| second(|project| project.productive = Share(part)).projects[1].operation[9].0;
    assert_close(operation(0.25), operation(1.0) * 0.25);
    assert!(operation(1.0) > 0.0);
    assert_eq!(operation(0.0), 0.0);
}

#[test]
fn the_part_of_an_overrun_that_is_more_work_adds_volume() {
    let increment = |price_part: f64| {
        let outcome = second(|project| {
            project.schedule.overrun = 0.2;
            project.schedule.overrun_price = Share(price_part);
        });
        outcome.projects[1].increment[4].0
    };
    assert_close(increment(1.0), 5.4 - 0.2 * 5.4);
    assert_close(increment(0.0), 5.4 * 1.2 - 0.2 * 5.4);
    assert_close(increment(0.5), 5.4 * 1.2 / 1.1 - 0.2 * 5.4);
}

#[test]
fn crowding_out_scale_and_capture_act_where_they_say() {
    let effect = |change: &dyn Fn(&mut Assumptions), industry: usize| {
        run_with(|given| change(given)).projects[0].construction_in(industry, 5).0
    };
    let plain = |industry| effect(&|_| {}, industry);
    let none = |industry| effect(&|given| given.crowding_out = Share::ZERO, industry);
    let scaled = |industry| effect(&|given| given.multiplier_scale = 1.5, industry);
    let captured = |industry| effect(&|given| given.capture = 0.5, industry);
    for industry in 0..3 {
        assert_close(none(industry) * 0.95, plain(industry));
        assert_close(scaled(industry), 1.5 * plain(industry));
        assert_close(captured(industry), plain(industry) * if industry == 1 { 0.5 } else { 1.0 });
    }
}

#[test]
fn dearer_investment_buys_less() {
    let outcome = run_with(|given| given.investment_prices[1] = Rate(0.10));
    let plain = run_with(|_| {});
    let ratio = plain.projects[0].volume[5] / outcome.projects[0].volume[5];
    assert_close(ratio, 1.10 / 1.01);
    // Prices that fall to nothing tell no volume.
    let free = run_with(|given| given.investment_prices[1] = Rate(-1.0));
    assert_eq!(free.projects[0].volume[5], RealMoney::ZERO);
}

#[test]
fn a_series_at_the_prices_of_an_earlier_year_starts_from_its_own_price_level() {
    let outcome = run_with(|given| given.industries[0].base_price = Deflator(1.1));
    assert_close(outcome.annual_in(0, Year(2022)).nominal.0, 220.0);
    assert_close(outcome.annual_in(0, Y2023).deflator.0, 1.1 * 0.99);
}

#[test]
fn singular_and_unsound_tables_are_seen() {
    assert_eq!(leontief_inverse(&[vec![1.0]]), None);
    assert_eq!(leontief_inverse(&[vec![0.5, 0.5], vec![0.5, 0.5]]), None);
    assert_eq!(leontief_inverse(&[]), Some(Vec::new()));
    // A first pivot of nothing asks for another row.
    let swapped = leontief_inverse(&[vec![1.0, 0.5], vec![0.5, 0.0]]).unwrap();
    assert_close(swapped[0][1], -2.0);
    let table = |inputs: f64, value_added: f64| InputOutput {
        coefficients: vec![vec![0.2, inputs], vec![0.1, 0.0]],
        value_added: vec![0.7, value_added],
        retention: vec![vec![Share(0.5)]; 2],
        households: None,
    };
    assert_eq!(unsound_industry(&table(0.4, 0.6)), None);
    assert_eq!(unsound_industry(&table(0.4, 0.61)), Some(1));
    assert_eq!(unsound_industry(&table(1.0, 0.0)), Some(1));
    // Without an inverse the first purchase counts.
    let singular = InputOutput {
        coefficients: vec![vec![1.0]],
        value_added: vec![0.3],
        retention: vec![vec![Share(0.5)]],
        households: None,
    };
    let effects = engine::multiplier::value_added_per_yuan(&singular, false);
    assert_close(effects[0][0], 0.15);
}

#[test]
fn location_quotients_leave_a_small_region_what_it_can_supply() {
    let national = [vec![0.2, 0.3], vec![0.1, 0.4]];
    // A region of a tenth with twice the nation's part of the first industry.
    let regional = regional_coefficients(&national, &[40.0, 60.0], &[200.0, 800.0], 0.3);
    let lambda = libm::pow(libm::log2(1.1), 0.3);
    let (first, second) = (0.4 / 0.2, 0.6 / 0.8);
    assert_close(regional[0][0], 0.2 * (lambda * first).min(1.0));
    assert_close(regional[0][1], 0.3 * (lambda * first / second).min(1.0));
    assert_close(regional[1][0], 0.1 * lambda * second / first);
    assert_close(regional[1][1], 0.4 * lambda * second);
    // The nation itself keeps its table: λ is one, every quotient is one.
    let whole = regional_coefficients(&national, &[200.0, 800.0], &[200.0, 800.0], 0.3);
    for (own, national) in whole.iter().flatten().zip(national.iter().flatten()) {
        assert_close(*own, *national);
    }
    // An industry that the region lacks supplies nothing; without a region there is no supply.
    let lacking = regional_coefficients(&national, &[0.0, 60.0], &[200.0, 800.0], 0.3);
    assert_eq!(lacking[0], [0.0, 0.0]);
    let nothing = regional_coefficients(&national, &[0.0, 0.0], &[200.0, 800.0], 0.3);
    assert!(nothing.iter().flatten().all(|&cell| cell == 0.0));
}

#[test]
fn growth_required_of_an_industry_or_a_group_closes_the_gap() {
    let outcome = run_with(|given| {
        given.projects.clear();
        given.initiatives.clear();
    });
    for group in [&[1][..], &[0, 2]] {
        let needed = outcome.required_growth(Y2023, group, Rate(0.07)).unwrap();
        let reached = run_with(|given| {
            given.projects.clear();
            given.initiatives.clear();
            for &item in group {
                given.industries[item].growth[1] = needed;
            }
        });
        assert_close(reached.growth(Y2023).0, 0.07);
    }
    assert_eq!(required_growth(&[Share(1.0)], &[Rate(0.1)], &[], Rate(0.07)), None);
}

#[test]
fn growth_to_nothing_implies_nothing() {
    assert_eq!(implied_growth(&[NominalMoney(1.0)], &[Rate(-1.0)]), None);
    assert_eq!(implied_growth(&[], &[]), None);
    assert_eq!(implied_base(Rate(-1.0), NominalMoney(1.0)), None);
}

#[test]
fn spending_by_pillar_adds_up_to_all_spending() {
    let plan = seeds::chengguan().unwrap();
    let scenario = mogao::plan::scenario::Scenario::default();
    let outcome = engine::run(&mogao::plan::resolve::resolve(&plan, &scenario));
    let by_pillar = outcome.spending_by_pillar(&plan, plan.year);
    assert_eq!(by_pillar.len(), plan.pillars.len() + 1);
    let all = outcome.spending(plan.year);
    assert_close(by_pillar.iter().map(|pillar| pillar.planned.0).sum(), all.planned.0);
    assert_close(by_pillar.iter().map(|pillar| pillar.executed.0).sum(), all.executed.0);
    assert_close(by_pillar.iter().map(|pillar| pillar.backlog.0).sum(), all.backlog.0);
    let per_yuan = outcome.value_added_per_public_yuan(&plan, plan.year).unwrap();
    let effect: f64 = (0..outcome.projects.len())
        .map(|project| outcome.project_effect(project, plan.year).total().0)
        .sum();
    let index = plan.grid.year_index(plan.year).unwrap();
    let public: f64 = plan
        .sources
        .iter()
        .zip(&outcome.funding)
        .filter(|(source, _)| source.public)
        .map(|(_, years)| years[index].need.0)
        .sum();
    // Prices stand still in the shipped plan, so that current and base-year prices are the same.
    assert_close(per_yuan, effect / public);
    assert_eq!(outcome.value_added_per_public_yuan(&plan, Year(2022)), None);
}

#[test]
fn what_is_left_over_and_what_is_missing_have_opposite_signs() {
    let outcome = run_with(|given| {
        given.sources[0].available = vec![None, Some(NominalMoney(4.0)), Some(NominalMoney(99.0))];
    });
    let gap = |year: usize| outcome.funding[0][year].gap();
    assert_eq!(gap(0), None);
    assert_close(gap(1).unwrap().0, 0.2844);
    assert!(gap(2).unwrap().0 < 0.0);
}
