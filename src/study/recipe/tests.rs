use super::*;
use crate::engine;
use crate::plan::lever::InHand;
use crate::plan::resolve::resolve;
use crate::plan::scenario::{Actual, ActualKey};
use crate::seeds;

fn plans() -> Vec<Plan> {
    let template = seeds::read(&seeds::template_tables());
    vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template.unwrap()]
}

fn goals(here: f64) -> Vec<Goal> {
    let level = |part: f64| Goal::Level(NominalMoney(here * part));
    let levels = [0.9, 0.98, 0.995, 0.9999, 1.0, 1.0001, 1.003, 1.01, 1.03, 1.2].map(level);
    levels.into_iter().chain((0..3).map(Goal::Tier)).collect()
}

#[test]
fn a_way_leads_where_it_says_when_it_is_run() {
    for plan in plans() {
        let published = Scenario { published_rounding: true, ..Scenario::default() };
        let mut known = Scenario::default();
        let key = |quarter, industry| ActualKey { quarter, industry };
        known.actuals.insert(key(4, None), Actual::Growth(Rate(0.08)));
        known.actuals.insert(key(5, Some(2)), Actual::Growth(Rate(-0.02)));
        known.set(Lever::of_plan(Kind::Execution, &plan), 0.25, &plan);
        known.set(Lever::of_plan(Kind::Slip, &plan), 6.0, &plan);
        for scenario in [Scenario::default(), published, known] {
            let trial = Trial::new(&plan, &scenario);
            for goal in goals(trial.here().nominal.0) {
                for way in ways(&trial, goal, &BTreeSet::new()) {
                    leads_where_it_says(&trial, &way, goal);
                }
            }
        }
    }
}

fn leads_where_it_says(trial: &Trial, way: &Way, goal: Goal) {
    let outcome = engine::run(&resolve(trial.plan(), &trial.moved(&way.moves)));
    let year = trial.plan().year;
    let nominal = outcome.annual(year).nominal;
    assert_eq!(way.nominal, nominal);
    assert_eq!(way.growth, outcome.growth(year));
    match goal {
        Goal::Tier(tier) => assert_eq!(way.reached, outcome.tiers[tier].attained, "{way:?}"),
        Goal::Level(level) => {
            let met = (nominal - level).abs().0 <= 1e-6;
            assert_eq!(way.reached, met, "{goal:?} {way:?}");
            assert!(met || way.gap.0.abs() > 1e-6, "{goal:?} {way:?}");
        }
    }
    for own in &way.moves {
        assert_eq!(own.from, trial.value(own.lever));
        assert_ne!(own.from, own.to);
        assert_eq!(own.lever.kind.in_hand(), InHand::Moves);
        assert!(trial.plausible(own.lever).unwrap().contains(own.to), "{own:?}");
    }
}

#[test]
fn what_all_levers_can_do_together_is_reached() {
    let plan = seeds::chengguan().unwrap();
    let trial = Trial::new(&plan, &Scenario::default());
    for tier in 0..2 {
        let [change, money, start] =
            Recipe::ALL.map(|recipe| way(&trial, recipe, Goal::Tier(tier), &BTreeSet::new()));
        assert!(change.reached && money.reached && start.moves.len() > 1);
        assert!(change.moves.len() > 10, "everything moves a little");
        let hoped = |own: &Move| Burden::of(own.lever.kind) == Burden::Hope;
        assert!(!money.moves.iter().any(hoped), "{:?}", money.moves);
        assert!(money.moves.len() < change.moves.len());
    }
}

#[test]
fn least_change_is_the_shortest_way_where_gdp_is_linear() {
    let plan = seeds::chengguan().unwrap();
    let trial = Trial::new(&plan, &Scenario::default());
    let in_hand = hand::levers(&trial, &BTreeSet::new());
    let growth = |lever: &Lever| lever.kind == Kind::Growth;
    let locked = in_hand.iter().copied().filter(|lever| !growth(lever)).collect();
    let rise = 5.0;
    let goal = Goal::Level(trial.here().nominal + NominalMoney(rise));
    let way = way(&trial, Recipe::LeastChange, goal, &locked);
    assert!(way.reached && way.moves.len() == plan.industries.len());
    // All are as wide, so Lagrange's condition makes each move its own weight's part of the rise.
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    let first = plan.grid.quarters_of(plan.year).start;
    let weight = |item: usize| {
        outcome.annual_in(item, plan.year.previous()).real.0 * outcome.prices[item][first].0
    };
    let squares: f64 = (0..plan.industries.len()).map(|item| weight(item).powi(2)).sum();
    for own in &way.moves {
        let expected = rise * weight(own.lever.item) / squares;
        assert!((own.to - own.from - expected).abs() < 1e-9, "{own:?} {expected}");
    }
}

#[test]
fn locked_levers_stay() {
    for plan in plans() {
        let trial = Trial::new(&plan, &Scenario::default());
        let every: BTreeSet<Lever> = hand::levers(&trial, &BTreeSet::new()).into_iter().collect();
        let half: BTreeSet<Lever> = every.iter().copied().step_by(2).collect();
        for way in ways(&trial, Goal::Tier(1), &half) {
            assert!(way.moves.iter().all(|own| !half.contains(&own.lever)), "{way:?}");
        }
        for recipe in [Recipe::LeastChange, Recipe::LeastMoney] {
            let way = way(&trial, recipe, Goal::Tier(2), &every);
            assert!(!way.reached && way.moves.is_empty());
            assert_eq!(way.gap, trial.here().tiers[2].gap);
        }
    }
}

#[test]
fn growth_is_the_last_hope_and_money_comes_before_it() {
    let plan = seeds::chengguan().unwrap();
    let trial = Trial::new(&plan, &Scenario::default());
    let ends: Vec<Pull> =
        hand::pulls(&trial, &hand::levers(&trial, &BTreeSet::new()), Towards::More);
    let mut seen = [0; 3];
    for step in 1..60 {
        let level = trial.here().nominal + NominalMoney(f64::from(step));
        let way = way(&trial, Recipe::LeastMoney, Goal::Level(level), &BTreeSet::new());
        let rank = |lever: Lever| Burden::of(lever.kind);
        let Some(worst) = way.moves.iter().map(|own| rank(own.lever)).max() else { continue };
        seen[worst as usize] += 1;
        for pull in ends.iter().filter(|pull| rank(pull.way.lever) < worst) {
            let own = way.moves.iter().find(|own| own.lever == pull.way.lever);
            assert_eq!(own.map(|own| own.to), Some(pull.way.to), "{worst:?} before {pull:?}");
        }
    }
    assert!(seen.iter().all(|&times| times > 0), "{seen:?}");
}

#[test]
fn an_earlier_start_moves_time_alone_and_nothing_into_the_past() {
    let plan = seeds::linhe().unwrap();
    for known in [None, Some(4), Some(5)] {
        let mut scenario = Scenario::default();
        if let Some(quarter) = known {
            let key = ActualKey { quarter, industry: None };
            scenario.actuals.insert(key, Actual::Growth(Rate(0.06)));
        }
        let trial = Trial::new(&plan, &scenario);
        let way = way(&trial, Recipe::EarliestStart, Goal::Tier(2), &BTreeSet::new());
        let open = known.map_or(4, |quarter| quarter + 1) as f64;
        let slip = way.moves.iter().find(|own| own.lever.kind == Kind::Slip);
        let slip =
            slip.map_or_else(|| trial.value(Lever::of_plan(Kind::Slip, &plan)), |own| own.to);
        for own in &way.moves {
            let kind = own.lever.kind;
            assert!(matches!(kind, Kind::Slip | Kind::Delay | Kind::ReserveStart), "{own:?}");
            if kind == Kind::Delay {
                let start = plan.projects[own.lever.item].profile.start().0;
                assert!(start + slip + own.to >= open, "{own:?}");
                assert_eq!(own.to.fract(), 0.0);
            }
        }
        assert!(known.is_some() || way.moves.iter().any(|own| own.lever.kind == Kind::Delay));
    }
}

#[test]
fn one_way_at_a_time_they_are_the_same() {
    let plan = seeds::linhe().unwrap();
    let (scenario, goal) = (Scenario::default(), Goal::Tier(1));
    let mut study = WaysStudy::new(&plan, &scenario, goal, BTreeSet::new());
    for _ in Recipe::ALL {
        assert!(matches!(study.step(), Progress::Going(_)));
    }
    let all = ways(&Trial::new(&plan, &scenario), goal, &BTreeSet::new());
    assert_eq!(study.step(), Progress::Done(all));
}

#[test]
fn the_way_down_is_found_as_well() {
    let plan = seeds::chengguan().unwrap();
    let trial = Trial::new(&plan, &Scenario::default());
    let level = trial.here().nominal - NominalMoney(3.0);
    for way in ways(&trial, Goal::Level(level), &BTreeSet::new()) {
        assert!(way.reached && !way.moves.is_empty(), "{way:?}");
        assert!(way.recipe == Recipe::LeastChange || way.spending.0 < 0.0, "{way:?}");
    }
}
