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

use anyhow::{Context, Result};

pub use page::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport};
pub use site::{Site, shot_path, single_file};

/// Opens a browser, lets `test` work with it, and closes it whatever happens. A test that fails
/// leaves a screenshot named after it, and what the page wrote to its console.
pub fn browse(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
    if let Err(error) = try_browse(&name, test) {
        panic!("{error:#}");
    }
}

fn try_browse(name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let driver = driver::Driver::start()?;
    let page = runtime.block_on(Page::open(&driver)).context("the browser did not start")?;
    let result = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&page))));
    if !matches!(result, Ok(Ok(()))) {
        runtime.block_on(page.tell_what_happened(&format!("failed-{name}")));
    }
    // Without this the browser would outlive its driver.
    runtime.block_on(page.close())?;
    result.unwrap_or_else(|panic| resume_unwind(panic))
}
