//! Two spreadsheet programs against the engine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use mogao::exchange::workbook::{compose, file};
use mogao::plan::Plan;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::text::{Language, Text};
use workbook_tests::sheets::Sheets;
use workbook_tests::{Named, check, every_scenario, office, some_scenarios};

fn plans() -> [Plan; 2] {
    [seeds::chengguan().unwrap(), seeds::linhe().unwrap()]
}

/// One written workbook, its inputs changed to every scenario in turn.
#[test]
fn a_spreadsheet_engine_follows_every_lever_to_the_digits_of_the_model() {
    for (plan, language) in plans().into_iter().zip(Language::ALL) {
        let text = Text::new(language);
        let (book, places) = compose(&plan, &Scenario::default(), "", language);
        let mut sheets = Sheets::open(&file(&book).unwrap()).unwrap();
        let mut now = places.inputs(&plan, &Scenario::default(), text);
        let mut compared = 0;
        for scenario in every_scenario(&plan) {
            let wanted = places.inputs(&plan, &scenario.1, text);
            let changed = wanted.iter().zip(&now).filter(|(wanted, now)| wanted != now);
            for ((at, value), _) in changed {
                sheets.set(*at, value).unwrap();
            }
            sheets.calculate();
            now = wanted;
            compared += check(&plan, &scenario, &places, text, &|at| sheets.read(at)).unwrap();
        }
        println!("{}: {compared} figures", plan.id);
    }
}

/// A workbook of the plan into which somebody has typed a scenario: its cached values are the plan's.
fn stale(plan: &Plan, scenario: &Named, language: Language) -> Vec<u8> {
    let (mut book, places) = compose(plan, &Scenario::default(), "", language);
    for (at, value) in places.inputs(plan, &scenario.1, Text::new(language)) {
        book.overwrite(at, value);
    }
    file(&book).unwrap()
}

#[test]
fn libreoffice_recalculates_the_workbook_to_the_digits_of_the_model() {
    let cases: Vec<(Plan, Named, Language)> = plans()
        .into_iter()
        .zip(Language::ALL)
        .flat_map(|(plan, language)| {
            let chosen = some_scenarios(&plan, 25);
            chosen.into_iter().map(move |scenario| (plan.clone(), scenario, language))
        })
        .collect();
    let files: Vec<Vec<u8>> =
        cases.iter().map(|(plan, scenario, language)| stale(plan, scenario, *language)).collect();
    let recalculated = office::recalculate(&files).unwrap();
    let planned: Named = ("as planned".to_owned(), Scenario::default());
    let mut moved = 0;
    for (index, (plan, scenario, language)) in cases.iter().enumerate() {
        let text = Text::new(*language);
        let (_, places) = compose(plan, &Scenario::default(), "", *language);
        let after = Sheets::open(&recalculated[index]).unwrap();
        check(plan, scenario, &places, text, &|at| after.read(at)).unwrap();
        // The file that went in passes only where the scenario changes nothing: the check can fail.
        let before = Sheets::open(&files[index]).unwrap();
        let stale = check(plan, scenario, &places, text, &|at| before.read(at)).is_err();
        let moves = check(plan, &planned, &places, text, &|at| after.read(at)).is_err();
        assert_eq!(stale, moves, "{}", scenario.0);
        moved += usize::from(moves);
    }
    assert!(moved * 4 > cases.len() * 3, "{moved} of {} moved anything", cases.len());
}
