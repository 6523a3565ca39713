//! The main job, as a planner does it: move a lever, see GDP reach a tier or miss it.

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, browse};
use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::lever::{Lever, find};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::text::{Language, Text};

const COMMON_SLIDER: &str = "[aria-labelledby='common-growth.2023-label']";
const COMMON_FIELD: &str = "[id='common-growth.2023-field']";
const HERO: &str = ".hero-number";
const SENTENCE: &str = ".sentence";

fn plan() -> Plan {
    seeds::chengguan().expect("the plan that comes with the app is sound")
}

fn lever(plan: &Plan, key: &str) -> Lever {
    find(key, plan).expect("the plan has this lever")
}

/// What the model says natively with some levers set.
fn outcome(plan: &Plan, settings: &[(&str, f64)]) -> Outcome {
    let mut scenario = Scenario::default();
    for &(key, value) in settings {
        scenario.set(lever(plan, key), value, plan);
    }
    engine::run(&resolve(plan, &scenario))
}

fn hero(text: Text, outcome: &Outcome) -> String {
    text.money_number(outcome.annual(outcome.year).nominal)
}

#[test]
fn the_first_screen_says_what_the_model_says() {
    browse(async |page| {
        page.go().await?;
        let (plan, text) = (plan(), Text::new(Language::Zh));
        let outcome = outcome(&plan, &[]);
        assert_eq!(page.text(HERO).await?, hero(text, &outcome));
        let sentence = page.text(SENTENCE).await?;
        assert!(sentence.contains(&text.growth_phrase(outcome.growth(outcome.year))), "{sentence}");
        assert!(sentence.contains("未达到目标值"), "{sentence}");
        assert!(page.text(".notices").await?.contains("1,150.1 / 1,145.3 / 1,155.6"));
        assert!(page.text(".basis").await?.contains("情景测算，非预测"));
        Ok(())
    });
}

#[test]
fn dragging_a_growth_lever_changes_the_tier_and_undo_takes_the_whole_drag_back() {
    browse(async |page| {
        page.go().await?;
        let before = page.text(HERO).await?;
        page.drag_slider(COMMON_SLIDER, 0.2, 0.32, 20).await?;
        let sentence = page.wait_for_text(SENTENCE, "达到目标值").await?;
        assert!(!sentence.contains("未达到目标值"), "{sentence}");
        assert_says_what_the_field_says(page).await?;

        page.press("Control+z").await?;
        page.wait_for_text(SENTENCE, "未达到目标值").await?;
        assert_eq!(page.text(HERO).await?, before);
        page.press("Control+Shift+z").await?;
        page.wait_for_text(SENTENCE, "达到目标值").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

/// The figure on screen is the model's at the value in the field, run natively.
async fn assert_says_what_the_field_says(page: &Page) -> Result<()> {
    let points: f64 = page.value(COMMON_FIELD).await?.parse().context("the field's number")?;
    let plan = plan();
    let outcome = outcome(&plan, &[("common-growth.2023", points / 100.0)]);
    assert_eq!(page.text(HERO).await?, hero(Text::new(Language::Zh), &outcome));
    Ok(())
}

#[test]
fn escape_during_a_drag_puts_everything_back() {
    browse(async |page| {
        page.go().await?;
        let before = page.text(HERO).await?;
        let slider = page.find(COMMON_SLIDER).await?;
        let drag = page.driver.action_chain().move_to_element_center(&slider).click_and_hold();
        drag.move_by_offset(40, 0).perform().await?;
        page.wait_until("the figure moves", async || {
            Ok((page.text(HERO).await? != before).then_some(()))
        })
        .await?;
        page.press("Escape").await?;
        page.wait_until("the figure returns", async || {
            Ok((page.text(HERO).await? == before).then_some(()))
        })
        .await?;
        page.driver.action_chain().release().perform().await?;
        assert_eq!(page.text(HERO).await?, before);
        assert!(
            page.find("[data-action='undo']").await?.attr("aria-disabled").await?
                == Some("true".into())
        );
        Ok(())
    });
}

#[test]
fn a_typed_value_counts_exactly_and_stays_through_a_change_of_language() {
    browse(async |page| {
        page.go().await?;
        page.type_into(COMMON_FIELD, "０．８５ 个百分点").await?;
        page.press("Enter").await?;
        page.wait_for_text(SENTENCE, "达到目标值").await?;
        let plan = plan();
        let outcome = outcome(&plan, &[("common-growth.2023", 0.0085)]);
        assert_eq!(page.text(HERO).await?, hero(Text::new(Language::Zh), &outcome));

        page.click("[data-action='language']").await?;
        page.wait_for_text(SENTENCE, "Target").await?;
        assert_eq!(page.text(HERO).await?, hero(Text::new(Language::En), &outcome));
        assert_eq!(page.value(COMMON_FIELD).await?, "0.85");
        assert_eq!(page.evaluate("return document.documentElement.lang").await?, "en");
        Ok(())
    });
}

#[test]
fn what_cannot_be_read_keeps_the_last_good_value_and_says_why() {
    browse(async |page| {
        page.go().await?;
        let before = page.text(HERO).await?;
        let field = "[id='growth.finance.2023-field']";
        for (typed, said) in
            [("abc", "不是一个数"), ("1e400", "太大"), ("-150 %", "之间"), ("", "请填")]
        {
            page.type_into(field, typed).await?;
            if typed.is_empty() {
                page.press("Delete").await?;
            }
            page.press("Enter").await?;
            let problem = page.wait_for_text(".problem", said).await?;
            assert!(problem.contains("仍按"), "{typed:?}: {problem}");
            assert_eq!(page.text(HERO).await?, before, "{typed:?}");
            assert_eq!(
                page.find(field).await?.attr("aria-invalid").await?.as_deref(),
                Some("true"),
                "{typed:?}"
            );
            page.press("Escape").await?;
            page.gone(".problem").await?;
        }
        Ok(())
    });
}

#[test]
fn the_table_behind_the_chart_shows_the_model_s_quarters() {
    browse(async |page| {
        page.go().await?;
        page.click(".main-chart .figure-actions button").await?;
        let cells = page
            .evaluate(
                "return [...document.querySelectorAll('.main-chart tbody tr')]\
                 .map(row => [...row.cells].map(cell => cell.textContent))",
            )
            .await?;
        let cells: Vec<Vec<String>> = serde_json::from_value(cells)?;
        let (plan, text) = (plan(), Text::new(Language::Zh));
        let outcome = outcome(&plan, &[]);
        assert_eq!(cells.len(), outcome.grid.quarters() - 4);
        for (row, t) in cells.iter().zip(4..) {
            assert_eq!(row[0], text.quarter(outcome.grid, t));
            assert_eq!(row[1], text.money_number(outcome.quarterly(t).nominal));
            assert_eq!(row[2], text.money_number(outcome.trailing(t).nominal));
            assert_eq!(row[5], text.rate_fine(outcome.year_to_date_growth(t)));
        }
        Ok(())
    });
}

#[test]
fn a_project_that_is_left_out_takes_its_effect_with_it() {
    browse(async |page| {
        page.go().await?;
        page.click(".board-row .board-name").await?;
        page.click(".board-edit .toggle label:nth-of-type(2)").await?;
        let plan = plan();
        let mut scenario = Scenario::default();
        scenario.choose(0, |choice| choice.status = Some(mogao::plan::project::Status::Off));
        let outcome = engine::run(&resolve(&plan, &scenario));
        page.wait_for_text(HERO, &hero(Text::new(Language::Zh), &outcome)).await?;
        Ok(())
    });
}

#[test]
fn keys_alone_move_a_lever_and_undo_it() {
    browse(async |page| {
        page.go().await?;
        let before = page.text(HERO).await?;
        page.evaluate(&format!("document.querySelector(\"{COMMON_SLIDER}\").focus()")).await?;
        for _ in 0..3 {
            page.press("Shift+ArrowRight").await?;
        }
        page.wait_until("the figure moves", async || {
            Ok((page.text(HERO).await? != before).then_some(()))
        })
        .await?;
        assert_says_what_the_field_says(page).await?;
        page.press("Control+z").await?;
        page.wait_until("the burst is one step", async || {
            Ok((page.text(HERO).await? == before).then_some(()))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_while_levers_are_moved_and_tables_and_problems_are_open() {
    browse(async |page| {
        page.go().await?;
        page.type_into(COMMON_FIELD, "1.5").await?;
        page.press("Enter").await?;
        page.type_into("[id='growth.finance.2023-field']", "abc").await?;
        page.press("Enter").await?;
        page.click(".main-chart .figure-actions button").await?;
        page.click(".board-row .board-name").await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            for size in [DESKTOP, LAPTOP, PHONE] {
                page.resize(size).await?;
                page.frame().await?;
                assert_eq!(page.axe().await?, Vec::<String>::new(), "{theme:?} {size:?}");
            }
        }
        Ok(())
    });
}
