//! The workbook: its values are the engine's, its cells depend on the plan alone, and no text becomes a
//! formula. Whether other programs compute the same from its formulas is asked in `tests/workbook`.

mod agreement;
mod scenarios;

use agreement::Agreement;
use mogao::engine;
use mogao::exchange::workbook::{Book, Value, compose, workbook};
use mogao::plan::Plan;
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::text::{Language, Text};

/// The plan of the district, and the invented one whose effects come from an input–output table.
fn plans() -> Vec<Plan> {
    vec![seeds::chengguan().unwrap(), seeds::linhe().unwrap()]
}

fn agrees(plan: &Plan, name: &str, scenario: &Scenario, language: Language) -> usize {
    let (book, places) = compose(plan, scenario, name, language);
    assert_eq!(book.dangling, [], "{name}: a formula reads cells where nothing stands");
    let outcome = engine::run(&resolve(plan, scenario));
    let read = |at| book.value(at);
    let found = Agreement::of(plan, &outcome, &places, Text::new(language), &read);
    let faults = &found.faults[..found.faults.len().min(12)];
    assert!(faults.is_empty(), "{}, {name}:\n{}", plan.id, faults.join("\n"));
    found.compared
}

#[test]
fn a_workbook_says_what_the_engine_says_at_both_ends_of_every_lever() {
    for plan in plans() {
        for (name, scenario) in scenarios::lever_ends(&plan) {
            assert!(agrees(&plan, &name, &scenario, Language::Zh) > 1000);
        }
    }
}

#[test]
fn a_workbook_honours_choices_known_figures_and_switches() {
    for plan in plans() {
        for (name, scenario) in scenarios::choices(&plan) {
            agrees(&plan, &name, &scenario, Language::En);
        }
    }
}

#[test]
fn the_same_input_is_the_same_cell_in_every_workbook_of_a_plan() {
    for plan in plans() {
        let text = Text::new(Language::Zh);
        let (planned, places) = compose(&plan, &Scenario::default(), "", Language::Zh);
        for (name, scenario) in scenarios::choices(&plan) {
            let (book, own) = compose(&plan, &scenario, "", Language::Zh);
            assert_eq!(own.inputs(&plan, &scenario, text), places.inputs(&plan, &scenario, text));
            for (at, value) in own.inputs(&plan, &scenario, text) {
                assert_eq!(book.value(at), value, "{name}: {}", at.name());
            }
            // Apart from the cover, which tells what was exported, formulas are the same ones.
            for (one, other) in planned.sheets.iter().zip(&book.sheets).skip(1) {
                let formulas = |sheet: &mogao::exchange::workbook::Sheet| -> Vec<_> {
                    sheet.cells.iter().map(|(&at, cell)| (at, cell.formula.clone())).collect()
                };
                assert!(formulas(one) == formulas(other), "{name}: {}", one.name);
            }
        }
    }
}

fn formulas(book: &Book) -> usize {
    book.sheets
        .iter()
        .flat_map(|sheet| sheet.cells.values())
        .filter(|cell| cell.formula.is_some())
        .count()
}

#[test]
fn what_is_derived_is_a_formula_and_no_formula_fails() {
    for plan in plans() {
        let (book, places) = compose(&plan, &Scenario::default(), "", Language::Zh);
        assert!(formulas(&book) > 3000, "{}", formulas(&book));
        for sheet in &book.sheets {
            for (at, cell) in &sheet.cells {
                let fails = matches!(cell.value, Value::Number(number) if !number.is_finite());
                assert!(!fails, "{} {at:?}: {:?}", sheet.name, cell.formula);
            }
        }
        for t in 0..plan.grid.quarters() {
            for item in 0..plan.industries.len() {
                let at = places.real.at(item, t);
                assert!(book.sheets[at.sheet].cells[&(at.row, at.column)].formula.is_some());
            }
        }
    }
}

#[test]
fn a_workbook_written_twice_is_the_same_to_the_byte() {
    let plan = seeds::linhe().unwrap();
    let write = || workbook(&plan, &Scenario::default(), "甲", Language::Zh).unwrap();
    let (first, second) = (write(), write());
    assert!(first == second && first.starts_with(b"PK"));
}

#[test]
fn no_name_becomes_a_formula() {
    let mut plan = seeds::linhe().unwrap();
    let starts = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
    for (project, start) in plan.projects.iter_mut().zip(starts.iter().cycle()) {
        project.name.zh = format!("{start}1+1");
    }
    for (index, industry) in plan.industries.iter_mut().enumerate() {
        industry.name.zh = format!("{}HYPERLINK(\"x\")", starts[index % starts.len()]);
    }
    let (book, _) = compose(&plan, &Scenario::default(), "=1+1", Language::Zh);
    let named = plan.projects.iter().map(|project| &project.name.zh);
    let names: Vec<&String> =
        named.chain(plan.industries.iter().map(|item| &item.name.zh)).collect();
    let mut found = 0;
    for cell in book.sheets.iter().flat_map(|sheet| sheet.cells.values()) {
        if let Value::Words(words) = &cell.value
            && names.contains(&words)
        {
            assert_eq!(cell.formula, None, "{words}");
            found += 1;
        }
        let formula = cell.formula.as_deref().unwrap_or("=");
        assert!(formula.starts_with('=') && !formula.contains("HYPERLINK"), "{formula}");
    }
    assert!(found > 50, "{found}");
    // A rate below zero is still a number.
    let mut scenario = Scenario::default();
    let spec = &mogao::plan::lever::catalogue(&plan)[0];
    scenario.set(spec.lever, -0.01, &plan);
    let (book, places) = compose(&plan, &scenario, "", Language::Zh);
    let inputs = places.inputs(&plan, &scenario, Text::new(Language::Zh));
    assert!(inputs.iter().any(|(at, value)| {
        matches!(value, Value::Number(number) if *number < 0.0) && book.value(*at) == *value
    }));
}
