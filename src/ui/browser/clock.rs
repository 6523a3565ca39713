//! The wall clock of this device: it is told to the session and never asked by it.

use crate::text::moment::Moment;
use js_sys::Date;

/// What the clock says now.
pub(crate) fn now() -> Moment {
    let now = Date::new_0();
    Moment { ms: now.get_time(), ahead: -(now.get_timezone_offset() as i32) }
}

/// A name that no other page or scenario has.
pub(crate) fn fresh_name() -> String {
    let mut bytes = [0_u8; 10];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let random =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !random {
        bytes[..8].copy_from_slice(&js_sys::Math::random().to_bits().to_le_bytes());
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
