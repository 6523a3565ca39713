//! What the bench is asked to do.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// How one uses it.
const USAGE: &str = "cargo xtask bench [--quick|--full] [--json FILE]";

/// The options of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// With a browser, sizes and everybody at full length.
    pub(crate) full: bool,
    /// Where the report goes as JSON.
    pub(crate) json: Option<PathBuf>,
    /// The measured program for browsers that compute four numbers at a time, and for others.
    pub(crate) simd: Option<PathBuf>,
    pub(crate) scalar: Option<PathBuf>,
    /// The hosted edition, and what a browser has measured with it.
    pub(crate) site: Option<PathBuf>,
    pub(crate) screen: Option<PathBuf>,
    /// Where files for other participants are written.
    pub(crate) data: PathBuf,
}

impl Options {
    pub(crate) fn read(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut options = Self { data: "target/bench".into(), ..Self::default() };
        let mut rest = arguments.into_iter();
        while let Some(argument) = rest.next() {
            let mut path = || -> Result<PathBuf> {
                Ok(rest.next().with_context(|| format!("{argument} needs a path\n{USAGE}"))?.into())
            };
            match argument.as_str() {
                "--quick" => options.full = false,
                "--full" => options.full = true,
                "--json" => options.json = Some(path()?),
                "--simd" => options.simd = Some(path()?),
                "--scalar" => options.scalar = Some(path()?),
                "--site" => options.site = Some(path()?),
                "--screen" => options.screen = Some(path()?),
                "--data" => options.data = path()?,
                _ => bail!("unknown option `{argument}`\n{USAGE}"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Options> {
        Options::read(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read_and_mistakes_are_said() {
        let options = read("--full --json out.json --simd a.wasm").unwrap();
        assert!(options.full);
        assert_eq!((options.json, options.simd), (Some("out.json".into()), Some("a.wasm".into())));
        assert!(!read("").unwrap().full);
        assert!(read("--json").unwrap_err().to_string().contains("needs a path"));
        assert!(read("--fast").unwrap_err().to_string().contains("--quick"));
    }
}
