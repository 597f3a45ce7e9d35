//! The error of this crate.

use std::{error::Error as StdError, fmt, sync::Arc};

/// The error of a cluster: its configuration, its servers or a run.
///
/// `Display` says what failed and what to do, without the cause; [`source`](StdError::source) returns the cause.
#[derive(Clone)]
pub struct ClusterError {
    kind: ClusterErrorKind,
    message: String,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The kind of a [`ClusterError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClusterErrorKind {
    /// The configuration is incomplete or invalid, or a server has other settings.
    Config,
    /// A server cannot be reached. A later attempt may succeed.
    Unreachable,
    /// A server refuses the credentials.
    Denied,
    /// A server is too old.
    TooOld,
    /// The run does not exist, or its events are no longer kept.
    NotFound,
    /// A run with this id exists, with another pipeline or another input.
    Exists,
    /// The input or the output of a run cannot be written or read.
    Invalid,
    /// The run failed or was cancelled: [`ClusterError::run_error`] has its error.
    Run,
    /// Any other failure; see the source of the error.
    Other,
}

impl ClusterError {
    pub(crate) fn new(kind: ClusterErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// Returns the error of a run.
    pub(crate) fn run(error: runnable_core::Error) -> Self {
        Self::new(ClusterErrorKind::Run, error.to_string()).with_source(error)
    }

    /// Returns the kind of the failure.
    #[must_use]
    pub fn kind(&self) -> ClusterErrorKind {
        self.kind
    }

    /// Returns the error of the run, if the run failed or was cancelled.
    #[must_use]
    pub fn run_error(&self) -> Option<&runnable_core::Error> {
        self.source.as_deref().and_then(|source| (source as &(dyn StdError + 'static)).downcast_ref())
    }
}

impl fmt::Display for ClusterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Shows the kind, the message and every cause: a program that returns the error from `main` loses nothing.
impl fmt::Debug for ClusterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        runnable_store::fmt_with_causes(f, &self.kind, self)
    }
}

impl StdError for ClusterError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self.kind {
            // `Display` has the text of the run's error already.
            ClusterErrorKind::Run => self.run_error().and_then(StdError::source),
            _ => self.source.as_deref().map(|source| source as &(dyn StdError + 'static)),
        }
    }
}
