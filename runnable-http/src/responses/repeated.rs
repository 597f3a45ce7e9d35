//! Texts that may repeat what the client sent.

use runnable_core::hooks::Redact;

/// The size to which such a text is cut, in bytes.
pub(crate) const REPEATED: usize = 1000;

/// Masks the secrets in a text, and then cuts what has more than `limit` bytes: a part of a secret would not be found.
pub(crate) fn repeated(text: String, limit: usize, redact: Option<&dyn Redact>) -> String {
    let mut text = redact.and_then(|redact| redact.text(&text)).unwrap_or(text);
    if text.len() > limit {
        text.truncate(text.floor_char_boundary(limit));
        text.push('…');
    }
    text
}
