//! The secrets of a program.

use super::{
    redactor::Redactor,
    secret::Secret,
    source::{Env, SecretSource},
};
use crate::error::{StoreError, StoreErrorKind};
use runnable_core::{BoxError, FromRun, StepContext};
use std::{fmt, sync::Arc};

/// The sources of secrets, in order. A clone is cheap.
///
/// # Examples
/// ```
/// use runnable_store::secrets::{DotEnv, Env, Folder, Secrets};
///
/// let secrets = Secrets::new()
///     .with_source(Env::new())
///     .with_source(DotEnv::new(".env"))
///     .with_source(Folder::new("/run/secrets"));
/// let error = secrets.get("no_such_key").unwrap_err();
/// assert!(error.to_string().contains("NO_SUCH_KEY"));
/// ```
#[derive(Clone, Default)]
pub struct Secrets {
    sources: Arc<Vec<Arc<dyn SecretSource>>>,
    redactor: Redactor,
}

impl Secrets {
    /// Returns secrets without a source: every secret is missing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a source, which is asked after the sources before.
    #[must_use]
    pub fn with_source(mut self, source: impl SecretSource) -> Self {
        Arc::make_mut(&mut self.sources).push(Arc::new(source));
        self
    }

    /// Returns a secret from the first source that has it, and teaches the secret to the [`redactor`](Self::redactor). An empty
    /// value counts as missing.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` that lists all sources if the secret is missing, and `Invalid` if the name contains
    /// other characters than ASCII letters, digits, `_`, `-` and `.`, or starts with a dot. Also returns the errors of the sources.
    /// No error contains a value.
    pub fn get(&self, name: &str) -> Result<Secret<String>, StoreError> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(is_plain) {
            let message = format!("`{}` is not a valid name of a secret", name.escape_debug());
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        for source in self.sources.iter() {
            let found = source
                .get(name)
                .map_err(|error| error.context(format_args!("the secret `{name}` cannot be looked up")))?;
            if let Some(secret) = found.filter(|secret| !secret.expose().is_empty()) {
                self.redactor.learn_as(name, &secret)?;
                return Ok(secret);
            }
        }
        let places: Vec<_> = self.sources.iter().map(|source| source.place(name)).collect();
        let message = if places.is_empty() {
            format!("the secret `{name}` is missing: no source is configured")
        } else {
            format!("the secret `{name}` is missing: looked for {}", places.join(", "))
        };
        Err(StoreError::new(StoreErrorKind::NotFound, message))
    }

    /// Returns the redactor that replaces all secrets that were and will be returned by [`get`](Self::get).
    #[must_use]
    pub fn redactor(&self) -> Redactor {
        self.redactor.clone()
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Secrets").field(&self.sources).finish()
    }
}

/// A parameter of the type `Secret<String>` is the secret with the parameter's name, from the sources of the `Runner`, or from the
/// environment if the run has no `Runner`.
impl<E> FromRun<E> for Secret<String> {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let name = step.parameter();
        let secret = match step.extension::<Secrets>() {
            Some(secrets) => secrets.get(name),
            None => Secrets::new().with_source(Env::new()).get(name),
        };
        Ok(secret?)
    }
    fn secrets(parameter: &'static str) -> Vec<&'static str> {
        vec![parameter]
    }
}
