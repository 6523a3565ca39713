//! Which projects start when: every choice of a small plan is tried and run, and the study must find
//! the best of them; with hundreds of projects it must come close to what nothing can undercut.

mod exhaustive;
mod random;

use exhaustive::{Exhaustive, Worth};
use mogao::engine;
use mogao::plan::Plan;
use mogao::plan::project::{Stage, Status};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::plan::tier::TierMode;
use mogao::study::Progress;
use mogao::study::portfolio::{
    Aim, FrontierPoint, FrontierStudy, Limits, Portfolio, PortfolioStudy, in_every,
};
use mogao::units::{NominalMoney, Quarters, Rate, Share};
use random::{Drawn, random_case, random_plan};

fn solve(plan: &Plan, scenario: &Scenario, aim: Aim, limits: &Limits) -> Portfolio {
    let mut study = PortfolioStudy::new(plan, scenario, aim, limits);
    loop {
        if let Progress::Done(portfolio) = study.step() {
            return portfolio;
        }
    }
}

fn frontier(plan: &Plan, scenario: &Scenario, limits: &Limits) -> Vec<FrontierPoint> {
    let mut study = FrontierStudy::new(plan, scenario, limits);
    let mut odds = |scenario: &Scenario| {
        let outcome = engine::run(&resolve(plan, scenario));
        outcome.tiers.iter().map(|tier| Share(f64::from(tier.attained))).collect()
    };
    loop {
        if let Progress::Done(points) = study.step(&mut odds) {
            return points;
        }
    }
}

/// The scenario with a choice carried out.
fn carried_out(plan: &Plan, scenario: &Scenario, portfolio: &Portfolio) -> Scenario {
    let mut chosen = scenario.clone();
    for (project, choice) in portfolio.choices_for(plan, scenario) {
        chosen.choose(project, |own| *own = choice);
    }
    chosen
}

#[track_caller]
fn assert_near(what: &str, actual: f64, expected: f64) {
    let apart = (actual - expected).abs();
    assert!(apart <= 1e-6 * expected.abs().max(1.0), "{what}: {actual}, expected {expected}");
}

/// The answer is as good as the best of all choices, and what it says is what a run says.
fn agrees_with_trying_everything(case: &Drawn, aim: Aim) -> Worth {
    let tried = Exhaustive::new(&case.plan, &case.scenario, &case.limits);
    let best = tried.best(aim).expect("leaving everything out is always a choice");
    let portfolio = solve(&case.plan, &case.scenario, aim, &case.limits);
    let name = format!("{aim:?} of {case:?}");
    assert_eq!(portfolio.feasible, best.feasible, "{name}");
    assert_eq!(portfolio.proven, 0.0, "{name}");
    let worth = tried.worth(&portfolio.choices, aim);
    assert!(worth.within_limits, "{name}: {portfolio:?}");
    match aim {
        _ if !best.feasible => assert_near(&name, worth.missing, best.missing),
        Aim::Cheapest { .. } => {
            assert_near(&name, portfolio.public.0, best.public);
            assert_near(&name, worth.public, best.public);
        }
        Aim::Most { .. } => assert_near(&name, worth.real, best.real),
    }
    let chosen = carried_out(&case.plan, &case.scenario, &portfolio);
    let outcome = engine::run(&resolve(&case.plan, &chosen));
    let annual = outcome.annual(case.plan.year);
    assert_near(&name, portfolio.nominal.0, annual.nominal.0);
    assert_near(&name, worth.real, annual.real.0);
    assert_near(&name, portfolio.public.0, worth.public);
    if let Aim::Cheapest { tier } = aim {
        assert_eq!(portfolio.feasible, outcome.tiers[tier].attained, "{name}");
        assert_near(&name, portfolio.gap.0, outcome.tiers[tier].binding_gap.0);
    }
    best
}

#[test]
fn no_choice_of_a_small_plan_is_better_than_the_one_found() {
    let (mut reached, mut missed) = (0, 0);
    for seed in 0..60 {
        let case = random_case(seed);
        let best = agrees_with_trying_everything(&case, Aim::Cheapest { tier: 0 });
        reached += usize::from(best.feasible);
        missed += usize::from(!best.feasible);
        agrees_with_trying_everything(&case, Aim::Most { budget: case.budget });
    }
    assert!(reached >= 15 && missed >= 15, "{reached} reached and {missed} missed");
}

#[test]
fn known_quarters_stand_and_projects_start_after_them() {
    for seed in 100..108 {
        let mut case = random_case(seed);
        let key = ActualKey { quarter: 4, industry: None };
        case.scenario.actuals.insert(key, Actual::Growth(Rate(0.06)));
        agrees_with_trying_everything(&case, Aim::Most { budget: case.budget });
        let portfolio =
            solve(&case.plan, &case.scenario, Aim::Most { budget: case.budget }, &case.limits);
        for &(project, delay) in &portfolio.choices {
            let start = case.plan.projects[project].profile.start().0;
            assert!(delay.is_none_or(|delay| start + f64::from(delay) >= 5.0));
        }
    }
}

#[test]
fn where_a_known_level_scales_what_projects_add_the_run_counts() {
    for seed in 200..206 {
        let mut case = random_case(seed);
        let key = ActualKey { quarter: 4, industry: None };
        case.scenario.actuals.insert(key, Actual::Level(NominalMoney(250.0)));
        let aim = Aim::Most { budget: case.budget };
        let portfolio = solve(&case.plan, &case.scenario, aim, &case.limits);
        let chosen = carried_out(&case.plan, &case.scenario, &portfolio);
        let annual = engine::run(&resolve(&case.plan, &chosen)).annual(case.plan.year);
        assert_near("nominal", portfolio.nominal.0, annual.nominal.0);
    }
}

#[test]
fn a_tier_that_is_reached_anyway_costs_nothing() {
    let mut plan = random_plan(7, 5);
    plan.tiers[0].growth.as_mut().unwrap().value = Rate(-0.5);
    plan.tiers[0].level.as_mut().unwrap().value = NominalMoney(1.0);
    let aim = Aim::Cheapest { tier: 0 };
    let portfolio = solve(&plan, &Scenario::default(), aim, &Limits::default());
    assert!(portfolio.feasible && portfolio.public.0.abs() < 1e-9);
    assert_eq!(portfolio.proven, 0.0);
}

#[test]
fn what_must_is_and_what_must_not_is_not() {
    let plan = random_plan(3, 6);
    let free = Limits::default();
    let unlimited = Aim::Most { budget: NominalMoney(1e9) };
    let budget = solve(&plan, &Scenario::default(), unlimited, &free).public * 0.2;
    let before = solve(&plan, &Scenario::default(), Aim::Most { budget }, &free);
    let left_out = before.choices.iter().find(|(_, delay)| delay.is_none()).unwrap().0;
    let chosen = *before.chosen().iter().next().unwrap();
    let limits = Limits { must: [left_out].into(), never: [chosen].into(), ..free };
    let after = solve(&plan, &Scenario::default(), Aim::Most { budget }, &limits);
    assert!(after.chosen().contains(&left_out) && !after.chosen().contains(&chosen));
    assert!(after.real <= before.real);
}

#[test]
fn what_must_although_money_does_not_reach_passes_the_budget_by_as_little_as_can_be() {
    let mut case = random_case(11);
    case.limits = Limits { must: (0..case.plan.projects.len()).collect(), ..Limits::default() };
    let aim = Aim::Most { budget: NominalMoney(-1.0) };
    let portfolio = solve(&case.plan, &case.scenario, aim, &case.limits);
    assert!(!portfolio.feasible);
    let tried = Exhaustive::new(&case.plan, &case.scenario, &case.limits);
    let least = tried.least_public();
    assert_near("public", portfolio.public.0, least);
}

#[test]
fn what_must_goes_ahead_although_it_passes_limits_and_the_answer_says_so() {
    let plan = random_plan(5, 6);
    let budget = NominalMoney(1e9);
    let tight = Limits { capacity: Some(NominalMoney(0.1)), ..Limits::default() };
    let waits = Limits { order: vec![(0, 1)], never: [0].into(), ..Limits::default() };
    for limits in [tight, waits] {
        let limits = Limits { must: [1].into(), ..limits };
        let found = solve(&plan, &Scenario::default(), Aim::Most { budget }, &limits);
        assert!(!found.feasible && found.chosen().contains(&1), "{limits:?}");
    }
}

#[test]
fn projects_under_way_are_no_candidates() {
    let mut plan = random_plan(5, 6);
    for project in &mut plan.projects {
        project.status = Status::Off;
    }
    plan.projects[0].stage = Stage::Building;
    plan.projects[1].stage = Stage::Starting;
    plan.projects[1].status = Status::On;
    let mut scenario = Scenario::default();
    let key = ActualKey { quarter: 5, industry: None };
    scenario.actuals.insert(key, Actual::Growth(Rate(0.06)));
    let start = plan.projects[1].profile.start();
    scenario.choose(1, |choice| choice.delay = Quarters(5.0) - start);
    let aim = Aim::Most { budget: NominalMoney(100.0) };
    let portfolio = solve(&plan, &scenario, aim, &Limits::default());
    let candidates: Vec<usize> = portfolio.choices.iter().map(|(project, _)| *project).collect();
    assert_eq!(candidates, [2, 3, 4, 5]);
}

#[test]
fn a_project_of_the_annual_plan_is_called_off_and_one_in_reserve_ignored() {
    let mut plan = random_plan(5, 2);
    plan.projects[0].stage = Stage::Starting;
    plan.projects[0].status = Status::On;
    plan.projects[1].stage = Stage::Reserve;
    plan.projects[1].status = Status::On;
    let limits = Limits { never: [0, 1].into(), ..Limits::default() };
    let aim = Aim::Most { budget: NominalMoney(100.0) };
    let portfolio = solve(&plan, &Scenario::default(), aim, &limits);
    let choices = portfolio.choices_for(&plan, &Scenario::default());
    assert_eq!(choices[0].1.status, Some(Status::Cancelled));
    assert_eq!(choices[1].1.status, Some(Status::Off));
    assert!(portfolio.real.0 <= 0.0);
}

#[test]
fn either_test_will_do_where_the_tier_says_so() {
    for seed in 300..306 {
        let case = random_case(seed);
        let public = |mode| {
            let mut scenario = case.scenario.clone();
            scenario.modes.insert(0, mode);
            let limits = Limits::default();
            let found = solve(&case.plan, &scenario, Aim::Cheapest { tier: 0 }, &limits);
            if found.feasible { found.public.0 } else { f64::INFINITY }
        };
        let (growth, level) = (public(TierMode::Growth), public(TierMode::Level));
        let (any, both) = (public(TierMode::Any), public(TierMode::Both));
        assert!(any == growth.min(level) || (any - growth.min(level)).abs() < 1e-9);
        assert!(both >= growth.max(level) - 1e-9);
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let case = random_case(17);
    for aim in [Aim::Cheapest { tier: 0 }, Aim::Most { budget: case.budget }] {
        let ask = || solve(&case.plan, &case.scenario, aim, &case.limits);
        assert_eq!(ask(), ask());
    }
    let ask = || frontier(&case.plan, &case.scenario, &case.limits);
    assert_eq!(ask(), ask());
}

#[test]
fn the_best_so_far_only_becomes_better_and_ends_as_the_answer() {
    let plan = random_plan(23, 120);
    let aim = Aim::Most { budget: NominalMoney(150.0) };
    let mut study = PortfolioStudy::new(&plan, &Scenario::default(), aim, &Limits::default());
    let mut last = f64::NEG_INFINITY;
    let mut done = 0.0;
    let answer = loop {
        match study.step() {
            Progress::Done(portfolio) => break portfolio,
            Progress::Going(share) => {
                assert!((done..=1.0).contains(&share.0), "{done} {share:?}");
                done = share.0;
            }
        }
        if let Some(best) = study.best() {
            assert!(best.public.0 <= 150.0 + 1e-6);
            assert!(best.real.0 >= last - 1e-9);
            last = best.real.0;
        }
    };
    assert!(answer.real.0 >= last - 1e-9 && answer.proven < 1e-3);
    assert_eq!(study.best(), Some(answer));
}

#[test]
fn more_money_never_buys_less_and_the_curve_ends_where_money_is_no_limit() {
    let plan = random_plan(31, 60);
    let points = frontier(&plan, &Scenario::default(), &Limits::default());
    assert_eq!(points.len(), 24);
    for pair in points.windows(2) {
        let [before, after] = pair else { panic!("two points") };
        assert!(after.portfolio.real.0 >= before.portfolio.real.0 - 1e-9);
        let Aim::Most { budget } = after.portfolio.aim else { panic!("a budget") };
        assert!(after.portfolio.public.0 <= budget.0 + 1e-6);
    }
    let aim = Aim::Most { budget: NominalMoney(1e9) };
    let unlimited = solve(&plan, &Scenario::default(), aim, &Limits::default());
    assert_near("the end", points[23].portfolio.real.0, unlimited.real.0);
    assert_eq!(points[0].odds.len(), plan.tiers.len());
    let good = points[18..].iter().map(|point| &point.portfolio);
    let kept = in_every(good);
    assert!(!kept.is_empty() && kept.is_subset(&points[20].portfolio.chosen()));
}

#[test]
fn a_plan_without_anything_to_choose_has_an_answer() {
    let plan = random_plan(1, 0);
    for aim in [Aim::Cheapest { tier: 2 }, Aim::Most { budget: NominalMoney(1.0) }] {
        let portfolio = solve(&plan, &Scenario::default(), aim, &Limits::default());
        assert!(portfolio.choices.is_empty() && portfolio.public.0 == 0.0);
    }
    assert_eq!(frontier(&plan, &Scenario::default(), &Limits::default()).len(), 1);
}

#[test]
fn the_shipped_plans_have_answers() {
    for plan in [mogao::seeds::chengguan().unwrap(), mogao::seeds::linhe().unwrap()] {
        for tier in 0..plan.tiers.len() {
            let aim = Aim::Cheapest { tier };
            let found = solve(&plan, &Scenario::default(), aim, &Limits::default());
            assert_eq!(found.proven, 0.0);
            let chosen = carried_out(&plan, &Scenario::default(), &found);
            let outcome = engine::run(&resolve(&plan, &chosen));
            assert_eq!(outcome.tiers[tier].attained, found.feasible);
        }
    }
}

#[test]
fn hundreds_of_projects_are_chosen_close_to_the_best() {
    let plan = random_plan(42, 355);
    let scenario = Scenario::default();
    let free = Limits::default();
    let tight = Limits {
        capacity: Some(NominalMoney(260.0)),
        starts: Some(44),
        order: vec![(0, 9), (3, 8), (20, 40)],
        must: [5, 17].into(),
        ..Limits::default()
    };
    for limits in [free, tight] {
        for aim in [Aim::Cheapest { tier: 1 }, Aim::Most { budget: NominalMoney(290.0) }] {
            let found = solve(&plan, &scenario, aim, &limits);
            assert!(found.feasible, "{aim:?}");
            assert!(found.proven <= 1e-3, "{aim:?}: {}", found.proven);
        }
    }
}
