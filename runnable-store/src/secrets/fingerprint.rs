//! Salted, slow hashes of secrets: they show that a secret has changed, and are expensive to guess from.

use argon2::{Algorithm, Argon2, Params, Version};
use std::fmt::Write as _;
use subtle::ConstantTimeEq;

/// The memory of a hash in KiB: with one pass, some milliseconds.
const MEMORY: u32 = 4096;
const SALT: usize = 16;
const HASH: usize = 16;

/// Returns the hash of a secret with a new salt, as hexadecimal digits.
pub(super) fn of(secret: &str) -> String {
    // 80 of its bits are random, which makes salts differ. They need not be hard to guess.
    let salt = ulid::Ulid::new().to_bytes();
    let mut text = String::new();
    for byte in salt.into_iter().chain(hash(secret, salt)) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Returns whether this is a hash of the secret.
pub(super) fn matches(text: &str, secret: &str) -> bool {
    let byte = |at: usize| text.get(2 * at..2 * at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let bytes: Option<Vec<u8>> = (0..SALT + HASH).map(byte).collect();
    let Some(bytes) = bytes.filter(|_| text.len() == 2 * (SALT + HASH)) else { return false };
    let mut salt = [0; SALT];
    salt.copy_from_slice(&bytes[..SALT]);
    hash(secret, salt)[..].ct_eq(&bytes[SALT..]).into()
}

fn hash(secret: &str, salt: [u8; SALT]) -> [u8; HASH] {
    let mut hash = [0; HASH];
    // Cannot fail: the parameters are within their limits, and secrets are shorter than 4 GiB.
    if let Ok(params) = Params::new(MEMORY, 1, 1, Some(HASH)) {
        let _ = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
            secret.as_bytes(),
            &salt,
            &mut hash,
        );
    }
    hash
}
