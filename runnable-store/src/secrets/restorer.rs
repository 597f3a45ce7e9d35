//! Recorded texts with the values of their secrets.

use super::{
    fingerprint,
    forms::render,
    json,
    reference::{OPEN, Part, parts},
    secret::Secret,
    secrets::Secrets,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{Json, json as checked},
};
use std::collections::HashMap;

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

impl Secrets {
    /// Returns a reader of recorded texts, which puts the values of secrets back.
    #[doc(hidden)]
    #[must_use]
    pub fn restorer(&self) -> Restorer<'_> {
        Restorer { secrets: self, values: HashMap::new(), verified: HashMap::new() }
    }
}

impl Restorer<'_> {
    /// Returns a recorded JSON text with the values of the secrets.
    ///
    /// # Errors
    /// Returns an error of the kind `Changed` if a secret has changed or is missing, and `Invalid` if the text has a
    /// secret in a form that cannot be restored. The message names the secret.
    pub fn json(&mut self, recorded: &Json) -> Result<Json, StoreError> {
        match json::restore(recorded.get(), |text| self.restored(text))? {
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

    fn restored(&mut self, text: &str) -> Result<String, StoreError> {
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
