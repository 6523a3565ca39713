//! The page of answers, as a planner asks: what matters, what it takes, what breaks, which projects.

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport, browse};

const ANSWERS: &str = ".pages button:nth-child(2)";
const COMMON_FIELD: &str = "[id='common-growth.2023-field']";
const SENTENCE: &str = ".sentence";
const UNDO: &str = "[data-action=undo]";

async fn open(page: &Page, size: Viewport) -> Result<()> {
    page.go().await?;
    page.resize(size).await?;
    page.click(ANSWERS).await?;
    page.find(".answers-body").await?;
    page.frame().await
}

/// Growth raised so far that the target is reached.
async fn reach_the_target(page: &Page) -> Result<()> {
    page.type_into(COMMON_FIELD, "1.2").await?;
    page.press("Enter").await?;
    page.wait_for_text(SENTENCE, "达到").await?;
    Ok(())
}

/// Presses an element wherever it has been scrolled to.
async fn press(page: &Page, css: &str) -> Result<()> {
    page.find(css).await?.scroll_into_view().await?;
    page.click(css).await
}

/// Waits until something is there.
async fn there(page: &Page, css: &str) -> Result<()> {
    page.wait_until(css, async || Ok((page.count(css).await? > 0).then_some(()))).await
}

#[test]
fn a_row_of_the_tornado_leads_to_its_lever() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        there(page, ".swing").await?;
        page.evaluate(
            "const row = document.querySelector('.swing');\
             row.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        )
        .await?;
        let focused = async || {
            let id = page.evaluate("return document.activeElement.id").await?;
            Ok(id.as_str().filter(|id| id.ends_with("-slider")).map(str::to_owned))
        };
        let id = page.wait_until("a slider has the focus", focused).await?;
        let before = page.text(".hero-number").await?;
        page.press("Shift+ArrowRight").await?;
        page.wait_until(&format!("{id} moves the result"), async || {
            Ok((page.text(".hero-number").await? != before).then_some(()))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn the_tornado_can_be_read_as_a_table_whose_rows_lead_to_their_levers_too() {
    browse(async |page| {
        open(page, LAPTOP).await?;
        there(page, ".swing").await?;
        press(page, ".swings .figure-actions button").await?;
        press(page, ".swings tbody tr:nth-child(2) .link").await?;
        page.wait_until("a slider has the focus", async || {
            let id = page.evaluate("return document.activeElement.id").await?;
            Ok(id.as_str().is_some_and(|id| id.ends_with("-slider")).then_some(()))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn a_way_that_is_taken_reaches_the_tier_and_one_undo_takes_it_back() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        let before = page.wait_for_text(SENTENCE, "未达到目标值").await?;
        there(page, ".way.reaches .apply").await?;
        press(page, ".way.reaches .apply").await?;
        page.wait_until("the target is reached", async || {
            let sentence = page.text(SENTENCE).await?;
            Ok((sentence.contains("达到目标值") && !sentence.contains("未达到")).then_some(()))
        })
        .await?;
        page.wait_for_text(".way", "已经达到").await?;
        press(page, UNDO).await?;
        page.wait_for_text(SENTENCE, &before).await?;
        Ok(())
    });
}

#[test]
fn a_locked_lever_stays_out_of_every_way() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        there(page, ".way.reaches .moves").await?;
        let name = "季度执行率";
        page.wait_for_text(".ways-row", name).await?;
        page.evaluate(
            "document.querySelector(\"[id='execution-field']\").closest('.lever')\
             .querySelector('.lever-lock').click()",
        )
        .await?;
        page.wait_for_text(".locks", name).await?;
        page.wait_until("the ways leave it", async || {
            let ways = page.text(".ways-row").await.unwrap_or_default();
            Ok((ways.contains("能达到") && !ways.contains(name)).then_some(()))
        })
        .await?;
        press(page, ".locks .link").await?;
        page.wait_for_text(".ways-row", name).await?;
        Ok(())
    });
}

#[test]
fn bad_news_loses_the_tier_and_its_repair_wins_it_back() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        page.wait_for_text(".breaks", "一档都没有达到").await?;
        reach_the_target(page).await?;
        there(page, ".strike").await?;
        press(page, ".strike").await?;
        page.wait_for_text(".breaks .answer-sentence", "失守").await?;
        page.wait_for_text(".breaks .answer-sentence", "已经发生").await?;
        press(page, ".repair .apply").await?;
        page.wait_for_text(".breaks .answer-sentence", "守得住").await?;
        press(page, ".take-back").await?;
        page.wait_for_text(".breaks .answer-sentence", "坏消息到这一步").await?;
        Ok(())
    });
}

#[test]
fn projects_are_chosen_called_off_and_carried_out() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        press(page, ".frontier-region .run-study").await?;
        // So small a plan may be answered before a hand could call it off.
        page.evaluate("document.querySelector('.frontier-region .cancel-study')?.click()").await?;
        there(page, ".frontier-region .run-study").await?;
        // That stood at the foot of the page, and what is set here lies above it.
        page.find("[id=limit-starts]").await?.scroll_into_view().await?;
        page.type_into("[id=limit-starts]", "2").await?;
        page.press("Enter").await?;
        page.click("[aria-label='先开工的项目'] option:nth-child(2)").await?;
        page.click("[aria-label='后开工的项目'] option:nth-child(2)").await?;
        page.wait_for_text("[aria-label='开工次序']", "先于").await?;
        press(page, ".portfolio .run-study").await?;
        there(page, ".arranged").await?;
        let said = page.text(".portfolio .answer-sentence").await?;
        assert!(said.contains("财政性资金") || said.contains("做不到"), "{said}");
        press(page, ".portfolio .apply").await?;
        page.wait_for_text(".portfolio", "改动之前").await?;
        let undo = page.find(UNDO).await?.attr("aria-disabled").await?;
        assert_eq!(undo.as_deref(), Some("false"));
        Ok(())
    });
}

#[test]
fn the_parts_of_a_difference_add_up_as_shown() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        page.wait_for_text(".difference", "没有改动").await?;
        reach_the_target(page).await?;
        page.type_into("[id='execution-field']", "90").await?;
        page.press("Enter").await?;
        press(page, ".break-down").await?;
        there(page, ".parts tfoot").await?;
        let shown = page
            .evaluate(
                "return [...document.querySelectorAll('.parts tbody tr, .parts tfoot tr')]\
                 .map(row => row.lastElementChild.textContent.replace('\\u2212', '-'))",
            )
            .await?;
        let figures: Vec<String> = serde_json::from_value(shown)?;
        let figures: Vec<f64> = figures
            .iter()
            .map(|figure| figure.parse().with_context(|| figure.clone()))
            .collect::<Result<_>>()?;
        let (sum, parts) = figures.split_last().context("a sum")?;
        assert_eq!(parts.len(), 2);
        let rounding = 0.05 * (parts.len() + 1) as f64 + 1e-9;
        assert!((parts.iter().sum::<f64>() - sum).abs() <= rounding, "{figures:?}");
        assert!(*sum > 0.0);
        Ok(())
    });
}

#[test]
fn what_was_asked_is_still_asked_after_a_look_at_another_page() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        press(page, ".answers-tier .toggle-choice:nth-of-type(2)").await?;
        press(page, ".matters .toggle-choice:nth-of-type(2)").await?;
        page.wait_for_text(".matters", "争取值").await?;
        page.click(".pages button:nth-child(1)").await?;
        page.find(".main-chart").await?;
        page.click(ANSWERS).await?;
        page.wait_for_text(".matters", "距争取值还差多少").await?;
        page.wait_for_text(".ways .toggle-choice.chosen", "争取值").await?;
        Ok(())
    });
}

#[test]
fn the_page_is_sound_for_everyone_in_both_languages_and_on_small_screens() {
    browse(async |page| {
        open(page, DESKTOP).await?;
        reach_the_target(page).await?;
        there(page, ".strike").await?;
        there(page, ".swing").await?;
        press(page, ".break-down").await?;
        there(page, ".parts tfoot").await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            press(page, "[data-action=language]").await?;
            for size in [DESKTOP, LAPTOP, PHONE, Viewport { width: 320, height: 640 }] {
                page.resize(size).await?;
                page.frame().await?;
                let found = page.axe().await?;
                assert!(found.is_empty(), "{theme:?} {size:?}\n{}", found.join("\n"));
                assert_eq!(page.sideways_overflow().await?, 0, "{size:?}");
            }
            page.resize(DESKTOP).await?;
            page.frame().await?;
        }
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}
