//! Figures that are already known, and what the rest of the year must then do.

use crate::worked_example::assumptions;
use mogao::engine;
use mogao::engine::outcome::{Origin, Outcome};
use mogao::plan::assumptions::Assumptions;
use mogao::plan::scenario::{Actual, ActualKey};
use mogao::plan::tier::TierMode;
use mogao::units::{NominalMoney, Points, Rate, RealMoney, Year};

const Y2023: Year = Year(2023);

fn with(known: &[(usize, Option<usize>, Actual)]) -> Assumptions {
    let mut given = assumptions();
    for &(quarter, industry, actual) in known {
        given.actuals.insert(ActualKey { quarter, industry }, actual);
    }
    given
}

fn run(known: &[(usize, Option<usize>, Actual)]) -> Outcome {
    engine::run(&with(known))
}

#[track_caller]
fn assert_close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} and {right} differ");
}

#[test]
fn a_known_growth_is_over_the_same_quarter_of_the_year_before() {
    let outcome = run(&[(4, Some(0), Actual::Growth(Rate(0.1)))]);
    assert_close(outcome.real[0][4].0, 48.0 * 1.1);
    let model = engine::run(&assumptions());
    assert_eq!(outcome.real[1][4], model.real[1][4]);
    assert_eq!(outcome.actual_less_model[0][4], outcome.real[0][4] - model.real[0][4]);
    assert_eq!(outcome.known, (0..12).map(|t| t == 4).collect::<Vec<_>>());
}

#[test]
fn a_known_level_is_at_current_prices() {
    let outcome = run(&[(5, Some(2), Actual::Level(NominalMoney(200.0)))]);
    assert_close(outcome.nominal[2][5].0, 200.0);
    assert_close(outcome.real[2][5].0, 200.0 / 1.005);
}

#[test]
fn a_known_total_scales_all_industries_alike() {
    let model = engine::run(&assumptions());
    let growth = run(&[(4, None, Actual::Growth(Rate(0.05)))]);
    assert_close(growth.quarter_growth(4).0, 0.05);
    let level = run(&[(4, None, Actual::Level(NominalMoney(250.0)))]);
    assert_close(level.quarterly(4).nominal.0, 250.0);
    for outcome in [growth, level] {
        let factor = outcome.real[0][4] / model.real[0][4];
        for industry in 1..3 {
            assert_close(outcome.real[industry][4] / model.real[industry][4], factor);
        }
        assert!(outcome.fixed.iter().all(|industry| industry[4]));
    }
}

#[test]
fn a_known_total_leaves_industries_with_a_figure_of_their_own() {
    let own = (4, Some(0), Actual::Level(NominalMoney(60.0)));
    let total = (4, None, Actual::Level(NominalMoney(250.0)));
    let outcome = run(&[own, total]);
    assert_close(outcome.nominal[0][4].0, 60.0);
    assert_close(outcome.quarterly(4).nominal.0, 250.0);
    // Where every industry has its own figure, theirs stand.
    let others = [1, 2].map(|industry| (4, Some(industry), Actual::Level(NominalMoney(100.0))));
    let all = run(&[own, others[0], others[1], total]);
    assert_close(all.quarterly(4).nominal.0, 260.0);
}

#[test]
fn a_known_quarter_is_what_the_next_years_known_growth_grows_from() {
    let first = (4, Some(0), Actual::Level(NominalMoney(60.0)));
    let second = (8, Some(0), Actual::Growth(Rate(0.1)));
    let outcome = run(&[second, first]);
    assert_close(outcome.real[0][8].0, outcome.real[0][4].0 * 1.1);
}

#[test]
fn a_known_quarter_does_not_move_the_baseline_or_later_quarters() {
    let model = engine::run(&assumptions());
    let outcome = run(&[(4, None, Actual::Growth(Rate(0.2)))]);
    assert_eq!(outcome.baseline, model.baseline);
    for t in (0..12).filter(|&t| t != 4) {
        assert_eq!(outcome.quarterly(t), model.quarterly(t));
    }
}

#[test]
fn what_known_figures_change_is_a_row_of_its_own() {
    let outcome = run(&[(4, Some(0), Actual::Growth(Rate(0.1)))]);
    let model = engine::run(&assumptions());
    let table = outcome.contributions(Y2023);
    let row = table.rows.iter().find(|row| row.origin == Origin::ActualLessModel).unwrap();
    let moved = outcome.growth(Y2023).points() - model.growth(Y2023).points();
    assert_close(row.total.0, moved.0);
    assert_close(row.by_industry[0].0, moved.0);
    assert_eq!(row.by_industry[1], Points::ZERO);
    let without = model.contributions(Y2023);
    assert!(without.rows.iter().all(|row| row.origin != Origin::ActualLessModel));
}

#[test]
fn figures_for_the_base_year_and_beyond_the_plan_are_ignored() {
    let figure = Actual::Level(NominalMoney(1.0));
    let known = [(0, None, figure), (3, Some(0), figure), (12, None, figure), (99, None, figure)];
    let outcome = run(&known);
    assert_eq!(outcome, engine::run(&assumptions()));
    let nobody = run(&[(5, Some(9), figure)]);
    assert_eq!(nobody, engine::run(&assumptions()));
}

#[test]
fn the_required_growth_put_into_the_open_quarters_just_reaches_the_tier() {
    let known =
        [(4, None, Actual::Growth(Rate(0.058))), (5, Some(1), Actual::Level(NominalMoney(27.0)))];
    let outcome = run(&known);
    let tier = &outcome.tiers[1];
    let required = tier.required.unwrap();
    assert_eq!(required.known, 2);
    assert_eq!(required.growth, required.by_growth.unwrap().max(required.by_level.unwrap()));
    assert_close(required.so_far.0, outcome.year_to_date_growth(5).0);

    let mut put_in = known.to_vec();
    for t in [6, 7] {
        put_in.push((t, None, Actual::Growth(required.by_growth.unwrap())));
    }
    assert_close(run(&put_in).growth(Y2023).0, 0.062);
    assert!(run(&put_in).tiers[1].growth_met.unwrap());

    // By level: at the open quarters' deflators, which scaling all industries alike leaves alone.
    let mut put_in = known.to_vec();
    for t in [6, 7] {
        put_in.push((t, None, Actual::Growth(required.by_level.unwrap())));
    }
    assert_close(run(&put_in).annual(Y2023).nominal.0, 1067.0);
}

#[test]
fn the_tiers_mode_says_which_required_growth_decides() {
    let required = |mode: TierMode| {
        let mut given = with(&[(4, None, Actual::Growth(Rate(0.055)))]);
        given.tiers[1].mode = mode;
        engine::run(&given).tiers[1].required.unwrap()
    };
    let both = required(TierMode::Both);
    let (growth, level) = (both.by_growth.unwrap(), both.by_level.unwrap());
    assert!(level > growth);
    assert_eq!(both.growth, level);
    assert_eq!(required(TierMode::Growth).growth, growth);
    assert_eq!(required(TierMode::Level).growth, level);
    assert_eq!(required(TierMode::Any).growth, growth);
}

#[test]
fn the_pace_line_follows_last_years_quarters() {
    let outcome = run(&[(4, None, Actual::Level(NominalMoney(250.0)))]);
    let required = outcome.tiers[2].required.unwrap();
    // The first quarter of 2022 was 0.24·200 + 0.15·100 + 0.24·700 of 1000.
    assert_close(required.pace.0, 0.231);
    assert_close(required.done.0, 250.0 / 1074.0);
}

#[test]
fn a_tier_of_growth_alone_is_paced_by_real_gdp() {
    let mut given = with(&[(4, None, Actual::Growth(Rate(0.05)))]);
    given.tiers[0].level = None;
    let required = engine::run(&given).tiers[0].required.unwrap();
    assert_close(required.pace.0, 0.231);
    assert_close(required.done.0, 231.0 * 1.05 / 1060.0);
    assert_eq!(required.by_level, None);
}

#[test]
fn a_tier_of_level_alone_is_paced_by_it_whatever_its_mode() {
    let mut given = with(&[(4, None, Actual::Level(NominalMoney(250.0)))]);
    given.tiers[2].growth = None;
    given.tiers[2].mode = TierMode::Growth;
    let required = engine::run(&given).tiers[2].required.unwrap();
    assert_close(required.done.0, 250.0 / 1074.0);
    assert_eq!(required.growth, required.by_level.unwrap());
}

#[test]
fn nothing_is_required_before_anything_is_known_or_once_the_year_is_over() {
    assert!(engine::run(&assumptions()).tiers[0].required.is_none());
    let all: Vec<_> = (4..8).map(|t| (t, None, Actual::Growth(Rate(0.06)))).collect();
    assert!(run(&all).tiers[0].required.is_none());
}

#[test]
fn the_common_uplift_counts_only_what_can_still_grow() {
    let left = |known: &[(usize, Option<usize>, Actual)]| {
        let outcome = run(known);
        let uplift = outcome.common_uplift(&outcome.tiers[2]).unwrap();
        let mut lifted = with(known);
        for industry in &mut lifted.industries {
            industry.growth[1] += uplift.required;
        }
        engine::run(&lifted).tiers[2].binding_gap.0
    };
    let growth = Actual::Growth(Rate(0.05));
    assert_eq!(left(&[(4, Some(0), growth), (5, Some(2), growth)]), 0.0);
    // A total alone leaves the industries' parts of it to the model, and their prices differ.
    let of_total = left(&[(4, None, growth), (5, Some(2), growth)]);
    assert!(of_total != 0.0 && of_total.abs() < 1e-3, "{of_total}");
    // Once the year is over no growth can help.
    let over: Vec<_> = (4..8).map(|t| (t, None, Actual::Growth(Rate(0.06)))).collect();
    let outcome = run(&over);
    assert_eq!(outcome.common_uplift(&outcome.tiers[2]), None);
}

#[test]
fn a_total_known_while_industries_stand_at_nothing_has_nothing_to_act_on() {
    let mut given = with(&[(4, None, Actual::Level(NominalMoney(250.0)))]);
    for industry in &mut given.industries {
        industry.base = RealMoney::ZERO;
    }
    given.projects.clear();
    given.initiatives.clear();
    let outcome = engine::run(&given);
    assert_eq!(outcome.annual(Y2023).real, RealMoney::ZERO);
    assert!(!outcome.known[4]);
}
