//! The sources of secrets.

use super::secret::Secret;
use crate::error::{StoreError, StoreErrorKind};
use std::{collections::HashMap, env, fmt, fs, io, path::PathBuf};
use zeroize::Zeroizing;

/// A source of secrets.
///
/// Errors of a source must not contain a value. A source in a network should fetch its secrets beforehand, because a step waits
/// for [`get`](Self::get).
pub trait SecretSource: fmt::Debug + Send + Sync + 'static {
    /// Returns the secret with this name, or `None` if the source does not have it. The name consists of ASCII letters, digits,
    /// `_`, `-` and `.`.
    ///
    /// # Errors
    /// Returns an error if the source cannot be read, or the value is not UTF-8.
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError>;

    /// Returns the place of the secret for an error message, such as ``the variable `API_KEY` ``.
    fn place(&self, name: &str) -> String;
}

/// The environment variables of the process: `api_key` is in `API_KEY`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Env {
    prefix: String,
}

impl Env {
    /// Returns a source of variables without a prefix.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a source of variables with a prefix: with `MY_APP_`, `api_key` is in `MY_APP_API_KEY`.
    #[must_use]
    pub fn prefixed(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into() }
    }
}

impl SecretSource for Env {
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError> {
        let variable = format!("{}{}", self.prefix, variable(name));
        match env::var(&variable) {
            Ok(value) => Ok(Some(Secret::new(value))),
            Err(env::VarError::NotPresent) => Ok(None),
            // The error itself contains the value.
            Err(env::VarError::NotUnicode(_)) => {
                Err(StoreError::new(StoreErrorKind::Invalid, format!("the variable `{variable}` is not UTF-8")))
            }
        }
    }

    fn place(&self, name: &str) -> String {
        format!("the variable `{}{}`", self.prefix, variable(name))
    }
}

/// A folder with a file per secret, as Docker and Kubernetes mount them: `api_key`, or `API_KEY` if that file is missing.
///
/// A line break at the end of a file is not part of the secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Returns a source of the files of a folder, which need not exist.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn files(&self, name: &str) -> Vec<PathBuf> {
        let mut names = vec![name.to_owned(), variable(name)];
        names.dedup();
        names.into_iter().map(|name| self.path.join(name)).collect()
    }
}

impl SecretSource for Folder {
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError> {
        for path in self.files(name) {
            let bytes = match fs::read(&path) {
                Ok(bytes) => Zeroizing::new(bytes),
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                    continue;
                }
                Err(error) => {
                    let message = format!("the file `{}` cannot be read", path.display());
                    return Err(StoreError::new(StoreErrorKind::Other, message).with_source(error));
                }
            };
            let Ok(text) = str::from_utf8(&bytes) else {
                let message = format!("the file `{}` is not UTF-8", path.display());
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            };
            let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
            return Ok(Some(Secret::new(text.to_owned())));
        }
        Ok(None)
    }

    fn place(&self, name: &str) -> String {
        let files: Vec<_> = self.files(name).iter().map(|path| format!("the file `{}`", path.display())).collect();
        files.join(" or ")
    }
}

/// Secrets from code, for tests.
#[derive(Debug, Clone, Default)]
pub struct Fixed {
    values: HashMap<String, Secret<String>>,
}

impl Fixed {
    /// Returns a source without secrets.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a secret.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.values.insert(name.into(), Secret::new(value.into()));
        self
    }
}

impl SecretSource for Fixed {
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError> {
        Ok(self.values.get(name).cloned())
    }

    fn place(&self, _: &str) -> String {
        "the secrets set in code".to_owned()
    }
}

/// Returns the name of the variable of a secret: `API_KEY` for `api_key`.
pub(super) fn variable(name: &str) -> String {
    name.to_ascii_uppercase().replace(['-', '.'], "_")
}
