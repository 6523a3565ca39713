//! The browser is killed while work is being kept: what was said to be saved is there afterwards.

use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::{Page, Site, browse_and_kill, empty_folder};

const LEVER: &str = "[id='common-growth.2023-field']";

/// Kills in an ordinary run; `MOGAO_KILLS` asks for more.
const FEW: u32 = 4;

/// What the app said last: the value that was saved, as far as the page itself has seen it. What is
/// still being typed is not meant: the slider has another value then.
const WATCH: &str = "window.said = '';
    const look = () => {
        const field = document.getElementById('common-growth.2023-field');
        const slider = field && field.closest('.lever').querySelector('input[type=range]');
        const saved = document.querySelector('.save-state[data-state=saved]');
        if (slider && saved && slider.getAttribute('aria-valuetext').includes(field.value)) {
            window.said = field.value;
        }
        requestAnimationFrame(look);
    };
    look();";

async fn open(page: &Page, site: &Site) -> Result<String> {
    page.go_to(&site.url()).await?;
    page.gone(".starting").await?;
    page.value(LEVER).await
}

#[test]
fn nothing_that_was_said_to_be_saved_is_lost_when_the_browser_is_killed() {
    let kills = std::env::var("MOGAO_KILLS").ok().and_then(|kills| kills.parse().ok());
    let kills: u32 = kills.unwrap_or(FEW);
    let site = Site::built().unwrap();
    let profile = empty_folder().unwrap();
    let mut expected: Vec<String> = Vec::new();
    for round in 0..=kills {
        // A different moment each time, without chance, so that a failure can be had again.
        let moment = Duration::from_millis(u64::from(round * 137 % 1_200));
        let mut acknowledged = None;
        let mut typed = Vec::new();
        let result = browse_and_kill(&profile, async |page| {
            let found = open(page, &site).await?;
            if expected.is_empty() {
                // Before anything is saved, what the plan says may be found again.
                expected.push(found);
            } else {
                anyhow::ensure!(
                    expected.contains(&found),
                    "found {found}, expected one of {expected:?}"
                );
                anyhow::ensure!(page.count(".kept-notice").await? == 0, "a record was torn");
            }
            page.evaluate(WATCH).await?;
            for step in 0..3 {
                let value = format!("{:.2}", 0.1 + f64::from((round * 3 + step) % 300 + 1) / 100.0);
                page.type_into(LEVER, &value).await?;
                page.press("Enter").await?;
                typed.push(page.value(LEVER).await?);
                tokio::time::sleep(moment / 3).await;
            }
            acknowledged = page.evaluate("return window.said").await?.as_str().map(str::to_owned);
            Ok(())
        });
        result.with_context(|| format!("round {round}")).unwrap();
        // Everything from the acknowledged value on may be there; nothing before it.
        let known = acknowledged.filter(|value| typed.contains(value));
        let first = known.and_then(|known| typed.iter().position(|value| *value == known));
        expected = match first {
            Some(first) => typed[first..].to_vec(),
            None => [expected, typed].concat(),
        };
    }
    std::fs::remove_dir_all(&profile).ok();
    println!("{kills} kills: nothing lost");
}
