//! Runs the app on this machine and rebuilds it whenever a source changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use anyhow::{Context, Result};
use static_server::Server;

use crate::command::{root, target};
use crate::dist::{Parts, write_hosted};

/// What the app is made of.
const SOURCES: [&str; 6] = ["src", "styles", "seeds", "index.html", "Cargo.toml", "Cargo.lock"];

pub(crate) struct Options {
    pub(crate) release: bool,
    pub(crate) port: u16,
    pub(crate) open: bool,
}

/// Builds, serves and opens the app; returns only when the first build or the port fails.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let folder = target().join("site/hosted");
    let mut built = fingerprint();
    write_hosted(&Parts::build(options.release)?, &folder)?;
    let server = Server::start(&folder, options.port).with_context(|| {
        format!("port {} is not free; choose another with --port N", options.port)
    })?;
    println!("Mogao runs at {}  (Ctrl+C ends it)", server.url());
    if options.open {
        open(&server.url());
    }
    loop {
        thread::sleep(Duration::from_millis(500));
        let now = fingerprint();
        if now != built {
            built = now;
            match Parts::build(options.release).and_then(|parts| write_hosted(&parts, &folder)) {
                Ok(_) => println!("Rebuilt; reload the page"),
                Err(error) => eprintln!("error: {error:#}\nThe page stays as it was"),
            }
        }
    }
}

/// Asks the system to show an address; without a screen the printed line is enough.
fn open(url: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", "", url]),
        "macos" => ("open", &[url]),
        _ => ("xdg-open", &[url]),
    };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().ok();
}

/// When each source was last changed.
fn fingerprint() -> BTreeMap<PathBuf, SystemTime> {
    let mut times = BTreeMap::new();
    for source in SOURCES {
        collect(&root().join(source), &mut times);
    }
    times
}

fn collect(path: &Path, times: &mut BTreeMap<PathBuf, SystemTime>) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), times);
        }
    } else if let Ok(time) = fs::metadata(path).and_then(|facts| facts.modified()) {
        times.insert(path.to_owned(), time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_of_the_app_is_watched() {
        let times = fingerprint();
        for path in ["src/main.rs", "styles/start.css", "index.html", "Cargo.toml"] {
            assert!(times.contains_key(&root().join(path)), "{path} is not watched");
        }
    }
}
