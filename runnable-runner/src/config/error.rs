//! What is wrong with a configuration.

use crate::FileError;
use figment::error::{Actual, Kind};
use runnable_core::input::Origin;
use std::{error::Error as StdError, fmt};

/// All that is wrong with a configuration.
///
/// `Display` writes one line for each problem.
#[derive(Debug)]
pub struct ConfigError {
    problems: Vec<ConfigProblem>,
    file: Option<FileError>,
}

impl ConfigError {
    pub(super) fn new(problems: Vec<ConfigProblem>, file: Option<FileError>) -> Self {
        Self { problems, file }
    }

    /// Each problem: those of the file by line, then those of variables by name.
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

/// One thing that is wrong with a configuration.
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

    /// The file and the line, or the variable.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The key with its section, as in `run-log.url`; `None` where the whole file is meant.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What is wrong and what was expected, without the origin and the key.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What problems are sorted by: the line in the file, if any.
    pub(super) fn line(&self) -> Option<usize> {
        match self.origin {
            Origin::File(_, line) => line,
            _ => None,
        }
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

/// What a value should have been. An unknown name is told by the layer, which knows what else there is.
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
