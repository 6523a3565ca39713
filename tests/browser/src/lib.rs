//! The app in a real browser, driven as a planner would drive it.
//!
//! Every test has a browser of its own with empty storage, so tests run side by side and in any
//! order. `cargo xtask test` builds the app and names it, and the browser, in the environment:
//!
//! | variable | meaning |
//! |---|---|
//! | `MOGAO_SITE` | folder of the built hosted edition |
//! | `MOGAO_FILE` | the built single-file edition |
//! | `MOGAO_SHOTS` | folder for screenshots |
//! | `CHROME`, `CHROMEDRIVER` | the browser and its driver |
//!
//! ```no_run
//! browser_tests::browse(async |page| {
//!     page.go().await?;
//!     assert!(page.text("h1").await?.contains("摸高"));
//!     Ok(())
//! });
//! ```

mod axe;
mod driver;
mod keys;
mod page;
mod site;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use anyhow::{Context, Result};

pub use page::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport};
pub use site::{Site, empty_folder, shot_path, single_file};

/// Opens a browser, lets `test` work with it, and closes it whatever happens. A test that fails
/// leaves a screenshot named after it, and what the page wrote to its console.
pub fn browse(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
    if let Err(error) = try_browse(&name, test) {
        panic!("{error:#}");
    }
}

fn try_browse(name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let runtime = runtime()?;
    let driver = driver::Driver::start()?;
    let page = runtime.block_on(Page::open(&driver, None)).context("the browser did not start")?;
    let result = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&page))));
    if !matches!(result, Ok(Ok(()))) {
        runtime.block_on(page.tell_what_happened(&format!("failed-{name}")));
    }
    // Without this the browser would outlive its driver.
    runtime.block_on(page.close())?;
    result.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Opens a browser that keeps its data in a folder, lets `test` work with it, and kills it without
/// warning when that is over.
pub fn browse_and_kill(profile: &Path, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let runtime = runtime()?;
    let driver = driver::Driver::start()?;
    let page = runtime.block_on(Page::open(&driver, Some(profile)))?;
    let result = runtime.block_on(test(&page));
    kill(profile)?;
    // Dropped, it would wait for a browser that is no more.
    std::mem::forget(page);
    runtime.shutdown_background();
    result
}

/// Ends every process of the browser that was started with this folder, as a power cut would.
fn kill(profile: &Path) -> Result<()> {
    let mark = format!("--user-data-dir={}", profile.display());
    for entry in std::fs::read_dir("/proc")? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(id) = name.to_str().filter(|name| name.parse::<u32>().is_ok()) else { continue };
        let words = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        if words.split(|&byte| byte == 0).any(|word| word == mark.as_bytes()) {
            std::process::Command::new("kill").args(["-9", id]).status()?;
        }
    }
    // The folder can be opened again once its lock points to nobody.
    for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
        std::fs::remove_file(profile.join(lock)).ok();
    }
    Ok(())
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
