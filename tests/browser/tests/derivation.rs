//! Any figure opens its derivation, down to the words of the document; the answer stays in sight.

use anyhow::Result;
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport, browse};

const SHEET: &str = ".derivation";
const TITLE: &str = ".derivation-title";
const FIGURE: &str = ".derivation-figure";
const HERO: &str = "button.hero";
const COMMON_FIELD: &str = "[id='common-growth.2023-field']";
const BASE_FIELD: &str = "#base-gdp-field";
const SMALLEST: Viewport = Viewport { width: 320, height: 700 };

/// Opens what a term of the open derivation comes from.
async fn ask(page: &Page, name: &str) -> Result<()> {
    let script = format!(
        "const found = [...document.querySelectorAll('.derivation .table button')]\
            .find(button => button.textContent.includes('{name}'));\
         if (found) found.click();\
         return !!found;"
    );
    assert_eq!(page.evaluate(&script).await?, true, "no term is called {name}");
    page.frame().await
}

async fn focused(page: &Page) -> Result<String> {
    let class = page.evaluate("return document.activeElement.className").await?;
    Ok(class.as_str().unwrap_or_default().to_owned())
}

/// Whether one element lies over another.
async fn covers(page: &Page, one: &str, other: &str) -> Result<bool> {
    let script = format!(
        "const [a, b] = ['{one}', '{other}'].map(css =>\
            document.querySelector(css).getBoundingClientRect());\
         return a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;"
    );
    Ok(page.evaluate(&script).await? == true)
}

#[test]
fn the_large_figure_leads_down_to_the_base_year_and_back() {
    browse(async |page| {
        page.go().await?;
        page.click(HERO).await?;
        page.wait_for_text(TITLE, "地区生产总值（现价）").await?;
        assert_eq!(focused(page).await?, "derivation-title");
        for name in ["基准", "金融业", "2022", "上年 GDP 基数"] {
            ask(page, name).await?;
        }
        page.wait_for_text(TITLE, "上年 GDP 基数").await?;
        page.wait_for_text(SHEET, "由目标值反推").await?;
        page.wait_for_text(SHEET, "情景测算，非预测").await?;
        for _ in 0..4 {
            page.click(".derivation-back").await?;
        }
        page.wait_for_text(TITLE, "地区生产总值（现价）").await?;
        assert_eq!(page.count(".derivation-back").await?, 0);
        page.press("Escape").await?;
        page.gone(SHEET).await?;
        assert_eq!(focused(page).await?, "hero");
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_key_s_opens_the_figure_unless_a_field_is_being_filled_in() {
    browse(async |page| {
        page.go().await?;
        page.press("s").await?;
        page.find(SHEET).await?;
        page.press("s").await?;
        page.gone(SHEET).await?;
        page.click(COMMON_FIELD).await?;
        page.press("s").await?;
        page.frame().await?;
        assert_eq!(page.count(SHEET).await?, 0);
        Ok(())
    });
}

#[test]
fn an_open_derivation_follows_the_levers() {
    browse(async |page| {
        page.go().await?;
        page.click(HERO).await?;
        let before = page.text(FIGURE).await?;
        page.type_into(COMMON_FIELD, "1").await?;
        page.press("Enter").await?;
        page.wait_until("another figure", async || {
            let now = page.text(FIGURE).await?;
            Ok((now != before).then_some(()))
        })
        .await?;
        let hero = page.text(".hero-number").await?;
        assert!(page.text(FIGURE).await?.starts_with(&hero));
        Ok(())
    });
}

#[test]
fn the_sheet_never_lies_over_the_answer() {
    browse(async |page| {
        page.go().await?;
        for size in [DESKTOP, LAPTOP, PHONE, SMALLEST] {
            page.resize(size).await?;
            page.frame().await?;
            page.click(HERO).await?;
            page.find(SHEET).await?;
            assert!(!covers(page, SHEET, ".hero-number").await?, "{size:?}");
            assert_eq!(page.sideways_overflow().await?, 0, "{size:?}");
            page.press("Escape").await?;
            page.gone(SHEET).await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_an_open_derivation() {
    browse(async |page| {
        page.go().await?;
        page.click(HERO).await?;
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

#[test]
fn a_base_year_of_ones_own_is_marked_in_the_derivation() {
    browse(async |page| {
        page.go().await?;
        page.evaluate("document.querySelectorAll('details').forEach(own => own.open = true)")
            .await?;
        page.type_into(BASE_FIELD, "1148").await?;
        page.press("Enter").await?;
        page.click(HERO).await?;
        for name in ["基准", "金融业", "2022", "上年 GDP 基数"] {
            ask(page, name).await?;
        }
        page.wait_for_text(".proof", "自填").await?;
        page.wait_for_text(".proof", "计划为").await?;
        Ok(())
    });
}
