//! Studies against numbers that are not ours.

use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::study::goal_seek::goal_seek;
use mogao::study::trial::Trial;
use serde_json::Value;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/worked-example");

fn worked_example() -> Plan {
    seeds::read_dir(Path::new(FOLDER)).unwrap()
}

fn expected() -> Value {
    serde_json::from_str(&std::fs::read_to_string(format!("{FOLDER}/expected.json")).unwrap())
        .unwrap()
}

#[test]
fn block_7_goal_seek_finds_the_common_uplift_of_the_worked_example() {
    let plan = worked_example();
    let expected = expected();
    let trial = Trial::new(&plan, &Scenario::default());
    let common = Lever::of_year(Kind::CommonGrowth, plan.year);
    for (tier, id) in ["floor", "target", "strive", "stretch"].into_iter().enumerate() {
        let sought = goal_seek(&trial, common, tier).unwrap();
        let required = expected["goal_seek"][id]["required_pp"].as_f64().unwrap() / 100.0;
        assert!(sought.enough, "{id}");
        assert!((sought.to.to - required).abs() < 2e-9, "{id}: {} {required}", sought.to.to);
    }
}
