//! Problems in a configuration.

use crate::FileError;
use figment::error::{Actual, Kind};
use runnable_core::input::Origin;
use std::{error::Error as StdError, fmt, path::Path};

/// Every problem in a configuration.
///
/// `Display` writes a line for each problem.
#[derive(Debug)]
pub struct ConfigError {
    problems: Vec<ConfigProblem>,
    file: Option<FileError>,
}

impl ConfigError {
    pub(super) fn new(problems: Vec<ConfigProblem>, file: Option<FileError>) -> Self {
        Self { problems, file }
    }

    /// Returns the problems: those of the file in the order of its lines, then those of variables in the order of their
    /// names.
    #[must_use]
    pub fn problems(&self) -> &[ConfigProblem] {
        &self.problems
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid configuration:")?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl StdError for ConfigError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.file.as_ref().and_then(StdError::source)
    }
}

/// A problem in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    origin: Origin,
    key: Option<String>,
    message: String,
}

impl ConfigProblem {
    pub(super) fn new(origin: Origin, keys: &[String], message: String) -> Self {
        let key = (!keys.is_empty()).then(|| keys.join("."));
        Self { origin, key, message }
    }

    /// Returns the file with the problem; `None` if the problem is in a variable.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path, _) => Some(path),
            _ => None,
        }
    }

    /// Returns the line in the file, counted from 1, if it is known.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self.origin {
            Origin::File(_, line) => line,
            _ => None,
        }
    }

    /// Returns the name of the variable with the problem; `None` if the problem is in a file.
    #[must_use]
    pub fn variable(&self) -> Option<&str> {
        match &self.origin {
            Origin::Variable(name) => Some(name),
            _ => None,
        }
    }

    /// Returns the key with its section, such as `run-log.url`; `None` if the problem concerns the whole file.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Returns the description of the problem, without its origin and key.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.origin)?;
        if let Some(key) = &self.key {
            write!(f, "`{key}`: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Describes a value of the wrong type. Unknown names are reported by the layer, which knows the valid names.
pub(super) fn describe(kind: &Kind) -> String {
    match kind {
        Kind::InvalidType(actual, expected) | Kind::InvalidValue(actual, expected) => {
            format!("expected {expected}, found {}", found(actual))
        }
        Kind::InvalidLength(0, expected) => format!("expected {expected}, found an empty list"),
        other => other.to_string(),
    }
}

fn found(actual: &Actual) -> String {
    match actual {
        Actual::Bool(value) => format!("`{value}`"),
        Actual::Unsigned(number) => format!("the number {number}"),
        Actual::Signed(number) => format!("the number {number}"),
        Actual::Float(number) => format!("the number {number}"),
        Actual::Str(text) => format!("{text:?}"),
        Actual::Seq => "a list".to_owned(),
        Actual::Map => "a section".to_owned(),
        other => other.to_string(),
    }
}
