//! References to secrets in recorded texts.
//!
//! A reference is `$secret{name;form;from;fingerprint}`: the secret `name` in the encoding `form`, from the byte `from`. Two more
//! words are in use: `$secret{}` stands for the text `$secret{`, so that a user's text that looks like a reference survives, and
//! `$secret{#}` at the start of a JSON string says that the rest of the string is a number.

use super::{
    fingerprint,
    forms::render,
    known::{Found, Known},
    secret::Secret,
    secrets::Secrets,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{Json, json as checked},
};
use std::{borrow::Cow, collections::HashMap, fmt::Write as _};

/// The beginning of a reference.
pub(super) const OPEN: &str = "$secret{";
const ESCAPED: &str = "$secret{}";
/// Marks the text of a number.
pub(super) const NUMBER: &str = "$secret{#}";

/// The replacement of a secret in texts that people read.
pub(super) const MASK: &str = "***";

/// Replaces every secret in a text by a mask.
pub(super) fn mask<'a>(known: &Known, text: &'a str) -> Cow<'a, str> {
    let found = known.find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
    for Found { start, end, .. } in found {
        // Overlapping secrets are replaced together: replacing only the first would leave the end of the second.
        if start >= at {
            masked.push_str(&text[at..start]);
            masked.push_str(MASK);
        }
        at = at.max(end);
    }
    masked.push_str(&text[at..]);
    Cow::Owned(masked)
}

/// Replaces these secrets in a text by references, and escapes texts that look like references.
pub(super) fn refer<'a>(found: &[Found], text: &'a str) -> Cow<'a, str> {
    if found.is_empty() && !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let (mut referring, mut at) = (String::with_capacity(text.len()), 0);
    for hit in found.iter() {
        if hit.end <= at {
            continue;
        }
        referring.push_str(&text[at..hit.start.max(at)].replace(OPEN, ESCAPED));
        // The beginning of a secret may be the end of the one before.
        let from = at.saturating_sub(hit.start);
        let (name, form, fingerprint) = (&hit.entry.name, hit.form(&text[hit.start..hit.end]), hit.entry.fingerprint());
        let _ = write!(referring, "{OPEN}{name};{form};{from};{fingerprint}}}");
        at = hit.end;
    }
    referring.push_str(&text[at..].replace(OPEN, ESCAPED));
    Cow::Owned(referring)
}

/// A part of a recorded text.
enum Part<'a> {
    Text(&'a str),
    Reference { name: &'a str, form: &'a str, from: usize, fingerprint: &'a str },
}

/// Splits a recorded text into its parts. A text that only looks like a reference is a text.
fn parts(mut text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![];
    while let Some(open) = text.find(OPEN) {
        let (before, rest) = text.split_at(open);
        let (inside, after) = rest[OPEN.len()..].split_once('}').unwrap_or(("?", ""));
        let fields: Vec<_> = inside.split(';').collect();
        let (part, after) = match (inside, fields.as_slice()) {
            ("", _) => (Part::Text(OPEN), after),
            (_, &[name, form, from, fingerprint]) if from.parse::<usize>().is_ok() => {
                (Part::Reference { name, form, from: from.parse().unwrap_or(0), fingerprint }, after)
            }
            _ => (Part::Text(OPEN), &rest[OPEN.len()..]),
        };
        parts.extend([Part::Text(before), part]);
        text = after;
    }
    parts.push(Part::Text(text));
    parts
}

/// Replaces every reference in a recorded text by a mask.
pub(super) fn mask_references(text: &str) -> String {
    let show = |part| match part {
        Part::Text(text) => text,
        Part::Reference { .. } => MASK,
    };
    parts(text).into_iter().map(show).collect()
}

/// Puts the values of secrets back into the texts of a recorded run.
///
/// Every secret is looked up once. A reference to a secret that has changed since it was recorded is an error.
#[derive(Debug)]
pub struct Restorer<'a> {
    secrets: &'a Secrets,
    values: HashMap<String, Secret<String>>,
    /// The fingerprints that were compared already, since that takes time.
    verified: HashMap<String, String>,
}

impl<'a> Restorer<'a> {
    pub(super) fn new(secrets: &'a Secrets) -> Self {
        Self { secrets, values: HashMap::new(), verified: HashMap::new() }
    }

    /// Returns a recorded JSON text with the values of the secrets.
    ///
    /// # Errors
    /// Returns an error of the kind `Changed` if a secret has changed or is missing, and `Invalid` if the text has a
    /// secret in a form that cannot be restored. The message names the secret.
    pub fn json(&mut self, recorded: &Json) -> Result<Json, StoreError> {
        match self.restored_json(recorded.get())? {
            Some(restored) => checked(restored),
            None => Ok(Json::clone(recorded)),
        }
    }

    /// Returns a recorded text with the values of the secrets.
    ///
    /// # Errors
    /// Returns the errors of [`json`](Self::json).
    pub fn text(&mut self, recorded: &str) -> Result<String, StoreError> {
        if recorded.contains(OPEN) { self.restored(recorded) } else { Ok(recorded.to_owned()) }
    }

    pub(super) fn restored(&mut self, text: &str) -> Result<String, StoreError> {
        let mut restored = String::with_capacity(text.len());
        for part in parts(text) {
            match part {
                Part::Text(text) => restored.push_str(text),
                Part::Reference { name, form, from, fingerprint } => {
                    let rendered = render(self.value(name, fingerprint)?.expose(), form);
                    let rest = rendered.as_deref().and_then(|text| text.get(from..));
                    restored.push_str(rest.ok_or_else(|| {
                        let message =
                            format!("a recorded value has the secret `{name}` in a form that cannot be restored");
                        StoreError::new(StoreErrorKind::Invalid, message)
                    })?);
                }
            }
        }
        Ok(restored)
    }

    /// Returns the value of a secret, if it is the recorded value.
    fn value(&mut self, name: &str, recorded: &str) -> Result<&Secret<String>, StoreError> {
        if name.is_empty() {
            let message = "a recorded value has a secret without a name, which cannot be restored";
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        if !self.values.contains_key(name) {
            let value = self.secrets.get(name).map_err(|error| {
                let kind =
                    if error.kind() == StoreErrorKind::NotFound { StoreErrorKind::Changed } else { error.kind() };
                StoreError::new(kind, format!("a recorded value contains the secret `{name}`")).with_source(error)
            })?;
            self.values.insert(name.to_owned(), value);
        }
        let value = &self.values[name];
        if self.verified.get(recorded).is_none_or(|verified| verified != name) {
            if !fingerprint::matches(recorded, value.expose()) {
                let message = format!(
                    "the secret `{name}` has changed since the run was recorded\n\
                     help: resume with the value that the secret had, or start a new run"
                );
                return Err(StoreError::new(StoreErrorKind::Changed, message));
            }
            self.verified.insert(recorded.to_owned(), name.to_owned());
        }
        Ok(value)
    }
}
