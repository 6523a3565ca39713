//! Numbers that contradict each other are found, said where and how far, and never repaired.

use mogao::engine::audit::{self, Divided, Finding, Release, Severity, Table, audit, release};
use mogao::engine::outcome::Test;
use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::indicator::Role;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::link::{Link, ProjectList};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::seeds;
use mogao::session::Session;
use mogao::session::action::Action;
use mogao::session::screen::Theme;
use mogao::text::{Language, Text};
use mogao::units::{NominalMoney, Points, Rate, Share};
use std::rc::Rc;

fn chengguan() -> Plan {
    seeds::chengguan().unwrap()
}

fn outcome(plan: &Plan, scenario: &Scenario) -> Outcome {
    engine::run(&resolve(plan, scenario))
}

fn findings(plan: &Plan, scenario: &Scenario) -> Vec<Finding> {
    audit(plan, scenario, &outcome(plan, scenario))
}

fn planned(plan: &Plan) -> Vec<Finding> {
    findings(plan, &Scenario::default())
}

fn contradictions(plan: &Plan) -> Vec<Finding> {
    let all = planned(plan);
    all.into_iter().filter(|own| own.severity() == Severity::Contradiction).collect()
}

fn goal(plan: &Plan, id: &str) -> usize {
    plan.indicators.iter().position(|goal| goal.id == id).unwrap()
}

#[test]
fn the_shipped_plan_contradicts_itself_in_its_tiers_and_nowhere_else() {
    let plan = chengguan();
    let found = contradictions(&plan);
    let [Finding::ImpliedBases { year, tiers, reconcilable }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(*year, plan.grid.base_year);
    let expected = [
        (1150.0935, 1149.56, 1150.63),
        (1145.2690, 1144.74, 1145.80),
        (1155.5556, 1155.04, 1156.07),
    ];
    for (own, (base, lowest, highest)) in tiers.iter().zip(expected) {
        assert!((own.base.0 - base).abs() < 5e-5, "{own:?}");
        assert!((own.lowest.0 - lowest).abs() < 5e-3, "{own:?}");
        assert!((own.highest.0 - highest).abs() < 5e-3, "{own:?}");
    }
    assert!(!reconcilable, "rounding of growth rates cannot make the ranges meet");
    let places = found[0].places(&plan);
    assert_eq!(places[0].table, Table::Tiers);
    assert_eq!(places[0].rows, ["target", "strive", "stretch"]);
}

#[test]
fn what_is_easily_misread_in_the_shipped_plan_is_a_caution() {
    let plan = chengguan();
    let all = planned(&plan);
    let lists = all.iter().find_map(|own| match own {
        Finding::WholeLifeTotals { lists, planned, .. } => Some((lists, planned)),
        _ => None,
    });
    let (lists, spending) = lists.unwrap();
    let times: Vec<f64> = lists.iter().map(|own| own.times_gdp).collect();
    for (times, expected) in times.iter().zip([7.773, 1.7515, 6.0217]) {
        assert!((times - expected).abs() < 5e-4, "{times}");
    }
    assert!(*spending < NominalMoney(400.0), "one year plans a fraction of the totals");
    let sales = all.iter().find(|own| matches!(own, Finding::Sales { .. })).unwrap();
    let Finding::Sales { goal: index, value_added, gdp, .. } = sales else { unreachable!() };
    assert_eq!(plan.indicators[*index].id, "S30");
    assert!(*value_added < NominalMoney(200.0) && *gdp > NominalMoney(1150.0));
    assert_eq!(sales.severity(), Severity::Caution);
    let applied = all.iter().find(|own| matches!(own, Finding::MoneyAppliedFor { .. })).unwrap();
    assert_eq!(applied.places(&plan)[0].rows, ["S10"]);
}

#[test]
fn mean_project_sizes_follow_from_the_stated_counts_and_totals() {
    let all = planned(&chengguan());
    let sizes = all.iter().find_map(|own| match *own {
        Finding::MeanSizes { all, annual, reserve } => {
            Some([all, annual, reserve].map(|own| own.0))
        }
        _ => None,
    });
    for (size, expected) in sizes.unwrap().iter().zip([25.18, 10.66, 41.72]) {
        assert!((size - expected).abs() < 5e-3, "{size}");
    }
}

#[test]
fn gravest_findings_come_first() {
    let severities: Vec<Severity> = planned(&chengguan()).iter().map(Finding::severity).collect();
    assert!(severities.is_sorted());
    assert_eq!(severities[0], Severity::Contradiction);
    assert!(severities.contains(&Severity::Note));
}

#[test]
fn tiers_that_agree_are_not_complained_about() {
    let mut plan = chengguan();
    for tier in &mut plan.tiers {
        let growth = tier.growth.as_ref().unwrap().value;
        tier.level.as_mut().unwrap().value = NominalMoney(1150.1) * growth.factor();
    }
    for index in 0..6 {
        plan.indicators[index].link = None;
    }
    assert_eq!(contradictions(&plan), []);
}

#[test]
fn a_higher_tier_that_asks_for_less_is_found() {
    let mut plan = chengguan();
    plan.tiers[1].growth.as_mut().unwrap().value = Rate(0.065);
    let found = contradictions(&plan);
    assert!(found.contains(&Finding::TiersOutOfOrder { test: Test::Growth, lower: 0, higher: 1 }));
    // The document still says 7.8 %.
    let stated = Finding::StatedDiffers { goal: goal(&plan, "S03"), found: 6.5 };
    assert!(found.contains(&stated), "{found:?}");
}

#[test]
fn a_project_too_many_shows_in_count_and_total() {
    let mut plan = chengguan();
    plan.projects[0].count += 1;
    plan.projects[0].total.value += NominalMoney(10.0);
    let found = contradictions(&plan);
    for (id, given) in [("S13", 190.0), ("S14", 2024.4), ("S11", 356.0), ("S12", 8950.0)] {
        let index = goal(&plan, id);
        let shown = found.iter().any(|own| {
            matches!(own, Finding::StatedDiffers { goal, found } if *goal == index && (found - given).abs() < 1e-9)
        });
        assert!(shown, "{id}: {found:?}");
    }
}

#[test]
fn stated_parts_that_do_not_add_up_to_the_stated_whole_are_found() {
    let mut plan = chengguan();
    let whole = goal(&plan, "S12");
    plan.indicators[whole].value = 8950.0;
    let parts = [goal(&plan, "S14"), goal(&plan, "S16")];
    let sum = plan.indicators[parts[0]].value + plan.indicators[parts[1]].value;
    assert!(contradictions(&plan).contains(&Finding::SumDiffers { parts, whole, sum }));
}

#[test]
fn shares_that_do_not_make_a_whole_are_found() {
    let mut plan = chengguan();
    plan.industries[0].share.value = Share(0.013);
    plan.industries[1].quarter_shares[3] = Share(0.3);
    let found = contradictions(&plan);
    let of = |wanted| {
        found.iter().find_map(|own| match own {
            Finding::SharesDiffer { of, sum } if *of == wanted => Some(sum.0),
            _ => None,
        })
    };
    assert!((of(Divided::Gdp).unwrap() - 1.01).abs() < 1e-9);
    assert!((of(Divided::Industry(1)).unwrap() - 1.0192).abs() < 1e-9);
    assert_eq!(of(Divided::Industry(0)), None);
}

#[test]
fn an_annual_plan_of_a_third_of_the_total_is_doubted() {
    let plan = chengguan();
    let doubted = |share: f64| {
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_plan(Kind::AnnualShare, &plan), share, &plan);
        let all = findings(&plan, &scenario);
        all.iter().filter(|own| matches!(own, Finding::AnnualShare { .. })).count()
    };
    assert_eq!(doubted(0.135), 0);
    assert!(doubted(0.35) > 0);
}

#[test]
fn a_base_that_no_tier_implies_is_doubted() {
    let plan = chengguan();
    let doubted = |base: f64| {
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_plan(Kind::BaseGdp, &plan), base, &plan);
        let all = findings(&plan, &scenario);
        all.iter().any(|own| matches!(own, Finding::BaseOutsideTiers { .. }))
    };
    assert!(!doubted(1150.1) && !doubted(1155.6));
    assert!(doubted(1100.0) && doubted(1153.0));
}

#[test]
fn a_stated_number_that_is_set_to_something_else_is_listed_as_such() {
    let plan = chengguan();
    let mut scenario = Scenario::default();
    let lever = Lever::of_item(Kind::TierLevel, 1, &plan);
    scenario.set(lever, 1239.6, &plan);
    scenario.set(Lever::of_plan(Kind::Execution, &plan), 0.9, &plan);
    let all = findings(&plan, &scenario);
    let overridden: Vec<_> =
        all.iter().filter(|own| matches!(own, Finding::Overridden { .. })).collect();
    let expected = Finding::Overridden { lever, planned: 1234.6, set: 1239.6 };
    assert_eq!(overridden, [&expected], "an assumption may be set without a word");
    assert_eq!(expected.places(&plan)[0].rows, ["strive"]);
}

#[test]
fn actual_figures_of_all_industries_are_held_against_that_of_gdp() {
    let plan = chengguan();
    let quarter = plan.grid.quarters_of(plan.year).start;
    let found = |whole: f64| {
        let mut scenario = Scenario::default();
        for item in 0..plan.industries.len() {
            let key = ActualKey { quarter, industry: Some(item) };
            scenario.actuals.insert(key, Actual::Growth(Rate(0.05)));
        }
        let key = ActualKey { quarter, industry: None };
        scenario.actuals.insert(key, Actual::Growth(Rate(whole)));
        let all = findings(&plan, &scenario);
        all.into_iter().find(|own| matches!(own, Finding::ActualsDiffer { .. }))
    };
    assert_eq!(found(0.051), None);
    let Some(Finding::ActualsDiffer { implied: Actual::Growth(implied), .. }) = found(0.062) else {
        panic!("6.2 % against 5 % in every industry")
    };
    assert!((implied.0 - 0.05).abs() < 1e-12);
}

/// Liuzhou Chengzhong district, 2023: what levels and growth of its three sectors imply against what
/// the release prints. The levels are made so that they imply the known contributions, on a GDP of
/// 100 the year before.
fn chengzhong() -> Release {
    let before = [0.5, 45.0, 54.5];
    let increments = [0.01, 15.40, 0.72];
    let pairs = || before.iter().zip(increments);
    Release {
        levels: pairs().map(|(before, more)| NominalMoney(before + more)).collect(),
        growth: pairs().map(|(before, more)| Rate(more / before)).collect(),
        pulls: [0.01, 12.26, 3.83].map(|pull| Some(Points(pull))).to_vec(),
        total: Some(Rate(0.1610)),
    }
}

#[test]
fn a_release_whose_contributions_do_not_follow_from_its_levels_is_flagged() {
    let found = release(&chengzhong());
    let [
        Finding::PullDiffers { item: 1, implied: secondary, .. },
        Finding::PullDiffers { item: 2, implied: tertiary, .. },
    ] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert!((secondary.0 - 15.40).abs() < 1e-9 && (tertiary.0 - 0.72).abs() < 1e-9);
    assert!(found.iter().all(|own| own.severity() == Severity::Contradiction));
}

#[test]
fn a_release_that_fits_together_is_left_alone() {
    let mut sound = chengzhong();
    sound.pulls = [0.01, 15.40, 0.72].map(|pull| Some(Points(pull))).to_vec();
    assert_eq!(release(&sound), []);
    sound.total = Some(Rate(0.12));
    assert!(matches!(release(&sound)[..], [Finding::GrowthDiffers { .. }]));
    assert_eq!(release(&Release::default()), []);
}

#[test]
fn only_goals_that_may_speak_about_the_model_are_linked_to_it() {
    let plan = chengguan();
    for goal in &plan.indicators {
        let may = goal.link.is_none_or(|link| link.role() == goal.role);
        assert!(may, "{}", goal.id);
        if matches!(goal.role, Role::Scorecard | Role::Supply) {
            assert_eq!(goal.link, None, "{}", goal.id);
        }
    }
    assert_eq!(plan.indicators.iter().filter(|goal| goal.link.is_some()).count(), 17);
    assert_eq!(plan.given_for(Link::ProjectTotal(ProjectList::Annual)), Some(2014.4));
    assert!((plan.given_for(Link::Funds).unwrap() - 140.04).abs() < 1e-9);
}

#[test]
fn progress_on_a_goal_never_changes_any_outcome() {
    for id in seeds::SHIPPED {
        let plan = Rc::new(seeds::shipped(id).unwrap().unwrap());
        let mut session = Session::new(plan.clone(), Language::Zh, Theme::System);
        let before = (*session.outcome).clone();
        for (index, goal) in plan.indicators.iter().enumerate() {
            for value in [0.0, goal.value / 2.0, goal.value * 3.0] {
                session.update(Action::ProgressEntered(index, Some(value)));
                assert_eq!(session.scenario.progress.get(&index), Some(&value), "{}", goal.id);
                assert_eq!(*session.outcome, before, "{} at {value}", goal.id);
            }
        }
        // All of them at once under moved levers, too.
        let mut moved = Scenario::default();
        moved.set(Lever::of_year(Kind::CommonGrowth, plan.year), 0.01, &plan);
        let with = Scenario { progress: session.scenario.progress.clone(), ..moved.clone() };
        assert_eq!(outcome(&plan, &with), outcome(&plan, &moved));
    }
}

#[test]
fn the_stated_number_of_a_goal_never_changes_any_outcome() {
    let plan = chengguan();
    let mut other = plan.clone();
    for goal in &mut other.indicators {
        goal.value = goal.value * 7.0 + 1.0;
    }
    let nothing = Scenario::default();
    assert_eq!(outcome(&plan, &nothing), outcome(&other, &nothing));
}

#[test]
fn asking_for_an_audit_repairs_nothing() {
    let plan = chengguan();
    let copy = plan.clone();
    let scenario = Scenario::default();
    let outcome = outcome(&plan, &scenario);
    let same = outcome.clone();
    assert_eq!(audit(&plan, &scenario, &outcome), audit(&plan, &scenario, &outcome));
    assert_eq!((plan, outcome), (copy, same));
}

#[test]
fn every_table_that_a_finding_names_exists() {
    let tables = [
        Table::Plan,
        Table::Industries,
        Table::Growth,
        Table::Funds,
        Table::Projects,
        Table::Initiatives,
        Table::Tiers,
        Table::Indicators,
    ];
    for table in tables {
        assert!(seeds::TABLES.iter().any(|own| own.name == table.file()), "{table:?}");
    }
}

#[test]
fn counts_by_severity_add_up_to_all_findings() {
    let all = planned(&chengguan());
    let sum: usize = Severity::ALL.iter().map(|&severity| audit::count(&all, severity)).sum();
    assert_eq!(sum, all.len());
}

/// Every sort of finding, on the shipped plan.
fn one_of_each(plan: &Plan) -> Vec<Finding> {
    let money = NominalMoney(12.3);
    let quarter = plan.grid.quarters_of(plan.year).start;
    let growth = |rate| Actual::Growth(Rate(rate));
    let mut all = planned(plan);
    all.extend([
        Finding::TiersOutOfOrder { test: Test::Level, lower: 0, higher: 1 },
        Finding::BaseOutsideTiers { base: money, lowest: money, highest: money },
        Finding::StatedDiffers { goal: goal(plan, "S14"), found: 2024.4 },
        Finding::SumDiffers { parts: [13, 15], whole: 11, sum: 8940.0 },
        Finding::SharesDiffer { of: Divided::Gdp, sum: Share(1.01) },
        Finding::SharesDiffer { of: Divided::Initiative(0), sum: Share(0.99) },
        Finding::ActualsDiffer { quarter, whole: growth(0.06), implied: growth(0.05) },
        Finding::AnnualShare { project: 0, share: Share(0.35) },
        Finding::Overridden {
            lever: Lever::of_plan(Kind::BaseGdp, plan),
            planned: 1150.1,
            set: 1145.3,
        },
    ]);
    all.extend(release(&Release { total: Some(Rate(0.3)), ..chengzhong() }));
    all
}

#[test]
fn every_finding_says_in_both_languages_what_why_and_where() {
    let plan = chengguan();
    for language in [Language::Zh, Language::En] {
        let text = Text::new(language);
        for finding in one_of_each(&plan) {
            let words = text.finding(&plan, &finding);
            assert!(!words.title.is_empty() && !words.details.is_empty(), "{finding:?}");
            let all = format!("{}{}{}", words.title, words.details.join(""), words.place);
            assert!(!all.contains('—'), "something is missing: {all}");
            assert_eq!(words.place.is_empty(), finding.places(&plan).is_empty(), "{all}");
        }
    }
}

#[test]
fn the_summary_counts_by_gravity_and_leaves_out_what_there_is_none_of() {
    let plan = chengguan();
    let zh = Text::new(Language::Zh);
    let all = planned(&plan);
    assert_eq!(zh.audit_summary(&all), "1 处矛盾、3 处易误读、4 条说明");
    assert_eq!(Text::new(Language::En).audit_summary(&all[..1]), "1 contradiction");
    assert_eq!(zh.audit_summary(&[]), "没有发现互相矛盾的数");
}
