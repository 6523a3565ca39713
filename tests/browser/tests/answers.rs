//! Answers come from beside the screen: the same ones as natively, in every edition and by every means.

use anyhow::{Context, Result};
use browser_tests::{Page, Site, browse, single_file};
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::study::answering::Desk;
use mogao::study::odds::Draws;
use mogao::study::question::{Answer, Question};
use mogao::study::wire::{Request, mark};

/// The mark of the finest odds of the plan that the app starts with.
fn expected() -> Result<String> {
    let plan = seeds::chengguan().ok().context("the shipped plan is sound")?;
    let request = Request { scenario: Scenario::default(), question: Question::Odds(Draws::Fine) };
    match Desk::new(&plan).answer(request) {
        Some(Answer::Odds(odds)) => Ok(format!("{:016x}", mark(&odds))),
        other => anyhow::bail!("no odds but {other:?}"),
    }
}

async fn root(page: &Page, name: &str) -> Result<Option<String>> {
    let script = format!("return document.documentElement.getAttribute('{name}')");
    Ok(page.evaluate(&script).await?.as_str().map(str::to_owned))
}

/// Waits for odds from as many futures as there are, and returns their mark.
async fn finest(page: &Page) -> Result<String> {
    let draws = Draws::Fine.count().to_string();
    page.wait_until("the finest odds", async || {
        let there = root(page, "data-odds-draws").await?.as_deref() == Some(draws.as_str());
        if there { root(page, "data-odds-mark").await } else { Ok(None) }
    })
    .await
}

async fn means(page: &Page) -> Result<String> {
    page.wait_until("someone who works", async || root(page, "data-studies").await).await
}

/// Moves the first lever by one step of its keys and waits for odds about the new scenario.
async fn odds_follow_a_lever(page: &Page) -> Result<()> {
    let before = revision(page).await?;
    move_a_lever(page).await?;
    page.wait_until("odds about the moved lever", async || {
        Ok((revision(page).await? > before).then_some(()))
    })
    .await
}

async fn move_a_lever(page: &Page) -> Result<()> {
    let slider = page.find("input[type=range]").await?;
    slider.focus().await?;
    page.press("ArrowRight").await
}

async fn revision(page: &Page) -> Result<u64> {
    let revision = root(page, "data-odds-revision").await?;
    Ok(revision.and_then(|revision| revision.parse().ok()).unwrap_or(0))
}

#[test]
fn odds_arrive_with_the_same_bits_as_natively() {
    browse(async |page| {
        page.go().await?;
        assert_eq!(finest(page).await?, expected()?);
        assert_eq!(means(page).await?, "simd workers");
        odds_follow_a_lever(page).await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_single_file_has_the_same_odds_without_a_server() {
    browse(async |page| {
        page.go_to(&single_file()?).await?;
        page.gone(".starting").await?;
        assert_eq!(finest(page).await?, expected()?);
        assert_eq!(means(page).await?, "simd workers");
        odds_follow_a_lever(page).await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_browser_that_computes_one_number_at_a_time_has_the_same_odds() {
    browse(async |page| {
        page.before_page("WebAssembly.validate = () => false").await?;
        page.go().await?;
        assert_eq!(finest(page).await?, expected()?);
        assert_eq!(means(page).await?, "scalar workers");
        Ok(())
    });
}

#[test]
fn where_there_are_no_workers_the_page_finds_the_same_odds_itself() {
    browse(async |page| {
        page.before_page("delete globalThis.Worker").await?;
        for address in [page.url(), single_file()?] {
            page.go_to(&address).await?;
            page.gone(".starting").await?;
            assert_eq!(finest(page).await?, expected()?);
            assert_eq!(means(page).await?, "simd page");
            odds_follow_a_lever(page).await?;
            assert_eq!(page.console_errors().await?, Vec::<String>::new());
        }
        Ok(())
    });
}

#[test]
fn a_worker_that_vanishes_is_replaced() {
    browse(async |page| {
        // Silence is noticed after seconds; here they pass quickly.
        page.before_page(
            "globalThis.workers = [];
             globalThis.Worker = class extends Worker {
                 constructor(...words) { super(...words); workers.push(this); }
             };
             const every = setInterval;
             globalThis.setInterval = (work, time) => every(work, time === 3000 ? 300 : time);",
        )
        .await?;
        page.go().await?;
        finest(page).await?;
        let hired = page.evaluate("return workers.length").await?;
        page.evaluate("workers.forEach(worker => worker.terminate())").await?;
        move_a_lever(page).await?;
        page.wait_until("a new worker", async || {
            Ok((page.evaluate("return workers.length").await? != hired).then_some(()))
        })
        .await?;
        odds_follow_a_lever(page).await
    });
}

#[test]
fn without_the_program_the_app_goes_on_and_says_so() {
    browse(async |page| {
        let site = Site::changed(|name, mut bytes| {
            if name.starts_with("study") && name.ends_with(".wasm") {
                bytes.truncate(bytes.len() / 2);
            }
            Some(bytes)
        })?;
        page.go_to(&site.url()).await?;
        page.gone(".starting").await?;
        page.wait_for_text("body", "测算程序没有启动").await?;
        move_a_lever(page).await?;
        page.frame().await?;
        assert_eq!(page.count(".rescue").await?, 0);
        assert_eq!(root(page, "data-odds-draws").await?, None);
        Ok(())
    });
}

#[test]
fn the_program_is_not_asked_for_before_the_app_is_up() {
    browse(async |page| {
        page.before_page(
            "globalThis.early = [];
             const get = fetch;
             globalThis.fetch = (address, ...more) => {
                 if (!document.body || document.querySelector('.starting')) early.push(String(address));
                 return get(address, ...more);
             };",
        )
        .await?;
        page.go().await?;
        finest(page).await?;
        let early: Vec<String> = serde_json::from_value(page.evaluate("return early").await?)?;
        assert!(!early.is_empty() && early.iter().all(|name| !name.contains("study")), "{early:?}");
        Ok(())
    });
}
