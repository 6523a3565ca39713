//! Scenarios side by side: choosing them, what moves, and what each difference is worth.

use anyhow::Result;
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, browse};

const COMMON: &str = "[id='common-growth.2023-field']";

async fn open(page: &Page) -> Result<()> {
    page.evaluate(
        "[...document.querySelectorAll('.pages button')].find(b => /对比|Compare/.test(b.textContent)).click(); return true",
    )
    .await?;
    page.find(".compare-table").await?;
    page.frame().await
}

async fn set(page: &Page, value: &str) -> Result<()> {
    page.type_into(COMMON, value).await?;
    page.press("Enter").await?;
    page.frame().await
}

/// The text of a cell of the table: its row by the words in its head, its column by its number.
async fn cell(page: &Page, row: &str, column: usize) -> Result<String> {
    let script = format!(
        "const row = [...document.querySelectorAll('.compare-table tr')].find(row => row.firstChild.textContent.includes('{row}'));
         const cell = row && row.querySelector('.column-{column}');
         return cell ? cell.innerText.replace(/\\s+/g, ' ') : ''"
    );
    Ok(page.evaluate(&script).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_screen_moves_against_the_plan_and_each_difference_says_what_it_is_worth() {
    browse(async |page| {
        page.go().await?;
        open(page).await?;
        page.wait_for_text(".compare-none", "假设完全相同").await?;
        set(page, "0.5").await?;
        assert!(cell(page, "共同上调", 0).await?.starts_with("0.00"));
        let worth = page
            .wait_until("what it is worth", async || {
                let cell = cell(page, "共同上调", 1).await?;
                Ok(cell.contains("亿元").then_some(cell))
            })
            .await?;
        assert!(worth.starts_with("0.50") && worth.contains("+0.50"), "{worth}");
        // One difference alone is the whole difference.
        let total = cell(page, "合计", 1).await?;
        assert!(worth.ends_with(&total), "{worth} and {total}");
        let gdp = cell(page, "生产总值", 1).await?;
        let more = gdp.split_once(' ').map(|(_, more)| more).unwrap_or_default();
        assert!(total.starts_with(more), "{total} and {gdp}");
        let before = cell(page, "增速", 1).await?;
        set(page, "0.9").await?;
        assert_ne!(cell(page, "增速", 1).await?, before);
        Ok(())
    });
}

#[test]
fn kept_scenarios_and_named_steps_stand_beside_the_screen_and_what_equals_a_is_hidden() {
    browse(async |page| {
        page.go().await?;
        set(page, "0.4").await?;
        page.click("[data-action=steps]").await?;
        page.type_into("[data-field=step-name]", "起步").await?;
        page.press("Tab").await?;
        page.press("Escape").await?;
        page.find(".save-state[data-state=saved]").await?;
        page.click("[data-action=library]").await?;
        page.type_into("[data-field=scenario-name]", "<i>甲").await?;
        page.press("Tab").await?;
        page.click("[data-preset='Prices fall']").await?;
        page.press("Escape").await?;
        open(page).await?;
        page.click("[data-action=compare-add]").await?;
        page.wait_for_text(".compare-table thead", "<i>甲").await?;
        assert!(cell(page, "共同上调", 2).await?.starts_with("0.40"));
        assert_eq!(cell(page, "共同上调", 1).await?, "同 A");
        page.wait_until("the worth of both", async || {
            let second = cell(page, "合计", 1).await?;
            let third = cell(page, "合计", 2).await?;
            Ok((second.contains("亿元") && third.contains("亿元")).then_some(()))
        })
        .await?;
        assert_eq!(page.axe().await?, Vec::<String>::new());
        // The kept one is opened: its named step can be compared, and it no longer stands twice.
        page.click("[data-action=library]").await?;
        page.click("[data-action=open-kept]").await?;
        page.wait_for_text(".scenario-name", "<i>甲").await?;
        page.press("Escape").await?;
        page.wait_for_text(".compare-pick[data-column=B]", "历程：起步").await?;
        Ok(())
    });
}

#[test]
fn the_page_fits_every_screen_in_both_languages_and_is_accessible() {
    browse(async |page| {
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            for viewport in [DESKTOP, LAPTOP, PHONE] {
                page.resize(viewport).await?;
                page.go().await?;
                open(page).await?;
                page.click("[data-action=language]").await?;
                page.frame().await?;
                for _ in 0..2 {
                    let size = format!("{viewport:?} {theme:?}");
                    assert_eq!(page.sideways_overflow().await?, 0, "{size}");
                    let lines = "const bar = document.querySelector('.top-bar');
                        const tops = [...bar.children].filter(c => !c.matches('.pages, dialog, .brand, .unseen') && c.offsetParent)
                            .map(c => c.getBoundingClientRect()).map(r => r.top + r.height / 2);
                        return Math.max(...tops) - Math.min(...tops) < 8
                            && document.querySelector('.pages').scrollWidth <= document.querySelector('.pages').clientWidth";
                    assert_eq!(
                        page.evaluate(lines).await?,
                        serde_json::json!(true),
                        "the bar at {size}"
                    );
                    page.click("[data-action=language]").await?;
                    page.frame().await?;
                }
                assert_eq!(page.axe().await?, Vec::<String>::new());
            }
        }
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn on_a_phone_scenarios_stand_beside_a_one_after_another() {
    browse(async |page| {
        page.resize(PHONE).await?;
        page.go().await?;
        page.click("[data-action=library]").await?;
        page.click("[data-preset='Prices fall']").await?;
        page.click("[data-preset='Stretch push']").await?;
        page.press("Escape").await?;
        open(page).await?;
        page.wait_until("a kept scenario", async || {
            Ok((page.count("[data-action=compare-add]").await? > 0).then_some(()))
        })
        .await?;
        page.click("[data-action=compare-add]").await?;
        page.find(".compare-table thead .column-2").await?;
        let shown = "return [...document.querySelectorAll('.compare-table thead th')].filter(cell => cell.offsetParent)
            .map(cell => cell.className).join()";
        assert_eq!(page.evaluate(shown).await?, "column-0,column-1");
        page.evaluate(
            "document.querySelector('.compare-stepper').scrollIntoView({ block: 'center' }); return true",
        )
        .await?;
        page.click(".compare-stepper .button:last-child").await?;
        page.frame().await?;
        assert_eq!(page.evaluate(shown).await?, "column-0,column-2");
        page.wait_for_text(".compare-stepper", "情景 C（2/2）").await?;
        assert_eq!(page.sideways_overflow().await?, 0);
        assert_eq!(page.axe().await?, Vec::<String>::new());
        Ok(())
    });
}
