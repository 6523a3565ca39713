//! Bytes as signs that stand in an address as they are: base64 with `-` and `_`, without padding.

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The signs for some bytes.
pub(super) fn from_bytes(bytes: &[u8]) -> String {
    let mut signs = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=three.len() {
            signs.push(char::from(SIGNS[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    signs
}

/// The bytes of some signs; `None` where one is foreign, one is missing, or they could not have come
/// from any bytes.
pub(super) fn to_bytes(signs: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(signs.len() * 3 / 4);
    for four in signs.as_bytes().chunks(4) {
        let mut bits = 0;
        for (place, &sign) in four.iter().enumerate() {
            bits |= value(sign)? << (18 - 6 * place);
        }
        let made = four.len().checked_sub(1).filter(|&made| made > 0)?;
        let all = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
        if all[made..].iter().any(|&rest| rest != 0) {
            return None;
        }
        bytes.extend_from_slice(&all[..made]);
    }
    Some(bytes)
}

fn value(sign: u8) -> Option<u32> {
    Some(u32::from(match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_examples_hold() {
        for (bytes, signs) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")]
        {
            assert_eq!(from_bytes(bytes.as_bytes()), signs);
            assert_eq!(to_bytes(signs).unwrap(), bytes.as_bytes());
        }
        assert_eq!(from_bytes(&[0xfb, 0xff]), "-_8");
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(to_bytes(&from_bytes(&all)).unwrap(), all);
    }

    #[test]
    fn signs_that_no_bytes_give_are_refused() {
        for signs in ["Z", "Zm9vY", "Zh", "Zm9", "Zm9v=", "Zm 9", "Zg==", "中文字段"] {
            assert_eq!(to_bytes(signs), None, "{signs}");
        }
    }
}
