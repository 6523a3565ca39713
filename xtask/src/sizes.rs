//! What a visitor downloads.

use std::io::Write;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist::File;

/// The largest first load, in bytes after brotli. It only ever goes down: the goal is 200,000, and what
/// stands between is code for pages that a first visit does not open.
const FIRST_LOAD_LIMIT: usize = 640_000;

/// Prints each file's size and fails when the first load is over its limit.
pub(crate) fn report(hosted: &[File], single: &File) -> Result<()> {
    println!("{:<28}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli");
    let mut total = Sizes::default();
    for file in hosted {
        let sizes = Sizes::of(&file.1)?;
        sizes.print(&file.0);
        total = total.plus(&sizes);
    }
    total.print("hosted, first load");
    Sizes::of(&single.1)?.print(&single.0);
    ensure!(
        total.brotli <= FIRST_LOAD_LIMIT,
        "the first load is {} bytes of brotli; the limit is {FIRST_LOAD_LIMIT}",
        total.brotli
    );
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

    #[test]
    fn a_first_load_over_the_limit_fails() {
        // Noise cannot be made smaller, so its size is what arrives.
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let mut file =
            |length| ("noise".to_owned(), (0..length).map(|_| noise()).collect::<Vec<u8>>());
        let small = file(1_000);
        let half = FIRST_LOAD_LIMIT / 2;
        assert!(report(&[file(half)], &small).is_ok());
        assert!(report(&[file(half + 1_000), file(half + 1_000)], &small).is_err());
    }
}
