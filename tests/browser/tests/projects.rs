//! The page of projects, as a planner works with it: every way to move a project, the list, the funnel.

use anyhow::Result;
use browser_tests::{LAPTOP, PHONE, Page, Theme, Viewport, browse};
use mogao::engine::{self, Outcome};
use mogao::plan::Plan;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::text::{Language, Text};
use serde_json::Value;
use thirtyfour::By;

const PAGES: &str = ".pages button:nth-child(3)";
const HERO: &str = ".hero-number";
const UNDO: &str = "[data-action=undo]";
/// The new starts of the annual list, second in the plan.
const ROW: &str = "[aria-rowindex='3']";
const GRIP: &str = "[aria-rowindex='3'] .grip";
const START: &str = "[id=start-A2]";
const SIZE: &str = "[id=size-A2]";
const FIND: &str = ".project-tools [type=search]";
const STATUS: &str = "[aria-rowindex='3'] .status-cell select";

fn plan() -> Plan {
    seeds::chengguan().expect("the plan that comes with the app is sound")
}

/// What the model says natively with one lever of the second project set.
fn outcome(plan: &Plan, kind: Kind, value: f64) -> Outcome {
    let mut scenario = Scenario::default();
    scenario.set(Lever::of_item(kind, 1, plan), value, plan);
    engine::run(&resolve(plan, &scenario))
}

fn hero(outcome: &Outcome) -> String {
    Text::new(Language::Zh).money_number(outcome.annual(outcome.year).nominal)
}

async fn open(page: &Page, size: Viewport) -> Result<()> {
    page.go().await?;
    page.click(PAGES).await?;
    page.find(GRIP).await?;
    page.resize(size).await?;
    page.frame().await
}

/// Takes the bar of the second project and draws it so many pixels to the right without letting go.
async fn draw_bar(page: &Page, pixels: i64) -> Result<()> {
    let script = "const bar = document.querySelector(arguments[0]).getBoundingClientRect();
        return [bar.left + bar.width / 2, bar.top + bar.height / 2];";
    let place = page.driver.execute(script, vec![Value::from(GRIP)]).await?;
    let (x, y): (f64, f64) = place.convert()?;
    let (x, y) = (x.round() as i64, y.round() as i64);
    let mut chain = page.driver.action_chain().move_to(x, y).click_and_hold();
    for step in 1..=8 {
        chain = chain.move_to(x + pixels * step / 8, y);
    }
    Ok(chain.perform().await?)
}

async fn let_go(page: &Page) -> Result<()> {
    Ok(page.driver.action_chain().release().perform().await?)
}

async fn undo_words(page: &Page) -> Result<String> {
    Ok(page.find(UNDO).await?.attr("title").await?.unwrap_or_default())
}

async fn choose(page: &Page, css: &str, position: u32) -> Result<()> {
    let option = format!("{css} option:nth-child({})", position + 1);
    page.find(css).await?.click().await?;
    page.find(&option).await?.click().await?;
    page.press("Escape").await
}

#[test]
fn a_bar_that_is_dragged_moves_the_verdict_and_one_undo_takes_it_back() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let before = page.text(HERO).await?;
        draw_bar(page, 60).await?;
        let start: f64 = page.value(START).await?.parse()?;
        assert!(start > 1.0 && start * 2.0 == (start * 2.0).round(), "landed at {start}");
        assert_eq!(page.text(HERO).await?, hero(&outcome(&plan(), Kind::Delay, start)));
        page.find(&format!("{ROW} .bar-planned")).await?;
        let_go(page).await?;
        assert!(undo_words(page).await?.contains("推迟"));
        page.click(UNDO).await?;
        page.wait_for_text(HERO, &before).await?;
        assert_eq!(page.value(START).await?, "0.0");
        assert!(undo_words(page).await?.contains("没有"));
        Ok(())
    });
}

#[test]
fn escape_puts_a_bar_back_while_it_is_held() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let before = page.text(HERO).await?;
        draw_bar(page, 60).await?;
        assert_ne!(page.text(HERO).await?, before);
        page.press("Escape").await?;
        page.wait_for_text(HERO, &before).await?;
        draw_bar_on(page).await?;
        assert_eq!(page.value(START).await?, "0.0");
        let_go(page).await?;
        assert!(undo_words(page).await?.contains("没有"));
        Ok(())
    });
}

/// Moves the pointer on while it is down.
async fn draw_bar_on(page: &Page) -> Result<()> {
    Ok(page.driver.action_chain().move_by_offset(20, 0).perform().await?)
}

#[test]
fn nobody_has_to_drag() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        page.driver
            .execute("document.querySelector(arguments[0]).focus()", vec![Value::from(GRIP)])
            .await?;
        page.press("ArrowRight").await?;
        page.press("ArrowRight").await?;
        assert_eq!(page.value(START).await?, "2.0");
        page.click(&format!("{ROW} .start-cell .lever-steps button:first-child")).await?;
        page.frame().await?;
        assert_eq!(page.value(START).await?, "1.0");
        page.type_into(START, "3.5").await?;
        page.press("Enter").await?;
        page.frame().await?;
        assert_eq!(page.text(HERO).await?, hero(&outcome(&plan(), Kind::Delay, 3.5)));
        page.click(UNDO).await?;
        page.frame().await?;
        assert_eq!(page.value(START).await?, "1.0");
        Ok(())
    });
}

#[test]
fn a_size_is_typed_and_a_slip_is_explained() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        page.type_into(SIZE, "50").await?;
        page.press("Enter").await?;
        page.frame().await?;
        assert_eq!(page.text(HERO).await?, hero(&outcome(&plan(), Kind::Size, 0.5)));
        page.type_into(SIZE, "abc").await?;
        page.press("Enter").await?;
        page.wait_for_text(&format!("{ROW} .problem"), "请用数字").await?;
        Ok(())
    });
}

#[test]
fn a_state_that_was_chosen_goes_back_with_undo() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let before = page.text(HERO).await?;
        choose(page, STATUS, 1).await?;
        page.find(&format!("{ROW}.off")).await?;
        assert_ne!(page.text(HERO).await?, before);
        page.click(UNDO).await?;
        page.gone(&format!("{ROW}.off")).await?;
        let chosen = format!("return document.querySelector(\"{STATUS}\").selectedIndex");
        assert_eq!(page.evaluate(&chosen).await?, 0);
        Ok(())
    });
}

#[test]
fn many_are_changed_as_one_step() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let before = page.text(HERO).await?;
        page.click(".project-row.head .tick input").await?;
        page.wait_for_text(".project-changes", "已选 4 条（355 个，总投资 8,940.0").await?;
        let off = page.driver.find(By::XPath("//*[@class='project-changes']//button[.='不计入']"));
        off.await?.click().await?;
        page.wait_for_text(".project-row.total .effect-cell", "0.00").await?;
        page.click(UNDO).await?;
        page.wait_for_text(HERO, &before).await?;
        assert!(undo_words(page).await?.contains("没有"));
        Ok(())
    });
}

#[test]
fn a_search_finds_and_says_when_it_finds_nothing() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        page.type_into(FIND, "储备 年内").await?;
        page.wait_for_text(".project-tools", "显示 1 / 4 条").await?;
        assert_eq!(page.count(".project-line").await?, 1);
        page.type_into(FIND, "没有这个").await?;
        page.wait_for_text(".board-empty", "没有符合条件的项目").await?;
        page.click(".board-empty button").await?;
        page.wait_for_text(".project-tools", "显示 4 / 4 条").await?;
        assert_eq!(page.value(FIND).await?, "");
        Ok(())
    });
}

#[test]
fn groups_have_subtotals_and_fold() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        choose(page, "[aria-label=分组]", 2).await?;
        let heading = page.wait_for_text(".project-row.heading", "谋划储备").await?;
        assert!(heading.contains("166 个") && heading.contains("6,925.6"), "{heading}");
        page.click(".project-row.heading .board-name").await?;
        page.frame().await?;
        assert_eq!(page.count(".project-line").await?, 2);
        assert!(page.text(".project-row.total").await?.contains("8,940.0"));
        Ok(())
    });
}

#[test]
fn the_funnel_never_lets_a_total_pass_for_gdp() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let stages = page.text(".funnel-stages").await?;
        let outcome = engine::run(&resolve(&plan(), &Scenario::default()));
        assert!(stages.contains("8,940.0") && stages.contains("整个建设期"), "{stages}");
        assert!(stages.contains(&hero(&outcome)), "{stages}");
        assert!(page.text(".funnel-fold").await?.contains("总投资分多年花完"));
        let planned = page.text(".funnel-stage:nth-child(2) .funnel-amount").await?;
        page.drag_slider(".funnel-stage:first-child input[type=range]", 0.35, 0.9, 8).await?;
        assert_ne!(page.text(".funnel-stage:nth-child(2) .funnel-amount").await?, planned);
        assert_eq!(
            page.text(".funnel-stage:first-child .funnel-amount").await?,
            stages_first(&stages)
        );
        Ok(())
    });
}

/// The amount of the first stage in the text of them all.
fn stages_first(stages: &str) -> String {
    stages.lines().nth(1).unwrap_or_default().to_owned()
}

#[test]
fn projects_without_amounts_are_names_and_no_numbers() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        let names = page.text(".named-list").await?;
        assert!(names.contains("万象城") && names.contains("区博物馆"), "{names}");
        assert!(!names.contains("亿元"), "{names}");
        Ok(())
    });
}

#[test]
fn the_page_is_sound_for_everyone_in_both_languages_and_on_small_screens() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            page.click("[data-action=language]").await?;
            page.click(&format!("{ROW} .board-name")).await?;
            page.click(&format!("{ROW} .tick input")).await?;
            page.frame().await?;
            let found = page.axe().await?;
            assert!(found.is_empty(), "{}", found.join("\n"));
            for width in [PHONE.width, 320] {
                page.resize(Viewport { width, height: 640 }).await?;
                page.frame().await?;
                assert_eq!(page.sideways_overflow().await?, 0, "at {width}");
            }
            page.resize(LAPTOP).await?;
            page.frame().await?;
        }
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}
