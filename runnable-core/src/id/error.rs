//! Why a run failed.

use super::path::{Origin, StepPath};
use std::{any::Any, error::Error as StdError, fmt, sync::Arc, time::Duration};
use tokio::task::JoinError;

/// Any error that a step may return.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// A result whose error is [`Error`] unless another one is named.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The failure of a step, and so of its run.
///
/// Cheap to clone: the events of a run carry the same error that [`Run::output`](crate::Run::output) returns.
/// `Display` tells everything in one line; [`source`](StdError::source) gives the step's own error for a downcast.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    origin: Option<Origin>,
    attempts: u32,
    retryable: bool,
    /// What a kind cannot say alone: the limit of a timeout, the text of a panic.
    detail: Option<Box<str>>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What kind of failure an [`Error`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The step returned an error of its own.
    Failed,
    /// The step panicked.
    Panicked,
    /// The step took longer than its `timeout`.
    TimedOut,
    /// The step's stream was silent for longer than its `idle_timeout`.
    Idle,
    /// The step's stream ended without its end event.
    NoEndEvent,
    /// The end event lacks a return, or has one of another type.
    BadReturn,
    /// The run was cancelled.
    Cancelled,
    /// The step was interrupted in an earlier part of the run, and must not be repeated unasked.
    Interrupted,
    /// What the step or the run did could not be recorded.
    NotRecorded,
    /// The run did not begin: its id is taken, its pipeline has changed, or its log cannot be read.
    NotStarted,
}

impl ErrorKind {
    /// The name of the kind on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Panicked => "panicked",
            Self::TimedOut => "timed_out",
            Self::Idle => "idle",
            Self::NoEndEvent => "no_end_event",
            Self::BadReturn => "bad_return",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
            Self::NotRecorded => "not_recorded",
            Self::NotStarted => "not_started",
        }
    }

    /// The kind with this name on the wire; what is unknown is a failure of the step's own.
    #[cfg(feature = "runner")]
    #[doc(hidden)]
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        const ALL: [ErrorKind; 9] = [
            ErrorKind::Panicked,
            ErrorKind::TimedOut,
            ErrorKind::Idle,
            ErrorKind::NoEndEvent,
            ErrorKind::BadReturn,
            ErrorKind::Cancelled,
            ErrorKind::Interrupted,
            ErrorKind::NotRecorded,
            ErrorKind::NotStarted,
        ];
        ALL.into_iter().find(|kind| kind.code() == code).unwrap_or(Self::Failed)
    }
}

impl Error {
    #[cold]
    fn new(kind: ErrorKind, retryable: bool, detail: Option<Box<str>>, source: Option<BoxError>) -> Self {
        let source = source.map(Arc::from);
        Self(Arc::new(Inner { kind, origin: None, attempts: 1, retryable, detail, source }))
    }

    #[cold]
    pub(crate) fn failed(source: BoxError, retryable: bool) -> Self {
        Self::new(ErrorKind::Failed, retryable, None, Some(source))
    }

    #[cold]
    pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> Self {
        let text = match payload.downcast::<String>() {
            Ok(text) => *text,
            Err(payload) => payload.downcast_ref::<&str>().map_or_else(String::new, |text| (*text).to_owned()),
        };
        Self::new(ErrorKind::Panicked, false, Some(text.into()), None)
    }

    #[cold]
    pub(crate) fn timed_out(kind: ErrorKind, limit: Duration) -> Self {
        Self::new(kind, true, Some(humantime::format_duration(limit).to_string().into()), None)
    }

    #[cold]
    pub(crate) fn no_end_event() -> Self {
        Self::new(ErrorKind::NoEndEvent, false, None, None)
    }

    #[cold]
    pub(crate) fn bad_return(source: BoxError) -> Self {
        Self::new(ErrorKind::BadReturn, false, None, Some(source))
    }

    #[cold]
    pub(crate) fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, false, None, None)
    }

    /// What it did is not recorded.
    #[cfg(feature = "runner")]
    #[cold]
    pub(crate) fn not_recorded(source: BoxError) -> Self {
        Self::new(ErrorKind::NotRecorded, false, None, Some(source))
    }

    /// An error of an earlier part of the run, as it was recorded.
    #[cfg(feature = "runner")]
    #[doc(hidden)]
    #[must_use]
    pub fn recorded(kind: ErrorKind, retryable: bool, source: BoxError) -> Self {
        Self::new(kind, retryable, None, Some(source))
    }

    /// The same after so many attempts.
    #[cfg(feature = "runner")]
    #[doc(hidden)]
    #[must_use]
    pub fn tried(self, attempts: u32) -> Self {
        self.after(attempts)
    }

    /// Why a task of the run's own gave nothing.
    #[cold]
    pub(crate) fn joined(error: JoinError) -> Self {
        error.try_into_panic().map_or_else(|_| Self::cancelled(), Self::panicked)
    }

    /// Says where it happened, unless a step further in has said so.
    #[cold]
    pub(crate) fn at(mut self, at: &super::path::Scope<'_>) -> Self {
        if self.0.origin.is_none() {
            Arc::make_mut(&mut self.0).origin = Some(at.origin());
        }
        self
    }

    #[cold]
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        Arc::make_mut(&mut self.0).attempts = attempts;
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The path of the step that failed; empty where the run itself did.
    #[must_use]
    pub fn path(&self) -> StepPath {
        self.0.origin.clone().map_or_else(StepPath::root, StepPath::new)
    }

    /// How often the step was tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether trying again may help: the step's `when` predicate said so, or it ran out of time.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// The step's own error, if it is an `E`.
    #[must_use]
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        self.0.source.as_deref().and_then(|source| (source as &(dyn StdError + 'static)).downcast_ref())
    }

    /// What went wrong, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        let detail = self.0.detail.as_deref().unwrap_or_default();
        match (self.0.kind, &self.0.source) {
            (_, Some(source)) => source.to_string(),
            (ErrorKind::Panicked, _) => format!("panicked: {detail}"),
            (ErrorKind::TimedOut, _) => format!("took longer than {detail}"),
            (ErrorKind::Idle, _) => format!("sent nothing for {detail}"),
            (ErrorKind::NoEndEvent, _) => "the stream ended without its end event".to_owned(),
            (ErrorKind::Cancelled, _) => "cancelled".to_owned(),
            (_, None) => "failed".to_owned(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.origin {
            Some(origin) => write!(f, "step `{origin}` failed")?,
            None if self.0.kind == ErrorKind::NotStarted => f.write_str("the run did not start")?,
            None => f.write_str("the run failed")?,
        }
        if self.0.attempts > 1 {
            write!(f, " after {} attempts", self.0.attempts)?;
        }
        write!(f, ": {}", self.message())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)?;
        let mut cause = self.source().and_then(StdError::source);
        while let Some(error) = cause {
            write!(f, "\n  caused by: {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
