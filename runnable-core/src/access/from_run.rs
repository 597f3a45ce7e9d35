//! What a task may ask of the run that it is part of.

use super::emitter::{Close, Emitter};
use crate::{
    context::StepSource,
    id::{BoxError, Origin, RunId, StepPath},
};
use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, OnceLock, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio_util::sync::CancellationToken;

/// A parameter of a task that comes from the run, not from an earlier step.
///
/// `E` is the type of the task's events. [`Emitter`], [`RunId`], [`Attempt`] and [`Cancellation`] are known by name; mark
/// a parameter of a type of your own with `#[from_run]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is nothing that the run gives this task",
    label = "expected a type that implements `FromRun`",
    note = "implement `FromRun`, or mark the parameter with `#[input]` if it is an input of the task"
)]
pub trait FromRun<E>: Sized {
    /// Makes the parameter, once per attempt.
    ///
    /// # Errors
    /// The run cannot give it: the attempt fails with this error.
    fn from_run(step: &StepContext<'_, E>) -> std::result::Result<Self, BoxError>;
}

/// A parameter that the run gave, or could not give.
///
/// # Errors
/// It could not.
pub fn from_run_result<T>(parameter: std::result::Result<T, BoxError>) -> crate::id::Result<T> {
    parameter.map_err(|error| crate::Error::failed(error, false))
}

/// What a [`FromRun`] parameter is made from: the step's place in its run.
pub struct StepContext<'a, E> {
    source: &'a dyn StepSource<E>,
    parameter: &'static str,
}

impl<'a, E> StepContext<'a, E> {
    pub(crate) fn new(source: &'a dyn StepSource<E>, parameter: &'static str) -> Self {
        Self { source, parameter }
    }

    /// The name of the parameter that is made.
    #[must_use]
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// The run's id.
    #[must_use]
    pub fn run_id(&self) -> RunId {
        self.source.run_id()
    }

    /// The step's path.
    #[must_use]
    pub fn path(&self) -> StepPath {
        StepPath::new(self.source.origin())
    }

    /// The attempt, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.source.attempt()
    }

    /// What its runner gave the run, by type.
    #[cfg(feature = "runner")]
    #[must_use]
    pub fn extension<T: std::any::Any + Send + Sync>(&self) -> Option<&T> {
        self.source.ambient()?.extensions.get()
    }

    /// A channel for the step's events.
    #[must_use]
    pub fn emitter(&self) -> Emitter<E> {
        Emitter::new(self.source.sink())
    }

    /// Tells when the step is dropped.
    #[must_use]
    pub fn cancellation(&self) -> Cancellation {
        Cancellation(self.source.cancellations().token(self.source.origin()))
    }
}

impl<E> fmt::Debug for StepContext<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StepContext({}#{})", self.path(), self.attempt())
    }
}

/// The number of the attempt, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attempt(u32);

impl Attempt {
    /// The number, from 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

/// Tells a step that it is no longer wanted.
///
/// An async step is dropped, and needs it only for what it started elsewhere; a `blocking` one has to look.
#[derive(Debug, Clone)]
pub struct Cancellation(CancellationToken);

impl Cancellation {
    /// Whether the step was dropped.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Waits until the step is dropped or has ended.
    pub async fn cancelled(&self) {
        self.0.cancelled().await;
    }
}

impl<E> FromRun<E> for Emitter<E> {
    fn from_run(step: &StepContext<'_, E>) -> std::result::Result<Self, BoxError> {
        Ok(step.emitter())
    }
}

impl<E> FromRun<E> for RunId {
    fn from_run(step: &StepContext<'_, E>) -> std::result::Result<Self, BoxError> {
        Ok(step.run_id())
    }
}

impl<E> FromRun<E> for Attempt {
    fn from_run(step: &StepContext<'_, E>) -> std::result::Result<Self, BoxError> {
        Ok(Self(step.attempt()))
    }
}

impl<E> FromRun<E> for Cancellation {
    fn from_run(step: &StepContext<'_, E>) -> std::result::Result<Self, BoxError> {
        Ok(step.cancellation())
    }
}

/// What ends with a step: its emitters and its cancellations. Empty, and then free, for nearly all runs.
#[derive(Default)]
pub(crate) struct Cancellations {
    own: OnceLock<Arc<Owned>>,
    /// Those of the run, where this is for what runs elsewhere.
    shared: Option<Arc<Owned>>,
}

/// For what runs elsewhere: the two have everything in common.
impl Clone for Cancellations {
    fn clone(&self) -> Self {
        Self { own: OnceLock::new(), shared: Some(Arc::clone(self.owned_by_steps())) }
    }
}

#[derive(Default)]
struct Owned {
    /// Whether there is anything; written under the lock.
    any: AtomicBool,
    all: Mutex<HashMap<Origin, Vec<Ends>>>,
}

enum Ends {
    Token(CancellationToken),
    Sink(Weak<dyn Close>),
}

impl Ends {
    fn end(self) {
        match self {
            Self::Token(token) => token.cancel(),
            Self::Sink(sink) => {
                if let Some(sink) = sink.upgrade() {
                    sink.close();
                }
            }
        }
    }
}

impl Cancellations {
    fn owned_by_steps(&self) -> &Arc<Owned> {
        self.shared.as_ref().unwrap_or_else(|| self.own.get_or_init(Arc::default))
    }

    fn add(&self, origin: Origin, ends: Ends) {
        let owned = self.owned_by_steps();
        let mut all = owned.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(origin).or_default().push(ends);
        owned.any.store(true, Ordering::Release);
    }

    fn token(&self, origin: Origin) -> CancellationToken {
        let token = CancellationToken::new();
        self.add(origin, Ends::Token(token.clone()));
        token
    }

    pub(crate) fn owned<S: Close + 'static>(&self, sink: S) -> Arc<S> {
        let origin = sink.origin().clone();
        let sink = Arc::new(sink);
        let weak: Weak<S> = Arc::downgrade(&sink);
        self.add(origin, Ends::Sink(weak));
        sink
    }

    /// Whether any step of the run owns anything. Asked by the run itself, as `end` is.
    #[inline]
    pub(crate) fn any(&self) -> bool {
        self.own.get().is_some_and(|owned| owned.any.load(Ordering::Acquire))
    }

    /// Ends what belongs to a step.
    #[cold]
    pub(crate) fn end(&self, origin: &Origin) {
        let Some(owned) = self.own.get() else { return };
        let mut all = owned.all.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = all.remove(origin);
        owned.any.store(!all.is_empty(), Ordering::Release);
        // What is woken may come back here.
        drop(all);
        ends.into_iter().flatten().for_each(Ends::end);
    }
}
