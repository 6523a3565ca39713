//! A scenario written to a file comes back as it was, or is refused with every reason.

use mogao::exchange::document::{DocumentProblem, Named, from_json, to_json};
use mogao::plan::Plan;
use mogao::plan::lever;
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey, Chance, ProjectChoice, Scenario, Shape};
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::units::{NominalMoney, Quarters, Rate};
use proptest::prelude::*;
use std::sync::LazyLock;

fn plan() -> Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| seeds::chengguan().unwrap());
    PLAN.clone()
}

fn document(rest: &str) -> String {
    format!(
        r#"{{"format":"mogao-scenario","version":1,"plan":"chengguan-2023","name":"试"{rest}}}"#
    )
}

fn problems(rest: &str) -> Vec<String> {
    let problems = from_json(&plan(), &document(rest)).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_kind_of_choice_comes_back_as_it_was() {
    let plan = plan();
    let mut scenario = Scenario { published_rounding: true, ..Scenario::default() };
    for (index, spec) in lever::catalogue(&plan).into_iter().enumerate() {
        let part = (index as f64 * 0.618_034).fract();
        let value = spec.hard.min + part * (spec.hard.max - spec.hard.min);
        scenario.settings.insert(spec.lever, value.min(spec.hard.max));
    }
    scenario.projects.insert(
        0,
        ProjectChoice {
            status: Some(Status::Cancelled),
            delay: Quarters(-0.1),
            scale: Some(1.0 / 3.0),
        },
    );
    scenario.projects.insert(1, ProjectChoice { delay: Quarters(2.0), ..Default::default() });
    scenario.modes.insert(2, TierMode::Any);
    for (industry, actual) in
        [(None, Actual::Growth(Rate(0.051))), (Some(3), Actual::Level(NominalMoney(28.4)))]
    {
        scenario.actuals.insert(ActualKey { quarter: 5, industry }, actual);
    }
    scenario.progress.insert(17, 0.1 + 0.2);
    scenario.chance = Chance { seed: 7, shape: Shape::Uniform };
    let text = to_json(&plan, &scenario, "名称 \"name\"");
    let (read, name) = from_json(&plan, &text).unwrap();
    assert_eq!(read, scenario);
    assert_eq!(name, "名称 \"name\"");
    assert_eq!(to_json(&plan, &read, &name), text);
}

#[test]
fn how_futures_are_drawn_comes_back_and_the_usual_way_leaves_no_trace() {
    let plan = plan();
    let usual = Chance::default();
    for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal] {
        for seed in [0, usual.seed, u32::MAX] {
            let scenario = Scenario { chance: Chance { seed, shape }, ..Scenario::default() };
            let text = to_json(&plan, &scenario, "");
            assert_eq!(from_json(&plan, &text).unwrap().0, scenario, "{text}");
            assert_eq!(text.contains("seed"), seed != usual.seed, "{text}");
            assert_eq!(text.contains("shape"), shape != usual.shape, "{text}");
        }
    }
    let half = problems(r#","chance":{"seed":1.5}"#);
    assert_eq!(half, ["`chance.seed` should be a whole number from 0 to 4294967295"]);
    assert_eq!(problems(r#","chance":7"#), ["`chance` should be a table of names and values"]);
    let (empty, _) = from_json(&plan, &document(r#","chance":{}"#)).unwrap();
    assert_eq!(empty, Scenario::default());
}

#[test]
fn nothing_chosen_is_a_short_file() {
    let text = to_json(&plan(), &Scenario::default(), "");
    let expected = "{\n  \"format\": \"mogao-scenario\",\n  \"version\": 1,\n  \
                    \"plan\": \"chengguan-2023\",\n  \"name\": \"\"\n}\n";
    assert_eq!(text, expected);
    assert_eq!(from_json(&plan(), &text), Ok((Scenario::default(), String::new())));
}

#[test]
fn a_choice_that_says_nothing_is_left_out() {
    let mut scenario = Scenario::default();
    scenario.projects.insert(0, ProjectChoice::default());
    let (read, _) = from_json(&plan(), &to_json(&plan(), &scenario, "")).unwrap();
    assert_eq!(read, Scenario::default());
    let (read, _) = from_json(&plan(), &document(r#","projects":{"A1":{}}"#)).unwrap();
    assert_eq!(read, Scenario::default());
}

#[test]
fn a_file_with_a_mark_of_its_encoding_is_read() {
    let text = format!("\u{feff}{}", document(""));
    assert!(from_json(&plan(), &text).is_ok());
}

#[test]
fn every_problem_is_named_at_once_and_nothing_is_loaded() {
    let found = problems(
        r#","settings":{"execution":1.7,"no-such-lever":1,"award":"much"},
            "projects":{"A1":{"status":"paused","speed":3},"Z9":{"delay":1},"A2":{"scale":-1}},
            "modes":{"target":"either","highest":"both"},
            "actuals":{"2022Q4":{"total":{"growth":0.1}},
                       "2023Q1":{"mining":{"growth":0.1},"total":{"growth":0.1,"level":2}}},
            "progress":{"S99":1},"induced":"yes","colour":"red",
            "chance":{"seed":-1,"shape":"bell","dice":2}"#,
    );
    let expected = [
        "`settings.execution` is 1.7, outside 0 to 1",
        "`settings.no-such-lever`: the plan has no such lever",
        "`settings.award` should be a number",
        "`projects.A1.status` should be on, off or cancelled",
        "`projects.A1.speed` is not an entry of a scenario",
        "`projects.Z9`: the plan has no such project",
        "`projects.A2.scale` is -1, outside 0 to 10",
        "`modes.target` should be both, growth, level or any",
        "`modes.highest`: the plan has no such tier",
        "`actuals.2022Q4`: the plan has no such quarter after the base year",
        "`actuals.2023Q1.mining`: the plan has no such industry",
        "`actuals.2023Q1.total` should be either a growth or a level",
        "`progress.S99`: the plan has no such indicator",
        "`induced` should be true or false",
        "`colour` is not an entry of a scenario",
        "`chance.seed` should be a whole number from 0 to 4294967295",
        "`chance.shape` should be pert, triangular, uniform or normal",
        "`chance.dice` is not an entry of a scenario",
    ];
    for expected in expected {
        assert!(found.iter().any(|problem| problem == expected), "{expected}\nin {found:#?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn what_is_no_scenario_says_so() {
    let one = |text: &str| {
        let mut problems = from_json(&plan(), text).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.remove(0)
    };
    assert!(matches!(one("{"), DocumentProblem::NotJson { line: 1, .. }));
    assert!(matches!(one(""), DocumentProblem::NotJson { .. }));
    assert_eq!(one("[]"), DocumentProblem::OtherFormat);
    assert_eq!(one(r#"{"version":1}"#), DocumentProblem::OtherFormat);
    let newer = document("").replace("\"version\":1", "\"version\":2");
    assert_eq!(one(&newer), DocumentProblem::NewerVersion { found: 2, known: 1 });
    for version in ["0", "-1", "1.5", "\"1\"", "null"] {
        let text = document("").replace("\"version\":1", &format!("\"version\":{version}"));
        assert_eq!(one(&text), DocumentProblem::UnknownVersion { found: version.to_owned() });
    }
    let other = document("").replace("chengguan-2023", "linhe-2025");
    let words = one(&other).to_string();
    assert_eq!(words, "belongs to the plan `linhe-2025`, not to `chengguan-2023`");
}

#[test]
fn a_number_beyond_all_bounds_is_refused_with_its_place() {
    let text = document(r#","settings":{"execution":1e999}"#);
    let problems = from_json(&plan(), &text).unwrap_err();
    assert!(matches!(problems[..], [DocumentProblem::NotJson { line: 1, .. }]));
    let mut scenario = Scenario::default();
    let lever = lever::find("execution", &plan()).unwrap();
    scenario.settings.insert(lever, f64::NAN);
    let (read, _) = from_json(&plan(), &to_json(&plan(), &scenario, "")).unwrap();
    assert_eq!(read, Scenario::default());
    let null = from_json(&plan(), &document(r#","settings":{"execution":null}"#)).unwrap_err();
    assert_eq!(null[0].to_string(), "`settings.execution` should be a number");
}

#[test]
fn a_name_and_a_plan_are_needed() {
    let problems = from_json(&plan(), r#"{"format":"mogao-scenario","version":1}"#).unwrap_err();
    let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(words, ["`plan` should be there", "`name` should be there"]);
    assert_eq!(
        DocumentProblem::UnknownName { entry: "x".to_owned(), what: Named::Lever }.to_string(),
        "`x`: the plan has no such lever"
    );
}

/// A file of the first version opens for ever.
#[test]
fn a_stored_file_of_version_one_is_read() {
    let stored = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/scenario-version-1.json");
    let text = std::fs::read_to_string(stored).unwrap();
    let (scenario, name) = from_json(&plan(), &text).unwrap();
    assert_eq!(name, "加快开工");
    assert_eq!(scenario.settings.len(), 2);
    assert_eq!(scenario.projects[&1].status, Some(Status::Cancelled));
    assert_eq!(scenario.actuals.len(), 2);
    assert_eq!(scenario.modes[&0], TierMode::Growth);
    assert!(scenario.published_rounding && scenario.induced);
    assert_eq!(to_json(&plan(), &scenario, &name), text);
}

proptest! {
    #[test]
    fn any_number_comes_back_bit_for_bit(part in 0.0..1.0_f64, name in ".{0,40}") {
        let plan = plan();
        let spec = lever::spec(lever::find("base-gdp", &plan).unwrap(), &plan).unwrap();
        let value = spec.hard.clamp(spec.hard.min + part * (spec.hard.max - spec.hard.min));
        let mut scenario = Scenario::default();
        scenario.settings.insert(spec.lever, value);
        let read = from_json(&plan, &to_json(&plan, &scenario, &name)).unwrap();
        prop_assert_eq!(read, (scenario, name));
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in ".{0,200}", cut in 0_usize..400) {
        let _ = from_json(&plan(), &text);
        let whole = document(r#","settings":{"execution":0.5},"actuals":{"2023Q1":{"total":3}}"#);
        let cut: String = whole.chars().take(cut).collect();
        let _ = from_json(&plan(), &cut);
    }
}
