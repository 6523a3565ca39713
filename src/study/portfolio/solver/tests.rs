use super::super::knapsack::{Item, Row};
use super::*;
use serde_json::Value;

const EFFORT: Effort = Effort { rounds: 64, nodes: 500, enough: 0.0, enough_nodes: 0 };

/// The portfolio of the worked example: what each start of four projects is worth.
fn expected() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example/expected.json");
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["portfolio"].clone()
}

fn groups(rows: [usize; 3], cost: impl Fn([f64; 3]) -> f64) -> Vec<Vec<Item>> {
    let of = |project: &str, quarter: u8| -> [f64; 3] {
        let given = &expected()["effects"][format!("{project}@{quarter}")];
        [0, 1, 2].map(|part| given[part].as_f64().unwrap())
    };
    let item = |worth: [f64; 3]| Item {
        cost: cost(worth),
        tie: 0.0,
        uses: rows
            .iter()
            .zip([-worth[0], -worth[1], worth[2]])
            .filter(|(row, _)| **row < 2)
            .map(|(&row, uses)| (row, uses))
            .collect(),
    };
    let group = |project| vec![item([0.0; 3]), item(of(project, 4)), item(of(project, 5))];
    ["R1", "R2", "R3", "R4"].map(group).to_vec()
}

/// The chosen start of each project: nothing, quarter 4 or quarter 5.
fn starts(solved: &Solved) -> Vec<Option<usize>> {
    let within = solved.picks.iter().enumerate().map(|(group, pick)| pick - 3 * group);
    within.map(|start| (start > 0).then_some(start + 3)).collect()
}

fn solve(knapsack: &Knapsack) -> Solved {
    let mut solver = Solver::new(knapsack.clone(), EFFORT, true);
    while !solver.step() {}
    solver.solved()
}

/// The least cost over all 81 choices, by trying them.
fn least(knapsack: &Knapsack) -> f64 {
    let choices = (0..81).map(|code: usize| {
        let picks = (0..4).map(|group| 3 * group + code / 3_usize.pow(group as u32) % 3);
        Selection::of(knapsack, picks.collect()).score(knapsack)
    });
    choices.filter(|score| score.holds()).map(|score| score.cost).fold(f64::INFINITY, f64::min)
}

#[test]
fn the_worked_example_is_reached_with_the_least_public_money() {
    let needed = |limit: f64, weight| Row { limit: -limit, weight: Some(weight) };
    let rows = vec![needed(7.484744, 1.0), needed(8.800930, 1.0)];
    let knapsack = Knapsack::new(groups([0, 1, 2], |worth| worth[2]), rows);
    let solved = solve(&knapsack);
    let given = &expected()["min_public_spend_for_strive"];
    assert!((solved.cost - given["public"].as_f64().unwrap()).abs() < 1e-9);
    assert!((least(&knapsack) - solved.cost).abs() < 1e-12);
    assert_eq!(starts(&solved), [Some(5), Some(5), Some(5), None]);
    assert_eq!(solved.gap(), 0.0);
}

#[test]
fn the_worked_example_gets_the_most_for_its_budget() {
    let rows = vec![Row { limit: 20.0, weight: Some(1.0) }];
    let knapsack = Knapsack::new(groups([9, 9, 0], |worth| -worth[0]), rows);
    let solved = solve(&knapsack);
    let given = &expected()["max_real_with_public_le_20"];
    assert!((-solved.cost - given["d_real"].as_f64().unwrap()).abs() < 1e-9);
    assert!((least(&knapsack) - solved.cost).abs() < 1e-12);
    assert_eq!(starts(&solved), [Some(5), Some(4), None, None]);
    assert_eq!(solved.gap(), 0.0);
}

#[test]
fn what_cannot_be_reached_is_missed_by_as_little_as_can_be() {
    let needed = |limit: f64| Row { limit: -limit, weight: Some(1.0) };
    let rows = vec![needed(14.0), needed(15.0)];
    let knapsack = Knapsack::new(groups([0, 1, 2], |worth| worth[2]), rows);
    assert!(!solve(&knapsack).holds);
    let soft = knapsack.softened(false);
    let solved = solve(&soft);
    assert_eq!(starts(&solved), [Some(4); 4]);
    assert!((solved.cost - least(&soft)).abs() < 1e-12 && solved.cost > 0.0);
}

#[test]
fn a_known_choice_never_gets_worse() {
    let rows = vec![Row { limit: 20.0, weight: Some(1.0) }];
    let knapsack = Knapsack::new(groups([9, 9, 0], |worth| -worth[0]), rows);
    let mut solver = Solver::new(knapsack, EFFORT, true);
    let mut last = f64::INFINITY;
    while !solver.step() {
        if solver.holds() {
            assert!(solver.solved().cost <= last);
            last = solver.solved().cost;
        }
    }
    assert!(solver.solved().cost <= last);
}
