//! Programs that the tests need beside Rust: found in the path, and installed where that can be done
//! without asking.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command::{output, run};

/// Where a program is, if it is in the path.
pub(crate) fn in_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Installs packages on Debian and its relatives; elsewhere says `otherwise` what to do.
pub(crate) fn install(packages: &[&str], purpose: &str, otherwise: &str) -> Result<()> {
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = system.contains("ID=debian")
        || system.contains("ID=ubuntu")
        || system.contains("ID_LIKE=debian");
    let names = packages.join(" ");
    if !debian || in_path("apt-get").is_none() {
        bail!("{otherwise}\nOn Debian: apt-get install {names}");
    }
    println!("Installing {names} for {purpose} (once per machine)");
    apt(&["update"], &names)?;
    let options = ["install", "--yes", "--no-install-recommends"];
    apt(&[&options[..], packages].concat(), &names)
}

/// Runs apt-get as root, without a question.
fn apt(arguments: &[&str], packages: &str) -> Result<()> {
    let root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        if in_path("sudo").is_none() {
            bail!("installing needs root. As root: apt-get install {packages}");
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
