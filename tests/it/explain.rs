//! Every figure on the screen can be followed down to evidence, and every formula says what the
//! engine computed.

use mogao::engine::heading::Heading;
use mogao::engine::outcome::Origin;
use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever, catalogue};
use mogao::plan::project::Status;
use mogao::plan::provenance::Provenance;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::{Actual, ActualKey, Scenario};
use mogao::seeds;
use mogao::text::explain::{Course, Explanation, Step, Subject};
use mogao::text::{Language, Text};
use mogao::units::{NominalMoney, Quarters, Rate};
use std::collections::BTreeSet;

const ZH: Text = Text { language: Language::Zh, thousands: true };
const EN: Text = Text { language: Language::En, thousands: true };

struct Case {
    plan: Plan,
    scenario: Scenario,
    outcome: Outcome,
}

impl Case {
    fn new(plan: Plan, change: impl FnOnce(&Plan, &mut Scenario)) -> Self {
        let mut scenario = Scenario::default();
        change(&plan, &mut scenario);
        let outcome = engine::run(&resolve(&plan, &scenario));
        Self { plan, scenario, outcome }
    }

    fn shipped() -> Self {
        Self::new(seeds::chengguan().unwrap(), |_, _| {})
    }

    fn explain(&self, text: Text, subject: Subject) -> Explanation {
        text.explain(subject, &self.plan, &self.scenario, &self.outcome)
    }

    /// Where a planner can begin.
    fn entrances(&self) -> Vec<Subject> {
        let plan = &self.plan;
        let mut all = Vec::new();
        for year in plan.grid.each_year() {
            all.extend([Subject::Gdp(year), Subject::Growth(year), Subject::Jobs(year)]);
            all.extend(Heading::ALL.map(|heading| Subject::Heading(heading, year)));
            all.extend((0..plan.projects.len()).map(|p| Subject::Project(p, year)));
            all.extend((0..plan.industries.len()).map(|i| Subject::Industry(i, year)));
            all.extend((0..plan.initiatives.len()).map(|j| Subject::Initiative(j, year)));
            all.extend((0..plan.sources.len()).map(|s| Subject::Funding(s, year)));
        }
        all.extend((0..plan.tiers.len()).map(Subject::Tier));
        all.extend(catalogue(plan).into_iter().map(|spec| Subject::Lever(spec.lever)));
        all
    }
}

/// A scenario in which everything that can be overridden is.
fn busy(plan: &Plan, scenario: &mut Scenario) {
    for spec in catalogue(plan) {
        let value = spec.range.min + (spec.range.max - spec.range.min) * 0.4;
        scenario.set(spec.lever, value, plan);
    }
    scenario.choose(0, |choice| choice.status = Some(Status::Cancelled));
    scenario.choose(1, |choice| {
        choice.delay = Quarters(1.5);
        choice.scale = Some(0.8);
    });
    scenario.choose(3, |choice| choice.status = Some(Status::On));
    scenario.published_rounding = true;
    scenario.induced = true;
    let key = ActualKey { quarter: 4, industry: None };
    scenario.actuals.insert(key, Actual::Growth(Rate(0.05)));
    let key = ActualKey { quarter: 5, industry: Some(1) };
    scenario.actuals.insert(key, Actual::Level(NominalMoney(31.0)));
}

fn cases() -> [Case; 4] {
    [
        Case::shipped(),
        Case::new(seeds::linhe().unwrap(), |_, _| {}),
        Case::new(seeds::chengguan().unwrap(), busy),
        Case::new(seeds::linhe().unwrap(), busy),
    ]
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// What the terms come to, unrounded.
fn computed(step: &Step) -> f64 {
    step.then.finish(step.terms.iter().fold(0.0, |sum, term| term.op.join(sum, term.amount)))
}

#[test]
fn every_formula_of_every_figure_gives_what_the_engine_computed() {
    for case in cases() {
        for subject in everything(&case) {
            let explanation = case.explain(ZH, subject);
            for step in &explanation.steps {
                if let Some(result) = step.result {
                    let found = computed(step);
                    assert!(close(found, result), "{subject:?}: {} ≠ {found}", step.values);
                }
            }
        }
    }
}

/// Every subject that can be reached.
fn everything(case: &Case) -> BTreeSet<Subject> {
    let mut seen = BTreeSet::new();
    let mut open = case.entrances();
    while let Some(subject) = open.pop() {
        if seen.insert(subject) {
            let explanation = case.explain(ZH, subject);
            let terms = explanation.steps.iter().flat_map(|step| &step.terms);
            open.extend(terms.filter_map(|term| term.next));
        }
    }
    seen
}

#[test]
fn every_term_is_evidence_or_leads_to_it() {
    for case in cases() {
        for subject in everything(&case) {
            let explanation = case.explain(ZH, subject);
            assert!(!explanation.title.is_empty(), "{subject:?}");
            assert!(!explanation.steps.is_empty(), "{subject:?} explains nothing");
            for (index, step) in explanation.steps.iter().enumerate() {
                assert!(!step.terms.is_empty(), "{subject:?}: {}", step.formula);
                for term in &step.terms {
                    let later = explanation.steps[index + 1..].iter();
                    let taken_apart = term.below
                        && later.filter_map(|step| step.result).any(|r| close(r, term.amount));
                    let known = term.evidence.is_some() || term.next.is_some() || taken_apart;
                    assert!(known, "{subject:?}: nothing is known about {}", term.name);
                    assert!(!term.below || taken_apart, "{subject:?}: {} is not below", term.name);
                }
            }
        }
    }
}

#[test]
fn no_figure_rests_on_itself() {
    for case in cases() {
        let mut done = BTreeSet::new();
        for subject in case.entrances() {
            follow(&case, subject, &mut Vec::new(), &mut done);
        }
    }
}

fn follow(case: &Case, subject: Subject, way: &mut Vec<Subject>, done: &mut BTreeSet<Subject>) {
    assert!(!way.contains(&subject), "{subject:?} rests on itself: {way:?}");
    if done.contains(&subject) {
        return;
    }
    way.push(subject);
    assert!(way.len() < 80, "{way:?}");
    for step in case.explain(ZH, subject).steps {
        for next in step.terms.iter().filter_map(|term| term.next) {
            follow(case, next, way, done);
        }
    }
    way.pop();
    done.insert(subject);
}

#[test]
fn the_first_formula_gives_the_figure_on_the_screen() {
    for case in cases() {
        let (outcome, year) = (&case.outcome, case.plan.year);
        let first = |subject| case.explain(ZH, subject).steps[0].result.unwrap();
        assert!(close(first(Subject::Gdp(year)), outcome.annual(year).nominal.0));
        assert!(close(first(Subject::Growth(year)), outcome.growth(year).0));
        for origin in outcome.origins() {
            let points = first(Subject::Contribution(origin, year));
            assert!(close(points, outcome.contribution(origin, year).0), "{origin:?}");
        }
        for project in 0..case.plan.projects.len() {
            let effect = outcome.project_effect(project, year).total().0;
            assert!(close(first(Subject::Project(project, year)), effect), "{project}");
        }
    }
}

#[test]
fn the_headings_of_growth_add_up_to_growth() {
    let case = Case::shipped();
    let growth = case.explain(ZH, Subject::Growth(case.plan.year));
    let sum: f64 = growth.steps[1].terms.iter().map(|term| term.amount).sum();
    assert!(close(sum / 100.0, case.outcome.growth(case.plan.year).0));
}

#[test]
fn a_base_year_figure_of_ones_own_is_marked_and_the_plans_stays_in_sight() {
    let case = Case::new(seeds::chengguan().unwrap(), |plan, scenario| {
        scenario.set(Lever::of_plan(Kind::BaseGdp, plan), 1148.0, plan);
    });
    let base = case.explain(ZH, Subject::Gdp(case.plan.grid.base_year));
    let evidence = base.steps[0].terms[0].evidence.as_ref().unwrap();
    assert_eq!(evidence.provenance, Provenance::User);
    let plan = evidence.overridden.as_ref().unwrap();
    assert!(plan.value.contains("1,150.1"), "{plan:?}");
    assert_eq!(plan.provenance, Provenance::Derived);

    let case = Case::shipped();
    let base = case.explain(ZH, Subject::Gdp(case.plan.grid.base_year));
    let evidence = base.steps[0].terms[0].evidence.as_ref().unwrap();
    assert_eq!(evidence.provenance, Provenance::Derived);
    assert!(evidence.source.contains("1230.6"), "{evidence:?}");
    assert_eq!(evidence.overridden, None);
}

#[test]
fn a_tier_leads_to_the_words_of_the_document() {
    let case = Case::shipped();
    let tier = case.explain(ZH, Subject::Tier(0));
    let asked = &tier.steps[0].terms[0];
    let evidence = asked.evidence.as_ref().unwrap();
    assert_eq!(evidence.provenance, Provenance::Stated);
    assert!(evidence.source.contains("超1230.6亿元"), "{evidence:?}");
}

#[test]
fn a_project_that_is_called_off_says_who_called_it_off() {
    let case = Case::new(seeds::chengguan().unwrap(), |_, scenario| {
        scenario.choose(0, |choice| choice.status = Some(Status::Cancelled));
    });
    let project = case.explain(ZH, Subject::Project(0, case.plan.year));
    let mut terms = project.steps.iter().flat_map(|step| &step.terms);
    let status = terms.find(|term| term.value == "取消").unwrap();
    assert_eq!(status.evidence.as_ref().unwrap().provenance, Provenance::User);
}

#[test]
fn what_does_not_add_up_as_displayed_carries_the_note() {
    let parts = |step: &Step| -> f64 {
        let numbers = step.values.split([' ', '\u{202F}']);
        let mut found = numbers.filter_map(|n| n.replace(',', "").parse::<f64>().ok());
        let total = found.next().unwrap();
        found.sum::<f64>() - total
    };
    let case = Case::shipped();
    for year in case.plan.grid.each_year().skip(1) {
        let growth = case.explain(ZH, Subject::RealGdp(year));
        let step = &growth.steps[0];
        assert_eq!(step.rounded, parts(step).abs() > 0.01, "{}", step.values);
    }
}

#[test]
fn the_formula_reads_the_same_in_words_and_numbers() {
    let case = Case::shipped();
    let gdp = case.explain(ZH, Subject::Gdp(case.plan.year));
    let seen = |words: &str| words.replace('\u{202F}', " ");
    assert_eq!(
        seen(&gdp.steps[0].formula),
        "2023 年地区生产总值（现价） = 2023 年地区生产总值（可比价） × 2023 年平减指数"
    );
    assert!(seen(&gdp.steps[0].values).ends_with(" × 1.0000"), "{}", gdp.steps[0].values);
    let english = case.explain(EN, Subject::Growth(case.plan.year));
    assert!(seen(&english.steps[0].formula).ends_with(" − 1"), "{}", english.steps[0].formula);
}

#[test]
fn no_word_of_an_explanation_is_in_the_other_language() {
    let case = Case::shipped();
    let han = |text: &str| text.contains(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    for subject in everything(&case) {
        let english = case.explain(EN, subject);
        assert!(!han(&english.title) && !han(&english.remark), "{}", english.title);
        for step in &english.steps {
            assert!(!han(&step.formula) && !han(&step.values), "{}", step.formula);
        }
    }
}

#[test]
fn a_baseline_as_the_plan_has_it_is_not_marked_as_ones_own() {
    let case = Case::new(seeds::chengguan().unwrap(), busy);
    let year = case.plan.year;
    let planned = case.explain(ZH, Subject::IndustryBaseline(Course::Plan, 0, year));
    let growth = planned.steps[1].terms[0].evidence.as_ref().unwrap();
    assert_ne!(growth.provenance, Provenance::User);
    let own = case.explain(ZH, Subject::Contribution(Origin::ChangedGrowth, year));
    assert_eq!(own.steps[1].terms.len(), 4);
}
