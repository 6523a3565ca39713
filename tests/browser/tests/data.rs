//! The data page in a real browser: another plan, known quarters, working back from a goal.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport, browse};
use mogao::exchange::folder;
use mogao::seeds;

/// A narrow telephone, or a page enlarged four times.
const NARROW: Viewport = Viewport { width: 320, height: 640 };

const FILES: &str = "[data-action=choose-files]";

async fn open(page: &Page) -> Result<()> {
    page.go().await?;
    page.click(".pages button:nth-child(6)").await?;
    page.find(".data-page").await?;
    Ok(())
}

/// A folder of its own for the files of one test.
fn place(name: &str) -> Result<PathBuf> {
    let place = std::env::temp_dir().join(format!("mogao-{}-{name}", std::process::id()));
    fs::create_dir_all(&place)?;
    Ok(place)
}

/// Chooses files as a planner does in the browser's dialog.
async fn choose(page: &Page, files: &[PathBuf]) -> Result<()> {
    let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    Ok(page.find(FILES).await?.send_keys(paths.join("\n")).await?)
}

async fn enter(page: &Page, css: &str, figure: &str) -> Result<()> {
    page.type_into(css, figure).await?;
    page.press("Enter").await
}

#[test]
fn tables_in_a_zip_become_the_plan_and_the_plan_goes_out_as_it_came() {
    browse(async |page| {
        open(page).await?;
        let zip = place("zip")?.join("我的区.zip");
        fs::write(&zip, folder::pack(&seeds::template_tables())?)?;
        choose(page, &[zip]).await?;
        page.wait_for_text(".plan-status", "已打开").await?;
        assert_eq!(page.text(".plan-title").await?, "我区规划");
        page.click(".plan-status .link").await?;
        page.wait_for_text(".plan-name", "我区规划").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn tables_as_chinese_spreadsheets_save_them_are_read() {
    browse(async |page| {
        open(page).await?;
        let place = place("gb")?;
        let mut files = Vec::new();
        for (name, text) in seeds::template_tables() {
            let mut bytes = text.replace("示例值，请替换", "x").replace('年', "y").into_bytes();
            if name == "plan.csv" {
                // "黄河区" as GB18030.
                let text = String::from_utf8(bytes)?;
                let (before, after) = text.split_once("我区规划").context("no name")?;
                let own = b"\xbb\xc6\xba\xd3\xc7\xf8";
                bytes = [before.as_bytes(), own, after.as_bytes()].concat();
            }
            let file = place.join(name);
            fs::write(&file, bytes)?;
            files.push(file);
        }
        choose(page, &files).await?;
        page.wait_for_text(".plan-title", "黄河区").await?;
        Ok(())
    });
}

#[test]
fn every_problem_is_listed_with_its_place_and_the_old_plan_stays() {
    browse(async |page| {
        open(page).await?;
        let before = page.text(".plan-title").await?;
        let place = place("bad")?;
        let mut files = Vec::new();
        for (name, text) in seeds::template_tables() {
            let file = place.join(&name);
            match name.as_str() {
                "plan.csv" => {
                    fs::write(&file, text.replace("base_gdp_yi,100", "base_gdp_yi,1e400"))?
                }
                "growth.csv" => {
                    fs::write(&file, text.replace("agriculture,2025,4.0", "agriculture,2025,-150"))?
                }
                "tiers.csv" => fs::write(&file, [0xff, 0x00, 0xfe, 0x01])?,
                _ => fs::write(&file, text)?,
            }
            files.push(file);
        }
        choose(page, &files).await?;
        let said = page.wait_for_text(".troubles", "计划没有打开").await?;
        for words in ["仍在使用", "plan.csv", "1e400", "growth.csv", "-150", "tiers.csv"] {
            assert!(said.contains(words), "{words} is missing in {said}");
        }
        assert_eq!(page.text(".plan-title").await?, before);
        assert_eq!(page.axe().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_zip_bomb_is_refused_while_the_page_stays_alive() {
    browse(async |page| {
        open(page).await?;
        let bomb =
            std::collections::BTreeMap::from([("plan.csv".to_owned(), "0".repeat(50_000_000))]);
        let zip = place("bomb")?.join("bomb.zip");
        fs::write(&zip, folder::pack(&bomb)?)?;
        choose(page, &[zip]).await?;
        page.wait_for_text(".troubles", "5,000,000").await?;
        Ok(())
    });
}

#[test]
fn changes_are_listed_before_another_plan_takes_their_place() {
    browse(async |page| {
        open(page).await?;
        enter(page, "#actual-4", "6.4").await?;
        page.wait_for_text(".scenario-name", "1").await?;
        page.click("[data-plan=linhe-2025]").await?;
        page.wait_for_text("#leave-scenario", "6.40").await?;
        page.press("Escape").await?;
        page.gone("#leave-scenario[open]").await?;
        page.click("[data-plan=linhe-2025]").await?;
        page.click("[data-action=open-plan]").await?;
        page.wait_for_text(".plan-title", "临河区").await?;
        // This plan knows what households spend.
        page.find("[name=induced]").await?;
        Ok(())
    });
}

#[test]
fn a_known_quarter_says_what_the_rest_of_the_year_must_do() {
    browse(async |page| {
        open(page).await?;
        enter(page, "#actual-4", "-150").await?;
        page.wait_for_text(".actual .problem", "−100").await?;
        assert_eq!(page.count(".tier-required").await?, 0);
        enter(page, "#actual-4", "5").await?;
        page.wait_for_text(".rest-of-year", "5.00").await?;
        assert_eq!(page.count(".tier-required").await?, 3);
        page.click(".actual-remove").await?;
        page.gone(".tier-required").await?;
        page.press("Control+z").await?;
        page.find(".tier-required").await?;
        Ok(())
    });
}

#[test]
fn growth_worked_back_from_a_tier_reaches_it_in_one_step() {
    browse(async |page| {
        open(page).await?;
        page.click(".back-industry:nth-of-type(4)").await?;
        page.wait_for_text(".back-answer", "可达到目标值").await?;
        page.click("[data-action=apply-growth]").await?;
        page.wait_for_text(".back-answer", "增速已够目标值").await?;
        page.press("Control+z").await?;
        page.wait_for_text(".back-answer", "可达到目标值").await?;
        Ok(())
    });
}

#[test]
fn the_data_page_fits_every_screen_and_axe_finds_nothing() {
    browse(async |page| {
        open(page).await?;
        enter(page, "#actual-4", "6.4").await?;
        enter(page, "#actual-5-2", "abc").await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            for size in [DESKTOP, LAPTOP, PHONE, NARROW] {
                page.resize(size).await?;
                page.frame().await?;
                assert_eq!(page.axe().await?, Vec::<String>::new(), "{theme:?} {size:?}");
                assert_eq!(page.sideways_overflow().await?, 0, "{size:?}");
            }
        }
        Ok(())
    });
}
