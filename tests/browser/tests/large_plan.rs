//! A plan of as many single projects as the document counts, on the screen.

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, Page, browse};
use mogao::exchange::folder;
use mogao::seeds;
use std::collections::BTreeMap;
use std::fs;

/// The plan that ships, each cohort taken apart into its projects.
fn single_projects() -> Result<BTreeMap<String, String>> {
    let mut tables = seeds::chengguan_tables();
    let table = tables.get_mut("projects.csv").context("a table of projects")?;
    let mut lines = table.lines();
    let head = lines.next().context("a head")?.to_owned();
    let columns: Vec<&str> = head.split(',').collect();
    let column = |name: &str| columns.iter().position(|own| *own == name).context("a column");
    let (count, total, pooled) = (column("count")?, column("total_yi")?, column("pooled")?);
    let mut rows = vec![head.clone()];
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let projects: usize = cells[count].parse()?;
        let money: f64 = cells[total].parse()?;
        for project in 0..projects {
            // From half to one and a half of the middle, so that one differs from the next.
            let part = (0.5 + project as f64 / (projects - 1) as f64) / projects as f64;
            let mut own: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            own[0] += &format!("-{project:03}");
            own[count] = "1".into();
            own[total] = format!("{:.4}", money * part);
            own[pooled] = "no".into();
            rows.push(own.join(","));
        }
    }
    *table = rows.join("\n") + "\n";
    Ok(tables)
}

async fn to(page: &Page, name: &str) -> Result<()> {
    let script = format!(
        "[...document.querySelectorAll('.pages button')].find(button => button.textContent.includes('{name}')).click()"
    );
    page.evaluate(&script).await?;
    page.frame().await
}

async fn press(page: &Page, css: &str) -> Result<()> {
    page.find(css).await?;
    page.evaluate(&format!("document.querySelector('{css}').click()")).await?;
    page.frame().await
}

#[test]
fn three_hundred_and_fifty_five_projects_are_opened_moved_called_off_and_arranged() {
    browse(async |page| {
        page.resize(DESKTOP).await?;
        page.go().await?;
        to(page, "数据").await?;
        let zip = std::env::temp_dir().join(format!("mogao-{}-355.zip", std::process::id()));
        fs::write(&zip, folder::pack(&single_projects()?)?)?;
        page.find("[data-action=choose-files]").await?.send_keys(zip.display().to_string()).await?;
        page.wait_for_text(".plan-status", "已打开").await?;
        to(page, "推演").await?;
        page.wait_for_text(".projects .strip-title", "355").await?;
        let before = page.text(".hero-number").await?;
        page.drag_slider("[aria-labelledby='common-growth.2023-label']", 0.2, 0.4, 20).await?;
        assert_ne!(page.text(".hero-number").await?, before);
        to(page, "研判").await?;
        // A row of budgets takes long enough for a hand to call it off.
        press(page, ".frontier-region .run-study").await?;
        press(page, ".frontier-region .cancel-study").await?;
        page.find(".frontier-region .run-study").await?;
        assert_eq!(page.count(".frontier-figure").await?, 0);
        press(page, ".portfolio .run-study").await?;
        page.wait_for_text(".portfolio .answer-sentence", "财政性资金").await?;
        press(page, ".frontier-region .run-study").await?;
        page.find(".frontier-figure").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}
