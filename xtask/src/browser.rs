//! The browser that the tests drive, and a font with Chinese characters.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command::{output, run};

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const DRIVER: &str = "chromedriver";
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

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
    install()?;
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

fn in_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Without such a font every Chinese character is an empty box, and widths are wrong.
fn has_chinese_font() -> bool {
    // Only Linux comes without one.
    !cfg!(target_os = "linux")
        || output("fc-list", &[":lang=zh", "family"]).is_some_and(|fonts| !fonts.is_empty())
}

fn install() -> Result<()> {
    let packages = PACKAGES.join(" ");
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = system.contains("ID=debian")
        || system.contains("ID=ubuntu")
        || system.contains("ID_LIKE=debian");
    if !debian || in_path("apt-get").is_none() {
        bail!(
            "the browser tests need Chromium or Chrome, a chromedriver of the same version and a font with Chinese \
             characters.\nInstall them, or name them in the variables CHROME and CHROMEDRIVER.\n\
             On Debian: apt-get install {packages}"
        );
    }
    println!("Installing {packages} for the browser tests (once per machine)");
    apt(&["update"])?;
    let options = ["install", "--yes", "--no-install-recommends"];
    apt(&[&options[..], &PACKAGES[..]].concat())
}

/// Runs apt-get as root, without a question.
fn apt(arguments: &[&str]) -> Result<()> {
    let root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        if in_path("sudo").is_none() {
            bail!("installing needs root. As root: apt-get install {}", PACKAGES.join(" "));
        }
        // Never waits for a password that nobody is there to type.
        command.args(["--non-interactive", "env"]);
    }
    command
        .arg("DEBIAN_FRONTEND=noninteractive")
        .arg(Path::new("apt-get"))
        .args(["-qq"])
        .args(arguments);
    run(command.stdin(Stdio::null()))
}
