//! The error of a run.

use super::{
    cause::{self, Cause},
    error_kind::ErrorKind,
    path::{Origin, Scope, StepPath},
};
use runnable_wire::ErrorData;
use std::{any::Any, error::Error as StdError, fmt, sync::Arc, time::Duration};
use tokio::task::JoinError;

/// Any error that a step may return.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// A result whose error is [`Error`] by default.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The failure of a step, and so of its run.
///
/// Cheap to clone: the events of a run carry the same error that [`Run::output`](crate::Run::output) returns.
///
/// `Display` names the step, and [`source`](StdError::source) returns the cause: the error that the step returned. To
/// print all causes in one line, use the alternate form, `{error:#}`; `Debug` prints them in several lines.
///
/// Events, records and responses have the error as `{"code":..,"message":..,"causes":[..],"retryable":..}`: its
/// [`kind`](Self::kind), its [`message`](Self::message) and its [`causes`](Self::causes). If another attempt follows, it also has
/// the `max_attempts` of the step. An error that a `map` has collected has its `"step"`, the path of the step. An error that a
/// resumed run reads from its record has the same texts as sources.
///
/// # Examples
/// ```
/// use runnable::prelude::*;
/// use std::error::Error as _;
///
/// #[task(returns = [text])]
/// async fn load(path: String) -> Result<String, String> {
///     Err(format!("cannot read {path}"))
/// }
///
/// pipeline! {
///     fn load_all(path: String) -> [text] { load }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let error = load_all("a.txt".into()).execute().await.map(|_| ()).unwrap_err();
/// assert_eq!(error.to_string(), "step `load` failed");
/// assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("cannot read a.txt"));
/// assert_eq!(format!("{error:#}"), "step `load` failed: cannot read a.txt");
/// # }
/// ```
#[derive(Clone)]
pub struct Error(Arc<ErrorInner>);

#[derive(Clone)]
struct ErrorInner {
    kind: ErrorKind,
    path: Option<StepPath>,
    attempts: u32,
    max_attempts: Option<u32>,
    retryable: bool,
    /// True for a value of the pipeline, which is written with the path of the step.
    collected: bool,
    /// The limit of a timeout, or the text of a panic.
    detail: Option<Box<str>>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
    /// The failures of the branches of a `race`.
    branches: Vec<Error>,
}

impl Error {
    #[cold]
    fn new(kind: ErrorKind, retryable: bool, detail: Option<Box<str>>, source: Option<BoxError>) -> Self {
        let source = source.map(Arc::from);
        let (path, attempts, max_attempts, collected, branches) = (None, 1, None, false, Vec::new());
        let inner = ErrorInner { kind, path, attempts, max_attempts, retryable, collected, detail, source, branches };
        Self(Arc::new(inner))
    }

    #[cold]
    pub(crate) fn failed(source: BoxError, retryable: bool) -> Self {
        Self::new(ErrorKind::Failed, retryable, None, Some(source))
    }

    #[cold]
    pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> Self {
        // A step that must not continue unwinds with its error.
        let payload = match payload.downcast::<Self>() {
            Ok(error) => return *error,
            Err(payload) => payload,
        };
        Self::new(ErrorKind::Panicked, false, Some(panic_text(&*payload).into()), None)
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
    pub(crate) fn after_end_event() -> Self {
        let message = "the stream sent an event after its end event\n\
                       help: yield the end event once, as the last event";
        Self::failed(message.into(), false)
    }

    #[cold]
    pub(crate) fn bad_return(source: BoxError) -> Self {
        Self::new(ErrorKind::BadReturn, false, None, Some(source))
    }

    #[cold]
    pub(crate) fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, false, None, None)
    }

    /// Returns the error of a `race` whose branches have all failed. A single branch has its own error.
    #[cold]
    pub(crate) fn none_succeeded(branches: Vec<Self>) -> Self {
        if let [only] = branches.as_slice() {
            return only.clone();
        }
        let retryable = branches.iter().any(Self::is_retryable);
        let texts = branches.iter().map(|error| format!("{error:#}"));
        let source = Cause::chain(["no branch of the `race` succeeded".to_owned()].into_iter().chain(texts));
        let mut error = Self::new(ErrorKind::Failed, retryable, None, source.map(BoxError::from));
        Arc::make_mut(&mut error.0).branches = branches;
        error
    }

    /// Returns the error of a step that is cancelled because another branch of its `race` has succeeded.
    #[cold]
    pub(crate) fn lost() -> Self {
        Self::new(ErrorKind::Cancelled, false, None, Some("another branch of the `race` succeeded first".into()))
    }

    /// Visits the path of each step whose failure this is: several if it is the failure of a `race`.
    #[cold]
    pub(crate) fn each_path(&self, visit: &mut dyn FnMut(&str)) {
        if self.0.branches.is_empty() {
            visit(&self.path().to_string());
        }
        self.0.branches.iter().for_each(|branch| branch.each_path(visit));
    }

    /// Returns an error of a runner: it was recorded in an earlier part of the run, or it prevents the start.
    #[doc(hidden)]
    #[must_use]
    pub fn recorded(kind: ErrorKind, retryable: bool, source: BoxError) -> Self {
        Self::new(kind, retryable, None, Some(source))
    }

    /// Sets the number of attempts.
    #[doc(hidden)]
    #[must_use]
    pub fn tried(self, attempts: u32) -> Self {
        self.after(attempts)
    }

    /// Returns the error that was recorded in an earlier part of the run, with the texts of its causes.
    #[doc(hidden)]
    #[must_use]
    pub fn restored(error: ErrorData<'_>) -> Self {
        let texts = [error.message].into_iter().chain(error.causes).map(Into::into);
        let source = Cause::chain(texts).map(BoxError::from);
        Self::new(ErrorKind::from_code(&error.code), error.retryable, None, source).followed(error.max_attempts)
    }

    /// Returns the error with the messages of the failure and of all its causes as `redact` returns them. It returns `None`
    /// for a text that stays. The error keeps its cause if nothing changes.
    #[cold]
    #[doc(hidden)]
    #[must_use]
    pub fn redacted(mut self, redact: &dyn Fn(&str) -> Option<String>) -> Self {
        let detail = self.0.detail.as_deref().and_then(redact);
        let shows = |cause: &(dyn StdError + 'static)| {
            redact(&cause.to_string()).is_some() || redact(&format!("{cause:?}")).is_some()
        };
        // The causes behind a cut are not searched, so they are not kept.
        let hides = |source: &&(dyn StdError + 'static)| cause::is_cut(*source) || cause::chain(*source).any(shows);
        let source = self
            .source()
            .filter(hides)
            .and_then(|source| Cause::chain(cause::texts(source).map(|text| redact(&text).unwrap_or(text))));
        if !self.0.branches.is_empty() {
            let inner = Arc::make_mut(&mut self.0);
            inner.branches =
                std::mem::take(&mut inner.branches).into_iter().map(|each| each.redacted(redact)).collect();
        }
        if detail.is_some() || source.is_some() {
            let inner = Arc::make_mut(&mut self.0);
            inner.detail = detail.map_or(inner.detail.take(), |detail| Some(detail.into()));
            inner.source = source.map_or(inner.source.take(), |source| Some(Arc::new(source)));
        }
        self
    }

    /// Returns the error of a spawned task that did not finish.
    #[cold]
    pub(crate) fn joined(error: JoinError) -> Self {
        error.try_into_panic().map_or_else(|_| Self::cancelled(), Self::panicked)
    }

    /// Adds the path of the step, unless an inner step has added its own.
    #[cold]
    pub(crate) fn at(mut self, at: &Scope<'_>) -> Self {
        if self.0.path.is_none() {
            Arc::make_mut(&mut self.0).path = Some(StepPath::new(at.origin()));
        }
        self
    }

    /// Sets the path of the step.
    #[cold]
    pub(crate) fn of(mut self, origin: Origin) -> Self {
        Arc::make_mut(&mut self.0).path = Some(StepPath::new(origin));
        self
    }

    /// Sets the path of the step, of an error that comes from another process.
    #[doc(hidden)]
    #[must_use]
    pub fn at_path(mut self, path: StepPath) -> Self {
        Arc::make_mut(&mut self.0).path = Some(path);
        self
    }

    /// Returns the error as a value of the pipeline, which is written with the path of the step.
    #[cold]
    pub(crate) fn collected(mut self) -> Self {
        Arc::make_mut(&mut self.0).collected = true;
        self
    }

    /// Returns the path of the step, if it is written with the error.
    pub(crate) fn written_path(&self) -> Option<&StepPath> {
        self.0.path.as_ref().filter(|_| self.0.collected)
    }

    #[cold]
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        Arc::make_mut(&mut self.0).attempts = attempts;
        self
    }

    /// Sets the number of attempts, unless it is the failure of a step inside, which has its own.
    #[cold]
    pub(crate) fn after_own(self, attempts: u32) -> Self {
        if self.0.path.is_some() { self } else { self.after(attempts) }
    }

    /// Sets whether another attempt may succeed.
    #[cold]
    pub(crate) fn retryable(mut self, retryable: bool) -> Self {
        if self.0.retryable != retryable {
            Arc::make_mut(&mut self.0).retryable = retryable;
        }
        self
    }

    /// Sets the number of the last attempt that the step may make.
    #[cold]
    pub(crate) fn followed(mut self, max_attempts: Option<u32>) -> Self {
        if max_attempts.is_some() {
            Arc::make_mut(&mut self.0).max_attempts = max_attempts;
        }
        self
    }

    /// Returns the kind of the failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the path of the step that failed. It is empty if the run itself failed.
    #[must_use]
    pub fn path(&self) -> StepPath {
        self.0.path.clone().unwrap_or_else(StepPath::root)
    }

    /// Returns the failures of the branches if this is the failure of a `race`, in the order in which the branches are written. An
    /// error that was recorded in an earlier part of the run has their texts as its [`causes`](Self::causes) only.
    #[must_use]
    pub fn branches(&self) -> &[Self] {
        &self.0.branches
    }

    /// Returns the number of attempts that the step made, at least 1.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the number of the last attempt that the step may make, if another attempt follows the attempt that failed with
    /// this error. Attempts are counted across the parts of a resumed run.
    ///
    /// # Examples
    /// ```
    /// use runnable::{Attempt, prelude::*};
    ///
    /// #[task(returns = [page], retry(3, backoff = "1ms"))]
    /// async fn fetch(url: String, attempt: Attempt) -> Result<String, String> {
    ///     if attempt.get() == 1 { Err("try again".to_owned()) } else { Ok(url) }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut run = Fetch { url: "a.org".into() }.execute_streaming();
    /// while let Some(event) = run.next().await {
    ///     if let Some(Lifecycle::StepReset(error)) = event.lifecycle() {
    ///         assert_eq!((event.attempt(), error.max_attempts()), (2, Some(3)));
    ///     }
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn max_attempts(&self) -> Option<u32> {
        self.0.max_attempts
    }

    /// Returns whether another attempt may succeed: the step timed out, or returned an error that its
    /// `when` predicate accepts. Without `when`, every error is accepted.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// Returns the error that the step returned, if it is an `E`.
    #[must_use]
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        self.0.source.as_deref().and_then(|source| (source as &(dyn StdError + 'static)).downcast_ref())
    }

    /// Returns the message of the cause. If the failure has no cause, returns its own message, without the step.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.0.source {
            Some(source) => source.to_string(),
            None => self.own_message(),
        }
    }

    /// Returns the messages of the causes below [`message`](Self::message), outermost first: at most 64, as an error could be its
    /// own cause. The text `further causes are omitted` follows if there are more.
    ///
    /// # Examples
    /// ```
    /// # fn show(error: &runnable_core::Error) {
    /// eprintln!("step {} failed: {}", error.path(), error.message());
    /// for cause in error.causes() {
    ///     eprintln!("  caused by: {cause}");
    /// }
    /// # }
    /// ```
    pub fn causes(&self) -> impl Iterator<Item = String> {
        self.source().into_iter().flat_map(cause::texts).skip(1)
    }

    /// Returns the texts of the causes for people. An error may repeat the text of its source at the end of its own.
    fn distinct_texts(&self) -> impl Iterator<Item = String> {
        self.source().into_iter().flat_map(cause::distinct_texts)
    }

    /// Returns the message of a failure without a cause.
    fn own_message(&self) -> String {
        let detail = self.0.detail.as_deref().unwrap_or_default();
        match self.0.kind {
            ErrorKind::Panicked => format!("panicked: {detail}"),
            ErrorKind::TimedOut => format!("took longer than {detail}"),
            ErrorKind::Idle => format!("sent nothing for {detail}"),
            ErrorKind::NoEndEvent => "the stream ended without its end event".to_owned(),
            ErrorKind::Cancelled => "cancelled".to_owned(),
            _ => "failed".to_owned(),
        }
    }
}

/// Returns the text of a panic, or an empty text if it has none.
pub(crate) fn panic_text(payload: &(dyn Any + Send)) -> &str {
    match payload.downcast_ref::<String>() {
        Some(text) => text,
        None => payload.downcast_ref::<&str>().map_or("", |text| text),
    }
}

/// Names the step. The alternate form, `{:#}`, adds the causes.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.path {
            Some(path) => write!(f, "step `{path}` failed")?,
            None if self.0.kind == ErrorKind::NotStarted => f.write_str("the run did not start")?,
            None => f.write_str("the run failed")?,
        }
        if self.0.attempts > 1 {
            write!(f, " after {} attempts", self.0.attempts)?;
        }
        if self.0.source.is_none() {
            write!(f, ": {}", self.own_message())?;
        } else if f.alternate() {
            self.distinct_texts().try_for_each(|text| write!(f, ": {text}"))?;
        }
        Ok(())
    }
}

/// Names the step and its cause in one line, and each further cause in a line of its own: `main` prints this form.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        let mut texts = self.distinct_texts();
        let Some(text) = texts.next() else { return Ok(()) };
        write!(f, ": {text}")?;
        texts.try_for_each(|text| write!(f, "\n  caused by: {text}"))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
