//! What a visitor downloads.

use std::io::Write;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist::{File, LATER, SELDOM};

/// The largest first load, in bytes after brotli. The goal is 200,000. What stands between is mostly code
/// and words for pages that a first visit does not open, and the reading and writing of plans.
const FIRST_LOAD_LIMIT: usize = 716_000;

/// The largest load that follows when the app is up, in bytes after brotli: the glue and one of the two
/// builds, whichever is larger. Two thirds of it solve the choice of projects.
const LATER_LIMIT: usize = 350_000;

/// The largest load when files are first read or written, in bytes after brotli. Half of it writes workbooks
/// and the compression inside them.
const SELDOM_LIMIT: usize = 421_000;

/// Prints each file's size and fails when the first load, or what follows it, is over its limit.
pub(crate) fn report(hosted: &[File], single: &File) -> Result<()> {
    println!("{:<28}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli");
    let (mut first, mut glue, mut program) = (Sizes::default(), Sizes::default(), Sizes::default());
    let mut seldom = Sizes::default();
    for (name, bytes) in hosted {
        let sizes = Sizes::of(bytes)?;
        sizes.print(name);
        if name.starts_with(SELDOM) {
            seldom = seldom.plus(&sizes);
            continue;
        }
        match (name.starts_with(LATER), name.ends_with(".wasm")) {
            (false, _) => first = first.plus(&sizes),
            (true, false) => glue = glue.plus(&sizes),
            (true, true) if sizes.brotli > program.brotli => program = sizes,
            (true, true) => {}
        }
    }
    let later = glue.plus(&program);
    first.print("hosted, first load");
    later.print("hosted, when it is up");
    seldom.print("hosted, for files");
    Sizes::of(&single.1)?.print(&single.0);
    for (what, sizes, limit) in [
        ("first load", first, FIRST_LOAD_LIMIT),
        ("load after it", later, LATER_LIMIT),
        ("load for files", seldom, SELDOM_LIMIT),
    ] {
        let brotli = sizes.brotli;
        ensure!(brotli <= limit, "the {what} is {brotli} bytes of brotli; the limit is {limit}");
    }
    Ok(())
}

#[derive(Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut packed = Vec::new();
        let settings = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: packed.len() })
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }

    fn print(&self, name: &str) {
        println!("{name:<28}{:>12}{:>12}{:>12}", self.raw, self.gzip, self.brotli);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Noise cannot be made smaller, so its size is what arrives.
    fn noise(name: &str, length: usize) -> File {
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (name.to_owned(), (0..length).map(|_| noise()).collect())
    }

    #[test]
    fn a_first_load_over_the_limit_fails() {
        let small = noise("small", 1_000);
        let half = FIRST_LOAD_LIMIT / 2;
        assert!(report(&[noise("one", half)], &small).is_ok());
        let more = [noise("one", half + 1_000), noise("other", half + 1_000)];
        assert!(report(&more, &small).is_err());
    }

    #[test]
    fn what_follows_the_first_load_has_a_limit_of_its_own_and_counts_one_build() {
        let small = noise("small", 1_000);
        let part = LATER_LIMIT * 2 / 3;
        let two_builds = [noise("study-a.wasm", part), noise("study-scalar-b.wasm", part)];
        assert!(report(&two_builds, &small).is_ok());
        let beside = [noise("study-a.wasm", part), noise("tables-a.wasm", part)];
        assert!(report(&beside, &small).is_ok());
        let with_glue = [noise("study-a.wasm", part), noise("study-b.js", part)];
        assert!(report(&with_glue, &small).is_err());
    }
}
