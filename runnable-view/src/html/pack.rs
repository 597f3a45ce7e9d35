//! Data that a page unpacks: compressed, as text.

use miniz_oxide::deflate::compress_to_vec_zlib;

/// The level of the compression: higher levels take longer and save little.
const LEVEL: u8 = 6;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Returns the Base64 of a text in the format zlib.
pub(super) fn packed(text: &str) -> String {
    let bytes = compress_to_vec_zlib(text.as_bytes(), LEVEL);
    let mut packed = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            packed.push(if at > three.len() { '=' } else { char::from(digit) });
        }
    }
    packed
}
