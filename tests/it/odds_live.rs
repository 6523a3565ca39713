//! Odds that follow a hand, and what each project and lever adds to them.

use crate::kernel::many::many_projects;
use mogao::engine;
use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::project::Status;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::study::marginal::MarginalStudy;
use mogao::study::odds::{ChanceStudy, Draws, LiveOdds, Odds, OddsStudy};
use mogao::study::sensitivity::sensitivity;
use mogao::units::{Quarters, Rate};

/// A plan whose tiers lie within reach of its futures.
fn within_reach(mut plan: Plan) -> Plan {
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    for (step, tier) in plan.tiers.iter_mut().enumerate() {
        let further = 0.004 * (step as f64 - 1.0);
        if let Some(growth) = &mut tier.growth {
            growth.value = outcome.growth(plan.year) + Rate(further);
        }
        if let Some(level) = &mut tier.level {
            level.value = outcome.annual(plan.year).nominal * (1.0 + further);
        }
    }
    plan
}

fn near(one: &Odds, other: &Odds) {
    assert_eq!(one.tiers, other.tiers);
    let close = |one: f64, other: f64| {
        assert!((one - other).abs() <= 1e-6 * other.abs().max(1.0), "{one} {other}");
    };
    close(one.gdp.low.0, other.gdp.low.0);
    close(one.gdp.middle.0, other.gdp.middle.0);
    close(one.growth.high.0, other.growth.high.0);
    for (one, other) in one.trailing.iter().zip(&other.trailing) {
        close(one.low.0, other.low.0);
        close(one.high.0, other.high.0);
    }
}

#[test]
fn a_move_followed_gives_what_a_full_run_gives() {
    let plan = within_reach(many_projects(120));
    let mut scenario = Scenario::default();
    let mut live = LiveOdds::new(&plan, &scenario, Draws::Preview);
    let full = |scenario: &Scenario| OddsStudy::new(&plan, scenario, Draws::Preview).finish();
    assert_eq!(live.finish(), full(&scenario));
    let growth = Lever::of_industry(Kind::Growth, 3, plan.year);
    let moves: [&dyn Fn(&mut Scenario); 11] = [
        &|own| own.set(growth, 0.08, &plan),
        &|own| own.set(Lever::of_year(Kind::CommonPrice, plan.year), 0.01, &plan),
        &|own| own.set(Lever::of_item(Kind::Turnover, 0, &plan), 99.0, &plan),
        &|own| own.choose(17, |choice| choice.delay = Quarters(2.0)),
        &|own| own.choose(17, |choice| choice.scale = Some(3.0)),
        &|own| own.choose(55, |choice| choice.status = Some(Status::Cancelled)),
        &|own| own.choose(17, |choice| choice.status = Some(Status::Off)),
        &|own| own.set(Lever::of_plan(Kind::Execution, &plan), 0.7, &plan),
        &|own| own.choose(17, |choice| choice.status = None),
        &|own| {
            let key = ActualKey { quarter: 4, industry: None };
            own.actuals.insert(key, Actual::Growth(Rate(0.05)));
        },
        &|own| {
            own.modes.insert(0, TierMode::Any);
            own.chance.seed = 5;
        },
    ];
    for change in moves {
        change(&mut scenario);
        live.ask(&plan, &scenario);
        // A hand that moves on before the odds are there does no harm.
        live.step();
        live.ask(&plan, &scenario);
        near(&live.finish(), &full(&scenario));
    }
}

#[test]
fn what_a_project_adds_to_the_odds_is_what_they_lose_without_it() {
    let plan = within_reach(many_projects(24));
    let scenario = Scenario::default();
    let marginals = MarginalStudy::new(&plan, &scenario, Draws::Preview).finish();
    assert_eq!(marginals.len(), plan.projects.len());
    let odds = |scenario: &Scenario| OddsStudy::new(&plan, scenario, Draws::Preview).finish();
    let with = odds(&scenario);
    let outcome = engine::run(&resolve(&plan, &scenario));
    let mut moved = 0.0;
    for marginal in &marginals {
        let mut without = scenario.clone();
        without.choose(marginal.project, |choice| choice.status = Some(Status::Off));
        let other = odds(&without);
        for (tier, share) in marginal.odds.iter().enumerate() {
            let expected = with.tiers[tier].attained.0 - other.tiers[tier].attained.0;
            assert!((share.0 - expected).abs() < 1e-9, "{marginal:?} {expected}");
            assert!(marginal.decides[tier].0 >= share.0.abs());
            moved += share.0.abs();
        }
        let run = engine::run(&resolve(&plan, &without));
        let change = outcome.annual(plan.year).nominal - run.annual(plan.year).nominal;
        assert!((change - marginal.nominal).0.abs() < 1e-9);
        let change = outcome.growth(plan.year) - run.growth(plan.year);
        assert!((change.points() - marginal.growth).0.abs() < 1e-9);
    }
    assert!(moved > 0.05, "{moved}");
}

#[test]
fn a_known_year_is_moved_by_no_project() {
    let plan = within_reach(seeds::linhe().unwrap());
    let mut scenario = Scenario::default();
    for quarter in 4..8 {
        let key = ActualKey { quarter, industry: None };
        scenario.actuals.insert(key, Actual::Growth(Rate(0.06)));
    }
    for marginal in MarginalStudy::new(&plan, &scenario, Draws::Preview).finish() {
        assert!(marginal.growth.0.abs() < 1e-9, "{marginal:?}");
    }
}

#[test]
fn the_chances_of_a_lever_follow_its_direction() {
    let plan = within_reach(seeds::chengguan().unwrap());
    let scenario = Scenario::default();
    let swings = sensitivity(&plan, &scenario, 1).swings;
    let count = swings.len();
    let filled = ChanceStudy::new(&plan, &scenario, 1, swings).finish();
    assert_eq!(filled.len(), count);
    let find = |kind: Kind| filled.iter().find(|swing| swing.lever.kind == kind).unwrap();
    let starting = find(Kind::AdditionalityStarting);
    let [low, high] = starting.odds.unwrap();
    assert!(low.0 + 0.2 < high.0, "{low:?} {high:?}");
    assert!(starting.rank_with_growth.unwrap() > 0.1);
    // Prices move the level too, so the gap follows less closely than growth.
    assert!(starting.rank_with_gap.unwrap() < -0.05);
    assert!(find(Kind::Slip).rank_with_growth.unwrap() < -0.02);
    let undrawn = find(Kind::AnnualShare);
    assert!(undrawn.rank_with_growth.is_none());
    assert!(undrawn.odds.unwrap()[1].0 > undrawn.odds.unwrap()[0].0);
    for swing in &filled {
        let change = swing.odds.unwrap();
        if (swing.growth[1] - swing.growth[0]).0 > 0.001 && swing.gap[1] < swing.gap[0] {
            assert!(change[1].0 >= change[0].0, "{swing:?}");
        }
    }
}
