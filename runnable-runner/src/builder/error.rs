//! Problems with the configuration of a runner.

use runnable_core::{Error, ErrorKind};
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

/// A runner that cannot be built starts no run, so `?` works on both in one function.
///
/// # Examples
/// ```
/// use runnable::{ErrorKind, prelude::*};
///
/// #[task(returns = [words])]
/// async fn count(text: String) -> usize {
///     text.split(' ').count()
/// }
///
/// async fn start(run_log: &str) -> runnable::Result<usize> {
///     let runner = Runner::builder().run_log(run_log).build().await?;
///     Ok(runner.run(Count { text: "one two".into() }).await?.words)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// assert_eq!(start("memory:").await.ok(), Some(2));
/// let error = start("sqllite:runs.db").await.unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::NotStarted);
/// assert!(format!("{error:#}").contains("did you mean `sqlite`?"), "{error:#}");
/// # }
/// ```
impl From<BuildError> for Error {
    fn from(error: BuildError) -> Self {
        Self::recorded(ErrorKind::NotStarted, false, error.into())
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
