//! The checksum that records, files and plans are known by.

use sha2::{Digest, Sha256};

/// The SHA-256 of a text in hexadecimal digits.
#[must_use]
pub fn mark(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let sum = Sha256::digest(text.as_bytes());
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
