//! What keeps a run: told of each step before it begins and when it ends, and asked what was known of it before.
//!
//! Nothing of it is compiled without the feature `runner`, and a run that has no recorder asks for it once a step.

use crate::id::{BoxError, Error};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

/// What keeps a run. Its paths are those of steps, as in [`StepPath`](crate::StepPath)'s `Display`.
pub trait Recorder: Send + Sync + 'static {
    /// What is known of a step that is about to begin. A step that is `once` must not begin twice unasked.
    fn before(&self, path: &str, once: bool) -> Before;

    /// What is known of a loop that is about to begin: its turns are steps of their own.
    fn before_loop(&self, path: &str) -> Opening;

    /// An attempt begins; `inputs` is a JSON object, for the first one of this part of the run.
    fn started(&self, path: &str, attempt: u32, inputs: Option<String>) -> Ticket;

    /// The attempt that is open ends.
    fn ended(&self, path: &str, end: End<'_>) -> Ticket;

    /// A `try` goes on without the step of this path, which failed.
    fn recovered(&self, path: &str);

    /// Ready when what was told is durable.
    ///
    /// # Errors
    /// It could not be made so, and never will be.
    fn poll_durable(&self, ticket: Ticket, task: &mut Context<'_>) -> Poll<Result<(), BoxError>>;

    /// The error as others may see it: without the values of secrets.
    fn shown(&self, error: Error) -> Error {
        error
    }
}

/// When something was told to a [`Recorder`]: larger numbers are later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What is known of a step that is about to begin.
#[derive(Debug)]
pub enum Before {
    /// It runs. `attempts` were made in earlier parts of the run.
    Begin {
        /// How many attempts were made before.
        attempts: u32,
        /// What opens it for its readers.
        opening: Opening,
    },
    /// It has succeeded, with these returns: a JSON object.
    Succeeded(Arc<str>, Opening),
    /// It has failed, and a `try` went on without it.
    Failed(Error, Opening),
    /// It must not run.
    Refused(Error, Opening),
}

/// What the readers of a run are told of a step that an earlier part of the run has begun.
#[derive(Debug, Clone, Default)]
pub enum Opening {
    /// `step.started`: they know nothing of it.
    #[default]
    Started,
    /// `step.reset`: what it sent is void.
    Reset(Error),
    /// Nothing: it is open.
    Open,
    /// Nothing, and no end either: it is closed.
    Closed,
}

/// How an attempt ended.
#[derive(Debug)]
pub enum End<'e> {
    /// With these returns: a JSON object.
    Succeeded(String),
    /// With this error.
    Failed(&'e Error),
    /// It was dropped.
    Cancelled,
}

/// What a run has beside its steps.
#[derive(Default, Clone)]
pub struct Ambient {
    /// What keeps it.
    pub recorder: Option<Arc<dyn Recorder>>,
    /// What its steps may ask for, by type.
    pub extensions: Extensions,
    /// What keeps the files of its steps.
    pub files: Option<Arc<dyn Files>>,
    /// What a `retry` does not say.
    pub retry: Option<RetryDefaults>,
}

/// What a `retry` does not say.
#[derive(Debug, Clone, Copy)]
pub struct RetryDefaults {
    /// How many attempts there are in all.
    pub attempts: u32,
    /// The delay before the second one, which then doubles.
    pub backoff: Duration,
}

/// What keeps the files that steps take and make.
pub trait Files: Send + Sync + 'static {
    /// Puts the files that match where the step looks for them.
    ///
    /// # Errors
    /// Nothing matches a pattern, or a file cannot be read or written.
    fn get<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> Filed<'a>;

    /// Takes over the files that match.
    ///
    /// # Errors
    /// Nothing matches a pattern, or a file cannot be read or written.
    fn put<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> Filed<'a>;
}

/// The future of [`Files`].
pub type Filed<'a> = Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + 'a>>;

impl fmt::Debug for Ambient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ambient").field("recorded", &self.recorder.is_some()).finish_non_exhaustive()
    }
}

/// Values by their types.
#[derive(Default, Clone)]
pub struct Extensions(HashMap<TypeId, Arc<dyn Any + Send + Sync>>);

impl Extensions {
    /// Adds a value, in the place of one of its type.
    pub fn insert<T: Any + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Arc::new(value));
    }

    /// The value of this type.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extensions({})", self.0.len())
    }
}
