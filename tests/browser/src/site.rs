//! The built app: where it stands, and copies of it that are broken on purpose.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

use anyhow::{Context, Result};
use static_server::Server;

/// A path from the environment.
pub(crate) fn variable(name: &str) -> Result<PathBuf> {
    let value = env::var_os(name)
        .with_context(|| format!("{name} is not set; run `cargo xtask browser`"))?;
    Ok(value.into())
}

/// The single-file edition, as an address that opens without a server.
pub fn single_file() -> Result<String> {
    Ok(format!("file://{}", variable("MOGAO_FILE")?.canonicalize()?.display()))
}

/// Where the screenshot `name` belongs.
pub fn shot_path(name: &str) -> Result<PathBuf> {
    let folder = variable("MOGAO_SHOTS")?;
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{name}.png")))
}

/// A served copy of the hosted edition.
#[derive(Debug)]
pub struct Site {
    server: Server,
    /// A folder made for this site alone.
    copy: Option<PathBuf>,
}

impl Site {
    /// The app as built.
    pub fn built() -> Result<Self> {
        Ok(Self { server: Server::start(&variable("MOGAO_SITE")?, 0)?, copy: None })
    }

    /// A copy in which `change` decides about every file, by name and contents: `None` leaves it out.
    pub fn changed(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Result<Self> {
        let source = variable("MOGAO_SITE")?;
        let copy = empty_folder()?;
        for entry in fs::read_dir(&source)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if let Some(bytes) = change(&name, fs::read(&path)?) {
                fs::write(copy.join(&*name), bytes)?;
            }
        }
        Ok(Self { server: Server::start(&copy, 0)?, copy: Some(copy) })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        self.server.url()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(copy) = &self.copy {
            fs::remove_dir_all(copy).ok();
        }
    }
}

/// A folder that no other test uses, beside the screenshots.
pub fn empty_folder() -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("site-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = variable("MOGAO_SHOTS")?.with_file_name(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
