//! Problems with the configuration of a runner.

use std::{error::Error as StdError, fmt, iter::successors};

/// Every problem that prevents a runner from being built.
///
/// `Display` writes each problem on a line of its own, and [`source`](StdError::source) returns the error of a store that
/// cannot be opened. `Debug` writes both, so that a program that returns this error from `main` shows what to do.
pub struct BuildError {
    problems: Vec<String>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl BuildError {
    pub(super) fn new(problems: Vec<String>) -> Self {
        Self { problems, source: None }
    }

    pub(super) fn with_source(problem: impl Into<String>, source: impl StdError + Send + Sync + 'static) -> Self {
        Self { problems: vec![problem.into()], source: Some(Box::new(source)) }
    }

    /// Returns a description of each problem.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

/// The alternate form, `{error:#}`, adds the causes.
impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\n"))?;
        if f.alternate() {
            for cause in successors(self.source(), |&error| error.source()) {
                write!(f, ": {cause}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:#}")
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
