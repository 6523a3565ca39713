//! A link as a QR code: which squares are dark, as one outline for screen and paper.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Most characters of a link that a code holds.
pub const MOST: usize = 2_953;

/// Width of the margin without which cameras do not find a code, in squares.
const MARGIN: usize = 4;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Width and height in squares, margin included.
    pub size: usize,
    /// The dark squares, as the path of an outline in squares.
    pub outline: String,
}

/// The code of a text; `None` where it is longer than a code holds.
///
/// No square is made smaller for the sake of repairing damage: a screen is not scratched.
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    let made = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low).ok()?;
    let width = made.size() as usize;
    let dark = |x: usize, y: usize| made.get_module(x as i32, y as i32);
    let mut outline = String::new();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width).take_while(|&x| dark(x, y)).count();
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(outline, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    Some(Code { size: width + 2 * MARGIN, outline })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_margin() {
        let code = code("https://example.org/#s1.abc").unwrap();
        // The smallest version that holds 27 bytes is 2, with 25 squares.
        assert_eq!(code.size, 25 + 8);
        for corner in ["M4 4h7v1h-7z", "M22 4h7v1h-7z", "M4 22h7v1h-7z"] {
            assert!(code.outline.contains(corner), "{corner}");
        }
    }

    #[test]
    fn a_code_holds_so_much_and_no_more() {
        assert_eq!(code(&"a".repeat(MOST)).unwrap().size, 177 + 8);
        assert_eq!(code(&"a".repeat(MOST + 1)), None);
    }
}
