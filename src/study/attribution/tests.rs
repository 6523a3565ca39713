use super::*;
use crate::plan::lever::Lever;
use crate::plan::project::Status;
use crate::plan::tier::TierMode;
use crate::seeds;
use crate::units::Quarters;
use std::path::Path;

fn worked_example() -> Plan {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example");
    seeds::read_dir(Path::new(folder)).unwrap()
}

/// A scenario of 临河区 with so many changes that help and hinder each other.
fn changed(plan: &Plan, count: usize) -> Scenario {
    let mut scenario = Scenario::default();
    let of_plan = |kind| Lever::of_plan(kind, plan);
    let levers = [
        (of_plan(Kind::Execution), 0.95),
        (of_plan(Kind::Award), 0.8),
        (of_plan(Kind::Slip), 0.0),
        (of_plan(Kind::MultiplierScale), 1.3),
        (of_plan(Kind::ReserveStart), 0.2),
        (Lever::of_industry(Kind::Growth, 1, plan.year), 0.08),
        (Lever::of_year(Kind::CommonPrice, plan.year), 0.01),
        (of_plan(Kind::Backfill), 0.5),
        (of_plan(Kind::CrowdingOut), 0.1),
        (Lever::of_year(Kind::InvestmentPrice, plan.year), 0.03),
    ];
    for (lever, value) in levers.into_iter().take(count) {
        scenario.set(lever, value, plan);
    }
    for project in 0..count.saturating_sub(levers.len()) {
        scenario.choose(project, |choice| choice.scale = Some(1.5));
    }
    assert_eq!(changes(plan, &Scenario::default(), &scenario).len(), count);
    scenario
}

fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance
}

fn adds_up(found: &Attribution, plan: &Plan, from: &Scenario, to: &Scenario) {
    let [before, after] = [from, to].map(|scenario| of_scenario(plan, scenario));
    assert_eq!(found.nominal, after.nominal - before.nominal);
    let nominal: NominalMoney = found.parts.iter().map(|part| part.nominal).sum();
    let growth: Points = found.parts.iter().map(|part| part.growth).sum();
    assert!(close(nominal.0, found.nominal.0, 1e-9), "{nominal:?} {found:?}");
    assert!(close(growth.0, found.growth.0, 1e-9), "{growth:?} {found:?}");
}

#[test]
fn the_parts_add_up_to_the_whole() {
    let plan = seeds::linhe().unwrap();
    for count in [0, 1, 2, 7, 12, 13, 16] {
        let (from, to) = (Scenario::default(), changed(&plan, count));
        for (from, to) in [(&from, &to), (&to, &from)] {
            let found = attribution(&plan, from, to);
            adds_up(&found, &plan, from, to);
            assert_eq!((found.parts.len(), found.exact), (count, count <= 12));
        }
    }
}

#[test]
fn two_changes_are_divided_as_by_hand() {
    // Services alone: 700 at base prices; growth 6 % to 8 %, deflator 0.5 % to 1.5 %. What both
    // do together, 700 · 0.02 · 0.01, is halved:
    // growth 700 · 0.02 · 1.010 = 14.14, prices 700 · 0.01 · 1.07 = 7.49.
    let plan = worked_example();
    let mut from = Scenario::default();
    for project in 0..plan.projects.len() {
        from.choose(project, |choice| choice.status = Some(Status::Off));
    }
    from.set(Lever::of_item(Kind::Turnover, 0, &plan), 0.0, &plan);
    let mut to = from.clone();
    to.set(Lever::of_industry(Kind::Growth, 2, plan.year), 0.08, &plan);
    to.set(Lever::of_industry(Kind::Price, 2, plan.year), 0.015, &plan);
    let found = attribution(&plan, &from, &to);
    let [growth, prices] = [&found.parts[0], &found.parts[1]];
    assert!(close(growth.nominal.0, 14.14, 1e-9) && close(growth.growth.0, 1.4, 1e-9));
    assert!(close(prices.nominal.0, 7.49, 1e-9) && close(prices.growth.0, 0.0, 1e-12));
    assert!(close(found.nominal.0, 21.63, 1e-9) && found.exact);
}

#[test]
fn the_order_in_which_changes_are_listed_does_not_matter() {
    let plan = seeds::linhe().unwrap();
    let (from, to) = (Scenario::default(), changed(&plan, 8));
    let listed = changes(&plan, &from, &to);
    let mut reversed = listed.clone();
    reversed.reverse();
    let of =
        |changes| to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 1, MOST_EXACT));
    let (one, other) = (of(listed), of(reversed));
    for part in &one.parts {
        let same = other.parts.iter().find(|own| own.change == part.change).unwrap();
        assert!(close(part.nominal.0, same.nominal.0, 1e-10));
        assert!(close(part.growth.0, same.growth.0, 1e-10));
    }
}

#[test]
fn what_changes_nothing_has_no_part() {
    let plan = seeds::linhe().unwrap();
    let from = Scenario::default();
    let mut to = changed(&plan, 3);
    // A later year, a goal, a mode, and the size of a project that is off.
    let later = Lever::of_industry(Kind::Growth, 0, plan.year.next());
    to.set(later, 0.2, &plan);
    to.set(Lever::of_item(Kind::TierLevel, 0, &plan), 300.0, &plan);
    to.modes.insert(1, TierMode::Any);
    to.choose(6, |choice| choice.scale = Some(2.0));
    let found = attribution(&plan, &from, &to);
    adds_up(&found, &plan, &from, &to);
    let none = found.parts.iter().filter(|part| part.nominal == NominalMoney::ZERO);
    assert_eq!((found.parts.len(), none.count()), (7, 4), "{found:?}");
}

#[test]
fn twins_have_equal_parts() {
    let mut plan = seeds::linhe().unwrap();
    let twin = plan.projects[0].clone();
    plan.projects.push(twin);
    let from = Scenario::default();
    let mut to = changed(&plan, 4);
    for project in [0, plan.projects.len() - 1] {
        to.choose(project, |choice| {
            choice.scale = Some(2.0);
            choice.delay = Quarters(1.0);
        });
    }
    let found = attribution(&plan, &from, &to);
    let of = |project: usize| {
        let own = |change: &Change| match *change {
            Change::Scale { project, .. } | Change::Delay { project, .. } => Some(project),
            _ => None,
        };
        let parts = found.parts.iter().filter(move |part| own(&part.change) == Some(project));
        parts.map(|part| part.nominal.0).collect::<Vec<f64>>()
    };
    let (one, other) = (of(0), of(plan.projects.len() - 1));
    assert_eq!((one.len(), other.len()), (2, 2));
    for (one, other) in one.into_iter().zip(other) {
        assert!(close(one, other, 1e-9) && one.abs() > 1e-3, "{one} {other}");
    }
}

#[test]
fn drawn_orders_come_close_to_all_orders() {
    let plan = seeds::linhe().unwrap();
    let (from, to) = (Scenario::default(), changed(&plan, 10));
    let of = |most_exact| {
        let changes = changes(&plan, &from, &to);
        to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 7, most_exact))
    };
    let (all, drawn) = (of(MOST_EXACT), of(0));
    assert!(all.exact && !drawn.exact);
    for part in &all.parts {
        let near = drawn.parts.iter().find(|own| own.change == part.change).unwrap();
        assert!(close(part.nominal.0, near.nominal.0, 1e-3), "{part:?} {near:?}");
    }
    assert_eq!(of(0), drawn, "the same seed draws the same orders");
}

#[test]
fn one_order_and_its_reverse_divide_what_pairs_do_together_exactly() {
    // Prices times growth: nothing that three changes do together.
    let plan = worked_example();
    let mut from = Scenario::default();
    for project in 0..plan.projects.len() {
        from.choose(project, |choice| choice.status = Some(Status::Off));
    }
    let mut to = from.clone();
    for item in 0..3 {
        to.set(Lever::of_industry(Kind::Growth, item, plan.year), 0.09, &plan);
        to.set(Lever::of_industry(Kind::Price, item, plan.year), 0.03, &plan);
    }
    let of = |most_exact| {
        let changes = changes(&plan, &from, &to);
        to_the_end(AttributionStudy::of_changes(&plan, &from, changes, 3, most_exact))
    };
    for (one, other) in of(MOST_EXACT).parts.iter().zip(of(0).parts) {
        assert!(one.change == other.change && close(one.nominal.0, other.nominal.0, 1e-9));
    }
}
