use super::*;
use crate::engine;
use crate::plan::resolve::resolve;
use crate::session::Session;
use crate::session::action::Action;
use crate::session::screen::Theme;
use crate::text::Language;
use crate::units::Share;
use std::rc::Rc;

/// The shipped plan with each of its records divided among many projects of their own.
fn long_plan(count: usize) -> Plan {
    let mut plan = crate::seeds::chengguan().unwrap();
    let cohorts = plan.projects.clone();
    let own = |index: usize| {
        let mut project = cohorts[index % cohorts.len()].clone();
        project.id = format!("P{index:04}");
        project.name.zh = format!("{} 第{index}号", project.name.zh);
        project.name.en = format!("{} No. {index}", project.name.en);
        project.pillar = Some(index % plan.pillars.len()).filter(|_| index % 10 != 9);
        project.total.value = project.total.value * (4.0 / count as f64);
        project.count = 1;
        project
    };
    let projects = (0..count).map(own).collect();
    plan.projects = projects;
    plan
}

fn outcome(plan: &Plan) -> Outcome {
    engine::run(&resolve(plan, &Scenario::default()))
}

fn arranged(plan: &Plan, query: &Query) -> Vec<Section> {
    arrange(Text::default(), plan, &outcome(plan), plan.year, query)
}

fn found(plan: &Plan, query: &Query) -> Vec<usize> {
    arranged(plan, query).into_iter().flat_map(|section| section.members).collect()
}

#[test]
fn words_are_found_in_name_id_and_pillar_in_either_language_and_width() {
    let plan = long_plan(40);
    let query = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    assert_eq!(found(&plan, &query("p0007")), [7]);
    assert_eq!(found(&plan, &query("Ｐ０００７")), [7]);
    assert_eq!(found(&plan, &query("续建 第8号")), [8]);
    assert_eq!(found(&plan, &query("RESERVE safety")), found(&plan, &query("储备 安全")));
    assert_eq!(found(&plan, &query("  ")).len(), 40);
    assert!(found(&plan, &query("nowhere")).is_empty());
}

#[test]
fn filters_hold_together() {
    let plan = long_plan(40);
    let query = Query {
        stage: Some(Stage::Reserve),
        status: Some(Status::Off),
        pillar: Some(3),
        ..Query::default()
    };
    let all = found(&plan, &query);
    assert!(!all.is_empty());
    for index in all {
        let project = &plan.projects[index];
        assert_eq!((project.stage, project.status), (Stage::Reserve, Status::Off));
        assert_eq!(project.pillar, Some(3));
    }
    assert!(!query.is_open() && query.opened().is_open());
}

#[test]
fn every_grouping_lists_every_project_once_and_strays_come_last() {
    let plan = long_plan(40);
    for grouping in [Grouping::None, Grouping::Pillar, Grouping::Stage, Grouping::Source] {
        let mut all = found(&plan, &Query { grouping, ..Query::default() });
        all.sort_unstable();
        assert_eq!(all, (0..40).collect::<Vec<_>>(), "{grouping:?}");
    }
    let sections = arranged(&plan, &Query { grouping: Grouping::Pillar, ..Query::default() });
    assert_eq!(sections.last().unwrap().key, Key::Pillar(None));
    assert_eq!(sections[0].key, Key::Pillar(Some(0)));
}

#[test]
fn the_subtotals_of_a_grouping_add_up_to_the_total() {
    let plan = long_plan(40);
    let outcome = outcome(&plan);
    let all: Vec<usize> = (0..40).collect();
    let whole = sums(&plan, &outcome, plan.year, &all);
    let sections = arranged(&plan, &Query { grouping: Grouping::Stage, ..Query::default() });
    let parts: Vec<Sums> =
        sections.iter().map(|section| sums(&plan, &outcome, plan.year, &section.members)).collect();
    let points: Points = parts.iter().map(|part| part.points).sum();
    let executed: NominalMoney = parts.iter().map(|part| part.spending.executed).sum();
    assert_eq!(parts.iter().map(|part| part.projects).sum::<usize>(), whole.projects);
    assert!((points - whole.points).abs().0 < 1e-9);
    assert!((executed - outcome.spending(plan.year).executed).abs().0 < 1e-9);
}

#[test]
fn sorting_goes_both_ways_and_keeps_the_order_of_equals() {
    let plan = long_plan(8);
    let by = |order, falling| found(&plan, &Query { order, falling, ..Query::default() });
    assert_eq!(by(Order::Plan, false), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(by(Order::Total, true)[..4], [3, 7, 0, 4]);
    assert_eq!(by(Order::Total, false)[6..], [3, 7]);
    let outcome = outcome(&plan);
    let effect = |index: usize| outcome.project_effect(index, plan.year).total();
    let sorted = by(Order::Effect, true);
    assert!(sorted.windows(2).all(|pair| effect(pair[0]) >= effect(pair[1])));
}

#[test]
fn a_closed_section_keeps_its_heading() {
    let plan = long_plan(40);
    let sections = arranged(&plan, &Query { grouping: Grouping::Stage, ..Query::default() });
    let open = lines(&sections, &BTreeSet::new());
    assert_eq!(open.len(), 40 + sections.len());
    let closed = BTreeSet::from([sections[0].key]);
    let left = lines(&sections, &closed);
    assert_eq!(left.len(), open.len() - sections[0].members.len());
    assert_eq!(left[..2], [Line::Heading(0), Line::Heading(1)]);
}

#[test]
fn the_source_that_pays_most_is_the_main_one() {
    let mut project = long_plan(4).projects[0].clone();
    project.sources = vec![Share(0.2), Share(0.4), Share(0.4)];
    assert_eq!(main_source(&project), Some(1));
    project.sources = vec![Share::ZERO; 3];
    assert_eq!(main_source(&project), None);
}

#[test]
fn a_decision_about_many_projects_is_one_step_and_can_be_taken_back() {
    let plan = Rc::new(long_plan(40));
    let mut session = Session::new(plan.clone(), Language::Zh, Theme::System);
    let before = session.outcome.clone();
    let chosen: BTreeSet<usize> = (0..20).collect();
    let decision = Decision::Later(Quarters(2.0));
    let all = choices(&plan, &session.scenario, &chosen, decision);
    assert_eq!(all.len(), 20);
    session.update(Action::ProjectsChosen(all));
    assert_ne!(session.outcome, before);
    assert_eq!(session.history.undoable().unwrap().len(), 20);
    session.update(Action::Undone);
    assert_eq!(session.outcome, before);
    assert!(session.history.undoable().is_none());
}

#[test]
fn shifts_add_up_and_stay_within_what_may_be_typed() {
    let plan = long_plan(4);
    let chosen = BTreeSet::from([0]);
    let mut scenario = Scenario::default();
    for (by, delay) in [(6.0, 6.0), (-2.0, 4.0), (100.0, 40.0)] {
        let all = choices(&plan, &scenario, &chosen, Decision::Later(Quarters(by)));
        assert_eq!(all[0].1.delay, Quarters(delay));
        scenario.projects.insert(0, all[0].1);
    }
}

#[test]
fn calling_off_a_reserve_project_leaves_it_out() {
    let plan = long_plan(4);
    let all: BTreeSet<usize> = (0..4).collect();
    let made = choices(&plan, &Scenario::default(), &all, Decision::Status(Status::Cancelled));
    let statuses: Vec<_> = made.iter().map(|&(index, choice)| (index, choice.status)).collect();
    let cancelled = Some(Status::Cancelled);
    // The fourth is left out by the plan already.
    assert_eq!(statuses, [(0, cancelled), (1, cancelled), (2, Some(Status::Off))]);
}

#[test]
fn going_back_to_the_plan_leaves_no_trace() {
    let plan = long_plan(4);
    let mut scenario = Scenario::default();
    let all: BTreeSet<usize> = (0..4).collect();
    for decision in [Decision::Size(0.5), Decision::Status(Status::Off), Decision::AsPlanned] {
        for (index, choice) in choices(&plan, &scenario, &all, decision) {
            scenario.choose(index, |own| *own = choice);
        }
    }
    assert!(scenario.is_as_planned());
}

#[test]
fn cohorts_are_written_in_the_large_unit_and_small_projects_in_the_small_one() {
    assert_eq!(column(&crate::seeds::chengguan().unwrap()), MoneyColumn::Large);
    assert_eq!(column(&long_plan(4000)), MoneyColumn::Small);
    assert_eq!(column(&long_plan(0)), MoneyColumn::Large);
}
