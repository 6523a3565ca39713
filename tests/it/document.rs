//! A scenario written to a file comes back as it was, or is refused with every reason.

use mogao::exchange::document::{
    DocumentProblem, Named, Seal, cleaned, compact, from_json, open, text_of, to_json, written,
};
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
    let newer = document("").replace("\"version\":1", "\"version\":3");
    assert_eq!(one(&newer), DocumentProblem::NewerVersion { found: 3, known: 2 });
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

/// A file of the second version opens for ever.
#[test]
fn a_stored_file_of_version_two_is_read() {
    let stored = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/scenario-version-2.json");
    let text = std::fs::read_to_string(stored).unwrap();
    let read = open(&text).unwrap().read(&plan()).unwrap();
    assert_eq!((read.name.as_str(), read.note.as_str()), ("加快开工", "供周三讨论\n第二稿"));
    assert_eq!((read.seal, read.app.as_deref()), (Seal::Whole, Some("0.1.0")));
    assert_eq!(read.scenario.settings.len(), 2);
    assert_eq!(read.scenario.projects[&1].status, Some(Status::Cancelled));
    assert_eq!(read.scenario.actuals.len(), 2);
    let first = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/scenario-version-1.json");
    let first = from_json(&plan(), &std::fs::read_to_string(first).unwrap()).unwrap();
    assert_eq!(read.scenario, first.0);
}

#[test]
fn a_file_says_who_wrote_it_for_which_plan_and_with_which_note() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario.set(lever::find("execution", &plan).unwrap(), 0.7, &plan);
    let text = written(&plan, &scenario, "甲\u{202e}", "乙\r\n丙");
    let opened = open(&text).unwrap();
    assert_eq!(opened.plan(), "chengguan-2023");
    let read = opened.read(&plan).unwrap();
    assert_eq!(read.scenario, scenario);
    assert_eq!((read.name.as_str(), read.note.as_str()), ("甲", "乙\n丙"));
    assert_eq!((read.seal, read.same_plan, read.removed), (Seal::Whole, true, 0));
    assert_eq!(read.app.as_deref(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(from_json(&plan, &text).unwrap(), (scenario, "甲".to_owned()));
}

#[test]
fn a_changed_file_is_known_and_one_without_checksum_is_read() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario.set(lever::find("execution", &plan).unwrap(), 0.7, &plan);
    let text = written(&plan, &scenario, "甲", "乙");
    let seal = |text: &str| open(text).unwrap().read(&plan).unwrap().seal;
    for (from, to) in [("0.7", "0.8"), ("甲", "丁"), ("乙", "丁"), ("\"app\": \"", "\"app\": \"9")]
    {
        let changed = text.replace(from, to);
        assert_ne!(changed, text);
        assert_eq!(seal(&changed), Seal::Broken, "{changed}");
        assert_eq!(from_json(&plan, &changed), Err(vec![DocumentProblem::BrokenSeal]));
    }
    assert_eq!(seal(&text.replace('\n', "\r\n\t")), Seal::Whole);
    let line = text.lines().find(|line| line.contains("sha256")).unwrap();
    let without = text.replace(&format!(",\n{line}"), "");
    assert_eq!(seal(&without), Seal::Missing);
    assert_eq!(from_json(&plan, &without).unwrap().0, scenario);
    assert_eq!(seal(&compact(&plan, &scenario, "甲", "乙")), Seal::Missing);
}

#[test]
fn a_plan_that_says_something_else_now_is_noticed_and_no_reason_to_refuse() {
    let plan = plan();
    let text = written(&plan, &Scenario::default(), "", "");
    let mut other = plan.clone();
    other.projects[0].total.value.0 += 1.0;
    assert!(!open(&text).unwrap().read(&other).unwrap().same_plan);
    assert!(open(&document("")).unwrap().read(&other).unwrap().same_plan);
}

#[test]
fn signs_that_only_machines_read_are_taken_out_of_a_foreign_name_and_counted() {
    let name = "\\u202e加快\\u0000开工\\u200b <img src=x onerror=alert(1)>";
    let text = document("").replace("试", name).replace(":1,", ":2,\"note\":\"甲\\u2066乙\",");
    let read = open(&text).unwrap().read(&plan()).unwrap();
    assert_eq!(read.name, "加快开工 <img src=x onerror=alert(1)>");
    assert_eq!((read.note.as_str(), read.removed), ("甲乙", 4));
}

#[test]
fn what_is_too_large_too_deep_or_too_long_is_refused_with_the_limit() {
    let most = 5_000_000;
    let padded = |length: usize| document("") + &" ".repeat(length - document("").len());
    assert!(text_of(padded(most).as_bytes()).is_ok_and(|text| open(text).is_ok()));
    let large = Err(DocumentProblem::TooLarge { found: most + 1, most });
    assert_eq!(text_of(padded(most + 1).as_bytes()), large);
    assert_eq!(open(&padded(most + 1)).map(|_| ""), large);

    let nested = |depth: usize| {
        document(&format!(",\"x\":{}1{}", "[".repeat(depth - 1), "]".repeat(depth - 1)))
    };
    assert!(open(&nested(16)).is_ok());
    assert_eq!(open(&nested(17)), Err(DocumentProblem::TooDeep { most: 16 }));
    assert_eq!(open(&nested(1_000_000)), Err(DocumentProblem::TooDeep { most: 16 }));
    assert!(open(&document(r#","x":"\"{[{[{[{[{[{[{[{[{[{[""#)).is_ok());

    let named = |length: usize| document("").replace("试", &"试".repeat(length));
    assert!(from_json(&plan(), &named(200)).is_ok());
    let entry = "name".to_owned();
    let long = DocumentProblem::TooLong { entry, found: 201, most: 200 };
    assert_eq!(from_json(&plan(), &named(201)), Err(vec![long]));
    let noted = |length: usize| {
        document("").replace(":1,", &format!(":2,\"note\":\"{}\",", "注".repeat(length)))
    };
    assert!(from_json(&plan(), &noted(5_000)).is_ok());
    let words = from_json(&plan(), &noted(5_001)).unwrap_err()[0].to_string();
    assert_eq!(words, "`note` has 5001 characters; the most is 5000");

    let many: String = (0..3_000).map(|index| format!(",\"x{index}\":1")).collect();
    assert_eq!(from_json(&plan(), &document(&many)).unwrap_err().len(), 1_000);
}

#[test]
fn what_is_no_text_is_named_for_what_it_is() {
    assert_eq!(text_of(b"PK\x03\x04rest"), Err(DocumentProblem::Packed));
    assert_eq!(text_of(&[0xff, 0xfe, b'{', 0]), Err(DocumentProblem::NotText));
    let early = document(r#","note":"甲""#);
    let problems = from_json(&plan(), &early).unwrap_err();
    assert_eq!(problems, [DocumentProblem::UnknownEntry { entry: "note".to_owned() }]);
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
        prop_assert_eq!(read, (scenario, cleaned(&name).text));
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in ".{0,200}", cut in 0_usize..400) {
        let _ = from_json(&plan(), &text);
        let whole = document(r#","settings":{"execution":0.5},"actuals":{"2023Q1":{"total":3}}"#);
        let cut: String = whole.chars().take(cut).collect();
        let _ = from_json(&plan(), &cut);
    }
}
