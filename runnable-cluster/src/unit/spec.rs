//! The order to run a pipeline.

use super::item::Item;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A run as a client orders it, or an item of a run. The request to the engine, and the first message of the run's events.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Unit {
    pub(crate) run: String,
    pub(crate) pipeline: String,
    /// The hash of the definition with which the run started.
    pub(crate) definition: String,
    /// The input, with references in the place of secrets.
    pub(crate) input: Box<RawValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tag: Option<String>,
    /// The item that the unit runs, for the unit of its run. By default a unit is a whole run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<Box<Item>>,
}

impl Unit {
    pub(crate) fn service(&self) -> String {
        service_name(&self.pipeline, &self.definition)
    }
}

/// The number of digits of a definition's hash that a service has in its name.
const DIGITS: usize = 16;

/// Returns the name of the service that runs this definition of a pipeline. Builds with different definitions are different
/// services, so that a run stays on a build that knows it.
pub(crate) fn service_name(pipeline: &str, definition: &str) -> String {
    format!("{pipeline}-{}", definition.get(..DIGITS).unwrap_or(definition))
}

/// Returns the id of a run in the form of subjects, headers and URLs: bytes other than letters, digits, `-` and `_` as `=` and
/// two digits.
pub(crate) fn token(run: &str) -> String {
    use std::fmt::Write as _;
    let mut token = String::with_capacity(run.len());
    for byte in run.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) {
            token.push(byte.into());
        } else {
            let _ = write!(token, "={byte:02X}");
        }
    }
    token
}

/// Returns the text of a token.
pub(crate) fn untoken(token: &str) -> String {
    let mut parts = token.split('=');
    let mut text = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        text.extend(u8::from_str_radix(digits, 16));
        text.extend(rest.as_bytes());
    }
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_runs_have_different_tokens_without_special_characters() {
        let runs = ["a.b", "a_b", "a/b", "a b", "a*", "a>", "a=2Eb", "é", "2026-11-26T10:00"];
        let tokens = runs.map(token);
        assert!(tokens.iter().all(|token| !token.contains(['.', ' ', '*', '>', '/', ':', '%', '~'])), "{tokens:?}");
        assert!(tokens.iter().enumerate().all(|(i, token)| !tokens[..i].contains(token)), "{tokens:?}");
        assert_eq!(token("today-1"), "today-1");
        assert_eq!(tokens.map(|token| untoken(&token)), runs);
    }
}
