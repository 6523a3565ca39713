//! Draws a lever to and fro in a real browser, in the app and in a page written by hand with the same
//! engine, and writes what the pages have measured as JSON.
//!
//! `bench-browser FOLDER FILE`: the folder of the page written by hand, and where the result goes. The
//! app and the browser are named in the environment, as for the tests.
//!
//! The mouse is real: orders of the DevTools protocol 16 ms apart, each awaited. Headless, there is no
//! screen whose delay would come on top. Slowing down reaches the main thread alone: workers stay as
//! quick as they are, which makes a slowed app look better than on a slow machine.

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, Page, browse};
use serde_json::{Value, json};
use static_server::Server;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What the pages measure themselves with.
const PROBE: &str = include_str!("probe.js");

/// The lever that is drawn: the same in both pages.
const LEVER: &str = "[aria-labelledby='common-growth.2023-label']";

/// How much slower the main thread is made.
const RATES: [u32; 3] = [1, 4, 6];

/// How often each page is drawn in, in turns.
const ROUNDS: usize = 3;

/// How long one drag takes.
const DRAG: Duration = Duration::from_secs(3);

/// Between two movements of the mouse.
const PACE: Duration = Duration::from_millis(16);

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().context("no folder of the page written by hand")?;
    let result = arguments.next().context("nowhere to write to")?;
    let control = Server::start(&folder, 0)?.url();
    let mut drags = Vec::new();
    for rate in RATES {
        for _ in 0..ROUNDS {
            for (name, url) in [("app", None), ("control", Some(&control))] {
                let mut measured = Value::Null;
                browse(async |page| {
                    measured = drag(page, url, rate).await?;
                    Ok(())
                });
                measured["page"] = json!(name);
                measured["rate"] = json!(rate);
                drags.push(measured);
            }
        }
    }
    let mut starts = Vec::new();
    for _ in 0..ROUNDS {
        browse(async |page| {
            starts.push(start(page).await?);
            Ok(())
        });
    }
    let all = json!({ "drags": drags, "starts": starts });
    Ok(std::fs::write(result, serde_json::to_vec(&all)?)?)
}

/// Opens a page and slows it down.
async fn open(page: &Page, url: Option<&String>, rate: u32) -> Result<()> {
    page.before_page(PROBE).await?;
    page.resize(DESKTOP).await?;
    match url {
        None => page.go().await?,
        Some(url) => page.go_to(url).await?,
    }
    page.find(LEVER).await?;
    // Whatever is done when the page is up must not fall into the drag.
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.command("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}

/// One drag to and fro, and what the page says about it.
async fn drag(page: &Page, url: Option<&String>, rate: u32) -> Result<Value> {
    open(page, url, rate).await?;
    let place = format!(
        "const lever = document.querySelector(\"{LEVER}\"); lever.scrollIntoView({{ block: 'center' }}); \
         const area = lever.getBoundingClientRect(); const part = (lever.value - lever.min) / (lever.max - lever.min); \
         return [area.left + 8, area.width - 16, area.top + area.height / 2, part];"
    );
    let place = page.evaluate(&place).await?;
    let number = |index: usize| place[index].as_f64().context("no place");
    let (left, width, y, part) = (number(0)?, number(1)?, number(2)?, number(3)?);
    mouse(page, "mouseMoved", left + width * part, y, 0).await?;
    mouse(page, "mousePressed", left + width * part, y, 1).await?;
    page.evaluate("return probe.begin()").await?;
    let start = Instant::now();
    let mut moves = 0_u32;
    while start.elapsed() < DRAG {
        let due = start + PACE * moves;
        tokio::time::sleep_until(due.into()).await;
        // To and fro within the middle of the track, a little further each time.
        let along = f64::from(moves % 120) / 60.0 - 1.0;
        let x = left + width * (0.35 + 0.3 * along.abs());
        mouse(page, "mouseMoved", x, y, 1).await?;
        moves += 1;
        // A page too slow for the pace is asked as often as it can.
        let behind = start.elapsed().as_millis() / PACE.as_millis();
        moves = moves.max(u32::try_from(behind).unwrap_or(moves));
    }
    mouse(page, "mouseReleased", left + width * 0.5, y, 1).await?;
    page.evaluate("return probe.end()").await
}

async fn mouse(page: &Page, kind: &str, x: f64, y: f64, buttons: u32) -> Result<()> {
    let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
    let orders = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons,
        "clickCount": i32::from(kind != "mouseMoved"), "pointerType": "mouse" });
    page.command("Input.dispatchMouseEvent", orders).await?;
    Ok(())
}

/// Seconds until the app can be used, four times slower than here.
async fn start(page: &Page) -> Result<Value> {
    page.before_page(PROBE).await?;
    page.command("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    page.go().await?;
    page.find(LEVER).await?;
    page.frame().await?;
    page.evaluate("return probe.interactive / 1000").await
}
