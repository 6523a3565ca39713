//! Plans, questions and answers arrive at the other side as they left.

use mogao::plan::change::Change;
use mogao::plan::lever::find;
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey, Chance, ProjectChoice, Scenario, Shape};
use mogao::plan::tier::TierMode;
use mogao::plan::{Plan, tables::Tables};
use mogao::seeds;
use mogao::study::Move;
use mogao::study::attribution::{Attribution, Part};
use mogao::study::breaking_point::BreakingPoint;
use mogao::study::equivalent::{Equivalent, EquivalentKind};
use mogao::study::marginal::Marginal;
use mogao::study::odds::{Band, Draws, Odds, TierOdds};
use mogao::study::portfolio::{Aim, FrontierPoint, Limits, Portfolio};
use mogao::study::question::{Answer, Question};
use mogao::study::recipe::{Goal, Recipe, Way};
use mogao::study::sensitivity::{Sensitivity, Swing};
use mogao::study::wire::{Order, Report, Request, Ticket, from_bytes, to_bytes};
use mogao::units::{NominalMoney, Points, Quarters, Rate, RealMoney, Share};

fn plans() -> Vec<Plan> {
    let template = seeds::read(&seeds::template_tables()).expect("the template is sound");
    vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap(), template]
}

fn there_and_back<T>(message: &T) -> T
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    from_bytes(&to_bytes(message).unwrap()).unwrap()
}

#[test]
fn the_shipped_plans_arrive_whole_but_for_their_tables() {
    for plan in plans() {
        let Order::Plan(arrived) = there_and_back(&Order::Plan(Box::new(plan.clone()))) else {
            panic!("an order became another");
        };
        assert_eq!(*arrived, plan, "{}", plan.id);
        assert!(!plan.tables.0.is_empty() && arrived.tables.0.is_empty(), "{}", plan.id);
        // Equal plans may differ in their tables only: written down, they are the same letter by letter.
        let bare = Plan { tables: Tables::default(), ..plan };
        assert_eq!(format!("{arrived:?}"), format!("{bare:?}"));
    }
}

/// A scenario with something in every field.
fn scenario(plan: &Plan) -> Scenario {
    let mut scenario = Scenario {
        published_rounding: true,
        induced: true,
        chance: Chance { seed: 7, shape: Shape::Triangular },
        ..Scenario::default()
    };
    scenario.set(find("execution", plan).unwrap(), 0.1 + 0.2, plan);
    scenario.projects.insert(
        3,
        ProjectChoice {
            status: Some(Status::Cancelled),
            delay: Quarters(-1.5),
            scale: Some(1.0 / 3.0),
        },
    );
    scenario.modes.insert(1, TierMode::Any);
    let total = ActualKey { quarter: 4, industry: None };
    let industry = ActualKey { quarter: 5, industry: Some(2) };
    scenario.actuals.insert(total, Actual::Growth(Rate(0.051)));
    scenario.actuals.insert(industry, Actual::Level(NominalMoney(28.4)));
    scenario.progress.insert(6, 42.0);
    scenario
}

#[test]
fn every_question_arrives_as_it_was_asked() {
    let plan = seeds::chengguan().unwrap();
    let scenario = scenario(&plan);
    let lever = find("execution", &plan).unwrap();
    let limits = Limits {
        funds: true,
        bonds: Some(NominalMoney(10.0)),
        capacity: Some(NominalMoney(30.0)),
        starts: Some(4),
        earlier: Some(2),
        must: [1, 2].into(),
        never: [5].into(),
        order: vec![(1, 2)],
    };
    let questions = [
        Question::Odds(Draws::Preview),
        Question::Odds(Draws::Settled),
        Question::Odds(Draws::Fine),
        Question::Sensitivity { tier: 2 },
        Question::Recipes { goal: Goal::Tier(1), locked: [lever].into() },
        Question::Recipes { goal: Goal::Level(NominalMoney(1_100.0)), locked: [].into() },
        Question::Equivalents { tier: 0 },
        Question::Marginals,
        Question::BreakingPoint,
        Question::Portfolio { aim: Aim::Cheapest { tier: 1 }, limits: limits.clone() },
        Question::Portfolio {
            aim: Aim::Most { budget: NominalMoney(50.0) },
            limits: Limits::default(),
        },
        Question::Frontier { limits },
        Question::Attribution { from: Box::new(scenario.clone()) },
        Question::Comparison { scenarios: vec![Some(scenario.clone()), None] },
    ];
    for (number, question) in questions.into_iter().enumerate() {
        let request = Box::new(Request { scenario: scenario.clone(), question });
        let order = Order::Ask(Ticket(number as u32), request);
        assert_eq!(there_and_back(&order), order);
    }
    let drop = Order::Drop(Ticket(u32::MAX));
    assert_eq!(there_and_back(&drop), drop);
}

/// One answer to every question, with nothing in it left empty.
fn answers(plan: &Plan) -> Vec<Answer> {
    let lever = find("execution", plan).unwrap();
    let money = NominalMoney(1.0 / 3.0);
    let moved = Move { lever, from: 0.8, to: 0.9 };
    let attribution = Attribution {
        parts: vec![Part {
            change: Change::Lever { lever, from: 0.8, to: 0.9 },
            nominal: money,
            growth: Points(0.2),
        }],
        nominal: money,
        growth: Points(0.2),
        exact: true,
    };
    let way = Way {
        recipe: Recipe::EarliestStart,
        reached: true,
        moves: vec![moved],
        nominal: money,
        growth: Rate(0.06),
        gap: NominalMoney(-0.0),
        spending: money,
    };
    let portfolio = Portfolio {
        aim: Aim::Most { budget: money },
        choices: vec![(1, Some(-2)), (2, None)],
        public: money,
        real: RealMoney(2.0),
        nominal: money,
        gap: money,
        proven: 0.001,
        feasible: true,
        nodes: 12,
    };
    vec![
        Answer::Odds(Odds {
            draws: 512,
            tiers: vec![TierOdds {
                attained: Share(0.5),
                by_growth: Some(Share(0.25)),
                by_level: None,
                error: Share(0.01),
            }],
            gdp: Band { low: money, middle: money, high: money },
            growth: Band { low: Rate(0.01), middle: Rate(0.02), high: Rate(0.03) },
            trailing: vec![Band { low: money, middle: money, high: NominalMoney(f64::INFINITY) }],
        }),
        Answer::Sensitivity(Sensitivity {
            swings: vec![Swing {
                lever,
                low: 0.5,
                high: 1.0,
                growth: [Rate(0.01), Rate(0.02)],
                gap: [money, money],
                odds: Some([Share(0.1), Share(0.9)]),
                rank_with_growth: Some(0.5),
                rank_with_gap: None,
            }],
        }),
        Answer::Recipes(vec![way.clone()]),
        Answer::Equivalents(vec![
            Equivalent {
                kind: EquivalentKind::Growth(Rate(0.001)),
                enough: true,
                gap: money,
                moves: vec![moved],
            },
            Equivalent {
                kind: EquivalentKind::Earlier { projects: vec![3, 1] },
                enough: false,
                gap: money,
                moves: Vec::new(),
            },
        ]),
        Answer::Marginals(vec![Marginal {
            project: 4,
            nominal: money,
            growth: Points(0.1),
            odds: vec![Share(-0.1)],
            decides: vec![Share(0.2)],
        }]),
        Answer::BreakingPoint(None),
        Answer::BreakingPoint(Some(BreakingPoint {
            tier: 0,
            news: vec![moved],
            size: 0.7,
            gap: money,
            repair: Some(way),
        })),
        Answer::Portfolio(portfolio.clone()),
        Answer::Frontier(vec![FrontierPoint { portfolio, odds: vec![Share(0.4)] }]),
        Answer::Attribution(attribution.clone()),
        Answer::Comparison(vec![attribution]),
    ]
}

#[test]
fn every_answer_arrives_as_it_was_given() {
    let plan = seeds::chengguan().unwrap();
    for (number, answer) in answers(&plan).into_iter().enumerate() {
        let report = Report::Done(Ticket(number as u32), Box::new(answer));
        assert_eq!(there_and_back(&report), report);
    }
    let going = Report::Going(Ticket(1), Share(0.5));
    assert_eq!(there_and_back(&going), going);
}

#[test]
fn what_is_no_message_is_not_taken_for_one() {
    for bytes in [&[][..], &[200], &[1, 2, 3], &[0xff; 40]] {
        assert_eq!(from_bytes::<Order>(bytes), None, "{bytes:?}");
    }
}
