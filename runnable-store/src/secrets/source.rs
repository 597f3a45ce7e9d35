//! Where secrets come from.

use super::Secret;
use crate::{StoreError, StoreErrorKind};
use std::{collections::HashMap, env, fmt, fs, io, path::PathBuf};
use zeroize::Zeroizing;

/// A place that may have secrets.
///
/// Its errors never hold a value. One over a network should fetch beforehand: a step waits for [`get`](Self::get).
pub trait SecretSource: fmt::Debug + Send + Sync + 'static {
    /// The secret of that name, which has been checked (letters, digits, `_`, `-`, `.`); `None` where there is none.
    ///
    /// # Errors
    /// Where the place cannot be read, or has something that is no text.
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError>;

    /// Where it looks for that name, as an error says it: `the variable API_KEY`.
    fn place(&self, name: &str) -> String;
}

/// The variables of the process's environment: `api_key` is `API_KEY`.
#[derive(Debug, Clone, Default)]
pub struct Env {
    prefix: String,
}

impl Env {
    /// Variables without a prefix.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Variables that begin so: with `MY_APP_`, `api_key` is `MY_APP_API_KEY`.
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
            // Its source would show the value.
            Err(env::VarError::NotUnicode(_)) => {
                Err(StoreError::new(StoreErrorKind::Invalid, format!("the variable `{variable}` is not UTF-8")))
            }
        }
    }

    fn place(&self, name: &str) -> String {
        format!("the variable `{}{}`", self.prefix, variable(name))
    }
}

/// A folder with a file for each secret, as Docker and Kubernetes mount them: `api_key`, or else `API_KEY`.
///
/// One line break at the end of a file is left out.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The files of a folder; it need not be there.
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
                    let what = format!("the file `{}` cannot be read", path.display());
                    return Err(StoreError::new(StoreErrorKind::Other, what).because(error));
                }
            };
            let Ok(text) = str::from_utf8(&bytes) else {
                let what = format!("the file `{}` is not UTF-8", path.display());
                return Err(StoreError::new(StoreErrorKind::Invalid, what));
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

/// Secrets that are written in code, for tests.
#[derive(Debug, Clone, Default)]
pub struct Fixed {
    values: HashMap<String, Secret<String>>,
}

impl Fixed {
    /// No secret.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// And one more.
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
        "the secrets given in code".to_owned()
    }
}

/// The variable of a secret: `api_key` is `API_KEY`.
pub(super) fn variable(name: &str) -> String {
    name.to_ascii_uppercase().replace(['-', '.'], "_")
}
