//! The error of this crate.

use std::{error::Error as StdError, fmt, sync::Arc};

/// The error of a run log, a catalog or a source of secrets.
///
/// `Display` says what failed, without the cause; [`source`](StdError::source) returns the cause, if another error is
/// the cause. [`kind`](Self::kind) classifies the failure for programs.
///
/// # Examples
/// ```
/// use runnable_store::{StoreError, StoreErrorKind};
/// use std::error::Error;
///
/// let error = StoreError::new(StoreErrorKind::Full, "the index cannot grow").with_source("quota exceeded");
/// assert_eq!(error.kind(), StoreErrorKind::Full);
/// assert_eq!(error.to_string(), "the index cannot grow");
/// assert_eq!(error.source().unwrap().to_string(), "quota exceeded");
/// ```
#[derive(Clone)]
pub struct StoreError {
    kind: StoreErrorKind,
    message: String,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The kind of a [`StoreError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The run, step, file or secret does not exist.
    NotFound,
    /// A run with this id exists already.
    Exists,
    /// The run belongs to an owner whose lease has not expired.
    Live,
    /// The pipeline differs from the recorded pipeline, or the store was written by another version of this crate.
    Changed,
    /// A name, an address or a value is invalid, or the operation does not apply to the run.
    Invalid,
    /// Other processes keep the store busy. A later attempt may succeed.
    Busy,
    /// A reader exceeded the lag that its [`OverflowPolicy`](crate::OverflowPolicy) allows.
    Lagging,
    /// The server of the store cannot be reached. A later attempt may succeed.
    Unreachable,
    /// The process of a run died, so that a reader has no further events until the run is resumed.
    Interrupted,
    /// The device or the quota of the store is full.
    Full,
    /// The store can be read, but not written.
    ReadOnly,
    /// The store is damaged, or the data there belongs to another program.
    Corrupt,
    /// Any other failure; see the source of the error.
    Other,
}

impl StoreError {
    /// Creates an error without a source.
    #[must_use]
    pub fn new(kind: StoreErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// Sets the error that caused this error.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// Puts the failed operation before the message; the kind and the source stay.
    pub(crate) fn context(mut self, operation: impl fmt::Display) -> Self {
        self.message = format!("{operation}: {}", self.message);
        self
    }

    /// Adds a remedy; the kind and the source stay.
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    pub(crate) fn help(mut self, remedy: &str) -> Self {
        self.message = format!("{}\nhelp: {remedy}", self.message);
        self
    }

    /// Returns the error for a new run whose id is taken.
    pub(crate) fn run_exists(run: &str) -> Self {
        let message = format!("a run `{run}` exists already: choose another id, or resume the run");
        Self::new(StoreErrorKind::Exists, message)
    }

    /// Returns the error for a run that does not exist.
    pub(crate) fn no_run(run: &str) -> Self {
        Self::new(StoreErrorKind::NotFound, format!("the run `{run}` does not exist"))
    }

    /// Returns the error for a claim of a run whose owner is alive.
    pub(crate) fn run_is_live(run: &str) -> Self {
        let message = format!("the run `{run}` is running: wait until it ends, or stop its process");
        Self::new(StoreErrorKind::Live, message)
    }

    /// Returns the error for a request to cancel a run that was interrupted, or has ended.
    pub(crate) fn not_running(run: &str, interrupted: bool) -> Self {
        if interrupted {
            let message = format!(
                "the run `{run}` was interrupted: its process died, and nothing is left to cancel\nhelp: resume the run to continue it"
            );
            return Self::new(StoreErrorKind::Interrupted, message);
        }
        Self::new(StoreErrorKind::Invalid, format!("the run `{run}` has ended: nothing is left to cancel"))
    }

    /// Returns the error for entries of a run that the log does not own.
    pub(crate) fn not_owned(run: &str) -> Self {
        let message = format!("the run `{run}` has ended, or does not belong to this process");
        Self::new(StoreErrorKind::Invalid, message)
    }

    /// Returns the error for a write of an owner that lost the run.
    pub(crate) fn lost(run: &str) -> Self {
        let message = format!(
            "another process claimed the run `{run}` or marked it as interrupted, because the lease of this process had \
             expired\nhelp: this process records nothing more of the run; to continue it, resume it; if this process is often \
             suspended, set a longer `lease`"
        );
        Self::new(StoreErrorKind::Invalid, message)
    }

    /// Returns the error for a reader of a run that was interrupted after an event.
    pub(crate) fn interrupted(run: &str, last: u64) -> Self {
        let message = format!(
            "the run `{run}` was interrupted after the event {last}: its process died or left it\nhelp: resume the run, and \
             follow it after this event; or wait until it is resumed, with `EventStream::wait_for_resume`"
        );
        Self::new(StoreErrorKind::Interrupted, message)
    }

    /// Returns the error for an event whose number is not the next number of its run.
    pub(crate) fn not_next(run: &str, seq: u64, next: u64) -> Self {
        let message = format!("the event {seq} of the run `{run}` is out of order: the next event is {next}");
        Self::new(StoreErrorKind::Invalid, message)
    }

    /// Returns the kind of the failure.
    #[must_use]
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Shows the kind, the message and every cause: a program that returns the error from `main` loses nothing.
impl fmt::Debug for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_with_causes(f, &self.kind, self)
    }
}

/// Writes the kind of an error, its message and the messages of all its causes.
///
/// # Errors
/// Returns the error of the formatter.
pub fn fmt_with_causes(f: &mut fmt::Formatter<'_>, kind: &dyn fmt::Debug, error: &dyn StdError) -> fmt::Result {
    write!(f, "{kind:?}: {error}")?;
    let mut cause = error.source();
    while let Some(error) = cause {
        write!(f, ": {error}")?;
        cause = error.source();
    }
    Ok(())
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
