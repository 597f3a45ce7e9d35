//! The secrets of a program.

use super::{Env, Redactor, Secret, SecretSource};
use crate::{StoreError, StoreErrorKind};
use runnable_core::{BoxError, FromRun, StepContext};
use std::{fmt, sync::Arc};

/// The places of secrets, in order; a handle that is cheap to clone.
///
/// # Examples
/// ```
/// use runnable_store::secrets::{DotEnv, Env, Folder, Secrets};
///
/// let secrets = Secrets::new().with_source(Env::new()).with_source(DotEnv::new(".env")).with_source(Folder::new("/run/secrets"));
/// let error = secrets.get("no_such_key").unwrap_err();
/// assert!(error.to_string().contains("NO_SUCH_KEY"));
/// ```
#[derive(Clone, Default)]
pub struct Secrets {
    sources: Arc<Vec<Arc<dyn SecretSource>>>,
    redactor: Redactor,
}

impl Secrets {
    /// No place: every secret is missing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks there too, after the places before.
    #[must_use]
    pub fn with_source(mut self, source: impl SecretSource) -> Self {
        Arc::make_mut(&mut self.sources).push(Arc::new(source));
        self
    }

    /// Looks a secret up: the first place that has it counts, and an empty value counts as none. From then on, the
    /// [`redactor`](Self::redactor) knows it.
    ///
    /// # Errors
    /// `NotFound`, with the places where it was looked for; `Invalid` for a name with anything but ASCII letters, digits, `_`, `-` and `.`, or
    /// that begins with a dot; what a place fails with. No error holds a value.
    pub fn get(&self, name: &str) -> Result<Secret<String>, StoreError> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(is_plain) {
            let what = format!("`{}` is no name of a secret", name.escape_debug());
            return Err(StoreError::new(StoreErrorKind::Invalid, what));
        }
        for source in self.sources.iter() {
            let found = source.get(name).map_err(|error| {
                StoreError::new(error.kind(), format!("the secret `{name}` cannot be looked up")).because(error)
            })?;
            if let Some(secret) = found.filter(|secret| !secret.expose().is_empty()) {
                self.redactor.learn(&secret)?;
                return Ok(secret);
            }
        }
        let places: Vec<_> = self.sources.iter().map(|source| source.place(name)).collect();
        let places = if places.is_empty() { "no place is configured".to_owned() } else { places.join(", ") };
        let what = format!("the secret `{name}` is missing: looked for {places}");
        let none = format!("the secret `{name}` is missing: {places}");
        Err(StoreError::new(StoreErrorKind::NotFound, if self.sources.is_empty() { none } else { what }))
    }

    /// What replaces the secrets that were got so far, and those that will be.
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

/// What a task has as a parameter of the type `Secret<String>`: the secret with the parameter's name, from where its
/// runner takes secrets; without a runner, from the environment.
impl<E> FromRun<E> for Secret<String> {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let name = step.parameter();
        let secret = match step.extension::<Secrets>() {
            Some(secrets) => secrets.get(name),
            None => Secrets::new().with_source(Env::new()).get(name),
        };
        Ok(secret?)
    }
}
