//! The scenario in the part of an address that never leaves the browser: `#s1.…`.
//!
//! Behind the point stands base64 of a deflated envelope:
//!
//! | bytes | meaning |
//! |---|---|
//! | 0–3 | length of what follows the header, little-endian |
//! | 4–7 | CRC-32 of all that follows it |
//! | 8 | version of the envelope, 1 |
//! | 9… | the scenario as [`super::document::compact`] writes it |
//!
//! Chat programs cut long links and change signs in them. Whatever happens to a link, it says the
//! scenario that was put into it or none at all.

mod letters;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Most characters of a link that is offered: mail and chat programs cut longer ones.
pub const MOST_OFFERED: usize = 8_000;

/// Most characters of a link that is read at all.
pub const MOST_READ: usize = 32_000;

/// Most bytes that a link may come to when it is unpacked.
pub const MOST_BYTES: usize = 1_000_000;

/// The version that is written, and the newest that is read.
pub const VERSION: u8 = 1;

/// Length, checksum and version.
const HEADER: usize = 9;

/// As small as it gets: it is done once, for a few kilobytes.
const LEVEL: u8 = 10;

/// Why a link says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It was cut or changed on its way.
    Incomplete,
    /// It has more characters than links may have.
    TooLong {
        /// Its characters.
        found: usize,
        /// The most there may be.
        most: usize,
    },
    /// What is in it is more than a scenario ever is.
    TooLarge {
        /// The most bytes there may be.
        most: usize,
    },
    /// A newer program made it.
    Newer {
        /// Its version.
        found: u64,
        /// The newest version that can be read.
        known: u64,
    },
}

/// Whether the part of an address behind its `#`, with that sign, is such a link, of whichever version.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    version(fragment).is_some()
}

/// The version of a link, and what follows the point.
fn version(fragment: &str) -> Option<(u64, &str)> {
    let (version, rest) = fragment.strip_prefix("#s")?.split_once('.')?;
    let digits =
        !version.is_empty() && version.len() < 10 && version.bytes().all(|b| b.is_ascii_digit());
    Some((version.parse().ok().filter(|_| digits)?, rest))
}

/// A text as the end of an address, from its `#`; longer than [`MOST_OFFERED`] it is better handed on
/// as a file.
#[must_use]
pub fn written(text: &str) -> String {
    let mut sealed = vec![VERSION];
    sealed.extend_from_slice(text.as_bytes());
    let mut envelope = (text.len() as u32).to_le_bytes().to_vec();
    envelope.extend(crc32(&sealed).to_le_bytes());
    envelope.extend(sealed);
    format!("#s{VERSION}.{}", letters::from_bytes(&compress_to_vec(&envelope, LEVEL)))
}

/// The text that a link says.
///
/// # Errors
/// Why it says nothing. Nothing is unpacked of a link that is too long.
pub fn read(fragment: &str) -> Result<String, LinkProblem> {
    let (found, letters) = version(fragment).ok_or(LinkProblem::Incomplete)?;
    let known = u64::from(VERSION);
    if found > known {
        return Err(LinkProblem::Newer { found, known });
    }
    if fragment.len() > MOST_READ {
        return Err(LinkProblem::TooLong { found: fragment.len(), most: MOST_READ });
    }
    if found != known {
        return Err(LinkProblem::Incomplete);
    }
    let packed = letters::to_bytes(letters).ok_or(LinkProblem::Incomplete)?;
    let envelope = unpacked(&packed)?;
    let (header, text) = envelope.split_at_checked(HEADER).ok_or(LinkProblem::Incomplete)?;
    let number = |at: usize| {
        u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    let whole = number(0) as usize == text.len() && number(4) == crc32(&envelope[HEADER - 1..]);
    match header[HEADER - 1] {
        _ if !whole => Err(LinkProblem::Incomplete),
        VERSION => String::from_utf8(text.to_vec()).map_err(|_| LinkProblem::Incomplete),
        other if other > VERSION => Err(LinkProblem::Newer { found: u64::from(other), known }),
        _ => Err(LinkProblem::Incomplete),
    }
}

/// The usual CRC-32. Bit by bit: it runs over a few kilobytes, and tables for it would be larger.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes
        .iter()
        .fold(u32::MAX, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), |sum, _| step(sum)))
}

/// Unpacks with room that grows as it is filled and never beyond the limit: what a link says about its
/// own length is not believed. Something behind the end is a change too.
fn unpacked(packed: &[u8]) -> Result<Vec<u8>, LinkProblem> {
    let mut state = Box::<DecompressorOxide>::default();
    let mut room = vec![0; packed.len().saturating_mul(4).clamp(1_024, MOST_BYTES)];
    let (mut taken, mut made) = (0, 0);
    loop {
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let rest = &packed[taken..];
        let (status, took, wrote) = decompress(&mut state, rest, &mut room, made, flags);
        taken += took;
        made += wrote;
        match status {
            TINFLStatus::Done if taken == packed.len() => {
                room.truncate(made);
                return Ok(room);
            }
            TINFLStatus::HasMoreOutput if room.len() < MOST_BYTES => {
                room.resize((room.len() * 2).min(MOST_BYTES), 0);
            }
            TINFLStatus::HasMoreOutput => return Err(LinkProblem::TooLarge { most: MOST_BYTES }),
            _ => return Err(LinkProblem::Incomplete),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
