//! Whoever works on questions: what goes first, what can be called off, and that answers are those of
//! the studies.

use mogao::plan::Plan;
use mogao::plan::lever::find;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::study::answering::{Desk, Urgency};
use mogao::study::odds::{Draws, OddsStudy};
use mogao::study::portfolio::{Aim, Limits};
use mogao::study::question::{Answer, Question};
use mogao::study::recipe::{Goal, ways};
use mogao::study::sensitivity::Swing;
use mogao::study::trial::Trial;
use mogao::study::wire::{Report, Request, Ticket};

fn plan() -> Plan {
    seeds::chengguan().expect("the shipped plan is sound")
}

fn request(question: Question) -> Request {
    Request { scenario: Scenario::default(), question }
}

fn recipes() -> Question {
    Question::Recipes { goal: Goal::Tier(0), locked: [].into() }
}

#[test]
fn an_answer_is_what_the_study_says() {
    let plan = plan();
    let scenario = Scenario::default();
    let expected = ways(&Trial::new(&plan, &scenario), Goal::Tier(0), &[].into());
    let mut desk = Desk::new(&plan);
    assert_eq!(desk.answer(request(recipes())), Some(Answer::Recipes(expected)));

    // The futures of one seed must not be taken for those of another.
    for seed in [1, 2, 1] {
        let mut scenario = Scenario::default();
        scenario.chance.seed = seed;
        let expected = OddsStudy::new(&plan, &scenario, Draws::Preview).finish();
        let question = Question::Odds(Draws::Preview);
        let answer = desk.answer(Request { scenario, question });
        assert_eq!(answer, Some(Answer::Odds(expected)), "seed {seed}");
    }
}

#[test]
fn bars_come_before_what_chance_makes_of_them() {
    let plan = plan();
    let mut desk = Desk::new(&plan);
    desk.take(Ticket(1), request(Question::Sensitivity { tier: 1 }));
    let mut said = Vec::new();
    while let Some(report) = desk.step() {
        if let Report::SoFar(_, answer) | Report::Done(_, answer) = report {
            let Answer::Sensitivity(sensitivity) = *answer else { panic!("a tornado") };
            said.push(sensitivity.swings);
        }
    }
    let [bars, complete] = &said[..] else { panic!("two answers, not {}", said.len()) };
    assert!(!bars.is_empty() && bars.iter().all(|swing| swing.odds.is_none()));
    assert!(complete.iter().all(|swing| swing.odds.is_some()));
    let levers = |swings: &[Swing]| swings.iter().map(|swing| swing.lever).collect::<Vec<_>>();
    assert_eq!(levers(bars), levers(complete));
}

#[test]
fn quick_looks_at_different_scenarios_do_not_mix() {
    let plan = plan();
    let mut desk = Desk::new(&plan);
    let lever = find("common-growth.2023", &plan).unwrap();
    let mut scenarios = [Scenario::default(), Scenario::default()];
    scenarios[1].set(lever, 0.01, &plan);
    let question = Question::Odds(Draws::Preview);
    let look =
        |number: usize| Request { scenario: scenarios[number].clone(), question: question.clone() };
    desk.take(Ticket(0), look(0));
    assert!(matches!(desk.step(), Some(Report::Going(Ticket(0), _))), "the first has begun");
    desk.take(Ticket(1), look(1));
    while let Some(report) = desk.step() {
        if let Report::Done(Ticket(number), answer) = report {
            let scenario = &scenarios[number as usize];
            let expected = OddsStudy::new(&plan, scenario, Draws::Preview).finish();
            assert_eq!(*answer, Answer::Odds(expected), "scenario {number}");
        }
    }
}

#[test]
fn odds_asked_while_a_search_runs_are_answered_first() {
    let plan = plan();
    let mut desk = Desk::new(&plan);
    let search = Question::Portfolio { aim: Aim::Cheapest { tier: 0 }, limits: Limits::default() };
    desk.take(Ticket(1), request(search));
    for _ in 0..3 {
        let Some(Report::Going(Ticket(1), _)) = desk.step() else { panic!("a long search") };
    }
    desk.take(Ticket(2), request(Question::Odds(Draws::Preview)));
    let mut reports = std::iter::from_fn(|| desk.step());
    let done = |report: &Report| matches!(report, Report::Done(..));
    let Some(Report::Done(Ticket(2), _)) = reports.find(done) else { panic!("the odds first") };
    let Some(Report::Done(Ticket(1), _)) = reports.find(done) else { panic!("then the search") };
}

#[test]
fn a_question_about_a_tier_that_the_plan_does_not_have_is_declined() {
    let plan = plan();
    let mut desk = Desk::new(&plan);
    let questions = [
        Question::Sensitivity { tier: 99 },
        Question::Equivalents { tier: 99 },
        Question::Recipes { goal: Goal::Tier(99), locked: [].into() },
        Question::Portfolio { aim: Aim::Cheapest { tier: 99 }, limits: Limits::default() },
    ];
    for (number, question) in questions.into_iter().enumerate() {
        let ticket = Ticket(number as u32);
        assert_eq!(desk.answer(request(question.clone())), None);
        desk.take(ticket, request(question));
        assert_eq!(desk.step(), Some(Report::Declined(ticket)));
        assert!(desk.is_idle());
    }
}

#[test]
fn what_is_called_off_is_not_answered() {
    let plan = plan();
    let mut desk = Desk::new(&plan);
    desk.take(Ticket(1), request(recipes()));
    desk.take(Ticket(2), request(Question::Sensitivity { tier: 0 }));
    desk.call_off(Ticket(1));
    desk.call_off(Ticket(7));
    let report = std::iter::from_fn(|| desk.step()).last();
    let Some(Report::Done(Ticket(2), _)) = report else { panic!("the other one is answered") };
    assert!(desk.is_idle());
    assert_eq!(desk.step(), None);
}

#[test]
fn odds_come_before_quick_answers_and_those_before_searches() {
    let order = [
        Question::Odds(Draws::Preview),
        Question::Marginals,
        Question::Odds(Draws::Fine),
        Question::Frontier { limits: Limits::default() },
    ];
    let urgencies: Vec<Urgency> = order.iter().map(Urgency::of).collect();
    assert!(urgencies.is_sorted_by(|a, b| a < b), "{urgencies:?}");
    assert_eq!(Urgency::of(&Question::Odds(Draws::Settled)), Urgency::Odds);
}
