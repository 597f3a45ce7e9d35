//! Names in TypeScript.

use std::collections::BTreeSet;

/// The names of types that the language has, and those that every module of types and every namespace define.
const TAKEN: [&str; 26] = [
    "Envelope",
    "Error",
    "Event",
    "EventOf",
    "Input",
    "LifecycleEvent",
    "Output",
    "Pipelines",
    "Step",
    "Truncated",
    "any",
    "bigint",
    "boolean",
    "never",
    "null",
    "number",
    "object",
    "string",
    "symbol",
    "undefined",
    "unknown",
    "void",
    "lifecycleEvent",
    "pathWithoutNumbers",
    "taskEvent",
    "Lifecycle",
];

/// Names that were given, so that no two types have the same.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Returns a free name, if possible this name.
    pub(super) fn give(&mut self, like: &str) -> String {
        let name = identifier(like);
        let mut free = name.clone();
        for number in 2.. {
            if !TAKEN.contains(&&*free) && !self.0.contains(&free) {
                break;
            }
            free = format!("{name}{number}");
        }
        self.0.insert(free.clone());
        free
    }
}

/// Returns the name of a type: `TranslateAll` for `translate_all`.
pub(super) fn type_name(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let mut chars = word.chars();
            chars.next().into_iter().flat_map(char::to_uppercase).chain(chars)
        })
        .collect()
}

/// Returns an identifier with the letters of a name.
fn identifier(name: &str) -> String {
    let mut identifier: String = name.chars().map(|char| if is_part(char) { char } else { '_' }).collect();
    if identifier.chars().next().is_none_or(char::is_numeric) {
        identifier.insert(0, '_');
    }
    identifier
}

/// Returns the name of a property, in quotes if it is not an identifier.
pub(super) fn property(name: &str) -> String {
    let is_plain = name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '$'))
        && name.chars().next().is_some_and(|char| !char.is_ascii_digit());
    if is_plain { name.to_owned() } else { quoted(name) }
}

/// Returns a string literal.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn is_part(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '$')
}
