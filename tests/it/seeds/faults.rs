//! Broken tables: every fault is found, at its place, and none stops the reader.

use mogao::seeds::{self, Problem, ProblemKind, Thing};
use std::collections::BTreeMap;

type Tables = BTreeMap<String, String>;

fn with(tables: &Tables, name: &str, from: &str, to: &str) -> Tables {
    let mut tables = tables.clone();
    let text = tables.get_mut(name).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    *text = text.replacen(from, to, 1);
    tables
}

fn problems(tables: &Tables) -> Vec<Problem> {
    seeds::read(tables).unwrap_err()
}

/// The one problem that a change of one table of Chengguan causes.
fn the_problem(name: &str, from: &str, to: &str) -> Problem {
    let mut found = problems(&with(&seeds::chengguan_tables(), name, from, to));
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// Where a problem is: table, row, column.
fn place(problem: &Problem) -> (&str, Option<usize>, Option<&str>) {
    (&problem.table, problem.row, problem.column.as_deref())
}

#[test]
fn twelve_faults_in_twelve_tables_are_all_reported_at_once() {
    let faults = [
        ("plan.csv", "1150.1", "about 1150"),
        ("industries.csv", "农林牧渔业,Agriculture,0.3", "农林牧渔业,Agriculture,1.3"),
        ("growth.csv", "hotels,2024,9.0", "hotels,2024,-150"),
        ("prices.csv", "finance,2025", "finanse,2025"),
        ("drivers.csv", "wholesale,retail-sales", "wholesale,wholesale-sales"),
        ("categories.csv", "share_pct", "shares_pct"),
        ("multipliers.csv", "0.1755", "NaN"),
        ("sources.csv", "13,yes,yes", "13,perhaps,yes"),
        ("projects.csv", "2024Q1", "2024Q5"),
        ("initiatives.csv", "15,25,35,25", "15,25,35,15"),
        ("tiers.csv", "7.8,1234.6,both,stated", "7.8,1234.6,both,"),
        ("levers.csv", "slip,quarters", "slip,%"),
    ];
    let mut tables = seeds::chengguan_tables();
    for (name, from, to) in faults {
        tables = with(&tables, name, from, to);
    }
    let found = problems(&tables);
    let expected = [
        ("plan.csv", Some(8), Some("value")),
        ("industries.csv", None, Some("share_pct")),
        ("categories.csv", Some(1), Some("shares_pct")),
        ("categories.csv", Some(1), Some("share_pct")),
        ("sources.csv", Some(3), Some("public")),
        ("growth.csv", Some(18), Some("growth_pct")),
        ("drivers.csv", Some(8), Some("id")),
        ("prices.csv", Some(32), Some("industry")),
        ("initiatives.csv", Some(2), Some("q1_pct")),
        ("multipliers.csv", Some(2), Some("value_added_per_yuan")),
        ("tiers.csv", Some(3), Some("provenance")),
        ("levers.csv", Some(11), Some("unit")),
        ("projects.csv", Some(5), Some("start")),
    ];
    let mut places: Vec<_> = found.iter().map(place).collect();
    let mut expected = expected.to_vec();
    places.sort_unstable();
    expected.sort_unstable();
    assert_eq!(places, expected);
}

#[test]
fn a_problem_says_where_it_is_what_stands_there_and_what_may_be_meant() {
    let problem = the_problem("growth.csv", "finance,2023", "finanse,2023");
    // The row that is missing for this reason is not a second problem.
    assert_eq!(
        problem.kind,
        ProblemKind::UnknownId { of: Thing::Industry, nearest: Some("finance".to_owned()) }
    );
}

#[test]
fn a_misspelt_column_names_the_one_that_was_meant() {
    let problem = the_problem("projects.csv", "productive_pct", "productve_pct");
    assert_eq!(
        problem.to_string(),
        "projects.csv, row 1, column productve_pct: is not a column of this table; \
         did you mean productive_pct?"
    );
}

#[test]
fn a_number_out_of_range_says_its_range() {
    let problem = the_problem("growth.csv", "industry,2025,5.0", "industry,2025,-150 %");
    assert_eq!(
        problem.to_string(),
        "growth.csv, row 25, column growth_pct: “-150 %” is not between -50 and 100"
    );
}

#[test]
fn numbers_that_are_none_are_refused() {
    for (fault, kind) in [
        ("NaN", ProblemKind::NotANumber),
        ("inf", ProblemKind::NotANumber),
        ("1e400", ProblemKind::NotANumber),
        ("=2+3", ProblemKind::NotANumber),
        ("五", ProblemKind::NotANumber),
    ] {
        let problem =
            the_problem("growth.csv", "industry,2025,5.0", &format!("industry,2025,{fault}"));
        assert_eq!((problem.kind, problem.row), (kind, Some(25)));
        assert_eq!(problem.found, fault);
    }
}

#[test]
fn numbers_as_people_type_them_are_the_same_numbers() {
    let tables = seeds::chengguan_tables();
    let tables = with(&tables, "tiers.csv", "1234.6", "\" １,２３４.６ \"");
    let tables = with(&tables, "tiers.csv", "7.8,", "7.8％,");
    assert_eq!(seeds::read(&tables), seeds::chengguan());
}

#[test]
fn shares_that_miss_the_whole_say_their_sum() {
    let problem = the_problem("sources.csv", "Central budget,17", "Central budget,18");
    assert_eq!(
        problem.to_string(),
        "sources.csv, column share_pct: shares add to 101.00 %, not to 100 %"
    );
}

#[test]
fn ids_are_unique_and_plain() {
    let twice = the_problem("indicators.csv", "S67,", "S66,");
    assert_eq!(twice.kind, ProblemKind::DuplicateId { of: Thing::Indicator });
    let dotted = the_problem("indicators.csv", "S67,", "S.67,");
    assert_eq!(dotted.kind, ProblemKind::NotAnId);
}

#[test]
fn a_quoted_line_break_does_not_shift_the_row_numbers() {
    let tables = with(&seeds::chengguan_tables(), "tiers.csv", "增长7%、超", "\"增长7%，\n超");
    let tables = with(&tables, "tiers.csv", "1230.6亿元的目标值", "1230.6亿元\n的目标值\"");
    let tables = with(&tables, "tiers.csv", "\nstrive", "\n\nstrive");
    let found = problems(&with(&tables, "tiers.csv", "12.5", "x"));
    assert_eq!(found.len(), 1);
    assert_eq!(place(&found[0]), ("tiers.csv", Some(5), Some("growth_pct")));
}

#[test]
fn a_missing_table_is_named_and_the_rest_still_read() {
    for name in [
        "plan.csv",
        "industries.csv",
        "growth.csv",
        "categories.csv",
        "sources.csv",
        "tiers.csv",
        "multipliers.csv",
    ] {
        let mut tables = seeds::chengguan_tables();
        tables.remove(name);
        let found = problems(&tables);
        let missing = found.iter().filter(|own| own.kind == ProblemKind::MissingTable);
        assert_eq!(missing.map(|own| own.table.as_str()).collect::<Vec<_>>(), [name]);
    }
    let all = problems(&Tables::new());
    assert_eq!(all.len(), 7);
}

#[test]
fn a_misspelt_table_names_the_one_that_was_meant() {
    let mut tables = seeds::chengguan_tables();
    tables.insert("notes.txt".to_owned(), "anything".to_owned());
    tables.insert("project.csv".to_owned(), String::new());
    let found = problems(&tables);
    assert_eq!(
        found[0].kind,
        ProblemKind::UnknownTable { nearest: Some("projects.csv".to_owned()) }
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn files_that_are_no_tables_give_problems_and_never_a_panic() {
    let hostile: [(&str, String); 14] = [
        ("nothing", String::new()),
        ("blank", "\n\n  \n,,,\n".to_owned()),
        ("a zero byte", "id,name_zh\n\0,x\n".to_owned()),
        ("not UTF-8", String::from_utf8_lossy(b"\xb3\xc7\xb9\xd8,\xff\xfe\n").into_owned()),
        ("a million commas", ",".repeat(1_000_000)),
        ("a million commas below a header", format!("id,name_zh\n{}", ",".repeat(1_000_000))),
        ("a thousand columns", vec!["x"; 1_000].join(",")),
        ("a huge field", format!("id,name_zh\n{},x\n", "x".repeat(3_000_000))),
        ("a huge file", "x,y\n".repeat(1_500_000)),
        ("many rows", format!("id,name_zh\n{}", "a,b\n".repeat(6_000))),
        ("an open quote", "id,name_zh\n\"a,b\nc,d\n".to_owned()),
        ("quotes within", "id,name_zh\na\"b\"c,\"d\"e\"\n".to_owned()),
        ("the same header twice", "id,id,name_zh,name_zh\na,b,c,d\n".to_owned()),
        ("odd characters", "id,name_zh\n\u{202e}\u{1f600},\u{feff}\u{fffe}\n".to_owned()),
    ];
    for (what, text) in hostile {
        for table in ["plan.csv", "growth.csv", "projects.csv"] {
            let mut tables = seeds::chengguan_tables();
            tables.insert(table.to_owned(), text.clone());
            assert!(seeds::read(&tables).is_err(), "{what} in {table}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_whole_file_is_said_once() {
    let of = |text: String| {
        let mut tables = seeds::chengguan_tables();
        tables.insert("pillars.csv".to_owned(), text);
        let found = problems(&tables);
        let own: Vec<_> = found.into_iter().filter(|own| own.table == "pillars.csv").collect();
        assert_eq!(own.len(), 1, "{own:?}");
        own[0].kind.clone()
    };
    assert_eq!(of(String::new()), ProblemKind::Empty);
    assert_eq!(of("\0".to_owned()), ProblemKind::NotText);
    assert_eq!(of("x".repeat(5_000_001)), ProblemKind::FileTooLarge { most: 5_000_000 });
    assert_eq!(of(vec!["x"; 501].join(",")), ProblemKind::TooManyColumns { most: 500 });
    let rows: String = (0..6_000).map(|row| format!("p{row},x\n")).collect();
    assert_eq!(of(format!("id,name_zh\n{rows}")), ProblemKind::TooManyRows { most: 5_000 });
    assert_eq!(
        of(format!("id,name_zh\np,{}\n", "长".repeat(2_001))),
        ProblemKind::FieldTooLong { most: 2_000 }
    );
    assert_eq!(of("id,name_zh,name_zh\np,x,y\n".to_owned()), ProblemKind::DuplicateColumn);
    assert_eq!(
        of("id,name_zh\np,x,y\n".to_owned()),
        ProblemKind::UnevenRow { expected: 2, fields: 3 }
    );
}

#[test]
fn a_plan_with_every_field_spoilt_in_turn_never_stops_the_reader() {
    for id in ["chengguan", "linhe"] {
        let tables = if id == "linhe" { linhe_tables() } else { seeds::chengguan_tables() };
        // What both plans have is spoilt in the smaller one.
        let only_here = |name: &str| id == "linhe" || !linhe_tables().contains_key(name);
        for (name, text) in tables.iter().filter(|(name, _)| only_here(name)) {
            let lines: Vec<&str> = text.lines().take(6).collect();
            let columns = lines[0].split(',').count();
            for column in 0..columns {
                for spoilt in ["", "-1", "x"] {
                    let changed = lines.iter().map(|line| {
                        let mut fields: Vec<&str> = line.split(',').collect();
                        if let Some(field) = fields.get_mut(column) {
                            *field = spoilt;
                        }
                        fields.join(",")
                    });
                    let mut tables = tables.clone();
                    tables.insert(name.clone(), changed.collect::<Vec<_>>().join("\n"));
                    for problem in seeds::read(&tables).err().unwrap_or_default() {
                        let known = seeds::TABLES.iter().any(|own| own.name == problem.table);
                        assert!(known, "{name} column {column} {spoilt:?}: {problem}");
                    }
                }
            }
        }
    }
}

fn linhe_tables() -> Tables {
    let folder = super::root().join("seeds/linhe-2025");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn an_industry_that_uses_up_its_output_is_named() {
    let tables = with(&linhe_tables(), "coefficients.csv", "services,0.04", "services,0.9");
    let found = problems(&tables);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(place(&found[0]), ("coefficients.csv", None, Some("into_agriculture")));
    let ProblemKind::UnproductiveColumn { industry, sum } = &found[0].kind else {
        panic!("{found:?}")
    };
    assert_eq!(industry, "agriculture");
    assert!((sum - 1.07).abs() < 1e-9);
}

#[test]
fn value_added_beyond_what_inputs_leave_is_refused_with_the_most_that_is_possible() {
    let found =
        problems(&with(&linhe_tables(), "value_added.csv", "industry,0.22", "industry,0.7"));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(place(&found[0]), ("value_added.csv", Some(3), Some("value_added_per_yuan")));
    let ProblemKind::ValueAddedTooHigh { industry, most } = &found[0].kind else {
        panic!("{found:?}")
    };
    assert_eq!(industry, "industry");
    assert!((most - 0.66).abs() < 1e-9);
}

#[test]
fn households_earn_no_more_than_value_added_and_spend_less_than_they_earn() {
    let income = problems(&with(&linhe_tables(), "value_added.csv", "0.22,0.1,", "0.22,0.3,"));
    assert!(matches!(income[0].kind, ProblemKind::ValueAddedTooHigh { .. }));
    let spent = problems(&with(&linhe_tables(), "value_added.csv", "0.3,0.25", "0.3,0.95"));
    assert!(matches!(spent[0].kind, ProblemKind::UnproductiveColumn { .. }));
}

#[test]
fn multipliers_and_an_input_output_table_exclude_each_other() {
    let mut tables = linhe_tables();
    tables.insert(
        "multipliers.csv".to_owned(),
        "industry,category,value_added_per_yuan,provenance\n".to_owned(),
    );
    assert!(matches!(problems(&tables)[0].kind, ProblemKind::ConflictingTable { .. }));
    let mut tables = linhe_tables();
    tables.remove("retention.csv");
    let found = problems(&tables);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].table.as_str(), &found[0].kind),
        ("retention.csv", &ProblemKind::MissingTable)
    );
}

#[test]
fn explicit_amounts_add_to_the_total_and_begin_with_the_project() {
    let sum = problems(&with(&linhe_tables(), "spending.csv", "2026,3,,0.4", "2026,3,,1.4"));
    assert!(matches!(sum[0].kind, ProblemKind::AmountsDoNotAddUp { .. }), "{sum:?}");
    assert_eq!(place(&sum[0]), ("projects.csv", Some(4), Some("total_yi")));
    let early = problems(&with(&linhe_tables(), "spending.csv", "p03,2025,2", "p03,2025,1"));
    assert!(matches!(early[0].kind, ProblemKind::OutOfPlace { .. }), "{early:?}");
}

#[test]
fn a_default_that_another_table_holds_has_no_place_among_the_levers() {
    let problem = the_problem("levers.csv", "growth,%,,", "growth,%,5,");
    assert_eq!(problem.kind, ProblemKind::OutOfPlace { decided_by: "growth.csv".into() });
    let problem = the_problem("levers.csv", "execution,%,80,", "execution,%,,");
    assert_eq!(problem.kind, ProblemKind::MissingValue);
}

#[test]
fn an_annual_plan_begins_with_a_year_and_a_curve_never_falls() {
    let late = the_problem("projects.csv", "annual,2023Q1", "annual,2023Q2");
    assert_eq!(late.kind, ProblemKind::NotAFirstQuarter);
    let mut tables = seeds::template_tables();
    tables = with(&tables, "projects.csv", "2025Q1,8,,,", "2025Q1,8,0.5,3,");
    assert_eq!(problems(&tables)[0].kind, ProblemKind::FallingCurve { least: 6.0 });
}

#[test]
fn a_folder_that_is_not_there_is_a_problem() {
    let problems = seeds::read_dir(std::path::Path::new("nowhere/at-all")).unwrap_err();
    assert_eq!(problems[0].kind, ProblemKind::Unreadable);
}
