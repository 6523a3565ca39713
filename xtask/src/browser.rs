//! The browser that the tests drive, and a font with Chinese characters.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::command::output;
use crate::packages::{self, in_path};

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const DRIVER: &str = "chromedriver";
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];
/// What to do where nothing can be installed without asking.
const OTHERWISE: &str = "the browser tests need Chromium or Chrome, a chromedriver of the same version and a font with \
    Chinese characters.\nInstall them, or name them in the variables CHROME and CHROMEDRIVER.";

/// A browser and the program that drives it.
pub(crate) struct Browser {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds the browser, and installs it where that can be done without asking.
pub(crate) fn bring() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    packages::install(&PACKAGES, "the browser tests", OTHERWISE)?;
    match find() {
        Some(found) => Ok(found),
        None => {
            bail!("the packages {} are installed, but no browser is found", PACKAGES.join(", "))
        }
    }
}

fn find() -> Option<Browser> {
    let from = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let browser = from("CHROME").or_else(|| BROWSERS.iter().find_map(|name| in_path(name)))?;
    let driver = from("CHROMEDRIVER").or_else(|| in_path(DRIVER))?;
    has_chinese_font().then_some(Browser { browser, driver })
}

/// Without such a font every Chinese character is an empty box, and widths are wrong.
fn has_chinese_font() -> bool {
    // Only Linux comes without one.
    !cfg!(target_os = "linux")
        || output("fc-list", &[":lang=zh", "family"]).is_some_and(|fonts| !fonts.is_empty())
}
